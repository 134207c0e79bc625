"""Van definitief stuk naar ondertekend bestand: wat er komt te liggen, wat er blijft, en wat wordt geweigerd."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from dossiergen.dossier.ondertekenen.sessie import Tekenuitkomst
from dossiergen.dossier.resultaat import Uitkomst
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import BestandFout
from dossiergen.ondertekening import Later, Vertrouwen, kijk_na
from dossierhulp import CASES, bestanden, uitkomsten, vervang
from tekenhulp import AFWIJZING, ARTS, MOMENT, PLAN, TEKENDAG, Bureau

STUK = "second-opinion-afwijzing"
BESTAND = f"{AFWIJZING}/bedrijfsarts.yaml"
PLANBESTAND = f"{PLAN}/stukken/plan-van-aanpak.yaml"
DEFINITIEF = "werknemer/46-second-opinion-afwijzing.pdf"
GETEKEND = "46-second-opinion-afwijzing-ondertekend.pdf"


@pytest.fixture(name="bureau")
def _bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


def test_een_afwijzing_wordt_ondertekend(bureau: Bureau) -> None:
    """Het ondertekende bestand begint met het definitieve, ligt bij elke lezer, en de zaak weet ervan."""
    sleutel = bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    eerst = bureau.afdrukken()
    resultaat = bureau.teken(AFWIJZING, "so-afwijzing", sleutel)

    assert (resultaat.uitkomst, resultaat.partij, resultaat.gelukt) == ("ondertekend", "bedrijfsarts", True)
    map_ = bureau.uit / AFWIJZING / "vertrouwelijk"
    assert set(resultaat.paden) == {map_ / "werknemer" / GETEKEND, map_ / "bedrijfsarts" / GETEKEND}
    een, ander = (pad.read_bytes() for pad in resultaat.paden)
    assert een == ander
    assert een.startswith((map_ / DEFINITIEF).read_bytes())
    (regel,) = (
        regel
        for regel in json.loads((map_ / "werknemer" / "manifest.json").read_bytes())["stukken"]
        if regel["status"] == "ondertekend"
    )
    assert regel["handtekeningen"] == [
        {
            "partij": "bedrijfsarts",
            "certificaat": sleutel.certificaat.sha256,
            "op": "2026-06-02T14:03:00+02:00",
            "niveau": "B-B",
        }
    ]
    later = bureau.afdrukken()
    verdwenen_of_anders = {naam for naam in eerst if later.get(naam) != eerst[naam]}
    assert {naam for naam in verdwenen_of_anders if "manifest" not in naam} == {f"cases/{BESTAND}"}
    tekst = (bureau.cases / BESTAND).read_text("utf-8")
    assert "bedrijfsarts: {persoon: a-de-boer, getekend_op: 2026-06-02, wijze: digitaal}" in tekst
    assert "      status: ondertekend\n" in tekst


def test_opnieuw_maken_laat_een_ondertekend_bestand_liggen(bureau: Bureau) -> None:
    """Een kopie komt terug van een andere lezer; is er geen meer, dan is dat een bevinding en maakt niets het na."""
    bureau.render(AFWIJZING)
    paden = bureau.teken(AFWIJZING, STUK, bureau.sleutel(ARTS)).paden
    inhoud = paden[0].read_bytes()

    assert uitkomsten(bureau.render(AFWIJZING, TEKENDAG))[STUK] is Uitkomst.ONGEWIJZIGD
    paden[0].unlink()
    assert uitkomsten(bureau.render(AFWIJZING, TEKENDAG))[STUK] is Uitkomst.GEMAAKT
    assert paden[0].read_bytes() == inhoud
    for pad in paden:
        pad.unlink()
    weg = bureau.render(AFWIJZING, TEKENDAG)
    assert uitkomsten(weg)[STUK] is Uitkomst.GEWEIGERD
    assert "UIT-02" in {finding.code for finding in weg.findings}
    assert not any(pad.exists() for pad in paden)


def test_twee_partijen_tekenen_in_hetzelfde_bestand(bureau: Bureau) -> None:
    """De eerste sluit niets af voor de tweede; pas na de tweede is het stuk ondertekend."""
    vervang(
        bureau.cases / PLANBESTAND,
        "  werkgever: {persoon: m-hendriks, getekend_op: 2026-02-27, plaats: Maastricht, wijze: met_de_hand}\n",
        "  werkgever: {persoon: m-hendriks}\n",
    )
    werkgever, werknemer = bureau.sleutel("m-hendriks", 12), bureau.sleutel("werknemer", 13)
    bureau.render(PLAN)
    eerste = bureau.teken(PLAN, "plan-van-aanpak", werkgever)
    na_een = eerste.paden[0].read_bytes()
    assert (eerste.partij, "status: definitief" in (bureau.cases / PLANBESTAND).read_text("utf-8")) == (
        "werkgever",
        True,
    )
    tweede = bureau.teken(PLAN, "plan-van-aanpak", werknemer)
    na_twee = tweede.paden[0].read_bytes()

    assert (tweede.partij, tweede.paden) == ("werknemer", eerste.paden)
    assert na_twee.startswith(na_een)
    oordelen = kijk_na(na_twee, Vertrouwen((bureau.gezag.eigenaar.pem,)), MOMENT)
    assert [(een.partij, een.later, een.in_orde) for een in oordelen] == [
        ("werkgever", Later.HANDTEKENING, True),
        ("werknemer", Later.NIETS, True),
    ]
    tekst = (bureau.cases / PLANBESTAND).read_text("utf-8")
    assert "status: ondertekend\n" in tekst
    assert "werknemer: {getekend_op: 2026-06-02, wijze: digitaal}" in tekst


def test_een_afgebroken_tweede_handtekening_laat_de_eerste_staan(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    """De volle schijf komt nadat is opgeschreven wat er zou komen; de tweede tekent daarna alsnog, onder de eerste."""
    vervang(
        bureau.cases / PLANBESTAND,
        "  werkgever: {persoon: m-hendriks, getekend_op: 2026-02-27, plaats: Maastricht, wijze: met_de_hand}\n",
        "  werkgever: {persoon: m-hendriks}\n",
    )
    werkgever, werknemer = bureau.sleutel("m-hendriks", 12), bureau.sleutel("werknemer", 13)
    bureau.render(PLAN)
    na_een = bureau.teken(PLAN, "plan-van-aanpak", werkgever).paden[0].read_bytes()
    echt = Uitvoer.schrijf

    def vol(uitvoer: Uitvoer, pad: Path, inhoud: bytes) -> bool:
        if pad.suffix == ".pdf":
            raise BestandFout("De schijf is vol.")
        return echt(uitvoer, pad, inhoud)

    with monkeypatch.context() as even:
        even.setattr(Uitvoer, "schrijf", vol)
        with pytest.raises(BestandFout):
            bureau.teken(PLAN, "plan-van-aanpak", werknemer)
    bureau.render(PLAN)
    tweede = bureau.teken(PLAN, "plan-van-aanpak", werknemer)
    assert tweede.gelukt
    assert all(pad.read_bytes().startswith(na_een) for pad in tweede.paden)


def test_wie_niet_bevestigt_tekent_niet(bureau: Bureau) -> None:
    sleutel = bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    eerst = bureau.afdrukken()
    assert bureau.teken(AFWIJZING, STUK, sleutel, ja=False).uitkomst is Tekenuitkomst.NIET_BEVESTIGD
    assert bureau.afdrukken() == eerst


def _concept(bureau: Bureau) -> None:
    vervang(bureau.cases / BESTAND, "      status: definitief\n      opsteller", "      opsteller")


def _fout(bureau: Bureau) -> None:
    vervang(bureau.cases / BESTAND, "- code: C4", "- code: B")


def _andere_tekst(bureau: Bureau) -> None:
    vervang(bureau.cases / BESTAND, "twee gesprekken miste", "drie gesprekken miste")


def _andere_arts(bureau: Bureau) -> None:
    vervang(
        bureau.cases / "organisaties.yaml",
        "    rol: bedrijfsarts\n    telefoon: 043-555 02 11",
        "    rol: casemanager\n    telefoon: 043-555 02 11",
    )


def _veranderd_bestand(bureau: Bureau) -> None:
    for pad in bureau.uit.rglob("46-second-opinion-afwijzing.pdf"):
        pad.write_bytes(pad.read_bytes() + b"\n")


def _zonder_veld(bureau: Bureau) -> None:
    """As a version before there were fields would have made it, state and all."""
    (staat,) = (bureau.uit / ".dossiergen" / "vertrouwelijk").glob("*.json")
    data = json.loads(staat.read_bytes())
    for pad in bureau.uit.rglob("46-second-opinion-afwijzing.pdf"):
        with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
            del pdf.Root.AcroForm
            del pdf.pages[0].Annots
            pdf.save(pad, deterministic_id=True)
        nieuw = bureau.afdrukken()[pad.relative_to(bureau.map_).as_posix()]
    for stuk in data["stukken"]:
        if pad.name in stuk["bestanden"]:
            stuk["bestanden"][pad.name] = nieuw
    staat.write_text(json.dumps(data), "utf-8")


@pytest.mark.parametrize(
    ("verander", "code"),
    [
        (_concept, "ONT-01"),
        (_fout, "ONT-02"),
        (_andere_tekst, "ONT-03"),
        (_veranderd_bestand, "ONT-07"),
        (_zonder_veld, "ONT-07"),
    ],
)
def test_geweigerd_en_er_verandert_niets(
    bureau: Bureau, verander: Callable[[Bureau], None], code: str
) -> None:
    sleutel = bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    verander(bureau)
    eerst = bureau.afdrukken()
    resultaat = bureau.teken(AFWIJZING, STUK, sleutel)
    assert (resultaat.uitkomst, [een.code for een in resultaat.findings]) == ("geweigerd", [code])
    assert bureau.afdrukken() == eerst


def test_niemand_tekent_twee_keer_of_met_de_sleutel_van_een_ander(bureau: Bureau) -> None:
    arts, ander = bureau.sleutel(ARTS), bureau.sleutel("k-yildiz", 14)
    onbekend = bureau.open(bureau.gezag.geef("niemand", nummer=15), "niemand")
    bureau.render(AFWIJZING)
    assert [een.code for een in bureau.teken(AFWIJZING, STUK, ander).findings] == ["ONT-05"]
    assert [een.code for een in bureau.teken(AFWIJZING, STUK, onbekend).findings] == ["ONT-05"]
    assert bureau.teken(AFWIJZING, STUK, arts, vastleggen=False).gelukt
    eerst = bureau.afdrukken()
    weer = bureau.teken(AFWIJZING, STUK, arts)
    assert [een.code for een in weer.findings] == ["ONT-04"]
    assert "nog niet in de zaak" in weer.findings[0].oplossing
    assert bureau.afdrukken() == eerst


def test_een_brief_bij_een_ander_stuk_wordt_een_keer_getekend(bureau: Bureau) -> None:
    """In het bestand van dat andere stuk staat de handtekening onder dat stuk: daar komt niets bij, ook niet op advies."""
    shutil.copytree(CASES / "2024-0090", bureau.cases / "2024-0090")
    sleutel, brief = bureau.sleutel("h-noordhoek"), "bericht-aan-werkgever-01"
    bureau.render("2024-0090")
    zaak = bestanden(bureau.cases)
    assert bureau.teken("2024-0090", brief, sleutel).gelukt
    (weer,) = bureau.teken("2024-0090", brief, sleutel).findings
    assert (weer.code, "komt zij niet in de zaak" in weer.oplossing) == ("ONT-04", True)
    assert bestanden(bureau.cases) == zaak


def test_zonder_definitief_bestand_valt_er_niets_te_tekenen(bureau: Bureau) -> None:
    sleutel = bureau.sleutel(ARTS)
    assert [een.code for een in bureau.teken(AFWIJZING, STUK, sleutel).findings] == ["ONT-07"]


def test_alleen_een_bedrijfsarts_tekent_een_afwijzing(bureau: Bureau) -> None:
    """Ook met het juiste certificaat: de rol beslist. Het stuk deugt dan zelf ook niet."""
    sleutel = bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    _andere_arts(bureau)
    assert bureau.teken(AFWIJZING, STUK, sleutel).uitkomst is Tekenuitkomst.GEWEIGERD
    assert not list(bureau.uit.rglob(GETEKEND))


def test_een_beschadigd_ondertekend_bestand_wordt_niet_verder_getekend(bureau: Bureau) -> None:
    bureau.render(AFWIJZING)
    sleutel = bureau.sleutel(ARTS)
    for pad in bureau.teken(AFWIJZING, STUK, sleutel, vastleggen=False).paden:
        pad.write_bytes(pad.read_bytes()[:-100])
    assert [een.code for een in bureau.teken(AFWIJZING, STUK, sleutel).findings] == ["ONT-11"]


def test_wat_een_ander_neerlegde_blijft(bureau: Bureau) -> None:
    sleutel = bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    vreemd = bureau.uit / AFWIJZING / "vertrouwelijk" / "werknemer" / GETEKEND
    vreemd.write_bytes(b"van iemand anders")
    eerst = bureau.afdrukken()
    assert [een.code for een in bureau.teken(AFWIJZING, STUK, sleutel).findings] == ["UIT-01"]
    assert bureau.afdrukken() == eerst


def test_een_los_bestand_wordt_ondertekend_waar_het_ligt(bureau: Bureau, tmp_path: Path) -> None:
    """Zonder de uitvoer van de zaak; een bestand dat iets anders zegt dan de zaak, wordt geweigerd."""
    sleutel = bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    los = tmp_path / "post" / "brief.pdf"
    los.parent.mkdir()
    los.write_bytes((bureau.uit / AFWIJZING / "vertrouwelijk" / DEFINITIEF).read_bytes())
    uitvoer = {naam: een for naam, een in bureau.afdrukken().items() if naam.startswith("output/")}
    resultaat = bureau.teken_los(los, sleutel)
    assert resultaat.paden == (tmp_path / "post" / "brief-ondertekend.pdf",)
    assert resultaat.paden[0].read_bytes().startswith(los.read_bytes())
    assert {naam: een for naam, een in bureau.afdrukken().items() if naam.startswith("output/")} == uitvoer
    assert [een.code for een in bureau.teken_los(resultaat.paden[0], sleutel).findings] == ["ONT-04"]


def test_een_los_bestand_met_andere_letters_wordt_geweigerd(bureau: Bureau, tmp_path: Path) -> None:
    """Ook als de kenmerken in het bestand kloppen: er telt wat er te lezen is."""
    sleutel = bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    los = tmp_path / "brief.pdf"
    with pikepdf.open(bureau.uit / AFWIJZING / "vertrouwelijk" / DEFINITIEF) as pdf:
        inhoud = pdf.pages[0].Contents.read_bytes()
        regels = inhoud.split(b"\n")
        kort = max((regel for regel in regels if regel.endswith((b"TJ", b"Tj"))), key=len)
        pdf.pages[0].Contents = pdf.make_stream(inhoud.replace(kort, b"() Tj", 1))
        pdf.save(los)
    resultaat = bureau.teken_los(los, sleutel)
    assert resultaat.uitkomst is Tekenuitkomst.GEWEIGERD
    assert {een.code for een in resultaat.findings} <= {"ONT-03", "KEU-01"}
    assert not (tmp_path / "brief-ondertekend.pdf").exists()


def test_een_los_bestand_met_verwisselde_lettervormen_wordt_geweigerd(bureau: Bureau, tmp_path: Path) -> None:
    """Wie luistert hoort de tekst van de zaak, en wie kijkt leest iets anders: dat tekent niemand."""
    sleutel = bureau.sleutel(ARTS)
    bureau.render(AFWIJZING)
    los = tmp_path / "brief.pdf"
    with pikepdf.open(bureau.uit / AFWIJZING / "vertrouwelijk" / DEFINITIEF) as pdf:
        letters = [
            letter.DescendantFonts[0].FontDescriptor for letter in pdf.pages[0].Resources.Font.values()
        ]
        een, ander = letters[:2]
        een.FontFile2, ander.FontFile2 = ander.FontFile2, een.FontFile2
        pdf.save(los)
    resultaat = bureau.teken_los(los, sleutel)
    assert [finding.code for finding in resultaat.findings] == ["ONT-03"]
    assert not (tmp_path / "brief-ondertekend.pdf").exists()
