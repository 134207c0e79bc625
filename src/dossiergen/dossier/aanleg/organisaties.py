"""organisaties.yaml: who stands in it already, a first one with explanation, or a few entries more in one that exists."""

import re
from collections.abc import Iterable, Mapping

from dossiergen.zaak import Organisaties
from dossiergen.zaak.herschrijven import als_sleutel
from dossiergen.zaak.organisaties import Persoon
from dossiergen.zaak.schrijven import Opgave, regels_van
from dossiergen.zaak.tekst import zonder_accenten
from dossiergen.zaak.yaml import lees_tekst

__all__ = [
    "SOORTEN",
    "Nieuw",
    "aangevuld",
    "bekend_als",
    "blok",
    "eerste_tekst",
    "naam_van",
    "nieuwe_sleutel",
]

SOORTEN = ("werkgevers", "arbodiensten", "personen")
Nieuw = Mapping[str, Mapping[str, Mapping[str, object]]]
"""Entries to add: by kind, by key."""

_LATER = (
    "voorbeeldgegevens",
    "werkgevers.loonheffingennummer",
    "werkgevers.kvk_nummer",
    "werkgevers.aard_bedrijf",
    "werkgevers.contactpersoon",
    "werkgevers.telefoon",
    "werkgevers.email",
    "arbodiensten.telefoon",
    "arbodiensten.email",
    "personen.telefoon",
    "personen.email",
    "personen.big_nummer",
)

# For a name that has no letter of ours.
_ZONDER_NAAM = {"werkgevers": "werkgever", "arbodiensten": "arbodienst", "personen": "persoon"}
# Letters that are no letter with an accent; as names are written where these do not exist.
_ZONDER_TEKEN = str.maketrans(
    {"ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)


def naam_van(organisaties: Organisaties, soort: str, sleutel: str) -> str:
    """How an entry is called by people."""
    wie = getattr(organisaties, soort)[sleutel]
    if not isinstance(wie, Persoon):
        return str(wie.naam)
    return " ".join(deel for deel in (wie.voorletters, wie.tussenvoegsel, wie.achternaam) if deel)


def bekend_als(organisaties: Organisaties | None, soort: str, tekst: str) -> str:
    """The key of an entry that is named by its key or its name; empty where there is none."""
    if organisaties is None:
        return ""
    sleutels = getattr(organisaties, soort)
    if tekst in sleutels:
        return tekst
    gezocht = _kaal(tekst)
    return next((s for s in sleutels if _kaal(naam_van(organisaties, soort, s)) == gezocht), "")


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


def nieuwe_sleutel(naam: str, soort: str, bezet: Iterable[str]) -> str:
    """A key that reads like the name and is not taken."""
    kern = als_sleutel(zonder_accenten(naam.casefold()).translate(_ZONDER_TEKEN)[:30]) or _ZONDER_NAAM[soort]
    al = frozenset(bezet)
    return next(s for s in (kern, *(f"{kern}-{nummer}" for nummer in range(2, len(al) + 3))) if s not in al)


def eerste_tekst(nieuw: Nieuw, schema: str) -> str:
    """A whole file, every field explained."""
    kop = [
        f"# yaml-language-server: $schema={schema}",
        "# De organisaties en de mensen die in zaken voorkomen, elk onder een eigen sleutel.",
        "# Een regel die met # begint telt niet mee: haal het hekje weg om hem te gebruiken.",
    ]
    return "\n".join([*kop, *regels_van(Organisaties, Opgave(nieuw, _LATER))]) + "\n"


def blok(soort: str, ingangen: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Entries as they stand below their kind."""
    return regels_van(Organisaties, Opgave({soort: ingangen}, uitleg=False))[1:]


def aangevuld(ruw: bytes, nieuw: Nieuw) -> bytes | None:
    """The same file with entries more, directly below their kind; all that stood there stays as it was written.

    None where that cannot be done for sure, such as for a file that is written in another way.
    """
    oud, _ = lees_tekst(ruw, "")
    tekst = ruw.decode("utf-8")
    einde = "\r\n" if "\r\n" in tekst else "\n"
    regels = tekst.split(einde)
    for soort, ingangen in nieuw.items():
        kop = next(
            (n for n, regel in enumerate(regels) if re.fullmatch(rf"{soort}:\s*(?:#.*)?", regel)), None
        )
        if kop is None:
            return None
        eerste = next((r for r in regels[kop + 1 :] if r.strip() and not r.lstrip().startswith("#")), "")
        wit = len(eerste) - len(eerste.lstrip()) or 2
        regels[kop + 1 : kop + 1] = [" " * (wit - 2) + regel for regel in blok(soort, ingangen)]
    uitkomst = einde.join(regels).encode("utf-8")
    met, _ = lees_tekst(uitkomst, "")
    return uitkomst if oud and met and _zonder(met.data, nieuw) == oud.data else None


def _zonder(data: Mapping[str, object], nieuw: Nieuw) -> dict[str, object]:
    """The data of a file without the entries that were added."""
    rest = dict(data)
    for soort, ingangen in nieuw.items():
        inhoud = rest.get(soort)
        if isinstance(inhoud, dict):
            rest[soort] = {sleutel: waarde for sleutel, waarde in inhoud.items() if sleutel not in ingangen}
    return rest
