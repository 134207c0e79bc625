"""SO-01: the same service is found however it is spelled, and another one is left alone."""

from pathlib import Path

import pytest
from sohulp import VOLLEDIG, alles, met, stap

from regelproef import ORGANISATIES, ZAAK, Wijziging

EIGEN, ANDER = "naam: Arbo Noord", "naam: Bedrijfsartsen De Linde"
KVK_EIGEN, KVK_ANDER, KVK_WERKGEVER = '"07654321"', '"07654322"', '"01234567"'
# Without the numbers, so that only the name can tell.
GEEN_KVK: tuple[Wijziging, ...] = (
    (ORGANISATIES, f"    kvk_nummer: {KVK_EIGEN}\n", ""),
    (ORGANISATIES, f"    kvk_nummer: {KVK_ANDER}\n", ""),
)
ALLE_ARTSEN = [("SO-01", "fout", pad) for pad in ("artsen.0", "artsen.1", "keuze.arts", "keuze.tweede_keus")]

# A name, another way to write it, and whether they are one service.
NAMEN = [
    ("ArboPlus B.V.", "Arbo Plus BV", True),
    ("ArboPlus B.V.", "ARBOPLUS", True),
    ("ArboPlus B.V.", "Arbo-Plus b.v", True),
    ("ArboPlus B.V.", "B.V. ArboPlus", True),
    ("ArboPlus B.V.", "Arbo Plus B V", True),
    ("ArboPlus B.V.", "ArboPlusBV", True),
    ("ArboPlus B.V.", "Besloten Vennootschap Arbo Plus", True),
    ("ArboPlus B.V.", "Arbo Plus N.V.", True),
    ("ArboPlus B.V.", "Stichting Arboplus", True),
    ("ArboPlus B.V.", "Coöperatie ArboPlus U.A.", True),
    ("ArboPlus B.V.", "ArboPlus v.o.f.", True),
    ("ArboPlus B.V.", "ArboPlus Groep", True),
    ("ArboPlus B.V.", "ArboPlus Nederland Holding B.V.", True),
    ("ArboPlus B.V.", "Arbodienst ArboPlus", True),
    ("ArboPlus B.V.", "Árbo Plüs", True),
    ("ArboPlus B.V.", "Arbo\u00a0Plus", True),
    ("ArboPlus B.V.", "Arbo\u2011Plus", True),
    ("ArboPlus B.V.", "Arbo+", True),
    ("Mens & Werk", "Mens en Werk", True),
    ("Mens & Werk", "Mens&Werk B.V.", True),
    ("Mens & Werk", "Mens + Werk", True),
    ("Sønder Arbo", "Sonder Arbo", True),
    ("De Arbodienst", "Arbodienst B.V.", True),
    ("Van Dam Arbozorg", "van Dam arbozorg bv", True),
    ("ArboPlus B.V.", "ArboPluim B.V.", False),
    ("ArboPlus B.V.", "Arbo B.V.", False),
    ("ArboPlus Noord", "ArboPlus Zuid", False),
    ("De Arbodienst", "Het Arbohuis", False),
    ("Van Dam Arbozorg", "Dam Arbozorg", False),
    ("A.B. Vries", "Vries", False),
    ("Arbodienst B.V.", "Stichting N.V.", False),
    ("!", "?", False),
]


@pytest.mark.parametrize(("eigen", "ander", "zelfde"), NAMEN)
def test_de_schrijfwijze_maakt_geen_andere_dienst(
    tmp_path: Path, eigen: str, ander: str, zelfde: bool
) -> None:
    """Hoofdletters, spaties, punten, accenten, rechtsvorm en soort van organisatie zeggen niet wie het is."""
    namen = ((ORGANISATIES, EIGEN, f'naam: "{eigen}"'), (ORGANISATIES, ANDER, f'naam: "{ander}"'))

    assert alles(tmp_path / "a", VOLLEDIG, elders=[*GEEN_KVK, *namen]) == (ALLE_ARTSEN if zelfde else [])
    omgekeerd = ((ORGANISATIES, EIGEN, f'naam: "{ander}"'), (ORGANISATIES, ANDER, f'naam: "{eigen}"'))
    assert alles(tmp_path / "b", VOLLEDIG, elders=[*GEEN_KVK, *omgekeerd]) == (ALLE_ARTSEN if zelfde else [])


def _groep(naam: str, groep: str) -> Wijziging:
    return (ORGANISATIES, naam, f"{naam}\n    groep: {groep}")


VERBANDEN: dict[str, tuple[tuple[Wijziging, ...], bool]] = {
    "niets gemeen": ((), False),
    "hetzelfde nummer": (((ORGANISATIES, KVK_ANDER, KVK_EIGEN),), True),
    "hetzelfde nummer zonder nul": (((ORGANISATIES, KVK_ANDER, "7654321"),), True),
    "hetzelfde nummer met punten": (((ORGANISATIES, KVK_ANDER, '"0765.4321"'),), True),
    "hetzelfde nummer met letters ervoor": (((ORGANISATIES, KVK_ANDER, "KvK 07654321"),), True),
    "twee keer geen nummer": (GEEN_KVK, False),
    "twee keer alleen nullen": (
        ((ORGANISATIES, KVK_ANDER, '"0"'), (ORGANISATIES, KVK_EIGEN, '"00000000"')),
        False,
    ),
    "dezelfde groep": ((_groep(EIGEN, "Windroos B.V."), _groep(ANDER, "De Windroos")), True),
    "een andere groep": ((_groep(EIGEN, "Windroos"), _groep(ANDER, "Windvaan")), False),
    "de groep heet als de eigen dienst": ((_groep(ANDER, "Arbo Noord Groep"),), True),
    "de eigen groep heet als de andere dienst": ((_groep(EIGEN, "De Linde, bedrijfsartsen"),), False),
    "de eigen groep heet precies als de andere dienst": ((_groep(EIGEN, "Bedrijfsartsen de Linde"),), True),
    "het nummer van de werkgever": (((ORGANISATIES, KVK_ANDER, KVK_WERKGEVER),), True),
    "de naam van de werkgever": (((ORGANISATIES, ANDER, "naam: Bakkerij Zonneveld B.V."),), True),
    "de arbodienst van de werkgever": (((ORGANISATIES, ANDER, "naam: Arbodienst Bakkerij Zonneveld"),), True),
    "de groep van de werkgever": ((_groep(ANDER, "Bakkerij Zonneveld"),), True),
    "de arts is ook contactpersoon": (
        ((ORGANISATIES, "contactpersoon: d-kok", "contactpersoon: f-osinga"),),
        True,
    ),
}


@pytest.mark.parametrize("naam", VERBANDEN)
def test_ook_zonder_dezelfde_naam_kan_het_dezelfde_dienst_zijn(tmp_path: Path, naam: str) -> None:
    """Nummer, concern en werkgever tellen mee; wat niet is ingevuld, verbindt niemand."""
    wijzigingen, zelfde = VERBANDEN[naam]
    gevonden = {pad for _, _, pad in alles(tmp_path, VOLLEDIG, ["SO-01"], elders=wijzigingen)}

    assert ("artsen.0" in gevonden) is zelfde
    assert ("artsen.1" in gevonden) is (zelfde and naam != "de arts is ook contactpersoon")


def _bedrijfsarts(*namen: str) -> Wijziging:
    regels = "".join(
        f"  - {{persoon: {naam}, vanaf: {vanaf}}}\n" for naam, vanaf in (n.split("@") for n in namen)
    )
    return (ZAAK, "  - {persoon: c-vermaat, vanaf: 2026-01-05}\n", regels)


OPVOLGING: dict[str, tuple[tuple[str, ...], dict[str, object], bool]] = {
    "de eigen bedrijfsarts": (("f-osinga@2026-01-05",), {}, True),
    "opgevolgd voor het verzoek": (("c-vermaat@2026-01-05", "f-osinga@2026-02-16"), {}, True),
    "opgevolgd voor de keuze": (("c-vermaat@2026-01-05", "f-osinga@2026-02-22"), {}, True),
    "opgevolgd voor het spreekuur": (("c-vermaat@2026-01-05", "f-osinga@2026-03-17"), {}, True),
    "opgevolgd na het spreekuur": (("c-vermaat@2026-01-05", "f-osinga@2026-03-18"), {}, False),
    "het advies is van een eerdere": (("f-osinga@2026-01-05", "c-vermaat@2026-02-13"), {}, True),
    "het advies is van een latere": (("f-osinga@2026-01-05", "c-vermaat@2026-02-12"), {}, False),
    "het verzoek noemt van wie het advies is": (
        ("c-vermaat@2026-01-05",),
        {"verzoek.bedrijfsarts": "f-osinga"},
        True,
    ),
}


@pytest.mark.parametrize("naam", OPVOLGING)
def test_na_een_opvolging_telt_wie_adviseerde_en_wie_begeleidt(tmp_path: Path, naam: str) -> None:
    """Vergeleken wordt met de arts van het advies en met die van nu, tot de dag van het spreekuur."""
    artsen, anders, zelfde = OPVOLGING[naam]
    gevonden = alles(tmp_path, met(anders), ["SO-01"], elders=[_bedrijfsarts(*artsen)])

    assert bool(gevonden) is zelfde


@pytest.mark.parametrize(
    ("arts", "militair", "ernst"),
    [
        ("f-osinga", "nee", None),
        ("h-jansma", "nee", "oordeel"),
        ("h-jansma", "ja", None),
        ("c-vermaat", "nee", "fout"),
        ("c-vermaat", "ja", "fout"),
    ],
)
def test_van_wie_niemand_weet_waar_hij_werkt(
    tmp_path: Path, arts: str, militair: str, ernst: str | None
) -> None:
    """Een oordeel; bij een militair mag het dezelfde dienst zijn, maar niet dezelfde arts."""
    verwacht = [("SO-01", ernst, "artsen.0")] if ernst else []
    anders = {"artsen.0": arts, "militair": militair}

    assert alles(tmp_path, met(anders), ["SO-01"]) == verwacht


def test_een_militair_mag_naar_een_arts_van_dezelfde_dienst(tmp_path: Path) -> None:
    """De enige uitzondering van de wet."""
    zelfde = [(ORGANISATIES, "arbodienst: artsen-de-linde", "arbodienst: arbo-noord")]

    assert alles(tmp_path / "a", met({"militair": "ja"}), elders=zelfde) == []
    assert alles(tmp_path / "b", VOLLEDIG, elders=zelfde) == ALLE_ARTSEN


def test_een_nieuwe_keuze_telt_vanaf_haar_eigen_dag(tmp_path: Path) -> None:
    """Kon de eerste arts niet, dan wordt vergeleken tot de dag van de laatste keuze."""
    verloop = [*VOLLEDIG["verloop"][:8], stap("keuze_gemaakt", "2026-02-26")]
    gekozen = [_bedrijfsarts("c-vermaat@2026-01-05", "f-osinga@2026-02-26")]

    assert alles(tmp_path, met({"verloop": verloop}), ["SO-01"], elders=gekozen) == [
        ("SO-01", "fout", "artsen.0"),
        ("SO-01", "fout", "artsen.1"),
        ("SO-01", "fout", "keuze.arts"),
        ("SO-01", "fout", "keuze.tweede_keus"),
    ]
