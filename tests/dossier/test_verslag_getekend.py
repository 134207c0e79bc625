"""Wat in het bestand zelf is ondertekend, gaat zo mee in het verslag, byte voor byte."""

import datetime as dt
from pathlib import Path

import pikepdf

from dossiergen.dossier.riv import Verslagresultaat, maak_verslag
from dossiergen.dossier.uitvoer import Uitvoer
from dossierhulp import laad_map, vervang
from tekenhulp import TEKENDAG, Bureau
from verslaghulp import KENMERK, kleine_zaak, werkplaats

TOEN = dt.datetime(2026, 2, 12, 15, tzinfo=dt.UTC)
_MET_DE_HAND = "ondertekening:\n  bedrijfsarts: {persoon: c-vermaat, getekend_op: 2026-02-12, plaats: Groningen, wijze: met_de_hand}\n"


def _te_tekenen(bureau: Bureau) -> Path:
    """A case that has all that its verslag asks, but for the doctor's signature under the analysis."""
    zaak = kleine_zaak(bureau.cases)
    analyse = zaak / "stukken" / "probleemanalyse.yaml"
    vervang(analyse, "status: ondertekend", "status: definitief")
    vervang(analyse, _MET_DE_HAND, "")
    return zaak


def _riv(zaak: Path, uit: Path) -> Verslagresultaat:
    """On the day of signing: on an earlier one the signature is yet to come."""
    with Uitvoer(uit).open() as uitvoer:
        return maak_verslag(laad_map(zaak), werkplaats(), uitvoer, TEKENDAG, toch=False)


def test_het_ondertekende_bestand_gaat_mee_naar_uwv(tmp_path: Path) -> None:
    bureau = Bureau(tmp_path, zaken=(), moment=TOEN)
    zaak = _te_tekenen(bureau)
    sleutel = bureau.sleutel("c-vermaat", 21)
    bureau.render(KENMERK)
    getekend = bureau.teken(KENMERK, "probleemanalyse", sleutel)
    verslag = _riv(zaak, bureau.uit)

    assert (getekend.gelukt, verslag.gelukt) == (True, True)
    inhoud = getekend.paden[0].read_bytes()
    map_ = bureau.uit / KENMERK / "riv"
    for lezer in ("uwv", "werknemer"):
        assert (map_ / lezer / "01-probleemanalyse-ondertekend.pdf").read_bytes() == inhoud
    with pikepdf.open(map_ / "werknemer" / "leesexemplaar.pdf") as leesexemplaar:
        noten = [noot for blad in leesexemplaar.pages for noot in blad.obj.get("/Annots", ())]
    assert [str(noot.Contents) for noot in noten if noot.Subtype == "/Stamp"] == [
        "Handtekening van de bedrijfsarts"
    ]


def test_een_getekend_stuk_dat_er_niet_ligt_wordt_genoemd(tmp_path: Path) -> None:
    """In een andere uitvoermap kan niemand de handtekening nog eens zetten: het origineel hoort dan in bijlagen."""
    bureau = Bureau(tmp_path, zaken=(), moment=TOEN)
    zaak = _te_tekenen(bureau)
    sleutel = bureau.sleutel("c-vermaat", 21)
    bureau.render(KENMERK)
    inhoud = bureau.teken(KENMERK, "probleemanalyse", sleutel).paden[0].read_bytes()
    elders = _riv(zaak, tmp_path / "elders")
    genoemd = [finding.melding for finding in elders.findings if finding.code == "RIV-16"]
    assert "het ondertekende bestand niet in de uitvoer: probleemanalyse." in " ".join(genoemd)
    (zaak / "bijlagen" / "probleemanalyse.pdf").write_bytes(inhoud)
    met = _riv(zaak, tmp_path / "nog-elders")
    assert "probleemanalyse" not in " ".join(
        finding.melding for finding in met.findings if finding.code == "RIV-16"
    )
