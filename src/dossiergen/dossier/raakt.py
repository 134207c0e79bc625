"""Which document a finding is about, where a file holds more of them."""

from collections.abc import Iterable

from dossiergen.zaak import Stuk
from dossiergen.zaak.bedrijfsartsdeel import VERZOEKEN
from dossiergen.zaak.yaml import Pad, pad_tekst

__all__ = ["raakt"]


def raakt(pad: str, stuk: Stuk, stukken: Iterable[Stuk]) -> bool:
    """Whether what is wrong at a path of its file is wrong for a document. `stukken`: all of that file."""
    if not stuk.pad or _onder(pad, stuk.pad):
        return True
    if any(_onder(pad, ander.pad) for ander in stukken if ander.pad != stuk.pad):
        return False
    # What a request says outside its documents, holds for all of them and for no other request.
    van_een_verzoek = _onder(pad, (VERZOEKEN,))
    return not van_een_verzoek or (stuk.raadpleging is not None and _onder(pad, stuk.pad[:2]))


def _onder(pad: str, boven: Pad) -> bool:
    tekst = pad_tekst(boven)
    return pad == tekst or pad.startswith(f"{tekst}.")
