"""What can be said of a signed file: of each signature by itself, and of the whole beside the case that it is of."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dossiergen.dossier.ondertekenen.tekenaar import bekend_bij
from dossiergen.dossier.ondertekenen.zoeken import (
    Gekozen,
    losse_uitvoer,
    stuk_van_pdf,
    zegt_wat_de_zaak_geeft,
    ziet_eruit_als_ons_stuk,
)
from dossiergen.dossier.pdfherkomst import PdfHerkomst, lees_herkomst
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.ondertekening import Handtekeningoordeel, Vertrouwd, Vertrouwen, kijk_na

__all__ = ["Bestandsoordeel", "Inhoud", "Nakijker", "Tekenoordeel"]


class Inhoud(StrEnum):
    """What a file says, beside what a case gives for it now."""

    GELIJK = "gelijk"
    ANDERS = "anders"
    """Or it looks like no document of ours: what covers or hides a text is not read."""
    ONBEKEND = "onbekend"
    """There is no such case or document here, or the case cannot be read."""
    NIET_NAGEGAAN = "niet nagegaan"


@dataclass(frozen=True, slots=True)
class Tekenoordeel:
    """A signature, with whose certificate it is by the case; empty where nobody listed it, or no case was given."""

    handtekening: Handtekeningoordeel
    bekend_als: str
    geldig: bool
    """Whether its certificate holds at the moment of looking."""
    volgens_zaak: bool = False
    """Whether a case was found that says who signs; then a root vouches for a name, and not for the right to sign here."""

    @property
    def in_orde(self) -> bool:
        """Where no roots were given, the case may vouch for somebody as well."""
        een = self.handtekening
        if self.van_een_ander or not een.onaangetast:
            return False
        if een.tijdstempel:  # no case lists a server: without roots it proves nothing, and is no objection
            return een.vertrouwd is not Vertrouwd.NEE
        zonder_wortels = een.vertrouwd is Vertrouwd.NIET_NAGEGAAN
        return een.in_orde or (zonder_wortels and bool(self.bekend_als) and self.geldig)

    @property
    def van_een_ander(self) -> bool:
        """Whether the case does not list this certificate with who signs here."""
        return self.volgens_zaak and not self.handtekening.tijdstempel and not self.bekend_als


@dataclass(frozen=True, slots=True)
class Bestandsoordeel:
    """`herkomst`: which document the file says it is."""

    handtekeningen: tuple[Tekenoordeel, ...]
    herkomst: PdfHerkomst | None
    inhoud: Inhoud

    @property
    def in_orde(self) -> bool:
        """Signed by at least one person, every signature in order, and the text what the case gives where that was asked."""
        personen = [een for een in self.handtekeningen if not een.handtekening.tijdstempel]
        zegt_het = self.inhoud in {Inhoud.GELIJK, Inhoud.NIET_NAGEGAAN}
        return bool(personen) and all(een.in_orde for een in self.handtekeningen) and zegt_het


@dataclass(frozen=True, slots=True)
class Nakijker:
    """What holds for all files of one run; without `mappen` no case is looked at."""

    werkplaats: Werkplaats
    vertrouwen: Vertrouwen
    nu: dt.datetime
    mappen: tuple[Path, ...] | None = None

    def kijk_na(self, pdf: bytes) -> Bestandsoordeel:
        """Raises OndertekenFout where the file cannot be judged."""
        gevonden = kijk_na(pdf, self.vertrouwen, self.nu)
        herkomst = lees_herkomst(pdf)
        if self.mappen is None:
            return Bestandsoordeel(self._oordelen(gevonden, None), herkomst, Inhoud.NIET_NAGEGAAN)
        with losse_uitvoer() as uitvoer:
            wat = stuk_van_pdf(pdf, self.mappen, self.werkplaats, uitvoer, self.nu.date())
            inhoud = Inhoud.ONBEKEND
            if wat is not None:
                goed = ziet_eruit_als_ons_stuk(pdf, wat) and zegt_wat_de_zaak_geeft(pdf, wat)
                inhoud = Inhoud.GELIJK if goed else Inhoud.ANDERS
        return Bestandsoordeel(self._oordelen(gevonden, wat), herkomst, inhoud)

    def _oordelen(
        self, gevonden: Iterable[Handtekeningoordeel], wat: Gekozen | None
    ) -> tuple[Tekenoordeel, ...]:
        return tuple(
            Tekenoordeel(een, _bekend(een, wat), self._geldt(een), wat is not None) for een in gevonden
        )

    def _geldt(self, een: Handtekeningoordeel) -> bool:
        van = een.certificaat
        return van is not None and van.geldig_van <= self.nu <= van.geldig_tot


def _bekend(een: Handtekeningoordeel, wat: Gekozen | None) -> str:
    """The name of who signs for the party of this field, where that is whose certificate it is."""
    if wat is None or een.certificaat is None:
        return ""
    return bekend_bij(een.certificaat.sha256, een.partij, wat.maker.zaak, wat.stuk, wat.vorm)
