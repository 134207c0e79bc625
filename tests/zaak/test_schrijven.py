"""Wat dossiergen zelf opschrijft, leest het terug als hetzelfde, en elk veld is uitgelegd."""

import datetime as dt
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossiergen.yamltekst import STUURTEKEN
from dossiergen.zaak.gegevens import Zaakgegevens
from dossiergen.zaak.schrijven import Opgave, als_tekst, regels_van
from dossiergen.zaak.yaml import lees_tekst

LASTIG = [*"ab #:-'\"\n\t|>%@&*!?[]{},\\é\xa0~0.", "null", "ja", "\n\n", "  ", "012", "1e5", "- ", ": "]
teksten = st.one_of(
    st.text(min_size=1, max_size=40), st.lists(st.sampled_from(LASTIG), min_size=1, max_size=12).map("".join)
)


@given(teksten.map(str.strip).filter(lambda tekst: tekst and not STUURTEKEN.search(tekst)))
@pytest.mark.parametrize("kop", ["veld:", "-"])
def test_elke_tekst_komt_terug_zoals_zij_was(kop: str, tekst: str) -> None:
    """Aanhalingstekens, dubbele punten, hekjes en voorloopnullen; ook een editor met YAML 1.2 ziet tekst."""
    inhoud = "\n".join(["boven:", *als_tekst(f"  {kop}", tekst, 4), "onder: x"]) + "\n"
    document, findings = lees_tekst(inhoud.encode("utf-8"), "")

    verwacht = {"boven": [tekst] if kop == "-" else {"veld": tekst}, "onder": "x"}
    assert findings == []
    assert document is not None
    assert document.data == verwacht
    assert yaml.CSafeLoader(inhoud).get_single_data() == verwacht  # as other readers see it


@pytest.mark.parametrize(
    ("waarde", "regel"),
    [
        (True, "a: ja"),
        (False, "a: nee"),
        (dt.date(2026, 3, 2), "a: 2026-03-02"),
        (Decimal("32.50"), "a: 32,5"),
        (Decimal(40), "a: 40"),
        (6, "a: 6"),
        ("0612345678", 'a: "0612345678"'),
        ("2026-0501", "a: 2026-0501"),
        ("Vries", "a: Vries"),
        ("True", 'a: "True"'),
        ((), "a: []"),
        ({}, "a: {}"),
    ],
)
def test_een_waarde_staat_er_zoals_een_mens_haar_schrijft(waarde: object, regel: str) -> None:
    """Nederlands ja en nee, een komma in een getal, aanhalingstekens alleen waar het moet."""
    assert list(als_tekst("a:", waarde, 2)) == [regel]


def test_bij_elk_veld_staat_wat_het_model_erover_zegt() -> None:
    """De eerste van een lijst is uitgelegd, de tweede lijkt erop; wat later komt staat klaar achter een hekje."""
    rollen = [
        {"persoon": "b-smit", "vanaf": dt.date(2026, 1, 5)},
        {"persoon": "k-yildiz", "vanaf": dt.date(2026, 3, 2)},
    ]
    opgave = Opgave({"casemanager": rollen}, ("bekwaamheden",), {"casemanager": "Een opvolger komt eronder."})

    assert regels_van(Zaakgegevens, opgave) == [
        "# Opleiding, ervaring en vaardigheden.",
        "# bekwaamheden:",
        "#   opleiding:  # Hoogste opleiding.",
        "#   diplomas: []  # Diploma's en certificaten.",
        "#   werkervaring:  # Werkervaring in het kort.",
        "#   vaardigheden: []  # Vaardigheden die bij re-integratie van nut zijn.",
        "",
        "# Wie casemanager is, en vanaf wanneer; de oudste eerst. Een opvolger komt eronder.",
        "casemanager:",
        "  # Sleutel van de persoon in organisaties.yaml.",
        "  - persoon: b-smit",
        "    # Eerste dag in deze rol.",
        "    vanaf: 2026-01-05",
        "  - persoon: k-yildiz",
        "    vanaf: 2026-03-02",
    ]


def test_een_hekje_in_een_tekst_is_geen_uitleg() -> None:
    """Ook in het tweede van een lijst blijft elke regel van een tekst staan."""
    taken = "Eerst dit.\n# en dan dat"
    waarden = {"uitzonderingen": [{"code": "CAL-15", "reden": "x"}, {"code": "CAL-18", "reden": taken}]}
    document, _ = lees_tekst("\n".join(regels_van(Zaakgegevens, Opgave(waarden))).encode("utf-8"), "")

    assert document is not None
    assert document.data == waarden
