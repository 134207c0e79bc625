"""The agenda of a caseload: what stands in it, and what a second import changes."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.agenda import agenda
from dossiergen.dossier.caseload import Caseload, Selectie, caseload
from dossiergen.dossier.status import statussen
from dossiergen.errors import BestandFout
from dossiergen.sjablonen import Sjablonen
from dossierhulp import CASES, vervang
from gebreken import KAAL, KENMERK

PEILDATUM = dt.date(2026, 3, 10)
UID = f"{KENMERK}.plan_van_aanpak@dossiergen.invalid"


@pytest.fixture(name="cases")
def _cases(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KAAL, tmp_path / "cases"))


def van(
    cases: Path,
    peildatum: dt.date = PEILDATUM,
    binnen: dt.date | None = None,
    werkgevers: frozenset[str] = frozenset(),
) -> Caseload:
    mappen = zaakmappen([cases])
    gelezen = statussen(mappen, peildatum=peildatum, sjablonen=Sjablonen.standaard(), met_bevindingen=False)
    return caseload(gelezen, peildatum, Selectie(binnen, werkgevers))


def events(inhoud: bytes) -> dict[str, Event]:
    gevonden = [event for event in Calendar.from_ical(inhoud).walk("VEVENT") if isinstance(event, Event)]
    per_uid = {str(event["uid"]): event for event in gevonden}
    assert len(per_uid) == len(gevonden)
    return per_uid


def toestand(inhoud: bytes) -> dict[str, tuple[str, dt.date, int]]:
    """Of each event its state, its day and its number."""
    return {
        uid: (str(event["status"]), event.decoded("dtstart"), event.sequence)
        for uid, event in events(inhoud).items()
    }


AFSPRAAK = """\
BEGIN:VEVENT
SUMMARY:Te laat: 2026-0001 Plan van aanpak (werkgever en werknemer)
DTSTART;VALUE=DATE:20260226
DTSTAMP:20260310T000000Z
UID:2026-0001.plan_van_aanpak@dossiergen.invalid
SEQUENCE:46089
CLASS:PRIVATE
DESCRIPTION:Had klaar moeten zijn op 2026-02-26. Wie: werkgever en werknem
 er.\\nTe laat: kan een loonsanctie geven.\\nGrond: Regeling procesgang eerst
 e en tweede ziektejaar\\, art. 4 lid 1.
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
"""


def test_een_afspraak_noemt_kenmerk_mijlpaal_en_grond(cases: Path) -> None:
    """Geen naam, geen werkgever; een hele dag, die niemand bezet houdt."""
    inhoud = agenda(van(cases), None)

    assert AFSPRAAK.replace("\n", "\r\n") in inhoud.decode()


def test_wat_nog_moet_heeft_een_week_vooraf_een_herinnering(cases: Path) -> None:
    """Wat te laat is niet, en wat UWV doet ook niet: daar kan niemand in de zaak zich op voorbereiden."""
    alle = events(agenda(van(cases), None))
    met = {uid.split("@")[0].split(".")[1] for uid, event in alle.items() if event.walk("VALARM")}

    assert met == {
        "actueel_oordeel", "eerstejaarsevaluatie", "eindevaluatie", "medische_informatie", "melding_42e_week",
        "spoor_2", "tweede_ziektejaar", "verslag", "verslag_indienen", "voorbereiding_verslag", "wia_aanvraag",
    }  # fmt: skip
    assert {a.decoded("trigger") for event in alle.values() for a in event.walk("VALARM")} == {
        dt.timedelta(-7)
    }


@pytest.mark.parametrize("peildatum", [dt.date(2026, 6, 1), dt.date(2027, 1, 4)])
def test_de_vorm_is_die_van_rfc_5545(peildatum: dt.date) -> None:
    """CRLF, regels van ten hoogste 75 bytes, en in elke afspraak wat moet; een programma leest het terug."""
    inhoud = agenda(van(CASES, peildatum), None)
    regels = inhoud.split(b"\r\n")

    assert regels[-1] == b""
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", inhoud)
    assert max(map(len, regels)) <= 75
    for event in events(inhoud).values():
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"} <= set(event)
        assert type(event.decoded("dtstart")) is dt.date
    kalender = Calendar.from_ical(inhoud)
    assert isinstance(kalender, Calendar)
    assert (kalender["version"], kalender["calscale"]) == ("2.0", "GREGORIAN")
    # With a method an organizer would have to stand in it, who would be a person.
    assert "METHOD" not in kalender


def test_elke_open_mijlpaal_staat_erin_en_geen_andere(cases: Path) -> None:
    """Zo veel afspraken als er mijlpalen open of te laat zijn."""
    alles = van(cases)
    kalender = alles.regels[0].status.kalender
    assert kalender
    verwacht = {m.sleutel: m.uiterlijk for m in kalender.mijlpalen if m.stand.value in {"open", "te_laat"}}
    gevonden = {
        uid.split("@")[0].split(".")[1]: dag for uid, (_, dag, _) in toestand(agenda(alles, None)).items()
    }

    assert gevonden == verwacht


def test_dezelfde_zaken_geven_dezelfde_bytes(cases: Path) -> None:
    """Ook een maand later, zolang er niets verandert: geen agenda hoeft dan iets bij te werken."""
    eerste = agenda(van(cases), None)

    assert agenda(van(cases), None) == eerste
    assert agenda(van(cases), eerste) == eerste
    assert agenda(van(cases, dt.date(2026, 4, 10)), eerste) == eerste


def test_wat_intussen_is_gedaan_vervalt(cases: Path) -> None:
    """Onder dezelfde sleutel en met een hoger nummer; weglaten zou het laten staan. Daarna blijft het zo."""
    eerste = agenda(van(cases), None)
    vervang(cases / KENMERK / "stukken" / "plan-van-aanpak.yaml", "status: concept", "status: definitief")
    tweede = agenda(van(cases, dt.date(2026, 3, 12)), eerste)
    oud, nieuw = toestand(eerste), toestand(tweede)

    assert oud[UID] == ("CONFIRMED", dt.date(2026, 2, 26), 46089)
    assert nieuw[UID] == ("CANCELLED", dt.date(2026, 2, 26), 46091)
    assert set(oud) <= set(nieuw)
    assert agenda(van(cases, dt.date(2026, 3, 13)), tweede) == tweede


def test_een_andere_datum_werkt_dezelfde_afspraak_bij(cases: Path) -> None:
    """Ook op dezelfde peildatum is het nummer hoger; wat gelijk bleef houdt zijn nummer."""
    eerste = agenda(van(cases), None)
    vervang(
        cases / KENMERK / "zaak.yaml",
        "    - van: 2026-01-05\n",
        "    - {van: 2026-01-05, tot_en_met: 2026-02-22}\n    - van: 2026-03-02\n",
    )
    oud, nieuw = toestand(eerste), toestand(agenda(van(cases), eerste))
    melding = f"{KENMERK}.melding_42e_week@dossiergen.invalid"

    assert oud[melding] == ("CONFIRMED", dt.date(2026, 10, 26), 46089)
    assert nieuw[melding] == ("CONFIRMED", dt.date(2026, 11, 2), 46090)
    arbodienst = f"{KENMERK}.melding_arbodienst@dossiergen.invalid"
    assert nieuw[arbodienst] == oud[arbodienst]


def test_wat_toch_weer_moet_komt_terug(cases: Path) -> None:
    """Met een hoger nummer dan de vervallen afspraak had."""
    plan = cases / KENMERK / "stukken" / "plan-van-aanpak.yaml"
    eerste = agenda(van(cases), None)
    vervang(plan, "status: concept", "status: definitief")
    gedaan = agenda(van(cases), eerste)
    vervang(plan, "status: definitief", "status: concept")
    terug = agenda(van(cases), gedaan)

    assert [toestand(een)[UID][0] for een in (eerste, gedaan, terug)] == [
        "CONFIRMED",
        "CANCELLED",
        "CONFIRMED",
    ]
    assert [toestand(een)[UID][2] for een in (eerste, gedaan, terug)] == [46089, 46090, 46091]


def test_wie_minder_vraagt_haalt_niets_uit_andermans_agenda(cases: Path) -> None:
    """Een blik op de komende weken, op een andere werkgever of op één zaak zegt niet dat de rest vervalt."""
    eerste = agenda(van(cases), None)
    binnenkort = van(cases, binnen=dt.date(2026, 4, 1))
    van_een_ander = van(cases, werkgevers=frozenset({"andere-werkgever"}))

    assert (agenda(binnenkort, eerste), agenda(van_een_ander, eerste)) == (eerste, eerste)


def test_een_zaak_die_uit_de_map_is_vervalt(cases: Path) -> None:
    """Alleen wie de hele map vraagt, ziet dat zij weg is; wie één zaak vraagt, laat die van anderen staan."""
    andere = Path(shutil.copytree(cases / KENMERK, cases / "2026-0999"))
    derde = Path(shutil.copytree(cases / KENMERK, cases / "2026-0998"))
    for map_ in (andere, derde):
        vervang(map_ / "zaak.yaml", f"kenmerk: {KENMERK}", f"kenmerk: {map_.name}")
    eerste = agenda(van(cases), None)
    shutil.rmtree(andere)
    twee = toestand(agenda(van(cases), eerste))
    shutil.rmtree(derde)
    een = toestand(agenda(van(cases), eerste))

    vervallen = {uid.partition(".")[0] for uid, (stand, *_) in twee.items() if stand == "CANCELLED"}
    assert vervallen == {"2026-0999"}
    assert {stand for stand, *_ in een.values()} == {"CONFIRMED"}


def test_een_zaak_die_niet_te_lezen_is_houdt_haar_afspraken(cases: Path) -> None:
    """Een tikfout haalt geen termijn uit iemands agenda."""
    eerste = agenda(van(cases), None)
    (cases / KENMERK / "zaak.yaml").write_text("kenmerk: [", "utf-8")

    assert agenda(van(cases), eerste) == eerste


@pytest.mark.parametrize(
    "rest",
    [
        b"",
        b"BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VEVENT\r\nonzin\r\n",
        b"\xff\xfe",
    ],
)
def test_een_beschadigde_agenda_wordt_niet_vervangen(cases: Path, rest: bytes) -> None:
    """Wat er stond is dan niet te vergelijken; de gebruiker kiest."""
    with pytest.raises(BestandFout):
        agenda(van(cases), b"BEGIN:VCALENDAR\r\nPRODID:-//dossiergen//termijnen//NL\r\n" + rest)
