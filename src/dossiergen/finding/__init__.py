"""A problem in a case, as a value: what, where, why and what to do. Knows no Zaak."""

from dossiergen.finding.catalogus import CATALOGUS
from dossiergen.finding.finding import Elders, Ernst, Finding, Overtreding, Plaats, met_fout, op_plaats
from dossiergen.finding.soort import VAN_DE_VORM, Soort

__all__ = [
    "CATALOGUS",
    "VAN_DE_VORM",
    "Elders",
    "Ernst",
    "Finding",
    "Overtreding",
    "Plaats",
    "Soort",
    "met_fout",
    "op_plaats",
]
