"""Every optional part of a case may be there with nothing in it, and the document is made all the same."""

import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import laad_vormen
from dossiergen.zaak import STUKSOORTEN, Stuk, Zaak
from dossiergen.zaak.bedrijfsartsdeel import EIGEN_STUKSOORTEN
from dossiergen.zaak.gegevens import Bekwaamheden, Zaakgegevens
from dossiergen.zaak.plan_van_aanpak import PlanVanAanpak
from dossiergen.zaak.probleemanalyse import Probleemanalyse
from dossiergen.zaak.second_opinion import Raadpleging
from dossiergen.zaak.stukgegevens import Stukgegevens

Pad = tuple[str, ...]
ZaakVan = Callable[[str], Zaak]
RegelsVan = Callable[[Zaak, Stuk], list[str]]
Met = Callable[..., Any]

STUKKEN: dict[str, type[Stukgegevens]] = {
    soort.naam: soort.model for soort in (*STUKSOORTEN.values(), *EIGEN_STUKSOORTEN.values())
}
VAN_EEN_VERZOEK = tuple(soort for soort in EIGEN_STUKSOORTEN if soort.startswith("second-opinion-"))
# What a required field may hold, by its name where its type does not tell.
OP_NAAM = {
    "kenmerk": "2026-0012", "werkgever": "limburg-flex", "arbodienst": "arbo-zuid", "persoon": "a-de-boer",
    "opsteller": "a-de-boer", "met": "a-de-boer", "door": "a-de-boer", "elke_weken": "1", "uren_per_week": "32",
    "stuk": "plan-van-aanpak", "arts": "a-de-boer", "artsen": "a-de-boer",
}  # fmt: skip
OP_SOORT: dict[object, str] = {dt.date: "2026-01-05", bool: "ja", int: "1", str: "Tekst."}


def kern(soort: Any) -> tuple[Any, bool]:
    """The type below `| None`, `Annotated` and a list, and whether it was a list."""
    if hasattr(soort, "__metadata__"):
        return kern(get_args(soort)[0])
    if get_origin(soort) in {Union, UnionType}:
        return kern(next(deel for deel in get_args(soort) if deel is not type(None)))
    if get_origin(soort) is tuple:
        return kern(get_args(soort)[0])[0], True
    return soort, False


def kaal(soort: Any, naam: str = "") -> Any:
    """The least that a field of this type can hold."""
    binnen, lijst = kern(soort)
    if isinstance(binnen, type) and issubclass(binnen, BaseModel):
        velden = binnen.model_fields.items()
        waarde: Any = {deel: kaal(veld.annotation, deel) for deel, veld in velden if veld.is_required()}
    elif isinstance(binnen, type) and issubclass(binnen, Enum):
        waarde = next(iter(binnen)).value
    else:
        waarde = OP_NAAM.get(naam) or OP_SOORT[binnen]
    return [waarde] if lijst else waarde


def delen(model: type[BaseModel], boven: Pad = ()) -> Iterator[tuple[Pad, Any]]:
    """Every part below a model that holds fields of its own, with its type."""
    for naam, veld in model.model_fields.items():
        binnen, _ = kern(veld.annotation)
        if isinstance(binnen, type) and issubclass(binnen, BaseModel):
            yield (*boven, naam), veld.annotation
            yield from delen(binnen, (*boven, naam))


def met_deel(model: type[BaseModel], pad: Pad) -> dict[str, Any]:
    """The least that a model can hold, with one part added that holds as little."""
    data: dict[str, Any] = kaal(model)
    hier: Any = data
    for naam in pad:
        hier = hier[0] if isinstance(hier, list) else hier
        veld = model.model_fields[naam]
        hier = hier.setdefault(naam, kaal(veld.annotation))
        model = kern(veld.annotation)[0]
    return data


def stuk_van(soort: str, data: dict[str, Any], verzoek: dict[str, Any] | None = None) -> Stuk:
    """As its file gives it; `verzoek`: the request of a second opinion that it belongs to."""
    gegevens = STUKKEN[soort].model_validate(data)
    if soort not in VAN_EEN_VERZOEK:
        return Stuk(soort, None, f"stukken/{soort}.yaml", gegevens)
    raadpleging = Raadpleging.model_validate(verzoek or kaal(Raadpleging))
    return Stuk(soort, None, "bedrijfsarts.yaml", gegevens, ("second_opinions", 0, "x"), raadpleging)


def test_elk_soort_stuk_heeft_een_sjabloon() -> None:
    """Wat in een zaak kan staan, kan ook worden gemaakt."""
    assert set(STUKKEN) == {vorm.bron for vorm in laad_vormen(Sjablonen.standaard()).values()}


@pytest.mark.parametrize(
    ("soort", "pad"),
    [(soort, pad) for soort, model in STUKKEN.items() for pad in [(), *(pad for pad, _ in delen(model))]],
    ids=lambda deel: ".".join(deel) if isinstance(deel, tuple) else str(deel),
)
def test_een_leeg_onderdeel_van_een_stuk_houdt_het_niet_tegen(
    zaak: ZaakVan, regels_van: RegelsVan, soort: str, pad: Pad
) -> None:
    """Elk onderdeel met alleen zijn verplichte velden geeft een tekst in de gesloten woordenschat."""
    regels = regels_van(zaak("2026-0012"), stuk_van(soort, met_deel(STUKKEN[soort], pad)))

    assert not [regel for regel in regels if "None" in regel]


@pytest.mark.parametrize("soort", VAN_EEN_VERZOEK)
@pytest.mark.parametrize("pad", [(), *(pad for pad, _ in delen(Raadpleging))], ids=".".join)
def test_een_leeg_onderdeel_van_een_verzoek_houdt_geen_stuk_ervan_tegen(
    zaak: ZaakVan, regels_van: RegelsVan, soort: str, pad: Pad
) -> None:
    """Aan het begin van een verzoek is er nog geen vraag, geen arts en geen advies."""
    stuk = stuk_van(soort, kaal(STUKKEN[soort]), met_deel(Raadpleging, pad))

    assert not [regel for regel in regels_van(zaak("2026-0012"), stuk) if "None" in regel]


@pytest.mark.parametrize("soort", STUKKEN)
@pytest.mark.parametrize("pad", [(), *(pad for pad, _ in delen(Zaakgegevens))], ids=".".join)
def test_een_leeg_onderdeel_van_de_zaak_houdt_geen_stuk_tegen(
    zaak: ZaakVan, met: Met, regels_van: RegelsVan, soort: str, pad: Pad
) -> None:
    """Een zaak.yaml met alleen wat moet, en elk onderdeel zo leeg als het kan."""
    leeg = met(zaak("2026-0012"), gegevens=Zaakgegevens.model_validate(met_deel(Zaakgegevens, pad)))
    regels = regels_van(leeg, stuk_van(soort, kaal(STUKKEN[soort])))

    assert not [regel for regel in regels if "None" in regel]


def analyse(**velden: Any) -> Stuk:
    """A probleemanalyse of the day of the sample case, with only what is named here besides."""
    return stuk_van("probleemanalyse", {**kaal(Probleemanalyse), "datum": "2026-04-01", **velden})


def plan(**velden: Any) -> Stuk:
    return stuk_van("plan-van-aanpak", {**kaal(PlanVanAanpak), **velden})


def na(regels: list[str], label: str) -> str:
    return regels[regels.index(label) + 1]


def test_een_leeg_vervolg_is_geen_kop(zaak: ZaakVan, regels_van: RegelsVan) -> None:
    """Zonder datum en zonder afspraak is er geen onderdeel Vervolg; met een van beide wel."""
    leeg = regels_van(zaak("2026-0012"), analyse(vervolg={}))
    gevuld = regels_van(zaak("2026-0012"), analyse(vervolg={"volgend_consult": "2026-05-01"}))

    assert not [regel for regel in leeg if "Vervolg" in regel]
    assert na(gevuld, "Volgend consult") == "1 mei 2026"


def test_lege_bekwaamheden_zijn_niet_opgegeven(zaak: ZaakVan, met: Met, regels_van: RegelsVan) -> None:
    """`bekwaamheden: {}` en geen `bekwaamheden` zeggen hetzelfde."""
    een = zaak("2026-0012")
    for stand in (None, Bekwaamheden()):
        kaler = met(een, gegevens=met(een.gegevens, bekwaamheden=stand))
        assert na(regels_van(kaler, analyse()), "Bekwaamheden") == "niet opgegeven"


def test_de_prognose_staat_in_regels_met_een_label(zaak: ZaakVan, regels_van: RegelsVan) -> None:
    """Termijn en datum zijn eigen regels, en ontbreken zonder sporen."""
    prognose = {"herstel": "volledig", "termijn": "binnen een half jaar", "hervatting_vanaf": "2026-05-04"}
    regels = regels_van(zaak("2026-0012"), analyse(prognose=prognose))
    kort = regels_van(zaak("2026-0012"), analyse(prognose={"herstel": "geen"}))

    assert na(regels, "Verwachting") == "Volledig herstel wordt verwacht"
    assert na(regels, "Termijn") == "binnen een half jaar"
    assert na(regels, "Hervatting verwacht vanaf") == "4 mei 2026"
    assert na(kort, "Herstel wordt niet verwacht").endswith(" Advies")


@pytest.mark.parametrize(("weken", "woorden"), [("1", "elke week, "), ("2", "elke 2 weken, ")])
def test_elke_week_is_geen_elke_1_weken(
    zaak: ZaakVan, regels_van: RegelsVan, weken: str, woorden: str
) -> None:
    """De zin over de evaluatie is Nederlands bij elk aantal."""
    afspraak = {"elke_weken": weken, "eerste_op": "2026-04-09"}
    regels = regels_van(zaak("2026-0012"), plan(evaluatie=afspraak))

    assert [regel for regel in regels if f"bespreken dit plan {woorden}" in regel]


def test_een_opbouwschema_is_ook_een_advies(zaak: ZaakVan, regels_van: RegelsVan) -> None:
    """Dat er geen advies is, staat er alleen als er ook geen geadviseerde opbouw is."""
    stap = {"vanaf": "2026-04-06", "uren_per_week": "8", "loonwaarde": "nee"}
    zin = "De bedrijfsarts geeft op dit moment geen advies voor een plan van aanpak."

    assert zin in regels_van(zaak("2026-0012"), analyse())
    assert zin not in regels_van(zaak("2026-0012"), analyse(opbouwschema=[stap]))


def test_zonder_spoor_is_er_geen_keuze_van_een_spoor(zaak: ZaakVan, regels_van: RegelsVan) -> None:
    """Wie geen mogelijkheden heeft, heeft ook geen spoor."""
    regels = regels_van(zaak("2026-0012"), analyse(einddoel="geen_mogelijkheden"))

    assert not [regel for regel in regels if "Spoor" in regel]


@pytest.mark.parametrize(
    ("datum", "stand"),
    [
        ("2026-03-15", "niet hervat"),
        ("2026-03-16", "12 uur per week, eigen werk, aangepast (vanaf 16 maart 2026)"),
        ("2026-05-01", "20 uur per week, eigen werk, aangepast (vanaf 13 april 2026)"),
        ("2025-01-01", "niet hervat"),
    ],
)
def test_de_hervatting_is_die_van_de_dag_van_het_stuk(
    zaak: ZaakVan, regels_van: RegelsVan, datum: str, stand: str
) -> None:
    """Wat later komt, staat er niet in; wat eerder gold, ook niet."""
    regels = regels_van(zaak("2026-0012"), analyse(datum=datum))

    assert na(regels, "Werkt nu") == stand


def test_een_hervatting_van_voor_de_laatste_ziekmelding_telt_niet(
    zaak: ZaakVan, met: Met, regels_van: RegelsVan
) -> None:
    """Wie opnieuw is uitgevallen, werkt niet meer zoals in de vorige periode."""
    een = zaak("2026-0012")
    data = met_deel(Zaakgegevens, ())
    data["verzuim"] |= {
        "periodes": [{"van": "2026-01-05", "tot_en_met": "2026-02-01"}, {"van": "2026-02-16"}],
        "hervattingen": [{"vanaf": "2026-02-02", "uren_per_week": "32", "werk": "eigen_werk"}],
    }
    weer_ziek = met(een, gegevens=Zaakgegevens.model_validate(data))

    assert na(regels_van(weer_ziek, analyse()), "Werkt nu") == "niet hervat"


def test_wie_het_plan_opstelde_staat_bij_de_partijen(zaak: ZaakVan, regels_van: RegelsVan) -> None:
    """Naam en functie, ook als een ander dan de casemanager het schreef."""
    regels = regels_van(zaak("2026-0012"), plan(opsteller="j-peeters"))

    assert na(regels, "Opgesteld door") == "J. Peeters, casemanager"
    assert na(regels, "Adres werknemer") == "Dorpsstraat 8, 6411 AB Heerlen"


def test_een_digitale_handtekening_staat_in_het_origineel(zaak: ZaakVan, regels_van: RegelsVan) -> None:
    """Op papier staat zij niet."""
    tekening = {"bedrijfsarts": {"getekend_op": "2026-04-01", "wijze": "digitaal"}}
    regels = regels_van(zaak("2026-0012"), analyse(ondertekening=tekening, status="ondertekend"))

    assert regels[-2:] == [
        "Ondertekend op 1 april 2026.",
        "De digitale handtekening staat in het origineel.",
    ]


def test_het_nummer_van_de_arbodienst_staat_erbij(zaak: ZaakVan, regels_van: RegelsVan) -> None:
    """Wie de arbodienst wil bellen, vindt het nummer."""
    assert na(regels_van(zaak("2026-0012"), analyse()), "Arbodienst").endswith("Maastricht, 043-555 02 00")
