"""Running heads and feet."""

from dossiergen.render.docx.wml import Knoop, alinea, als_bestand, run, tab, twips, w

__all__ = ["koptekst", "voettekst"]


def koptekst(afzender: list[Knoop], status: str, kleur: str, wit: float = 0) -> bytes:
    """Sender on the left, status on the right, where it cannot be missed. `wit`: millimetres above it."""
    opmaak = (w("color", val=kleur.lstrip("#")), w("spacing", val=10), w("sz", val=22), w("szCs", val=22))
    regel = [
        *afzender,
        *([tab(), run(status, *opmaak)] if status else []),
    ]
    erboven = [w("spacing", before=twips(wit))] if wit else []
    return als_bestand(w("hdr", alinea("Koptekst", regel, *erboven)))


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
