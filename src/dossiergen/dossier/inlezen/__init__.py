"""A Word file that somebody edited comes back: what it would change in the case, and that written into the case's files.

Reads a file from outside as if it were hostile. Only what the document itself shows can be changed, and never a text that is fixed.
"""

from dossiergen.dossier.inlezen.lees import lees_in
from dossiergen.dossier.inlezen.toepassen import pas_toe
from dossiergen.dossier.inlezen.voorstel import Buiten, Voorstel, Wijziging
from dossiergen.dossier.wijzigen import Toepassing

__all__ = ["Buiten", "Toepassing", "Voorstel", "Wijziging", "lees_in", "pas_toe"]
