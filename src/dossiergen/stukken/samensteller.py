"""Composes a document's semantic HTML from an Inzage, in a sandbox that knows nothing else."""

import datetime as dt
import itertools
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dossiergen.errors import SjabloonFout
from dossiergen.inzage import Beeld, Inzage, pad_van
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken.keuzes import Keuzes
from dossiergen.stukken.opmaak import FILTERS
from dossiergen.stukken.vorm import Afzender, Partij, Stukvorm

__all__ = ["Compositie", "Samensteller"]

# What would turn an absent field into a silent blank.
_VERBODEN_FILTERS = ("default", "d", "attr", "map", "selectattr", "rejectattr", "groupby", "xmlattr", "safe")
_FOUTE_BEREKENING = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_VERBODEN_TESTS = ("defined", "undefined", "filter", "test")


@dataclass(frozen=True, slots=True)
class Compositie:
    """A document's text as semantic HTML, with what the writers put beside it."""

    html: str
    bron: str
    titel: str
    afzender: str
    datum: dt.date


class Samensteller:
    """Holds the compiled templates; one per process."""

    def __init__(self, sjablonen: Sjablonen) -> None:
        self._keuzes = Keuzes.laad(sjablonen)
        self._env = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader([str(map_) for map_ in sjablonen.mappen]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=_alleen_tekst,
        )
        for naam in _VERBODEN_FILTERS:
            del self._env.filters[naam]
        for naam in _VERBODEN_TESTS:
            del self._env.tests[naam]
        self._env.filters |= {**FILTERS, "woord": self._keuzes.woord, "opties": self._keuzes.opties}
        self._env.globals.clear()
        self._env.globals |= {"pad": pad_van}

    def stel_samen(self, vorm: Stukvorm, inzage: Inzage) -> Compositie:
        """The document's text. Raises SjabloonFout where the template asks what its readers may not see."""
        afzender = inzage.werkgever if vorm.afzender is Afzender.WERKGEVER else inzage.arbodienst
        bron = f"{vorm.naam}/sjabloon.html"
        html = self._render(bron, _context(vorm, inzage, afzender))
        return Compositie(
            html=html,
            bron=bron,
            titel=f"{vorm.titel}, zaak {inzage.zaak.kenmerk}",
            afzender=afzender.naam,
            datum=inzage.stuk.datum,
        )

    def _render(self, bron: str, context: Mapping[str, Any]) -> str:
        try:
            return self._env.get_template(bron).render(context)
        except SjabloonFout as fout:
            raise type(fout)(f"{_plek(fout, bron)}: {fout.melding}", fout.hint) from fout
        except TemplateError as fout:
            raise SjabloonFout(f"{_plek(fout, bron)}: het sjabloon klopt niet.", str(fout)) from fout
        except _FOUTE_BEREKENING as fout:
            # The text of these may quote a value of the case.
            raise SjabloonFout(
                f"{_plek(fout, bron)}: het sjabloon klopt niet ({type(fout).__name__})."
            ) from fout


def _context(vorm: Stukvorm, inzage: Inzage, afzender: Beeld) -> dict[str, Any]:
    nummers: Iterator[int] = itertools.count(1)
    return {
        "zaak": inzage.zaak,
        "stuk": inzage.stuk,
        "werkgever": inzage.werkgever,
        "arbodienst": inzage.arbodienst,
        "casemanager": inzage.casemanager,
        "bedrijfsarts": inzage.bedrijfsarts,
        "afzender": afzender,
        "vorm": vorm,
        "volgend_nummer": lambda: next(nummers),
        "tekenaars": tuple(_tekenaar(partij, inzage) for partij in vorm.ondertekenaars),
    }


def _tekenaar(partij: Partij, inzage: Inzage) -> Mapping[str, Any]:
    """Who signs for a party, and what became of it: a signature (None while open) and a person."""
    handtekening = getattr(inzage.stuk.ondertekening, partij.value)
    if partij is Partij.WERKNEMER:
        persoon = inzage.zaak.werknemer
    elif handtekening is not None and handtekening.persoon is not None:
        persoon = handtekening.persoon
    elif partij is Partij.WERKGEVER:
        persoon = inzage.werkgever.contactpersoon
    else:
        persoon = inzage.stuk.verantwoordelijke_bedrijfsarts or inzage.stuk.opsteller
    return {
        "partij": partij.value,
        "persoon": persoon,
        "handtekening": handtekening,
        "stand": _stand(handtekening),
    }


def _stand(handtekening: Beeld | None) -> str:
    """open, gegeven or geweigerd."""
    if handtekening is None or (handtekening.getekend_op is None and handtekening.geweigerd is None):
        return "open"
    return "geweigerd" if handtekening.getekend_op is None else "gegeven"


def _alleen_tekst(waarde: Any) -> Any:
    """Only text and whole numbers reach the page: a date or a choice has a filter, None a condition."""
    if type(waarde) in {str, int, Markup} or isinstance(waarde, Undefined):
        return waarde
    raise SjabloonFout(
        f"Een waarde van soort {type(waarde).__name__} kan niet zo worden afgedrukt.",
        "Gebruik een filter, of vraag eerst of het veld leeg is (`is none`).",
    )


def _plek(fout: BaseException, bron: str) -> str:
    """Template and line: the last frame that Jinja maps to one of our templates."""
    regels = [stap for stap in traceback.extract_tb(fout.__traceback__) if stap.filename.endswith(".html")]
    return f"{'/'.join(regels[-1].filename.split('/')[-2:])}:{regels[-1].lineno}" if regels else bron
