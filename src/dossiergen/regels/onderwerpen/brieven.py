"""REF-06: a letter that names a document of the case."""

from collections.abc import Iterator

from dossiergen.finding import Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.zaak import Stuk
from dossiergen.zaak.brieven import BriefPlanTerOndertekening
from dossiergen.zaak.herschrijven import lijkt_op

__all__: list[str] = []


@stukregel(
    Soort(
        "REF-06",
        "De brief noemt een stuk dat de zaak niet heeft.",
        "Noem bij `stuk` het bestand in `stukken`, zonder .yaml.",
        grond="een brief gaat over een stuk van deze zaak",
    ),
    BriefPlanTerOndertekening,
)
def stuk_van_de_brief_ontbreekt(
    wat: Onderzoek, stuk: Stuk, brief: BriefPlanTerOndertekening
) -> Iterator[Overtreding]:
    """Only what employer and employee sign together is sent to be signed."""
    namen = sorted(
        ander.naam
        for ander in wat.zaak.stukken
        if hasattr(getattr(ander.gegevens, "ondertekening", None), "werknemer")
    )
    if brief.stuk not in namen:
        gelijkend = lijkt_op(brief.stuk, namen)
        oplossing = f"Bedoelt u `{gelijkend}`?" if gelijkend else ""
        yield Overtreding("REF-06", stuk.bestand, ("stuk",), oplossing=oplossing, voorstel=gelijkend)
