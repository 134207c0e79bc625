"""Follows the expressions of a template, for the kinds of value that they can have."""

import operator
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

from jinja2 import nodes
from markupsafe import Markup

from doelgroepen.geschreven import geschreven
from doelgroepen.namen import Namen, pad_van, verfijning
from doelgroepen.soorten import (
    LEEG,
    ONBEKEND,
    Enkel,
    Functie,
    Groep,
    Lijst,
    Macro,
    Reeks,
    Soort,
    Soorten,
    Vast,
    Verborgen,
    attribuut,
    enkel,
    vast,
    waarheden,
)
from doelgroepen.velden import Blik

__all__ = ["Argumenten", "Gebrek", "Uitdrukkingen"]

_WAAR_OF_NIET = vast(True, False)
_VERGELIJKINGEN: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}
_TOETSEN = {"none", "sameas", "divisibleby", "even", "odd", "eq", "ne", "lt", "gt", "in", "string", "number"}


@dataclass(frozen=True, slots=True)
class Gebrek:
    """Something in a template that its readers may not see, that does not exist, or that cannot be followed."""

    sjabloon: str
    regel: int
    wat: str
    waarom: str

    def __str__(self) -> str:
        return f"{self.sjabloon}:{self.regel}: `{self.wat}` {self.waarom}"


@dataclass(frozen=True, slots=True)
class Argumenten:
    """What a macro, function or filter is called with."""

    op_plaats: list[Soorten]
    op_naam: dict[str, Soorten]


class Uitdrukkingen(ABC):
    """Whatever it cannot follow is a Gebrek: it never passes over a thing in silence."""

    def __init__(self, blik: Blik) -> None:
        self.blik = blik
        self.gebreken: dict[Gebrek, None] = {}
        self.sjabloon = ""
        self._soorten: dict[type[nodes.Node], Callable[[Any, Namen], Soorten]] = {
            nodes.Name: self._naam,
            nodes.Getattr: self._getattr,
            nodes.Getitem: self._getitem,
            nodes.Call: self._call,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.Compare: self._compare,
            nodes.And: self._en_of,
            nodes.Or: self._en_of,
            nodes.Not: self._niet,
            nodes.CondExpr: self._condexpr,
            nodes.Const: lambda node, _: vast(node.value),
            nodes.TemplateData: lambda _node, _: enkel(Markup),
            nodes.Concat: self._concat,
            nodes.List: self._reeks,
            nodes.Tuple: self._reeks,
            nodes.Dict: self._dict,
            **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul, nodes.FloorDiv, nodes.Mod), self._som),
        }

    @abstractmethod
    def roep(self, macro: Macro, argumenten: Argumenten, node: nodes.Node, namen: Namen) -> Soorten:
        """Follow the body of a macro that is called from a place with these names."""

    @abstractmethod
    def filter(self, node: nodes.Filter, invoer: Soorten, argumenten: Argumenten) -> Soorten:
        """What a filter makes of its input."""

    @abstractmethod
    def bezoek(self, node: nodes.Node, *, geheel: bool) -> None:
        """Remember that an expression was followed; `geheel`: with all that is in it."""

    @abstractmethod
    def noteer(self, node: nodes.Node, uitkomst: str) -> None:
        """Remember that a way through a condition, loop or macro can be gone."""

    def meld(self, node: nodes.Node, waarom: str) -> Soorten:
        """Tell a mistake once, and go on as if it were none."""
        self.gebreken[Gebrek(self.sjabloon, node.lineno, geschreven(node), waarom)] = None
        return ONBEKEND

    @contextmanager
    def verborgen_is_gebrek(self, node: nodes.Node) -> Iterator[None]:
        try:
            yield
        except Verborgen as fout:
            self.meld(node, str(fout))

    def waarde(self, node: nodes.Node, namen: Namen) -> Soorten:
        volg = self._soorten.get(type(node))
        if volg is None:
            return self.meld(node, "wordt hier niet gevolgd")
        pad = pad_van(node)
        verfijnd = namen.verfijning(pad) if pad else None
        self.bezoek(node, geheel=verfijnd is not None)
        return volg(node, namen) if verfijnd is None else verfijnd

    def oordeel(self, test: nodes.Node, namen: Namen) -> frozenset[bool]:
        """Which ways a condition can go; a mistake in it counts as both."""
        return waarheden(self.waarde(test, namen))

    def tak(self, test: nodes.Node, namen: Namen, *, uitkomst: bool) -> Namen:
        """The names behind a condition that came out so."""
        return namen.tak(verfijning(test, namen, self.waarde, uitkomst=uitkomst))

    def argumenten(self, node: nodes.Call | nodes.Filter | nodes.Test, namen: Namen) -> Argumenten:
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.meld(node, "krijgt argumenten met een ster, en die zijn niet te volgen")
        return Argumenten(
            [self.waarde(arg, namen) for arg in node.args or ()],
            {str(paar.key): self.waarde(paar.value, namen) for paar in node.kwargs or ()},
        )

    def _naam(self, node: nodes.Name, namen: Namen) -> Soorten:
        soorten = namen.kent(node.name)
        return self.meld(node, "bestaat niet, of niet altijd") if soorten is None else soorten

    def _getattr(self, node: nodes.Getattr, namen: Namen) -> Soorten:
        try:
            return attribuut(self.waarde(node.node, namen), node.attr, self.blik)
        except Verborgen as fout:
            return self.meld(node, str(fout))

    def _getitem(self, node: nodes.Getitem, namen: Namen) -> Soorten:
        basis = self.waarde(node.node, namen)
        if isinstance(node.arg, nodes.Slice):
            return frozenset(map(_deel_van_lijst, basis))
        sleutels = self.waarde(node.arg, namen)
        uit: set[Soort] = set()
        for sleutel in sleutels:
            if isinstance(sleutel, Vast) and isinstance(sleutel.waarde, str):
                try:
                    uit |= attribuut(basis, sleutel.waarde, self.blik)
                except Verborgen as fout:
                    uit |= self.meld(node, f"(`{sleutel.waarde}`) {fout}")
            elif isinstance(sleutel, Vast) and isinstance(sleutel.waarde, int):
                uit |= self._element(node, basis)
            elif sleutel not in ONBEKEND:
                uit |= self.meld(node, "heeft een berekende naam, en die is niet te volgen")
        return frozenset(uit) or ONBEKEND

    def _element(self, node: nodes.Node, basis: Soorten) -> Soorten:
        return frozenset().union(*(self.elementen(node, soort) for soort in basis - {LEEG}))

    def elementen(self, node: nodes.Node, soort: Soort) -> Soorten:
        """What stands in a list."""
        if isinstance(soort, Lijst):
            return soort.deel
        if isinstance(soort, Reeks):
            return frozenset().union(*soort.delen)
        return ONBEKEND if soort in ONBEKEND else self.meld(node, "is geen lijst")

    def _call(self, node: nodes.Call, namen: Namen) -> Soorten:
        argumenten = self.argumenten(node, namen)
        uit: set[Soort] = set()
        for soort in self.waarde(node.node, namen):
            if isinstance(soort, Macro):
                uit |= self.roep(soort, argumenten, node, namen)
            elif isinstance(soort, Functie):
                with self.verborgen_is_gebrek(node):
                    uit |= soort.uitkomst(argumenten.op_plaats)
            elif soort not in ONBEKEND:
                self.meld(node, "is geen macro of functie die hier wordt gevolgd")
        return frozenset(uit) or ONBEKEND

    def _filter(self, node: nodes.Filter, namen: Namen) -> Soorten:
        if node.node is None:
            return self.meld(node, "wordt hier niet gevolgd")
        return self.filter(node, self.waarde(node.node, namen), self.argumenten(node, namen))

    def _test(self, node: nodes.Test, namen: Namen) -> Soorten:
        soorten = self.waarde(node.node, namen)
        self.argumenten(node, namen)
        if node.name not in _TOETSEN:
            return self.meld(node, "is een toets die hier niet wordt gevolgd")
        if node.name != "none":
            return _WAAR_OF_NIET
        onbekend = soorten & ONBEKEND
        return _WAAR_OF_NIET if onbekend else vast(*{soort == LEEG for soort in soorten})

    def _compare(self, node: nodes.Compare, namen: Namen) -> Soorten:
        links = self.waarde(node.expr, namen)
        for deel in node.ops:
            rechts = self.waarde(deel.expr, namen)
            self._controleer_keuze(node, links, rechts)
        if len(node.ops) > 1:
            return _WAAR_OF_NIET
        op = node.ops[0].op
        if op in {"in", "notin"}:
            return _in(links, rechts, omgekeerd=op == "notin")
        paren = [(een, ander) for een in links for ander in rechts]
        if all(isinstance(een, Vast) and isinstance(ander, Vast) for een, ander in paren):
            vergelijk = _VERGELIJKINGEN[op]
            return vast(*{bool(vergelijk(een.waarde, ander.waarde)) for een, ander in paren})  # type: ignore[union-attr]
        return _WAAR_OF_NIET

    def _controleer_keuze(self, node: nodes.Compare, links: Soorten, rechts: Soorten) -> None:
        """A word that no choice knows would make a condition that is never true."""
        for keuzes, woorden in ((links, rechts), (rechts, links)):
            soorten = [s.soort for s in keuzes if isinstance(s, Enkel) and issubclass(s.soort, Enum)]
            leden = {lid.value for soort in soorten for lid in soort}
            for woord in _vaste_woorden(woorden):
                if soorten and woord not in leden:
                    self.meld(node, f"vergelijkt met `{woord}`, en dat is geen van de keuzes")

    def _en_of(self, node: nodes.And | nodes.Or, namen: Namen) -> Soorten:
        links = self.waarde(node.left, namen)
        beslist = isinstance(node, nodes.Or)
        gaat_door = not beslist
        if gaat_door not in waarheden(links):
            return links
        rechts = self.waarde(node.right, self.tak(node.left, namen, uitkomst=gaat_door))
        # What is on the left stands only where it decides.
        return frozenset(s for s in links if beslist in waarheden(frozenset({s}))) | rechts

    def _niet(self, node: nodes.Not, namen: Namen) -> Soorten:
        return vast(*{not kan for kan in self.oordeel(node.node, namen)})

    def _condexpr(self, node: nodes.CondExpr, namen: Namen) -> Soorten:
        uit: Soorten = frozenset()
        for uitkomst in self.oordeel(node.test, namen):
            self.noteer(node, "waar" if uitkomst else "onwaar")
            deel = node.expr1 if uitkomst else node.expr2
            if deel is not None:
                uit |= self.waarde(deel, self.tak(node.test, namen, uitkomst=uitkomst))
        return uit

    def _concat(self, node: nodes.Concat, namen: Namen) -> Soorten:
        for deel in node.nodes:
            self.waarde(deel, namen)
        return enkel(str)

    def _reeks(self, node: nodes.List | nodes.Tuple, namen: Namen) -> Soorten:
        return frozenset({Reeks(tuple(self.waarde(deel, namen) for deel in node.items))})

    def _dict(self, node: nodes.Dict, namen: Namen) -> Soorten:
        paren = []
        for paar in node.items:
            if not isinstance(paar.key, nodes.Const) or not isinstance(paar.key.value, str):
                return self.meld(node, "heeft een sleutel die niet te volgen is")
            paren.append((paar.key.value, self.waarde(paar.value, namen)))
        return frozenset({Groep(tuple(paren))})

    def _som(self, node: nodes.BinExpr, namen: Namen) -> Soorten:
        delen = self.waarde(node.left, namen) | self.waarde(node.right, namen)
        getallen = all(
            (isinstance(s, Enkel) and issubclass(s.soort, int))
            or (isinstance(s, Vast) and isinstance(s.waarde, int))
            or s in ONBEKEND
            for s in delen
        )
        return enkel(int) if getallen else self.meld(node, "rekent met wat geen heel getal is")


def _deel_van_lijst(soort: Soort) -> Soort:
    if isinstance(soort, Reeks):
        return Lijst(frozenset().union(*soort.delen))
    return Lijst(soort.deel) if isinstance(soort, Lijst) else soort


def _vaste_woorden(soorten: Soorten) -> Iterator[str]:
    for soort in soorten:
        if isinstance(soort, Vast) and isinstance(soort.waarde, str):
            yield soort.waarde
        elif isinstance(soort, Reeks):
            for deel in soort.delen:
                yield from _vaste_woorden(deel)


def _in(links: Soorten, rechts: Soorten, *, omgekeerd: bool) -> Soorten:
    """Whether fixed values stand in a fixed row; anything else both can and cannot."""
    uit: set[bool] = set()
    for soort in links:
        for rij in rechts:
            if not isinstance(soort, Vast) or not isinstance(rij, Reeks):
                return _WAAR_OF_NIET
            delen = [s for deel in rij.delen for s in deel]
            if not all(isinstance(deel, Vast) for deel in delen):
                return _WAAR_OF_NIET
            uit.add(
                any(deel.waarde == soort.waarde for deel in delen if isinstance(deel, Vast)) is not omgekeerd
            )
    return vast(*uit)
