"""Every code has a page, and what the page shows is so: its examples are executed."""

import re
from pathlib import Path

import pytest
from voorbeelden import BASIS, Voorbeeld, gevonden

from dossiergen.errors import SjabloonFout
from dossiergen.finding import Soort
from dossiergen.regels import pagina as module
from dossiergen.regels.pagina import Pagina, families, pagina, per_familie
from dossiergen.sjablonen import Sjablonen
from dossiergen.sjablonen.lezen import lees_groep

WORTEL = Path(__file__).parents[2]
UITLEG = Path(module.__file__).with_name("uitleg")
SOORTEN: dict[str, Soort] = {soort.code: soort for leden in per_familie().values() for soort in leden}

MAKEN = "blijkt pas bij het maken van stukken"
ZONDER_VOORBEELD = {
    "YML-06": "het teken is onzichtbaar",
    "YML-07": "een bestand van meer dan 1 MB past niet op een pagina",
    "YML-09": "gaat over bytes die geen tekst zijn",
    "BST-04": "gaat over een map of een recht op de schijf",
    "PRV-12": "gaat over een recht op de schijf",
    **dict.fromkeys(
        ("VER-01", "VER-03", "VER-04", "STA-01", "STA-02", "SO-17", "PRV-08",
         "UIT-01", "UIT-02", "UIT-03", "UIT-04", "UIT-05", "UIT-06", "KEU-01", "KEU-02", "KEU-03", "KEU-04"),
        MAKEN,
    ),
    **dict.fromkeys(
        ("PRV-05", "PRV-06", "PRV-07", "RIV-13", "RIV-15", "RIV-16", "RIV-17", "RIV-18", "RIV-19", "RIV-20"),
        "gaat over bijlagen, of over een verslag dat wordt gemaakt",
    ),
    **dict.fromkeys((f"ONT-{nummer:02}" for nummer in range(1, 13)), "gaat over het ondertekenen van een gemaakt bestand"),
    **dict.fromkeys((f"INL-{nummer:02}" for nummer in range(1, 17)), "gaat over een Word-bestand dat terugkomt"),
}  # fmt: skip


def bladzijden() -> dict[str, Pagina]:
    """The pages that exist, whether or not there is a code for each."""
    return {
        code: pagina(code)
        for pad in sorted(UITLEG.glob("*.yaml"))
        if pad.stem != "families"
        for code in lees_groep(pad.name, Sjablonen((UITLEG,)))
    }


PAGINAS = bladzijden()
MET_VOORBEELD = [code for code, blad in PAGINAS.items() if blad.fout is not None]


def test_elke_code_heeft_een_pagina_en_elke_pagina_een_code() -> None:
    """Geen bevinding zonder uitleg, en geen uitleg van wat niet bestaat."""
    zonder_pagina, zonder_code = sorted(SOORTEN.keys() - PAGINAS), sorted(PAGINAS.keys() - SOORTEN)

    assert (zonder_pagina, zonder_code) == ([], [])


def test_een_pagina_staat_in_het_bestand_van_haar_familie() -> None:
    """De letters voor het streepje, in kleine letters."""
    verdwaald = [
        code
        for pad in UITLEG.glob("*.yaml")
        if pad.stem != "families"
        for code in lees_groep(pad.name, Sjablonen((UITLEG,)))
        if code.partition("-")[0].lower() != pad.stem
    ]

    assert verdwaald == []


def test_elke_familie_heeft_een_titel_en_codes() -> None:
    """De lijst van families is die van de codes."""
    assert [familie for familie, leden in per_familie().items() if not leden] == []
    assert all(families().values())


def test_alleen_wat_geen_tekst_van_een_zaak_kan_tonen_heeft_geen_voorbeeld() -> None:
    """Elke uitzondering heeft een reden."""
    assert sorted(set(PAGINAS) - set(MET_VOORBEELD)) == sorted(ZONDER_VOORBEELD)


def test_sinds_is_een_versie_van_dossiergen() -> None:
    """Een versie uit de changelog, of de versie waaraan wordt gewerkt."""
    uitgebracht = re.findall(
        r"^## v?(\d+\.\d+\.\d+)", (WORTEL / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    huidig = re.findall(r'^version = "(.*)"$', (WORTEL / "pyproject.toml").read_text("utf-8"), re.MULTILINE)

    assert {blad.sinds for blad in PAGINAS.values()} <= {*uitgebracht, *huidig}


def test_de_basis_heeft_geen_bevindingen(tmp_path: Path) -> None:
    """Zonder dat zegt geen enkel voorbeeld iets."""
    assert gevonden("# peildatum 2026-03-01\n", tmp_path) == ((), True)


@pytest.mark.parametrize("code", MET_VOORBEELD)
def test_een_voorbeeld_toont_wat_de_regel_vindt(code: str, tmp_path: Path) -> None:
    """`fout` geeft de code; `goed` is een leesbare zaak zonder de code."""
    blad = PAGINAS[code]
    assert blad.fout is not None
    assert blad.goed is not None
    in_fout, _ = gevonden(blad.fout, tmp_path / "fout")
    in_goed, leesbaar = gevonden(blad.goed, tmp_path / "goed")

    assert code in {finding.code for finding in in_fout}
    assert code not in {finding.code for finding in in_goed}
    assert leesbaar, in_goed


@pytest.mark.parametrize("code", MET_VOORBEELD)
def test_een_voorbeeld_is_smal_genoeg_voor_een_scherm(code: str) -> None:
    """`explain` breekt de regels van een voorbeeld niet af."""
    blad = PAGINAS[code]
    regels = f"{blad.fout}{blad.goed}".splitlines()

    assert [regel for regel in regels if len(regel) > 76] == []


def test_een_fragment_vervangt_voegt_samen_en_verwijdert(tmp_path: Path) -> None:
    """De schrijfwijze van de voorbeelden, stap voor stap."""
    zaak = tmp_path / "2026-0001" / "zaak.yaml"
    zaak.parent.mkdir()
    zaak.write_text("werknemer: {naam: A, bsn: 012345678}\nlijst: [a, b]\nweg: x\n", "utf-8")
    zaak.with_name("oud.yaml").touch()
    fragment = (
        "# peildatum 2026-03-04\n\n"
        "# zaak.yaml\nwerknemer: {naam: B}\nlijst: [c]\nweg:\n"
        "# nieuw.yaml\na: b\n"
        "# nieuw.yaml, achteraan\na: *c\n"
        "# oud.yaml, weg\n"
        "# leeg.yaml, hele bestand\n"
    )
    voorbeeld = Voorbeeld.lees(fragment)
    voorbeeld.leg_in(tmp_path)

    assert voorbeeld.peildatum.isoformat() == "2026-03-04"
    assert zaak.read_text("utf-8") == "werknemer:\n  naam: B\n  bsn: 012345678\nlijst:\n- c\n"
    assert zaak.with_name("nieuw.yaml").read_text("utf-8") == "a: b\na: *c\n"
    assert sorted(pad.name for pad in zaak.parent.iterdir()) == ["leeg.yaml", "nieuw.yaml", "zaak.yaml"]
    with pytest.raises(ValueError, match="Tekst vóór"):
        Voorbeeld.lees("a: b\n# zaak.yaml\n")


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        ("BST-02: {}", "bst.yaml heeft geen uitleg van BST-01."),
        ("BST-01: tekst", "bst.yaml heeft geen uitleg van BST-01."),
        ("BST-01: {wat: a, waarom: b}", "bst.yaml: BST-01.sinds klopt niet"),
        ("BST-01: {wat: '', waarom: b, sinds: c}", "bst.yaml: BST-01.wat klopt niet"),
        ("BST-01: {wat: a, waarom: b, sinds: c, fout: d}", "fout zonder goed"),
        ("BST-01: {wat: a, waarom: b, sinds: c, anders: d}", "bst.yaml: BST-01.anders klopt niet"),
    ],
)
def test_een_pagina_die_niet_klopt_is_een_fout_van_ons(
    inhoud: str, zin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Met bestand en sleutel, en niet als bevinding in een zaak."""
    (tmp_path / "bst.yaml").write_text(inhoud, "utf-8")
    monkeypatch.setattr(module, "_UITLEG", tmp_path)
    with pytest.raises(SjabloonFout) as fout:
        pagina("BST-01")

    assert zin in fout.value.melding


def test_een_familie_zonder_titel_is_een_fout_van_ons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Een nieuwe familie van codes kan niet zonder kop in de lijst."""
    (tmp_path / "families.yaml").write_text("YML: Het bestand", "utf-8")
    monkeypatch.setattr(module, "_UITLEG", tmp_path)
    with pytest.raises(SjabloonFout, match=r"families\.yaml noemt de familie"):
        per_familie()


def test_de_basis_is_een_zaak_met_twee_ondertekende_stukken() -> None:
    """Waar de voorbeelden op rekenen."""
    assert sorted(str(pad.relative_to(BASIS)) for pad in BASIS.rglob("*.yaml")) == [
        "2026-0001/bedrijfsarts.yaml",
        "2026-0001/stukken/plan-van-aanpak.yaml",
        "2026-0001/stukken/probleemanalyse.yaml",
        "2026-0001/zaak.yaml",
        "organisaties.yaml",
    ]
