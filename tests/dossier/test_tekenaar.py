"""Wie een stuk ondertekent, en voor welke partij een certificaat dat mag."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from dossiergen.dossier.bestandsnaam import stam
from dossiergen.dossier.ondertekenen.tekenaar import (
    Tekenaar,
    legt_vast,
    open_partijen,
    partij_van,
    tekenaars,
    wie_tekent,
)
from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Partij, Stukvorm, laad_vormen
from dossiergen.zaak import Rol, Status, Stuk, Zaak, laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from dossiergen.zaak.stukgegevens import Handtekening, HandtekeningPartij, Weigering
from dossierhulp import CASES
from regelproef import BASIS, KENMERK

WERKGEVER, WERKNEMER, BEDRIJFSARTS = Partij.WERKGEVER, Partij.WERKNEMER, Partij.BEDRIJFSARTS
SLEUTELS = {
    naam: f"{nr:064x}" for nr, naam in enumerate(("d-kok", "c-vermaat", "f-osinga", "b-smit", "werknemer"))
}
ONBEKEND = "f" * 64
GOEDGEKEURD = CASES.parent / "tests" / "stukken" / "goedgekeurd"
OPEN: dict[str, Any] = {"werkgever": None, "werknemer": None}


@cache
def vormen() -> dict[str, Stukvorm]:
    return dict(laad_vormen(Sjablonen.standaard()))


@cache
def zaak() -> Zaak:
    """De zaak van de regels, waarin ieder een sleutel heeft."""
    gelezen = laad_zaak(BASIS / KENMERK, laad_organisaties(BASIS / "organisaties.yaml")).zaak
    assert gelezen is not None
    personen = {
        sleutel: persoon.model_copy(
            update={"certificaten": (SLEUTELS[sleutel],)} if sleutel in SLEUTELS else {}
        )
        for sleutel, persoon in gelezen.organisaties.personen.items()
    }
    werknemer = gelezen.gegevens.werknemer.model_copy(update={"certificaten": (SLEUTELS["werknemer"],)})
    return replace(
        gelezen,
        organisaties=gelezen.organisaties.model_copy(update={"personen": personen}),
        gegevens=gelezen.gegevens.model_copy(update={"werknemer": werknemer}),
    )


def stuk(naam: str, zaak_: Zaak | None = None, /, **handtekeningen: Handtekening | None) -> Stuk:
    """Een stuk uit de zaak, definitief, met deze handtekeningen."""
    gevonden = next(een for een in (zaak_ or zaak()).stukken if een.naam == naam)
    ondertekening = gevonden.gegevens.ondertekening.model_copy(update=handtekeningen)  # type: ignore[attr-defined]
    gegevens = gevonden.gegevens.model_copy(
        update={"ondertekening": ondertekening, "status": Status.DEFINITIEF}
    )
    return replace(gevonden, gegevens=gegevens)


def getekend(**velden: Any) -> HandtekeningPartij:
    return HandtekeningPartij.model_validate({"getekend_op": "2026-02-26", **velden})


def geweigerd() -> HandtekeningPartij:
    return HandtekeningPartij(geweigerd=Weigering.model_validate({"op": "2026-02-26", "reden": "Nee."}))


def uitkomst(afdruk: str, van: Stuk, vorm: str = "", in_: Zaak | None = None) -> tuple[str, str | None] | str:
    """Partij en persoon, of de code van wat in de weg staat."""
    gevonden = partij_van(afdruk, in_ or zaak(), van, vormen()[vorm or van.soort])
    if isinstance(gevonden, Finding):
        return gevonden.code
    return gevonden.partij.value, gevonden.persoon


PLAN, ANALYSE = "plan-van-aanpak", "probleemanalyse"


def test_van_elke_open_partij_wie_er_tekent() -> None:
    """Naam zoals boven de handtekening, met alles wat daarbij hoort."""
    plan = stuk(PLAN, **OPEN)

    assert tekenaars(zaak(), plan, vormen()[PLAN]) == (
        Tekenaar(WERKGEVER, "d-kok", "D. Kok", (SLEUTELS["d-kok"],), "bedrijfsleider", Rol.LEIDINGGEVENDE),
        Tekenaar(WERKNEMER, None, "Mevrouw E. Hofstra", (SLEUTELS["werknemer"],)),
    )


@pytest.mark.parametrize(
    ("handtekeningen", "nog"),
    [
        (OPEN, (WERKGEVER, WERKNEMER)),
        ({**OPEN, "werkgever": getekend()}, (WERKNEMER,)),
        ({**OPEN, "werknemer": geweigerd()}, (WERKGEVER,)),
        ({"werkgever": geweigerd(), "werknemer": getekend()}, ()),
        ({"werkgever": HandtekeningPartij(persoon="d-kok"), "werknemer": getekend()}, (WERKGEVER,)),
    ],
)
def test_wie_tekende_of_weigerde_is_klaar(handtekeningen: dict[str, Any], nog: tuple[Partij, ...]) -> None:
    """Een naam alleen is nog geen handtekening."""
    assert open_partijen(stuk(PLAN, **handtekeningen), vormen()[PLAN]) == nog


@pytest.mark.parametrize(
    ("afdruk", "verwacht"),
    [
        (SLEUTELS["d-kok"], ("werkgever", "d-kok")),
        (SLEUTELS["werknemer"], ("werknemer", None)),
        (SLEUTELS["c-vermaat"], "ONT-05"),
        (ONBEKEND, "ONT-05"),
    ],
)
def test_een_certificaat_tekent_voor_wie_het_heeft(afdruk: str, verwacht: object) -> None:
    assert uitkomst(afdruk, stuk(PLAN, **OPEN)) == verwacht


@pytest.mark.parametrize(
    ("afdruk", "verwacht"),
    [
        (SLEUTELS["c-vermaat"], ("bedrijfsarts", "c-vermaat")),
        (SLEUTELS["b-smit"], "ONT-06"),
        (SLEUTELS["werknemer"], "ONT-06"),
        (SLEUTELS["f-osinga"], "ONT-05"),
        (ONBEKEND, "ONT-05"),
    ],
)
def test_alleen_de_bedrijfsarts_tekent_een_probleemanalyse(afdruk: str, verwacht: object) -> None:
    """Een andere bedrijfsarts niet: diens naam staat er niet onder."""
    assert uitkomst(afdruk, stuk(ANALYSE, bedrijfsarts=None)) == verwacht


def test_wie_geen_bedrijfsarts_is_tekent_ook_niet_als_hij_genoemd_staat() -> None:
    """Een arts onder supervisie stelt op; de naam onder het stuk maakt hem niet bevoegd."""
    genoemd = stuk(ANALYSE, bedrijfsarts=Handtekening(persoon="b-smit"))

    assert uitkomst(SLEUTELS["b-smit"], genoemd) == "ONT-06"


def test_de_verantwoordelijke_gaat_voor_de_opsteller_en_de_genoemde_voor_beiden() -> None:
    analyse = stuk(ANALYSE, bedrijfsarts=None)
    anders = replace(
        analyse, gegevens=analyse.gegevens.model_copy(update={"verantwoordelijke_bedrijfsarts": "f-osinga"})
    )
    genoemd = stuk(ANALYSE, bedrijfsarts=Handtekening(persoon="g-terpstra"))

    assert [wie_tekent(zaak(), een, BEDRIJFSARTS) for een in (analyse, anders, genoemd)] == [
        "c-vermaat",
        "f-osinga",
        "g-terpstra",
    ]


def test_een_tweede_keer_tekenen_kan_niet() -> None:
    """Van wie al tekende of weigerde, en als iedereen klaar is ook niet van een ander."""
    half = stuk(PLAN, werkgever=getekend(), werknemer=None)
    helft = stuk(PLAN, werkgever=None, werknemer=geweigerd())
    klaar = stuk(PLAN, werkgever=getekend(), werknemer=getekend())

    assert [
        uitkomst(SLEUTELS["d-kok"], half),
        uitkomst(SLEUTELS["werknemer"], half),
        uitkomst(SLEUTELS["werknemer"], helft),
        uitkomst(SLEUTELS["c-vermaat"], klaar),
        uitkomst(ONBEKEND, klaar),
    ] == ["ONT-04", ("werknemer", None), "ONT-04", "ONT-04", "ONT-04"]


def _zonder_contactpersoon() -> Zaak:
    werkgever = (
        zaak().organisaties.werkgevers["bakkerij-zonneveld"].model_copy(update={"contactpersoon": None})
    )
    organisaties = zaak().organisaties.model_copy(update={"werkgevers": {"bakkerij-zonneveld": werkgever}})
    return replace(zaak(), organisaties=organisaties)


def test_zonder_gekozen_persoon_tekent_niemand_voor_de_werkgever() -> None:
    """De werknemer kan wel verder; wie bij `persoon` staat, ook."""
    kaal, plan = _zonder_contactpersoon(), stuk(PLAN, **OPEN)
    genoemd = stuk(PLAN, werkgever=HandtekeningPartij(persoon="b-smit"), werknemer=None)

    assert uitkomst(SLEUTELS["d-kok"], plan, in_=kaal) == "ONT-10"
    assert uitkomst(SLEUTELS["werknemer"], plan, in_=kaal) == ("werknemer", None)
    assert uitkomst(SLEUTELS["b-smit"], genoemd, in_=kaal) == ("werkgever", "b-smit")


def test_van_een_onbekend_certificaat_staat_er_wat_u_moet_overnemen() -> None:
    """Zoals openssl het toont; een kaart laat haar certificaat nergens anders zien."""
    finding = partij_van(ONBEKEND, zaak(), stuk(PLAN, **OPEN), vormen()[PLAN])

    assert isinstance(finding, Finding)
    sha256 = finding.melding.removesuffix(".").rpartition(" ")[2]
    assert (len(sha256.split(":")), sha256.replace(":", "").lower()) == (32, ONBEKEND)


def test_een_certificaat_van_twee_tekent_voor_niemand() -> None:
    """Wie tekende, zou open blijven."""
    personen = dict(zaak().organisaties.personen)
    personen["d-kok"] = personen["d-kok"].model_copy(update={"certificaten": (SLEUTELS["werknemer"],)})
    dubbel = replace(zaak(), organisaties=zaak().organisaties.model_copy(update={"personen": personen}))

    assert uitkomst(SLEUTELS["werknemer"], stuk(PLAN, **OPEN), in_=dubbel) == "ONT-05"


def test_een_stuk_zonder_ondertekenaars() -> None:
    verslag = next(een for een in zaak().stukken if een.soort == ANALYSE)

    assert uitkomst(SLEUTELS["c-vermaat"], verslag, "re-integratieverslag") == "ONT-09"


def test_een_bevinding_staat_bij_de_partij_en_noemt_geen_waarde() -> None:
    """Voor een stuk in bedrijfsarts.yaml met het hele pad."""
    in_lijst = replace(
        stuk(ANALYSE, bedrijfsarts=Handtekening(persoon="b-smit")), pad=("second_opinions", 0, "x")
    )
    gevonden = partij_van(
        SLEUTELS["b-smit"],
        zaak(),
        in_lijst,
        vormen()[ANALYSE],
        lambda bestand, pad: Plaats(bestand, 7, len(pad)),
    )

    assert gevonden == CATALOGUS["ONT-06"].finding(
        Plaats("stukken/probleemanalyse.yaml", 7, 5), pad="second_opinions.0.x.ondertekening.bedrijfsarts"
    )


def test_de_brief_naast_een_bijstelling_wordt_los_daarvan_getekend() -> None:
    """Dat de bijstelling is getekend, zegt niets over de brief; en de zaak legt die handtekening niet vast."""
    brief = vormen()["bericht-aan-werkgever"]
    van = stuk(ANALYSE, bedrijfsarts=getekend())

    assert (legt_vast(brief), legt_vast(vormen()[ANALYSE])) == (False, True)
    assert open_partijen(van, brief) == (BEDRIJFSARTS,)
    assert open_partijen(van, vormen()[ANALYSE]) == ()


@cache
def _alle_stukken() -> tuple[tuple[Zaak, Stuk], ...]:
    gedeeld = laad_organisaties(CASES / "organisaties.yaml")
    gevonden: list[tuple[Zaak, Stuk]] = []
    for map_ in sorted(pad for pad in CASES.iterdir() if pad.is_dir()):
        van = laad_zaak(map_, gedeeld).zaak
        assert van is not None
        deel = laad_bedrijfsartsdeel(map_, gedeeld).deel
        gevonden += [(van, een) for een in (*van.stukken, *(deel.stukken if deel else ()))]
    return tuple(gevonden)


def _met_open_regels(van: Stuk) -> Stuk:
    """Hetzelfde stuk voordat iemand tekende."""
    ondertekening = getattr(van.gegevens, "ondertekening", None)
    if ondertekening is None:
        return van
    leeg = {"getekend_op": None, "geweigerd": None}
    open_ = ondertekening.model_copy(
        update={partij: een.model_copy(update=leeg) for partij, een in ondertekening if een is not None}
    )
    return replace(van, gegevens=van.gegevens.model_copy(update={"ondertekening": open_}))


def test_wie_tekent_is_wie_onder_het_stuk_staat() -> None:
    """In elk goedgekeurd stuk van elke zaak staan de namen die hier worden gekozen, met hun functie."""
    gelezen = 0
    for van, een in _alle_stukken():
        for vorm in vormen().values():
            pad = GOEDGEKEURD / f"{van.kenmerk}-{stam(vorm, een)}.txt"
            if vorm.bestaat(van, een) and pad.exists():
                tekst = pad.read_text("utf-8")
                for tekenaar in tekenaars(van, _met_open_regels(een), vorm):
                    gelezen += 1
                    assert tekenaar.naam in tekst, pad.name
                    assert tekenaar.functie.lower() in tekst.lower(), pad.name
    assert gelezen > 100
