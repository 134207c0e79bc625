"""The key that somebody signs with, as the command line names it. What opens it never stands on that line."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from dossiergen.cli.tonen import praat
from dossiergen.ondertekening import Sleutel, open_p12, open_token

__all__ = ["Sleutelkeuze", "van_sleutel"]

_LANGST = 1_024


@dataclass(frozen=True, slots=True)
class Sleutelkeuze:
    """Where the key is, and where that what opens it comes from."""

    p12: Path | None
    module: Path | None
    token: str | None
    label: str | None
    fd: int | None
    env: str | None
    laatste_poging: bool

    @contextmanager
    def open(self) -> Iterator[Sleutel]:
        """The key, for as long as documents are signed. Raises OndertekenFout, UsageError where the choice is not clear."""
        self._controleer()
        if self.module is not None:
            pin = self._geheim("PIN van de kaart")
            with open_token(
                self.module, pin, token=self.token, label=self.label, laatste_poging=self.laatste_poging
            ) as sleutel:
                yield sleutel
        elif self.p12 is not None:
            _waarschuw_voor_lezers(self.p12)
            yield open_p12(self.p12, self._geheim("Wachtwoord van het sleutelbestand") or None)

    def _controleer(self) -> None:
        if (self.p12 is None) == (self.module is None):
            raise click.UsageError(
                "Noem waarmee u ondertekent: een sleutelbestand met --sleutel, of een kaart met --pkcs11."
            )
        if self.module is None and (self.token or self.label or self.laatste_poging):
            raise click.UsageError("--token, --label en --laatste-poging horen bij --pkcs11.")
        if self.fd is not None and self.env is not None:
            raise click.UsageError("Kies één van --geheim-fd en --geheim-env.")

    def _geheim(self, wat: str) -> str:
        """From where it was said to be; a person is asked once."""
        if self.fd is not None:
            return _van_fd(self.fd)
        if self.env is not None:
            waarde = os.environ.get(self.env)
            if waarde is None:
                raise click.BadParameter("Deze omgevingsvariabele bestaat niet.", param_hint="--geheim-env")
            return waarde
        if not sys.stdin.isatty():
            raise click.UsageError(
                f"{wat}: er is niemand om het te vragen. Geef het met --geheim-fd of --geheim-env."
            )
        return str(click.prompt(wat, default="", show_default=False, hide_input=True, err=True))


def _van_fd(nummer: int) -> str:
    """The first line; what comes after it is not read as part of a passphrase."""
    try:
        with os.fdopen(os.dup(nummer), encoding="utf-8") as bron:
            regel = bron.readline(_LANGST)
    except (OSError, UnicodeDecodeError):
        raise click.BadParameter(
            "Dit nummer is niet van een open, leesbaar bestand.", param_hint="--geheim-fd"
        ) from None
    return regel.removesuffix("\n").removesuffix("\r")


def _waarschuw_voor_lezers(pad: Path) -> None:
    try:
        anderen = os.name == "posix" and pad.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    except OSError:
        return
    if anderen:
        praat("Let op: anderen op deze computer kunnen bij dit sleutelbestand. Sluit het af: chmod 600.")


_OPTIES: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (
        ("--sleutel", "p12"),
        {
            "type": click.Path(path_type=Path, exists=True, dir_okay=False),
            "metavar": "P12",
            "help": "Sleutelbestand (PKCS#12, .p12 of .pfx).",
        },
    ),
    (
        ("--pkcs11", "module"),
        {
            "type": click.Path(path_type=Path, dir_okay=False),
            "metavar": "MODULE",
            "help": "Onderteken met een kaart of HSM, door deze PKCS#11-module.",
        },
    ),
    (("--token",), {"help": "Naam van de kaart, als er meer zijn."}),
    (("--label",), {"help": "Naam van de sleutel op de kaart, als er meer zijn."}),
    (
        ("--geheim-fd", "fd"),
        {
            "type": click.IntRange(0),
            "metavar": "NUMMER",
            "help": "Lees wachtwoord of PIN uit dit open bestand.",
        },
    ),
    (
        ("--geheim-env", "env"),
        {
            "metavar": "NAAM",
            "help": "Lees wachtwoord of PIN uit deze omgevingsvariabele. [standaard: vragen]",
        },
    ),
    (
        ("--laatste-poging",),
        {"is_flag": True, "help": "Probeer de PIN ook als de kaart na nog één foute PIN op slot gaat."},
    ),
)


def van_sleutel(functie: Callable[..., int]) -> Callable[..., int]:
    """The options that name a key."""
    for namen, gegevens in reversed(_OPTIES):
        functie = click.option(*namen, **gegevens)(functie)
    return functie
