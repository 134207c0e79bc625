"""Writes the tree as a Word document whose fields can flow back into the case."""

from dossiergen.render.docx.schrijver import DocxSchrijver

__all__ = ["DocxSchrijver"]
