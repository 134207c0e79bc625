"""Templates that remember which ways through them were gone, and which choices were shown as chosen."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pytest
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from doelgroepen.oplosser import Tak
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Omgeving

__all__ = ["Meting", "metende_werkplaats"]


@dataclass(slots=True)
class Meting:
    takken: set[Tak] = field(default_factory=set)
    keuzes: set[StrEnum] = field(default_factory=set)

    def tak(self, sjabloon: str, nummer: int, uitkomst: str) -> str:
        self.takken.add(Tak(sjabloon, nummer, uitkomst))
        return ""

    def toets(self, sjabloon: str, nummer: int, waarde: Any) -> Any:
        self.tak(sjabloon, nummer, "waar" if waarde else "onwaar")
        return waarde

    def ja_nee(self, sjabloon: str, nummer: int, waarde: Any) -> Any:
        self.tak(sjabloon, nummer, "ja" if waarde else "nee")
        return waarde

    def keuze(self, filter_: Callable[[Any], Any]) -> Callable[[StrEnum], Any]:
        """The same filter, which remembers the choice."""

        def met_geheugen(waarde: StrEnum) -> Any:
            self.keuzes.add(waarde)
            return filter_(waarde)

        return met_geheugen


class _Schrijver(CodeGenerator):
    """Writes a template's code after it has put the memory into the tree."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  Jinja's name
        _meet_in(self.name or "", node)
        super().visit_Template(node, frame)


def _meet_in(sjabloon: str, boom: nodes.Template) -> None:
    """The numbers are those that the same tree has where it is only followed."""
    for nummer, node in enumerate(list(boom.find_all(nodes.Node))):

        def meet(
            functie: str, waarde: nodes.Node, node: nodes.Node = node, nummer: int = nummer
        ) -> nodes.Call:
            wat: list[nodes.Node] = [nodes.Const(sjabloon), nodes.Const(nummer), waarde]
            return nodes.Call(nodes.Name(functie, "load"), wat, [], None, None, lineno=node.lineno)

        def stap(uitkomst: str, node: nodes.Node = node, meet: Any = meet) -> nodes.ExprStmt:
            return nodes.ExprStmt(meet("_meet_tak", nodes.Const(uitkomst)), lineno=node.lineno)

        if isinstance(node, nodes.If | nodes.CondExpr):
            node.test = meet("_meet_toets", node.test)
        elif isinstance(node, nodes.For):
            node.body.insert(0, stap("een keer"))
            node.else_.insert(0, stap("geen enkele keer"))
        elif isinstance(node, nodes.Macro | nodes.CallBlock):
            node.body.insert(0, stap("aangeroepen"))
        elif isinstance(node, nodes.Block):
            node.body.insert(0, stap("gevuld"))
        elif isinstance(node, nodes.Filter) and node.name == "ja_nee" and node.node is not None:
            node.node = meet("_meet_ja_nee", node.node)
    assert boom.environment is not None
    boom.set_environment(boom.environment)


@contextmanager
def metende_werkplaats() -> Iterator[tuple[Werkplaats, Meting]]:
    """A workshop like any other, whose templates remember."""
    meting = Meting()

    class Meetomgeving(Omgeving):
        def __init__(
            self,
            sjablonen: Sjablonen,
            filters: Mapping[str, Callable[..., Any]],
            functies: Mapping[str, Callable[..., Any]],
        ) -> None:
            keuzes = {naam: meting.keuze(filters[naam]) for naam in ("woord", "opties")}
            super().__init__(sjablonen, {**filters, **keuzes}, functies)
            self._env.code_generator_class = _Schrijver
            self._env.globals |= {
                "_meet_tak": meting.tak,
                "_meet_toets": meting.toets,
                "_meet_ja_nee": meting.ja_nee,
            }

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dossiergen.stukken.samensteller.Omgeving", Meetomgeving)
        yield Werkplaats(Sjablonen.standaard()), meting
