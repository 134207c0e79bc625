"""The milestones of the end: last documents, verslag, application, decision, the end itself."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.termijnen.mijlpaal import Mijlpaal, Wie
from dossiergen.termijnen.opzet import Opzet
from dossiergen.termijnen.teldagen import DAG
from dossiergen.termijnen.verloop import ZONDER_PLAN, Verloop
from dossiergen.termijnen.wachttijd import Eindgrond
from dossiergen.zaak.gegevens import Verslagsoort
from dossiergen.zaak.plan_van_aanpak import Eindevaluatie, Reintegratieverslag
from dossiergen.zaak.probleemanalyse import ActueelOordeel

__all__ = ["aanloop", "einde_van_de_wachttijd", "slotstukken", "verslag_en_aanvraag"]

_VERKORT = "Bij een verkorte wachttijd toetst UWV het verslag niet."


def aanloop(verloop: Verloop) -> Iterator[Mijlpaal]:
    """Who begins to think of the end: employer and employee, and UWV with its letter."""
    verslag = verloop.gegevens(Reintegratieverslag)
    is_begonnen = verslag is not None and verslag.datum <= verloop.peildatum
    yield verloop.mijlpaal(
        Opzet(
            "voorbereiding_verslag",
            "Verslag voorbereiden, WIA-aanvraag bespreken",
            verloop.tegen_het_einde("voorbereiding_verslag"),
            (Wie.WERKGEVER, Wie.WERKNEMER),
            rechtswaarde="voorbereiding_verslag",
            # Nobody writes down when that was; with a verslag there is nothing left to remind of.
            niet_nodig=_zonder_verslag(verloop) or ("Het verslag is al gemaakt." if is_begonnen else ""),
        )
    )
    yield verloop.mijlpaal(
        Opzet(
            "brief_uwv",
            "UWV schrijft de werknemer over de WIA-aanvraag",
            verloop.brief("brief_uwv_uiterlijk"),
            (Wie.UWV,),
            rechtswaarde="brief_uwv_uiterlijk",
            streef=verloop.brief("brief_uwv"),
            hangt_af_van=("melding_42e_week",),
            niet_nodig=_VERKORT if verloop.einde.grond is Eindgrond.VERKORT else "",
            moment=True,
        )
    )


def slotstukken(verloop: Verloop) -> Iterator[Mijlpaal]:
    """What has to lie there before the verslag."""
    verslag = verloop.gegevens(Reintegratieverslag)
    niet_nodig = _zonder_verslag(verloop)
    yield verloop.mijlpaal(
        Opzet(
            "actueel_oordeel",
            "Actueel oordeel",
            _uiterlijk(verloop, "actueel_oordeel_uiterlijk"),
            (Wie.BEDRIJFSARTS,),
            rechtswaarde="actueel_oordeel_uiterlijk",
            vanaf=verloop.tegen_het_einde("actueel_oordeel_vanaf"),
            stuk=verloop.stuk(ActueelOordeel),
            niet_nodig=niet_nodig,
        )
    )
    yield verloop.mijlpaal(
        Opzet(
            "medische_informatie",
            "Medische informatie aan de werknemer gegeven",
            _uiterlijk(verloop, "medische_informatie"),
            (Wie.BEDRIJFSARTS,),
            rechtswaarde="medische_informatie",
            voldaan_op=verslag.medische_informatie_meegegeven if verslag else None,
            niet_nodig=niet_nodig,
        )
    )
    yield verloop.mijlpaal(
        Opzet(
            "eindevaluatie",
            "Eindevaluatie",
            _uiterlijk(verloop, "eindevaluatie"),
            (Wie.WERKGEVER, Wie.WERKNEMER),
            rechtswaarde="eindevaluatie",
            stuk=verloop.stuk(Eindevaluatie),
            hangt_af_van=("actueel_oordeel",),
            niet_nodig=niet_nodig or ("" if verloop.plan_hoort_er else ZONDER_PLAN),
        )
    )


def _uiterlijk(verloop: Verloop, sleutel: str) -> dt.date | None:
    """Near the end of the waiting period, or on the last day of the employment if that comes first."""
    return _eerste(verloop.uit_dienst, verloop.tegen_het_einde(sleutel))


def _eerste(*dagen: dt.date | None) -> dt.date | None:
    return min((dag for dag in dagen if dag), default=None)


def _zonder_verslag(verloop: Verloop) -> str:
    """Why no complete verslag is made."""
    if verloop.einde.grond is Eindgrond.VERKORT:
        return _VERKORT
    return "" if verloop.verslagsoort is Verslagsoort.VOLLEDIG else "Voor dit verslag is het niet nodig."


def verslag_en_aanvraag(verloop: Verloop) -> Iterator[Mijlpaal]:
    """The verslag with its copy, the application, and what UWV answers."""
    verslag = verloop.gegevens(Reintegratieverslag)
    niet_nodig = _VERKORT if verloop.einde.grond is Eindgrond.VERKORT else ""
    yield _verslag(verloop, verslag.kopie_aan_werknemer if verslag else None, niet_nodig)
    aanvraag = verslag.wia_aanvraag if verslag else None
    uiterlijk = verloop.voor_het_einde("wia_aanvraag_voor_einde")
    yield verloop.mijlpaal(
        Opzet(
            "wia_aanvraag",
            "WIA-aanvraag",
            uiterlijk,
            (Wie.WERKNEMER,),
            rechtswaarde=_na_verlenging(verloop, "wia_aanvraag_voor_einde"),
            voldaan_op=aanvraag,
            hangt_af_van=("verslag",),
            niet_nodig=niet_nodig or verloop.uit_dienst_op(uiterlijk),
        )
    )
    yield from _indienen(verloop, aanvraag or uiterlijk, niet_nodig)
    besluit = _voor_het_besluit(verloop)
    sanctie = verloop.verzuim.loonsanctie
    yield verloop.mijlpaal(
        Opzet(
            "besluit_loonsanctie",
            "Laatste dag waarop UWV over een loonsanctie beslist",
            besluit,
            (Wie.UWV,),
            rechtswaarde="besluit_loonsanctie_voor_einde",
            voldaan_op=sanctie.besluit_op if sanctie else None,
            hangt_af_van=("verslag_indienen",),
            niet_nodig=niet_nodig or verloop.uit_dienst_op(besluit),
            moment=True,
        )
    )


def _indienen(verloop: Verloop, aanvraag: dt.date | None, niet_nodig: str) -> Iterator[Mijlpaal]:
    """Handing in follows the application as it was, and UWV's answer follows that."""
    verslag = verloop.gegevens(Reintegratieverslag)
    ingediend = verslag.ingediend_bij_uwv if verslag else None
    indienen = aanvraag + verloop.dagen("verslag_na_aanvraag") * DAG if aanvraag else None
    yield verloop.mijlpaal(
        Opzet(
            "verslag_indienen",
            "Verslag naar UWV",
            indienen,
            (Wie.WERKGEVER,),
            rechtswaarde="verslag_na_aanvraag",
            voldaan_op=ingediend,
            hangt_af_van=("wia_aanvraag",),
            gerekend_vanaf=aanvraag,
            niet_nodig=niet_nodig,
        )
    )
    basis = ingediend or indienen
    bevestiging = basis + verloop.dagen("ontvangstbevestiging") * DAG if basis else None
    yield verloop.mijlpaal(
        Opzet(
            "ontvangstbevestiging",
            "UWV bevestigt de ontvangst en noemt wat ontbreekt",
            bevestiging,
            (Wie.UWV,),
            rechtswaarde="ontvangstbevestiging",
            hangt_af_van=("verslag_indienen",),
            gerekend_vanaf=basis,
            niet_nodig=niet_nodig or verloop.uit_dienst_op(bevestiging),
            moment=True,
        )
    )


def _na_verlenging(verloop: Verloop, sleutel: str) -> str:
    """After an extension another article holds, or none that a source confirms."""
    return f"{sleutel}_verlenging" if verloop.einde.is_verlengd else sleutel


def _voor_het_besluit(verloop: Verloop) -> dt.date | None:
    """UWV counts back from the end itself, wherever an interruption or leave has moved that to."""
    einde = verloop.einde
    if einde.verslag is None or einde.grond is Eindgrond.VERKORT:
        return None
    return einde.verslag - verloop.dagen("besluit_loonsanctie_voor_einde") * DAG


def _verslag(verloop: Verloop, kopie: dt.date | None, niet_nodig: str) -> Mijlpaal:
    """In time before the end, or on the last day of an employment that ends sooner than that."""
    soort = verloop.verslagsoort
    gewoon = verloop.voor_het_einde("verslag_voor_einde")
    uiterlijk = _eerste(verloop.uit_dienst, gewoon)
    op_de_laatste_dag = uiterlijk is not None and uiterlijk == verloop.uit_dienst
    if op_de_laatste_dag and soort is Verslagsoort.GEEN:
        niet_nodig = "Het verzuim is bij het einde van het dienstverband te kort voor een verslag."
    begin = "Verkort re" if soort is Verslagsoort.VERKORT else "Re"
    gewone_grond = _na_verlenging(verloop, "verslag_voor_einde")
    return verloop.mijlpaal(
        Opzet(
            "verslag",
            f"{begin}-integratieverslag klaar, kopie aan de werknemer",
            uiterlijk,
            (Wie.WERKGEVER,),
            rechtswaarde="verslag_ziek_uit_dienst_vanaf" if op_de_laatste_dag else gewone_grond,
            voldaan_op=kopie,
            hangt_af_van=("actueel_oordeel", "eindevaluatie") if soort is Verslagsoort.VOLLEDIG else (),
            toelichting="Op de laatste dag van het dienstverband." if op_de_laatste_dag else "",
            niet_nodig=niet_nodig,
        )
    )


def einde_van_de_wachttijd(verloop: Verloop) -> Iterator[Mijlpaal]:
    """The end, an extension, a sanction and its shortening."""
    eind = verloop.einde
    verkort = eind.grond is Eindgrond.VERKORT
    langer = eind.uiteindelijk != eind.wachttijd
    gewoon = "Einde van de wachttijd" if langer else "Einde van de wachttijd, eerste dag WIA"
    yield verloop.mijlpaal(
        Opzet(
            "einde_wachttijd",
            "Einde van de verkorte wachttijd" if verkort else gewoon,
            eind.verslag if verkort else eind.wachttijd,
            (Wie.UWV,),
            rechtswaarde="verkorte_wachttijd_maximaal" if verkort else "wachttijd",
            moment=True,
        )
    )
    is_laatste = eind.verslag == eind.uiteindelijk
    if eind.verslag != eind.wachttijd and not verkort:
        yield verloop.mijlpaal(
            Opzet(
                "einde_verlenging",
                "Einde van de verlengde loondoorbetaling" + (", eerste dag WIA" if is_laatste else ""),
                eind.verslag,
                (Wie.UWV,),
                rechtswaarde="verlenging_minimaal",
                hangt_af_van=("einde_wachttijd",),
                moment=True,
            )
        )
    yield from _sanctie(verloop)


def _sanctie(verloop: Verloop) -> Iterator[Mijlpaal]:
    sanctie, eind = verloop.verzuim.loonsanctie, verloop.einde
    if sanctie is None or eind.grond is not Eindgrond.LOONSANCTIE:
        return
    if sanctie.herstel_gemeld_op:
        yield verloop.mijlpaal(
            Opzet(
                "besluit_bekorting",
                "UWV beslist of de tekortkomingen zijn hersteld",
                sanctie.herstel_gemeld_op + verloop.dagen("bekorting_besluit") * DAG,
                (Wie.UWV,),
                rechtswaarde="bekorting_besluit",
                voldaan_op=sanctie.besluit_bekorting_op,
                gerekend_vanaf=sanctie.herstel_gemeld_op,
                moment=True,
            )
        )
    yield verloop.mijlpaal(
        Opzet(
            "einde_loonsanctie",
            "Einde van de loonsanctie, eerste dag WIA",
            eind.uiteindelijk,
            (Wie.UWV,),
            rechtswaarde="bekorting_einde" if sanctie.herstel_gemeld_op else "loonsanctie_hoogste_duur",
            hangt_af_van=("einde_wachttijd",),
            moment=True,
        )
    )
