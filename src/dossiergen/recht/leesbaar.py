"""Values of law as a reader says them. Knows no place where they are shown."""

from itertools import pairwise

from dossiergen.recht.waarde import Eenheid, Rechtswaarde, Waarde

__all__ = ["eindes", "met_eenheid"]

_ENKELVOUD = {
    Eenheid.DAGEN: "dag",
    Eenheid.WERKDAGEN: "werkdag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
    Eenheid.JAREN: "jaar",
    Eenheid.UREN: "uur",
}
# Dutch counts these in the singular: 3 jaar, 48 uur.
_ALTIJD_ENKELVOUD = frozenset({Eenheid.JAREN, Eenheid.UREN})


def met_eenheid(regel: Rechtswaarde, waarde: Waarde) -> str:
    """The value with its unit: `6 weken`, `€ 1.450,00`; a text quoted from law between quotation marks."""
    tekst, eenheid = waarde.waarde, regel.eenheid
    if eenheid in _ENKELVOUD:
        enkel = tekst == "1" or eenheid in _ALTIJD_ENKELVOUD
        return f"{tekst} {_ENKELVOUD[eenheid] if enkel else eenheid.value}"
    if eenheid is Eenheid.TEKST:
        return f"“{tekst}”" if regel.sleutel.endswith("_tekst") else tekst
    if eenheid is Eenheid.EUROCENT:
        euro = f"{int(tekst) // 100:,}".replace(",", ".")
        return f"€ {euro},{int(tekst) % 100:02}"
    if eenheid is Eenheid.DAGNUMMER:
        return f"dag {tekst}"
    return f"{tekst}%" if eenheid is Eenheid.PROCENT else tekst


def eindes(regel: Rechtswaarde) -> tuple[str, ...]:
    """For each value the first day on which it no longer holds, as jjjj-mm-dd; empty where it still does."""
    volgende = [min(filter(None, (eerder.tot, later.vanaf))) for eerder, later in pairwise(regel.waarden)]
    return tuple(str(dag or "") for dag in (*volgende, regel.waarden[-1].tot))
