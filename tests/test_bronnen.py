"""What docs/bronnen.md says of the five source texts: every row has a carrier that exists, or a reason why not."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dossiergen.finding import CATALOGUS
from dossiergen.recht import laad_protocol, protocolnamen, recht
from dossiergen.regels.register import register
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import laad_vormen
from dossiergen.termijnen import kalender
from dossiergen.zaak import laad_organisaties, laad_zaak
from handboek import koppen

WORTEL = Path(__file__).parents[1]
DOCS = WORTEL / "docs"
BRONNEN = (DOCS / "bronnen.md").read_text("utf-8")
VANDAAG = dt.date(2026, 6, 1)
# How many rows were counted when the texts were gone through, paragraph by paragraph.
GETELD = {
    "Verzuimprotocol van een uitzendwerkgever": 118,
    "Second Opinion: processtappen voor werknemer": 47,
    "Veelgestelde vragen van een aanbieder van second opinions": 28,
    "VerzuimService Desk: werkwijze second opinion": 25,
    "Veelgestelde vragen (NVAB)": 40,
}
REDENEN = {"huisregel", "strijdig met de wet", "niet bevestigd", "buiten dossiergen", "reclame"}
# Below this a reason says nothing.
_WOORDEN = 3


def rijen() -> dict[str, list[list[str]]]:
    """The cells of every row, by the title of the source text."""
    return {
        deel.partition("\n")[0]: [
            [cel.strip() for cel in regel.strip("|").split(" | ")]
            for regel in re.findall(r"^\|.*\|$", deel, re.MULTILINE)[2:]
        ]
        for deel in BRONNEN.split("\n## ")[1:]
    }


RIJEN = [(titel, rij) for titel, van in rijen().items() for rij in van]


def test_elke_alinea_van_de_vijf_teksten_is_nagelopen() -> None:
    """Er valt geen rij weg, en elke rij is anders."""
    assert {titel: len(van) for titel, van in rijen().items()} == GETELD
    assert len({(titel, *rij) for titel, rij in RIJEN}) == sum(GETELD.values())


def test_elke_rij_heeft_een_drager_of_een_reden() -> None:
    """Vier cellen; wat er niet is, zegt waarom, met een reden die bekend is en meer dan alleen die naam."""
    for titel, rij in RIJEN:
        plaats, wat, wie, drager = rij
        assert all((plaats, wat, wie)), (titel, rij)
        redenen = re.findall(r"want (?:meer is )?\*([^*]+)\*([^;]*)", drager)
        assert redenen or _dragers(drager), (titel, plaats, wat)
        assert "niet, want" not in drager or redenen, (titel, plaats, wat)
        for reden, uitleg in redenen:
            assert reden in REDENEN, (titel, plaats, reden)
            assert len(re.findall(r"\w+", uitleg)) >= _WOORDEN, (titel, plaats, wat)
            assert reden != "strijdig met de wet" or re.search(r"art\.|BW 7:|AP, ", uitleg), (titel, plaats)
            assert reden != "huisregel" or "`uitzendwerkgever`" in uitleg, (titel, plaats)


def test_elke_code_die_wordt_genoemd_bestaat() -> None:
    """In het register of in de lijst van codes van de vorm."""
    assert set(_genoemd(r"\b([A-Z]{2,4}-\d\d)\b")) <= {*CATALOGUS, *register().soorten}


def test_elk_stuk_dat_wordt_genoemd_heeft_een_sjabloon() -> None:
    """De naam van een map in templates/."""
    assert set(_genoemd(r"`templates/([\w-]+)/`")) <= set(laad_vormen(Sjablonen.standaard()))


def test_elke_waarde_die_wordt_genoemd_is_recht() -> None:
    """Een sleutel van de gedateerde waarden."""
    assert set(_namen_achter("recht")) <= set(recht().waarden)


def test_elke_mijlpaal_die_wordt_genoemd_bestaat() -> None:
    """Zoals `status` haar uitrekent, in een van twee lange zaken."""
    assert set(_namen_achter("mijlpaal")) <= _mijlpalen()


def test_elk_protocol_dat_wordt_genoemd_heeft_die_waarde() -> None:
    """En van het protocol van de werkgever is er geen waarde zonder alinea."""
    genoemd: dict[str, set[str]] = {}
    for naam, sleutel in re.findall(r"protocol `([\w-]+)`: `(\w+)`", BRONNEN):
        genoemd.setdefault(naam, set()).add(sleutel)

    assert set(genoemd) == set(protocolnamen(Sjablonen.standaard()))
    for naam, sleutels in genoemd.items():
        assert sleutels <= _waarden_van(naam)
    assert genoemd["uitzendwerkgever"] == _waarden_van("uitzendwerkgever")


@pytest.mark.parametrize("veld", sorted(set(re.findall(r"veld `([^`]+)`", BRONNEN))))
def test_elk_veld_dat_wordt_genoemd_bestaat(veld: str) -> None:
    """In het schema van zijn bestand, waarmee de editor aanvult."""
    schema, _, pad = veld.partition(": ")

    assert _in_schema(schema, pad.split("."))


def test_elke_verwijzing_komt_ergens_uit() -> None:
    """Een besluit, of een kop in het handboek."""
    for waarheen, kop in re.findall(r"\]\(([\w./-]+)(?:#([\w-]+))?\)", BRONNEN):
        assert (DOCS / waarheen).is_file(), waarheen
        assert not kop or kop in koppen(DOCS / waarheen), (waarheen, kop)


def _waarden_van(protocol: str) -> set[str]:
    return {waarde.sleutel for waarde in laad_protocol(protocol, Sjablonen.standaard()).waarden}


def _dragers(drager: str) -> list[str]:
    return re.findall(r"[A-Z]{2,4}-\d\d|mijlpaal `|recht `|protocol `[\w-]+`: |`templates/|veld `", drager)


def _genoemd(patroon: str) -> Iterator[str]:
    for _, rij in RIJEN:
        yield from re.findall(patroon, rij[-1])


def _namen_achter(woord: str) -> list[str]:
    return re.findall(r"`(\w+)`", " ".join(_genoemd(rf"\b{woord} ((?:`\w+`(?:, )?)+)")))


@cache
def _mijlpalen() -> frozenset[str]:
    organisaties = laad_organisaties(WORTEL / "cases" / "organisaties.yaml")
    sleutels = set()
    for kenmerk in ("2024-0148", "2026-0012"):
        zaak = laad_zaak(WORTEL / "cases" / kenmerk, organisaties).zaak
        assert zaak is not None
        van_de_zaak, _ = kalender(zaak, VANDAAG)
        assert van_de_zaak is not None
        sleutels |= {mijlpaal.sleutel for mijlpaal in van_de_zaak.mijlpalen}
    return frozenset(sleutels)


def _in_schema(naam: str, pad: list[str]) -> bool:
    schema = json.loads((WORTEL / "schemas" / f"{naam}.json").read_text("utf-8"))
    plekken = [schema]
    for stap in pad:
        plekken = [
            diep[stap]
            for plek in plekken
            for dieper in _onder(plek, schema)
            if stap in (diep := dieper.get("properties", {}))
        ]
    return bool(plekken)


def _onder(plek: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A place in a schema, and what it refers to: one of several, an item of a list, a value by key."""
    yield plek
    verder = [
        plek.get("items"),
        *plek.get("allOf", ()),
        *plek.get("anyOf", ()),
        *plek.get("patternProperties", {}).values(),
    ]
    if "$ref" in plek:
        verder.append(schema["definitions"][plek["$ref"].rpartition("/")[2]])
    for deel in verder:
        if deel:
            yield from _onder(deel, schema)
