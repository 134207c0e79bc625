"""From a Word file and case folders to a proposal, or to one finding that says why there can be none."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from dossiergen.dossier.bestandsnaam import naam_van
from dossiergen.dossier.inlezen.buiten import buiten_de_velden
from dossiergen.dossier.inlezen.herkomst import Bronstuk, zoek_bron
from dossiergen.dossier.inlezen.lezing import Lezing, lees_pakket
from dossiergen.dossier.inlezen.niet_ingelezen import NietIngelezen
from dossiergen.dossier.inlezen.pakket import Pakket, lees_bestand, open_pakket
from dossiergen.dossier.inlezen.verschil import Vergelijking
from dossiergen.dossier.inlezen.voorstel import Voorstel
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.finding import CATALOGUS, Finding, Plaats, op_plaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.zaak import Status
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from dossiergen.zaak.mappen import toonbaar

__all__ = ["lees_in"]

# A document of a case has some hundreds.
_MAX_ALINEAS = 20_000


def lees_in(pad: Path, mappen: Iterable[Path], werkplaats: Werkplaats, peildatum: dt.date) -> Voorstel:
    """What the file would change in one of the cases. Raises OSError where it cannot be read."""
    naam = toonbaar(pad)
    try:
        pakket = open_pakket(lees_bestand(pad), naam)
        return _voorstel(pakket, zoek_bron(pakket, mappen, werkplaats, peildatum), werkplaats.sjablonen)
    except NietIngelezen as weigering:
        return Voorstel(findings=(weigering.finding,))


def _voorstel(pakket: Pakket, bron: Bronstuk, sjablonen: Sjablonen) -> Voorstel:
    toen = lees_pakket(bron.vers)
    nu = lees_pakket(pakket, frozenset(toen.koppen))
    if len(nu.alineas) > _MAX_ALINEAS:
        raise NietIngelezen("INL-02", pakket.naam, "Dit bestand heeft veel te veel tekst.")
    if toen.vakken and not nu.vakken:
        raise NietIngelezen(
            "INL-11",
            pakket.naam,
            "De invulvelden van dit bestand hebben hun naam verloren, zoals wanneer LibreOffice het bewaarde.",
            "Maak het stuk opnieuw, bewerk het in Word, en bewaar het als Word-document (.docx).",
        )
    gewijzigd, bezwaren = Vergelijking(bron, toen, nu, Keuzes.laad(sjablonen)).velden()
    buiten = tuple(buiten_de_velden(pakket.naam, toen, nu))
    alle = [*bezwaren, *_verwijst(pakket.naam, nu)]
    if (gewijzigd or buiten) and bron.stuk.gegevens.status is not Status.CONCEPT:
        plaats = bron.geladen.plaats if bron.stuk.bestand != BESTAND else bron.deel.plaats
        alle.append(CATALOGUS["INL-07"].finding(plaats(bron.stuk.bestand, (*bron.stuk.pad, "status"))))
    bestanden = {een.bestand for een in gewijzigd}
    return Voorstel(
        map=bron.geladen.map,
        kenmerk=bron.zaak.kenmerk,
        stuk=naam_van(bron.vorm, bron.stuk),
        wijzigingen=tuple(gewijzigd),
        buiten=buiten,
        findings=op_plaats(alle),
        teksten={naam: document.tekst for naam in bestanden if (document := bron.document(naam))},
        modellen={naam: model for naam in bestanden if (model := bron.model(naam))},
    )


def _verwijst(naam: str, nu: Lezing) -> list[Finding]:
    return [CATALOGUS["INL-13"].finding(Plaats(naam))] if nu.van_buiten else []
