"""How well the lexicon tells sentences apart: recall and precision on labelled sentences, printed at the end of the run."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dossiergen.medisch import Achtergrond, vind

ZINNEN = Path(__file__).with_name("zinnen.yaml")
RECALL, PRECISIE = 0.95, 0.90


def zinnen() -> list[dict[str, str]]:
    """Text as it stands: `ja` is a label here, no boolean."""
    gelezen: list[dict[str, str]] = yaml.load(ZINNEN.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506, TID251  text only
    return gelezen


def wordt_gevonden(geval: dict[str, str]) -> bool:
    return bool(vind(geval["zin"], Achtergrond(geval.get("functie", ""), geval.get("werkgever", ""))))


def test_de_zinnen_zijn_er_vierhonderd_elk_een_keer_en_gelabeld() -> None:
    """Een zin die twee keer meetelt, vertekent de meting."""
    alle = zinnen()
    teksten = {" ".join(geval["zin"].lower().split()) for geval in alle}

    assert len(teksten) == len(alle) >= 400
    assert {geval["medisch"] for geval in alle} == {"ja", "nee"}
    assert {sleutel for geval in alle for sleutel in geval} == {
        "zin", "medisch", "functie", "werkgever", "waarom",
    }  # fmt: skip


def test_het_lexicon_vindt_wat_medisch_is_en_laat_de_rest_staan(
    record_property: Callable[[str, object], None],
) -> None:
    """Ten minste 95 van de 100 medische zinnen, en van wat wordt gemeld is ten minste 90 op de 100 medisch."""
    uitkomsten = [(geval["medisch"] == "ja", wordt_gevonden(geval)) for geval in zinnen()]
    terecht = uitkomsten.count((True, True))
    recall = terecht / (terecht + uitkomsten.count((True, False)))
    precisie = terecht / (terecht + uitkomsten.count((False, True)))
    record_property(
        "lexicon",
        f"PRV-01 op {len(uitkomsten)} zinnen: recall {recall:.3f} (eis {RECALL}), precisie {precisie:.3f} (eis {PRECISIE})",
    )

    assert (recall >= RECALL, precisie >= PRECISIE) == (True, True), (recall, precisie)


@pytest.mark.parametrize("zin", ["", " ", "\n\n", "...", "?!", "é", "\u00ad", "İstanbul"])
def test_een_tekst_zonder_woorden_geeft_niets(zin: str) -> None:
    """Ook tekens die in kleine letters langer worden, brengen de plaatsen niet in de war."""
    assert vind(zin) == ()
