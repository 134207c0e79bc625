"""Signatures of a PDF: keys, placing them, looking them over. Knows no case."""

from dossiergen.ondertekening.certificaat import Certificaat, lees_certificaten
from dossiergen.ondertekening.langdurig import Langdurig, maak_langdurig
from dossiergen.ondertekening.nakijken import kijk_na
from dossiergen.ondertekening.oordeel import Handtekeningoordeel, Later, Niveau, Tijdbron, Vertrouwd
from dossiergen.ondertekening.sleutel import Sleutel, open_p12
from dossiergen.ondertekening.tijdstempel import Tijdstempel
from dossiergen.ondertekening.token import open_token
from dossiergen.ondertekening.velden import Handtekeningveld, velden
from dossiergen.ondertekening.vertrouwen import Vertrouwen
from dossiergen.ondertekening.zetten import onderteken

__all__ = [
    "Certificaat",
    "Handtekeningoordeel",
    "Handtekeningveld",
    "Langdurig",
    "Later",
    "Niveau",
    "Sleutel",
    "Tijdbron",
    "Tijdstempel",
    "Vertrouwd",
    "Vertrouwen",
    "kijk_na",
    "lees_certificaten",
    "maak_langdurig",
    "onderteken",
    "open_p12",
    "open_token",
    "velden",
]
