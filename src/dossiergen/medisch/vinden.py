"""Reads a text sentence by sentence and says which words in it are medical."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dossiergen.medisch.codes import codes
from dossiergen.medisch.lexicon import DEEL, Term, adviezen, lexicon, soortnamen
from dossiergen.medisch.lezen import effen
from dossiergen.medisch.namen import namen
from dossiergen.medisch.omstandigheden import groep, vertelt_van_zichzelf
from dossiergen.medisch.treffer import NIEMAND, Omgeving, Treffer
from dossiergen.medisch.uitdrukking import onschuldig, uitdrukkingen, vindplaatsen
from dossiergen.medisch.woord import betekenis

__all__ = ["kan_medisch_zijn", "vind"]

_WOORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_ZINSEINDE = re.compile(r"(?<=[a-z0-9)\]'\"]{3})(?<!mevr)(?<!dhr)(?<!drs)[.!?]+\s+|\n\s*\n")
_REIKWIJDTE = 5


@dataclass(frozen=True, slots=True)
class _Woord:
    """A word of a sentence, as it was written, and in small letters without accents."""

    tekst: str
    effen: str
    begin: int
    einde: int


@dataclass(frozen=True, slots=True)
class _Vondst:
    """A term that a sentence has; `plek` counts words."""

    begin: int
    einde: int
    plek: int
    term: Term


def kan_medisch_zijn(tekst: str) -> bool:
    """Whether the text has any word that calls for a look. Nearly no text has."""
    return any(map(_trekt_aandacht, set(_WOORD.findall(effen(tekst)))))


def vind(tekst: str, omgeving: Omgeving = NIEMAND) -> tuple[Treffer, ...]:
    """The medical words of a text, in order; what overlaps is one."""
    vlak = effen(tekst)
    treffers: list[Treffer] = []
    for begin, einde in _zinnen(vlak):
        woorden = [
            _Woord(tekst[begin + m.start() : begin + m.end()], m[0], begin + m.start(), begin + m.end())
            for m in _WOORD.finditer(vlak[begin:einde])
        ]
        if any(_trekt_aandacht(woord.effen) for woord in woorden):
            treffers.extend(_in_zin(tekst, vlak, (begin, einde), woorden, omgeving))
    return tuple(_samengevoegd(sorted(treffers)))


def _zinnen(vlak: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for einde in _ZINSEINDE.finditer(vlak):
        yield begin, einde.end()
        begin = einde.end()
    if begin < len(vlak):
        yield begin, len(vlak)


@lru_cache(maxsize=20_000)
def _trekt_aandacht(woord: str) -> bool:
    return (
        betekenis(woord) is not None
        or woord in lexicon().reeksen
        or woord in uitdrukkingen().op_anker
        or woord.upper() in lexicon().afkortingen
        or _CODE.match(woord) is not None
    )


_CODE = re.compile(r"[a-z]?\d{2,3}$|dsm|icd")


def _in_zin(
    tekst: str, vlak: str, grens: tuple[int, int], woorden: list[_Woord], omgeving: Omgeving
) -> Iterator[Treffer]:
    begin, einde = grens
    vondsten = [*_woorden_met_betekenis(woorden), *_reeksen(woorden), *_lichaam(woorden)]
    kale = [woord.effen for woord in woorden]
    bekend = frozenset(kale)
    gezegden = [
        _Vondst(begin + van, begin + tot, _plek(woorden, begin + van), term)
        for van, tot, term in vindplaatsen(uitdrukkingen(), vlak[begin:einde], bekend)
        if term is not None
    ]
    vondsten += gezegden
    vondsten += (
        _Vondst(begin + van, begin + tot, _plek(woorden, begin + van), term)
        for van, tot, term in codes(tekst[begin:einde], bekend)
    )
    if not vondsten:
        return
    vrij = [(begin + a, begin + b) for a, b, _ in vindplaatsen(onschuldig(), vlak[begin:einde], bekend)]
    vrij += namen([(woord.tekst, woord.effen, woord.begin, woord.einde) for woord in woorden], omgeving)
    for vondst in vondsten:
        if not _gedekt(vondst, vrij) and vertelt_van_zichzelf(vondst.term, kale, vondst.plek, omgeving):
            yield _treffer(vondst)


def _woorden_met_betekenis(woorden: list[_Woord]) -> Iterator[_Vondst]:
    afkortingen = lexicon().afkortingen
    schreeuwt = sum(woord.tekst.isupper() for woord in woorden) > len(woorden) // 2 > 2
    for plek, woord in enumerate(woorden):
        term = betekenis(woord.effen)
        kort = term is None or term.sterkte == DEEL
        if kort and not schreeuwt and woord.effen not in lexicon().gewoon:
            # A compound with an abbreviation: "MS-patiënt".
            term = afkortingen.get(woord.tekst.partition("-")[0].partition("'")[0])
        if term is not None and term.sterkte != DEEL:
            yield _Vondst(woord.begin, woord.einde, plek, term)


def _reeksen(woorden: list[_Woord]) -> Iterator[_Vondst]:
    reeksen = lexicon().reeksen
    for plek, woord in enumerate(woorden):
        for rest, term in reeksen.get(woord.effen, ()):
            gevolgd = woorden[plek + 1 : plek + 1 + len(rest)]
            if tuple(w.effen for w in gevolgd) == rest:
                yield _Vondst(woord.begin, gevolgd[-1].einde, plek, term)


def _lichaam(woorden: list[_Woord]) -> Iterator[_Vondst]:
    """A part of the body with a complaint about it: "last van mijn knie", "de pols is gebroken"."""
    klacht, bepaler = groep("lichaamsklacht"), groep("bepaler")
    for plek, woord in enumerate(woorden):
        term = betekenis(woord.effen)
        if term is None or term.sterkte != DEEL:
            continue
        van, tot = max(0, plek - _REIKWIJDTE), plek + _REIKWIJDTE
        beide = [n for n in range(van, min(tot, len(woorden))) if n != plek and woorden[n].effen in klacht]
        naast = plek - 1 in beide or plek + 1 in beide
        if beide and (naast or (plek > 0 and woorden[plek - 1].effen in bepaler)):
            eerste, laatste = min(plek, beide[0]), max(plek, beide[0])
            yield _Vondst(woorden[eerste].begin, woorden[laatste].einde, plek, Term("klacht", term.advies))


def _plek(woorden: list[_Woord], begin: int) -> int:
    return next((plek for plek, woord in enumerate(woorden) if woord.einde > begin), 0)


def _gedekt(vondst: _Vondst, vrij: list[tuple[int, int]]) -> bool:
    return any(begin <= vondst.begin and vondst.einde <= einde for begin, einde in vrij)


def _treffer(vondst: _Vondst) -> Treffer:
    return Treffer(
        vondst.begin, vondst.einde, soortnamen()[vondst.term.soort], adviezen()[vondst.term.advies]
    )


def _samengevoegd(treffers: list[Treffer]) -> Iterator[Treffer]:
    einde = -1
    for treffer in treffers:
        if treffer.begin >= einde:
            yield treffer
            einde = treffer.einde
