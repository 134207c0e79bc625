"""Puts a signature in a field of a PDF, as an update after its last byte. Knows no case and asks nothing."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

import asyncio
import datetime as dt
from collections.abc import Generator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening.certificaat import geldig_op
from dossiergen.ondertekening.lezen import KAPOT, geopend
from dossiergen.ondertekening.sleutel import HASH, Ondertekenaar, Sleutel
from dossiergen.ondertekening.tijdstempel import Tijdstempel, Tijdstempelaar
from dossiergen.ondertekening.toestand import controleer

__all__ = ["RUIMTE", "SPELING", "Bijschrijver", "Inbedding", "TeGroot", "onderteken"]

# Room for what surrounds a signature (lengths that take a byte more), and for a timestamp with its certificates.
SPELING = 64
RUIMTE = 12_000
# pyHanko's: it takes a description of the next step, and gives what that step made.
Inbedding = Generator[Any, Any, None]


def onderteken(  # noqa: PLR0913, PLR0917  what a signature is made of
    pdf: bytes,
    veld: str,
    sleutel: Sleutel,
    stempel: bytes,
    moment: dt.datetime,
    tijdstempel: Tijdstempel | None = None,
) -> bytes:
    """The file with one signature more: PAdES B-B, or B-T with a timestamp. It begins with the bytes that were given.

    The first signature allows nothing but signatures after it. Raises OndertekenFout rather than sign what may not be
    signed, or on top of a signature that no longer holds.
    """
    if moment.tzinfo is None:
        raise ValueError("moment has no time zone")
    if reden := geldig_op(sleutel.certificaat, moment):
        raise OndertekenFout(
            f"Het certificaat van deze sleutel {reden}.", "Vraag de uitgever om een nieuw certificaat."
        )
    stempelaar = Tijdstempelaar(tijdstempel) if tijdstempel else None
    zetting = _Zetting(sleutel.ondertekenaar, stempel, moment, stempelaar, RUIMTE if stempelaar else 0)
    try:
        getekend = _gezet(pdf, veld, zetting)
    except TeGroot as fout:
        getekend = _gezet(pdf, veld, replace(zetting, ruimte=zetting.ruimte + fout.tekort + SPELING))
    if not getekend.startswith(pdf):
        raise OndertekenFout(
            "Het ondertekende bestand zou het oorspronkelijke veranderen.", "Er is niets geschreven."
        )
    return getekend


@dataclass(frozen=True)
class _Zetting:
    """What is put in a field; `ruimte` is what is kept for a timestamp."""

    ondertekenaar: Ondertekenaar
    stempel: bytes
    moment: dt.datetime
    stempelaar: Tijdstempelaar | None
    ruimte: int


class TeGroot(Exception):
    """The timestamp took more room than was kept for it."""

    def __init__(self, tekort: int) -> None:
        super().__init__(tekort)
        self.tekort = tekort


class Bijschrijver(IncrementalPdfFileWriter):
    """Writes what was changed and nothing else: the dates in the metadata are those of the document, not of a signature."""

    def _update_meta(self) -> None:
        """Called by pyHanko before it writes."""


def _gezet(pdf: bytes, veld: str, zetting: _Zetting) -> bytes:
    plaats = asyncio.run(zetting.ondertekenaar.lengte()) + SPELING + zetting.ruimte
    with geopend(pdf) as lezer:
        eerste = controleer(lezer, pdf, veld)
        schrijver = Bijschrijver.from_reader(lezer)
        schrijver.register_extension(ESIC_EXTENSION_1)
        inbedding = PdfCMSEmbedder().write_cms(veld, schrijver, existing_fields_only=True)
        _toon(schrijver, next(inbedding).get_object(), zetting.stempel)
        inbedding.send(
            SigObjSetup(
                SignatureObject(zetting.moment, SigSeedSubFilter.PADES, bytes_reserved=2 * plaats),
                SigMDPSetup(HASH, certify=eerste, docmdp_perms=MDPPerm.FILL_FORMS if eerste else None),
            )
        )
        hash_, uit = inbedding.send(SigIOSetup(HASH))
    # Out of there: what goes wrong with a key or a server is no fault of the file.
    der = asyncio.run(zetting.ondertekenaar.inhoud(hash_.document_digest, zetting.stempelaar))
    if len(der) > plaats:
        raise TeGroot(len(der) - plaats)
    inbedding.send(der)
    return bytes(uit.getvalue())


def _toon(schrijver: IncrementalPdfFileWriter, veld: generic.DictionaryObject, stempel: bytes) -> None:
    """The page of the stamp as the appearance, as it is: its box is fitted to the field by every reader."""
    try:
        beeld = schrijver.import_page_as_xobject(PdfFileReader(BytesIO(stempel)))
    except KAPOT:
        raise OndertekenFout(
            "Het beeld van de handtekening is niet te lezen. Er is niet getekend.",
            "Meld dit: het is een fout van het programma.",
        ) from None
    veld[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): beeld})
