"""`dossiergen sign --niveau`: hoelang een handtekening na te gaan blijft, kiest wie ondertekent."""

import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from dossiergen.cli.niveaus import Niveaukeuze
from dossiergen.ondertekening import Niveau, Tijdstempel, Vertrouwen
from dossierhulp import vervang
from ondertekening.pki import WACHTWOORD, server, tijdstempel, tijdstempel_opties
from tekenhulp import AFWIJZING, ARTS, PLAN, Bureau

Draai = Callable[..., subprocess.CompletedProcess[str]]

GETEKEND = f"output/{AFWIJZING}/vertrouwelijk/werknemer/46-second-opinion-afwijzing-ondertekend.pdf"
TEKEN = ("sign", f"cases/{AFWIJZING}", "--stuk", "so-afwijzing", "--sleutel", "a-de-boer.p12")
ZONDER_VRAGEN = ("--geheim-env", "GEHEIM", "--ja", "--niet-vastleggen", "--peildatum", "2026-06-01")
BEWIJS = ("--wortel", "wortel.pem", "--crl", "lijst.crl")


def _nu() -> dt.datetime:
    """A server has a clock of its own."""
    return dt.datetime.fromtimestamp(int(time.time()), dt.UTC)


@pytest.fixture(name="bureau")
def _bureau(tmp_path: Path) -> Bureau:
    """With a root, and its list of today."""
    bureau = Bureau(tmp_path)
    (tmp_path / "wortel.pem").write_bytes(bureau.gezag.eigenaar.pem)
    (tmp_path / "lijst.crl").write_bytes(bureau.gezag.crl(_nu()))
    return bureau


@pytest.fixture(name="draai")
def _draai(bureau: Bureau) -> Draai:
    def draai(*woorden: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "dossiergen", *woorden],
            cwd=bureau.map_,
            env={**os.environ, "GEHEIM": WACHTWOORD},
            capture_output=True,
            text=True,
            check=False,
        )

    return draai


@pytest.fixture(name="dienst")
def _dienst(bureau: Bureau) -> Iterator[str]:
    tijd = bureau.gezag.geef("Proeftijd", tijdstempel_opties(), 5)

    def stempel(vraag: bytes) -> bytes:
        return tijdstempel(vraag, tijd, _nu())

    with server({"/tsa": stempel}) as (adres, _):
        yield f"{adres}/tsa"


def _niveaus(
    nagekeken: subprocess.CompletedProcess[str],
) -> tuple[int, list[tuple[str, str, bool, list[str]]]]:
    gevonden = json.loads(nagekeken.stdout)["handtekeningen"]
    return nagekeken.returncode, [
        (een["veld"], een["niveau"], een["in_orde"], een["opmerkingen"]) for een in gevonden
    ]


def test_een_brief_die_houdbaar_is(draai: Draai, bureau: Bureau, dienst: str) -> None:
    """Wat erbij kwam, laten de keurmeesters toe, en nakijken vraagt niet meer dan de wortel."""
    bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    getekend = draai(*TEKEN, *ZONDER_VRAGEN, "--niveau", "B-LT", "--tijdstempel", dienst, *BEWIJS)
    assert (getekend.returncode, getekend.stderr.count("Fout")) == (0, 0)
    met_wortel = draai("verify", GETEKEND, "--wortel", "wortel.pem", "--format", "json")
    assert _niveaus(met_wortel) == (0, [("handtekening-bedrijfsarts", "B-LT", True, [])])


def test_twee_partijen(draai: Draai, bureau: Bureau, dienst: str) -> None:
    """Ook na een tijdstempel over het hele bestand kan de tweede nog ondertekenen, en blijft de eerste heel."""
    vervang(
        bureau.cases / PLAN / "stukken" / "plan-van-aanpak.yaml",
        "  werkgever: {persoon: m-hendriks, getekend_op: 2026-02-27, plaats: Maastricht, wijze: met_de_hand}\n",
        "  werkgever: {persoon: m-hendriks}\n",
    )
    bureau.sleutel("m-hendriks", 12)
    bureau.sleutel("werknemer", 13)
    bureau.render(PLAN)
    for persoon in ("m-hendriks", "werknemer"):
        woorden = ("sign", f"cases/{PLAN}", "--stuk", "plan-van-aanpak", "--sleutel", f"{persoon}.p12")
        keuze = ("--niveau", "B-LTA", "--tijdstempel", dienst, *BEWIJS)
        getekend = draai(*woorden, *ZONDER_VRAGEN, *keuze)
        assert (getekend.returncode, getekend.stderr.count("Fout")) == (0, 0)
    (pad, *_) = sorted((bureau.uit / PLAN).rglob("*-plan-van-aanpak-ondertekend.pdf"))
    nagekeken = draai("verify", str(pad), "--wortel", "wortel.pem", "--format", "json")
    assert _niveaus(nagekeken) == (
        0,
        [
            ("handtekening-werkgever", "B-LTA", True, []),
            ("Timestamp-1", "geen PAdES", True, []),
            ("handtekening-werknemer", "B-LTA", True, []),
            ("Timestamp-2", "geen PAdES", True, []),
        ],
    )
    # Without a root the case vouches for both; that it lists no timestamp server is no objection.
    volgens_de_zaak = draai("verify", str(pad), "--zaken", "cases", "--format", "json")
    assert [in_orde for _, _, in_orde, _ in _niveaus(volgens_de_zaak)[1]] == [True] * 4


@pytest.mark.parametrize(
    ("niveau", "url", "vertrouwen"),
    [
        (Niveau.B_T, None, Vertrouwen()),
        (Niveau.B_LTA, None, Vertrouwen((b"wortel",), crls=(b"lijst",))),
        (Niveau.B_B, "http://tijd", Vertrouwen()),
        (Niveau.B_LT, "http://tijd", Vertrouwen()),
        (Niveau.B_LT, "http://tijd", Vertrouwen((b"wortel",))),
        (Niveau.B_LT, "http://tijd", Vertrouwen(crls=(b"lijst",))),
        (Niveau.B_T, "http://tijd", Vertrouwen((b"wortel",), crls=(b"lijst",))),
        (Niveau.B_B, None, Vertrouwen(online=True)),
    ],
)
def test_wat_bij_een_niveau_hoort(niveau: Niveau, url: str | None, vertrouwen: Vertrouwen) -> None:
    """Wie te weinig geeft, of iets wat er niet bij hoort, hoort dat voordat er een sleutel opengaat."""
    with pytest.raises(click.UsageError, match="niveau"):
        Niveaukeuze(niveau, Tijdstempel(url) if url else None, vertrouwen)


def test_een_hoger_niveau_zonder_dienst(draai: Draai) -> None:
    """Ook op de opdrachtregel."""
    gezegd = draai(*TEKEN[:4], "--sleutel", "wortel.pem", *ZONDER_VRAGEN, "--niveau", "B-LT", *BEWIJS)
    assert (gezegd.returncode, gezegd.stdout, "--tijdstempel" in gezegd.stderr) == (2, "", True)


def test_bewijs_dat_er_niet_is(draai: Draai, bureau: Bureau, dienst: str) -> None:
    """Dan wordt er niet ondertekend, ook niet met een lager niveau."""
    bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    eerst = set(bureau.uit.rglob("*.pdf"))
    keuze = ("--niveau", "B-LT", "--tijdstempel", dienst, "--wortel", "wortel.pem", "--online")
    getekend = draai(*TEKEN, *ZONDER_VRAGEN, *keuze)
    assert (getekend.returncode, "herroeping niet na te gaan" in getekend.stderr) == (6, True)
    assert set(bureau.uit.rglob("*.pdf")) == eerst
