"""The folders of a verslag: what lies in whose folder, and that a verslag is complete or a list of what is missing."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.uitvoer import Uitvoer
from dossierhulp import PLAN, ander_formulier, laad_map, vervang, weiger
from verslaghulp import (
    KENMERK,
    PEILDATUM,
    VERSLAG,
    afdrukken,
    bladzijden,
    codes,
    fouten,
    gemaakt,
    kleine_zaak,
    namen,
    pdf,
    pdf_tekst,
    riv,
    werkplaats,
)

BIJLAGE = "30-bijlage-rapport.pdf"
ANALYSE = "stukken/probleemanalyse.yaml"
UWV = {
    "00-re-integratieverslag.pdf",
    "01-probleemanalyse-ondertekend.pdf",
    "03-plan-van-aanpak-ondertekend.pdf",
}
EERSTE_EN_TWEEDE = """
import hashlib, sys
from pathlib import Path
from dossierhulp import laad_map
from verslaghulp import werkplaats
zaak = laad_map(Path(sys.argv[1])).zaak
stuk = zaak.stukken[0]
(vorm,) = werkplaats().vormen_van(zaak, stuk)
ontwerp = werkplaats().ontwerp(zaak, stuk, vorm)
for _ in range(2):
    bestanden = werkplaats().schrijf(ontwerp, werkplaats().tekst(ontwerp))
    print([hashlib.sha256(inhoud).hexdigest() for inhoud in bestanden.values()])
"""


@pytest.fixture(name="klaar")
def _klaar(tmp_path: Path) -> tuple[Path, Path]:
    """A case, and the output with its verslag."""
    return gemaakt(tmp_path)


@pytest.fixture(name="zaak")
def _zaak(tmp_path: Path) -> Path:
    return kleine_zaak(tmp_path / "cases")


def verslagmap(uit: Path, lezer: str = "uwv", soort: str = "riv") -> Path:
    return uit / KENMERK / soort / lezer


def test_wat_in_welke_map_ligt(klaar: tuple[Path, Path]) -> None:
    """UWV krijgt elk stuk als PDF, de werknemer ook de brief en een leesexemplaar; het overzicht staat vooraan."""
    _, uit = klaar
    werknemer = {*UWV, "22-brief-kopie-verslag.pdf", "leesexemplaar.pdf", BIJLAGE, "manifest.json"}

    assert namen(verslagmap(uit)) == {*UWV, BIJLAGE, "manifest.json"}
    assert namen(verslagmap(uit, "werknemer")) == werknemer
    assert min(namen(verslagmap(uit))) == "00-re-integratieverslag.pdf"
    assert not verslagmap(uit, soort="riv-concept").exists()


def test_het_verslag_is_wat_render_bewaart(klaar: tuple[Path, Path]) -> None:
    """Een compleet verslag wordt niet opnieuw opgemaakt: het zijn de bestanden die al klaarlagen."""
    _, uit = klaar

    assert {n: (verslagmap(uit) / n).read_bytes() for n in UWV} == {
        n: (uit / KENMERK / "uwv" / n).read_bytes() for n in UWV
    }


def test_elk_gemaakt_stuk_voor_uwv_noemt_het_bsn(klaar: tuple[Path, Path]) -> None:
    """UWV herkent elk stuk aan het BSN; de brief aan de werknemer noemt het niet."""
    _, uit = klaar
    brief = (verslagmap(uit, "werknemer") / "22-brief-kopie-verslag.pdf").read_bytes()

    assert [
        naam for naam in UWV if "999990019" not in bladzijden((verslagmap(uit) / naam).read_bytes())[0]
    ] == []
    assert "999990019" not in pdf_tekst(brief)


def test_het_manifest_noemt_wat_er_ligt(klaar: tuple[Path, Path]) -> None:
    """Elk bestand met zijn afdruk en bladzijden, en niets van een persoon."""
    _, uit = klaar
    for lezer in ("uwv", "werknemer"):
        map_ = verslagmap(uit, lezer)
        tekst = (map_ / "manifest.json").read_text("utf-8")
        inhoud = json.loads(tekst)
        liggend = {naam: afdruk for naam, afdruk in afdrukken(map_).items() if naam != "manifest.json"}
        aantallen = {n: len(bladzijden((map_ / n).read_bytes())) for n in liggend}

        assert (inhoud["kenmerk"], inhoud["doelgroep"], inhoud["volledig"]) == (KENMERK, lezer, True)
        assert {regel["bestand"]: regel["sha256"] for regel in inhoud["bestanden"]} == liggend
        assert {regel["bestand"]: regel["paginas"] for regel in inhoud["bestanden"]} == aantallen
        assert not re.search(r"Hofstra|Lindelaan|999990019|1985", tekst)


def test_alles_is_alleen_voor_de_eigenaar(klaar: tuple[Path, Path]) -> None:
    """Bestanden 0600, mappen 0700, en geen naam of BSN in een pad."""
    _, uit = klaar
    alles = list(uit.rglob("*"))

    assert {oct(pad.stat().st_mode & 0o777) for pad in alles if pad.is_file()} == {"0o600"}
    assert {oct(pad.stat().st_mode & 0o777) for pad in (uit, *alles) if pad.is_dir()} == {"0o700"}
    assert [
        pad for pad in alles if re.search(r"hofstra|\d{9}", pad.relative_to(uit).as_posix(), re.IGNORECASE)
    ] == []


def test_een_tweede_keer_verandert_niets(klaar: tuple[Path, Path]) -> None:
    """Dezelfde zaak geeft dezelfde bytes, de eigen administratie erbij."""
    zaak, uit = klaar
    eerst = afdrukken(uit)
    tweede = riv(zaak, uit)

    assert tweede.gelukt
    assert afdrukken(uit) == eerst


def test_het_eerste_stuk_van_een_proces_is_niet_anders(zaak: Path) -> None:
    """Of een stuk het eerste is dat een proces maakt of een later, maakt geen verschil."""
    tests = Path(__file__).parents[1]
    paden = os.pathsep.join([str(tests), *sys.path])
    klaar = subprocess.run(
        [sys.executable, "-c", EERSTE_EN_TWEEDE, str(zaak)],
        env={**os.environ, "PYTHONPATH": paden},
        capture_output=True,
        text=True,
        check=True,
    )
    eerste, tweede = klaar.stdout.splitlines()

    assert eerste == tweede


def test_een_ander_sjabloon_raakt_een_compleet_verslag_niet(klaar: tuple[Path, Path], tmp_path: Path) -> None:
    """Wat is vastgesteld, blijft ook in het verslag zoals het was."""
    zaak, uit = klaar
    eerst = afdrukken(uit / KENMERK / "riv")
    na = riv(zaak, uit, met=ander_formulier(tmp_path))

    assert na.gelukt
    assert afdrukken(uit / KENMERK / "riv") == eerst


@pytest.mark.parametrize(
    ("weg", "code", "wie"),
    [
        (ANALYSE, "RIV-01", ["bedrijfsarts"]),
        (PLAN, "RIV-02", ["werkgever", "werknemer"]),
        (VERSLAG, "RIV-11", ["werkgever"]),
    ],
)
def test_wat_ontbreekt_wordt_genoemd_met_wie_het_heeft(
    zaak: Path, tmp_path: Path, weg: str, code: str, wie: list[str]
) -> None:
    """Er wordt dan niets gemaakt."""
    (zaak / weg).unlink()
    resultaat = riv(zaak, tmp_path / "uit")
    tegen = {
        gebrek.code: [w.value for w in gebrek.wie] for gebrek in resultaat.gebreken if gebrek.houdt_tegen
    }

    assert not resultaat.gelukt
    assert tegen == {code: wie}
    assert afdrukken(tmp_path / "uit") == {}


def test_een_weigering_met_reden_staat_voor_een_handtekening(klaar: tuple[Path, Path]) -> None:
    """Niet getekend houdt het verslag tegen; besproken en geweigerd niet."""
    zaak, uit = klaar
    shutil.rmtree(uit / KENMERK / "riv")
    getekend = "  werknemer: {getekend_op: 2026-02-26, plaats: Heerlen, wijze: met_de_hand}\n"
    vervang(zaak / PLAN, getekend, "")
    vervang(zaak / PLAN, "status: ondertekend", "status: definitief")
    open_ = riv(zaak, uit)
    wie = [[w.value for w in gebrek.wie] for gebrek in open_.gebreken if gebrek.code == "RIV-09"]
    weiger(zaak / PLAN)
    ouder_voorblad = riv(zaak, uit)
    # The cover that was fixed before says who signed.
    vervang(
        zaak / "stukken/re-integratieverslag.yaml",
        "status: definitief",
        "status: definitief\nversie: 2\nwijziging: De weigering is vastgelegd.",
    )
    geweigerd = riv(zaak, uit)

    assert (open_.gelukt, wie) == (False, [["werknemer"]])
    assert (ouder_voorblad.gelukt, fouten(ouder_voorblad)) == (False, ["RIV-20"])
    assert (geweigerd.gelukt, fouten(geweigerd)) == (True, [])
    verwacht = {naam.replace("verslag.pdf", "verslag-v2.pdf") for naam in UWV}
    assert namen(verslagmap(uit)) == {*verwacht, BIJLAGE, "manifest.json"}


def test_een_concept_ligt_apart_en_zegt_het(tmp_path: Path) -> None:
    """Met --toch komt er een concept in riv-concept; het overzicht zegt op elke bladzijde dat het er een is."""
    _, uit = gemaakt(tmp_path, als_concept=True)
    concept = verslagmap(uit, soort="riv-concept")
    voorblad = bladzijden((concept / "00-re-integratieverslag-concept.pdf").read_bytes())

    assert not (uit / KENMERK / "riv").exists()
    assert namen(concept) == {
        "00-re-integratieverslag-concept.pdf",
        "01-probleemanalyse-ondertekend.pdf",
        "03-plan-van-aanpak-ondertekend.pdf",
        BIJLAGE,
        "manifest.json",
    }
    assert [nummer for nummer, tekst in enumerate(voorblad) if "CONCEPT" not in tekst] == []
    assert json.loads((concept / "manifest.json").read_text())["volledig"] is False


def test_een_concept_zonder_verslagbestand(klaar: tuple[Path, Path]) -> None:
    """Wie geen re-integratieverslag.yaml heeft, ziet met --toch wat er komt; een verslag dat er al lag, blijft ernaast liggen."""
    zaak, uit = klaar
    eerst = afdrukken(uit / KENMERK / "riv")
    (zaak / VERSLAG).unlink()
    resultaat = riv(zaak, uit, toch=True)

    assert (resultaat.gelukt, resultaat.is_concept, fouten(resultaat)) == (True, True, ["RIV-19"])
    assert "00-re-integratieverslag-concept.pdf" in namen(verslagmap(uit, soort="riv-concept"))
    assert afdrukken(uit / KENMERK / "riv") == eerst


def test_een_compleet_verslag_vervangt_het_concept(tmp_path: Path) -> None:
    """Na het concept is er alleen het verslag; wat iemand in het concept wijzigde, blijft."""
    zaak, uit = gemaakt(tmp_path, als_concept=True)
    gewijzigd = verslagmap(uit, soort="riv-concept") / "03-plan-van-aanpak-ondertekend.pdf"
    gewijzigd.write_bytes(b"van een ander")
    vervang(zaak / VERSLAG, "status: concept", "status: definitief")

    assert riv(zaak, uit).gelukt
    assert namen(verslagmap(uit)) == {*UWV, BIJLAGE, "manifest.json"}
    assert [pad for pad in (uit / KENMERK / "riv-concept").rglob("*") if pad.is_file()] == [gewijzigd]


def test_een_verslag_blijft_als_er_later_iets_ontbreekt(klaar: tuple[Path, Path]) -> None:
    """Het verslag dat er lag, blijft liggen, en er komt niets naast."""
    zaak, uit = klaar
    eerst = afdrukken(uit)
    (zaak / PLAN).unlink()

    assert not riv(zaak, uit).gelukt
    assert afdrukken(uit) == eerst


def test_een_nieuwe_versie_neemt_de_plaats_van_de_vorige(klaar: tuple[Path, Path]) -> None:
    """In het verslag ligt alleen de versie die geldt, en het overzicht noemt die, of het verslag wordt geweigerd."""
    zaak, uit = klaar
    vervang(
        zaak / PLAN, "status: ondertekend", "status: ondertekend\nversie: 2\nwijziging: Een andere afspraak."
    )
    vervang(zaak / PLAN, "datum: 2026-02-26", "datum: 2026-02-27")
    vervang(zaak / PLAN, "getekend_op: 2026-02-26", "getekend_op: 2026-02-27")
    resultaat = riv(zaak, uit)
    voorblad = pdf_tekst((verslagmap(uit) / "00-re-integratieverslag.pdf").read_bytes())
    plannen = sorted(pad.name for pad in verslagmap(uit).glob("03-*"))

    assert not resultaat.gelukt or plannen == ["03-plan-van-aanpak-v2-ondertekend.pdf"]
    assert not resultaat.gelukt or "Planvanaanpak,27februari2026" in voorblad


def test_het_voorblad_volgt_de_zaak(zaak: Path, tmp_path: Path) -> None:
    """Een concept van het overzicht vertelt hoe de zaak nu is, ook als alleen een ander stuk is veranderd."""
    vervang(zaak / VERSLAG, "status: definitief", "status: concept")
    teksten = []
    for _ in range(2):
        with Uitvoer(tmp_path / "uit").open() as uitvoer:
            maak_zaak(
                laad_map(zaak), Keuze(frozenset({"re-integratieverslag"})), werkplaats(), uitvoer, PEILDATUM
            )
        pad = tmp_path / "uit" / KENMERK / "werknemer" / "00-re-integratieverslag-concept.pdf"
        teksten.append(pdf_tekst(pad.read_bytes()))
        (zaak / PLAN).unlink(missing_ok=True)

    assert "Planvanaanpak,26februari2026" in teksten[0]
    assert "Planvanaanpak,26februari2026" not in teksten[1]
    assert "Hetplanvanaanpakontbreekt." in teksten[1]


def test_een_ander_einde_dan_de_kalender_houdt_het_verslag_tegen(klaar: tuple[Path, Path]) -> None:
    """CAL-35: het vastgestelde overzicht noemt een einde dat na extra verlof niet meer klopt."""
    zaak, uit = klaar
    eerst = afdrukken(uit / KENMERK / "riv")
    vervang(
        zaak / "zaak.yaml",
        "  ziek_uit_dienst:",
        "  verlof:\n    - {van: 2026-03-16, tot_en_met: 2026-03-20}\n  ziek_uit_dienst:",
    )
    resultaat = riv(zaak, uit)

    assert not resultaat.gelukt
    assert "CAL-35" in codes(resultaat)
    assert afdrukken(uit / KENMERK / "riv") == eerst


def test_bij_herstel_hoort_er_geen_verslag(zaak: Path, tmp_path: Path) -> None:
    """Wie voor het einde van het contract beter is, heeft geen verslag; dat is geen fout."""
    vervang(zaak / "zaak.yaml", "- van: 2026-01-05", "- {van: 2026-01-05, tot_en_met: 2026-01-30}")
    vervang(zaak / "zaak.yaml", "  ziek_uit_dienst: {herstel_verwacht: ja, verslag: verkort}\n", "")
    for pad in (zaak / "stukken").iterdir():
        pad.unlink()
    resultaat = riv(zaak, tmp_path / "uit")

    assert resultaat.gelukt
    assert resultaat.niet_nodig
    assert afdrukken(tmp_path / "uit") == {}


def test_het_origineel_komt_in_beide_mappen(klaar: tuple[Path, Path]) -> None:
    """De scan van het getekende plan vervangt ons eigen bestand, onder dezelfde naam; het Word-bestand van het plan komt niet mee."""
    zaak, uit = klaar
    scan = pdf(["Scan van het plan"])
    (zaak / "bijlagen/plan-van-aanpak.pdf").write_bytes(scan)
    resultaat = riv(zaak, uit)
    manifest = json.loads((verslagmap(uit) / "manifest.json").read_text())
    herkomst = {regel["bestand"]: regel["herkomst"] for regel in manifest["bestanden"]}

    assert resultaat.gelukt
    for lezer in ("uwv", "werknemer"):
        assert (verslagmap(uit, lezer) / "03-plan-van-aanpak-ondertekend.pdf").read_bytes() == scan
    assert (uit / KENMERK / "uwv/03-plan-van-aanpak-ondertekend.pdf").read_bytes() != scan
    assert {naam for naam, soort in herkomst.items() if soort == "bijlage"} == {
        "03-plan-van-aanpak-ondertekend.pdf",
        BIJLAGE,
    }
    assert "Scanvanhetplan" in pdf_tekst((verslagmap(uit, "werknemer") / "leesexemplaar.pdf").read_bytes())


def test_het_leesexemplaar_kan_worden_voorgelezen(klaar: tuple[Path, Path]) -> None:
    """De structuur van elk deel is meegekomen, op volgorde; ook als er een scan zonder structuur tussen zit."""
    zaak, uit = klaar
    (zaak / "bijlagen/probleemanalyse.pdf").write_bytes(pdf(["Scan"]))
    riv(zaak, uit)
    map_ = verslagmap(uit, "werknemer")
    delen = [map_ / naam for naam in sorted(namen(map_)) if naam.endswith(".pdf") and naam[0].isdigit()]
    verwacht: list[tuple[str, int, int]] = []
    begin = 0
    for pad in delen:
        aantal, merken = gemerkt(pad.read_bytes())
        verwacht += [(soort, begin + blad, nummer) for soort, blad, nummer in merken]
        begin += aantal

    assert len(verwacht) > 100
    assert gemerkt((map_ / "leesexemplaar.pdf").read_bytes()) == (begin, verwacht)


def gemerkt(inhoud: bytes) -> tuple[int, list[tuple[str, int, int]]]:
    """Number of pages, and each marked piece in the order of reading: kind of element, page, number on that page.

    Each piece must be found the other way round too: from its page, through the parent tree.
    """
    with pikepdf.open(io.BytesIO(inhoud)) as document:
        wortel = document.Root.get("/StructTreeRoot")
        if wortel is None:
            return len(document.pages), []
        bladen: dict[Any, int] = {blad.objgen: nr for nr, blad in enumerate(document.pages)}
        ouders = pikepdf.NumberTree(wortel.ParentTree)
        gevonden: list[tuple[str, int, int]] = []
        te_doen = [(deel, wortel) for deel in reversed(_kinderen(wortel))]
        while te_doen:
            deel, ouder = te_doen.pop()
            if isinstance(deel, int):
                blad = bladen[ouder.Pg.objgen]
                assert ouders[int(document.pages[blad].obj.StructParents)][deel].objgen == ouder.objgen
                gevonden.append((str(ouder.S), blad, deel))
            else:
                te_doen += [(kind, deel) for kind in reversed(_kinderen(deel))]
        return len(bladen), gevonden


def _kinderen(element: pikepdf.Object) -> list[Any]:
    onder: Any = element.get("/K", [])
    return list(onder) if isinstance(onder, pikepdf.Array | list) else [onder]


def test_een_fout_van_de_controle_houdt_een_volledig_verslag_tegen(klaar: tuple[Path, Path]) -> None:
    """Ook een die geen stuk tegenhoudt, tot zij is opgelost of aanvaard; het concept zegt wat er nog moet."""
    zaak, uit = klaar
    vervang(zaak / "zaak.yaml", "verslag: verkort", "verslag: volledig")
    eerst = afdrukken(uit)
    geweigerd = riv(zaak, uit)
    concept = riv(zaak, uit, toch=True)
    blad = pdf_tekst(
        (verslagmap(uit, soort="riv-concept") / "00-re-integratieverslag-concept.pdf").read_bytes()
    )

    assert (geweigerd.gelukt, fouten(geweigerd)) == (False, ["CAL-32"])
    assert [(g.code, g.wat) for g in geweigerd.gebreken if g.houdt_tegen] == [
        ("CAL-32", "Bij de controle zijn fouten gevonden: CAL-32.")
    ]
    assert (concept.gelukt, concept.is_concept) == (True, True)
    assert "Ditverslagisnognietcompleet" in blad
    assert "Bijdecontrolezijnfoutengevonden:CAL-32." in blad
    assert {pad: een for pad, een in afdrukken(uit).items() if pad in eerst and "riv/" in pad} == {
        pad: een for pad, een in eerst.items() if "riv/" in pad
    }


def test_een_ouder_voorblad_wordt_met_toch_een_concept(klaar: tuple[Path, Path]) -> None:
    """RIV-20 houdt het verslag tegen, niet het concept: daarop staat wat er nu is."""
    zaak, uit = klaar
    (zaak / "bijlagen/eindrapportage.pdf").write_bytes(pdf(["Einde"]))

    geweigerd = riv(zaak, uit)

    assert (geweigerd.gelukt, geweigerd.kan_als_concept) == (False, True)
    assert [gebrek.code for gebrek in geweigerd.gebreken if gebrek.houdt_tegen] == ["RIV-20"]
    assert riv(zaak, uit, toch=True).is_concept
    map_ = verslagmap(uit, soort="riv-concept")
    blad = pdf_tekst((map_ / "00-re-integratieverslag-concept.pdf").read_bytes())
    assert "CONCEPT" in blad
    assert "Alsbijlagegaatmee:eindrapportage;rapport." in blad
    assert "Bijdecontrolezijnfoutengevonden:RIV-20." in blad
