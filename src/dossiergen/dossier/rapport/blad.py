"""The report as one page in itself: totals and pictures on top, then who has to act, then what is ready."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from dossiergen.dossier.rapport.rapport import Gemist, Personen, Rapport, Telling
from dossiergen.dossier.rapport.regel import Actie, Rapportregel, Verslagstand
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Omgeving
from dossiergen.stukken.opmaak import datum
from dossiergen.zaak.tekst import MAANDEN

__all__ = ["pagina"]

# More than this of one case is read in the case itself; the JSON and the CSV have all.
_ACTIES = 6
_ZES_DAGEN = dt.timedelta(days=6)
_UWV = {"uwv": "UWV"}
_NIEMAND = Personen()
_CODE = re.compile(r"`([^`]*)`")
_MERK = {
    Verslagstand.GEEN: ("laat", "te laat"),
    Verslagstand.CONCEPT: ("laat", "verslag is een concept"),
    Verslagstand.NIET_COMPLEET: ("laat", "verslag niet compleet"),
    Verslagstand.COMPLEET: ("rustig", "verslag compleet"),
    Verslagstand.NIET_NODIG: ("rustig", "geen verslag nodig"),
}


@dataclass(frozen=True, slots=True)
class _Staaf:
    """One bar: its words, its figures, and the widths of its two parts in percents."""

    naam: str
    onder: str
    cijfers: str
    breed: str
    breed_zacht: str


@dataclass(frozen=True, slots=True)
class _Doen:
    wie: str
    wat: str
    doen: str
    dag: str
    te_laat: bool


@dataclass(frozen=True, slots=True)
class _Rij:
    naam: str
    persoon: str
    werkgever: str
    wia: str
    klasse: str
    oordeel: str
    storing: str
    acties: tuple[_Doen, ...]
    meer: int


def pagina(rapport: Rapport, sjablonen: Sjablonen, personen: Personen = _NIEMAND) -> bytes:
    """The page as UTF-8; nothing in it refers to another file or place."""
    mislukt = [regel for regel in rapport.regels if regel.mislukt]
    niet_klaar = [regel for regel in rapport.regels if not (regel.mislukt or regel.klaar)]
    klaar = [regel for regel in rapport.regels if regel.klaar and not regel.mislukt]
    html = Omgeving(sjablonen).render(
        "overzicht/rapport.html",
        {
            "peildatum": datum(rapport.peildatum),
            "samenvatting": _samenvatting(rapport),
            "totaal": rapport.totaal,
            "werkgevers": tuple(_werkgever(telling) for telling in rapport.werkgevers),
            "gemist": _gemist(rapport.gemist),
            "weken": _weken(rapport),
            "mislukt": _rijen(mislukt, personen),
            "niet_klaar": _rijen(niet_klaar, personen),
            "klaar": _rijen(klaar, personen),
            "met_namen": 1 if personen.noem else 0,
        },
    )
    return html.encode()


def _samenvatting(rapport: Rapport) -> str:
    wat = "re-integratieverslagen" if rapport.met_verslag else "stukken"
    tot = f" van zaken met een WIA-datum tot en met {datum(rapport.due)}" if rapport.due else ""
    alle = len(rapport.regels)
    zinnen = (
        f"De {wat}{tot}: {'1 zaak' if alle == 1 else f'{alle} zaken'}.",
        f"{rapport.weggelaten} weggelaten, want niet gevraagd." if rapport.weggelaten else "",
    )
    return " ".join(filter(None, zinnen))


def _werkgever(telling: Telling) -> _Staaf:
    delen = (
        f"{telling.klaar} van {telling.zaken} klaar",
        f"{telling.niet_klaar} niet klaar" if telling.niet_klaar else "",
        f"{telling.mislukt} mislukt" if telling.mislukt else "",
    )
    naam = telling.werkgever or "werkgever onbekend"
    return _Staaf(naam, "", ", ".join(filter(None, delen)), _deel(telling.klaar, telling.zaken), "0")


def _gemist(gemist: tuple[Gemist, ...]) -> tuple[_Staaf, ...]:
    meeste = max((een.te_laat + een.te_laat_gedaan for een in gemist), default=1)
    return tuple(
        _Staaf(
            een.titel,
            "",
            _cijfers(een),
            _deel(een.te_laat, meeste),
            _deel(een.te_laat_gedaan, meeste),
        )
        for een in gemist
    )


def _cijfers(een: Gemist) -> str:
    delen = ((een.te_laat, "te laat"), (een.te_laat_gedaan, "te laat gedaan"))
    return ", ".join(f"{aantal} {woord}" for aantal, woord in delen if aantal)


def _weken(rapport: Rapport) -> tuple[_Staaf, ...]:
    """What is late already stands in front."""
    meeste = max(rapport.te_laat, *(week.termijnen for week in rapport.weken), 1)
    eerst = _Staaf("Nu te laat", "", str(rapport.te_laat), _deel(rapport.te_laat, meeste), "0")
    return (
        eerst,
        *(
            _Staaf(
                f"Week {week.maandag.isocalendar().week}",
                f"{_kort(week.maandag)} t/m {_kort(week.maandag + _ZES_DAGEN)}",
                f"{week.termijnen}, waarvan {week.wia} WIA" if week.wia else str(week.termijnen),
                _deel(week.wia, meeste),
                _deel(week.termijnen - week.wia, meeste),
            )
            for week in rapport.weken
        ),
    )


def _kort(dag: dt.date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1][:3]}"


def _deel(aantal: int, van: int) -> str:
    return f"{100 * aantal / van:.1f}"


def _rijen(regels: Iterable[Rapportregel], personen: Personen) -> tuple[_Rij, ...]:
    return tuple(_rij(regel, personen) for regel in regels)


def _rij(regel: Rapportregel, personen: Personen) -> _Rij:
    klasse, oordeel = _oordeel(regel)
    van = personen.gegevens(regel.kenmerk)
    bsn = f"BSN {van['bsn']}" if van.get("bsn") else ""
    return _Rij(
        naam=regel.naam,
        persoon=", ".join(filter(None, (van.get("naam", ""), bsn))),
        werkgever=regel.werkgever,
        wia=datum(regel.wia) if regel.wia else "",
        klasse=klasse,
        oordeel=oordeel,
        storing=regel.storing,
        acties=tuple(_doen(actie) for actie in regel.acties[:_ACTIES]),
        meer=max(0, len(regel.acties) - _ACTIES),
    )


def _oordeel(regel: Rapportregel) -> tuple[str, str]:
    """The colour and the words that say the same."""
    if regel.mislukt:
        return "onleesbaar", "mislukt"
    if regel.verslag is Verslagstand.GEEN and not regel.gelukt:
        return "zwaar", "niet in orde"
    return _MERK[regel.verslag]


def _doen(actie: Actie) -> _Doen:
    begin = "Dat moest uiterlijk" if actie.te_laat else "Uiterlijk"
    dag = f"{begin} {datum(actie.uiterlijk)}" if actie.uiterlijk else ""
    wie = " en ".join(_UWV.get(een, een) for een in actie.wie)
    return _Doen(wie, _leesbaar(actie.wat), _leesbaar(actie.doen), dag, actie.te_laat)


def _leesbaar(zin: str) -> str:
    """What is typed as it stands has quotation marks on paper."""
    return _CODE.sub(r"‘\1’", zin)
