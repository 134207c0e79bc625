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
from lezers import docx_tekst

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


def ander_formulier(tmp_path: Path) -> Werkplaats:
    """A workshop in which every form has another sentence."""
    eigen = tmp_path / "sjablonen" / "delen"
    eigen.mkdir(parents=True)
    formulier = Sjablonen.standaard().bestand("delen/formulier.html").read_text("utf-8")
    assert "Grond: " in formulier
    (eigen / "formulier.html").write_text(formulier.replace("Grond: ", "Wettelijke grond: "), "utf-8")
    return Werkplaats(Sjablonen.standaard(tmp_path / "sjablonen"))


def uitkomsten(resultaat: Zaakresultaat) -> dict[str, Uitkomst]:
    return {stuk.stuk: stuk.uitkomst for stuk in resultaat.stukken}


def fouten(resultaat: Zaakresultaat) -> list[str]:
    return [finding.code for finding in resultaat.findings if finding.is_fout]


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


def test_een_definitief_stuk_vervangt_zijn_concept(maak: Maak, cases: Path, uit: Path) -> None:
    """Na het vaststellen ligt het concept er niet meer."""
    maak("2025-0231")
    stel_vast(cases / "2025-0231" / PLAN)
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

    assert fouten(tweede) == ["VER-01"]
    assert uitkomsten(tweede)["plan-van-aanpak"] is Uitkomst.GEWEIGERD
    assert bestanden(uit) == eerst


def test_een_nieuw_sjabloon_laat_een_definitief_stuk_met_rust(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Wat is vastgesteld blijft, ook als de tekst van het sjabloon later verandert; een concept volgt wel."""
    maak("2026-0012")
    maak("2025-0231")
    eerst = bestanden(uit)
    nieuw = ander_formulier(tmp_path)

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

    assert fouten(resultaat) == []
    assert {pad.name for pad in map_.glob("03-*.pdf")} == {
        "03-plan-van-aanpak.pdf",
        "03-plan-van-aanpak-v2.pdf",
    }
    assert {regel["versie"] for regel in manifest["stukken"] if regel["stuk"] == "plan-van-aanpak"} == {1, 2}


def test_een_latere_versie_noemt_haar_wijziging(maak: Maak, cases: Path) -> None:
    """Versie 2 zonder `wijziging` is VER-02."""
    vervang(cases / "2026-0012" / PLAN, "status: definitief", "status: definitief\nversie: 2")

    assert fouten(maak("2026-0012")) == ["VER-02"]


def stel_vast(plan: Path) -> None:
    """The draft of the plan gets what it lacked, and is fixed."""
    vervang(plan, "status: concept", "status: definitief\nvisie_werknemer: Ik zie dit ook zo.")


def weiger(plan: Path) -> None:
    """The employee refuses to sign the plan, which is written down."""
    vervang(plan, "status: definitief", "status: ondertekend")
    vervang(
        plan,
        "afschriften:",
        "  werknemer: {geweigerd: {op: 2026-03-02, reden: Ik wil vaste dagen.}}\nafschriften:",
    )


def test_een_handtekening_verandert_de_inhoud_niet(maak: Maak, cases: Path, uit: Path) -> None:
    """Wat na het vaststellen over handtekeningen is vastgelegd, komt in een eigen bestand naast het definitieve."""
    maak("2026-0012")
    eerst = {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")}
    weiger(cases / "2026-0012" / PLAN)
    resultaat = maak("2026-0012")
    daarna = {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")}
    manifest = json.loads((uit / "2026-0012" / "uwv" / "manifest.json").read_text())
    plannen = {
        r["bestand"]: (r["status"], r["inhoud"])
        for r in manifest["stukken"]
        if r["stuk"] == "plan-van-aanpak"
    }

    assert fouten(resultaat) == []
    assert {pad: daarna[pad] for pad in eerst} == eerst
    assert {Path(pad).name for pad in daarna.keys() - eerst.keys()} == {
        "03-plan-van-aanpak-ondertekend.docx",
        "03-plan-van-aanpak-ondertekend.pdf",
    }
    assert {naam: status for naam, (status, _) in plannen.items() if naam.endswith(".pdf")} == {
        "03-plan-van-aanpak.pdf": "definitief",
        "03-plan-van-aanpak-ondertekend.pdf": "ondertekend",
    }
    assert len({inhoud for _, inhoud in plannen.values()}) == 1


def test_een_aangevulde_weigering_komt_op_papier(maak: Maak, cases: Path, uit: Path) -> None:
    """Het ondertekende afschrift volgt wat over de handtekeningen is vastgelegd."""
    weiger(cases / "2026-0012" / PLAN)
    maak("2026-0012")
    vervang(cases / "2026-0012" / PLAN, "Ik wil vaste dagen.", "Ik wil elke dag op tijd thuis zijn.")
    resultaat = maak("2026-0012")
    tekst = docx_tekst((uit / "2026-0012/uwv/03-plan-van-aanpak-ondertekend.docx").read_bytes())

    assert fouten(resultaat) == []
    assert "Ik wil elke dag op tijd thuis zijn." in tekst


def test_ondertekend_zonder_handtekening_wordt_niet_gemaakt(maak: Maak, cases: Path, uit: Path) -> None:
    """SIG-01: van de werknemer is er geen handtekening en geen weigering."""
    vervang(cases / "2026-0012" / PLAN, "status: definitief", "status: ondertekend")
    resultaat = maak("2026-0012")

    assert fouten(resultaat) == ["SIG-01"]
    assert list(uit.rglob("03-*")) == []
    assert len(list(uit.rglob("01-*.pdf"))) == 3


def test_wat_een_ander_wijzigde_wordt_niet_overschreven(maak: Maak, cases: Path, uit: Path) -> None:
    """Een concept dat in Word is bewerkt, blijft staan, ook als de zaak intussen veranderde."""
    maak("2025-0231")
    bewerkt = uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.docx"
    bewerkt.write_bytes(b"eigen werk")
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 6", "elke_weken: 4")
    resultaat = maak("2025-0231")

    assert fouten(resultaat) == ["UIT-01"]
    assert bewerkt.read_bytes() == b"eigen werk"


def test_een_bewerkt_concept_overleeft_het_definitieve_stuk(maak: Maak, cases: Path, uit: Path) -> None:
    """Bij het opruimen van concepten blijft wat een ander schreef."""
    maak("2025-0231")
    bewerkt = uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.docx"
    bewerkt.write_bytes(b"eigen werk")
    stel_vast(cases / "2025-0231" / PLAN)
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


def test_zonder_staat_beschermen_de_manifesten(maak: Maak, cases: Path, uit: Path) -> None:
    """Is de eigen administratie weg, dan weten de manifesten nog wat er is vastgesteld."""
    maak("2026-0012")
    eerst = bestanden(uit)
    (uit / ".dossiergen" / "2026-0012.json").unlink()
    assert fouten(maak("2026-0012")) == []
    assert bestanden(uit) == eerst

    (uit / ".dossiergen" / "2026-0012.json").unlink()
    vervang(cases / "2026-0012" / PLAN, "elke_weken: 6", "elke_weken: 5")

    assert fouten(maak("2026-0012")) == ["VER-01"]
    assert bestanden(uit) == eerst


def test_een_beschadigd_manifest_wordt_gezegd(maak: Maak, uit: Path) -> None:
    """Zonder administratie en met een kapot manifest is niet te zeggen wat er is vastgesteld."""
    maak("2026-0012")
    (uit / ".dossiergen" / "2026-0012.json").unlink()
    (uit / "2026-0012" / "uwv" / "manifest.json").write_text("{half")

    with pytest.raises(BestandFout, match=r"manifest\.json is beschadigd"):
        maak("2026-0012")


def test_een_onbekend_bestand_wordt_niet_overschreven(maak: Maak, uit: Path) -> None:
    """Ligt er al iets van een ander onder de naam van een stuk, dan blijft het liggen."""
    vreemd = uit / "2026-0012" / "uwv" / "03-plan-van-aanpak.pdf"
    vreemd.parent.mkdir(parents=True)
    vreemd.write_bytes(b"van een ander")

    assert fouten(maak("2026-0012")) == ["UIT-01"]
    assert vreemd.read_bytes() == b"van een ander"


def test_definitief_weigert_een_concept(maak: Maak, uit: Path) -> None:
    """--definitief maakt geen concept, en zegt welk stuk het is."""
    resultaat = maak("2025-0231", definitief=True)

    assert fouten(resultaat) == ["STA-01"]
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


def test_een_verloren_kopie_komt_terug_zoals_zij_was(maak: Maak, uit: Path) -> None:
    """Ook met een ander sjabloon of een andere huisstijl komt een kopie byte voor byte uit een andere map."""
    maak("2026-0012")
    eerst = bestanden(uit)
    (uit / "2026-0012/uwv/03-plan-van-aanpak.pdf").unlink()
    maak("2026-0012", werkplaats=Werkplaats(Sjablonen.standaard(), "arbozuid"))

    assert bestanden(uit) == eerst


def test_een_stuk_dat_overal_weg_is_wordt_niet_anders_gemaakt(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Zijn alle kopieën weg en is het sjabloon veranderd, dan is dat UIT-02 en geen nieuwe tekst."""
    maak("2026-0012")
    for pad in uit.rglob("03-plan-van-aanpak.pdf"):
        pad.unlink()
    resultaat = maak("2026-0012", werkplaats=ander_formulier(tmp_path))

    assert fouten(resultaat) == ["UIT-02"]
    assert list(uit.rglob("03-plan-van-aanpak.pdf")) == []


def test_wat_elders_in_de_zaak_verandert_raakt_een_definitief_stuk_niet(
    maak: Maak, cases: Path, uit: Path
) -> None:
    """Een verhuizing is een waarschuwing bij elk vastgesteld stuk dat het adres noemt, en wijzigt er geen."""
    maak("2026-0012")
    eerst = {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")}
    vervang(cases / "2026-0012" / "zaak.yaml", "Dorpsstraat 8", "Kerkstraat 9")
    resultaat = maak("2026-0012")
    waarschuwingen = [f.code for f in resultaat.findings if f.code == "VER-03"]

    assert (fouten(resultaat), waarschuwingen) == ([], ["VER-03", "VER-03"])
    assert {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")} == eerst


def test_een_ander_onder_hetzelfde_kenmerk_wordt_geweigerd(maak: Maak, cases: Path, uit: Path) -> None:
    """De stukken van twee mensen komen nooit in één map."""
    maak("2025-0231")
    eerst = bestanden(uit)
    vervang(cases / "2025-0231" / "zaak.yaml", "geboortedatum: 1993-02-14", "geboortedatum: 1971-08-30")

    assert fouten(maak("2025-0231")) == ["UIT-03"]
    assert bestanden(uit) == eerst


def test_een_afgebroken_run_wordt_afgemaakt(maak: Maak, cases: Path, uit: Path) -> None:
    """Wat wij halverwege schreven, is daarna niet van een ander."""
    maak("2025-0231")
    staat = uit / ".dossiergen" / "2025-0231.json"
    voor = staat.read_bytes()
    weg = uit / "2025-0231" / "werkgever" / "03-plan-van-aanpak-concept.pdf"
    weg.unlink()
    weg.mkdir()
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 6", "elke_weken: 4")
    with pytest.raises(BestandFout):
        maak("2025-0231")
    weg.rmdir()
    vervang(cases / "2025-0231" / PLAN, "elke_weken: 4", "elke_weken: 3")
    resultaat = maak("2025-0231")

    assert staat.read_bytes() != voor
    assert fouten(resultaat) == []
    assert uitkomsten(resultaat)["plan-van-aanpak"] is Uitkomst.GEMAAKT
    assert json.loads(staat.read_text())["vorige"] == []


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


def test_een_bewerkt_concept_dat_blijft_liggen_wordt_genoemd(maak: Maak, cases: Path, uit: Path) -> None:
    """Wat niet meer bij de zaak hoort en toch in de map ligt, staat in de bevindingen."""
    maak("2025-0231")
    (uit / "2025-0231/werkgever/03-plan-van-aanpak-concept.docx").write_bytes(b"eigen werk")
    (cases / "2025-0231" / PLAN).unlink()

    assert [f.code for f in maak("2025-0231").findings if f.code == "UIT-04"] == ["UIT-04"]


def test_een_vastgesteld_stuk_zonder_bron_wordt_genoemd(maak: Maak, cases: Path, uit: Path) -> None:
    """Een definitief stuk waarvan het bestand weg is, blijft liggen en wordt genoemd."""
    maak("2026-0012")
    (cases / "2026-0012" / PLAN).unlink()
    resultaat = maak("2026-0012")

    assert [f.code for f in resultaat.findings if f.code == "UIT-05"] == ["UIT-05"]
    assert len(list(uit.rglob("03-plan-van-aanpak.pdf"))) == 4


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
    assert "Uw plan is van 26 februari 2026." in tekst


@pytest.mark.parametrize("naam", ["slot", "2026-0012.json", "tijdelijk-x"])
def test_een_map_op_de_plaats_van_een_eigen_bestand_is_een_leesfout(maak: Maak, uit: Path, naam: str) -> None:
    """Wat er ook in .dossiergen ligt: een zin met wat te doen, nooit een interne fout."""
    (uit / ".dossiergen" / naam).mkdir(parents=True)

    with pytest.raises(BestandFout):
        maak("2026-0012")
