"""Documents built by hand, and the parts of their text that a test is about."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from dossiergen.zaak import STUKSOORTEN, Stuk
from dossiergen.zaak.bedrijfsartsdeel import MedischeInformatie

__all__ = ["koppen", "medisch", "na", "onderdeel", "stuk_van"]

_KOP = re.compile(r"\d+ [A-Z]")


def stuk_van(soort: str, nummer: int | None = None, **velden: Any) -> Stuk:
    """A document as if it stood in `stukken/`."""
    gegevens = STUKSOORTEN[soort].model.model_validate(velden)
    naam = soort if nummer is None else f"{soort}-{nummer:02}"
    return Stuk(soort, nummer, f"stukken/{naam}.yaml", gegevens)


def medisch(**velden: Any) -> Stuk:
    """Medische informatie as if it stood in `bedrijfsarts.yaml`."""
    gegevens = MedischeInformatie.model_validate({"datum": "2027-09-13", "opsteller": "a-de-boer", **velden})
    return Stuk("medische-informatie", None, "bedrijfsarts.yaml", gegevens, ("medische_informatie",))


def na(regels: Sequence[str], label: str) -> str:
    """The line after the first that is `label`."""
    return regels[regels.index(label) + 1]


def koppen(regels: Sequence[str]) -> list[str]:
    """The numbered headings, without their numbers."""
    return [regel.split(" ", 1)[1] for regel in regels if _KOP.match(regel)]


def onderdeel(regels: Sequence[str], kop: str) -> list[str]:
    """The lines below one numbered heading, up to the next."""
    begin = next(
        plaats for plaats, regel in enumerate(regels) if re.fullmatch(rf"\d+ {re.escape(kop)}", regel)
    )
    return list(takewhile(lambda regel: not _KOP.match(regel), regels[begin + 1 :]))
