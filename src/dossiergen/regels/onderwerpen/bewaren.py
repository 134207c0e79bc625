"""PRV-09: a file that is older than its retention term."""

from collections.abc import Iterator

from dossiergen.finding import CATALOGUS, Overtreding
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import zaakregel
from dossiergen.termijnen import Bewaartermijn, bewaartermijn

__all__ = ["over_tijd"]

_TERMIJNEN = ("bewaren_reintegratiedossier", "bewaren_eigenrisico_ziektewet", "bewaren_eigenrisico_wga")


@zaakregel(CATALOGUS["PRV-09"], *_TERMIJNEN)
def dossier_te_oud(wat: Onderzoek) -> Iterator[Overtreding]:
    """Silent where nobody knows when the term began."""
    termijn = bewaartermijn(wat.zaak, wat.kalender, wat.recht)
    if termijn and termijn.is_voorbij(wat.peildatum):
        yield Overtreding("PRV-09", "zaak.yaml", ("kenmerk",), over_tijd(termijn))


def over_tijd(termijn: Bewaartermijn) -> str:
    """Which term is over, without the days, which are those of a person."""
    twijfel = "" if termijn.bevestigd else " De duur is niet op een bron nagekeken."
    return (
        f"De bewaartermijn van dit dossier is voorbij: {termijn.jaren} jaar, vanaf: {termijn.aanknoping} "
        f"({termijn.grond}).{twijfel}"
    )
