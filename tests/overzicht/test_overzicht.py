"""The overview as a whole: which dates it gives, when there is no verslag, and that it knows no clock."""

import datetime as dt
import os
import time
from dataclasses import replace
from typing import Any

import pytest
from calhulp import D, dag
from compleethulp import INGEDIEND, compleet, zonder_stukken

from dossiergen.overzicht import Aanwezigheid, Gebeurtenissoort, Overzicht, maak_overzicht, stand_op
from dossiergen.overzicht.bekend import zoals_bekend_op
from dossiergen.zaak import Zaak

Datums = tuple[str, int | None, int | None, int | None, int | None, int | None, int | None]
"""Kind of verslag; end of employment, of the wait and of a longer one, then verslag, application and week 42."""

TE_KORT = "Het verzuim is bij het einde van het dienstverband te kort voor een verslag."
VERKORT = "Bij een verkorte wachttijd toetst UWV het verslag niet."


def _op(zaak: Zaak, peildag: int = INGEDIEND) -> Overzicht:
    return maak_overzicht(zaak, D + dt.timedelta(days=peildag))


def _datums(overzicht: Overzicht) -> Datums:
    uit, einde, verlengd, verslag, aanvraag, melding = (
        None if datum is None else (datum - D).days
        for datum in (
            overzicht.uit_dienst,
            overzicht.einde_wachttijd,
            overzicht.einde_verlenging,
            overzicht.verslag_uiterlijk,
            overzicht.wia_aanvraag_uiterlijk,
            overzicht.melding_42e_week_uiterlijk,
        )
    )
    return overzicht.soort.value, uit, einde, verlengd, verslag, aanvraag, melding


def _uit_dienst(peildag: int) -> dict[str, Any]:
    return {"dienstverband": {"uit_dienst": dag(peildag)}}


_VERVROEGD = {"aangevraagd_op": dag(200), "verklaring_bedrijfsarts_op": dag(199), "toegekend_per": dag(280)}
GEVALLEN: dict[str, tuple[dict[str, Any], Datums, str]] = {
    "twee jaar ziek": ({}, ("volledig", None, 728, None, 637, 651, 294), ""),
    "verlof schuift het einde op": (
        {"verlof": [(dag(300), dag(309))], "besluit": "Besloten."}, ("volledig", None, 738, None, 647, 661, 294), "",
    ),
    "een verlenging": (
        {"verlenging": {"aangevraagd_op": dag(600), "gezamenlijk": "ja", "tot_en_met": dag(818)}},
        ("volledig", None, 728, 819, 728, 742, 294), "",
    ),
    "hersteld": ({"periodes": [(dag(0), dag(500))]}, ("volledig", None, None, None, None, None, None),
                 "Het verzuim eindigt vóór deze mijlpaal."),
    "uit dienst na veertig dagen ziekte": (_uit_dienst(39), ("geen", 39, 728, None, None, None, None), TE_KORT),
    "uit dienst na zestig dagen ziekte": (_uit_dienst(59), ("verkort", 59, 728, None, 59, None, None), ""),
    "uit dienst na zeventig dagen ziekte": (_uit_dienst(69), ("volledig", 69, 728, None, 69, None, None), ""),
    "een verkorte wachttijd": (
        {"verkorte_wachttijd": [_VERVROEGD]},
        ("volledig", None, 280, None, None, None, None), VERKORT,
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", GEVALLEN)
def test_soort_en_datums(naam: str) -> None:
    """Wat niet van toepassing is, heeft geen datum; waarom er geen verslag hoort, staat erbij."""
    rest, datums, waarom = GEVALLEN[naam]
    niets_gedaan = {"kopie_aan_werknemer": None, "wia_aanvraag": None, "ingediend_bij_uwv": None}
    zaak = compleet({"re-integratieverslag": niets_gedaan}, **{"uwv_melding_42e_week": None, **rest})
    overzicht = _op(zaak)

    assert (_datums(overzicht), overzicht.niet_nodig) == (datums, waarom)


def test_zonder_kalender_is_het_verslag_niet_compleet() -> None:
    """Ook niet als elk stuk er is: er is geen enkele datum om op te rekenen."""
    overzicht = _op(compleet(periodes=[(dag(0), dag(30)), (dag(20), None)]))

    assert (overzicht.volledig, overzicht.gebreken, overzicht.niet_nodig) == (False, (), "")
    assert _datums(overzicht) == ("volledig", None, None, None, None, None, None)
    assert len(overzicht.stukken) == 17
    assert Gebeurtenissoort.TERMIJN not in {feit.soort for feit in overzicht.gebeurtenissen}


def test_het_overzicht_kent_alleen_zaak_en_dag(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tweemaal opgebouwd, in een andere tijdzone en na een andere zaak, is het hetzelfde."""
    eerst = _op(compleet())
    _op(zonder_stukken(compleet(), "eindevaluatie"), 400)
    monkeypatch.setenv("TZ", "Pacific/Auckland" if os.environ.get("TZ") != "Pacific/Auckland" else "UTC")
    time.tzset()
    nog_eens = _op(compleet())
    monkeypatch.undo()
    time.tzset()

    assert nog_eens == eerst
    assert eerst.stand_op == D + dt.timedelta(days=INGEDIEND)


def test_een_andere_dag_verandert_alleen_hoe_het_ervoor_staat() -> None:
    """Stukken en datums blijven; wat op de ene dag nog open is, is op de andere gemist."""
    zaak = compleet(uwv_melding_42e_week=None)
    vroeg, laat = (_op(zaak, peildag).model_dump() for peildag in (294, 295))
    anders = {veld for veld, waarde in vroeg.items() if waarde != laat[veld]}

    assert anders == {"stand_op", "gebeurtenissen"}


def test_een_vastgesteld_verslag_vertelt_van_zijn_eigen_dag() -> None:
    """Een concept, en een zaak zonder verslag, van de dag waarop iemand kijkt."""
    vast, concept = compleet(), compleet({"re-integratieverslag": {"status": "concept"}})
    peildatum, eigen = (D + dt.timedelta(days=dag_nr) for dag_nr in (INGEDIEND, 637))

    assert stand_op(vast, peildatum) == eigen
    assert stand_op(concept, peildatum) == peildatum
    assert stand_op(zonder_stukken(vast, "re-integratieverslag"), peildatum) == peildatum


def test_het_recht_staat_erbij() -> None:
    """De termijnen van de eerste ziektedag en de teksten van de dag: wat in het manifest komt."""
    rechtswaarden = [regel.sleutel for regel in _op(compleet()).rechtswaarden]

    assert rechtswaarden == [
        "wachttijd",
        "verslag_voor_einde",
        "wia_aanvraag_voor_einde",
        "melding_42e_week",
        "medische_informatie_adres",
        *(f"verslag_onderdeel_{letter}" for letter in "abcdefghijkl"),
    ]
    assert {regel.vanaf for regel in _op(compleet()).rechtswaarden} == {dt.date(2017, 5, 1)}


def test_een_dag_van_voor_het_bekende_recht_krijgt_de_oudste_tekst() -> None:
    """Een overzicht met de eerste tekst die er is; als recht van die dag staat zij er niet bij."""
    eerste, ervoor = (maak_overzicht(compleet(), dt.date(2017, *dag_)) for dag_ in ((5, 1), (4, 30)))
    inhoud = [onderdeel.inhoud for onderdeel in ervoor.onderdelen]

    assert inhoud == [onderdeel.inhoud for onderdeel in eerste.onderdelen]
    assert ervoor.postadres_medisch == eerste.postadres_medisch
    assert all((*inhoud, ervoor.postadres_medisch))
    assert [regel.sleutel for regel in ervoor.rechtswaarden] == [
        "wachttijd",
        "verslag_voor_einde",
        "wia_aanvraag_voor_einde",
        "melding_42e_week",
    ]


@pytest.mark.parametrize("naam", ["hersteld", "uit dienst na veertig dagen ziekte", "een verkorte wachttijd"])
def test_waar_geen_verslag_hoort_ontbreekt_niets(naam: str) -> None:
    """Ook niet als er geen enkel stuk is; de onderdelen zeggen zelf dat zij niet nodig zijn."""
    overzicht = _op(replace(compleet(**GEVALLEN[naam][0]), stukken=()))

    assert overzicht.niet_nodig == GEVALLEN[naam][2]
    assert overzicht.gebreken == ()
    assert {onderdeel.stand for onderdeel in overzicht.onderdelen} == {Aanwezigheid.NIET_NODIG}


def test_rond_de_aow_beslist_een_mens_of_er_een_verslag_hoort() -> None:
    """Wie aan een verslag begon, krijgt het; anders zegt de kalender dat het niet hoort."""
    zaak = compleet({"re-integratieverslag": {"kopie_aan_werknemer": None}}, geboren="1960-07-05")
    zonder = zonder_stukken(zaak, "re-integratieverslag")

    assert _op(zaak).niet_nodig == ""
    assert _op(zonder).niet_nodig == (
        "Na de AOW-leeftijd gelden andere regels. Beoordeel zelf wat er nog moet gebeuren."
    )


def test_wat_later_is_besloten_of_gedaan_is_op_de_dag_nog_niet_bekend() -> None:
    """De dag ervoor is het overzicht dat van een zaak waarin het nooit is gebeurd."""
    verlenging = {"aangevraagd_op": dag(600), "gezamenlijk": "ja", "tot_en_met": dag(818)}
    wel, niet = compleet(verlenging=verlenging), compleet()

    assert _op(wel, 599) == _op(niet, 599)
    assert (_op(niet, 600).einde_verlenging, _op(wel, 600).einde_verlenging) == (
        None,
        D + dt.timedelta(days=819),
    )
    assert zoals_bekend_op(niet, D + dt.timedelta(days=652)) is niet
    assert zoals_bekend_op(niet, D + dt.timedelta(days=651)) is not niet
