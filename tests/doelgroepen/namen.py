"""The names that a place in a template knows, and what a condition around it says about them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from doelgroepen.soorten import LEEG, Lijst, Soort, Soorten, Vast, waarheden

__all__ = ["Namen", "Pad", "pad_van", "verfijning"]

Pad = tuple[str, ...]
"""`stuk.opbouwschema`, in parts."""

Waarde = Callable[[nodes.Node, "Namen"], Soorten]


@dataclass(slots=True)
class Namen:
    """One scope inside another."""

    ouder: "Namen | None" = None
    eigen: dict[str, Soorten] = field(default_factory=dict)
    verfijnd: dict[Pad, Soorten] = field(default_factory=dict)
    misschien: set[str] = field(default_factory=set)
    """Names that only one way through a condition sets."""

    def kent(self, naam: str) -> Soorten | None:
        if naam in self.misschien:
            return None
        if naam in self.eigen:
            return self.eigen[naam]
        return self.ouder.kent(naam) if self.ouder else None

    def verfijning(self, pad: Pad) -> Soorten | None:
        """What a condition around this place says about a path."""
        if pad in self.verfijnd:
            return self.verfijnd[pad]
        return None if pad[0] in self.eigen or self.ouder is None else self.ouder.verfijning(pad)

    def verfijningen(self) -> dict[Pad, Soorten]:
        """All that the conditions around this place say about names that still mean what they meant there."""
        van_buiten = self.ouder.verfijningen() if self.ouder else {}
        return {**{pad: s for pad, s in van_buiten.items() if pad[0] not in self.eigen}, **self.verfijnd}

    def zet(self, naam: str, soorten: Soorten) -> None:
        self.eigen[naam] = soorten
        self.misschien.discard(naam)
        self.verfijnd = {pad: s for pad, s in self.verfijnd.items() if pad[0] != naam}

    def binnen(self, **namen: Soorten) -> "Namen":
        """A scope of its own below this one."""
        return Namen(self, namen)

    def tak(self, verfijnd: Mapping[Pad, Soorten]) -> "Namen":
        """The same scope on one of the ways through a condition."""
        return replace(
            self,
            eigen=dict(self.eigen),
            verfijnd={**self.verfijnd, **verfijnd},
            misschien=set(self.misschien),
        )

    def voeg_samen(self, takken: Iterable["Namen"]) -> None:
        """After a condition: what each way through it set."""
        alle = list(takken)
        for naam in {naam for tak in alle for naam in tak.eigen}:
            bekend = [tak.kent(naam) for tak in alle]
            self.zet(naam, frozenset().union(*(soorten for soorten in bekend if soorten is not None)))
            if None in bekend:
                self.misschien.add(naam)


def pad_van(node: nodes.Node) -> Pad | None:
    """The path that an expression is, None where it is none."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        boven = pad_van(node.node)
        return (*boven, node.attr) if boven else None
    if (
        isinstance(node, nodes.Getitem)
        and isinstance(node.arg, nodes.Const)
        and isinstance(node.arg.value, str)
    ):
        boven = pad_van(node.node)
        return (*boven, node.arg.value) if boven else None
    return None


def verfijning(test: nodes.Node, namen: Namen, waarde: Waarde, *, uitkomst: bool) -> dict[Pad, Soorten]:
    """What is known about paths where a condition came out so."""
    if isinstance(test, nodes.Not):
        return verfijning(test.node, namen, waarde, uitkomst=not uitkomst)
    if isinstance(test, nodes.And | nodes.Or):
        if isinstance(test, nodes.And) is not uitkomst:
            return {}
        links = verfijning(test.left, namen, waarde, uitkomst=uitkomst)
        rechts = verfijning(test.right, namen.tak(links), waarde, uitkomst=uitkomst)
        return {**links, **rechts}
    if isinstance(test, nodes.Test) and test.name == "none":
        return _houd(test.node, namen, waarde, lambda soort: (soort == LEEG) is uitkomst)
    if isinstance(test, nodes.Compare) and len(test.ops) == 1 and test.ops[0].op in {"eq", "ne"}:
        gelijk = uitkomst is (test.ops[0].op == "eq")
        met = waarde(test.ops[0].expr, namen)
        return _houd(
            test.expr, namen, waarde, lambda soort: _kan_gelijk(soort, met) if gelijk else soort not in met
        )
    houd = _houd(test, namen, waarde, lambda soort: uitkomst in waarheden(frozenset({soort})))
    return {pad: frozenset(map(_gevuld, soorten)) for pad, soorten in houd.items()} if uitkomst else houd


def _houd(node: nodes.Node, namen: Namen, waarde: Waarde, mag: Callable[[Soort], bool]) -> dict[Pad, Soorten]:
    pad = pad_van(node)
    if pad is None:
        return {}
    over = frozenset(soort for soort in waarde(node, namen) if mag(soort))
    return {pad: over} if over else {}


def _kan_gelijk(soort: Soort, met: Soorten) -> bool:
    """Two fixed values are the same or not; of anything else the case decides."""
    return not isinstance(soort, Vast) or any(
        not isinstance(ander, Vast) or ander.waarde == soort.waarde for ander in met
    )


def _gevuld(soort: Soort) -> Soort:
    return replace(soort, mag_leeg=False) if isinstance(soort, Lijst) else soort
