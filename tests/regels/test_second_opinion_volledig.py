"""A second opinion in which nothing is wrong, and what the rules about it may never say."""

from pathlib import Path

import pytest
from sohulp import AFGEWEZEN_VERZOEK, MET_WERKWIJZE, VOLLEDIG, Rij, alles, bevindingen_deel, met, stap

from dossiergen.regels import register, soort_van

GEBLOKKEERD = met(
    {
        "verloop.10": stap("geblokkeerd", "2026-03-24"),
        "verloop.11": stap("afgerond", "2026-03-24"),
        "verloop.12": stap("afgerond", "2026-03-24"),
        "advies.kern": None,
        "vrijgave.aan_bedrijfsarts": "nee",
        "reactie": None,
        "afsluitbericht": {
            "datum": "2026-03-25",
            "status": "ondertekend",
            "opsteller": "f-osinga",
            "ondertekening": {"bedrijfsarts": {"getekend_op": "2026-03-25"}},
        },
    }
)
del GEBLOKKEERD["verloop"][12]


@pytest.mark.parametrize("verzoek", [VOLLEDIG, AFGEWEZEN_VERZOEK, GEBLOKKEERD])
def test_een_verzoek_in_orde_heeft_geen_bevindingen(tmp_path: Path, verzoek: dict[str, object]) -> None:
    """Toegekend en vrijgegeven, afgewezen, of tegengehouden."""
    assert alles(tmp_path, verzoek) == []


def test_met_een_werkwijze_blijft_alleen_een_oordeel_over(tmp_path: Path) -> None:
    """De bronnen spreken elkaar tegen over een bericht van de afronding; alle termijnen zijn precies gehaald."""
    verwacht: list[Rij] = [("SO-33", "oordeel", "verloop.10.stap")]

    assert alles(tmp_path, VOLLEDIG, elders=[MET_WERKWIJZE]) == verwacht


def test_voor_de_regeling_er_was_is_een_verzoek_een_fout(tmp_path: Path) -> None:
    """De regeling geldt sinds 1 juli 2017. De dag ervoor valt er niets te toetsen, en juist dat is een fout."""
    kaal = {"artsen": ["c-vermaat", "b-smit"], "kosten": "werknemer"}
    for dag, codes in (
        ("2017-06-30", {"SO-36"}),
        ("2017-07-01", {"SO-01", "SO-02", "SO-16", "SO-29", "SO-36"}),
    ):
        verzoek = {
            **kaal,
            "verzoek": {"ontvangen_op": dag, "onderwerp": "verzuimbegeleiding"},
            "verloop": [stap("verzoek_ontvangen", dag)],
        }
        assert {f.code for f in bevindingen_deel(tmp_path / dag, verzoek)} == codes


KAPOT = {
    "verzoek.door": "werkgever",
    "verzoek.onderwerp": "aanstellingskeuring",
    "verloop": [
        stap("in_behandeling", "2026-02-15"),
        stap("consult", "2026-02-14"),
        stap("klacht", "2026-07-01"),
    ],
    "artsen": ["c-vermaat", "b-smit", "h-jansma"],
    "keuze": {"arts": "h-jansma", "tweede_keus": "d-kok"},
    "overdracht.gegevens": ["spreekuurverslagen", "brieven_behandelaars"],
    "overdracht.op": "2026-02-11",
    "toekenning.opsteller": "b-smit",
    "toekenning.datum": "2026-02-13",
    "toekenning.toelichting": "Cc: werkgever. De second opinion is bindend. Het werk is opgeschort.",
    "machtiging_overdracht.toestemming": {"belastbaarheid": "nee"},
    "vrijgave.besproken_op": "2026-03-28",
    "vrijgave.aan_werkgever": "ja",
    "vrijgave.aan_bedrijfsarts": "nee",
    "reactie.overname": "gedeeltelijk",
    "reactie.redenen": "Twijfel.",
    "reactie.advies_gewijzigd": "ja",
    "afsluitbericht": {"datum": "2026-03-29", "status": "definitief", "opsteller": "d-kok"},
    "afwijzing": {
        "datum": "2026-02-12",
        "status": "definitief",
        "opsteller": "d-kok",
        "gronden": [
            {"code": "B4", "eerder_verzoek": {"datum": "2026-03-08"}, "routes": ["mediation"]},
            {"code": "B2", "motivering": "Wentelkoorts", "feiten": ["Traag"]},
            {"code": "C"},
            {"code": "A"},
        ],
    },
}
# Words of ours, in sentences that say the same whatever was chosen.
WOORDEN = {
    "aanstellingskeuring", "afsluitbericht", "consult", "gedeeltelijk", "klacht", "machtiging", "reactie", "vrijgave",
    "werkgever", "werknemer",
}  # fmt: skip


def _waarden(deel: object) -> set[str]:
    if isinstance(deel, dict):
        return {waarde for onder in deel.values() for waarde in _waarden(onder)}
    if isinstance(deel, list):
        return {waarde for onder in deel for waarde in _waarden(onder)}
    return {str(deel)}


def test_geen_zin_herhaalt_een_waarde(tmp_path: Path) -> None:
    """Ook niet als bijna alles mis is: geen datum, persoon, stap of tekst van het verzoek."""
    verzoek = met(KAPOT)
    waarden = {waarde for waarde in _waarden(verzoek) if len(waarde) > 3} - WOORDEN
    gevonden = [f for f in bevindingen_deel(tmp_path, verzoek, elders=[MET_WERKWIJZE]) if f.code[:3] == "SO-"]
    zinnen = [f"{f.melding} {f.oplossing} {f.grond}".lower() for f in gevonden]

    assert len({f.code for f in gevonden}) > 20
    assert [waarde for waarde in waarden for zin in zinnen if waarde.lower() in zin] == []
    assert all(f.melding[0].isupper() and f.melding[-1] == "." and len(f.melding) <= 320 for f in gevonden)


def test_wat_is_gebeurd_houdt_geen_stuk_tegen() -> None:
    """Van deze codes is een fout niet meer te herstellen door het stuk te veranderen."""
    van_de_familie = [code for code in register().soorten if code.startswith("SO-")]

    assert sorted(code for code in van_de_familie if not soort_van(code).stopt) == [
        "SO-19", "SO-20", "SO-25", "SO-26", "SO-31",
    ]  # fmt: skip
    assert sorted(van_de_familie) == [f"SO-{nummer:02}" for nummer in range(1, 40) if nummer != 17]
