"""PRV-04: somebody's private life, told where the employer reads it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.regels.zinnen import met_zin
from dossiergen.sjablonen import Sjablonen
from dossiergen.sjablonen.lezen import lees_groep
from dossiergen.zaak import Stuk
from dossiergen.zaak.basis import Model
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.vertrouwelijk import VertrouwelijkStuk
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_BESTAND = "prive.yaml"
# What the employee himself wants to be read, and what the work is: somebody may care for others by profession.
_BEHALVE = frozenset({"visie_werknemer", "functie", "taken", "werkervaring", "opleiding", "diplomas"})
# In zaak.yaml the rest is names, addresses and the job.
_IN_DE_ZAAK = frozenset({"verzuim", "uitzonderingen"})

_PRIVE = Soort(
    "PRV-04",
    "Hier staat iets over iemands privéleven, en de werkgever leest dit.",
    "Haal het weg, of schrijf alleen wat het voor het werk betekent. Zo nodig: “Er spelen omstandigheden buiten het werk; "
    "de bedrijfsarts weet ervan.”",
    Ernst.WAARSCHUWING,
    grond="beleidsregels AP ‘De zieke werknemer’",
)
_VAN_DE_ARTS = (
    "Geef de werkgever alleen het advies dat eruit volgt, zoals een gesprek of andere werktijden. De omstandigheden zelf horen "
    "in bedrijfsarts.yaml."
)


@stukregel(_PRIVE, Stukgegevens)
def prive_in_een_open_stuk(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    if isinstance(gegevens, VertrouwelijkStuk):
        return
    oplossing = _VAN_DE_ARTS if isinstance(gegevens, OordeelBedrijfsarts) else ""
    for pad in _genoemd(gegevens):
        yield Overtreding("PRV-04", stuk.bestand, pad, oplossing=oplossing)


@zaakregel(_PRIVE)
def prive_in_de_zaak(wat: Onderzoek) -> Iterator[Overtreding]:
    """Such as in the reason for an exception."""
    for pad in _genoemd(wat.zaak.gegevens):
        if pad[0] in _IN_DE_ZAAK:
            yield Overtreding("PRV-04", "zaak.yaml", pad)


# As one word each, so that the expressions stay short: to compile them cost more than all other rules together.
_NAASTE, _VAN = "xnaastex", "xvanx"


@dataclass(frozen=True)
class _Onderwerp:
    """One side of private life: letters to look for, what names it, and what does so only by chance."""

    sporen: tuple[str, ...]
    noemt: tuple[str, ...]
    onschuldig: tuple[str, ...]

    def kan_in(self, klein: str) -> bool:
        """Of a text in small letters."""
        return any(spoor in klein for spoor in self.sporen)

    def staat_in(self, zin: str) -> bool:
        """Of a sentence as `_gelijk` gives it."""
        kaal = self._bij_toeval.sub(" ", zin) if self._bij_toeval else zin
        return self._uitdrukking.search(kaal) is not None

    @cached_property
    def _uitdrukking(self) -> re.Pattern[str]:
        return _een_van(self.noemt)

    @cached_property
    def _bij_toeval(self) -> re.Pattern[str] | None:
        return _een_van(self.onschuldig) if self.onschuldig else None


@dataclass(frozen=True)
class _Lexicon:
    naaste: re.Pattern[str]
    van: re.Pattern[str]
    onderwerpen: tuple[_Onderwerp, ...]

    def noemt(self, zin: str) -> bool:
        klein = f" {zin.lower()} "
        geraakt = [onderwerp for onderwerp in self.onderwerpen if onderwerp.kan_in(klein)]
        gelijk = self.van.sub(_VAN, self.naaste.sub(_NAASTE, klein)) if geraakt else ""
        return any(onderwerp.staat_in(gelijk) for onderwerp in geraakt)


def _genoemd(model: Model) -> Iterator[Pad]:
    lexicon = _lexicon()
    samen = f" {' '.join(teksten_van(model).samen.split())} "
    if any(onderwerp.kan_in(samen) for onderwerp in lexicon.onderwerpen):
        yield from met_zin(model, lexicon.noemt, _BEHALVE)


@cache
def _lexicon() -> _Lexicon:
    data = lees_groep(_BESTAND, Sjablonen((Path(__file__).parents[1],)))
    naaste, van = ("".join(str(data[soort]).split()) for soort in ("naaste", "van"))
    return _Lexicon(
        re.compile(rf"\b(?:{naaste})\b"),
        re.compile(rf"\b(?:{van})\b"),
        tuple(_onderwerp(inhoud) for inhoud in data["onderwerpen"].values()),
    )


def _onderwerp(inhoud: Mapping[str, Sequence[str]]) -> _Onderwerp:
    noemt, onschuldig = (
        tuple(vorm.replace("NAASTE", _NAASTE).replace("VAN", _VAN) for vorm in inhoud[soort])
        for soort in ("noemt", "onschuldig")
    )
    return _Onderwerp(tuple(inhoud["sporen"]), noemt, onschuldig)


def _een_van(vormen: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{vorm})" for vorm in vormen), re.VERBOSE)
