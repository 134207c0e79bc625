"""The report of a batch, written beside what it made: for a person, for a program and for a spreadsheet."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.plaatsen import RAPPORTEN
from dossiergen.dossier.batch.uitslag import Zaakuitslag
from dossiergen.dossier.mappen import laad
from dossiergen.dossier.rapport import Personen, Persoonsgegevens, als_csv, als_json, maak_rapport, pagina
from dossiergen.stukken.opmaak import FILTERS

__all__ = ["schrijf_rapport"]


def schrijf_rapport(
    uitslagen: Sequence[Zaakuitslag], opdracht: Batchopdracht, mappen: Iterable[Path], noem: Collection[str]
) -> None:
    """`rapport.html`, `.json` and `.csv`: the same, whoever did the work and whether it had to be done.

    `noem`: `naam` and `bsn` where they were asked for; the cases are read for it, for nothing else keeps these.
    """
    regels = [uitslag.regel for uitslag in uitslagen if uitslag.regel]
    rapport = maak_rapport(
        regels,
        opdracht.peildatum,
        met_verslag=opdracht.riv,
        weggelaten=len(uitslagen) - len(regels),
        due=opdracht.due,
    )
    personen = Personen(noem, dict(_van(mappen, noem)) if noem else {})
    inhoud = (
        pagina(rapport, opdracht.sjablonen, personen),
        als_json(rapport, personen),
        als_csv(rapport, personen),
    )
    for naam, bytes_ in zip(RAPPORTEN, inhoud, strict=True):
        opdracht.uitvoer.schrijf(opdracht.output / naam, bytes_)


def _van(mappen: Iterable[Path], noem: Collection[str]) -> Iterator[tuple[str, Persoonsgegevens]]:
    for geladen, _ in laad(mappen):
        if geladen.zaak is not None:
            werknemer = geladen.zaak.gegevens.werknemer
            naam = str(FILTERS["naam_zonder_aanhef"](werknemer)) if "naam" in noem else ""
            bsn = str(werknemer.bsn or "") if "bsn" in noem else ""
            yield geladen.zaak.kenmerk, Persoonsgegevens(naam, bsn)
