"""The verslag of a case of 104 weeks, against what the files of that case say."""

import io
import json
import re
import zipfile
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from dossiergen.zaak import Doelgroep, Status, Stuk, Zaak, laad_bedrijfsartsdeel
from dossierhulp import laad_map
from verslaghulp import namen, pdf_tekst, vol_verslag, werkplaats

UWV, WERKNEMER = "riv/uwv", "riv/werknemer"
EIGEN = "vertrouwelijk/riv/werknemer"
ANDERE_BRIEVEN = {"bericht-aan-werkgever", "brief-uitnodiging", "brief-plan-ter-ondertekening"}
"""What nobody needs to read the verslag."""


@pytest.fixture(name="vol", scope="session")
def _vol(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vol_verslag(tmp_path_factory.getbasetemp())


@cache
def zaakmap(vol: Path) -> Path:
    (map_,) = (pad.parent for pad in (vol / "cases").glob("*/zaak.yaml"))
    return map_


@cache
def zaak_van(vol: Path) -> Zaak:
    zaak = laad_map(zaakmap(vol)).zaak
    assert zaak
    return zaak


def uitvoer(vol: Path) -> Path:
    return vol / "uit" / zaakmap(vol).name


def naam_in_de_uitvoer(volgorde: int, stuk: Stuk, naam: str) -> str:
    gegevens = stuk.gegevens
    versie = f"-v{gegevens.versie}" if gegevens.versie > 1 else ""
    status = "" if gegevens.status is Status.DEFINITIEF else f"-{gegevens.status.value}"
    return f"{volgorde:02}-{naam}{versie}{status}"


def verwacht_voor(vol: Path, lezer: Doelgroep) -> dict[str, str]:
    """What each file of a reader's folder is made from: a document of the case, or an annex by its name."""
    zaak = zaak_van(vol)
    (gemaakt_op,) = (stuk.gegevens.datum for stuk in zaak.stukken if stuk.soort == "re-integratieverslag")
    uit = {}
    for stuk in zaak.stukken:
        for vorm in werkplaats().vormen_van(zaak, stuk):
            naam = stuk.naam if vorm.naam == stuk.soort else vorm.naam
            hoort_erbij = stuk.gegevens.datum <= gemaakt_op or vorm.naam == "brief-kopie-verslag"
            if lezer in vorm.voor and hoort_erbij and vorm.naam not in ANDERE_BRIEVEN:
                uit[naam_in_de_uitvoer(vorm.volgorde, stuk, naam) + ".pdf"] = naam
    bijlagen = {naam.removesuffix(".pdf") for naam in zaak.bijlagen} - set(originelen(vol))
    return {**uit, **{f"30-bijlage-{naam}.pdf": naam for naam in bijlagen}}


def originelen(vol: Path) -> dict[str, Stuk]:
    """The annexes that are the original of a document, by kind, number and version."""
    zaak = zaak_van(vol)
    kandidaten = {
        stuk.naam if stuk.gegevens.versie == 1 else f"{stuk.naam}-v{stuk.gegevens.versie}": stuk
        for stuk in zaak.stukken
    }
    return {naam: stuk for naam, stuk in kandidaten.items() if f"{naam}.pdf" in zaak.bijlagen}


def test_uwv_krijgt_elk_onderdeel_als_eigen_pdf(vol: Path) -> None:
    """Precies de stukken van de zaak die voor UWV zijn, en de bijlagen; geen Word, het overzicht vooraan."""
    ligt = namen(uitvoer(vol) / UWV)

    assert ligt == {*verwacht_voor(vol, Doelgroep.UWV), "manifest.json"}
    assert min(ligt).startswith("00-re-integratieverslag")
    assert [naam for naam in ligt if not re.fullmatch(r"\d\d-[a-z0-9-]+\.pdf|manifest\.json", naam)] == []


def test_de_werknemer_krijgt_hetzelfde_en_meer(vol: Path) -> None:
    """Ook het formulier voor het eigen oordeel, de brief en het leesexemplaar; wat UWV krijgt, is gelijk."""
    uwv, werknemer = uitvoer(vol) / UWV, uitvoer(vol) / WERKNEMER
    gedeeld = namen(uwv) - {"manifest.json"}
    eigen = {"09-oordeel-werknemer.docx", "leesexemplaar.pdf", "manifest.json"}

    assert namen(werknemer) == {*verwacht_voor(vol, Doelgroep.WERKNEMER), *eigen}
    assert namen(werknemer) - gedeeld >= {"09-oordeel-werknemer.pdf", "22-brief-kopie-verslag.pdf"}
    assert {naam for naam in gedeeld if (uwv / naam).read_bytes() != (werknemer / naam).read_bytes()} == set()


def test_een_origineel_gaat_voor_onze_tekst(vol: Path) -> None:
    """Van elk getekend origineel in bijlagen liggen de bytes zelf in het verslag, en van elk ander stuk die van render."""
    zaak = zaak_van(vol)
    bron = {stuk.naam: zaakmap(vol) / "bijlagen" / f"{naam}.pdf" for naam, stuk in originelen(vol).items()}
    overig = {naam.removesuffix(".pdf"): zaakmap(vol) / "bijlagen" / naam for naam in zaak.bijlagen}
    anders = [
        naam
        for naam, van in verwacht_voor(vol, Doelgroep.UWV).items()
        for pad in [bron.get(van) or overig.get(van) or uitvoer(vol) / "uwv" / naam]
        if (uitvoer(vol) / UWV / naam).read_bytes() != pad.read_bytes()
    ]

    assert len(bron) >= 1
    assert anders == []


def test_het_bsn_staat_op_elk_gemaakt_stuk_voor_uwv(vol: Path) -> None:
    """De tekst van elke PDF die wij maakten noemt het BSN."""
    bsn = zaak_van(vol).gegevens.werknemer.bsn or pytest.fail("Deze zaak heeft geen BSN.")
    manifest = json.loads((uitvoer(vol) / UWV / "manifest.json").read_text())
    gemaakt = [regel["bestand"] for regel in manifest["bestanden"] if regel["herkomst"] == "gemaakt"]
    zonder = [naam for naam in gemaakt if bsn not in pdf_tekst((uitvoer(vol) / UWV / naam).read_bytes())]

    assert len(gemaakt) > len(zaak_van(vol).bijlagen)
    assert zonder == []


@pytest.mark.parametrize("map_", [WERKNEMER, EIGEN])
def test_het_leesexemplaar_is_alles_achter_elkaar(vol: Path, map_: str) -> None:
    """Elk deel heeft een bladwijzer op zijn eerste bladzijde, en de tekst is die van de delen."""
    delen = sorted(pad for pad in (uitvoer(vol) / map_).glob("*.pdf") if pad.name != "leesexemplaar.pdf")
    heel = (uitvoer(vol) / map_ / "leesexemplaar.pdf").read_bytes()
    lengtes = []
    for pad in delen:
        with pikepdf.open(pad) as deel:
            lengtes.append(len(deel.pages))
    with pikepdf.open(uitvoer(vol) / map_ / "leesexemplaar.pdf") as pdf:
        aantal = len(pdf.pages)
        nummers: dict[Any, int] = {blad.objgen: nr for nr, blad in enumerate(pdf.pages)}
        with pdf.open_outline() as inhoud:
            doelen: list[tuple[str, Any]] = [(wijzer.title, wijzer.destination) for wijzer in inhoud.root]
            wijzers = [(titel, nummers[doel[0].objgen]) for titel, doel in doelen]

    assert [blad for _, blad in wijzers] == list(accumulate([0, *lengtes[:-1]]))
    assert len({titel for titel, _ in wijzers}) == len(delen)
    assert aantal == sum(lengtes)
    assert pdf_tekst(heel) == "".join(pdf_tekst(pad.read_bytes()) for pad in delen)


def test_de_eigen_map_van_de_werknemer_heeft_de_medische_informatie_erbij(vol: Path) -> None:
    """Alles uit de map voor de werknemer, en de stukken van de bedrijfsarts; het leesexemplaar is een ander."""
    open_, eigen = uitvoer(vol) / WERKNEMER, uitvoer(vol) / EIGEN
    gedeeld = namen(open_) - {"manifest.json", "leesexemplaar.pdf"}

    assert {naam for naam in gedeeld if (open_ / naam).read_bytes() != (eigen / naam).read_bytes()} == set()
    assert {re.sub(r"(-ondertekend)?\.pdf", "", naam) for naam in namen(eigen) - namen(open_)} == {
        "08-medische-informatie"
    }
    assert (open_ / "leesexemplaar.pdf").read_bytes() != (eigen / "leesexemplaar.pdf").read_bytes()


def test_niets_medisch_buiten_de_vertrouwelijke_map(vol: Path) -> None:
    """Geen woord dat alleen de bedrijfsarts schreef, staat in een ander bestand; in de eigen map staat het wel."""
    geheim = woorden_van_de_bedrijfsarts(vol)
    alles = (pad for pad in (vol / "uit").rglob("*.*") if pad.is_file() and pad.name != "leesexemplaar.pdf")
    buiten = [pad for pad in alles if "vertrouwelijk" not in pad.parts]
    elk = {afdruk: pad for pad in buiten for afdruk in [pad.read_bytes()]}
    lekken = {
        pad.relative_to(vol).as_posix()
        for inhoud, pad in elk.items()
        if any(w in leesbaar(pad, inhoud) for w in geheim)
    }
    eigen = pdf_tekst((uitvoer(vol) / EIGEN / "leesexemplaar.pdf").read_bytes()).lower()

    assert len(geheim) > 5
    assert [woord for woord in geheim if woord in eigen] == geheim
    assert {".pdf", ".docx", ".json"} <= {pad.suffix for pad in elk.values()}
    assert lekken == set()


def leesbaar(pad: Path, inhoud: bytes) -> str:
    """What a file says, in small letters and without white space."""
    if pad.suffix == ".pdf":
        return pdf_tekst(inhoud).lower()
    if pad.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            return "".join(pakket.read(deel).decode("utf-8", "replace") for deel in pakket.namelist()).lower()
    return inhoud.decode("utf-8").lower()


def woorden_van_de_bedrijfsarts(vol: Path) -> list[str]:
    """The long words of the confidential file that no open file of the case has."""
    map_ = zaakmap(vol)
    deel = laad_bedrijfsartsdeel(map_, laad_map(map_).gedeeld).deel
    assert deel
    assert deel.medische_informatie
    medisch = deel.medische_informatie
    geschreven = " ".join(
        filter(None, (medisch.diagnose, medisch.behandeling, medisch.beloop, medisch.onderliggende_gegevens))
    )
    open_ = [map_.parent / "organisaties.yaml", map_ / "zaak.yaml", *(map_ / "stukken").iterdir()]
    bekend = "".join(pad.read_text("utf-8").lower() for pad in open_)
    woorden = set(re.findall(r"[a-zë]{7,}", geschreven.lower()))
    formulier = {"september", "oktober", "augustus", "instituut"}
    return sorted(woord for woord in woorden - formulier if woord not in bekend)
