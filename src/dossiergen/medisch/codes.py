"""Codes of diseases (ICD-10, DSM, CAS), told apart from rooms, paper, roads and parts."""

import re
from collections.abc import Iterator

from dossiergen.medisch.lexicon import Term, groep

__all__ = ["codes"]

_CODE = Term("code", "code")
_MET_PUNT = re.compile(r"(?<![\w.-])[A-TV-Z]\d{2}\.\d{1,2}(?![\w-]|\.\d)")
_ZONDER_PUNT = re.compile(r"(?<![\w.-])[A-Z]\d{2,3}(?![\w-])")
_DSM = re.compile(r"(?<![\w.-])(?:2[89]\d|3[01]\d)\.\d{1,2}(?![\w-]|\.\d)")


def codes(zin: str, woorden: frozenset[str]) -> Iterator[tuple[int, int, Term]]:
    """Where they stand; `woorden` are those of the sentence, which say what sort of number it is."""
    if _ZONDER_PUNT.search(zin) is None and _DSM.search(zin) is None:
        return
    zeker = groep("codewoord").in_een_van(woorden)
    if groep("ding").in_een_van(woorden) and not zeker:
        return
    uitdrukkingen = [_MET_PUNT]
    if zeker or groep("codezwak").in_een_van(woorden):
        uitdrukkingen += [_ZONDER_PUNT, _DSM]
    for uitdrukking in uitdrukkingen:
        for gevonden in uitdrukking.finditer(zin):
            yield gevonden.start(), gevonden.end(), _CODE
