"""How outside judges are asked, and that silence is no approval. The judges themselves are asked in `make conformance`."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossiergen.dossier.keuring.bezwaar import Bezwaar, per_soort
from dossiergen.dossier.keuring.keurmeesters import keurmeesters_in, uit_omgeving
from dossiergen.dossier.keuring.ooxml import keur_word
from dossiergen.dossier.keuring.verapdf import Verapdf
from dossiergen.errors import ExitCode, OntbrekendHulpmiddel
from keurhulp import FOUT, GOED, keer_gestart, maak_keurmeesters

AFGEKEURD = (
    Bezwaar("3a-7.1-3", "veraPDF keurt de PDF af als PDF/A-3a.", 2),
    Bezwaar("ua1-7.1-3", "veraPDF keurt de PDF af als PDF/UA-1.", 2),
)


@pytest.fixture(name="pdf")
def _pdf(tmp_path: Path) -> Path:
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(b"%PDF-1.7")
    return pad


@pytest.fixture(name="verapdf")
def _verapdf(tmp_path: Path) -> Iterator[Verapdf]:
    verapdf = Verapdf(maak_keurmeesters(tmp_path / "k").verapdf, wacht=5)
    yield verapdf
    verapdf.sluit()


def zeg(tmp_path: Path, antwoord: str) -> None:
    (tmp_path / "k" / "antwoord").write_text(antwoord)


def test_een_java_machine_voor_alle_stukken(verapdf: Verapdf, pdf: Path, tmp_path: Path) -> None:
    """Goed en fout worden onderscheiden per stuk, en de machine start één keer en pas als het moet."""
    begin = keer_gestart(tmp_path / "k")
    eerst = verapdf.keur(pdf)
    zeg(tmp_path, FOUT)
    daarna, een_norm = verapdf.keur(pdf), verapdf.keur(pdf, ("ua1",))

    assert (begin, eerst, daarna, een_norm) == (0, (), AFGEKEURD, AFGEKEURD[1:])
    assert keer_gestart(tmp_path / "k") == 1


@pytest.mark.parametrize(
    "antwoord",
    [
        "stop",
        "geen json",
        "",
        '{"smaak": "3a"}',
        '{"smaak": "2b", "in_orde": true, "regels": []}',
        "[]",
        "null",
    ],
)
def test_wie_geen_oordeel_geeft_keurt_niet_goed(
    verapdf: Verapdf, pdf: Path, tmp_path: Path, antwoord: str
) -> None:
    """Een keurmeester die stopt of onzin zegt, is exitcode 3; het volgende stuk krijgt een nieuwe machine."""
    zeg(tmp_path, antwoord)
    with pytest.raises(OntbrekendHulpmiddel) as fout:
        verapdf.keur(pdf)
    zeg(tmp_path, GOED)

    assert fout.value.exit_code is ExitCode.HULPMIDDEL_ONTBREEKT
    assert verapdf.keur(pdf) == ()
    assert keer_gestart(tmp_path / "k") == 2


def test_wie_zwijgt_keurt_niet_goed(pdf: Path, tmp_path: Path) -> None:
    """Wie te lang niets zegt, wordt niet afgewacht."""
    verapdf = Verapdf(maak_keurmeesters(tmp_path / "k", "zwijg").verapdf, wacht=0.5)

    with pytest.raises(OntbrekendHulpmiddel):
        verapdf.keur(pdf)


def test_een_machine_die_van_buiten_is_gestopt_wordt_vervangen(
    verapdf: Verapdf, pdf: Path, tmp_path: Path
) -> None:
    """Tussen twee stukken gedood: het volgende stuk wordt gewoon gekeurd."""
    verapdf.keur(pdf)
    proces = verapdf._proces  # noqa: SLF001  only the system can tell otherwise
    assert proces is not None
    os.kill(proces.pid, signal.SIGKILL)
    proces.wait()
    zeg(tmp_path, FOUT)

    assert verapdf.keur(pdf) == AFGEKEURD


def test_onleesbaar_zonder_regels_is_ook_fout(verapdf: Verapdf, pdf: Path, tmp_path: Path) -> None:
    """Niet in orde is niet in orde, ook zonder een regel erbij."""
    zeg(tmp_path, '{"smaak": "%s", "in_orde": false, "regels": []}')

    assert [bezwaar.regel for bezwaar in verapdf.keur(pdf)] == ["3a-onbekend", "ua1-onbekend"]


@pytest.mark.parametrize(
    ("oordeel", "regels"),
    [
        ({"ok": True, "errors": []}, []),
        ({"ok": False, "errors": []}, ["onbekend"]),
        (
            {
                "ok": False,
                "errors": [
                    {
                        "id": "Sch_Onverwacht",
                        "path": "/word/document.xml",
                        "xPath": "/w:p[2]",
                        "description": "De heer Voorbeeld",
                    },
                    {
                        "id": "Sch_Onverwacht",
                        "path": "/word/document.xml",
                        "xPath": "/w:p[5]",
                        "description": "x",
                    },
                ],
            },
            ["Sch_Onverwacht /word/document.xml /w:p[2]"],
        ),
        (
            {
                "ok": False,
                "errors": [{"id": None, "path": None, "errorType": "Exception", "description": "x"}],
            },
            ["Exception"],
        ),
        (
            {"ok": True, "errors": [{"id": "Sch_Toch", "path": "/word/styles.xml"}]},
            ["Sch_Toch /word/styles.xml"],
        ),
    ],
)
def test_wat_de_ooxml_validator_zegt(tmp_path: Path, oordeel: object, regels: list[str]) -> None:
    """Zijn exitcode zegt niets, zijn JSON wel; zijn zinnen kunnen tekst van de zaak bevatten en blijven weg."""
    meesters = maak_keurmeesters(tmp_path / "k", word=json.dumps(oordeel))
    word = tmp_path / "stuk.docx"
    word.write_bytes(b"PK")
    gevonden = keur_word(meesters.ooxml, word)

    assert [bezwaar.regel for bezwaar in gevonden] == regels
    assert "Voorbeeld" not in str(gevonden)


@pytest.mark.parametrize("oordeel", ["", "{}", "[]", '{"ok": true}', '{"ok": false, "errors": ["x"]}'])
def test_een_validator_zonder_oordeel_keurt_niet_goed(tmp_path: Path, oordeel: str) -> None:
    """Ook hier: geen antwoord is exitcode 3."""
    meesters = maak_keurmeesters(tmp_path / "k", word=oordeel)
    word = tmp_path / "stuk.docx"
    word.write_bytes(b"PK")

    with pytest.raises(OntbrekendHulpmiddel):
        keur_word(meesters.ooxml, word)


def test_zonder_naam_in_de_omgeving_zijn_er_geen_keurmeesters(tmp_path: Path) -> None:
    """Leeg is als afwezig; een map met keurmeesters geeft wat erin staat."""
    meesters = maak_keurmeesters(tmp_path)

    assert uit_omgeving({}) is None
    assert uit_omgeving({"DOSSIERGEN_KEURMEESTERS": ""}) is None
    assert uit_omgeving({"DOSSIERGEN_KEURMEESTERS": str(tmp_path)}) == meesters


@pytest.mark.parametrize(
    "lijst",
    ["", "[]", "{}", '{"verapdf": {"versie": "1", "opdracht": ["true"]}}',
     '{"verapdf": {"versie": "", "opdracht": ["true"]}, "ooxml": {}, "libreoffice": {}}'],
)  # fmt: skip
def test_een_map_zonder_bruikbare_lijst_is_exitcode_3(tmp_path: Path, lijst: str) -> None:
    (tmp_path / "keurmeesters.json").write_text(lijst)

    with pytest.raises(OntbrekendHulpmiddel, match="geen bruikbare keurmeesters"):
        keurmeesters_in(tmp_path)


def test_een_keurmeester_die_niet_mag_worden_gestart(tmp_path: Path) -> None:
    """Een programma zonder uitvoerrecht wordt genoemd voordat er iets wordt gemaakt."""
    maak_keurmeesters(tmp_path)
    dood = tmp_path / "validator"
    dood.write_text("#!/bin/sh\n")
    dood.chmod(0o600)
    lijst = json.loads((tmp_path / "keurmeesters.json").read_text())
    lijst["ooxml"]["opdracht"] = [str(dood)]
    (tmp_path / "keurmeesters.json").write_text(json.dumps(lijst))

    with pytest.raises(OntbrekendHulpmiddel, match="ooxml kan niet worden gestart"):
        keurmeesters_in(tmp_path)


def test_een_bezwaar_staat_er_een_keer_met_al_zijn_bladzijden() -> None:
    bezwaren = [
        Bezwaar("r", "Zin.", 3),
        Bezwaar("r", "Zin.", 1),
        Bezwaar("r", "Zin.", 3),
        Bezwaar("s", "Zin."),
    ]

    assert per_soort(bezwaren) == (("Zin.", "r, bladzijde 1, 3"), ("Zin.", "s"))
