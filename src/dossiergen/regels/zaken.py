"""Rules about zaak.yaml, whatever documents there are."""

from collections.abc import Callable, Iterator

from dossiergen.regels.overtreding import Overtreding
from dossiergen.zaak import Zaak

__all__ = ["ZAAKREGELS"]


def kenmerk_is_bsn(zaak: Zaak) -> Iterator[Overtreding]:
    """ID-05: het kenmerk, dat in namen van bestanden komt, bevat het BSN van de werknemer niet."""
    bsn = zaak.gegevens.werknemer.bsn
    if bsn and bsn in zaak.kenmerk.replace("-", ""):
        yield Overtreding(
            "ID-05", "zaak.yaml", ("kenmerk",), "In het kenmerk staat het BSN van de werknemer."
        )


ZAAKREGELS: tuple[Callable[[Zaak], Iterator[Overtreding]], ...] = (kenmerk_is_bsn,)
