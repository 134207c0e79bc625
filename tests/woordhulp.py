"""Word files as somebody gives them back: made from a case without a PDF, and edited as Word writes it down."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from lxml import etree

from dossiergen.dossier.bestandsnaam import naam_van
from dossiergen.dossier.inlezen.kaart import lees_kaart
from dossiergen.dossier.inlezen.pakket import open_pakket
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.huisstijl import Huisstijl
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.pdf import logo_als_png
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_bedrijfsartsdeel
from dossierhulp import laad_map

PEILDATUM = dt.date(2026, 6, 1)
SJABLONEN = Sjablonen.standaard()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_NS = f'xmlns:w="{W}" xmlns:w14="{W14}"'
HOOFDTEKST = "word/document.xml"

Knoop = etree._Element  # noqa: SLF001  lxml has no public name for it


@cache
def werkplaats(huisstijl: str | None = None) -> Werkplaats:
    return Werkplaats(SJABLONEN, huisstijl)


@cache
def _schrijver(stijl: Huisstijl) -> DocxSchrijver:
    return DocxSchrijver(stijl, logo_als_png(stijl))


def woord(map_: Path, naam: str, huisstijl: str | None = None) -> bytes:
    """The Word file of one document of a case."""
    geladen = laad_map(map_)
    zaak = geladen.zaak
    assert zaak is not None, geladen.findings
    deel = laad_bedrijfsartsdeel(map_, geladen.gedeeld).deel
    plaats = werkplaats(huisstijl)
    for stuk in (*zaak.stukken, *(deel.stukken if deel else ())):
        for vorm in plaats.vormen_van(zaak, stuk):
            if naam_van(vorm, stuk) == naam:
                ontwerp = plaats.ontwerp(zaak, stuk, vorm, PEILDATUM)
                tekst = plaats.tekst(ontwerp)
                return _schrijver(ontwerp.huisstijl).schrijf(tekst.boom, tekst.eigenschappen)
    raise AssertionError(naam)


def delen(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def pak(inhoud: Mapping[str, bytes]) -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, deel in inhoud.items():
            pakket.writestr(naam, deel)
    return doel.getvalue()


def bewerk(docx: bytes, *stappen: Callable[[Knoop], object], deel: str = HOOFDTEKST) -> bytes:
    """The file with one of its parts changed."""
    inhoud = delen(docx)
    wortel = etree.fromstring(inhoud[deel])
    for stap in stappen:
        stap(wortel)
    return pak(
        {**inhoud, deel: etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)}
    )


def sleutel(docx: bytes, pad: str) -> str:
    """The key of the control that shows a field."""
    velden = lees_kaart(open_pakket(docx, "x")).velden
    return next(naam for naam, plek in velden.items() if plek.pad == pad)


def control(wortel: Knoop, naam: str) -> Knoop:
    for tag in wortel.iter(f"{{{W}}}tag"):
        if tag.get(f"{{{W}}}val") == naam:
            eigenschappen = tag.getparent()
            assert eigenschappen is not None
            sdt = eigenschappen.getparent()
            assert sdt is not None
            return sdt
    raise AssertionError(naam)


def xml(tekst: str) -> list[Knoop]:
    """Elements as Word writes them."""
    return list(etree.fromstring(f"<w:x {_NS}>{tekst}</w:x>"))


def _ontsnapt(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def als_runs(tekst: str) -> str:
    """A line of text cut up at random places, with what Word leaves between: spelling marks, bookmarks, revision numbers."""
    helft = len(tekst) // 2
    return (
        f'<w:r w:rsidR="00A1"><w:t xml:space="preserve">{_ontsnapt(tekst[:helft])}</w:t></w:r>'
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" w:name="_GoBack"/>'
        f'<w:r w:rsidRPr="00B2"><w:rPr><w:lang w:val="en-US"/></w:rPr><w:lastRenderedPageBreak/>'
        f'<w:t xml:space="preserve">{_ontsnapt(tekst[helft:])}</w:t></w:r>'
        '<w:bookmarkEnd w:id="7"/><w:proofErr w:type="spellEnd"/>'
    )


def typ(naam: str, tekst: str) -> Callable[[Knoop], None]:
    """Type other text in a control; an empty line begins a paragraph where the control can hold one."""

    def stap(wortel: Knoop) -> None:
        inhoud = control(wortel, naam).find(f"{{{W}}}sdtContent")
        assert inhoud is not None
        alineas = list(inhoud.iter(f"{{{W}}}p"))
        if not alineas:
            for kind in list(inhoud):
                inhoud.remove(kind)
            inhoud.extend(xml(als_runs(tekst)))
            return
        houder = alineas[0].getparent()
        assert houder is not None
        plek = houder.index(alineas[0])
        for alinea in alineas:
            houder.remove(alinea)
        for nr, deel in enumerate(tekst.split("\n\n")):
            houder.insert(plek + nr, xml(f"<w:p>{als_runs(deel)}</w:p>")[0])

    return stap


def vink(naam: str, *plaatsen: int) -> Callable[[Knoop], None]:
    """Tick these boxes of a choice, and no other."""

    def stap(wortel: Knoop) -> None:
        for nr, vak in enumerate(control(wortel, naam).iter(f"{{{W14}}}checkbox")):
            stand = vak.find(f"{{{W14}}}checked")
            assert stand is not None
            stand.set(f"{{{W14}}}val", "1" if nr in plaatsen else "0")
            sdt = next(boven for boven in vak.iterancestors(f"{{{W}}}sdt"))
            teken = next(sdt.iter(f"{{{W}}}t"))
            teken.text = "☒" if nr in plaatsen else "☐"

    return stap


def achter(tekst: str, xml_tekst: str) -> Callable[[Knoop], None]:
    """Put elements behind the paragraph that begins with this text."""

    def stap(wortel: Knoop) -> None:
        alinea = alinea_met(wortel, tekst)
        for knoop in reversed(xml(xml_tekst)):
            alinea.addnext(knoop)

    return stap


def alinea_met(wortel: Knoop, tekst: str) -> Knoop:
    for alinea in wortel.iter(f"{{{W}}}p"):
        if "".join(t.text or "" for t in alinea.iter(f"{{{W}}}t")).startswith(tekst):
            return alinea
    raise AssertionError(tekst)


def leg_neer(map_: Path, docx: bytes) -> Path:
    pad = map_ / "bewerkt.docx"
    pad.write_bytes(docx)
    return pad


def samen(stappen: Iterable[Callable[[Knoop], object]]) -> Callable[[Knoop], None]:
    def stap(wortel: Knoop) -> None:
        for een in stappen:
            een(wortel)

    return stap
