"""How findings are shown: stdout is data, stderr is talk, values only on a screen."""

import errno
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.errors import BestandFout
from dossiergen.finding import VAN_DE_VORM, Ernst, Finding, Plaats

__all__ = ["als_json", "geef", "op_scherm", "praat", "toon", "zaak_als_json", "zonder_luisteraar"]

_OP_EEN_SCHERM = 100
_VOL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_KLEUR = {
    Ernst.FOUT: "red",
    Ernst.WAARSCHUWING: "yellow",
    Ernst.OORDEEL: "magenta",
    Ernst.INFO: "blue",
}


def geef(tekst: str, *, nl: bool = True) -> None:
    """A line of data on stdout; the work goes on where nobody reads it any more."""
    with zonder_luisteraar(sys.stdout):
        click.echo(tekst, nl=nl)


def praat(tekst: str) -> None:
    """A line for a person on stderr."""
    with zonder_luisteraar(sys.stderr):
        click.echo(tekst, err=True)


@contextmanager
def zonder_luisteraar(stroom: TextIO) -> Iterator[None]:
    """Where the reader of a stream has gone, the rest of it goes nowhere. Raises BestandFout where a disk is full."""
    try:
        yield
    except BrokenPipeError:
        _naar_nergens(stroom)
    except OSError as fout:
        if fout.errno not in _VOL:
            raise
        # What is left in the buffer would fail once more at the end.
        _naar_nergens(stroom)
        raise BestandFout("De uitvoer kan niet worden geschreven.", "Kijk of de schijf vol is.") from None


def _naar_nergens(stroom: TextIO) -> None:
    nergens = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nergens, stroom.fileno())
    os.close(nergens)


def op_scherm() -> bool:
    return sys.stdout.isatty()


def toon(findings: Iterable[Finding], formaat: str, *, regels: bool | None) -> None:
    """Print findings; `regels` shows the guilty line and a ready replacement, None: only on a screen."""
    if formaat == "json":
        geef(json.dumps([als_json(finding) for finding in findings], ensure_ascii=False, indent=2))
        return
    met_regels = op_scherm() if regels is None else regels
    alle = list(findings)
    getoond = alle[:_OP_EEN_SCHERM] if op_scherm() else alle
    for finding in getoond:
        geef(_tekst(finding, met_regels=met_regels))
    if rest := len(alle) - len(getoond):
        geef(f"… en nog {rest}. Los eerst deze op, of gebruik --format json voor alle.")


def als_json(finding: Finding) -> dict[str, Any]:
    """Without `voorstel`, which may hold a value. `elders` only where there is another place to look at."""
    elders = [{**_plek(ander.plaats), "pad": ander.pad} for ander in finding.elders]
    return {
        "code": finding.code,
        "ernst": finding.ernst.value,
        **_plek(finding.plaats),
        "pad": finding.pad,
        "melding": finding.melding,
        "grond": finding.grond,
        "oplossing": finding.oplossing,
        "aanvaard": finding.aanvaard,
        **({"elders": elders} if elders else {}),
    }


def zaak_als_json(resultaat: Zaakresultaat) -> dict[str, Any]:
    """What was made of a case, and what is wrong with it."""
    stukken = [
        {"stuk": stuk.stuk, "uitkomst": stuk.uitkomst.value, "bestanden": [str(pad) for pad in stuk.paden]}
        for stuk in resultaat.stukken
    ]
    findings = [als_json(finding) for finding in resultaat.findings]
    return {"zaak": resultaat.zaak, "stukken": stukken, "findings": findings}


def _plek(plaats: Plaats) -> dict[str, str | int]:
    return {"bestand": plaats.bestand, "regel": plaats.regel, "kolom": plaats.kolom}


def _tekst(finding: Finding, *, met_regels: bool) -> str:
    ernst = (
        click.style(f"{finding.ernst.value} (aanvaard)", dim=True)
        if finding.aanvaard
        else click.style(finding.ernst.value, fg=_KLEUR[finding.ernst], bold=True)
    )
    regels = [f"{finding.plaats}: {ernst} {finding.code} {finding.melding}"]
    if met_regels:
        regels += _fragment(finding.plaats)
    for ander in finding.elders:
        regels.append(f"    Zie ook {ander.plaats}")
        if met_regels:
            regels += _fragment(ander.plaats)
    if finding.oplossing:
        regels.append(f"    {finding.oplossing}")
    if met_regels and finding.voorstel:
        regels.append(f"    Schrijf bijvoorbeeld: {click.style(finding.voorstel, bold=True)}")
    if met_regels and finding.grond != VAN_DE_VORM:
        regels.append(click.style(f"    Grond: {finding.grond}. Pad: {finding.pad or '-'}", dim=True))
    return "\n".join(regels)


def _fragment(plaats: Plaats) -> list[str]:
    if not plaats.regel:
        return []
    try:
        regels = Path(plaats.bestand).read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []
    if plaats.regel > len(regels):
        return []
    regel = "".join(
        teken if teken.isprintable() else "\N{REPLACEMENT CHARACTER}" for teken in regels[plaats.regel - 1]
    )
    # A very long line is cut around the place.
    begin = max(0, plaats.kolom - 60)
    return [
        click.style(f"    {plaats.regel:>4} | ", dim=True) + regel[begin : begin + 100],
        " " * (11 + plaats.kolom - 1 - begin) + click.style("^", fg="red"),
    ]
