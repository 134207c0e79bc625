"""Toepassen schrijft alleen wat veranderde, alleen als de zaak er niet slechter van wordt, en alles of niets."""

import difflib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossiergen.dossier.inlezen import Toepassing, Voorstel, lees_in, pas_toe
from dossiergen.dossier.schijf import schrijf_heel
from dossiergen.errors import BestandFout
from dossierhulp import CASES, vervang
from woordhulp import (
    PEILDATUM,
    SJABLONEN,
    Knoop,
    W,
    bewerk,
    control,
    leg_neer,
    sleutel,
    typ,
    werkplaats,
    woord,
    xml,
)

PLAN = "plan-van-aanpak"
BESTAND = "stukken/plan-van-aanpak.yaml"
WAT = "activiteiten.0.wat"
ROOSTER = "dienstverband.werkrooster"

Terug = Callable[..., Voorstel]


@pytest.fixture(name="cases")
def _cases(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(CASES / "organisaties.yaml", tmp_path / "cases")
    for kenmerk in ("2025-0231", "2026-0103"):
        shutil.copytree(CASES / kenmerk, tmp_path / "cases" / kenmerk)
    return tmp_path / "cases"


@pytest.fixture(name="zaak")
def _zaak(cases: Path) -> Path:
    return cases / "2025-0231"


@pytest.fixture(name="terug")
def _terug(zaak: Path, tmp_path: Path) -> Terug:
    def terug(wijzig: dict[str, str], naam: str = PLAN, map_: Path = zaak) -> Voorstel:
        docx = woord(map_, naam)
        stappen = [typ(sleutel(docx, pad), nieuw) for pad, nieuw in wijzig.items()]
        return lees_in(leg_neer(tmp_path, bewerk(docx, *stappen)), [map_], werkplaats(), PEILDATUM)

    return terug


def toegepast(voorstel: Voorstel) -> Toepassing:
    return pas_toe(voorstel, SJABLONEN, PEILDATUM)


def inhoud_van(map_: Path) -> dict[str, bytes]:
    return {
        pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()
    }


def verschil(oud: bytes, nieuw: bytes) -> list[str]:
    regels = difflib.unified_diff(oud.decode().splitlines(), nieuw.decode().splitlines(), n=0, lineterm="")
    return [regel for regel in regels if regel[:1] in "+-" and regel[:3] not in {"+++", "---"}]


def test_alleen_de_regels_van_de_velden_veranderen(terug: Terug, zaak: Path) -> None:
    """In twee bestanden tegelijk; niets anders in de map, en geen rest van het schrijven."""
    eerder = inhoud_van(zaak)
    uitkomst = toegepast(terug({WAT: "Taken kiezen", ROOSTER: "maandag"}))
    later = inhoud_van(zaak)
    assert set(uitkomst.geschreven) == {zaak / BESTAND, zaak / "zaak.yaml"}
    assert later.keys() == eerder.keys()
    assert [naam for naam in eerder if eerder[naam] != later[naam]] == [BESTAND, "zaak.yaml"]
    assert verschil(eerder[BESTAND], later[BESTAND]) == [
        "-  - wat: Afgebakende taken kiezen uit het beleidsplan bomen",
        "+  - wat: Taken kiezen",
    ]
    assert verschil(eerder["zaak.yaml"], later["zaak.yaml"]) == [
        "-  werkrooster: maandag, dinsdag, donderdag en vrijdagochtend",
        "+  werkrooster: maandag",
    ]
    assert not [pad for pad in zaak.iterdir() if pad.name.startswith(".")]


def test_regeleinden_bom_rechten_en_koppelingen_blijven(terug: Terug, zaak: Path, tmp_path: Path) -> None:
    echt = tmp_path / "elders.yaml"
    ruw = b"\xef\xbb\xbf" + (zaak / BESTAND).read_bytes().replace(b"\n", b"\r\n")
    echt.write_bytes(ruw)
    echt.chmod(0o640)
    (zaak / BESTAND).unlink()
    (zaak / BESTAND).symlink_to(echt)
    toegepast(terug({WAT: "Taken kiezen"}))
    assert (zaak / BESTAND).is_symlink()
    assert echt.stat().st_mode & 0o777 == 0o640
    oud = b"Afgebakende taken kiezen uit het beleidsplan bomen"
    assert echt.read_bytes() == ruw.replace(oud, b"Taken kiezen")


def test_een_nieuwe_fout_houdt_alles_tegen(terug: Terug, zaak: Path) -> None:
    """Dezelfde controle als elke zaak; de bevinding staat bij de regel van het bestand zoals het is."""
    eerder = inhoud_van(zaak)
    voorstel = terug(
        {"visie_werkgever": "De werknemer heeft een burn-out en slikt medicijnen.", ROOSTER: "maandag"}
    )
    uitkomst = toegepast(voorstel)
    assert uitkomst.geschreven == ()
    assert inhoud_van(zaak) == eerder
    assert [(een.code, een.plaats.bestand, een.plaats.regel) for een in uitkomst.findings] == [
        ("PRV-01", str(zaak / BESTAND), 22),
        ("INL-16", str(zaak), 0),
    ]


def test_een_fout_die_er_al_was_houdt_niets_tegen(terug: Terug, zaak: Path) -> None:
    vervang(zaak / BESTAND, "datum: 2025-10-16", "datum: 2026-01-01")
    assert toegepast(terug({WAT: "Taken kiezen"})) == Toepassing((zaak / BESTAND,))


def test_een_nieuwe_waarschuwing_wordt_getoond(terug: Terug, zaak: Path) -> None:
    """Wat een mens moet beoordelen, is te zien voordat iemand het stuk verstuurt."""
    uitkomst = toegepast(terug({"opbouwschema.0.uren_per_week": "60"}))
    assert [(een.code, een.plaats.regel) for een in uitkomst.findings] == [("PVA-08", 21)]
    assert uitkomst.geschreven == (zaak / BESTAND,)


def test_een_bestand_dat_intussen_veranderde_wordt_niet_overschreven(terug: Terug, zaak: Path) -> None:
    voorstel = terug({WAT: "Taken kiezen", ROOSTER: "maandag"})
    vervang(zaak / BESTAND, "Wennen aan", "Wennen nu aan")
    eerder = inhoud_van(zaak)
    uitkomst = toegepast(voorstel)
    assert [(een.code, een.plaats.bestand) for een in uitkomst.findings] == [("INL-14", str(zaak / BESTAND))]
    assert inhoud_van(zaak) == eerder


def test_als_het_tweede_bestand_niet_lukt_komt_het_eerste_terug(
    terug: Terug, zaak: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voorstel = terug({WAT: "Taken kiezen", ROOSTER: "maandag"})
    eerder = inhoud_van(zaak)
    keren = []

    def vol_bij_de_tweede(pad: Path, inhoud: bytes, tussen: Path) -> None:
        keren.append(pad)
        if len(keren) == 2:
            raise OSError(28, "vol")
        schrijf_heel(pad, inhoud, tussen)

    monkeypatch.setattr("dossiergen.dossier.wijzigen.schrijf_heel", vol_bij_de_tweede)
    with pytest.raises(BestandFout):
        toegepast(voorstel)
    assert len(keren) == 3
    assert inhoud_van(zaak) == eerder
    assert not [pad for pad in zaak.iterdir() if pad.name.startswith(".")]


def test_een_stuk_van_de_bedrijfsarts_schrijft_alleen_in_zijn_eigen_bestand(
    terug: Terug, cases: Path
) -> None:
    """Een veld van de open zaak dat erin staat, verandert niet vanuit een vertrouwelijk stuk."""
    map_ = cases / "2026-0103"
    naam = "second-opinion-aanvraag"
    geboren = terug({"werknemer.geboortedatum": "1 januari 1990"}, naam, map_)
    assert "INL-09" in {een.code for een in geboren.findings}
    assert not geboren.kan
    assert toegepast(geboren) == Toepassing()


def test_een_feit_in_een_lijst_komt_in_bedrijfsarts_yaml(cases: Path, tmp_path: Path) -> None:
    """Elk punt voor zich; een punt erbij is een bevinding, want welk het nieuwe is, zegt Word niet."""
    map_ = Path(shutil.copytree(CASES / "2026-0112", cases / "2026-0112"))
    bestand = map_ / "bedrijfsarts.yaml"
    voor, afwijzing = bestand.read_text("utf-8").split("afwijzing:", 1)
    bestand.write_text(
        f"{voor}afwijzing:{re.sub('status: [a-z]+', 'status: concept', afwijzing, count=1)}", "utf-8"
    )
    eerder = bestand.read_bytes()
    docx = woord(map_, "second-opinion-afwijzing")
    naam = sleutel(docx, "second_opinions.0.afwijzing.gronden.0.feiten")

    def laatste(wortel: Knoop) -> Knoop:
        return list(control(wortel, naam).iter(f"{{{W}}}p"))[-1]

    def ander_feit(wortel: Knoop) -> None:
        list(laatste(wortel).iter(f"{{{W}}}t"))[-1].text = "Een ander feit."

    erbij = bewerk(
        docx, lambda wortel: laatste(wortel).addnext(xml("<w:p><w:r><w:t>Nog een.</w:t></w:r></w:p>")[0])
    )
    geweigerd = lees_in(leg_neer(tmp_path, erbij), [map_], werkplaats(), PEILDATUM)
    assert [een.code for een in geweigerd.findings] == ["INL-08"]
    voorstel = lees_in(leg_neer(tmp_path, bewerk(docx, ander_feit)), [map_], werkplaats(), PEILDATUM)
    uitkomst = toegepast(voorstel)
    assert uitkomst.geschreven == (bestand,)
    assert [(een.code, een.plaats.regel) for een in uitkomst.findings] == [("SO-11", 30)]
    assert verschil(eerder, bestand.read_bytes())[1] == "+            - Een ander feit."


def test_een_opmerking_in_het_bestand_blijft(terug: Terug, zaak: Path) -> None:
    vervang(zaak / BESTAND, "status: concept", "status: concept  # nog")
    voorstel = terug({WAT: "Taken kiezen"})
    assert toegepast(voorstel).geschreven == (zaak / BESTAND,)
    assert "status: concept  # nog" in (zaak / BESTAND).read_text("utf-8")


def test_geen_bevinding_noemt_wat_er_stond(terug: Terug) -> None:
    voorstel = terug({WAT: "Jansen", "activiteiten.0.start": "Jansen", "activiteiten.0.wie": "Jansen"})
    tekst = " ".join(een.melding + een.oplossing + een.pad + een.voorstel for een in voorstel.findings)
    assert len(voorstel.findings) == 2
    assert "Jansen" not in tekst
