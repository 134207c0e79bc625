"""Rules about one document: its status, its version, its signatures, its dates."""

import datetime as dt
from collections.abc import Callable, Iterator

from dossiergen.regels.overtreding import Overtreding
from dossiergen.zaak import Status, Stuk
from dossiergen.zaak.stukgegevens import Handtekening

__all__ = ["REGELS"]


def handtekening_ontbreekt(stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """SIG-01: een ondertekend stuk heeft van elke partij een handtekening of een weigering."""
    if stuk.gegevens.status is not Status.ONDERTEKEND:
        return
    for partij, handtekening in _handtekeningen(stuk):
        if handtekening is None or not (handtekening.getekend_op or handtekening.geweigerd):
            yield Overtreding(
                "SIG-01",
                stuk.bestand,
                ("ondertekening", partij),
                f"De handtekening van de {partij} ontbreekt.",
            )


def wijziging_ontbreekt(stuk: Stuk, _peildatum: dt.date) -> Iterator[Overtreding]:
    """VER-02: een latere versie noemt wat er is gewijzigd."""
    if stuk.gegevens.versie > 1 and stuk.gegevens.wijziging is None:
        yield Overtreding("VER-02", stuk.bestand, ("versie",))


def datum_in_de_toekomst(stuk: Stuk, peildatum: dt.date) -> Iterator[Overtreding]:
    """CAL-03: een stuk dat geen concept is, en elke handtekening, ligt niet na de peildatum."""
    if stuk.gegevens.status is not Status.CONCEPT and stuk.gegevens.datum > peildatum:
        yield Overtreding("CAL-03", stuk.bestand, ("datum",))
    for partij, handtekening in _handtekeningen(stuk):
        if handtekening and handtekening.getekend_op and handtekening.getekend_op > peildatum:
            yield Overtreding("CAL-03", stuk.bestand, ("ondertekening", partij, "getekend_op"))


def _handtekeningen(stuk: Stuk) -> Iterator[tuple[str, Handtekening | None]]:
    ondertekening = getattr(stuk.gegevens, "ondertekening", None)
    for partij in type(ondertekening).model_fields if ondertekening else ():
        yield partij, getattr(ondertekening, partij)


REGELS: tuple[Callable[[Stuk, dt.date], Iterator[Overtreding]], ...] = (
    handtekening_ontbreekt,
    wijziging_ontbreekt,
    datum_in_de_toekomst,
)
