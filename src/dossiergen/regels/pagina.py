"""The page of each code: what it notices and why, with an example. Reads our own files, never a case."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dossiergen.errors import SjabloonFout
from dossiergen.finding import CATALOGUS, Soort
from dossiergen.regels.register import register
from dossiergen.sjablonen import Sjablonen
from dossiergen.sjablonen.lezen import lees_groep

__all__ = ["Pagina", "families", "pagina", "per_familie"]

_UITLEG = Path(__file__).with_name("uitleg")
_FAMILIES = "families.yaml"


class Pagina(BaseModel):
    """What a reader is told about one code, beside its Soort.

    `fout` and `goed` are fragments of the files of a case, which the tests execute; absent where no text of a
    case can show the difference. `sinds`: the version of dossiergen in which the code appeared.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)

    code: str
    wat: str = Field(pattern=r"^\S")
    waarom: str = Field(pattern=r"^\S")
    fout: str | None = None
    goed: str | None = None
    sinds: str

    @model_validator(mode="after")
    def _voorbeelden_horen_bij_elkaar(self) -> "Pagina":
        if (self.fout is None) != (self.goed is None):
            raise ValueError("fout zonder goed, of goed zonder fout")
        return self


def families() -> Mapping[str, str]:
    """What the letters before the dash stand for, in the order in which a reader meets them."""
    return {familie: str(titel) for familie, titel in _gelezen(_UITLEG, _FAMILIES).items()}


def per_familie() -> Mapping[str, tuple[Soort, ...]]:
    """Every kind of finding there is, by family and number. Raises SjabloonFout for a family without a title."""
    soorten = {**CATALOGUS, **register().soorten}
    gevonden: dict[str, list[Soort]] = {familie: [] for familie in families()}
    for code in sorted(soorten):
        familie = _familie(code)
        if familie not in gevonden:
            raise SjabloonFout(f"{_FAMILIES} noemt de familie {familie} niet.")
        gevonden[familie].append(soorten[code])
    return {familie: tuple(leden) for familie, leden in gevonden.items()}


def pagina(code: str) -> Pagina:
    """The page of a code. Raises SjabloonFout where it is missing or cannot be used."""
    bron = f"{_familie(code).lower()}.yaml"
    inhoud = _gelezen(_UITLEG, bron).get(code)
    if not isinstance(inhoud, dict):
        raise SjabloonFout(f"{bron} heeft geen uitleg van {code}.")
    try:
        return Pagina.model_validate({**inhoud, "code": code})
    except ValidationError as fout:
        waar = fout.errors(include_input=False, include_url=False)[0]
        plek = ".".join(str(deel) for deel in (code, *waar["loc"]))
        raise SjabloonFout(f"{bron}: {plek} klopt niet ({waar['msg']}).") from None


@cache
def _gelezen(map_: Path, bron: str) -> Mapping[str, object]:
    return lees_groep(bron, Sjablonen((map_,)))


def _familie(code: str) -> str:
    return code.partition("-")[0]
