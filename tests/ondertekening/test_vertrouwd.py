"""Wie kijkt, zegt welke wortels hij vertrouwt; wat hij niet kan nagaan, zegt het oordeel."""

import datetime as dt
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening import Handtekeningoordeel, Sleutel, Vertrouwd, Vertrouwen, kijk_na, onderteken
from dossiergen.ondertekening.certificaat import ontleed
from ondertekening.papier import document, stempel
from ondertekening.pki import GOED, MOMENT, Eigenaar, Gezag, Opties, server

VELD = "handtekening-werkgever"
NIET_NAGEGAAN = ("herroeping niet nagegaan",)
Oordelen = Callable[[Gezag, Opties, Vertrouwen, dt.datetime], Handtekeningoordeel]


def _kern(oordeel: Handtekeningoordeel) -> tuple[str, str, tuple[str, ...]]:
    assert oordeel.heel
    return oordeel.vertrouwd.value, oordeel.reden, oordeel.opmerkingen


@pytest.fixture
def oordelen(sleutel_van: Callable[[Eigenaar], Sleutel]) -> Oordelen:
    """What is found of a signature by somebody with such a certificate."""

    def oordeel(gezag: Gezag, opties: Opties, vertrouwen: Vertrouwen, nu: dt.datetime) -> Handtekeningoordeel:
        sleutel = sleutel_van(gezag.geef("A. Anders", opties, 9))
        (een,) = kijk_na(onderteken(document(), VELD, sleutel, stempel(), MOMENT), vertrouwen, nu)
        return een

    return oordeel


def test_zonder_wortels(eenmaal: bytes) -> None:
    """Zonder wortels is niets te zeggen over vertrouwen, wel over de rest."""
    (oordeel,) = kijk_na(eenmaal, Vertrouwen(), MOMENT)
    assert _kern(oordeel) == ("niet nagegaan", "er zijn geen wortelcertificaten gegeven", ())


def test_de_goede_wortel(eenmaal: bytes, wortel: Gezag) -> None:
    """PEM of DER maakt niet uit. Dat herroeping niet is nagegaan, staat erbij."""
    for inhoud in (wortel.eigenaar.pem, wortel.eigenaar.der):
        (oordeel,) = kijk_na(eenmaal, Vertrouwen((inhoud,)), MOMENT)
        assert _kern(oordeel) == ("ja", "", NIET_NAGEGAAN)


def test_een_andere_wortel_met_dezelfde_naam(eenmaal: bytes) -> None:
    """Een wortel die alleen zo heet, is niet de wortel."""
    for nep in (Gezag.wortel("Vreemde wortel", 3), Gezag.wortel("Proefwortel", 4)):
        (oordeel,) = kijk_na(eenmaal, Vertrouwen((nep.eigenaar.pem,)), MOMENT)
        assert oordeel.vertrouwd is Vertrouwd.NEE
        assert oordeel.reden in {
            "onbekende wortel",
            "van de uitgever: het certificaat klopt niet met dat van de uitgever",
        }


def test_een_ontbrekende_schakel(
    bruin: Eigenaar, uitgever: Gezag, vertrouwen: Vertrouwen, wortel: Gezag
) -> None:
    """Ontbreekt het tussencertificaat in het bestand, dan kan de kijker het geven."""
    (certificaat,) = ontleed(bruin.der)
    kaal = onderteken(document(), VELD, Sleutel(certificaat, (), _tekenaar(bruin)), stempel(), MOMENT)
    assert kijk_na(kaal, vertrouwen, MOMENT)[0].reden == "onbekende wortel"
    met = Vertrouwen((wortel.eigenaar.pem,), tussen=(uitgever.eigenaar.pem,))
    assert kijk_na(kaal, met, MOMENT)[0].vertrouwd is Vertrouwd.JA


def _tekenaar(wie: Eigenaar) -> Callable[[bytes], bytes]:
    assert isinstance(wie.sleutel, ec.EllipticCurvePrivateKey)
    sleutel = wie.sleutel
    return lambda data: sleutel.sign(data, ec.ECDSA(hashes.SHA256()))


def test_verlopen_en_nog_niet_geldig(oordelen: Oordelen, uitgever: Gezag, vertrouwen: Vertrouwen) -> None:
    """Zonder tijdstempel telt of het certificaat nu geldt."""
    kort = Opties(tot=dt.datetime(2026, 12, 31, tzinfo=dt.UTC), van=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert _kern(oordelen(uitgever, kort, vertrouwen, MOMENT))[:2] == ("ja", "")
    assert _kern(oordelen(uitgever, kort, vertrouwen, MOMENT.replace(year=2027)))[:2] == ("nee", "verlopen")
    assert _kern(oordelen(uitgever, kort, vertrouwen, MOMENT.replace(year=2025))) == (
        "nee",
        "nog niet geldig",
        ("het tijdstip van ondertekenen ligt in de toekomst",),
    )


def test_verkeerd_gebruik(
    uitgever: Gezag,
    vertrouwen: Vertrouwen,
    monkeypatch: pytest.MonkeyPatch,
    sleutel_van: Callable[[Eigenaar], Sleutel],
) -> None:
    """Een ander programma kan tekenen met een certificaat dat daar niet voor is."""
    wie = uitgever.geef("Webserver", Opties(uitgebreid=(ExtendedKeyUsageOID.SERVER_AUTH,)), 9)
    with monkeypatch.context() as even:
        even.setattr("dossiergen.ondertekening.sleutel.bezwaar", lambda _: None)
        pdf = onderteken(document(), VELD, sleutel_van(wie), stempel(), MOMENT)
    assert _kern(kijk_na(pdf, vertrouwen, MOMENT)[0])[:2] == (
        "nee",
        "verkeerd gebruik: het certificaat is bedoeld voor iets anders dan documenten ondertekenen",
    )


def test_ingetrokken_volgens_een_lijst(
    uitgever: Gezag, wortel: Gezag, sleutel_van: Callable[[Eigenaar], Sleutel]
) -> None:
    """De lijst van de uitgever zegt wie is ingetrokken; van de uitgever zelf is dan niets bekend, en dat staat erbij."""
    gezag = Gezag(uitgever.eigenaar)
    wie = gezag.geef("I. Intrek", GOED, 10)
    pdf = onderteken(document(), VELD, sleutel_van(wie), stempel(), MOMENT)

    def met(*lijsten: bytes, nu: dt.datetime = MOMENT) -> tuple[str, str, tuple[str, ...]]:
        return _kern(kijk_na(pdf, Vertrouwen((wortel.eigenaar.pem,), crls=lijsten), nu)[0])

    assert met(gezag.crl()) == ("ja", "", ("herroeping van de uitgever niet nagegaan",))
    assert met(gezag.crl(), wortel.crl()) == ("ja", "", ())
    assert met(wortel.crl()) == ("nee", "herroeping niet na te gaan", ())
    assert met(gezag.crl(), nu=MOMENT + dt.timedelta(days=60)) == ("nee", "herroeping niet na te gaan", ())
    gezag.trek_in(wie, MOMENT - dt.timedelta(days=3))
    assert met(gezag.crl()) == ("nee", "ingetrokken op 29-05-2026", ())


def test_een_ingetrokken_uitgever(eenmaal: bytes, uitgever: Gezag, wortel: Gezag) -> None:
    """Ook een uitgever kan zijn ingetrokken."""
    boven = Gezag(wortel.eigenaar)
    boven.trek_in(uitgever.eigenaar, MOMENT - dt.timedelta(days=1))
    vertrouwen = Vertrouwen((wortel.eigenaar.pem,), crls=(boven.crl(), uitgever.crl()))
    assert _kern(kijk_na(eenmaal, vertrouwen, MOMENT)[0])[:2] == (
        "nee",
        "van de uitgever: ingetrokken op 31-05-2026",
    )


@pytest.mark.parametrize("soort", ["ocsp", "crl"])
def test_vragen_aan_de_uitgever(
    soort: str, uitgever: Gezag, wortel: Gezag, sleutel_van: Callable[[Eigenaar], Sleutel]
) -> None:
    """Alleen wie erom vraagt, laat het adres in het certificaat raadplegen."""
    gezag = Gezag(uitgever.eigenaar)
    bekend: list[Eigenaar] = []
    antwoorden = {"/ocsp": lambda vraag: gezag.ocsp(vraag, bekend), "/crl": lambda _: gezag.crl()}
    with server(antwoorden) as (adres, gevraagd):
        wie = gezag.geef(
            "O. Online", Opties(crl=f"{adres}/crl") if soort == "crl" else Opties(ocsp=f"{adres}/ocsp"), 11
        )
        bekend.append(wie)
        pdf = onderteken(document(), VELD, sleutel_van(wie), stempel(), MOMENT)
        assert _kern(kijk_na(pdf, Vertrouwen((wortel.eigenaar.pem,)), MOMENT)[0]) == ("ja", "", NIET_NAGEGAAN)
        assert gevraagd == []
        online = Vertrouwen((wortel.eigenaar.pem,), crls=(wortel.crl(),), online=True)
        assert _kern(kijk_na(pdf, online, MOMENT)[0]) == ("ja", "", ())
        assert set(gevraagd) == {f"/{soort}"}
        gezag.trek_in(wie, MOMENT - dt.timedelta(days=1))
        assert _kern(kijk_na(pdf, online, MOMENT)[0])[:2] == ("nee", "ingetrokken op 31-05-2026")
    assert _kern(kijk_na(pdf, online, MOMENT)[0])[:2] == ("nee", "herroeping niet na te gaan")


def test_onleesbare_wortels_en_lijsten(eenmaal: bytes, wortel: Gezag) -> None:
    """Wat de kijker geeft, moet te lezen zijn."""
    for vertrouwen, reden in [
        (Vertrouwen((b"geen wortel",)), "geen leesbaar certificaat"),
        (Vertrouwen((wortel.eigenaar.pem,), tussen=(b"",)), "geen leesbaar certificaat"),
        (Vertrouwen((wortel.eigenaar.pem,), crls=(b"geen lijst",)), "lijst met ingetrokken certificaten"),
    ]:
        with pytest.raises(OndertekenFout, match=reden):
            kijk_na(eenmaal, vertrouwen, MOMENT)
