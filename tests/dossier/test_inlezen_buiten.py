"""Wat iemand buiten de velden veranderde, wordt gemeld met de plek erbij, en gaat nooit ongemerkt verloren."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from dossiergen.dossier.inlezen import Voorstel, lees_in
from dossierhulp import CASES
from woordhulp import (
    PEILDATUM,
    Knoop,
    W,
    achter,
    alinea_met,
    bewerk,
    control,
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
Stap = Callable[[Knoop], object]
TEKSTVAK = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p><w:r>"
    "<w:t>Geheim</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


@pytest.fixture(name="zaak")
def _zaak(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(CASES / "organisaties.yaml", tmp_path / "cases")
    return Path(shutil.copytree(CASES / "2025-0231", tmp_path / "cases" / "2025-0231"))


@pytest.fixture(name="terug")
def _terug(zaak: Path, tmp_path: Path) -> Callable[..., Voorstel]:
    def terug(*stappen: Stap, deel: str = "word/document.xml", naam: str = PLAN) -> Voorstel:
        pad = leg_neer(tmp_path, bewerk(woord(zaak, naam), *stappen, deel=deel))
        return lees_in(pad, [zaak], werkplaats(), PEILDATUM)

    return terug


def meldingen(voorstel: Voorstel) -> list[str]:
    assert not voorstel.wijzigingen
    assert {een.finding.code for een in voorstel.buiten} <= {"INL-10"}
    assert not voorstel.schoon
    return [een.finding.melding for een in voorstel.buiten]


def in_alinea(tekst: str, runs: str) -> Stap:
    return lambda wortel: alinea_met(wortel, tekst).extend(xml(runs))


def _andere_kop(wortel: Knoop) -> None:
    next(alinea_met(wortel, "3 Einddoel").iter(f"{{{W}}}t")).text = "3 Het doel van Jansen"


def _rij_erbij(wortel: Knoop) -> None:
    rij = next(alinea_met(wortel, "Nr").iterancestors(f"{{{W}}}tr"))
    cel = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rij.addnext(xml(f"<w:tr>{cel.format('3')}{cel.format('Nog een afspraak')}</w:tr>")[0])


def _weg(tekst: str) -> Stap:
    def stap(wortel: Knoop) -> None:
        alinea = alinea_met(wortel, tekst)
        houder = alinea.getparent()
        assert houder is not None
        houder.remove(alinea)

    return stap


@pytest.mark.parametrize(
    ("stap", "melding"),
    [
        (_andere_kop, "Onder ‘3 Einddoel’ is tekst veranderd."),
        (_weg("4 Afspraken"), "Onder ‘4 Afspraken’ is tekst verwijderd."),
        (
            achter("6 Hoe partijen", "<w:p><w:r><w:t>Nog een zin.</w:t></w:r></w:p>"),
            "Onder ‘6 Hoe partijen dit plan zien’ is tekst toegevoegd.",
        ),
        (_rij_erbij, "Onder ‘4 Afspraken’, rij 2 van de tabel is tekst toegevoegd."),
    ],
)
def test_tekst_buiten_de_velden(terug: Callable[..., Voorstel], stap: Stap, melding: str) -> None:
    """Een kop die iemand zelf schreef, wordt niet in de melding herhaald."""
    assert meldingen(terug(stap)) == [melding]


@pytest.mark.parametrize(
    ("runs", "wat"),
    [
        ('<w:ins w:id="1"><w:r><w:t> erbij</w:t></w:r></w:ins>', "een bijgehouden wijziging"),
        ('<w:del w:id="1"><w:r><w:delText>weg</w:delText></w:r></w:del>', "een bijgehouden wijziging"),
        ('<w:r><w:commentReference w:id="0"/></w:r>', "een opmerking in de kantlijn"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "een voetnoot"),
        ('<w:r><w:endnoteReference w:id="2"/></w:r>', "een eindnoot"),
        ("<w:r><w:drawing/></w:r>", "een afbeelding of tekstvak"),
        (TEKSTVAK, "een afbeelding of tekstvak"),
        ("<w:r><w:object/></w:r>", "een ingevoegd object"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "verborgen tekst"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "een symbool"),
    ],
)
def test_wat_geen_tekst_is(terug: Callable[..., Voorstel], runs: str, wat: str) -> None:
    assert (
        f"Onder ‘4 Afspraken’, rij 1 van de tabel staat {wat}."
        in meldingen(terug(in_alinea("Nr", runs)))[-1:]
    )


def test_een_koptekst_of_voettekst(terug: Callable[..., Voorstel]) -> None:
    voorstel = terug(
        lambda wortel: wortel.extend(xml("<w:p><w:r><w:t>Vertrouwelijk!</w:t></w:r></w:p>")),
        deel="word/footer1.xml",
    )
    assert meldingen(voorstel) == ["In de voettekst staat andere tekst."]
    assert voorstel.buiten[0].nieuw[0].endswith("Vertrouwelijk!")


def test_een_weggehaald_of_dubbel_veld(terug: Callable[..., Voorstel], zaak: Path) -> None:
    naam = sleutel(woord(zaak, PLAN), "activiteiten.0.wat")

    def weg(wortel: Knoop) -> None:
        sdt = control(wortel, naam)
        inhoud = sdt.find(f"{{{W}}}sdtContent")
        houder = sdt.getparent()
        assert inhoud is not None
        assert houder is not None
        for kind in list(inhoud):
            sdt.addprevious(kind)
        houder.remove(sdt)

    def dubbel(wortel: Knoop) -> None:
        alinea = next(control(wortel, naam).iterancestors(f"{{{W}}}p"))
        alinea.addnext(xml(_als_tekst(alinea))[0])

    for stap, zin in ((weg, "uit het Word-bestand verdwenen"), (dubbel, "meer dan één keer")):
        voorstel = terug(stap)
        assert [(een.code, een.pad) for een in voorstel.findings] == [("INL-11", "activiteiten.0.wat")]
        assert zin in voorstel.findings[0].melding
        assert voorstel.buiten


def _als_tekst(knoop: Knoop) -> str:
    return etree.tostring(knoop, encoding="unicode")


def test_een_bijgehouden_wijziging_in_een_veld(terug: Callable[..., Voorstel], zaak: Path) -> None:
    """Welke tekst geldt, weet alleen wie haar schreef."""
    naam = sleutel(woord(zaak, PLAN), "activiteiten.0.wat")

    def stap(wortel: Knoop) -> None:
        inhoud = control(wortel, naam).find(f"{{{W}}}sdtContent")
        assert inhoud is not None
        inhoud.extend(xml('<w:ins w:id="1"><w:r><w:t> en meer</w:t></w:r></w:ins>'))

    voorstel = terug(stap)
    assert [(een.code, een.pad) for een in voorstel.findings] == [("INL-11", "activiteiten.0.wat")]
    assert not voorstel.kan


def test_een_antwoord_dat_geen_veld_is(tmp_path: Path) -> None:
    """Wat een ander op een formulier invult of aankruist, is geen veld van de zaak, maar gaat niet verloren."""
    zaak = CASES / "2025-0402"
    docx = woord(zaak, "oordeel-werknemer")

    def kruis_aan(wortel: Knoop) -> None:
        next(alinea_met(wortel, "☐").iter(f"{{{W}}}t")).text = "☒"

    pad = leg_neer(tmp_path, bewerk(docx, kruis_aan, typ("invul1", "Ja, dat klopt.")))
    voorstel = lees_in(pad, [zaak], werkplaats(), PEILDATUM)
    assert [(een.oud, een.nieuw) for een in voorstel.buiten] == [
        (("☐ Ja",), ("☒ Ja",)),
        ((), ("Ja, dat klopt.",)),
    ]


def test_word_mag_zijn_eigen_dingen_doen(zaak: Path, tmp_path: Path) -> None:
    """Andere namen voor onderdelen, een samengesteld paginaveld, lege alinea's en een inhoudsopgave veranderen niets."""
    docx = woord(zaak, PLAN)
    anders = {
        naam.replace("customXml/item1", "customXml/item7"): inhoud.replace(b"item1.xml", b"item7.xml")
        if naam.endswith(".rels") or naam.startswith("[")
        else inhoud
        for naam, inhoud in delen(docx).items()
    }
    veld = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    def paginaveld(wortel: Knoop) -> None:
        eenvoudig = next(wortel.iter(f"{{{W}}}fldSimple"))
        for knoop in xml(veld):
            eenvoudig.addprevious(knoop)
        houder = eenvoudig.getparent()
        assert houder is not None
        houder.remove(eenvoudig)

    toc = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        "<w:p><w:r><w:t>1 Partijen 3</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p/>"
    )
    nieuw = bewerk(bewerk(pak(anders), paginaveld, deel="word/footer1.xml"), achter("Plan van aanpak", toc))
    voorstel = lees_in(leg_neer(tmp_path, nieuw), [zaak], werkplaats(), PEILDATUM)
    assert (voorstel.wijzigingen, voorstel.buiten, voorstel.findings) == ((), (), ())


def test_een_veld_en_iets_daarbuiten(terug: Callable[..., Voorstel], zaak: Path) -> None:
    """Het veld kan worden overgenomen; dat er iets achterblijft, beslist een mens."""
    voorstel = terug(
        typ(sleutel(woord(zaak, PLAN), "activiteiten.0.wat"), "Iets anders"), _weg("4 Afspraken")
    )
    assert [een.nieuw for een in voorstel.wijzigingen] == ["Iets anders"]
    assert voorstel.kan
    assert not voorstel.schoon


@pytest.mark.parametrize(
    ("runs", "wat"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "een symbool"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "verborgen tekst"),
        ("<w:r><w:drawing/></w:r>", "een afbeelding of tekstvak"),
        (
            '<w:fldSimple w:instr=" DATE "><w:r><w:t>1 mei 2026</w:t></w:r></w:fldSimple>',
            "een veld dat Word zelf invult",
        ),
    ],
)
def test_wat_in_een_veld_geen_tekst_is(
    terug: Callable[..., Voorstel], zaak: Path, runs: str, wat: str
) -> None:
    """Wie het overneemt, raakt het kwijt of schrijft in de zaak wat niemand typte: dan liever niets."""
    naam = sleutel(woord(zaak, PLAN), "activiteiten.0.wat")

    def stap(wortel: Knoop) -> None:
        typ(naam, "Taken kiezen")(wortel)
        inhoud = control(wortel, naam).find(f"{{{W}}}sdtContent")
        assert inhoud is not None
        next(iter(inhoud.iter(f"{{{W}}}p")), inhoud).extend(xml(runs))

    voorstel = terug(stap)
    assert not voorstel.wijzigingen
    assert [finding.melding for finding in voorstel.findings] == [
        f"In dit veld staat {wat}; dat gaat als tekst verloren. Veld: Wat er gebeurt."
    ]


@pytest.mark.parametrize(
    ("blok", "wat"),
    [
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ma</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "een tabel"),
        (
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>een</w:t></w:r></w:p>',
            "een opsomming waarvan Word de nummers of puntjes zet",
        ),
    ],
)
def test_een_geplakte_tabel_of_opsomming(
    terug: Callable[..., Voorstel], zaak: Path, blok: str, wat: str
) -> None:
    naam = sleutel(woord(zaak, PLAN), "visie_werknemer")

    def stap(wortel: Knoop) -> None:
        next(control(wortel, naam).iter(f"{{{W}}}p")).addprevious(xml(blok)[0])

    voorstel = terug(stap)
    assert not voorstel.wijzigingen
    assert [finding.melding for finding in voorstel.findings] == [
        f"In dit veld staat {wat}; dat gaat als tekst verloren. Veld: Hoe de werknemer dit ziet."
    ]
