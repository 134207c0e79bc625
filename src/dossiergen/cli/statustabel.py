"""Many cases as a table: one line each, the most urgent first, for a terminal of 80 to 100 columns."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from dossiergen.cli.tonen import op_scherm
from dossiergen.dossier.caseload import Caseload, Caseloadregel
from dossiergen.dossier.caseloadzinnen import RISICO
from dossiergen.termijnen import Mijlpaal, Risico, Wie
from dossiergen.zaak.mappen import toonbaar

__all__ = ["tabel"]

_SMALST, _BREEDST = 80, 100
_KOP = ("zaak", "week", "risico", "te laat", "moet op", "over", "wat er moet, en door wie")
_VAST = {"week": 4, "moet op": 10, "over": 5}
_WIE = {Wie.WERKGEVER: "wg", Wie.WERKNEMER: "wn", Wie.BEDRIJFSARTS: "ba", Wie.UWV: "UWV"}
_UITLEG = (
    "te laat: hoeveel mijlpalen, en de zwaarste. over: in hoeveel dagen.",
    "wg werkgever, wn werknemer, ba bedrijfsarts.",
    "Waarom, en de hele kalender: dossiergen status met de map van één zaak.",
)
_NIETS = {True: "alleen wat te laat is", False: "niets meer te doen"}
_KLEUR = {Risico.LOONSANCTIE: "red", Risico.LATE_WIA: "red", Risico.BOETE: "yellow"}


def tabel(caseload: Caseload) -> Iterator[str]:
    """The lines. `dossiergen status` of one case says why a case has its risk."""
    if caseload.regels:
        breedtes = _breedtes(caseload)
        yield click.style(_regel(_KOP, breedtes), bold=True)
        for regel in caseload.regels:
            yield _van_een_zaak(regel, breedtes)
        yield ""
        yield from (click.style(regel, dim=True) for regel in _UITLEG)
    yield _samenvatting(caseload)
    if caseload.binnen:
        yield f"Getoond is wat te laat is, of uiterlijk op {caseload.binnen} moet."


def _breedtes(caseload: Caseload) -> tuple[int, ...]:
    """What the other columns leave is shared by what is late and what has to be done."""
    scherm = shutil.get_terminal_size().columns if op_scherm() else _BREEDST
    breedte = min(_BREEDST, max(_SMALST, scherm))
    zaak = min(24, max(len(_naam(regel)) for regel in caseload.regels))
    risico = max(len("risico"), *(len(_risico(regel)) for regel in caseload.regels))
    over = breedte - zaak - risico - sum(_VAST.values()) - 2 * (len(_KOP) - 1)
    te_laat = over * 2 // 5
    return (zaak, _VAST["week"], risico, te_laat, _VAST["moet op"], _VAST["over"], over - te_laat)


def _van_een_zaak(regel: Caseloadregel, breedtes: tuple[int, ...]) -> str:
    if not regel.leesbaar:
        naam = _gekort(_naam(regel), breedtes[0])
        hoe = f"{naam:<{breedtes[0]}}  niet te lezen: dossiergen check {toonbaar(regel.status.map)}"
        return click.style(_gekort(hoe, sum(breedtes) + 2 * (len(breedtes) - 1)), fg="magenta")
    stand = regel.status.stand
    week = str(stand.ziekteweek) if stand and stand.ziekteweek else "-"
    eerst = regel.eerstvolgende
    cellen = (
        _naam(regel),
        f"{week:>4}",
        _risico(regel),
        f"{len(regel.te_laat)}: {regel.zwaarste.mijlpaal.titel}" if regel.zwaarste else "-",
        str(eerst.uiterlijk) if eerst else "-",
        f"{eerst.dagen:>3} d" if eerst else "",
        _wat(eerst.mijlpaal) if eerst else _NIETS[bool(regel.te_laat)],
    )
    tekst = _regel(cellen, breedtes)
    return click.style(tekst, fg=_kleur(regel)) if regel.te_laat else tekst


def _kleur(regel: Caseloadregel) -> str | None:
    return _KLEUR[regel.risicos[0]] if regel.risicos else None


def _risico(regel: Caseloadregel) -> str:
    if not regel.risicos:
        return "-"
    nog = len(regel.risicos) - 1
    return RISICO[regel.risicos[0]] + (f" +{nog}" if nog else "")


def _wat(mijlpaal: Mijlpaal) -> str:
    return f"{'+'.join(_WIE[een] for een in mijlpaal.wie)}: {mijlpaal.titel}"


def _regel(cellen: tuple[str, ...], breedtes: tuple[int, ...]) -> str:
    paren = zip(cellen, breedtes, strict=True)
    return "  ".join(f"{_gekort(cel, breedte):<{breedte}}" for cel, breedte in paren).rstrip()


def _gekort(tekst: str, breedte: int) -> str:
    return tekst if len(tekst) <= breedte else tekst[: breedte - 1].rstrip() + "…"


def _naam(regel: Caseloadregel) -> str:
    return toonbaar(Path(regel.status.naam))


def _samenvatting(caseload: Caseload) -> str:
    aantal = len(caseload.regels)
    te_laat = sum(bool(regel.te_laat) for regel in caseload.regels)
    onleesbaar = sum(not regel.leesbaar for regel in caseload.regels)
    zaken = "1 zaak" if aantal == 1 else f"{aantal} zaken"
    delen = [
        f"{zaken} op peildatum {caseload.peildatum}",
        f"{te_laat} met iets te laat",
        *([f"{onleesbaar} niet te lezen"] if onleesbaar else []),
        *([f"{caseload.weggelaten} weggelaten"] if caseload.weggelaten else []),
    ]
    return f"{', '.join(delen)}."
