"""The case as one audience may see it. What it may not see is absent, not blank.

Knows fields, labels and readers; knows no template, no file and no law.
"""

from dossiergen.inzage.beeld import Beeld, als_data, pad_van
from dossiergen.inzage.inzage import Afgeleid, Inzage, projecteer

__all__ = ["Afgeleid", "Beeld", "Inzage", "als_data", "pad_van", "projecteer"]
