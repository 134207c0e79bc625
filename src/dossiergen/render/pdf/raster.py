"""A logo as PNG, for Word: drawn by the same engine that draws it in the PDF."""

import io
from xml.etree import ElementTree as ET

import pypdfium2

from dossiergen.huisstijl import Huisstijl, Logo
from dossiergen.render.pdf.middelen import LOGO, SCHEMA
from dossiergen.render.pdf.motor import Stijlblad, Zetsel

__all__ = ["logo_als_png"]

_DPI = 300


def logo_als_png(stijl: Huisstijl) -> bytes | None:
    """The style's logo on white, at the size that it has in a letter; None where it has none."""
    if stijl.logo is None:
        return None
    return stijl.logo.inhoud if stijl.logo.soort == "png" else _getekend(stijl.logo)


def _getekend(logo: Logo) -> bytes:
    maten = f"width: {logo.breedte}mm; height: {logo.hoogte}mm"
    html = ET.Element("html", lang="nl")
    ET.SubElement(ET.SubElement(html, "head"), "title").text = logo.alt
    beeld = {"src": f"{SCHEMA}{LOGO}", "alt": logo.alt, "style": f"display: block; {maten}"}
    ET.SubElement(ET.SubElement(html, "body", style="margin: 0"), "img", beeld)
    blad = f"@page {{ size: {logo.breedte}mm {logo.hoogte}mm; margin: 0 }}"
    pdf = Zetsel(html, Stijlblad(blad, {LOGO: logo})).schrijf()
    document = pypdfium2.PdfDocument(pdf)
    try:
        uit = io.BytesIO()
        document[0].render(scale=_DPI / 72).to_pil().convert("RGB").save(uit, "PNG", dpi=(_DPI, _DPI))
        return uit.getvalue()
    finally:
        document.close()
