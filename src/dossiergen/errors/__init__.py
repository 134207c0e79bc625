"""What goes wrong in our own files or in the world; a problem in a case is a Finding instead.

DossiergenFout
├── BestandFout        5   reading or writing failed
│   ├── SchijfWeigert  5   nothing at all can be written: a full disk, or no rights
│   └── UitvoerBezet   8   another run uses the output folder
├── OntbrekendHulpmiddel  3   a system library or tool is missing
├── OndertekenFout     6   a key, a signature or a file to sign is refused
└── SjabloonFout      15   a template, house style or shipped data file is wrong
    └── VerborgenVeld 15   a template asks for a field that its readers may not see
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line tells the shell."""

    GOED = 0
    FOUTEN = 1
    GEBRUIK = 2
    HULPMIDDEL_ONTBREEKT = 3
    UITVOER_ONGELDIG = 4
    BESTAND = 5
    ONDERTEKENING = 6
    DEEL_MISLUKT = 7
    UITVOER_BEZET = 8
    INTERN = 15
    ONDERBROKEN = 130


class DossiergenFout(Exception):
    """Base of all: a Dutch sentence, and a hint that says what to do."""

    exit_code = ExitCode.INTERN

    def __init__(self, melding: str, hint: str = "") -> None:
        super().__init__(melding)
        self.melding = melding
        self.hint = hint


class BestandFout(DossiergenFout):
    """Reading or writing failed."""

    exit_code = ExitCode.BESTAND


class SchijfWeigert(BestandFout):
    """A disk or an output folder takes nothing more, whatever the file: going on makes no sense."""


class UitvoerBezet(BestandFout):
    """Another run holds the output folder."""

    exit_code = ExitCode.UITVOER_BEZET


class OntbrekendHulpmiddel(DossiergenFout):
    """A system library or an outside program is missing."""

    exit_code = ExitCode.HULPMIDDEL_ONTBREEKT


class OndertekenFout(DossiergenFout):
    """A key, a signature or a file to sign is refused. Never holds a PIN, a passphrase or a value of a case."""

    exit_code = ExitCode.ONDERTEKENING


class RechtOnbekend(DossiergenFout):
    """A value of law was asked for a day before its first value, or after its last one ended.

    Says which value, not which day: the day comes from a case.
    """

    def __init__(self, sleutel: str) -> None:
        super().__init__(
            f"Welke waarde `{sleutel}` op de gevraagde dag had, is niet bekend.",
            "Vul de waarde van die dag aan in de gegevens van `recht`, met haar bron.",
        )
        self.sleutel = sleutel


class SjabloonFout(DossiergenFout):
    """A template, house style or shipped data file is wrong."""


class VerborgenVeld(SjabloonFout):
    """A template asks for a field that does not exist for its readers."""
