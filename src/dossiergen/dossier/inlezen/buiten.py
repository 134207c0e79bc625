"""What somebody changed where no field is: each difference with where it is, so that nothing is lost in silence."""

import difflib
from collections.abc import Iterator

from dossiergen.dossier.inlezen.lezing import Lezing, zonder_sloten
from dossiergen.dossier.inlezen.voorstel import Buiten
from dossiergen.finding import CATALOGUS, Finding, Plaats

__all__ = ["buiten_de_velden"]

_WERKWOORD = {
    "insert": "is tekst toegevoegd",
    "delete": "is tekst verwijderd",
    "replace": "is tekst veranderd",
}
_RANDEN = frozenset({"koptekst", "voettekst"})


def buiten_de_velden(naam: str, toen: Lezing, nu: Lezing) -> Iterator[Buiten]:
    """Text, heads and feet, and what is no text; `naam` is what findings call the file."""
    yield from _tekst(naam, toen, nu)
    for rand, tekst in sorted(toen.randen - nu.randen):
        yield Buiten(_finding(naam, f"In de {rand} ontbreekt tekst."), oud=(tekst,))
    for rand, tekst in sorted(nu.randen - toen.randen):
        yield Buiten(_finding(naam, f"In de {rand} staat andere tekst."), nieuw=(tekst,))
    for wat, waar in sorted(toen.bijzonder - nu.bijzonder):
        yield Buiten(_finding(naam, f"{_zin(waar)} ontbreekt {wat}."))
    for (wat, waar), aantal in sorted((nu.bijzonder - toen.bijzonder).items()):
        hoe_vaak = f", {aantal} keer" if aantal > 1 else ""
        yield Buiten(_finding(naam, f"{_zin(waar)} staat {wat}{hoe_vaak}."))


def _tekst(naam: str, toen: Lezing, nu: Lezing) -> Iterator[Buiten]:
    eerder, later = [een.tekst for een in toen.alineas], [een.tekst for een in nu.alineas]
    for soort, a, b, c, d in difflib.SequenceMatcher(None, eerder, later, autojunk=False).get_opcodes():
        if soort == "equal":
            continue
        waar = nu.alineas[c].waar if soort == "insert" else toen.alineas[a].waar
        yield Buiten(
            _finding(naam, f"{_zin(waar)} {_WERKWOORD[soort]}."),
            tuple(zonder_sloten(tekst) for tekst in eerder[a:b]),
            tuple(zonder_sloten(tekst) for tekst in later[c:d]),
        )


def _finding(naam: str, melding: str) -> Finding:
    return CATALOGUS["INL-10"].finding(Plaats(naam), melding)


def _zin(waar: str) -> str:
    return f"In de {waar}" if waar in _RANDEN else waar[:1].upper() + waar[1:]
