"""Who reads what: a client's own template or an edited output cannot break it, and it is told when they try."""

import shutil
from pathlib import Path

import pytest

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.resultaat import Uitkomst, Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossierhulp import laad_map, vervang
from regelproef import BASIS, KENMERK
from verslaghulp import CASES, PEILDATUM

SECOND_OPINION = "2026-0111"
"""A sample case with a rejected request."""
ANALYSE = "01-probleemanalyse-ondertekend"


def gemaakt(map_: Path, *stukken: str, eigen: Path | None = None) -> Zaakresultaat:
    """The documents of the base case below `map_`, with a client's own templates."""
    cases = map_ / "cases"
    if not cases.exists():
        shutil.copytree(BASIS, cases)
    werkplaats = Werkplaats(Sjablonen.standaard(eigen))
    with Uitvoer(map_ / "uit").open() as uitvoer:
        return maak_zaak(laad_map(cases / KENMERK), Keuze(frozenset(stukken)), werkplaats, uitvoer, PEILDATUM)


def eigen_sjabloon(
    map_: Path, stuk: str, *wijzigingen: tuple[str, str], bestand: str = "stuk.yaml", naam: str = ""
) -> Path:
    """A client's folder with one kind of document, changed; `naam`: as a kind of its own."""
    doel = map_ / "sjablonen" / (naam or stuk)
    shutil.copytree(Sjablonen.standaard().bestand(f"{stuk}/stuk.yaml").parent, doel)
    for oud, nieuw in wijzigingen:
        vervang(doel / bestand, oud, nieuw)
    return map_ / "sjablonen"


def codes(resultaat: Zaakresultaat) -> list[str]:
    return sorted({finding.code for finding in resultaat.findings if finding.code.startswith("PRV-")})


def uitkomst(resultaat: Zaakresultaat, stuk: str) -> Uitkomst:
    return next(een.uitkomst for een in resultaat.stukken if een.stuk == stuk)


def test_een_gewone_zaak_heeft_de_goede_lezers(tmp_path: Path) -> None:
    """Van de analyse liggen bij werkgever, werknemer en UWV dezelfde bytes."""
    resultaat = gemaakt(tmp_path, "probleemanalyse", "medische-informatie")
    exemplaren = {pad.read_bytes() for pad in (tmp_path / "uit" / KENMERK).glob(f"*/{ANALYSE}.pdf")}

    assert codes(resultaat) == []
    assert {een.uitkomst for een in resultaat.stukken} == {Uitkomst.GEMAAKT}
    assert len(exemplaren) == 1


def test_een_analyse_voor_de_werkgever_alleen_wordt_niet_gemaakt(tmp_path: Path) -> None:
    """PRV-08: een eigen sjabloon geeft de werkgever een andere tekst; de gewone analyse wordt wel gemaakt."""
    eigen = eigen_sjabloon(
        tmp_path,
        "probleemanalyse",
        ("voor: [werknemer, werkgever, uwv]", "voor: [werkgever]"),
        ("volgorde: 1", "volgorde: 33"),
        naam="samenvatting-voor-werkgever",
    )
    resultaat = gemaakt(tmp_path, "probleemanalyse", eigen=eigen)

    assert codes(resultaat) == ["PRV-08"]
    assert uitkomst(resultaat, "samenvatting-voor-werkgever") is Uitkomst.GEWEIGERD
    assert uitkomst(resultaat, "probleemanalyse") is Uitkomst.GEMAAKT
    assert list((tmp_path / "uit").rglob("33-*")) == []


@pytest.mark.parametrize("hoeveel", [1, 3])
def test_een_exemplaar_dat_anders_is_dan_dat_van_een_ander(tmp_path: Path, hoeveel: int) -> None:
    """PRV-08: iemand wijzigt de analyse bij één lezer. Wijzigt hij haar bij iedereen gelijk, dan is het alleen UIT-01."""
    gemaakt(tmp_path, "probleemanalyse")
    exemplaren = sorted((tmp_path / "uit" / KENMERK).glob(f"*/{ANALYSE}.docx"))
    for pad in exemplaren[:hoeveel]:
        pad.write_bytes(b"een andere tekst")
    resultaat = gemaakt(tmp_path, "probleemanalyse")
    gevonden = [(f.code, f.plaats.bestand) for f in resultaat.findings if f.code in {"UIT-01", "PRV-08"}]
    anders = [("PRV-08", str(pad)) for pad in exemplaren[:hoeveel]] if hoeveel < len(exemplaren) else []

    assert sorted(gevonden) == sorted([*anders, *(("UIT-01", str(pad)) for pad in exemplaren[:hoeveel])])
    assert uitkomst(resultaat, "probleemanalyse") is Uitkomst.GEWEIGERD
    assert exemplaren[0].read_bytes() == b"een andere tekst"


def test_een_ander_stuk_is_geen_terugkoppeling(tmp_path: Path) -> None:
    """Wat iemand in het plan van aanpak wijzigt is UIT-01, en geen PRV-08."""
    gemaakt(tmp_path, "plan-van-aanpak")
    (tmp_path / "uit" / KENMERK / "uwv" / "03-plan-van-aanpak-ondertekend.docx").write_bytes(b"x")
    resultaat = gemaakt(tmp_path, "plan-van-aanpak")

    assert codes(resultaat) == []
    assert [f.code for f in resultaat.findings if f.is_fout] == ["UIT-01"]


@pytest.mark.parametrize("lezers", ["[werknemer, werkgever]", "[werknemer, uwv]"])
def test_medische_informatie_gaat_naar_niemand_anders(tmp_path: Path, lezers: str) -> None:
    """PRV-05: ook niet als een eigen sjabloon dat zegt, en niets ervan uit de zaak gebruikt."""
    eigen = eigen_sjabloon(tmp_path, "medische-informatie", ("voor: [werknemer]", f"voor: {lezers}"))
    resultaat = gemaakt(tmp_path, "medische-informatie", eigen=eigen)

    assert codes(resultaat) == ["PRV-05"]
    assert uitkomst(resultaat, "medische-informatie") is Uitkomst.GEWEIGERD
    assert [pad for pad in (tmp_path / "uit").rglob("*") if "medische-informatie" in pad.name] == []


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("voor: [werknemer, bedrijfsarts]", "voor: [werknemer, bedrijfsarts, werkgever]"),
        ("voor_uwv: false", "voor_uwv: true"),
    ],
)
def test_een_second_opinion_gaat_niet_naar_werkgever_of_uwv(tmp_path: Path, oud: str, nieuw: str) -> None:
    """PRV-11: de map van de werkgever niet, en het verslag niet; de andere stukken worden gemaakt."""
    cases = tmp_path / "cases"
    shutil.copytree(CASES / SECOND_OPINION, cases / SECOND_OPINION)
    shutil.copy(CASES / "organisaties.yaml", cases)
    eigen = eigen_sjabloon(tmp_path, "second-opinion-afwijzing", (oud, nieuw))
    with Uitvoer(tmp_path / "uit").open() as uitvoer:
        werkplaats = Werkplaats(Sjablonen.standaard(eigen))
        resultaat = maak_zaak(laad_map(cases / SECOND_OPINION), Keuze(), werkplaats, uitvoer, PEILDATUM)

    assert codes(resultaat) == ["PRV-11"]
    assert uitkomst(resultaat, "second-opinion-afwijzing") is Uitkomst.GEWEIGERD
    assert [pad for pad in (tmp_path / "uit").rglob("*") if "afwijzing" in pad.name] == []


ZIEKTEWET = "Omdat u ziek bent door zwangerschap geldt de Ziektewet."


@pytest.mark.parametrize("status", ["ondertekend", "concept"])
def test_een_sjabloon_noemt_niet_welk_vangnet_geldt(tmp_path: Path, status: str) -> None:
    """PRV-03: ook niet in een concept."""
    shutil.copytree(BASIS, tmp_path / "cases")
    vervang(
        tmp_path / "cases" / KENMERK / "stukken/probleemanalyse.yaml",
        "status: ondertekend",
        f"status: {status}",
    )
    eigen = eigen_sjabloon(
        tmp_path,
        "probleemanalyse",
        (
            "{{ analyse.slot() }}",
            f"{{{{ analyse.slot() }}}}<section><h2>9 Vangnet</h2><p>{ZIEKTEWET}</p></section>",
        ),
        bestand="sjabloon.html",
    )
    resultaat = gemaakt(tmp_path, "probleemanalyse", eigen=eigen)

    assert codes(resultaat) == ["PRV-03"]
    assert uitkomst(resultaat, "probleemanalyse") is Uitkomst.GEWEIGERD
    assert list((tmp_path / "uit").rglob("01-*")) == []


def test_wat_de_werknemer_zelf_schreef_houdt_zijn_stuk_niet_tegen(tmp_path: Path) -> None:
    """PRV-03 kijkt naar wat een sjabloon toevoegt; over de zaak zelf oordeelt de controle."""
    shutil.copytree(BASIS, tmp_path / "cases")
    plan = tmp_path / "cases" / KENMERK / "stukken/plan-van-aanpak.yaml"
    vervang(
        plan,
        "visie_werknemer: Ik wil",
        "visie_werknemer: Voor mij geldt de Ziektewet met een no-riskpolis. Ik wil",
    )
    resultaat = gemaakt(tmp_path, "plan-van-aanpak")

    assert codes(resultaat) == []
    assert uitkomst(resultaat, "plan-van-aanpak") is Uitkomst.GEMAAKT
