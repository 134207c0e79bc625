"""What somebody may put in `bijlagen`, and what of it goes along in the verslag."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossiergen.dossier.bijlagen import lees_bijlagen
from dossiergen.dossier.nazien import Bestand, Geheim, zie_na
from dossiergen.dossier.pdfbestand import Boekdeel, bezwaar, paginas, samengevoegd
from dossierhulp import laad_map, vervang
from verslaghulp import (
    CASES,
    KENMERK,
    RAPPORT,
    VERSLAG,
    afdrukken,
    codes,
    fouten,
    gemaakt,
    kleine_zaak,
    namen,
    pdf,
    pdf_tekst,
    riv,
)

GOED = pdf(["Een rapport"], ["Tweede blad"])
GESLOTEN = pikepdf.Encryption(owner="a", user="b")
ALLEEN_EIGENAAR = pikepdf.Encryption(owner="a", user="")
Bewerking = Callable[[pikepdf.Pdf], None]


@pytest.fixture(name="klaar")
def _klaar(tmp_path: Path) -> tuple[Path, Path]:
    """A case with one annex, and the output with its verslag."""
    zaak, uit = gemaakt(tmp_path)
    return zaak, uit


def verslag(uit: Path) -> dict[str, str]:
    """What lies in the folders of the verslag, the employee's own included."""
    return {pad: afdruk for pad, afdruk in afdrukken(uit / KENMERK).items() if "riv/" in pad}


def test_een_bijlage_gaat_mee_onder_haar_eigen_naam(klaar: tuple[Path, Path]) -> None:
    """UWV en de werknemer krijgen haar, en verandert zij, dan komt de nieuwe; het voorblad noemt haar naam."""
    zaak, uit = klaar
    (zaak / RAPPORT).write_bytes(GOED)

    assert riv(zaak, uit).gelukt
    for lezer in ("riv/uwv", "riv/werknemer", "vertrouwelijk/riv/werknemer"):
        assert (uit / KENMERK / lezer / "30-bijlage-rapport.pdf").read_bytes() == GOED
    voorblad = (uit / KENMERK / "riv/uwv/00-re-integratieverslag.pdf").read_bytes()
    assert "Alsbijlagegaatmee:rapport." in pdf_tekst(voorblad)


def bijlage_erbij(zaak: Path) -> None:
    (zaak / "bijlagen/eindrapportage.pdf").write_bytes(GOED)


def bijlage_weg(zaak: Path) -> None:
    (zaak / RAPPORT).unlink()


@pytest.mark.parametrize("daarna", [bijlage_erbij, bijlage_weg])
def test_andere_bijlagen_vragen_een_nieuw_voorblad(
    klaar: tuple[Path, Path], daarna: Callable[[Path], None]
) -> None:
    """RIV-20: het voorblad dat vaststaat, noemt andere; met een nieuwe versie komt het verslag er."""
    zaak, uit = klaar
    eerst = verslag(uit)
    daarna(zaak)

    assert fouten(riv(zaak, uit)) == ["RIV-20"]
    assert verslag(uit) == eerst
    vervang(zaak / VERSLAG, "status: definitief", "status: definitief\nversie: 2\nwijziging: De bijlagen.")
    assert riv(zaak, uit).gelukt
    assert {n for n in namen(uit / KENMERK / "riv/uwv") if n.startswith("30-")} == {
        f"30-bijlage-{pad.name}" for pad in (zaak / "bijlagen").iterdir()
    }


@pytest.mark.parametrize(
    ("naam", "code"),
    [
        ("medische-informatie.pdf", "PRV-05"),
        ("Medische Info.PDF", "PRV-05"),
        ("brief_huisarts.pdf", "PRV-05"),
        ("diagnose.txt", "PRV-05"),
        ("medisch", "PRV-05"),
        ("second-opinion.pdf", "PRV-11"),
        ("Second Opinion advies.docx", "PRV-11"),
        ("so-advies.pdf", "PRV-11"),
    ],
)
def test_wat_medisch_heet_houdt_alles_tegen(klaar: tuple[Path, Path], naam: str, code: str) -> None:
    """Ook een concept wordt dan niet gemaakt, en wat er lag, blijft."""
    zaak, uit = klaar
    eerst = afdrukken(uit)
    (zaak / "bijlagen" / naam).write_bytes(GOED)
    gewoon, toch = riv(zaak, uit), riv(zaak, uit, toch=True)

    assert (gewoon.gelukt, toch.gelukt) == (False, False)
    assert {code} <= codes(gewoon) & codes(toch)
    assert afdrukken(uit) == eerst


@pytest.mark.parametrize(
    "naam",
    [
        "AD-rapport.pdf",
        "rapport.PDF",
        "ad rapport.pdf",
        "rapport.docx",
        "rap\nport.pdf",
        "rapport\udcff.pdf",
        "rapport\u202efdp.pdf",
        "-rapport.pdf",
        "\N{DIVISION SLASH}etc\N{DIVISION SLASH}rapport.pdf",
        "eindevaluatie.pdf",
        "bijstelling-plan-van-aanpak-01.pdf",
        "plan-van-aanpak-v2.pdf",
    ],
)
def test_wat_niet_mee_kan_wordt_genoemd(klaar: tuple[Path, Path], naam: str) -> None:
    """Een vreemde naam, een stuk dat de zaak niet heeft, of een andere versie: het verslag wacht, en het oude blijft."""
    zaak, uit = klaar
    eerst = verslag(uit)
    (zaak / "bijlagen" / naam).write_bytes(GOED)
    resultaat = riv(zaak, uit)
    meldingen = [f for f in resultaat.findings if f.code == "RIV-18"]

    assert not resultaat.gelukt
    assert [(f.is_fout, f.plaats.bestand.isprintable(), bool(f.oplossing)) for f in meldingen] == [
        (True, True, True)
    ]
    assert verslag(uit) == eerst


def naar_buiten(pad: Path) -> None:
    buiten = pad.parents[3] / "buiten.pdf"
    buiten.write_bytes(GOED)
    pad.symlink_to(buiten)


@pytest.mark.parametrize(
    "leg",
    [
        pytest.param(lambda pad: pad.write_bytes(b"Dit is tekst."), id="tekst"),
        pytest.param(lambda pad: pad.write_bytes(b""), id="leeg"),
        pytest.param(lambda pad: pad.write_bytes(b"%PDF-"), id="alleen het begin"),
        pytest.param(lambda pad: pad.write_bytes(pdf()), id="geen bladzijden"),
        pytest.param(lambda pad: pad.write_bytes(pdf(["x"], encryption=GESLOTEN)), id="wachtwoord"),
        pytest.param(lambda pad: pad.write_bytes(pdf(["x"], encryption=ALLEEN_EIGENAAR)), id="versleuteld"),
        pytest.param(lambda pad: pad.mkdir(), id="map"),
        pytest.param(os.mkfifo, id="pijp"),
        pytest.param(naar_buiten, id="koppeling naar buiten"),
        pytest.param(lambda pad: pad.symlink_to(pad.with_name("weg.pdf")), id="koppeling naar niets"),
        pytest.param(lambda pad: pad.symlink_to(pad), id="koppeling naar zichzelf"),
    ],
)
def test_wat_geen_gewone_pdf_is_houdt_het_verslag_tegen(
    klaar: tuple[Path, Path], leg: Callable[[Path], None]
) -> None:
    """RIV-17: het verslag dat er lag, blijft liggen; er wordt niets geschreven."""
    zaak, uit = klaar
    eerst = afdrukken(uit)
    (zaak / RAPPORT).unlink()
    leg(zaak / RAPPORT)
    resultaat = riv(zaak, uit)

    assert [finding.code for finding in resultaat.findings if finding.is_fout] == ["RIV-17"]
    assert not resultaat.gelukt
    assert afdrukken(uit) == eerst


def test_een_concept_komt_er_zonder_de_slechte_bijlage(tmp_path: Path) -> None:
    """Met --toch blijft alleen weg wat niet te openen is."""
    zaak, uit = gemaakt(tmp_path, als_concept=True)
    (zaak / "bijlagen/goed.pdf").write_bytes(GOED)
    (zaak / "bijlagen/kapot.pdf").write_bytes(b"%PDF-1.7\nniets")

    assert riv(zaak, uit, toch=True).is_concept
    assert {n for n in namen(uit / KENMERK / "riv-concept/uwv") if n.startswith("30-")} == {
        "30-bijlage-goed.pdf",
        "30-bijlage-rapport.pdf",
    }


@pytest.mark.parametrize(
    "naam", ["rapport-hofstra.pdf", "hofstra.pdf", "rapport-999990019.pdf", "r-999-990-019.pdf"]
)
def test_geen_naam_en_geen_bsn_in_een_pad(klaar: tuple[Path, Path], naam: str) -> None:
    """Hoe de casemanager de bijlage ook noemt, in de uitvoer heet niets naar de werknemer."""
    zaak, uit = klaar
    (zaak / "bijlagen" / naam).write_bytes(GOED)
    riv(zaak, uit)
    paden = [pad.relative_to(uit).as_posix().replace("-", "") for pad in uit.rglob("*")]

    assert [pad for pad in paden if "hofstra" in pad or "999990019" in pad] == []


def test_van_een_stuk_gaat_een_origineel_mee(klaar: tuple[Path, Path]) -> None:
    """RIV-13: `plan.pdf` en `plan-v1.pdf` zijn allebei het origineel van de eerste versie."""
    zaak, uit = klaar
    for naam in ("plan-van-aanpak.pdf", "plan-van-aanpak-v1.pdf"):
        (zaak / "bijlagen" / naam).write_bytes(GOED)
    eerst = afdrukken(uit)
    resultaat = riv(zaak, uit)

    assert [finding.code for finding in resultaat.findings if finding.is_fout] == ["RIV-13"]
    assert afdrukken(uit) == eerst


def test_van_een_tweede_versie_gaat_het_origineel_van_de_tweede_mee(tmp_path: Path) -> None:
    """Het origineel van versie 1 mag blijven liggen; het komt niet in het verslag."""
    zaak = kleine_zaak(tmp_path / "cases")
    (zaak / RAPPORT).unlink()
    tweede = "status: ondertekend\nversie: 2\nwijziging: Een andere afspraak."
    vervang(zaak / "stukken/plan-van-aanpak.yaml", "status: ondertekend", tweede)
    vervang(zaak / VERSLAG, "status: definitief", "status: concept")
    scans = {"plan-van-aanpak.pdf": pdf(["Eerste"]), "plan-van-aanpak-v2.pdf": pdf(["Tweede"])}
    for naam, inhoud in scans.items():
        (zaak / "bijlagen" / naam).write_bytes(inhoud)
    bijlagen, findings = lees_bijlagen(laad_map(zaak), laad_map(zaak).zaak or pytest.fail("leeg"))

    assert [(b.pad.name, b.stuk.naam if b.stuk else "") for b in bijlagen] == [
        ("plan-van-aanpak-v2.pdf", "plan-van-aanpak")
    ]
    assert [(f.code, Path(f.plaats.bestand).name) for f in findings if f.code == "RIV-18"] == [
        ("RIV-18", "plan-van-aanpak.pdf")
    ]


NAMEN = st.text(
    st.sampled_from("aZ09-_. é\u0301\u202e\u200b\n\t'\"<&%\udcff") | st.characters(exclude_characters="/\0"),
    min_size=1,
    max_size=40,
).map(lambda naam: naam[:60] + ".pdf" if len(naam) % 3 else naam[:60])


@pytest.fixture(name="zaak", scope="session")
def _zaak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    zaak = kleine_zaak(tmp_path_factory.mktemp("namen") / "cases")
    (zaak / RAPPORT).unlink()
    return zaak


@given(naam=NAMEN)
@example(naam="plan-van-aanpak-v0.pdf")
@example(naam="a-v99-v1.pdf")
@example(naam="\N{ARABIC-INDIC DIGIT ONE}.pdf")
def test_elke_naam_wordt_beoordeeld(zaak: Path, naam: str) -> None:
    """Elke naam die een schijf aanneemt, gaat mee als gewoon woord of wordt met een toonbare plaats genoemd."""
    try:
        pad = zaak / "bijlagen" / naam
        pad.write_bytes(GOED)
    except (OSError, UnicodeEncodeError):
        return  # no disk has such a name
    try:
        geladen = laad_map(zaak)
        assert geladen.zaak
        bijlagen, findings = lees_bijlagen(geladen, geladen.zaak)
        over = [f for f in findings if f.code in {"RIV-13", "RIV-17", "RIV-18", "PRV-05", "PRV-11"}]
        verborgen = naam.startswith(".")

        assert len(bijlagen) + len(over) == (0 if verborgen else 1)
        assert [
            b.naam for b in bijlagen if not set(b.naam) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        ] == []
        assert [f for f in over if not f.plaats.bestand.isprintable()] == []
    finally:
        pad.unlink()


def gebruik(inhoud: bytes) -> None:
    """All that the verslag does with an attachment that it does not object to."""
    assert paginas(inhoud) > 0
    samengevoegd([Boekdeel("een", inhoud, eigen=False), Boekdeel("twee", GOED, eigen=False)], "heel")
    assert list(zie_na([Bestand("bijlage.pdf", inhoud)], Geheim(frozenset({"staatnergens"})))) == []


def test_een_afgekapte_pdf_gaat_niet_mee() -> None:
    """Wie een half gekopieerd origineel neerlegt, hoort dat; er gaat nooit stil een bladzijde verloren."""
    heel = pdf(*([f"Bladzijde {nummer}"] for nummer in range(1, 9)))
    delen = [heel[: len(heel) * deel // 40] for deel in range(1, 40)]

    assert bezwaar(heel) == ""
    assert [paginas(deel) for deel in delen if not bezwaar(deel) and paginas(deel) != paginas(heel)] == []


HEEL = pdf(*([f"Bladzijde {nummer}"] for nummer in range(1, 6)))


@given(
    einde=st.integers(len(HEEL) // 2, len(HEEL)),
    anders=st.dictionaries(st.integers(8, len(HEEL) // 2 - 1), st.integers(0, 255), max_size=30),
)
@example(einde=len(HEEL) - 200, anders={})
@example(einde=len(HEEL), anders={75: 0, 314: 0})  # a tree of pages that does not hold what it counts
def test_een_beschadigde_pdf_is_een_bezwaar_of_bruikbaar(einde: int, anders: dict[int, int]) -> None:
    """Wat er ook in het bestand staat: wie er geen bezwaar tegen heeft, kan het tellen, samenvoegen en lezen."""
    stuk = bytearray(HEEL[:einde])
    for plek, teken in anders.items():
        stuk[plek] = teken
    if not bezwaar(bytes(stuk)):
        gebruik(bytes(stuk))
    assert isinstance(bezwaar(bytes(stuk)), str)


def _boom(document: pikepdf.Pdf, **velden: Any) -> None:
    wortel = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, **velden)
    document.Root.StructTreeRoot = document.make_indirect(wortel)


def _ouders(document: pikepdf.Pdf, *nummers: object) -> pikepdf.Object:
    return document.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(nummers)))


def _vreemd_bladnummer(document: pikepdf.Pdf) -> None:
    _boom(document, K=pikepdf.Array(), ParentTree=_ouders(document))
    document.pages[0].obj.StructParents = pikepdf.String("nul")


def _geen_blad(document: pikepdf.Pdf) -> None:
    document.Root.Pages.Kids.append(pikepdf.Dictionary(Type=pikepdf.Name.Iets))


@pytest.mark.parametrize(
    "bewerk",
    [
        pytest.param(lambda d: _boom(d, ParentTree=_ouders(d)), id="boom zonder delen"),
        pytest.param(lambda d: _boom(d, K=pikepdf.Array()), id="boom zonder ouders"),
        pytest.param(lambda d: _boom(d, K=3, ParentTree=_ouders(d)), id="boom is een getal"),
        pytest.param(lambda d: _boom(d, K=pikepdf.Array([3]), ParentTree=_ouders(d)), id="deel is een getal"),
        pytest.param(
            lambda d: _boom(d, K=pikepdf.Array(), ParentTree=_ouders(d, pikepdf.String("a"), 1)),
            id="ouders bij een woord",
        ),
        pytest.param(
            lambda d: setattr(d.Root, "StructTreeRoot", pikepdf.String("boom")), id="boom is een woord"
        ),
        pytest.param(_vreemd_bladnummer, id="bladnummer is een woord"),
        pytest.param(_geen_blad, id="blad dat geen blad is"),
        pytest.param(
            lambda d: d.docinfo.update({"/Title": pikepdf.Dictionary(A=1)}), id="titel is geen tekst"
        ),
        pytest.param(
            lambda d: setattr(d.Root, "Metadata", d.make_stream(b"\xff<x")), id="metagegevens zijn geen xml"
        ),
    ],
)
def test_een_vreemd_gemaakte_pdf_breekt_niets(bewerk: Bewerking) -> None:
    """Een PDF die anders in elkaar zit dan het hoort, is een bezwaar of gaat gewoon mee."""
    inhoud = bewerkt(bewerk)
    if not bezwaar(inhoud):
        gebruik(inhoud)
    assert isinstance(bezwaar(inhoud), str)


def bewerkt(bewerk: Bewerking) -> bytes:
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOED)) as document:
        bewerk(document)
        document.save(uit, fix_metadata_version=False)
    return uit.getvalue()


def test_van_welke_getekende_stukken_het_origineel_ontbreekt() -> None:
    """Van stukken tot en met de dag van het verslag; niet van wat er ligt, en niet van wat in het bestand zelf is ondertekend."""
    geladen = laad_map(CASES / "2024-0148")
    assert geladen.zaak is not None
    (finding,) = lees_bijlagen(geladen, geladen.zaak)[1]

    assert (finding.code, finding.melding) == (
        "RIV-16",
        "Van getekende stukken ligt het origineel niet in `bijlagen`: "
        + "".join(f"bijstelling-plan-van-aanpak-{n:02}, " for n in range(1, 7))
        + "bijstelling-probleemanalyse-01.",
    )


@pytest.mark.parametrize(
    "naam",
    ["bedrijfsarts.yaml", "Bedrijfsarts kopie.yml", "medische-informatie.yaml", "second_opinion_01.yaml"],
)
@pytest.mark.parametrize("map_", ["bijlagen", "stukken"])
def test_een_bestand_van_de_bedrijfsarts_hoort_niet_in_de_mappen_van_de_werkgever(
    klaar: tuple[Path, Path], map_: str, naam: str
) -> None:
    """PRV-10: alleen naar de naam wordt gekeken, en er wordt geen verslag gemaakt."""
    zaak, uit = klaar
    (zaak / map_ / naam).write_text("kenmerk: 2026-0001\n")
    eerst = afdrukken(uit)
    resultaat = riv(zaak, uit, toch=True)
    gevonden = [
        (f.code, Path(f.plaats.bestand).name) for f in resultaat.findings if f.code[:3] in {"PRV", "BST"}
    ]

    assert gevonden == [("PRV-10", naam)]
    assert not resultaat.gelukt
    assert afdrukken(uit) == eerst


@pytest.mark.parametrize("naam", ["advies-bedrijfsarts.pdf", "behoefte.yaml"])
def test_een_gewone_naam_is_geen_bestand_van_de_bedrijfsarts(klaar: tuple[Path, Path], naam: str) -> None:
    """Een brief van de bedrijfsarts mag er liggen, en een ander bestand heeft zijn eigen bevinding."""
    zaak, uit = klaar
    (zaak / "bijlagen" / naam).write_bytes(GOED)

    assert "PRV-10" not in codes(riv(zaak, uit))
