"""Een tijdstempeldienst zegt wanneer er is getekend. Geeft hij geen goed antwoord, dan wordt er niet getekend."""

import time
from collections.abc import Callable

import pytest

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening import Niveau, Sleutel, Tijdbron, Tijdstempel, Vertrouwen, kijk_na, onderteken
from ondertekening.papier import document, stempel
from ondertekening.pki import MOMENT, Eigenaar, Gezag, Opties, server, tijdstempel, tijdstempel_opties

VELD = "handtekening-werkgever"


@pytest.fixture(scope="session")
def dienst(uitgever: Gezag) -> Eigenaar:
    return uitgever.geef("Proeftijd", tijdstempel_opties(), 5)


def _antwoord(dienst: Eigenaar, fout: str = "") -> Callable[[bytes], bytes]:
    return lambda vraag: tijdstempel(vraag, dienst, MOMENT, fout)


def test_met_een_tijdstempel(sleutel: Sleutel, dienst: Eigenaar, vertrouwen: Vertrouwen) -> None:
    """Eén vraag aan de dienst, en het tijdstip komt van de dienst."""
    with server({"/tsa": _antwoord(dienst)}) as (adres, gevraagd):
        pdf = onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/tsa"))
    (oordeel,) = kijk_na(pdf, vertrouwen, MOMENT)
    assert gevraagd == ["/tsa"]
    assert (oordeel.niveau, oordeel.ondertekend_op, oordeel.tijdbron, oordeel.in_orde) == (
        Niveau.B_T,
        MOMENT,
        Tijdbron.TIJDSTEMPEL,
        True,
    )


def test_een_tijdstempel_met_een_lange_keten(
    sleutel: Sleutel, uitgever: Gezag, vertrouwen: Vertrouwen
) -> None:
    """Past het antwoord niet, dan wordt er meer plaats gemaakt."""
    gezag = uitgever
    for nummer in range(40):
        gezag = gezag.tussen(f"Tijduitgever met een lange naam, nummer {nummer}", 60 + nummer)
    ver = gezag.geef("Verre tijd", tijdstempel_opties(), 5)
    with server({"/tsa": _antwoord(ver)}) as (adres, gevraagd):
        pdf = onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/tsa"))
    assert gevraagd == ["/tsa", "/tsa"]
    assert kijk_na(pdf, vertrouwen, MOMENT)[0].heel


@pytest.mark.parametrize("fout", ["weigert", "andere hash", "andere vraag", "slechte handtekening"])
def test_een_antwoord_dat_niet_past(fout: str, sleutel: Sleutel, dienst: Eigenaar) -> None:
    """Een weigering, of een tijdstempel van iets anders, is geen tijdstempel."""
    with (
        server({"/tsa": _antwoord(dienst, fout)}) as (adres, _),
        pytest.raises(OndertekenFout, match="weigert, of geeft een tijdstempel dat niet"),
    ):
        onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/tsa"))


@pytest.mark.parametrize(
    "opties", [tijdstempel_opties(tot=MOMENT.replace(year=2025)), Opties(soort="rsa-2048")]
)
def test_een_dienst_die_geen_tijd_mag_geven(sleutel: Sleutel, uitgever: Gezag, opties: Opties) -> None:
    """Het certificaat van de dienst geldt op dat moment, en is er voor tijdstempels."""
    dienst = uitgever.geef("Foute tijd", opties, 6)
    with (
        server({"/tsa": _antwoord(dienst)}) as (adres, _),
        pytest.raises(OndertekenFout, match="weigert, of geeft"),
    ):
        onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/tsa"))


def test_een_dienst_die_niet_antwoordt(sleutel: Sleutel) -> None:
    """Rommel, een fout, een verkeerd adres of geen adres: er wordt niet getekend."""

    def traag(_: bytes) -> bytes:
        time.sleep(0.4)
        return b"te laat"

    with server(
        {"/rommel": b"geen tijdstempel", "/leeg": b"", "/traag": traag, "/groot": bytes(2_000_000)}
    ) as (adres, _):
        for pad, reden in [
            ("rommel", "geeft een tijdstempel dat niet"),
            ("leeg", "geeft een tijdstempel dat niet"),
            ("kapot", "niet te bereiken"),
            ("groot", "niet te bereiken"),
        ]:
            with pytest.raises(OndertekenFout, match=reden):
                onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/{pad}"))
        with pytest.raises(OndertekenFout, match="niet op tijd"):
            onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/traag", 0.1))
    with pytest.raises(OndertekenFout, match="niet te bereiken"):
        onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/tsa", 2))
    for raar in ("file:///etc/passwd", "ftp://x", "tijd", ""):
        with pytest.raises(OndertekenFout, match="geen webadres"):
            onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(raar))


def test_een_dienst_die_niemand_kent(sleutel: Sleutel, vertrouwen: Vertrouwen) -> None:
    """Dan is het tijdstip weer wat de ondertekenaar zegt, en dat staat erbij."""
    vreemd = Gezag.wortel("Vreemde wortel", 3).geef("Vreemde tijd", tijdstempel_opties(), 5)
    with server({"/tsa": _antwoord(vreemd)}) as (adres, _):
        pdf = onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/tsa"))
    (oordeel,) = kijk_na(pdf, vertrouwen, MOMENT)
    assert (oordeel.niveau, oordeel.tijdbron) == (Niveau.B_T, Tijdbron.OPGAVE)
    assert "de tijdstempeldienst is niet vertrouwd: onbekende wortel" in oordeel.opmerkingen


def test_een_tijdstempel_bewijst_dat_het_toen_gold(
    sleutel_van: Callable[[Eigenaar], Sleutel], uitgever: Gezag, dienst: Eigenaar, wortel: Gezag
) -> None:
    """Is het certificaat later verlopen of ingetrokken, dan blijft een handtekening met tijdstempel geldig; zonder niet."""
    eigen = Gezag(uitgever.eigenaar)
    wie = eigen.geef("K. Klaassen", nummer=8)
    sleutel = sleutel_van(wie)
    zonder = onderteken(document(), VELD, sleutel, stempel(), MOMENT)
    with server({"/tsa": _antwoord(dienst)}) as (adres, _):
        met = onderteken(document(), VELD, sleutel, stempel(), MOMENT, Tijdstempel(f"{adres}/tsa"))
    later = MOMENT.replace(month=8)
    eigen.trek_in(wie, MOMENT.replace(month=7))
    vertrouwen = Vertrouwen((wortel.eigenaar.der,), crls=(eigen.crl(later),))
    assert [kijk_na(pdf, vertrouwen, later)[0].vertrouwd.value for pdf in (met, zonder)] == ["ja", "nee"]
    assert kijk_na(zonder, vertrouwen, later)[0].reden == "ingetrokken op 01-07-2026"
