"""Everything that a worker of a batch needs, read before there are workers. Each makes do with what is there.

Where a library is missing nothing is said here: a case that needs it will say so (exit 3).
"""

from contextlib import suppress
from importlib import import_module

from dossiergen.errors import OntbrekendHulpmiddel
from dossiergen.medisch.lexicon import lexicon
from dossiergen.recht import recht
from dossiergen.regels import register

with suppress(OntbrekendHulpmiddel):
    import_module("dossiergen.dossier.batch.werk")
    import_module("dossiergen.render.pdf")

# The same for every batch; otherwise each worker, and each that follows it, reads them for itself.
for lees in (lexicon, recht, register):
    lees()
