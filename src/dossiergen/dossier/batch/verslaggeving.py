"""The report of a batch, written beside what it made: for a person, for a program and for a spreadsheet."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dossiergen.dossier.batch.opdracht import Opdracht
from dossiergen.dossier.batch.uitslag import Uitslag
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.rapport import als_csv, als_json, maak_rapport, pagina

__all__ = ["NAMEN", "schrijf_rapport"]

NAMEN = ("naam", "bsn")
"""What of an employee can stand in a report, for who asks for it."""


def schrijf_rapport(
    uitslagen: Sequence[Uitslag], opdracht: Opdracht, mappen: Iterable[Path], noem: Collection[str]
) -> None:
    """`rapport.html`, `.json` and `.csv`: the same, whoever did the work and whether it had to be done.

    `noem`: those of NAMEN that were asked for; the cases are read for it, for nothing else keeps them.
    """
    regels = [uitslag.regel for uitslag in uitslagen if uitslag.regel]
    rapport = maak_rapport(
        regels,
        opdracht.peildatum,
        met_verslag=opdracht.riv,
        weggelaten=len(uitslagen) - len(regels),
        due=opdracht.due,
    )
    personen = dict(_personen(mappen, noem)) if noem else None
    inhoud = {
        "html": pagina(rapport, opdracht.sjablonen, personen),
        "json": als_json(rapport, personen),
        "csv": als_csv(rapport, personen),
    }
    for einde, bytes_ in inhoud.items():
        opdracht.uitvoer.schrijf(opdracht.output / f"rapport.{einde}", bytes_)


def _personen(mappen: Iterable[Path], noem: Collection[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for geladen, _ in laad(mappen):
        if geladen.zaak is not None:
            werknemer = geladen.zaak.gegevens.werknemer
            alles = {"naam": werknemer.naam, "bsn": str(werknemer.bsn)}
            yield geladen.zaak.kenmerk, {soort: alles[soort] for soort in NAMEN if soort in noem}
