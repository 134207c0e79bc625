"""The semantic tree of a document: what both writers read, and what a document is compared by."""

from dossiergen.render.boom.inhoud import inhoud
from dossiergen.render.boom.lezen import lees
from dossiergen.render.boom.tekst import merk, tekst
from dossiergen.render.boom.waarden import Boom, Element

__all__ = ["Boom", "Element", "inhoud", "lees", "merk", "tekst"]
