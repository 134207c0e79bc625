"""CAL-27 to CAL-33, CAL-35 and CAL-38: what UWV or the parties decided about the waiting period, and the employment."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import zaakregel
from dossiergen.termijnen import Eindgrond, Kalender
from dossiergen.zaak.gegevens import VerkorteWachttijd, Verlenging
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_VERZUIM = "verzuim"
_ZAAK = "zaak.yaml"


@zaakregel(
    Soort(
        "CAL-27",
        "Deze verkorte wachttijd kan niet.",
        "Controleer de datums. Een aanvraag kan alleen binnen de termijn, en één keer.",
        grond="Wet WIA, art. 23 lid 6",
        stopt=False,
    ),
    "verkorte_wachttijd_uiterlijk",
    "verkorte_wachttijd_vanaf",
    "verkorte_wachttijd_keren",
)
def verkorte_wachttijd_kan_niet(wat: Onderzoek) -> Iterator[Overtreding]:
    """Too early, too late, a second time, or granted for a day that the law does not allow."""
    keren = wat.recht.getal("verkorte_wachttijd_keren", wat.eerste_ziektedag)
    for nummer, aanvraag in enumerate(wat.verzuim.verkorte_wachttijd):
        pad = (_VERZUIM, "verkorte_wachttijd", nummer)
        if nummer >= keren:
            yield Overtreding("CAL-27", _ZAAK, pad, "Een tweede aanvraag kan niet.")
        if wat.kalender:
            yield from _aanvraag(wat, wat.kalender, aanvraag, pad)


def _aanvraag(
    wat: Onderzoek, kalender: Kalender, aanvraag: VerkorteWachttijd, pad: Pad
) -> Iterator[Overtreding]:
    def op(sleutel: str) -> dt.date | None:
        return kalender.teldagen.dag(wat.recht.dagen(sleutel, wat.eerste_ziektedag))

    vanaf, uiterlijk = op("verkorte_wachttijd_vanaf"), op("verkorte_wachttijd_uiterlijk")
    if vanaf is None or aanvraag.aangevraagd_op < vanaf:
        yield Overtreding("CAL-27", _ZAAK, (*pad, "aangevraagd_op"), "Deze aanvraag is te vroeg.")
    elif uiterlijk and aanvraag.aangevraagd_op > uiterlijk:
        yield Overtreding("CAL-27", _ZAAK, (*pad, "aangevraagd_op"), "Deze aanvraag is te laat.")
    toegekend = aanvraag.toegekend_per
    if toegekend is None:
        return
    na_aanvraag = aanvraag.aangevraagd_op + dt.timedelta(
        days=wat.recht.dagen("verkorte_wachttijd_na_aanvraag", wat.eerste_ziektedag)
    )
    minst, meest = op("verkorte_wachttijd_minimaal"), op("verkorte_wachttijd_maximaal")
    if (minst and toegekend < minst) or toegekend < na_aanvraag or (meest and toegekend > meest):
        melding = "De verkorte wachttijd eindigt op een dag die de wet niet toelaat."
        yield Overtreding("CAL-27", _ZAAK, (*pad, "toegekend_per"), melding)


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
            yield Overtreding(
                "CAL-28", _ZAAK, pad, "De verklaring van de bedrijfsarts is van na de aanvraag."
            )


@zaakregel(
    Soort(
        "CAL-29",
        "Deze loonsanctie kan niet.",
        "Controleer het besluit van UWV. Klopt het zo, laat dan nagaan of bezwaar mogelijk is.",
        grond="Wet WIA, art. 25 lid 9 tot en met 11",
        stopt=False,
    ),
    "loonsanctie_hoogste_duur",
    "besluit_loonsanctie_voor_einde",
)
def loonsanctie_kan_niet(wat: Onderzoek) -> Iterator[Overtreding]:
    """Too long, or decided after the end; between the last day for a decision and the end a human judges."""
    sanctie = wat.verzuim.loonsanctie
    if sanctie is None:
        return
    pad = (_VERZUIM, "loonsanctie")
    hoogste = wat.recht.getal("loonsanctie_hoogste_duur", wat.eerste_ziektedag)
    if sanctie.weken > hoogste:
        melding = f"Een loonsanctie duurt hooguit {hoogste} weken."
        yield Overtreding("CAL-29", _ZAAK, (*pad, "weken"), melding)
    gemeld, bekort = sanctie.herstel_gemeld_op, sanctie.besluit_bekorting_op
    if bekort and (gemeld is None or bekort < gemeld):
        melding = "UWV kan pas beslissen over herstel nadat het is gemeld."
        yield Overtreding("CAL-29", _ZAAK, (*pad, "besluit_bekorting_op"), melding)
    einde = wat.kalender.einde.verslag if wat.kalender else None
    if einde is None:
        return
    uiterlijk = einde - dt.timedelta(
        days=wat.recht.dagen("besluit_loonsanctie_voor_einde", wat.eerste_ziektedag)
    )
    if sanctie.besluit_op >= einde:
        melding = "UWV besliste toen de wachttijd al voorbij was; dat kan niet meer."
        yield Overtreding("CAL-29", _ZAAK, (*pad, "besluit_op"), melding)
    elif sanctie.besluit_op > uiterlijk:
        melding = "UWV besliste later dan de wet voorschrijft. Laat nagaan wat dat betekent."
        yield Overtreding("CAL-29", _ZAAK, (*pad, "besluit_op"), melding, Ernst.OORDEEL)


@zaakregel(
    Soort(
        "CAL-30",
        "Deze verlenging van de loondoorbetaling kan niet.",
        "Een verlenging wordt samen gevraagd en heeft een kortste duur. Controleer de velden onder `verlenging`.",
        grond="Wet WIA, art. 24",
        stopt=False,
    ),
    "verlenging_minimaal",
    "verlenging_verkorting",
)
def verlenging_kan_niet(wat: Onderzoek) -> Iterator[Overtreding]:
    """Not asked together, too short, or shortened at too short notice."""
    verlenging = wat.verzuim.verlenging
    if verlenging is None:
        return
    pad = (_VERZUIM, "verlenging")
    if not verlenging.gezamenlijk:
        yield Overtreding(
            "CAL-30", _ZAAK, (*pad, "gezamenlijk"), "Een verlenging vragen werkgever en werknemer samen."
        )
    einde = wat.kalender.einde.wachttijd if wat.kalender else None
    dag = dt.timedelta(days=1)
    if einde and verlenging.tot_en_met + dag < einde + dag * wat.recht.dagen(
        "verlenging_minimaal", wat.eerste_ziektedag
    ):
        weken = wat.recht.getal("verlenging_minimaal", wat.eerste_ziektedag)
        yield Overtreding(
            "CAL-30", _ZAAK, (*pad, "tot_en_met"), f"Een verlenging duurt minstens {weken} weken."
        )
    if einde and verlenging.aangevraagd_op >= einde:
        melding = "Een verlenging wordt gevraagd voordat de wachttijd voorbij is."
        yield Overtreding("CAL-30", _ZAAK, (*pad, "aangevraagd_op"), melding)
    yield from _verkorting(wat, verlenging, pad)


def _verkorting(wat: Onderzoek, verlenging: Verlenging, pad: Pad) -> Iterator[Overtreding]:
    """Asked before it is, at enough notice, and really shorter."""
    dag = dt.timedelta(days=1)
    gevraagd, verkort = verlenging.verkorting_gevraagd_op, verlenging.verkort_tot_en_met
    if verkort and verkort > verlenging.tot_en_met:
        melding = "Een verkorting eindigt niet later dan de verlenging zelf."
        yield Overtreding("CAL-30", _ZAAK, (*pad, "verkort_tot_en_met"), melding)
    if verkort and gevraagd is None:
        melding = "Wanneer de verkorting is gevraagd, ontbreekt."
        yield Overtreding("CAL-30", _ZAAK, (*pad, "verkort_tot_en_met"), melding)
    elif (
        verkort
        and gevraagd
        and verkort + dag < gevraagd + dag * wat.recht.dagen("verlenging_verkorting", wat.eerste_ziektedag)
    ):
        weken = wat.recht.getal("verlenging_verkorting", wat.eerste_ziektedag)
        melding = f"Een verkorting gaat op zijn vroegst {weken} weken na het verzoek in."
        yield Overtreding("CAL-30", _ZAAK, (*pad, "verkort_tot_en_met"), melding)


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
        oplossing = "Vul `uit_dienst` in bij `dienstverband`, of haal `ziek_uit_dienst` weg."
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
        melding = f"Bij de duur van dit verzuim hoort: {wat.kalender.verslagsoort.value}."
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
    """No milestone is worked out after that day."""
    if wat.kalender is None or wat.kalender.aow is None:
        return
    einde, laatste = wat.kalender.einde.uiteindelijk, wat.kalender.teldagen.laatste
    if (einde and wat.kalender.aow < einde) or (einde is None and laatste and wat.kalender.aow <= laatste):
        yield Overtreding("CAL-38", _ZAAK, ("werknemer", "geboortedatum"))
