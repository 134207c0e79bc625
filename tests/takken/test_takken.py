"""The sample cases together go every way through every template, and show every choice as chosen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from jinja2 import nodes

from doelgroepen.context import blik_van, context
from doelgroepen.geschreven import geschreven
from doelgroepen.oplosser import Bronnen, Oplosser, Tak
from doelgroepen.voorbeelden import ontwerpen
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import laad_vormen
from takken.meten import Meting, metende_werkplaats

ONBEREIKBAAR: Mapping[str, str] = {
    "delen/overzicht.html: for onderdeel in overzicht.onderdelen: geen enkele keer": "de wet noemt er altijd twaalf",
    "re-integratieverslag/sjabloon.html: if overzicht.gebeurtenissen: onwaar": "een verslag van vóór het verzuim is een fout",
    "delen/overzicht.html: for wie in gebrek.wie: geen enkele keer": "elk gebrek noemt wie het aanlevert",
    "delen/overzicht.html: for tekenaar in drager.tekenaars: geen enkele keer": "elk stuk van het verslag wordt getekend",
    **dict.fromkeys(
        (
            "delen/blokken.html: for periode in verzuim.periodes if periode.van <= dag: geen enkele keer",
            "delen/blokken.html: for periode in verzuim.periodes|sort if periode.van <= dag: geen enkele keer",
        ),
        "een stuk van vóór de eerste ziektedag is een fout (CAL-02)",
    ),
    "brief-kopie-verslag/sjabloon.html: for stapel in overzicht.stapels: geen enkele keer": (
        "niemand stuurt een kopie van een leeg verslag"
    ),
    "second-opinion-afwijzing/sjabloon.html: for grond in uitleg.gronden if grond.nummer == nummer: geen enkele keer": (
        "elke reden van een afwijzing heeft de tekst van haar grond"
    ),
    "second-opinion-keuzehulp/sjabloon.html: for instrument in uitleg.instrumenten: geen enkele keer": "het zijn er altijd vier",
    **dict.fromkeys(
        ("Gebeurtenissoort: hervatting", "Gebeurtenissoort: stuk", "Gebeurtenissoort: termijn"),
        "deze regels van het verloop hebben eigen woorden",
    ),
    "Stand: niet_van_toepassing": "zo'n termijn staat niet in het verloop",
    "Wie: uwv": "UWV levert niets aan voor een verslag",
}
"""What the models allow and the program or the law does not, with the reason."""


@cache
def bronnen() -> Bronnen:
    return Bronnen(Sjablonen.standaard())


@dataclass(frozen=True, slots=True)
class Mogelijk:
    """What some case could do in some document, as far as the models tell."""

    takken: frozenset[Tak]
    keuzes: frozenset[Enum]


@cache
def mogelijk() -> Mogelijk:
    gevolgd = [
        Oplosser(bronnen(), blik_van(vorm), context(vorm)).document(f"{naam}/sjabloon.html")
        for naam, vorm in laad_vormen(Sjablonen.standaard()).items()
    ]
    soorten = {soort for oplosser in gevolgd for soort in oplosser.keuzes if issubclass(soort, Enum)}
    takken = (tak for oplosser in gevolgd for tak in oplosser.takken)
    return Mogelijk(frozenset(takken), frozenset(lid for soort in soorten for lid in soort))


@cache
def gegaan() -> Meting:
    """What the sample cases do."""
    with metende_werkplaats() as (werkplaats, meting):
        for ontwerp in ontwerpen(werkplaats):
            werkplaats.tekst(ontwerp)
    return meting


def sjablonen() -> Iterator[str]:
    """Every template of a document, and what they share."""
    yield from (f"{naam}/sjabloon.html" for naam in laad_vormen(Sjablonen.standaard()))
    yield from (
        f"delen/{pad.name}" for map_ in Sjablonen.standaard().mappen for pad in map_.glob("delen/*.html")
    )


def node_van(tak: Tak) -> nodes.Node:
    boom = bronnen().boom(tak.sjabloon)
    return next(node for node in boom.find_all(nodes.Node) if bronnen().nummer(node) == tak.nummer)


def zin(tak: Tak, *, met_regel: bool = True) -> str:
    """`delen/blokken.html:29: if delen|length == 1: onwaar`."""
    node = node_van(tak)
    plek = f"{tak.sjabloon}:{node.lineno}" if met_regel else tak.sjabloon
    return f"{plek}: {_wat(node)}: {tak.uitkomst}"


def _wat(node: nodes.Node) -> str:
    if isinstance(node, nodes.If | nodes.CondExpr):
        return f"if {geschreven(node.test)}"
    if isinstance(node, nodes.For):
        waar = f" if {geschreven(node.test)}" if node.test else ""
        return f"for {geschreven(node.target)} in {geschreven(node.iter)}{waar}"
    if isinstance(node, nodes.Macro | nodes.Block):
        return f"{type(node).__name__.lower()} {node.name}"
    return f"call {geschreven(node.call)}" if isinstance(node, nodes.CallBlock) else geschreven(node)


def zinnen(takken: Iterable[Tak]) -> list[str]:
    return [zin(tak) for tak in sorted(takken, key=lambda tak: (tak.sjabloon, tak.nummer, tak.uitkomst))]


def geschreven_takken() -> Iterator[Tak]:
    """The ways that a template has text for; not the empty way past an `if` without `else`."""
    for sjabloon in sjablonen():
        for node in bronnen().boom(sjabloon).find_all(nodes.Node):
            for uitkomst in _uitkomsten(node):
                yield Tak(sjabloon, bronnen().nummer(node), uitkomst)


def _uitkomsten(node: nodes.Node) -> tuple[str, ...]:
    if isinstance(node, nodes.If):
        return ("waar", "onwaar") if node.else_ or node.elif_ else ("waar",)
    if isinstance(node, nodes.CondExpr):
        return ("waar", "onwaar") if node.expr2 is not None else ("waar",)
    if isinstance(node, nodes.For):
        return ("een keer", "geen enkele keer") if node.else_ else ("een keer",)
    if isinstance(node, nodes.Macro | nodes.CallBlock):
        return ("aangeroepen",)
    # An empty block only keeps a place for the templates that rest on this one.
    return ("gevuld",) if isinstance(node, nodes.Block) and node.body else ()


def melding(kop: str, gemist: Iterable[str]) -> str:
    """All of it, for whoever writes the cases."""
    return "\n".join((kop, *gemist))


def ongegaan() -> set[Tak]:
    return set(mogelijk().takken - gegaan().takken)


def ongekozen() -> list[str]:
    return sorted(f"{type(lid).__name__}: {lid.value}" for lid in mogelijk().keuzes - gegaan().keuzes)


def test_elke_tak_van_elk_sjabloon_heeft_een_voorbeeld() -> None:
    """Ook de lege weg langs een `if`, en de lus die geen enkele keer loopt, als een zaak dat kan."""
    gemist = zinnen(tak for tak in ongegaan() if zin(tak, met_regel=False) not in ONBEREIKBAAR)

    assert not gemist, melding("Geen zaak in cases/ komt hier:", gemist)


def test_elke_keuze_is_in_een_voorbeeld_gekozen() -> None:
    """Elke waarde die een stuk met een woord toont, staat ergens als gekozen."""
    gemist = [keuze for keuze in ongekozen() if keuze not in ONBEREIKBAAR]

    assert not gemist, melding("Geen zaak in cases/ kiest:", gemist)


def test_wat_onbereikbaar_heet_wordt_ook_niet_bereikt() -> None:
    """Een uitzondering die niet meer nodig is, gaat weg."""
    over = {zin(tak, met_regel=False) for tak in ongegaan()} | set(ongekozen())

    assert sorted(ONBEREIKBAAR.keys() - over) == []


def test_geen_tak_is_dood() -> None:
    """Wat geen zaak in geen stuk kan bereiken, hoort niet in een sjabloon te staan."""
    dood = zinnen(set(geschreven_takken()) - mogelijk().takken)

    assert not dood, melding("Hier kan geen enkele zaak komen:", dood)


def test_wat_een_voorbeeld_doet_was_mogelijk() -> None:
    """De uitleg van de sjablonen zonder zaak mist geen tak en geen keuze die een zaak wel gaat."""
    gemist = zinnen(gegaan().takken - mogelijk().takken)

    assert not gemist, melding("Dit had niet gekund:", gemist)
    assert gegaan().keuzes <= mogelijk().keuzes
