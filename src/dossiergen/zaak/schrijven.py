"""A model and values become YAML for a person to fill in: every field explained in the model's own words.

Knows no case and no disk. What it writes, `yaml` and the model read back as the same values.
"""

import datetime as dt
import re
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dossiergen.yamltekst import LEEG
from dossiergen.zaak.veldwijzer import deel_van, kaal

__all__ = ["Opgave", "als_tekst", "regels_van"]

_BREEDTE = 100
# Begins with a letter or digit, and has nothing in it that means something to YAML.
_GEWOON = re.compile(r"[^\W_](?:[\w .,()/'’&+@%°€-]|:(?=[^\s]))*", re.ASCII | re.DOTALL)
_GEWONE_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ſ]")
# What YAML 1.2, which editors read, takes for something else than text.
_GEEN_TEKST = re.compile(
    r"[-+.]?\d[\d_.,:]*(?:e[-+]?\d+)?|0[xob][0-9a-f_]+|true|false|yes|no|on|off|null|y|n"
    r"|\.?(?:inf|nan)|\d{4}-\d\d?-\d\d?.*",
    re.IGNORECASE | re.ASCII,
)
# Neither white at the beginning of a line nor at the end of all, which a block would not keep.
_BLOK_KAN = re.compile(r"[^\s][^\r\n]*(?:\n(?:[^\s][^\r\n]*)?)*(?<!\n)", re.ASCII)

_ONTSNAPT = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Opgave:
    """What a file begins with: values, what comes later, and what is worth knowing about this one.

    `later`: dotted paths of optional fields that stand there as comment, ready to be filled in.
    `bij`: by dotted path, a sentence more than the model says.
    `laatst`: fields at the top that come at the end, in this order.
    """

    waarden: Mapping[str, object]
    later: Collection[str] = ()
    bij: Mapping[str, str] = field(default_factory=dict)
    uitleg: bool = True
    laatst: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Plek:
    """Where a field stands: the path above it, with its dot, and how far from the margin."""

    boven: str = ""
    diep: int = 0

    @property
    def wit(self) -> str:
        return " " * self.diep

    def onder(self, naam: str) -> "_Plek":
        return _Plek(f"{self.boven}{naam}.", self.diep + 2)

    def dieper(self) -> "_Plek":
        return _Plek(self.boven, self.diep + 2)


def regels_van(model: type[BaseModel], opgave: Opgave) -> list[str]:
    """The fields in the order of the model, but for those that come last, without a line for those that nobody asked for."""
    regels: list[str] = []
    for regel in _velden(model, opgave.waarden, opgave, _Plek()):
        # White before the next part, after one that has parts itself.
        if regels and regels[-1].startswith((" ", "#  ")) and not regel.startswith((" ", "#  ")):
            regels.append("")
        regels.append(regel)
    return regels


def _velden(
    model: type[BaseModel], waarden: Mapping[str, object], opgave: Opgave, plek: _Plek
) -> Iterator[str]:
    velden = model.model_fields
    achteraan = [] if plek.boven else [naam for naam in opgave.laatst if naam in velden]
    for naam in (*(naam for naam in velden if naam not in achteraan), *achteraan):
        info, pad = velden[naam], f"{plek.boven}{naam}"
        if naam not in waarden and pad not in opgave.later:
            continue
        if opgave.uitleg:
            yield from _uitleg(info, opgave.bij.get(pad, ""), plek.diep)
        if naam in waarden:
            yield from _veld(naam, info, waarden[naam], opgave, plek)
        else:
            yield from (f"{plek.wit}# {regel}" for regel in _voorbeeld(naam, info))


def _veld(naam: str, info: FieldInfo, waarde: object, opgave: Opgave, plek: _Plek) -> Iterator[str]:
    soort, onder = kaal(info.annotation), plek.onder(naam)
    if isinstance(waarde, Mapping) and waarde:
        yield f"{plek.wit}{naam}:"
        if get_origin(soort) is dict:
            yield from _op_sleutel(kaal(deel_van(soort)), waarde, opgave, onder)
        else:
            yield from _velden(soort, waarde, opgave, onder)
    elif isinstance(waarde, Sequence) and not isinstance(waarde, str) and waarde:
        yield f"{plek.wit}{naam}:"
        yield from _lijst(kaal(deel_van(soort)), waarde, opgave, onder)
    else:
        yield from als_tekst(f"{plek.wit}{naam}:", waarde, plek.diep + 2)


def _op_sleutel(
    model: type[BaseModel], waarden: Mapping[str, Any], opgave: Opgave, plek: _Plek
) -> Iterator[str]:
    """The first one is explained; the others look like it."""
    for nummer, (sleutel, inhoud) in enumerate(waarden.items()):
        yield f"{plek.wit}{sleutel}:"
        van_deze = replace(opgave, uitleg=False) if nummer else opgave
        yield from _velden(model, inhoud, van_deze, plek.dieper())


def _lijst(soort: Any, waarden: Sequence[Any], opgave: Opgave, plek: _Plek) -> Iterator[str]:
    """As with keys; a dash takes the place of the key, before the first field that is filled in."""
    rand = plek.diep + 2
    for nummer, inhoud in enumerate(waarden):
        if not isinstance(inhoud, Mapping):
            yield from als_tekst(f"{plek.wit}-", inhoud, rand)
            continue
        van_deze = replace(opgave, uitleg=False) if nummer else opgave
        regels = list(_velden(soort, inhoud, van_deze, plek.dieper()))
        eerste = next(n for n, regel in enumerate(regels) if not regel.lstrip().startswith("#"))
        yield from (f"{plek.wit}{regel[rand:]}" for regel in regels[:eerste])
        yield from (f"{plek.wit}- {regels[eerste][rand:]}", *regels[eerste + 1 :])


def _uitleg(info: FieldInfo, meer: str, diep: int) -> Iterator[str]:
    """What the model says of a field, its choices where it does not name them, and what is known here."""
    keuzes = _keuzes(info)
    delen = [info.description or "", *([keuzes] if keuzes else []), *([meer] if meer else [])]
    for regel in textwrap.wrap(
        " ".join(delen), _BREEDTE - diep, break_long_words=False, break_on_hyphens=False
    ):
        yield f"{' ' * diep}# {regel}"


def _keuzes(info: FieldInfo) -> str:
    soort = kaal(info.annotation)
    if get_origin(soort) in {tuple, dict}:
        soort = kaal(deel_van(soort))
    if soort is bool:
        return "Kies ja of nee."
    if not (isinstance(soort, type) and issubclass(soort, Enum)):
        return ""
    namen = [str(keuze.value) for keuze in soort]
    genoemd = set(re.findall(r"\w+", info.description or ""))
    return "" if genoemd.issuperset(namen) else f"Kies uit: {', '.join(namen)}."


def _voorbeeld(naam: str, info: FieldInfo, uitleg: str = "") -> list[str]:
    """A field that is still to be filled in, with the fields below it; each explained behind it."""
    soort = kaal(info.annotation)
    in_lijst = get_origin(soort) is tuple
    onder = kaal(deel_van(soort)) if in_lijst else soort
    achter = f"  # {uitleg}" if uitleg else ""
    if not (isinstance(onder, type) and issubclass(onder, BaseModel)):
        return [f"{naam}: []{achter}"] if in_lijst else [f"{naam}:{achter}"]
    regels = [
        regel
        for veld, eigen in onder.model_fields.items()
        for regel in _voorbeeld(veld, eigen, f"{eigen.description} {_keuzes(eigen)}".strip())
    ]
    wit = "    " if in_lijst else "  "
    streep = "  - " if in_lijst else wit
    return [f"{naam}:{achter}", f"{streep}{regels[0]}", *(wit + regel for regel in regels[1:])]


def als_tekst(kop: str, waarde: object, diep: int) -> Iterator[str]:
    """A value behind its key or dash, as lines."""
    if isinstance(waarde, Mapping | Sequence) and not waarde and not isinstance(waarde, str):
        yield f"{kop} {'{}' if isinstance(waarde, Mapping) else '[]'}"
    elif isinstance(waarde, str) and not isinstance(waarde, Enum):
        yield from _tekst(kop, waarde, diep)
    else:
        yield f"{kop} {_kaal_woord(waarde)}"


def _kaal_woord(waarde: object) -> str:
    match waarde:
        case bool():
            return "ja" if waarde else "nee"
        case Enum():
            return str(waarde.value)
        case dt.date():
            return waarde.isoformat()
        case Decimal():
            return f"{waarde.normalize():f}".replace(".", ",")
        case int():
            return str(waarde)
    raise TypeError(type(waarde).__name__)


def _tekst(kop: str, waarde: str, diep: int) -> Iterator[str]:
    if "\n" in waarde and _BLOK_KAN.fullmatch(waarde):
        yield f"{kop} |-"
        yield from (f"{' ' * diep}{regel}" if regel else "" for regel in waarde.split("\n"))
    elif _mag_kaal(waarde):
        yield f"{kop} {waarde}"
    else:
        yield f'{kop} "{waarde.translate(_ONTSNAPT)}"'


def _mag_kaal(waarde: str) -> bool:
    """Whether every reader of YAML takes it for this text without quotes."""
    gewoon = _GEWONE_LETTERS.sub("a", waarde)
    return (
        _GEWOON.fullmatch(gewoon) is not None
        and not waarde.endswith(" ")
        and waarde not in LEEG
        and _GEEN_TEKST.fullmatch(waarde) is None
    )
