"""A batch from its first case to its last: skip what is unchanged, hand out the rest, tell of each as it is done."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from dossiergen.dossier.batch import taak
from dossiergen.dossier.batch.geheugen import Geheugen
from dossiergen.dossier.batch.grens import Grens
from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.plaatsen import onaf
from dossiergen.dossier.batch.ploeg import Werkploeg
from dossiergen.dossier.batch.sleutel import algemeen
from dossiergen.dossier.batch.uitslag import Zaakuitslag, storing_van
from dossiergen.errors import BestandFout, DossiergenFout, OntbrekendHulpmiddel, SchijfWeigert
from dossiergen.zaak.mappen import mapnaam

__all__ = ["maak_ploeg", "voer_uit"]

_DUBBEL = (
    "Twee mappen in deze opdracht heten zo, en hun stukken zouden op dezelfde plaats komen. "
    "Geef elke zaak een eigen kenmerk, of doe ze na elkaar met een andere --output."
)
# Read once, before there are workers.
_VOORRAAD = ("dossiergen.dossier.batch.voorraad",)


def maak_ploeg(opdracht: Batchopdracht, aantal: int, grens: Grens, werkmap: Path | None = None) -> Werkploeg:
    """Processes of this machine, each ready to make cases. `werkmap`: where they work, if not where we do."""
    return Werkploeg(aantal, partial(taak.begin, opdracht, werkmap), grens, _VOORRAAD)


def voer_uit(
    mappen: Sequence[Path], opdracht: Batchopdracht, ploeg: Executor, tegelijk: int
) -> Iterator[Zaakuitslag]:
    """What became of each case, in the order in which that is known.

    `ploeg`: anything with the interface of `concurrent.futures`; it holds `tegelijk` cases at the most. Whoever calls
    holds the output (`Uitvoer.open`). Raises BestandFout where that folder disappears, SchijfWeigert where nothing fits in it
    any more, and OntbrekendHulpmiddel where no case could be made.
    """
    lopend = _Lopend(opdracht, ploeg, algemeen(opdracht))
    dubbel = {naam for naam, aantal in Counter(map(mapnaam, mappen)).items() if aantal > 1}
    for map_ in mappen:
        if mapnaam(map_) in dubbel:
            yield storing_van(mapnaam(map_), _DUBBEL)
        elif (bekend := lopend.geheugen.weet(map_)) is not None:
            yield bekend
        else:
            lopend.geef(map_)
        yield from lopend.klaar(tegelijk)
    yield from lopend.klaar(1)


@dataclass(slots=True)
class _Lopend:
    """The cases that were handed out."""

    opdracht: Batchopdracht
    ploeg: Executor
    vast: str
    geheugen: Geheugen = field(init=False)
    _exemplaar: tuple[int, int] | None = field(init=False)
    _begonnen: bool = field(init=False, default=False)
    _zaken: dict[Future[Zaakuitslag], Path] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.geheugen = Geheugen(self.opdracht.uitvoer, self.vast)
        self._exemplaar = self.opdracht.uitvoer.exemplaar

    def geef(self, map_: Path) -> None:
        if not self._begonnen:
            self.opdracht.uitvoer.schrijf(onaf(self.opdracht.uitvoer), b"")
            self._begonnen = True
        try:
            antwoord = self.ploeg.submit(taak.maak, self.opdracht, self.vast, map_)
        except BrokenExecutor as fout:  # an executor of somebody else that lost a process, and does not go on
            antwoord = Future()
            antwoord.set_exception(fout)
        self._zaken[antwoord] = map_

    def klaar(self, tegelijk: int) -> Iterator[Zaakuitslag]:
        """Those that are done, until there are fewer than `tegelijk` left."""
        while len(self._zaken) >= tegelijk:
            gedaan, _ = wait(self._zaken, return_when=FIRST_COMPLETED)
            if self.opdracht.uitvoer.exemplaar != self._exemplaar:
                raise BestandFout(
                    f"De map {self.opdracht.output} is tijdens het werk verdwenen of vervangen.",
                    "Zet de map terug of kies een andere, en geef de opdracht opnieuw: wat er nog ligt, wordt overgeslagen.",
                )
            yield from (_uitslag(een, self._zaken.pop(een)) for een in _op_volgorde(gedaan, self._zaken))


def _op_volgorde(
    gedaan: Iterable[Future[Zaakuitslag]], zaken: dict[Future[Zaakuitslag], Path]
) -> list[Future[Zaakuitslag]]:
    """As they were handed out: dictionaries remember it, sets do not."""
    klaar = set(gedaan)
    return [een for een in zaken if een in klaar]


def _uitslag(een: Future[Zaakuitslag], map_: Path) -> Zaakuitslag:
    try:
        return een.result()
    except (OntbrekendHulpmiddel, SchijfWeigert):
        raise
    except DossiergenFout as fout:
        return storing_van(mapnaam(map_), f"{fout.melding} {fout.hint}".strip())
    except Exception as fout:  # noqa: BLE001  an executor of somebody else says in its own way that a worker is gone
        return storing_van(
            mapnaam(map_), f"Het proces dat hieraan werkte, is gestopt: {type(fout).__name__}."
        )
