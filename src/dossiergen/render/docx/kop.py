"""Running heads and feet."""

from dossiergen.render.docx.wml import Knoop, alinea, als_bestand, run, tab, w

__all__ = ["koptekst", "voettekst"]


def koptekst(afzender: str, status: str, kleur: str) -> bytes:
    """Sender on the left, status on the right, where it cannot be missed."""
    opmaak = (w("color", val=kleur.lstrip("#")), w("spacing", val=10), w("sz", val=22), w("szCs", val=22))
    regel = [
        *([run(afzender)] if afzender else []),
        *([tab(), run(status, *opmaak)] if status else []),
    ]
    return als_bestand(w("hdr", alinea("Koptekst", regel)))


def voettekst(voet: str) -> bytes:
    """What the document is on the left, the page on the right."""
    regel = [
        *([run(voet)] if voet else []),
        tab(),
        run("pagina "),
        _veld("PAGE"),
        run(" van "),
        _veld("NUMPAGES"),
    ]
    return als_bestand(w("ftr", alinea("Voettekst", regel)))


def _veld(naam: str) -> Knoop:
    """A field that Word computes; 1 until it has."""
    return w("fldSimple", run("1"), instr=f" {naam} ")
