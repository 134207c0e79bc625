"""What the form of a finished PDF may hold (PRV-07): fields for signatures, the signatures in them, and nothing to read beside the page.

A signature can carry a reason, a place and an address of its own. None of ours does: what is to be read, stands on the page.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from dossiergen.render.boom.woordenschat import PARTIJEN

__all__ = ["formulier_verraadt"]

_FORMULIER = frozenset({"/Fields", "/SigFlags"})
_VELD = re.compile(f"handtekening-({'|'.join(PARTIJEN)})")
_WOORDEN = "Handtekening van de {}"
_KNOP = frozenset({"/Type", "/Subtype", "/FT", "/T", "/F", "/Rect", "/P", "/V", "/AP"})
_GELABELD = _KNOP | {"/TU", "/Contents", "/StructParent"}
_STEMPELVELD = re.compile(r"[A-Za-z]{1,20}-[0-9a-f-]{1,40}")
_BEELD = frozenset(
    {
        "/Type",
        "/Subtype",
        "/FormType",
        "/BBox",
        "/Matrix",
        "/Resources",
        "/Group",
        "/Length",
        "/Filter",
        "/DecodeParms",
    }
)
_HANDTEKENING = frozenset({"/Type", "/Filter", "/SubFilter", "/ByteRange", "/Contents", "/M", "/Reference"})
_SOORTEN = {"/Sig": "/ETSI.CAdES.detached", "/DocTimeStamp": "/ETSI.RFC3161"}
_MOMENT = re.compile(r"D:\d{14}(?:Z|[+-]\d\d'\d\d'?)")
_VERWIJST = frozenset({"/Type", "/TransformMethod", "/TransformParams"})
_MAG_NOG = frozenset({"/Type", "/P", "/V"})
_BEWIJS = frozenset({"/Type", "/Certs", "/CRLs", "/OCSPs", "/VRI"})
_UITBREIDING = frozenset({"/Type", "/BaseVersion", "/ExtensionLevel"})
_DIEPST = 8


def formulier_verraadt(pdf: pikepdf.Pdf) -> bool:
    """Whether a form, what is signed in it, or what was added for whoever verifies that, holds anything else."""
    wortel = pdf.Root
    velden = tuple(_velden(wortel.get("/AcroForm")))
    getekend = [veld.V for veld in velden if isinstance(veld, Dictionary) and "/V" in veld]
    return not (
        _heeft_alleen(wortel.get("/AcroForm", Dictionary()), _FORMULIER)
        and all(map(_is_veld, velden))
        and set(_knoppen(pdf)) == {veld.objgen for veld in velden}
        and _heeft_alleen(wortel.get("/DSS", Dictionary()), _BEWIJS)
        and _zijn_uitbreidingen(wortel.get("/Extensions", Dictionary()))
        and _heeft_alleen(rechten := wortel.get("/Perms", Dictionary()), {"/DocMDP"})
        and all(recht in getekend for recht in rechten.values())
    )


def _velden(formulier: Any) -> Iterator[Any]:
    velden = formulier.get("/Fields") if isinstance(formulier, Dictionary) else None
    return iter(velden) if isinstance(velden, Array) else iter(())


def _knoppen(pdf: pikepdf.Pdf) -> Iterator[tuple[int, int]]:
    for blad in pdf.pages:
        for noot in blad.obj.get("/Annots", ()):
            if noot.get("/Subtype") == Name.Widget:
                yield noot.objgen


def _heeft_alleen(ding: Any, namen: AbstractSet[str]) -> bool:
    return isinstance(ding, Dictionary) and set(ding.keys()) <= namen


def _zijn_uitbreidingen(uitbreidingen: Any) -> bool:
    """Whether a file says no more than that it has signatures as PAdES has them."""
    return _heeft_alleen(uitbreidingen, {"/ESIC"}) and all(
        _heeft_alleen(een, _UITBREIDING) for een in uitbreidingen.values()
    )


def _is_veld(veld: Any) -> bool:
    """A field for the signature of a party, or the one of a timestamp over the file."""
    if not isinstance(veld, Dictionary) or veld.get("/FT") != Name.Sig:
        return False
    naam, waarde = str(veld.get("/T", "")), veld.get("/V")
    if waarde is not None and not _is_handtekening(waarde):
        return False
    if gevonden := _VELD.fullmatch(naam):
        woorden = {str(veld.get(sleutel, "")) for sleutel in ("/TU", "/Contents")}
        is_van_ons = _heeft_alleen(veld, _GELABELD) and woorden == {_WOORDEN.format(gevonden[1])}
        return is_van_ons and _is_beeld(veld.get("/AP"), leeg=waarde is None)
    is_stempel = isinstance(waarde, Dictionary) and waarde.get("/Type") == Name.DocTimeStamp
    return is_stempel and _heeft_alleen(veld, _KNOP - {"/AP"}) and bool(_STEMPELVELD.fullmatch(naam))


def _is_beeld(beelden: Any, *, leeg: bool) -> bool:
    """One appearance: nothing until there is a signature, and then a stamp without anything of its own beside it."""
    if not _heeft_alleen(beelden, {"/N"}) or not isinstance(beelden.get("/N"), pikepdf.Stream):
        return False
    if leeg and beelden.N.read_bytes().strip():
        return False
    return _is_kaal(beelden.N, _DIEPST)


def _is_kaal(vorm: Any, diep: int) -> bool:
    """Whether a form has what it paints, and no properties, layers or files; and the forms in it as well."""
    if not diep or set(vorm.keys()) - _BEELD:
        return False
    bronnen = vorm.get("/Resources")
    binnen = bronnen.get("/XObject") if isinstance(bronnen, Dictionary) else None
    vormen = binnen.values() if isinstance(binnen, Dictionary) else ()
    return all(isinstance(een, pikepdf.Stream) and _is_kaal(een, diep - 1) for een in vormen)


def _is_handtekening(waarde: Any) -> bool:
    if not _heeft_alleen(waarde, _HANDTEKENING):
        return False
    if _SOORTEN.get(str(waarde.get("/Type"))) != str(waarde.get("/SubFilter")):
        return False
    verwijzingen = waarde.get("/Reference", Array())
    return (
        waarde.get("/Filter") == Name("/Adobe.PPKLite")
        and ("/M" not in waarde or bool(_MOMENT.fullmatch(str(waarde.M))))
        and isinstance(verwijzingen, Array)
        and all(map(_zegt_wat_mag, verwijzingen))
    )


def _zegt_wat_mag(verwijzing: Any) -> bool:
    """Whether this only says what may still be done to a certified file."""
    return (
        _heeft_alleen(verwijzing, _VERWIJST)
        and verwijzing.get("/TransformMethod") == Name.DocMDP
        and _heeft_alleen(verwijzing.get("/TransformParams"), _MAG_NOG)
    )
