"""Checks that all that is painted is either content with one tag, or decoration; and that decoration hides no text."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen
from dossiergen.dossier.keuring.merken import Merk
from dossiergen.dossier.keuring.tags import Inhoud
from dossiergen.dossier.keuring.zinnen import maak

__all__ = ["boomvorm", "dekking", "verborgen"]


def boomvorm(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """One Document around all tags, and no tag inside itself."""
    boom = gelezen.boom
    if boom is None or [tag.soort for tag in boom.wortels] != ["Document"]:
        yield maak("labels")
    if boom and boom.kring:
        yield maak("boom-heel")


def dekking(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """Each number of the content once in the tree, and nothing painted beside it."""
    in_boom = Counter(inhoud for tag in gelezen.tags for inhoud in tag.stukken)
    for blad, merken in enumerate(gelezen.merken, 1):
        genummerd = Counter(Inhoud(blad, merk.nummer) for merk in merken if merk.nummer is not None)
        van_blad = {inhoud: aantal for inhoud, aantal in in_boom.items() if inhoud.blad == blad}
        if set(genummerd) - set(van_blad) or any(_los(merk) for merk in merken):
            yield maak("alles-gelabeld", blad)
        if set(van_blad) - set(genummerd) or any(n > 1 for n in (*genummerd.values(), *van_blad.values())):
            yield maak("nummer-eenmalig", blad)
        if any(_door_elkaar(merk) for merk in merken):
            yield maak("nesting", blad)
    if gelezen.boom and gelezen.boom.tabel != set(in_boom):
        yield maak("oudertabel")


def _telt(merk: Merk) -> bool:
    return merk.is_sier or merk.nummer is not None


def _los(merk: Merk) -> bool:
    return merk.schildert and not _telt(merk) and not any(_telt(om) for om in merk.rondom())


def _door_elkaar(merk: Merk) -> bool:
    """Content inside other content is as bad as inside decoration: it would be read twice."""
    return (
        _telt(merk)
        and any(_telt(om) for om in merk.rondom())
        and not (merk.is_sier and all(om.is_sier or not _telt(om) for om in merk.rondom()))
    )


def verborgen(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """Text that is no content stands in the margin, or is the head of a table once more."""
    koppen = {
        stuk for tag in gelezen.tags if tag.soort == "THead" for stuk in _teksten(gelezen, tag.inhoud())
    }
    for blad, merken in enumerate(gelezen.merken, 1):
        if any(merk.is_sier and merk.schrijft and merk.soort != "Pagination" for merk in merken):
            yield maak("lopende-regel", blad)
        if any(tekst not in koppen for tekst in _als_sier(gelezen, blad)):
            yield maak("verborgen-tekst", blad)


def _teksten(gelezen: Gelezen, inhoud: Iterator[Inhoud]) -> Iterator[str]:
    return (gelezen.letters([deel]) for deel in inhoud)


def _als_sier(gelezen: Gelezen, blad: int) -> Sequence[str]:
    """Texts without a number that stand between the first and the last content of a page."""
    stukken = gelezen.bladen[blad - 1]
    echt = [stuk.vak for stuk in stukken if stuk.nummer >= 0]
    if not echt:
        return []
    onder, boven = min(vak.onder for vak in echt), max(vak.boven for vak in echt)
    los = [stuk for stuk in stukken if stuk.nummer < 0 and stuk.tekst]
    return ["".join((s.tekst or "").split()) for s in los if s.vak.boven > onder and s.vak.onder < boven]
