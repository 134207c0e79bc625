"""What must be true of a case beyond its form. Each rule yields problems by path; it never raises and never reads files."""

from dossiergen.regels.controle import controleer, controleer_stuk, onderzoek
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import Regel, Stukregel, Zaakregel
from dossiergen.regels.register import Register, is_aanvaardbaar, nooit_aanvaard, register, soort_van

__all__ = [
    "Onderzoek",
    "Regel",
    "Register",
    "Stukregel",
    "Zaakregel",
    "controleer",
    "controleer_stuk",
    "is_aanvaardbaar",
    "nooit_aanvaard",
    "onderzoek",
    "register",
    "soort_van",
]
