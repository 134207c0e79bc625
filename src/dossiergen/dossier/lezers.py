"""Who is to read a document, and what it then may not be or say: the structure looked at once more, from its outcome.

A client's own template decides on readers and words; what it may not decide is caught here, before anything is written.
"""

from dossiergen.dossier.werkplaats import Tekst
from dossiergen.regels import kan_vangnet_noemen, noemt_vangnet
from dossiergen.regels.teksten import teksten_van
from dossiergen.regels.zinnen import letters, zinnen
from dossiergen.render.boom import tekst as leestekst
from dossiergen.stukken import Stukvorm
from dossiergen.zaak import STUKSOORTEN, Doelgroep, Stuk, Zaak
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts

__all__ = ["bezwaar_tegen_lezers", "is_terugkoppeling", "verraadt_vangnet"]

_NIET_MEDISCH = frozenset({Doelgroep.WERKGEVER, Doelgroep.UWV})


def bezwaar_tegen_lezers(stuk: Stuk, vorm: Stukvorm) -> str:
    """The code of what is wrong with the readers of a kind of document; empty where nothing is.

    PRV-05 and PRV-11: what the bedrijfsarts keeps, with a reader who may not have it; a second opinion is not for UWV.
    PRV-08: what the bedrijfsarts tells the employer, without the employee.
    """
    lezers = frozenset(vorm.voor)
    if stuk.bestand == BESTAND:
        te_veel = not lezers.isdisjoint(_NIET_MEDISCH) or (stuk.raadpleging is not None and vorm.voor_uwv)
        code = "PRV-05" if stuk.raadpleging is None else "PRV-11"
        return code if te_veel else ""
    alleen_werkgever = Doelgroep.WERKGEVER in lezers and Doelgroep.WERKNEMER not in lezers
    return "PRV-08" if alleen_werkgever and isinstance(stuk.gegevens, OordeelBedrijfsarts) else ""


def is_terugkoppeling(vorm: Stukvorm | None) -> bool:
    """Whether it is what the bedrijfsarts tells employer and employee alike."""
    soort = STUKSOORTEN.get(vorm.bron) if vorm else None
    return soort is not None and issubclass(soort.model, OordeelBedrijfsarts)


def verraadt_vangnet(zaak: Zaak, stuk: Stuk, vorm: Stukvorm, tekst: Tekst) -> bool:
    """PRV-03 in what a template adds; what stands in the case itself was judged there."""
    if Doelgroep.WERKGEVER not in vorm.voor:
        return False
    geheel = leestekst(tekst.boom)
    if not kan_vangnet_noemen(geheel.lower()):
        return False
    van_de_zaak = letters(teksten_van(zaak.gegevens).samen) + letters(teksten_van(stuk.gegevens).samen)
    return any(
        noemt_vangnet(zin) and letters(zin) not in van_de_zaak
        for regel in geheel.splitlines()
        for zin in zinnen(regel)
    )
