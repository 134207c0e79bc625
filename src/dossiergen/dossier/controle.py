"""Form and rules of a case together, every finding at its place."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from dossiergen.finding import CATALOGUS, Finding, op_plaats
from dossiergen.huisstijl import namen
from dossiergen.regels import controleer
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenZaak, Zaak
from dossiergen.zaak.herschrijven import lijkt_op
from dossiergen.zaak.yaml import pad_tekst

__all__ = ["controleer_zaak"]

_ORGANISATIES = "organisaties.yaml"


def controleer_zaak(
    geladen: GeladenZaak, peildatum: dt.date, *, sjablonen: Sjablonen | None = None
) -> tuple[Finding, ...]:
    """All findings of a case, sorted by place. Without a readable case only those of form.

    `sjablonen`: where house styles are; the shipped folder where none is given.
    """
    zaak = geladen.zaak
    if zaak is None:
        return op_plaats(geladen.findings)
    huisstijlen = namen(sjablonen or Sjablonen.standaard())
    return op_plaats(
        (
            *geladen.findings,
            *_overtredingen(geladen, zaak, peildatum),
            *_onbekende_huisstijlen(geladen, zaak, huisstijlen),
        )
    )


def _overtredingen(geladen: GeladenZaak, zaak: Zaak, peildatum: dt.date) -> Iterator[Finding]:
    for overtreding in controleer(zaak, peildatum):
        soort = CATALOGUS[overtreding.code]
        if overtreding.ernst is not None:
            soort = replace(soort, ernst=overtreding.ernst)
        plaats = geladen.plaats(overtreding.bestand, overtreding.pad)
        yield soort.finding(plaats, overtreding.melding, pad=pad_tekst(overtreding.pad))


def _onbekende_huisstijlen(
    geladen: GeladenZaak, zaak: Zaak, huisstijlen: tuple[str, ...]
) -> Iterator[Finding]:
    """REF-04: of the organisations of this case; others are not its business."""
    gegevens, organisaties = zaak.gegevens, zaak.organisaties
    gebruikt = (
        ("werkgevers", gegevens.werkgever, organisaties.werkgevers[gegevens.werkgever].huisstijl),
        ("arbodiensten", gegevens.arbodienst, organisaties.arbodiensten[gegevens.arbodienst].huisstijl),
    )
    for soort, sleutel, huisstijl in gebruikt:
        if huisstijl not in huisstijlen:
            gelijkend = lijkt_op(huisstijl, huisstijlen)
            pad = (soort, sleutel, "huisstijl")
            yield CATALOGUS["REF-04"].finding(
                geladen.plaats(_ORGANISATIES, pad),
                pad=pad_tekst(pad),
                oplossing=f"Bedoelt u `{gelijkend}`?"
                if gelijkend
                else f"Kies uit: {', '.join(huisstijlen)}.",
                voorstel=gelijkend,
            )
