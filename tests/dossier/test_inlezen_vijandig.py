"""Een bestand dat kwaad wil, of gewoon iets anders is, geeft een bevinding en nooit meer dan dat."""

import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiergen.dossier.inlezen import lees_in
from dossierhulp import CASES
from woordhulp import (
    HOOFDTEKST,
    PEILDATUM,
    W,
    bewerk,
    delen,
    leg_neer,
    pak,
    sleutel,
    typ,
    werkplaats,
    woord,
    xml,
)

PLAN = "plan-van-aanpak"
ZAAK = CASES / "2025-0231"


@pytest.fixture(name="docx", scope="module")
def _docx() -> bytes:
    return woord(ZAAK, PLAN)


def code_van(map_: Path, docx: bytes) -> str:
    """The one finding of a file that is refused; what it held is not repeated."""
    voorstel = lees_in(leg_neer(map_, docx), [ZAAK], werkplaats(), PEILDATUM)
    assert not voorstel.wijzigingen
    assert not voorstel.kan
    (finding,) = voorstel.findings
    return finding.code


def test_wat_geen_word_bestand_is(tmp_path: Path, docx: bytes) -> None:
    los = io.BytesIO()
    with zipfile.ZipFile(los, "w") as odt:
        odt.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        odt.writestr("content.xml", "<x/>")
    gevallen = {
        "leeg": b"",
        "tekst": b"Geachte heer",
        "pdf": b"%PDF-1.7",
        "oud of beveiligd": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "rtf": b"{\\rtf1}",
        "odt": los.getvalue(),
        "zip": pak({"a.txt": b"a"}),
        "afgekapt": docx[: len(docx) // 2],
        "geen xml": pak({**delen(docx), HOOFDTEKST: b"geen xml"}),
    }
    assert {naam: code_van(tmp_path, inhoud) for naam, inhoud in gevallen.items()} == dict.fromkeys(
        gevallen, "INL-01"
    )


def test_een_zipbom(tmp_path: Path, docx: bytes) -> None:
    """Wat een klein bestand groot maakt, wordt niet uitgepakt; ook niet als het liegt over zijn lengte."""
    bom = pak({**delen(docx), "word/media/x.bin": bytes(40_000_000)})
    assert code_van(tmp_path, bom) == "INL-02"
    plek = bom.rindex(b"PK\x01\x02")
    while b"x.bin" not in bom[plek : plek + 80]:
        plek = bom.rindex(b"PK\x01\x02", 0, plek)
    gelogen = bom[: plek + 24] + (100).to_bytes(4, "little") + bom[plek + 28 :]
    assert code_van(tmp_path, gelogen) in {"INL-01", "INL-02"}


def test_een_andere_manier_van_inpakken(tmp_path: Path, docx: bytes) -> None:
    for manier in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        doel = io.BytesIO(docx)
        with zipfile.ZipFile(doel, "a") as pakket:
            pakket.writestr("word/x.bin", b"x", manier)
        assert code_van(tmp_path, doel.getvalue()) == "INL-02"


def test_te_veel_onderdelen(tmp_path: Path, docx: bytes) -> None:
    assert code_van(tmp_path, pak({**delen(docx), **{f"x/{nr}": b"" for nr in range(2_100)}})) == "INL-02"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_namen_die_ergens_anders_heen_wijzen(tmp_path: Path, docx: bytes) -> None:
    for naam in ("../../etc/passwd", "/etc/passwd", "C:\\x", "word/../../x", "a\\..\\b"):
        assert code_van(tmp_path, pak({**delen(docx), naam: b"x"})) == "INL-02"
    dubbel = io.BytesIO(docx)
    with zipfile.ZipFile(dubbel, "a") as pakket:
        pakket.writestr(HOOFDTEKST, b"<x/>")
    assert code_van(tmp_path, dubbel.getvalue()) == "INL-02"


@pytest.mark.parametrize(
    "deel", [HOOFDTEKST, "customXml/item1.xml", "word/footer1.xml", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("codering", ["utf-8", "utf-16"])
def test_een_doctype_wordt_niet_gelezen(tmp_path: Path, docx: bytes, deel: str, codering: str) -> None:
    """Geen bestand van buiten, geen entiteit die zichzelf vermenigvuldigt."""
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("geheim", "utf-8")
    kop = f'<?xml version="1.0" encoding="{codering}"?><!DOCTYPE x [<!ENTITY a SYSTEM "{geheim.as_uri()}">]>'
    ruw = delen(docx)[deel].decode().split("?>", 1)[1]
    assert code_van(tmp_path, pak({**delen(docx), deel: (kop + ruw).encode(codering)})) == "INL-02"


def test_een_vreemde_tekenset_of_diepte(tmp_path: Path, docx: bytes) -> None:
    ruw = delen(docx)[HOOFDTEKST].decode().split("?>", 1)[1]
    ebcdic = ('<?xml version="1.0" encoding="utf-7"?>' + ruw).encode()
    assert code_van(tmp_path, pak({**delen(docx), HOOFDTEKST: ebcdic})) == "INL-02"
    for diep in (200, 5_000):
        nest = (
            f'<w:document xmlns:w="{W}"><w:body>'
            + "<w:smartTag>" * diep
            + "</w:smartTag>" * diep
            + "</w:body></w:document>"
        )
        assert code_van(tmp_path, pak({**delen(docx), HOOFDTEKST: nest.encode()})) in {"INL-01", "INL-02"}


def test_macros(tmp_path: Path, docx: bytes) -> None:
    assert code_van(tmp_path, pak({**delen(docx), "word/vbaProject.bin": b"x"})) == "INL-02"


def test_een_bestand_van_een_ander(tmp_path: Path, docx: bytes) -> None:
    """Zonder kaart, of met een kaart waarin iemand iets veranderde, wordt niets gelezen."""
    zonder = {naam: inhoud for naam, inhoud in delen(docx).items() if not naam.startswith("customXml")}
    assert code_van(tmp_path, pak(zonder)) == "INL-03"
    kaart = delen(docx)["customXml/item1.xml"].decode()
    anders = {
        "INL-05": ("opbouwschema.0.taken", "opbouwschema.0.uren_per_week"),
        "INL-06": ('inhoud="', 'inhoud="0'),
        "INL-04": ('kenmerk="2025-0231"', 'kenmerk="../2025-0231"'),
        "INL-03": ('stuk="plan-van-aanpak"', 'stuk=""'),
    }
    for code, (oud, nieuw) in anders.items():
        assert oud in kaart
        vervalst = pak({**delen(docx), "customXml/item1.xml": kaart.replace(oud, nieuw, 1).encode()})
        assert code_van(tmp_path, vervalst) == code
    twee = pak({**delen(docx), "customXml/item2.xml": kaart.encode()})
    assert code_van(tmp_path, twee) == "INL-05"


def test_een_veld_dat_het_stuk_niet_toont(tmp_path: Path, docx: bytes) -> None:
    """Wie een veld aan de kaart toevoegt, ook met zijn eigen invulveld, verandert niets."""
    kaart = delen(docx)["customXml/item1.xml"].decode()
    erbij = kaart.replace(
        "</dossiergen>", '<veld sleutel="v99" bestand="zaak.yaml" pad="verzuim.vangnet"/></dossiergen>'
    )
    assert code_van(tmp_path, pak({**delen(docx), "customXml/item1.xml": erbij.encode()})) == "INL-05"
    sdt = '<w:sdt><w:sdtPr><w:tag w:val="v99"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>ja</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    los = bewerk(docx, lambda wortel: wortel[0].insert(0, xml(sdt)[0]))
    voorstel = lees_in(leg_neer(tmp_path, los), [ZAAK], werkplaats(), PEILDATUM)
    assert not voorstel.wijzigingen
    assert [een.finding.code for een in voorstel.buiten] == ["INL-10"]


def test_een_verwijzing_naar_buiten_wordt_gemeld_en_niet_gevolgd(tmp_path: Path, docx: bytes) -> None:
    rel = (
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/>'
    )
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rel}</Relationships>'
    bestand = pak({**delen(docx), "word/_rels/settings.xml.rels": rels.encode()})
    voorstel = lees_in(leg_neer(tmp_path, bestand), [ZAAK], werkplaats(), PEILDATUM)
    assert [een.code for een in voorstel.findings] == ["INL-13"]
    assert voorstel.kan


def test_duizenden_begonnen_velden_en_verwijzingen(tmp_path: Path, docx: bytes) -> None:
    """Wat klein is en veel werk vraagt, kost niet meer dan het groot is: anders duurde dit minuten."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    velden = bewerk(docx, lambda wortel: wortel[0].insert(0, xml(f"<w:p>{begin * 12_000}</w:p>")[0]))
    inhoud = delen(docx)
    kop = next(naam for naam in inhoud if naam.startswith("word/footer"))
    wijzer = f'<Relationship Id="r" Type="x/footer" Target="{kop.removeprefix("word/")}"/>'.encode()
    rels = "word/_rels/document.xml.rels"
    inhoud[rels] = inhoud[rels].replace(b"</Relationships>", wijzer * 3_000 + b"</Relationships>")
    inhoud[kop] = inhoud[kop].replace(
        b"</w:ftr>", b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 5_000 + b"</w:ftr>"
    )
    begonnen = time.process_time()
    for bewerkt in (velden, pak(inhoud)):
        voorstel = lees_in(leg_neer(tmp_path, bewerkt), [ZAAK], werkplaats(), PEILDATUM)
        assert [een.finding.code for een in voorstel.buiten] == ["INL-10"]
    assert time.process_time() - begonnen < 15


def test_een_veld_met_een_halve_megabyte_tekst(tmp_path: Path, docx: bytes) -> None:
    bestand = bewerk(docx, typ(sleutel(docx, "visie_werkgever"), "de werkgever en " * 30_000))
    voorstel = lees_in(leg_neer(tmp_path, bestand), [ZAAK], werkplaats(), PEILDATUM)
    assert [(een.code, een.pad) for een in voorstel.findings] == [("INL-08", "visie_werkgever")]


@settings(max_examples=60)
@given(plek=st.integers(0, 1 << 16), wat=st.binary(min_size=1, max_size=40))
def test_een_beschadigd_bestand_geeft_nooit_een_fout_in_het_programma(
    tmp_path_factory: pytest.TempPathFactory, docx: bytes, plek: int, wat: bytes
) -> None:
    """Waar ook iets wordt overschreven: een bevinding, of hetzelfde als eerst."""
    begin = plek % len(docx)
    kapot = docx[:begin] + wat + docx[begin + len(wat) :]
    pad = leg_neer(tmp_path_factory.mktemp("kapot"), kapot)
    voorstel = lees_in(pad, [ZAAK], werkplaats(), PEILDATUM)
    assert voorstel.findings or voorstel.stuk == PLAN


@settings(max_examples=60)
@given(
    plek=st.integers(0, 1 << 20),
    wat=st.sampled_from([b"<", b"</w:p>", b"<w:sdt>", b'"', b"&#0;", b"&x;", b"v1", b"\xff"]),
)
def test_ook_met_kapotte_xml(
    tmp_path_factory: pytest.TempPathFactory, docx: bytes, plek: int, wat: bytes
) -> None:
    ruw = delen(docx)[HOOFDTEKST]
    begin = plek % len(ruw)
    pad = leg_neer(
        tmp_path_factory.mktemp("kapot"), pak({**delen(docx), HOOFDTEKST: ruw[:begin] + wat + ruw[begin:]})
    )
    voorstel = lees_in(pad, [ZAAK], werkplaats(), PEILDATUM)
    assert voorstel.findings or voorstel.stuk == PLAN
