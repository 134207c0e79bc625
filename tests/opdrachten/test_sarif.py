"""SARIF 2.1.0: a whole document, and what stands in none."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from dossiergen.cli.sarif import als_sarif
from dossiergen.finding import CATALOGUS, Elders, Ernst, Finding, Plaats

Draai = Callable[..., subprocess.CompletedProcess[str]]

HIER = Path("/werk")
VORM = "vorm van een zaakbestand"
LETTERS = "leesbaarheid van het document"
HUISSTIJL = CATALOGUS["REF-04"].finding(
    Plaats("cases/organisaties.yaml", 7, 16),
    pad="werkgevers.zonneveld.huisstijl",
    oplossing="Bedoelt u `standaard`?",
    voorstel="standaard",
)
TEKEN = CATALOGUS["LET-01"].finding(Plaats("/werk/cases/ü b/stukken/plan van aanpak.yaml", 3, 5), pad="kern")
FINDINGS = (
    CATALOGUS["BST-01"].finding(Plaats("cases/2026-0013")),
    replace(HUISSTIJL, aanvaard=True),
    replace(TEKEN, ernst=Ernst.OORDEEL),
    CATALOGUS["UIT-05"].finding(Plaats("/elders/zaak.yaml", 1, 0)),
    CATALOGUS["UZ-01"].finding(Plaats("../zaak.yaml", 2, 1), pad="uitzonderingen.0.code"),
)


def regel(code: str, niveau: str, grond: str) -> dict[str, object]:
    soort = CATALOGUS[code]
    return {
        "id": code,
        "shortDescription": {"text": soort.titel},
        "help": {"text": soort.oplossing},
        "defaultConfiguration": {"level": niveau},
        "properties": {"grond": grond},
    }


def resultaat(
    code: str, nummer: int, niveau: str, adres: str, plek: tuple[int, int] | None = None, **rest: object
) -> dict[str, object]:
    soort = CATALOGUS[code]
    gebied: dict[str, object] = {"region": {"startLine": plek[0], "startColumn": plek[1]}} if plek else {}
    pad: dict[str, object] = (
        {"logicalLocations": [{"fullyQualifiedName": naam}]} if (naam := rest.pop("pad", None)) else {}
    )
    return {
        "ruleId": code,
        "ruleIndex": nummer,
        "kind": "fail",
        "level": niveau,
        "message": {"text": f"{soort.titel} {soort.oplossing}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": adres}, **gebied}, **pad}],
        "suppressions": [],
        **rest,
    }


def test_een_heel_document() -> None:
    """Regels die voorkomen, elk niveau, plaatsen als adres, en wat is aanvaard als onderdrukt."""
    assert json.loads(als_sarif(FINDINGS, HIER)) == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "dossiergen",
                        "version": version("dossiergen"),
                        "language": "nl",
                        "rules": [
                            regel("BST-01", "error", VORM),
                            regel("LET-01", "error", LETTERS),
                            regel("REF-04", "error", "beschikbare huisstijlen"),
                            regel("UIT-05", "note", "een definitief stuk verandert niet"),
                            regel("UZ-01", "warning", "een uitzondering aanvaardt één bevinding"),
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    resultaat("BST-01", 0, "error", "cases/2026-0013"),
                    resultaat(
                        "REF-04",
                        2,
                        "error",
                        "cases/organisaties.yaml",
                        (7, 16),
                        pad="werkgevers.zonneveld.huisstijl",
                        message={"text": "Deze huisstijl bestaat niet. Bedoelt u `standaard`?"},
                        suppressions=[{"kind": "inSource"}],
                    ),
                    resultaat(
                        "LET-01",
                        1,
                        "none",
                        "cases/%C3%BC%20b/stukken/plan%20van%20aanpak.yaml",
                        (3, 5),
                        pad="kern",
                        kind="review",
                    ),
                    resultaat("UIT-05", 3, "note", "file:///elders/zaak.yaml", (1, 1)),
                    resultaat("UZ-01", 4, "warning", "../zaak.yaml", (2, 1), pad="uitzonderingen.0.code"),
                ],
            }
        ],
    }


def test_de_andere_plaats_staat_erbij() -> None:
    """Elk als eigen plaats, met het pad waar er een is; waar er geen andere is, staat er niets."""
    elders = (
        Elders(Plaats("/werk/cases/a b/stukken/plan-van-aanpak.yaml", 12, 11), "einddoel"),
        Elders(Plaats("cases/organisaties.yaml"), ""),
    )
    document = json.loads(als_sarif((replace(HUISSTIJL, elders=elders), TEKEN), HIER))

    assert [resultaat.get("relatedLocations") for resultaat in document["runs"][0]["results"]] == [
        [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "cases/a%20b/stukken/plan-van-aanpak.yaml"},
                    "region": {"startLine": 12, "startColumn": 11},
                },
                "logicalLocations": [{"fullyQualifiedName": "einddoel"}],
            },
            {"physicalLocation": {"artifactLocation": {"uri": "cases/organisaties.yaml"}}},
        ],
        None,
    ]


def test_zonder_bevindingen_is_het_een_lege_lijst(draai: Draai) -> None:
    """Een bouwserver leest ook een zaak die in orde is; de exitcode blijft die van check."""
    klaar = draai("check", "cases/2026-0007", "--format", "sarif", "--peildatum", "2026-06-01")
    (run,) = json.loads(klaar.stdout)["runs"]

    assert (klaar.returncode, run["results"], run["tool"]["driver"]["rules"]) == (0, [], [])


@pytest.mark.parametrize("waarde", ["Smit", "123456789", "02-03-2026", "dat hoort hier niet", "t-zomer"])
def test_er_staan_geen_waarden_in(draai: Draai, waarde: str) -> None:
    """Sarif gaat naar een server; alleen sleutels en plaatsen gaan mee."""
    klaar = draai("check", "gebrekkig", "--format", "sarif", "--show-lines", "--peildatum", "2026-06-01")

    assert klaar.returncode == 1
    assert waarde not in klaar.stdout + klaar.stderr


def test_elke_regel_verwijst_naar_de_lijst_van_regels(draai: Draai) -> None:
    """`ruleIndex` en `ruleId` noemen dezelfde regel, en er staat geen regel voor niets."""
    klaar = draai("check", "gebrekkig", "--format", "sarif", "--peildatum", "2026-06-01")
    (run,) = json.loads(klaar.stdout)["runs"]
    codes = [regel["id"] for regel in run["tool"]["driver"]["rules"]]

    assert [codes[resultaat["ruleIndex"]] for resultaat in run["results"]] == [
        resultaat["ruleId"] for resultaat in run["results"]
    ]
    assert set(codes) == {resultaat["ruleId"] for resultaat in run["results"]}


def test_het_voorstel_komt_er_niet_in() -> None:
    """Een voorstel kan een waarde van de zaak zijn."""
    finding = Finding("REF-04", Ernst.FOUT, Plaats("zaak.yaml", 1, 1), "a", "b", voorstel="Jansen")

    assert "Jansen" not in als_sarif((finding,), HIER)
