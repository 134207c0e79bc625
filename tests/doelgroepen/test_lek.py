"""Whatever only bedrijfsarts.yaml says is said nowhere outside `vertrouwelijk/`: in no byte, no name, no message."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from doelgroepen.lekzoeker import alleen_daar, geheimen, gezegd, samen
from doelgroepen.voorbeelden import CASES, KENMERKEN
from dossiergen import regels
from dossiergen.cli.hoofd import groep
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from dossiergen.zaak.yaml import lees

LANG = os.environ.get("DOSSIERGEN_LANG") == "1"
PEILDATUM = ("--peildatum", "2026-06-01")
EIGEN = """\
kenmerk: 2025-0377
medische_informatie:
  datum: 2026-02-17
  status: definitief
  opsteller: a-de-boer
  diagnose: Geheimziekte van Zwartwater, met een huisknop-syndroom.
  behandeling: Dr. Quakkelaar geeft wekelijks kwiksalf; de fysiotherapeut dolfijnt.
  beloop: Wisselend, met terugvallen na ijskoud appelmoes.
  beperkingen: Kan geen trompet horen (zie audiogram 4711-bis).
  prognose: Volgens de geneesheer dertien manen.
  onderliggende_gegevens: Röntgenbeeld Ω-kwadrant, bloedwaarde 77,31 mmol.
omstandigheden:
  prive: ja
  toelichting: Mantelzorg voor een zieke papegaai en een scheiding.
"""


REGELS = Path(regels.__file__).parent
ALLES = (("render",), ("riv", "--toch")) if LANG else (("render",),)
"""All documents, and where the tests look long the folders of the verslag."""
GEHEIM = frozenset({"geheimziekte", "zwartwater", "huisknop", "quakkelaar", "papegaai", "77,31", "4711"})
"""Of the words that stand in it, some that no message could have of itself."""


def draai(*woorden: str) -> str:
    """What a command says, on both streams."""
    klaar = CliRunner().invoke(groep, [*woorden, *PEILDATUM])
    assert klaar.exception is None or isinstance(klaar.exception, SystemExit), klaar.exception
    return klaar.stdout + klaar.stderr


def zaakmap(kenmerk: str, onder: Path, eigen: str | None) -> Path:
    """A copy of a sample case, with what the bedrijfsarts keeps if that is given."""
    map_ = Path(shutil.copytree(CASES / kenmerk, onder / kenmerk, ignore=shutil.ignore_patterns(BESTAND)))
    shutil.copy(CASES / "organisaties.yaml", onder)
    if eigen is not None:
        (map_ / BESTAND).write_text(eigen, "utf-8")
    return map_


def buiten(gezegd_: Mapping[str, str]) -> dict[str, str]:
    """Of all that is said, what is not for the bedrijfsarts and the employee alone."""
    return {naam: tekst for naam, tekst in gezegd_.items() if "vertrouwelijk" not in naam.split("/")}


def wat_anderen_ook_zeggen(map_: Path) -> list[str]:
    """The other files of a case and the texts of ours: those of templates, and those of rules, which a finding may repeat."""
    van_de_zaak = [pad for pad in map_.parent.rglob("*.yaml") if pad.name != BESTAND]
    van_ons = [pad for pad in Sjablonen.standaard().mappen[0].rglob("*") if pad.suffix in {".html", ".yaml"}]
    van_regels = [pad for pad in REGELS.rglob("*") if pad.suffix in {".py", ".yaml"}]
    return [samen(pad.read_text("utf-8")) for pad in (*van_de_zaak, *van_ons, *van_regels)]


def eigen_bestanden() -> list[tuple[str, str]]:
    """What the bedrijfsarts keeps of a case: that of the test, and where it looks long that of every sample case."""
    van_voorbeelden = [
        (kenmerk, (CASES / kenmerk / BESTAND).read_text("utf-8"))
        for kenmerk in KENMERKEN
        if LANG and (CASES / kenmerk / BESTAND).exists()
    ]
    return [("2025-0377", EIGEN), *van_voorbeelden]


@pytest.mark.parametrize(("kenmerk", "eigen"), eigen_bestanden(), ids=lambda deel: deel[:9])
def test_wat_alleen_de_bedrijfsarts_weet_staat_nergens_anders(
    tmp_path: Path, kenmerk: str, eigen: str
) -> None:
    """Met en zonder bedrijfsarts.yaml is alles buiten vertrouwelijk/ gelijk, en geen woord daarvan staat erbuiten."""
    met, zonder = zaakmap(kenmerk, tmp_path / "met", eigen), zaakmap(kenmerk, tmp_path / "zonder", None)
    gemeld = "".join(draai(*opdracht, str(met), "--output", str(tmp_path / "uit")) for opdracht in ALLES)
    for opdracht in ALLES:
        draai(*opdracht, str(zonder), "--output", str(tmp_path / "uit-zonder"))
    alles, zonder_deel = gezegd(tmp_path / "uit"), gezegd(tmp_path / "uit-zonder")
    data, _ = lees(met / BESTAND, BESTAND)
    assert data is not None
    geheim = alleen_daar(geheimen(data.data), (*wat_anderen_ook_zeggen(met), *zonder_deel.values()))

    assert buiten(alles) == zonder_deel
    assert gelekt(geheim, [*buiten(alles).values(), gemeld]) == []
    assert bool(gelekt(geheim, alles.values())) is bool(geheim), "dan zoekt deze toets naar niets"


def gelekt(geheim: Iterable[str], teksten: Iterable[str]) -> list[str]:
    alles = "\n".join(map(samen, teksten))
    return sorted(woord for woord in geheim if woord in alles)


@pytest.mark.parametrize(
    "opdracht",
    [
        ("check",),
        ("check", "--format", "json"),
        ("check", "--format", "sarif"),
        ("status",),
        ("status", "--format", "json"),
        ("render", "--output", "{uit}"),
        ("render", "--output", "{uit}", "--format", "json"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("diagnose:", "diagnsoe:"),
        ("datum: 2026-02-17", "datum: Geheimziekte"),
        ("prive: ja", "prive: Geheimziekte"),
        ("opsteller: a-de-boer", "opsteller: geheimziekte"),
        ("diagnose: Geheim", "diagnose: {Geheim"),
        ("diagnose: Geheim", "diagnose: [Geheim"),
        ("diagnose: Geheim", "kenmerk: Geheim"),
        ("kenmerk: 2026-0007", "kenmerk: GEHEIMZIEKTE"),
    ],
)
def test_een_fout_in_het_eigen_deel_noemt_geen_waarde(
    tmp_path: Path, opdracht: tuple[str, ...], oud: str, nieuw: str
) -> None:
    """De melding zegt waar het staat en wat eraan moet gebeuren, niet wat er staat."""
    map_ = zaakmap("2026-0007", tmp_path, EIGEN.replace("2025-0377", "2026-0007").replace(oud, nieuw))
    naam, *opties = opdracht
    gemeld = draai(naam, str(map_), *(optie.format(uit=tmp_path / "uit") for optie in opties))

    assert BESTAND in gemeld or naam == "status"
    assert gelekt(GEHEIM, [gemeld]) == []
