"""White space and cohesion of paragraphs that are already written.

Word has no white space around tables, lists or frames: it belongs to the paragraph before or after.
"""

from collections.abc import Sequence

from dossiergen.render.docx.wml import NS, Knoop, twips, w

__all__ = ["bijeen", "met_volgende", "wit_na", "wit_voor"]

_W = f"{{{NS['w']}}}"
_KOPPEN = frozenset({"Kop1", "Kop2", "Kop3", "Betreft", "Briefkop"})


def _alineas(knoop: Knoop) -> list[Knoop]:
    return list(knoop.iter(f"{_W}p"))


def _eigenschap(alinea: Knoop, naam: str) -> Knoop | None:
    return alinea.find(f"{_W}pPr/{_W}{naam}")


def _zet(alinea: Knoop, kant: str, mm: float) -> None:
    opmaak = alinea.find(f"{_W}pPr")
    if opmaak is None:
        return
    wit = opmaak.find(f"{_W}spacing")
    if wit is None:
        wit = w("spacing")
        inspringing = opmaak.find(f"{_W}ind")
        # The schema wants spacing before the indent.
        opmaak.insert(len(opmaak) if inspringing is None else opmaak.index(inspringing), wit)
    wit.set(f"{_W}{kant}", str(twips(mm)))


def wit_voor(knoop: Knoop, mm: float, *, ook_kop: bool = False) -> None:
    """White above the first paragraph in `knoop`; a heading has its own already."""
    alinea = _alineas(knoop)[0]
    stijl = _eigenschap(alinea, "pStyle")
    is_kop = stijl is not None and stijl.get(f"{_W}val") in _KOPPEN
    wit = _eigenschap(alinea, "spacing")
    heeft_wit = wit is not None and wit.get(f"{_W}before") is not None
    if not heeft_wit and (ook_kop or not is_kop):
        _zet(alinea, "before", mm)


def wit_na(knoop: Knoop, mm: float) -> None:
    """White below the last paragraph in `knoop`."""
    _zet(_alineas(knoop)[-1], "after", mm)


def met_volgende(knoop: Knoop) -> None:
    """Keep the last paragraph in `knoop` on the page of what follows."""
    alinea = _alineas(knoop)[-1]
    stijl = _eigenschap(alinea, "pStyle")
    if stijl is not None and _eigenschap(alinea, "keepNext") is None:
        stijl.addnext(w("keepNext"))


def bijeen(knopen: Sequence[Knoop]) -> None:
    """Keep all paragraphs on one page."""
    alineas = [alinea for knoop in knopen for alinea in _alineas(knoop)]
    for alinea in alineas:
        stijl = _eigenschap(alinea, "pStyle")
        if stijl is not None and _eigenschap(alinea, "keepNext") is None:
            stijl.addnext(w("keepLines"))
            if alinea is not alineas[-1]:
                stijl.addnext(w("keepNext"))
