"""Every field says in Dutch what it is, names its readers, and answers every mistake with a finding of its own."""

import itertools
import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dossiergen.finding import CATALOGUS
from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import BEIDE_ARTSEN, IEDEREEN, MEDISCH, Doelgroep, zichtbaar_voor
from dossiergen.zaak.meldingen import VERTALING, vertaal
from dossiergen.zaak.schema import SCHEMAS
from dossiergen.zaak.veldwijzer import is_medisch
from dossiergen.zaak.yaml import Document
from opsomming import voor_elke

VAN_DE_BEDRIJFSARTS = frozenset(
    f"dossiergen.zaak.{naam}"
    for naam in ("bedrijfsartsdeel", "second_opinion", "second_opinion_stukken", "vertrouwelijk")
)


def afgeleid(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for kind in model.__subclasses__():
        yield kind
        yield from afgeleid(kind)


MODELLEN = sorted(set(afgeleid(Model)), key=lambda model: model.__name__)
VELDEN = [(model, naam) for model in MODELLEN for naam in model.model_fields]


@voor_elke(VELDEN)
def test_elk_veld_heeft_een_omschrijving_en_lezers(model: type[BaseModel], naam: str) -> None:
    """Without readers a field would exist for nobody, without words an editor has nothing to show."""
    field = model.model_fields[naam]
    assert re.fullmatch(r"[A-Za-z0-9][^\n]*[.?]", field.description or ""), field.description
    assert zichtbaar_voor(field)


def test_medische_velden_zijn_niet_voor_de_werkgever() -> None:
    """What only bedrijfsarts.yaml has is for the employee and the bedrijfsarts; the other one has a part in a second opinion."""
    assert Doelgroep.WERKGEVER not in BEIDE_ARTSEN
    assert Doelgroep.UWV not in BEIDE_ARTSEN
    velden = SCHEMAS["bedrijfsarts"][0].model_fields
    assert zichtbaar_voor(velden["second_opinions"]) == BEIDE_ARTSEN
    assert all(
        zichtbaar_voor(field) == MEDISCH for naam, field in velden.items() if naam != "second_opinions"
    )
    assert len(IEDEREEN) == 5


def test_medische_sleutels_horen_in_geen_enkel_ander_bestand() -> None:
    """The words that PRV-02 refuses are fields of no model that the employer reads."""
    for naam, (model, _) in SCHEMAS.items():
        verboden = is_medisch("diagnose", model)
        assert verboden == (naam != "bedrijfsarts")
    for model, naam in VELDEN:
        if model.__module__ not in VAN_DE_BEDRIJFSARTS:
            assert not is_medisch(naam, SCHEMAS["zaak"][0]) or naam == "reden", naam


WAARDEN: tuple[object, ...] = (
    "", "   ", "x", "A B", "-1", "0", "1", "60", "999", "1.234,5", "1,234", "true", "2026-02-30", "99999-01-01",
    "twee\nregels", "x" * 400, "x" * 20_001, "x y " * 5_001, "123456789", "999990019", [], ["x"], [[]], [{}], [["x"], {"y": "z"}],
    {}, {"x": "y"}, {"x": {}}, {"X Y": {}}, {"[key]": "x"}, {"": ""},
)  # fmt: skip


def fouten(model: type[BaseModel], data: dict[str, object]) -> list[ErrorDetails]:
    try:
        model.model_validate(
            data, context={"personen": frozenset(), "werkgevers": frozenset(), "arbodiensten": frozenset()}
        )
    except ValidationError as fout:
        return fout.errors(include_input=False, include_url=False)
    return []


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model.__name__)
def test_elke_verkeerde_waarde_heeft_een_eigen_zin(model: type[BaseModel]) -> None:
    """No error of pydantic falls through to a sentence that fits anything."""
    for naam in model.model_fields:
        soorten = {
            fout["type"] for waarde in WAARDEN for fout in fouten(model, {naam: waarde, "onbekend": "x"})
        }
        assert soorten, naam
        assert soorten <= VERTALING.keys() | CATALOGUS.keys(), naam


def test_elke_vertaling_is_te_gebruiken() -> None:
    """Codes exist, sentences end, and none speaks of types."""
    for soort, (code, zin) in VERTALING.items():
        assert code in CATALOGUS, soort
        assert zin.endswith("."), soort


def test_elke_fout_krijgt_een_plaats_en_een_uitweg() -> None:
    """Also for a document without a single place, and for every pair of wrong values."""
    model, _ = SCHEMAS["plan-van-aanpak"]
    for een, twee in itertools.product(WAARDEN, repeat=2):
        data: dict[str, object] = {"probleemanalyse": een, "activiteiten": twee, "vreemd": een}
        document = Document("x.yaml", "", data)
        with pytest.raises(ValidationError) as gevangen:
            model.model_validate(data)
        for finding in vertaal(gevangen.value, document, model, {}):
            assert finding.plaats.regel == 1
            assert finding.oplossing
