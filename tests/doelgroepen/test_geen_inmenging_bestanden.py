"""As test_geen_inmenging, down to the bytes: what lies in a reader's folder depends on nothing that he may not see.

But for one thing: a document with a fout is not made, also where its reader does not see what is wrong, such as the other
doctor the first day of illness (tests/dossier/test_tegengehouden.py). Here all documents are made, right or not.
"""

import os
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from doelgroepen.gevallen import Geval
from doelgroepen.velden import Blik
from doelgroepen.voorbeelden import KENMERKEN, PEILDATUM, vormen, werkplaats, zaak_van
from dossiergen.dossier import maken
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.zaak import Doelgroep, laad_organisaties, laad_zaak

LANG = os.environ.get("DOSSIERGEN_LANG") == "1"
GROOT = 10
"""How many documents a case has at most; of more of them the same is true."""
KLEIN = "2025-0377"
"""A letter, a probleemanalyse, and medical information."""
ONTVANGERS = [d for d in Doelgroep if any(d in vorm.lezers for vorm in vormen())]
LEZERS = ONTVANGERS if LANG else [Doelgroep.WERKNEMER, Doelgroep.WERKGEVER, Doelgroep.UWV]
VOORBEELDEN = [k for k in KENMERKEN if 0 < len(zaak_van(k).stukken) <= GROOT] if LANG else [KLEIN]


def _geen_findings(*_: object, **__: object) -> tuple[()]:
    return ()


def uitvoer_van(geval: Geval) -> dict[str, bytes]:
    """Every file that is made of a case, by its place in the folder of the case."""
    with TemporaryDirectory() as plek:
        map_ = geval.schrijf(Path(plek, "cases"))
        geladen = laad_zaak(map_, laad_organisaties(map_.parent / "organisaties.yaml"))
        assert geladen.zaak is not None
        zonder_regels = patch.multiple(maken, controleer_zaak=_geen_findings, controleer_deel=_geen_findings)
        with zonder_regels, Uitvoer(Path(plek, "uit")).open() as uitvoer:
            maken.maak_zaak(geladen, maken.Keuze(), werkplaats(), uitvoer, PEILDATUM)
        uit = Path(plek, "uit", map_.name)
        return {pad.relative_to(uit).as_posix(): pad.read_bytes() for pad in uit.rglob("*") if pad.is_file()}


@cache
def uitvoer_van_voorbeeld(kenmerk: str) -> dict[str, bytes]:
    return uitvoer_van(Geval.voorbeeld(kenmerk))


@pytest.mark.parametrize("lezer", LEZERS)
@settings(max_examples=15 if LANG else 1, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(kenmerk=st.sampled_from(VOORBEELDEN), kies=st.randoms(use_true_random=True))
def test_de_map_van_een_lezer_hangt_alleen_af_van_wat_hij_mag_zien(
    lezer: Doelgroep, kenmerk: str, kies: Random
) -> None:
    """Bestandsnamen, PDF's, Word-documenten en manifest zijn gelijk, byte voor byte, ook wat vertrouwelijk is."""
    geval = Geval.voorbeeld(kenmerk)
    ander = geval.anders_voor_de_rest(Blik(frozenset({lezer}), voor_uwv=True), kies)
    een, twee = uitvoer_van_voorbeeld(kenmerk), uitvoer_van(ander)
    van_lezer = {naam for naam in {*een, *twee} if lezer.value in naam.split("/")}

    assert geval != ander
    assert [naam for naam in sorted(van_lezer) if een.get(naam) != twee.get(naam)] == []
