"""What a caseload says in words, the same on a screen, in an agenda and on a page. No value of a case but its dates."""

import datetime as dt

from dossiergen.dossier.caseload import Taak
from dossiergen.recht import recht
from dossiergen.recht.leesbaar import met_eenheid
from dossiergen.termijnen import Gevolg, Mijlpaal, Risico, Wie

__all__ = ["RISICO", "dagen", "gevolg_in_woorden", "over", "te_laat_zin", "wie"]

RISICO = {Risico.LOONSANCTIE: "loonsanctie", Risico.LATE_WIA: "late WIA", Risico.BOETE: "boete"}
_KAN = {
    Risico.LOONSANCTIE: "kan een loonsanctie geven",
    Risico.LATE_WIA: "kan de WIA later laten beginnen, met loon tot die dag",
    Risico.BOETE: "kan een boete geven",
}
_BOETE = "boete_42e_week"


def dagen(aantal: int) -> str:
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


def over(taak: Taak) -> str:
    """When something has to be done, as somebody says it."""
    return {0: "vandaag", 1: "morgen"}.get(taak.dagen, f"over {dagen(taak.dagen)}")


def wie(mijlpaal: Mijlpaal) -> str:
    return " en ".join("UWV" if een is Wie.UWV else een.value for een in mijlpaal.wie)


def te_laat_zin(taak: Taak) -> str:
    """Plan van aanpak 12 dagen te laat: kan een loonsanctie geven."""
    gevolg = gevolg_in_woorden(taak)
    te_laat = f"{taak.mijlpaal.titel} {dagen(taak.te_laat)} te laat"
    return f"{te_laat}: {gevolg}." if gevolg else f"{te_laat}; geen risico bekend."


def gevolg_in_woorden(taak: Taak) -> str:
    """Every risk; empty where none is known."""
    return ", en ".join(_in_woorden(gevolg, taak.uiterlijk) for gevolg in taak.gevolgen)


def _in_woorden(gevolg: Gevolg, dag: dt.date) -> str:
    if gevolg.risico is not Risico.BOETE:
        return _KAN[gevolg.risico] + ("" if gevolg.bevestigd else " (niet bevestigd)")
    bedrag = recht().op(_BOETE, dag)
    onzeker = "" if gevolg.bevestigd and bedrag.bevestigd else "; bedrag niet bevestigd"
    return f"{_KAN[gevolg.risico]} (ten hoogste {met_eenheid(recht().waarden[_BOETE], bedrag)}{onzeker})"
