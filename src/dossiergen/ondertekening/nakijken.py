"""Looks every signature of a PDF over: whole, changed since, by whom, when, trusted. Never takes a file at its word."""

import asyncio
import datetime as dt
from dataclasses import dataclass, replace

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.generic_cms import extract_certs_for_validation
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from dossiergen.ondertekening.bewijs import Bewijs, bewijs_in
from dossiergen.ondertekening.certificaat import Certificaat, bezwaar, leesbaar, van_der
from dossiergen.ondertekening.heelheid import Ingebed, einde, heel, ingebed, later
from dossiergen.ondertekening.lezen import KAPOT, geopend
from dossiergen.ondertekening.niveau import bewaart_bewijs, niveau_van
from dossiergen.ondertekening.oordeel import Handtekeningoordeel, Later, Niveau, Tijdbron, Vertrouwd
from dossiergen.ondertekening.tijdstempel import past, tokens_van
from dossiergen.ondertekening.verschil import verschillen
from dossiergen.ondertekening.vertrouwen import Beoordelaar, Padoordeel, Vertrouwen

__all__ = ["beoordeel", "kijk_na"]

# Clocks of two machines differ.
_AFWIJKING = dt.timedelta(minutes=5)


def kijk_na(pdf: bytes, vertrouwen: Vertrouwen, nu: dt.datetime) -> tuple[Handtekeningoordeel, ...]:
    """In the order of signing; empty where nobody signed. Raises OndertekenFout where the file cannot be judged."""
    if nu.tzinfo is None:
        raise ValueError("nu has no time zone")
    with geopend(pdf) as lezer:
        return beoordeel(lezer, pdf, Beoordelaar(vertrouwen, bewijs_in(lezer)), nu)


def beoordeel(
    lezer: PdfFileReader, pdf: bytes, beoordelaar: Beoordelaar, nu: dt.datetime
) -> tuple[Handtekeningoordeel, ...]:
    """As `kijk_na`, by a judge of one's own."""
    return asyncio.run(_alle(_Blik(pdf, nu, beoordelaar, bewijs_in(lezer), nu), ingebed(lezer)))


@dataclass(frozen=True)
class _Blik:
    """What all signatures of a file are judged with."""

    pdf: bytes
    nu: dt.datetime
    beoordelaar: Beoordelaar
    bewijs: Bewijs
    bestond_op: dt.datetime
    """When a signature was there for certain: now, or at the first trusted timestamp over the file after it."""


@dataclass(frozen=True)
class _Tijd:
    moment: dt.datetime | None
    bron: Tijdbron
    opmerkingen: tuple[str, ...] = ()


async def _alle(blik: _Blik, gevonden: tuple[Ingebed, ...]) -> tuple[Handtekeningoordeel, ...]:
    oordelen: list[Handtekeningoordeel] = []
    # From the last to the first: a timestamp over the whole file raises the level of what came before it, and proves
    # that it was there by then, whatever expired since.
    gestempeld = False
    for een in reversed(gevonden):
        oordeel = await _oordeel(blik, een, gestempeld=gestempeld)
        oordelen.append(oordeel)
        if oordeel.tijdstempel and oordeel.heel and een.handtekening is not None:
            gestempeld = gestempeld or bewaart_bewijs(een.handtekening)
            if oordeel.vertrouwd is Vertrouwd.JA and oordeel.tijdbron is Tijdbron.TIJDSTEMPEL:
                blik = replace(blik, bestond_op=min(blik.bestond_op, oordeel.ondertekend_op or blik.nu))
    return tuple(reversed(oordelen))


async def _oordeel(blik: _Blik, een: Ingebed, *, gestempeld: bool) -> Handtekeningoordeel:
    try:
        return await _gelezen(blik, een, gestempeld=gestempeld)
    except KAPOT:
        return _onleesbaar(een)


async def _gelezen(blik: _Blik, een: Ingebed, *, gestempeld: bool) -> Handtekeningoordeel:
    handtekening = een.handtekening
    if handtekening is None:
        return _onleesbaar(een)
    certificaat = handtekening.signer_cert
    getoond = van_der(certificaat)
    is_heel = heel(een, blik.pdf)
    nadien = later(een, blik.pdf) if is_heel else Later.VERBODEN
    tijd = await _tijd(blik, handtekening, is_heel=is_heel)
    uitkomst = await _vertrouwd(blik, handtekening, tijd)
    return Handtekeningoordeel(
        veld=leesbaar(een.veld),
        tijdstempel=_is_tijdstempel(handtekening),
        certificaat=getoond,
        ondertekend_op=tijd.moment,
        tijdbron=tijd.bron,
        niveau=niveau_van(handtekening, blik.bewijs, gestempeld=gestempeld),
        heel=is_heel,
        later=nadien,
        veranderd=_veranderd(blik.pdf, een, nadien, is_heel=is_heel),
        dekt_alles=is_heel and einde(een) == len(blik.pdf),
        vertrouwd=uitkomst.vertrouwd,
        reden=uitkomst.reden,
        opmerkingen=(*tijd.opmerkingen, *_over_tijd(getoond, tijd, blik.nu), *uitkomst.opmerkingen),
    )


def _onleesbaar(een: Ingebed) -> Handtekeningoordeel:
    return Handtekeningoordeel(
        veld=leesbaar(een.veld),
        tijdstempel=False,
        certificaat=None,
        ondertekend_op=None,
        tijdbron=Tijdbron.ONBEKEND,
        niveau=Niveau.GEEN,
        heel=False,
        later=Later.VERBODEN,
        veranderd=("de handtekening zelf is niet te lezen",),
        dekt_alles=False,
        vertrouwd=Vertrouwd.NEE,
        reden="geen leesbaar certificaat",
        opmerkingen=(),
    )


def _veranderd(pdf: bytes, een: Ingebed, nadien: Later, *, is_heel: bool) -> tuple[str, ...]:
    if not is_heel:
        return (
            ("wat is ondertekend, is veranderd",)
            if not een.gedeeld
            else ("twee velden delen deze handtekening",)
        )
    return verschillen(pdf[: einde(een)], pdf) if nadien is Later.VERBODEN else ()


async def _tijd(blik: _Blik, handtekening: EmbeddedPdfSignature, *, is_heel: bool) -> _Tijd:
    """From a timestamp where it is good and trusted; else what the signatory says."""
    tokens = [handtekening.signed_data] if _is_tijdstempel(handtekening) else tokens_van(handtekening)
    opmerkingen: list[str] = []
    for token in tokens:
        if not (is_heel if _is_tijdstempel(handtekening) else past(token, handtekening)):
            opmerkingen.append("het tijdstempel past niet bij de handtekening")
            continue
        dienst = extract_certs_for_validation(token)
        uitkomst = await blik.beoordelaar.oordeel(dienst.signer_cert, dienst.other_certs, blik.bestond_op)
        gegeven = token["encap_content_info"]["content"].parsed["gen_time"].native
        if uitkomst.vertrouwd is Vertrouwd.JA:
            return _Tijd(gegeven, Tijdbron.TIJDSTEMPEL)
        opmerkingen.append(f"de tijdstempeldienst is niet vertrouwd: {uitkomst.reden}")
        if _is_tijdstempel(handtekening):
            return _Tijd(gegeven, Tijdbron.OPGAVE, tuple(opmerkingen))
    moment = handtekening.self_reported_timestamp
    if moment is None:
        return _Tijd(None, Tijdbron.ONBEKEND, tuple(opmerkingen))
    met_zone = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return _Tijd(met_zone, Tijdbron.OPGAVE, tuple(opmerkingen))


async def _vertrouwd(blik: _Blik, handtekening: EmbeddedPdfSignature, tijd: _Tijd) -> Padoordeel:
    """At the time of a timestamp; without one, when it was there for certain: what a signatory says of the time proves nothing."""
    certificaat, andere = handtekening.signer_cert, handtekening.other_embedded_certs
    moment = tijd.moment if tijd.bron is Tijdbron.TIJDSTEMPEL and tijd.moment else blik.bestond_op
    uitkomst = await blik.beoordelaar.oordeel(certificaat, andere, min(moment, blik.bestond_op))
    if (
        uitkomst.vertrouwd is not Vertrouwd.NEE
        and not _is_tijdstempel(handtekening)
        and (fout := bezwaar(certificaat))
    ):
        return Padoordeel(Vertrouwd.NEE, f"verkeerd gebruik: het certificaat {fout}", uitkomst.opmerkingen)
    return uitkomst


def _over_tijd(certificaat: Certificaat, tijd: _Tijd, nu: dt.datetime) -> tuple[str, ...]:
    if tijd.moment is None:
        return ("er staat niet bij wanneer er is ondertekend",)
    if tijd.moment > nu + _AFWIJKING:
        return ("het tijdstip van ondertekenen ligt in de toekomst",)
    if not certificaat.geldig_van <= tijd.moment <= certificaat.geldig_tot:
        return ("op het tijdstip van ondertekenen was het certificaat niet geldig",)
    return ()


def _is_tijdstempel(handtekening: EmbeddedPdfSignature) -> bool:
    return bool(handtekening.sig_object_type == "/DocTimeStamp")
