"""qpdf, as pikepdf carries it: whether the bytes of a PDF are whole, from the first object to the last."""

import io

import pikepdf

from dossiergen.dossier.keuring.bezwaar import Bezwaar

__all__ = ["VERSIE", "is_heel", "keur_heelheid"]

VERSIE = str(pikepdf.__libqpdf_version__)


def keur_heelheid(pdf: bytes) -> tuple[Bezwaar, ...]:
    """What `qpdf --check` objects to. A file that has to be repaired to be read is not whole."""
    try:
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as inhoud:
            gebreken = [*inhoud.check_pdf_syntax(), *inhoud.get_warnings()]
    except pikepdf.PikepdfError:
        return (Bezwaar("onleesbaar", "De PDF is beschadigd of niet compleet."),)
    return (Bezwaar("opbouw", "De PDF heeft fouten in zijn opbouw."),) if gebreken else ()


def is_heel(pdf: bytes) -> bool:
    """Whether a file can be read without mending it; what others wrote may have faults that harm nobody."""
    try:
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as inhoud:
            return bool(len(inhoud.pages))
    except pikepdf.PikepdfError:
        return False
