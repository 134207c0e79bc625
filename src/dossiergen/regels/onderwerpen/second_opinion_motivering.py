"""SO-06: whether a rejection gives the argument of this very case. The text of the ground is none."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from dossiergen.finding import Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.regels.verzoeken import raadpleging_van
from dossiergen.regels.zinnen import letters, woorden
from dossiergen.second_opinion.gronden import grondtekst, hoofdgrond
from dossiergen.zaak import Stuk
from dossiergen.zaak.second_opinion_stukken import Afwijzing, Grondcode

__all__: list[str] = []

# Own limits: an argument has so many different words, so many of which the ground does not have.
_WOORDEN = 12
_EIGEN_WOORDEN = 8
# Own limits: more of the ground than this, or less beside it than this, is the ground again.
_GELIJKENIS = 0.7
_RUIMTE = 60

_EIGEN_GRENS = "dat is een eigen grens van dossiergen"


@stukregel(
    Soort(
        "SO-06",
        "De motivering ontbreekt, of zegt niets over deze zaak.",
        "Schrijf in eigen woorden waarom deze grond hier geldt: wat vroeg de werknemer, en wat is er gebeurd of besproken?",
        grond="Arbobesluit, art. 2.14d lid 3: gemotiveerd",
        aanvaardbaar=False,
    ),
    Afwijzing,
    "second_opinion_weigeren_tekst",
    "second_opinion_motivering",
    concept_mag=True,
)
def motivering_zegt_niets(wat: Onderzoek, stuk: Stuk, afwijzing: Afwijzing) -> Iterator[Overtreding]:
    """One finding for each ground: the first thing that is wrong with it."""

    def tekst(sleutel: str) -> str:
        return wat.recht.tekst(sleutel, afwijzing.datum)

    minstens = wat.recht.getal("second_opinion_motivering", afwijzing.datum)
    eerder: dict[str, int] = {}
    for nummer, reden in enumerate(afwijzing.gronden):
        pad = ("gronden", nummer, "motivering")
        motivering = reden.motivering or ""
        zelfde = eerder.setdefault(letters(motivering), nummer) if motivering else nummer
        melding = _bezwaar(motivering, minstens, reden.code, tekst) or _uit_het_verzoek(motivering, stuk)
        if melding:
            yield Overtreding("SO-06", stuk.bestand, pad, melding)
        elif zelfde != nummer:
            melding = "Deze motivering staat ook al onder een andere grond."
            elders = ((stuk.bestand, ("gronden", zelfde, "motivering")),)
            yield Overtreding("SO-06", stuk.bestand, pad, melding, elders=elders)


def _bezwaar(motivering: str, minstens: int, code: Grondcode, tekst: Callable[[str], str]) -> str:
    if not motivering:
        return "De motivering ontbreekt."
    if len(" ".join(motivering.split())) < minstens:
        return f"De motivering is korter dan {minstens} tekens; {_EIGEN_GRENS}."
    if len(set(woorden(motivering))) < _WOORDEN:
        return f"De motivering heeft minder dan {_WOORDEN} verschillende woorden; {_EIGEN_GRENS}."
    if _is_grondtekst(motivering, code, tekst):
        return "De motivering herhaalt de tekst van de grond. Die staat al in de brief, en zegt niets over deze zaak."
    return ""


def _uit_het_verzoek(motivering: str, stuk: Stuk) -> str:
    """What the employee doubts, or what was advised, is no reason to refuse him."""
    raadpleging = raadpleging_van(stuk)
    if raadpleging is None:
        return ""
    over = letters(motivering)
    for deel in (raadpleging.verzoek.twijfel, raadpleging.verzoek.advies):
        if deel and len(letters(deel)) >= _RUIMTE:
            over = over.replace(letters(deel), "")
    herhaald = over != letters(motivering) and len(over) < _RUIMTE
    return (
        "De motivering herhaalt het verzoek of het advies, en zegt niet waarom u afwijst." if herhaald else ""
    )


def _is_grondtekst(motivering: str, code: Grondcode, tekst: Callable[[str], str]) -> bool:
    """By letters, whatever stands between them, and by words, in whatever order."""
    eigen = dict.fromkeys(grondtekst(een, tekst) for een in (code, hoofdgrond(code)))
    hier, over = letters(motivering), letters(motivering)
    for grond in sorted((letters(grondtekst(een, tekst)) for een in Grondcode), key=len, reverse=True):
        over = over.replace(grond, "")
    if over != hier and len(over) < _RUIMTE:
        return True
    van_de_grond = [woord for grond in eigen for woord in woorden(grond)]
    van_hier = woorden(motivering)
    if len(set(van_hier) - set(van_de_grond)) < _EIGEN_WOORDEN:
        return True
    return any(
        SequenceMatcher(None, van_hier, woorden(grondtekst(een, tekst)), autojunk=False).ratio()
        >= _GELIJKENIS
        for een in Grondcode
    )
