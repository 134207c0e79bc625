"""Een handtekening komt in het bestand van haar stuk, en verder verandert daar niets."""

import datetime as dt
import difflib
import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dossiergen.dossier.herschrijf import herschreven_bestand
from dossiergen.dossier.ondertekenen.tekenaar import wie_tekent
from dossiergen.dossier.ondertekenen.vastleggen import Gezet, leg_vast
from dossiergen.dossier.wijzigen import Toepassing
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Partij
from dossiergen.zaak import Stuk, Zaak, laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from dossiergen.zaak.bedrijfsartsdeel import BESTAND, Bedrijfsartsdeel
from dossiergen.zaak.stukgegevens import Wijze
from dossierhulp import CASES, vervang

PEILDATUM = dt.date(2026, 6, 1)
SJABLONEN = Sjablonen.standaard()
PLAN = "stukken/plan-van-aanpak.yaml"
HAND, DIGITAAL = Wijze.MET_DE_HAND, Wijze.DIGITAAL


def stukken_van(map_: Path) -> tuple[Zaak, dict[str, Stuk]]:
    """De zaak en haar stukken, ook die van de bedrijfsarts, op naam."""
    gedeeld = laad_organisaties(map_.parent / "organisaties.yaml")
    zaak, deel = laad_zaak(map_, gedeeld).zaak, laad_bedrijfsartsdeel(map_, gedeeld).deel
    assert zaak is not None
    return zaak, {een.naam: een for een in (*zaak.stukken, *(deel.stukken if deel else ()))}


def getekend(
    zaak: Zaak, stuk: Stuk, partij: str, wijze: Wijze = DIGITAAL, op: dt.date | None = None, **rest: str
) -> Gezet:
    """De handtekening van wie het stuk nu noemt, op de dag van het stuk."""
    persoon = wie_tekent(zaak, stuk, Partij(partij))
    return Gezet(Partij(partij), persoon, op or stuk.gegevens.datum, wijze, **rest)


def verschil(oud: str, nieuw: str) -> list[str]:
    regels = difflib.unified_diff(oud.splitlines(), nieuw.splitlines(), n=0, lineterm="")
    return [regel for regel in regels if regel[:1] in "+-" and regel[:3] not in {"+++", "---"}]


@cache
def _partijen() -> tuple[tuple[str, str, str], ...]:
    """Van alle voorbeelden elk stuk met elke partij die het ondertekent."""
    gevonden: list[tuple[str, str, str]] = []
    for map_ in sorted(pad for pad in CASES.iterdir() if pad.is_dir()):
        for naam, stuk in stukken_van(map_)[1].items():
            ondertekening = getattr(stuk.gegevens, "ondertekening", None)
            gevonden += [
                (map_.name, naam, partij)
                for partij in (type(ondertekening).model_fields if ondertekening else ())
                if stuk.gegevens.status.value != "concept"
            ]
    return tuple(gevonden)


def _gekozen() -> tuple[tuple[str, str, str], ...]:
    """Alles; vlug een van elke soort en partij."""
    if os.environ.get("DOSSIERGEN_LANG") == "1":
        return _partijen()
    return tuple(
        {
            (naam.rstrip("0123456789"), partij): een for een in _partijen() for _, naam, partij in [een]
        }.values()
    )


def _kopie(kenmerk: str, tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    shutil.copy(CASES / "organisaties.yaml", tmp_path / "cases")
    return Path(shutil.copytree(CASES / kenmerk, tmp_path / "cases" / kenmerk))


def _zonder_handtekening(map_: Path, stuk: Stuk, partij: str) -> None:
    """Het bestand voordat deze partij tekende of weigerde; haar hele groep is weg, als die er was."""
    pad = map_ / stuk.bestand
    waarden: dict[tuple[str | int, ...], str | None] = {(*stuk.pad, "status"): "definitief"}
    if getattr(getattr(stuk.gegevens, "ondertekening", None), partij) is not None:
        waarden[*stuk.pad, "ondertekening", partij] = None
    model = Bedrijfsartsdeel if stuk.bestand == BESTAND else type(stuk.gegevens)
    nieuw = herschreven_bestand(pad.read_text("utf-8"), waarden, model, stuk.bestand)
    assert nieuw is not None
    pad.write_text(nieuw, "utf-8")


@pytest.mark.parametrize(("kenmerk", "naam", "partij"), _gekozen())
def test_van_elk_stuk_van_elk_voorbeeld(kenmerk: str, naam: str, partij: str, tmp_path: Path) -> None:
    """Het model verschilt alleen in deze handtekening en de status, de tekst alleen in hun regels."""
    map_ = _kopie(kenmerk, tmp_path)
    _zonder_handtekening(map_, stukken_van(map_)[1][naam], partij)
    zaak, stukken = stukken_van(map_)
    stuk, bestand = stukken[naam], map_ / stukken[naam].bestand
    eerder = bestand.read_text("utf-8")
    gezet = getekend(zaak, stuk, partij, HAND, plaats="'s-Gravenhage, Bezuidenhout")

    uitkomst = leg_vast(map_, stuk, gezet, SJABLONEN, PEILDATUM)

    if partij != "werknemer" and gezet.persoon is None:
        assert [een.code for een in uitkomst.findings] == ["ONT-10"]
        assert bestand.read_text("utf-8") == eerder
        return
    assert uitkomst.geschreven == (bestand,), uitkomst.findings
    nieuwe_zaak, later = stukken_van(map_)
    assert (nieuwe_zaak.gegevens, later.keys()) == (zaak.gegevens, stukken.keys())
    assert {een: later[een] for een in later if een != naam} == {
        een: stukken[een] for een in stukken if een != naam
    }
    assert _anders(stuk, later[naam]) <= {"ondertekening", "status"}
    tekening = getattr(getattr(later[naam].gegevens, "ondertekening", None), partij)
    gelezen = (tekening.persoon, tekening.getekend_op, tekening.plaats, tekening.wijze, tekening.scan)
    assert gelezen == (gezet.persoon, gezet.getekend_op, gezet.plaats, HAND, None)
    regels = verschil(eerder, bestand.read_text("utf-8"))
    weg = [regel for regel in regels if regel.startswith("-")]
    assert len(regels) - len(weg) <= 3
    assert all(regel.strip("- ").startswith(("status:", "ondertekening:", f"{partij}:")) for regel in weg)


def _anders(een: Stuk, ander: Stuk) -> set[str]:
    velden = type(een.gegevens).model_fields
    return {veld for veld in velden if getattr(een.gegevens, veld) != getattr(ander.gegevens, veld)}


@pytest.fixture(name="zaakmap")
def _zaakmap(tmp_path: Path) -> Iterator[Path]:
    """Een zaak met een definitief plan dat nog niemand heeft getekend."""
    map_ = _kopie("2025-0231", tmp_path)
    vervang(map_ / PLAN, "status: concept", "status: definitief  # vastgesteld\nvisie_werknemer: Ik ook.")
    yield map_
    assert not [pad for pad in map_.iterdir() if pad.name.startswith(".")]


def plan_van(
    map_: Path, partij: str, wijze: Wijze = DIGITAAL, op: dt.date | None = None, **rest: str
) -> Toepassing:
    zaak, stukken = stukken_van(map_)
    gezet = getekend(zaak, stukken["plan-van-aanpak"], partij, wijze, op, **rest)
    return leg_vast(map_, stukken["plan-van-aanpak"], gezet, SJABLONEN, PEILDATUM)


def test_met_de_laatste_handtekening_is_het_stuk_ondertekend(zaakmap: Path) -> None:
    """Eerst de een, dan de ander; opmerkingen en volgorde blijven."""
    oud = (zaakmap / PLAN).read_text("utf-8")
    plan_van(zaakmap, "werknemer", HAND, dt.date(2025, 11, 3), plaats="Zandbeek")
    half = (zaakmap / PLAN).read_text("utf-8")
    plan_van(zaakmap, "werkgever", DIGITAAL, dt.date(2025, 11, 4))
    heel = (zaakmap / PLAN).read_text("utf-8")

    assert verschil(oud, half) == [
        "+ondertekening:",
        "+  werknemer: {getekend_op: 2025-11-03, plaats: Zandbeek, wijze: met_de_hand}",
    ]
    assert verschil(half, heel) == [
        "-status: definitief  # vastgesteld",
        "+status: ondertekend # vastgesteld",
        "+  werkgever: {persoon: f-el-idrissi, getekend_op: 2025-11-04, wijze: digitaal}",
    ]


ANDERE_VORMEN = [
    ("ondertekening:\n", ["+  werknemer: {getekend_op: 2025-10-30, wijze: digitaal}"]),
    ("ondertekening: {}\n", ["-ondertekening: {}", "+ondertekening:", "+  werknemer: {getekend_op: 2025-10-30, wijze: digitaal}"]),
    ("ondertekening:\n  werknemer:\n", ["-  werknemer:", "+  werknemer: {getekend_op: 2025-10-30, wijze: digitaal}"]),
    (
        "ondertekening:\n  werknemer:\n    plaats: Zandbeek  # thuis\n",
        ["+    getekend_op: 2025-10-30", "+    wijze: digitaal"],
    ),
    ("ondertekening: {werknemer: {plaats: Zandbeek}}\n",
     ["-ondertekening: {werknemer: {plaats: Zandbeek}}",
      "+ondertekening: {werknemer: {getekend_op: 2025-10-30, plaats: Zandbeek, wijze: digitaal}}"]),
    (
        "ondertekening:\n  werknemer:\n    getekend_op:   # volgt\n    wijze: digitaal\n",
        ["-    getekend_op:   # volgt", "+    getekend_op: 2025-10-30 # volgt"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("stond_er", "regels"), ANDERE_VORMEN)
def test_hoe_iemand_het_ook_opschreef(zaakmap: Path, stond_er: str, regels: list[str]) -> None:
    """Leeg, op een regel, uitgeschreven of al half ingevuld: de stijl van het bestand blijft."""
    with (zaakmap / PLAN).open("a", encoding="utf-8") as bestand:
        bestand.write(stond_er)
    oud = (zaakmap / PLAN).read_text("utf-8")

    assert plan_van(zaakmap, "werknemer").findings == ()
    assert verschil(oud, (zaakmap / PLAN).read_text("utf-8")) == regels


def test_bom_regeleinden_rechten_en_koppelingen_blijven(zaakmap: Path, tmp_path: Path) -> None:
    echt = tmp_path / "elders.yaml"
    ruw = b"\xef\xbb\xbf" + (zaakmap / PLAN).read_bytes().replace(b"\n", b"\r\n")
    echt.write_bytes(ruw)
    echt.chmod(0o640)
    (zaakmap / PLAN).unlink()
    (zaakmap / PLAN).symlink_to(echt)
    plan_van(zaakmap, "werknemer")

    regels = b"ondertekening:\r\n  werknemer: {getekend_op: 2025-10-30, wijze: digitaal}\r\n"
    assert (zaakmap / PLAN).is_symlink()
    assert echt.stat().st_mode & 0o777 == 0o640
    assert echt.read_bytes().replace(regels, b"") == ruw


def _anders_dan_gelezen(map_: Path, **rest: Any) -> Toepassing:
    zaak, stukken = stukken_van(map_)
    stuk = stukken["plan-van-aanpak"]
    vervang(map_ / PLAN, "Wennen aan", "Wennen nu aan")
    return leg_vast(map_, stuk, getekend(zaak, stuk, "werknemer", **rest), SJABLONEN, PEILDATUM)


WEIGERINGEN = [
    ("", {"partij": "bedrijfsarts"}, [("ONT-09", "ondertekening.bedrijfsarts")]),
    ("ondertekening: {werknemer: {getekend_op: 2025-11-01}}\n", {}, [("ONT-04", "ondertekening.werknemer")]),
    ("ondertekening: {werknemer: {geweigerd: {op: 2025-11-01, reden: Nee.}}}\n", {}, [("ONT-04", "ondertekening.werknemer")]),
    ("ondertekening: {werknemer: {wijze: met_de_hand}}\n", {}, [("ONT-12", "ondertekening.werknemer.wijze")]),
    ("ondertekening: {werknemer: {plaats: Sittard}}\n", {"plaats": "Zandbeek"}, [("ONT-12", "ondertekening.werknemer.plaats")]),
    ("", {"scan": "plan-van-aanpak.pdf"}, [("SIG-06", "ondertekening.werknemer.scan"), ("SIG-08", "ondertekening.werknemer.scan"), ("ONT-12", "")]),
    ("", {"op": dt.date(2026, 6, 2)}, [("CAL-03", "ondertekening.werknemer.getekend_op"), ("ONT-12", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("stond_er", "gezet", "codes"), WEIGERINGEN)
def test_wat_niet_klopt_wordt_niet_geschreven(
    zaakmap: Path, stond_er: str, gezet: dict[str, Any], codes: list[tuple[str, str]]
) -> None:
    """Het bestand blijft tot op de byte zoals het was."""
    with (zaakmap / PLAN).open("a", encoding="utf-8") as bestand:
        bestand.write(stond_er)
    eerder = (zaakmap / PLAN).read_bytes()
    uitkomst = plan_van(zaakmap, **{"partij": "werknemer", **gezet})

    gevonden = [(een.code, een.pad) for een in uitkomst.findings if een.is_fout]
    assert (uitkomst.geschreven, gevonden) == ((), codes)
    assert (zaakmap / PLAN).read_bytes() == eerder


def test_een_concept_en_een_ander_dan_genoemd_worden_niet_vastgelegd(zaakmap: Path) -> None:
    zaak, stukken = stukken_van(zaakmap)
    ander = Gezet(Partij.WERKGEVER, "m-hendriks", dt.date(2025, 11, 3), DIGITAAL)
    niet_wie = leg_vast(zaakmap, stukken["plan-van-aanpak"], ander, SJABLONEN, PEILDATUM)
    vervang(zaakmap / PLAN, "status: definitief", "status: concept")
    zaak, stukken = stukken_van(zaakmap)
    gezet = getekend(zaak, stukken["plan-van-aanpak"], "werknemer")
    concept = leg_vast(zaakmap, stukken["plan-van-aanpak"], gezet, SJABLONEN, PEILDATUM)

    assert [[een.code for een in uitkomst.findings] for uitkomst in (niet_wie, concept)] == [
        ["ONT-12"],
        ["ONT-01"],
    ]


def test_wat_intussen_veranderde_wordt_niet_overschreven(zaakmap: Path) -> None:
    """Ook niet als de handtekening er nog in zou passen: wie tekende, zag iets anders."""
    uitkomst = _anders_dan_gelezen(zaakmap)

    assert [(een.code, een.melding) for een in uitkomst.findings] == [
        ("ONT-12", "De zaak is veranderd sinds zij is gelezen.")
    ]
    assert uitkomst.geschreven == ()
    assert "ondertekening" not in (zaakmap / PLAN).read_text("utf-8")


def test_een_handtekening_van_voor_het_stuk_is_een_waarschuwing(zaakmap: Path) -> None:
    """Zij wordt vastgelegd, en wie het doet ziet wat er vreemd aan is (SIG-03)."""
    uitkomst = plan_van(zaakmap, "werknemer", HAND, dt.date(2025, 10, 29))

    assert [(een.code, een.ernst.value) for een in uitkomst.findings] == [("SIG-03", "waarschuwing")]
    assert uitkomst.geschreven == (zaakmap / PLAN,)
