"""Running text as runs: bold, italic, dates and fields."""

from dossiergen.render.boom import Element
from dossiergen.render.docx.velden import Velden
from dossiergen.render.docx.wml import Knoop, run, w

__all__ = ["runs", "veldregel"]


def veldregel(element: Element, velden: Velden) -> list[Knoop]:
    """The text of an element that is one paragraph, as a field if it is one."""
    return velden.om_regel(element, runs(element, velden))


def runs(element: Element, velden: Velden, opmaak: tuple[str, ...] = ()) -> list[Knoop]:
    """The text directly in an element, and in what is nested in it on the same line."""
    uit: list[Knoop] = []
    for kind in element.kinderen:
        if isinstance(kind, str):
            uit.append(run(kind, *(w(naam) for naam in opmaak)))
        elif kind.naam == "strong":
            uit.extend(velden.om_regel(kind, runs(kind, velden, ("b", *opmaak))))
        elif kind.naam == "em":
            uit.extend(velden.om_regel(kind, runs(kind, velden, (*opmaak, "i"))))
        elif kind.naam == "time":
            uit.extend(velden.om_regel(kind, runs(kind, velden, opmaak)))
    return uit
