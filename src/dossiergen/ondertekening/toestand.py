"""Whether a PDF may take a signature in a field, given what was signed in it before."""

from collections.abc import Sequence

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import FieldMDPSpec, MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, read_certification_data

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening.heelheid import heel, ingebed, later
from dossiergen.ondertekening.lezen import waarde as waarde_van
from dossiergen.ondertekening.oordeel import Later

__all__ = ["controleer", "controleer_opbouw"]


def controleer(lezer: PdfFileReader, pdf: bytes, veld: str) -> bool:
    """Raises OndertekenFout where it may not; says whether this is the first signature of the document."""
    controleer_opbouw(lezer)
    _controleer_veld(lezer, veld)
    eerdere = ingebed(lezer)
    for eerder in eerdere:
        if not heel(eerder, pdf) or later(eerder, pdf) is Later.VERBODEN:
            raise OndertekenFout(
                "Deze PDF is na een eerdere handtekening veranderd.",
                "Vraag om het bestand zoals het is ondertekend.",
            )
    _controleer_sloten(lezer, [eerder.handtekening for eerder in eerdere if eerder.handtekening], veld)
    return not eerdere


def controleer_opbouw(lezer: PdfFileReader) -> None:
    """Raises OndertekenFout where readers may not see the same file."""
    if lezer.xrefs.hybrid_xrefs_present:
        raise OndertekenFout(
            "Deze PDF heeft twee inhoudsopgaven naast elkaar en kan niet veilig worden ondertekend.",
            "Gebruik het bestand zoals dossiergen het maakte.",
        )


def _controleer_veld(lezer: PdfFileReader, veld: str) -> None:
    gevonden = [
        (waarde, verwijzing.get_object())
        for naam, waarde, verwijzing in enumerate_sig_fields(lezer)
        if naam == veld
    ]
    if not gevonden:
        raise OndertekenFout(
            "Deze PDF heeft geen handtekeningveld voor deze ondertekenaar.",
            "Maak het stuk opnieuw als definitief stuk; dan staat het veld erin.",
        )
    waarde, veldwoord = gevonden[0]
    if waarde is not None:
        raise OndertekenFout(
            "Dit handtekeningveld is al ondertekend.", "Er is niets meer te ondertekenen in dit veld."
        )
    if len(gevonden) > 1 or not _enkel(veldwoord):
        raise OndertekenFout(
            "Dit handtekeningveld is niet zoals dossiergen het maakt.",
            "Gebruik het bestand zoals dossiergen het maakte.",
        )


def _enkel(veld: generic.DictionaryObject) -> bool:
    """One place on one page, with a width and a height, and no wishes of its own."""
    if "/Kids" in veld or "/SV" in veld or "/Lock" in veld or waarde_van(veld, "/Subtype") != "/Widget":
        return False
    x1, y1, x2, y2 = (float(punt) for punt in veld["/Rect"])
    return x1 != x2 and y1 != y2


def _controleer_sloten(lezer: PdfFileReader, eerdere: Sequence[EmbeddedPdfSignature], veld: str) -> None:
    """A signature before this one may allow no other after it, or may have locked this field."""
    waarmerk = read_certification_data(lezer)
    niveaus = [eerder.docmdp_level for eerder in eerdere]
    if MDPPerm.NO_CHANGES in niveaus or (waarmerk and waarmerk.permission == MDPPerm.NO_CHANGES):
        raise OndertekenFout(
            "Een eerdere handtekening staat in deze PDF geen andere meer toe.",
            "Vraag om een exemplaar waarin de anderen nog kunnen ondertekenen.",
        )
    sloten: list[FieldMDPSpec] = [eerder.fieldmdp for eerder in eerdere if eerder.fieldmdp]
    if any(slot.is_locked(veld) for slot in sloten):
        raise OndertekenFout(
            "Een eerdere handtekening heeft dit veld vergrendeld.",
            "Vraag om een exemplaar waarin dit veld nog vrij is.",
        )
