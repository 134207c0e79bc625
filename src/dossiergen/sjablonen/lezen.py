"""Reads a YAML file of the templates folder as plain text by key, or says what is wrong with it."""

from typing import Any

import yaml

from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen
from dossiergen.yamltekst import lees_vlot

__all__ = ["lees_groep"]


def lees_groep(pad: str, sjablonen: Sjablonen) -> dict[str, Any]:
    """What the file holds. Raises SjabloonFout where it is no readable group of keys."""
    try:
        tekst = sjablonen.bestand(pad).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise SjabloonFout(f"{pad} is geen UTF-8-tekst.", "Bewaar het bestand opnieuw als UTF-8.") from None
    except OSError:
        raise SjabloonFout(f"{pad} kan niet worden gelezen.", "Controleer uw rechten.") from None
    gelezen = lees_vlot(tekst)
    if gelezen is None:
        raise _onleesbaar(pad, tekst)
    return gelezen[0]


def _onleesbaar(pad: str, tekst: str) -> SjabloonFout:
    """What is wrong with a file that is not simply keys with values."""
    try:
        data = yaml.load(tekst, Loader=yaml.CBaseLoader)  # noqa: S506, TID251  all scalars text
    except (yaml.YAMLError, RecursionError) as fout:
        plek = getattr(fout, "problem_mark", None)
        regel = f":{plek.line + 1}" if plek else ""
        return SjabloonFout(
            f"{pad}{regel} is geen geldige YAML.", "Controleer inspringing, dubbele punten en haakjes."
        )
    if not isinstance(data, dict) or not data:
        return SjabloonFout(
            f"{pad} is leeg of heeft geen sleutels.", "Schrijf op elke regel `sleutel: waarde`."
        )
    return SjabloonFout(
        f"{pad} noemt een sleutel twee keer, of gebruikt ankers, tags of een tweede document.",
        "Schrijf elke sleutel één keer, met haar waarde erachter.",
    )
