"""What a signature says of its scan, against the folder where scans lie."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dossiergen.finding import Overtreding
from dossiergen.regels.ondertekening import handtekeningen
from dossiergen.zaak import STUKSOORTEN, Stuk
from dossiergen.zaak.bijlagen import NAAM, Naambezwaar, bezwaar_tegen_naam
from dossiergen.zaak.stukgegevens import Handtekening, Wijze

__all__ = ["Scanmap", "over_scans"]

_NAAMBEZWAREN = {
    Naambezwaar.VAN_BEDRIJFSARTS: "Deze naam is van een bestand van de bedrijfsarts.",
    Naambezwaar.MEDISCH: "De naam van deze scan verraadt medische gegevens.",
    Naambezwaar.SECOND_OPINION: "De naam van deze scan noemt een second opinion.",
    Naambezwaar.GEEN_NAAM: "De naam van een scan bestaat uit kleine letters, cijfers en streepjes, en eindigt op .pdf.",
    Naambezwaar.BSN: "De naam van deze scan bevat een nummer dat een BSN kan zijn.",
    Naambezwaar.WERKNEMER: "De naam van deze scan noemt de werknemer.",
    Naambezwaar.OORDEEL_WERKNEMER: "Deze naam is die van het oordeel van de werknemer.",
}


@dataclass(frozen=True, slots=True)
class Scanmap:
    """The folder where the scans of some documents lie. `namen`: of the employee, which no file name may hold."""

    naam: str
    aanwezig: Collection[str]
    stukken: tuple[Stuk, ...]
    namen: frozenset[str]
    is_vertrouwelijk: bool = False


def over_scans(stuk: Stuk, map_: Scanmap) -> Iterator[Overtreding]:
    """SIG-06 to SIG-08, by paths of the document."""
    for partij, handtekening in handtekeningen(stuk.gegevens):
        if handtekening is None or handtekening.scan is None:
            continue
        pad = ("ondertekening", partij, "scan")
        if melding := _tegenspraak(handtekening):
            yield Overtreding("SIG-08", stuk.bestand, pad, melding)
        tegen_naam = bezwaar_tegen_naam(handtekening.scan, map_.namen, is_vertrouwelijk=map_.is_vertrouwelijk)
        melding = (
            _NAAMBEZWAREN[tegen_naam] if tegen_naam else _van_een_ander(stuk, handtekening.scan, map_.stukken)
        )
        if melding:
            yield Overtreding("SIG-07", stuk.bestand, pad, melding)
        elif handtekening.scan not in map_.aanwezig:
            yield Overtreding("SIG-06", stuk.bestand, pad, f"Deze scan ligt niet in de map `{map_.naam}`.")


def _tegenspraak(handtekening: Handtekening) -> str:
    if handtekening.wijze is Wijze.DIGITAAL:
        return "Van een digitale handtekening is er geen scan."
    return "" if handtekening.getekend_op else "Er is een scan, maar niet vastgelegd dat is getekend."


def _van_een_ander(stuk: Stuk, naam: str, stukken: Iterable[Stuk]) -> str:
    """What is wrong with the name of an original: that of another document, or of another version."""
    delen = NAAM.fullmatch(naam)
    if delen is None:
        return ""
    soort, _, nummer = delen["stam"].rpartition("-")
    if delen["stam"] != stuk.naam:
        van_een_soort = delen["stam"] in STUKSOORTEN or (nummer.isdecimal() and soort in STUKSOORTEN)
        is_origineel = van_een_soort or any(ander.naam == delen["stam"] for ander in stukken)
        return "Deze naam is die van het origineel van een ander stuk." if is_origineel else ""
    andere = int(delen["versie"] or 1) != stuk.gegevens.versie
    return "Deze naam is die van het origineel van een andere versie." if andere else ""
