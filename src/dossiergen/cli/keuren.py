"""Which judges there are, and what the shell hears when they refuse."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dossiergen.dossier.keuring.bezwaar import AFGEKEURD
from dossiergen.dossier.keuring.keurmeesters import uit_omgeving
from dossiergen.errors import ExitCode
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen

if TYPE_CHECKING:
    from dossiergen.dossier.werkplaats import Werkplaats

__all__ = ["exitcode", "werkplaats"]


def werkplaats(sjablonen: Sjablonen, huisstijl: str | None) -> "Werkplaats":
    """With the judges that the environment names. Raises OntbrekendHulpmiddel where one cannot be used."""
    # ruff: noqa: PLC0415  what makes documents, which a batch leaves to its workers
    from dossiergen.dossier.keuring.keuren import Keurder
    from dossiergen.dossier.werkplaats import Werkplaats

    return Werkplaats(sjablonen, huisstijl, Keurder(uit_omgeving(os.environ)))


def exitcode(findings: Iterable[Finding], anders: ExitCode) -> ExitCode:
    """4 where a file of ours was refused, whatever else is wrong: nobody can mend that in the case (besluit 0033)."""
    afgekeurd = any(finding.is_fout and finding.code in AFGEKEURD for finding in findings)
    return ExitCode.UITVOER_ONGELDIG if afgekeurd else anders
