"""What slips through easily: near names, a refusal that is passed over, an answer that is missing, a sentence on the edge."""

from pathlib import Path

import pytest
from sohulp import AFGEWEZEN_VERZOEK, VOLLEDIG, Anders, Rij, alles, met, stap

from regelproef import ORGANISATIES, Wijziging, stuk

DIENST: Wijziging = (ORGANISATIES, "    naam: Arbo Noord\n", "    naam: ArboPlus B.V.\n")
ANDER = "    naam: Bedrijfsartsen De Linde\n"


@pytest.mark.parametrize(
    ("naam", "ernst"),
    [
        ("ArboPlus BV Maastricht", "oordeel"),
        ("Arbo Plus, locatie Eindhoven", "oordeel"),
        ("Arbo Plus", "fout"),
        ("Arbo Zuid", None),
        ("Plus Arbo", None),
    ],
)
def test_een_naam_die_bijna_gelijk_is_vraagt_een_oordeel(
    tmp_path: Path, naam: str, ernst: str | None
) -> None:
    """Een vestiging heet vaak als haar arbodienst, met een woord erbij."""
    heet: Wijziging = (ORGANISATIES, ANDER, f"    naam: {naam}\n")
    gevonden = alles(tmp_path, VOLLEDIG, ["SO-01"], elders=[DIENST, heet])

    assert {rij[1] for rij in gevonden if rij[2] == "keuze.arts"} == ({ernst} if ernst else set())


@pytest.mark.parametrize(
    ("anders", "codes", "verwacht"),
    [
        (
            {"verloop": [*VOLLEDIG["verloop"][:6], stap("machtiging_geweigerd", "2026-02-23")]},
            ["SO-20"],
            [("SO-20", "fout", "overdracht.op")],
        ),
        (
            {"verloop": [*VOLLEDIG["verloop"][:3], stap("ingetrokken", "2026-02-23")]},
            ["SO-20"],
            [("SO-20", "fout", "overdracht.op")],
        ),
        (
            {"machtigingen_aanvullend.0.akkoord": None},
            ["SO-18"],
            [("SO-18", "fout", "machtigingen_aanvullend.0.akkoord")],
        ),
        ({"artsen": ["f-osinga", "f-osinga"]}, ["SO-27"], [("SO-27", "info", "artsen")]),
        (
            {"machtiging_overdracht.status": "concept"},
            ["SO-31"],
            [("SO-31", "waarschuwing", "verloop.6.stap")],
        ),
        (
            {"reactie.niet_overgenomen": "De pauze na elk uur."},
            ["SO-24"],
            [("SO-24", "waarschuwing", "reactie.niet_overgenomen")],
        ),
        (
            {"reactie.nieuw_advies": "Twee uur per dag licht werk."},
            ["SO-24"],
            [("SO-24", "waarschuwing", "reactie.nieuw_advies")],
        ),
    ],
)
def test_wat_een_verzoek_zichzelf_tegenspreekt(
    tmp_path: Path, anders: Anders, codes: list[str], verwacht: list[Rij]
) -> None:
    """Een weigering die is overgeslagen, een antwoord dat ontbreekt, een veld dat niet past bij de keuze."""
    verzoek = met({pad: w for pad, w in anders.items() if w is not None})
    if anders.get("machtigingen_aanvullend.0.akkoord", "") is None:
        del verzoek["machtigingen_aanvullend"][0]["akkoord"]

    assert alles(tmp_path, verzoek, codes) == verwacht


@pytest.mark.parametrize(
    ("onderwerp", "code", "past"),
    [
        ("bejegening", "F", True), ("bejegening", "E", False), ("arbeidsvoorwaarden", "F", False),
        ("geschiktheid_eigen_werk", "C1", True), ("geschiktheid_eigen_werk", "C3", False), ("anders", "E", True),
    ],
)  # fmt: skip
def test_een_onderwerp_hoort_bij_zijn_eigen_grond(
    tmp_path: Path, onderwerp: str, code: str, past: bool
) -> None:
    """Wie over bejegening klaagt, krijgt geen brief over loon."""
    verzoek = met({"verzoek.onderwerp": onderwerp, "afwijzing.gronden.0.code": code}, AFGEWEZEN_VERZOEK)

    assert alles(tmp_path, verzoek, ["SO-12"]) == (
        [] if past else [("SO-12", "waarschuwing", "afwijzing.gronden")]
    )


@pytest.mark.parametrize(
    ("zin", "ernst"),
    [
        ("Ik informeer uw werkgever over deze brief.", "waarschuwing"),
        ("De casemanager krijgt hiervan bericht.", "waarschuwing"),
        ("Een kopie van deze brief gaat naar uw werkgever.", "fout"),
        ("U gaf een kopie van de brief aan uw leidinggevende.", None),
        ("U kunt zelf een kopie van deze brief aan uw werkgever geven.", None),
        ("Uw werkgever krijgt geen kopie van deze brief.", None),
    ],
)
def test_wat_de_werkgever_hoort_en_wat_de_werknemer_zelf_doet(
    tmp_path: Path, zin: str, ernst: str | None
) -> None:
    """Wat de werknemer met zijn brief doet, mag er staan."""
    gevonden = alles(tmp_path, met({"toekenning.toelichting": zin}), ["SO-15"])

    assert gevonden == ([("SO-15", ernst, "toekenning.toelichting")] if ernst else [])


def test_een_werkgever_die_antwoord_kreeg_is_geen_fout_meer(tmp_path: Path) -> None:
    """De brief over een tweede mening is het antwoord; de keuzehulp mag blijven."""
    alleen = {
        **dict.fromkeys(set(VOLLEDIG) - {"verzoek", "verloop", "keuzehulp"}),
        "verzoek.door": "werkgever",
    }
    brief: Wijziging = (
        stuk("brief-tweede-mening-01"),
        "",
        "datum: 2026-02-18\nstatus: definitief\nopsteller: c-vermaat\ngevraagd_op: 2026-02-16\nvraag: Wat kan hij?\n",
    )

    assert alles(tmp_path / "a", met(alleen), ["SO-03"]) == [("SO-03", "fout", "verzoek.door")]
    assert alles(tmp_path / "b", met(alleen), ["SO-03"], elders=[brief]) == [
        ("SO-03", "info", "verzoek.door")
    ]


@pytest.mark.parametrize("veld", ["twijfel", "advies"])
def test_een_motivering_is_niet_wat_de_werknemer_schreef(tmp_path: Path, veld: str) -> None:
    """Twijfel of advies herhalen is geen reden om af te wijzen; met een eigen reden erbij mag het."""
    zin = (
        "Volgens mij kan ik de nachten nog niet aan, want na elke nacht ben ik twee dagen lang uit mijn doen en "
        "slaap ik overdag slecht."
    )
    eigen = str(AFGEWEZEN_VERZOEK["afwijzing"]["gronden"][0]["motivering"])
    gevonden = [
        alles(
            tmp_path / str(nummer),
            met({f"verzoek.{veld}": zin, "afwijzing.gronden.0.motivering": tekst}, AFGEWEZEN_VERZOEK),
            ["SO-06"],
        )
        for nummer, tekst in enumerate((zin, f"{zin} Dus nee.", f"{zin} {eigen}"))
    ]

    assert gevonden == [[("SO-06", "fout", "afwijzing.gronden.0.motivering")]] * 2 + [[]]


def test_de_tekst_van_een_andere_grond_is_ook_geen_motivering(tmp_path: Path) -> None:
    """Een bijna gelijke tekst van grond A onder grond E zegt niets over deze zaak."""
    tekst = (
        "Een second opinion gaat over een advies bij ziekteverzuim, over een gezondheidsonderzoek voor het werk, of "
        "over een vraag over gezondheid en werk. Uw verzoek gaat over iets anders, dat begrijpt u vast."
    )
    gevonden = alles(tmp_path, met({"afwijzing.gronden.0.motivering": tekst}, AFGEWEZEN_VERZOEK), ["SO-06"])

    assert gevonden == [("SO-06", "fout", "afwijzing.gronden.0.motivering")]
