"""Checks on tables: their shape, the reach of their heads, and which head each cell belongs to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from dossiergen.dossier.keuring.bezwaar import Bezwaar
from dossiergen.dossier.keuring.gelezen import Gelezen, blad_van
from dossiergen.dossier.keuring.tags import Tag
from dossiergen.dossier.keuring.zinnen import maak

__all__ = ["gebroken", "namen", "tabellen"]

_KOLOM = frozenset({"/Column", "/Both"})
_RIJ = frozenset({"/Row", "/Both"})
_VORMEN = (["TBody"], ["THead", "TBody"], ["THead", "TBody", "TFoot"])


@dataclass(frozen=True, slots=True)
class _Cel:
    tag: Tag
    rijen: range
    kolommen: range

    @property
    def scope(self) -> object:
        return str(self.tag.kenmerken.get("/Scope"))

    @property
    def koppen(self) -> Sequence[str]:
        namen = self.tag.kenmerken.get("/Headers")
        return [str(naam)[2:] for naam in namen] if isinstance(namen, list) else ()


@dataclass(frozen=True, slots=True)
class _Tabel:
    """A table as a grid; spans reach over it."""

    tag: Tag
    cellen: tuple[_Cel, ...]
    breedtes: frozenset[int]
    koprijen: int


def tabellen(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """Everything of each table, on the page where it begins."""
    for tag in gelezen.tags:
        if tag.soort == "Table":
            regels = dict.fromkeys(_gebreken(tag))
            yield from (maak(regel, blad_van(tag)) for regel in regels)


def gebroken(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """Two tables on end with the same head, of which the second begins on a next page."""
    blokken = [tag for tag in gelezen.tags if tag.stukken or tag.soort == "Table"]
    buiten = [tag for tag in blokken if not any(om.soort == "Table" for om in tag.boven() if om is not tag)]
    for een, ander in pairwise(buiten):
        if een.soort == ander.soort == "Table" and _kop(gelezen, een) == _kop(gelezen, ander):
            begin, verder = blad_van(een), blad_van(ander)
            if begin is not None and verder is not None and verder > begin:
                yield maak("tabel-gebroken", verder)


def _kop(gelezen: Gelezen, tabel: Tag) -> str:
    return "".join(gelezen.tekst(deel) for deel in tabel.tags if deel.soort == "THead")


def _gebreken(tag: Tag) -> Iterator[str]:
    delen = [deel.soort for deel in tag.tags]
    if (delen[1:] if delen[:1] == ["Caption"] else delen) not in _VORMEN:
        yield "tabel"
    tabel = _rooster(tag)
    if len(tabel.breedtes) > 1:
        yield "tabel-rijen"
    if not any(cel.tag.soort == "TH" for cel in tabel.cellen):
        yield "tabel-zonder-kop"
    yield from _bereik(tabel)
    yield from _cellen(tabel)


def _rooster(tag: Tag) -> _Tabel:
    cellen: list[_Cel] = []
    breedtes: set[int] = set()
    bezet: set[tuple[int, int]] = set()
    rijen = [(deel.soort, rij) for deel in tag.tags for rij in deel.tags if rij.soort == "TR"]
    for nummer, (_, rij) in enumerate(rijen):
        kolom = 0
        for cel in rij.tags:
            while (nummer, kolom) in bezet:
                kolom += 1
            breed, hoog = _aantal(cel, "/ColSpan"), _aantal(cel, "/RowSpan")
            cellen.append(_Cel(cel, range(nummer, nummer + hoog), range(kolom, kolom + breed)))
            bezet.update(
                (r, k) for r in range(nummer + 1, nummer + hoog) for k in range(kolom, kolom + breed)
            )
            kolom += breed
        while (nummer, kolom) in bezet:
            kolom += 1
        breedtes.add(kolom)
    return _Tabel(tag, tuple(cellen), frozenset(breedtes), sum(soort == "THead" for soort, _ in rijen))


def _aantal(cel: Tag, naam: str) -> int:
    waarde = cel.kenmerken.get(naam, 1)
    return waarde if isinstance(waarde, int) and waarde > 0 else 1


def _bereik(tabel: _Tabel) -> Iterator[str]:
    """A head above is of its column, a head in the body of its row; and a row of heads has nothing else."""
    for cel in tabel.cellen:
        in_kop = cel.rijen.start < tabel.koprijen
        if cel.tag.soort == "TH" and cel.scope not in (_KOLOM if in_kop else _RIJ):
            yield "kopcel-bereik"
        if cel.tag.soort == "TD" and in_kop:
            yield "tabel"


def _cellen(tabel: _Tabel) -> Iterator[str]:
    koppen = {cel.tag.naam: cel for cel in tabel.cellen if cel.tag.soort == "TH" and cel.tag.naam}
    boven = frozenset(chain.from_iterable(c.kolommen for c in tabel.cellen if _is_kop(c, _KOLOM)))
    opzij = frozenset(chain.from_iterable(c.rijen for c in tabel.cellen if _is_kop(c, _RIJ)))
    for cel in tabel.cellen:
        if any(naam not in koppen for naam in cel.koppen):
            yield "kopcel-naam"
        if cel.tag.soort != "TD":
            continue
        bereikt = not boven.isdisjoint(cel.kolommen) or not opzij.isdisjoint(cel.rijen)
        if not bereikt and not any(naam in koppen for naam in cel.koppen):
            yield "cel-zonder-kop"
        yield from _elders(cel, koppen)


def _is_kop(cel: _Cel, soorten: frozenset[str]) -> bool:
    return cel.tag.soort == "TH" and cel.scope in soorten


def _elders(cel: _Cel, koppen: Mapping[str, _Cel]) -> Iterator[str]:
    for naam in cel.koppen:
        kop = koppen.get(naam)
        if (
            kop is not None
            and not _kruisen(kop.kolommen, cel.kolommen)
            and not _kruisen(kop.rijen, cel.rijen)
        ):
            yield "cel-elders"


def _kruisen(een: range, ander: range) -> bool:
    return een.start < ander.stop and ander.start < een.stop


def namen(gelezen: Gelezen) -> Iterator[Bezwaar]:
    """Each name once in the whole document, and findable from the root."""
    geteld = Counter(tag.naam for tag in gelezen.tags if tag.naam)
    bekend = gelezen.boom.namen if gelezen.boom else frozenset()
    if any(aantal > 1 for aantal in geteld.values()) or set(geteld) != bekend:
        yield maak("kopcel-naam")
