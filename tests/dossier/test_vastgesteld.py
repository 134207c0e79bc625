"""What may touch a document once it is fixed, and what may not."""

import json
from pathlib import Path

import pytest

from dossiergen.dossier.resultaat import Uitkomst
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import BestandFout
from dossiergen.sjablonen import Sjablonen
from dossierhulp import PLAN, Maak, ander_formulier, bestanden, fouten, stel_vast, uitkomsten, vervang, weiger
from lezers import docx_tekst


def test_een_definitief_stuk_vervangt_zijn_concept(maak: Maak, cases: Path, uit: Path) -> None:
    """Na het vaststellen ligt het concept er niet meer."""
    maak("2025-0231")
    stel_vast(cases / "2025-0231" / PLAN)
    maak("2025-0231")
    namen = {pad.name for pad in (uit / "2025-0231" / "werkgever").glob("03-*")}

    assert namen == {"03-plan-van-aanpak.pdf", "03-plan-van-aanpak.docx"}


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


def test_definitief_weigert_een_concept(maak: Maak, uit: Path) -> None:
    """--definitief maakt geen concept, en zegt welk stuk het is."""
    resultaat = maak("2025-0231", definitief=True)

    assert fouten(resultaat) == ["STA-01"]
    assert list(uit.rglob("03-*")) == []


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


def test_een_vastgesteld_stuk_zonder_bron_wordt_genoemd(maak: Maak, cases: Path, uit: Path) -> None:
    """Een definitief stuk waarvan het bestand weg is, blijft liggen en wordt genoemd."""
    maak("2026-0012")
    (cases / "2026-0012" / PLAN).unlink()
    resultaat = maak("2026-0012")

    assert [f.code for f in resultaat.findings if f.code == "UIT-05"] == ["UIT-05"]
    assert len(list(uit.rglob("03-plan-van-aanpak.pdf"))) == 4


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("telefoon: 043-555 01 22", "telefoon: 043-555 01 99"),
        ("functie: vestigingsmanager", "functie: directeur"),
        ("telefoon: 043-555 01 00\n    email", "telefoon: 043-555 01 01\n    email"),
    ],
)
def test_een_verandering_bij_een_persoon_raakt_een_definitief_stuk_niet(
    maak: Maak, cases: Path, uit: Path, oud: str, nieuw: str
) -> None:
    """Een nieuw telefoonnummer of een andere functie in organisaties.yaml is hooguit een waarschuwing."""
    maak("2026-0012")
    eerst = {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")}
    vervang(cases / "organisaties.yaml", oud, nieuw)

    assert fouten(maak("2026-0012")) == []
    assert {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")} == eerst


def test_een_handtekening_bij_een_veranderde_tekst_wordt_gezegd(
    maak: Maak, cases: Path, uit: Path, tmp_path: Path
) -> None:
    """Kan het ondertekende stuk niet met de vastgestelde tekst worden gemaakt, dan is dat VER-04."""
    maak("2026-0012")
    eerst = {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")}
    weiger(cases / "2026-0012" / PLAN)

    assert fouten(maak("2026-0012", werkplaats=ander_formulier(tmp_path))) == ["VER-04"]
    assert {pad: afdruk for pad, afdruk in bestanden(uit).items() if not pad.endswith(".json")} == eerst


def test_een_verloren_word_bestand_laat_de_pdf_met_rust(maak: Maak, uit: Path) -> None:
    """Is één soort bestand overal weg, dan komt alleen dat terug."""
    maak("2026-0012")
    eerst = bestanden(uit)
    for pad in uit.rglob("03-plan-van-aanpak.docx"):
        pad.unlink()

    assert fouten(maak("2026-0012", werkplaats=Werkplaats(Sjablonen.standaard(), "arbozuid"))) == []
    assert {pad for pad in eerst if pad.endswith(".pdf") and bestanden(uit)[pad] != eerst[pad]} == set()
    assert bestanden(uit).keys() == eerst.keys()
