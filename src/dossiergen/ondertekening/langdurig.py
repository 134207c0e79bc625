"""Makes signatures last: puts what proves them into the file (PAdES B-LT), and a timestamp over all of it (B-LTA)."""

# mypy: allow-untyped-calls
# pyHanko and asn1crypto tell few of their types.

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Any

from asn1crypto import crl  # type: ignore[import-untyped]
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, enumerate_sig_fields
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import DocumentTimestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening.bewijs import Bewijs, bewijs_in, nummers_in
from dossiergen.ondertekening.lezen import geopend
from dossiergen.ondertekening.nakijken import beoordeel
from dossiergen.ondertekening.oordeel import Handtekeningoordeel, Later, Niveau, Tijdbron, Vertrouwd
from dossiergen.ondertekening.sleutel import HASH
from dossiergen.ondertekening.tijdstempel import Tijdstempel, Tijdstempelaar
from dossiergen.ondertekening.toestand import controleer_opbouw
from dossiergen.ondertekening.velden import velden
from dossiergen.ondertekening.vertrouwen import Beoordelaar, Vertrouwen
from dossiergen.ondertekening.zetten import RUIMTE, SPELING, Bijschrijver, TeGroot

__all__ = ["Langdurig", "maak_langdurig"]

_HINT = "Geef de wortel, de lijsten met ingetrokken certificaten (of vraag ze op met online), of kies een lager niveau."


@dataclass(frozen=True)
class Langdurig:
    """What evidence is found and judged by, and whether a timestamp comes over the whole file (B-LTA)."""

    vertrouwen: Vertrouwen
    archief: bool = False


def maak_langdurig(
    pdf: bytes, vertrouwen: Vertrouwen, nu: dt.datetime, archief: Tijdstempel | None = None
) -> bytes:
    """The file with the evidence for all its signatures (B-LT), and with `archief` a new timestamp over it (B-LTA).

    It begins with the bytes that were given. Raises OndertekenFout where anything is missing: the result has to be
    provable with the roots alone. Later again with `archief`: renewed, before the certificate of the last timestamp expires.
    """
    if nu.tzinfo is None:
        raise ValueError("nu has no time zone")
    klaar = _met_bewijs(pdf, vertrouwen, nu)
    if archief:
        klaar = _met_stempel(klaar, archief)
        if not _is_genoeg(_alleen(klaar, vertrouwen, nu)):
            klaar = _met_bewijs(klaar, vertrouwen, nu)
    met_niveau = {Niveau.B_LTA} if archief else {Niveau.B_LT, Niveau.B_LTA}
    oordelen = _alleen(klaar, vertrouwen, nu)
    _controleer(oordelen)
    personen = [een for een in oordelen if not een.tijdstempel]
    if not klaar.startswith(pdf) or any(een.niveau not in met_niveau for een in personen):
        raise _ontbreekt("niet alles wat het bewijst, kan in het bestand worden bewaard")
    return klaar


def _alleen(pdf: bytes, vertrouwen: Vertrouwen, nu: dt.datetime) -> tuple[Handtekeningoordeel, ...]:
    """By what the file holds itself, and the roots."""
    with geopend(pdf) as lezer:
        beoordelaar = Beoordelaar(Vertrouwen(vertrouwen.wortels), bewijs_in(lezer), streng=True)
        return beoordeel(lezer, pdf, beoordelaar, nu)


def _is_genoeg(oordelen: tuple[Handtekeningoordeel, ...]) -> bool:
    return all(een.in_orde and een.tijdbron is Tijdbron.TIJDSTEMPEL for een in oordelen)


def _met_bewijs(pdf: bytes, vertrouwen: Vertrouwen, nu: dt.datetime) -> bytes:
    """The same bytes where the file has all of it."""
    with geopend(pdf) as lezer:
        controleer_opbouw(lezer)
        beoordelaar = Beoordelaar(vertrouwen, bewijs_in(lezer), streng=True)
        _controleer(beoordeel(lezer, pdf, beoordelaar, nu))
        bewijs = _nodig(beoordelaar.gebruikt)
        schrijver = Bijschrijver.from_reader(lezer)
        schrijver.register_extension(ESIC_EXTENSION_1)
        voorraad = DocumentSecurityStore.supply_dss_in_writer(
            schrijver, None, certs=bewijs.certificaten, crls=bewijs.crls, ocsps=bewijs.ocsps
        )
        return _geschreven(schrijver) if voorraad.modified else pdf


def _geschreven(schrijver: IncrementalPdfFileWriter) -> bytes:
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _controleer(oordelen: tuple[Handtekeningoordeel, ...]) -> None:
    """Raises OndertekenFout unless each is whole, of a time that is proven, and of somebody who is known as not revoked."""
    if all(een.tijdstempel for een in oordelen):
        raise OndertekenFout("In deze PDF staat geen handtekening.", "Onderteken het bestand eerst.")
    for een in oordelen:
        if not een.heel or een.later is Later.VERBODEN:
            raise OndertekenFout(
                "Deze PDF is na een handtekening veranderd.", "Vraag om het bestand zoals het is ondertekend."
            )
        if not een.tijdstempel and een.niveau in {Niveau.GEEN, Niveau.B_B}:
            raise _ontbreekt("een handtekening heeft geen tijdstempel")
        if een.vertrouwd is not Vertrouwd.JA:
            wie = "de tijdstempeldienst" if een.tijdstempel else "het certificaat van een ondertekenaar"
            raise _ontbreekt(f"{wie} is niet vertrouwd: {een.reden}")
        if een.tijdbron is not Tijdbron.TIJDSTEMPEL:
            raise _ontbreekt(next(iter(een.opmerkingen), "het tijdstip is niet bewezen"))


def _ontbreekt(wat: str) -> OndertekenFout:
    return OndertekenFout(
        f"Dit wordt geen handtekening die houdbaar is: {wat}. Er is niets geschreven.", _HINT
    )


def _nodig(gebruikt: Iterable[Bewijs]) -> Bewijs:
    """What was used, once: of lists and answers of the same kind the latest."""
    alle = list(gebruikt)
    certificaten = {een.dump(): een for deel in alle for een in deel.certificaten}
    uitgevers = {een.issuer.dump() for een in certificaten.values()}
    nummers = {een.serial_number for een in certificaten.values()}
    lijsten = [lijst for deel in alle for lijst in deel.crls if lijst.issuer.dump() in uitgevers]
    antwoorden = [een for deel in alle for een in deel.ocsps if nummers.intersection(nummers_in(een))]
    return Bewijs(
        tuple(certificaten.values()),
        _laatste(lijsten, _soort, lambda lijst: lijst["tbs_cert_list"]["this_update"].native),
        _laatste(antwoorden, nummers_in, lambda een: een.response_data["produced_at"].native),
    )


def _laatste(
    alle: Iterable[Any], soort: Callable[[Any], object], moment: Callable[[Any], dt.datetime]
) -> tuple[Any, ...]:
    gekozen: dict[object, Any] = {}
    for een in alle:
        if soort(een) not in gekozen or moment(gekozen[soort(een)]) < moment(een):
            gekozen[soort(een)] = een
    return tuple(gekozen.values())


def _soort(lijst: crl.CertificateList) -> tuple[object, ...]:
    """Of whom it is, and which part of theirs."""
    deel, verschil = lijst.issuing_distribution_point_value, lijst.delta_crl_indicator_value
    return lijst.issuer.dump(), deel.dump() if deel else None, verschil is not None


def _met_stempel(pdf: bytes, server: Tijdstempel) -> bytes:
    try:
        return _gestempeld(pdf, server, RUIMTE)
    except TeGroot as fout:
        return _gestempeld(pdf, server, RUIMTE + fout.tekort + SPELING)


def _gestempeld(pdf: bytes, server: Tijdstempel, ruimte: int) -> bytes:
    """In a field that shows nothing, on a page that has fields already: that one says in which order they are read."""
    blad = min((veld.blad for veld in velden(pdf) if veld.getekend and veld.blad), default=1)
    with geopend(pdf) as lezer:
        naam = _vrije_naam(lezer)
        schrijver = Bijschrijver.from_reader(lezer)
        schrijver.register_extension(ESIC_EXTENSION_1)
        plek = SigFieldSpec(naam, on_page=blad - 1)
        inbedding = PdfCMSEmbedder(new_field_spec=plek).write_cms(naam, schrijver)
        next(inbedding)
        inbedding.send(SigObjSetup(DocumentTimestamp(bytes_reserved=2 * ruimte)))
        hash_, uit = inbedding.send(SigIOSetup(HASH))
        token = asyncio.run(Tijdstempelaar(server).async_timestamp(hash_.document_digest, HASH)).dump()
        if len(token) > ruimte:
            raise TeGroot(len(token) - ruimte)
        inbedding.send(token)
        return bytes(uit.getvalue())


def _vrije_naam(lezer: PdfFileReader) -> str:
    namen = {naam for naam, _, _ in enumerate_sig_fields(lezer)}
    return next(naam for nummer in count(1) if (naam := f"Timestamp-{nummer:x}") not in namen)
