"""output/index.html: a plain page that links every document by case. No names of people on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossiergen.dossier.archief import OVERDRACHT, archief_van, lezersmappen
from dossiergen.dossier.manifest import MANIFEST
from dossiergen.dossier.staat import Staat, lees_staat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import BestandFout
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Omgeving

__all__ = ["schrijf_index"]


@dataclass(frozen=True, slots=True)
class _Rij:
    """One document on the page, with its files by reader."""

    titel: str
    status: str
    per_lezer: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def schrijf_index(uitvoer: Uitvoer, sjablonen: Sjablonen) -> None:
    """Write the page anew from what lies in the output."""
    zaken = [
        (
            staat.kenmerk,
            tuple(_rijen(staat)),
            tuple(_verslagen(staat.kenmerk, uitvoer)),
            tuple(_archieven(staat.kenmerk, uitvoer)),
        )
        for staat in _staten(uitvoer)
    ]
    html = Omgeving(sjablonen).render("overzicht/index.html", {"zaken": zaken})
    uitvoer.schrijf(uitvoer.wortel / "index.html", html.encode())


def _staten(uitvoer: Uitvoer) -> Iterator[Staat]:
    for pad in sorted(uitvoer.eigen.glob("*.json")):
        try:
            yield lees_staat(pad, pad.stem, uitvoer.wortel / pad.stem)
        except BestandFout:
            # The case itself has already said so; the page shows the others.
            yield Staat(pad.stem)


def _rijen(staat: Staat) -> Iterator[_Rij]:
    for stuk in staat.stukken:
        volgnummer = f" {stuk.volgnr}" if stuk.volgnr else ""
        versie = f", versie {stuk.versie}" if stuk.versie > 1 else ""
        per_lezer = tuple(
            (
                lezer,
                tuple(
                    (_soort(naam), f"{staat.kenmerk}/{lezer}/{naam}") for naam in _pdf_eerst(stuk.bestanden)
                ),
            )
            for lezer in stuk.doelgroepen
        )
        yield _Rij(f"{stuk.titel}{volgnummer}{versie}", stuk.status, per_lezer)


def _verslagen(kenmerk: str, uitvoer: Uitvoer) -> Iterator[tuple[str, str]]:
    """The folders of the verslag that can be handed over, by what they are; the employee's own is not for this page."""
    for soort, woord in (("riv", ""), ("riv-concept", " (concept)")):
        for lezer in ("uwv", "werknemer"):
            if (uitvoer.wortel / kenmerk / soort / lezer / MANIFEST).exists():
                yield f"map voor {lezer}{woord}", f"{kenmerk}/{soort}/{lezer}/"


def _archieven(kenmerk: str, uitvoer: Uitvoer) -> Iterator[tuple[str, str]]:
    """The archives of the open folders, by whom they are for; those of what is confidential are not for this page."""
    deel = uitvoer.wortel / kenmerk
    if not (deel / OVERDRACHT).is_dir():  # most have none, and there are ten to ask for
        return
    for map_ in lezersmappen(deel):
        pad = archief_van(uitvoer, map_)
        if pad.is_file():
            soort = "" if map_.parent == deel else "verslag voor "
            yield f"{soort}{map_.name}", pad.relative_to(uitvoer.wortel).as_posix()


def _soort(naam: str) -> str:
    return "PDF" if naam.endswith(".pdf") else "Word"


def _pdf_eerst(namen: Iterable[str]) -> list[str]:
    return sorted(namen, key=lambda naam: (not naam.endswith(".pdf"), naam))
