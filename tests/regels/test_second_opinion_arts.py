"""SO-02 and SO-27 to SO-29: who may give a second opinion, out of how many is chosen, and who pays."""

from pathlib import Path

import pytest
from sohulp import MET_WERKWIJZE, VOLLEDIG, Anders, Rij, alles, met, met_elders

from regelproef import ORGANISATIES, Wijziging

OSINGA = "achternaam: Osinga\n    functie: bedrijfsarts\n    rol: "
GEEN_CONTRACT: Wijziging = (
    ORGANISATIES,
    "    second_opinion:\n      naam: Contract second opinions Arbo Noord\n      artsen: [f-osinga, g-terpstra]\n",
    "",
)


@pytest.mark.parametrize("rol", ["arts_onder_supervisie", "arbeidsdeskundige", "casemanager", "overig"])
def test_alleen_een_bedrijfsarts_geeft_een_second_opinion(tmp_path: Path, rol: str) -> None:
    """Bij elk veld dat de persoon noemt."""
    anders = [(ORGANISATIES, f"{OSINGA}bedrijfsarts", f"{OSINGA}{rol}")]
    verwacht: list[Rij] = [("SO-02", "fout", "artsen.0"), ("SO-02", "fout", "keuze.arts")]

    assert alles(tmp_path, VOLLEDIG, ["SO-02"], elders=anders) == verwacht
    assert alles(tmp_path / "b", met({"keuze.tweede_keus": "d-kok"}), ["SO-02"]) == [
        ("SO-02", "fout", "keuze.tweede_keus")
    ]


CONCEPT: Anders = {"toekenning.status": "concept", "toekenning.ondertekening": None}
TE_KIEZEN: dict[str, tuple[Anders, list[Rij]]] = {
    "twee artsen": ({}, []),
    "drie artsen": ({"artsen": ["f-osinga", "g-terpstra", "h-jansma"]}, []),
    "een arts": ({"artsen": ["f-osinga"]}, [("SO-27", "info", "artsen")]),
    "geen arts": ({"artsen": None}, [("SO-27", "fout", "toekenning")]),
    "geen arts in een concept": ({"artsen": None, **CONCEPT}, [("SO-27", "info", "artsen")]),
    "geen arts en nog geen brief": ({"artsen": None, "toekenning": None}, []),
}


@pytest.mark.parametrize("naam", TE_KIEZEN)
@pytest.mark.parametrize("elders", [[], [MET_WERKWIJZE]], ids=["zonder werkwijze", "met werkwijze"])
def test_de_werknemer_heeft_iets_te_kiezen(tmp_path: Path, naam: str, elders: list[Wijziging]) -> None:
    """Geen arts in een vastgestelde brief is een fout, minder dan twee is info."""
    anders, verwacht = TE_KIEZEN[naam]

    assert alles(tmp_path, met(anders), ["SO-27"], elders=elders) == verwacht


def test_een_aanbieder_kan_er_liever_meer_hebben(tmp_path: Path) -> None:
    """Hoeveel artsen liefst, zegt de werkwijze; is dat er een, dan is een genoeg."""
    elders = [(ORGANISATIES, MET_WERKWIJZE[1], MET_WERKWIJZE[2].replace("verzuimdesk", "artsenpool"))]

    assert alles(tmp_path, met({"artsen": ["f-osinga"]}), ["SO-27"], elders=elders) == [
        ("SO-27", "info", "artsen")
    ]


BUITEN: Anders = {"keuze": {"arts": "h-jansma"}}
IN_CONTRACT: Anders = {"artsen": ["f-osinga"], "keuze": {"arts": "g-terpstra"}}
SO_28: list[Rij] = [("SO-28", "fout", "keuze.instemming_werkgever")]
SO_29: list[Rij] = [("SO-29", "fout", "kosten")]
KOSTEN: dict[str, tuple[Anders, list[Rij]]] = {
    "in het contract, werkgever betaalt": ({}, []),
    "in het contract, werknemer betaalt": ({"kosten": "werknemer"}, SO_29),
    "in het contract en niet voorgesteld, werknemer betaalt": ({**IN_CONTRACT, "kosten": "werknemer"}, SO_29),
    "in het contract en niet voorgesteld, werkgever betaalt": (IN_CONTRACT, []),
    "buiten het contract, niemand zegt iets": (BUITEN, SO_28),
    "buiten het contract, werkgever stemt in": ({**BUITEN, "keuze.instemming_werkgever": "ja"}, []),
    "buiten het contract, werkgever stemt niet in": ({**BUITEN, "keuze.instemming_werkgever": "nee"}, SO_28),
    "buiten het contract, werknemer betaalt": ({**BUITEN, "kosten": "werknemer"}, []),
    "buiten het contract, instemming en werknemer betaalt": (
        {**BUITEN, "keuze.instemming_werkgever": "ja", "kosten": "werknemer"},
        SO_29,
    ),
    "buiten het contract maar voorgesteld, werknemer betaalt": (
        {**BUITEN, "artsen": ["h-jansma", "f-osinga"], "kosten": "werknemer"},
        SO_29,
    ),
    "buiten het contract, kosten niet ingevuld": ({**BUITEN, "kosten": None}, []),
    "nog geen keuze, werknemer betaalt": ({"keuze": None, "kosten": "werknemer"}, SO_29),
    "nog geen keuze, werkgever betaalt": ({"keuze": None}, []),
}


@pytest.mark.parametrize("naam", KOSTEN)
def test_wie_betaalt_volgt_uit_contract_en_instemming(tmp_path: Path, naam: str) -> None:
    """De werkgever betaalt binnen het contract en waar hij mee instemt; anders betaalt de werknemer."""
    anders, verwacht = KOSTEN[naam]

    assert alles(tmp_path, met(anders), ["SO-28", "SO-29"]) == verwacht


def test_zonder_contract_is_niemand_erbuiten(tmp_path: Path) -> None:
    """Wie het contract niet opschreef, krijgt daar geen bevinding over een arts buiten het contract van."""
    for kosten in ("werkgever", "werknemer"):
        verzoek = met({**BUITEN, "kosten": kosten})
        assert alles(tmp_path / kosten, verzoek, ["SO-28", "SO-29"], elders=[GEEN_CONTRACT]) == []


def test_een_eigen_contract_van_de_werkgever_gaat_voor(tmp_path: Path) -> None:
    """Dan staan de artsen van de arbodienst er niet meer in."""
    eigen = "    contactpersoon: d-kok\n    second_opinion: {naam: Eigen contract, artsen: [h-jansma]}\n"
    elders = [(ORGANISATIES, "    contactpersoon: d-kok\n", eigen)]

    assert alles(tmp_path, VOLLEDIG, ["SO-28", "SO-29"], elders=elders) == SO_28
    assert alles(tmp_path / "b", met(BUITEN), ["SO-28", "SO-29"], elders=elders) == []


def test_bij_de_keuze_staat_ook_waar_de_kosten_staan(tmp_path: Path) -> None:
    """De twee velden die elkaar tegenspreken."""
    assert met_elders(tmp_path, met(BUITEN), ["SO-28"]) == [
        ("SO-28", "keuze.instemming_werkgever", (("bedrijfsarts.yaml", "kosten"),))
    ]
