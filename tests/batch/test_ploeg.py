"""Processen naast elkaar: wie stopt, neemt alleen zijn eigen taak mee."""

import ctypes
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, as_completed
from pathlib import Path
from typing import Any

import pytest

from dossiergen.dossier.batch.grens import Grens
from dossiergen.dossier.batch.ploeg import WerkerGestopt, Werkploeg

RUIM = Grens(60, 1024)


def dubbel(getal: int) -> int:
    return 2 * getal


def wie() -> int:
    time.sleep(0.2)
    return os.getpid()


def leg_neer() -> Path:
    """A folder where Python lays such things, with something in it."""
    plek = Path(tempfile.mkdtemp())
    (plek / "letter.ttf").write_bytes(b"x")
    return plek


def gedood() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def zonder_einde() -> None:
    while True:
        time.sleep(0.01)


def vreet() -> None:
    alles = []
    while True:
        alles.append(bytearray(10_000_000))


def buiten_python() -> None:
    ctypes.string_at(0)


def weg() -> None:
    sys.exit(3)


def fout() -> None:
    raise ValueError("zelf")


def niet_te_versturen() -> Callable[[], int]:
    return lambda: 1


def sterf_bij_begin() -> None:
    os._exit(7)


def zin(antwoord: Future[Any]) -> str:
    ramp = antwoord.exception(60)
    assert isinstance(ramp, WerkerGestopt)
    return ramp.melding


def test_elk_antwoord_hoort_bij_zijn_vraag() -> None:
    """Honderd taken, drie processen, en de interface van concurrent.futures."""
    with Werkploeg(3, grens=RUIM) as ploeg:
        vragen = {ploeg.submit(dubbel, getal): getal for getal in range(100)}
        antwoorden = {vragen[klaar]: klaar.result() for klaar in as_completed(vragen)}
        assert list(ploeg.map(dubbel, range(5))) == [0, 2, 4, 6, 8]

    assert antwoorden == {getal: 2 * getal for getal in range(100)}


def test_er_zijn_zoveel_processen_als_gevraagd() -> None:
    """Taken die tegelijk lopen, hebben elk een eigen proces; dat is niet het onze."""
    with Werkploeg(2, grens=RUIM) as ploeg:
        processen = {antwoord.result() for antwoord in [ploeg.submit(wie) for _ in range(6)]}

    assert len(processen) == 2
    assert os.getpid() not in processen


def test_wie_lang_werkte_maakt_plaats() -> None:
    """Elke taak krijgt dan een vers proces, en geen taak gaat verloren; anders doet één proces ze alle."""
    for houdbaar, aantal in ((0.0, 4), (60.0, 1)):
        with Werkploeg(1, grens=RUIM, houdbaar=houdbaar) as ploeg:
            processen = [antwoord.result(60) for antwoord in [ploeg.submit(wie) for _ in range(4)]]

        assert (len(processen), len(set(processen))) == (4, aantal)


@pytest.mark.parametrize("einde", [dubbel, gedood])
def test_wat_een_proces_voor_zichzelf_neerlegt_is_na_afloop_weg(einde: Callable[..., object]) -> None:
    """Ook van wie werd gedood: lettertypen van een nacht vullen anders de schijf."""
    with Werkploeg(1, grens=RUIM) as ploeg:
        eerst = ploeg.submit(leg_neer).result(60)
        assert eerst.is_dir()
        ploeg.submit(einde, *(() if einde is gedood else (1,))).exception(60)
        daarna = ploeg.submit(leg_neer).result(60)

    assert (eerst.parent == daarna.parent) == (einde is dubbel)
    assert [eerst.parent.exists(), daarna.parent.exists()] == [False, False]


@pytest.mark.parametrize(
    ("ramp", "melding"),
    [
        (gedood, "Het proces dat hieraan werkte, is gestopt door het systeem (SIGKILL)."),
        (buiten_python, "Het proces dat hieraan werkte, is gestopt door het systeem (SIGSEGV)."),
        (weg, "Het proces dat hieraan werkte, is onverwacht gestopt (code 3)."),
        (vreet, "Hiervoor was meer geheugen nodig dan is toegestaan."),
        (zonder_einde, "Dit duurde langer dan 3 seconden en is gestopt."),
    ],
)
def test_een_ramp_raakt_alleen_haar_eigen_taak(ramp: Callable[[], None], melding: str) -> None:
    """Wat ervoor, ernaast en erna komt, krijgt gewoon antwoord."""
    with Werkploeg(2, grens=Grens(3, 400)) as ploeg:
        ervoor = [ploeg.submit(dubbel, getal) for getal in range(5)]
        geraakt = ploeg.submit(ramp)
        erna = [ploeg.submit(dubbel, getal) for getal in range(5)]

        assert zin(geraakt) == melding
        assert [een.result(60) for een in (*ervoor, *erna)] == [0, 2, 4, 6, 8] * 2


def test_een_fout_in_een_taak_komt_terug_bij_wie_hem_gaf() -> None:
    """Ook wat niet kan worden verstuurd, heen of terug."""
    with Werkploeg(1, grens=RUIM) as ploeg:
        with pytest.raises(ValueError, match=r"^zelf$"):
            ploeg.submit(fout).result(60)
        assert ploeg.submit(niet_te_versturen).exception(60).__class__ is RuntimeError
        assert ploeg.submit(lambda: 1).exception(60) is not None
        assert ploeg.submit(dubbel, 4).result(60) == 8


def test_processen_die_niet_kunnen_beginnen_laten_niemand_wachten() -> None:
    """Na drie keer is het genoeg, en alle taken horen dat."""
    with Werkploeg(2, sterf_bij_begin, RUIM) as ploeg:
        zinnen = {zin(ploeg.submit(wie)) for _ in range(3)}

    assert zinnen == {"De processen die het werk doen, kunnen niet beginnen."}


def test_afbreken_stopt_wie_werkt_en_wie_wacht() -> None:
    """Na ^C loopt er niets meer."""
    ploeg = Werkploeg(2, grens=RUIM)
    lopend = [ploeg.submit(zonder_einde) for _ in range(4)]
    while len(ploeg.pids()) < 2 or not lopend[0].running():
        time.sleep(0.01)
    pids = ploeg.pids()
    ploeg.breek_af()

    assert all(een.done() for een in lopend)
    assert [Path(f"/proc/{pid}").exists() for pid in pids] == [False, False]
    with pytest.raises(RuntimeError):
        ploeg.submit(dubbel, 1)
