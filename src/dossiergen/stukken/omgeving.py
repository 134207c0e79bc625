"""Where templates run: a sandbox without anything around it, and their mistakes told without a value of a case."""

import traceback
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dossiergen.errors import SjabloonFout, VerborgenVeld
from dossiergen.sjablonen import Sjablonen

__all__ = ["Omgeving"]

# What would turn an absent field into a silent blank.
_VERBODEN_FILTERS = ("default", "d", "attr", "map", "selectattr", "rejectattr", "groupby", "xmlattr", "safe")
_VERBODEN_TESTS = ("defined", "undefined", "filter", "test")
_FOUTE_BEREKENING = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)

# Never the text of the error itself, which may quote a value of the case.
_ZINNEN: tuple[tuple[type[Exception], str, str], ...] = (
    (
        TemplateNotFound,
        "het sjabloon dat hier wordt gebruikt, bestaat niet.",
        "Controleer de naam bij `extends`, `import` of `include`.",
    ),
    (
        UndefinedError,
        "hier staat een naam die niet bestaat.",
        "Controleer de spelling; een leeg veld herkent u met `is none`.",
    ),
    (SecurityError, "dit mag een sjabloon niet.", "Gebruik alleen velden van de zaak en filters."),
    (
        TemplateRuntimeError,
        "hier staat iets wat een sjabloon niet kent, zoals een filter of een toets.",
        "Controleer de spelling; wat een leeg veld zou verbergen, zoals `default` en `defined`, is er niet.",
    ),
    (UnicodeDecodeError, "het sjabloon is geen UTF-8-tekst.", "Bewaar het bestand opnieuw als UTF-8."),
    (OSError, "het sjabloon kan niet worden gelezen.", "Controleer of u het bestand mag lezen."),
)


class _Zandbak(ImmutableSandboxedEnvironment):
    """Keeps silent about a name that was computed, which may be a value of the case."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        try:
            return super().getitem(obj, argument)
        except VerborgenVeld:
            raise VerborgenVeld("Het berekende veld bestaat niet voor de lezers van dit stuk.") from None


class Omgeving:
    """Compiled templates, with the filters and functions that are handed to them and nothing else."""

    def __init__(
        self,
        sjablonen: Sjablonen,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        functies: Mapping[str, Callable[..., Any]] | None = None,
    ) -> None:
        self._env = _Zandbak(
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
        self._env.filters |= filters or {}
        self._env.globals.clear()
        self._env.globals |= functies or {}

    def render(self, bron: str, context: Mapping[str, Any]) -> str:
        """The text of a template. Raises SjabloonFout with the template and line where it is wrong."""
        try:
            return self._env.get_template(bron).render(context)
        except SjabloonFout as fout:
            raise type(fout)(f"{_plek(fout, bron)}: {fout.melding}", fout.hint) from None
        except (TemplateError, *_FOUTE_BEREKENING) as fout:
            melding, hint = _uitleg(fout)
            raise SjabloonFout(f"{_plek(fout, bron)}: {melding}", hint) from None


def _uitleg(fout: Exception) -> tuple[str, str]:
    """What is wrong and what to do. Only what the parser says is about the template alone."""
    if isinstance(fout, TemplateSyntaxError):
        return "het sjabloon is niet goed geschreven.", f"Jinja zegt: {fout.message}"
    for soort, melding, hint in _ZINNEN:
        if isinstance(fout, soort):
            return melding, hint
    return f"hier kan het sjabloon niet verder ({type(fout).__name__}).", "Controleer de uitdrukking."


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
