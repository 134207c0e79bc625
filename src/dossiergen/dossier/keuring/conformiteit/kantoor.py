"""LibreOffice: whether a Word file opens as what it is, and can be handed on as an accessible PDF.

Many files a call: starting it takes a second, a file a tenth.
"""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from dossiergen.dossier.keuring.keurmeesters import Keurmeester
from dossiergen.errors import OntbrekendHulpmiddel

__all__ = ["als_pdf"]

_FILTER = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_WACHT_PER_STUK = 20


def als_pdf(
    meester: Keurmeester, stukken: Sequence[Path], uit: Path, profiel: Path
) -> Mapping[Path, Path | None]:
    """Each Word file with what LibreOffice makes of it, None where it makes nothing. File names differ.

    `profiel`: a folder that no other LibreOffice uses at the same time. Raises OntbrekendHulpmiddel where it does not start.
    """
    uit.mkdir(parents=True, exist_ok=True)
    opdracht = [
        *meester.opdracht,
        f"-env:UserInstallation={profiel.absolute().as_uri()}",
        "--headless", "--norestore", "--convert-to", _FILTER, "--outdir", str(uit), *map(str, stukken),
    ]  # fmt: skip
    try:
        subprocess.run(  # noqa: S603  the judge that the user installed
            opdracht, capture_output=True, check=False, timeout=60 + _WACHT_PER_STUK * len(stukken)
        )
    except subprocess.TimeoutExpired:
        # What it did not come to, it did not open.
        pass
    except OSError:
        raise OntbrekendHulpmiddel("LibreOffice kan niet worden gestart.", "`make keurmeesters`") from None
    gemaakt = {stuk: uit / f"{stuk.stem}.pdf" for stuk in stukken}
    return {stuk: pdf if pdf.is_file() else None for stuk, pdf in gemaakt.items()}
