"""The JSON Schema that editors use agrees with what the loader accepts."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from dossiergen.zaak.schema import SCHEMAS, schema, schema_tekst
from gebreken import GEBREKKIG, GOED, TOCH_GOED

WORTEL = Path(__file__).parents[2]


class Yaml12(yaml.SafeLoader):
    """What an editor reads: of plain text only numbers and booleans get a type, as in YAML 1.2."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  the parent's own form


Yaml12.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Yaml12.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true$|false$"), list("tf"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"~$|null$|$"), ["~", "n", ""])
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda _, knoop: int(str(knoop.value)))


def zoals_een_editor(ruw: bytes) -> Any:
    lader = Yaml12(ruw)
    return lader.get_single_data()


def soort_van(pad: Path) -> str:
    return re.sub(r"-\d\d$", "", pad.stem)


def fouten(soort: str, ruw: bytes) -> list[str]:
    return [fout.message for fout in Draft7Validator(schema(soort)).iter_errors(zoals_een_editor(ruw))]


def alle_delen(deel: Any) -> Iterator[dict[str, Any]]:
    if isinstance(deel, dict):
        yield deel
        for onder in deel.values():
            yield from alle_delen(onder)
    elif isinstance(deel, list):
        for onder in deel:
            yield from alle_delen(onder)


@pytest.mark.parametrize("naam", SCHEMAS)
def test_het_schema_is_geldig_en_legt_alles_uit(naam: str) -> None:
    """Draft 07, which editors know, closed, with a sentence at every property."""
    inhoud = schema(naam)
    Draft7Validator.check_schema(inhoud)
    for deel in alle_delen(inhoud):
        if deel.get("type") == "object" and "properties" in deel:
            assert deel["additionalProperties"] is False
            assert all(veld.get("description") for veld in deel["properties"].values())


@pytest.mark.parametrize("naam", SCHEMAS)
def test_de_bewaarde_schemas_zijn_die_van_de_code(naam: str) -> None:
    """`make schemas` writes them."""
    assert (WORTEL / "schemas" / f"{naam}.json").read_text("utf-8") == schema_tekst(naam)


def test_er_zijn_geen_schemas_te_veel() -> None:
    """A kind of file that is gone leaves nothing behind."""
    assert {pad.stem for pad in (WORTEL / "schemas").glob("*.json")} == set(SCHEMAS)


BESTANDEN = [
    pad
    for map_ in (WORTEL / "cases", GOED)
    for pad in sorted(map_.rglob("*.yaml"))
    if "bijlagen" not in pad.parts
]


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: "/".join(pad.parts[-3:]))
def test_elk_goed_bestand_is_ook_goed_voor_een_editor(pad: Path) -> None:
    """An editor must not underline what the loader accepts."""
    assert fouten(soort_van(pad), pad.read_bytes()) == []


@pytest.mark.parametrize("gebrek", TOCH_GOED, ids=lambda gebrek: gebrek.naam)
def test_wat_vreemd_lijkt_is_ook_goed_voor_een_editor(gebrek: Any) -> None:
    """But for an empty field, which YAML calls null, and a space that we take off."""
    meldingen = fouten(soort_van(Path(gebrek.pad)), gebrek.ruw)
    assert [m for m in meldingen if "None is not of type" not in m and "'ja ' is not one of" not in m] == []


# Who exists is known to the loader only, as are the calendar, the elfproef and words with a meaning.
ZIET_EEN_EDITOR = re.compile(r"ID-14|SCH-01|SCH-02|SCH-03|SCH-06")


@pytest.mark.parametrize(
    "gebrek",
    [gebrek for gebrek in GEBREKKIG if all(ZIET_EEN_EDITOR.match(code) for _, _, code in gebrek.verwacht)],
    ids=lambda gebrek: gebrek.naam,
)
def test_een_editor_ziet_verkeerde_sleutels_en_keuzes(gebrek: Any) -> None:
    """What the model alone can say, the schema says while one types."""
    assert fouten(soort_van(Path(gebrek.pad)), gebrek.ruw)


def test_het_schema_verandert_niet_van_keer_tot_keer() -> None:
    """The text is the same in every run, so that a difference means something."""
    assert json.loads(schema_tekst("zaak")) == schema("zaak")
