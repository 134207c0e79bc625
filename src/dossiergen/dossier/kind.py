"""What a process that works for another one has to do from its first moment."""

import gc
import os
import signal
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

from dossiergen.errors import ExitCode

__all__ = ["word_kind"]


def word_kind(ruim_op: Callable[[], object] = lambda: None) -> None:
    """An interrupt is for the parent, which stops its workers; a worker never outlives its parent.

    `ruim_op`: what it then does first, in the place of the parent.

    What was imported is kept for good, so that nobody looks for garbage in it.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_stop_met_ouder, args=(ruim_op,), daemon=True).start()


def _stop_met_ouder(ruim_op: Callable[[], object]) -> None:
    ouder = parent_process()
    if ouder is not None:
        wait([ouder.sentinel])
        ruim_op()
        os._exit(ExitCode.INTERN)
