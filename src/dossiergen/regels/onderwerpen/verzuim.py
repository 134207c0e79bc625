"""CAL-04 to CAL-10, CAL-36 and CAL-37: the absence itself. What is wrong with its periods comes from the count."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import zaakregel
from dossiergen.regels.telling import van_de_telling
from dossiergen.termijnen import is_feestdag
from dossiergen.zaak.gegevens import Weekdag

__all__: list[str] = []

_WERKWEEK = tuple(Weekdag)[:5]
_LANGSTE_WEEKEND = 8
_EERSTE_DAG = ("verzuim", "eerste_ziektedag")
_BIJZONDER = "Wet WIA, art. 23 lid 3; Burgerlijk Wetboek, art. 7:629 lid 10"


perioden_lopen_door_elkaar = van_de_telling(
    Soort(
        "CAL-04",
        "Perioden overlappen, staan niet op volgorde of eindigen voor zij beginnen.",
        "Controleer de datums. Zet de oudste periode eerst; alleen de laatste mag zonder einde zijn.",
        grond="volgorde van de perioden van verzuim",
        aanvaardbaar=False,
    )
)
te_kort_hersteld = van_de_telling(
    Soort(
        "CAL-05",
        "Deze periode volgt te snel op de vorige om een nieuw verzuim te zijn.",
        "Neem als `eerste_ziektedag` de eerste dag van de perioden die bij elkaar horen.",
        grond=_BIJZONDER,
        aanvaardbaar=False,
    )
)
te_lang_hersteld = van_de_telling(
    Soort(
        "CAL-06",
        "Tussen de vorige periode en deze ligt zo veel tijd dat een nieuw verzuim begint.",
        "Neem het begin van deze periode als `eerste_ziektedag`, en houd de stukken van het vorige verzuim apart.",
        grond=_BIJZONDER,
        aanvaardbaar=False,
    )
)
samentelling_is_open = van_de_telling(
    Soort(
        "CAL-07",
        "De wet laat open of ziekte rond verlof samentelt; dit is nog niet besloten.",
        "Vraag de bedrijfsarts of UWV of de perioden samentellen, en leg bij `samentelling_besluit` vast waarom wel of niet, "
        "zonder medische gegevens. `eerste_ziektedag` zegt wat de uitkomst is.",
        Ernst.OORDEEL,
        grond="Wet WIA, art. 23 lid 3 en 5; Burgerlijk Wetboek, art. 7:629 lid 10",
    )
)
ziektedag_in_verlof = van_de_telling(
    Soort(
        "CAL-08",
        "De eerste ziektedag valt in verlof dat niet meetelt.",
        "Neem als `eerste_ziektedag` de eerste dag na het verlof waarop de werknemer nog ziek is. Eindigde de ziekte in het "
        "verlof, dan is er geen verzuim.",
        grond="Wet WIA, art. 23 lid 5 a",
        aanvaardbaar=False,
    )
)
ziektedag_begint_geen_periode = van_de_telling(
    Soort(
        "CAL-36",
        "Op de eerste ziektedag begint geen periode van verzuim.",
        "Maak `eerste_ziektedag` gelijk aan `van` van de eerste periode die meetelt, of voeg die periode toe.",
        grond="Wet WIA, art. 23 lid 2",
        aanvaardbaar=False,
    )
)
wet_is_onbekend = van_de_telling(
    Soort(
        "CAL-37",
        "Welke termijnen op deze eerste ziektedag golden, is hier niet bekend.",
        "Controleer het jaartal. Van zo'n oud verzuim berekent dossiergen geen datums.",
        grond="de wet zoals die bekend is, zie docs/recht.md",
        aanvaardbaar=False,
    )
)
verlof_te_lang = van_de_telling(
    Soort(
        "CAL-39",
        "Dit verlof duurt langer dan verlof kan duren.",
        "Controleer de datums van het verlof, vooral het jaartal.",
        grond="Wet WIA, art. 23 lid 5 a; eigen grens van dossiergen",
        aanvaardbaar=False,
    )
)


@zaakregel(
    Soort(
        "CAL-09",
        "De eerste ziektedag is geen werkdag.",
        "De eerste ziektedag is de eerste werkdag waarop niet is gewerkt. Controleer de dag, of vul `werkdagen` in bij `dienstverband`.",
        Ernst.WAARSCHUWING,
        grond="Wet WIA, art. 23 lid 2",
    )
)
def eerste_ziektedag_geen_werkdag(wat: Onderzoek) -> Iterator[Overtreding]:
    """On a day off, by the roster if it is known and else by the weekend, or on a holiday."""
    dag = wat.eerste_ziektedag
    if not _is_werkdag(dag, wat):
        weekdag = list(Weekdag)[dag.weekday()].value
        soort = "feestdag" if is_feestdag(dag, wat.recht) else f"{weekdag}, geen werkdag"
        yield Overtreding("CAL-09", "zaak.yaml", _EERSTE_DAG, f"De eerste ziektedag is een {soort}.")


def _is_werkdag(dag: dt.date, wat: Onderzoek) -> bool:
    werkdagen = wat.zaak.gegevens.dienstverband.werkdagen or _WERKWEEK
    return list(Weekdag)[dag.weekday()] in werkdagen and not is_feestdag(dag, wat.recht)


@zaakregel(
    Soort(
        "CAL-10",
        "De eerste ziektedag is de werkdag na de ziekmelding.",
        "Kon de werknemer op de dag van de melding al niet werken, dan is dat de eerste ziektedag, hoe laat er ook is gemeld.",
        Ernst.WAARSCHUWING,
        grond="Wet WIA, art. 23 lid 2; een huisregel over het tijdstip van melden verandert dat niet",
    )
)
def ziektedag_na_melding(wat: Onderzoek) -> Iterator[Overtreding]:
    """As a house rule about the hour of reporting would have it."""
    gemeld = wat.verzuim.ziekgemeld_op
    if gemeld is None or gemeld >= wat.eerste_ziektedag or not _is_werkdag(gemeld, wat):
        return
    erna = (gemeld + dt.timedelta(days=nummer) for nummer in range(1, _LANGSTE_WEEKEND))
    if wat.eerste_ziektedag == next((dag for dag in erna if _is_werkdag(dag, wat)), None):
        yield Overtreding("CAL-10", "zaak.yaml", _EERSTE_DAG)
