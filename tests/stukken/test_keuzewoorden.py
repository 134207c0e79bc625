"""De woorden waaruit in Word wordt gekozen."""

from enum import StrEnum

import pytest

from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.zaak import plan_van_aanpak, second_opinion
from dossiergen.zaak.plan_van_aanpak import Nagekomen

KEUZES = Keuzes.laad(Sjablonen.standaard())
SOORTEN = [
    soort
    for module in (plan_van_aanpak, second_opinion)
    for soort in vars(module).values()
    if isinstance(soort, type) and issubclass(soort, StrEnum) and soort.__name__ in KEUZES.woorden
]


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_woorden_staan_in_de_volgorde_van_het_model(soort: type[StrEnum]) -> None:
    """Wie een keuze terugleest, vindt haar waarde op haar plaats, ook waar de zaak nog niets zei."""
    woorden = KEUZES.woorden_van(next(iter(soort)))

    assert woorden.split("|") == [KEUZES.woord(lid) for lid in soort]
    assert KEUZES.woorden_bij(soort.__name__) == woorden


def test_een_woord_met_een_hoofdletter() -> None:
    """Zoals in een cel waarin het vooraan staat."""
    assert KEUZES.woorden_van(Nagekomen.DEELS, hoofdletter=True) == "Ja|Deels|Nee"


def test_een_keuze_die_niet_bestaat_wordt_geweigerd() -> None:
    """Een sjabloon met een verschrijving krijgt dat te horen."""
    with pytest.raises(SjabloonFout, match="kent geen keuze die zo heet"):
        KEUZES.woorden_bij("Nagekommen")
