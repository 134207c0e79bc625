"""SO-06: an argument of this very case, and what only looks like one."""

from pathlib import Path

import pytest
from sohulp import AFGEWEZEN_VERZOEK, MOTIVERING, Rij, alles, bevindingen_deel, met, met_elders

from dossiergen.recht import recht
from dossiergen.second_opinion.gronden import grondtekst, hoofdgrond
from dossiergen.zaak.second_opinion_stukken import Grondcode

PAD = "afwijzing.gronden.0.motivering"
FOUT: list[Rij] = [("SO-06", "fout", PAD)]


def _tekst(code: str) -> str:
    return grondtekst(Grondcode(code), lambda sleutel: recht().waarden[sleutel].waarden[0].waarde)


def _gevonden(map_: Path, motivering: str | None, code: str = "E", status: str = "definitief") -> list[Rij]:
    grond = {"code": code, **({"motivering": motivering} if motivering else {})}
    anders = {"afwijzing.gronden": [grond], "afwijzing.status": status}
    return alles(map_, met(anders, AFGEWEZEN_VERZOEK), ["SO-06"])


EIGEN = (
    "U vroeg of een andere arts wil kijken naar de keuze voor een operatie aan uw knie. Over die keuze heb ik niets gezegd: "
    "die maakt u met uw orthopeed. Ik heb alleen gezegd hoeveel uur u kunt staan."
)
# Just a hundred characters, of which every limit on length counts one.
HONDERD = (
    "U vroeg naar uw loon over mei. Daar gaf ik geen advies over, en dat heb ik gisteren met u besproken."
)
E = _tekst("E")

GEEN_MOTIVERING: dict[str, str | None] = {
    "niets": None,
    "te kort": HONDERD[:-1],
    "alleen lang door spaties": HONDERD[:-1].replace(" ", "  "),
    "een letter": "a " * 80,
    "een woord": "omdat " * 30,
    "elf woorden, vaak": "u vroeg mij naar uw loon en dat is niet medisch " * 4,
    "de tekst van de grond": E,
    "in hoofdletters": E.upper(),
    "zonder leestekens": E.replace(".", "").replace(",", ""),
    "met streepjes": E.replace(" ", "-").replace("-Zij", " Zij"),
    "met accenten": E.replace("vraag", "vráág"),
    "op andere regels": E.replace(" ", "\n"),
    "met een slot": f"{E} Daarom wijs ik uw verzoek af.",
    "met een begin": f"Ik wijs uw verzoek af. {E}",
    "met begin en slot": f"Ik heb goed nagedacht. {E} Het spijt me voor u.",
    "in een andere volgorde": " ".join(reversed(E.split(". "))) + " Zo zie ik dat, en dat is ook echt zo.",
    "met woorden ertussen": E.replace("vraag", "lange vraag").replace("gaat", "gaat hier echt"),
    "de eerste zin, en nog wat": f"{E.split('. ')[0]}. Dat is mijn oordeel over deze kwestie en verder niets anders.",
    "de tekst van een andere grond": _tekst("A"),
    "de tekst van nog een andere grond": f"{_tekst('F')} Vandaar.",
}


@pytest.mark.parametrize("naam", GEEN_MOTIVERING)
def test_dit_is_geen_motivering(tmp_path: Path, naam: str) -> None:
    """Te kort, te weinig woorden, of wat al in de brief staat."""
    assert _gevonden(tmp_path, GEEN_MOTIVERING[naam]) == FOUT


@pytest.mark.parametrize("motivering", [HONDERD, MOTIVERING, EIGEN], ids=["kort", "gewoon", "langer"])
@pytest.mark.parametrize("code", ["A", "B1", "B4", "C1", "C3", "D", "E", "F", "G"])
def test_eigen_woorden_zijn_een_motivering(tmp_path: Path, motivering: str, code: str) -> None:
    """Bij elke grond, ook als een woord van de grond erin staat."""
    assert _gevonden(tmp_path, motivering, code) == []


@pytest.mark.parametrize("code", [code.value for code in Grondcode])
def test_de_tekst_van_elke_grond_is_geen_motivering(tmp_path: Path, code: str) -> None:
    """Ook met die van de hoofdgrond ervoor, zoals hij in de brief staat."""
    tekst = _tekst(code)
    samen = f"{_tekst(hoofdgrond(Grondcode(code)).value)} {tekst}"

    assert _gevonden(tmp_path / "a", tekst, code) == FOUT
    assert _gevonden(tmp_path / "b", samen, code) == FOUT
    assert _gevonden(tmp_path / "c", f"{samen} Daarom wijs ik het verzoek af.", code) == FOUT


def test_de_tekst_van_de_grond_mag_in_een_motivering_staan(tmp_path: Path) -> None:
    """Als er genoeg van deze zaak bij staat."""
    assert _gevonden(tmp_path, f"{_tekst('C1')} {EIGEN}", "C1") == []
    assert _gevonden(tmp_path / "b", f"{EIGEN} {E}") == []


def test_een_concept_mag_nog_wachten(tmp_path: Path) -> None:
    """Dan is het een waarschuwing."""
    assert _gevonden(tmp_path, None, status="concept") == [("SO-06", "waarschuwing", PAD)]


def test_een_motivering_hoort_bij_een_grond(tmp_path: Path) -> None:
    """Onder een tweede grond is zij een fout, ook als alleen de leestekens anders zijn; twee teksten zijn goed."""
    gronden = [
        {"code": "E", "motivering": MOTIVERING},
        {"code": "F", "motivering": MOTIVERING.upper().replace(".", " !")},
        {"code": "D", "motivering": EIGEN},
    ]
    verzoek = met({"afwijzing.gronden": gronden}, AFGEWEZEN_VERZOEK)

    assert met_elders(tmp_path, verzoek, ["SO-06"]) == [
        ("SO-06", "afwijzing.gronden.1.motivering", (("bedrijfsarts.yaml", PAD),))
    ]


def test_elke_grond_zonder_motivering_heeft_een_eigen_bevinding(tmp_path: Path) -> None:
    """Twee keer niets is niet twee keer hetzelfde."""
    verzoek = met({"afwijzing.gronden": [{"code": "E"}, {"code": "F"}]}, AFGEWEZEN_VERZOEK)
    gevonden = bevindingen_deel(tmp_path, verzoek)

    assert [(f.pad[-24:], f.melding) for f in gevonden if f.code == "SO-06"] == [
        (f"ing.gronden.{nummer}.motivering"[-24:], "De motivering ontbreekt.") for nummer in range(2)
    ]


def test_de_zin_noemt_een_eigen_grens(tmp_path: Path) -> None:
    """Wie de grens niet in de wet vindt, weet dan waarom."""
    for naam, zin in (
        ("te kort", "korter dan 100 tekens; dat is een eigen grens van dossiergen."),
        ("een woord", "minder dan 12 verschillende woorden; dat is een eigen grens van dossiergen."),
    ):
        anders = {"afwijzing.gronden.0.motivering": GEEN_MOTIVERING[naam]}
        verzoek = met(anders, AFGEWEZEN_VERZOEK)
        assert any(f.melding.endswith(zin) for f in bevindingen_deel(tmp_path / naam, verzoek))
