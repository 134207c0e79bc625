"""SIG-06 tot en met SIG-09: de scan van wie met de hand tekende, en het certificaat van wie digitaal tekent."""

import datetime as dt
from pathlib import Path

import pytest
from sohulp import alles, met

from regelproef import KENMERK, ORGANISATIES, PLAN, ZAAK, Wijziging, bevindingen, proef

PEILDATUM = dt.date(2026, 6, 1)
CODES = ("SIG-06", "SIG-07", "SIG-08", "SIG-09")
VAN_WERKNEMER = "{getekend_op: 2026-02-26, plaats: Heerlen, wijze: met_de_hand}"
PAD = "ondertekening.werknemer.scan"
AFDRUK, ANDERE = "0123456789abcdef" * 4, "f" * 64


def _werknemer(velden: str) -> Wijziging:
    return (PLAN, VAN_WERKNEMER, f"{{{velden}}}")


def _scan(naam: str, rest: str = "getekend_op: 2026-02-26, wijze: met_de_hand") -> tuple[Wijziging, ...]:
    """De handtekening met deze scan, die ook in de map ligt."""
    return (_werknemer(f"{rest}, scan: {naam}"), (f"{KENMERK}/bijlagen/{naam}", "", "%PDF-1.4"))


GEVALLEN: dict[str, tuple[tuple[Wijziging, ...], list[str]]] = {
    "de scan ligt in de map": (_scan("plan-van-aanpak.pdf"), []),
    "een eigen naam mag ook": (_scan("handtekening-van-de-werknemer.pdf"), []),
    "zonder wijze is het met de hand": (_scan("plan-van-aanpak.pdf", "getekend_op: 2026-02-26"), []),
    "de scan ligt er niet": (_scan("plan-van-aanpak.pdf")[:1], ["SIG-06"]),
    "de naam noemt de werknemer": (_scan("plan-hofstra.pdf"), ["SIG-07"]),
    "de naam verraadt iets medisch": (_scan("diagnose.pdf"), ["SIG-07"]),
    "de naam noemt een second opinion": (_scan("second-opinion.pdf"), ["SIG-07"]),
    "de naam heeft negen cijfers": (_scan("plan-999990019.pdf"), ["SIG-07"]),
    "de naam is geen naam": (_scan("Scan 1.PDF"), ["SIG-07"]),
    "het origineel van een ander stuk": (_scan("probleemanalyse.pdf"), ["SIG-07"]),
    "het origineel van een stuk dat er niet is": (_scan("bijstelling-plan-van-aanpak-07.pdf"), ["SIG-07"]),
    "het origineel van een andere versie": (_scan("plan-van-aanpak-v2.pdf"), ["SIG-07"]),
    "digitaal heeft geen scan": (_scan("plan-van-aanpak.pdf", "getekend_op: 2026-02-26, wijze: digitaal"), ["SIG-08"]),
    "een weigering heeft geen scan": (_scan("plan-van-aanpak.pdf", "geweigerd: {op: 2026-02-26, reden: Nee.}"), ["SIG-08"]),
    "niet getekend heeft geen scan": (_scan("plan-van-aanpak.pdf", "plaats: Heerlen"), ["SIG-08"]),
    "alles tegelijk": (_scan("probleemanalyse.pdf", "wijze: digitaal")[:1], ["SIG-07", "SIG-08"]),
}  # fmt: skip


@pytest.mark.parametrize("naam", GEVALLEN)
def test_wat_een_scan_moet_zijn(tmp_path: Path, naam: str) -> None:
    """Het bestand is er, de naam vertelt niets, en er is met de hand getekend."""
    wijzigingen, codes = GEVALLEN[naam]

    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == [(code, "fout", PLAN, PAD) for code in codes]


def test_een_scan_houdt_geen_stuk_tegen_en_zijn_naam_staat_in_geen_melding(tmp_path: Path) -> None:
    """De tekst van het stuk is goed; wat de naam vertelt, vertelt de melding niet nog eens."""
    (finding,) = bevindingen(tmp_path, CODES, _scan("plan-hofstra.pdf"), PEILDATUM)

    assert not finding.stopt
    assert "hofstra" not in f"{finding.melding}{finding.oplossing}{finding.voorstel}".lower()


def _eigen_scan(naam: str, *, ligt_er: bool = True) -> tuple[tuple[Wijziging, ...], dict[str, object]]:
    elders = ((f"{KENMERK}/bijlagen-bedrijfsarts/{naam}", "", "%PDF-1.4"),) if ligt_er else ()
    return elders, {
        "machtiging_overdracht.ondertekening.werknemer": {"getekend_op": "2026-02-23", "scan": naam}
    }


@pytest.mark.parametrize(
    ("naam", "ligt_er", "codes"),
    [
        ("second-opinion-machtiging-overdracht.pdf", True, []),
        ("second-opinion-machtiging-overdracht.pdf", False, ["SIG-06"]),
        ("second-opinion-vrijgave.pdf", True, ["SIG-07"]),
        ("machtiging-hofstra.pdf", True, ["SIG-07"]),
    ],
)
def test_een_scan_van_de_bedrijfsarts_ligt_bij_de_bedrijfsarts(
    tmp_path: Path, naam: str, ligt_er: bool, codes: list[str]
) -> None:
    """In een map die de werkgever niet heeft; daar mag een naam wel zeggen om wat voor stuk het gaat."""
    elders, anders = _eigen_scan(naam, ligt_er=ligt_er)
    pad = "machtiging_overdracht.ondertekening.werknemer.scan"

    assert alles(tmp_path, met(anders), CODES, elders=elders) == [(code, "fout", pad) for code in codes]


def _certificaat(persoon: str, *afdrukken: str) -> Wijziging:
    regels = "".join(f"      - {afdruk}\n" for afdruk in afdrukken)
    return (ORGANISATIES, f"  {persoon}:\n", f"  {persoon}:\n    certificaten:\n{regels}")


VAN_DE_WERKNEMER: Wijziging = (ZAAK, "  achternaam:", f"  certificaten: [{AFDRUK}]\n  achternaam:")
TWEEDE = ("SIG-09", "fout", ORGANISATIES, "personen.d-kok.certificaten.1")


@pytest.mark.parametrize(
    ("wijzigingen", "verwacht"),
    [
        ((_certificaat("b-smit", AFDRUK), _certificaat("d-kok", ANDERE)), []),
        ((_certificaat("b-smit", AFDRUK, AFDRUK),), []),
        ((_certificaat("b-smit", AFDRUK), _certificaat("d-kok", ANDERE, AFDRUK.upper())), [TWEEDE]),
        ((_certificaat("b-smit", ANDERE), VAN_DE_WERKNEMER), []),
        ((_certificaat("b-smit", AFDRUK), VAN_DE_WERKNEMER), [("SIG-09", "fout", ZAAK, "werknemer.certificaten.0")]),
    ],
)  # fmt: skip
def test_een_certificaat_is_van_een_persoon(
    tmp_path: Path, wijzigingen: tuple[Wijziging, ...], verwacht: list[tuple[str, ...]]
) -> None:
    """Hoe het ook is geschreven; tweemaal bij dezelfde persoon is geen twijfel."""
    assert proef(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht
