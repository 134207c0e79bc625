"""Writes the tree as PDF/A-3a that is PDF/UA-1 as well."""

from dossiergen.render.pdf.motor import systeemversies
from dossiergen.render.pdf.raster import logo_als_png
from dossiergen.render.pdf.schrijver import PdfSchrijver

__all__ = ["PdfSchrijver", "logo_als_png", "systeemversies"]
