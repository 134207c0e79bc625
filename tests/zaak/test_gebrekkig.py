"""Each kind of mistake gives exactly the findings that its example names, and nothing else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossiergen.finding import Finding
from dossiergen.zaak import laad_organisaties, laad_zaak
from gebreken import GEBREKKIG, GOED, KENMERK, TOCH_GOED, Gebrek, bevindingen, goede_map

ZAAK = (GOED / KENMERK / "zaak.yaml").read_bytes()


def kort(findings: tuple[Finding, ...], map_: Path) -> list[tuple[str, int, int, str]]:
    """File below the folder of cases, line, column, code."""
    return sorted(
        (str(Path(f.plaats.bestand).relative_to(map_)), f.plaats.regel, f.plaats.kolom, f.code)
        for f in findings
    )


def test_de_goede_zaak_is_goed() -> None:
    """Without it, no example would show only its own mistake."""
    geladen = laad_zaak(GOED / KENMERK, laad_organisaties(GOED / "organisaties.yaml"))
    assert bevindingen(GOED) == ()
    assert geladen.zaak is not None
    assert [stuk.naam for stuk in geladen.zaak.stukken] == ["plan-van-aanpak", "probleemanalyse"]


@pytest.mark.parametrize("gebrek", GEBREKKIG, ids=lambda gebrek: gebrek.naam)
def test_elke_fout_wordt_op_haar_plaats_gevonden(gebrek: Gebrek, tmp_path: Path) -> None:
    """All findings together are those that the comments in the file name."""
    bestand = gebrek.leg_in(tmp_path)
    assert gebrek.verwacht
    assert kort(bevindingen(bestand_map(bestand)), bestand_map(bestand)) == [
        (gebrek.pad, *verwacht) for verwacht in gebrek.verwacht
    ]


def bestand_map(bestand: Path) -> Path:
    return next(map_ for map_ in bestand.parents if map_.name == "cases")


@pytest.mark.parametrize("bestand", TOCH_GOED, ids=lambda bestand: bestand.naam)
def test_wat_vreemd_lijkt_kan_goed_zijn(bestand: Gebrek, tmp_path: Path) -> None:
    """A BOM, Windows line ends, quotes around a date: no reason to bother anybody."""
    assert bevindingen(bestand_map(bestand.leg_in(tmp_path))) == ()


def diep(niveaus: int) -> bytes:
    return b"a: " + b"{a: " * niveaus + b"1" + b"}" * niveaus


def trap(niveaus: int) -> bytes:
    return b"".join(b" " * niveau + b"a:\n" for niveau in range(niveaus))


# What cannot carry a comment: the bytes of a zaak.yaml, and the finding.
BYTES: dict[str, tuple[bytes, tuple[int, int, str]]] = {
    "leeg": (b"", (0, 0, "YML-10")),
    "alleen-commentaar": (b"# nog in te vullen\n", (0, 0, "YML-10")),
    "alleen-streepjes": (b"---\n", (0, 0, "YML-10")),
    "alleen-een-bom": (b"\xef\xbb\xbf", (0, 0, "YML-10")),
    "utf-16": (ZAAK.decode().encode("utf-16"), (1, 1, "YML-09")),
    "utf-16-zonder-bom": (ZAAK.decode().encode("utf-16-le"), (1, 1, "YML-09")),
    "afgebroken-teken": (ZAAK + b"# deel\xc3", (37, 7, "YML-09")),
    "bom-en-verkeerd-teken": (b"\xef\xbb\xbf# \xc3\xa9\xc3\xa9\n\xff", (2, 1, "YML-09")),
    "nul-tekens": (ZAAK + b"\x00" * 10, (37, 1, "YML-06")),
    "vijf-mb": (b"a: " + b"x" * 5_000_000, (0, 0, "YML-07")),
    "diepte-200": (diep(200), (1, 129, "YML-08")),
    "trap-van-200": (trap(200), (33, 33, "YML-08")),
    "duizenden-velden": (b"".join(b"a%d: 1\n" % nr for nr in range(30_000)), (10_000, 8, "YML-08")),
    # A megabyte on one line, or one mistake with a megabyte behind it, takes no longer than reading it.
    "megabyte-aan-tabs": (b"a:\n" + b"\t" * 990_000 + b"b: c", (2, 1, "YML-11")),
    "aanhalingsteken-ver-weg": (b'a: "b\n' + b"c: d\n" * 190_000 + b'e: "f"\n', (1, 4, "YML-01")),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", (2, 2, "YML-09")),
    "word": (b"PK\x03\x04\x14\x00\x06\x00", (1, 3, "YML-06")),
}


@pytest.mark.parametrize("naam", BYTES)
def test_elke_reeks_bytes_geeft_een_nette_fout(naam: str, tmp_path: Path) -> None:
    """Files that no editor would make, or that are no text at all."""
    ruw, verwacht = BYTES[naam]
    map_ = goede_map(tmp_path)
    (map_ / KENMERK / "zaak.yaml").write_bytes(ruw)
    assert kort(bevindingen(map_), map_) == [(f"{KENMERK}/zaak.yaml", *verwacht)]


def vervang(naam: str, ruw: bytes | None = None) -> Callable[[Path], None]:
    """A file in place of what has this name; a folder where there are no bytes."""

    def doe(map_: Path) -> None:
        doel = map_ / naam
        if doel.is_dir():
            shutil.rmtree(doel)
        else:
            doel.unlink(missing_ok=True)
        doel.parent.mkdir(parents=True, exist_ok=True)
        if ruw is None:
            doel.mkdir()
        else:
            doel.write_bytes(ruw)

    return doe


def hernoem(oud: str, nieuw: str) -> Callable[[Path], None]:
    def doe(map_: Path) -> None:
        (map_ / nieuw).parent.mkdir(parents=True, exist_ok=True)
        (map_ / oud).rename(map_ / nieuw)

    return doe


def kopieer(oud: str, nieuw: str) -> Callable[[Path], None]:
    def doe(map_: Path) -> None:
        (map_ / nieuw).write_bytes((map_ / oud).read_bytes())

    return doe


def verwijs(naam: str, naar: str) -> Callable[[Path], None]:
    """A link in place of a file."""

    def doe(map_: Path) -> None:
        (map_ / naam).unlink(missing_ok=True)
        (map_ / naam).symlink_to(naar)

    return doe


def verwijder(naam: str) -> Callable[[Path], None]:
    return lambda map_: (map_ / naam).unlink()


def zelfverwijzing(map_: Path) -> None:
    shutil.rmtree(map_ / KENMERK)
    (map_ / KENMERK).symlink_to(KENMERK)


PVA = f"{KENMERK}/stukken/plan-van-aanpak.yaml"
PA = f"{KENMERK}/stukken/probleemanalyse.yaml"
STUKKEN = f"{KENMERK}/stukken"
# What somebody did to the folders, what is found (file, code), and a piece of the way out.
MAPPEN: dict[str, tuple[Callable[[Path], None], list[tuple[str, str]], str]] = {
    "zaakmap-ontbreekt": (hernoem(KENMERK, "2026-0011"), [(KENMERK, "BST-01")], "2026-0011?"),
    "zaakmap-is-een-bestand": (vervang(KENMERK, b"x"), [(KENMERK, "BST-01")], "Controleer de naam"),
    "zaakmap-verwijst-naar-zichzelf": (
        zelfverwijzing,
        [(KENMERK, "BST-01")],
        "Controleer de naam",
    ),
    "zaak-ontbreekt": (
        verwijder(f"{KENMERK}/zaak.yaml"),
        [(f"{KENMERK}/zaak.yaml", "BST-01")],
        "Maak het bestand",
    ),
    "zaak-heet-yml": (
        hernoem(f"{KENMERK}/zaak.yaml", f"{KENMERK}/zaak.yml"),
        [(f"{KENMERK}/zaak.yaml", "BST-01")],
        "Bedoelt u zaak.yml?",
    ),
    "zaak-dubbel": (
        kopieer(f"{KENMERK}/zaak.yaml", f"{KENMERK}/zaak.yml"),
        [(f"{KENMERK}/zaak.yml", "BST-03")],
        "Noem het bestand `zaak.yaml`",
    ),
    "zaak-is-een-map": (
        vervang(f"{KENMERK}/zaak.yaml"),
        [(f"{KENMERK}/zaak.yaml", "BST-04")],
        "een gewoon bestand",
    ),
    "zaak-verwijst-naar-zichzelf": (
        verwijs(f"{KENMERK}/zaak.yaml", "zaak.yaml"),
        [(f"{KENMERK}/zaak.yaml", "BST-04")],
        "een gewoon bestand",
    ),
    "zaak-is-een-apparaat": (
        verwijs(f"{KENMERK}/zaak.yaml", "/dev/zero"),
        [(f"{KENMERK}/zaak.yaml", "BST-04")],
        "een gewoon bestand",
    ),
    "organisaties-ontbreekt": (
        hernoem("organisaties.yaml", "organisatie.yaml"),
        [("organisaties.yaml", "BST-01")],
        "Bedoelt u organisatie.yaml?",
    ),
    "bedrijfsarts-heet-anders": (
        hernoem(f"{KENMERK}/bedrijfsarts.yaml", f"{KENMERK}/Bedrijfsarts.yml"),
        [(f"{KENMERK}/Bedrijfsarts.yml", "BST-03")],
        "Noem het bestand `bedrijfsarts.yaml`",
    ),
    "bedrijfsarts-verwijst-nergens-heen": (
        verwijs(f"{KENMERK}/bedrijfsarts.yaml", "weg.yaml"),
        [(f"{KENMERK}/bedrijfsarts.yaml", "BST-01")],
        "Controleer de naam",
    ),
    "stukken-is-een-bestand": (vervang(STUKKEN, b"x"), [(STUKKEN, "BST-04")], "maak een map"),
    "stukken-met-hoofdletter": (
        hernoem(STUKKEN, f"{KENMERK}/Stukken"),
        [(f"{KENMERK}/Stukken", "BST-03")],
        "Noem de map `stukken`",
    ),
    "stuk-buiten-stukken": (
        hernoem(PVA, f"{KENMERK}/plan-van-aanpak.yaml"),
        [(f"{KENMERK}/plan-van-aanpak.yaml", "BST-03")],
        "in de map `stukken`",
    ),
    "stuk-met-laag-streepje": (
        hernoem(PVA, f"{STUKKEN}/Plan_van_aanpak.yaml"),
        [(f"{STUKKEN}/Plan_van_aanpak.yaml", "BST-03")],
        "Bedoelt u plan-van-aanpak.yaml?",
    ),
    "stuk-onbekend": (
        hernoem(PVA, f"{STUKKEN}/gespreksverslag.yaml"),
        [(f"{STUKKEN}/gespreksverslag.yaml", "BST-03")],
        "Mogelijk zijn: probleemanalyse.yaml",
    ),
    "stuk-is-word": (
        vervang(f"{STUKKEN}/verslag.docx", b"PK"),
        [(f"{STUKKEN}/verslag.docx", "BST-03")],
        "Mogelijk zijn",
    ),
    "stuk-met-nummer-te-veel": (
        hernoem(PVA, f"{STUKKEN}/plan-van-aanpak-01.yaml"),
        [(f"{STUKKEN}/plan-van-aanpak-01.yaml", "BST-03")],
        "maar één: plan-van-aanpak.yaml",
    ),
    "stuk-zonder-nummer": (
        hernoem(PVA, f"{STUKKEN}/bijstelling-plan-van-aanpak.yaml"),
        [(f"{STUKKEN}/bijstelling-plan-van-aanpak.yaml", "BST-03")],
        "bijstelling-plan-van-aanpak-01.yaml",
    ),
    "stuk-met-nummer-nul": (
        hernoem(PVA, f"{STUKKEN}/bijstelling-plan-van-aanpak-00.yaml"),
        [(f"{STUKKEN}/bijstelling-plan-van-aanpak-00.yaml", "BST-03")],
        "vanaf 01",
    ),
    "map-in-stukken": (vervang(f"{STUKKEN}/oud"), [(f"{STUKKEN}/oud", "BST-03")], "Mogelijk zijn"),
    "stuk-is-een-map": (vervang(PA), [(PA, "BST-04")], "een gewoon bestand"),
    "stuk-verwijst-nergens-heen": (verwijs(PA, "weg.yaml"), [(PA, "BST-01")], "Controleer de naam"),
    "los-bestand": (
        vervang(f"{KENMERK}/aantekeningen.yaml", b"a: b"),
        [(f"{KENMERK}/aantekeningen.yaml", "BST-03")],
        "Haal dit bestand weg",
    ),
}


@pytest.mark.parametrize("naam", MAPPEN)
def test_een_map_die_niet_klopt_zegt_wat_er_moet(naam: str, tmp_path: Path) -> None:
    """Names of files and folders are as much part of a case as what is in them."""
    verbouw, verwacht, uitweg = MAPPEN[naam]
    map_ = goede_map(tmp_path)
    verbouw(map_)
    findings = bevindingen(map_)
    assert kort(findings, map_) == [(bestand, 0, 0, code) for bestand, code in verwacht]
    assert uitweg in findings[0].oplossing


@pytest.mark.parametrize("naam", ["a" * 300, "nul\x00teken", "\x1b[31mrood", "regel\neinde"])
def test_een_onmogelijke_mapnaam_is_een_gewone_fout(naam: str, tmp_path: Path) -> None:
    """Names that the system refuses, or that would colour a terminal."""
    map_ = goede_map(tmp_path)
    geladen = laad_zaak(map_ / naam, laad_organisaties(map_ / "organisaties.yaml"))
    assert [finding.code for finding in geladen.findings] == ["BST-01"]
    assert geladen.findings[0].plaats.bestand.isprintable()


def test_een_bestandsnaam_die_geen_tekst_is_kan_worden_getoond(tmp_path: Path) -> None:
    """Names on disk are bytes, findings are text."""
    map_ = goede_map(tmp_path)
    (map_ / STUKKEN / "stuk\udce9.yaml").write_bytes(b"")
    (finding,) = bevindingen(map_)
    assert finding.code == "BST-03"
    assert finding.plaats.bestand.encode("utf-8")


def test_verborgen_bestanden_tellen_niet(tmp_path: Path) -> None:
    """Editors and systems leave their own files in every folder."""
    map_ = goede_map(tmp_path)
    (map_ / STUKKEN / ".plan-van-aanpak.yaml.swp").write_bytes(b"\x00")
    (map_ / KENMERK / "leesmij.txt").write_bytes(b"\x00")
    assert bevindingen(map_) == ()


def test_meer_fouten_komen_samen_op_volgorde_van_plaats(tmp_path: Path) -> None:
    """A person mends a file once, not once a mistake."""
    tekst = (
        ZAAK.decode().replace("999990019", "123456789").replace("uren_per_week: 36", "uren_per_week: veel")
    )
    tekst = tekst.replace("arbodienst: arbo-noord", "arbodienst: arbo-noord\narbodienst: arbo-zuid")
    map_ = goede_map(tmp_path)
    (map_ / KENMERK / "zaak.yaml").write_text(tekst, encoding="utf-8")
    (map_ / PVA).write_bytes(b"")
    assert [(code, regel) for _, regel, _, code in kort(bevindingen(map_), map_)] == [
        ("YML-10", 0),
        ("YML-02", 4),
        ("ID-02", 10),
        ("SCH-04", 18),
    ]
