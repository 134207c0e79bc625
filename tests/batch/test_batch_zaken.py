"""Een batch: wat slecht is mislukt alleen, wat onveranderd is wordt overgeslagen, en aan de bytes is niets te zien."""

import csv
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from batchhulp import PEILDATUM, Batch
from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.verloop import voer_uit
from dossierhulp import KLEINE_ZAKEN, PLAN, bestanden, vervang

ALLE = sorted(KLEINE_ZAKEN)
UIT = Path("output")


class InDitProces(Executor):
    """Does what it is asked at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        antwoord: Future[Any] = Future()
        antwoord.set_result(fn(*args, **kwargs))
        return antwoord


def sterf() -> None:
    os._exit(1)


def eigen_sjabloon(tekst: str) -> tuple[str, str]:
    """A plan van aanpak of one's own, which two of the three cases have."""
    map_ = Path("eigen") / "plan-van-aanpak"
    map_.mkdir(parents=True)
    (map_ / "sjabloon.html").write_text(tekst, "utf-8")
    return "--templates", "eigen"


def test_de_tweede_keer_is_er_niets_te_doen(batch: Batch) -> None:
    """Ook de regels en het rapport zeggen dan hetzelfde."""
    eerst = batch()
    gemaakt = bestanden(UIT)
    tweede = batch()

    assert (eerst.exit_code, eerst.overgeslagen) == (0, [])
    assert (tweede.exit_code, tweede.overgeslagen) == (0, ALLE)
    assert bestanden(UIT) == gemaakt
    for naam in ALLE:
        assert tweede.zaken[naam]["findings"] == eerst.zaken[naam]["findings"]
    assert {stuk["uitkomst"] for zaak in tweede.zaken.values() for stuk in zaak["stukken"]} == {"ongewijzigd"}


@pytest.mark.parametrize(
    ("wat", "opnieuw"),
    [
        (lambda cases: vervang(cases / "2026-0012" / PLAN, "elke_weken: 6", "elke_weken: 5"), ["2026-0012"]),
        (lambda cases: (cases / "2026-0012/stukken/notitie.txt").write_text("x"), ["2026-0012"]),
        (lambda cases: vervang(cases / "organisaties.yaml", "werkgevers:", "# Gezien.\nwerkgevers:"), ALLE),
        (lambda _: (UIT / "2025-0231/werkgever/manifest.json").unlink(), ["2025-0231"]),
        (lambda _: (UIT / "2025-0231/werkgever/nieuw.txt").write_text("x"), ["2025-0231"]),
        (lambda _: [pad.write_text("stuk") for pad in UIT.glob(".dossiergen/batch/*.json")], ALLE),
    ],
    ids=["stuk", "ander bestand", "organisaties", "uitvoer weg", "uitvoer erbij", "geheugen stuk"],
)
def test_alleen_wat_veranderde_wordt_opnieuw_bekeken(
    batch: Batch, cases: Path, wat: Callable[[Path], object], opnieuw: list[str]
) -> None:
    """Invoer, uitvoer en wat wij ervan onthielden tellen alle drie."""
    batch()
    wat(cases)
    tweede = batch()

    assert sorted(set(ALLE) - set(tweede.overgeslagen)) == opnieuw


def test_een_andere_peildatum_of_een_ander_sjabloon_raakt_alles(batch: Batch) -> None:
    """Wat voor elke zaak geldt, zit in elke sleutel."""
    batch()

    assert batch("--definitief").overgeslagen == []
    assert batch("--zip").overgeslagen == []
    assert batch(*eigen_sjabloon("<p>")).overgeslagen == []


def test_dezelfde_bytes_hoe_er_ook_wordt_gewerkt(batch: Batch, cases: Path) -> None:
    """Met één proces, met meer, en met een andere ploeg dan de onze."""
    for jobs in ("1", "3"):
        assert batch("--jobs", jobs, "--output", f"uit{jobs}").exit_code == 0
    mappen = [cases / naam for naam in ALLE]
    van_anderen = (InDitProces(), ProcessPoolExecutor(2, get_context("spawn")))
    for nummer, ploeg in enumerate(van_anderen):
        opdracht = Batchopdracht(Path(f"ander{nummer}").absolute(), PEILDATUM)
        with ploeg, opdracht.uitvoer.open():
            uitslagen = list(voer_uit(mappen, opdracht, ploeg, 2))
        assert sorted((een.zaak, een.gelukt) for een in uitslagen) == [(naam, True) for naam in ALLE]

    een = bestanden(Path("uit1"))
    stukken = {naam: afdruk for naam, afdruk in een.items() if "/" in naam}
    assert bestanden(Path("uit3")) == een
    assert bestanden(Path("ander0")) == bestanden(Path("ander1")) == stukken


def test_een_ploeg_die_stukgaat_noemt_elke_zaak(cases: Path) -> None:
    """Wat een ander niet meer wil doen, is niet stil overgeslagen."""
    opdracht = Batchopdracht(UIT, PEILDATUM)
    ploeg = ProcessPoolExecutor(1, get_context("spawn"), initializer=sterf)
    with ploeg, opdracht.uitvoer.open():
        uitslagen = list(voer_uit([cases / naam for naam in ALLE], opdracht, ploeg, 1))

    zin = "Het proces dat hieraan werkte, is gestopt: BrokenProcessPool."
    assert [(een.zaak, een.gelukt, een.storing) for een in uitslagen] == [(naam, False, zin) for naam in ALLE]


@pytest.mark.parametrize(
    ("sjabloon", "grens", "zin"),
    [
        (
            "{% for i in 'x' * 99999 %}{% for j in 'x' * 99999 %}{% endfor %}{% endfor %}",
            ("--tijd", "6"),
            "Dit duurde langer dan 6 seconden en is gestopt.",
        ),
        (
            '{% set x = "x" * 3000000000 %}',
            ("--geheugen", "600"),
            "Hiervoor was meer geheugen nodig dan is toegestaan.",
        ),
    ],
    ids=["tijd", "geheugen"],
)
def test_een_sjabloon_dat_te_veel_wil_raakt_alleen_zijn_zaken(
    batch: Batch, sjabloon: str, grens: tuple[str, str], zin: str
) -> None:
    """Zaken zonder dat stuk zijn gemaakt; de andere worden genoemd, en later alleen die nog eens geprobeerd."""
    eigen = eigen_sjabloon(sjabloon)
    klaar = batch(*eigen, *grens, "--jobs", "2")

    assert klaar.exit_code == 7
    assert sorted(klaar.mislukt) == ["2025-0231", "2026-0012"]
    assert {storing.split(". ")[0] + "." for storing in klaar.mislukt.values()} == {zin}
    assert klaar.stderr.splitlines()[0] == "Mislukt: 2025-0231, 2026-0012. De andere zaken zijn gemaakt."
    shutil.rmtree("eigen/plan-van-aanpak")
    assert batch(*eigen, *grens).exit_code == 0


def test_wat_mislukte_wordt_steeds_opnieuw_geprobeerd(batch: Batch, cases: Path) -> None:
    """De rest niet: wie twintig zaken verbetert, wacht op twintig zaken."""
    vervang(cases / "2026-0012/zaak.yaml", "kenmerk: 2026-0012", "kenmerk:")
    eerst, tweede = batch(), batch()
    vervang(cases / "2026-0012/zaak.yaml", "kenmerk:", "kenmerk: 2026-0012")
    derde = batch()

    assert (eerst.exit_code, sorted(eerst.mislukt)) == (7, ["2026-0012"])
    assert (tweede.exit_code, tweede.overgeslagen) == (7, ["2025-0231", "2026-0007"])
    assert (derde.exit_code, derde.overgeslagen) == (0, ["2025-0231", "2026-0007"])


def test_twee_mappen_met_een_naam_worden_allebei_geweigerd(batch: Batch, cases: Path) -> None:
    """Anders bleef er van één zaak niets over, en hing het van de drukte af van welke."""
    shutil.copytree(cases / "2026-0012", Path("elders") / "2026-0012")
    shutil.copy(cases / "organisaties.yaml", "elders")
    klaar = batch("elders")

    assert (klaar.exit_code, sorted(klaar.mislukt)) == (7, ["2026-0012"])
    assert not (UIT / "2026-0012").exists()


def test_alleen_verslagen_waarvan_de_aanvraag_nadert(batch: Batch) -> None:
    """Met --due kijkt een teamleider vooruit; wat later komt, telt het rapport als weggelaten."""
    niets = batch("--riv", "--due", "2026-06-30")
    rapport = json.loads((UIT / "rapport.json").read_text("utf-8"))

    assert (niets.exit_code, niets.mislukt) == (0, {})
    assert rapport["weggelaten"] == len(ALLE)
    assert batch("--due", "2099-12-31").exit_code == 0
    assert json.loads((UIT / "rapport.json").read_text("utf-8"))["weggelaten"] < len(ALLE)


def test_een_verslag_dat_niet_compleet_is_is_niet_klaar(batch: Batch) -> None:
    """Het is niet mislukt: de terminal en het rapport zeggen hetzelfde, en wie wat moet doen."""
    klaar = batch("--riv", "--due", "2099-12-31")
    rapport = json.loads((UIT / "rapport.json").read_text("utf-8"))

    assert klaar.exit_code == 7
    assert klaar.stderr.startswith("Niet klaar: ")
    assert rapport["totaal"]["mislukt"] == 0
    assert rapport["totaal"]["niet_klaar"] == len(klaar.mislukt) > 0


def test_namen_staan_alleen_in_het_rapport_voor_wie_erom_vraagt(batch: Batch) -> None:
    """Zonder --noem geen naam en geen BSN, in geen van de drie bestanden."""

    def rapporten() -> Iterator[str]:
        return ((UIT / f"rapport.{einde}").read_text("utf-8") for einde in ("html", "json", "csv"))

    batch()
    zonder = list(rapporten())
    batch("--noem", "naam", "--noem", "bsn")
    met = list(rapporten())

    assert not any("Kowalski" in een or "999990" in een for een in zonder)
    assert all("Kowalski" in een and "999990" in een for een in met)


def test_een_regel_in_het_rekenblad_per_zaak(batch: Batch) -> None:
    """Met puntkomma's, zoals een Nederlands rekenprogramma het leest."""
    batch()
    with (UIT / "rapport.csv").open(encoding="utf-8-sig", newline="") as bestand:
        rijen = list(csv.reader(bestand, delimiter=";"))

    assert sorted(rij[0] for rij in rijen[1:]) == ALLE


def test_vertrouwelijk_komt_nooit_in_een_archief_met_iets_anders(batch: Batch) -> None:
    """Elk archief is precies één map."""
    batch("--zip")
    archieven = sorted(UIT.rglob("*.zip"))

    assert archieven
    for archief in archieven:
        with zipfile.ZipFile(archief) as inhoud:
            namen = inhoud.namelist()
        assert {Path(naam).parent.as_posix() for naam in namen} == {archief.stem}
        vertrouwelijk = "vertrouwelijk" in archief.parts
        assert ("vertrouwelijk" in archief.stem) == vertrouwelijk
