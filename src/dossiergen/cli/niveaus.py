"""How long a signature has to stay verifiable, and what that is proven with, as the command line names it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from dossiergen.dossier.ondertekenen.tekenen import Pen
from dossiergen.dossier.schijf import lezen_of_schrijven
from dossiergen.ondertekening import Langdurig, Niveau, Sleutel, Tijdstempel, Vertrouwen

__all__ = ["Niveaukeuze", "van_niveau", "van_vertrouwen", "vertrouwen_in"]

_NIVEAUS = (Niveau.B_B, Niveau.B_T, Niveau.B_LT, Niveau.B_LTA)
_BESTAND = {"multiple": True, "type": click.Path(path_type=Path, exists=True, dir_okay=False)}
_VERTROUWEN: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("--wortel", "wortels"), {**_BESTAND, "help": "Certificaat (PEM of DER) dat u vertrouwt; mag vaker."}),
    (("--tussen",), {**_BESTAND, "help": "Certificaat tussen wortel en ondertekenaar; mag vaker."}),
    (("--crl", "crls"), {**_BESTAND, "help": "Lijst met ingetrokken certificaten; mag vaker."}),
    (
        ("--online",),
        {
            "is_flag": True,
            "help": "Vraag bij de uitgever na of een certificaat is ingetrokken. [standaard: geen verbinding]",
        },
    ),
)
_NIVEAU: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (
        ("--tijdstempel",),
        {
            "metavar": "URL",
            "help": "Vraag deze dienst om een tijdstempel (niveau B-T). Antwoordt zij niet, dan wordt er niet ondertekend.",
        },
    ),
    (
        ("--niveau",),
        {
            "type": click.Choice([niveau.value for niveau in _NIVEAUS]),
            "help": "Hoelang de handtekening na te gaan moet blijven. Vanaf B-T met --tijdstempel; B-LT en B-LTA ook met --wortel, en met "
            "--crl of --online. [standaard: B-B, of B-T met --tijdstempel]",
        },
    ),
)


@dataclass(frozen=True, slots=True)
class Niveaukeuze:
    """The level that was asked for, with what it takes. Raises UsageError where that does not fit together."""

    niveau: Niveau
    tijdstempel: Tijdstempel | None
    vertrouwen: Vertrouwen

    def __post_init__(self) -> None:
        heeft_antwoord = bool(self.vertrouwen.crls or self.vertrouwen.online)
        if (self.niveau is Niveau.B_B) != (self.tijdstempel is None):
            raise click.UsageError(
                "Vanaf niveau B-T hoort een tijdstempeldienst, en bij B-B niet: --tijdstempel."
            )
        if not self._langdurig and self.vertrouwen != Vertrouwen():
            raise click.UsageError("--wortel, --tussen, --crl en --online horen bij --niveau B-LT of B-LTA.")
        if self._langdurig and not (self.vertrouwen.wortels and heeft_antwoord):
            raise click.UsageError("Bij niveau B-LT en B-LTA horen --wortel, en --crl of --online.")

    @property
    def _langdurig(self) -> bool:
        return self.niveau in {Niveau.B_LT, Niveau.B_LTA}

    def pen(self, sleutel: Sleutel) -> Pen:
        """What signs at this level."""
        bewijs = Langdurig(self.vertrouwen, archief=self.niveau is Niveau.B_LTA) if self._langdurig else None
        return Pen(sleutel, self.tijdstempel, bewijs)


def van_vertrouwen(functie: Callable[..., int]) -> Callable[..., int]:
    """The options that `vertrouwen_in` takes."""
    return _met(_VERTROUWEN, functie)


def vertrouwen_in(
    wortels: tuple[Path, ...], tussen: tuple[Path, ...], crls: tuple[Path, ...], *, online: bool
) -> Vertrouwen:
    """What these files hold."""
    return Vertrouwen(_gelezen(wortels), _gelezen(tussen), _gelezen(crls), online)


def van_niveau(functie: Callable[..., int]) -> Callable[..., int]:
    """The options that name a level, given as one `niveaukeuze`."""

    @wraps(functie)
    def met_keuze(
        *,
        niveau: str | None,
        tijdstempel: str | None,
        wortels: tuple[Path, ...],
        tussen: tuple[Path, ...],
        crls: tuple[Path, ...],
        online: bool,
        **overig: Any,
    ) -> int:
        gekozen = Niveau(niveau) if niveau else Niveau.B_T if tijdstempel else Niveau.B_B
        keuze = Niveaukeuze(
            gekozen,
            Tijdstempel(tijdstempel) if tijdstempel else None,
            vertrouwen_in(wortels, tussen, crls, online=online),
        )
        return functie(niveaukeuze=keuze, **overig)

    return _met(_NIVEAU, van_vertrouwen(met_keuze))


def _met(
    opties: tuple[tuple[tuple[str, ...], dict[str, Any]], ...], functie: Callable[..., int]
) -> Callable[..., int]:
    for namen, gegevens in reversed(opties):
        functie = click.option(*namen, **gegevens)(functie)
    return functie


def _gelezen(paden: tuple[Path, ...]) -> tuple[bytes, ...]:
    inhoud = []
    for pad in paden:
        with lezen_of_schrijven(pad, "worden gelezen"):
            inhoud.append(pad.read_bytes())
    return tuple(inhoud)
