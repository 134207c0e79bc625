"""Follows the templates of a document, parents, imports and macros included, for the eyes of its readers.

What it finds: names that do not exist for all readers, and whatever cannot be followed. What it also knows
afterwards: which ways through conditions and loops a case could go at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, FileSystemLoader, nodes
from markupsafe import Markup

from doelgroepen.filters import filter_uitkomst
from doelgroepen.namen import Namen
from doelgroepen.soorten import (
    LEEG,
    ONBEKEND,
    Enkel,
    Functie,
    Groep,
    Lijst,
    Macro,
    Module,
    Reeks,
    Soort,
    Soorten,
    Vast,
    Verborgen,
    enkel,
    waarheden,
)
from doelgroepen.uitdrukkingen import Argumenten, Uitdrukkingen
from doelgroepen.velden import Blik
from dossiergen.sjablonen import Sjablonen

__all__ = ["Bronnen", "Oplosser", "Tak"]

_DIEPTE = 30


@dataclass(frozen=True, slots=True)
class Tak:
    """A way through a template: a node of it, by its number, and how it came out."""

    sjabloon: str
    nummer: int
    uitkomst: str


class Bronnen:
    """The templates as trees. The same text gives the same tree, so that nodes can be told by their number."""

    def __init__(self, sjablonen: Sjablonen) -> None:
        self._env = Environment(
            loader=FileSystemLoader([str(map_) for map_ in sjablonen.mappen]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._bomen: dict[str, nodes.Template] = {}
        self._nummers: dict[int, int] = {}

    def boom(self, naam: str) -> nodes.Template:
        """Raises TemplateNotFound."""
        if naam not in self._bomen:
            assert self._env.loader is not None
            bron, bestand, _ = self._env.loader.get_source(self._env, naam)
            boom = self._env.parse(bron, naam, bestand)
            self._bomen[naam] = boom
            self._nummers |= {id(node): nummer for nummer, node in enumerate(boom.find_all(nodes.Node))}
        return self._bomen[naam]

    def nummer(self, node: nodes.Node) -> int:
        return self._nummers[id(node)]


@dataclass(slots=True)
class _Blokken:
    """The blocks of a template and its parents, the innermost first."""

    per_naam: dict[str, list[tuple[str, nodes.Block]]] = field(default_factory=dict)

    def voeg_toe(self, sjabloon: str, boom: nodes.Template) -> None:
        for blok in boom.find_all(nodes.Block):
            self.per_naam.setdefault(blok.name, []).append((sjabloon, blok))


class Oplosser(Uitdrukkingen):
    """One document, once: afterwards `gebreken`, `takken` and `bezocht` say what was found."""

    def __init__(self, bronnen: Bronnen, blik: Blik, context: Mapping[str, Soorten]) -> None:
        super().__init__(blik)
        self._bronnen = bronnen
        self._context = context
        self._blokken = _Blokken()
        self._diepte = 0
        self.takken: set[Tak] = set()
        self.bezocht: set[tuple[str, int]] = set()
        """The expressions that were followed: template and number."""
        self.keuzes: set[type] = set()
        """Which choices reach a page through `woord` and `opties`."""
        self._stappen: dict[type[nodes.Node], Callable[[Any, Namen], None]] = {
            nodes.Output: lambda node, namen: self._alle(node.nodes, namen),
            nodes.ExprStmt: lambda node, namen: self._alle([node.node], namen),
            nodes.If: self._if,
            nodes.For: self._for,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._assign_block,
            nodes.Macro: self._macro,
            nodes.CallBlock: self._call_block,
            nodes.Block: self._block,
            nodes.Import: self._import,
            nodes.FromImport: self._from_import,
            nodes.Include: self._include,
            nodes.With: self._with,
            nodes.FilterBlock: lambda node, namen: self.stappen(node.body, namen.binnen()),
        }

    def document(self, sjabloon: str) -> "Oplosser":
        self._sjabloon(sjabloon, Namen(Namen(None, dict(self._context))))
        return self

    def bezoek(self, node: nodes.Node, *, geheel: bool) -> None:
        binnen = node.find_all(nodes.Expr) if geheel else ()
        self.bezocht |= {(self.sjabloon, self._bronnen.nummer(deel)) for deel in (node, *binnen)}

    def noteer(self, node: nodes.Node, uitkomst: str) -> None:
        self.takken.add(Tak(self.sjabloon, self._bronnen.nummer(node), uitkomst))

    def stappen(self, body: Iterable[nodes.Node], namen: Namen) -> None:
        for node in body:
            stap = self._stappen.get(type(node))
            if stap is None:
                self.meld(node, "wordt hier niet gevolgd")
            else:
                stap(node, namen)

    def _sjabloon(self, naam: str, namen: Namen) -> None:
        """A template of its own; of one that extends another, the names it makes and then the other."""
        boom = self._bronnen.boom(naam)
        eerder, self.sjabloon = self.sjabloon, naam
        self._blokken.voeg_toe(naam, boom)
        ouder = next((node for node in boom.body if isinstance(node, nodes.Extends)), None)
        if ouder is None:
            self.stappen(boom.body, namen)
        else:
            maakt = (nodes.Import, nodes.FromImport, nodes.Assign, nodes.AssignBlock, nodes.Macro)
            self.stappen([node for node in boom.body if isinstance(node, maakt)], namen)
            for node in boom.body:
                if not isinstance(node, (*maakt, nodes.Extends, nodes.Block)) and not _is_wit(node):
                    self.meld(node, "staat naast de blokken, waar niets van overblijft")
            self._sjabloon(self._naam_van(ouder.template), namen)
        self.sjabloon = eerder

    def _naam_van(self, node: nodes.Expr) -> str:
        """The name of a template that another one uses; a computed one cannot be followed."""
        assert isinstance(node, nodes.Const), f"{self.sjabloon}:{node.lineno}: een berekend sjabloon"
        return str(node.value)

    def roep(self, macro: Macro, argumenten: Argumenten, node: nodes.Node, namen: Namen) -> Soorten:
        if self._diepte == _DIEPTE:
            return self.meld(node, "roept zichzelf aan, en dat is niet te volgen")
        eerder, self.sjabloon = self.sjabloon, macro.sjabloon
        self._diepte += 1
        binnen = self._parameters(macro, argumenten, node, eerder)
        # What is known of the case at the call is still so in the macro.
        binnen.verfijnd |= {
            pad: soorten
            for pad, soorten in namen.verfijningen().items()
            if pad[0] in self._context and binnen.kent(pad[0]) == self._context[pad[0]]
        }
        self.noteer(macro.node, "aangeroepen")
        self.stappen(macro.node.body, binnen)
        self._diepte -= 1
        self.sjabloon = eerder
        return enkel(Markup)

    def _parameters(self, macro: Macro, argumenten: Argumenten, node: nodes.Node, van: str) -> Namen:
        namen: Namen = macro.namen.binnen()
        parameters = [parameter.name for parameter in macro.node.args]
        zonder_waarde = len(parameters) - len(macro.node.defaults)
        for parameter, standaard in zip(parameters[zonder_waarde:], macro.node.defaults, strict=True):
            namen.zet(parameter, self.waarde(standaard, macro.namen))
        gegeven = {**dict(zip(parameters, argumenten.op_plaats, strict=False)), **argumenten.op_naam}
        for naam, soorten in gegeven.items():
            namen.zet(naam, soorten)
        te_veel = len(argumenten.op_plaats) > len(parameters) or not set(gegeven) <= {*parameters, "caller"}
        te_weinig = [p for p in parameters if p not in namen.eigen]
        if te_veel or te_weinig:
            hier, self.sjabloon = self.sjabloon, van
            self.meld(node, "krijgt niet de argumenten die de macro heeft")
            self.sjabloon = hier
            for naam in te_weinig:
                namen.zet(naam, ONBEKEND)
        return namen

    def filter(self, node: nodes.Filter, invoer: Soorten, argumenten: Argumenten) -> Soorten:
        try:
            uit = filter_uitkomst(node.name, invoer, argumenten, self.blik)
        except Verborgen as fout:
            return self.meld(node, str(fout))
        if node.name in {"woord", "woorden", "opties"}:
            self.keuzes |= {_soort_keuze(soort) for soort in invoer - {LEEG} - ONBEKEND}
        if node.name == "ja_nee":
            for kan in waarheden(invoer - {LEEG}):
                self.noteer(node, "ja" if kan else "nee")
        return uit

    def _alle(self, uitdrukkingen: Iterable[nodes.Node], namen: Namen) -> None:
        for uitdrukking in uitdrukkingen:
            self.waarde(uitdrukking, namen)

    def _if(self, node: nodes.If, namen: Namen) -> None:
        self._keten([node, *node.elif_], node.else_, namen)

    def _keten(self, ifs: list[nodes.If], anders: list[nodes.Node], namen: Namen) -> None:
        node, *rest = ifs
        takken = []
        for uitkomst in sorted(self.oordeel(node.test, namen), reverse=True):
            self.noteer(node, "waar" if uitkomst else "onwaar")
            tak = self.tak(node.test, namen, uitkomst=uitkomst)
            if rest and not uitkomst:
                self._keten(rest, anders, tak)
            else:
                self.stappen(node.body if uitkomst else anders, tak)
            takken.append(tak)
        namen.voeg_samen(takken)

    def _for(self, node: nodes.For, namen: Namen) -> None:
        kan_leeg = False
        for soort in self.waarde(node.iter, namen):
            if isinstance(soort, Reeks):
                rondes, leeg = list(soort.delen), not soort.delen
            elif isinstance(soort, Lijst):
                rondes, leeg = [soort.deel], soort.mag_leeg
            else:
                rondes, leeg = [self.elementen(node.iter, soort)], False
            gelopen = [self._ronde(node, ronde, namen) for ronde in rondes]
            kan_leeg |= leeg or not any(gelopen)
        if kan_leeg:
            self.noteer(node, "geen enkele keer")
            self.stappen(node.else_, namen.binnen())

    def _ronde(self, node: nodes.For, deel: Soorten, namen: Namen) -> bool:
        """One element; whether it always gets into the body."""
        binnen = namen.binnen()
        self._ken_toe(node.target, deel, binnen)
        uitkomsten = frozenset({True}) if node.test is None else self.oordeel(node.test, binnen)
        if True in uitkomsten:
            self.noteer(node, "een keer")
            lus = binnen if node.test is None else self.tak(node.test, binnen, uitkomst=True)
            lus.zet("loop", _LUS)
            self.stappen(node.body, lus)
        return uitkomsten == {True}

    def _ken_toe(self, doel: nodes.Node, soorten: Soorten, namen: Namen) -> None:
        if isinstance(doel, nodes.Name):
            namen.zet(doel.name, soorten)
            return
        if not isinstance(doel, nodes.Tuple):
            self.meld(doel, "is geen naam om een waarde aan te geven")
            return
        for nummer, deel in enumerate(doel.items):
            binnen = [s.delen[nummer] for s in soorten if isinstance(s, Reeks) and nummer < len(s.delen)]
            self._ken_toe(
                deel, frozenset().union(*binnen) or self.meld(doel, "is niet uit elkaar te halen"), namen
            )

    def _assign(self, node: nodes.Assign, namen: Namen) -> None:
        self._ken_toe(node.target, self.waarde(node.node, namen), namen)

    def _assign_block(self, node: nodes.AssignBlock, namen: Namen) -> None:
        self.stappen(node.body, namen.binnen())
        self._ken_toe(node.target, enkel(Markup), namen)

    def _macro(self, node: nodes.Macro, namen: Namen) -> None:
        namen.zet(node.name, frozenset({Macro(self.sjabloon, node, namen)}))

    def _call_block(self, node: nodes.CallBlock, namen: Namen) -> None:
        aanroep = node.call
        self.bezoek(aanroep, geheel=False)
        argumenten = self.argumenten(aanroep, namen)
        argumenten.op_naam["caller"] = frozenset({Macro(self.sjabloon, node, namen)})
        for soort in self.waarde(aanroep.node, namen):
            if isinstance(soort, Macro):
                self.roep(soort, argumenten, node, namen)
            else:
                self.meld(node, "is geen macro")

    def _block(self, node: nodes.Block, namen: Namen) -> None:
        self._blok(node.name, 0, namen)

    def _blok(self, naam: str, diepte: int, namen: Namen) -> None:
        sjabloon, blok = self._blokken.per_naam[naam][diepte]
        eerder, self.sjabloon = self.sjabloon, sjabloon
        binnen = namen.binnen()
        if diepte + 1 < len(self._blokken.per_naam[naam]):

            def ouder(_: list[Soorten]) -> Soorten:
                self._blok(naam, diepte + 1, namen)
                return enkel(Markup)

            binnen.zet("super", frozenset({Functie(ouder)}))
        self.noteer(blok, "gevuld")
        self.stappen(blok.body, binnen)
        self.sjabloon = eerder

    def _module(self, node: nodes.Import | nodes.FromImport, namen: Namen) -> dict[str, Soorten]:
        naam = self._naam_van(node.template)
        binnen = namen.binnen() if node.with_context else Namen(None, _functies(self._context))
        eerder, self.sjabloon = self.sjabloon, naam
        self.stappen(self._bronnen.boom(naam).body, binnen)
        self.sjabloon = eerder
        return binnen.eigen

    def _import(self, node: nodes.Import, namen: Namen) -> None:
        namen.zet(node.target, frozenset({Module(self._module(node, namen))}))

    def _from_import(self, node: nodes.FromImport, namen: Namen) -> None:
        module = self._module(node, namen)
        for deel in node.names:
            naam, alias = deel if isinstance(deel, tuple) else (deel, deel)
            namen.zet(alias, module.get(naam) or self.meld(node, f"heeft geen `{naam}`"))

    def _include(self, node: nodes.Include, namen: Namen) -> None:
        binnen = namen.binnen() if node.with_context else Namen(None, _functies(self._context))
        self._sjabloon(self._naam_van(node.template), binnen)

    def _with(self, node: nodes.With, namen: Namen) -> None:
        binnen = namen.binnen()
        for doel, waarde in zip(node.targets, node.values, strict=True):
            self._ken_toe(doel, self.waarde(waarde, namen), binnen)
        self.stappen(node.body, binnen)


def _is_wit(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(deel, nodes.TemplateData) and not deel.data.strip() for deel in node.nodes
    )


def _soort_keuze(soort: Soort) -> type:
    if isinstance(soort, Enkel):
        return soort.soort
    assert isinstance(soort, Vast)
    return type(soort.waarde)


def _functies(context: Mapping[str, Soorten]) -> dict[str, Soorten]:
    """What a template without context still has."""
    return {naam: context[naam] for naam in ("pad", "woorden_bij")}


_LUS: Soorten = frozenset(
    {
        Groep(
            (
                *((naam, enkel(int)) for naam in ("index", "index0", "revindex", "revindex0", "length")),
                *((naam, enkel(bool)) for naam in ("first", "last")),
            )
        )
    }
)
