"""Een handtekening die houdbaar is, draagt haar bewijs met zich mee. Ontbreekt daar iets van, dan komt er niets."""

import datetime as dt
import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening import (
    Niveau,
    Sleutel,
    Tijdbron,
    Tijdstempel,
    Vertrouwen,
    kijk_na,
    maak_langdurig,
    onderteken,
    velden,
)
from dossiergen.ondertekening.certificaat import ontleed
from ondertekening.papier import document, stempel
from ondertekening.pki import MOMENT, Eigenaar, Gezag, Opties, server, tijdstempel, tijdstempel_opties

VELD, ANDER_VELD = "handtekening-werkgever", "handtekening-werknemer"
EIND_2026 = dt.datetime(2026, 12, 31, tzinfo=dt.UTC)
MEI_2027 = dt.datetime(2027, 5, 1, tzinfo=dt.UTC)
IN_2030 = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
Dienst = Callable[[str], Tijdstempel]


@pytest.fixture(scope="module")
def tijd(uitgever: Gezag) -> Eigenaar:
    """A timestamp server whose certificate ends in 2027."""
    return uitgever.geef("Proeftijd", tijdstempel_opties(tot=MEI_2027 + dt.timedelta(days=30)), 5)


@pytest.fixture(scope="module")
def dienst(tijd: Eigenaar, uitgever: Gezag) -> Iterator[Dienst]:
    """The same server, one of somebody whom nobody knows, and one of later."""
    vreemd = Gezag.wortel("Vreemde wortel", 3).geef("Vreemde tijd", tijdstempel_opties(), 5)
    nieuw = uitgever.geef("Nieuwe tijd", tijdstempel_opties(), 5)
    antwoorden = {
        "/tsa": lambda vraag: tijdstempel(vraag, tijd, MOMENT),
        "/vreemd": lambda vraag: tijdstempel(vraag, vreemd, MOMENT),
        "/later": lambda vraag: tijdstempel(vraag, nieuw, MEI_2027),
    }
    with server(antwoorden) as (adres, _):
        yield lambda pad: Tijdstempel(f"{adres}/{pad}")


@pytest.fixture(scope="module")
def wie(uitgever: Gezag) -> Eigenaar:
    """Whose certificate ends with the year."""
    return uitgever.geef("K. Kort", Opties(tot=EIND_2026), 12)


@pytest.fixture(scope="module")
def gestempeld(wie: Eigenaar, sleutel_van: Callable[[Eigenaar], Sleutel], dienst: Dienst) -> bytes:
    """Signed at level B-T."""
    return onderteken(document(), VELD, sleutel_van(wie), stempel(), MOMENT, dienst("tsa"))


@pytest.fixture(scope="module")
def gezagen(wortel: Gezag, uitgever: Gezag) -> tuple[Gezag, Gezag]:
    return wortel, uitgever


@pytest.fixture(scope="module")
def lijsten(wortel: Gezag, uitgever: Gezag) -> Vertrouwen:
    return Vertrouwen((wortel.eigenaar.pem,), crls=(uitgever.crl(), wortel.crl()))


def _niveaus(pdf: bytes, vertrouwen: Vertrouwen, nu: dt.datetime) -> list[tuple[str, str, bool]]:
    return [(een.veld, een.niveau.value, een.in_orde) for een in kijk_na(pdf, vertrouwen, nu)]


@pytest.mark.parametrize("archief", [False, True])
def test_het_bewijs_gaat_mee(
    archief: bool, gestempeld: bytes, lijsten: Vertrouwen, vertrouwen: Vertrouwen, dienst: Dienst
) -> None:
    """Wie alleen de wortel kent, weet genoeg: nu, en als het certificaat is verlopen en de lijsten oud zijn."""
    pdf = maak_langdurig(gestempeld, lijsten, MOMENT, dienst("tsa") if archief else None)
    assert pdf.startswith(gestempeld)
    verwacht = [(VELD, Niveau.B_LTA if archief else Niveau.B_LT, Tijdbron.TIJDSTEMPEL, True, ())]
    if archief:
        verwacht.append(("Timestamp-1", Niveau.GEEN, Tijdbron.TIJDSTEMPEL, True, ()))
    for nu in (MOMENT, MEI_2027):
        assert [
            (een.veld, een.niveau, een.tijdbron, een.in_orde, een.opmerkingen)
            for een in kijk_na(pdf, vertrouwen, nu)
        ] == verwacht
    with pikepdf.open(BytesIO(pdf)) as open_:
        assert (len(open_.Root.DSS.Certs), len(open_.Root.DSS.CRLs)) == (4, 2)
        assert open_.check_pdf_syntax() == []
    assert maak_langdurig(pdf, lijsten, MOMENT) == pdf


def test_zonder_bewijs_in_het_bestand(gestempeld: bytes, lijsten: Vertrouwen) -> None:
    """Wat de lezer zelf meebrengt, maakt het niveau niet hoger."""
    assert _niveaus(gestempeld, lijsten, MOMENT) == [(VELD, "B-T", True)]


def test_bewijs_van_een_ander(gestempeld: bytes, lijsten: Vertrouwen, vertrouwen: Vertrouwen) -> None:
    """Lijsten over de een zeggen niets over een ander met een andere uitgever."""
    pdf = maak_langdurig(gestempeld, lijsten, MOMENT)
    vreemd = Gezag.wortel("Vreemde wortel", 3)
    ander = onderteken(pdf, ANDER_VELD, _sleutel(vreemd.geef("V. Vreemd", nummer=13)), stempel(), MOMENT)
    assert [een.niveau for een in kijk_na(ander, vertrouwen, MOMENT)] == ["B-LT", "B-B"]


def _sleutel(wie: Eigenaar) -> Sleutel:
    sleutel = wie.sleutel
    assert isinstance(sleutel, ec.EllipticCurvePrivateKey)
    return Sleutel(ontleed(wie.der)[0], (), lambda data: sleutel.sign(data, ec.ECDSA(hashes.SHA256())))


def test_gevraagd_bij_de_uitgever(
    wortel: Gezag, sleutel_van: Callable[[Eigenaar], Sleutel], vertrouwen: Vertrouwen
) -> None:
    """Een antwoord over de ondertekenaar, een lijst met de dienst: wie erom vraagt, krijgt ze in het bestand."""
    gezag = wortel.tussen("Uitgever met adres", 20)
    bekend: list[Eigenaar] = []
    antwoorden: dict[str, object] = {
        "/ocsp": lambda vraag: gezag.ocsp(vraag, bekend),
        "/crl": lambda _: gezag.crl(),
    }
    with server(antwoorden) as (adres, gevraagd):
        tijd = gezag.geef("Proeftijd", Opties(**{**vars(tijdstempel_opties()), "crl": f"{adres}/crl"}), 5)
        antwoorden["/tsa"] = lambda vraag: tijdstempel(vraag, tijd, MOMENT)
        bekend.append(gezag.geef("O. Online", Opties(ocsp=f"{adres}/ocsp"), 14))
        dienst = Tijdstempel(f"{adres}/tsa")
        pdf = onderteken(document(), VELD, sleutel_van(bekend[0]), stempel(), MOMENT, dienst)
        met = Vertrouwen(vertrouwen.wortels, crls=(wortel.crl(),), online=True)
        klaar = maak_langdurig(pdf, met, MOMENT, dienst)
        assert set(gevraagd) == {"/tsa", "/ocsp", "/crl"}
        gezag.trek_in(bekend[0], MOMENT - dt.timedelta(days=1))
        with pytest.raises(OndertekenFout, match="ingetrokken op 31-05-2026"):
            maak_langdurig(pdf, met, MOMENT)
    with pytest.raises(OndertekenFout, match="herroeping niet na te gaan"):
        maak_langdurig(pdf, met, MOMENT)
    assert _niveaus(klaar, vertrouwen, MEI_2027) == [
        (VELD, "B-LTA", True),
        ("Timestamp-1", "geen PAdES", True),
    ]
    with pikepdf.open(BytesIO(klaar)) as open_:
        assert (len(open_.Root.DSS.OCSPs), len(open_.Root.DSS.CRLs)) == (1, 2)


@pytest.mark.parametrize(
    ("mist", "reden"),
    [
        ("wortel", "geen wortelcertificaten gegeven"),
        ("goede wortel", "onbekende wortel"),
        ("lijsten", "herroeping niet na te gaan"),
        ("lijst over de uitgever", "herroeping niet na te gaan"),
        ("lijst van nu", "herroeping niet na te gaan"),
    ],
)
def test_wat_ontbreekt(
    mist: str, reden: str, gestempeld: bytes, gezagen: tuple[Gezag, Gezag], lijsten: Vertrouwen
) -> None:
    """Een lager niveau dan gevraagd komt er nooit."""
    wortel, uitgever = gezagen
    pem, van_uitgever, van_wortel = wortel.eigenaar.pem, uitgever.crl(), wortel.crl()
    oud = MOMENT - dt.timedelta(days=90)
    zonder = {
        "wortel": Vertrouwen((), crls=lijsten.crls),
        "goede wortel": Vertrouwen((Gezag.wortel("Vreemd", 3).eigenaar.pem,), crls=lijsten.crls),
        "lijsten": Vertrouwen((pem,)),
        "lijst over de uitgever": Vertrouwen((pem,), crls=(van_uitgever,)),
        "lijst van nu": Vertrouwen((pem,), crls=(uitgever.crl(oud), van_wortel)),
    }
    with pytest.raises(OndertekenFout, match=reden):
        maak_langdurig(gestempeld, zonder[mist], MOMENT)


@pytest.mark.parametrize("ingetrokken", ["ondertekenaar", "dienst", "uitgever"])
def test_wie_is_ingetrokken(
    ingetrokken: str, gestempeld: bytes, wie: Eigenaar, tijd: Eigenaar, gezagen: tuple[Gezag, Gezag]
) -> None:
    """Ook van de dienst en van wie daarboven staat."""
    wortel, uitgever = gezagen
    boven, midden = Gezag(wortel.eigenaar), Gezag(uitgever.eigenaar)
    gisteren = MOMENT - dt.timedelta(days=1)
    if ingetrokken == "uitgever":
        boven.trek_in(uitgever.eigenaar, gisteren)
    else:
        midden.trek_in(wie if ingetrokken == "ondertekenaar" else tijd, gisteren)
    vertrouwen = Vertrouwen((wortel.eigenaar.pem,), crls=(boven.crl(), midden.crl()))
    with pytest.raises(OndertekenFout, match="ingetrokken op 31-05-2026"):
        maak_langdurig(gestempeld, vertrouwen, MOMENT)


def test_een_bestand_dat_er_niet_voor_in_aanmerking_komt(
    gestempeld: bytes, eenmaal: bytes, lijsten: Vertrouwen
) -> None:
    """Niet getekend, zonder tijdstempel, of veranderd."""
    plaats = len(document()) - 300
    kapot = gestempeld[:plaats] + bytes([gestempeld[plaats] ^ 1]) + gestempeld[plaats + 1 :]
    for pdf, reden in [
        (document(), "staat geen handtekening"),
        (eenmaal, "heeft geen tijdstempel"),
        (gestempeld + b"\n% erbij\n", "na een handtekening veranderd"),
        (kapot, "na een handtekening veranderd|beschadigd"),
    ]:
        with pytest.raises(OndertekenFout, match=reden):
            maak_langdurig(pdf, lijsten, MOMENT)


def test_een_dienst_voor_het_archief_die_niet_deugt(
    gestempeld: bytes, lijsten: Vertrouwen, dienst: Dienst
) -> None:
    """Antwoordt hij niet, of kent niemand hem, dan blijft het bestand zoals het was."""
    for pad, reden in [
        ("weg", "niet te bereiken"),
        ("vreemd", "tijdstempeldienst is niet vertrouwd: onbekende"),
    ]:
        with pytest.raises(OndertekenFout, match=reden):
            maak_langdurig(gestempeld, lijsten, MOMENT, dienst(pad))


def test_een_tweede_ondertekenaar_na_het_archief(
    gestempeld: bytes,
    lijsten: Vertrouwen,
    dienst: Dienst,
    sleutel: Sleutel,
    tmp_path: Path,
) -> None:
    """De eerste handtekening blijft heel, ook volgens Poppler; daarna kan het bestand opnieuw houdbaar worden gemaakt."""
    eerst = maak_langdurig(gestempeld, lijsten, MOMENT, dienst("tsa"))
    twee = onderteken(eerst, ANDER_VELD, sleutel, stempel(), MOMENT, dienst("tsa"))
    klaar = maak_langdurig(twee, lijsten, MOMENT, dienst("tsa"))
    assert klaar.startswith(twee)
    assert _niveaus(klaar, Vertrouwen(lijsten.wortels), MOMENT) == [
        (VELD, "B-LTA", True),
        ("Timestamp-1", "geen PAdES", True),
        (ANDER_VELD, "B-LTA", True),
        ("Timestamp-2", "geen PAdES", True),
    ]
    assert _poppler(klaar, tmp_path / "x.pdf") == {
        VELD: "Signature is Valid.",
        ANDER_VELD: "Signature is Valid.",
        # Poppler does not look into timestamps over a file.
        "Timestamp-1": "Signature has not yet been verified.",
        "Timestamp-2": "Signature has not yet been verified.",
    }


def _poppler(pdf: bytes, pad: Path) -> dict[str, str]:
    pad.write_bytes(pdf)
    uit = subprocess.run(["pdfsig", "-nocert", str(pad)], check=False, capture_output=True, text=True).stdout
    return dict(re.findall(r"Field Name: (.*)\n(?:.*\n)*?.*Signature Validation: (.*)", uit))


def test_vernieuwen(
    gestempeld: bytes,
    lijsten: Vertrouwen,
    dienst: Dienst,
    gezagen: tuple[Gezag, Gezag],
) -> None:
    """Een nieuw tijdstempel bewijst dat het oude er nog op tijd was. Wie dat vergeet, heeft later niets meer."""
    wortel, uitgever = gezagen
    vertrouwen = Vertrouwen(lijsten.wortels)
    archief = maak_langdurig(gestempeld, lijsten, MOMENT, dienst("tsa"))
    toen = Vertrouwen(lijsten.wortels, crls=(uitgever.crl(MEI_2027), wortel.crl(MEI_2027)))
    vernieuwd = maak_langdurig(archief, toen, MEI_2027, dienst("later"))
    assert _niveaus(vernieuwd, vertrouwen, IN_2030) == [
        (VELD, "B-LTA", True),
        ("Timestamp-1", "geen PAdES", True),
        ("Timestamp-2", "geen PAdES", True),
    ]
    assert [een.ondertekend_op for een in kijk_na(vernieuwd, vertrouwen, IN_2030)] == [
        MOMENT,
        MOMENT,
        MEI_2027,
    ]
    assert [goed for *_, goed in _niveaus(archief, vertrouwen, IN_2030)] == [False, False]
    na = Vertrouwen(lijsten.wortels, crls=(uitgever.crl(IN_2030), wortel.crl(IN_2030)))
    with pytest.raises(OndertekenFout, match="verlopen"):
        maak_langdurig(archief, na, IN_2030, dienst("later"))


def test_het_archief_staat_bij_een_veld(gestempeld: bytes, lijsten: Vertrouwen, dienst: Dienst) -> None:
    """Op een bladzijde met een handtekening, zonder breedte of hoogte."""
    pdf = maak_langdurig(gestempeld, lijsten, MOMENT, dienst("tsa"))
    (veld,) = (een for een in velden(pdf) if een.naam == "Timestamp-1")
    assert (veld.vak, veld.blad, veld.getekend) == ((0.0, 0.0, 0.0, 0.0), 1, True)
