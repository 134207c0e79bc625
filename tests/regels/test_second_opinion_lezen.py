"""SO-05, SO-15, SO-18 and SO-24 on reading: keys and choices that the law has an answer to."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from sohulp import AFGEWEZEN_VERZOEK, VOLLEDIG, Anders, met

from dossiergen.zaak import laad_bedrijfsartsdeel, laad_organisaties
from regelproef import BASIS, KENMERK, ORGANISATIES

ALLES = "Toestemming voor alles tegelijk"
TOESTEMMING = "machtiging_overdracht.toestemming"


def _gelezen(map_: Path, anders: Anders, *, afgewezen: bool = False) -> list[tuple[str, str, str]]:
    """Code, path below the request and sentence."""
    cases = Path(shutil.copytree(BASIS, map_ / "cases"))
    verzoek = met(anders, AFGEWEZEN_VERZOEK if afgewezen else VOLLEDIG)
    inhoud = {"kenmerk": KENMERK, "second_opinions": [verzoek]}
    (cases / KENMERK / "bedrijfsarts.yaml").write_text(yaml.safe_dump(inhoud, allow_unicode=True), "utf-8")
    deel = laad_bedrijfsartsdeel(cases / KENMERK, laad_organisaties(cases / ORGANISATIES))
    return [(f.code, f.pad.removeprefix("second_opinions.0."), f.melding) for f in deel.findings]


@pytest.mark.parametrize(
    ("pad", "code"),
    [
        ("toekenning.cc", "SO-15"),
        ("toekenning.CC", "SO-15"),
        ("toekenning.kopie", "SO-15"),
        ("toekenning.kopie_aan", "SO-15"),
        ("toekenning.kopie-aan", "SO-15"),
        ("toekenning.aan", "SO-15"),
        ("reactie.afschrift_werkgever", "SO-15"),
        ("toekenning.afschriften.werkgever", "SO-15"),
        ("toekenning.afschriften.casemanager", "SO-15"),
        ("toekenning.afschriften.cc", "SO-15"),
        ("machtigingen_aanvullend.0.cc", "SO-15"),
        ("cc", "SO-15"),
        ("toekenning.afschriften.bedrijfsarts", "ID-14"),
        ("toekenning.afschriften.werknemr", "ID-14"),
        ("toekenning.afschrift", "ID-14"),
        ("toekenning.werkgever", "ID-14"),
        (f"{TOESTEMMING}.alles", "SO-18"),
        (f"{TOESTEMMING}.alle_gegevens", "SO-18"),
        (f"{TOESTEMMING}.Alle gegevens", "SO-18"),
        (f"{TOESTEMMING}.volledig", "SO-18"),
        (f"{TOESTEMMING}.werkplek", "ID-14"),
        ("machtiging_overdracht.alles", "ID-14"),
    ],
)
def test_een_sleutel_die_er_niet_is_heeft_soms_een_eigen_code(tmp_path: Path, pad: str, code: str) -> None:
    """Wie er niets mee te maken heeft, en een ja voor alles tegelijk; een tikfout blijft een tikfout."""
    gevonden = _gelezen(tmp_path, {pad: "ja"})

    # A key that cannot be one is not repeated.
    *boven, sleutel = pad.split(".")
    getoond = ".".join([*boven, sleutel if re.fullmatch("[a-z_-]+", sleutel) else "?"])
    assert [(c, p) for c, p, _ in gevonden] == [(code, getoond)]
    assert gevonden[0][2].startswith(ALLES) is (code == "SO-18")


@pytest.mark.parametrize("waarde", ["ja", "nee", "alles"])
def test_een_antwoord_is_geen_toestemming(tmp_path: Path, waarde: str) -> None:
    """De melding zegt wat er wel hoort."""
    (gevonden,) = _gelezen(tmp_path, {TOESTEMMING: waarde})

    assert gevonden[:2] == ("SO-18", TOESTEMMING)
    assert gevonden[2].startswith(ALLES)


def test_een_machtiging_zonder_toestemming(tmp_path: Path) -> None:
    """Ook dan de code van de toestemming, en bij een lijst ook."""
    assert [rij[0] for rij in _gelezen(tmp_path / "a", {TOESTEMMING: None})] == ["SO-18"]
    assert [rij[0] for rij in _gelezen(tmp_path / "b", {TOESTEMMING: ["ja"]})] == ["SO-18"]


@pytest.mark.parametrize("code", ["B5", "C0", "H", "a", "B 1"])
def test_een_grond_die_er_niet_is(tmp_path: Path, code: str) -> None:
    """Bij het lezen al."""
    gevonden = _gelezen(tmp_path, {"afwijzing.gronden": [{"code": code}]}, afgewezen=True)

    assert [rij[:2] for rij in gevonden] == [("SO-05", "afwijzing.gronden.0.code")]


@pytest.mark.parametrize("overname", ["half", None])
def test_een_reactie_zegt_wat_er_wordt_overgenomen(tmp_path: Path, overname: str | None) -> None:
    """Een van de drie keuzes."""
    assert [rij[0] for rij in _gelezen(tmp_path, {"reactie.overname": overname})] == ["SO-24"]
