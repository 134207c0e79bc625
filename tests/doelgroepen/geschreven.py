"""An expression of a template roughly as it was written, for the one who has to find it."""

from functools import singledispatch

from jinja2 import nodes

__all__ = ["geschreven"]

_TEKENS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "notin": "not in"}


@singledispatch
def geschreven(node: nodes.Node) -> str:
    return type(node).__name__.lower()


@geschreven.register
def _(node: nodes.Name) -> str:
    return node.name


@geschreven.register
def _(node: nodes.Const) -> str:
    return f'"{node.value}"' if isinstance(node.value, str) else str(node.value).lower()


@geschreven.register
def _(node: nodes.Getattr) -> str:
    return f"{geschreven(node.node)}.{node.attr}"


@geschreven.register
def _(node: nodes.Getitem) -> str:
    return f"{geschreven(node.node)}[{geschreven(node.arg)}]"


@geschreven.register
def _(node: nodes.Filter) -> str:
    return f"{geschreven(node.node) if node.node else ''}|{node.name}"


@geschreven.register
def _(node: nodes.Test) -> str:
    return f"{geschreven(node.node)} is {node.name}"


@geschreven.register
def _(node: nodes.Not) -> str:
    return f"not {geschreven(node.node)}"


@geschreven.register
def _(node: nodes.And) -> str:
    return f"{geschreven(node.left)} and {geschreven(node.right)}"


@geschreven.register
def _(node: nodes.Or) -> str:
    return f"({geschreven(node.left)} or {geschreven(node.right)})"


@geschreven.register
def _(node: nodes.Compare) -> str:
    rest = " ".join(f"{_TEKENS.get(deel.op, deel.op)} {geschreven(deel.expr)}" for deel in node.ops)
    return f"{geschreven(node.expr)} {rest}"


@geschreven.register
def _(node: nodes.Call) -> str:
    return f"{geschreven(node.node)}({', '.join(geschreven(arg) for arg in node.args)})"
