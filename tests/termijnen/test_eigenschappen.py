"""What holds for every absence, whatever its periods and leave."""

import datetime as dt
from dataclasses import dataclass

from bouw import D, dag, geteld, zaak
from hypothesis import assume, given
from hypothesis import strategies as st

from dossiergen.termijnen import Kalender

WACHTTIJD = 728
PEILDATUM = dag(400)


@dataclass(frozen=True)
class Verzuim:
    """Runs of illness and of leave as day numbers from D on; the last illness goes on."""

    ziek: tuple[tuple[int, int | None], ...]
    verlof: tuple[tuple[int, int], ...] = ()

    def kalender(self, verschoven: int = 0) -> Kalender:
        def op(nummer: int) -> str:
            return str(dag(nummer + verschoven))

        periodes = [(op(van), None if tot is None else op(tot)) for van, tot in self.ziek]
        verlof = [(op(van), op(tot)) for van, tot in self.verlof]
        return geteld(zaak(periodes, verlof=verlof, eerste=op(self.eerste), besluit="Besloten."), PEILDATUM)

    @property
    def eerste(self) -> int:
        return next(nummer for nummer in range(5000) if self.telt(nummer))

    def telt(self, nummer: int) -> bool:
        ziek = any(van <= nummer and (tot is None or nummer <= tot) for van, tot in self.ziek)
        return ziek and not any(van <= nummer <= tot for van, tot in self.verlof)


@st.composite
def verzuimen(draw: st.DrawFn, *, met_verlof: bool = True) -> Verzuim:
    """One absence: interruptions shorter than four weeks, leave within illness."""
    ziek: list[tuple[int, int | None]] = []
    begin = 0
    for lengte, pauze in draw(st.lists(st.tuples(st.integers(1, 90), st.integers(1, 27)), max_size=6)):
        ziek.append((begin, begin + lengte - 1))
        begin += lengte + pauze
    ziek.append((begin, None))
    verlof: list[tuple[int, int]] = []
    if met_verlof:
        van = begin
        for wachten, lengte in draw(
            st.lists(st.tuples(st.integers(1, 200), st.integers(1, 120)), max_size=2)
        ):
            verlof.append((van + wachten, van + wachten + lengte - 1))
            van += wachten + lengte
    return Verzuim(tuple(ziek), tuple(verlof))


@given(verzuimen())
def test_de_teldagen_zijn_die_van_dag_voor_dag_tellen(verzuim: Verzuim) -> None:
    """Een trage teller, die elke dag afloopt, komt op hetzelfde uit."""
    teldagen = verzuim.kalender().teldagen
    met_de_hand = [nummer for nummer in range(2000) if verzuim.telt(nummer)]

    for nummer in (0, 1, 41, 42, 294, 364, 637, 727, 728):
        assert teldagen.dag(nummer) == dag(met_de_hand[nummer])
    for nummer in (0, 10, 42, 100, 500, 1000):
        assert teldagen.geteld_voor(dag(nummer)) == sum(verzuim.telt(eerder) for eerder in range(nummer))


@given(verzuimen(), st.integers(1, 500))
def test_een_later_begin_eindigt_nooit_eerder(verzuim: Verzuim, later: int) -> None:
    """Hetzelfde verzuim, zoveel dagen later: elke datum is zoveel dagen later."""
    vroeg, laat = verzuim.kalender(), verzuim.kalender(later)

    assert vroeg.einde.wachttijd is not None
    assert laat.einde.wachttijd == vroeg.einde.wachttijd + dt.timedelta(days=later)


@given(verzuimen(met_verlof=False), st.integers(1, 400), st.integers(1, 120), st.integers(1, 200))
def test_een_later_begin_met_hetzelfde_verlof_eindigt_nooit_eerder(
    verzuim: Verzuim, wachten: int, lengte: int, later: int
) -> None:
    """Ook als het verlof op zijn dag blijft staan en het begin van het verzuim opschuift."""
    (laatste, _) = verzuim.ziek[-1]
    verlof = ((laatste + wachten, laatste + wachten + lengte - 1),)
    vroeg = Verzuim(((laatste, None),), verlof).kalender()
    laat = Verzuim(((laatste + later, None),), verlof).kalender()

    assert vroeg.einde.wachttijd is not None
    assert laat.einde.wachttijd is not None
    assert vroeg.einde.wachttijd <= laat.einde.wachttijd


@given(verzuimen(), st.integers(0, 600))
def test_splitsen_zonder_tussendag_verandert_niets(verzuim: Verzuim, plek: int) -> None:
    """Een periode in tweeën, de tweede op de dag na de eerste: alle mijlpalen blijven gelijk."""
    geraakt = [(van, tot) for van, tot in verzuim.ziek if van < plek and (tot is None or plek <= tot)]
    assume(geraakt)
    ((van, tot),) = geraakt
    ziek = [deel for deel in verzuim.ziek if deel != (van, tot)] + [(van, plek - 1), (plek, tot)]
    gesplitst = Verzuim(tuple(sorted(ziek, key=lambda deel: deel[0])), verzuim.verlof)

    assert gesplitst.kalender() == verzuim.kalender()


@given(verzuimen(met_verlof=False), st.integers(1, 500), st.integers(1, 200))
def test_verlof_verschuift_het_einde_dag_voor_dag(verzuim: Verzuim, wachten: int, lengte: int) -> None:
    """Verlof binnen de wachttijd telt niet mee: precies zoveel dagen later is zij om."""
    zonder = verzuim.kalender()
    van = verzuim.ziek[-1][0] + wachten
    assert zonder.einde.wachttijd is not None
    assume(dag(van) < zonder.einde.wachttijd)
    met = Verzuim(verzuim.ziek, ((van, van + lengte - 1),)).kalender()

    assert met.einde.wachttijd == zonder.einde.wachttijd + dt.timedelta(days=lengte)


@given(verzuimen())
def test_geen_mijlpaal_ligt_voor_de_eerste_ziektedag(verzuim: Verzuim) -> None:
    """Elke datum van elke mijlpaal ligt op of na de eerste ziektedag, en een venster begint voor het eindigt."""
    kalender = verzuim.kalender()

    for mijlpaal in kalender.mijlpalen:
        for datum in (mijlpaal.vanaf, mijlpaal.streef, mijlpaal.uiterlijk, mijlpaal.kalenderdatum):
            assert datum is None or datum >= kalender.eerste_ziektedag
        if mijlpaal.vanaf and mijlpaal.uiterlijk:
            assert mijlpaal.vanaf <= mijlpaal.uiterlijk


@given(verzuimen())
def test_de_mijlpalen_van_de_wet_staan_op_volgorde(verzuim: Verzuim) -> None:
    """Analyse voor plan, plan voor 42e week, tot het einde; en alles op een dag die telt of de dag erna."""
    kalender = verzuim.kalender()
    volgorde = ("probleemanalyse", "plan_van_aanpak", "melding_42e_week", "eerstejaarsevaluatie", "spoor_2", "verslag", "wia_aanvraag", "besluit_loonsanctie", "einde_wachttijd")  # fmt: skip
    datums = [kalender.mijlpaal(sleutel).uiterlijk for sleutel in volgorde]

    assert datums == sorted(datum for datum in datums if datum)
    for sleutel in ("probleemanalyse", "melding_42e_week", "eerstejaarsevaluatie"):
        uiterlijk = kalender.mijlpaal(sleutel).uiterlijk
        assert uiterlijk is not None
        assert verzuim.telt((uiterlijk - D).days)
