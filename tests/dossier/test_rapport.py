"""The report of a batch: its rows, what they add up to, and that nobody's name is in it."""

import csv
import datetime as dt
import io
import json
import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.rapport import (
    Actie,
    Mijlpaalstand,
    Personen,
    Persoonsgegevens,
    Rapport,
    Rapportregel,
    Verslagstand,
    als_csv,
    als_json,
    maak_rapport,
    pagina,
    regel_van_storing,
)
from dossiergen.dossier.rapport.rapport import Gemist, Telling
from dossiergen.dossier.rapport.vanzaak import regel_van_verslag, regel_van_zaak
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.riv import Verslagresultaat
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.overzicht import MIJLPAAL_VAN_GEBREK, maak_overzicht
from dossiergen.termijnen import Stand
from dossierhulp import CASES, laad_map
from rapporthulp import PEILDATUM, SJABLONEN, regels, verslagregels

ZAKEN = tuple(regels())
VERSLAGEN = tuple(verslagregels())


def bestanden(rapport: Rapport, **opties: Any) -> dict[str, str]:
    return {
        "html": pagina(rapport, SJABLONEN, **opties).decode(),
        "json": als_json(rapport, **opties).decode(),
        "csv": als_csv(rapport, **opties).decode("utf-8-sig"),
    }


def rijen(rapport: Rapport, **opties: Any) -> list[dict[str, str]]:
    tekst = als_csv(rapport, **opties).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(tekst, newline=""), delimiter=";"))


def van(kenmerk: str, alle: tuple[Rapportregel, ...]) -> Rapportregel:
    return next(regel for regel in alle if regel.kenmerk == kenmerk)


def test_een_zaak_zegt_wie_wat_moet_doen_en_voor_wanneer() -> None:
    """De mijlpalen die te laat zijn, met hun gevolg; klaar is deze zaak dan niet."""
    gezien = van("2024-0203", ZAKEN)

    assert replace(gezien, mijlpalen=()) == Rapportregel(
        kenmerk="2024-0203",
        map="2024-0203",
        werkgever="limburg-flex",
        gelukt=True,
        wia=dt.date(2026, 6, 29),
        einde_wachttijd=dt.date(2026, 4, 13),
        acties=(
            Actie(
                ("werkgever", "werknemer"),
                "Evaluatie van het plan (7) 4 dagen te laat: kan een loonsanctie geven.",
                "Doe het alsnog, en leg vast wanneer.",
                dt.date(2026, 5, 28),
                te_laat=True,
            ),
        ),
    )
    assert {m.stand for m in gezien.mijlpalen} <= {Stand.OPEN, Stand.TE_LAAT, Stand.TE_LAAT_VOLDAAN}


def test_een_verslag_zegt_wat_er_mist() -> None:
    """Met wie ervoor zorgt; eerst waar het verslag op wacht."""
    regel = van("2024-0203", VERSLAGEN)

    assert (regel.verslag, regel.klaar, regel.wia) == (
        Verslagstand.NIET_COMPLEET,
        False,
        dt.date(2026, 6, 29),
    )
    assert [(actie.wie, actie.wat) for actie in regel.acties[:2]] == [
        (("bedrijfsarts",), "Het actueel oordeel ontbreekt."),
        (("werkgever", "werknemer"), "De eindevaluatie ontbreekt."),
    ]


@pytest.mark.parametrize(
    ("resultaat", "stand", "klaar"),
    [
        (Verslagresultaat("x", paden={Path("a"): True}), Verslagstand.COMPLEET, True),
        (Verslagresultaat("x", paden={Path("a"): False}), Verslagstand.COMPLEET, True),
        (Verslagresultaat("x", paden={Path("a"): True}, is_concept=True), Verslagstand.CONCEPT, False),
        (Verslagresultaat("x", niet_nodig="Te kort."), Verslagstand.NIET_NODIG, True),
        (Verslagresultaat("x"), Verslagstand.NIET_COMPLEET, False),
        (Verslagresultaat("x", storing="De schijf is vol."), Verslagstand.GEEN, False),
    ],
)
def test_wat_er_van_een_verslag_werd(resultaat: Verslagresultaat, stand: Verslagstand, klaar: bool) -> None:
    """Een concept is niet klaar; wat niet nodig is wel."""
    regel = regel_van_verslag(laad_map(CASES / "2024-0203"), resultaat, PEILDATUM, SJABLONEN)

    assert (regel.verslag, regel.klaar) == (stand, klaar)


def test_van_het_deel_van_de_bedrijfsarts_staat_er_niet_wat_er_mis_is() -> None:
    """Alleen dat de bedrijfsarts moet kijken."""
    fout = CATALOGUS["SCH-02"].finding(Plaats("cases/2024-0203/bedrijfsarts.yaml", 3, 1))
    regel = regel_van_zaak(
        laad_map(CASES / "2024-0203"), Zaakresultaat("2024-0203", (), (fout,)), PEILDATUM, SJABLONEN
    )

    assert [actie.wie for actie in regel.acties if "eigen deel" in actie.wat] == [("bedrijfsarts",)]
    assert "SCH-02" not in str(regel)


def test_een_voorstel_komt_niet_in_het_rapport() -> None:
    """Het kan de sleutel van een persoon zijn."""
    soort = CATALOGUS["SCH-02"]
    fout: Finding = soort.finding(
        Plaats("zaak.yaml"), oplossing="Bedoelt u `b-de-groot`?", voorstel="b-de-groot"
    )
    regel = regel_van_zaak(
        laad_map(CASES / "2024-0203"), Zaakresultaat("2024-0203", (), (fout,)), PEILDATUM, SJABLONEN
    )

    assert Actie(("werkgever",), f"{soort.titel} (SCH-02)", soort.oplossing) in regel.acties


def test_een_zaak_die_niet_te_lezen_is_staat_vooraan(tmp_path: Path) -> None:
    """Met de soort van elke fout; een mapnaam die geen kenmerk is staat nergens."""
    cases = tmp_path / "cases"
    shutil.copytree(CASES / "2024-0203", cases / "Jan de Vries")
    shutil.copy(CASES / "organisaties.yaml", cases)
    (cases / "Jan de Vries" / "zaak.yaml").write_text("werknemer: {", "utf-8")
    onleesbaar = tuple(regels(cases))
    afgebroken = regel_van_storing("Jan de Vries", "Het bestand cases/Jan de Vries/zaak.yaml is te groot.")
    rapport = maak_rapport((*ZAKEN, *onleesbaar, afgebroken), PEILDATUM, met_verslag=False)

    assert [regel.naam for regel in rapport.regels[:2]] == ["zaak zonder kenmerk"] * 2
    assert all(regel.acties for regel in onleesbaar)
    assert afgebroken.storing == "Het bestand cases/…/zaak.yaml is te groot."
    assert [naam for naam, tekst in bestanden(rapport).items() if "Vries" in tekst] == []


def test_het_rapport_hangt_niet_af_van_de_volgorde_waarin_zaken_klaar_zijn() -> None:
    """Eén werker of acht: dezelfde bytes; en de zaken staan op WIA-datum."""
    door_elkaar = VERSLAGEN[::-1]
    rapport = maak_rapport(VERSLAGEN, PEILDATUM, met_verslag=True)
    datums = [regel.wia or dt.date.max for regel in rapport.regels]

    assert bestanden(maak_rapport(door_elkaar, PEILDATUM, met_verslag=True)) == bestanden(rapport)
    assert datums == sorted(datums)


def test_alles_telt_op() -> None:
    """Van alle zaken en per werkgever; te laat en te laat gedaan samen, evaluaties bij elkaar; weken vanaf nu."""
    maandag, wie = dt.date(2026, 6, 1), ("werkgever",)
    mijlpalen = tuple(
        Mijlpaalstand(sleutel, titel, wie, dag, stand)
        for sleutel, titel, dag, stand in (
            ("evaluatie", "Evaluatie van het plan (1)", dt.date(2026, 1, 5), Stand.TE_LAAT_VOLDAAN),
            ("evaluatie", "Evaluatie van het plan (2)", dt.date(2026, 3, 5), Stand.TE_LAAT),
            ("plan", "Plan van aanpak", dt.date(2026, 2, 5), Stand.TE_LAAT),
            ("wia_aanvraag", "WIA-aanvraag", dt.date(2026, 6, 14), Stand.OPEN),
            ("evaluatie", "Evaluatie van het plan (3)", dt.date(2026, 6, 15), Stand.OPEN),
            ("evaluatie", "Evaluatie van het plan (9)", dt.date(2027, 6, 15), Stand.OPEN),
        )
    )
    rapport = maak_rapport(
        (
            Rapportregel("2026-0001", "2026-0001", "b", gelukt=True, mijlpalen=mijlpalen),
            Rapportregel("2026-0002", "2026-0002", "a", gelukt=True, klaar=True),
            regel_van_storing("2026-0003", "De werker stopte."),
        ),
        dt.date(2026, 6, 3),
        met_verslag=False,
    )

    assert rapport.totaal == Telling("", 3, 1, 1, 1)
    assert rapport.werkgevers == (Telling("a", 1, 1, 0, 0), Telling("b", 1, 0, 1, 0), Telling("", 1, 0, 0, 1))
    assert rapport.gemist == (
        Gemist("evaluatie", "Evaluatie van het plan", 1, 1),
        Gemist("plan", "Plan van aanpak", 1, 0),
    )
    assert rapport.te_laat == 2
    assert [(week.maandag - maandag, week.termijnen, week.wia) for week in rapport.weken[:4]] == [
        (dt.timedelta(weeks=0), 0, 0), (dt.timedelta(weeks=1), 1, 1), (dt.timedelta(weeks=2), 1, 0),
        (dt.timedelta(weeks=3), 0, 0),
    ]  # fmt: skip
    assert len(rapport.weken) == 13


@pytest.mark.parametrize("alle", [ZAKEN, VERSLAGEN])
def test_geen_naam_geen_bsn_en_geen_sleutel_van_een_persoon(alle: tuple[Rapportregel, ...]) -> None:
    """Van geen enkele voorbeeldzaak, in geen van de drie bestanden."""
    verboden: set[str] = set()
    for geladen, organisaties in laad(sorted(pad.parent for pad in CASES.glob("*/zaak.yaml"))):
        assert geladen.zaak
        assert organisaties.organisaties
        werknemer = geladen.zaak.gegevens.werknemer
        verboden |= {werknemer.achternaam, str(werknemer.bsn), *organisaties.organisaties.personen}
    alles = "\n".join(bestanden(maak_rapport(alle, PEILDATUM, met_verslag=True)).values())

    assert len(verboden) > 60
    assert [een for een in verboden if re.search(rf"\b{re.escape(een)}\b", alles)] == []


@pytest.mark.parametrize("peildatum", [dt.date(2027, 3, 1), dt.date(2029, 1, 1)])
def test_wat_ontbreekt_en_te_laat_is_staat_er_een_keer(peildatum: dt.date) -> None:
    """Elk stuk dat het verslag vraagt is ook een mijlpaal: wie het al noemt als gebrek, noemt het niet nog eens."""
    verteld = Counter[str]()
    for geladen, _ in laad(zaakmappen([CASES])):
        assert geladen.zaak
        overzicht = maak_overzicht(geladen.zaak, peildatum)
        regel = regel_van_verslag(
            geladen, Verslagresultaat(geladen.naam, (), overzicht.gebreken), peildatum, SJABLONEN
        )
        gebreken = {MIJLPAAL_VAN_GEBREK.get(gebrek.code): gebrek.wat for gebrek in overzicht.gebreken}
        for mijlpaal in regel.mijlpalen:
            if mijlpaal.stand is Stand.TE_LAAT and mijlpaal.sleutel in gebreken:
                te_laat = [actie for actie in regel.acties if actie.uiterlijk == mijlpaal.uiterlijk]
                assert gebreken[mijlpaal.sleutel] in {actie.wat for actie in te_laat if actie.te_laat}
                assert not any(actie.wat.startswith(mijlpaal.titel) for actie in te_laat)
                verteld[mijlpaal.sleutel] += 1

    assert verteld.keys() == {
        "probleemanalyse",
        "plan_van_aanpak",
        "eerstejaarsevaluatie",
        "actueel_oordeel",
        "eindevaluatie",
        "medische_informatie",
    }


def test_wie_om_namen_vraagt_krijgt_alleen_die() -> None:
    """In alle drie; een BSN waar niet om is gevraagd heeft geen kolom."""
    rapport = maak_rapport(ZAKEN, PEILDATUM, met_verslag=False)
    van = {"2024-0203": Persoonsgegevens("P. Proef-Persoon", "999990019")}
    namen = {"personen": Personen(["naam"], van)}
    met_bsn = {"personen": Personen(["bsn"], van)}

    assert all("P. Proef-Persoon" in tekst for tekst in bestanden(rapport, **namen).values())
    assert all("999990019" in tekst for tekst in bestanden(rapport, **met_bsn).values())
    assert not any("999990019" in tekst for tekst in bestanden(rapport, **namen).values())
    assert not any("P. Proef-Persoon" in tekst for tekst in bestanden(rapport, **met_bsn).values())
    assert list(rijen(rapport, **namen)[0])[:3] == ["zaak", "naam", "werkgever"]
    assert all("bsn" not in zaak for zaak in json.loads(als_json(rapport, **namen))["zaken"])


@pytest.mark.parametrize("van", [{}, {"2024-0203": Persoonsgegevens("P. Proef-Persoon")}])
def test_wat_is_gevraagd_heeft_een_kolom_ook_als_niemand_het_heeft(van: dict[str, Persoonsgegevens]) -> None:
    """Een leeg BSN is iets anders dan een BSN waar niet om is gevraagd."""
    rapport = maak_rapport(ZAKEN, PEILDATUM, met_verslag=False)
    personen = Personen(["bsn", "naam"], van)

    assert list(rijen(rapport, personen=personen)[0])[:4] == ["zaak", "naam", "bsn", "werkgever"]
    assert {rij["bsn"] for rij in rijen(rapport, personen=personen)} == {""}
    assert {zaak["bsn"] for zaak in json.loads(als_json(rapport, personen))["zaken"]} == {""}
    assert als_csv(maak_rapport((), PEILDATUM, met_verslag=False), personen).startswith(
        b"\xef\xbb\xbfzaak;naam;bsn;werkgever;"
    )


def test_csv_zoals_een_nederlands_rekenblad_het_opent() -> None:
    """Met BOM, puntkomma's en CRLF; één rij per zaak, ook als er geen zaak is één kopregel."""
    inhoud = als_csv(maak_rapport(VERSLAGEN, PEILDATUM, met_verslag=True))
    leeg = als_csv(maak_rapport((), PEILDATUM, met_verslag=True))

    assert inhoud.startswith(b"\xef\xbb\xbfzaak;werkgever;stand;")
    assert inhoud.count(b"\r\n") == inhoud.count(b"\n") == len(VERSLAGEN) + 1
    assert leeg == inhoud.split(b"\r\n")[0] + b"\r\n"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_een_cel_is_nooit_een_formule(begin: str) -> None:
    """Wat een rekenblad zou uitvoeren, krijgt een apostrof ervoor."""
    regel = replace(ZAKEN[0], werkgever=f"{begin}1+1", storing=f"{begin}cmd", acties=())
    rij = rijen(maak_rapport([regel], PEILDATUM, met_verslag=False))[0]

    assert (rij["werkgever"], rij["wat"]) == (f"'{begin}1+1", f"'{begin}cmd")


def test_de_bladzijde_haalt_niets_op_en_is_voor_iedereen() -> None:
    """Nederlands, koppen op volgorde, elke tabelkop met bereik, geen script of adres; elke zaak staat er één keer."""
    html = bestanden(maak_rapport(VERSLAGEN, PEILDATUM, met_verslag=True))["html"]
    boom: Any = lxml_html.document_fromstring(html)
    in_tabel = [str(th.text).strip() for th in boom.xpath("//tbody/tr/th[@scope='row']")]
    klaar = [str(li.text).strip() for li in boom.xpath("//ul[@class='klaar']/li")]

    assert boom.get("lang") == "nl"
    assert [element.tag for element in boom.xpath("//h1|//h2")] == ["h1", *["h2"] * 5]
    assert boom.xpath("//script | //link | //img | //iframe | //@src | //th[not(@scope)]") == []
    assert "url(" not in html
    assert "//" not in html.replace("<!doctype html>", "")
    assert {str(h)[1:] for h in boom.xpath("//@href")} <= {str(i) for i in boom.xpath("//@id")}
    assert sorted([*in_tabel, *klaar]) == sorted(regel.kenmerk for regel in VERSLAGEN)


def test_zonder_zaken_is_er_ook_een_bladzijde() -> None:
    """Met zinnen in plaats van lege tabellen."""
    html = bestanden(maak_rapport((), PEILDATUM, met_verslag=False, weggelaten=2))["html"]

    for zin in (
        "0 zaken. 2 weggelaten",
        "Er is niets te laat.",
        "waarin nu iets moet.",
        "nog geen zaak klaar.",
    ):
        assert zin in html


def test_duizend_zaken_blijven_een_bladzijde() -> None:
    """Kleiner dan 1,5 MB."""
    duizend = [replace(VERSLAGEN[nr % len(VERSLAGEN)], kenmerk=f"2026-{nr:04}") for nr in range(1000)]

    assert len(pagina(maak_rapport(duizend, PEILDATUM, met_verslag=True), SJABLONEN)) < 1_500_000


DAGEN = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
WIE = st.lists(st.sampled_from(["werkgever", "werknemer", "bedrijfsarts", "uwv"]), max_size=3).map(tuple)
REGELS = st.builds(
    Rapportregel,
    *[st.text(max_size=30)] * 3,
    gelukt=st.booleans(),
    storing=st.text(max_size=30),
    klaar=st.booleans(),
    wia=st.none() | DAGEN,
    einde_wachttijd=st.none() | DAGEN,
    verslag=st.sampled_from(Verslagstand),
    acties=st.lists(
        st.builds(Actie, WIE, st.text(), st.text(), st.none() | DAGEN, st.booleans()), max_size=3
    ).map(tuple),
    mijlpalen=st.lists(
        st.builds(Mijlpaalstand, st.text(), st.text(), WIE, DAGEN, st.sampled_from(Stand)), max_size=3
    ).map(tuple),
)


@given(REGELS)
def test_een_bewaarde_regel_is_dezelfde_regel(regel: Rapportregel) -> None:
    """Ook na een omweg door JSON."""
    assert Rapportregel.uit_data(json.loads(json.dumps(regel.als_data()))) == regel
