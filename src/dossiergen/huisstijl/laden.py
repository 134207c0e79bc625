"""Reads a house style from its folder and refuses whatever is wrong with it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dossiergen.errors import SjabloonFout
from dossiergen.huisstijl.contrast import bezwaren
from dossiergen.huisstijl.letterfamilie import MERKENFAMILIE, Letterfamilie, heeft_merken, zoek_familie
from dossiergen.huisstijl.logo import BRIEFHOOFD, Logo, Logogegevens, laad_logo
from dossiergen.huisstijl.stijl import Huisstijl, Kleuren, Letter, Letters, Marges
from dossiergen.sjablonen import Sjablonen

__all__ = ["laad"]

_MAP = "huisstijl"
_BESTAND = "huisstijl.yaml"
_BASIS = f"{_MAP}/basis.css"
_EIGEN_CSS = "stijl.css"
_HANDLEIDING = "In de handleiding staat onder Een eigen huisstijl maken wat er kan."

_ZINNEN = {
    "missing": "ontbreekt",
    "extra_forbidden": "bestaat niet",
    "unexpected_keyword_argument": "bestaat niet",
    "greater_than_equal": "is te klein",
    "less_than_equal": "is te groot",
    "float_parsing": "moet een getal zijn",
    "float_type": "moet een getal zijn",
    "string_type": "moet tekst zijn",
    "string_too_short": "is leeg",
    "string_too_long": "is te lang",
    "dataclass_type": "moet een blok met sleutels zijn",
}
_VORMEN = {
    "kleuren": "moet een kleur zijn in de vorm #rrggbb, met kleine letters",
    "letter": "moet de naam van een letter zijn, met ten hoogste 31 letters, cijfers, spaties en streepjes",
    "bestand": "moet een bestandsnaam zijn van kleine letters, cijfers en streepjes die op .svg of .png eindigt",
    "alt": "moet de naam op het logo zijn, in ten hoogste 100 gewone tekens",
}
"""What a text has to look like, by its key or the block that it stands in."""


@dataclass(frozen=True, slots=True)
class _Inhoud:
    """What `huisstijl.yaml` holds."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", hide_input_in_errors=True)

    kleuren: Kleuren
    letter: Letter
    marges: Marges
    logo: Logogegevens | None = None


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
    letters = _letters(inhoud.letter, bron, bestand.parent)
    return Huisstijl(
        naam=naam,
        kleuren=inhoud.kleuren,
        letter=inhoud.letter,
        letters=letters,
        marges=inhoud.marges,
        css="\n".join(pad.read_text("utf-8") for pad in bestanden if pad.suffix == ".css"),
        vingerafdruk=_vingerafdruk(bestanden, letters, logo := _logo(inhoud, bron, bestand.parent)),
        logo=logo,
    )


def _letters(letter: Letter, bron: str, map_: Path) -> Letters:
    tekst = zoek_familie(letter.pdf, "letter.pdf", bron, map_)
    koppen = zoek_familie(letter.pdf_koppen, "letter.pdf_koppen", bron, map_) if letter.pdf_koppen else tekst
    return Letters(tekst, koppen, _merken(tekst, bron, map_))


def _merken(tekst: Letterfamilie, bron: str, map_: Path) -> Letterfamilie:
    """The family itself where it has the marks of our lists."""
    return tekst if heeft_merken(tekst) else zoek_familie(MERKENFAMILIE, "letter.pdf", bron, map_)


def _logo(inhoud: _Inhoud, bron: str, map_: Path) -> Logo | None:
    ruimte = BRIEFHOOFD - inhoud.marges.boven
    return laad_logo(inhoud.logo, bron, map_, ruimte) if inhoud.logo else None


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
        raise SjabloonFout(f"{bron}: {'; '.join(regels)}.", _HANDLEIDING) from None
    if zinnen := tuple(bezwaren(inhoud.kleuren)):
        raise SjabloonFout(
            f"{bron}: {'; '.join(zinnen)}.", "Maak de kleur donkerder, of `kleuren.vlak` lichter."
        )
    return inhoud


def _zin(detail: ErrorDetails) -> str:
    sleutel = ".".join(str(deel) for deel in detail["loc"]) or "het bestand"
    if detail["type"] == "string_pattern_mismatch":
        vorm = _VORMEN.get(str(detail["loc"][-1])) or _VORMEN.get(str(detail["loc"][0]), "klopt niet")
        return f"{sleutel} {vorm}"
    return f"{sleutel} {_ZINNEN.get(detail['type'], 'klopt niet')}"


def _vingerafdruk(bestanden: list[Path], letters: Letters, logo: Logo | None) -> str:
    som = hashlib.sha256()
    for pad in bestanden:
        inhoud = pad.read_bytes()
        som.update(f"{pad.name}:{len(inhoud)}\n".encode())
        som.update(inhoud)
    for familie in (letters.tekst, letters.koppen, letters.merken):
        som.update(familie.afdruk.encode())
    som.update(logo.inhoud if logo else b"")
    return som.hexdigest()
