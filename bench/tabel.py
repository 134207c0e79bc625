"""Figures as a table for docs/prestaties.md."""

from collections.abc import Sequence

__all__ = ["getal", "markdown"]


def markdown(kop: Sequence[str], rijen: Sequence[Sequence[str]]) -> str:
    """A table of Markdown; every row has as many cells as the head."""
    regels = [kop, ["---"] * len(kop), *rijen]
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels if _past(regel, kop))


def _past(regel: Sequence[str], kop: Sequence[str]) -> bool:
    if len(regel) != len(kop):
        raise ValueError(f"a row of {len(regel)} cells below a head of {len(kop)}")
    return True


def getal(waarde: float) -> str:
    """As many decimals as tell something."""
    decimalen = 0 if waarde >= 100 else 1 if waarde >= 10 else 2
    return f"{waarde:.{decimalen}f}"
