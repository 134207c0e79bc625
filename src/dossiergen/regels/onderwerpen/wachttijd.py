"""CAL-27 to CAL-33, CAL-35 and CAL-38: what UWV or the parties decided about the waiting period, and the employment."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import zaakregel
from dossiergen.regels.telling import van_de_telling
from dossiergen.termijnen import Eindgrond
from dossiergen.zaak.gegevens import Verslagsoort

__all__: list[str] = []

_VERZUIM = "verzuim"
_ZAAK = "zaak.yaml"
_HOORT = {
    Verslagsoort.GEEN: "Bij dit verzuim hoort geen verslag.",
    Verslagsoort.VERKORT: "Bij dit verzuim hoort een verkort verslag.",
    Verslagsoort.VOLLEDIG: "Bij dit verzuim hoort een volledig verslag.",
}


verkorte_wachttijd_kan_niet = van_de_telling(
    Soort(
        "CAL-27",
        "Deze verkorte wachttijd kan niet.",
        "Controleer de datums. Een aanvraag kan alleen binnen de termijn, en één keer.",
        grond="Wet WIA, art. 23 lid 6",
        stopt=False,
    )
)
loonsanctie_kan_niet = van_de_telling(
    Soort(
        "CAL-29",
        "Deze loonsanctie kan niet.",
        "Controleer het besluit van UWV. Klopt het zo, laat dan nagaan of bezwaar mogelijk is.",
        grond="Wet WIA, art. 25 lid 9 tot en met 14",
        stopt=False,
    )
)
verlenging_kan_niet = van_de_telling(
    Soort(
        "CAL-30",
        "Deze verlenging van de loondoorbetaling kan niet.",
        "Een verlenging wordt samen gevraagd en heeft een kortste duur. Controleer de velden onder `verlenging`.",
        grond="Wet WIA, art. 24",
        stopt=False,
    )
)


@zaakregel(
    Soort(
        "CAL-28",
        "Bij de aanvraag om een verkorte wachttijd ontbreekt de verklaring van de bedrijfsarts.",
        "Vul `verklaring_bedrijfsarts_op` in; zonder verklaring behandelt UWV de aanvraag niet.",
        grond="Wet WIA, art. 66 lid 3 en 5",
        stopt=False,
    )
)
def verklaring_ontbreekt(wat: Onderzoek) -> Iterator[Overtreding]:
    """Every request needs one, dated no later than the request."""
    for nummer, aanvraag in enumerate(wat.verzuim.verkorte_wachttijd):
        pad = (_VERZUIM, "verkorte_wachttijd", nummer, "verklaring_bedrijfsarts_op")
        if aanvraag.verklaring_bedrijfsarts_op is None:
            yield Overtreding("CAL-28", _ZAAK, pad)
        elif aanvraag.verklaring_bedrijfsarts_op > aanvraag.aangevraagd_op:
            melding = "De verklaring van de bedrijfsarts is van na de aanvraag."
            oplossing = "Kijk beide datums na; UWV vraagt de verklaring bij de aanvraag zelf."
            yield Overtreding("CAL-28", _ZAAK, pad, melding, oplossing=oplossing)


@zaakregel(
    Soort(
        "CAL-31",
        "Het dienstverband eindigt tijdens het verzuim, en `ziek_uit_dienst` is niet ingevuld.",
        "Voeg onder `verzuim` toe: `ziek_uit_dienst: {herstel_verwacht: nee}`. dossiergen bepaalt dan welk verslag erbij hoort.",
        grond="Ziektewet, art. 38 lid 2; Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen, art. 2a",
        stopt=False,
    )
)
def ziek_uit_dienst_ontbreekt(wat: Onderzoek) -> Iterator[Overtreding]:
    """The employment ends before the waiting period does, while the illness goes on; or the block stands there for nothing."""
    if wat.kalender is None:
        return
    blok = wat.verzuim.ziek_uit_dienst
    if wat.kalender.uit_dienst and blok is None:
        yield Overtreding("CAL-31", _ZAAK, ("dienstverband", "uit_dienst"))
    elif blok and not wat.kalender.uit_dienst:
        melding = "`ziek_uit_dienst` is ingevuld, maar het dienstverband eindigt niet tijdens het verzuim."
        oplossing = (
            "Vul `uit_dienst` in bij `dienstverband` of kijk die dag na, of haal `ziek_uit_dienst` weg."
        )
        yield Overtreding(
            "CAL-31", _ZAAK, (_VERZUIM, "ziek_uit_dienst"), melding, Ernst.WAARSCHUWING, oplossing
        )


@zaakregel(
    Soort(
        "CAL-32",
        "Bij het einde van het dienstverband hoort een ander re-integratieverslag.",
        "Laat `verslag` leeg, of kies het verslag dat bij de duur van het verzuim hoort.",
        grond="uwv.nl, re-integratieverslag bij ziek uit dienst; Ziektewet, art. 38 lid 2",
        stopt=False,
    ),
    "verslag_ziek_uit_dienst_vanaf",
    "verslag_ziek_uit_dienst_volledig",
)
def verkeerd_verslag(wat: Onderzoek) -> Iterator[Overtreding]:
    """None, short or full, by the weeks of illness and whether recovery is expected soon."""
    blok = wat.verzuim.ziek_uit_dienst
    if (
        wat.kalender
        and wat.kalender.uit_dienst
        and blok
        and blok.verslag not in {None, wat.kalender.verslagsoort}
    ):
        melding = _HOORT[wat.kalender.verslagsoort]
        pad = (_VERZUIM, "ziek_uit_dienst", "verslag")
        yield Overtreding("CAL-32", _ZAAK, pad, melding, voorstel=wat.kalender.verslagsoort.value)


@zaakregel(
    Soort(
        "CAL-33",
        "De eerste ziektedag valt buiten het dienstverband.",
        "Controleer `in_dienst`, `uit_dienst` en `eerste_ziektedag`.",
        grond="Wet WIA, art. 10 en 23; Burgerlijk Wetboek, art. 7:629",
    ),
    "nawerking",
)
def ziek_buiten_dienstverband(wat: Onderzoek) -> Iterator[Overtreding]:
    """Before it began, or after it ended; shortly after the end the insurance may still hold."""
    dienstverband, eerste = wat.zaak.gegevens.dienstverband, wat.eerste_ziektedag
    uit = dienstverband.uit_dienst
    if uit and uit < dienstverband.in_dienst:
        yield Overtreding(
            "CAL-33", _ZAAK, ("dienstverband", "uit_dienst"), "Het dienstverband eindigt voor het begint."
        )
    elif eerste < dienstverband.in_dienst:
        melding = "De eerste ziektedag ligt vóór het begin van het dienstverband."
        yield Overtreding("CAL-33", _ZAAK, (_VERZUIM, "eerste_ziektedag"), melding)
    elif uit and eerste > uit:
        nawerking = dt.timedelta(days=wat.recht.dagen("nawerking", eerste))
        if eerste <= uit + nawerking:
            melding = "De eerste ziektedag ligt kort na het einde van het dienstverband. Vraag UWV of de verzekering nawerkt."
            yield Overtreding("CAL-33", _ZAAK, (_VERZUIM, "eerste_ziektedag"), melding, Ernst.OORDEEL)
        else:
            melding = "De eerste ziektedag ligt na het einde van het dienstverband."
            yield Overtreding("CAL-33", _ZAAK, (_VERZUIM, "eerste_ziektedag"), melding)


@zaakregel(
    Soort(
        "CAL-35",
        "Het einde van de wachttijd dat UWV noemt, is een ander dan uit de zaak volgt.",
        "Controleer de perioden, het verlof en de besluiten in `verzuim`. Klopt de zaak, bel dan UWV.",
        grond="Wet WIA, art. 23 tot en met 25",
        stopt=False,
    )
)
def ander_einde_volgens_uwv(wat: Onderzoek) -> Iterator[Overtreding]:
    """The letter of UWV against the count."""
    volgens_uwv = wat.verzuim.einde_wachttijd_volgens_uwv
    if wat.kalender is None or volgens_uwv is None:
        return
    einde = wat.kalender.einde
    verwacht = (
        {einde.verslag}
        if einde.grond is Eindgrond.VERKORT
        else {einde.wachttijd, einde.verslag, einde.uiteindelijk}
    )
    if einde.verslag is not None and volgens_uwv not in verwacht:
        yield Overtreding("CAL-35", _ZAAK, (_VERZUIM, "einde_wachttijd_volgens_uwv"))


@zaakregel(
    Soort(
        "CAL-38",
        "De werknemer bereikt de AOW-leeftijd voordat de wachttijd voorbij is.",
        "Vanaf die dag gelden andere termijnen en plichten. Beoordeel zelf wat er nog moet gebeuren.",
        Ernst.OORDEEL,
        grond="Burgerlijk Wetboek, art. 7:629 lid 2; niet bevestigd",
        stopt=False,
    ),
    "aow_leeftijd",
)
def aow_tijdens_verzuim(wat: Onderzoek) -> Iterator[Overtreding]:
    """From that day on the calendar gives dates, but no states."""
    if wat.kalender and wat.kalender.aow_in_verzuim:
        yield Overtreding("CAL-38", _ZAAK, ("werknemer", "geboortedatum"))
