"""The bedrijfsarts' own side of a case: checked by the same rules, made into a folder of its own.

With or without bedrijfsarts.yaml, everything outside `vertrouwelijk/` is the same to the byte.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from dossiergen.finding import Finding, Overtreding, op_plaats
from dossiergen.regels import Onderzoek, controleer_stuk, onderzoek, soort_van
from dossiergen.zaak import GeladenBedrijfsartsdeel, GeladenZaak, Rol, Stuk
from dossiergen.zaak.yaml import pad_tekst

__all__ = ["ONDER", "controleer_deel"]

ONDER = "vertrouwelijk"


def controleer_deel(
    geladen: GeladenBedrijfsartsdeel, zaak: GeladenZaak, peildatum: dt.date
) -> tuple[Finding, ...]:
    """All findings about the file; those of form only, where the case itself could not be read."""
    if geladen.deel is None or zaak.zaak is None or not geladen.deel.stukken:
        return geladen.findings
    wat = onderzoek(zaak.zaak, peildatum)
    gevonden = [
        _finding(geladen, stuk, overtreding)
        for stuk in geladen.deel.stukken
        for overtreding in (*controleer_stuk(wat, stuk), *_geen_bedrijfsarts(wat, stuk))
    ]
    return op_plaats((*geladen.findings, *gevonden))


def _geen_bedrijfsarts(wat: Onderzoek, stuk: Stuk) -> Iterator[Overtreding]:
    """SIG-04: nobody but a bedrijfsarts draws up or signs what stands in this file."""
    handtekening = getattr(stuk.gegevens, "ondertekening").bedrijfsarts  # noqa: B009  not of every document
    genoemd = {
        ("opsteller",): stuk.gegevens.opsteller,
        ("ondertekening", "bedrijfsarts", "persoon"): handtekening.persoon if handtekening else None,
    }
    for pad, persoon in genoemd.items():
        if persoon and wat.zaak.organisaties.personen[persoon].rol is not Rol.BEDRIJFSARTS:
            yield Overtreding("SIG-04", stuk.bestand, pad)


def _finding(geladen: GeladenBedrijfsartsdeel, stuk: Stuk, overtreding: Overtreding) -> Finding:
    soort = soort_van(overtreding.code)
    if overtreding.ernst is not None:
        soort = replace(soort, ernst=overtreding.ernst)
    pad = (*stuk.pad, *overtreding.pad)
    plaats = geladen.plaats(stuk.bestand, pad)
    return soort.finding(
        plaats,
        overtreding.melding,
        pad=pad_tekst(pad),
        oplossing=overtreding.oplossing,
        voorstel=overtreding.voorstel,
    )
