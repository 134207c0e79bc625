"""PRV-03: which safety net holds, told where the employer reads it. That one holds, he may write down."""

from collections.abc import Iterator

from dossiergen.finding import CATALOGUS, Overtreding
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.regels.zinnen import met_zin, patroon
from dossiergen.zaak import Stuk
from dossiergen.zaak.basis import Model
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.vertrouwelijk import VertrouwelijkStuk
from dossiergen.zaak.yaml import Pad

__all__ = ["kan_vangnet_noemen", "noemt_vangnet"]

# What the employee himself wants to be read, and what the work is: somebody may do this for others by profession.
_BEHALVE = frozenset(
    {"visie_werknemer", "functie", "taken", "belastende_aspecten", "werkrooster", "bekwaamheden"}
)
_SPOREN = ("zwanger", "bevalling", "orgaan", "risk", "29a", "29b", "29 a", "29 b", "29 lid")
_WET = r"(?:vangnet\w*|ziektewet\w*|zw|zw-uitkering|ziekengeld)"
# Leave is no safety net, and the employer plans it.
_SOORT = r"(?:zwangerschap(?!s?-?\s?(?:verlof|\s*en\s+bevallingsverlof))\w*|bevalling(?!sverlof)\w*|orgaan-?\s?don\w+|no-?\s?risk\w*)"
_NOEMT = patroon(
    rf"\b{_WET}\b.{{0,60}}\b{_SOORT}",
    rf"\b{_SOORT}\b.{{0,60}}\b{_WET}\b",
    r"\bziek\w*\s+(?:\w+\s+){0,2}(?:wegens|vanwege|door|als\s+gevolg\s+van|in\s+verband\s+met|i\.v\.m\.)\s+"
    r"(?:de\s+|haar\s+|een\s+)?(?:zwangerschap|bevalling|orgaan-?\s?donatie)\b",
    r"\bzwangerschapsgerelateerd",
    r"\b(?:valt|val|vallen|viel)\s+(?:\w+\s+){0,2}onder\s+(?:de\s+|een\s+)?no-?\s?risk",
    r"\b(?:heeft|had|met)\s+(?:een\s+)?no-?\s?risk-?\s?(?:polis|status|verklaring)",
    # That it holds, in either order; what it does for somebody, or that somebody has one.
    r"\bno-?\s?risk(?:-?\s?polis)?\b.{0,40}\b(?:geldt|gold|geldig|van\s+toepassing|loopt|liep|bevestigd|toegekend|gemeld|vergoedt|betaalt)",
    r"\b(?:geldt|gold|is\s+er|was\s+er|er\s+is|loopt|dankzij|vanwege|wegens|door)\s+(?:\w+\s+){0,3}no-?\s?risk",
    r"\b(?:valt|val|vallen|viel|onder)\s+(?:onder\s+)?(?:art(?:ikel|\.)?\s*)?29\s?[ab]\b",
    r"\bvangnet\w*\s*\(\s*29\s?[ab]\b",
    r"\b(?:art(?:ikel|\.)?\s*)?29\s?(?:[ab]\b|lid\s+2\b).{0,30}\b(?:ziektewet|zw)\b",
    r"\b(?:ziektewet|zw),?\s+art(?:ikel|\.)?\s*29\s?(?:[ab]\b|lid\s+2\b)",
)
# What may help somebody to other work is advice, and says nothing about this illness.
_VOOR_EEN_ANDER = patroon(
    r"\b(?:nieuwe|andere|volgende|toekomstige|tweede|volgend|ander)\s+(?:werkgever|werkgevers|werk|spoor|baan)\b",
    r"\bspoor\s*2\b",
)


# That none holds, tells nothing.
_NIET = patroon(
    r"\b(?:geen|niet)\b.{0,40}\b(?:vangnet\w*|no-?\s?risk\w*|ziektewet\w*|van\s+toepassing|geldt)\b",
    r"\b(?:vangnet\w*|no-?\s?risk\w*|ziektewet\w*)\b.{0,40}\b(?:geen|niet)\b",
)


@stukregel(CATALOGUS["PRV-03"], Stukgegevens)
def vangnet_in_een_open_stuk(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    if not isinstance(gegevens, VertrouwelijkStuk):
        yield from (Overtreding("PRV-03", stuk.bestand, pad) for pad in _genoemd(gegevens))


@zaakregel(CATALOGUS["PRV-03"])
def vangnet_in_de_zaak(wat: Onderzoek) -> Iterator[Overtreding]:
    """Such as in the reason for joining two periods."""
    return (Overtreding("PRV-03", "zaak.yaml", pad) for pad in _genoemd(wat.zaak.gegevens))


def kan_vangnet_noemen(klein: str) -> bool:
    """Of a text in small letters: nearly none comes so far that its sentences have to be read."""
    return any(spoor in klein for spoor in _SPOREN)


def noemt_vangnet(zin: str) -> bool:
    return _NOEMT.in_zin(zin) and not _VOOR_EEN_ANDER.in_zin(zin) and not _NIET.in_zin(zin)


def _genoemd(model: Model) -> Iterator[Pad]:
    if kan_vangnet_noemen(teksten_van(model).samen):
        yield from met_zin(model, noemt_vangnet, _BEHALVE)
