"""The house styles that the documents of a case have, and what their fonts miss of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dossiergen.finding import Overtreding
from dossiergen.huisstijl import Huisstijl, laad
from dossiergen.render.letters import zonder_letter
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Afzender, Stukvorm, laad_vormen
from dossiergen.tekens import noem
from dossiergen.zaak import Stuk, Zaak
from dossiergen.zaak.yaml import Pad

__all__ = ["Stijlen", "lees_stijl"]

_MEESTE = 5


@dataclass(slots=True)
class Stijlen:
    """The house styles of a case's documents, each read once."""

    zaak: Zaak
    stukken: tuple[Stuk, ...]
    sjablonen: Sjablonen
    huisstijl: str | None
    _vormen: tuple[Stukvorm, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._vormen = _vormen(self.sjablonen)

    def bezwaren(self, bestand: str, pad: Pad, tekst: str) -> Iterator[Overtreding]:
        """LET-01 where a style's font misses something of a text."""
        eigen = [s for s in self.stukken if s.bestand == bestand and pad[: len(s.pad)] == s.pad]
        for naam in sorted({naam for stuk in eigen or self.stukken for naam in self._namen(stuk)}):
            stijl = lees_stijl(naam, self.sjablonen)
            if gemist := zonder_letter(tekst, stijl.letters.tekst):
                eerste = sorted(gemist)[:_MEESTE]
                rest = f" en nog {len(gemist) - _MEESTE}" if len(gemist) > _MEESTE else ""
                wat = "dit teken" if len(gemist) == 1 else "deze tekens"
                yield Overtreding(
                    "LET-01",
                    bestand,
                    pad,
                    f"De letter {stijl.letter.pdf} van huisstijl {naam} heeft {wat} niet: {noem(eerste)}{rest}.",
                )
                return

    def _namen(self, stuk: Stuk) -> Iterator[str]:
        """The house styles that the documents made of a file have."""
        bekend = self.sjablonen.huisstijlen()
        for vorm in self._vormen:
            naam = self.huisstijl or self._van_afzender(vorm, stuk)
            if vorm.bestaat(self.zaak, stuk) and naam in bekend:
                yield naam

    def _van_afzender(self, vorm: Stukvorm, stuk: Stuk) -> str:
        gegevens, organisaties = self.zaak.gegevens, self.zaak.organisaties
        if vorm.afzender is Afzender.WERKGEVER:
            return organisaties.werkgevers[gegevens.werkgever].huisstijl
        dienst = None
        if vorm.afzender is Afzender.DIENST_VAN_OPSTELLER:
            dienst = organisaties.personen[stuk.gegevens.opsteller].arbodienst
        return organisaties.arbodiensten[dienst or gegevens.arbodienst].huisstijl


@lru_cache(maxsize=4)
def _vormen(sjablonen: Sjablonen) -> tuple[Stukvorm, ...]:
    return tuple(laad_vormen(sjablonen).values())


@lru_cache(maxsize=32)
def lees_stijl(naam: str, sjablonen: Sjablonen) -> Huisstijl:
    """Read once for all cases; other template files are another `Sjablonen`."""
    return laad(naam, sjablonen)
