"""CAL-02, CAL-03 and CAL-34: dates before the absence, after the peildatum, or after recovery."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.ondertekening import handtekeningen
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.gegevens import Verzuim
from dossiergen.zaak.plan_van_aanpak import Reintegratieverslag
from dossiergen.zaak.stukgegevens import HandtekeningPartij, Stukgegevens
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

Dagen = Iterator[tuple[Pad, dt.date | None]]
"""Paths with the day that stands there, if any."""

_IN_HET_VERZUIM = ("gemeld_aan_arbodienst", "uwv_ziekmelding", "uwv_melding_42e_week")
_MET_HET_VERSLAG = (
    "kopie_aan_werknemer",
    "medische_informatie_meegegeven",
    "wia_aanvraag",
    "ingediend_bij_uwv",
)
_VOLGORDE = "volgorde van de stukken in het dossier"
_LATERE_PEILDATUM = "Controleer de datum, of geef een latere --peildatum."

_VOOR_HET_VERZUIM = Soort(
    "CAL-02",
    "Dit stuk is van vóór de eerste ziektedag.",
    "Controleer deze datum en de eerste ziektedag.",
    grond=_VOLGORDE,
)
_IN_DE_TOEKOMST = Soort(
    "CAL-03",
    "Deze datum ligt na de peildatum.",
    "Controleer de datum, zet het stuk op `concept`, of geef een latere --peildatum.",
    grond=_VOLGORDE,
)


@stukregel(_VOOR_HET_VERZUIM, Stukgegevens)
def stuk_voor_het_verzuim(wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """No document of an absence, and nothing that a verslag records, is older than the absence."""
    if gegevens.datum < wat.eerste_ziektedag:
        yield Overtreding("CAL-02", stuk.bestand, ("datum",))
    for pad, dag in _met_het_verslag(gegevens):
        if dag and dag < wat.eerste_ziektedag:
            yield Overtreding("CAL-02", stuk.bestand, pad, "Deze datum ligt vóór de eerste ziektedag.")


@zaakregel(_VOOR_HET_VERZUIM)
def gebeurd_voor_het_verzuim(wat: Onderzoek) -> Iterator[Overtreding]:
    """Nor is anything that is written down as having happened in its course."""
    for pad, dag in _in_het_verzuim(wat.verzuim) if wat.kalender else ():
        if dag and dag < wat.eerste_ziektedag:
            yield Overtreding("CAL-02", "zaak.yaml", pad, "Deze datum ligt vóór de eerste ziektedag.")


@stukregel(_IN_DE_TOEKOMST, Stukgegevens)
def stuk_in_de_toekomst(wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """What a document that is no draft says has happened; and what a verslag records, also in a draft."""
    dagen = [*_met_het_verslag(gegevens)]
    if gegevens.status is not Status.CONCEPT:
        dagen += _bij_het_stuk(gegevens)
    for pad, dag in dagen:
        if dag and dag > wat.peildatum:
            yield Overtreding("CAL-03", stuk.bestand, pad)


@zaakregel(_IN_DE_TOEKOMST)
def verzuim_in_de_toekomst(wat: Onderzoek) -> Iterator[Overtreding]:
    """Illness that has yet to begin is a fout; recovery that is announced is only worth a look. Leave may be planned."""
    for nummer, periode in enumerate(wat.verzuim.periodes):
        plek: Pad = ("verzuim", "periodes", nummer)
        if periode.van > wat.peildatum:
            melding = "Deze periode begint na de peildatum."
            yield Overtreding("CAL-03", "zaak.yaml", (*plek, "van"), melding, oplossing=_LATERE_PEILDATUM)
        elif periode.tot_en_met and periode.tot_en_met > wat.peildatum:
            melding, ernst = "Dit herstel ligt na de peildatum.", Ernst.WAARSCHUWING
            yield Overtreding("CAL-03", "zaak.yaml", (*plek, "tot_en_met"), melding, ernst, _LATERE_PEILDATUM)
    eerste: tuple[Pad, dt.date] = ("verzuim", "eerste_ziektedag"), wat.eerste_ziektedag
    gemeld: tuple[Pad, dt.date | None] = ("verzuim", "ziekgemeld_op"), wat.verzuim.ziekgemeld_op
    for pad, dag in (eerste, gemeld, *_in_het_verzuim(wat.verzuim)):
        if dag and dag > wat.peildatum:
            yield Overtreding("CAL-03", "zaak.yaml", pad, oplossing=_LATERE_PEILDATUM)


@stukregel(
    Soort(
        "CAL-34",
        "Dit stuk is van na het herstel, en er is geen nieuwe periode van verzuim.",
        "Voeg de nieuwe periode toe, of controleer de datum van het stuk en van het herstel.",
        Ernst.WAARSCHUWING,
        grond=_VOLGORDE,
    ),
    Stukgegevens,
)
def stuk_na_herstel(wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    """All periods have ended before the document's date; illness during leave goes on, though it does not count."""
    laatste = wat.verzuim.periodes[-1].tot_en_met if wat.kalender else None
    if laatste and gegevens.datum > laatste:
        yield Overtreding("CAL-34", stuk.bestand, ("datum",))


def _in_het_verzuim(verzuim: Verzuim) -> Dagen:
    """What is written down as having happened in the course of an absence."""
    for veld in _IN_HET_VERZUIM:
        yield ("verzuim", veld), getattr(verzuim, veld)
    if verzuim.loonsanctie:
        for veld in ("besluit_op", "herstel_gemeld_op", "besluit_bekorting_op"):
            yield ("verzuim", "loonsanctie", veld), getattr(verzuim.loonsanctie, veld)
    if verzuim.verlenging:
        for veld in ("aangevraagd_op", "verkorting_gevraagd_op"):
            yield ("verzuim", "verlenging", veld), getattr(verzuim.verlenging, veld)
    for nummer, aanvraag in enumerate(verzuim.verkorte_wachttijd):
        for veld in ("aangevraagd_op", "verklaring_bedrijfsarts_op"):
            yield ("verzuim", "verkorte_wachttijd", nummer, veld), getattr(aanvraag, veld)


def _met_het_verslag(gegevens: Stukgegevens) -> Dagen:
    if isinstance(gegevens, Reintegratieverslag):
        for veld in _MET_HET_VERSLAG:
            yield (veld,), getattr(gegevens, veld)


def _bij_het_stuk(gegevens: Stukgegevens) -> Dagen:
    """The document itself, the talk or consult before it, signatures and refusals, and the copies."""
    for veld in ("datum", "spreekuur_op", "gesprek_op"):
        yield (veld,), getattr(gegevens, veld, None)
    for partij, handtekening in handtekeningen(gegevens):
        if handtekening:
            yield ("ondertekening", partij, "getekend_op"), handtekening.getekend_op
            geweigerd = handtekening.geweigerd if isinstance(handtekening, HandtekeningPartij) else None
            yield ("ondertekening", partij, "geweigerd", "op"), geweigerd.op if geweigerd else None
    for lezer in type(gegevens.afschriften).model_fields if gegevens.afschriften else ():
        yield ("afschriften", lezer), getattr(gegevens.afschriften, lezer)
