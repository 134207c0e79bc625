"""The last look at finished files: what they say, and what they say about themselves."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from dossiergen.dossier.nazien import Bestand, Geheim, einde_klopt, geheim_van, zie_na
from dossiergen.zaak import laad_bedrijfsartsdeel
from dossierhulp import laad_map, vervang
from verslaghulp import (
    KENMERK,
    PEILDATUM,
    afdrukken,
    codes,
    fouten,
    gemaakt,
    kleine_zaak,
    pdf,
    riv,
    werkplaats,
)

NIETS = Geheim(frozenset())
DIAGNOSE = "Wentelkoorts van de rechterzwier."
BELOOP = "De zwier wentelt minder dan in januari."


@pytest.fixture(name="klaar")
def _klaar(tmp_path: Path) -> tuple[Path, Path]:
    zaak, uit = gemaakt(tmp_path)
    return zaak, uit


@pytest.fixture(name="plan")
def _plan(klaar: tuple[Path, Path]) -> Bestand:
    """A finished document of ours."""
    stam = klaar[1] / KENMERK / "uwv" / "03-plan-van-aanpak-ondertekend"
    return Bestand("plan.pdf", stam.with_suffix(".pdf").read_bytes(), stam.with_suffix(".docx").read_bytes())


def gevonden(bestand: Bestand, geheim: Geheim = NIETS) -> list[tuple[str, str]]:
    return [(finding.code, finding.plaats.bestand) for finding in zie_na([bestand], geheim)]


def test_een_gemaakt_stuk_is_in_orde(plan: Bestand) -> None:
    assert gevonden(plan) == []


@pytest.mark.parametrize("zin", [DIAGNOSE, "De zwier wentelt minder\n  dan in januari."])
def test_medische_tekst_in_een_bijlage_houdt_het_verslag_tegen(klaar: tuple[Path, Path], zin: str) -> None:
    """PRV-06: wat alleen de bedrijfsarts schreef, komt niet bij UWV, ook niet met --toch; er verandert niets."""
    zaak, uit = klaar
    (zaak / "bijlagen/rapport.pdf").write_bytes(pdf(["Rapport", *zin.split("\n"), "Einde"]))
    eerst = afdrukken(uit)
    gewoon, toch = riv(zaak, uit), riv(zaak, uit, toch=True)

    assert (gewoon.gelukt, toch.gelukt) == (False, False)
    assert {"PRV-06"} <= codes(gewoon) & codes(toch)
    assert all(DIAGNOSE not in finding.melding for finding in gewoon.findings)
    assert afdrukken(uit) == eerst


@pytest.mark.parametrize("veld", ["docinfo", "metagegevens"])
def test_medische_tekst_in_de_eigenschappen_van_een_bijlage(klaar: tuple[Path, Path], veld: str) -> None:
    """PRV-06: ook in de titel of de metagegevens van een PDF."""
    zaak, uit = klaar
    with pikepdf.open(io.BytesIO(pdf(["Rapport"]))) as document:
        if veld == "docinfo":
            document.docinfo["/Subject"] = DIAGNOSE
        else:
            document.Root.Metadata = document.make_stream(f"<x>{DIAGNOSE}</x>".encode())
        document.save(zaak / "bijlagen/rapport.pdf", fix_metadata_version=False)

    assert "PRV-06" in fouten(riv(zaak, uit))


@pytest.mark.parametrize(
    "medisch",
    [
        "Persoonlijk functioneren: geen beperking. Werktijden: vier uur per dag.",
        "Volledig herstel.",
        "Er zijn benutbare mogelijkheden.",
        "Definitief. Ondertekend. Bedrijfsarts. Werknemer.",
        "Bakkerij Zonneveld. Tillen en dragen tot 5 kg.",
    ],
)
def test_gewone_woorden_van_het_vak_zijn_niet_geheim(klaar: tuple[Path, Path], medisch: str) -> None:
    """Wat ook in onze formulieren of in de open zaak staat, houdt het verslag niet tegen."""
    zaak, uit = klaar
    vervang(zaak / "bedrijfsarts.yaml", BELOOP, f"{BELOOP} {medisch}".join('""'))
    vervang(
        zaak / "bedrijfsarts.yaml",
        "status: definitief",
        "status: definitief\n  versie: 2\n  wijziging: Aangevuld.",
    )
    resultaat = riv(zaak, uit)

    assert (resultaat.gelukt, fouten(resultaat)) == (True, [])


def test_geheim_is_wat_alleen_de_bedrijfsarts_schreef(tmp_path: Path) -> None:
    """Elke zin van het eigen deel die niet in de open zaak staat; een diagnose ook als iemand haar daar overnam."""
    zaak = kleine_zaak(tmp_path / "cases")
    geladen = laad_map(zaak)
    deel = laad_bedrijfsartsdeel(zaak, geladen.gedeeld).deel
    data = {naam: document.data for naam, document in geladen.documenten.items()}
    vervang(
        zaak / "stukken/plan-van-aanpak.yaml",
        "Wij vinden dit plan haalbaar",
        f"{DIAGNOSE} Wij vinden dit goed",
    )
    later = {naam: document.data for naam, document in laad_map(zaak).documenten.items()}

    diagnose, beloop = "wentelkoortsvanderechterzwier", "dezwierwenteltminderdaninjanuari"
    assert geheim_van(deel, data, ()).delen == {diagnose, beloop}
    assert geheim_van(deel, later, ()).delen == {diagnose, beloop}
    assert geheim_van(deel, {**data, "stukken/x.yaml": {"visie": BELOOP}}, ()).delen == {diagnose}
    assert geheim_van(deel, {**data, "organisaties.yaml": {"naam": DIAGNOSE}}, ()).delen == {beloop}
    assert geheim_van(deel, data, [DIAGNOSE]).delen == {beloop}
    assert geheim_van(None, data, ()).delen == frozenset()


def _met_deel(docx: bytes, naam: str, inhoud: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for deel in bron.namelist():
            if deel != naam:
                doel.writestr(deel, bron.read(deel))
        doel.writestr(naam, inhoud)
    return uit.getvalue()


def _met_pdf(inhoud: bytes, bewerk: Callable[[pikepdf.Pdf], None]) -> bytes:
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(inhoud)) as document:
        bewerk(document)
        document.save(uit, fix_metadata_version=False)
    return uit.getvalue()


def _bijlage_erin(document: pikepdf.Pdf) -> None:
    document.attachments["aantekening.txt"] = b"alleen voor ons"


def _eigenschap_erbij(document: pikepdf.Pdf) -> None:
    document.docinfo["/Company"] = "Iemand"


def _opmerking_erop(document: pikepdf.Pdf) -> None:
    noot = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Text,
        Rect=[0, 0, 9, 9],
        Contents=pikepdf.String("let op"),
    )
    document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(noot)])


def _verborgen_laag(document: pikepdf.Pdf) -> None:
    document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([]))


def _formulier(document: pikepdf.Pdf) -> None:
    veld = pikepdf.Dictionary(T=pikepdf.String("diagnose"), FT=pikepdf.Name.Tx)
    document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([document.make_indirect(veld)]))


def _script(document: pikepdf.Pdf) -> None:
    document.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([])))


def _onderwerp_in_de_metagegevens(document: pikepdf.Pdf) -> None:
    xml = document.Root.Metadata.read_bytes().decode()
    erbij = (
        '<rdf:Description rdf:about=""><dc:description>diagnose</dc:description></rdf:Description></rdf:RDF>'
    )
    document.Root.Metadata = document.make_stream(xml.replace("</rdf:RDF>", erbij).encode())


def _kapotte_metagegevens(document: pikepdf.Pdf) -> None:
    document.Root.Metadata = document.make_stream(b"<x>")


@pytest.mark.parametrize(
    "bewerk",
    [
        _bijlage_erin,
        _eigenschap_erbij,
        _opmerking_erop,
        _verborgen_laag,
        _formulier,
        _script,
        _onderwerp_in_de_metagegevens,
        _kapotte_metagegevens,
    ],
)
def test_een_pdf_die_meer_vertelt_dan_wij_schreven(
    plan: Bestand, bewerk: Callable[[pikepdf.Pdf], None]
) -> None:
    """PRV-07: een bijlage, opmerking, laag, formulier of script, of een eigenschap die wij niet schrijven."""
    assert gevonden(replace(plan, pdf=_met_pdf(plan.pdf, bewerk))) == [("PRV-07", "plan.pdf")]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("word/comments.xml", b"<x/>"),
        ("docProps/custom.xml", b"<x/>"),
        ("customXml/item2.xml", b"<x/>"),
        ("word/embeddings/bijlage.bin", b"x"),
        ("docProps/core.xml", b"<coreProperties><keywords>diagnose</keywords></coreProperties>"),
        ("docProps/app.xml", b"<Properties><Company>Iemand</Company></Properties>"),
        ("word/settings.xml", b"<settings><docVars><docVar/></docVars></settings>"),
        ("customXml/item1.xml", b'<x><veld bestand="bedrijfsarts.yaml" pad="diagnose"/></x>'),
        ("customXml/item1.xml", b'<x><veld bestand="zaak.yaml" pad="uitzonderingen.0.reden"/></x>'),
        ("customXml/item1.xml", b'<x><veld bestand="zaak.yaml" pad="verzuim.diagnose"/></x>'),
        ("customXml/item1.xml", b'<x><veld bestand="stukken/../bedrijfsarts.yaml" pad="kenmerk"/></x>'),
    ],
)
def test_een_word_bestand_dat_meer_vertelt(plan: Bestand, naam: str, inhoud: bytes) -> None:
    """PRV-07: een deel of eigenschap die wij niet schrijven, of een veld dat de lezer niet heeft."""
    assert plan.docx
    assert gevonden(replace(plan, docx=_met_deel(plan.docx, naam, inhoud))) == [("PRV-07", "plan.pdf")]


def test_een_veld_dat_iedereen_mag_zien_mag_worden_genoemd(plan: Bestand) -> None:
    """Zo vindt een wijziging in Word haar weg terug."""
    assert plan.docx
    velden = b"".join(
        b'<veld bestand="%s" pad="%s"/>' % paar
        for paar in (
            (b"zaak.yaml", b"verzuim.periodes.0.van"),
            (b"organisaties.yaml", b"personen.b-smit.functie"),
            (b"stukken/bijstelling-plan-van-aanpak-03.yaml", b"activiteiten.0.wat"),
        )
    )

    assert (
        gevonden(replace(plan, docx=_met_deel(plan.docx, "customXml/item1.xml", b"<x>%s</x>" % velden))) == []
    )


@pytest.mark.parametrize("merk", ["vanish", "del", "ins"])
def test_verborgen_of_doorgehaalde_tekst_in_word(plan: Bestand, merk: str) -> None:
    """PRV-07: wat niemand ziet, gaat mee."""
    assert plan.docx
    with zipfile.ZipFile(io.BytesIO(plan.docx)) as pakket:
        tekst = pakket.read("word/document.xml")
    verborgen = f"<w:p><w:{merk}/></w:p></w:body>".encode()
    anders = _met_deel(plan.docx, "word/document.xml", tekst.replace(b"</w:body>", verborgen, 1))

    assert ("PRV-07", "plan.pdf") in gevonden(replace(plan, docx=anders))


def test_word_en_pdf_zeggen_hetzelfde(plan: Bestand) -> None:
    """RIV-15: één ander woord is genoeg, waar het ook staat."""
    assert plan.docx
    with zipfile.ZipFile(io.BytesIO(plan.docx)) as pakket:
        tekst = pakket.read("word/document.xml")
    for oud, nieuw in ((b"haalbaar", b"onhaalbaar"), (b"Hofstra", b"Hofman"), (b"2026", b"2027")):
        assert oud in tekst
        anders = _met_deel(plan.docx, "word/document.xml", tekst.replace(oud, nieuw, 1))

        assert gevonden(replace(plan, docx=anders)) == [("RIV-15", "plan.pdf")]


@cache
def _plan_met(visie: str) -> Bestand:
    """The plan of the small case with another sentence in it."""
    geladen = laad_map(Path(__file__).parents[1] / "regels" / "basis" / KENMERK)
    assert geladen.zaak
    stuk = next(stuk for stuk in geladen.zaak.stukken if stuk.soort == "plan-van-aanpak")
    anders = replace(stuk, gegevens=stuk.gegevens.model_copy(update={"visie_werkgever": visie}))
    (vorm,) = werkplaats().vormen_van(geladen.zaak, stuk)
    ontwerp = werkplaats().ontwerp(geladen.zaak, anders, vorm, PEILDATUM)
    bestanden = werkplaats().schrijf(ontwerp, werkplaats().tekst(ontwerp))
    return Bestand("plan.pdf", bestanden[".pdf"], bestanden[".docx"])


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param("Zie taak\n\n12.", id="getal alleen op een regel"),
        pytest.param("1. Eerst dit.\n2. Dan dat.\n\n3.\n\nEn dan klaar.", id="eigen genummerde lijst"),
        pytest.param(
            "e\N{LATIN SMALL LIGATURE FFI}cient, \N{LATIN SMALL LIGATURE FI}jn", id="uit een PDF geplakt"
        ),
        pytest.param(
            "Zoe\N{COMBINING DIAERESIS}, 20 m\N{SUPERSCRIPT TWO}, re\N{SOFT HYPHEN}integratie", id="tekens"
        ),
        pytest.param("pagina 1 van 3\nPlan van aanpak", id="als een voetregel"),
        pytest.param("lang" * 60, id="woord langer dan de regel"),
    ],
)
def test_wat_iemand_ook_typt_beide_bestanden_zijn_gelijk(tekst: str) -> None:
    """Geen RIV-15 voor een tekst die in beide bestanden staat zoals hij is getypt."""
    assert gevonden(_plan_met(tekst)) == []


def test_het_einde_van_de_wachttijd_wordt_nagelezen() -> None:
    """Het voorblad noemt de dag van de kalender; is die er niet, dan is er niets na te lezen."""
    voorblad = pdf(["Einde van de wachttijd", "9 maart 2026", "Soort verslag"])
    einde = PEILDATUM.replace(month=3, day=9)

    assert einde_klopt(voorblad, einde)
    assert einde_klopt(voorblad, None)
    assert not einde_klopt(voorblad, PEILDATUM.replace(month=3, day=10))
    assert not einde_klopt(voorblad, PEILDATUM.replace(month=3, day=29))
    assert not einde_klopt(pdf(["Een ander blad"]), einde)
