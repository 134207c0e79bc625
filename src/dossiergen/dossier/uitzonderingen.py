"""What a case accepts under `uitzonderingen`: one code at one path each, and what is wrong with such an exception."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dossiergen.finding import CATALOGUS, Overtreding
from dossiergen.regels import is_aanvaardbaar, nooit_aanvaard, register
from dossiergen.zaak.gegevens import Uitzondering
from dossiergen.zaak.herschrijven import lijkt_op
from dossiergen.zaak.yaml import pad_tekst

__all__ = ["Aanvaarding", "aanvaardingen"]

_ZAAK = "zaak.yaml"
_SECOND_OPINION = "SO-"

Gevonden = Mapping[tuple[str, str], frozenset[str]]
"""In which files each code occurs at each path."""


@dataclass(frozen=True, slots=True)
class Aanvaarding:
    """An exception that accepts something, and in which file."""

    uitzondering: Uitzondering
    bestand: str

    def zelfde(self, ander: Uitzondering, bestand: str) -> bool:
        """Whether another exception accepts the same."""
        return (ander.code, bestand, ander.pad) == (
            self.uitzondering.code,
            self.bestand,
            self.uitzondering.pad,
        )

    def dekt(self, overtreding: Overtreding) -> bool:
        return (overtreding.code, overtreding.bestand, pad_tekst(overtreding.pad)) == (
            self.uitzondering.code,
            self.bestand,
            self.uitzondering.pad,
        )


def aanvaardingen(
    uitzonderingen: Iterable[Uitzondering],
    overtredingen: Iterable[Overtreding],
    peildatum: dt.date,
    *,
    eigen_bestand: str = _ZAAK,
) -> tuple[tuple[Aanvaarding, ...], tuple[Overtreding, ...]]:
    """What is accepted on the peildatum, and the exceptions that accept nothing. `eigen_bestand`: where they stand."""
    gevonden = _gevonden(overtredingen)
    geldend: list[Aanvaarding] = []
    bezwaren: list[Overtreding] = []
    for nummer, uitzondering in enumerate(uitzonderingen):
        bezwaar = _niet_toegestaan(nummer, uitzondering, peildatum)
        if bezwaar is None and eigen_bestand == _ZAAK and _verraadt(uitzondering, gevonden):
            bezwaar = _bezwaar("UZ-05", (nummer,))
        bestand = ""
        if bezwaar is None:
            bestand, bezwaar = _doel(nummer, uitzondering, gevonden, eigen_bestand)
        if bezwaar is None and any(een.zelfde(uitzondering, bestand) for een in geldend):
            bezwaar = _bezwaar(
                "UZ-01", (nummer,), "Deze uitzondering staat er al.", "Haal een van de twee weg."
            )
        if bezwaar:
            bezwaren.append(replace(bezwaar, bestand=eigen_bestand))
        else:
            geldend.append(Aanvaarding(uitzondering, bestand))
    return tuple(geldend), tuple(bezwaren)


def _gevonden(overtredingen: Iterable[Overtreding]) -> Gevonden:
    plekken: dict[tuple[str, str], set[str]] = defaultdict(set)
    for overtreding in overtredingen:
        plekken[overtreding.code, pad_tekst(overtreding.pad)].add(overtreding.bestand)
    return {plek: frozenset(bestanden) for plek, bestanden in plekken.items()}


def _verraadt(uitzondering: Uitzondering, gevonden: Gevonden) -> bool:
    """The employer reads the case: that there is something to accept, would tell of the request itself.

    Not where an open document already says it.
    """
    open_codes = {code for code, _ in gevonden}
    return uitzondering.code.startswith(_SECOND_OPINION) and uitzondering.code not in open_codes


def _niet_toegestaan(nummer: int, uitzondering: Uitzondering, peildatum: dt.date) -> Overtreding | None:
    """Why an exception cannot count, whatever was found."""
    if nooit_aanvaard(uitzondering.code):
        return _bezwaar("UZ-02", (nummer, "code"))
    bekend = {*CATALOGUS, *register().soorten}
    if uitzondering.code not in bekend:
        gelijkend = lijkt_op(uitzondering.code, [code.lower() for code in bekend]).upper()
        oplossing = f"Bedoelt u `{gelijkend}`?" if gelijkend else "Neem de code over uit `dossiergen check`."
        return _bezwaar("UZ-01", (nummer, "code"), "Deze code bestaat niet.", oplossing, gelijkend)
    if not is_aanvaardbaar(uitzondering.code):
        return _bezwaar("UZ-02", (nummer, "code"))
    if uitzondering.datum > peildatum:
        return _bezwaar("UZ-04", (nummer, "datum"))
    return None


def _doel(
    nummer: int, uitzondering: Uitzondering, gevonden: Gevonden, eigen_bestand: str
) -> tuple[str, Overtreding | None]:
    """The one file that is meant, or why there is none."""
    bestanden = gevonden.get((uitzondering.code, uitzondering.pad), frozenset())
    if not bestanden:
        return "", _past_nergens(nummer, uitzondering, gevonden)
    if uitzondering.bestand:
        if uitzondering.bestand in bestanden:
            return uitzondering.bestand, None
        melding = "In dit bestand staat deze bevinding niet."
        return "", _bezwaar("UZ-01", (nummer, "bestand"), melding, *_noem(bestanden))
    if eigen_bestand in bestanden:
        return eigen_bestand, None
    if len(bestanden) > 1:
        return "", _bezwaar("UZ-03", (nummer,), "", *_noem(bestanden))
    return next(iter(bestanden)), None


def _past_nergens(nummer: int, uitzondering: Uitzondering, gevonden: Gevonden) -> Overtreding:
    elders = sorted({pad for code, pad in gevonden if code == uitzondering.code})
    if not elders:
        return _bezwaar("UZ-01", (nummer, "code"))
    keuze = ", ".join(f"`{pad}`" for pad in elders)
    oplossing = f"Deze bevinding is er nu bij: {keuze}. Bedoelt u die, verbeter dan het pad."
    return _bezwaar("UZ-01", (nummer, "pad"), "", oplossing, elders[0] if len(elders) == 1 else "")


def _noem(bestanden: frozenset[str]) -> Iterator[str]:
    """What to do, and where only one file can be meant, that file."""
    yield f"Noem bij `bestand`: {' of '.join(sorted(bestanden))}."
    yield next(iter(bestanden)) if len(bestanden) == 1 else ""


def _bezwaar(
    code: str, pad: tuple[str | int, ...], melding: str = "", oplossing: str = "", voorstel: str = ""
) -> Overtreding:
    return Overtreding(code, _ZAAK, ("uitzonderingen", *pad), melding, oplossing=oplossing, voorstel=voorstel)
