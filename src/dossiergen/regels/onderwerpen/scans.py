"""SIG-06 to SIG-08: the scan of a signature that was given by hand."""

from collections.abc import Iterator

from dossiergen.finding import Overtreding, Soort
from dossiergen.regels.ondertekening import handtekeningen
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.regels.scans import Scanmap, over_scans
from dossiergen.zaak import Stuk
from dossiergen.zaak.bijlagen import namen_van_de_werknemer
from dossiergen.zaak.stukgegevens import Stukgegevens

__all__: list[str] = []

_ORIGINEEL = "uwv.nl, re-integratieverslag indienen: elk stuk getekend"


@stukregel(
    Soort(
        "SIG-06",
        "De scan van deze handtekening is er niet.",
        "Leg de scan in de map, of haal de regel `scan` weg.",
        grond=_ORIGINEEL,
        stopt=False,
    ),
    Stukgegevens,
)
def scan_ontbreekt(wat: Onderzoek, stuk: Stuk, _gegevens: Stukgegevens) -> Iterator[Overtreding]:
    return _met_code(wat, stuk, "SIG-06")


@stukregel(
    Soort(
        "SIG-07",
        "De naam van deze scan past niet bij dit stuk, of vertelt te veel.",
        "Noem het bestand naar het stuk, bijvoorbeeld plan-van-aanpak.pdf; vanaf versie 2 eindigt de naam op -v2.",
        grond="Algemene verordening gegevensbescherming, art. 5 lid 1 c",
        stopt=False,
        aanvaardbaar=False,
    ),
    Stukgegevens,
)
def naam_van_scan(wat: Onderzoek, stuk: Stuk, _gegevens: Stukgegevens) -> Iterator[Overtreding]:
    return _met_code(wat, stuk, "SIG-07")


@stukregel(
    Soort(
        "SIG-08",
        "De scan spreekt de handtekening tegen.",
        "Alleen wie met de hand tekende, heeft een scan: pas `wijze` of `getekend_op` aan, of haal de regel `scan` weg.",
        grond="een handtekening is met de hand of digitaal gezet",
    ),
    Stukgegevens,
)
def scan_van_wat_er_niet_is(wat: Onderzoek, stuk: Stuk, _gegevens: Stukgegevens) -> Iterator[Overtreding]:
    return _met_code(wat, stuk, "SIG-08")


def _met_code(wat: Onderzoek, stuk: Stuk, code: str) -> Iterator[Overtreding]:
    """Of the open part: what a document of the bedrijfsarts has lies in a folder that the case does not know."""
    if stuk.pad or not any(een and een.scan for _, een in handtekeningen(stuk.gegevens)):
        return
    map_ = Scanmap("bijlagen", wat.zaak.bijlagen, wat.zaak.stukken, namen_van_de_werknemer(wat.zaak))
    yield from (overtreding for overtreding in over_scans(stuk, map_) if overtreding.code == code)
