"""The fields of a case in a document: each in a control, and the map that says which field each of them shows.

A control carries a short key: Word may cut a tag at 64 characters. The map is a part of its own in the file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum

from lxml import etree

from dossiergen.render.boom import Element
from dossiergen.render.docx.besturing import Besturing, als_aanduiding, datumkiezer, keuzelijst, leeg, regel
from dossiergen.render.docx.celnaam import tabelnaam
from dossiergen.render.docx.wml import NS, Knoop

__all__ = ["KAART_NAAMRUIMTE", "Soort", "Velden"]

KAART_NAAMRUIMTE = "urn:dossiergen:velden:1"
_EERSTE_INVULVELD = 200_000
_NUMMER = re.compile(r"\d+ (?=\S)")
"""Of a heading: no part of what a field is called."""


class Soort(StrEnum):
    """How a field is edited, for whoever reads it back."""

    TEKST = "tekst"
    ALINEAS = "alineas"
    DATUM = "datum"
    KEUZE = "keuze"
    VINKEN = "vinken"


class Velden:
    """Hands out keys while one document is written, and remembers where it is, to name what it hands out."""

    def __init__(self) -> None:
        self._velden: list[tuple[str, Soort]] = []
        self._invulvelden = 0
        self._titels: Counter[str] = Counter()
        self._kop = ""
        self._cel = ""
        self._in_datumkolom = False

    def onder_kop(self, tekst: str) -> None:
        """What follows stands below this heading."""
        self._kop = _NUMMER.sub("", tekst, count=1) if _NUMMER.match(tekst) else tekst

    def naam_van_tabel(self, tabel: Element) -> str:
        """What the table is called that stands here."""
        return tabelnaam(tabel, self._kop)

    @contextmanager
    def in_cel(self, naam: str, *, datum: bool) -> Iterator[None]:
        """Within, a control is called by its cell; `datum`: one without text is for a day."""
        self._cel, self._in_datumkolom = naam, datum
        yield
        self._cel, self._in_datumkolom = "", False

    def om_regel(self, element: Element, runs: Sequence[Knoop], *, label: str = "") -> list[Knoop]:
        """The runs of a paragraph or a part of it, in a control if the element shows a field.

        `label`: what stands before it on its line, if that says what it is.
        """
        if not element.attr("data-veld"):
            return list(runs)
        besturing = self._besturing(element, label, is_leeg=not runs)
        inhoud = runs or [leeg()]
        opties, datum = element.attr("data-opties"), _datum(element)
        if opties:
            self._noteer(element, Soort.KEUZE)
            return [besturing.om(inhoud, keuzelijst(opties.split("|")), opmaak=_opmaak(runs))]
        if datum or (not runs and self._in_datumkolom):
            self._noteer(element, Soort.DATUM)
            return [besturing.om(inhoud, datumkiezer(datum), opmaak=_opmaak(runs))]
        self._noteer(element, Soort.TEKST)
        # A plain text control would lose a second look within it.
        soort = [regel()] if len(inhoud) == 1 else []
        return [besturing.om(inhoud, *soort, opmaak=_opmaak(runs))]

    def om_blok(self, element: Element, blokken: Sequence[Knoop]) -> list[Knoop]:
        """Whole paragraphs or a cell, in a control if the element shows a field."""
        if not element.attr("data-veld"):
            return list(blokken)
        besturing = self._besturing(element, "", is_leeg=element.attr("data-leeg") == "ja")
        if besturing.is_leeg:
            als_aanduiding(blokken)
        self._noteer(element, Soort.VINKEN if element.blok == "keuze" else Soort.ALINEAS)
        return [besturing.om(blokken)]

    def invulveld(self, vraag: str) -> Knoop:
        """A control without text, named after its question: what somebody else writes is no field of the case."""
        self._invulvelden += 1
        nummer = self._invulvelden
        besturing = Besturing(vraag, _EERSTE_INVULVELD + nummer, f"invul{nummer}", is_leeg=True)
        return besturing.om([leeg()], regel(meer_regels=True))

    def kaart(self, inhoud: str, herkomst: Mapping[str, str]) -> bytes:
        """The custom XML part: key, file and path of each field, what the document said, and which one it is."""
        wortel = etree.fromstring(f'<dossiergen xmlns="{KAART_NAAMRUIMTE}"/>')
        for naam, waarde in {**herkomst, "inhoud": inhoud}.items():
            wortel.set(naam, waarde)
        for nummer, (veld, soort) in enumerate(self._velden, 1):
            bestand, pad = veld.split("#", 1)
            etree.SubElement(
                wortel,
                f"{{{KAART_NAAMRUIMTE}}}veld",
                sleutel=f"v{nummer}",
                bestand=bestand,
                pad=pad,
                soort=soort.value,
            )
        return bytes(etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True))

    def _noteer(self, element: Element, soort: Soort) -> None:
        self._velden.append((element.attr("data-veld"), soort))

    def _besturing(self, element: Element, label: str, *, is_leeg: bool) -> Besturing:
        nummer = len(self._velden) + 1
        return Besturing(self._titel(element, label), nummer, f"v{nummer}", is_leeg=is_leeg)

    def _titel(self, element: Element, label: str) -> str:
        """What people call it; a second one of the same name is told apart by a number."""
        titel = element.attr("data-label") or label or self._cel or self._kop
        self._titels[titel] += 1
        aantal = self._titels[titel]
        return f"{titel} ({aantal})" if aantal > 1 else titel


def _opmaak(runs: Iterable[Knoop]) -> Knoop | None:
    """The look of the first run, which what is typed gets as well."""
    opmaak = next(iter(runs), None)
    gevonden = None if opmaak is None else opmaak.find("w:rPr", NS)
    return None if gevonden is None else etree.fromstring(etree.tostring(gevonden))


def _datum(element: Element) -> str:
    if element.naam == "time":
        return element.attr("datetime")
    kinderen = element.kinderen
    enige = kinderen[0] if len(kinderen) == 1 else ""
    return enige.attr("datetime") if isinstance(enige, Element) and enige.naam == "time" else ""
