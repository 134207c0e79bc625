"""Which cases `status` shows: within what time, of which employer, of which casemanager."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem
from dateutil.relativedelta import relativedelta

from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.caseload import Selectie
from dossiergen.zaak import Organisaties, Rol, laad_organisaties
from dossiergen.zaak.mappen import toonbaar

__all__ = ["opties", "selectie"]

_DUUR = re.compile(r"(?P<aantal>\d{1,3})(?P<maat>[dwm])", re.ASCII)
_ARTSEN = frozenset({Rol.BEDRIJFSARTS, Rol.ARTS_ONDER_SUPERVISIE})
_MATEN = {"d": "days", "w": "weeks", "m": "months"}


class Tijdsduur(click.ParamType[relativedelta]):
    """10d, 6w or 3m."""

    name = "duur"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> relativedelta:
        if isinstance(value, relativedelta):
            return value
        gevonden = _DUUR.fullmatch(value)
        if gevonden is None:
            self.fail("Schrijf een aantal met d, w of m: 10d, 6w of 3m.", param, ctx)
        return relativedelta(**{_MATEN[gevonden["maat"]]: int(gevonden["aantal"])})  # type: ignore[arg-type]  # one of three names


class Sleutelnaam(click.ParamType[str]):
    """A key of organisaties.yaml; completes with those beside the cases that are named already."""

    name = "sleutel"

    def __init__(self, sleutels: Callable[[Organisaties], Iterable[str]]) -> None:
        self.sleutels = sleutels

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        # While the option misses its value, click has not yet made arguments of the words before it.
        zaken = ctx.params.get("zaken") or ctx.args or ("cases", ".")
        bekend = _bekend(zaakmappen(Path(pad) for pad in zaken), self.sleutels)
        return [CompletionItem(sleutel) for sleutel in bekend if sleutel.startswith(incomplete)]


def _werkgevers(organisaties: Organisaties) -> Iterable[str]:
    return organisaties.werkgevers


def _casemanagers(organisaties: Organisaties) -> Iterable[str]:
    """Who could be one: it need not be somebody's role, but it is never a doctor."""
    return (sleutel for sleutel, een in organisaties.personen.items() if een.rol not in _ARTSEN)


def _personen(organisaties: Organisaties) -> Iterable[str]:
    return organisaties.personen


_OPTIES = (
    click.option(
        "--within",
        "binnen",
        type=Tijdsduur(),
        help="Alleen zaken waarin iets te laat is, of vanaf de peildatum binnen deze tijd moet: "
        "10d, 6w of 3m. De laatste dag telt mee.",
    ),
    click.option(
        "--werkgever",
        "werkgevers",
        type=Sleutelnaam(_werkgevers),
        multiple=True,
        help="Alleen zaken van deze werkgever (sleutel uit organisaties.yaml); mag vaker.",
    ),
    click.option(
        "--casemanager",
        "casemanagers",
        type=Sleutelnaam(_casemanagers),
        multiple=True,
        help="Alleen zaken waarvan deze persoon op de peildatum casemanager is (sleutel uit "
        "organisaties.yaml); mag vaker.",
    ),
)


def opties(functie: Callable[..., int]) -> Callable[..., int]:
    """The three options."""
    for optie in reversed(_OPTIES):
        functie = optie(functie)
    return functie


def selectie(
    mappen: Sequence[Path],
    peildatum: dt.date,
    binnen: relativedelta | None,
    werkgevers: Sequence[str],
    casemanagers: Sequence[str],
) -> Selectie:
    """What was asked for. A usage error where a key is not in any organisaties.yaml."""
    _controleer("--werkgever", werkgevers, mappen, _werkgevers, _werkgevers)
    _controleer("--casemanager", casemanagers, mappen, _personen, _casemanagers)
    tot_en_met = peildatum + binnen if binnen is not None else None
    return Selectie(tot_en_met, frozenset(werkgevers), frozenset(casemanagers))


def _controleer(
    optie: str,
    gevraagd: Sequence[str],
    mappen: Sequence[Path],
    toegestaan: Callable[[Organisaties], Iterable[str]],
    genoemd: Callable[[Organisaties], Iterable[str]],
) -> None:
    if gevraagd and set(gevraagd) - set(_bekend(mappen, toegestaan)):
        bekend = ", ".join(_bekend(mappen, genoemd)) or "geen"
        raise click.BadParameter(
            f"Deze sleutel staat niet in organisaties.yaml. Wel: {bekend}.", param_hint=optie
        )


def _bekend(mappen: Sequence[Path], sleutels: Callable[[Organisaties], Iterable[str]]) -> list[str]:
    """The keys beside these cases, each once, sorted."""
    gelezen = (laad_organisaties(map_ / "organisaties.yaml") for map_ in {map_.parent for map_ in mappen})
    return sorted(
        {toonbaar(Path(s)) for een in gelezen if een.organisaties for s in sleutels(een.organisaties)}
    )
