"""manifest.json: what lies in one reader's folder, and what it was made with."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dossiergen.dossier.staat import Gemaakt, Staat

__all__ = ["MANIFEST", "gekeurd_als_lijst", "manifest", "versies_in"]

MANIFEST = "manifest.json"


def manifest(staat: Staat, doelgroep: str, stukken: Sequence[Gemaakt], versies: Mapping[str, str]) -> bytes:
    """The manifest as UTF-8 JSON. A file that an earlier version made says so itself."""
    inhoud = {
        "schema": 1,
        "kenmerk": staat.kenmerk,
        "persoon": staat.persoon,
        "doelgroep": doelgroep,
        "versies": dict(versies),
        "rechtswaarden": _rechtswaarden(stukken),
        "stukken": sorted(
            (regel for stuk in stukken for regel in _regels(stuk, versies)),
            key=lambda regel: str(regel["bestand"]),
        ),
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()


def versies_in(inhoud: bytes) -> Mapping[str, str] | None:
    """The versions that a manifest says it was made with; None where it says nothing of the kind."""
    try:
        versies = json.loads(inhoud)["versies"]
    except (ValueError, KeyError, TypeError):
        return None
    return versies if isinstance(versies, dict) else None


def gekeurd_als_lijst(gekeurd: Mapping[str, str]) -> dict[str, list[dict[str, str]]]:
    """What was looked at in a file before it was written; nothing for a draft, or where nobody said."""
    lijst = [{"keuring": keuring, "versie": versie} for keuring, versie in sorted(gekeurd.items())]
    return {"gekeurd": lijst} if lijst else {}


def _rechtswaarden(stukken: Iterable[Gemaakt]) -> list[dict[str, str]]:
    """The dated law that the documents rest on, each value once."""
    waarden = {tuple(sorted(waarde.items())) for stuk in stukken for waarde in stuk.rechtswaarden}
    return sorted((dict(waarde) for waarde in waarden), key=lambda w: (w["sleutel"], w["vanaf"]))


def _regels(stuk: Gemaakt, versies: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    eerder = {} if dict(stuk.versies) == dict(versies) else {"versies": dict(stuk.versies)}
    for bestand, afdruk in stuk.bestanden.items():
        yield {
            "bestand": bestand,
            "stuk": stuk.stuk,
            "volgnr": stuk.volgnr,
            "titel": stuk.titel,
            "versie": stuk.versie,
            "status": stuk.status,
            "inhoud": stuk.inhoud,
            "sha256": afdruk,
            **gekeurd_als_lijst(stuk.gekeurd.get(bestand, {})),
            **({"handtekeningen": [dict(een) for een in stuk.handtekeningen]} if stuk.handtekeningen else {}),
            **eerder,
        }
