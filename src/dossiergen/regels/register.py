"""The one list of rules, gathered from the modules of this package."""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from dossiergen.finding import CATALOGUS, Soort
from dossiergen.regels import onderwerpen
from dossiergen.regels.regel import Regel, Stukregel, Verzoekregel, Zaakregel

__all__ = ["Register", "is_aanvaardbaar", "nooit_aanvaard", "register", "soort_van"]


# The rules that keep somebody's health to himself; those that are still to come as well.
_NOOIT_AANVAARD = frozenset(f"PRV-{nummer:02}" for nummer in range(2, 12))


@dataclass(frozen=True, slots=True)
class Register:
    """All rules, and every kind of finding that they can yield, by code."""

    zaakregels: tuple[Zaakregel, ...]
    stukregels: tuple[Stukregel, ...]
    verzoekregels: tuple[Verzoekregel, ...]
    soorten: Mapping[str, Soort]

    @property
    def regels(self) -> tuple[Regel, ...]:
        return (*self.zaakregels, *self.stukregels, *self.verzoekregels)

    def regels_van(self, code: str) -> tuple[Regel, ...]:
        return tuple(regel for regel in self.regels if regel.soort.code == code)


@cache
def register() -> Register:
    """Every rule of every module below `onderwerpen`, in the order of their codes."""
    modules = [
        importlib.import_module(f"{onderwerpen.__name__}.{module.name}")
        for module in pkgutil.iter_modules(onderwerpen.__path__)
    ]
    regels = sorted(
        (regel for module in modules for regel in _regels(module)), key=lambda regel: regel.soort.code
    )
    soorten: dict[str, Soort] = {}
    for regel in regels:
        thuis = CATALOGUS.get(regel.soort.code, regel.soort)
        if soorten.setdefault(regel.soort.code, thuis) is not regel.soort:
            raise ValueError(f"{regel.soort.code} has two homes")
    return Register(
        tuple(regel for regel in regels if isinstance(regel, Zaakregel)),
        tuple(regel for regel in regels if isinstance(regel, Stukregel)),
        tuple(regel for regel in regels if isinstance(regel, Verzoekregel)),
        soorten,
    )


def soort_van(code: str) -> Soort:
    """The kind of finding with this code, of a rule or of the form. Raises KeyError where there is none."""
    return register().soorten.get(code) or CATALOGUS[code]


def nooit_aanvaard(code: str) -> bool:
    """Whether no reason makes it allowed: the health data of somebody else."""
    return code in _NOOIT_AANVAARD


def is_aanvaardbaar(code: str) -> bool:
    """Whether a case may accept such a finding. Raises KeyError for a code that does not exist."""
    return not nooit_aanvaard(code) and soort_van(code).aanvaardbaar


def _regels(module: ModuleType) -> list[Regel]:
    return [waarde for waarde in vars(module).values() if isinstance(waarde, Regel)]
