"""Python and the packages that dossiergen asks for itself. Imports none of them, so that one may be missing."""

import operator
import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from importlib.util import find_spec

from dossiergen.dossier.gereedheid.punt import Gereed, Keuringspunt

__all__ = ["pakketten", "past"]

_GROEP = "Python"
_EIGEN = "dossiergen"
_EIS = re.compile(r"(?P<naam>[A-Za-z0-9._-]+)\s*(?P<versies>[^;\[]*)(?:;(?P<alleen_als>.*))?")
_DEEL = re.compile(r"(>=|<=|==|!=|>|<)\s*([0-9][0-9.]*)")
_VERGELIJK: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_OPNIEUW = "Installeer dossiergen opnieuw, zoals in de README staat."

Versie = Callable[[str], str]


def pakketten(
    versie: Versie = version, python: tuple[int, ...] = sys.version_info[:3]
) -> Iterator[Keuringspunt]:
    """Each against what the installed dossiergen asks for."""
    try:
        eisen, gegevens, eigen = requires(_EIGEN) or [], metadata(_EIGEN), versie(_EIGEN)
    except PackageNotFoundError:
        yield Keuringspunt(_GROEP, _EIGEN, Gereed.ONTBREEKT, "is niet geïnstalleerd", _OPNIEUW)
        return
    yield _python(gegevens["Requires-Python"] or "", python)
    yield Keuringspunt(_GROEP, _EIGEN, Gereed.GOED, eigen)
    for eis in eisen:
        delen = _EIS.fullmatch(eis)
        if delen is not None and not delen["alleen_als"]:
            yield _pakket(delen["naam"], delen["versies"].strip(), versie)
    yield _snelle_yaml()


def past(versie: str, eis: str) -> bool:
    """Whether a version is one that is asked for, as in `>=8.2,<9`."""
    nummer = _nummer(versie)
    return all(_VERGELIJK[teken](*_even_lang(nummer, _nummer(grens))) for teken, grens in _DEEL.findall(eis))


def _python(eis: str, python: tuple[int, ...]) -> Keuringspunt:
    gevonden = ".".join(map(str, python))
    if past(gevonden, eis):
        return Keuringspunt(_GROEP, "python", Gereed.GOED, gevonden)
    return Keuringspunt(
        _GROEP, "python", Gereed.ONTBREEKT, f"{gevonden}, nodig is {eis}",
        "Installeer een nieuwere Python en zet dossiergen daarin.",
    )  # fmt: skip


def _pakket(naam: str, eis: str, versie: Versie) -> Keuringspunt:
    doen = f"`pip install '{naam}{eis}'`"
    try:
        gevonden = versie(naam)
    except PackageNotFoundError:
        return Keuringspunt(_GROEP, naam, Gereed.ONTBREEKT, "is niet geïnstalleerd", doen)
    if not past(gevonden, eis):
        return Keuringspunt(_GROEP, naam, Gereed.ONTBREEKT, f"{gevonden}, nodig is {eis}", doen)
    return Keuringspunt(_GROEP, naam, Gereed.GOED, gevonden)


def _snelle_yaml() -> Keuringspunt:
    """YAML is read with libyaml; PyYAML can be built without it."""
    if find_spec("yaml") is not None and find_spec("yaml._yaml") is not None:
        return Keuringspunt(_GROEP, "libyaml", Gereed.GOED, "zit in pyyaml")
    return Keuringspunt(
        _GROEP, "libyaml", Gereed.ONTBREEKT, "pyyaml is gebouwd zonder libyaml",
        "`sudo apt-get install libyaml-dev`, dan `pip install --force-reinstall --no-binary pyyaml pyyaml`",
    )  # fmt: skip


def _nummer(versie: str) -> tuple[int, ...]:
    """The numbers in front: what comes after (`rc1`, `.dev0`) does not count."""
    delen = re.match(r"\d+(?:\.\d+)*", versie)
    return tuple(int(deel) for deel in delen[0].split(".")) if delen else ()


def _even_lang(een: tuple[int, ...], ander: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """8.2 and 8.2.0 are the same version."""
    lengte = max(len(een), len(ander))
    return een + (0,) * (lengte - len(een)), ander + (0,) * (lengte - len(ander))
