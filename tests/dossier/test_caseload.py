"""Many cases beside each other: which comes first, which is left out, and that nobody is named."""

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from dossiergen.cli.statustabel import tabel
from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.agenda import agenda
from dossiergen.dossier.caseload import Caseload, Selectie, caseload
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.status import Zaakstatus, status_zonder_bevindingen, statussen
from dossiergen.dossier.statuspagina import pagina
from dossiergen.sjablonen import Sjablonen
from dossiergen.termijnen import Stand
from dossiergen.zaak import GeladenZaak, Zaak
from dossierhulp import CASES
from gebreken import KAAL, KENMERK
from verslaghulp import LANG

PEILDATUM = dt.date(2026, 6, 1)
SJABLONEN = Sjablonen.standaard()
GELADEN = [geladen for geladen, _ in laad(zaakmappen([CASES]))]

# Kenmerk, risks, late milestones, next milestone with the days that are left.
VOLGORDE = """
2025-0231 loonsanctie plan_van_aanpak melding_42e_week 133
2026-0012 loonsanctie evaluatie melding_42e_week 147
2024-0203 loonsanctie evaluatie actueel_oordeel 14
2025-0209 - - tweede_ziektejaar 0
2025-0173 - - evaluatie 8
2025-0215 - - tweede_ziektejaar 8
2026-0101 - - probleemanalyse 8
2026-0115 - - probleemanalyse 8
2026-0118 - - probleemanalyse 8
2026-0124 - - probleemanalyse 8
2026-0102 - - probleemanalyse 9
2026-0119 - - probleemanalyse 9
2026-0131 - - probleemanalyse 9
2026-0107 - - probleemanalyse 10
2026-0113 - - probleemanalyse 10
2025-0402 - - verslag 13
2026-0104 - - probleemanalyse 14
2026-0112 - - probleemanalyse 14
2026-0116 - - probleemanalyse 14
2026-0117 - - probleemanalyse 14
2026-0121 - - probleemanalyse 14
2026-0125 - - probleemanalyse 14
2026-0105 - - probleemanalyse 16
2026-0111 - - probleemanalyse 16
2026-0114 - - probleemanalyse 16
2026-0120 - - probleemanalyse 16
2026-0122 - - probleemanalyse 16
2026-0127 - - probleemanalyse 16
2026-0129 - - probleemanalyse 16
2026-0132 - - probleemanalyse 16
2026-0123 - - probleemanalyse 21
2026-0128 - - probleemanalyse 21
2026-0130 - - probleemanalyse 21
2025-0198 - - evaluatie 22
2026-0106 - - evaluatie 28
2026-0103 - melding_arbodienst - -
2023-0518 - - - -
2024-0090 - - - -
2024-0148 - - - -
2025-0377 - - - -
2026-0007 - - - -
2026-0031 - - - -
2026-0051 - - - -
2026-0058 - - - -
"""


def van(geladen: Sequence[GeladenZaak], peildatum: dt.date = PEILDATUM) -> list[Zaakstatus]:
    return [status_zonder_bevindingen(een, peildatum, SJABLONEN) for een in geladen]


def gekozen(selectie: Selectie) -> tuple[list[str], int]:
    uitkomst = caseload(van(GELADEN), PEILDATUM, selectie)
    return [regel.status.naam for regel in uitkomst.regels], uitkomst.weggelaten


def test_de_dringendste_zaak_staat_bovenaan() -> None:
    """Te laat met het zwaarste risico, dan de naaste datum; wat geen risico geeft of klaar is staat onderaan."""
    regels = caseload(van(GELADEN), PEILDATUM, Selectie()).regels
    gezien = [
        " ".join(
            (
                regel.status.naam,
                ",".join(regel.risicos) or "-",
                ",".join(taak.mijlpaal.sleutel for taak in regel.te_laat) or "-",
                regel.eerstvolgende.mijlpaal.sleutel if regel.eerstvolgende else "-",
                str(regel.eerstvolgende.dagen) if regel.eerstvolgende else "-",
            )
        )
        for regel in regels
    ]

    assert gezien == VOLGORDE.strip().splitlines()


def te_laat(naam: str, *sleutels: str, sinds: str) -> Zaakstatus:
    """A case in which these milestones are late since a day, and nothing else has to be done."""
    geladen = next(een for een in GELADEN if een.naam == "2026-0012")
    (status,) = van([geladen])
    assert status.kalender
    soort = status.kalender.mijlpaal("probleemanalyse")
    dag = dt.date.fromisoformat(sinds)
    mijlpalen = tuple(
        replace(soort, sleutel=sleutel, uiterlijk=dag, stand=Stand.TE_LAAT, voldaan_op=None)
        for sleutel in sleutels
    )
    return replace(status, naam=naam, kalender=replace(status.kalender, mijlpalen=mijlpalen))


def test_het_zwaarste_en_dan_het_oudste_bepaalt_de_plaats() -> None:
    """Loonsanctie, latere WIA, boete, dan zonder risico; binnen een risico gaat het oudste voor."""
    statussen_ = [
        te_laat("A", "melding_arbodienst", sinds="2026-01-01"),
        te_laat("B", "melding_42e_week", sinds="2026-01-02"),
        te_laat("C", "wia_aanvraag", sinds="2026-05-03"),
        te_laat("D", "melding_arbodienst", "spoor_2", sinds="2026-05-30"),
        te_laat("E", "melding_42e_week", "wia_aanvraag", "verslag_indienen", sinds="2026-05-29"),
    ]
    regels = caseload(statussen_, PEILDATUM, Selectie()).regels

    assert [
        (regel.status.naam, [*regel.risicos], regel.zwaarste and regel.zwaarste.mijlpaal.sleutel)
        for regel in regels
    ] == [
        ("E", ["loonsanctie", "late_wia", "boete"], "verslag_indienen"),
        ("D", ["loonsanctie"], "spoor_2"),
        ("C", ["late_wia"], "wia_aanvraag"),
        ("B", ["boete"], "melding_42e_week"),
        ("A", [], "melding_arbodienst"),
    ]


def test_binnen_telt_de_laatste_dag_mee() -> None:
    """Een verslag over dertien dagen hoort er met dertien dagen bij, en met twaalf niet; te laat altijd."""
    twaalf, dertien = (gekozen(Selectie(PEILDATUM + dt.timedelta(days=aantal))) for aantal in (12, 13))

    assert set(dertien[0]) - set(twaalf[0]) == {"2025-0402"}
    assert (len(twaalf[0]), twaalf[1], dertien[1]) == (16, 28, 27)
    assert gekozen(Selectie(PEILDATUM))[0][-2:] == ["2025-0209", "2026-0103"], "vandaag is ook binnen"


def test_een_selectie_op_werkgever_en_casemanager() -> None:
    """Elke gevraagde werkgever, en daarvan alleen wat van die casemanager is."""
    flex = {g.naam for g in GELADEN if g.zaak and g.zaak.gegevens.werkgever == "limburg-flex"}
    roelofs = {g.naam for g in GELADEN if g.zaak and g.zaak.gegevens.werkgever == "bakkerij-roelofs"}
    beide, weg = gekozen(Selectie(werkgevers=frozenset({"limburg-flex", "bakkerij-roelofs"})))
    een, _ = gekozen(
        Selectie(
            werkgevers=frozenset({"limburg-flex", "bakkerij-roelofs"}), casemanagers=frozenset({"b-roelofs"})
        )
    )

    assert flex
    assert roelofs
    assert (set(beide), weg) == (flex | roelofs, len(GELADEN) - len(flex | roelofs))
    assert set(een) == roelofs


def test_de_casemanager_is_die_van_de_peildatum(tmp_path: Path) -> None:
    """Wie de zaak overneemt, heeft haar vanaf zijn eerste dag."""
    cases = Path(shutil.copytree(KAAL, tmp_path / "cases"))
    pad = cases / KENMERK / "zaak.yaml"
    oud = "casemanager:\n"
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    begin, eind = tekst.split(oud)
    eerste, rest = eind.split("\n", 1)
    pad.write_text(f"{begin}{oud}{eerste}\n  - {{persoon: d-kok, vanaf: 2026-03-01}}\n{rest}", "utf-8")
    geladen = [een for een, _ in laad([cases / KENMERK])]

    assert [van(geladen, dt.date(2026, maand, 1) - dt.timedelta(days=dag))[0].casemanager for maand, dag in ((3, 1), (3, 0))] == ["b-smit", "d-kok"]  # fmt: skip


@pytest.fixture(name="kapot")
def _kapot(tmp_path: Path) -> Path:
    """A case in order, one that cannot be read, and one whose folder is named after somebody."""
    cases = Path(shutil.copytree(KAAL, tmp_path / "cases"))
    for naam in ("2026-0002", "Hofstra"):
        (cases / naam).mkdir()
        (cases / naam / "zaak.yaml").write_text("kenmerk: [", "utf-8")
    return cases


def van_map(cases: Path, selectie: Selectie | None = None) -> Caseload:
    gelezen = statussen(zaakmappen([cases]), peildatum=PEILDATUM, sjablonen=SJABLONEN, met_bevindingen=False)
    return caseload(gelezen, PEILDATUM, selectie or Selectie())


def test_wat_niet_te_lezen_is_staat_bovenaan_en_blijft_staan(kapot: Path) -> None:
    """Het kan alles verbergen, en van wie het is valt niet te zien; een zaak van een ander valt wel weg."""
    nauw = Selectie(dt.date(2026, 6, 2), frozenset({"een-ander"}), frozenset({"iemand"}))

    assert [regel.status.naam for regel in van_map(kapot).regels] == ["2026-0002", "Hofstra", KENMERK]
    assert [regel.status.naam for regel in van_map(kapot, nauw).regels] == ["2026-0002", "Hofstra"]


def test_een_map_met_een_naam_komt_niet_op_de_bladzijde(kapot: Path) -> None:
    """Een kenmerk wel: dan weet de lezer welke zaak het is."""
    html = pagina(van_map(kapot), SJABLONEN).decode()

    assert "Hofstra" not in html
    assert "zaak zonder kenmerk" in html
    assert "2026-0002" in html


# What a case may show besides its dates: that is what a reader knows it by.
_SLEUTELS = frozenset({"kenmerk", "werkgever", "arbodienst", "persoon"})


def anders(waarde: Any, tekst: str) -> Any:
    """The same with this text in the place of every other, names and numbers included."""
    if isinstance(waarde, BaseModel):
        velden = {naam: getattr(waarde, naam) for naam in type(waarde).model_fields if naam not in _SLEUTELS}
        return waarde.model_copy(update={naam: anders(veld, tekst) for naam, veld in velden.items()})
    if isinstance(waarde, tuple):
        return tuple(anders(deel, tekst) for deel in waarde)
    return tekst if type(waarde) is str else waarde


def met_tekst(geladen: GeladenZaak, tekst: str) -> GeladenZaak:
    zaak = geladen.zaak
    assert zaak
    stukken = tuple(
        type(stuk)(**{veld: getattr(stuk, veld) for veld in stuk.__dataclass_fields__} | {"gegevens": anders(stuk.gegevens, tekst)})
        for stuk in zaak.stukken
    )  # fmt: skip
    nieuw = Zaak(anders(zaak.gegevens, tekst), zaak.organisaties, stukken, zaak.bijlagen)
    return GeladenZaak(geladen.map, nieuw, ())


def getoond(geladen: GeladenZaak, peildatum: dt.date) -> tuple[list[str], bytes, bytes]:
    alles = caseload(van([geladen], peildatum), peildatum, Selectie())
    return list(tabel(alles)), agenda(alles, None), pagina(alles, SJABLONEN)


@settings(max_examples=500 if LANG else 25)
@given(st.sampled_from(GELADEN), st.text(min_size=1), st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31)))
def test_geen_naam_geen_bsn_en_geen_vrije_tekst_doet_ertoe(
    geladen: GeladenZaak, tekst: str, peildatum: dt.date
) -> None:
    """Met elke andere naam, elk ander nummer en elke andere tekst zijn tabel, agenda en bladzijde gelijk."""
    assert getoond(met_tekst(geladen, tekst), peildatum) == getoond(geladen, peildatum)


def test_de_vorige_toets_verandert_wat_zij_zegt() -> None:
    """Naam, BSN en tekst van de stukken zijn anders; kenmerk en sleutels niet."""
    oud = next(geladen for geladen in GELADEN if geladen.naam == "2026-0012")
    assert oud.zaak
    nieuw = met_tekst(oud, "X").zaak
    assert nieuw

    assert (nieuw.gegevens.werknemer.achternaam, nieuw.gegevens.werknemer.bsn) == ("X", "X")
    assert (nieuw.kenmerk, nieuw.gegevens.werkgever) == (oud.zaak.kenmerk, oud.zaak.gegevens.werkgever)
    assert all(stuk.gegevens.opsteller == "X" for stuk in nieuw.stukken)
