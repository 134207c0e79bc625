"""What one word says: as it stands, inflected, as a compound, or with one letter wrong."""

from collections.abc import Iterator
from functools import lru_cache

from dossiergen.medisch.lexicon import DEEL, ZORG, ZWAK, Lexicon, Term, lexicon
from dossiergen.medisch.spelling import bijna, een_letter_verschil, kort_verschreven

__all__ = ["betekenis", "stammen"]

_KLINKERS = frozenset("aeou")
_KORTSTE_LETTERFOUT = 6
_KORTSTE_FOUT = 5
_KORTSTE_MIDDEL = 8
_KORTSTE_VERSCHREVEN = 9
# The word itself, and the two likeliest stems of it.
_VORMEN_MET_FOUT = 3
_KORTSTE_DEEL = 3
_KORTSTE_STAM = 4
_KORTSTE_EERSTE_LID = 6
# The ending of a straat is no part of the body.
_PLAATS = ("straat", "laan", "plein", "kade", "weg", "dijk", "hof")


@lru_cache(maxsize=20_000)
def betekenis(woord: str) -> Term | None:
    """Of a word in small letters without accents; None for nearly every word."""
    boek = lexicon()
    kaal = woord.replace("-", "").replace("'", "")
    if kaal in boek.gewoon or woord in boek.gewoon or kaal.isdigit() or kaal.startswith(boek.gewoonbegin):
        return None
    vormen = (kaal, *stammen(kaal))
    gevonden = _bekend(vormen, boek) or _in_delen(woord, boek)
    if gevonden is not None or len(kaal) < _KORTSTE_LETTERFOUT:
        return gevonden or _kort_verschreven(kaal, boek)
    if any(vorm in boek.gewoon for vorm in vormen) or kaal.endswith(_PLAATS):
        return None
    return _samengesteld(kaal, boek) or _verschreven(vormen, boek) or _kort_verschreven(kaal, boek)


def _kort_verschreven(kaal: str, boek: Lexicon) -> Term | None:
    goed = kort_verschreven(kaal, boek) if _KORTSTE_FOUT <= len(kaal) <= _KORTSTE_LETTERFOUT else None
    return boek.woord(goed) if goed else None


def _bekend(vormen: tuple[str, ...], boek: Lexicon) -> Term | None:
    for vorm in vormen:
        term = boek.woord(vorm) or boek.deel(vorm)
        if term is not None:
            return term
    return None


def _in_delen(woord: str, boek: Lexicon) -> Term | None:
    """Of the parts beside a hyphen, the first that says something by itself."""
    if "-" not in woord:
        return None
    termen = [
        _bekend((deel, *stammen(deel)), boek) or _kern(deel, boek)
        for deel in woord.split("-")
        if len(deel) > 2
    ]
    sterk = [term for term in termen if term is not None and term.sterkte not in {DEEL, ZWAK}]
    return next((term for term in sterk if not term.sterkte), next(iter(sterk), None))


def _kern(deel: str, boek: Lexicon) -> Term | None:
    return None if deel in boek.gewoon else _samengesteld(deel, boek)


def stammen(woord: str) -> tuple[str, ...]:
    """What it may be a plural, a diminutive or an inflected form of."""
    return tuple(stam for stam in _vormen(woord) if len(stam) >= _KORTSTE_STAM)


def _vormen(woord: str) -> Iterator[str]:
    if woord.endswith("s"):
        yield woord[:-1]
        if woord.endswith(("jes", "tjes")):
            yield woord[:-3]
            yield woord[:-4]
    elif woord.endswith("en"):
        yield woord[:-1]
        yield from _zonder_uitgang(woord[:-2])
    elif woord.endswith("e"):
        yield from _zonder_uitgang(woord[:-1])
        if woord.endswith("je"):
            yield woord[:-2]
            yield woord[:-3]


def _zonder_uitgang(stam: str) -> Iterator[str]:
    yield stam
    if len(stam) < 3:
        return
    if stam[-1] == stam[-2]:
        yield stam[:-1]
    elif stam[-2] in _KLINKERS and stam[-3] not in _KLINKERS:
        yield stam[:-1] + stam[-2:]
    if stam[-1] in "vz":
        yield stam[:-1] + {"v": "f", "z": "s"}[stam[-1]]


def _samengesteld(kaal: str, boek: Lexicon) -> Term | None:
    """A part of the body with what ails it, or any word with a medical one before or behind it."""
    gevonden = None
    met_begin, met_slot = kaal[:_KORTSTE_DEEL] in boek.kopjes, kaal[-_KORTSTE_DEEL:] in boek.staartjes
    if not (met_begin or met_slot):
        return None
    for plek in range(_KORTSTE_DEEL, len(kaal) - 2):
        if met_slot and (term := _met_slot(kaal[:plek], kaal[plek:], boek)) is not None:
            return term
        if met_begin and gevonden is None:
            gevonden = _met_begin(kaal[:plek], kaal[plek:], boek)
    if gevonden is None and met_slot and len(kaal) >= _KORTSTE_MIDDEL and _eindigt(kaal, boek.uitgangen):
        return Term("middel", "middel")
    return gevonden


def _met_slot(voor: str, achter: str, boek: Lexicon) -> Term | None:
    if achter in boek.hoofden:
        deel = boek.deel(voor) or boek.deel(voor.removesuffix("s"))
        if deel is not None:
            return _van(boek.hoofden[achter], deel.advies)
    if achter in boek.slotten:
        eerste = boek.deel(voor) or boek.woord(voor)
        return _van(boek.slotten[achter], eerste.advies if eerste else "algemeen")
    return None


def _met_begin(voor: str, achter: str, boek: Lexicon) -> Term | None:
    term = boek.begin(voor)
    if term is None and len(voor) >= _KORTSTE_EERSTE_LID:
        term = boek.woord(voor) or boek.woord(voor.removesuffix("s"))
    if term is None or (term.sterkte == ZWAK and voor not in boek.beginnen):
        return None
    if achter in boek.neutraal or achter.removeprefix("s") in boek.neutraal:
        return Term(term.soort, term.advies, ZWAK)
    return Term(term.soort, term.advies, term.sterkte or (ZORG if term.soort == "behandeling" else ""))


def _van(soort: str, advies: str) -> Term:
    op_zorg = soort in {"behandelaar", "instelling", "hulpmiddel"}
    return Term(soort, "behandeling" if op_zorg else advies, ZORG if op_zorg else "")


def _eindigt(kaal: str, uitgangen: frozenset[str]) -> bool:
    return any(kaal[-lengte:] in uitgangen for lengte in range(4, min(len(kaal) - 2, 12)))


def _verschreven(vormen: tuple[str, ...], boek: Lexicon) -> Term | None:
    kaal = vormen[0]
    for vorm in vormen[:_VORMEN_MET_FOUT]:
        if len(vorm) >= _KORTSTE_LETTERFOUT and (goed := bijna(vorm, boek)) is not None:
            return boek.woord(goed)
    return _verschreven_samenstelling(kaal, boek) if len(kaal) >= _KORTSTE_VERSCHREVEN else None


def _verschreven_samenstelling(kaal: str, boek: Lexicon) -> Term | None:
    """One half of a compound right, the other one letter off."""
    if kaal[:_KORTSTE_DEEL] not in boek.kopjes and kaal[-_KORTSTE_DEEL:] not in boek.staartjes:
        return None
    for plek in range(_KORTSTE_DEEL, len(kaal) - _KORTSTE_DEEL):
        voor, achter = kaal[:plek], kaal[plek:]
        soort = boek.slotten.get(achter) or boek.hoofden.get(achter)
        if soort is not None and len(voor) >= _KORTSTE_LETTERFOUT:
            goed = bijna(voor, boek)
            term = boek.woord(goed) if goed else None
            if term is not None and not term.sterkte:
                return _van(soort, term.advies)
        deel = boek.deel(voor) if len(achter) >= _KORTSTE_LETTERFOUT else None
        if deel is not None:
            soort = next((s for hoofd, s in boek.hoofden.items() if _lijkt(achter, hoofd)), None)
            if soort is not None:
                return _van(soort, deel.advies)
    return None


def _lijkt(woord: str, hoofd: str) -> bool:
    return (
        len(hoofd) >= _KORTSTE_LETTERFOUT
        and woord[0] == hoofd[0]
        and abs(len(woord) - len(hoofd)) <= 1
        and een_letter_verschil(woord, hoofd)
    )
