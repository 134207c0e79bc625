"""Duizend zaken waarvan er twintig niet goed zijn, op tien manieren: die mislukken alleen, en de rest is er."""

import hashlib
import json
import random
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from batchhulp import Gedraaid
from dossierhulp import bestanden, vervang
from rampenhulp import (
    PEILDATUM_KLEIN,
    UITNODIGING,
    geheugendoder,
    half,
    kleine_zaken,
    loopt,
    sluit_af,
    zet_zaak,
)
from verslaghulp import LANG

SJABLONEN = Path(__file__).parents[2] / "templates"
UIT = Path("output")
AANTAL, KEREN = (1000, 2) if LANG else (16, 1)
SECONDEN = 15
MEGABYTES = 700
# A template of one's own goes wrong for some cases alone.
VALLEN = """
{% set veel = 400000000 %}{% set te_veel = 3000000000 %}
{% if stuk.afspraak.waar == "zonder einde" %}
{% for i in "x" * 99999 %}{% for j in "x" * 99999 %}{% endfor %}{% endfor %}
{% elif stuk.afspraak.waar == "te groot" %}{% set x = "x" * te_veel %}
{% elif stuk.afspraak.waar == "gedood" %}{% set x = "x" * veel %}
{% for i in "x" * 99999 %}{% for j in "x" * 99999 %}{% endfor %}{% endfor %}
{% endif %}
"""


@dataclass(frozen=True, slots=True)
class Gif:
    """What somebody did to a case, and the code of the finding or the piece of the sentence that names it."""

    doe: Callable[[Path], object]
    reden: str


def waar(tekst: str) -> Callable[[Path], None]:
    return lambda zaak: vervang(zaak / UITNODIGING, "waar: op het spreekuur", f"waar: {tekst}")


def bom(zaak: Path) -> None:
    """A billion values in ten lines."""
    regels = [f"a{nr}: &a{nr} [{', '.join([f'*a{nr - 1}'] * 10)}]" for nr in range(1, 10)]
    (zaak / "zaak.yaml").write_text("\n".join(["a0: &a0 x", *regels]), "utf-8")


def kapotte_bijlage(zaak: Path) -> None:
    (zaak / "bijlagen").mkdir()
    (zaak / "bijlagen" / "rapport.pdf").write_bytes(b"Hier stond een rapport.")


def bestand_op_plaats_van_map(zaak: Path) -> None:
    shutil.rmtree(zaak / "stukken")
    (zaak / "stukken").write_text("hier hoort een map", "utf-8")


GIF = {
    "gebroken yaml": Gif(lambda zaak: vervang(zaak / "zaak.yaml", "werkgever:", "werkgever: ["), "YML-"),
    "onbekend veld": Gif(lambda zaak: vervang(zaak / "zaak.yaml", "werkgever:", "wrkgver:"), "ID-14"),
    "tegen de regels": Gif(
        lambda zaak: vervang(zaak / UITNODIGING, "datum: 2026-02-03", "datum: 2025-12-01"), "CAL-02"
    ),
    "kapotte bijlage": Gif(kapotte_bijlage, "RIV-17"),
    "geen tekst": Gif(lambda zaak: (zaak / "zaak.yaml").write_bytes(bytes(range(256)) * 40), "YML-"),
    "bom": Gif(bom, "YML-"),
    "geen map": Gif(bestand_op_plaats_van_map, "BST-04"),
    "te groot": Gif(waar("te groot"), "Hiervoor was meer geheugen nodig dan is toegestaan."),
    "gedood": Gif(waar("gedood"), "is gestopt door het systeem (SIGKILL)"),
    "zonder einde": Gif(waar("zonder einde"), f"Dit duurde langer dan {SECONDEN} seconden"),
}


@pytest.fixture(name="zaken")
def _zaken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of cases that are in order, in the folder `cases`, and a template of one's own beside it."""
    monkeypatch.chdir(tmp_path)
    eigen = Path("eigen", "brief-uitnodiging", "sjabloon.html")
    eigen.parent.mkdir(parents=True)
    tekst = (SJABLONEN / "brief-uitnodiging/sjabloon.html").read_text("utf-8")
    assert "{% block inhoud %}" in tekst
    eigen.write_text(tekst.replace("{% block inhoud %}", "{% block inhoud %}" + VALLEN), "utf-8")
    return kleine_zaken(Path("cases"), AANTAL)


def batch(*woorden: str) -> Gedraaid:
    """Two workers, and a kernel that has no memory left for who takes most of it."""
    loper = loopt(
        *(woorden or ("cases",)),
        *("--templates", "eigen", "--peildatum", PEILDATUM_KLEIN),
        *("--jobs", "2", "--tijd", str(SECONDEN), "--geheugen", str(MEGABYTES)),
    )
    with geheugendoder(loper.pid, 350):
        return sluit_af(loper, 1200)


def vergiftig(namen: Iterable[str]) -> dict[str, str]:
    """What was done to which case; the first cases are spared, so that there is something to spoil."""
    soorten = [soort for soort in GIF if LANG or soort != "zonder einde"] * KEREN
    dobbel = random.Random(9)  # noqa: S311  no secret
    gekozen = dict(zip(sorted(dobbel.sample(sorted(namen), len(soorten))), soorten, strict=True))
    for naam, soort in gekozen.items():
        GIF[soort].doe(Path("cases", naam))
    return gekozen


def redenen(zaak: dict[str, object]) -> str:
    """All that a line says of why a case did not succeed."""
    return json.dumps([zaak["storing"], zaak["findings"]], ensure_ascii=False)


def compleet(naam: str) -> bool:
    """Whether all that the manifests of a case name lies there, as they say."""
    manifesten = sorted(Path(UIT, naam).glob("*/manifest.json"))
    return len(manifesten) == 2 and all(
        hashlib.sha256((manifest.parent / een["bestand"]).read_bytes()).hexdigest() == een["sha256"]
        for manifest in manifesten
        for een in json.loads(manifest.read_bytes())["stukken"]
    )


def tijden(namen: Iterable[str]) -> dict[str, int]:
    """When each file of these cases was last written."""
    return {str(pad): pad.stat().st_mtime_ns for naam in namen for pad in Path(UIT, naam).rglob("*")}


def genoemd(stderr: str) -> list[str]:
    """The cases in the first sentences of what is said to a person."""
    regels = [
        regel.split(": ", 1)[1]
        for regel in stderr.splitlines()
        if regel.startswith(("Mislukt: ", "Niet klaar: "))
    ]
    return sorted(naam for regel in regels for naam in regel.split(".")[0].split(", "))


def test_wat_niet_goed_is_mislukt_alleen_en_de_rest_is_er(zaken: list[str]) -> None:
    """Elke zaak die mislukt is genoemd met de reden; daarna is alleen aan die nog werk."""
    slecht = vergiftig(zaken)
    goed = sorted(set(zaken) - slecht.keys())

    eerst = batch()
    assert eerst.exit_code == 7
    assert sorted(eerst.zaken) == zaken
    assert sorted(eerst.mislukt) == sorted(slecht) == genoemd(eerst.stderr)
    assert {
        naam: redenen(eerst.zaken[naam])
        for naam, soort in slecht.items()
        if GIF[soort].reden not in redenen(eerst.zaken[naam])
    } == {}
    rapport = json.loads((UIT / "rapport.json").read_text("utf-8"))
    assert rapport["totaal"]["klaar"] == len(goed)
    niet_klaar = {zaak["zaak"]: zaak for zaak in rapport["zaken"] if zaak["stand"] != "klaar"}
    assert sorted(niet_klaar) == sorted(slecht)
    assert all(zaak["storing"] or zaak["acties"] for zaak in niet_klaar.values())
    assert list(half(UIT)) == []
    assert not list(UIT.glob(".dossiergen/tijdelijk-*"))
    assert [naam for naam in goed if not compleet(naam)] == []
    gemaakt = tijden(goed)

    tweede = batch()
    assert (tweede.exit_code, tweede.overgeslagen) == (7, goed)
    assert sorted(tweede.mislukt) == sorted(slecht)
    assert tijden(goed) == gemaakt

    for naam in slecht:
        shutil.rmtree(Path("cases", naam))
        zet_zaak(Path("cases", naam))
    derde = batch()
    assert (derde.exit_code, derde.mislukt, derde.overgeslagen) == (0, {}, goed)
    assert tijden(goed) == gemaakt
    assert [naam for naam in zaken if not compleet(naam)] == []
    enkele = [*goed[:2], *sorted(slecht)[-2:]]
    assert batch(*(f"cases/{naam}" for naam in enkele), "--output", "los").exit_code == 0
    for naam in enkele:
        assert bestanden(Path("los", naam)) == bestanden(Path(UIT, naam)) != {}
