"""A signature is recorded where its document stands: in the file of the document, and nothing else of it changes."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from dossiergen.dossier.herschrijf import Waarden, herschreven_bestand
from dossiergen.dossier.ondertekenen.tekenaar import is_open, wie_tekent
from dossiergen.dossier.wijzigen import BOM, Toepassing, gelezen_bestanden, met_bom, vervang_bestanden
from dossiergen.finding import CATALOGUS, Finding
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Partij
from dossiergen.zaak import (
    Bedrijfsartsdeel,
    Status,
    Stuk,
    Zaak,
    laad_bedrijfsartsdeel,
    laad_organisaties,
    laad_zaak,
)
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from dossiergen.zaak.stukgegevens import Wijze
from dossiergen.zaak.yaml import Pad, pad_tekst

__all__ = ["Gezet", "leg_vast"]


@dataclass(frozen=True, slots=True)
class Gezet:
    """A signature that was given. `persoon`: the key of who gave it; None for the employee."""

    partij: Partij
    persoon: str | None
    getekend_op: dt.date
    wijze: Wijze
    plaats: str | None = None
    scan: str | None = None

    def velden(self) -> dict[str, str]:
        """What the file gets, as it stands there."""
        waarden = {
            "persoon": self.persoon,
            "getekend_op": self.getekend_op.isoformat(),
            "plaats": self.plaats,
            "wijze": self.wijze.value,
            "scan": self.scan,
        }
        return {veld: waarde for veld, waarde in waarden.items() if waarde is not None}


def leg_vast(map_: Path, stuk: Stuk, gezet: Gezet, sjablonen: Sjablonen, peildatum: dt.date) -> Toepassing:
    """Write the signature into the case; with the last one the document is `ondertekend`.

    `stuk` as it was read: where its file says something else by now, nothing is written, nor where something else stands in
    the place, or the case would get a new fout. Raises BestandFout where the disk does not let us.
    """
    ruw = gelezen_bestanden(map_, (stuk.bestand,))[stuk.bestand]
    vastlegging = _Vastlegging(map_, stuk, gezet)
    if bezwaar := vastlegging.bezwaar():
        return Toepassing(findings=(bezwaar,))
    tekst = ruw.removeprefix(BOM).decode()
    model = Bedrijfsartsdeel if stuk.bestand == BESTAND else type(stuk.gegevens)
    nieuw = herschreven_bestand(tekst, vastlegging.waarden(), model, stuk.bestand, met_groepen=True)
    if nieuw is None:
        melding = "De handtekening past niet in dit bestand zonder ook iets anders te veranderen."
        return Toepassing(findings=(vastlegging.finding("ONT-12", melding),))
    bestanden = {stuk.bestand: (ruw, met_bom(nieuw, ruw))}
    return vervang_bestanden(map_, bestanden, sjablonen, peildatum, CATALOGUS["ONT-12"])


class _Vastlegging:
    """One signature against the case as it now lies there."""

    def __init__(self, map_: Path, stuk: Stuk, gezet: Gezet) -> None:
        gedeeld = laad_organisaties(map_.parent / "organisaties.yaml")
        self._geladen, self._eigen = laad_zaak(map_, gedeeld), laad_bedrijfsartsdeel(map_, gedeeld)
        self._stuk, self._gezet = stuk, gezet
        self._voor: Pad = (*stuk.pad, "ondertekening", gezet.partij.value)
        self._ondertekening: BaseModel | None = getattr(stuk.gegevens, "ondertekening", None)

    def bezwaar(self) -> Finding | None:
        """Why this signature is not recorded, as far as the document itself can tell."""
        stuk, partij = self._stuk, self._gezet.partij
        if self._geladen.zaak is None or self._zoals_het_er_staat() != stuk:
            return self.finding("ONT-12", "De zaak is veranderd sinds zij is gelezen.")
        if not hasattr(self._ondertekening, partij.value):
            return self.finding("ONT-09", f"De {partij.value} ondertekent dit stuk niet.")
        if stuk.gegevens.status is Status.CONCEPT:
            return self.finding("ONT-01")
        if not is_open(stuk, partij):
            return self.finding("ONT-04")
        return self._ander_dan_genoemd(self._geladen.zaak) or self._staat_er_anders()

    def _ander_dan_genoemd(self, zaak: Zaak) -> Finding | None:
        if self._gezet.persoon != wie_tekent(zaak, self._stuk, self._gezet.partij):
            return self.finding("ONT-12", "In de zaak tekent iemand anders voor deze partij.")
        onbekend = self._gezet.partij is Partij.WERKGEVER and self._gezet.persoon is None
        return self.finding("ONT-10") if onbekend else None

    def _staat_er_anders(self) -> Finding | None:
        for veld, waarde in self._gezet.velden().items():
            if self._staat_er(veld) not in {None, waarde}:
                return self.finding("ONT-12", f"Bij `{veld}` staat al iets anders.", veld)
        return None

    def waarden(self) -> Waarden:
        """What the file gets."""
        velden = self._gezet.velden().items()
        waarden: dict[Pad, str | None] = {
            (*self._voor, veld): waarde for veld, waarde in velden if self._staat_er(veld) is None
        }
        partijen = type(self._ondertekening).model_fields if self._ondertekening else ()
        anderen = [Partij(naam) for naam in partijen if naam != self._gezet.partij.value]
        if not any(is_open(self._stuk, partij) for partij in anderen):
            waarden[*self._stuk.pad, "status"] = Status.ONDERTEKEND.value
        return waarden

    def finding(self, code: str, melding: str = "", veld: str = "") -> Finding:
        pad = (*self._voor, veld) if veld else self._voor
        bron = self._eigen if self._stuk.bestand == BESTAND else self._geladen
        return CATALOGUS[code].finding(bron.plaats(self._stuk.bestand, pad), melding, pad=pad_tekst(pad))

    def _zoals_het_er_staat(self) -> Stuk | None:
        """The same document as its file now gives it; None where it is gone."""
        zaak, deel = self._geladen.zaak, self._eigen.deel
        stukken = (*(zaak.stukken if zaak else ()), *(deel.stukken if deel else ()))
        zelfde = (self._stuk.bestand, self._stuk.pad)
        return next((een for een in stukken if (een.bestand, een.pad) == zelfde), None)

    def _staat_er(self, veld: str) -> str | None:
        """What the signature says already, as it stands in a file."""
        waarde = getattr(getattr(self._ondertekening, self._gezet.partij.value), veld, None)
        return None if waarde is None else str(waarde)
