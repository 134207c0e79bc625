"""What others wrote, what broke off, what is in the way: nothing is damaged, everything is said."""

import json
from contextlib import suppress
from pathlib import Path

import pytest

from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import BestandFout, UitvoerBezet
from dossiergen.sjablonen import Sjablonen
from dossierhulp import PLAN, Maak, bestanden, fouten, stel_vast, vervang


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


@pytest.mark.parametrize("na", range(1, 10))
def test_een_afgebroken_run_wordt_afgemaakt(maak: Maak, cases: Path, uit: Path, na: int) -> None:
    """Waar een run ook afbreekt: de volgende maakt hem af, ook als de zaak intussen weer is veranderd."""
    maak("2025-0231")
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 6", "elke_weken: 4")
    with suppress(KeyboardInterrupt):
        maak("2025-0231", afgebroken_na=na)
    assert fouten(maak("2025-0231", "probleemanalyse")) == []
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 4", "elke_weken: 3")

    assert fouten(maak("2025-0231")) == []
    assert json.loads((uit / ".dossiergen" / "2025-0231.json").read_text())["vorige"] == []
    afdrukken = {pad: afdruk for pad, afdruk in bestanden(uit).items() if pad.endswith("concept.pdf")}
    assert len(set(afdrukken.values())) == 1


@pytest.mark.parametrize("na", range(1, 12))
def test_een_afgebroken_vaststelling_laat_geen_concept_achter(
    maak: Maak, cases: Path, uit: Path, na: int
) -> None:
    """Ook als de run afbreekt tussen concept en definitief, ligt er na de volgende alleen het definitieve stuk."""
    maak("2025-0231")
    stel_vast(cases / "2025-0231" / PLAN)
    with suppress(KeyboardInterrupt):
        maak("2025-0231", afgebroken_na=na)

    assert fouten(maak("2025-0231")) == []
    assert {pad.name for pad in uit.rglob("03-*")} == {"03-plan-van-aanpak.pdf", "03-plan-van-aanpak.docx"}


@pytest.mark.parametrize("na", range(1, 9))
def test_een_afgebroken_ondertekening_wordt_afgemaakt(maak: Maak, cases: Path, uit: Path, na: int) -> None:
    """Het ondertekende afschrift is na de volgende run bij elke lezer hetzelfde."""
    maak("2026-0012")
    analyse = cases / "2026-0012" / "stukken" / "probleemanalyse.yaml"
    vervang(analyse, "getekend_op: 2026-02-12", "getekend_op: 2026-02-13")
    with suppress(KeyboardInterrupt):
        maak("2026-0012", afgebroken_na=na)

    assert fouten(maak("2026-0012")) == []
    pdf = {
        afdruk for pad, afdruk in bestanden(uit).items() if pad.endswith("01-probleemanalyse-ondertekend.pdf")
    }
    assert len(pdf) == 1


def test_een_eigen_soort_verdwijnt_niet_met_zijn_map(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Wie --templates een keer vergeet, is zijn concepten niet kwijt."""
    map_ = tmp_path / "eigen" / "samenvatting"
    map_.mkdir(parents=True)
    (map_ / "stuk.yaml").write_text(
        "titel: Kort\nbron: plan-van-aanpak\nvolgorde: 50\nvoor: [werknemer]\nafzender: werkgever\ngrond: x\n"
    )
    (map_ / "sjabloon.html").write_text(
        '<article lang="nl" data-soort="formulier" data-afzender="x" data-voet="x"><h1>Kort</h1></article>'
    )
    maak("2025-0231", werkplaats=Werkplaats(Sjablonen.standaard(tmp_path / "eigen")))
    maak("2025-0231")

    assert len(list(uit.rglob("50-samenvatting-concept.*"))) == 2


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
