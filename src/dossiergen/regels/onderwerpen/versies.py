"""VER-02: what a later version says. Whether a version is needed shows only when documents are made."""

from collections.abc import Iterator

from dossiergen.finding import Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.zaak import Stuk
from dossiergen.zaak.stukgegevens import Stukgegevens

__all__: list[str] = []


@stukregel(
    Soort(
        "VER-02",
        "Een tweede of latere versie noemt niet wat er is gewijzigd.",
        "Vul `wijziging` in.",
        grond="een definitief stuk verandert niet",
    ),
    Stukgegevens,
)
def wijziging_ontbreekt(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    if gegevens.versie > 1 and gegevens.wijziging is None:
        yield Overtreding("VER-02", stuk.bestand, ("versie",))
