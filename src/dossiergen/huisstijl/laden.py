"""Reads a house style from its folder and refuses whatever is wrong with it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dossiergen.errors import SjabloonFout
from dossiergen.huisstijl.contrast import MINIMUM, verhouding
from dossiergen.huisstijl.stijl import Huisstijl, Kleuren, Letter, Marges
from dossiergen.sjablonen import Sjablonen

__all__ = ["laad"]

_MAP = "huisstijl"
_BESTAND = "huisstijl.yaml"
_BASIS = f"{_MAP}/basis.css"
_EIGEN_CSS = "stijl.css"
_LEESBAAR = ("accent", "inkt", "zacht", "status")

_ZINNEN = {
    "missing": "ontbreekt",
    "extra_forbidden": "bestaat niet",
    "unexpected_keyword_argument": "bestaat niet",
    "string_pattern_mismatch": "moet een kleur zijn in de vorm #rrggbb, met kleine letters",
    "greater_than_equal": "is te klein",
    "less_than_equal": "is te groot",
    "float_parsing": "moet een getal zijn",
    "float_type": "moet een getal zijn",
    "string_type": "moet tekst zijn",
    "string_too_short": "is leeg",
    "string_too_long": "is te lang",
    "literal_error": "heeft een waarde die niet is toegestaan",
    "dataclass_type": "moet een blok met sleutels zijn",
}


@dataclass(frozen=True, slots=True)
class _Inhoud:
    """What `huisstijl.yaml` holds."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", hide_input_in_errors=True)

    kleuren: Kleuren
    letter: Letter
    marges: Marges


_SCHEMA = TypeAdapter(_Inhoud)

Waarden = dict[str, "str | Waarden"]


def laad(naam: str, sjablonen: Sjablonen) -> Huisstijl:
    """The house style `naam`. Raises SjabloonFout with file and key where it cannot be used."""
    namen = sjablonen.huisstijlen()
    if naam not in namen:
        raise SjabloonFout(f"De huisstijl {naam} bestaat niet.", f"Kies uit: {', '.join(namen)}.")
    bron = f"{_MAP}/{naam}/{_BESTAND}"
    bestand = sjablonen.bestand(bron)
    basis = sjablonen.bestand(_BASIS)
    eigen = bestand.with_name(_EIGEN_CSS)
    bestanden = [basis, bestand, *([eigen] if eigen.is_file() else [])]
    inhoud = _gecontroleerd(bron, _lees(bron, bestand))
    return Huisstijl(
        naam=naam,
        kleuren=inhoud.kleuren,
        letter=inhoud.letter,
        marges=inhoud.marges,
        css="\n".join(pad.read_text("utf-8") for pad in bestanden if pad.suffix == ".css"),
        vingerafdruk=_vingerafdruk(bestanden),
    )


def _lees(bron: str, bestand: Path) -> "str | Waarden":
    try:
        knoop = yaml.compose(bestand.read_text("utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as fout:
        raise SjabloonFout(f"{bron} is geen leesbare YAML.") from fout
    if knoop is None:
        raise SjabloonFout(f"{bron} is leeg.")
    return _waarde(bron, knoop)


def _waarde(bron: str, knoop: yaml.Node) -> "str | Waarden":
    if isinstance(knoop, yaml.ScalarNode):
        return str(knoop.value)
    if not isinstance(knoop, yaml.MappingNode):
        raise SjabloonFout(f"{bron}:{knoop.start_mark.line + 1} bevat een lijst; die hoort hier niet.")
    waarden: Waarden = {}
    for sleutel, kind in knoop.value:
        if sleutel.value in waarden:
            raise SjabloonFout(f"{bron}:{sleutel.start_mark.line + 1} noemt {sleutel.value} twee keer.")
        waarden[sleutel.value] = _waarde(bron, kind)
    return waarden


def _gecontroleerd(bron: str, waarden: "str | Waarden") -> _Inhoud:
    try:
        inhoud = _SCHEMA.validate_python(waarden)
    except ValidationError as fout:
        regels = (_zin(detail) for detail in fout.errors(include_input=False, include_url=False))
        raise SjabloonFout(f"{bron}: {'; '.join(regels)}.") from None
    for naam in _LEESBAAR:
        for grond, vlak in (("wit", "#ffffff"), ("vlak", inhoud.kleuren.vlak)):
            if verhouding(getattr(inhoud.kleuren, naam), vlak) < MINIMUM:
                raise SjabloonFout(
                    f"{bron}: kleuren.{naam} is op {grond} niet goed leesbaar.",
                    "Kies een kleur met een contrast van ten minste 4,5 op 1.",
                )
    return inhoud


def _zin(detail: ErrorDetails) -> str:
    sleutel = ".".join(str(deel) for deel in detail["loc"]) or "het bestand"
    return f"{sleutel} {_ZINNEN.get(detail['type'], 'klopt niet')}"


def _vingerafdruk(bestanden: list[Path]) -> str:
    som = hashlib.sha256()
    for pad in bestanden:
        inhoud = pad.read_bytes()
        som.update(f"{pad.name}:{len(inhoud)}\n".encode())
        som.update(inhoud)
    return som.hexdigest()
