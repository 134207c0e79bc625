"""`dossiergen render --watch` as a process of its own: save, look, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from dossiergen.errors import ExitCode
from dossiergen.sjablonen import Sjablonen
from dossierhulp import kopieer_kleine_zaken, vervang

PEILDATUM = ("--peildatum", "2026-06-01")
GEDULD = 60

# A machine that runs the tests in the background lets them ignore Ctrl-C, and their children with them.
BEGIN = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from dossiergen.cli.hoofd import main
main()
"""


def lees(pad: Path) -> str:
    return pad.read_text("utf-8", errors="replace") if pad.exists() else ""


class Kijkend:
    """A running `render --watch` in a folder with cases; everything it says goes to two files."""

    def __init__(self, map_: Path, *woorden: str) -> None:
        self.map = map_
        self.zaak = map_ / "cases" / "2026-0012"
        self.plan = self.zaak / "stukken" / "plan-van-aanpak.yaml"
        self.pdf = map_ / "output" / "2026-0012" / "werkgever" / "03-plan-van-aanpak-concept.pdf"
        vervang(self.plan, "status: definitief", "status: concept")
        with (map_ / "uit").open("wb") as uit, (map_ / "praat").open("wb") as praat:
            self.proces = subprocess.Popen(
                [sys.executable, "-c", BEGIN, "render", "cases/2026-0012", "--watch", *woorden, *PEILDATUM],
                cwd=map_, stdout=uit, stderr=praat,
            )  # fmt: skip

    def wacht(self, op: Callable[[], bool]) -> None:
        tot = time.monotonic() + GEDULD
        while not op():
            assert self.proces.poll() is None, lees(self.map / "praat")
            assert time.monotonic() < tot, lees(self.map / "praat") + lees(self.map / "uit")
            time.sleep(0.02)

    def wacht_op_andere_pdf(self, doe: Callable[[], object]) -> bytes:
        """What the PDF becomes. It is whole at every look: it is renamed into place."""
        eerder = self.pdf.stat().st_ino, self.pdf.read_bytes()
        doe()
        self.wacht(lambda: self.pdf.stat().st_ino != eerder[0])
        inhoud = self.pdf.read_bytes()
        assert inhoud != eerder[1]
        assert inhoud.rstrip().endswith(b"%%EOF")
        return inhoud

    def stop(self) -> int:
        self.proces.send_signal(signal.SIGINT)
        return self.proces.wait(GEDULD)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.proces.poll() is None:
            self.proces.kill()
            self.proces.wait()


@pytest.fixture(name="map_")
def _map(tmp_path: Path) -> Path:
    kopieer_kleine_zaken(tmp_path / "cases")
    return tmp_path


def hernoemd(pad: Path, oud: str, nieuw: str) -> None:
    """Save as vim and `sed -i` do."""
    tijdelijk = pad.with_name(".bewaard")
    tijdelijk.write_text(pad.read_text("utf-8").replace(oud, nieuw), "utf-8")
    tijdelijk.replace(pad)


def test_wat_u_bewaart_staat_even_later_in_de_pdf(map_: Path) -> None:
    """Bewaard op twee manieren, dan een fout, dan hersteld; tussendoor is de uitvoermap vrij."""
    with Kijkend(map_, "--stuk", "plan-van-aanpak", "--show-lines") as kijkend:
        kijkend.wacht(lambda: "Stop met Ctrl-C" in lees(map_ / "praat"))
        eerste = kijkend.pdf.read_bytes()
        kijkend.wacht_op_andere_pdf(lambda: vervang(kijkend.plan, "datum: 2026-02-26", "datum: 2026-02-25"))
        terug = kijkend.wacht_op_andere_pdf(
            lambda: hernoemd(kijkend.plan, "datum: 2026-02-25", "datum: 2026-02-26")
        )
        assert terug == eerste

        vervang(kijkend.plan, "status: concept", "statsu: concept")
        kijkend.wacht(lambda: "statsu: concept" in lees(map_ / "uit"))
        assert "cases/2026-0012/stukken/plan-van-aanpak.yaml:3:1: fout ID-14 " in lees(map_ / "uit")
        assert kijkend.pdf.read_bytes() == eerste
        kijkend.wacht(lambda: "Niets gemaakt" in lees(map_ / "praat"))
        vervang(kijkend.plan, "statsu: concept", "status: concept")
        kijkend.wacht(lambda: "Geen stuk is veranderd" in lees(map_ / "praat"))

        ernaast = subprocess.run(
            [sys.executable, "-m", "dossiergen", "render", "cases/2026-0007", *PEILDATUM],
            cwd=map_, capture_output=True, check=False,
        )  # fmt: skip
        assert ernaast.returncode == 0
        assert kijkend.stop() == 0
    assert lees(map_ / "praat").endswith("\nGestopt.\n")


if os.environ.get("DOSSIERGEN_LANG") == "1":

    def test_sjablonen_en_json(map_: Path) -> None:
        """Een ander sjabloon telt meteen, een half sjabloon is een storing; elke ronde is één regel JSON."""
        eigen = map_ / "eigen" / "delen" / "formulier.html"
        eigen.parent.mkdir(parents=True)
        tekst = Sjablonen.standaard().bestand("delen/formulier.html").read_text("utf-8")
        eigen.write_text(tekst, "utf-8")
        with Kijkend(map_, "--templates", "eigen", "--format", "json") as kijkend:
            kijkend.wacht(lambda: "Stop met Ctrl-C" in lees(map_ / "praat"))
            eerste = kijkend.pdf.read_bytes()
            kijkend.wacht_op_andere_pdf(
                lambda: eigen.write_text(tekst.replace("Grond: ", "Wettelijke grond: "), "utf-8")
            )
            eigen.write_text("{% if", "utf-8")
            kijkend.wacht(lambda: "niet goed geschreven" in lees(map_ / "uit"))
            assert kijkend.wacht_op_andere_pdf(lambda: eigen.write_text(tekst, "utf-8")) == eerste
            (kijkend.zaak / "zaak.yaml").rename(map_ / "zaak.yaml")
            kijkend.wacht(lambda: "BST-01" in lees(map_ / "uit"))
            (map_ / "zaak.yaml").rename(kijkend.zaak / "zaak.yaml")
            kijkend.wacht(lambda: json.loads(lees(map_ / "uit").splitlines()[-1])["stukken"] != [])
            kijkend.zaak.rename(map_ / "cases" / "2026-0013")
            assert kijkend.proces.wait(GEDULD) == ExitCode.BESTAND
        rondes = [json.loads(regel) for regel in lees(map_ / "uit").splitlines()]
        assert {tuple(ronde) for ronde in rondes} == {
            ("tijd", "seconden", "storing", "zaak", "stukken", "findings")
        }
        assert "De map cases/2026-0012 is er niet meer" in lees(map_ / "praat")
