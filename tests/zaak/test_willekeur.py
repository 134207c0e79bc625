"""Whatever bytes a file has: no traceback, and without a Zaak a fout with a place inside the file."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dossiergen.cli.hoofd import groep
from dossiergen.dossier.controle import controleer_zaak
from dossiergen.finding import met_fout
from dossiergen.zaak import laad_organisaties, laad_zaak
from gebreken import GEBREKKIG, GOED, KENMERK, bevindingen, goede_map

ZAAK = (GOED / KENMERK / "zaak.yaml").read_bytes()
PLAN = (GOED / KENMERK / "stukken" / "plan-van-aanpak.yaml").read_bytes()
ORGANISATIES = (GOED / "organisaties.yaml").read_bytes()
MET_BETEKENIS = [
    *"\t\n\r :-#&*!|>'\"%@`{}[],?~\\0\x00\x85\ufeff\u2028\u202eé🙂",
    *("---\n", "...\n", "<<: ", ": ", "- ", "\r\n"),
]

Wijziging = Callable[[bytes], bytes]


def verwissel(plek: int, teken: int) -> Wijziging:
    return lambda ruw: ruw[: plek % len(ruw)] + bytes([teken]) + ruw[plek % len(ruw) + 1 :] if ruw else ruw


def verwijder(plek: int, aantal: int) -> Wijziging:
    return lambda ruw: ruw[: plek % (len(ruw) or 1)] + ruw[plek % (len(ruw) or 1) + aantal :]


def voeg_in(plek: int, tekst: bytes) -> Wijziging:
    return lambda ruw: ruw[: plek % (len(ruw) + 1)] + tekst + ruw[plek % (len(ruw) + 1) :]


def herhaal_regel(plek: int, naar: int) -> Wijziging:
    def doe(ruw: bytes) -> bytes:
        regels = ruw.splitlines(keepends=True) or [b""]
        regels.insert(naar % len(regels), regels[plek % len(regels)])
        return b"".join(regels)

    return doe


def spring_in(plek: int, spaties: int) -> Wijziging:
    def doe(ruw: bytes) -> bytes:
        regels = ruw.splitlines(keepends=True) or [b""]
        regels[plek % len(regels)] = b" " * spaties + regels[plek % len(regels)].lstrip()
        return b"".join(regels)

    return doe


PLEK = st.integers(0, 2000)
WIJZIGING = st.one_of(
    st.builds(verwissel, PLEK, st.integers(0, 255)),
    st.builds(verwijder, PLEK, st.integers(1, 30)),
    st.builds(voeg_in, PLEK, st.sampled_from(MET_BETEKENIS).map(str.encode)),
    st.builds(voeg_in, PLEK, st.binary(max_size=8)),
    st.builds(herhaal_regel, PLEK, PLEK),
    st.builds(spring_in, PLEK, st.integers(0, 12)),
)
WIJZIGINGEN = st.lists(WIJZIGING, min_size=1, max_size=4)
# Text made of what means something in YAML and in a case finds more than bytes do.
YAML_ACHTIG = st.lists(
    st.one_of(
        st.sampled_from(MET_BETEKENIS),
        st.sampled_from(
            ["kenmerk", "werknemer", "bsn", "adres", "periodes", "van", "2026-01-05", "ja", "[key]"]
        ),
        st.text(max_size=4),
    ),
    max_size=40,
).map(lambda delen: "".join(delen).encode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples: only the file under test is written anew."""
    return goede_map(tmp_path_factory.mktemp("willekeur"))


def regels_van(ruw: bytes) -> list[str]:
    return ruw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def probeer(map_: Path, bestand: str, ruw: bytes, goed: bytes) -> None:
    pad = map_ / bestand
    pad.write_bytes(ruw)
    try:
        geladen = laad_zaak(map_ / KENMERK, laad_organisaties(map_ / "organisaties.yaml"))
    finally:
        pad.write_bytes(goed)
    assert (geladen.zaak is None) == met_fout(geladen.findings)
    regels = regels_van(ruw)
    for finding in geladen.findings:
        # A wrong key in one file may make a reference in another wrong.
        if finding.plaats.bestand != str(pad) or not finding.plaats.regel:
            continue
        assert finding.plaats.regel <= len(regels)
        assert 1 <= finding.plaats.kolom <= len(regels[finding.plaats.regel - 1]) + 1


@given(ruw=st.binary(max_size=400))
def test_willekeurige_bytes(map_: Path, ruw: bytes) -> None:
    """Any bytes as zaak.yaml."""
    probeer(map_, f"{KENMERK}/zaak.yaml", ruw, ZAAK)


@given(ruw=YAML_ACHTIG)
def test_willekeurige_tekst(map_: Path, ruw: bytes) -> None:
    """Any text that looks like YAML, as zaak.yaml."""
    probeer(map_, f"{KENMERK}/zaak.yaml", ruw, ZAAK)


@pytest.mark.parametrize(
    ("bestand", "goed"),
    [
        (f"{KENMERK}/zaak.yaml", ZAAK),
        (f"{KENMERK}/stukken/plan-van-aanpak.yaml", PLAN),
        ("organisaties.yaml", ORGANISATIES),
    ],
    ids=["zaak", "plan-van-aanpak", "organisaties"],
)
@given(wijzigingen=WIJZIGINGEN)
def test_een_beschadigd_bestand(map_: Path, bestand: str, goed: bytes, wijzigingen: list[Wijziging]) -> None:
    """A good file with bytes turned, cut out, put in, lines repeated or shifted."""
    ruw = goed
    for wijziging in wijzigingen:
        ruw = wijziging(ruw)
    probeer(map_, bestand, ruw, goed)


@given(gebrek=st.sampled_from(GEBREKKIG), wijzigingen=WIJZIGINGEN)
def test_een_gebrekkig_bestand_nog_verder_beschadigd(
    map_: Path, gebrek: object, wijzigingen: list[Wijziging]
) -> None:
    """The mistakes in all their combinations."""
    voorbeeld = next(ander for ander in GEBREKKIG if ander is gebrek)
    ruw = voorbeeld.ruw
    for wijziging in wijzigingen:
        ruw = wijziging(ruw)
    probeer(map_, voorbeeld.pad, ruw, (GOED / voorbeeld.pad).read_bytes())


@given(wijzigingen=WIJZIGINGEN)
def test_ook_de_opdracht_struikelt_niet(map_: Path, wijzigingen: list[Wijziging]) -> None:
    """`check` ends in 0 or 1, whatever reading and rules find, with the excerpt shown."""
    ruw = ZAAK
    for wijziging in wijzigingen:
        ruw = wijziging(ruw)
    pad = map_ / KENMERK / "zaak.yaml"
    pad.write_bytes(ruw)
    argumenten = ["check", str(map_ / KENMERK), "--peildatum", "2026-03-01", "--show-lines"]
    uitkomst = CliRunner().invoke(groep, argumenten, standalone_mode=False)
    try:
        assert uitkomst.exception is None
        geladen = laad_zaak(map_ / KENMERK, laad_organisaties(map_ / "organisaties.yaml"))
        van_de_regels = controleer_zaak(geladen, dt.date(2026, 3, 1))
        assert uitkomst.return_value == int(met_fout((*bevindingen(map_), *van_de_regels)))
    finally:
        pad.write_bytes(ZAAK)
