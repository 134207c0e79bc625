"""What others wrote, what broke off, what is in the way: nothing is damaged, everything is said."""

import json
from pathlib import Path

import pytest

from dossiergen.dossier.resultaat import Uitkomst
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import BestandFout, UitvoerBezet
from dossierhulp import PLAN, Maak, bestanden, fouten, stel_vast, uitkomsten, vervang


def test_wat_een_ander_wijzigde_wordt_niet_overschreven(maak: Maak, cases: Path, uit: Path) -> None:
    """Een concept dat in Word is bewerkt, blijft staan, ook als de zaak intussen veranderde."""
    maak("2025-0231")
    bewerkt = uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.docx"
    bewerkt.write_bytes(b"eigen werk")
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 6", "elke_weken: 4")
    resultaat = maak("2025-0231")

    assert fouten(resultaat) == ["UIT-01"]
    assert bewerkt.read_bytes() == b"eigen werk"


def test_een_bewerkt_concept_overleeft_het_definitieve_stuk(maak: Maak, cases: Path, uit: Path) -> None:
    """Bij het opruimen van concepten blijft wat een ander schreef."""
    maak("2025-0231")
    bewerkt = uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.docx"
    bewerkt.write_bytes(b"eigen werk")
    stel_vast(cases / "2025-0231" / PLAN)
    maak("2025-0231")

    assert bewerkt.read_bytes() == b"eigen werk"
    assert not (uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.pdf").exists()


def test_een_onbekend_bestand_wordt_niet_overschreven(maak: Maak, uit: Path) -> None:
    """Ligt er al iets van een ander onder de naam van een stuk, dan blijft het liggen."""
    vreemd = uit / "2026-0012" / "uwv" / "03-plan-van-aanpak.pdf"
    vreemd.parent.mkdir(parents=True)
    vreemd.write_bytes(b"van een ander")

    assert fouten(maak("2026-0012")) == ["UIT-01"]
    assert vreemd.read_bytes() == b"van een ander"


def test_een_map_is_voor_een_opdracht_tegelijk(uit: Path) -> None:
    """Wie een map in gebruik vindt, stopt en verandert niets."""
    with Uitvoer(uit).open(), pytest.raises(UitvoerBezet), Uitvoer(uit).open():
        pass


def test_een_mislukte_schrijfactie_laat_geen_half_bestand_na(uit: Path) -> None:
    """Onder een definitieve naam staat het hele bestand of niets."""
    uitvoer = Uitvoer(uit)
    doel = uit / "zaak" / "werkgever" / "stuk.pdf"
    doel.mkdir(parents=True)
    with uitvoer.open(), pytest.raises(BestandFout):
        uitvoer.schrijf(doel, b"inhoud")

    assert [pad.name for pad in (uit / ".dossiergen").iterdir()] == ["slot"]


def test_wat_een_onderbroken_run_achterliet_wordt_opgeruimd(uit: Path) -> None:
    """Tijdelijke bestanden hebben nooit een eigen naam gehad."""
    rest = uit / ".dossiergen" / "tijdelijk-abc"
    rest.parent.mkdir(parents=True)
    rest.write_bytes(b"half")
    with Uitvoer(uit).open():
        assert not rest.exists()


def test_een_beschadigde_staat_wordt_gezegd(maak: Maak, uit: Path) -> None:
    """Een kapot administratiebestand geeft een zin met wat te doen, geen traceback."""
    maak("2026-0012")
    (uit / ".dossiergen" / "2026-0012.json").write_text("{half")

    with pytest.raises(BestandFout, match="beschadigd"):
        maak("2026-0012")


def test_een_ander_onder_hetzelfde_kenmerk_wordt_geweigerd(maak: Maak, cases: Path, uit: Path) -> None:
    """De stukken van twee mensen komen nooit in één map."""
    maak("2025-0231")
    eerst = bestanden(uit)
    vervang(cases / "2025-0231" / "zaak.yaml", "geboortedatum: 1993-02-14", "geboortedatum: 1971-08-30")

    assert fouten(maak("2025-0231")) == ["UIT-03"]
    assert bestanden(uit) == eerst


def test_een_afgebroken_run_wordt_afgemaakt(maak: Maak, cases: Path, uit: Path) -> None:
    """Wat wij halverwege schreven, is daarna niet van een ander."""
    maak("2025-0231")
    staat = uit / ".dossiergen" / "2025-0231.json"
    voor = staat.read_bytes()
    weg = uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.pdf"
    weg.unlink()
    weg.mkdir()
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 6", "elke_weken: 4")
    with pytest.raises(BestandFout):
        maak("2025-0231")
    weg.rmdir()
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 4", "elke_weken: 3")
    resultaat = maak("2025-0231")

    assert staat.read_bytes() != voor
    assert fouten(resultaat) == []
    assert uitkomsten(resultaat)["plan-van-aanpak"] is Uitkomst.GEMAAKT
    assert json.loads(staat.read_text())["vorige"] == []


def test_een_bewerkt_concept_dat_blijft_liggen_wordt_genoemd(maak: Maak, cases: Path, uit: Path) -> None:
    """Wat niet meer bij de zaak hoort en toch in de map ligt, staat in de bevindingen."""
    maak("2025-0231")
    (uit / "2025-0231/werkgever/03-plan-van-aanpak-concept.docx").write_bytes(b"eigen werk")
    (cases / "2025-0231" / PLAN).unlink()

    assert [f.code for f in maak("2025-0231").findings if f.code == "UIT-04"] == ["UIT-04"]


@pytest.mark.parametrize("naam", ["slot", "2026-0012.json", "tijdelijk-x"])
def test_een_map_op_de_plaats_van_een_eigen_bestand_is_een_leesfout(maak: Maak, uit: Path, naam: str) -> None:
    """Wat er ook in .dossiergen ligt: een zin met wat te doen, nooit een interne fout."""
    (uit / ".dossiergen" / naam).mkdir(parents=True)

    with pytest.raises(BestandFout):
        maak("2026-0012")
