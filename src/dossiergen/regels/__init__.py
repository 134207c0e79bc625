"""What must be true of a case beyond its form. Each rule yields problems by path; it never raises and never reads files."""

from dossiergen.regels.controle import controleer, controleer_stuk, controleer_verzoek, onderzoek
from dossiergen.regels.onderwerpen.bewaren import over_tijd
from dossiergen.regels.onderwerpen.vangnet import kan_vangnet_noemen, noemt_vangnet
from dossiergen.regels.onderzoek import Onderzoek, Verzoekonderzoek
from dossiergen.regels.regel import Regel, Stukregel, Verzoekregel, Zaakregel
from dossiergen.regels.register import Register, is_aanvaardbaar, nooit_aanvaard, register, soort_van
from dossiergen.regels.scans import Scanmap, over_scans

__all__ = [
    "Onderzoek",
    "Regel",
    "Register",
    "Scanmap",
    "Stukregel",
    "Verzoekonderzoek",
    "Verzoekregel",
    "Zaakregel",
    "controleer",
    "controleer_stuk",
    "controleer_verzoek",
    "is_aanvaardbaar",
    "kan_vangnet_noemen",
    "noemt_vangnet",
    "nooit_aanvaard",
    "onderzoek",
    "over_scans",
    "over_tijd",
    "register",
    "soort_van",
]
