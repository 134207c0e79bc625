"""What must stay together on a page, the same in both formats.

A signature without the text that it signs is worth little: its block takes its heading along, and in a
running text the two paragraphs before it.
"""

from dossiergen.render.boom import Element

__all__ = [
    "hoort_bij_volgende",
    "is_korte_tabel",
    "is_lang",
    "is_ondertekend_deel",
    "is_open_keuze",
    "is_vraag",
    "tekst_voor_ondertekening",
]

_TWEE_ALINEAS = 2
_KORT = 5
_LANG = 1500
"""Letters; what has more may be higher than a page, and can then only be read where it breaks."""
_DRIE_OPTIES = 3


def is_ondertekend_deel(element: Element) -> bool:
    """Whether this is the section around a signature block."""
    return element.naam == "section" and any(kind.blok == "ondertekening" for kind in element.elementen)


def is_vraag(element: Element) -> bool:
    """Whether this is a section that ends with room to write an answer."""
    return element.naam == "section" and any(kind.blok == "invulveld" for kind in element.elementen)


def is_open_keuze(element: Element) -> bool:
    """Whether these are options of which the reader has yet to choose one."""
    return element.blok == "keuze" and all(kind.attr("data-gekozen") == "nee" for kind in element.elementen)


def is_lang(element: Element) -> bool:
    """Whether this may not be kept on one page: WeasyPrint leaves out the head of a table that it cannot break."""
    return len(element.platte_tekst) > _LANG


def is_korte_tabel(element: Element) -> bool:
    """Whether this table reads badly when it breaks over pages."""
    rijen = sum(kind.naam == "tr" for deel in element.elementen for kind in deel.elementen)
    return element.naam == "table" and rijen <= _KORT and not is_lang(element)


def _is_kort(sectie: Element) -> bool:
    """A heading with a short table, or with one or two paragraphs."""
    rest = sectie.elementen[1:]
    return all(kind.naam == "p" or is_korte_tabel(kind) for kind in rest) and len(rest) <= _TWEE_ALINEAS


def tekst_voor_ondertekening(houder: Element, plaats: int) -> bool:
    """Whether the child at `plaats` is a long section whose end goes along with the signatures that follow."""
    kind, rest = houder.kinderen[plaats], houder.kinderen[plaats + 1 : plaats + 2]
    voor = any(isinstance(volgend, Element) and is_ondertekend_deel(volgend) for volgend in rest)
    return voor and isinstance(kind, Element) and kind.naam == "section" and not _is_kort(kind)


def _is_optie_bij_volgende(nummer: int, aantal: int) -> bool:
    """Options stay together; many of them may go on on the next page, with no less than three on either."""
    return not _DRIE_OPTIES <= nummer <= aantal - _DRIE_OPTIES


def hoort_bij_volgende(houder: Element, plaats: int) -> bool:
    """Whether the child at `plaats` may not be the last on its page."""
    kinderen = houder.kinderen
    kind = kinderen[plaats]
    if isinstance(kind, str) or plaats + 1 == len(kinderen):
        return False
    if houder.blok == "keuze":
        return _is_optie_bij_volgende(plaats + 1, len(kinderen))
    if kind.naam in {"h1", "h2", "h3", "caption"} or (is_vraag(houder) and kind.naam != "section"):
        return True
    volgt = kinderen[plaats + 1]
    if isinstance(volgt, Element) and _leidt_in(kind, volgt):
        return True
    return kind.naam != "section" and _gaat_mee_met_ondertekening(houder, plaats)


def _leidt_in(kind: Element, volgt: Element) -> bool:
    """Whether the one says little on a page without the other."""
    if kind.naam == "section":
        # A signature is not left alone on a page where a short section can go along.
        return is_ondertekend_deel(volgt) and _is_kort(kind)
    if kind.blok == "keuze":
        # What explains a choice stays with it.
        return volgt.naam in {"p", "section"}
    # A sentence that announces a table says nothing without it.
    return kind.naam == "p" and volgt.naam == "table"


def _gaat_mee_met_ondertekening(houder: Element, plaats: int) -> bool:
    """Whether a signature follows closely."""
    volgende = houder.kinderen[plaats + 1 :]
    if not is_ondertekend_deel(houder):
        volgende = volgende[:_TWEE_ALINEAS]
    return any(isinstance(later, Element) and later.blok == "ondertekening" for later in volgende)
