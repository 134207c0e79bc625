"""LET-01 at its field: characters that the sender's font does not have, before anything is made.

Nearly every case has none but those of any font, and then nothing is opened. Which fonts a text has to do with
follows from the documents that show it. What a template adds, slanted text, and heads in a font of their own are
looked at on making.
"""

from collections.abc import Iterable, Iterator, Mapping

from dossiergen.finding import Overtreding
from dossiergen.sjablonen import Sjablonen
from dossiergen.tekens import GEWONE_TEKENS, LATIJN
from dossiergen.zaak import Stuk, Zaak
from dossiergen.zaak.yaml import Document, Pad

__all__ = ["tekens_zonder_letter"]

_WIT = frozenset("\n\r\t")
_OVERAL, _MEEGELEVERD = GEWONE_TEKENS | _WIT, LATIJN | _WIT
_ORGANISATIES = "organisaties.yaml"
# Read by whoever keeps the case; no document shows it.
_NIET_GETOOND = frozenset({"uitzonderingen"})


def tekens_zonder_letter(
    zaak: Zaak,
    stukken: Iterable[Stuk],
    documenten: Mapping[str, Document],
    sjablonen: Sjablonen,
    huisstijl: str | None = None,
) -> Iterator[Overtreding]:
    """Of the fields in these files, for the documents that are made of them.

    `huisstijl`: the one for all documents, where it is not that of their sender.
    """
    gewoon = _OVERAL if len(sjablonen.mappen) > 1 else _MEEGELEVERD
    verdacht = {
        bestand: document
        for bestand, document in documenten.items()
        if not _is_gewoon(document.tekst, gewoon)
    }
    teksten = [
        (bestand, pad, tekst)
        for bestand, document in verdacht.items()
        for pad, tekst in _teksten(document.data)
        if not tekst.isascii() and set(tekst) - gewoon and _hoort_erbij(zaak, bestand, pad)
    ]
    if teksten:
        from dossiergen.dossier.stijlen import Stijlen  # noqa: PLC0415  opens fonts, which hardly any case needs

        stijlen = Stijlen(zaak, tuple(stukken), sjablonen, huisstijl)
        for bestand, pad, tekst in teksten:
            yield from stijlen.bezwaren(bestand, pad, tekst)


def _is_gewoon(tekst: str, gewoon: frozenset[str]) -> bool:
    """Whether a file has nothing but what the fonts surely have; a backslash may write any character."""
    return "\\" not in tekst and (tekst.isascii() or gewoon.issuperset(tekst))


def _teksten(data: object, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:
    if isinstance(data, str):
        yield pad, data
    elif isinstance(data, dict):
        for sleutel, waarde in data.items():
            if pad or sleutel not in _NIET_GETOOND:
                yield from _teksten(waarde, (*pad, sleutel))
    elif isinstance(data, list):
        for nummer, waarde in enumerate(data):
            yield from _teksten(waarde, (*pad, nummer))


def _hoort_erbij(zaak: Zaak, bestand: str, pad: Pad) -> bool:
    """Of the shared file: the employer, the service and the people of this case."""
    if bestand != _ORGANISATIES or len(pad) < 2:
        return bestand != _ORGANISATIES
    soort, sleutel = pad[0], pad[1]
    gegevens = zaak.gegevens
    if soort == "personen":
        return sleutel in _mensen(zaak)
    return (soort, sleutel) in {("werkgevers", gegevens.werkgever), ("arbodiensten", gegevens.arbodienst)}


def _mensen(zaak: Zaak) -> frozenset[str]:
    """The keys of people that the case or its employer names anywhere."""
    werkgever = zaak.organisaties.werkgevers[zaak.gegevens.werkgever]
    delen = (zaak.gegevens, werkgever, *(stuk.gegevens for stuk in zaak.stukken))
    genoemd = {tekst for deel in delen for _, tekst in _teksten(deel.model_dump(mode="json"))}
    return frozenset(genoemd & zaak.organisaties.personen.keys())
