"""Values as a Dutch reader expects them: dates, hours, amounts, names. Filters for the templates."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from dossiergen.inzage import Beeld
from dossiergen.zaak.tekst import MAANDEN

__all__ = ["FILTERS"]

_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_AANHEF = {"mevrouw": "mevrouw ", "heer": "de heer ", "neutraal": ""}
_GEACHTE = {"mevrouw": "mevrouw", "heer": "heer"}
_GENUMMERD = re.compile(r"(?P<soort>.+)-(?P<nummer>\d{2})", re.ASCII)


def datum(waarde: dt.date) -> str:
    """12 maart 2026."""
    return f"{waarde.day} {MAANDEN[waarde.month - 1]} {waarde.year}"


def isodatum(waarde: dt.date) -> str:
    """2026-03-12, for machines."""
    return waarde.isoformat()


def weekdag(waarde: dt.date) -> str:
    """donderdag, for a day that somebody has to remember."""
    return _WEEKDAGEN[waarde.weekday()]


def waarde(keuze: StrEnum) -> str:
    """A choice as machines know it; people read its word."""
    return keuze.value


def getal(waarde: Decimal) -> str:
    """24,5 and 24, never 24,50."""
    return f"{waarde.normalize():f}".replace(".", ",")


def euro(eurocent: int) -> str:
    """€ 1.450,00."""
    return f"€ {eurocent // 100:,}".replace(",", ".") + f",{eurocent % 100:02}"


def ja_nee(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def naam(persoon: Beeld) -> str:
    """Mevrouw becomes part of the name: mevrouw A.M. van den Kowalski-Őz."""
    return _AANHEF[persoon.aanhef] + naam_zonder_aanhef(persoon)


def naam_zonder_aanhef(persoon: Beeld) -> str:
    """Dr. A. de Boer."""
    delen = (persoon.titel, persoon.voorletters, persoon.tussenvoegsel, persoon.achternaam)
    return " ".join(deel for deel in delen if deel)


def geachte(persoon: Beeld) -> str:
    """Geachte mevrouw Van den Kowalski-Őz; with initials, and then in small letters, where no sex is given."""
    aanspreekvorm = _GEACHTE.get(persoon.aanhef)
    if aanspreekvorm is None:
        delen = (persoon.voorletters, persoon.tussenvoegsel, persoon.achternaam)
    else:
        delen = (aanspreekvorm, hoofdletter(persoon.tussenvoegsel or ""), persoon.achternaam)
    return " ".join(deel for deel in ("Geachte", *delen) if deel)


def adres(waarde: Beeld) -> str:
    """On one line."""
    regel = f"{waarde.straat}, {waarde.postcode} {waarde.plaats}"
    return f"{regel}, {waarde.land}" if waarde.land else regel


def alineas(tekst: str) -> tuple[str, ...]:
    """The paragraphs of running text: an empty line separates them, other line ends are spaces."""
    delen = (" ".join(deel.split()) for deel in tekst.replace("\r\n", "\n").split("\n\n"))
    return tuple(deel for deel in delen if deel)


def regel(tekst: str) -> str:
    """Running text on one line, for a table cell."""
    return " ".join(tekst.split())


def hoofdletter(tekst: str) -> str:
    """First letter upper case, the rest as it was."""
    return tekst[:1].upper() + tekst[1:]


def kleine_letter(tekst: str) -> str:
    """As within a sentence; a word in capitals keeps them."""
    return tekst if tekst[1:2].isupper() else tekst[:1].lower() + tekst[1:]


def stuktitel(naam: str) -> str:
    """bijstelling-plan-van-aanpak-02, a file of `stukken/`, as a reader calls it: bijstelling plan van aanpak 2.

    The number stays on the line of its word.
    """
    soort, nummer = naam, ""
    if gevonden := _GENUMMERD.fullmatch(naam):
        soort, nummer = gevonden["soort"], f"\N{NO-BREAK SPACE}{int(gevonden['nummer'])}"
    return soort.replace("-", " ").replace("re integratie", "re-integratie") + nummer


FILTERS: Mapping[str, Callable[[Any], Any]] = {
    functie.__name__: functie
    for functie in (
        datum,
        isodatum,
        waarde,
        weekdag,
        getal,
        euro,
        ja_nee,
        naam,
        naam_zonder_aanhef,
        geachte,
        adres,
        alineas,
        regel,
        hoofdletter,
        kleine_letter,
        stuktitel,
    )
}
