"""The documents that the engines make: real ones of a sample case, and as plain data for engines that know no tree."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dossiergen.dossier.werkplaats import Ontwerp, Werkplaats
from dossiergen.huisstijl import Huisstijl
from dossiergen.render.boom import Boom, Element
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_organisaties, laad_zaak

__all__ = ["Blok", "Papier", "blokken", "gedraaid", "papieren"]

CASES = Path(__file__).parents[1] / "cases"
ZAAK = "2024-0090"
PEILDATUM = dt.date(2026, 6, 1)
VORMEN = ("brief-uitnodiging", "plan-van-aanpak", "probleemanalyse")

Blok = dict[str, object]
"""`soort` says what it is; the rest is texts, rows of texts or blocks again."""


@dataclass(frozen=True, slots=True)
class Papier:
    naam: str
    boom: Boom
    eigenschappen: Eigenschappen
    stijl: Huisstijl
    werkplaats: Werkplaats
    ontwerp: Ontwerp

    def met(self, boom: Boom) -> "Papier":
        """The same document with another text."""
        return replace(self, boom=boom)

    def als_data(self) -> Blok:
        """Everything that stands on its pages, for a template of another engine."""
        artikel = self.boom.artikel
        return {
            "titel": self.eigenschappen.titel,
            "brief": self.boom.is_brief,
            "afzender": artikel.attr("data-afzender"),
            "voet": artikel.attr("data-voet"),
            "blokken": list(blokken(artikel)),
        }


def papieren() -> Iterator[Papier]:
    """A letter of a page and two forms of two, of one case."""
    zaak = laad_zaak(CASES / ZAAK, laad_organisaties(CASES / "organisaties.yaml")).zaak
    if zaak is None:
        raise SystemExit("The example of the benchmark cannot be read.")
    werkplaats = Werkplaats(Sjablonen.standaard())
    for naam in VORMEN:
        vorm = werkplaats.vormen[naam]
        stuk = next(stuk for stuk in zaak.stukken if vorm.bestaat(zaak, stuk))
        ontwerp = werkplaats.ontwerp(zaak, stuk, vorm, PEILDATUM)
        tekst = werkplaats.tekst(ontwerp)
        yield Papier(naam, tekst.boom, tekst.eigenschappen, ontwerp.huisstijl, werkplaats, ontwerp)


def gedraaid(element: Element, keer: int) -> Element:
    """The same words in another order, so that an engine that remembers texts has to set them anew.

    Words of a choice stay: its options would no longer know them.
    """
    if element.attr("data-opties"):
        return element
    kinderen = tuple(
        _draai(kind, keer) if isinstance(kind, str) else gedraaid(kind, keer) for kind in element.kinderen
    )
    return replace(element, kinderen=kinderen)


def _draai(tekst: str, keer: int) -> str:
    woorden = tekst.split()
    if not woorden:
        return tekst
    plaats = keer % len(woorden)
    voor, na = tekst[: len(tekst) - len(tekst.lstrip())], tekst[len(tekst.rstrip()) :]
    return voor + " ".join(woorden[plaats:] + woorden[:plaats]) + na


def blokken(houder: Element) -> Iterator[Blok]:
    """What stands in an element, from top to bottom; a section that only groups is left out."""
    for element in houder.elementen:
        if element.naam == "section" and not element.blok:
            yield from blokken(element)
        elif element.naam == "section":
            yield {"soort": element.blok, "blokken": list(blokken(element))}
        elif element.naam == "table":
            yield _tabel(element)
        elif element.naam in {"ul", "ol"}:
            yield {"soort": "keuze" if element.blok else "lijst", "punten": [*map(_punt, element.elementen)]}
        else:
            yield {"soort": element.blok or element.naam, "tekst": element.platte_tekst}


def _punt(punt: Element) -> Blok:
    return {"tekst": punt.platte_tekst, "gekozen": punt.attr("data-gekozen") == "ja"}


def _tabel(tabel: Element) -> Blok:
    rijen = {deel.naam: [[*map(_cel, rij.elementen)] for rij in deel.elementen] for deel in tabel.elementen}
    return {
        "soort": "tabel",
        "blok": tabel.blok,
        "kop": rijen.get("thead", [[]])[0],
        "rijen": rijen["tbody"],
    }


def _cel(cel: Element) -> str:
    """A line for each paragraph."""
    return cel.platte_tekst if cel.loopt_door else "\n".join(deel.platte_tekst for deel in cel.elementen)
