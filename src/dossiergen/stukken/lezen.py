"""Reads a YAML file of the templates folder as plain text by key, or says what is wrong with it."""

from typing import Any

import yaml

from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen

__all__ = ["lees_groep"]


def lees_groep(pad: str, sjablonen: Sjablonen) -> dict[str, Any]:
    """What the file holds. Raises SjabloonFout where it is no readable group of keys."""
    try:
        tekst = sjablonen.bestand(pad).read_text(encoding="utf-8")
        data = yaml.load(tekst, Loader=yaml.BaseLoader)  # noqa: S506, TID251  our own file, all scalars text
    except UnicodeDecodeError:
        raise SjabloonFout(f"{pad} is geen UTF-8-tekst.", "Bewaar het bestand opnieuw als UTF-8.") from None
    except (yaml.YAMLError, RecursionError) as fout:
        plek = getattr(fout, "problem_mark", None)
        regel = f":{plek.line + 1}" if plek else ""
        raise SjabloonFout(
            f"{pad}{regel} is geen geldige YAML.", "Controleer inspringing, dubbele punten en haakjes."
        ) from None
    except OSError:
        raise SjabloonFout(f"{pad} kan niet worden gelezen.", "Controleer uw rechten.") from None
    if not isinstance(data, dict) or not all(isinstance(sleutel, str) for sleutel in data):
        raise SjabloonFout(
            f"{pad} is leeg of heeft geen sleutels.", "Schrijf op elke regel `sleutel: waarde`."
        )
    return data
