"""Puts a signature under what was put before somebody, and lays the signed file down where the definitive one lies."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from dossiergen.dossier.maken import voer_uit
from dossiergen.dossier.ondertekenen.voorleggen import NietGetekend, Voorgelegd
from dossiergen.dossier.resultaat import Stukresultaat, Uitkomst
from dossiergen.errors import OndertekenFout
from dossiergen.huisstijl import Huisstijl
from dossiergen.ondertekening import (
    Handtekeningoordeel,
    Langdurig,
    Sleutel,
    Tijdstempel,
    Vertrouwen,
    kijk_na,
    maak_langdurig,
    onderteken,
)
from dossiergen.render.pdf.stempel import Stempelmaker
from dossiergen.stukken.opmaak import datum

__all__ = ["Pen", "leg_neer"]

_KOP = "Digitaal ondertekend"


@dataclass(slots=True)
class Pen:
    """A key that was loaded once, for any number of documents.

    `tijdstempel`: the server that says when it was; `langdurig`: that the file is to keep what proves it, and what that takes.
    """

    sleutel: Sleutel
    tijdstempel: Tijdstempel | None = None
    langdurig: Langdurig | None = None
    _stempels: dict[Huisstijl, Stempelmaker] = field(default_factory=dict, repr=False)

    def teken(self, wat: Voorgelegd, moment: dt.datetime) -> bytes:
        """The file with the signature in it, looked over and judged before anybody gets to see it.

        `moment`: when, in the time zone that the page shows. Raises OndertekenFout, and NietGetekend where a judge objects.
        """
        stijl = wat.huisstijl
        stempels = self._stempels.setdefault(stijl, Stempelmaker(stijl))
        links, onder, rechts, boven = wat.veld.vak
        regels = (_KOP, wat.tekenaar.naam, f"{datum(moment.date())}, {moment:%H.%M} uur")
        stempel = stempels.maak(regels, rechts - links, boven - onder)
        getekend = onderteken(wat.bron, wat.veld.naam, self.sleutel, stempel, moment, self.tijdstempel)
        if self.langdurig:
            archief = self.tijdstempel if self.langdurig.archief else None
            getekend = maak_langdurig(getekend, self.langdurig.vertrouwen, moment, archief)
        wat.keur(getekend)
        return getekend


def leg_neer(wat: Voorgelegd, getekend: bytes, moment: dt.datetime) -> Stukresultaat:
    """Lay the signed file beside the definitive one, in each reader's folder. Raises NietGetekend where something is in the way."""
    handtekeningen = tuple(
        _als_data(oordeel) for oordeel in kijk_na(getekend, Vertrouwen(), moment) if oordeel.partij
    )
    if not any(een["partij"] == wat.tekenaar.partij for een in handtekeningen):
        raise OndertekenFout(
            "De handtekening is na het zetten niet terug te vinden.", "Er is niets geschreven."
        )
    maker = wat.gekozen.maker
    gevonden = len(maker.erbij)
    resultaat = maker.neem_getekend(wat.gekozen.stuk, wat.gekozen.vorm, getekend, handtekeningen)
    if resultaat.uitkomst is Uitkomst.GEWEIGERD:
        raise NietGetekend(*maker.erbij[gevonden:])
    voer_uit(maker)
    return resultaat


def _als_data(oordeel: Handtekeningoordeel) -> Mapping[str, str]:
    """What a manifest says of a signature: nobody's name."""
    if not oordeel.heel or oordeel.certificaat is None or oordeel.ondertekend_op is None:
        raise OndertekenFout("De handtekening is na het zetten niet heel.", "Er is niets geschreven.")
    return {
        "partij": oordeel.partij,
        "certificaat": oordeel.certificaat.sha256,
        "op": oordeel.ondertekend_op.isoformat(timespec="seconds"),
        "niveau": oordeel.niveau.value,
    }
