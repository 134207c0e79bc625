"""Signatures of a PDF: keys, placing them, looking them over. Knows no case."""

from dossiergen.ondertekening.certificaat import Certificaat, lees_certificaten
from dossiergen.ondertekening.sleutel import Sleutel, open_p12
from dossiergen.ondertekening.tijdstempel import Tijdstempel
from dossiergen.ondertekening.token import open_token
from dossiergen.ondertekening.velden import Handtekeningveld, velden
from dossiergen.ondertekening.zetten import onderteken

__all__ = [
    "Certificaat",
    "Handtekeningveld",
    "Sleutel",
    "Tijdstempel",
    "lees_certificaten",
    "onderteken",
    "open_p12",
    "open_token",
    "velden",
]
