"""Reads a YAML file of the templates folder as plain text by key, or says what is wrong with it."""

from collections.abc import Hashable
from typing import Any

import yaml

from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen

__all__ = ["lees_groep"]


class _Lezer(yaml.CBaseLoader):
    """All scalars are text, and a key that stands twice is an error instead of a silent choice."""


def _groep(lezer: _Lezer, knoop: yaml.MappingNode) -> dict[Hashable, Any]:
    sleutels = [sleutel.value for sleutel, _ in knoop.value]
    for sleutel, _ in knoop.value:
        if sleutels.count(sleutel.value) > 1:
            raise yaml.constructor.ConstructorError(
                problem="dubbele sleutel", problem_mark=sleutel.start_mark
            )
    return lezer.construct_mapping(knoop, deep=True)


_Lezer.add_constructor("tag:yaml.org,2002:map", _groep)


def lees_groep(pad: str, sjablonen: Sjablonen) -> dict[str, Any]:
    """What the file holds. Raises SjabloonFout where it is no readable group of keys."""
    try:
        tekst = sjablonen.bestand(pad).read_text(encoding="utf-8")
        data = yaml.load(tekst, Loader=_Lezer)  # noqa: S506, TID251  our own file, all scalars text
    except UnicodeDecodeError:
        raise SjabloonFout(f"{pad} is geen UTF-8-tekst.", "Bewaar het bestand opnieuw als UTF-8.") from None
    except (yaml.YAMLError, RecursionError) as fout:
        plek = getattr(fout, "problem_mark", None)
        regel = f":{plek.line + 1}" if plek else ""
        raise SjabloonFout(
            f"{pad}{regel} is geen geldige YAML.",
            "Controleer inspringing, dubbele punten, haakjes en dubbele sleutels.",
        ) from None
    except OSError:
        raise SjabloonFout(f"{pad} kan niet worden gelezen.", "Controleer uw rechten.") from None
    if not isinstance(data, dict) or not all(isinstance(sleutel, str) for sleutel in data):
        raise SjabloonFout(
            f"{pad} is leeg of heeft geen sleutels.", "Schrijf op elke regel `sleutel: waarde`."
        )
    return data
