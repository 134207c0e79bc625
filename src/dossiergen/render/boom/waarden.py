"""The nodes of the tree. White space is already collapsed and trimmed; structure holds no text."""

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Boom", "Element"]


@dataclass(frozen=True, slots=True)
class Element:
    naam: str
    attrs: tuple[tuple[str, str], ...] = ()
    kinderen: tuple["Element | str", ...] = ()

    def attr(self, naam: str) -> str:
        """The value, or nothing: no attribute in the vocabulary may stand there empty with another meaning."""
        # A loop, as this is asked hundreds of thousands of times: a generator takes twice as long.
        for sleutel, waarde in self.attrs:
            if sleutel == naam:
                return waarde
        return ""

    @property
    def blok(self) -> str:
        return self.attr("data-blok")

    @property
    def elementen(self) -> tuple["Element", ...]:
        return tuple(kind for kind in self.kinderen if isinstance(kind, Element))

    @property
    def loopt_door(self) -> bool:
        """Whether the children are a line of text rather than paragraphs and lists of their own."""
        return all(isinstance(kind, str) or kind.naam in {"strong", "em", "time"} for kind in self.kinderen)

    @property
    def platte_tekst(self) -> str:
        """All text below, without list marks."""
        return "".join(kind if isinstance(kind, str) else kind.platte_tekst for kind in self.kinderen)

    def alle(self) -> Iterator["Element"]:
        """The element itself and all below it, in reading order."""
        yield self
        for kind in self.elementen:
            yield from kind.alle()


@dataclass(frozen=True, slots=True)
class Boom:
    """A whole document; `artikel` also carries the running heads and feet."""

    artikel: Element

    @property
    def is_brief(self) -> bool:
        return self.artikel.attr("data-soort") == "brief"

    @property
    def is_dicht(self) -> bool:
        """Whether it is set closely, so that it stays on one page."""
        return self.artikel.attr("data-zetting") == "dicht"
