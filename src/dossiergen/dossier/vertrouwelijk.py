"""The bedrijfsarts' own side of a case: checked by the same rules, made into a folder of its own.

With or without bedrijfsarts.yaml, everything outside `vertrouwelijk/` is the same to the byte.
"""

import datetime as dt
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dossiergen.dossier.bevindingen import bevindingen
from dossiergen.dossier.lettercontrole import tekens_zonder_letter
from dossiergen.dossier.uitzonderingen import aanvaardingen
from dossiergen.finding import CATALOGUS, Finding, Overtreding, Plaats, op_plaats
from dossiergen.regels import (
    Onderzoek,
    Scanmap,
    Verzoekonderzoek,
    controleer_stuk,
    controleer_verzoek,
    onderzoek,
    over_scans,
    over_tijd,
)
from dossiergen.second_opinion import werkwijze_van
from dossiergen.sjablonen import Sjablonen
from dossiergen.termijnen import bewaartermijn_medisch
from dossiergen.zaak import Bedrijfsartsdeel, GeladenBedrijfsartsdeel, GeladenZaak, Rol, Stuk, Zaak
from dossiergen.zaak.bedrijfsartsdeel import BESTAND, VERZOEKEN
from dossiergen.zaak.bijlagen import namen_van_de_werknemer
from dossiergen.zaak.mappen import inhoud_van, toonbaar
from dossiergen.zaak.yaml import Pad

__all__ = ["ONDER", "controleer_deel", "dagen_van", "open_voor_anderen"]

ONDER = "vertrouwelijk"
_BIJLAGEN = "bijlagen-bedrijfsarts"
_MEDISCH_OVER_TIJD = (
    "Beoordeel of goede zorg vraagt om langer te bewaren. Zo niet, verwijder dan bedrijfsarts.yaml met zijn bijlagen, en de "
    "gemaakte stukken met `dossiergen purge`."
)


def controleer_deel(
    geladen: GeladenBedrijfsartsdeel,
    zaak: GeladenZaak,
    peildatum: dt.date,
    sjablonen: Sjablonen,
    huisstijl: str | None = None,
) -> tuple[Finding, ...]:
    """All findings about the file; those of form only, where the case itself could not be read.

    `huisstijl` as in `controleer_zaak`.
    """
    deel = geladen.deel
    if deel is None or zaak.zaak is None:
        return geladen.findings
    eigen = {BESTAND: geladen.document} if geladen.document else {}
    overtredingen = (
        *_overtredingen(deel, zaak.zaak, peildatum, sjablonen),
        *_scans(deel, zaak.zaak, zaak.map),
        *tekens_zonder_letter(zaak.zaak, deel.stukken, eigen, sjablonen, huisstijl),
    )
    geldend, bezwaren = aanvaardingen(deel.uitzonderingen, overtredingen, peildatum, eigen_bestand=BESTAND)
    onbevoegd = tuple(_onbevoegd_aanvaard(deel, zaak.zaak))
    door = {deel.uitzonderingen[nummer] for nummer, _ in onbevoegd}
    geldend = tuple(een for een in geldend if een.uitzondering not in door)
    bezwaren = (*bezwaren, *(bezwaar for _, bezwaar in onbevoegd))

    def plaats(bestand: str, pad: Pad) -> Plaats:
        return (geladen if bestand == BESTAND else zaak).plaats(bestand, pad)

    gevonden = bevindingen(overtredingen, plaats, geldend)
    over_uitzonderingen = bevindingen(bezwaren, plaats)
    van_de_schijf = _leesbaar_voor_anderen(geladen, zaak)
    return op_plaats((*geladen.findings, *gevonden, *over_uitzonderingen, *van_de_schijf))


def dagen_van(deel: Bedrijfsartsdeel) -> tuple[dt.date, ...]:
    """On which days something was added to the file: its documents, and the requests that came in."""
    verzoeken = (verzoek.verzoek.ontvangen_op for verzoek in deel.second_opinions)
    return (*(stuk.gegevens.datum for stuk in deel.stukken), *verzoeken)


def _onbevoegd_aanvaard(deel: Bedrijfsartsdeel, zaak: Zaak) -> Iterator[tuple[int, Overtreding]]:
    """UZ-06: exceptions that somebody else decided on, by their place."""
    for nummer, uitzondering in enumerate(deel.uitzonderingen):
        if zaak.organisaties.personen[uitzondering.door].rol is not Rol.BEDRIJFSARTS:
            yield nummer, Overtreding("UZ-06", BESTAND, ("uitzonderingen", nummer, "door"))


def _overtredingen(
    deel: Bedrijfsartsdeel, zaak: Zaak, peildatum: dt.date, sjablonen: Sjablonen
) -> Iterator[Overtreding]:
    """Of each document, and of each request as a whole, by paths of the file."""
    if not deel.stukken and not deel.second_opinions:
        return
    wat = onderzoek(zaak, peildatum)
    termijn = bewaartermijn_medisch(dagen_van(deel), wat.recht)
    if termijn and termijn.is_voorbij(peildatum):
        yield Overtreding("PRV-09", BESTAND, ("kenmerk",), over_tijd(termijn), oplossing=_MEDISCH_OVER_TIJD)
    for stuk in deel.stukken:
        for overtreding in (*controleer_stuk(wat, stuk), *_geen_bedrijfsarts(wat, stuk)):
            elders = tuple(
                (bestand, (*stuk.pad, *pad) if bestand == stuk.bestand else pad)
                for bestand, pad in overtreding.elders
            )
            yield replace(overtreding, pad=(*stuk.pad, *overtreding.pad), elders=elders)
    for plaats, verzoek in enumerate(deel.second_opinions):
        pad = (VERZOEKEN, plaats)
        yield from controleer_verzoek(
            Verzoekonderzoek(wat, verzoek, BESTAND, pad, werkwijze_van(zaak, sjablonen))
        )


def _scans(deel: Bedrijfsartsdeel, zaak: Zaak, map_: Path) -> Iterator[Overtreding]:
    """SIG-06 to SIG-08: scans of what stands in this file lie in a folder of their own."""
    aanwezig = {pad.name for pad in inhoud_van(map_ / _BIJLAGEN)[0]}
    scanmap = Scanmap(_BIJLAGEN, aanwezig, deel.stukken, namen_van_de_werknemer(zaak), is_vertrouwelijk=True)
    for stuk in deel.stukken:
        for overtreding in over_scans(stuk, scanmap):
            yield replace(overtreding, pad=(*stuk.pad, *overtreding.pad))


def _geen_bedrijfsarts(wat: Onderzoek, stuk: Stuk) -> Iterator[Overtreding]:
    """SIG-04 and SO-14: nobody but a bedrijfsarts draws up or signs what stands in this file."""
    ondertekening = getattr(stuk.gegevens, "ondertekening", None)
    handtekening = getattr(ondertekening, "bedrijfsarts", None)
    genoemd = {
        ("opsteller",): stuk.gegevens.opsteller,
        ("ondertekening", "bedrijfsarts", "persoon"): handtekening.persoon if handtekening else None,
    }
    code = "SIG-04" if stuk.raadpleging is None else "SO-14"
    for pad, persoon in genoemd.items():
        if persoon and wat.zaak.organisaties.personen[persoon].rol is not Rol.BEDRIJFSARTS:
            yield Overtreding(code, stuk.bestand, pad)


def _leesbaar_voor_anderen(geladen: GeladenBedrijfsartsdeel, zaak: GeladenZaak) -> Iterator[Finding]:
    """PRV-12: where the disk knows who may read. Invented data need no lock."""
    gedeeld = zaak.gedeeld.organisaties
    if gedeeld is None or gedeeld.voorbeeldgegevens:
        return
    for pad in open_voor_anderen(zaak.map):
        if pad.name == BESTAND:
            yield CATALOGUS["PRV-12"].finding(replace(geladen.plaats(BESTAND, ()), regel=0, kolom=0))
        else:
            melding = "Anderen op deze computer kunnen deze map lezen."
            oplossing = f"Geef alleen uzelf toegang, bijvoorbeeld met `chmod 700 {_BIJLAGEN}`."
            yield CATALOGUS["PRV-12"].finding(Plaats(toonbaar(pad)), melding, oplossing=oplossing)


def open_voor_anderen(map_: Path) -> tuple[Path, ...]:
    """What only the bedrijfsarts may read and group or others can, where the disk knows of such."""
    eigen = (map_ / BESTAND, map_ / _BIJLAGEN)
    return tuple(pad for pad in eigen if os.name == "posix" and _is_open(pad))


def _is_open(pad: Path) -> bool:
    try:
        return bool(pad.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))
    except OSError:  # not there, or in a folder that is closed to us as well
        return False
