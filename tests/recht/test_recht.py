"""Dated law: what holds on which day, on what ground, and what the loader refuses."""

import datetime as dt
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from dossiergen.errors import RechtOnbekend, SjabloonFout
from dossiergen.recht import (
    Aard,
    Eenheid,
    Recht,
    Rechtswaarde,
    laad_protocol,
    protocolnamen,
    recht,
)
from dossiergen.sjablonen import Sjablonen, meegeleverd
from opsomming import voor_elke

WORTEL = Path(__file__).parents[2]
DATA = WORTEL / "src" / "dossiergen" / "recht" / "data"
BESTANDEN = sorted(DATA.glob("*.yaml")) + sorted((meegeleverd() / "protocollen").glob("*.yaml"))
DAG = dt.timedelta(days=1)
EERSTE_DAG = dt.date(2017, 5, 1)
# On which day the data were last brought up to date.
LAATST_BIJGEWERKT = dt.date(2026, 11, 21)
VANDAAG = dt.date(2026, 6, 1)

PROTOCOLLEN = {naam: laad_protocol(naam, Sjablonen.standaard()) for naam in protocolnamen(Sjablonen.standaard())}  # fmt: skip
EIGEN_REGELS = {
    f"{naam}/{regel.sleutel}": regel for naam, protocol in PROTOCOLLEN.items() for regel in protocol.waarden
}
REGELS: dict[str, Rechtswaarde] = {**recht().waarden, **EIGEN_REGELS}
ALLE = Recht(recht().regelingen, REGELS)

WAARDEN = [(sleutel, nummer) for sleutel, regel in REGELS.items() for nummer in range(len(regel.waarden))]

# Key, unit and what holds on VANDAAG, a line each.
BEKEND = (WORTEL / "tests" / "recht" / "bekend.txt").read_text("utf-8")

# Around every day on which something changed.
OMSLAGEN = """
reintegratievisie 2017-05-01 nee
reintegratievisie 2023-06-30 nee
reintegratievisie 2023-07-01 ja
bewaren_medisch_dossier 2019-12-31 15
bewaren_medisch_dossier 2020-01-01 20
loondoorbetaling_aow 2023-06-30 13
loondoorbetaling_aow 2023-07-01 6
privacyrecht 2018-05-24 Wet bescherming persoonsgegevens
second_opinion 2017-07-01 ja
aow_leeftijd 2017-12-31 789
aow_leeftijd 2018-01-01 792
aow_leeftijd 2018-12-31 792
aow_leeftijd 2019-01-01 796
aow_leeftijd 2021-12-31 796
aow_leeftijd 2022-01-01 799
aow_leeftijd 2022-12-31 799
aow_leeftijd 2023-01-01 802
aow_leeftijd 2023-12-31 802
aow_leeftijd 2024-01-01 804
aow_leeftijd 2027-12-31 804
aow_leeftijd 2028-01-01 807
aow_leeftijd 2031-12-31 807
"""

NOG_NIET = [
    ("probleemanalyse", "2017-04-30"),
    ("second_opinion", "2017-06-30"),
    ("deskundigenoordeel_kosten_werkgever", "2019-12-31"),
]

EIGEN_BEKEND = """
uitzendwerkgever probleemanalyse weken 6 probleemanalyse
uitzendwerkgever plan_van_aanpak weken 8 plan_van_aanpak_na_probleemanalyse
uitzendwerkgever bijstelling weken 6 evaluatie_tussentijd
uitzendwerkgever eerstejaarsevaluatie weken 44 eerstejaarsevaluatie_uiterlijk
uitzendwerkgever aanvraagformulieren weken 87 brief_uwv_uiterlijk
uitzendwerkgever wia_aanvraag weken 93 wia_aanvraag_voor_einde
uitzendwerkgever eerste_contact weken 1 melding_arbodienst
uitzendwerkgever reisverklaring weken 2 -
uitzendwerkgever ziek_na_einde weken 4 nawerking
uitzendwerkgever ziekmelding_tijdstip tekst 09:00 -
werkwijze-verzuimdesk keuze uren 48 -
werkwijze-verzuimdesk consult werkdagen 15 -
werkwijze-verzuimdesk artsen_minimaal aantal 1 second_opinion_werknemer_kiest
werkwijze-verzuimdesk artsen_liefst aantal 2 second_opinion_werknemer_kiest
werkwijze-verzuimdesk bericht_afronding ja_nee ja second_opinion_afrondingsbericht
werkwijze-artsenpool antwoord weken 1 -
werkwijze-artsenpool consult weken 2 -
werkwijze-artsenpool artsen_minimaal aantal 1 second_opinion_werknemer_kiest
werkwijze-artsenpool artsen_liefst aantal 2 second_opinion_werknemer_kiest
werkwijze-artsenpool bericht_afronding ja_nee nee second_opinion_afrondingsbericht
"""


def regels_van(tabel: str, aantal: int) -> list[list[str]]:
    return [regel.split(maxsplit=aantal - 1) for regel in tabel.strip().splitlines()]


@voor_elke(WAARDEN)
def test_een_waarde_geldt_vanaf_haar_eerste_dag(sleutel: str, nummer: int) -> None:
    """Op `vanaf` geldt zij; de dag ervoor geldt de vorige, of is er niets bekend."""
    regel = REGELS[sleutel]
    waarde = regel.waarden[nummer]
    vorige = regel.waarden[nummer - 1] if nummer else None
    dag_ervoor = waarde.vanaf - DAG

    assert ALLE.op(sleutel, waarde.vanaf) is waarde
    if vorige and (vorige.tot is None or vorige.tot > dag_ervoor):
        assert ALLE.op(sleutel, dag_ervoor) is vorige
    else:
        with pytest.raises(RechtOnbekend):
            ALLE.op(sleutel, dag_ervoor)


@voor_elke(WAARDEN)
def test_een_waarde_geldt_tot_haar_einde(sleutel: str, nummer: int) -> None:
    """Zij geldt tot de dag voor `tot`, of tot de dag voor de volgende waarde, of voorgoed."""
    regel = REGELS[sleutel]
    waarde = regel.waarden[nummer]
    volgende = regel.waarden[nummer + 1] if nummer + 1 < len(regel.waarden) else None
    einde = waarde.tot or (volgende.vanaf if volgende else None)

    assert ALLE.op(sleutel, (einde or dt.date(2100, 1, 1)) - DAG) is waarde
    if einde:
        assert regel.op(einde) is not waarde


@voor_elke(WAARDEN)
def test_een_waarde_heeft_een_bron(sleutel: str, nummer: int) -> None:
    """De bron bestaat; een eigen regel van een protocol komt uit dat protocol."""
    waarde = REGELS[sleutel].waarden[nummer]

    if sleutel in EIGEN_REGELS:
        assert waarde.regeling == sleutel.partition("/")[0]
    else:
        naam = recht().regelingen[waarde.regeling].naam
        assert recht().vindplaats(waarde).startswith(naam)


@voor_elke(WAARDEN)
def test_een_waarde_is_nagekeken(sleutel: str, nummer: int) -> None:
    """Niet in de toekomst, niet voor de oudste tekst, en een opvolger niet eerder dan de vorige."""
    regel = REGELS[sleutel]
    waarde = regel.waarden[nummer]
    niet_voor = regel.waarden[nummer - 1].nagekeken_op if nummer else EERSTE_DAG

    assert EERSTE_DAG <= niet_voor <= waarde.nagekeken_op <= LAATST_BIJGEWERKT
    assert waarde.vanaf >= EERSTE_DAG


@voor_elke(WAARDEN)
def test_een_waarde_past_bij_haar_eenheid(sleutel: str, nummer: int) -> None:
    """Een getal is een gewoon positief getal, een percentage hooguit 100, een tekst niet leeg."""
    regel = REGELS[sleutel]
    waarde = regel.waarden[nummer]
    gelezen = regel.gelezen(waarde)

    if regel.eenheid is Eenheid.TEKST:
        assert gelezen == waarde.waarde.strip() != ""
    elif regel.eenheid is Eenheid.JA_NEE:
        assert gelezen is (waarde.waarde == "ja")
    else:
        assert re.fullmatch(r"[1-9][0-9]*", waarde.waarde)
        assert regel.eenheid is not Eenheid.PROCENT or int(waarde.waarde) <= 100


@voor_elke(WAARDEN)
def test_wat_niet_bevestigd_is_zegt_waarom(sleutel: str, nummer: int) -> None:
    """Bij `bevestigd: nee` staat een opmerking, en zonder bron kan niets bevestigd zijn."""
    waarde = REGELS[sleutel].waarden[nummer]

    assert waarde.bevestigd or waarde.opmerking
    assert not (waarde.bevestigd and waarde.regeling == "vakkennis")


@voor_elke((sleutel,) for sleutel in recht().waarden)
def test_een_eigen_grens_is_een_keuze(sleutel: str) -> None:
    """Alleen een keuze steunt op het programma zelf, en een keuze nooit op iets anders."""
    regel = recht().waarden[sleutel]

    assert {waarde.regeling == "eigen" for waarde in regel.waarden} == {regel.aard is Aard.KEUZE}


@voor_elke((sleutel,) for sleutel in REGELS)
def test_opvolgende_waarden_verschillen(sleutel: str) -> None:
    """Een nieuwe waarde is anders, of even groot maar minder zeker."""
    for eerder, later in pairwise(REGELS[sleutel].waarden):
        assert (eerder.waarde, eerder.bevestigd) != (later.waarde, later.bevestigd)


@pytest.mark.parametrize("sleutel", EIGEN_REGELS)
def test_een_eigen_regel_staat_naast_de_wet(sleutel: str) -> None:
    """Naast een waarde die bestaat of naast niets, met één zin over het verschil."""
    regel = EIGEN_REGELS[sleutel]

    assert not regel.naast or regel.naast in recht().waarden
    assert re.fullmatch(r"[A-Z][^.]*\.", regel.afwijking)
    assert regel.aard is Aard.PRAKTIJK


@pytest.mark.parametrize(("sleutel", "eenheid", "waarde"), regels_van(BEKEND, 3))
def test_de_bekende_waarden(sleutel: str, eenheid: str, waarde: str) -> None:
    """Wat de rekenregels van het programma gebruiken, bestaat, in zijn eenheid en met zijn getal."""
    assert recht().waarden[sleutel].eenheid.value == eenheid
    assert recht().tekst(sleutel, VANDAAG) == waarde


@pytest.mark.parametrize(("sleutel", "dag", "waarde"), regels_van(OMSLAGEN, 3))
def test_een_wijziging_gaat_in_op_haar_dag(sleutel: str, dag: str, waarde: str) -> None:
    """De dag ervoor nog de oude waarde, op de dag zelf de nieuwe."""
    assert recht().tekst(sleutel, dt.date.fromisoformat(dag)) == waarde


@pytest.mark.parametrize(("sleutel", "dag"), NOG_NIET)
def test_voor_de_eerste_waarde_is_niets_bekend(sleutel: str, dag: str) -> None:
    """De melding noemt de sleutel, en nooit de dag: die komt uit een dossier."""
    with pytest.raises(RechtOnbekend) as fout:
        recht().op(sleutel, dt.date.fromisoformat(dag))

    gezegd = f"{fout.value.melding} {fout.value.hint} {fout.value.args}"
    assert sleutel in gezegd
    assert not re.search(r"\d{4}", gezegd)


@pytest.mark.parametrize(("naam", "sleutel", "eenheid", "waarde", "naast"), regels_van(EIGEN_BEKEND, 5))
def test_de_bekende_eigen_regels(naam: str, sleutel: str, eenheid: str, waarde: str, naast: str) -> None:
    """Wat de protocollen zeggen, en naast welke waarde van de wet dat staat."""
    regel = EIGEN_REGELS[f"{naam}/{sleutel}"]

    assert (regel.eenheid.value, regel.waarden[0].waarde) == (eenheid, waarde)
    assert regel.naast == naast.strip("-")
    assert not regel.naast or regel in PROTOCOLLEN[naam].naast(regel.naast)


def test_de_termijnen_kloppen_met_elkaar() -> None:
    """Waar de ene termijn uit de andere volgt, zeggen beide hetzelfde."""

    def weken(sleutel: str) -> int:
        return recht().getal(sleutel, VANDAAG)

    assert weken("probleemanalyse_streef") == recht().dagen("probleemanalyse", VANDAAG) - 1
    assert (
        weken("plan_van_aanpak_week")
        == weken("probleemanalyse") + weken("plan_van_aanpak_na_probleemanalyse")
    )  # fmt: skip
    assert weken("eindevaluatie") == weken("wachttijd") - weken("verslag_voor_einde")
    assert weken("spoor_2_gemist") == 52 + weken("spoor_2_na_eerstejaarsevaluatie")
    for grens, einde in (("vanaf", "minimaal"), ("uiterlijk", "maximaal")):
        assert (
            weken(f"verkorte_wachttijd_{grens}")
            == weken(f"verkorte_wachttijd_{einde}") - weken("verkorte_wachttijd_na_aanvraag")
        )  # fmt: skip
    wia_aanvraag = int(EIGEN_REGELS["uitzendwerkgever/wia_aanvraag"].waarden[0].waarde)
    assert wia_aanvraag == weken("wachttijd") - weken("wia_aanvraag_voor_einde")


def test_een_termijn_in_dagen() -> None:
    """Weken tellen voor zeven dagen, dagen voor één; wat geen termijn is, wordt geweigerd."""
    assert recht().dagen("wachttijd", VANDAAG) == 728
    assert recht().dagen("handtekeningen_uiteen", VANDAAG) == 14
    with pytest.raises(SjabloonFout):
        recht().dagen("concreet_perspectief", VANDAAG)


def test_een_recht_dat_er_nog_niet_was_geldt_niet() -> None:
    """Bij ja en nee is een dag voor de eerste waarde gewoon nee."""
    assert recht().geldt("second_opinion", dt.date(2017, 7, 1))
    assert not recht().geldt("second_opinion", dt.date(2017, 6, 30))
    assert not recht().geldt("reintegratievisie", dt.date(2023, 6, 30))


def test_de_grond_is_een_vindplaats() -> None:
    """Zoals een lezer haar aanhaalt."""
    assert recht().grond("verslag_voor_einde", VANDAAG) == "Wet WIA, art. 25 lid 3"
    assert recht().grond("spoor_2_gemist", VANDAAG) == "dossiergen, eigen grens"


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.name)
def test_geen_sleutel_staat_twee_keer(pad: Path) -> None:
    """Een tweede zou de eerste ongemerkt vervangen."""
    dubbel = [naam for knoop in groepen(yaml.compose(pad.read_text("utf-8"))) for naam in dubbele(knoop)]

    assert dubbel == []


def groepen(knoop: yaml.Node | None) -> list[yaml.MappingNode]:
    if isinstance(knoop, yaml.MappingNode):
        return [knoop, *(groep for _, waarde in knoop.value for groep in groepen(waarde))]
    if isinstance(knoop, yaml.SequenceNode):
        return [groep for deel in knoop.value for groep in groepen(deel)]
    return []


def dubbele(knoop: yaml.MappingNode) -> list[str]:
    namen = [sleutel.value for sleutel, _ in knoop.value]
    return sorted({naam for naam in namen if namen.count(naam) > 1})


def test_de_pagina_over_het_recht_is_bij() -> None:
    """docs/recht.md is wat `tools/recht` van de gegevens maakt."""
    getoond = subprocess.run(
        [sys.executable, WORTEL / "tools" / "recht", "--toon"], cwd=WORTEL, capture_output=True, check=True
    ).stdout

    assert (WORTEL / "docs" / "recht.md").read_text("utf-8") == getoond.decode("utf-8")
