"""Reads all that finished output says, and looks for what only the bedrijfsarts knew."""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

from lezers import poppler

__all__ = ["alleen_daar", "geheimen", "gezegd", "samen"]

_WOORD = re.compile(r"[^\W\d_][\w-]{3,}|\d[\d.,-]{3,}\d")
_RIJTJE = 3
_MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_DATUM = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def samen(tekst: str) -> str:
    """In small letters, on one line, without the hyphens that break a word."""
    zonder = tekst.replace("\u00ad", "").replace("-\n", "")
    return " ".join(zonder.lower().split())


def geheimen(data: Any) -> set[str]:
    """Every word, three words in a row and whole text in a file's values; dates also as they are printed."""
    if isinstance(data, dict):
        return set().union(*map(geheimen, data.values()))
    if isinstance(data, list):
        return set().union(*map(geheimen, data))
    if datum := _DATUM.fullmatch(str(data)):
        jaar, maand, dag = map(int, datum.groups())
        return {str(data), f"{dag} {_MAANDEN[maand - 1]} {jaar}"}
    tekst = samen(str(data))
    woorden = tekst.split()
    rijtjes = {" ".join(woorden[nr : nr + _RIJTJE]) for nr in range(len(woorden) - _RIJTJE + 1)}
    return {*_WOORD.findall(tekst), *rijtjes, tekst}


def gezegd(map_: Path) -> dict[str, str]:
    """What every file below a folder says, in all the ways that it can be read, and its own name."""
    paden = (pad for pad in sorted(map_.rglob("*")) if pad.is_file())
    namen = {pad.relative_to(map_).as_posix(): pad for pad in paden}
    return {naam: f"{samen(naam)} {_alles(pad.suffix, pad.read_bytes())}" for naam, pad in namen.items()}


@cache
def _alles(einde: str, inhoud: bytes) -> str:
    """The readers of a document have the same bytes, which are read once."""
    return samen(" ".join(_gezegd_door(einde, inhoud)))


def _gezegd_door(naam: str, inhoud: bytes) -> Iterator[str]:
    """The bytes as text, and what they hold when unpacked."""
    yield from _als_tekst(inhoud)
    if naam.endswith(".pdf"):
        yield from _pdf(inhoud)
    elif naam.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            for deel in pakket.namelist():
                yield deel
                yield from _gezegd_door(deel, pakket.read(deel))
    elif naam.endswith(".json"):
        yield json.dumps(json.loads(inhoud), ensure_ascii=False)


def _als_tekst(inhoud: bytes) -> Iterator[str]:
    for codering in ("utf-8", "utf-16-le", "utf-16-be"):
        yield inhoud.decode(codering, "ignore")
    tekst = html.unescape(inhoud.decode("utf-8", "ignore"))
    yield tekst
    # Words of which a part has a look of its own are whole only without the marks around it.
    yield re.sub(r"<[^>]*>", "", tekst)


def _pdf(inhoud: bytes) -> Iterator[str]:
    yield poppler("pdftotext", inhoud)
    yield poppler("pdfinfo", inhoud)
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        for deel in pdf.objects:
            if isinstance(deel, pikepdf.Stream):
                yield from _als_tekst(deel.read_bytes())
            yield from _teksten(deel)
        yield from _teksten(pdf.trailer)


def _teksten(deel: Any) -> Iterator[str]:
    """The strings of an object; those it refers to are objects of their own."""
    if isinstance(deel, pikepdf.String):
        yield str(deel)
    elif isinstance(deel, pikepdf.Array):
        for lid in deel:
            yield from _teksten(lid) if not getattr(lid, "is_indirect", False) else ()
    elif isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
        for naam, lid in deel.items():
            yield naam
            yield from _teksten(lid) if not getattr(lid, "is_indirect", False) else ()


def alleen_daar(eigen: Iterable[str], elders: Iterable[str]) -> frozenset[str]:
    """What occurs nowhere else."""
    alles = "\n".join(elders)
    return frozenset(woord for woord in eigen if woord not in alles)
