"""Names and figures that stay whole in Word, when all paragraphs are written.

Word breaks no word in a paragraph that says so. A control is left as it is: what is edited there goes back to the case.
"""

from dossiergen.render.docx.wml import NS, Knoop, w
from dossiergen.render.heel import Heel

__all__ = ["houd_heel"]

_W = f"{{{NS['w']}}}"
# In the schema these stand before it, as far as they are used here.
_ERVOOR = frozenset(
    f"{_W}{naam}"
    for naam in (
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "widowControl",
        "numPr",
        "pBdr",
        "shd",
        "tabs",
    )
)


def houd_heel(lijf: Knoop, heel: Heel) -> None:
    """Change all paragraphs below `lijf` in place."""
    for alinea in lijf.iter(f"{_W}p"):
        stukken = list(alinea.iter(f"{_W}t"))
        if heel.raakt("".join(stuk.text or "" for stuk in stukken)):
            _zonder_afbreken(alinea)
        for stuk in stukken:
            if next(stuk.iterancestors(f"{_W}sdtContent"), None) is None:
                stuk.text = heel.met_vast_wit(stuk.text or "")


def _zonder_afbreken(alinea: Knoop) -> None:
    opmaak = alinea.find(f"{_W}pPr")
    if opmaak is None or opmaak.find(f"{_W}suppressAutoHyphens") is not None:
        return
    plaats = sum(1 for kind in opmaak if kind.tag in _ERVOOR)
    opmaak.insert(plaats, w("suppressAutoHyphens"))
