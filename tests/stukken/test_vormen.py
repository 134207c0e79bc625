"""The files of a templates folder that are data, and the page of contents: what is wrong with one is told in Dutch."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dossiergen.dossier.index import schrijf_index
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import SjabloonFout
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import laad_vormen
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.zaak.stukgegevens import Benutbaar

GOED = (Sjablonen.standaard().bestand("plan-van-aanpak/stuk.yaml")).read_bytes()
Schrijf = Callable[[str, bytes], Sjablonen]


@pytest.fixture(name="schrijf")
def _schrijf(tmp_path: Path) -> Schrijf:
    """A client's own templates folder with one file in it, before the shipped one."""

    def schrijf(naam: str, ruw: bytes) -> Sjablonen:
        pad = tmp_path / "eigen" / naam
        pad.parent.mkdir(parents=True)
        pad.write_bytes(ruw)
        return Sjablonen.standaard(tmp_path / "eigen")

    return schrijf


@pytest.mark.parametrize(
    ("ruw", "melding"),
    [
        (b"titel: \xff", " is geen UTF-8-tekst."),
        (b"titel: [", ":2 is geen geldige YAML."),
        (b"titel: \x00", " is geen geldige YAML."),
        (b"", " is leeg of heeft geen sleutels."),
        (b"- titel", " is leeg of heeft geen sleutels."),
        (b"[" * 5000, " is geen geldige YAML."),
        (GOED.replace(b"titel:", b"kop:"), ": titel ontbreekt; kop bestaat niet."),
        (GOED.replace(b"uwv]", b"UWV]"), ": voor is geen van werknemer, werkgever, bedrijfsarts,"),
        (GOED.replace(b"volgorde: 3", b"volgorde: drie"), ": volgorde moet een heel getal zijn."),
        (GOED.replace(b"volgorde: 3", b"volgorde: -1"), ": volgorde is te klein."),
        (GOED.replace(b"voor_uwv: true", b"voor_uwv: wel"), ": voor_uwv moet true of false zijn."),
        (GOED.replace(b"afzender: werkgever", b"afzender: uwv"), ": afzender is geen van werkgever, arbod"),
        (GOED + b"vertrouwelijk: true\n", ": vertrouwelijk bestaat niet."),
        (GOED.replace(b"titel: Plan van aanpak", b"titel: {a: b}"), ": titel moet tekst zijn."),
    ],
)
def test_een_stuk_dat_niet_klopt_noemt_bestand_en_sleutel(schrijf: Schrijf, ruw: bytes, melding: str) -> None:
    """Elke fout in stuk.yaml is een Nederlandse zin met de sleutel, zonder Engels en zonder adres."""
    sjablonen = schrijf("plan-van-aanpak/stuk.yaml", ruw)

    with pytest.raises(SjabloonFout) as fout:
        laad_vormen(sjablonen)

    assert melding in fout.value.melding.removeprefix("plan-van-aanpak/stuk.yaml")
    assert not re.search(r"http|[Ii]nput|validation|should|field", fout.value.melding + fout.value.hint)


@pytest.mark.parametrize(
    ("ruw", "melding"),
    [
        (b"Aanhef: \xff", "delen/keuzes.yaml is geen UTF-8-tekst."),
        (b"Aanhef: {", "delen/keuzes.yaml:2 is geen geldige YAML."),
        (b"Aanhef: mevrouw", "delen/keuzes.yaml: Aanhef moet een groep zijn"),
        (b"Aanhef: {heer: [x]}", "delen/keuzes.yaml: Aanhef moet een groep zijn"),
    ],
)
def test_keuzes_die_niet_kloppen_noemen_het_bestand(schrijf: Schrijf, ruw: bytes, melding: str) -> None:
    """Een eigen keuzes.yaml dat niet is te lezen, is geen interne fout."""
    with pytest.raises(SjabloonFout, match=re.escape(melding)):
        Keuzes.laad(schrijf("delen/keuzes.yaml", ruw))


def test_een_woord_dat_ontbreekt_verraadt_niet_wat_de_zaak_zegt(schrijf: Schrijf) -> None:
    """De melding is dezelfde, welke van de ontbrekende waarden er ook is gekozen."""
    keuzes = Keuzes.laad(schrijf("delen/keuzes.yaml", b"Benutbaar: {ja: Ja}"))
    meldingen = set()
    for waarde in set(Benutbaar) - {Benutbaar.JA}:
        with pytest.raises(SjabloonFout) as fout:
            keuzes.woord(waarde)
        meldingen.add((fout.value.melding, fout.value.hint))

    assert keuzes.woord(Benutbaar.JA) == "Ja"
    assert meldingen == {
        (
            "delen/keuzes.yaml heeft niet voor elke waarde van Benutbaar een woord.",
            "Nog zonder woord: marginaal, nee_tijdelijk, nee_duurzaam.",
        )
    }


@pytest.mark.parametrize(
    "sjabloon",
    [
        "{{ zaken.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ zaken|attr('__class__') }}",
    ],
)
def test_de_inhoudsopgave_draait_in_dezelfde_afgeschermde_plek(
    schrijf: Schrijf, tmp_path: Path, sjabloon: str
) -> None:
    """Een eigen overzicht van een klant komt niet bij Python."""
    sjablonen = schrijf("overzicht/index.html", b"\n" + sjabloon.encode())

    with (
        pytest.raises(SjabloonFout, match=r"overzicht/index\.html:2: "),
        Uitvoer(tmp_path / "uit").open() as uitvoer,
    ):
        schrijf_index(uitvoer, sjablonen)

    assert not (tmp_path / "uit" / "index.html").exists()
