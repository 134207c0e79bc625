"""Content controls as Word knows them: what can be typed, picked, chosen or ticked.

Nobody can throw one away by accident; what stands in it can be changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossiergen.render.docx.stijlen import AANDUIDING
from dossiergen.render.docx.wml import NS, SPATIE, Knoop, w, w14

__all__ = ["Besturing", "aankruisvak", "als_aanduiding", "datumkiezer", "keuzelijst", "leeg", "regel"]

# Word cuts titles and tags of controls here.
_LANGST = 64
_LETTER_MERKEN = "Segoe UI Symbol"


@dataclass(frozen=True, slots=True)
class Besturing:
    """What a control is called, by people and by the map of fields; `nummer` is its own in the document."""

    titel: str
    nummer: int
    sleutel: str = ""
    is_leeg: bool = False

    def om(self, inhoud: Iterable[Knoop], *soort: Knoop, opmaak: Knoop | None = None) -> Knoop:
        """The control around `inhoud`; `opmaak` is how what is typed in it looks.

        `soort` says how it is edited; without one, as paragraphs with a look of their own.
        """
        eigenschappen = w(
            "sdtPr",
            *([] if opmaak is None else [opmaak]),
            w("alias", val=self.titel[:_LANGST]),
            *([w("tag", val=self.sleutel)] if self.sleutel else []),
            w("id", val=self.nummer),
            w("lock", val="sdtLocked"),
            *([w("showingPlcHdr")] if self.is_leeg else []),
            *soort,
        )
        return w("sdt", eigenschappen, w("sdtContent", *inhoud))


def regel(*, meer_regels: bool = False) -> Knoop:
    """Plain text in one look."""
    return w("text", multiLine=1) if meer_regels else w("text")


def datumkiezer(datum: str) -> Knoop:
    """A calendar, opened at `datum` (ISO) if there is one."""
    return w(
        "date",
        w("dateFormat", val="d MMMM yyyy"),
        w("lid", val="nl-NL"),
        w("storeMappedDataAs", val="dateTime"),
        w("calendar", val="gregorian"),
        **({"fullDate": f"{datum}T00:00:00Z"} if datum else {}),
    )


def keuzelijst(opties: Sequence[str]) -> Knoop:
    """A list to choose one word from."""
    return w("dropDownList", *(w("listItem", displayText=optie, value=optie) for optie in opties))


def leeg() -> Knoop:
    """What stands in a control without text: Word shows one with nothing in it as nothing at all."""
    wit = w("t")
    wit.text = " " * 12
    wit.set(SPATIE, "preserve")
    return w("r", w("rPr", w("rStyle", val=AANDUIDING)), wit)


def als_aanduiding(inhoud: Iterable[Knoop]) -> None:
    """Make all text in `inhoud` what Word shows until somebody types."""
    for knoop in inhoud:
        for run in knoop.iter(f"{{{NS['w']}}}r"):
            opmaak = run.find("w:rPr", NS)
            if opmaak is None:
                opmaak = w("rPr")
                run.insert(0, opmaak)
            opmaak.insert(0, w("rStyle", val=AANDUIDING))


def aankruisvak(merk: str, optie: str, nummer: int) -> Knoop:
    """A box that can be clicked, named after its option; it shows the same mark as the PDF."""
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
    return Besturing(optie, nummer).om([w("r", letter, teken)], vak)
