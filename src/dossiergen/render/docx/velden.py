"""Content controls, and the map that says which field of the case each of them shows.

A control carries a short key: Word may cut a tag at 64 characters. The map is a part of its own in the file.
"""

from collections.abc import Mapping, Sequence

from lxml import etree

from dossiergen.render.boom import Element
from dossiergen.render.docx.wml import NS, Knoop, w, w14

__all__ = ["KAART_NAAMRUIMTE", "Velden", "aankruisvak"]

KAART_NAAMRUIMTE = "urn:dossiergen:velden:1"
_EERSTE_INVULVELD = 200_000
# Word cuts names of controls here.
_ALIAS = 64
_LETTER_MERKEN = "Segoe UI Symbol"


class Velden:
    """Hands out keys while one document is written."""

    def __init__(self) -> None:
        self._velden: list[str] = []
        self._invulvelden = 0

    def om_regel(self, element: Element, runs: Sequence[Knoop]) -> list[Knoop]:
        """The runs of a paragraph or a part of it, in a control if the element shows a field."""
        veld = element.attr("data-veld")
        if not veld or not runs:
            return list(runs)
        return [self._control(veld, self._soort(element, runs), runs)]

    def om_blok(self, element: Element, alineas: Sequence[Knoop]) -> list[Knoop]:
        """Whole paragraphs, in a control if the element shows a field."""
        veld = element.attr("data-veld")
        return [self._control(veld, (), alineas)] if veld else list(alineas)

    def invulveld(self, vraag: str) -> Knoop:
        """A control without text, named after its question: what somebody else writes is no field of the case."""
        self._invulvelden += 1
        nummer = self._invulvelden
        leeg = w("t")
        # Word shows a control without any text as nothing at all.
        leeg.text = " " * 12
        leeg.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        eigenschappen = w(
            "sdtPr",
            w("alias", val=vraag[:_ALIAS]),
            w("tag", val=f"invul{nummer}"),
            w("id", val=_EERSTE_INVULVELD + nummer),
            w("showingPlcHdr"),
            w("text", multiLine=1),
        )
        return w("sdt", eigenschappen, w("sdtContent", w("r", leeg)))

    def kaart(self, inhoud: str, herkomst: Mapping[str, str]) -> bytes:
        """The custom XML part: key, file and path of each field, what the document said, and which one it is."""
        wortel = etree.fromstring(f'<dossiergen xmlns="{KAART_NAAMRUIMTE}"/>')
        for naam, waarde in {**herkomst, "inhoud": inhoud}.items():
            wortel.set(naam, waarde)
        for nummer, veld in enumerate(self._velden, 1):
            bestand, pad = veld.split("#", 1)
            etree.SubElement(
                wortel, f"{{{KAART_NAAMRUIMTE}}}veld", sleutel=f"v{nummer}", bestand=bestand, pad=pad
            )
        return bytes(etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True))

    def _control(self, veld: str, soort: Sequence[Knoop], inhoud: Sequence[Knoop]) -> Knoop:
        self._velden.append(veld)
        sleutel = f"v{len(self._velden)}"
        eigenschappen = w(
            "sdtPr", w("alias", val=sleutel), w("tag", val=sleutel), w("id", val=len(self._velden)), *soort
        )
        return w("sdt", eigenschappen, w("sdtContent", *inhoud))

    def _soort(self, element: Element, runs: Sequence[Knoop]) -> Sequence[Knoop]:
        """A date picker for a date, plain text for one run, and rich text for what has a look of its own."""
        if datum := _datum(element):
            return [
                w(
                    "date",
                    w("dateFormat", val="d MMMM yyyy"),
                    w("lid", val="nl-NL"),
                    w("storeMappedDataAs", val="dateTime"),
                    w("calendar", val="gregorian"),
                    fullDate=f"{datum}T00:00:00Z",
                )
            ]
        return [w("text")] if len(runs) == 1 and _is_kaal(runs[0]) else []


def _is_kaal(knoop: Knoop) -> bool:
    """A run without formatting, which a plain text control would lose."""
    return etree.QName(knoop).localname == "r" and knoop.find("w:rPr", NS) is None


def _datum(element: Element) -> str:
    if element.naam == "time":
        return element.attr("datetime")
    kinderen = element.kinderen
    enige = kinderen[0] if len(kinderen) == 1 else ""
    return enige.attr("datetime") if isinstance(enige, Element) and enige.naam == "time" else ""


def aankruisvak(merk: str, nummer: int) -> Knoop:
    """A box that can be clicked, before an option; it shows the same mark as the PDF."""
    teken = w("t")
    teken.text = merk
    letter = w(
        "rPr",
        w("rFonts", ascii=_LETTER_MERKEN, hAnsi=_LETTER_MERKEN, eastAsia=_LETTER_MERKEN, cs=_LETTER_MERKEN),
    )
    vak = w14(
        "checkbox",
        w14("checked", val=int(merk == "☑")),
        w14("checkedState", val="2611", font=_LETTER_MERKEN),
        w14("uncheckedState", val="2610", font=_LETTER_MERKEN),
    )
    return w("sdt", w("sdtPr", w("id", val=nummer), vak), w("sdtContent", w("r", letter, teken)))
