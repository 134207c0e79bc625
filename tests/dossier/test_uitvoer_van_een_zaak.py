"""What lies in the output of a case, for whom, and what a second run does."""

import hashlib
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

from dossiergen.dossier.resultaat import Uitkomst
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen
from dossierhulp import PLAN, Maak, bestanden, fouten, uitkomsten, vervang
from lezers import docx_tekst


def test_elke_lezer_krijgt_zijn_eigen_map(maak: Maak, uit: Path) -> None:
    """Het plan gaat naar vier lezers, de probleemanalyse naar drie; een concept gaat nooit naar UWV."""
    maak("2026-0012")
    maak("2025-0231")
    plan = {f"03-plan-van-aanpak.{eind}" for eind in ("pdf", "docx")}
    concept = {f"03-plan-van-aanpak-concept.{eind}" for eind in ("pdf", "docx")}
    analyse = {f"01-probleemanalyse.{eind}" for eind in ("pdf", "docx")}
    ondertekend = {f"01-probleemanalyse-ondertekend.{eind}" for eind in ("pdf", "docx")}
    verwacht = {
        f"{kenmerk}/{lezer}/{naam}"
        for kenmerk, lezer, namen in (
            ("2026-0012", "werknemer", plan | ondertekend),
            ("2026-0012", "werkgever", plan | ondertekend),
            ("2026-0012", "bedrijfsarts", plan),
            ("2026-0012", "uwv", plan | ondertekend),
            ("2025-0231", "werknemer", concept | analyse),
            ("2025-0231", "werkgever", concept | analyse),
            ("2025-0231", "bedrijfsarts", concept),
            ("2025-0231", "uwv", analyse),
        )
        for naam in (*namen, "manifest.json")
    }

    assert set(bestanden(uit)) == verwacht


def test_alle_lezers_krijgen_dezelfde_bytes(maak: Maak, uit: Path) -> None:
    """Terugkoppeling aan werkgever en werknemer is gelijk."""
    maak("2026-0012")
    per_naam: dict[str, set[str]] = {}
    for pad, afdruk in bestanden(uit).items():
        if not pad.endswith("manifest.json"):
            per_naam.setdefault(Path(pad).name, set()).add(afdruk)

    assert {naam: len(afdrukken) for naam, afdrukken in per_naam.items()} == dict.fromkeys(per_naam, 1)


def test_het_manifest_noemt_precies_wat_er_ligt(maak: Maak, uit: Path) -> None:
    """Elk bestand staat in het manifest met zijn sha256, zijn versie, status en inhoud."""
    maak("2026-0012")
    map_ = uit / "2026-0012" / "werkgever"
    manifest = json.loads((map_ / "manifest.json").read_text())
    ligt = {
        pad.name: hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in map_.iterdir()
        if pad.suffix != ".json"
    }

    assert {regel["bestand"]: regel["sha256"] for regel in manifest["stukken"]} == ligt
    assert (manifest["kenmerk"], manifest["doelgroep"]) == ("2026-0012", "werkgever")
    assert {(r["stuk"], r["versie"], r["status"]) for r in manifest["stukken"]} == {
        ("plan-van-aanpak", 1, "definitief"),
        ("probleemanalyse", 1, "ondertekend"),
    }


def test_de_uitvoer_is_alleen_voor_de_gebruiker(maak: Maak, uit: Path) -> None:
    """Bestanden zijn 0600, mappen 0700, ook met een ruime umask."""
    eerder = os.umask(0)
    try:
        maak("2026-0012")
    finally:
        os.umask(eerder)

    for pad in (uit, *uit.rglob("*")):
        assert stat.S_IMODE(pad.stat().st_mode) == (0o700 if pad.is_dir() else 0o600), pad


def test_geen_naam_of_nummer_in_een_pad(maak: Maak, uit: Path) -> None:
    """Namen en BSN's komen in geen enkele bestandsnaam voor."""
    maak("2026-0012")
    paden = "\n".join(pad.as_posix().lower() for pad in uit.rglob("*"))

    assert not [waarde for waarde in ("kowalski", "hendriks", "999990019", "boer") if waarde in paden]


def test_een_tweede_keer_verandert_niets(maak: Maak, uit: Path) -> None:
    """Wat niet is gewijzigd, wordt niet opnieuw geschreven."""
    maak("2026-0012")
    tijden = {pad: pad.stat().st_mtime_ns for pad in uit.rglob("*") if pad.is_file() and pad.name != "slot"}
    tweede = maak("2026-0012")

    assert set(uitkomsten(tweede).values()) == {Uitkomst.ONGEWIJZIGD}
    assert tijden == {pad: pad.stat().st_mtime_ns for pad in tijden}


def test_alleen_wat_veranderde_wordt_opnieuw_gemaakt(maak: Maak, cases: Path) -> None:
    """Een wijziging in het concept raakt de probleemanalyse niet."""
    maak("2025-0231")
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 6", "elke_weken: 4")

    assert uitkomsten(maak("2025-0231")) == {
        "plan-van-aanpak": Uitkomst.GEMAAKT,
        "probleemanalyse": Uitkomst.ONGEWIJZIGD,
    }


def test_een_verwijderd_stuk_laat_geen_concept_achter(maak: Maak, cases: Path, uit: Path) -> None:
    """Een concept waarvan het bestand weg is, hoort niet meer in een map die wordt overhandigd."""
    maak("2025-0231")
    (cases / "2025-0231" / PLAN).unlink()
    maak("2025-0231")

    assert list(uit.rglob("03-*")) == []


def test_een_gekozen_stuk_laat_de_andere_met_rust(maak: Maak, uit: Path) -> None:
    """--stuk maakt alleen dat stuk en ruimt geen ander stuk op."""
    maak("2025-0231")
    eerst = bestanden(uit)
    resultaat = maak("2025-0231", "probleemanalyse")

    assert uitkomsten(resultaat) == {"probleemanalyse": Uitkomst.ONGEWIJZIGD}
    assert bestanden(uit) == eerst


def test_bedrijfsartsdeel_verandert_niets_aan_het_open_deel(maak: Maak, cases: Path, uit: Path) -> None:
    """Met en zonder bedrijfsarts.yaml is alles buiten vertrouwelijk/ gelijk, de eigen administratie ook."""
    maak("2026-0012")
    zonder = {pad: pad.read_bytes() for pad in uit.rglob("*") if pad.is_file()}
    (cases / "2026-0012" / "bedrijfsarts.yaml").write_text(
        "kenmerk: 2026-0012\nmedische_informatie:\n  datum: 2026-02-10\n  opsteller: a-de-boer\n  diagnose: geheim\n"
    )
    for pad in sorted(uit.rglob("*"), reverse=True):
        pad.unlink() if pad.is_file() else pad.rmdir()
    maak("2026-0012")
    met = {
        pad: pad.read_bytes() for pad in uit.rglob("*") if pad.is_file() and "vertrouwelijk" not in pad.parts
    }

    assert met == zonder


def test_dezelfde_bytes_in_elk_proces(cases: Path, tmp_path: Path) -> None:
    """Hashvolgorde, tijdzone en taal van de machine veranderen geen byte."""
    uitvoer = []
    for nummer, omgeving in enumerate(
        (
            {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
        )
    ):
        uit = tmp_path / f"uit{nummer}"
        opdracht = [sys.executable, "-m", "dossiergen", "batch", str(cases), "--output", str(uit)]
        subprocess.run(
            [*opdracht, "--peildatum", "2026-06-01"],
            env={**os.environ, **omgeving},
            check=True,
            capture_output=True,
        )
        # What the batch remembers is of this disk: where its files lie, and how long it took.
        weg = uit / ".dossiergen" / "batch"
        paden = (pad for pad in uit.rglob("*") if pad.is_file() and pad.parent != weg)
        uitvoer.append({pad.relative_to(uit).as_posix(): pad.read_bytes() for pad in paden})

    assert uitvoer[0] == uitvoer[1]


def test_een_teken_zonder_letter_blijft_gemeld(maak: Maak, cases: Path) -> None:
    """LET-01 verdwijnt niet doordat het concept er al ligt."""
    vervang(cases / "2025-0231" / PLAN, "Wij denken", "\N{GRINNING FACE} Wij denken")

    assert (fouten(maak("2025-0231")), fouten(maak("2025-0231"))) == (["LET-01"], ["LET-01"])


def test_een_concept_blijft_zolang_zijn_definitieve_stuk_wordt_geweigerd(
    maak: Maak, cases: Path, uit: Path
) -> None:
    """Wie van een definitief stuk weer een concept maakte, houdt dat concept tot de nieuwe versie er is."""
    plan = cases / "2026-0012" / PLAN
    maak("2026-0012")
    vervang(plan, "status: definitief", "status: concept")
    vervang(plan, "elke_weken: 6", "elke_weken: 5")
    maak("2026-0012")
    vervang(plan, "status: concept", "status: definitief")
    resultaat = maak("2026-0012")

    assert fouten(resultaat) == ["VER-01"]
    assert (uit / "2026-0012/werkgever/03-plan-van-aanpak-concept.pdf").is_file()


def test_een_nieuw_soort_stuk_vraagt_geen_python(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Een map met stuk.yaml en sjabloon.html over bestaande velden is genoeg."""
    map_ = tmp_path / "eigen" / "bericht-van-plan"
    map_.mkdir(parents=True)
    (map_ / "stuk.yaml").write_text(
        "titel: Bericht\nbron: plan-van-aanpak\nvolgorde: 50\nvoor: [werknemer]\nafzender: werkgever\ngrond: afspraak\n"
    )
    (map_ / "sjabloon.html").write_text(
        '<article lang="nl" data-soort="brief" data-afzender="{{ werkgever.naam }}" data-voet="{{ vorm.titel }}">'
        "<h1>Bericht</h1><p>Uw plan is van {{ stuk.datum|datum }}.</p></article>"
    )
    resultaat = maak("2026-0012", werkplaats=Werkplaats(Sjablonen.standaard(tmp_path / "eigen")))

    assert uitkomsten(resultaat)["bericht-van-plan"] is Uitkomst.GEMAAKT
    tekst = docx_tekst((uit / "2026-0012/werknemer/50-bericht-van-plan.docx").read_bytes())
    assert "Uw plan is van 26\N{NO-BREAK SPACE}februari 2026." in tekst
