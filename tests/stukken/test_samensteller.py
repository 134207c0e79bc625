"""Templates: what they may use, and how a mistake in one is told."""

import datetime as dt
import inspect
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from dossiergen.dossier.werkplaats import Ontwerp, Werkplaats
from dossiergen.errors import SjabloonFout, VerborgenVeld
from dossiergen.overzicht import beeld as overzichtsbeeld
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Samensteller, laad_vormen
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.stukken.opmaak import FILTERS
from dossiergen.termijnen import mijlpaal
from dossiergen.zaak import (
    STUKSOORTEN,
    Stuk,
    Zaak,
    brieven,
    gegevens,
    organisaties,
    plan_van_aanpak,
    probleemanalyse,
    second_opinion,
    second_opinion_stukken,
    stukgegevens,
)
from dossiergen.zaak.bedrijfsartsdeel import EIGEN_STUKSOORTEN

Met = Callable[..., Any]
ZaakVan = Callable[[str], Zaak]
RegelsVan = Callable[[Zaak, Stuk], list[str]]
OntwerpVan = Callable[[Zaak, Stuk], Ontwerp]


@pytest.fixture(name="eigen")
def _eigen(tmp_path: Path) -> Callable[[str], Samensteller]:
    """A client's own template folder whose plan van aanpak is the given text."""

    def maak(tekst: str) -> Samensteller:
        (tmp_path / "plan-van-aanpak").mkdir()
        (tmp_path / "plan-van-aanpak" / "sjabloon.html").write_text(tekst, "utf-8")
        return Samensteller(Sjablonen.standaard(tmp_path))

    return maak


@pytest.fixture(name="plan")
def _plan(ontwerp_van: OntwerpVan, zaak: ZaakVan) -> Ontwerp:
    een = zaak("2026-0012")
    return ontwerp_van(een, next(stuk for stuk in een.stukken if stuk.soort == "plan-van-aanpak"))


@pytest.mark.parametrize(
    ("sjabloon", "melding"),
    [
        ("{{ zaak.werknemer.diagnose }}", "diagnose"),
        ("{% if zaak.werknemer.diagnose is none %}leeg{% endif %}", "diagnose"),
        ("{{ onbekend }}", "een naam die niet bestaat"),
        ("{{ zaak.werknemer.geboortedatum }}", "soort date"),
        ("{{ stuk.einddoel }}", "soort Einddoel"),
        ("{{ zaak.werknemer.email }}", "soort NoneType"),
        ("{{ zaak.werknemer }}", "soort Beeld"),
        ("{{ zaak.__class__ }}", "dit mag een sjabloon niet"),
        ("{{ zaak._velden }}", "dit mag een sjabloon niet"),
        ("{% if %}", "niet goed geschreven"),
        ("{{ stuk.datum|default('') }}", "niet goed geschreven"),
        ("{% if zaak is defined %}{% endif %}", "niet kent"),
        ("{{ 1 // 0 }}", "niet verder (ZeroDivisionError)"),
        ('{{ {"M": "x"}[zaak.werknemer.achternaam] }}', "een naam die niet bestaat"),
        ('{{ "x"[zaak.werknemer.achternaam] }}', "een naam die niet bestaat"),
        ("{% include zaak.werknemer.achternaam %}", "bestaat niet"),
        ("{% include [zaak.werknemer.achternaam, zaak.werknemer.adres.plaats] %}", "bestaat niet"),
        ("{% import zaak.werknemer.adres.plaats as x %}", "bestaat niet"),
        ("{{ zaak.werknemer.achternaam|int + zaak.werknemer.bsn }}", "niet verder (TypeError)"),
        ("{{ zaak[zaak.werknemer.achternaam] }}", "Het berekende veld bestaat niet"),
        ("{{ zaak.verzuim.periodes|sort(attribute=zaak.werknemer.achternaam) }}", "berekende veld"),
        ("{{ pad(zaak, zaak.werknemer.achternaam) }}", "Het veld waarvan de plaats"),
        ("{{ zaak.werknemer.achternaam|woord }}", "van str een woord"),
        ("{{ zaak.werknemer.achternaam.__add__ }}", "dit mag een sjabloon niet"),
    ],
)
def test_een_fout_in_een_sjabloon_noemt_de_plaats_en_geen_waarde(
    eigen: Callable[[str], Samensteller], plan: Ontwerp, sjabloon: str, melding: str
) -> None:
    """Regel 2 van het sjabloon is fout; de melding zegt dat en laat niets van de zaak zien."""
    with pytest.raises(SjabloonFout) as fout:
        eigen(f"<article>\n{sjabloon}\n</article>").stel_samen(plan.vorm, plan.inzage)

    assert fout.value.melding.startswith("plan-van-aanpak/sjabloon.html:2: ")
    assert melding in fout.value.melding
    alles = fout.value.melding + fout.value.hint
    assert not [w for w in ("Kowalski", "999990019", "1984", "Heerlen") if w in alles]


def test_een_verborgen_veld_heeft_zijn_eigen_fout(
    eigen: Callable[[str], Samensteller], plan: Ontwerp
) -> None:
    """Een sjabloon dat vraagt wat zijn lezers niet mogen zien, is te onderscheiden van een tikfout."""
    with pytest.raises(VerborgenVeld):
        eigen("{{ zaak.medische_informatie }}").stel_samen(plan.vorm, plan.inzage)


ZONDER_WOORD = frozenset({"Gegevenssoort", "Grondcode", "Processtap", "Route", "Verzoeker"})
"""Choices of a second opinion that no document shows as a choice: it has sentences of its own for them."""
BRIEVEN = frozenset(
    {"bericht-aan-werkgever", *(f"second-opinion-{naam}" for naam in ("toekenning", "afwijzing", "reactie", "afsluitbericht"))}
)  # fmt: skip


def test_elke_keuze_heeft_een_woord() -> None:
    """Voor elke waarde van elke keuze in het model staat een woord in keuzes.yaml, en niet meer dan dat."""
    modules = (
        brieven, gegevens, mijlpaal, organisaties, overzichtsbeeld, plan_van_aanpak, probleemanalyse,
        second_opinion, second_opinion_stukken, stukgegevens,
    )  # fmt: skip
    soorten = {
        soort.__name__: {lid.value for lid in soort}
        for module in modules
        for _, soort in inspect.getmembers(module, inspect.isclass)
        if issubclass(soort, StrEnum)
        and soort is not StrEnum
        and soort.__module__ in {module.__name__, "dossiergen.zaak.basis"}
    }
    woorden = {naam: set(waarden) for naam, waarden in Keuzes.laad(Sjablonen.standaard()).woorden.items()}

    assert woorden == {naam: waarden for naam, waarden in soorten.items() if naam not in ZONDER_WOORD}


def test_elke_vorm_hoort_bij_een_stuk() -> None:
    """De bron van een stuk bestaat, zijn nummer is van hem alleen."""
    vormen = laad_vormen(Sjablonen.standaard())

    assert {vorm.bron for vorm in vormen.values()} == {*STUKSOORTEN, *EIGEN_STUKSOORTEN}
    assert len({vorm.volgorde for vorm in vormen.values()}) == len(vormen)


@pytest.mark.parametrize(
    ("filter_", "waarde", "tekst"),
    [
        ("datum", dt.date(2026, 3, 12), "12 maart 2026"),
        ("datum", dt.date(2026, 1, 1), "1 januari 2026"),
        ("isodatum", dt.date(2026, 3, 12), "2026-03-12"),
        ("getal", Decimal(32), "32"),
        ("getal", Decimal("6.50"), "6,5"),
        ("getal", Decimal(100), "100"),
        ("euro", 145000, "€ 1.450,00"),
        ("euro", 5, "€ 0,05"),
        ("ja_nee", True, "ja"),
        ("ja_nee", False, "nee"),
        ("alineas", "een\nregel\n\n\ntwee\n", ("een regel", "twee")),
        ("regel", " een\n\n twee ", "een twee"),
        ("hoofdletter", "éen", "Éen"),
    ],
)
def test_waarden_staan_er_zoals_een_lezer_ze_verwacht(filter_: str, waarde: object, tekst: object) -> None:
    """Datums voluit, komma's in getallen, euro's met punt en komma."""
    assert FILTERS[filter_](waarde) == tekst


@pytest.mark.parametrize(
    ("stand", "zinnen"),
    [
        ({}, ["Plaats en datum:", "Handtekening:"]),
        (
            {"getekend_op": "2026-02-27", "plaats": "Heerlen"},
            ["Ondertekend op 27 februari 2026 te Heerlen.", "De handtekening staat op het origineel."],
        ),
        (
            {"geweigerd": {"op": "2026-03-02", "reden": "Ik wil vaste dagen."}},
            [
                "De werknemer heeft dit document niet ondertekend.",
                "Reden volgens de werknemer: Ik wil vaste dagen.",
                "Besproken op 2 maart 2026.",
            ],
        ),
    ],
)
def test_een_handtekening_die_niet_is_gegeven_staat_er_niet(
    regels_van: RegelsVan, zaak: ZaakVan, met: Met, stand: dict[str, Any], zinnen: list[str]
) -> None:
    """Open, gegeven of geweigerd: het blok zegt wat er is gebeurd."""
    een = zaak("2026-0012")
    stuk = next(stuk for stuk in een.stukken if stuk.soort == "plan-van-aanpak")
    tekening = stukgegevens.OndertekeningPartijen.model_validate({"werknemer": stand})
    regels = regels_van(een, met(stuk, gegevens=met(stuk.gegevens, ondertekening=tekening)))
    van_de_werkgever = ["Plaats en datum:", "Handtekening:"]

    # The employer has not signed in any of the three.
    assert sorted(regels[regels.index("Mevrouw A.M. van den Kowalski-Őz", 4) + 1 :]) == sorted(
        [*zinnen, *van_de_werkgever]
    )


def test_alle_takken_van_de_voorbeelden_geven_geldige_html(ontwerp: Ontwerp, werkplaats: Werkplaats) -> None:
    """Wat een sjabloon geeft, staat in de gesloten woordenschat."""
    is_brief = ontwerp.vorm.naam.startswith("brief-") or ontwerp.vorm.naam in BRIEVEN
    soort = "brief" if is_brief else "formulier"

    assert werkplaats.tekst(ontwerp).boom.artikel.attr("data-soort") == soort
