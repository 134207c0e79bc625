"""Poppler leest dezelfde bestanden, en komt tot hetzelfde oordeel: een onafhankelijke lezer."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening import Vertrouwen, kijk_na
from ondertekening.papier import document, geschreven
from ondertekening.pki import MOMENT, Gezag

ZEGT = {
    "Signature is Valid.": "geldig",
    "Digest Mismatch.": "veranderd",
    "Signature is Invalid.": "ongeldig",
    "Document isn't signed or corrupted data.": "ongeldig",
}


def _kluis(map_: Path, *wortels: bytes) -> Path | None:
    """A store with these roots; None where the tool to make one is not installed."""
    certutil = shutil.which("certutil")
    if certutil is None:
        return None
    opdrachten: list[tuple[str, ...]] = [("-N", "--empty-password")]
    for nummer, wortel in enumerate(wortels):
        pem = map_ / f"{nummer}.pem"
        pem.write_bytes(wortel)
        opdrachten.append(("-A", "-n", f"wortel {nummer}", "-t", "CT,C,C", "-a", "-i", str(pem)))
    for woorden in opdrachten:
        subprocess.run([certutil, *woorden, "-d", f"sql:{map_}"], check=True, capture_output=True)
    return map_


@pytest.fixture(scope="session")
def nss(tmp_path_factory: pytest.TempPathFactory, wortel: Gezag) -> Path | None:
    return _kluis(tmp_path_factory.mktemp("nss"), wortel.eigenaar.pem)


def _pdfsig(pdf: bytes, map_: Path, nss: Path | None = None) -> list[tuple[str, str, bool, bool]]:
    """Of each signature: field, verdict, whether it covers all, and whether its certificate is trusted."""
    pad = map_ / "x.pdf"
    pad.write_bytes(pdf)
    woorden = ["-nssdir", f"sql:{nss}"] if nss else ["-nocert"]
    uit = subprocess.run(["pdfsig", *woorden, str(pad)], check=False, capture_output=True, text=True).stdout
    gevonden = []
    for stuk in uit.split("Signature #")[1:]:
        veld = re.search(r"Field Name: (.*)", stuk)
        oordeel = re.search(r"Signature Validation: (.*)", stuk)
        if veld and oordeel:
            heel = "- Total document signed" in stuk
            gevonden.append((veld[1], ZEGT[oordeel[1]], heel, "Certificate is Trusted" in stuk))
    return gevonden


def _wij(pdf: bytes, vertrouwen: Vertrouwen) -> list[tuple[str, str, bool]]:
    try:
        oordelen = kijk_na(pdf, vertrouwen, MOMENT)
    except OndertekenFout:
        return []
    return [(een.veld, "geldig" if een.heel else "veranderd", een.dekt_alles) for een in oordelen]


def test_dezelfde_handtekeningen(
    eenmaal: bytes, tweemaal: bytes, vertrouwen: Vertrouwen, tmp_path: Path
) -> None:
    """Eén en twee keer ondertekend, en niet ondertekend."""
    for pdf, aantal in ((geschreven("brief"), 0), (document(), 0), (eenmaal, 1), (tweemaal, 2)):
        zij = [(veld, oordeel, heel) for veld, oordeel, heel, _ in _pdfsig(pdf, tmp_path)]
        assert zij == _wij(pdf, vertrouwen)
        assert len(zij) == aantal


def test_dezelfde_veranderingen(
    eenmaal: bytes, tweemaal: bytes, vertrouwen: Vertrouwen, tmp_path: Path
) -> None:
    """Een byte anders, of iets achter het einde: geen van beide zegt dat het hele bestand klopt."""
    anders = eenmaal.replace(b"/Lang", b"/Leng", 1)
    assert (
        anders == eenmaal or _pdfsig(anders, tmp_path)[0][1] == _wij(anders, vertrouwen)[0][1] == "veranderd"
    )
    plaats = len(document()) - 300
    for pdf in (eenmaal, tweemaal):
        kapot = pdf[:plaats] + bytes([pdf[plaats] ^ 1]) + pdf[plaats + 1 :]
        zij, wij = _pdfsig(kapot, tmp_path), _wij(kapot, vertrouwen)
        assert "geldig" not in {een[1] for een in zij} | {een[1] for een in wij}
    langer = eenmaal + b"\n% erbij\n"
    assert (
        [een[2] for een in _pdfsig(langer, tmp_path)]
        == [een[2] for een in _wij(langer, vertrouwen)]
        == [False]
    )


def test_dezelfde_wortel(
    eenmaal: bytes, tweemaal: bytes, vertrouwen: Vertrouwen, tmp_path: Path, nss: Path | None
) -> None:
    """Met onze wortel in zijn kluis vertrouwt Poppler wie wij vertrouwen; zonder kluis vraagt hij er niet naar."""
    for pdf in (eenmaal, tweemaal):
        zij = [vertrouwd for *_, vertrouwd in _pdfsig(pdf, tmp_path, nss)]
        wij = [een.vertrouwd.value == "ja" for een in kijk_na(pdf, vertrouwen, MOMENT)]
        assert zij == (wij if nss else [False] * len(wij))


def test_een_onbekende_wortel(eenmaal: bytes, tmp_path: Path) -> None:
    """Zonder onze wortel is de handtekening geldig, en de ondertekenaar een onbekende."""
    vreemd = Gezag.wortel("Vreemd", 3).eigenaar.pem
    ((_, oordeel, _, vertrouwd),) = _pdfsig(eenmaal, tmp_path, _kluis(tmp_path, vreemd))
    (wij,) = kijk_na(eenmaal, Vertrouwen((vreemd,)), MOMENT)
    assert (oordeel, vertrouwd) == ("geldig", False)
    assert (wij.heel, wij.reden) == (True, "onbekende wortel")
