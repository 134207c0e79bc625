"""What the employer sends: letters to the employee, and the data of the report to UWV in week 42."""

from enum import StrEnum

from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import AAN_WERKNEMER, DOSSIERHOUDER, OPEN_DEEL, veld
from dossiergen.zaak.stukgegevens import OndertekeningBedrijfsarts, Stukgegevens
from dossiergen.zaak.typen import Datum, Persoonssleutel, Sleutel, Tekst, Zin

__all__ = [
    "Afspraak",
    "BriefKopieVerslag",
    "BriefPlanTerOndertekening",
    "BriefTweedeMening",
    "BriefUitnodiging",
    "Melding42eWeek",
    "Waarvoor",
]


class Waarvoor(StrEnum):
    """What somebody is invited to."""

    CONSULT = "consult"
    EVALUATIE = "evaluatie"
    EERSTEJAARSEVALUATIE = "eerstejaarsevaluatie"
    EINDEVALUATIE = "eindevaluatie"


class Afspraak(Model):
    """When and where people meet."""

    op: Datum = veld("Op welke dag.", AAN_WERKNEMER)
    tijd: Zin = veld("Hoe laat, bijvoorbeeld 10.30 uur.", AAN_WERKNEMER)
    waar: Zin = veld("Waar: adres, of telefonisch, of via beeldbellen.", AAN_WERKNEMER)
    met: Persoonssleutel = veld("Met wie de werknemer spreekt.", AAN_WERKNEMER)


class BriefUitnodiging(Stukgegevens):
    """stukken/brief-uitnodiging-NN.yaml: for the consult or an evaluation."""

    waarvoor: Waarvoor = veld("consult, evaluatie, eerstejaarsevaluatie of eindevaluatie.", AAN_WERKNEMER)
    afspraak: Afspraak = veld("Dag, tijd, plaats en gesprekspartner.", AAN_WERKNEMER)
    afzeggen_voor: Datum | None = veld(
        "Tot en met welke dag de werknemer de afspraak kan verzetten.", AAN_WERKNEMER, default=None
    )
    bespreken: tuple[Zin, ...] = veld(
        "Wat er wordt besproken, zonder medische gegevens.", AAN_WERKNEMER, default=()
    )


class BriefPlanTerOndertekening(Stukgegevens):
    """stukken/brief-plan-ter-ondertekening-NN.yaml: a plan or evaluation for the employee to sign."""

    stuk: Sleutel = veld(
        "Welk stuk erbij zit: de naam van het bestand in `stukken` zonder .yaml, bijvoorbeeld plan-van-aanpak.",
        AAN_WERKNEMER,
    )
    terug_voor: Datum = veld("Tot en met welke dag u het stuk terug verwacht.", AAN_WERKNEMER)


class BriefKopieVerslag(Stukgegevens):
    """stukken/brief-kopie-verslag.yaml: the copy of the verslag, and what the employee does by when."""

    reageren_voor: Datum | None = veld(
        "Tot en met welke dag de werknemer op het verslag kan reageren.", AAN_WERKNEMER, default=None
    )


class BriefTweedeMening(Stukgegevens):
    """stukken/brief-tweede-mening-NN.yaml: the bedrijfsarts answers an employer who wants another doctor's view.

    That is no second opinion, which only the employee can ask (Arbobesluit art. 2.14d lid 1).
    """

    gevraagd_op: Datum = veld("Wanneer de werkgever erom vroeg.", OPEN_DEEL)
    vraag: Tekst = veld("Wat de werkgever wil weten, zonder medische gegevens.", OPEN_DEEL)
    verantwoordelijke_bedrijfsarts: Persoonssleutel | None = veld(
        "De bedrijfsarts die verantwoordelijk is, als een ander opstelde (taakdelegatie).",
        OPEN_DEEL,
        default=None,
    )
    ondertekening: OndertekeningBedrijfsarts = veld(
        "Handtekening van de bedrijfsarts.", OPEN_DEEL, default=OndertekeningBedrijfsarts()
    )


class Melding42eWeek(Stukgegevens):
    """stukken/melding-42e-week.yaml: what the employer needs at hand to report (Ziektewet art. 38 lid 1).

    All data are those of the case; when it was reported stands in zaak.yaml (`uwv_melding_42e_week`).
    """

    gemeld_door: Persoonssleutel | None = veld(
        "Wie de melding bij UWV doet, als dat een ander is dan de opsteller.", DOSSIERHOUDER, default=None
    )
