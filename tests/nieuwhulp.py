"""Runs `new` as the command line does, in this process."""

from dossiergen.cli.new import commando
from opdrachthulp import Uitkomst, draai

__all__ = ["Uitkomst", "draai_new"]


def draai_new(woorden: tuple[str, ...], antwoorden: str = "") -> Uitkomst:
    return draai(commando, *woorden, antwoorden=antwoorden)
