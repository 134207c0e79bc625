"""`dossiergen render --watch`: what is saved is made again; whatever an editor does, it goes on."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossiergen.cli.kijken import Kijker, Ronde, bezonken, gewekt, kijk
from dossiergen.cli.rondes import Rondebeeld
from dossiergen.dossier.bronnen import Bronnen, Stand
from dossiergen.dossier.resultaat import Stukresultaat, Uitkomst, Zaakresultaat
from dossiergen.errors import BestandFout, ExitCode, OntbrekendHulpmiddel, SjabloonFout, UitvoerBezet
from dossiergen.finding import Ernst, Finding, Plaats
from dossiergen.sjablonen import Sjablonen
from dossierhulp import kopieer_kleine_zaken

A, B = Path("a"), Path("b")


def standen(*reeks: Stand) -> tuple[Callable[[], Stand], list[float], Callable[[float], None]]:
    """A disk that shows these states one after the other, and goes on showing the last."""
    over, gewacht = list(reeks), list[float]()
    return (lambda: over.pop(0) if len(over) > 1 else over[0]), gewacht, gewacht.append


def test_wie_in_stappen_bewaart_wordt_afgewacht() -> None:
    """Er wordt pas gelezen als het bestand twee keer hetzelfde is."""
    stand, gewacht, wacht = standen({A: (1,)}, {A: (2,)}, {A: (3,)}, {A: (3,)})

    assert bezonken({A: (0,)}, stand, wacht) == {A: (3,)}
    assert gewacht == [0.03, 0.03, 0.03]


def test_zonder_verandering_wordt_niet_gewacht() -> None:
    """Elke seconde wordt gekeken; dat mag niets kosten."""
    stand, gewacht, wacht = standen({A: (1,)})

    assert (bezonken({A: (1,)}, stand, wacht), gewacht) == ({A: (1,)}, [])


def test_een_bestand_dat_even_weg_is_krijgt_langer_de_tijd() -> None:
    """Sommige editors halen het oude bestand weg voor het nieuwe er staat."""
    stand, gewacht, wacht = standen({B: (1,)}, {A: (2,), B: (1,)}, {A: (2,), B: (1,)})

    assert bezonken({A: (1,), B: (1,)}, stand, wacht) == {A: (2,), B: (1,)}
    assert gewacht == [0.3, 0.03]


def test_wie_nooit_ophoudt_houdt_het_werk_niet_tegen() -> None:
    """Na twintig keer wordt gelezen wat er dan is."""
    teller = iter(range(100))
    stand = bezonken({A: (-1,)}, lambda: {A: (next(teller),)}, lambda _: None)

    assert stand == {A: (20,)}


@pytest.fixture(name="bronnen")
def _bronnen(tmp_path: Path) -> Bronnen:
    (tmp_path / "sjablonen" / "delen").mkdir(parents=True)
    (tmp_path / "sjablonen" / "delen" / "brief.html").touch()
    cases = kopieer_kleine_zaken(tmp_path / "cases")
    return Bronnen(cases / "2026-0012", Sjablonen((tmp_path / "sjablonen",)))


def test_wat_meetelt(bronnen: Bronnen, tmp_path: Path) -> None:
    """De zaak, de organisaties ernaast en de sjablonen; geen andere zaak en niets verborgens."""
    eerder = bronnen.stand()
    (bronnen.zaak / "stukken" / ".plan-van-aanpak.yaml.swp").touch()
    (bronnen.zaak.parent / "2026-0007" / "zaak.yaml").touch()
    (bronnen.zaak.parent / "kladblok.txt").touch()
    (tmp_path / "sjablonen" / ".git").mkdir()
    (tmp_path / "sjablonen" / ".git" / "index").touch()
    assert bronnen.stand() == eerder

    for pad in (
        bronnen.zaak.parent / "organisaties.yaml",
        bronnen.zaak / "zaak.yaml",
        bronnen.zaak / "stukken" / "plan-van-aanpak.yaml",
        bronnen.zaak / "bedrijfsarts.yaml",
        bronnen.zaak / "bijlagen-bedrijfsarts" / "nieuw.pdf",
    ):
        pad.parent.mkdir(exist_ok=True)
        pad.write_text("anders")
        nu = bronnen.stand()
        assert (nu == eerder, bronnen.andere_sjablonen(eerder, nu)) == (False, False)
        eerder = nu
    (tmp_path / "sjablonen" / "delen" / "brief.html").unlink()
    assert bronnen.andere_sjablonen(eerder, bronnen.stand())


def test_een_bestand_met_dezelfde_lengte_en_tijd_is_een_ander_bestand(bronnen: Bronnen) -> None:
    """Bewaren door te hernoemen geeft een nieuw bestand, ook als niets aan de buitenkant verschilt."""
    zaak = bronnen.zaak / "zaak.yaml"
    eerder, wat = bronnen.stand(), zaak.stat()
    nieuw = zaak.with_suffix(".tmp")
    nieuw.write_bytes(zaak.read_bytes())
    os.utime(nieuw, ns=(wat.st_atime_ns, wat.st_mtime_ns))
    nieuw.replace(zaak)

    assert bronnen.stand() != eerder


def test_een_kring_van_verwijzingen_wordt_niet_gevolgd(bronnen: Bronnen, tmp_path: Path) -> None:
    """Een verwijzing naar boven of naar zichzelf is geen map om naar te kijken."""
    (bronnen.zaak / "stukken" / "boven").symlink_to("..")
    (tmp_path / "sjablonen" / "delen" / "boven").symlink_to("..")
    (tmp_path / "sjablonen" / "delen" / "zelf.html").symlink_to("zelf.html")

    sjablonen = tmp_path / "sjablonen"
    (bronnen.zaak / "bijlagen").mkdir(exist_ok=True)
    assert set(bronnen.mappen()) == {
        bronnen.zaak.parent, bronnen.zaak, bronnen.zaak / "stukken", bronnen.zaak / "bijlagen",
        sjablonen, sjablonen / "delen",
    }  # fmt: skip
    assert sjablonen / "delen" / "zelf.html" not in bronnen.stand()


def test_een_map_die_verschijnt_of_een_andere_wordt_telt_mee(bronnen: Bronnen) -> None:
    """Het systeem kijkt per map; bij een nieuwe map begint het opnieuw."""
    gevraagd: list[tuple[Path, ...]] = []

    def wekker(mappen: tuple[Path, ...]) -> Iterator[None]:
        gevraagd.append(mappen)
        while True:
            yield None

    wekken = gewekt(bronnen, wekker)
    for _ in range(3):
        next(wekken)
    assert len(gevraagd) == 1
    eigen = bronnen.zaak / "bijlagen-bedrijfsarts"
    eigen.mkdir()
    for _ in range(3):
        next(wekken)
    assert [eigen in mappen for mappen in gevraagd] == [False, True]
    eigen.rename(bronnen.zaak / "weg")
    eigen.mkdir()
    for _ in range(3):
        next(wekken)
    assert len(gevraagd) == 3


def test_een_zaak_die_verdwijnt_is_het_einde(bronnen: Bronnen) -> None:
    """Een duidelijke zin en exitcode 5; naar niets valt niet te kijken."""
    wekken = gewekt(bronnen, lambda _: iter([None, None]))
    next(wekken)
    bronnen.zaak.rename(bronnen.zaak.with_name("2026-9999"))

    with pytest.raises(BestandFout, match="is er niet meer") as fout:
        list(wekken)
    assert fout.value.exit_code == ExitCode.BESTAND


class Verslaggever:
    """Makes nothing, and remembers with which templates it was asked and what was shown."""

    def __init__(self, *uitkomsten: BaseException | None) -> None:
        self.uitkomsten = list(uitkomsten)
        self.gevraagd: list[int] = []
        self.getoond: list[str] = []

    def maak(self, sjablonen: Sjablonen) -> Zaakresultaat:
        self.gevraagd.append(sjablonen.uitgave)
        fout = self.uitkomsten.pop(0) if self.uitkomsten else None
        if fout:
            raise fout
        return Zaakresultaat("2026-0012")

    def toon(self, ronde: Ronde) -> None:
        self.getoond.append(ronde.storing or ronde.resultaat.zaak if ronde.resultaat else ronde.storing)


def test_alleen_bij_een_ander_sjabloon_wordt_alles_opnieuw_gelezen(bronnen: Bronnen, tmp_path: Path) -> None:
    """Een ander nummer maakt dat niets van de oude sjablonen wordt gebruikt."""
    wie = Verslaggever()
    kijker = Kijker(bronnen, wie.maak, wie.toon)
    rondes = [kijker.kijk(), kijker.kijk()]
    (bronnen.zaak / "zaak.yaml").write_text("anders")
    rondes.append(kijker.kijk())
    (tmp_path / "sjablonen" / "delen" / "brief.html").write_text("anders")
    rondes += [kijker.kijk(), kijker.kijk()]

    assert (rondes, wie.gevraagd) == ([True, False, True, True, False], [0, 0, 1])


def test_een_fout_in_een_ronde_is_niet_het_einde(bronnen: Bronnen) -> None:
    """Een sjabloon of schijf met een fout wordt gezegd; wat ontbreekt op deze machine is wel het einde."""
    wie = Verslaggever(SjabloonFout("brief.html:3 klopt niet.", "Kijk."), None, OntbrekendHulpmiddel("pango"))
    kijker = Kijker(bronnen, wie.maak, wie.toon)
    for inhoud in ("een", "twee"):
        kijker.kijk()
        (bronnen.zaak / "zaak.yaml").write_text(inhoud)
    assert wie.getoond == ["brief.html:3 klopt niet. Kijk.", "2026-0012"]
    with pytest.raises(OntbrekendHulpmiddel):
        kijker.kijk()


def test_een_uitvoermap_in_gebruik_wordt_een_keer_gezegd_en_dan_afgewacht(bronnen: Bronnen) -> None:
    """Elke keer dat er wordt gekeken, opnieuw; tot de andere opdracht klaar is."""
    wie = Verslaggever(UitvoerBezet("bezet"), UitvoerBezet("bezet"), None)
    kijker = Kijker(bronnen, wie.maak, wie.toon)

    assert [kijker.kijk() for _ in range(4)] == [True, True, True, False]
    assert wie.getoond == ["bezet", "2026-0012"]


def test_ctrl_c_bij_het_kijken_is_een_goed_einde(
    bronnen: Bronnen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wie genoeg heeft gezien, onderbreekt niets."""

    def onderbroken(*_: object, **__: object) -> Iterator[None]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("dossiergen.cli.kijken.watch", onderbroken)
    wie = Verslaggever()

    assert kijk(bronnen, wie.maak, wie.toon) == ExitCode.GOED
    assert capsys.readouterr().err.endswith("\nGestopt.\n")


def test_ctrl_c_tijdens_het_maken_is_een_onderbreking(bronnen: Bronnen) -> None:
    """Zoals bij elke opdracht: exitcode 130."""
    wie = Verslaggever(KeyboardInterrupt())

    with pytest.raises(KeyboardInterrupt):
        kijk(bronnen, wie.maak, wie.toon)


def test_een_systeem_dat_niets_kan_vertellen_wordt_gewekt_door_de_klok(
    bronnen: Bronnen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Te veel mappen om op te letten: dan wordt er nog elke seconde gekeken."""
    geslapen: list[float] = []

    def vol(*_: object, **__: object) -> Iterator[None]:
        raise OSError(28, "No space left on device")
        yield

    monkeypatch.setattr("dossiergen.cli.kijken.watch", vol)
    monkeypatch.setattr("dossiergen.cli.kijken.time.sleep", geslapen.append)
    wekken = gewekt(bronnen)

    assert [next(wekken) for _ in range(4)] == [None] * 4
    assert set(geslapen) == {1.0}


def finding(code: str, ernst: Ernst, regel: int, grond: str = "een grond") -> Finding:
    return Finding(code, ernst, Plaats("zaak.yaml", regel, 1), "pad", "Melding.", grond, "")


def test_een_ronde_herhaalt_niet_wat_er_al_stond(capsys: pytest.CaptureFixture[str]) -> None:
    """Een fout staat er elke keer; een waarschuwing een keer, ook als zij een regel lager komt te staan."""
    beeld = Rondebeeld("text", regels=False)
    gemaakt = Stukresultaat("plan-van-aanpak", Uitkomst.GEMAAKT, (Path("uit/plan.pdf"),))
    gelijk = Stukresultaat("probleemanalyse", Uitkomst.ONGEWIJZIGD, (Path("uit/analyse.pdf"),))
    let_op = finding("CAL-15", Ernst.WAARSCHUWING, 4)
    for stukken, findings in (
        ((gemaakt, gelijk), (let_op,)),
        ((gelijk,), (finding("ID-01", Ernst.FOUT, 2), finding("CAL-15", Ernst.WAARSCHUWING, 5))),
        ((gelijk,), ()),
    ):
        beeld.toon(Ronde(Zaakresultaat("2026-0012", stukken, findings), "", "17:42:10", 0.314))
    beeld.toon(Ronde(None, "De map is in gebruik.", "17:42:11", 0.0))
    gezegd = capsys.readouterr()

    assert gezegd.out.splitlines() == [
        "zaak.yaml:4:1: waarschuwing CAL-15 Melding.",
        "gemaakt      uit/plan.pdf",
        "zaak.yaml:2:1: fout ID-01 Melding.",
    ]
    streep = "── 17:42:10 " + 52 * "─"
    assert gezegd.err.splitlines() == [
        streep,
        "plan-van-aanpak gemaakt in 0,31 s.",
        streep,
        "Bevindingen die er al waren: 1. Opgelost: 0.",
        "Niets gemaakt (0,31 s).",
        streep,
        "Bevindingen die er al waren: 0. Opgelost: 2.",
        "Geen stuk is veranderd (0,31 s).",
        streep.replace("10 ", "11 "),
        "Fout: De map is in gebruik.",
    ]


def test_wie_niet_kijkt_laadt_er_niets_voor() -> None:
    """Zonder --watch is watchfiles niet nodig."""
    vraag = "import sys, dossiergen.cli.render; sys.exit('watchfiles' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", vraag], check=False).returncode == 0
