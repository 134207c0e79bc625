"""Puts the fields for signatures into a PDF that is being written: empty, tagged, and ready to be signed.

Such a field has to be there before anything is signed: whoever signs then only adds to the file, and what was written
stays as it is. An empty appearance is what PDF/A asks of a field without a signature.
"""

from typing import Any

import pydyf  # type: ignore[import-untyped]

from dossiergen.render.pdf.labels import Veld

__all__ = ["Velden"]

_AFDRUKKEN_EN_VAST = 132
"""Flags of an annotation: it is printed, and no reader may move or remove it."""


class Velden:
    """The form of one file; `ouders` are the tags of its fields, in the order of the table of parents."""

    def __init__(self, pdf: Any, eerste: int) -> None:
        self._pdf = pdf
        self._eerste = eerste
        self._velden: list[bytes] = []
        self.ouders: list[bytes] = []

    def zet(self, veld: Veld, label: bytes) -> object:
        """Write a field whose tag is `label`; what that tag holds of it."""
        blad = self._pdf.page_references[veld.blad]
        woorden = pydyf.String(f"Handtekening van de {veld.partij}")
        knop = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Widget",
                "FT": "/Sig",
                "T": pydyf.String(f"handtekening-{veld.partij}"),
                "TU": woorden,
                "Contents": woorden,
                "F": _AFDRUKKEN_EN_VAST,
                "Rect": pydyf.Array(veld.vak),
                "P": blad,
                "StructParent": self._eerste + len(self.ouders),
                "AP": pydyf.Dictionary({"N": self._leeg_beeld(veld)}),
            }
        )
        self._pdf.add_object(knop)
        self._velden.append(knop.reference)
        self.ouders.append(label)
        bladzijde = self._pdf.objects[int(blad.split()[0])]
        bladzijde.setdefault("Annots", pydyf.Array()).append(knop.reference)
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": knop.reference, "Pg": blad})

    def _leeg_beeld(self, veld: Veld) -> bytes:
        links, onder, rechts, boven = veld.vak
        maten = pydyf.Array((0, 0, round(rechts - links, 3), round(boven - onder, 3)))
        beeld = pydyf.Stream(
            extra={"Type": "/XObject", "Subtype": "/Form", "BBox": maten, "Resources": pydyf.Dictionary()}
        )
        self._pdf.add_object(beeld)
        verwijzing: bytes = beeld.reference
        return verwijzing

    def sluit(self) -> None:
        """Tell the file of its form; one without fields has none."""
        if self._velden:
            self._pdf.catalog["AcroForm"] = pydyf.Dictionary({"Fields": pydyf.Array(self._velden)})
