"""New values in the text of a YAML file, with everything else as it was: comments, order, quotes, blocks, line ends.

ruamel.yaml rewrites the file as a whole. What it would write otherwise than it stood there, although nobody changed it, is taken
back: only the lines that a change touches come from it. In the end our own reader has to find the new values and nothing else new.
"""

import copy
import difflib
import io
import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from dossiergen.yamltekst import LEEG
from dossiergen.zaak.schrijven import als_tekst
from dossiergen.zaak.veldwijzer import model_op
from dossiergen.zaak.yaml import Pad, lees_tekst

__all__ = ["Waarden", "herschreven_bestand"]

Waarden = Mapping[Pad, str | None]
"""What is to stand at each path; None for nothing."""

_INSPRINGEN = ((4, 2), (2, 0))
_BREED = 1_000_000
# A day or a number: text all the same, and no reader needs quotes to see what it is.
_GEGEVEN = re.compile(r"\d{4}-\d{2}-\d{2}|\d+(?:[.,]\d+)?", re.ASCII)
_REGEL = re.compile(r"[^\n]*\n|[^\n]+")
_VOUWBREEDTE = 100
# Not plain, as far as the library needs to know.
_ALS_TEKST = (False, True)


class _AllesTekst(VersionedResolver):
    """As our own reader: what stands there is text, and an empty value is nothing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is not ScalarNode or not implicit[0]:
            return super().resolve(kind, value, implicit)
        return (
            super().resolve(kind, "~", implicit)
            if value in LEEG
            else super().resolve(kind, value, _ALS_TEKST)
        )


def herschreven_bestand(
    tekst: str, waarden: Waarden, model: type[BaseModel], naam: str, *, met_groepen: bool = False
) -> str | None:
    """The new text of a file; None where it cannot be had without touching something else.

    `met_groepen`: a group that a field belongs to is made where it is not there.
    """
    regels = _REGEL.findall(tekst)
    kaal = [regel.rstrip("\r\n") for regel in regels]
    eerder = "".join(f"{regel}\n" for regel in kaal)
    document, fouten = lees_tekst(eerder.encode(), naam)
    if document is None or fouten:
        return None
    try:
        basis, later = _herschreven(eerder, waarden, model, met_groepen=met_groepen)
    except (YAMLError, LookupError, TypeError):
        return None
    nieuw = _samengevoegd(kaal, basis, later)
    if nieuw is None:
        return None
    gelezen, fouten = lees_tekst("".join(f"{regel}\n" for regel in nieuw).encode(), naam)
    if gelezen is None or fouten or gelezen.data != _verwacht(document.data, waarden, gelezen.data):
        return None
    return _met_regeleinden(regels, kaal, nieuw)


def _herschreven(
    tekst: str, waarden: Waarden, model: type[BaseModel], *, met_groepen: bool
) -> tuple[list[str], list[str]]:
    """The file as ruamel.yaml writes it without and with the changes, in the indentation that comes nearest."""
    pogingen = []
    for inspringen in _INSPRINGEN:
        basis = _geschreven(tekst, {}, model, inspringen)
        pogingen.append(
            (sum(a != b for a, b in zip(basis, tekst.splitlines(), strict=False)), inspringen, basis)
        )
    _, inspringen, basis = min(pogingen)
    return basis, _geschreven(tekst, waarden, model, inspringen, met_groepen=met_groepen)


def _geschreven(
    tekst: str,
    waarden: Waarden,
    model: type[BaseModel],
    inspringen: tuple[int, int],
    *,
    met_groepen: bool = False,
) -> list[str]:
    lijst, streep = inspringen
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _AllesTekst
    yaml.preserve_quotes = True
    yaml.width = _BREED
    yaml.indent(mapping=2, sequence=lijst, offset=streep)
    data = yaml.load(tekst)
    for pad, nieuw in waarden.items():
        if met_groepen:
            _maak_groepen(data, pad[:-1], model)
        _zet(data, pad, nieuw, model)
    uit = io.StringIO()
    yaml.dump(data, uit)
    return uit.getvalue().splitlines()


def _zet(data: Any, pad: Pad, nieuw: str | None, model: type[BaseModel]) -> None:
    """Raises LookupError where the group that the field belongs to is not there."""
    houder = data
    for deel in pad[:-1]:
        houder = houder[deel]
    sleutel = pad[-1]
    if nieuw is None:
        del houder[sleutel]
    elif isinstance(sleutel, int) or sleutel in houder:
        houder[sleutel] = _scalar(nieuw, houder[sleutel], houder)
    else:
        houder.insert(_plek(houder, pad, model), sleutel, _scalar(nieuw, None, houder))


def _maak_groepen(data: Any, pad: Pad, model: type[BaseModel]) -> None:
    """The last of the groups on one line, as a signature stands in a file."""
    houder = data
    for diepte, deel in enumerate(pad, 1):
        if isinstance(deel, str) and houder.get(deel) is None:
            groep = CommentedMap()
            if diepte == len(pad):
                groep.fa.set_flow_style()
            if deel in houder:
                houder[deel] = groep
            else:
                houder.insert(_plek(houder, pad[:diepte], model), deel, groep)
        houder = houder[deel]


def _plek(houder: CommentedMap, pad: Pad, model: type[BaseModel]) -> int:
    """After the last field that the model names before it."""
    groep, sleutel = model_op(model, pad[:-1]), str(pad[-1])
    volgorde = list(groep.model_fields) if groep else []
    if sleutel not in volgorde:
        return len(houder)
    ervoor = set(volgorde[: volgorde.index(sleutel)])
    return max((nr for nr, naam in enumerate(houder, 1) if naam in ervoor), default=0)


def _scalar(nieuw: str, oud: Any, houder: Any) -> Any:
    """In the style of what stood there, as far as that style can hold it."""
    if isinstance(oud, LiteralScalarString | FoldedScalarString) and _past_in_blok(nieuw):
        einde = "\n" if oud.endswith("\n") else ""
        return (
            _gevouwen(nieuw + einde, oud)
            if isinstance(oud, FoldedScalarString)
            else LiteralScalarString(nieuw + einde)
        )
    if "\n" not in nieuw and isinstance(oud, SingleQuotedScalarString | DoubleQuotedScalarString):
        return type(oud)(nieuw)
    op_een_regel = bool(houder.fa.flow_style())
    if op_een_regel and re.search(r"[,\[\]{}\n]", nieuw):
        return DoubleQuotedScalarString(nieuw)
    if _GEGEVEN.fullmatch(nieuw):
        return nieuw
    kop = next(iter(als_tekst("x:", nieuw, 2)))
    if kop == "x: |-":
        return LiteralScalarString(nieuw)
    return DoubleQuotedScalarString(nieuw) if kop.startswith('x: "') else nieuw


def _past_in_blok(tekst: str) -> bool:
    return not re.search(r"(?:^|\n)[ \t]|[\r\t]", tekst)


def _gevouwen(tekst: str, oud: FoldedScalarString) -> FoldedScalarString:
    """Running text broken where it was broken, up to the change, and then again at about the same width."""
    gelijk = next(
        (nr for nr, (a, b) in enumerate(zip(tekst, str(oud), strict=False)) if a != b),
        min(len(tekst), len(oud)),
    )
    oude_plekken = [plek for plek in getattr(oud, "fold_pos", ()) if plek < gelijk]
    plekken, begin = list(oude_plekken), (oude_plekken[-1] + 1 if oude_plekken else 0)
    for alinea in re.finditer(r"[^\n]+", tekst[begin:]):
        plek = begin + alinea.start()
        for regel in textwrap.wrap(alinea[0], _VOUWBREEDTE, break_long_words=False, break_on_hyphens=False)[
            :-1
        ]:
            plek += len(regel)
            plekken.append(plek)
            plek += 1
    gevouwen = FoldedScalarString(tekst)
    gevouwen.fold_pos = plekken
    return gevouwen  # type: ignore[no-any-return]


def _verwacht(data: Mapping[str, object], waarden: Waarden, gelezen: object) -> object:
    """The data with the changes; a block may end with a line end that is no part of the value."""
    verwacht: Any = copy.deepcopy(data)
    for pad, nieuw in waarden.items():
        houder, daar = verwacht, gelezen
        for deel in pad[:-1]:
            houder = houder[deel] if isinstance(deel, int) else houder.setdefault(deel, {})
            daar = _onder(daar, deel)
        sleutel = pad[-1]
        if nieuw is None:
            houder.pop(sleutel, None)
        else:
            waarde = _onder(daar, sleutel)
            zelfde = isinstance(waarde, str) and waarde.removesuffix("\n") == nieuw
            houder[sleutel] = waarde if zelfde else nieuw
    return verwacht


def _onder(houder: Any, deel: str | int) -> Any:
    if isinstance(houder, list):
        return houder[deel] if isinstance(deel, int) and deel < len(houder) else None
    return houder.get(deel) if isinstance(houder, dict) else None


def _samengevoegd(eerder: list[str], basis: list[str], later: list[str]) -> list[str] | None:
    """The lines of `eerder` with what is different between `basis` and `later`; None where a comment would be lost."""
    naar_eerder = _grenzen(basis, eerder)
    nieuw: list[str] = []
    tot = 0
    for soort, a, b, c, d in difflib.SequenceMatcher(None, basis, later, autojunk=False).get_opcodes():
        if soort == "equal":
            continue
        begin = naar_eerder[a][0]
        einde = max(begin, naar_eerder[b][1]) if b > a else begin
        if begin < tot or _opmerkingen(eerder[begin:einde]) - _opmerkingen(basis[a:b]):
            return None
        erbij = [*later[c:d], *_eigen_opmerkingen(basis[a:b], later)]
        buur = (
            (eerder[begin], basis[a]) if b > a and begin < len(eerder) else (eerder[begin - 1], basis[a - 1])
        )
        nieuw += [*eerder[tot:begin], *_ingesprongen(erbij, _wit(buur[0]) - _wit(buur[1]))]
        tot = einde
    return [*nieuw, *eerder[tot:]]


def _eigen_opmerkingen(weg: Iterable[str], later: list[str]) -> list[str]:
    """Comments on lines of their own that went with a field before them; they are about what comes after."""
    return [regel for regel in weg if regel.lstrip().startswith("#") and regel not in later]


def _wit(regel: str) -> int:
    return len(regel) - len(regel.lstrip(" "))


def _ingesprongen(regels: Iterable[str], verschil: int) -> list[str]:
    """As deep as the file itself goes, which may be deeper than the library does."""
    return [f"{' ' * max(_wit(regel) + verschil, 0)}{regel.lstrip(' ')}" if regel else "" for regel in regels]


def _grenzen(basis: list[str], eerder: list[str]) -> list[tuple[int, int]]:
    """For each border between lines of `basis`: where it lies in `eerder`, at the earliest and at the latest."""
    grenzen = [(0, 0)] * (len(basis) + 1)
    een, ander = ([" ".join(regel.split()) for regel in regels] for regels in (basis, eerder))
    for soort, a, b, c, d in difflib.SequenceMatcher(None, een, ander, autojunk=False).get_opcodes():
        for nr in range(a, b + 1):
            anders = (c if nr < b else d, d if nr > a else c)
            grenzen[nr] = (c + nr - a, c + nr - a) if soort == "equal" else anders
    return grenzen


def _opmerkingen(regels: Iterable[str]) -> set[str]:
    return {regel[regel.index("#") :].rstrip() for regel in regels if "#" in regel}


def _met_regeleinden(regels: list[str], kaal: list[str], nieuw: list[str]) -> str:
    """Each line with the end that it had; a new one as most of them have."""
    dos = sum(regel.endswith("\r\n") for regel in regels) * 2 > len(regels)
    gewoon = "\r\n" if dos else "\n"
    uit: list[str] = []
    for soort, a, b, c, d in difflib.SequenceMatcher(None, kaal, nieuw, autojunk=False).get_opcodes():
        uit += regels[a:b] if soort == "equal" else [regel + gewoon for regel in nieuw[c:d]]
    # The last line of a file may have no end: something may follow it now.
    return "".join(regel if regel.endswith("\n") else regel + gewoon for regel in uit[:-1]) + uit[-1]
