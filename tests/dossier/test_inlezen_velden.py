"""Een bewerkt Word-bestand komt terug: welk veld er verandert, en in wat."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dossiergen.dossier.inlezen import Voorstel, lees_in, pas_toe
from dossiergen.medisch import aandachtswoorden, noemt_afkorting, noemt_een_van
from dossierhulp import CASES, tijdelijke_map, vervang
from woordhulp import (
    PEILDATUM,
    SJABLONEN,
    Knoop,
    W,
    bewerk,
    control,
    delen,
    leg_neer,
    samen,
    sleutel,
    typ,
    vink,
    werkplaats,
    woord,
    xml,
)

PLAN = "plan-van-aanpak"
BESTAND = "stukken/plan-van-aanpak.yaml"

Terug = Callable[..., Voorstel]


@pytest.fixture(name="zaak")
def _zaak(tmp_path: Path) -> Path:
    """A case whose plan is a draft, free to change."""
    (tmp_path / "cases").mkdir()
    shutil.copy(CASES / "organisaties.yaml", tmp_path / "cases")
    return Path(shutil.copytree(CASES / "2025-0231", tmp_path / "cases" / "2025-0231"))


@pytest.fixture(name="terug")
def _terug(zaak: Path, tmp_path: Path) -> Terug:
    """Edit a document of the case by the paths of its fields, and read it in."""

    def terug(wijzig: dict[str, str | tuple[int, ...]], naam: str = PLAN) -> Voorstel:
        docx = woord(zaak, naam)
        stappen = [
            typ(sleutel(docx, pad), nieuw) if isinstance(nieuw, str) else vink(sleutel(docx, pad), *nieuw)
            for pad, nieuw in wijzig.items()
        ]
        return lees_in(leg_neer(tmp_path, bewerk(docx, samen(stappen))), [zaak], werkplaats(), PEILDATUM)

    return terug


def nieuwe_waarden(voorstel: Voorstel) -> dict[str, str | None]:
    assert not voorstel.buiten
    return {".".join(map(str, een.pad)): een.nieuw for een in voorstel.wijzigingen}


def codes(voorstel: Voorstel) -> list[tuple[str, str]]:
    return [(finding.code, finding.pad) for finding in voorstel.findings]


def test_een_onbewerkt_bestand_verandert_niets(terug: Terug) -> None:
    assert terug({}) == Voorstel(terug({}).map, "2025-0231", PLAN)


@pytest.mark.parametrize(
    ("pad", "nieuw", "waarde"),
    [
        ("activiteiten.0.wat", "Taken kiezen & “plannen”", "Taken kiezen & “plannen”"),
        ("activiteiten.0.start", "5 november 2025", "2025-11-05"),
        ("activiteiten.0.start", "woensdag 5 november 2025", "2025-11-05"),
        ("activiteiten.0.start", "5-11-2025", "2025-11-05"),
        ("activiteiten.0.start", "2025-11-05", "2025-11-05"),
        ("activiteiten.0.start", "5\N{NO-BREAK SPACE}nov. 2025", "2025-11-05"),
        ("activiteiten.0.wie", "Beiden", "beiden"),
        ("opbouwschema.0.uren_per_week", "7,5", "7,5"),
        ("opbouwschema.0.uren_per_week", "7,5 uur", "7,5"),
        ("opbouwschema.0.loonwaarde", "Ja", "ja"),
        ("einddoel", (1,), "eigen_werk_aangepast"),
        ("visie_werkgever", "Een.\n\nTwee.", "Een.\n\nTwee."),
        ("visie_werknemer", "Ik doe mee.", "Ik doe mee."),
        ("activiteiten.1.doel", "", None),
    ],
)
def test_een_veld_komt_terug_zoals_de_zaak_het_schrijft(
    terug: Terug, pad: str, nieuw: str | tuple[int, ...], waarde: str | None
) -> None:
    """Datums als ISO, keuzes als sleutel, tekst in alinea's; een leeg veld is weg."""
    voorstel = terug({pad: nieuw})
    assert nieuwe_waarden(voorstel) == {pad: waarde}
    assert not voorstel.findings


@pytest.mark.parametrize(
    ("pad", "nieuw"),
    [
        ("activiteiten.0.start", "3 november 2025"),
        ("activiteiten.0.wie", "WERKGEVER"),
        ("opbouwschema.0.uren_per_week", "6,50"),
        ("einddoel", (0,)),
        (
            "activiteiten.0.wat",
            "Afgebakende  taken kiezen\N{NO-BREAK SPACE}uit het beleids\N{SOFT HYPHEN}plan bomen ",
        ),
    ],
)
def test_wat_hetzelfde_zegt_is_geen_wijziging(terug: Terug, pad: str, nieuw: str | tuple[int, ...]) -> None:
    """Ook anders geschreven, in andere stukken geknipt of met ander wit."""
    assert nieuwe_waarden(terug({pad: nieuw})) == {}


@pytest.mark.parametrize(
    ("pad", "nieuw", "zin"),
    [
        ("activiteiten.0.start", "volgende week", "Hier hoort een datum."),
        ("activiteiten.0.start", "31 februari 2026", "Deze datum bestaat niet in de kalender."),
        ("activiteiten.0.start", "maandag 5 november 2025", "De dag van de week past niet bij deze datum."),
        ("activiteiten.0.wie", "de buurman", "Dit is geen van de keuzes van dit veld."),
        ("opbouwschema.0.uren_per_week", "veel", "Hier hoort een getal, bijvoorbeeld 24 of 24,5."),
        ("opbouwschema.0.uren_per_week", "99", "Dit getal is te groot voor dit veld."),
        ("opbouwschema.0.loonwaarde", "soms", "Hier hoort ja of nee."),
        ("activiteiten.0.wat", "", "Dit veld mag niet leeg zijn."),
        ("einddoel", (), "Hier is geen keuze aangevinkt."),
        ("einddoel", (0, 1), "Hier is meer dan één keuze aangevinkt."),
    ],
)
def test_wat_geen_waarde_kan_zijn_is_een_bevinding(
    terug: Terug, pad: str, nieuw: str | tuple[int, ...], zin: str
) -> None:
    """Met de plaats van het veld, hoe het heet en wat er hoort; nooit met wat er stond."""
    voorstel = terug({pad: nieuw})
    assert codes(voorstel) == [("INL-08", pad)]
    bevinding = voorstel.findings[0]
    assert bevinding.melding.startswith(f"{zin} Veld: ")
    assert bevinding.plaats.regel > 0
    assert not nieuw or str(nieuw) not in bevinding.melding + bevinding.oplossing
    assert not voorstel.kan


def test_tekst_houdt_de_regels_die_zij_in_de_zaak_had(terug: Terug, zaak: Path) -> None:
    """Een stuk toont lopende tekst zonder haar regeleinden; waar niets veranderde, blijven zij staan."""
    vervang(
        zaak / BESTAND,
        "visie_werkgever: Wij denken dat dit een goed begin is en willen na het verlof opnieuw kijken wat kan.",
        "visie_werkgever: |\n  Wij denken dat dit\n  een goed begin is.\n\n  Na het verlof\n  kijken wij opnieuw.",
    )
    voorstel = terug(
        {"visie_werkgever": "Wij denken dat dit een prima begin is.\n\nNa het verlof kijken wij opnieuw."}
    )
    assert nieuwe_waarden(voorstel) == {
        "visie_werkgever": "Wij denken dat dit\neen prima begin is.\n\nNa het verlof\nkijken wij opnieuw."
    }


def test_een_regel_erbij_met_shift_enter_blijft(zaak: Path, tmp_path: Path) -> None:
    docx = woord(zaak, PLAN)
    naam = sleutel(docx, "visie_werkgever")

    def stap(wortel: Knoop) -> None:
        alinea = next(control(wortel, naam).iter(f"{{{W}}}p"))
        alinea.extend(
            xml("<w:r><w:br/><w:t>Dat is</w:t><w:noBreakHyphen/><w:t>al</w:t><w:tab/><w:t>veel.</w:t></w:r>")
        )

    voorstel = lees_in(leg_neer(tmp_path, bewerk(docx, stap)), [zaak], werkplaats(), PEILDATUM)
    oud = voorstel.wijzigingen[0].oud
    assert nieuwe_waarden(voorstel) == {"visie_werkgever": f"{oud}\nDat is-al veel."}


def test_een_koppeling_is_de_tekst_die_zij_toont(zaak: Path, tmp_path: Path) -> None:
    """Word maakt van een adres een veld; dat staat niet in de zaak, het adres wel. Een nieuwe bladzijde scheidt woorden."""
    docx = woord(zaak, PLAN)
    naam = sleutel(docx, "activiteiten.0.wat")

    def stap(wortel: Knoop) -> None:
        inhoud = control(wortel, naam).find(f"{{{W}}}sdtContent")
        assert inhoud is not None
        for kind in list(inhoud):
            inhoud.remove(kind)
        teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        inhoud.extend(
            xml(
                f'<w:r><w:t>Zie</w:t><w:br w:type="page"/></w:r>{teken.format("begin")}'
                '<w:r><w:instrText> HYPERLINK "http://voorbeeld.nl" </w:instrText></w:r>'
                f"{teken.format('separate')}<w:r><w:t>voorbeeld.nl</w:t></w:r>{teken.format('end')}"
            )
        )

    voorstel = lees_in(leg_neer(tmp_path, bewerk(docx, stap)), [zaak], werkplaats(), PEILDATUM)
    assert nieuwe_waarden(voorstel) == {"activiteiten.0.wat": "Zie\nvoorbeeld.nl"}


def test_een_vakje_in_gewone_tekst_is_geen_keuze(terug: Terug) -> None:
    pas_toe(terug({"visie_werknemer": "☐ koffie\n\n☐ thee"}), SJABLONEN, PEILDATUM)
    assert nieuwe_waarden(terug({"visie_werknemer": "☐ koffie"})) == {"visie_werknemer": "☐ koffie"}


def test_een_veld_dat_word_als_leeg_toont(zaak: Path, tmp_path: Path) -> None:
    """Wie alle tekst weghaalt, ziet wat Word dan zelf zegt; dat is geen waarde."""
    docx = woord(zaak, PLAN)
    naam = sleutel(docx, "activiteiten.1.doel")

    def stap(wortel: Knoop) -> None:
        sdt = control(wortel, naam)
        sdt[0].extend(xml("<w:showingPlcHdr/>"))
        sdt[1][:] = xml(
            '<w:r><w:rPr><w:rStyle w:val="Tekstvantijdelijkeaanduiding"/></w:rPr><w:t>Klik of tik.</w:t></w:r>'
        )

    voorstel = lees_in(leg_neer(tmp_path, bewerk(docx, stap)), [zaak], werkplaats(), PEILDATUM)
    assert nieuwe_waarden(voorstel) == {"activiteiten.1.doel": None}


def test_een_veld_van_de_zaak_zelf_komt_mee_met_een_waarschuwing(terug: Terug) -> None:
    voorstel = terug({"dienstverband.werkrooster": "maandag en dinsdag"})
    assert nieuwe_waarden(voorstel) == {"dienstverband.werkrooster": "maandag en dinsdag"}
    assert codes(voorstel) == [("INL-12", "dienstverband.werkrooster")]
    assert voorstel.kan


def test_een_vastgesteld_stuk_verandert_niet(terug: Terug, zaak: Path) -> None:
    """De tekst ligt vast; de uitweg is een nieuwe versie."""
    vervang(zaak / BESTAND, "status: concept", "status: definitief\nvisie_werknemer: Goed.")
    voorstel = terug({"visie_werknemer": "Toch niet goed."})
    assert codes(voorstel) == [("INL-07", "")]
    assert "versie" in voorstel.findings[0].oplossing
    assert terug({}).findings == ()


def test_een_stuk_van_een_andere_versie_van_de_zaak_wordt_geweigerd(zaak: Path, tmp_path: Path) -> None:
    pad = leg_neer(tmp_path, woord(zaak, PLAN))
    vervang(zaak / BESTAND, "bomen\n", "heesters\n")
    assert codes(lees_in(pad, [zaak], werkplaats(), PEILDATUM)) == [("INL-06", "")]


def test_wat_het_stuk_niet_toont_mag_intussen_veranderen(zaak: Path, tmp_path: Path) -> None:
    pad = leg_neer(tmp_path, woord(zaak, PLAN))
    vervang(zaak / "zaak.yaml", "uit_dienst: 2027-05-31", "uit_dienst: 2027-04-30")
    assert lees_in(pad, [zaak], werkplaats(), PEILDATUM).findings == ()


def test_een_onbekende_zaak_of_een_ander_kenmerk_wordt_geweigerd(zaak: Path, tmp_path: Path) -> None:
    pad = leg_neer(tmp_path, woord(zaak, PLAN))
    assert codes(lees_in(pad, [zaak.parent / "2026-0007"], werkplaats(), PEILDATUM)) == [("INL-04", "")]


def test_een_andere_huisstijl_maakt_niets_uit(zaak: Path, tmp_path: Path) -> None:
    pad = leg_neer(tmp_path, woord(zaak, PLAN, "standaard"))
    voorstel = lees_in(pad, [zaak], werkplaats(), PEILDATUM)
    assert (voorstel.wijzigingen, voorstel.buiten, voorstel.findings) == ((), (), ())


# What the letter of the house style has: any other letter is a fout of its own (LET-01).
_zichtbaar = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "S")), min_size=1, max_size=20)


def _gewoon(tekst: str) -> bool:
    """Without a word that an open document may not hold (PRV-01): what is typed in would rightly be refused."""
    return not (noemt_afkorting(tekst) or noemt_een_van(tekst, aandachtswoorden(tekst)))


_zinnen = st.lists(_zichtbaar, min_size=1, max_size=8).map(" ".join).filter(_gewoon)
_VELDEN = ("activiteiten.0.wat", "activiteiten.1.doel", "visie_werkgever", "probleemanalyse.kern")
_MAP = tijdelijke_map()


@pytest.fixture(name="vaste_zaak", scope="module")
def _vaste_zaak() -> Path:
    shutil.copy(CASES / "organisaties.yaml", _MAP)
    return Path(shutil.copytree(CASES / "2025-0231", _MAP / "2025-0231"))


@settings(max_examples=200 if os.environ.get("DOSSIERGEN_LANG") == "1" else 12)
@given(teksten=st.dictionaries(st.sampled_from(_VELDEN), _zinnen, min_size=1))
def test_wat_erin_werd_getypt_staat_na_het_toepassen_in_het_stuk(
    vaste_zaak: Path, teksten: dict[str, str]
) -> None:
    """Het verschil noemt precies de bewerkte velden; na toepassen en opnieuw maken is er geen verschil meer."""
    bestand = vaste_zaak / BESTAND
    shutil.copy(CASES / "2025-0231" / BESTAND, bestand)
    docx = woord(vaste_zaak, PLAN)
    stappen = [typ(sleutel(docx, pad), tekst) for pad, tekst in teksten.items()]
    pad = leg_neer(_MAP, bewerk(docx, *stappen))
    voorstel = lees_in(pad, [vaste_zaak], werkplaats(), PEILDATUM)
    assert nieuwe_waarden(voorstel) == teksten
    assert pas_toe(voorstel, SJABLONEN, PEILDATUM).geschreven == (bestand,)
    opnieuw = woord(vaste_zaak, PLAN)
    vers = lees_in(leg_neer(_MAP, opnieuw), [vaste_zaak], werkplaats(), PEILDATUM)
    assert (vers.wijzigingen, vers.buiten, vers.findings) == ((), (), ())
    gelezen = etree.tostring(etree.fromstring(_document(opnieuw)), method="text", encoding="unicode")
    assert all(tekst in gelezen for tekst in teksten.values())


def _document(docx: bytes) -> bytes:
    return delen(docx)["word/document.xml"]
