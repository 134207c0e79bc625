"""What the composed text of a document has to be, whatever template made it: in letters that there are, with what must be said."""

from collections.abc import Iterator
from dataclasses import replace

from dossiergen.dossier.werkplaats import Ontwerp, Tekst
from dossiergen.finding import CATALOGUS, Ernst
from dossiergen.finding.soort import Soort
from dossiergen.regels.zinnen import letters
from dossiergen.render.boom import tekst as leestekst
from dossiergen.render.letters import ontbrekende_tekens
from dossiergen.tekens import noem
from dossiergen.zaak import Status
from dossiergen.zaak.second_opinion_stukken import Afwijzing, Toekenning

__all__ = ["tekstbezwaren"]


def tekstbezwaren(ontwerp: Ontwerp, tekst: Tekst) -> Iterator[tuple[Soort, str]]:
    """LET-01 and SO-17, each with a sentence of its own where the title does not say it."""
    # A sign without a letter would be an empty box on paper.
    if tekens := ontbrekende_tekens(tekst.boom, ontwerp.huisstijl.letters):
        letter = ontwerp.huisstijl.letter.pdf
        yield CATALOGUS["LET-01"], f"De letter {letter} heeft niet alle tekens van dit stuk: {noem(tekens)}."
    if not _zegt_dat_niets_wordt_opgeschort(ontwerp, tekst):
        soort = CATALOGUS["SO-17"]
        concept = ontwerp.stuk.gegevens.status is Status.CONCEPT
        yield (replace(soort, ernst=Ernst.WAARSCHUWING) if concept else soort), ""


def _zegt_dat_niets_wordt_opgeschort(ontwerp: Ontwerp, tekst: Tekst) -> bool:
    """Said in every decision on a second opinion, also by a client's own template."""
    if not isinstance(ontwerp.stuk.gegevens, Afwijzing | Toekenning):
        return True
    uitleg = ontwerp.inzage.uitleg
    return uitleg is not None and letters(uitleg.geen_opschorting) in letters(leestekst(tekst.boom))
