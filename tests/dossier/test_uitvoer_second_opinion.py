"""The second opinion in the output: only for whom it is meant, and nothing of it where the employer looks."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.mappen import controleer_mappen
from dossiergen.dossier.resultaat import Uitkomst, Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_organisaties, laad_zaak
from dossierhulp import bestanden, laad_map, uitkomsten, vervang
from gebreken import GOED
from verslaghulp import KENMERK, PEILDATUM, gemaakt, riv, werkplaats

BESTAND = "bedrijfsarts.yaml"
ANDERS = """
  n-ander:
    aanhef: mevrouw
    voorletters: N.
    achternaam: Ander
    functie: bedrijfsarts
    rol: bedrijfsarts
    big_nummer: "09012345699"
    arbodienst: elders
"""
VERZOEK = f"""kenmerk: {KENMERK}
second_opinions:
  - verzoek:
      ontvangen_op: 2026-02-16
      onderwerp: arbeidsconflict
      advies_van: 2026-02-12
      advies: Twee keer vier uur per week beginnen met licht werk.
    verloop:
      - {{stap: verzoek_ontvangen, op: 2026-02-16}}
      - {{stap: gesprek_gepland, op: 2026-02-17}}
      - {{stap: in_behandeling, op: 2026-02-18}}
      - {{stap: afgewezen, op: 2026-02-19}}
    afwijzing:
      datum: 2026-02-19
      status: definitief
      opsteller: c-vermaat
      besproken_op: 2026-02-18
      gronden:
        - code: D
          motivering: >-
            Op 10 februari en op 13 februari sprak u met uw leidinggevende over het rooster van maart. In ons gesprek vertelde u
            dat u het verzoek indient omdat uw leidinggevende dat rooster niet wil aanpassen, en dat u over het advies zelf geen
            vragen hebt.
    keuzehulp: {{datum: 2026-02-18, status: definitief, opsteller: c-vermaat}}
"""
TWEEDE = """  - verzoek: {ontvangen_op: 2026-02-20, onderwerp: arbeidsconflict}
    verloop: [{stap: verzoek_ontvangen, op: 2026-02-20}]
    keuzehulp: {datum: 2026-02-20, status: definitief, opsteller: c-vermaat}
"""


@pytest.fixture(name="zaak")
def _zaak(tmp_path: Path) -> Path:
    cases = Path(shutil.copytree(GOED, tmp_path / "cases"))
    vervang(cases / "organisaties.yaml", "personen:\n", f"personen:{ANDERS}")
    dienst = "  elders:\n    naam: Elders\n    adres: {straat: Weg 1, postcode: 9711 AA, plaats: Groningen}\npersonen:"
    vervang(cases / "organisaties.yaml", "personen:", dienst)
    (cases / KENMERK / BESTAND).write_text(VERZOEK, "utf-8")
    return cases / KENMERK


def maak(zaak: Path, uit: Path) -> Zaakresultaat:
    with Uitvoer(uit).open() as uitvoer:
        return maak_zaak(laad_map(zaak), Keuze(), werkplaats(), uitvoer, PEILDATUM)


def gevonden(zaak: Path, peildatum: dt.date = PEILDATUM) -> tuple[Finding, ...]:
    """What check finds in the bedrijfsarts' own file, and about exceptions."""
    (findings,) = controleer_mappen([zaak], peildatum, Sjablonen.standaard())
    return tuple(f for f in findings if f.plaats.bestand.endswith(BESTAND) or f.code.startswith("UZ"))


def test_alles_ligt_bij_werknemer_en_bedrijfsarts_en_nergens_anders(zaak: Path, tmp_path: Path) -> None:
    """Het eerste verzoek geeft stukken zonder nummer, het tweede met -02."""
    with (zaak / BESTAND).open("a", encoding="utf-8") as bestand:
        bestand.write(TWEEDE)
    maak(zaak, tmp_path / "uit")
    namen = {pad for pad in bestanden(tmp_path / "uit") if "second-opinion" in pad}
    stammen = ("40-second-opinion-keuzehulp", "40-second-opinion-keuzehulp-02", "46-second-opinion-afwijzing")

    assert namen == {
        f"{KENMERK}/vertrouwelijk/{lezer}/{stam}.{eind}"
        for lezer in ("werknemer", "bedrijfsarts")
        for stam in stammen
        for eind in ("pdf", "docx")
    }


def test_buiten_vertrouwelijk_verraadt_niets_dat_er_een_verzoek_was(zaak: Path, tmp_path: Path) -> None:
    """Met en zonder het bestand van de bedrijfsarts is de rest gelijk, tot op de byte, de eigen administratie inbegrepen."""
    maak(zaak, tmp_path / "met")
    (zaak / BESTAND).unlink()
    maak(zaak, tmp_path / "zonder")

    def buiten(uit: Path) -> dict[str, bytes]:
        paden = (pad for pad in sorted(uit.rglob("*")) if pad.is_file() and "vertrouwelijk" not in pad.parts)
        return {pad.relative_to(uit).as_posix(): pad.read_bytes() for pad in paden}

    assert buiten(tmp_path / "met") == buiten(tmp_path / "zonder")


def test_het_verslag_neemt_geen_stuk_van_een_second_opinion_mee(tmp_path: Path) -> None:
    """Ook niet in de eigen map van de werknemer: het gaat naar UWV."""
    zaak, uit = gemaakt(tmp_path)
    eigen = (zaak / BESTAND).read_text("utf-8")
    (zaak / BESTAND).write_text(eigen + VERZOEK.split("\n", 1)[1], "utf-8")
    shutil.rmtree(uit)

    assert riv(zaak, uit).gelukt
    assert (uit / KENMERK / "vertrouwelijk/werknemer/46-second-opinion-afwijzing.pdf").is_file()
    assert [pad for pad in bestanden(uit) if "second-opinion" in pad and "/riv" in pad] == []


def test_een_fout_in_een_stuk_houdt_de_andere_stukken_niet_tegen(zaak: Path, tmp_path: Path) -> None:
    """In een bestand staan veel stukken; wat aan het ene mankeert, gaat het andere niet aan."""
    vervang(zaak / BESTAND, "        - code: D\n", "        - code: C\n")
    met_medisch = "medische_informatie: {datum: 2026-02-12, status: definitief, opsteller: c-vermaat, diagnose: Verzonnen.}\n"
    with (zaak / BESTAND).open("a", encoding="utf-8") as bestand:
        bestand.write(TWEEDE + met_medisch)
    resultaat = maak(zaak, tmp_path / "uit")

    assert {naam: uit for naam, uit in uitkomsten(resultaat).items() if "opinion" in naam or "medisch" in naam} == {
        "medische-informatie": Uitkomst.GEMAAKT,
        "second-opinion-keuzehulp": Uitkomst.GEMAAKT,
        "second-opinion-keuzehulp-02": Uitkomst.GEMAAKT,
        "second-opinion-afwijzing": Uitkomst.GEWEIGERD,
    }  # fmt: skip


def test_een_fout_in_het_verzoek_raakt_alle_stukken_ervan_en_geen_ander(zaak: Path, tmp_path: Path) -> None:
    """Wat buiten de stukken van een verzoek staat, geldt voor al zijn stukken."""
    vervang(zaak / BESTAND, "    verloop:\n", "    artsen: [c-vermaat]\n    verloop:\n")
    with (zaak / BESTAND).open("a", encoding="utf-8") as bestand:
        bestand.write(TWEEDE)
    resultaat = maak(zaak, tmp_path / "uit")

    assert "SO-01" in {f.code for f in gevonden(zaak)}
    assert {naam: uit for naam, uit in uitkomsten(resultaat).items() if "opinion" in naam} == {
        "second-opinion-keuzehulp": Uitkomst.GEWEIGERD,
        "second-opinion-keuzehulp-02": Uitkomst.GEMAAKT,
        "second-opinion-afwijzing": Uitkomst.GEWEIGERD,
    }


UITZONDERING = """uitzonderingen:
  - code: {code}
    pad: {pad}
    reden: De afdeling was tot april gesloten.
    door: c-vermaat
    datum: 2026-03-01
"""


def met_uitzondering(code: str, pad: str) -> str:
    return UITZONDERING.format(code=code, pad=pad)


def test_een_bevinding_over_een_second_opinion_aanvaardt_de_bedrijfsarts_in_eigen_bestand(zaak: Path) -> None:
    """In zaak.yaml zou de werkgever het lezen."""
    vervang(zaak / BESTAND, "2026-02-19", "2026-03-09")
    pad = next(f.pad for f in gevonden(zaak) if f.code == "SO-16")
    with (zaak / BESTAND).open("a", encoding="utf-8") as bestand:
        bestand.write(met_uitzondering("SO-16", pad))

    assert [(f.pad, f.aanvaard) for f in gevonden(zaak) if f.code == "SO-16"] == [(pad, True)]

    with (zaak / "zaak.yaml").open("a", encoding="utf-8") as bestand:
        bestand.write(met_uitzondering("SO-16", pad))

    assert [f.pad for f in gevonden(zaak) if f.code == "UZ-05"] == ["uitzonderingen.0"]


def test_een_uitzondering_die_nergens_op_past_staat_in_haar_eigen_bestand(zaak: Path) -> None:
    """De plaats is die van de regel in bedrijfsarts.yaml."""
    with (zaak / BESTAND).open("a", encoding="utf-8") as bestand:
        bestand.write(met_uitzondering("SO-99", "second_opinions.0"))
    (finding,) = (f for f in gevonden(zaak) if f.code == "UZ-01")

    assert Path(finding.plaats.bestand).name == BESTAND
    assert finding.plaats.regel > len(VERZOEK.splitlines())


@pytest.mark.parametrize(("recht", "codes"), [(0o600, []), (0o640, ["PRV-12"]), (0o604, ["PRV-12"])])
def test_een_medisch_bestand_is_voor_niemand_anders_te_lezen(
    zaak: Path, recht: int, codes: list[str]
) -> None:
    """Bij verzonnen gegevens hoeft er geen slot op."""
    (zaak / BESTAND).chmod(recht)
    organisaties = zaak.parent / "organisaties.yaml"
    verzonnen = [f.code for f in gevonden(zaak) if f.code == "PRV-12"]
    vervang(organisaties, "voorbeeldgegevens: ja", "voorbeeldgegevens: nee")

    assert verzonnen == []
    assert [f.code for f in gevonden(zaak) if f.code == "PRV-12"] == codes


BIJSTELLING = """datum: 2026-02-24
status: ondertekend
opsteller: c-vermaat
spreekuur_op: 2026-02-24
aanleiding: Nieuw spreekuur.
verschil: Meer uren.
"""


def bijgesteld(zaak: Path, oud: str = "", nieuw: str = "") -> Path:
    """The analysis of the case again, five days later, with one change."""
    stukken = zaak / "stukken"
    analyse = (stukken / "probleemanalyse.yaml").read_text("utf-8")
    rest = "\n".join(
        regel
        for regel in analyse.splitlines()
        if not regel.startswith(("datum:", "status:", "opsteller:", "spreekuur_op:", "#"))
    )
    assert oud in rest
    (stukken / "bijstelling-probleemanalyse-01.yaml").write_text(
        BIJSTELLING + rest.replace(oud, nieuw), "utf-8"
    )
    return zaak


def test_het_bericht_aan_de_werkgever_bestaat_alleen_als_het_advies_is_gewijzigd(
    zaak: Path, tmp_path: Path
) -> None:
    """Het komt uit de bijstelling in het open deel, en is geen getekend stuk omdat die getekend is."""
    maak(bijgesteld(zaak), tmp_path / "gelijk")
    maak(bijgesteld(zaak, "einddoel: eigen_werk", "einddoel: eigen_werk_aangepast"), tmp_path / "anders")
    naam = "23-bericht-aan-werkgever-01.pdf"

    assert [pad for pad in bestanden(tmp_path / "gelijk") if "bericht" in pad] == []
    assert [pad for pad in bestanden(tmp_path / "anders") if pad.endswith(naam)] == [
        f"{KENMERK}/werkgever/{naam}",
        f"{KENMERK}/werknemer/{naam}",
    ]


def test_wat_als_ander_advies_telt(zaak: Path) -> None:
    """Een andere prognose of belastbaarheid alleen verandert het advies niet; een concept is geen vorig advies."""
    organisaties = laad_organisaties(zaak.parent / "organisaties.yaml")

    def gewijzigd() -> bool:
        geladen = laad_zaak(zaak, organisaties).zaak
        assert geladen is not None
        stuk = next(s for s in geladen.stukken if s.soort == "bijstelling-probleemanalyse")
        return geladen.advies_gewijzigd(stuk)

    bijgesteld(zaak, "einddoel: eigen_werk", "einddoel: eigen_werk_aangepast")
    anders = gewijzigd()
    vervang(zaak / "stukken/probleemanalyse.yaml", "status: ondertekend", "status: concept")
    zonder_vorige = gewijzigd()
    vervang(zaak / "stukken/probleemanalyse.yaml", "status: concept", "status: ondertekend")
    bijgesteld(zaak)

    assert (anders, zonder_vorige, gewijzigd()) == (True, False, False)
