"""What there is to say about a code or a key of law. Knows no screen and no Markdown."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossiergen.finding import Ernst, Soort
from dossiergen.recht import Rechtswaarde, Waarde, recht
from dossiergen.recht.leesbaar import eindes, met_eenheid
from dossiergen.regels import (
    Regel,
    Stukregel,
    Verzoekregel,
    is_aanvaardbaar,
    nooit_aanvaard,
    register,
    soort_van,
)
from dossiergen.regels.pagina import Pagina, pagina
from dossiergen.stukken.opmaak import datum

__all__ = ["Blad", "Rechtsblad", "Tijdvak", "blad", "rechtsblad"]


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """One value of law with the days on which it holds; `tot` is the first day on which it does not."""

    waarde: str
    vanaf: str
    tot: str
    bron: str
    nagekeken_op: str
    bevestigd: bool
    opmerking: str

    @property
    def wanneer(self) -> str:
        return _wanneer(self.vanaf, self.tot)


@dataclass(frozen=True, slots=True)
class Rechtsblad:
    """A key of law with all values that it had, and the codes that read it."""

    sleutel: str
    omschrijving: str
    aard: str
    aanknoping: str
    tijdvakken: tuple[Tijdvak, ...]
    codes: tuple[str, ...]

    def als_json(self) -> dict[str, Any]:
        return {
            "sleutel": self.sleutel,
            "omschrijving": self.omschrijving,
            "aard": self.aard,
            "aanknoping": self.aanknoping,
            "waarden": [
                {naam: getattr(tijdvak, naam) for naam in Tijdvak.__slots__} for tijdvak in self.tijdvakken
            ],
            "codes": list(self.codes),
        }


@dataclass(frozen=True)
class Blad:
    """All that there is to say about one code."""

    soort: Soort
    pagina: Pagina
    regels: tuple[Regel, ...]

    @cached_property
    def geldt(self) -> tuple[str, ...]:
        """Since and until when a rule looks; empty where its law has no date."""
        zinnen = (
            f"voor {_waarvoor(regel)} {_wanneer(*map(_iso, regel.geldig))}"
            for regel in self.regels
            if regel.geldig != (None, None)
        )
        return tuple(dict.fromkeys(zinnen))

    @property
    def gevolg(self) -> str:
        """What the severity means for a user."""
        if self.soort.ernst is Ernst.OORDEEL:
            return "Een mens moet dit beoordelen. Het houdt geen stuk tegen."
        if self.soort.ernst is not Ernst.FOUT:
            return "Houdt geen stuk tegen."
        if not self.soort.stopt:
            zin = "Een fout geeft exitcode 1, maar houdt geen stuk tegen."
        elif self.regels:
            zin = "Een fout geeft exitcode 1 en houdt een definitief stuk tegen."
        else:
            zin = "Een fout geeft exitcode 1. Wat erdoor wordt geraakt, wordt niet gemaakt."
        mild = any(isinstance(regel, Stukregel) and regel.concept_mag for regel in self.regels)
        return f"{zin} In een concept is het een waarschuwing." if mild else zin

    @property
    def is_aanvaardbaar(self) -> bool:
        return is_aanvaardbaar(self.soort.code)

    @property
    def aanvaarden(self) -> str:
        if self.is_aanvaardbaar:
            return f"Kan, met een reden, onder `uitzonderingen` in {self._bestand}."
        return "Kan nooit." if nooit_aanvaard(self.soort.code) else "Kan niet; dit moet worden opgelost."

    @property
    def _bestand(self) -> str:
        """The employer reads zaak.yaml, also that there is something to accept (UZ-05)."""
        return "bedrijfsarts.yaml" if self.soort.code.startswith("SO-") else "zaak.yaml"

    @cached_property
    def recht(self) -> tuple[Rechtsblad, ...]:
        """The values of law that the rules read."""
        sleutels = dict.fromkeys(sleutel for regel in self.regels for sleutel in regel.rechtswaarden)
        return tuple(rechtsblad(sleutel) for sleutel in sleutels)

    def als_json(self) -> dict[str, Any]:
        return {
            "code": self.soort.code,
            "ernst": self.soort.ernst.value,
            "titel": self.soort.titel,
            "oplossing": self.soort.oplossing,
            "grond": self.soort.grond,
            "geldt": [
                {"voor": _waarvoor(regel), "vanaf": _iso(regel.geldig[0]), "tot": _iso(regel.geldig[1])}
                for regel in self.regels
            ],
            "stopt": self.soort.ernst is Ernst.FOUT and self.soort.stopt,
            "aanvaardbaar": self.is_aanvaardbaar,
            "recht": [een.als_json() for een in self.recht],
            **self.pagina.model_dump(exclude={"code"}),
        }


def blad(code: str) -> Blad:
    """Raises KeyError for a code that does not exist."""
    return Blad(soort_van(code), pagina(code), register().regels_van(code))


def rechtsblad(sleutel: str) -> Rechtsblad:
    """Raises KeyError for a key that does not exist."""
    regel = recht().waarden[sleutel]
    alle = register()
    lezers = {r.soort.code for r in alle.regels if sleutel in r.rechtswaarden}
    return Rechtsblad(
        sleutel,
        regel.omschrijving,
        regel.aard.value,
        regel.aanknoping,
        tuple(_tijdvak(regel, waarde, tot) for waarde, tot in zip(regel.waarden, eindes(regel), strict=True)),
        tuple(sorted(lezers)),
    )


def _tijdvak(regel: Rechtswaarde, waarde: Waarde, tot: str) -> Tijdvak:
    return Tijdvak(
        met_eenheid(regel, waarde),
        _iso(waarde.vanaf),
        tot,
        recht().vindplaats(waarde),
        _iso(waarde.nagekeken_op),
        waarde.bevestigd,
        waarde.opmerking,
    )


def _waarvoor(regel: Regel) -> str:
    if isinstance(regel, Verzoekregel):
        return "verzoeken"
    return "stukken" if isinstance(regel, Stukregel) else "zaken met een eerste ziektedag"


def _wanneer(vanaf: str, tot: str) -> str:
    """Vanaf 1 juli 2023 tot 1 januari 2027."""
    dagen = (("vanaf", vanaf), ("tot", tot))
    return " ".join(f"{woord} {datum(dt.date.fromisoformat(dag))}" for woord, dag in dagen if dag)


def _iso(dag: dt.date | None) -> str:
    return dag.isoformat() if dag else ""
