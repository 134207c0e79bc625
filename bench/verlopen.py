"""A case of some number of weeks: the one of 104 weeks, moved to another first day and cut off on the peildatum."""

import datetime as dt
import io
import re
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pikepdf
from volle_zaak import EERSTE_ZIEKTEDAG, KENMERK, maak, verzet

__all__ = ["verloop"]

_DATUM = re.compile(r"\b\d{4}-\d\d-\d\d\b")
# In the week before it has to be done.
_AANVRAAG = dt.timedelta(weeks=92, days=2)
# A document is signed and sent within some days.
_AFGEROND = dt.timedelta(days=3)


def verloop(peildatum: dt.date, weken: int) -> Mapping[str, bytes]:
    """The files of a case in its week `weken` on the peildatum, by name; all that was due by then is there."""
    hoeveel = peildatum - dt.timedelta(weeks=weken) - EERSTE_ZIEKTEDAG
    return dict(_tot(peildatum, hoeveel))


def _tot(peildatum: dt.date, hoeveel: dt.timedelta) -> Iterator[tuple[str, bytes]]:
    for naam, tekst in _heel().items():
        verschoven = verzet(tekst, hoeveel)
        if naam == "zaak.yaml":
            yield naam, _zonder_toekomst(verschoven, peildatum).encode()
        elif _dag(verschoven) + _AFGEROND <= peildatum:
            yield naam, _aangevraagd(naam, verschoven, peildatum, hoeveel).encode()
            if "status: ondertekend" in verschoven:
                yield naam.replace("stukken/", "bijlagen/").replace(".yaml", ".pdf"), _origineel()


def _aangevraagd(naam: str, stuk: str, peildatum: dt.date, hoeveel: dt.timedelta) -> str:
    """The verslag says that the WIA was applied for, once that is so."""
    aanvraag = EERSTE_ZIEKTEDAG + hoeveel + _AANVRAAG
    gedaan = naam == "stukken/re-integratieverslag.yaml" and aanvraag <= peildatum
    return f"{stuk}wia_aanvraag: {aanvraag}\n" if gedaan else stuk


@cache
def _heel() -> Mapping[str, str]:
    with tempfile.TemporaryDirectory() as tijdelijk:
        zaak = maak(Path(tijdelijk))
        paden = (zaak / "zaak.yaml", *sorted(zaak.glob("stukken/*.yaml")))
        return {pad.relative_to(zaak).as_posix(): pad.read_text("utf-8") for pad in paden}


def _zonder_toekomst(zaak: str, peildatum: dt.date) -> str:
    regels = [regel for regel in zaak.splitlines(keepends=True) if not _is_later(regel, peildatum)]
    return "".join(regels).replace("  hervattingen:\n  gemeld", "  gemeld")


def _is_later(regel: str, peildatum: dt.date) -> bool:
    return any(dt.date.fromisoformat(dag) > peildatum for dag in _DATUM.findall(regel))


def _dag(stuk: str) -> dt.date:
    dagen = re.search(r"^datum: (\S+)", stuk, re.MULTILINE)
    if dagen is None:
        raise ValueError(KENMERK)
    return dt.date.fromisoformat(dagen[1])


@cache
def _origineel() -> bytes:
    """What stands in for a scan: a page with nothing on it."""
    inhoud = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(inhoud, deterministic_id=True)
    return inhoud.getvalue()
