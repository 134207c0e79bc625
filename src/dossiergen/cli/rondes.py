"""What `dossiergen render --watch` shows of a round: the time, what is wrong, what was made and how long it took."""

import json
from collections.abc import Iterable

from dossiergen.cli.kijken import Ronde
from dossiergen.cli.tonen import geef, praat, toon, zaak_als_json
from dossiergen.dossier.resultaat import Stukresultaat, Uitkomst, Zaakresultaat
from dossiergen.finding import VAN_DE_VORM, Finding

__all__ = ["Rondebeeld"]

_BREED = 64


class Rondebeeld:
    """Remembers what it showed: what is no fout and was there already, is not repeated at every save."""

    def __init__(self, formaat: str, *, regels: bool | None) -> None:
        self._formaat, self._regels = formaat, regels
        self._getoond: frozenset[tuple[str, ...]] = frozenset()

    def toon(self, ronde: Ronde) -> None:
        if self._formaat == "json":
            geef(json.dumps(_als_json(ronde), ensure_ascii=False))
            return
        praat(f"── {ronde.tijd} ".ljust(_BREED, "─"))
        if ronde.storing:
            praat(f"Fout: {ronde.storing}")
        if ronde.resultaat is not None:
            self._bevindingen(ronde.resultaat.findings)
            _stukken(ronde.resultaat.stukken)
            praat(_slotsom(ronde.resultaat, ronde.seconden))

    def _bevindingen(self, findings: tuple[Finding, ...]) -> None:
        nieuw = [finding for finding in findings if finding.is_fout or _zelfde(finding) not in self._getoond]
        toon(nieuw, "text", regels=self._regels)
        nu = frozenset(map(_zelfde, findings))
        if any(finding.is_fout and finding.grond == VAN_DE_VORM for finding in findings):
            # A file that cannot be read hides what else there is to say; that is not solved by it.
            self._getoond |= nu
            return
        zoals_eerst, weg = len(findings) - len(nieuw), len(self._getoond - nu)
        if zoals_eerst or weg:
            praat(f"Bevindingen die er al waren: {zoals_eerst}. Opgelost: {weg}.")
        self._getoond = nu


def _zelfde(finding: Finding) -> tuple[str, ...]:
    """What stays the same of a finding when lines are put above it."""
    return (finding.code, finding.plaats.bestand, finding.pad, finding.melding)


def _stukken(stukken: Iterable[Stukresultaat]) -> None:
    for stuk in stukken:
        if stuk.uitkomst is not Uitkomst.ONGEWIJZIGD:
            for pad in stuk.paden or (stuk.stuk,):
                geef(f"{stuk.uitkomst.value:<12} {pad}")


def _slotsom(resultaat: Zaakresultaat, seconden: float) -> str:
    duur = f"{seconden:.2f}".replace(".", ",")
    gemaakt = [stuk.stuk for stuk in resultaat.stukken if stuk.uitkomst is Uitkomst.GEMAAKT]
    if gemaakt:
        return f"{', '.join(gemaakt)} gemaakt in {duur} s."
    if resultaat.aantal(Uitkomst.GEWEIGERD) or not resultaat.gelukt:
        return f"Niets gemaakt ({duur} s)."
    if not resultaat.stukken:
        return f"Er is nog geen stuk om te maken ({duur} s)."
    return f"Geen stuk is veranderd ({duur} s)."


def _als_json(ronde: Ronde) -> dict[str, object]:
    resultaat = ronde.resultaat
    return {
        "tijd": ronde.tijd,
        "seconden": round(ronde.seconden, 3),
        "storing": ronde.storing,
        **zaak_als_json(resultaat or Zaakresultaat("")),
    }
