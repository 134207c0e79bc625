"""Wat iemand antwoordt, wordt gelezen zoals mensen het schrijven."""

from pathlib import Path

import pytest

from dossiergen.dossier.aanleg.antwoord import Onbruikbaar, adres, naam
from dossiergen.dossier.aanleg.invulling import PER_SOORT
from dossiergen.dossier.aanleg.organisaties import nieuwe_sleutel
from dossiergen.dossier.aanleg.plek import vrij_kenmerk
from dossiergen.zaak import STUKSOORTEN


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("A.M. van den Berg", ("A.M.", "van den", "Berg")),
        ("A. Berg", ("A.", None, "Berg")),
        ("P.J.Th. in 't Veld-de Wit", ("P.J.Th.", "in 't", "Veld-de Wit")),
        ("Ş. Őz", ("Ş.", None, "Őz")),
        ("A.M.van Dijk", ("A.M.", "van", "Dijk")),
        ("J. van", ("J.", None, "van")),
    ],
)
def test_een_naam_is_voorletters_tussenvoegsel_en_achternaam(
    tekst: str, gelezen: tuple[str | None, ...]
) -> None:
    """Kleine woorden voor de achternaam zijn het tussenvoegsel; er blijft altijd een achternaam over."""
    antwoord = naam(tekst)

    assert tuple(antwoord.get(veld) for veld in ("voorletters", "tussenvoegsel", "achternaam")) == gelezen


@pytest.mark.parametrize(
    "tekst", ["Anna", "Berg, A.", "", "A.", "van den Berg", "mevr. N. Smit", "Drs. A. Berg"]
)
def test_een_naam_zonder_voorletters_of_met_een_titel_wordt_geweigerd(tekst: str) -> None:
    """De melding herhaalt niet wat er stond."""
    with pytest.raises(Onbruikbaar, match="voorletters"):
        naam(tekst)


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("Dorpsstraat 1, 1234 AB Zandbeek", ("Dorpsstraat 1", "1234 AB", "Zandbeek", None)),
        (
            "Dorpsstraat 1,1234ab Alphen aan den Rijn",
            ("Dorpsstraat 1", "1234 AB", "Alphen aan den Rijn", None),
        ),
        (
            "Dorpsstraat 1, 2e deur, 1234 AB, Zandbeek",
            ("Dorpsstraat 1, 2e deur", "1234 AB", "Zandbeek", None),
        ),
        ("Postbus 1, 1234 AB Zandbeek", ("Postbus 1", "1234 AB", "Zandbeek", None)),
        ("Rue Haute 1, 4000, Liège, België", ("Rue Haute 1", "4000", "Liège", "België")),
    ],
)
def test_een_adres_is_straat_postcode_en_plaats(tekst: str, gelezen: tuple[str | None, ...]) -> None:
    """Zoals op een envelop, op één regel; in het buitenland met komma's."""
    velden = adres(tekst)["adres"]

    assert isinstance(velden, dict)
    assert tuple(velden.get(veld) for veld in ("straat", "postcode", "plaats", "land")) == gelezen


@pytest.mark.parametrize("tekst", ["Dorpsstraat 1", "", "1234 AB Zandbeek", "a, b"])
def test_een_half_adres_wordt_geweigerd(tekst: str) -> None:
    """Een postcode zonder straat, of een straat zonder postcode."""
    with pytest.raises(Onbruikbaar, match="straat en huisnummer"):
        adres(tekst)


@pytest.mark.parametrize(
    ("naam_", "sleutel"),
    [
        ("K. Yıldız", "k-yildiz"),
        ("Bakkerij Roelofs & Zn.", "bakkerij-roelofs-zn"),
        ("Søren Østergård", "soren-ostergard"),
        ("Ελένη", "persoon"),
        ("J. de Vries", "j-de-vries-2"),
        ("123456789", "persoon"),
    ],
)
def test_een_sleutel_leest_als_de_naam(naam_: str, sleutel: str) -> None:
    """En is nog van niemand."""
    assert nieuwe_sleutel(naam_, "personen", ["j-de-vries"]) == sleutel


def test_het_volgende_kenmerk_volgt_op_het_hoogste(tmp_path: Path) -> None:
    """Van dit jaar; een gat wordt niet gevuld, want dat nummer kan al op een brief staan."""
    for map_ in ("2025-0900", "2026-0003", "2026-0001", "ANDERS"):
        (tmp_path / map_).mkdir()

    assert [vrij_kenmerk(tmp_path, jaar) for jaar in (2024, 2025, 2026)] == [
        "2024-0001",
        "2025-0901",
        "2026-0004",
    ]


def test_elk_soort_stuk_heeft_een_begin() -> None:
    """Wie een soort toevoegt, zegt wat er op de eerste dag in staat."""
    assert sorted(PER_SOORT) == sorted(STUKSOORTEN)
