"""Whoever follows a handbook from the first line to the last, sees every command do what the text promises.

The test walks with the reader: in a folder with the sample cases that the steps so far have named, it writes the files
and types the commands, one after the other. A handbook marks what it asks like this.

- *A command* is a line in a block (indented by four, or between ```) that begins with `dossiergen `, or inline code
  that does. What stands behind two or more spaces is a remark. `chmod`, `cp` and `mkdir` in a block are run as well.
  Inline code that is only the name of a command that cannot do without arguments (`dossiergen render`) is a mention.
  A command with something to fill in (`…`, `<kenmerk>`) is explanation: in the text it is left alone, in a block it
  may not stand.
- *What the reader sees* are the other lines of the block below the command: each is a line of the output, in this
  order; other lines may come between, and a line `…` says so to the reader. A line that ends in `…` is the beginning
  of one. Spaces are not compared.
- *An exit code* other than 0 is named in words, in the remark or in the paragraph that stands right above the block
  (for inline code: its own paragraph): "geeft exitcode 1".
- *A file to write* is a block whose first line is a comment with its path: `# cases/2026-0012/bedrijfsarts.yaml`. Behind
  the path may stand `, achteraan` (the text comes at the end of the file), `, in plaats van verloop` (in the place of
  the last group `verloop:`) or `, onder verloop` (at the end of that group). The text is indented as it stands in the
  file, since the reader copies it so. Other blocks are only to look at.
- *Another folder*: `<!-- een lege map -->` says that the reader opened a new folder in which nothing is, and
  `<!-- de map met de voorbeelden -->` that it is the one with the sample cases, which is where a handbook begins.
- *A command that asks*: below it stands each question as the reader sees it, and on the next line behind `> ` what the
  reader types; nothing behind `>` is only Enter.
- *A command that does not end by itself*: the remark or the paragraph above the block says that Ctrl-C stops it, and
  the block shows the last line that is seen before. The test waits for that line, presses Ctrl-C and expects exit
  code 130, or the one named. Such a command names its `--peildatum`; elsewhere today is the day VANDAAG.

A case that is named takes the time of its documents: let a handbook make few of them.
"""

import contextlib
import datetime as dt
import importlib
import io
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click
import pytest

from dossiergen.cli import hoofd
from handboek import Bestand, Map, Opdracht, binnen_de_machine, koppen, lees, regels_met_opdracht

WORTEL = Path(__file__).parents[1]
CASES = WORTEL / "cases"
HANDBOEKEN = sorted((WORTEL / "docs").glob("handleiding*.md"))
VANDAAG = dt.date(2026, 6, 1)
DOSSIERGEN = (sys.executable, "-m", "dossiergen")
_EEN_BEELD = 150_000
_BREEDTE = 108
_KLEUR = re.compile(r"\x1b\[[0-9;]*m")
_HOOGSTENS = 60


@pytest.fixture(name="map_")
def _map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's folder, on the day VANDAAG and without a network."""
    for naam in hoofd.COMMANDOS:
        for optie in importlib.import_module(f"dossiergen.cli.{naam}").commando.params:
            if optie.name == "peildatum":
                monkeypatch.setattr(optie, "default", lambda: VANDAAG)
    # What the program sets for its own process goes back after the test.
    for naam in ("LANGUAGE", "PYDANTIC_DISABLE_PLUGINS", "NO_COLOR"):
        monkeypatch.setenv(naam, os.environ.get(naam, ""))
    monkeypatch.setenv("COLUMNS", str(_BREEDTE))
    monkeypatch.setattr(socket.socket, "connect", binnen_de_machine(socket.socket.connect))
    map_ = tmp_path / "voorbeelden"
    (map_ / "cases").mkdir(parents=True)
    shutil.copy(CASES / "organisaties.yaml", map_ / "cases")
    monkeypatch.chdir(map_)
    return map_


@pytest.mark.parametrize("handboek", HANDBOEKEN, ids=lambda pad: pad.stem)
def test_elke_opdracht_doet_wat_het_handboek_zegt(
    handboek: Path, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Van boven naar beneden, in de map die het handboek noemt; geen opdracht wordt overgeslagen."""
    tekst = handboek.read_text("utf-8")

    uitgevoerd, mis = loop_door(tekst, map_, monkeypatch)

    assert mis == []
    assert sorted(uitgevoerd) == regels_met_opdracht(tekst)


@pytest.mark.parametrize("handboek", HANDBOEKEN, ids=lambda pad: pad.stem)
def test_in_een_blok_staat_niets_dat_de_lezer_nog_moet_invullen(handboek: Path) -> None:
    """Wat in een blok staat, kan iemand zo overtypen."""
    opdrachten = [stap for stap in lees(handboek.read_text("utf-8")) if isinstance(stap, Opdracht)]

    assert [stap.regel for stap in opdrachten if stap.plaatshouder and not stap.in_de_tekst] == []
    assert len(opdrachten) > 1


@pytest.mark.parametrize("handboek", HANDBOEKEN, ids=lambda pad: pad.stem)
def test_elke_verwijzing_komt_ergens_uit(handboek: Path) -> None:
    """Een bladzijde, een kop erin, of een plaatje dat niet te zwaar is."""
    for waarheen, kop in re.findall(r"\]\(([\w./-]*)(?:#([\w-]+))?\)", handboek.read_text("utf-8")):
        doel = handboek.parent / waarheen if waarheen else handboek
        assert doel.is_file(), waarheen
        assert not kop or kop in koppen(doel), (waarheen, kop)
        assert doel.suffix != ".png" or doel.stat().st_size <= _EEN_BEELD, waarheen


def test_wat_een_handboek_vraagt_staat_er_in_zijn_volgorde() -> None:
    """Bestanden, opdrachten, vragen en wat er te zien is: elk in zijn eigen vorm."""
    stappen = lees(
        textwrap.dedent("""\
            Zet dit in een bestand:

                # cases/2026-0001/zaak.yaml
                kenmerk: 2026-0001

            Dat kan ook met `dossiergen schema
            --output schemas`. Dit geeft exitcode 1:

                dossiergen check cases  alle zaken
                zaak.yaml:1:1: fout
                …
                dossiergen check cases --hide-lines  geeft exitcode 0

            Beantwoord de vragen:

            ```sh
            dossiergen new
            Kenmerk:
            > 2026-0002
            ```

            Stop met Ctrl-C:

                dossiergen render cases/2026-0001 --watch
                Wacht op wijzigingen.
        """)
    )

    assert stappen == [
        Bestand(3, "cases/2026-0001/zaak.yaml", "kenmerk: 2026-0001\n"),
        Opdracht(6, ("dossiergen", "schema", "--output", "schemas"), 1, in_de_tekst=True),
        Opdracht(9, ("dossiergen", "check", "cases"), 1, getoond=("zaak.yaml:1:1: fout",)),
        Opdracht(12, ("dossiergen", "check", "cases", "--hide-lines")),
        Opdracht(17, ("dossiergen", "new"), invoer=("2026-0002",), getoond=("Kenmerk: 2026-0002",)),
        Opdracht(
            24,
            ("dossiergen", "render", "cases/2026-0001", "--watch"),
            130,
            getoond=("Wacht op wijzigingen.",),
            stopt_niet=True,
        ),
    ]


def test_een_groep_in_een_bestand_wordt_vervangen_of_langer(tmp_path: Path) -> None:
    """De laatste groep met die naam, ook over witregels heen, met de tekst zoals die er staat."""
    (tmp_path / "zaak.yaml").write_text(
        "a:\n  - b: 1\n    c:\n      - d\n    e: |\n      2\n\n      2\n\nf: 3\n", "utf-8"
    )

    Bestand(1, "zaak.yaml", "      - g\n", sleutel="c", onder=True).schrijf(tmp_path)
    Bestand(1, "zaak.yaml", "    e: 4\n", sleutel="e").schrijf(tmp_path)
    Bestand(1, "zaak.yaml", "h: 5\n", achteraan=True).schrijf(tmp_path)

    assert (tmp_path / "zaak.yaml").read_text("utf-8") == (
        "a:\n  - b: 1\n    c:\n      - d\n      - g\n    e: 4\n\nf: 3\nh: 5\n"
    )


def test_wie_een_lege_map_opent_ziet_de_voorbeelden_niet(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """En daarna liggen ze er weer."""
    tekst = """
<!-- een lege map -->

    dossiergen check cases/2026-0012  geeft exitcode 1
    cases/2026-0012: fout BST-01 …

<!-- de map met de voorbeelden -->

    dossiergen check cases/2026-0012
"""

    assert loop_door(tekst, map_, monkeypatch) == ([4, 9], [])


def test_een_belofte_die_niet_klopt_valt_op(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Een andere exitcode, een regel die er niet is, en een opdracht die niet bestaat."""
    tekst = textwrap.dedent("""\
            dossiergen check niets  geeft exitcode 1
            niets: fout BST-01 Deze map …
            Dit staat er niet.
            dossiergen completion bash  geeft exitcode 1
            dossiergen maak-alles
    """)

    uitgevoerd, mis = loop_door(textwrap.indent(tekst, "    "), map_, monkeypatch)

    assert uitgevoerd == [1, 4, 5]
    assert [regel for regel in mis if "exitcode" in regel or "te zien" in regel] == [
        "regel 1: niet te zien: 'Dit staat er niet.'",
        "regel 4: exitcode 0 in plaats van 1",
        "regel 5: exitcode 2 in plaats van 0",
    ]


def test_een_vraag_krijgt_het_antwoord_dat_het_handboek_geeft(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ook Enter alleen is een antwoord."""

    def vraagt() -> NoReturn:
        kenmerk = click.prompt("Kenmerk")
        plaats = click.prompt("Plaats", default="Heerlen")
        click.echo(f"{kenmerk} in {plaats}")
        raise SystemExit(0)

    monkeypatch.setattr(hoofd, "main", vraagt)
    tekst = """
    dossiergen new
    Kenmerk:
    > 2026-0002
    Plaats [Heerlen]:
    >
    2026-0002 in Heerlen
"""

    assert loop_door(tekst, map_, monkeypatch) == ([2], [])


def test_ctrl_c_beeindigt_wat_vanzelf_niet_ophoudt(tmp_path: Path) -> None:
    """Pas als de laatste regel te zien is die het handboek toont."""
    wacht = textwrap.dedent("""\
        import time
        try:
            print("Bezig.")
            print("Wacht.")
            time.sleep(60)
        except KeyboardInterrupt:
            raise SystemExit(130)
    """)
    stap = Opdracht(1, ("dossiergen",), getoond=("Bezig.", "Wacht."), stopt_niet=True)

    assert onderbroken((sys.executable, "-c", wacht), stap, tmp_path) == (130, "Bezig.\nWacht.\n")


def loop_door(tekst: str, map_: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[int], list[str]]:
    """The lines of the commands of dossiergen that were run (or only named), and what went otherwise than promised."""
    gehad, mis = [], []
    hier = map_
    for stap in lees(tekst):
        if isinstance(stap, Map):
            hier = _leeg(map_) if stap.leeg else map_
            monkeypatch.chdir(hier)
            continue
        if hier == map_:
            _leg_zaken_klaar(stap, map_)
        if isinstance(stap, Bestand):
            stap.schrijf(hier)
            continue
        if stap.woorden[0] == "dossiergen":
            gehad.append(stap.regel)
        if not (stap.plaatshouder or _is_vermelding(stap)):
            mis += [f"regel {stap.regel}: {iets}" for iets in _afwijkingen(stap, hier, monkeypatch)]
    return gehad, mis


def _leeg(voorbeelden: Path) -> Path:
    map_ = voorbeelden.with_name("leeg")
    map_.mkdir()
    return map_


def _leg_zaken_klaar(stap: Bestand | Opdracht, map_: Path) -> None:
    """The sample case that a step names, from then on: a reader has all of them, and making all takes half a minute."""
    cases = map_ / "cases"
    genoemd = stap.pad if isinstance(stap, Bestand) else " ".join(stap.woorden)
    for kenmerk in re.findall(r"\d{4}-\d{4}", genoemd):
        if (CASES / kenmerk).is_dir() and not (cases / kenmerk).exists():
            shutil.copytree(CASES / kenmerk, cases / kenmerk)


def _is_vermelding(stap: Opdracht) -> bool:
    """The bare name of a command that needs arguments, in the text; a name that does not exist is none."""
    if not stap.in_de_tekst or len(stap.woorden) != len(("dossiergen", "check")):
        return False
    naam = stap.woorden[1]
    return naam in hoofd.COMMANDOS and any(
        optie.required for optie in importlib.import_module(f"dossiergen.cli.{naam}").commando.params
    )


def _afwijkingen(stap: Opdracht, map_: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    if stap.woorden[0] != "dossiergen":
        klaar = subprocess.run(stap.woorden, cwd=map_, capture_output=True, text=True, check=False)
        code, uitvoer = klaar.returncode, klaar.stdout + klaar.stderr
    elif stap.stopt_niet:
        code, uitvoer = onderbroken(DOSSIERGEN, stap, map_)
    else:
        code, uitvoer = _gedraaid(stap, monkeypatch)
    gemist = _niet_gezien(stap.getoond, uitvoer)
    anders = [f"exitcode {code} in plaats van {stap.exitcode}"] if code != stap.exitcode else []
    return [
        *anders,
        *(f"niet te zien: {gemist!r}" for gemist in gemist),
        *([uitvoer] if anders or gemist else []),
    ]


class Scherm(io.StringIO):
    """A terminal, as the reader has one."""

    def isatty(self) -> bool:
        return True


class Toetsenbord(Scherm):
    """What is typed is seen as well."""

    def __init__(self, regels: Sequence[str], scherm: Scherm) -> None:
        super().__init__("".join(f"{regel}\n" for regel in regels))
        self._scherm = scherm

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        regel = super().readline(size)
        self._scherm.write(regel)
        return regel


def _gedraaid(stap: Opdracht, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """In this process, as the command line does it."""
    uitvoer = Scherm()
    monkeypatch.setattr(sys, "argv", list(stap.woorden))
    monkeypatch.setattr(sys, "stdin", Toetsenbord(stap.invoer, uitvoer))
    with (
        contextlib.redirect_stdout(uitvoer),
        contextlib.redirect_stderr(uitvoer),
        pytest.raises(SystemExit) as einde,
    ):
        hoofd.main()
    return int(einde.value.code or 0), uitvoer.getvalue()


def onderbroken(programma: Sequence[str], stap: Opdracht, map_: Path) -> tuple[int, str]:
    """Ctrl-C as soon as the last line is seen that the handbook shows."""
    assert stap.getoond, (
        "of a command that does not end, the handbook shows the line after which to press Ctrl-C"
    )
    laatste = _plat(stap.getoond[-1])
    gezien = []
    with subprocess.Popen(
        [*programma, *stap.woorden[1:]],
        cwd=map_,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # A test in the background ignores Ctrl-C, and what it starts would as well.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509  no threads here
    ) as proces:
        assert proces.stdout is not None
        te_lang = threading.Timer(_HOOGSTENS, proces.kill)
        te_lang.start()
        for regel in proces.stdout:
            gezien.append(regel)
            if _plat(regel) == laatste:
                proces.send_signal(signal.SIGINT)
                break
        gezien.append(proces.stdout.read())
        te_lang.cancel()
    return proces.returncode, "".join(gezien)


def _niet_gezien(getoond: Sequence[str], uitvoer: str) -> list[str]:
    """The shown lines that the output does not have in this order."""
    rest = iter([_plat(regel) for regel in uitvoer.splitlines()])
    return [regel for regel in getoond if not any(_past(_plat(regel), gezien) for gezien in rest)]


def _past(getoond: str, gezien: str) -> bool:
    """A shown line that ends in … is the beginning of what is seen."""
    return gezien.startswith(getoond[:-1].rstrip()) if getoond.endswith("…") else gezien == getoond


def _plat(regel: str) -> str:
    return " ".join(_KLEUR.sub("", regel).split())
