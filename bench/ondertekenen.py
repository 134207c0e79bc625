"""Measures a signature with a loaded key, beside an invisible one of bare pyHanko in the same run.

Usage: .venv/bin/python bench/ondertekenen.py [ROUNDS]
Absolute times depend on the machine; the ratios are what counts.
"""

# mypy: allow-untyped-calls
# pyHanko tells few of its types.

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from meten import om_en_om
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from dossiergen.ondertekening import Vertrouwen, kijk_na, onderteken, open_p12

WORTEL = Path(__file__).parents[1]
sys.path.insert(0, str(WORTEL / "tests"))

from ondertekening.papier import document, stempel  # noqa: E402  the document of the tests, with its fields
from ondertekening.pki import MOMENT, Gezag, Opties  # noqa: E402  and their keys

SOORTEN = {"RSA-2048": "rsa-2048", "P-256": "p256"}
WERKGEVER, WERKNEMER = "handtekening-werkgever", "handtekening-werknemer"


def ondertekening(soort: str, rondes: int) -> Iterator[str]:
    """The first and the second signature of a document, and looking both over."""
    with tempfile.TemporaryDirectory() as map_:
        wie = Gezag.wortel().geef(opties=Opties(soort=SOORTEN[soort]))
        pad = wie.p12(Path(map_, "sleutel.p12"), None)
        sleutel = open_p12(pad, None)
        kaal_sleutel = signers.SimpleSigner.load_pkcs12(str(pad))
    beeld, leeg = stempel(), document()

    def kaal() -> None:
        """What a user of pyHanko gets: no field, no stamp, nothing looked over beforehand."""
        meta = signers.PdfSignatureMetadata(
            field_name="kaal", subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
        )
        schrijver = IncrementalPdfFileWriter(BytesIO(leeg))
        asyncio.run(signers.PdfSigner(meta, kaal_sleutel).async_sign_pdf(schrijver))

    eenmaal = onderteken(leeg, WERKGEVER, sleutel, beeld, MOMENT)
    tweemaal = onderteken(eenmaal, WERKNEMER, sleutel, beeld, MOMENT)
    for wat, doen in (
        ("eerste handtekening", lambda: onderteken(leeg, WERKGEVER, sleutel, beeld, MOMENT)),
        ("tweede handtekening", lambda: onderteken(eenmaal, WERKNEMER, sleutel, beeld, MOMENT)),
        ("nakijken van twee", lambda: kijk_na(tweemaal, Vertrouwen(), MOMENT)),
    ):
        ons, hun, verhouding = om_en_om(doen, kaal, rondes)
        budget = "" if wat.startswith("nakijken") else " (budget 30 ms)"
        yield f"{soort} {wat}: {ons:.1f} ms{budget}, bare invisible pyHanko {hun:.1f} ms, ratio {verhouding:.2f}"


def main() -> None:
    rondes = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    for soort in SOORTEN:
        for regel in ondertekening(soort, rondes):
            print(regel)


if __name__ == "__main__":
    main()
