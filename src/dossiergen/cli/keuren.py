"""Which judges there are, and what the shell hears when they refuse."""

import os
from collections.abc import Iterable

from dossiergen.dossier.keuring.keuren import AFGEKEURD, Keurder
from dossiergen.dossier.keuring.keurmeesters import uit_omgeving
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import ExitCode
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen

__all__ = ["exitcode", "werkplaats"]


def werkplaats(sjablonen: Sjablonen, huisstijl: str | None) -> Werkplaats:
    """With the judges that the environment names. Raises OntbrekendHulpmiddel where one cannot be used."""
    return Werkplaats(sjablonen, huisstijl, Keurder(uit_omgeving(os.environ)))


def exitcode(findings: Iterable[Finding], anders: ExitCode) -> ExitCode:
    """4 where a file of ours was refused, whatever else is wrong: nobody can mend that in the case (besluit 0033)."""
    afgekeurd = any(finding.is_fout and finding.code in AFGEKEURD for finding in findings)
    return ExitCode.UITVOER_ONGELDIG if afgekeurd else anders
