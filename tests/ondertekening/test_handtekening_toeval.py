"""Wat er ook met een ondertekend bestand gebeurt: er komt een oordeel of een weigering, en nooit een verkeerd ja."""

import os
import random
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader

from dossiergen.errors import OndertekenFout
from dossiergen.ondertekening import Vertrouwen, kijk_na, velden
from ondertekening.pki import MOMENT

LANG = os.environ.get("DOSSIERGEN_LANG") == "1"
PROEVEN = 3000 if LANG else 60
STUKJES = [
    b"/ByteRange",
    b"/Contents",
    b"/V",
    b"/Prev",
    b"startxref",
    b"endobj",
    b"stream",
    b"<<",
    b">>",
    b"obj",
    b"/Kids",
    b"/FT",
    b"xref",
    b"/Type",
    b"R",
    b"[",
    b"]",
    b"(",
    b")",
    b"0",
    b"99999999999",
    b"-1",
]


def _bereiken(pdf: bytes) -> list[list[int]]:
    return [
        [int(getal) for getal in een.byte_range] for een in PdfFileReader(BytesIO(pdf)).embedded_signatures
    ]


def _gemuteerd(pdf: bytes, toeval: random.Random) -> bytes:
    """A few bytes changed, moved, doubled or cut, mostly where the structure of the file stands."""
    anders = bytearray(pdf)
    for _ in range(toeval.choice((1, 1, 2, 5))):
        woord = toeval.choice(STUKJES)
        plekken = (
            [plek for plek in range(len(anders) - len(woord)) if anders[plek : plek + len(woord)] == woord]
            if toeval.random() < 0.3
            else []
        )
        plaats = toeval.choice(plekken) if plekken else toeval.randrange(len(anders))
        match toeval.randrange(5):
            case 0:
                anders[plaats] ^= 1 << toeval.randrange(8)
            case 1:
                anders[plaats:plaats] = toeval.choice(STUKJES)
            case 2:
                del anders[plaats : plaats + toeval.randrange(1, 40)]
            case 3:
                bron = toeval.randrange(len(anders))
                anders[plaats : plaats + 20] = anders[bron : bron + 20]
            case 4:
                anders[plaats : plaats + len(woord)] = toeval.choice(STUKJES)
        if len(anders) < 50:
            break
    return bytes(anders)


def _controleer(pdf: bytes, echt: list[bytes], vertrouwen: Vertrouwen) -> None:
    """Whole is only what has, from begin to end, the very bytes that were signed."""
    try:
        oordelen = kijk_na(pdf, vertrouwen, MOMENT)
        velden(pdf)
    except OndertekenFout:
        return
    for oordeel in oordelen:
        if oordeel.heel:
            assert any(_gedekt(pdf, een) for een in echt)
        if oordeel.in_orde and oordeel.dekt_alles:
            assert len(pdf) in {len(een) for een in echt}


def _gedekt(pdf: bytes, echt: bytes) -> bool:
    _, eind, verder, rest = _bereiken(echt)[-1]
    return pdf[:eind] == echt[:eind] and pdf[verder : verder + rest] == echt[verder : verder + rest]


@settings(
    max_examples=PROEVEN, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(zaad=st.integers(0, 2**32), dubbel=st.booleans())
def test_een_beschadigd_bestand(
    zaad: int, dubbel: bool, eenmaal: bytes, tweemaal: bytes, vertrouwen: Vertrouwen
) -> None:
    """Willekeurig beschadigd, één of twee keer ondertekend."""
    pdf = _gemuteerd(tweemaal if dubbel else eenmaal, random.Random(zaad))  # noqa: S311  a test that can be repeated
    _controleer(pdf, [eenmaal, tweemaal], vertrouwen)


@settings(max_examples=PROEVEN, suppress_health_check=[HealthCheck.too_slow])
@given(rommel=st.binary(max_size=300), kop=st.sampled_from([b"", b"%PDF-1.7\n", b"%PDF-2.0\n%%EOF"]))
def test_rommel_is_geen_pdf(rommel: bytes, kop: bytes, vertrouwen: Vertrouwen) -> None:
    """Willekeurige bytes zijn geen ondertekend bestand."""
    _controleer(kop + rommel, [], vertrouwen)
