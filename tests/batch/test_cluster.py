"""Een batch voor werkers op andere machines: wat daarvoor moet kloppen, zonder die machines."""

import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, wait
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from batchhulp import PEILDATUM, Batch
from dossiergen.dossier.batch import buitenploeg, sleutel
from dossiergen.dossier.batch.buitenploeg import Buitenploeg
from dossiergen.dossier.batch.elders import Batchvraag, WerkerOngeschikt, doe
from dossiergen.dossier.batch.grens import Grens
from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.sleutel import algemeen
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.errors import OntbrekendHulpmiddel

PLANNER = "tcp://127.0.0.1:8786"


@pytest.fixture(name="vraag")
def _vraag(cases: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Batchvraag]:
    """As a run asks it that holds its output, of a worker with one thread."""
    werker = SimpleNamespace(address="tcp://elders:1", state=SimpleNamespace(nthreads=1))
    monkeypatch.setattr("distributed.get_worker", lambda: werker)
    opdracht = Batchopdracht(Path("output"), PEILDATUM)
    with opdracht.uitvoer.open() as uitvoer, uitvoer.sein() as sein:
        yield Batchvraag(opdracht, Grens(60, 1024), algemeen(opdracht), cases.parent, sein.absolute())


class Planner(Executor):
    """Of a client of Dask: what it does with what it is asked, and how many threads its workers have."""

    status = "running"

    def __init__(self, uitkomst: Callable[[Future[Any]], object], draden: dict[str, int]) -> None:
        self.uitkomst, self.draden = uitkomst, draden

    def get_executor(self, *, pure: bool) -> Executor:
        assert not pure
        return self

    def nthreads(self) -> dict[str, int]:
        return self.draden

    def submit(self, *_: Any) -> Future[Any]:  # type: ignore[override]
        antwoord: Future[Any] = Future()
        self.uitkomst(antwoord)
        return antwoord


def gehoord(
    uitkomst: Callable[[Future[Any]], object], vraag: Batchvraag, draden: dict[str, int]
) -> Future[int]:
    """What comes back of a task."""
    ploeg = Buitenploeg(PLANNER, vraag, Planner(uitkomst, draden), 1)
    antwoord = ploeg.submit(int)
    wait((antwoord,), 5)
    ploeg.shutdown(cancel_futures=True)
    return antwoord


def verdwenen(antwoord: Future[Any]) -> None:
    antwoord.cancel()
    antwoord.set_running_or_notify_cancel()


def test_zonder_dask(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Het onderdeel voor meer machines is niet altijd geïnstalleerd."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    klaar = batch("--scheduler", PLANNER)

    assert klaar.exit_code == 3
    assert klaar.stderr == (
        "Voor werk op meer machines ontbreekt een onderdeel (Dask).\n"
        'Voer dit uit: pip install "dossiergen[cluster]"\n'
    )


@pytest.mark.parametrize(
    "adres",
    ["machine", "machine:8786", "http://machine:8786", "tcp://machine", "tcp://machine:0", "tcp://m:65536"],
)
def test_een_adres_dat_geen_adres_is(batch: Batch, adres: str) -> None:
    """Verkeerd gebruik, en er gebeurt niets."""
    klaar = batch("--scheduler", adres)

    assert klaar.exit_code == 2
    assert klaar.stderr.endswith(": Schrijf het adres als tcp://machine:8786.")
    assert not Path("output").exists()


def test_hoeveel_tegelijk_zeggen_de_werkers(batch: Batch) -> None:
    """Een aantal dat niets zou doen, wordt niet stil aangenomen."""
    klaar = batch("--scheduler", PLANNER, "--jobs", "2")

    assert klaar.exit_code == 2
    assert ": Met --scheduler zeggen de werkers zelf hoeveel zij tegelijk doen" in klaar.stderr


@pytest.mark.parametrize(
    "groet", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n" * 20], ids=["stil", "iets anders"]
)
def test_wie_daar_luistert_is_geen_planner(
    batch: Batch, monkeypatch: pytest.MonkeyPatch, groet: bytes
) -> None:
    """Er is een antwoord binnen een paar tellen, en de uitvoer is weer vrij."""
    monkeypatch.setattr(buitenploeg, "_GEDULD", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as deur:
        lijnen: list[socket.socket] = []

        def open_de_deur() -> None:
            lijnen.append(deur.accept()[0])
            lijnen[0].sendall(groet)

        portier = Thread(target=open_de_deur)
        portier.start()
        klaar = batch("--scheduler", f"tcp://127.0.0.1:{deur.getsockname()[1]}")
        portier.join()
        lijnen[0].close()

    assert klaar.exit_code == 3
    assert "antwoordt niet.\nIs het adres goed" in klaar.stderr
    assert list(Path("output/.dossiergen").glob("sein-*")) == []
    assert not Uitvoer(Path("output")).bezet


def test_een_werker_doet_zijn_werk_in_een_eigen_proces(vraag: Batchvraag) -> None:
    """Zolang het sein er is; daarna laat hij de uitvoer los voor de volgende."""
    assert doe(vraag, int) == (True, 0)
    vraag.sein.unlink()
    with vraag.opdracht.uitvoer._vast(vraag.opdracht.uitvoer._slot_werkers, 2, 10.0):  # noqa: SLF001
        assert not vraag.sein.exists()


def test_een_werker_met_een_andere_versie_weigert(vraag: Batchvraag) -> None:
    """Anders kwamen er stil andere stukken."""
    gelukt, fout = doe(Batchvraag(vraag.opdracht, vraag.grens, "anders", vraag.werkmap, vraag.sein), int)

    assert not gelukt
    assert isinstance(fout, WerkerOngeschikt)
    assert fout.melding.startswith("De werker op tcp://elders:1 zou andere stukken maken")


@pytest.mark.parametrize(("werkmap", "sein"), [("weg", ""), ("", "weg")], ids=["werkmap", "uitvoer"])
def test_een_werker_die_de_mappen_niet_ziet_weigert(vraag: Batchvraag, werkmap: str, sein: str) -> None:
    """Anders kwamen de stukken op een schijf waar niemand ze zoekt."""
    assert vraag.werkmap
    elders = Batchvraag(vraag.opdracht, vraag.grens, vraag.vast, vraag.werkmap / werkmap, vraag.sein / sein)
    gelukt, fout = doe(elders, int)

    assert not gelukt
    assert isinstance(fout, WerkerOngeschikt)
    assert fout.melding == "De werker op tcp://elders:1 ziet de mappen van deze opdracht niet."


def test_waar_dossiergen_staat_maakt_niet_uit_en_wat_er_staat_wel(
    cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Machines die hetzelfde maken, zijn het eens over wat voor alle zaken geldt."""
    assert cases.is_dir()
    opdracht = Batchopdracht(Path("output"), PEILDATUM)
    hier = algemeen(opdracht)
    elders = shutil.copytree(sleutel._PAKKET, "elders", ignore=shutil.ignore_patterns("__pycache__"))  # noqa: SLF001
    monkeypatch.setattr(sleutel, "_PAKKET", Path(elders))

    assert algemeen(opdracht) == hier
    (Path(elders) / "errors" / "nieuw.py").write_text("", "utf-8")
    assert algemeen(opdracht) != hier


def test_een_volgende_opdracht_trekt_het_sein_van_een_gestopte_in(cases: Path) -> None:
    """Wie met kill -9 is gestopt, kon dat zelf niet meer."""
    assert cases.is_dir()
    uitvoer = Uitvoer(Path("output"))
    with uitvoer.open():
        rest = uitvoer.eigen / "sein-0123456789abcdef"
        rest.touch()
    with uitvoer.open():
        assert not rest.exists()


def test_een_planner_die_verdwijnt_stopt_de_batch(vraag: Batchvraag) -> None:
    """Dask trekt dan alle taken in; dat is geen gebrek van een zaak."""
    fout = gehoord(verdwenen, vraag, {"tcp://elders:1": 1}).exception(5)

    assert isinstance(fout, OntbrekendHulpmiddel)
    assert fout.melding == f"De scheduler op {PLANNER} antwoordt niet."


def test_als_alle_werkers_weg_blijven_stopt_de_batch(
    vraag: Batchvraag, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask zelf wacht tot in het oneindige."""
    monkeypatch.setattr(buitenploeg, "_TIK", 0.01)
    monkeypatch.setattr(buitenploeg, "_ALLEEN", 0.05)
    fout = gehoord(lambda _: None, vraag, {}).exception(5)

    assert isinstance(fout, OntbrekendHulpmiddel)
    assert fout.melding == f"De scheduler op {PLANNER} heeft geen werkers."


def test_wat_elders_misging_komt_terug_bij_wie_het_vroeg(vraag: Batchvraag) -> None:
    """En wat goed ging ook."""
    draden = {"tcp://elders:1": 1}
    fout = ValueError("zelf")

    assert gehoord(lambda antwoord: antwoord.set_result((True, 4)), vraag, draden).result(5) == 4
    assert gehoord(lambda antwoord: antwoord.set_result((False, fout)), vraag, draden).exception(5) is fout
    assert gehoord(lambda antwoord: antwoord.set_exception(fout), vraag, draden).exception(5) is fout
