"""What lies in the output of a case, for whom, and what a later run does with it."""

import hashlib
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossiergen.dossier.resultaat import Uitkomst, Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import BestandFout, UitvoerBezet
from dossiergen.sjablonen import Sjablonen

Maak = Callable[..., Zaakresultaat]

PLAN = "stukken/plan-van-aanpak.yaml"


def bestanden(uit: Path) -> dict[str, str]:
    """Every file that may be handed over, with its fingerprint."""
    return {
        pad.relative_to(uit).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(uit.rglob("*"))
        if pad.is_file() and ".dossiergen" not in pad.parts
    }


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), "utf-8")


def uitkomsten(resultaat: Zaakresultaat) -> dict[str, Uitkomst]:
    return {stuk.stuk: stuk.uitkomst for stuk in resultaat.stukken}


def codes(resultaat: Zaakresultaat) -> list[str]:
    return [finding.code for finding in resultaat.findings]


def test_elke_lezer_krijgt_zijn_eigen_map(maak: Maak, uit: Path) -> None:
    """Het plan gaat naar vier lezers, de probleemanalyse naar drie; een concept gaat nooit naar UWV."""
    maak("2026-0012")
    maak("2025-0231")
    plan = {f"03-plan-van-aanpak.{eind}" for eind in ("pdf", "docx")}
    concept = {f"03-plan-van-aanpak-concept.{eind}" for eind in ("pdf", "docx")}
    analyse = {f"01-probleemanalyse.{eind}" for eind in ("pdf", "docx")}
    verwacht = {
        f"{kenmerk}/{lezer}/{naam}"
        for kenmerk, lezer, namen in (
            ("2026-0012", "werknemer", plan | analyse),
            ("2026-0012", "werkgever", plan | analyse),
            ("2026-0012", "bedrijfsarts", plan),
            ("2026-0012", "uwv", plan | analyse),
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


def test_een_definitief_stuk_vervangt_zijn_concept(maak: Maak, cases: Path, uit: Path) -> None:
    """Na het vaststellen ligt het concept er niet meer."""
    maak("2025-0231")
    vervang(cases / "2025-0231" / PLAN, "status: concept", "status: definitief")
    maak("2025-0231")
    namen = {pad.name for pad in (uit / "2025-0231" / "werkgever").glob("03-*")}

    assert namen == {"03-plan-van-aanpak.pdf", "03-plan-van-aanpak.docx"}


def test_een_verwijderd_stuk_laat_geen_concept_achter(maak: Maak, cases: Path, uit: Path) -> None:
    """Een concept waarvan het bestand weg is, hoort niet meer in een map die wordt overhandigd."""
    maak("2025-0231")
    (cases / "2025-0231" / PLAN).unlink()
    maak("2025-0231")

    assert list(uit.rglob("03-*")) == []


def test_een_definitief_stuk_verandert_niet(maak: Maak, cases: Path, uit: Path) -> None:
    """Andere inhoud met dezelfde versie is VER-01, en het bestand blijft zoals het was."""
    maak("2026-0012")
    eerst = bestanden(uit)
    vervang(cases / "2026-0012" / PLAN, "elke_weken: 6", "elke_weken: 5")
    tweede = maak("2026-0012")

    assert codes(tweede) == ["VER-01"]
    assert uitkomsten(tweede)["plan-van-aanpak"] is Uitkomst.GEWEIGERD
    assert bestanden(uit) == eerst


def test_een_nieuw_sjabloon_laat_een_definitief_stuk_met_rust(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Wat is vastgesteld blijft, ook als de tekst van het sjabloon later verandert; een concept volgt wel."""
    maak("2026-0012")
    maak("2025-0231")
    eerst = bestanden(uit)
    eigen = tmp_path / "sjablonen" / "delen"
    eigen.mkdir(parents=True)
    formulier = (Sjablonen.standaard().bestand("delen/formulier.html")).read_text("utf-8")
    (eigen / "formulier.html").write_text(formulier.replace("Grond: ", "Wettelijke grond: "), "utf-8")
    nieuw = Werkplaats(Sjablonen.standaard(tmp_path / "sjablonen"))

    assert uitkomsten(maak("2026-0012", werkplaats=nieuw)) == {
        "plan-van-aanpak": Uitkomst.ONGEWIJZIGD,
        "probleemanalyse": Uitkomst.ONGEWIJZIGD,
    }
    assert uitkomsten(maak("2025-0231", werkplaats=nieuw)) == {
        "plan-van-aanpak": Uitkomst.GEMAAKT,
        "probleemanalyse": Uitkomst.ONGEWIJZIGD,
    }
    veranderd = {pad for pad, afdruk in bestanden(uit).items() if eerst[pad] != afdruk}
    assert {Path(pad).stem for pad in veranderd if not pad.endswith(".json")} == {
        "03-plan-van-aanpak-concept"
    }


def test_een_tweede_versie_ligt_naast_de_eerste(maak: Maak, cases: Path, uit: Path) -> None:
    """De eerste versie blijft, de tweede heet -v2, en het manifest noemt ze allebei."""
    maak("2026-0012")
    vervang(cases / "2026-0012" / PLAN, "elke_weken: 6", "elke_weken: 5")
    vervang(
        cases / "2026-0012" / PLAN,
        "status: definitief",
        "status: definitief\nversie: 2\nwijziging: Vaker evalueren.",
    )
    resultaat = maak("2026-0012")
    map_ = uit / "2026-0012" / "werkgever"
    manifest = json.loads((map_ / "manifest.json").read_text())

    assert codes(resultaat) == []
    assert {pad.name for pad in map_.glob("03-*.pdf")} == {
        "03-plan-van-aanpak.pdf",
        "03-plan-van-aanpak-v2.pdf",
    }
    assert {regel["versie"] for regel in manifest["stukken"] if regel["stuk"] == "plan-van-aanpak"} == {1, 2}


def test_een_latere_versie_noemt_haar_wijziging(maak: Maak, cases: Path) -> None:
    """Versie 2 zonder `wijziging` is VER-02."""
    vervang(cases / "2026-0012" / PLAN, "status: definitief", "status: definitief\nversie: 2")

    assert codes(maak("2026-0012")) == ["VER-02"]


def test_een_handtekening_verandert_de_inhoud_niet(maak: Maak, cases: Path, uit: Path) -> None:
    """Wie na het vaststellen tekent, tekent hetzelfde stuk: het bestand blijft, de status wordt ondertekend."""
    maak("2026-0012")
    eerst = {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")}
    vervang(cases / "2026-0012" / PLAN, "status: definitief", "status: ondertekend")
    vervang(
        cases / "2026-0012" / PLAN,
        "afschriften:",
        "  werknemer: {geweigerd: {op: 2026-03-02, reden: Ik wil vaste dagdelen.}}\nafschriften:",
    )
    resultaat = maak("2026-0012")
    manifest = json.loads((uit / "2026-0012" / "uwv" / "manifest.json").read_text())

    assert codes(resultaat) == []
    assert {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")} == eerst
    assert {regel["status"] for regel in manifest["stukken"]} == {"ondertekend"}


def test_ondertekend_zonder_handtekening_wordt_niet_gemaakt(maak: Maak, cases: Path, uit: Path) -> None:
    """SIG-01: van de werknemer is er geen handtekening en geen weigering."""
    vervang(cases / "2026-0012" / PLAN, "status: definitief", "status: ondertekend")
    resultaat = maak("2026-0012")

    assert codes(resultaat) == ["SIG-01"]
    assert list(uit.rglob("03-*")) == []
    assert len(list(uit.rglob("01-*.pdf"))) == 3


def test_wat_een_ander_wijzigde_wordt_niet_overschreven(maak: Maak, cases: Path, uit: Path) -> None:
    """Een concept dat in Word is bewerkt, blijft staan, ook als de zaak intussen veranderde."""
    maak("2025-0231")
    bewerkt = uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.docx"
    bewerkt.write_bytes(b"eigen werk")
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 6", "elke_weken: 4")
    resultaat = maak("2025-0231")

    assert codes(resultaat) == ["UIT-01"]
    assert bewerkt.read_bytes() == b"eigen werk"


def test_een_bewerkt_concept_overleeft_het_definitieve_stuk(maak: Maak, cases: Path, uit: Path) -> None:
    """Bij het opruimen van concepten blijft wat een ander schreef."""
    maak("2025-0231")
    bewerkt = uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.docx"
    bewerkt.write_bytes(b"eigen werk")
    vervang(cases / "2025-0231" / PLAN, "status: concept", "status: definitief")
    maak("2025-0231")

    assert bewerkt.read_bytes() == b"eigen werk"
    assert not (uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.pdf").exists()


def test_een_verdwenen_bestand_komt_terug(maak: Maak, uit: Path) -> None:
    """Wie een definitief bestand kwijt is, krijgt hetzelfde terug."""
    maak("2026-0012")
    eerst = bestanden(uit)
    (uit / "2026-0012" / "uwv" / "03-plan-van-aanpak.pdf").unlink()
    maak("2026-0012")

    assert bestanden(uit) == eerst


def test_zonder_staat_wordt_niets_overschreven(maak: Maak, cases: Path, uit: Path) -> None:
    """Is de eigen administratie weg, dan is elk afwijkend bestand van een ander."""
    maak("2026-0012")
    (uit / ".dossiergen" / "2026-0012.json").unlink()
    eerst = bestanden(uit)
    vervang(cases / "2026-0012" / PLAN, "elke_weken: 6", "elke_weken: 5")
    resultaat = maak("2026-0012")

    assert set(codes(resultaat)) == {"UIT-01"}
    assert {p: a for p, a in bestanden(uit).items() if not p.endswith(".json")} == {
        p: a for p, a in eerst.items() if not p.endswith(".json")
    }


def test_definitief_weigert_een_concept(maak: Maak, uit: Path) -> None:
    """--definitief maakt geen concept, en zegt welk stuk het is."""
    resultaat = maak("2025-0231", definitief=True)

    assert codes(resultaat) == ["STA-01"]
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
        uitvoer.append({p.relative_to(uit).as_posix(): p.read_bytes() for p in uit.rglob("*") if p.is_file()})

    assert uitvoer[0] == uitvoer[1]


def test_een_map_is_voor_een_opdracht_tegelijk(uit: Path) -> None:
    """Wie een map in gebruik vindt, stopt en verandert niets."""
    with Uitvoer(uit).open(), pytest.raises(UitvoerBezet), Uitvoer(uit).open():
        pass


def test_een_mislukte_schrijfactie_laat_geen_half_bestand_na(uit: Path) -> None:
    """Onder een definitieve naam staat het hele bestand of niets."""
    uitvoer = Uitvoer(uit)
    doel = uit / "zaak" / "werkgever" / "stuk.pdf"
    doel.mkdir(parents=True)
    with uitvoer.open(), pytest.raises(BestandFout):
        uitvoer.schrijf(doel, b"inhoud")

    assert [pad.name for pad in (uit / ".dossiergen").iterdir()] == ["slot"]


def test_wat_een_onderbroken_run_achterliet_wordt_opgeruimd(uit: Path) -> None:
    """Tijdelijke bestanden hebben nooit een eigen naam gehad."""
    rest = uit / ".dossiergen" / "tijdelijk-abc"
    rest.parent.mkdir(parents=True)
    rest.write_bytes(b"half")
    with Uitvoer(uit).open():
        assert not rest.exists()


def test_een_beschadigde_staat_wordt_gezegd(maak: Maak, uit: Path) -> None:
    """Een kapot administratiebestand geeft een zin met wat te doen, geen traceback."""
    maak("2026-0012")
    (uit / ".dossiergen" / "2026-0012.json").write_text("{half")

    with pytest.raises(BestandFout, match="beschadigd"):
        maak("2026-0012")
