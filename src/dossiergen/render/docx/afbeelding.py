"""A picture in a line of text."""

from lxml import etree

from dossiergen.render.docx.wml import NS, Knoop, w

__all__ = ["afbeelding"]

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PER_MM = 36_000


def afbeelding(relatie: str, breedte_mm: float, hoogte_mm: float, alt: str, nummer: int) -> Knoop:
    """A run with the picture that the part calls `relatie`; `alt` is read aloud, `nummer` is its own in the file."""
    breed, hoog = str(round(breedte_mm * _PER_MM)), str(round(hoogte_mm * _PER_MM))
    naam = f"Afbeelding {nummer}"
    inline = etree.Element(f"{{{_WP}}}inline", nsmap={"wp": _WP}, distT="0", distB="0", distL="0", distR="0")
    etree.SubElement(inline, f"{{{_WP}}}extent", cx=breed, cy=hoog)
    etree.SubElement(inline, f"{{{_WP}}}docPr", id=str(nummer), name=naam, descr=alt)
    kader = etree.SubElement(inline, f"{{{_WP}}}cNvGraphicFramePr")
    etree.SubElement(kader, f"{{{_A}}}graphicFrameLocks", nsmap={"a": _A}, noChangeAspect="1")
    grafiek = etree.SubElement(inline, f"{{{_A}}}graphic", nsmap={"a": _A})
    gegevens = etree.SubElement(grafiek, f"{{{_A}}}graphicData", uri=_PIC)
    beeld = etree.SubElement(gegevens, f"{{{_PIC}}}pic", nsmap={"pic": _PIC})
    over = etree.SubElement(beeld, f"{{{_PIC}}}nvPicPr")
    etree.SubElement(over, f"{{{_PIC}}}cNvPr", id=str(nummer), name=naam, descr=alt)
    etree.SubElement(over, f"{{{_PIC}}}cNvPicPr")
    vulling = etree.SubElement(beeld, f"{{{_PIC}}}blipFill")
    etree.SubElement(vulling, f"{{{_A}}}blip").set(f"{{{NS['r']}}}embed", relatie)
    etree.SubElement(etree.SubElement(vulling, f"{{{_A}}}stretch"), f"{{{_A}}}fillRect")
    vorm = etree.SubElement(beeld, f"{{{_PIC}}}spPr")
    plaats = etree.SubElement(vorm, f"{{{_A}}}xfrm")
    etree.SubElement(plaats, f"{{{_A}}}off", x="0", y="0")
    etree.SubElement(plaats, f"{{{_A}}}ext", cx=breed, cy=hoog)
    rechthoek = etree.SubElement(vorm, f"{{{_A}}}prstGeom", prst="rect")
    etree.SubElement(rechthoek, f"{{{_A}}}avLst")
    return w("r", w("drawing", inline))
