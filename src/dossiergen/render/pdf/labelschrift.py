"""Writes a tree of labels into a PDF that WeasyPrint has put together, in the place of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf  # type: ignore[import-untyped]

from dossiergen.errors import SjabloonFout
from dossiergen.render.pdf.labels import Label, Plek, Veld, Waarde
from dossiergen.render.pdf.velden import Velden

__all__ = ["Bladverf", "Sier", "schrijf"]

Sier = dict[int, Mapping[str, str]]
"""What is painted on a page and is no content: by number, the properties of an artifact."""


@dataclass(frozen=True, slots=True)
class Bladverf:
    """A painted page: its content, which of it is decoration, and what is read aloud in the place of some numbers."""

    stroom: Any
    sier: Sier
    woorden: Mapping[int, str]


def schrijf(pdf: Any, wortel: Label, bladen: Sequence[Bladverf]) -> None:
    """Replace all tags. Raises SjabloonFout for text that cannot have one."""
    _Schrift(pdf, [_merk(blad) for blad in bladen]).schrijf(wortel)


def _merk(blad: Bladverf) -> Mapping[int, int]:
    """Turn into artifacts what is none of the content, and number the rest anew; by old number."""
    nieuw: dict[int, int] = {}
    stukken = blad.stroom.stream
    for plaats, stuk in enumerate(stukken):
        if not isinstance(stuk, pydyf.Dictionary) or "MCID" not in stuk:
            continue
        oud = stuk["MCID"]
        if oud in blad.sier:
            stukken[plaats - 1] = "/Artifact"
            stukken[plaats] = pydyf.Dictionary(blad.sier[oud])
            continue
        stuk["MCID"] = nieuw[oud] = len(nieuw)
        if oud in blad.woorden:
            stuk["ActualText"] = pydyf.String(blad.woorden[oud])
    return nieuw


class _Schrift:
    """Puts the labels where WeasyPrint had its own: each as an object of the PDF, below the root that is there."""

    def __init__(self, pdf: Any, nummers: Sequence[Mapping[int, int]]) -> None:
        self._pdf = pdf
        self._bladen = pdf.page_references
        self._nummers = nummers
        self._wortel = pdf.objects[_nummer(pdf.catalog["StructTreeRoot"])]
        self._oude = [
            ding for ding in pdf.objects if isinstance(ding, dict) and ding.get("Type") == "/StructElem"
        ]
        self._vrij = iter(self._oude)
        self._eigenaars: list[list[Any]] = [[None] * len(nummer) for nummer in nummers]
        self._namen: list[tuple[str, bytes]] = []
        self._velden = Velden(pdf, len(nummers))

    def schrijf(self, boom: Label) -> None:
        document = self._zet(boom, self._wortel.reference)
        if any(None in blad for blad in self._eigenaars):
            raise ValueError("WeasyPrint schrijft zijn labels anders dan verwacht.")
        ouders = self._pdf.objects[_nummer(self._wortel["ParentTree"])]
        ouders["Nums"] = pydyf.Array(
            deel
            for nummer, ouder in enumerate((*map(pydyf.Array, self._eigenaars), *self._velden.ouders))
            for deel in (nummer, ouder)
        )
        self._wortel["K"] = document
        self._wortel["ParentTreeNextKey"] = len(self._eigenaars) + len(self._velden.ouders)
        self._velden.sluit()
        if self._namen:
            namen = pydyf.Array(
                deel for naam, verwijzing in sorted(self._namen) for deel in (pydyf.String(naam), verwijzing)
            )
            self._wortel["IDTree"] = pydyf.Dictionary({"Names": namen})
        for ding in self._vrij:
            _geef_vrij(ding)

    def _zet(self, label: Label, ouder: bytes) -> bytes:
        ding: Any = next(self._vrij, None)
        if ding is None:
            ding = pydyf.Dictionary()
            self._pdf.add_object(ding)
        ding.clear()
        verwijzing: bytes = ding.reference
        ding.update({"Type": "/StructElem", "S": f"/{label.soort}", "P": ouder})
        ding.update({naam: _geschreven(waarde) for naam, waarde in label.eigen.items()})
        if isinstance(naam := label.eigen.get("ID"), str):
            self._namen.append((naam, verwijzing))
        if label.kenmerken:
            kenmerken = [
                pydyf.Dictionary(
                    {"O": f"/{eigenaar}"} | {naam: _geschreven(waarde) for naam, waarde in waarden.items()}
                )
                for eigenaar, waarden in label.kenmerken.items()
            ]
            ding["A"] = kenmerken[0] if len(kenmerken) == 1 else pydyf.Array(kenmerken)
        blad = next((kind.blad for kind in label.kinderen if isinstance(kind, Plek)), None)
        if blad is not None:
            ding["Pg"] = self._bladen[blad]
        kinderen = list(self._kinderen(label, verwijzing, blad))
        # What a signature may change is looked for here by those who judge what came after another one: not in an array.
        ding["K"] = kinderen[0] if label.soort == "Form" else pydyf.Array(kinderen)
        return verwijzing

    def _kinderen(self, label: Label, verwijzing: bytes, blad: int | None) -> Iterator[object]:
        for kind in label.kinderen:
            if isinstance(kind, Label):
                yield self._zet(kind, verwijzing)
                continue
            if isinstance(kind, Veld):
                yield self._velden.zet(kind, verwijzing)
                continue
            nummer = self._nummers[kind.blad].get(kind.nummer)
            if nummer is None:
                raise SjabloonFout(
                    "De huisstijl maakt tekst doorzichtig; zo'n tekst is niet van een label te voorzien.",
                    "Gebruik een lichtere kleur in plaats van opacity.",
                )
            self._eigenaars[kind.blad][nummer] = verwijzing
            if kind.blad == blad:
                yield nummer
            else:
                yield pydyf.Dictionary({"Type": "/MCR", "Pg": self._bladen[kind.blad], "MCID": nummer})


def _nummer(verwijzing: bytes) -> int:
    return int(verwijzing.split()[0])


def _geschreven(waarde: Waarde) -> object:
    """A value as PDF has it; text in an array is the name of another tag."""
    if isinstance(waarde, tuple):
        return pydyf.Array(_geschreven(deel) for deel in waarde)
    if isinstance(waarde, str) and not waarde.startswith("/"):
        return pydyf.String(waarde)
    return waarde


def _geef_vrij(ding: Any) -> None:
    """An object that nothing refers to any more: free in the table of objects, as number 0 is."""
    ding.clear()
    ding.number, ding.generation, ding.free = 0, 65535, "f"
