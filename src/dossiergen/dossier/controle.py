"""Form and rules of a case together, every finding at its place, and what the case accepts of them."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.dossier.bevindingen import bevindingen
from dossiergen.dossier.bijlagen import lees_bijlagen
from dossiergen.dossier.lettercontrole import tekens_zonder_letter
from dossiergen.dossier.uitzonderingen import Aanvaarding, aanvaardingen
from dossiergen.finding import Finding, Overtreding, op_plaats
from dossiergen.recht import protocolnamen
from dossiergen.regels import controleer, onderzoek
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import GeladenZaak, Zaak
from dossiergen.zaak.herschrijven import lijkt_op

__all__ = ["controleer_zaak", "met_aanvaardingen"]

_ORGANISATIES = "organisaties.yaml"


def controleer_zaak(
    geladen: GeladenZaak,
    peildatum: dt.date,
    *,
    sjablonen: Sjablonen | None = None,
    huisstijl: str | None = None,
) -> tuple[Finding, ...]:
    """All findings of a case, sorted by place. Without a readable case only those of form.

    `sjablonen`: where house styles are; the shipped folder where none is given. `huisstijl`: the one that all
    documents get, where it is not that of their sender.
    """
    return met_aanvaardingen(geladen, peildatum, sjablonen=sjablonen, huisstijl=huisstijl)[0]


def met_aanvaardingen(
    geladen: GeladenZaak,
    peildatum: dt.date,
    *,
    sjablonen: Sjablonen | None = None,
    huisstijl: str | None = None,
) -> tuple[tuple[Finding, ...], tuple[Aanvaarding, ...]]:
    """The findings, and the exceptions that accept some of them."""
    zaak = geladen.zaak
    if zaak is None:
        return op_plaats(geladen.findings), ()
    sjablonen = sjablonen or Sjablonen.standaard()
    overtredingen = (
        *controleer(onderzoek(zaak, peildatum)),
        *_onbekende_verwijzingen(zaak, sjablonen),
        *_stijlen_gelezen(zaak, sjablonen, huisstijl),
        *tekens_zonder_letter(zaak, zaak.stukken, geladen.documenten, sjablonen, huisstijl),
    )
    geldend, bezwaren = aanvaardingen(zaak.gegevens.uitzonderingen, overtredingen, peildatum)
    van_de_regels = bevindingen(overtredingen, geladen.plaats, geldend)
    over_uitzonderingen = bevindingen(bezwaren, geladen.plaats)
    _, over_bijlagen = lees_bijlagen(geladen, zaak)
    return op_plaats((*geladen.findings, *van_de_regels, *over_uitzonderingen, *over_bijlagen)), geldend


def _stijlen_gelezen(zaak: Zaak, sjablonen: Sjablonen, huisstijl: str | None) -> tuple[Overtreding, ...]:
    """Nothing, or a SjabloonFout: a client's own style that cannot be used is told of now, not when it is needed.

    The styles that ship are not opened for it.
    """
    if len(sjablonen.mappen) > 1:
        from dossiergen.dossier.stijlen import lees_stijl  # noqa: PLC0415  opens fonts, which hardly any check needs

        gegevens, organisaties = zaak.gegevens, zaak.organisaties
        werkgever = organisaties.werkgevers[gegevens.werkgever]
        arbodienst = organisaties.arbodiensten[gegevens.arbodienst]
        namen = {huisstijl} if huisstijl else {werkgever.huisstijl, arbodienst.huisstijl}
        for naam in sorted(namen & set(sjablonen.huisstijlen())):
            lees_stijl(naam, sjablonen)
    return ()


def _onbekende_verwijzingen(zaak: Zaak, sjablonen: Sjablonen) -> Iterator[Overtreding]:
    """REF-04 and REF-05: of the organisations of this case; others are not its business."""
    gegevens, organisaties = zaak.gegevens, zaak.organisaties
    werkgever = organisaties.werkgevers[gegevens.werkgever]
    arbodienst = organisaties.arbodiensten[gegevens.arbodienst]
    huisstijlen, protocollen = sjablonen.huisstijlen(), protocolnamen(sjablonen)
    gebruikt = (
        ("REF-04", ("werkgevers", gegevens.werkgever, "huisstijl"), werkgever.huisstijl, huisstijlen),
        ("REF-04", ("arbodiensten", gegevens.arbodienst, "huisstijl"), arbodienst.huisstijl, huisstijlen),
        ("REF-05", ("werkgevers", gegevens.werkgever, "protocol"), werkgever.protocol, protocollen),
        ("REF-05", ("arbodiensten", gegevens.arbodienst, "protocol"), arbodienst.protocol, protocollen),
        *(
            ("REF-05", (soort, sleutel, "second_opinion", "protocol"), contract.protocol, protocollen)
            for soort, sleutel, contract in (
                ("werkgevers", gegevens.werkgever, werkgever.second_opinion),
                ("arbodiensten", gegevens.arbodienst, arbodienst.second_opinion),
            )
            if contract is not None
        ),
    )
    for code, pad, naam, bekend in gebruikt:
        if naam is not None and naam not in bekend:
            gelijkend = lijkt_op(naam, bekend)
            oplossing = f"Bedoelt u `{gelijkend}`?" if gelijkend else f"Kies uit: {', '.join(bekend)}."
            yield Overtreding(code, _ORGANISATIES, pad, oplossing=oplossing, voorstel=gelijkend)
