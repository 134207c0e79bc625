"""A provider's practice stands beside the law, and another arbodienst has another one."""

import datetime as dt
from pathlib import Path

import pytest
from bouw import datum, zaak

from dossiergen.second_opinion import Werkwijze, contract_van, werkwijze_van
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import Organisaties, Zaak
from dossiergen.zaak.organisaties import Artsencontract

SJABLONEN = Sjablonen.standaard()
DESK, POOL = "werkwijze-verzuimdesk", "werkwijze-artsenpool"
DAG = dt.date(2026, 5, 4)


def met(
    *,
    arbodienst: str | None = None,
    contract: Artsencontract | None = None,
    werkgever: Artsencontract | None = None,
) -> Zaak:
    """The case with a protocol at the arbodienst, and contracts there and at the employer."""
    basis = zaak()
    organisaties: Organisaties = basis.organisaties
    dienst = organisaties.arbodiensten["arbo-noord"].model_copy(
        update={"protocol": arbodienst, "second_opinion": contract}
    )
    bakkerij = organisaties.werkgevers["bakkerij-zonneveld"].model_copy(update={"second_opinion": werkgever})
    anders = organisaties.model_copy(
        update={
            "arbodiensten": {**organisaties.arbodiensten, "arbo-noord": dienst},
            "werkgevers": {**organisaties.werkgevers, "bakkerij-zonneveld": bakkerij},
        }
    )
    return Zaak(basis.gegevens, anders, ())


def contract(naam: str, protocol: str | None = None) -> Artsencontract:
    return Artsencontract(naam=naam, artsen=("c-vermaat",), protocol=protocol)


def werkwijze(naam: str) -> Werkwijze:
    gevonden = werkwijze_van(met(arbodienst=naam), SJABLONEN)
    assert gevonden is not None
    return gevonden


@pytest.mark.parametrize(
    ("wat", "verwacht"),
    [
        (met(), None),
        (met(arbodienst=DESK), DESK),
        (met(arbodienst=DESK, contract=contract("pool")), DESK),
        (met(arbodienst=DESK, contract=contract("pool", POOL)), POOL),
        (met(arbodienst=DESK, werkgever=contract("eigen", POOL)), POOL),
        (met(arbodienst=DESK, werkgever=contract("eigen")), None),
        (met(arbodienst="bestaat-niet"), None),
    ],
    ids=["niets", "arbodienst", "contract zonder", "contract met", "werkgever met", "werkgever zonder", "onbekend"],
)  # fmt: skip
def test_welke_werkwijze_geldt(wat: Zaak, verwacht: str | None) -> None:
    """Die van wie het contract uitvoert; een eigen contract van de werkgever gaat voor, ook zonder werkwijze."""
    gevonden = werkwijze_van(wat, SJABLONEN)

    assert (gevonden.protocol.naam if gevonden else None) == verwacht


def test_het_contract_van_de_werkgever_gaat_voor() -> None:
    """Zonder contract kan geen arts daarbuiten vallen."""
    eigen, dienst = contract("eigen"), contract("pool")

    assert contract_van(met()) is None
    assert contract_van(met(contract=dienst)) == dienst
    assert contract_van(met(contract=dienst, werkgever=eigen)) == eigen


@pytest.mark.parametrize(
    ("naam", "sleutel", "vanaf", "uiterlijk"),
    [
        (DESK, "keuze", "2026-05-01", "2026-05-03"),
        # 14 and 25 May 2026 are holidays.
        (DESK, "consult", "2026-05-04", "2026-05-27"),
        (DESK, "consult", "2026-06-01", "2026-06-22"),
        (DESK, "antwoord", "2026-05-04", None),
        (POOL, "keuze", "2026-05-01", None),
        (POOL, "consult", "2026-05-04", "2026-05-18"),
        (POOL, "antwoord", "2026-05-04", "2026-05-11"),
    ],
)
def test_tot_wanneer_een_termijn_loopt(naam: str, sleutel: str, vanaf: str, uiterlijk: str | None) -> None:
    """48 uur zijn twee dagen; werkdagen slaan weekend en feestdagen over; wat een werkwijze niet noemt, is er niet."""
    verwacht = datum(uiterlijk) if uiterlijk else None

    assert werkwijze(naam).uiterlijk(sleutel, datum(vanaf)) == verwacht


def test_wat_een_werkwijze_niet_zegt_is_leeg_en_geen_nee() -> None:
    """De ene meldt de werkgever de afronding, de andere niet; een sleutel die er niet is, geldt niet."""
    assert werkwijze(DESK).geldt("bericht_afronding", DAG)
    assert not werkwijze(POOL).geldt("bericht_afronding", DAG)
    assert not werkwijze(POOL).geldt("bestaat_niet", DAG)
    assert werkwijze(POOL).getal("bestaat_niet", DAG) is None
    assert werkwijze(POOL).eenheid("bestaat_niet") is None


def test_een_eigen_werkwijze_van_een_klant(tmp_path: Path) -> None:
    """Een bestand in de eigen map van een klant is genoeg."""
    map_ = tmp_path / "protocollen"
    map_.mkdir()
    bron = SJABLONEN.bestand(f"protocollen/{DESK}.yaml").read_text("utf-8")
    anders = bron.replace("waarde: 48", "waarde: 72").replace(f"regeling: {DESK}", "regeling: eigen-klant")
    (map_ / "eigen-klant.yaml").write_text(anders, "utf-8")
    gevonden = werkwijze_van(met(arbodienst="eigen-klant"), Sjablonen.standaard(tmp_path))

    assert gevonden is not None
    assert gevonden.uiterlijk("keuze", datum("2026-05-01")) == datum("2026-05-04")
