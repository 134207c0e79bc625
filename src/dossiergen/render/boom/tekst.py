"""The text of a document in reading order, list marks included: what both formats must show."""

from collections.abc import Iterator

from dossiergen.render.boom.waarden import Boom, Element
from dossiergen.render.boom.woordenschat import INLINE

__all__ = ["merk", "tekst"]


def tekst(boom: Boom) -> str:
    """One line for each paragraph, heading, list item and cell."""
    return "\n".join(regel for regel in _regels(boom.artikel) if regel)


def merk(lijst: Element, nummer: int) -> str:
    """The mark before item `nummer` (counted from 1) of `lijst`."""
    if lijst.naam == "ol":
        return f"{nummer}."
    if lijst.blok != "keuze":
        return "•"
    return "☑" if lijst.elementen[nummer - 1].attr("data-gekozen") == "ja" else "☐"


def _regels(element: Element) -> Iterator[str]:
    lopend = ""
    for kind in element.kinderen:
        if isinstance(kind, str) or kind.naam in INLINE:
            lopend += kind if isinstance(kind, str) else kind.platte_tekst
    yield lopend
    nummer = 0
    for kind in element.elementen:
        if kind.naam in INLINE:
            continue
        if kind.naam == "li":
            nummer += 1
            yield merk(element, nummer)
        yield from _regels(kind)
