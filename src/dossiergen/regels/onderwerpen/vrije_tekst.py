"""ID-04, ID-12 and ID-15: what does not belong in free text, of the case and of its documents."""

import re
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel, zaakregel
from dossiergen.regels.teksten import teksten_van
from dossiergen.zaak import Stuk
from dossiergen.zaak.basis import Model
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_ZAAK = "zaak.yaml"
# Ahead of the digits, so that a number that begins inside another one is found as well.
_NEGENTAL = re.compile(r"(?<!\d)(?=(\d(?:[ .\u00a0\u202f\u2010-\u2015-]{0,2}\d){8})(?!\d))", re.ASCII)
_GEEN_CIJFER = re.compile(r"[^0-9]+")
_REKENING = re.compile(
    r"(?<![a-z0-9])nl[ .-]?\d\d[ .-]?[a-z]{4}(?:[ .-]?\d){10}(?![a-z0-9])", re.ASCII | re.IGNORECASE
)
_CIJFERS_IN_REKENING = 12
_INVULTEKST = re.compile(
    r"""
      \btodo\b(?![-'’])                                # a todo-lijst is a thing at work
    | \bx{3,}\b
    | \[\s*(?:(?:nog|hier|nader|zelf)\s+)?(?:in\s+te\s+vullen|invullen|aanvullen|naam|datum|bedrag|tekst)\b[^]\n]{0,60}\]
    | \bn\.t\.b\b | \bntb\b
    | ^[^\S\n]*(?:\.{3,}|…+)[^\S\n]*$                  # nothing else on the line
    | \b(?:op|om|per|van|vanaf|tot|na|voor|met|binnen|uiterlijk)[^\S\n]+(?:\.{3,}|…+)(?=[^\S\n]+\w)  # a gap
    | [:=€]\s*(?:\.{3,}|…)
    | \.{5,} | _{3,}
    | \bnader\s+in\s+te\s+vullen\b
    | \blorem\s+ipsum\b
    | \A\W*(?:(?:nog|later|hier)\s+)?(?:in\s+te\s+vullen|invullen)\W*\Z
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# Whatever the expression above matches, has one of these in it; to look for them costs a twentieth.
_SPOREN = ("todo", "xxx", "[", "n.t.b", "ntb", "...", "…", "_", "vullen", "ipsum")

_BSN_IN_TEKST = Soort(
    "ID-04",
    "In deze tekst staat het BSN van de werknemer.",
    "Haal het nummer uit de tekst. Op stukken voor UWV zet dossiergen het zelf, en nergens anders.",
    grond="Algemene verordening gegevensbescherming, art. 5 en 87",
)
_REKENING_IN_TEKST = Soort(
    "ID-12",
    "In deze tekst staat het nummer van een bankrekening.",
    "Haal het nummer uit de tekst; een re-integratiedossier heeft het niet nodig.",
    Ernst.WAARSCHUWING,
    grond="Algemene verordening gegevensbescherming, art. 5 lid 1 c",
)
_NOG_IN_TE_VULLEN = Soort(
    "ID-15",
    "Hier staat een tekst die nog moet worden ingevuld.",
    "Vul de tekst in, haal het veld weg, of zet het stuk terug op `concept`.",
    grond="een definitief stuk is af",
)


@zaakregel(_BSN_IN_TEKST)
def bsn_in_de_zaak(wat: Onderzoek) -> Iterator[Overtreding]:
    return (Overtreding("ID-04", _ZAAK, pad) for pad in _met_bsn(wat.zaak.gegevens, wat))


@stukregel(_BSN_IN_TEKST, Stukgegevens)
def bsn_in_een_stuk(wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    return (Overtreding("ID-04", stuk.bestand, pad) for pad in _met_bsn(gegevens, wat))


@zaakregel(_REKENING_IN_TEKST)
def rekening_in_de_zaak(wat: Onderzoek) -> Iterator[Overtreding]:
    return (Overtreding("ID-12", _ZAAK, pad) for pad in _met_rekening(wat.zaak.gegevens))


@stukregel(_REKENING_IN_TEKST, Stukgegevens)
def rekening_in_een_stuk(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    return (Overtreding("ID-12", stuk.bestand, pad) for pad in _met_rekening(gegevens))


@zaakregel(_NOG_IN_TE_VULLEN)
def zaak_is_niet_ingevuld(wat: Onderzoek) -> Iterator[Overtreding]:
    """A waarschuwing: zaak.yaml grows with the case, and has no status of its own."""
    return (
        Overtreding(
            "ID-15", _ZAAK, pad, ernst=Ernst.WAARSCHUWING, oplossing="Vul de tekst in, of haal het veld weg."
        )
        for pad in _met_invultekst(wat.zaak.gegevens)
    )


@stukregel(_NOG_IN_TE_VULLEN, Stukgegevens, concept_mag=True)
def stuk_is_niet_ingevuld(_wat: Onderzoek, stuk: Stuk, gegevens: Stukgegevens) -> Iterator[Overtreding]:
    return (Overtreding("ID-15", stuk.bestand, pad) for pad in _met_invultekst(gegevens))


def _met_bsn(model: Model, wat: Onderzoek) -> Iterator[Pad]:
    bsn, teksten = wat.zaak.gegevens.werknemer.bsn, teksten_van(model)
    if bsn is not None and bsn in teksten.cijfers:
        for pad, tekst in teksten.elk():
            if any(_GEEN_CIJFER.sub("", negental) == bsn for negental in _NEGENTAL.findall(tekst)):
                yield pad


def _met_rekening(model: Model) -> Iterator[Pad]:
    teksten = teksten_van(model)
    if len(teksten.cijfers) >= _CIJFERS_IN_REKENING and "nl" in teksten.samen:
        for pad, tekst in teksten.elk():
            if any(_is_iban(nummer) for nummer in _REKENING.findall(tekst)):
                yield pad


def _is_iban(nummer: str) -> bool:
    """With the first four characters behind the rest and letters as 10 to 35, the rest of 97 is 1 (ISO 13616)."""
    tekens = "".join(teken for teken in nummer if teken.isalnum())
    return int("".join(str(int(teken, 36)) for teken in tekens[4:] + tekens[:4])) % 97 == 1


def _met_invultekst(model: Model) -> Iterator[Pad]:
    teksten = teksten_van(model)
    if any(spoor in teksten.samen for spoor in _SPOREN):
        for pad, tekst in teksten.elk():
            if _INVULTEKST.search(tekst):
                yield pad
