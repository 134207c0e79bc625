"""A heading goes when nothing is left below it, whichever field of a document is not filled in."""

import os
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from pydantic import BaseModel

from dossiergen.dossier.werkplaats import Ontwerp, Werkplaats
from dossiergen.render.boom import Element, lees
from dossiergen.zaak import Stuk, Zaak

Pad = tuple[str | int, ...]
# Quickly one field in nine, of one document of each kind.
STAP = 1 if os.environ.get("DOSSIERGEN_LANG") == "1" else 9
NIVEAU = {"h1": 1, "h2": 2, "h3": 3}


def lege_koppen(houder: Element) -> Iterator[str]:
    """Headings with nothing after them, or a heading that is no lower."""
    kinderen = houder.elementen
    for kind, volgende in zip_longest(kinderen, kinderen[1:]):
        if kind.naam in NIVEAU and _is_leeg(NIVEAU[kind.naam], volgende):
            yield kind.platte_tekst
        yield from lege_koppen(kind)


def _is_leeg(niveau: int, volgende: Element | None) -> bool:
    """A section that begins with a heading stands for that heading."""
    while volgende is not None and volgende.naam == "section" and not volgende.blok:
        volgende = volgende.elementen[0] if volgende.elementen else None
    # The title of a form stands above all, whatever comes next.
    return volgende is None or (niveau > 1 and NIVEAU.get(volgende.naam, 9) <= niveau)


def zonder_een_veld(model: BaseModel, boven: Pad = ()) -> Iterator[tuple[Pad, BaseModel]]:
    """The model once for each filled field below it that may be left out, without that field."""
    for naam, veld in type(model).model_fields.items():
        waarde = getattr(model, naam)
        if not veld.is_required() and waarde != veld.get_default(call_default_factory=True):
            leeg = veld.get_default(call_default_factory=True)
            yield (*boven, naam), model.model_copy(update={naam: leeg})
        for nummer, deel in enumerate(waarde if isinstance(waarde, tuple) else (waarde,)):
            if isinstance(deel, BaseModel):
                for pad, anders in zonder_een_veld(deel, (*boven, naam, nummer)):
                    nieuw = (
                        (*waarde[:nummer], anders, *waarde[nummer + 1 :])
                        if isinstance(waarde, tuple)
                        else anders
                    )
                    yield pad, model.model_copy(update={naam: nieuw})


def test_een_kop_zonder_inhoud_wordt_gezien() -> None:
    """Aan het eind, voor een kop die niet lager is, en in een onderdeel."""
    kop = '<article lang="nl" data-soort="formulier" data-afzender="A" data-voet="V"><h1>T</h1>'
    vol = "<h2>A</h2><h3>B</h3><p>x</p><section><h2>C</h2><p>x</p></section>"

    assert list(lege_koppen(lees(f"{kop}{vol}</article>", "x").artikel)) == []
    for leeg, gezien in (
        ("<h2>D</h2>", ["D"]),
        ("<h2>D</h2><h2>E</h2><p>x</p>", ["D"]),
        ("<h2>D</h2><section><h2>E</h2><p>x</p></section>", ["D"]),
        ("<h2>D</h2><h3>E</h3>", ["E"]),
        ("<section><h2>D</h2></section><p>x</p>", ["D"]),
    ):
        assert list(lege_koppen(lees(f"{kop}{vol}{leeg}</article>", "x").artikel)) == gezien


def test_geen_voorbeeld_heeft_een_lege_kop(ontwerp: Ontwerp, werkplaats: Werkplaats) -> None:
    """Elk stuk van elke zaak."""
    assert list(lege_koppen(werkplaats.tekst(ontwerp).boom.artikel)) == []


def test_zonder_een_veld_blijft_er_geen_lege_kop(
    voorbeeld: Ontwerp, werkplaats: Werkplaats, zaak: Callable[[str], Zaak], met: Callable[..., Any]
) -> None:
    """Elk veld van elk stuk, één voor één weggelaten, en zo ook elk veld van de zaak zelf."""
    stuk, een, vorm = voorbeeld.stuk, zaak(voorbeeld.inzage.zaak.kenmerk), voorbeeld.vorm
    leeg: dict[str, list[str]] = {}
    gezien = 0
    anders: list[tuple[Pad, Zaak, Stuk]] = [
        *((pad, een, met(stuk, gegevens=gegevens)) for pad, gegevens in zonder_een_veld(stuk.gegevens)),
        *(
            (("zaak", *pad), met(een, gegevens=gegevens), stuk)
            for pad, gegevens in zonder_een_veld(een.gegevens)
        ),
    ]
    for pad, nieuwe_zaak, nieuw in anders[::STAP]:
        if not vorm.bestaat(nieuwe_zaak, nieuw):
            continue
        gezien += 1
        tekst = werkplaats.tekst(werkplaats.ontwerp(nieuwe_zaak, nieuw, vorm))
        if koppen := list(lege_koppen(tekst.boom.artikel)):
            leeg[".".join(map(str, pad))] = koppen

    assert (gezien > 0, leeg) == (True, {})
