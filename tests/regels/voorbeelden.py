"""Executes the examples of the pages: a fragment laid into the case of `basis`, which has no findings.

A fragment is plain text. A line that starts with # and names a file begins the part for that file:

    # stukken/plan-van-aanpak.yaml            what follows is merged into the file: groups merge, lists and
                                              values are replaced, an empty value removes its key
    # stukken/plan-van-aanpak.yaml, achteraan the text comes at the end of the file as it stands
    # zaak.yaml, hele bestand                 the text is the file
    # zaak.yaml, weg                          the file is not there

Files are those of the case; organisaties.yaml lies beside it. A file that the case does not have is made of the
part alone. The line `# peildatum 2026-03-01` says on which day to look.
"""

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.dossier.vertrouwelijk import controleer_deel
from dossiergen.finding import Finding
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak import laad_bedrijfsartsdeel, laad_organisaties, laad_zaak
from dossiergen.zaak.yaml import Document, Pad, lees_tekst
from gebreken import KENMERK

__all__ = ["BASIS", "PEILDATUM", "Voorbeeld", "gevonden"]

BASIS = Path(__file__).with_name("basis")
PEILDATUM = dt.date(2026, 6, 1)
_ORGANISATIES = "organisaties.yaml"
_KOP = re.compile(r"^# (?P<pad>[a-z0-9/-]+\.yaml)(?P<hoe>, achteraan|, hele bestand|, weg|)$")
_DAG = re.compile(r"^# peildatum (\d{4}-\d{2}-\d{2})$")


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """A fragment as read: the day, and for each file how its text is to be used."""

    peildatum: dt.date
    delen: tuple[tuple[str, str, str], ...]

    @classmethod
    def lees(cls, fragment: str) -> "Voorbeeld":
        """Raises ValueError where there is text that belongs to no file."""
        dag, delen = PEILDATUM, list[tuple[str, str, list[str]]]()
        for regel in fragment.splitlines(keepends=True):
            if datum := _DAG.match(regel):
                dag = dt.date.fromisoformat(datum[1])
            elif kop := _KOP.match(regel):
                delen.append((kop["pad"], kop["hoe"], []))
            elif delen:
                delen[-1][2].append(regel)
            elif regel.strip():
                raise ValueError("Tekst vóór de naam van een bestand, of een onbekende kop.")
        return cls(dag, tuple((pad, hoe, "".join(regels)) for pad, hoe, regels in delen))

    def leg_in(self, cases: Path) -> None:
        """Change the files of the case below `cases`."""
        for naam, hoe, tekst in self.delen:
            pad = cases / naam if naam == _ORGANISATIES else cases / KENMERK / naam
            if hoe == ", weg":
                pad.unlink()
                continue
            bestaand = pad.read_text("utf-8") if pad.exists() else ""
            if hoe == ", achteraan":
                nieuw = bestaand + tekst
            else:
                nieuw = tekst if hoe or not bestaand else _samengevoegd(bestaand, tekst)
            pad.write_text(nieuw, "utf-8")


def gevonden(fragment: str, map_: Path) -> tuple[tuple[Finding, ...], bool]:
    """All that `check` finds in the base case with a fragment laid into it, made below `map_`.

    Also whether the case and bedrijfsarts.yaml could be read: where they could not, no rule had its say.
    """
    voorbeeld = Voorbeeld.lees(fragment)
    cases = Path(shutil.copytree(BASIS, map_ / "cases", dirs_exist_ok=True))
    voorbeeld.leg_in(cases)
    organisaties = laad_organisaties(cases / _ORGANISATIES)
    geladen = laad_zaak(cases / KENMERK, organisaties)
    deel = laad_bedrijfsartsdeel(cases / KENMERK, organisaties)
    van_bedrijfsarts = controleer_deel(deel, geladen, voorbeeld.peildatum, Sjablonen.standaard())
    findings = (*controleer_zaak(geladen, voorbeeld.peildatum), *van_bedrijfsarts)
    return findings, geladen.zaak is not None and deel.deel is not None


def _samengevoegd(bestaand: str, fragment: str) -> str:
    onder, boven = _gelezen(bestaand), _gelezen(fragment)
    data = _over(onder.data, boven.data)
    for pad in _lege_sleutels(boven):
        _verwijder(data, pad)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _gelezen(tekst: str) -> Document:
    document, findings = lees_tekst(tekst.encode(), "voorbeeld")
    if document is None or findings:
        raise ValueError("Dit fragment is niet samen te voegen; gebruik `achteraan` of `hele bestand`.")
    return document


def _over(onder: Any, boven: Any) -> Any:
    if not (isinstance(onder, dict) and isinstance(boven, dict)):
        return boven
    return {**onder, **{sleutel: _over(onder.get(sleutel), waarde) for sleutel, waarde in boven.items()}}


def _lege_sleutels(document: Document) -> Iterator[Pad]:
    """Keys with nothing behind them, outside lists."""
    for pad in document.sleutels:
        houder: Any = document.data
        for deel in pad[:-1]:
            houder = houder[deel]
        if pad[-1] not in houder and all(isinstance(deel, str) for deel in pad):
            yield pad


def _verwijder(data: dict[str, Any], pad: Pad) -> None:
    houder: Any = data
    for deel in pad[:-1]:
        houder = houder.get(deel, {})
    houder.pop(pad[-1], None)
