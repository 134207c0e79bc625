"""What doctor looks at, one thing at a time, also where it is missing."""

import datetime as dt
import fcntl
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest

from dossiergen.dossier.gereedheid.bibliotheken import bibliotheken
from dossiergen.dossier.gereedheid.buiten import keurmeesters
from dossiergen.dossier.gereedheid.gegevens import schemas, sjabloongegevens, wet
from dossiergen.dossier.gereedheid.pakketten import pakketten, past
from dossiergen.dossier.gereedheid.plekken import masker, uitvoermap, zakenmap
from dossiergen.dossier.gereedheid.proef import gebreken_van, letters, proefstukken
from dossiergen.dossier.gereedheid.punt import Gereed, Keuringspunt
from dossiergen.errors import OntbrekendHulpmiddel
from dossiergen.huisstijl import Huisstijl, Letters, laad, letterbestanden
from dossiergen.render.boom import lees
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.render.pdf import PdfSchrijver, motor
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.schema import SCHEMAS, schema_tekst
from dossierhulp import kopieer_kleine_zaken, vervang
from keurhulp import maak_keurmeesters

GOED, LET_OP, ONTBREEKT = Gereed.GOED, Gereed.LET_OP, Gereed.ONTBREEKT
MEGABYTE = 1024 * 1024


def standen(punten: Iterator[Keuringspunt]) -> dict[str, Gereed]:
    return {punt.naam: punt.gereed for punt in punten}


@pytest.fixture
def stijl_en_pdf() -> tuple[Huisstijl, bytes]:
    """A page with all four faces."""
    stijl = laad("standaard", Sjablonen.standaard())
    html = """<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>Kop</h1>
    <p>Gewoon, <strong>vet</strong> en <em>schuin</em></p></article>"""
    return stijl, PdfSchrijver(stijl).schrijf(lees(html, "x"), Eigenschappen("T", "A", dt.date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("versie", "eis", "goed"),
    [
        ("8.2", ">=8.2,<9", True),
        ("8.2.0", ">=8.2,<9", True),
        ("8.10.1", ">=8.2,<9", True),
        ("9", ">=8.2,<9", False),
        ("9.0.0", "<9,>=8.2", False),
        ("8.1.99", ">=8.2,<9", False),
        ("2.9.0.20261116", ">=2.9,<5", True),
        ("71.0rc1", ">=70,<71", False),
        ("1.2.0", "==1.2", True),
        ("1.2.1", "!=1.2.1", False),
        ("0.0.1", "", True),
    ],
)
def test_een_versie_past_of_niet(versie: str, eis: str, goed: bool) -> None:
    """Getallen worden als getallen vergeleken, en 8.2 is 8.2.0."""
    assert past(versie, eis) is goed


def test_elk_pakket_dat_dossiergen_vraagt_wordt_nagekeken() -> None:
    """Alles wat er op deze machine is, past; wat alleen de bouwers nodig hebben, telt niet."""
    gevraagd = [eis for eis in requires("dossiergen") or () if "extra ==" not in eis]
    punten = list(pakketten())

    assert [punt.gereed for punt in punten] == [GOED] * len(punten)
    assert len(punten) == len(gevraagd) + 3
    assert [punt.naam for punt in punten[:2]] == ["python", "dossiergen"]
    assert punten[0].gevonden == ".".join(map(str, sys.version_info[:3]))


def test_een_pakket_dat_er_niet_is_of_te_oud_is_houdt_tegen() -> None:
    """Er staat welke versie nodig is, en hoe die te krijgen."""

    def oud(naam: str) -> str:
        if naam == "lxml":
            raise PackageNotFoundError(naam)
        return "8.1.7" if naam == "click" else version(naam)

    tegen = {punt.naam: punt for punt in pakketten(oud) if punt.houdt_tegen}

    assert tegen == {
        "click": Keuringspunt(
            "Python", "click", ONTBREEKT, "8.1.7, nodig is <9,>=8.2", "`pip install 'click<9,>=8.2'`"
        ),
        "lxml": Keuringspunt("Python", "lxml", ONTBREEKT, "is niet geïnstalleerd", "`pip install 'lxml>=5'`"),
    }


def test_een_oude_python_en_een_dossiergen_dat_niet_is_geinstalleerd() -> None:
    """Beide zijn gezegd en geen van beide is een traceback."""

    def niets(naam: str) -> str:
        raise PackageNotFoundError(naam)

    assert standen(pakketten(python=(3, 10, 9)))["python"] is ONTBREEKT
    assert [(punt.naam, punt.houdt_tegen) for punt in pakketten(niets)] == [("dossiergen", True)]


def test_bibliotheken_zonder_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elke bibliotheek apart, zodat te zien is welke er niet is."""

    def zonder(_: str) -> object:
        raise OntbrekendHulpmiddel("De bibliotheek pango ontbreekt.", "installeer pango")

    def laad(naam: str) -> None:
        if "pango" in naam:
            raise OSError(naam)

    monkeypatch.setattr("dossiergen.dossier.gereedheid.bibliotheken.import_module", zonder)

    assert [(p.naam, p.gereed, p.doen) for p in bibliotheken(laad)] == [
        ("pango", ONTBREEKT, "sudo apt-get install libpango-1.0-0"),
        ("pangoft2", ONTBREEKT, "sudo apt-get install libpangoft2-1.0-0"),
        ("harfbuzz", GOED, ""),
        ("harfbuzz-subset", GOED, ""),
        ("fontconfig", GOED, ""),
        ("gobject", GOED, ""),
    ]
    # Where these libraries have other names, what the PDF writer said is all there is.
    assert list(bibliotheken(lambda _: None))[-1] == Keuringspunt(
        "Bibliotheken", "pango", ONTBREEKT, "De bibliotheek pango ontbreekt.", "installeer pango"
    )


def test_bibliotheken_zonder_harfbuzz_subset_of_met_een_oude_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """Zonder de eerste is een PDF niet herhaalbaar, met de tweede werkt WeasyPrint niet."""
    assert set(standen(bibliotheken()).values()) == {GOED}

    monkeypatch.setattr("dossiergen.render.pdf.motor.ffi.harfbuzz_subset", None)
    monkeypatch.setattr(motor, "systeemversies", lambda: {"pango": "1.42.4", "harfbuzz": "6.0.0"})

    assert [(p.naam, p.gevonden, p.doen) for p in bibliotheken() if p.houdt_tegen] == [
        ("pango", "1.42.4, nodig is >=1.44", "sudo apt-get install libpango-1.0-0"),
        (
            "harfbuzz-subset",
            "De bibliotheek harfbuzz-subset ontbreekt; zonder die bibliotheek is een PDF niet herhaalbaar.",
            "sudo apt-get install libharfbuzz-subset0",
        ),
    ]


def test_de_proefstukken_hebben_wat_een_stuk_moet_hebben() -> None:
    """Een echte PDF en een echt Word-document."""
    sjablonen = Sjablonen.standaard()

    assert standen(letters()) == {"lettertypen": GOED}
    assert standen(proefstukken(sjablonen)) == {"proef-PDF": GOED, "proef-Word": GOED}


def test_een_pdf_met_andere_letters_valt_op(stijl_en_pdf: tuple[Huisstijl, bytes]) -> None:
    """Alleen de vier letters van de stijl mogen erin, en ze moeten erin zitten."""
    stijl, pdf = stijl_en_pdf
    letters_ = stijl.letters.tekst.sneden

    assert gebreken_van(pdf, letters_.values()) == []
    assert gebreken_van(pdf, [letters_["cursief"]]) == ["andere letters dan de meegeleverde"]


def test_een_proefstuk_waarvan_de_letter_verdwijnt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tussen het lezen van de stijl en het maken: er staat waar naar te kijken is."""
    weg = replace(laad("standaard", Sjablonen.standaard()).letters.tekst, recht=Path("/weg/weg.ttf"))
    stijl = replace(laad("standaard", Sjablonen.standaard()), letters=Letters(weg, weg, weg))
    monkeypatch.setattr("dossiergen.dossier.gereedheid.proef.laad", lambda *_: stijl)

    assert next(proefstukken(Sjablonen.standaard())).gevonden == (
        "een bestand dat daarvoor nodig is, kan niet worden gelezen of geschreven"
    )


def test_letters_die_er_niet_zijn_of_stuk_zijn(tmp_path: Path) -> None:
    """Verplaatst of beschadigd: beide worden met naam genoemd."""
    (tmp_path / "kapot.ttf").write_bytes(b"geen letter")
    (punt,) = letters([tmp_path / "weg.ttf", tmp_path / "kapot.ttf", letterbestanden()[0]])
    (geen,) = letters([])

    assert (geen.houdt_tegen, geen.gevonden) == (True, "er zijn er geen")
    assert (punt.houdt_tegen, punt.gevonden) == (True, "niet te lezen: weg.ttf, kapot.ttf")
    assert "font-source-sans-pro" in punt.doen


def test_een_eigen_map_met_een_fout_houdt_tegen(tmp_path: Path) -> None:
    """Een stuk.yaml of huisstijl die niet te lezen is, staat er met bestand bij; niets is ook niet goed."""
    (tmp_path / "plan-van-aanpak").mkdir()
    (tmp_path / "plan-van-aanpak" / "stuk.yaml").write_text("titel: Plan\n")
    (tmp_path / "huisstijl" / "kaal").mkdir(parents=True)
    (tmp_path / "huisstijl" / "kaal" / "huisstijl.yaml").write_text("kleuren: {}\n")

    assert standen(sjabloongegevens(Sjablonen.standaard())) == {"sjablonen": GOED, "huisstijlen": GOED}
    sjablonen, huisstijlen = sjabloongegevens(Sjablonen.standaard(tmp_path))
    assert sjablonen.houdt_tegen
    assert sjablonen.gevonden.startswith("plan-van-aanpak/stuk.yaml: ")
    assert huisstijlen.houdt_tegen
    assert huisstijlen.gevonden.startswith("huisstijl/kaal/huisstijl.yaml: ")
    leeg = Sjablonen((tmp_path / "huisstijl" / "kaal",))
    assert standen(sjabloongegevens(leeg)) == {"sjablonen": ONTBREEKT, "huisstijlen": ONTBREEKT}


def test_recht_wordt_oud_en_houdt_nooit_tegen() -> None:
    """Een eeuw later is alles lang geleden nagekeken; onzeker recht staat er altijd bij."""
    nu = {punt.naam: punt for punt in wet(dt.date(2026, 6, 1))}
    later = {punt.naam: punt for punt in wet(dt.date(2126, 6, 1))}

    assert {naam: punt.gereed for naam, punt in later.items()} == {
        "recht": GOED,
        "recht nagekeken": LET_OP,
        "recht bevestigd": LET_OP,
    }
    geldend = later["recht"].gevonden.split()[0]
    assert later["recht nagekeken"].gevonden.startswith(f"langer dan een jaar geleden: {geldend} waarden")
    assert nu["recht"].gevonden.endswith("waarden die op 2026-06-01 gelden")
    assert not any(punt.houdt_tegen for punt in (*nu.values(), *later.values()))


def test_schemas_van_een_andere_versie(tmp_path: Path) -> None:
    """Een schema dat verschilt of er niet is telt; zonder map staat er hoe die te maken."""
    (zonder,) = schemas(tmp_path / "schemas")
    for soort in SCHEMAS:
        (tmp_path / f"{soort}.json").write_text(schema_tekst(soort), "utf-8")
    (goed,) = schemas(tmp_path)
    (tmp_path / "zaak.json").write_text("{}")
    (tmp_path / "organisaties.json").unlink()
    (anders,) = schemas(tmp_path)

    assert [zonder.gereed, goed.gereed, anders.gereed] == [LET_OP, GOED, LET_OP]
    assert anders.gevonden.startswith(f"2 van {len(SCHEMAS)} in ")
    assert anders.doen == f"`dossiergen schema --output {tmp_path}`"


def test_wat_niet_nodig_is_mag_ontbreken() -> None:
    """Zonder één programma houdt niets tegen, en elk zegt waarvoor het is."""
    punten = list(keurmeesters(lambda _: None, {}))

    assert {punt.gereed for punt in punten} == {ONTBREEKT}
    assert not any(punt.houdt_tegen for punt in punten)
    assert [punt.naam for punt in punten] == [
        "poppler-utils", "qpdf", "LibreOffice", "Chromium", "keurmeesters",
    ]  # fmt: skip
    assert all(punt.gevonden.startswith("niet gevonden; ") and punt.doen for punt in punten)


def test_wie_keurmeesters_noemt_kan_niet_zonder(tmp_path: Path) -> None:
    """Een map zonder bruikbare keurmeesters houdt tegen, zoals bij het maken; een bruikbare noemt hun versies."""

    def punten() -> list[Keuringspunt]:
        alle = keurmeesters(lambda _: None, {"DOSSIERGEN_KEURMEESTERS": str(tmp_path)})
        return [punt for punt in alle if punt.naam in {"keurmeesters", "veraPDF", "OOXML-validator"}]

    assert [(punt.naam, punt.houdt_tegen) for punt in punten()] == [("keurmeesters", True)]
    maak_keurmeesters(tmp_path)
    assert [(punt.naam, punt.gereed, punt.gevonden) for punt in punten()] == [
        ("veraPDF", GOED, "1.2.3"),
        ("OOXML-validator", GOED, "4.5.6"),
    ]


def test_een_programma_dat_niet_start_is_geen_traceback(tmp_path: Path) -> None:
    """Een kapot programma staat er met zijn plek bij; een dat niets zegt ook."""
    kapot, stil, goed = tmp_path / "kapot", tmp_path / "stil", tmp_path / "goed"
    kapot.write_text("geen programma")
    stil.write_text("#!/bin/sh\n")
    goed.write_text("#!/bin/sh\necho versie 12.3.4 >&2\n")
    for pad in (kapot, stil, goed):
        pad.chmod(0o700)

    def gevonden(pad: Path) -> str:
        return next(keurmeesters(lambda _: str(pad), {})).gevonden

    assert [gevonden(pad) for pad in (kapot, stil, goed)] == [
        f"{kapot}, maar het start niet",
        str(stil),
        "12.3.4",
    ]


def test_het_medische_deel_is_van_de_bedrijfsarts_alleen(tmp_path: Path) -> None:
    """Bij echte gegevens telt wie mag lezen (PRV-12), bij voorbeeldgegevens niet."""
    cases = kopieer_kleine_zaken(tmp_path / "cases")
    eigen = cases / "2026-0012" / "bedrijfsarts.yaml"
    eigen.write_text("kenmerk: 2026-0012\n")
    eigen.chmod(0o644)

    def afgeschermd() -> Keuringspunt:
        return {punt.naam: punt for punt in zakenmap(cases)}["afgeschermd"]

    assert afgeschermd().gereed is GOED
    vervang(cases / "organisaties.yaml", "voorbeeldgegevens: ja", "voorbeeldgegevens: nee")
    assert standen(zakenmap(eigen.parent))["afgeschermd"] is LET_OP
    open_ = afgeschermd()
    assert (open_.gereed, open_.houdt_tegen) == (LET_OP, False)
    assert open_.doen == f"chmod go-rwx {eigen}"
    eigen.chmod(0o600)
    assert afgeschermd().gereed is GOED


def test_de_regel_voor_de_editor_leidt_naar_een_schema(tmp_path: Path) -> None:
    """Drie gevallen: de map met schema's ontbreekt, zij is er, en een zaak zonder die regel."""
    cases = kopieer_kleine_zaken(tmp_path / "cases")

    def regel() -> tuple[Gereed, str]:
        punt = {punt.naam: punt for punt in zakenmap(cases)}["regel voor de editor"]
        return punt.gereed, punt.gevonden

    assert regel() == (LET_OP, "bij 3 van 3 zaken is het genoemde schema er niet")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "zaak.json").touch()
    assert regel() == (GOED, "elke zaak noemt een schema")
    zaak = cases / "2026-0012" / "zaak.yaml"
    zaak.write_text(zaak.read_text("utf-8").partition("\n")[2], "utf-8")
    assert regel() == (LET_OP, "bij 1 van 3 zaken staat er geen; een editor vult daar niet aan")


def test_zonder_zaken_is_er_niets_te_zeggen(tmp_path: Path) -> None:
    """Ook niet in een map die er niet is."""
    assert standen(zakenmap(tmp_path / "cases")) == {"zaken": GOED}


def test_de_uitvoermap(tmp_path: Path) -> None:
    """Nog niet gemaakt, open voor anderen, met resten, in gebruik, vol, en een bestand op die plek."""
    uit = tmp_path / "uit"
    assert standen(uitvoermap(uit)) == {"map": GOED, "ruimte": GOED}

    (uit / ".dossiergen").mkdir(parents=True)
    uit.chmod(0o755)
    (uit / ".dossiergen" / "tijdelijk-abc").touch()
    assert standen(uitvoermap(uit, lambda _: 10 * MEGABYTE)) == {
        "map": GOED, "afgeschermd": LET_OP, "in gebruik": LET_OP, "ruimte": LET_OP,
    }  # fmt: skip
    assert (uit / ".dossiergen" / "tijdelijk-abc").exists()

    uit.chmod(0o700)
    (uit / ".dossiergen" / "tijdelijk-abc").unlink()
    slot = uit / ".dossiergen" / "slot"
    slot.touch()
    vrij = {"map": GOED, "afgeschermd": GOED, "in gebruik": GOED, "ruimte": GOED}
    assert standen(uitvoermap(uit)) == vrij
    with slot.open("r+") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        assert standen(uitvoermap(uit)) == {**vrij, "in gebruik": LET_OP}

    for pad in (slot, slot / "dieper"):
        (punt,) = uitvoermap(pad)
        assert (punt.houdt_tegen, punt.gevonden) == (True, f"{slot}: hier staat een bestand, geen map")


def test_een_naam_die_geen_schijf_aankan_is_geen_traceback(tmp_path: Path) -> None:
    """Ook een zaak of uitvoermap waar niemand bij kan, geeft een antwoord."""
    lang = tmp_path / ("x" * 300)

    assert standen(zakenmap(lang)) == {"zaken": GOED}
    assert standen(uitvoermap(lang)) == {"map": GOED, "ruimte": GOED}


def test_een_map_waarin_niemand_mag_schrijven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wie als beheerder werkt mag altijd schrijven; daarom wordt het antwoord hier voorgezegd."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    (punt,) = uitvoermap(tmp_path)

    assert (punt.houdt_tegen, punt.gevonden) == (True, f"{tmp_path}: hier mag u niet schrijven")


def test_het_masker_zegt_wie_er_meeleest() -> None:
    """Beide zijn goed; bij het ruime staat wat te doen voor zaken van echte mensen."""
    assert (masker(0o077).gevonden, masker(0o077).doen) == ("077: nieuwe bestanden zijn van u alleen", "")
    assert masker(0o022).gevonden.startswith("022: ")
    assert "umask 077" in masker(0o022).doen
