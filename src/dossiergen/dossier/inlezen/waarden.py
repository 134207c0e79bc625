"""What stands in a control, as the case writes it: a date as ISO, a choice by its key, running text in paragraphs.

The field of the model decides what it is, and judges it; how Word showed it to be edited does not matter.
"""

import datetime as dt
import difflib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from dossiergen.dossier.inlezen.lezing import Veldvak, effen
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.yamltekst import STUURTEKEN
from dossiergen.zaak.herschrijven import herschreven
from dossiergen.zaak.tekst import MAANDEN
from dossiergen.zaak.veldwijzer import kaal

__all__ = ["Onleesbaar", "Veldsoort", "nieuwe_waarde", "veldsoort", "zelfde_waarde"]

_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DATUM = re.compile(
    r"(?:(?P<weekdag>[a-z]+) )?(?P<dag>\d{1,2}) (?P<maand>[a-z]{3,9})\.? (?P<jaar>\d{4})", re.ASCII
)
_CIJFERDATUM = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Longer than any field may be: not worth looking at word by word.
_LANGSTE = 25_000
_AANHALING = str.maketrans("‘’“”", "''\"\"")


class Onleesbaar(Exception):
    """What stands in a control cannot be the value of its field; says what is expected there."""

    def __init__(self, melding: str, oplossing: str = "") -> None:
        super().__init__(melding)
        self.melding = melding
        self.oplossing = oplossing


@dataclass(frozen=True, slots=True)
class Veldsoort:
    """A field of the model: what it may hold, and whether it may be left out."""

    info: FieldInfo

    @property
    def keuring(self) -> TypeAdapter[Any]:
        """What the model would say of a value for this field alone."""
        annotatie: Any = self.info.annotation
        return _keuring(annotatie, tuple(self.info.metadata))

    @property
    def soort(self) -> Any:
        return kaal(self.info.annotation)

    @property
    def deel(self) -> "Veldsoort":
        """What a list holds, called as the list is."""
        info = FieldInfo.from_annotation(get_args(self.soort)[0])
        info.description = self.info.description
        return Veldsoort(info)

    @property
    def mag_weg(self) -> bool:
        return not self.info.is_required() and self.info.default is None

    @property
    def omschrijving(self) -> str:
        return self.info.description or ""


def veldsoort(model: type[BaseModel], naam: str) -> Veldsoort | None:
    info = model.model_fields.get(naam)
    return Veldsoort(info) if info else None


def zelfde_waarde(veld: Veldsoort, oud: str | None, nieuw: str | None) -> bool:
    """Whether two texts say the same of a field: 6,5 and 6,50, or a block with the line end that it has in its file."""
    if oud is None or nieuw is None:
        return oud == nieuw
    if oud.strip() == nieuw.strip() or veld.soort is str:
        return oud.strip() == nieuw.strip()
    return bool(veld.keuring.validate_python(oud) == veld.keuring.validate_python(nieuw))


def nieuwe_waarde(veld: Veldsoort, toen: Veldvak, nu: Veldvak, oud: str | None, keuzes: Keuzes) -> str | None:
    """The text for the case; None where the field is to be left out. Raises Onleesbaar.

    `toen`: what the control shows of the case as it is, with `oud` the text that stands there.
    """
    if toen.opties and veld.soort is not str:
        return _aangevinkt(veld, toen, nu, oud)
    tekst = nu.tekst
    if not tekst:
        if not veld.mag_weg:
            raise Onleesbaar("Dit veld mag niet leeg zijn.", "Vul het in, of neem de oude waarde terug.")
        return None
    return _getypt(veld, toen, nu, oud, keuzes)


def _getypt(veld: Veldsoort, toen: Veldvak, nu: Veldvak, oud: str | None, keuzes: Keuzes) -> str:
    """What was typed or picked, by the kind of the field."""
    soort, tekst = veld.soort, nu.tekst
    if soort is str:
        return _gekeurd(veld, _lopende_tekst(toen, nu, oud))
    if soort is dt.date:
        return _gekeurd(veld, _datum(tekst))
    if soort is bool:
        return _ja_of_nee(tekst)
    if isinstance(soort, type) and issubclass(soort, StrEnum):
        return _keuze(tekst, soort, keuzes)
    return _getal(veld, tekst, oud)


def _aangevinkt(veld: Veldsoort, toen: Veldvak, nu: Veldvak, oud: str | None) -> str:
    """The one option with a tick, by its place: options stand in the order of the model, ja before nee."""
    if [tekst for _, tekst in nu.opties] != [tekst for _, tekst in toen.opties]:
        raise Onleesbaar(
            "De tekst van de keuzes is veranderd.",
            "Zet de tekst terug, en verander alleen wat is aangevinkt.",
        )
    gekozen = [plaats for plaats, (aan, _) in enumerate(nu.opties) if aan]
    if len(gekozen) != 1:
        hoeveel = "meer dan één keuze" if gekozen else "geen keuze"
        raise Onleesbaar(f"Hier is {hoeveel} aangevinkt.", "Vink precies één keuze aan.")
    was = [plaats for plaats, (aan, _) in enumerate(toen.opties) if aan]
    if gekozen == was and oud is not None:
        return oud
    soort = veld.soort
    if soort is bool and len(toen.opties) == 2:
        return ("ja", "nee")[gekozen[0]]
    leden = list(soort) if isinstance(soort, type) and issubclass(soort, StrEnum) else []
    if len(leden) != len(toen.opties):
        raise Onleesbaar("Deze keuze kan niet worden teruggelezen.", "Pas het veld in het bestand zelf aan.")
    return str(leden[gekozen[0]].value)


def _ja_of_nee(tekst: str) -> str:
    woord = tekst.casefold().rstrip(".")
    if woord not in {"ja", "nee"}:
        raise Onleesbaar("Hier hoort ja of nee.")
    return woord


def _keuze(tekst: str, soort: type[StrEnum], keuzes: Keuzes) -> str:
    gezocht = _woord(tekst)
    passend = [lid for lid in soort if gezocht in {_woord(keuzes.woord(lid)), lid.value}]
    if len(passend) != 1:
        woorden = "; ".join(keuzes.woord(lid) for lid in soort)
        raise Onleesbaar("Dit is geen van de keuzes van dit veld.", f"Kies uit: {woorden}.")
    return str(passend[0].value)


def _woord(tekst: str) -> str:
    return effen(tekst).translate(_AANHALING).casefold().rstrip(".")


def _datum(tekst: str) -> str:
    """ISO. What cannot be a day gives Onleesbaar here or when the field is judged."""
    if _ISO.fullmatch(tekst):
        return tekst
    if delen := _CIJFERDATUM.fullmatch(tekst):
        return f"{delen[3]}-{int(delen[2]):02}-{int(delen[1]):02}"
    gevonden = _DATUM.fullmatch(tekst.casefold())
    maand = gevonden and _maand(gevonden["maand"])
    if not gevonden or not maand:
        raise Onleesbaar("Hier hoort een datum.", "Schrijf de datum als 3 maart 2026.")
    iso = f"{gevonden['jaar']}-{maand:02}-{int(gevonden['dag']):02}"
    if gevonden["weekdag"] and gevonden["weekdag"] != _weekdag(iso):
        raise Onleesbaar("De dag van de week past niet bij deze datum.", "Schrijf de datum als 3 maart 2026.")
    return iso


def _maand(woord: str) -> int:
    """A month by its name or the usual short form."""
    kort = {"mrt": 3}
    passend = [nr for nr, naam in enumerate(MAANDEN, 1) if woord in {naam, naam[:3]}]
    return kort.get(woord) or (passend[0] if len(passend) == 1 else 0)


def _weekdag(iso: str) -> str:
    try:
        return _WEEKDAGEN[dt.date.fromisoformat(iso).weekday()]
    except ValueError:
        return ""


def _getal(veld: Veldsoort, tekst: str, oud: str | None) -> str:
    """A number as it stands there, or as the field would have it; with a point where the case wrote one."""
    vorm = _bezwaar(veld, tekst)[2]
    kaal_getal = herschreven(vorm, tekst) if vorm else tekst
    nieuw = _gekeurd(veld, kaal_getal or tekst)
    if oud and "." in oud and "," not in oud and re.fullmatch(r"\d+,\d+", nieuw) and vorm != "bedrag":
        return nieuw.replace(",", ".")
    return nieuw


def _gekeurd(veld: Veldsoort, tekst: str) -> str:
    if STUURTEKEN.search(tekst):
        raise Onleesbaar("In dit veld staat een onzichtbaar stuurteken.", "Typ de tekst opnieuw.")
    melding, oplossing, _ = _bezwaar(veld, tekst)
    if melding:
        raise Onleesbaar(melding, oplossing)
    return tekst


def _bezwaar(veld: Veldsoort, tekst: str) -> tuple[str, str, str]:
    """What the field has against a value: sentence, way out, and the form that it expects."""
    try:
        veld.keuring.validate_python(tekst)
    except ValidationError as fout:
        eerste = fout.errors(include_input=False, include_url=False)[0]
        context = eerste.get("ctx", {})
        if "vorm" in context:
            return eerste["msg"], str(context["oplossing"]), str(context["vorm"])
        return _ZINNEN.get(eerste["type"], "Deze waarde past niet bij dit veld."), "", ""
    return "", "", ""


_ZINNEN = {
    "string_too_long": "Deze tekst is te lang voor dit veld.",
    "string_too_short": "In dit veld staat geen leesbare tekst.",
    "less_than_equal": "Dit getal is te groot voor dit veld.",
    "greater_than_equal": "Dit getal is te klein voor dit veld.",
}


@cache
def _keuring(annotatie: Any, metadata: tuple[Any, ...]) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[annotatie, *metadata] if metadata else annotatie)


def _lopende_tekst(toen: Veldvak, nu: Veldvak, oud: str | None) -> str:
    """Paragraphs with an empty line between them, a line end in one as a line end; where nothing changed, as it was."""
    tekst = "\n\n".join(regel for deel in nu.alineas if (regel := _kaal(deel)))
    if len(tekst) > _LANGSTE:
        return tekst
    nieuw = _in_woorden(tekst)
    getoond = _in_woorden("\n\n".join(regel for deel in toen.alineas if (regel := _kaal(deel))))
    eerder = _in_woorden(oud or "")
    if [woord for woord, _ in eerder] != [woord for woord, _ in getoond]:
        return "".join(woord + wit for woord, wit in nieuw)
    return _met_oud_wit(nieuw, getoond, eerder)


def _kaal(alinea: str) -> str:
    """Without what only Word needs: soft hyphens, tabs, spaces at the ends of lines."""
    regels = (re.sub(r"[ \t]+", " ", regel.translate(_WEG)).strip() for regel in alinea.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(regels)).strip()


_WEG = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\r\x0b\x0c"))

Woorden = list[tuple[str, str]]


def _in_woorden(tekst: str) -> Woorden:
    """Each word with the white after it."""
    delen = re.split(r"([ \t\r\n]+)", tekst.strip(" \t\r\n"))
    return [(delen[nr], delen[nr + 1] if nr + 1 < len(delen) else "") for nr in range(0, len(delen), 2)]


def _met_oud_wit(nieuw: Woorden, getoond: Woorden, eerder: Woorden) -> str:
    """A document shows text without its line ends: between words that stayed together, they stay as well."""
    overeen = difflib.SequenceMatcher(None, [w for w, _ in getoond], [w for w, _ in nieuw], autojunk=False)
    wit = [na for _, na in nieuw]
    for blok in overeen.get_matching_blocks():
        for stap in range(blok.size - 1):
            if getoond[blok.a + stap][1] == wit[blok.b + stap]:
                wit[blok.b + stap] = eerder[blok.a + stap][1]
    return "".join(woord + na for (woord, _), na in zip(nieuw, wit, strict=True))
