"""The page about a caseload: complete, in itself, and right for who cannot see it."""

import datetime as dt
import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.caseload import Selectie, caseload
from dossiergen.dossier.status import statussen
from dossiergen.dossier.statuspagina import pagina
from dossiergen.huisstijl.contrast import MINIMUM, verhouding
from dossiergen.sjablonen import Sjablonen, meegeleverd
from dossierhulp import CASES
from gebreken import KAAL

PEILDATUM = dt.date(2026, 6, 1)


def van(map_: Path, peildatum: dt.date = PEILDATUM, binnen: dt.date | None = None) -> str:
    sjablonen = Sjablonen.standaard()
    gelezen = statussen(zaakmappen([map_]), peildatum=peildatum, sjablonen=sjablonen, met_bevindingen=False)
    return pagina(caseload(gelezen, peildatum, Selectie(binnen)), sjablonen).decode()


VOORBEELDEN = van(CASES)
BOOM: Any = lxml_html.document_fromstring(VOORBEELDEN)


def test_de_bladzijde_haalt_niets_op() -> None:
    """Geen script, geen ander bestand, geen adres; alleen koppelingen binnen de bladzijde, die alle bestaan."""
    namen = {str(element.get("id")) for element in BOOM.xpath("//*[@id]")}
    koppelingen = [str(waarde) for waarde in BOOM.xpath("//@href")]

    assert BOOM.xpath("//script | //link | //img | //iframe | //@src | //@onclick") == []
    assert "url(" not in VOORBEELDEN
    assert "@import" not in VOORBEELDEN
    assert "//" not in re.sub(r"<!doctype html>", "", VOORBEELDEN)
    assert {koppeling[:1] for koppeling in koppelingen} == {"#"}
    assert {koppeling[1:] for koppeling in koppelingen} <= namen


def test_koppen_staan_op_volgorde_en_de_tabel_heeft_ze() -> None:
    """Nederlands, één h1, geen niveau overgeslagen, en elke cel heeft een kop."""
    niveaus = [int(element.tag[1]) for element in BOOM.xpath("//h1|//h2|//h3|//h4")]

    assert BOOM.get("lang") == "nl"
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(volgende - vorige <= 1 for vorige, volgende in pairwise(niveaus))
    assert {str(scope) for scope in BOOM.xpath("//th/@scope")} == {"col", "row"}
    assert BOOM.xpath("//th[not(@scope)]") == []
    assert BOOM.xpath("//svg[not(@aria-label) and @role='img']") == []


def test_elke_zaak_heeft_een_regel_en_een_tijdlijn() -> None:
    """In dezelfde volgorde."""
    in_tabel = [str(naam).strip() for naam in BOOM.xpath("//tbody/tr/th/a/text()")]
    met_lijn = [str(naam).removeprefix("Zaak ") for naam in BOOM.xpath("//article/h3/text()")]

    assert len(in_tabel) == len(zaakmappen([CASES]))
    assert in_tabel == met_lijn
    assert len(BOOM.xpath("//article/svg")) == len(met_lijn)


def test_kleur_zegt_niets_dat_er_niet_staat() -> None:
    """Elk merk heeft woorden, en elke mijlpaal haar stand."""
    woorden = {str(merk.get("class")).split()[1]: merk.text_content() for merk in BOOM.xpath("//*[contains(@class, 'merk ')]")}  # fmt: skip
    standen = {
        (li.get("class"), li.xpath("string(span[@class='stand'])")) for li in BOOM.xpath("//*[@class='mijlpalen']/li")
    }  # fmt: skip

    assert set(woorden) == {"zwaar", "laat", "binnenkort", "rustig"}
    assert all(woorden.values())
    assert standen == {
        ("gedaan", "gedaan"), ("gedaan", "te laat gedaan"), ("gedaan", "voorbij"), ("laat", "te laat"), ("open", "moet nog"),
    }  # fmt: skip


def test_de_kalender_noemt_elke_dag_waarop_iets_moet() -> None:
    """Van de peildatum tot en met de laatste gevraagde dag; wat te laat is of later komt staat er niet in."""
    boom: Any = lxml_html.document_fromstring(van(CASES, binnen=dt.date(2026, 6, 14)))
    dagen = {
        str(li.xpath("string(.//*[@class='lang'])")): len(li.xpath(".//ul/li"))
        for li in boom.xpath("//ol[@class='maand']/li[.//ul]")
    }

    assert dagen == {
        "maandag 1 juni (peildatum)": 2,
        "dinsdag 9 juni": 6,
        "woensdag 10 juni": 3,
        "donderdag 11 juni": 2,
        "zondag 14 juni": 1,
    }
    assert len(boom.xpath("//ol[@class='maand']/li")) == 14


def test_een_maand_zonder_termijn_zegt_dat(tmp_path: Path) -> None:
    """Zonder gevraagde tijd kijkt de kalender drie maanden vooruit."""
    cases = shutil.copytree(KAAL, tmp_path / "cases")
    html = van(Path(cases), dt.date(2026, 3, 15))

    assert "Kalender van 15 maart 2026 tot en met 14 juni 2026" in html
    assert html.count("In deze maand moet er niets.") == 4


def test_zonder_zaken_is_er_ook_een_bladzijde() -> None:
    """Met een zin in plaats van een lege tabel."""
    leeg = caseload([], PEILDATUM, Selectie())

    assert "Er is geen zaak die hierbij hoort." in pagina(leeg, Sjablonen.standaard()).decode()


def kleuren() -> dict[str, str]:
    css = "".join(
        (meegeleverd() / "overzicht" / naam).read_text("utf-8") for naam in ("basis.css", "blad.css")
    )
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", css))


@pytest.mark.parametrize(
    ("voor", "achter"),
    [
        ("inkt", "vlak"), ("zacht", "vlak"), ("accent", "vlak"), ("rood", "rood-vlak"), ("oker", "oker-vlak"),
        ("groen", "groen-vlak"), ("paars", "paars-vlak"),
    ],
)  # fmt: skip
def test_elke_tekst_is_leesbaar(voor: str, achter: str) -> None:
    """Op zijn vlak en op wit een contrast van ten minste 4,5 (WCAG AA)."""
    palet = kleuren()

    assert verhouding(palet[voor], palet[achter]) >= MINIMUM
    assert verhouding(palet[voor], "#ffffff") >= MINIMUM
