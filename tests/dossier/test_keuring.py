"""A fixed document exists only where all who look at it agree; otherwise there is a finding and no file."""

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from dossiergen.cli.keuren import exitcode
from dossiergen.dossier.keuring.keuren import Keurder
from dossiergen.dossier.keuring.keurmeesters import Keurmeester, Keurmeesters
from dossiergen.dossier.metagegevens import pdf_verraadt
from dossiergen.dossier.resultaat import Uitkomst
from dossiergen.dossier.schijf import tijdelijk_bestand
from dossiergen.dossier.werkplaats import Ontwerp, Tekst, Werkplaats
from dossiergen.errors import BestandFout, ExitCode, OntbrekendHulpmiddel, SjabloonFout
from dossiergen.finding import CATALOGUS, Plaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import Status
from dossierhulp import CASES, PLAN, Maak, bestanden, fouten, laad_map, stel_vast, uitkomsten
from keurhulp import FOUT, keer_gestart, maak_keurmeesters

ZAAK = "2026-0012"
PDF = "03-plan-van-aanpak.pdf"
Bestanden = Mapping[str, bytes]


class Verknoeid(Werkplaats):
    """Something goes wrong with the files of a plan after they were written."""

    def __init__(self, knoei: Callable[[Bestanden], Bestanden], keurder: Keurder | None = None) -> None:
        super().__init__(Sjablonen.standaard(), None, keurder or Keurder())
        self._knoei = knoei

    def schrijf(self, ontwerp: Ontwerp, tekst: Tekst) -> Bestanden:
        geschreven = Werkplaats.schrijf(self, ontwerp, tekst)
        return self._knoei(geschreven) if ontwerp.vorm.naam == "plan-van-aanpak" else geschreven


def met_meesters(map_: Path, **antwoorden: str) -> Werkplaats:
    return Werkplaats(Sjablonen.standaard(), None, Keurder(maak_keurmeesters(map_, **antwoorden)))


def anders(verander: Callable[[pikepdf.Pdf], None]) -> Callable[[Bestanden], Bestanden]:
    """The same files with another PDF."""

    def knoei(geschreven: Bestanden) -> Bestanden:
        uit = io.BytesIO()
        with pikepdf.open(io.BytesIO(geschreven[".pdf"])) as pdf:
            verander(pdf)
            pdf.save(uit)
        return {**geschreven, ".pdf": uit.getvalue()}

    return knoei


def zonder_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def met_formulier(pdf: pikepdf.Pdf) -> None:
    """Buiten de velden voor een handtekening om."""
    pdf.Root.AcroForm.NeedAppearances = True


def zonder_tweede_helft(geschreven: Bestanden) -> Bestanden:
    return {**geschreven, ".pdf": geschreven[".pdf"][: len(geschreven[".pdf"]) // 2]}


def met_ander_woord(geschreven: Bestanden) -> Bestanden:
    """One word of the Word file is not that of the PDF."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(geschreven[".docx"])) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            doel.writestr(naam, bron.read(naam).replace(b"Werkgever", b"Opdrachtgever"))
    return {**geschreven, ".docx": uit.getvalue()}


def gekeurd(uit: Path, stuk: str, lezer: str = "werkgever") -> dict[str, list[str]]:
    """By the ending of the file: what the manifest says was looked at."""
    manifest = json.loads((uit / ZAAK / lezer / "manifest.json").read_text())
    regels = [regel for regel in manifest["stukken"] if regel["stuk"] == stuk]
    return {
        Path(regel["bestand"]).suffix: [
            f"{een['keuring']} {een['versie']}" for een in regel.get("gekeurd", ())
        ]
        for regel in regels
    }


def in_de_pdf(pad: Path) -> list[str]:
    with pikepdf.open(pad) as pdf, pdf.open_metadata() as kenmerken:
        return sorted(kenmerken.get("{urn:dossiergen:keuring:1}gekeurd", ()))


def test_wat_is_gekeurd_staat_in_manifest_en_pdf(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Van een definitief stuk, met de versies; beide bestanden noemen hun eigen keurmeesters."""
    maak(ZAAK, werkplaats=met_meesters(tmp_path / "k"))
    lijst = gekeurd(uit, "plan-van-aanpak")

    assert [regel.split()[0] for regel in lijst[".pdf"]] == [
        "lezers",
        "qpdf",
        "regels",
        "structuur",
        "verapdf",
    ]
    assert [regel.split()[0] for regel in lijst[".docx"]] == ["lezers", "ooxml", "regels"]
    assert (lijst[".pdf"][-1], lijst[".docx"][1]) == ("verapdf 1.2.3", "ooxml 4.5.6")
    assert in_de_pdf(uit / ZAAK / "werkgever" / PDF) == lijst[".pdf"]


def test_zonder_keurmeesters_noemt_een_stuk_alleen_wat_er_was(maak: Maak, uit: Path) -> None:
    """Wat niet heeft gekeurd, staat er niet."""
    maak(ZAAK)

    namen = [regel.split()[0] for regel in in_de_pdf(uit / ZAAK / "werkgever" / PDF)]
    assert namen == ["lezers", "qpdf", "regels", "structuur"]


def test_een_concept_wordt_niet_gekeurd(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Een concept zegt er niets over, ook niet waar een keurmeester het zou afkeuren."""
    plek = met_meesters(tmp_path / "k", pdf=FOUT)
    resultaat = maak("2025-0231", "plan-van-aanpak", werkplaats=plek)
    manifest = json.loads((uit / "2025-0231/werkgever/manifest.json").read_text())

    assert uitkomsten(resultaat) == {"plan-van-aanpak": Uitkomst.GEMAAKT}
    assert [regel for regel in manifest["stukken"] if "gekeurd" in regel] == []
    assert in_de_pdf(uit / "2025-0231/werkgever/03-plan-van-aanpak-concept.pdf") == []
    assert keer_gestart(tmp_path / "k") == 0


@pytest.mark.parametrize(
    ("knoei", "codes"),
    [
        (zonder_tweede_helft, {"KEU-02"}),
        (anders(zonder_tags), {"KEU-01"}),
        (anders(met_formulier), {"PRV-07"}),
        (met_ander_woord, {"RIV-15"}),
    ],
)
def test_een_stuk_dat_niet_deugt_bestaat_niet(
    maak: Maak, cases: Path, uit: Path, knoei: Callable[[Bestanden], Bestanden], codes: set[str]
) -> None:
    """Elke keuring kan afkeuren: dan is er een bevinding, geen bestand, en wat er lag ligt er nog."""
    maak("2025-0231")
    eerst = {pad: merk for pad, merk in bestanden(uit).items() if not pad.endswith(".json")}
    stel_vast(cases / "2025-0231" / PLAN)
    resultaat = maak("2025-0231", werkplaats=Verknoeid(knoei))

    assert codes <= set(fouten(resultaat)) <= codes | {"KEU-01", "RIV-15"}
    assert uitkomsten(resultaat)["plan-van-aanpak"] is Uitkomst.GEWEIGERD
    assert {pad: merk for pad, merk in bestanden(uit).items() if not pad.endswith(".json")} == eerst
    assert exitcode(resultaat.findings, ExitCode.FOUTEN) is ExitCode.UITVOER_ONGELDIG


@pytest.mark.parametrize(
    ("antwoorden", "codes"),
    [
        ({"pdf": FOUT}, ["KEU-03", "KEU-03"]),
        ({"word": '{"ok": false, "errors": [{"id": "Sch_X", "path": "/word/document.xml"}]}'}, ["KEU-04"]),
    ],
)
def test_wat_een_keurmeester_afkeurt_bestaat_niet(
    maak: Maak, uit: Path, tmp_path: Path, antwoorden: dict[str, str], codes: list[str]
) -> None:
    """De bevinding noemt de regel en de bladzijde, en het stuk waar het om gaat."""
    plek = met_meesters(tmp_path / "k", **antwoorden)
    resultaat = maak(ZAAK, "plan-van-aanpak", werkplaats=plek)

    assert fouten(resultaat) == codes
    assert {
        finding.plaats.bestand.rpartition("/")[2] for finding in resultaat.findings if finding.is_fout
    } == {"plan-van-aanpak.yaml"}
    assert all("(" in finding.melding for finding in resultaat.findings if finding.is_fout)
    assert list(uit.rglob("*.pdf")) == list(uit.rglob("*.docx")) == []


def test_een_keurmeester_die_zwijgt_laat_alles_liggen(
    maak: Maak, cases: Path, uit: Path, tmp_path: Path
) -> None:
    """Geen oordeel is geen goedkeuring: exitcode 3, er is niets geschreven en er blijft niets achter."""
    maak("2025-0231")
    eerst = bestanden(uit)
    stel_vast(cases / "2025-0231" / PLAN)
    with pytest.raises(OntbrekendHulpmiddel):
        maak("2025-0231", werkplaats=met_meesters(tmp_path / "k", pdf="stop"))

    assert bestanden(uit) == eerst
    assert [pad.name for pad in (uit / ".dossiergen").glob("tijdelijk-*")] == []


def test_wat_is_vastgesteld_wordt_niet_opnieuw_gekeurd(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Een stuk dat er al lag, blijft zoals het was, en zegt wat er toen is gekeurd (besluit 0011)."""
    maak(ZAAK)
    eerst = bestanden(uit)
    resultaat = maak(ZAAK, werkplaats=met_meesters(tmp_path / "k", pdf=FOUT))

    assert set(uitkomsten(resultaat).values()) == {Uitkomst.ONGEWIJZIGD}
    assert bestanden(uit) == eerst
    assert keer_gestart(tmp_path / "k") == 0


def test_wat_overal_weg_is_wordt_bij_het_opnieuw_maken_gekeurd(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Een vastgesteld stuk dat nergens meer ligt, bestaat weer als het door de keuring komt."""
    maak(ZAAK)
    for pad in uit.rglob(PDF):
        pad.unlink()
    geweigerd = maak(ZAAK, werkplaats=met_meesters(tmp_path / "k", pdf=FOUT))
    assert fouten(geweigerd) == ["KEU-03", "KEU-03"]
    assert list(uit.rglob(PDF)) == []
    maak(ZAAK, werkplaats=met_meesters(tmp_path / "l"))

    assert in_de_pdf(uit / ZAAK / "werkgever" / PDF)[-1] == "verapdf 1.2.3"
    assert [regel.split()[0] for regel in gekeurd(uit, "plan-van-aanpak")[".docx"]] == ["lezers", "regels"]


def test_een_andere_keuring_is_een_ander_stuk_maar_geen_ander_concept() -> None:
    """De sleutel van een definitief stuk kent de keurmeesters, zodat gelijke sleutels gelijke bytes blijven."""

    def sleutels(keurmeesters: Keurmeesters | None) -> tuple[str, str]:
        plek = Werkplaats(Sjablonen.standaard(), None, Keurder(keurmeesters))
        zaak = laad_map(CASES / ZAAK).zaak
        assert zaak is not None
        stuk = next(stuk for stuk in zaak.stukken if stuk.soort == "plan-van-aanpak")
        concept = replace(stuk, gegevens=stuk.gegevens.model_copy(update={"status": Status.CONCEPT}))
        vorm = plek.vormen["plan-van-aanpak"]
        return plek.ontwerp(zaak, stuk, vorm).sleutel, plek.ontwerp(zaak, concept, vorm).sleutel

    def meesters(versie: str) -> Keurmeesters:
        een = Keurmeester("verapdf", versie, ("true",))
        return Keurmeesters(een, een, een)

    assert sleutels(meesters("1"))[0] == sleutels(meesters("1"))[0]
    assert len({sleutels(None)[0], sleutels(meesters("1"))[0], sleutels(meesters("2"))[0]}) == 3
    assert sleutels(None)[1] == sleutels(meesters("2"))[1]


def verraadt(inhoud: bytes) -> bool:
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        return pdf_verraadt(pdf)


@pytest.mark.parametrize("wat", ["naam van een mens", "verapdf", "verapdf 1.31 en nog iets", "<x:y>"])
def test_alleen_een_keuring_met_haar_versie_mag_in_de_pdf(maak: Maak, uit: Path, wat: str) -> None:
    """Iets anders onder die naam is PRV-07; wat dossiergen zelf schrijft niet."""
    maak(ZAAK, "plan-van-aanpak")
    inhoud = (uit / ZAAK / "werkgever" / PDF).read_bytes()
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        xmp = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata = pdf.make_stream(xmp.replace(b"lezers 0.1.0", wat.encode()))
        verknoeid = io.BytesIO()
        pdf.save(verknoeid)

    assert b"lezers 0.1.0" in xmp
    assert not verraadt(inhoud)
    assert verraadt(verknoeid.getvalue())


def test_wat_weasyprint_meldt_houdt_een_definitief_stuk_tegen(maak: Maak, uit: Path, tmp_path: Path) -> None:
    """Een regel die WeasyPrint overslaat en alleen in zijn log noemt, is een fout van de huisstijl: er komt niets."""
    eigen = tmp_path / "sjablonen" / "huisstijl" / "standaard"
    shutil.copytree(Sjablonen.standaard().bestand("huisstijl/standaard/huisstijl.yaml").parent, eigen)
    (eigen / "stijl.css").write_text("p { bestaat-niet: 1mm }")
    plek = Werkplaats(Sjablonen.standaard(tmp_path / "sjablonen"), "standaard")

    with pytest.raises(SjabloonFout, match=r"WeasyPrint meldt een fout.*bestaat-niet: 1mm"):
        maak(ZAAK, werkplaats=plek)
    assert list(uit.rglob("*.pdf")) == []


def test_een_map_die_vol_is_of_weg(tmp_path: Path) -> None:
    """Wat een keurmeester moet zien past niet op de schijf: een fout bij het schrijven, en er blijft niets liggen."""
    with pytest.raises(BestandFout), tijdelijk_bestand(b"x", ".pdf", tmp_path / "weg"):
        pass
    with tijdelijk_bestand(b"x", ".pdf", tmp_path) as pad:
        assert (pad.read_bytes(), pad.stat().st_mode & 0o777) == (b"x", 0o600)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("codes", "anders", "code"),
    [
        ([], ExitCode.GOED, ExitCode.GOED),
        (["CAL-01"], ExitCode.FOUTEN, ExitCode.FOUTEN),
        (["CAL-01", "KEU-01"], ExitCode.FOUTEN, ExitCode.UITVOER_ONGELDIG),
        (["RIV-15"], ExitCode.DEEL_MISLUKT, ExitCode.UITVOER_ONGELDIG),
    ],
)
def test_exitcode_4_gaat_voor(codes: list[str], anders: ExitCode, code: ExitCode) -> None:
    """Een bestand dat is afgekeurd, kan niemand in zijn zaak verhelpen: dat moet de shell altijd horen."""
    assert exitcode([CATALOGUS[een].finding(Plaats("x")) for een in codes], anders) is code
