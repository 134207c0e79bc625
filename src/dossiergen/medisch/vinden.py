"""Reads a text sentence by sentence and says which words in it are medical."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dossiergen.medisch.codes import codes
from dossiergen.medisch.lexicon import DEEL, Term, groep, lexicon
from dossiergen.medisch.lezen import effen
from dossiergen.medisch.namen import namen
from dossiergen.medisch.omstandigheden import vertelt_van_zichzelf
from dossiergen.medisch.treffer import NIEMAND, Achtergrond, Treffer
from dossiergen.medisch.uitdrukking import eisen_van, vindplaatsen
from dossiergen.medisch.woord import betekenis

__all__ = ["aandachtswoorden", "noemt_afkorting", "noemt_een_van", "vind"]

_WOORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_ZINSEINDE = re.compile(r"(?<=[a-z0-9)\]'\"]{3})(?<!mevr)(?<!dhr)(?<!drs)[.!?]+\s+|\n\s*\n")
_HOOFDLETTERS = re.compile(r"[A-Z][A-Z0-9]+")
_TUSSENRUIMTE = {nummer: " " for nummer in range(128) if not (chr(nummer).isalnum() or chr(nummer) in "'-")}
_GENOEG = 50_000
# Whoever writes a sentence of a page does not say at its end whom its beginning is about.
_UITZICHT = 40
_REIKWIJDTE = 7


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


def aandachtswoorden(tekst: str) -> tuple[str, ...]:
    """The words that call for a look, in small letters. Abbreviations show in capitals only: `noemt_afkorting`."""
    alle = set(_WOORD.findall(effen(tekst)))
    return tuple(woord for woord in alle - _saai() if _trekt_aandacht(woord, alle))


def noemt_een_van(tekst: str, woorden: tuple[str, ...]) -> bool:
    """Whether one of these `aandachtswoorden` may stand in it: a quick look, that lets through too much."""
    vlak = effen(tekst)
    return any(woord in vlak for woord in woorden)


def vind(tekst: str, omgeving: Achtergrond = NIEMAND) -> tuple[Treffer, ...]:
    """The medical words of a text, in order; what overlaps is one."""
    vlak = effen(tekst)
    if not (_bevat_iets(vlak) or noemt_afkorting(tekst)):
        return ()
    treffers = [
        treffer
        for begin, einde in _zinnen(vlak)
        if _bevat_iets(vlak[begin:einde]) or noemt_afkorting(tekst[begin:einde])
        for treffer in _in_zin(tekst, vlak, (begin, einde), omgeving)
    ]
    return tuple(_samengevoegd(sorted(treffers)))


def _bevat_iets(vlak: str) -> bool:
    """Whether a word says something by itself, or together with what else is there."""
    # Splitting takes a third of the time of searching, and mostly there is nothing to search for.
    if _saai().issuperset(vlak.translate(_TUSSENRUIMTE).split()):
        return False
    alle = set(_WOORD.findall(vlak))
    return any(_trekt_aandacht(woord, alle) for woord in alle - _saai())


@cache
def _saai() -> set[str]:
    """Words that say nothing, nearly all there are: known ones, and those that were looked up before."""
    return set(lexicon().rustig)


def _trekt_aandacht(woord: str, alle: set[str]) -> bool:
    eisen = _eisen(woord)
    if not eisen and len(_saai()) < _GENOEG:
        _saai().add(woord)
    return any(all(not keuzes.isdisjoint(alle) for keuzes in eis) for eis in eisen)


@lru_cache(maxsize=20_000)
def _eisen(woord: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """What has to stand beside a word to make it worth a look: one of these sets of choices; perhaps an empty one."""
    term = betekenis(woord)
    if (term is not None and term.sterkte != DEEL) or _CODE.match(woord) is not None:
        return ((),)
    van_lijf = () if term is None else ((groep("lichaamsklacht").heel,),)
    return (*van_lijf, *eisen_van(lexicon().uitdrukkingen, woord))


def noemt_afkorting(tekst: str) -> bool:
    """Whether it has a word in capitals that may be a disease or a treatment."""
    return any(woord in lexicon().afkortingen for woord in _HOOFDLETTERS.findall(tekst))


def _zinnen(vlak: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for einde in _ZINSEINDE.finditer(vlak):
        yield begin, einde.end()
        begin = einde.end()
    if begin < len(vlak):
        yield begin, len(vlak)


_CODE = re.compile(r"[a-z]\d{2,3}$|dsm|icd")


def _in_zin(tekst: str, vlak: str, grens: tuple[int, int], omgeving: Achtergrond) -> Iterator[Treffer]:
    woorden = [
        _Woord(tekst[m.start() : m.end()], m[0], m.start(), m.end()) for m in _WOORD.finditer(vlak, *grens)
    ]
    kale = [woord.effen for woord in woorden]
    vondsten = [
        *_woorden_met_betekenis(woorden),
        *_lichaam(woorden),
        *_gezegden(vlak, grens, woorden, frozenset(kale)),
        *_codes(tekst, grens, woorden, frozenset(kale)),
    ]
    if not vondsten:
        return
    vrij = [(van, tot) for van, tot, _ in _plaatsen(lexicon().onschuldig, vlak, grens, frozenset(kale))]
    genoemd = list(
        namen([(woord.tekst, woord.effen, woord.begin, woord.einde) for woord in woorden], omgeving)
    )
    for vondst in vondsten:
        begin = max(0, vondst.plek - _UITZICHT)
        rond = kale[begin : vondst.plek + _UITZICHT]
        in_naam = not _is_eigennaam(vondst, vlak) and _gedekt(vondst, genoemd)
        if (
            not in_naam
            and not _gedekt(vondst, vrij)
            and vertelt_van_zichzelf(vondst.term, rond, vondst.plek - begin, omgeving)
        ):
            yield _treffer(vondst)


def _plaatsen(
    op_anker: Mapping[str, str], vlak: str, grens: tuple[int, int], woorden: frozenset[str]
) -> Iterator[tuple[int, int, int]]:
    begin, einde = grens
    for van, tot, nummer in vindplaatsen(op_anker, vlak[begin:einde], woorden):
        yield begin + van, begin + tot, nummer


def _gezegden(
    vlak: str, grens: tuple[int, int], woorden: list[_Woord], kale: frozenset[str]
) -> Iterator[_Vondst]:
    boek = lexicon()
    for van, tot, nummer in _plaatsen(boek.uitdrukkingen, vlak, grens, kale):
        yield _Vondst(van, tot, _plek(woorden, tot - 1), boek.termen[nummer])


def _codes(
    tekst: str, grens: tuple[int, int], woorden: list[_Woord], kale: frozenset[str]
) -> Iterator[_Vondst]:
    begin, einde = grens
    for van, tot, term in codes(tekst[begin:einde], kale):
        yield _Vondst(begin + van, begin + tot, _plek(woorden, begin + van), term)


def _woorden_met_betekenis(woorden: list[_Woord]) -> Iterator[_Vondst]:
    boek = lexicon()
    schreeuwt = sum(woord.tekst.isupper() for woord in woorden) > len(woorden) // 2 > 2
    for plek, woord in enumerate(woorden):
        term = betekenis(woord.effen)
        kort = term is None or term.sterkte == DEEL
        if kort and not schreeuwt and woord.effen not in boek.gewoon:
            # A compound with an abbreviation: "MS-patiënt".
            term = boek.afkorting(woord.tekst.partition("-")[0].partition("'")[0])
        if term is not None and term.sterkte != DEEL:
            yield _Vondst(woord.begin, woord.einde, plek, term)


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
            dichtst = min(beide, key=lambda n: abs(n - plek))
            eerste, laatste = min(plek, dichtst), max(plek, dichtst)
            yield _Vondst(woorden[eerste].begin, woorden[laatste].einde, plek, Term("klacht", term.advies))


def _plek(woorden: list[_Woord], begin: int) -> int:
    return min(bisect_right(woorden, begin, key=lambda woord: woord.einde), len(woorden) - 1)


def _is_eigennaam(vondst: _Vondst, vlak: str) -> bool:
    """Of a hospital or a disease, in several words: nobody else is called so."""
    return vondst.term.soort in {"instelling", "ziekte"} and " " in vlak[vondst.begin : vondst.einde]


def _gedekt(vondst: _Vondst, vrij: list[tuple[int, int]]) -> bool:
    return any(begin < vondst.einde and vondst.begin < einde for begin, einde in vrij)


def _treffer(vondst: _Vondst) -> Treffer:
    boek = lexicon()
    return Treffer(
        vondst.begin, vondst.einde, boek.soortnamen[vondst.term.soort], boek.adviezen[vondst.term.advies]
    )


def _samengevoegd(treffers: list[Treffer]) -> Iterator[Treffer]:
    einde = -1
    for treffer in treffers:
        if treffer.begin >= einde:
            yield treffer
            einde = treffer.einde
