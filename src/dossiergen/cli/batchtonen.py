"""What a batch says of its cases: a line of JSON for each, or a table at the end."""

import json
from collections import Counter
from collections.abc import Sequence

from dossiergen.cli.tonen import als_json, geef, toon
from dossiergen.dossier.batch.uitslag import Zaakuitslag
from dossiergen.dossier.resultaat import Uitkomst

__all__ = ["geef_regel", "tabel"]

# More cases than this are not told one by one: those that went well are in the report.
_EEN_VOOR_EEN = 50


def geef_regel(uitslag: Zaakuitslag) -> None:
    data = {
        "zaak": uitslag.zaak,
        "gelukt": uitslag.gelukt,
        "overgeslagen": uitslag.overgeslagen,
        "storing": uitslag.storing,
        "stukken": [{"stuk": stuk, "uitkomst": uitkomst} for stuk, uitkomst in uitslag.stukken],
        "findings": [als_json(finding) for finding in uitslag.findings],
        "seconden": round(uitslag.duur, 2),
    }
    geef(json.dumps(data, ensure_ascii=False))


def tabel(uitslagen: Sequence[Zaakuitslag], *, regels: bool | None) -> None:
    op_naam = sorted(uitslagen, key=lambda uitslag: uitslag.zaak)
    if len(op_naam) > _EEN_VOOR_EEN:
        op_naam = [uitslag for uitslag in op_naam if not uitslag.gelukt]
    for uitslag in op_naam:
        toon(uitslag.findings, "text", regels=regels)
        if uitslag.storing:
            geef(f"{uitslag.zaak}: {uitslag.storing}")
    totaal = f"{len(uitslagen)} zaken" if len(uitslagen) != 1 else "1 zaak"
    breedte = max(len("Zaak"), len(totaal), *(len(uitslag.zaak) for uitslag in uitslagen))
    geef(f"{'Zaak':<{breedte}}  Gemaakt  Ongewijzigd  Geweigerd  Uitkomst")
    for uitslag in op_naam:
        geef(f"{uitslag.zaak:<{breedte}}  {_aantallen([uitslag])}  {uitslag.oordeel}")
    geef(f"{totaal:<{breedte}}  {_aantallen(uitslagen)}  {_oordelen(uitslagen)}")


def _aantallen(uitslagen: Sequence[Zaakuitslag]) -> str:
    gemaakt, ongewijzigd, geweigerd = (sum(een.aantal(wat) for een in uitslagen) for wat in Uitkomst)
    return f"{gemaakt:>7}  {ongewijzigd:>11}  {geweigerd:>9}"


def _oordelen(uitslagen: Sequence[Zaakuitslag]) -> str:
    """How many of each, those that nobody has left out."""
    per_oordeel = Counter(uitslag.oordeel for uitslag in uitslagen)
    altijd = ("in orde", "mislukt")
    volgorde = ("in orde", "niet aan de beurt", "niet klaar", "mislukt")
    return ", ".join(f"{per_oordeel[een]} {een}" for een in volgorde if per_oordeel[een] or een in altijd)
