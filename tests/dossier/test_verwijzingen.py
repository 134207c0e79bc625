"""A house style or protocol that an organisation of the case names has to be there (REF-04, REF-05)."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.sjablonen import Sjablonen, meegeleverd
from dossiergen.zaak import laad_organisaties, laad_zaak
from gebreken import GOED, KENMERK

PEILDATUM = dt.date(2026, 3, 1)
ORGANISATIES = "organisaties.yaml"

NAMEN = {
    # what is added to the employer of the case, and what is found at which path
    "een huisstijl die niet bestaat": ("huisstijl: paars", [("REF-04", "huisstijl")]),
    "een huisstijl die bestaat": ("huisstijl: limburgflex", []),
    "een protocol dat niet bestaat": ("protocol: paars", [("REF-05", "protocol")]),
    "een protocol dat bestaat": ("protocol: uitzendwerkgever", []),
}


@pytest.mark.parametrize("naam", NAMEN)
def test_huisstijl_en_protocol_bestaan(tmp_path: Path, naam: str) -> None:
    """Van de werkgever van deze zaak; wat een andere werkgever noemt, gaat haar niet aan."""
    regel, verwacht = NAMEN[naam]
    cases = Path(shutil.copytree(GOED, tmp_path / "cases"))
    pad = cases / ORGANISATIES
    ander = "  ander: {naam: A, adres: {straat: B, postcode: C, plaats: D}, huisstijl: groen}\n"
    tekst = pad.read_text("utf-8").replace("d-kok\n", f"d-kok\n    {regel}\n", 1)
    pad.write_text(tekst.replace("arbodiensten:\n", f"{ander}arbodiensten:\n", 1), "utf-8")
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(pad))

    assert [(f.code, f.pad) for f in controleer_zaak(geladen, PEILDATUM)] == [
        (code, f"werkgevers.bakkerij-zonneveld.{veld}") for code, veld in verwacht
    ]


def test_een_tikfout_in_een_huisstijl_krijgt_een_voorstel_op_haar_plaats(tmp_path: Path) -> None:
    """Regel en kolom van de waarde in organisaties.yaml, en de huisstijl die erop lijkt; een eigen map telt mee."""
    cases = Path(shutil.copytree(GOED, tmp_path / "cases"))
    eigen = tmp_path / "eigen" / "huisstijl" / "standard"
    shutil.copytree(meegeleverd() / "huisstijl" / "standaard", eigen)
    pad = cases / ORGANISATIES
    pad.write_text(pad.read_text("utf-8").replace("d-kok\n", "d-kok\n    huisstijl: standard\n", 1), "utf-8")
    geladen = laad_zaak(cases / KENMERK, laad_organisaties(pad))
    (finding,) = controleer_zaak(geladen, PEILDATUM)

    assert (finding.plaats.regel, finding.plaats.kolom) == (10, 16)
    assert (finding.oplossing, finding.voorstel) == ("Bedoelt u `standaard`?", "standaard")
    assert controleer_zaak(geladen, PEILDATUM, sjablonen=Sjablonen.standaard(tmp_path / "eigen")) == ()
