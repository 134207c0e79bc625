"""Running text as runs: bold, italic, dates and fields."""

from collections.abc import Callable, Mapping

from dossiergen.render.boom import Element
from dossiergen.render.docx.velden import Velden
from dossiergen.render.docx.wml import Knoop, run, w

__all__ = ["runs", "veldregel"]

_LANGSTE_LABEL = 30
_OPMAAK: Mapping[str, Callable[[tuple[str, ...]], tuple[str, ...]]] = {
    "strong": lambda opmaak: ("b", *opmaak),
    "em": lambda opmaak: (*opmaak, "i"),
    "time": lambda opmaak: opmaak,
}


def veldregel(element: Element, velden: Velden) -> list[Knoop]:
    """The text of an element that is one paragraph, as a field if it is one."""
    return velden.om_regel(element, runs(element, velden))


def runs(element: Element, velden: Velden, opmaak: tuple[str, ...] = ()) -> list[Knoop]:
    """The text directly in an element, and in what is nested in it on the same line."""
    uit: list[Knoop] = []
    label = ""
    for kind in element.kinderen:
        if isinstance(kind, str):
            uit.append(run(kind, *(w(naam) for naam in opmaak)))
            label = _label(kind)
        elif kind.naam in _OPMAAK:
            eigen = runs(kind, velden, _OPMAAK[kind.naam](opmaak))
            uit.extend(velden.om_regel(kind, eigen, label=label))
    return uit


def _label(tekst: str) -> str:
    """The words before a colon, as in "Doel: ...", which say what follows."""
    kaal = tekst.rstrip()
    return kaal[:-1] if kaal.endswith(":") and len(kaal) < _LANGSTE_LABEL else ""
