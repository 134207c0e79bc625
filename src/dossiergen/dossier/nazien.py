"""Looks at finished files before they are handed over: what they say, and what they say about themselves.

The last guard, not the first: that nothing confidential can reach these files is shown elsewhere.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from lxml import etree

from dossiergen.dossier.bestandstekst import (
    delen_van,
    kaal,
    labeltekst,
    lopende_koppen,
    pdftekst,
    woordtekst,
)
from dossiergen.dossier.keuring.gelezen import Gelezen, gelezen
from dossiergen.dossier.metagegevens import pdf_verraadt, woord_verraadt
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.stukken.opmaak import datum
from dossiergen.zaak import Bedrijfsartsdeel, Doelgroep

__all__ = ["Bestand", "Geheim", "einde_klopt", "geheim_van", "zeggen_hetzelfde", "zie_na"]

_ZINSDEEL = re.compile(r"[.;:!?\n]+")
_KORTST = 8
# "Geen behandeling" may stand anywhere; what is longer, nobody writes twice by chance.
_KORTST_OVERGENOMEN = 16
_MEDISCH = {"diagnose", "behandeling", "onderliggende_gegevens"}


@dataclass(frozen=True, slots=True)
class Bestand:
    """A finished document as a finding names it; without `docx` it is a paper that others wrote."""

    plaats: str
    pdf: bytes
    docx: bytes | None = None
    lezers: frozenset[Doelgroep] = frozenset({Doelgroep.UWV, Doelgroep.WERKNEMER})
    """All who get it: of a verslag mostly both."""


@dataclass(frozen=True, slots=True)
class Geheim:
    """Pieces of text that only the bedrijfsarts has, letters and digits only."""

    delen: frozenset[str]


def geheim_van(
    deel: Bedrijfsartsdeel | None, van_de_zaak: Mapping[str, object], van_sjablonen: Iterable[str]
) -> Geheim:
    """Every sentence of the bedrijfsarts' own part that stands in nothing open: no file of the case, no template.

    Of what is medical by its field, also what somebody copied into a document: that is the leak itself.
    `van_de_zaak`: what the files of the case hold, by their names.
    """
    if deel is None:
        return Geheim(frozenset())
    gegevens = [data for naam, data in van_de_zaak.items() if not naam.startswith("stukken/")]
    bekend = kaal("\n".join([*van_sjablonen, *_teksten(gegevens)])).casefold()
    openbaar = kaal("\n".join(_teksten(van_de_zaak))).casefold()
    zinnen = {zin for zin in _zinnen(deel.model_dump()) if len(zin) >= _KORTST and zin not in bekend}
    medisch = deel.medische_informatie.model_dump(include=_MEDISCH) if deel.medische_informatie else {}
    overgenomen = {zin for zin in _zinnen(medisch) if len(zin) >= _KORTST_OVERGENOMEN} & zinnen
    return Geheim(frozenset(overgenomen | {zin for zin in zinnen if zin not in openbaar}))


def _zinnen(data: Any) -> Iterator[str]:
    for tekst in _teksten(data):
        yield from (kaal(zin).casefold() for zin in _ZINSDEEL.split(tekst))


def _teksten(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for waarde in data.values():
            yield from _teksten(waarde)
    elif isinstance(data, list | tuple):
        for waarde in data:
            yield from _teksten(waarde)


def zie_na(bestanden: Iterable[Bestand], geheim: Geheim) -> Iterator[Finding]:
    """PRV-06, PRV-07 and RIV-15."""
    for bestand in bestanden:
        if _lekt(bestand, geheim):
            yield _meld("PRV-06", bestand)
        if bestand.docx is None:
            continue
        with gelezen(bestand.pdf) as pdf:
            if pdf_verraadt(pdf.pdf) or woord_verraadt(bestand.docx, bestand.lezers):
                yield _meld("PRV-07", bestand)
            if not zeggen_hetzelfde(pdf, bestand.docx):
                yield _meld("RIV-15", bestand)


def einde_klopt(pdf: bytes, einde: dt.date | None) -> bool:
    """Whether a verslag names the end of the waiting period that the calendar gives (CAL-35).

    Looks for the day and not for a label, which is the template's. None: the calendar has no end to be named.
    """
    return einde is None or kaal(datum(einde)) in pdftekst(pdf)


def _meld(code: str, bestand: Bestand) -> Finding:
    return CATALOGUS[code].finding(Plaats(bestand.plaats))


def _lekt(bestand: Bestand, geheim: Geheim) -> bool:
    if not geheim.delen:
        return False
    tekst = pdftekst(bestand.pdf) + "".join(_van_pdf(bestand.pdf))
    if bestand.docx is not None:
        tekst += "".join(_van_word(bestand.docx))
    tekst = tekst.casefold()
    return any(deel in tekst for deel in geheim.delen)


def _van_pdf(pdf: bytes) -> Iterator[str]:
    """What a PDF says about itself: properties, and the metadata in it."""
    with pikepdf.open(io.BytesIO(pdf)) as inhoud:
        for waarde in inhoud.docinfo.values():
            yield kaal(str(waarde))
        if "/Metadata" in inhoud.Root:
            yield kaal(inhoud.Root.Metadata.read_bytes().decode("utf-8", "replace"))


def _van_word(docx: bytes) -> Iterator[str]:
    for naam, inhoud in delen_van(docx).items():
        if naam.endswith((".xml", ".rels")):
            wortel = etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False))
            yield kaal("".join(str(deel) for deel in wortel.itertext()))
            yield kaal("".join(str(waarde) for knoop in wortel.iter() for waarde in knoop.attrib.values()))


def zeggen_hetzelfde(pdf: Gelezen, docx: bytes) -> bool:
    """Whether both files say the same, from the first letter to the last."""
    gezegd = labeltekst(pdf)
    return gezegd.tekst == woordtekst(docx) and _zelfde_koppen(gezegd.naast, lopende_koppen(docx))


def _zelfde_koppen(naast: Sequence[str], koppen: tuple[str, ...]) -> bool:
    """Whether each page ends with its head, its foot and its number; the first may have another head."""
    gewoon, eerste = koppen
    return all(
        tekst.endswith(f"{eerste if nummer == 1 else gewoon}pagina{nummer}van{len(naast)}")
        for nummer, tekst in enumerate(naast, 1)
    )
