"""A PDF as the checks look at it: its tags, what is painted, how that is marked, and what ties these together."""

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import pikepdf

from dossiergen.dossier.keuring.merken import Merk, lees_merken
from dossiergen.dossier.keuring.tags import Inhoud, Tag, Tagboom, lees_tags
from dossiergen.dossier.keuring.verf import Rechthoek, Verfstuk, lees_stukken

__all__ = ["Gelezen", "blad_van", "gelezen"]


@dataclass(frozen=True)
class Gelezen:
    """`pdf` is open for as long as the checks run; `bladen` and `merken` go page by page."""

    pdf: pikepdf.Pdf
    boom: Tagboom | None
    bladen: Sequence[Sequence[Verfstuk]]
    merken: Sequence[Sequence[Merk]]

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """All tags in reading order."""
        return tuple(chain.from_iterable(tag.alle() for tag in self.boom.wortels)) if self.boom else ()

    @cached_property
    def geschilderd(self) -> Mapping[Inhoud, Sequence[Verfstuk]]:
        """What is painted under a number."""
        bij: defaultdict[Inhoud, list[Verfstuk]] = defaultdict(list)
        for blad, stukken in enumerate(self.bladen, 1):
            for stuk in stukken:
                if stuk.nummer >= 0:
                    bij[Inhoud(blad, stuk.nummer)].append(stuk)
        return bij

    @cached_property
    def vakken(self) -> Mapping[Tag, Mapping[int, Rechthoek]]:
        """Where each tag stands, on each of its pages."""
        alle: dict[Tag, Mapping[int, Rechthoek]] = {}
        for tag in reversed(self.tags):
            van_tag: dict[int, Rechthoek] = {}
            for kind in tag.kinderen:
                vakken = self.vak(kind) if isinstance(kind, Inhoud) else alle[kind]
                for blad, vak in vakken.items():
                    van_tag[blad] = vak.samen(van_tag[blad]) if blad in van_tag else vak
            alle[tag] = van_tag
        return alle

    def vak(self, inhoud: Inhoud) -> Mapping[int, Rechthoek]:
        """Where a piece of content stands; nowhere when nothing of it can be seen."""
        vakken = [
            stuk.vak for stuk in self.geschilderd.get(inhoud, ()) if stuk.tekst is None or stuk.tekst.strip()
        ]
        if not vakken:
            return {}
        geheel = vakken[0]
        for vak in vakken[1:]:
            geheel = geheel.samen(vak)
        return {inhoud.blad: geheel}

    def tekst(self, tag: Tag) -> str:
        """The letters of a tag without white space, which breaks of lines would add to."""
        return self.letters(tag.inhoud())

    def letters(self, inhoud: Iterable[Inhoud]) -> str:
        stukken = chain.from_iterable(self.geschilderd.get(deel, ()) for deel in inhoud)
        return "".join("".join((stuk.tekst or "").split()) for stuk in stukken)


def blad_van(tag: Tag) -> int | None:
    """The page where a tag begins."""
    eerste = next(tag.inhoud(), None)
    return eerste.blad if eerste else None


@contextmanager
def gelezen(inhoud: bytes) -> Iterator[Gelezen]:
    """A PDF, open as long as it is looked at. Raises pikepdf.PikepdfError and pypdfium2.PdfiumError for what is none."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        merken = tuple(lees_merken(blad) for blad in pdf.pages)
        yield Gelezen(pdf, lees_tags(pdf), lees_stukken(inhoud), merken)
