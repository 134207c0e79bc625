"""Where cases and documents lie: who may read them, whether there is room, and what an earlier run left."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from dossiergen.dossier.gereedheid.punt import Gereed, Keuringspunt
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.vertrouwelijk import open_voor_anderen
from dossiergen.zaak import laad_organisaties
from dossiergen.zaak.mappen import inhoud_van, is_map, toonbaar

__all__ = ["masker", "uitvoermap", "zakenmap"]

_ZAKEN, _UITVOER = "Zaken", "Uitvoer"
_MEGABYTE = 1024 * 1024
_KRAP = 500 * _MEGABYTE
_ANDEREN = stat.S_IRWXG | stat.S_IRWXO
_GENOEMD = 3
_EDITORREGEL = "# yaml-language-server: $schema="

Vrij = Callable[[Path], int]


def _vrij(map_: Path) -> int:
    return shutil.disk_usage(map_).free


def zakenmap(cases: Path) -> Iterator[Keuringspunt]:
    """A folder with cases, or one case: what others on this machine can read of it, and what an editor does with it."""
    mappen = [cases.absolute()] if _bestaat(cases / "zaak.yaml") else inhoud_van(cases)[0]
    zaken = [map_ for map_ in mappen if is_map(map_) and _bestaat(map_ / "zaak.yaml")]
    if not zaken:
        yield Keuringspunt(
            _ZAKEN, "zaken", Gereed.GOED, f"er zijn hier geen zaken ({toonbaar(cases)})", nodig=False
        )
        return
    verzonnen = _zijn_verzonnen(zaken[0].parent)
    yield Keuringspunt(
        _ZAKEN, "zaken", Gereed.GOED,
        f"{len(zaken)} in {toonbaar(cases)}{', met voorbeeldgegevens' if verzonnen else ''}", nodig=False,
    )  # fmt: skip
    yield _afgeschermd(zaken, verzonnen=verzonnen)
    yield _editorregels(zaken)


def _zijn_verzonnen(cases: Path) -> bool:
    organisaties = laad_organisaties(cases / "organisaties.yaml").organisaties
    return organisaties is not None and organisaties.voorbeeldgegevens


def _afgeschermd(zaken: list[Path], *, verzonnen: bool) -> Keuringspunt:
    """As PRV-12 says of one case."""
    te_lezen = [] if verzonnen else [pad for map_ in zaken for pad in open_voor_anderen(map_)]
    if not te_lezen:
        gevonden = "niet nodig bij voorbeeldgegevens" if verzonnen else "alleen u leest het medische deel"
        return Keuringspunt(_ZAKEN, "afgeschermd", Gereed.GOED, gevonden, nodig=False)
    return Keuringspunt(
        _ZAKEN, "afgeschermd", Gereed.LET_OP,
        f"anderen op deze computer kunnen lezen: {_opsomming(te_lezen)} (PRV-12)",
        f"chmod go-rwx {_opsomming(te_lezen, ' ')}", nodig=False,
    )  # fmt: skip


def _editorregels(zaken: list[Path]) -> Keuringspunt:
    """Whether the line that tells an editor which schema to use, leads somewhere."""
    zonder = nergens = 0
    for map_ in zaken:
        pad = map_ / "zaak.yaml"
        regel = _eerste_regel(pad)
        if not regel.startswith(_EDITORREGEL):
            zonder += 1
        elif "://" not in regel and not (map_ / regel.removeprefix(_EDITORREGEL).strip()).is_file():
            nergens += 1
    if nergens:
        gevonden = f"bij {nergens} van {len(zaken)} zaken is het genoemde schema er niet"
        doen = "`dossiergen schema --output schemas`, of verander de eerste regel van zaak.yaml"
        return Keuringspunt(_ZAKEN, "regel voor de editor", Gereed.LET_OP, gevonden, doen, nodig=False)
    if zonder:
        gevonden = f"bij {zonder} van {len(zaken)} zaken staat er geen; een editor vult daar niet aan"
        doen = f"Zet als eerste regel in zaak.yaml: {_EDITORREGEL}../../schemas/zaak.json"
        return Keuringspunt(_ZAKEN, "regel voor de editor", Gereed.LET_OP, gevonden, doen, nodig=False)
    gevonden = "elke zaak noemt een schema"
    return Keuringspunt(_ZAKEN, "regel voor de editor", Gereed.GOED, gevonden, nodig=False)


def _bestaat(pad: Path) -> bool:
    try:
        pad.lstat()
    except OSError:  # also a name that is too long, and a folder that may not be entered
        return False
    return True


def _eerste_regel(pad: Path) -> str:
    try:
        with pad.open(encoding="utf-8-sig", errors="replace") as bestand:
            return bestand.readline(1000)
    except OSError:
        return ""


def uitvoermap(output: Path, vrij: Vrij = _vrij) -> Iterator[Keuringspunt]:
    """The folder for documents, which need not be there yet."""
    waar = toonbaar(output)
    bestaand = next(map_ for map_ in (output, *output.absolute().parents) if _bestaat(map_))
    if not is_map(bestaand) or not os.access(bestaand, os.W_OK | os.X_OK):
        wat = "hier mag u niet schrijven" if is_map(bestaand) else "hier staat een bestand, geen map"
        yield Keuringspunt(
            _UITVOER, "map", Gereed.ONTBREEKT, f"{toonbaar(bestaand)}: {wat}",
            "Geef uzelf schrijfrecht, of kies een andere map met --output.",
        )  # fmt: skip
        return
    bestaat = bestaand == output
    yield Keuringspunt(
        _UITVOER, "map", Gereed.GOED, waar if bestaat else f"{waar}, wordt gemaakt als het nodig is"
    )
    if bestaat:
        yield from _bestaande(Uitvoer(output), waar)
    yield _ruimte(vrij(bestaand))


def _bestaande(uitvoer: Uitvoer, waar: str) -> Iterator[Keuringspunt]:
    if uitvoer.wortel.stat().st_mode & _ANDEREN:
        gevonden = "anderen op deze computer kunnen in deze map"
        yield Keuringspunt(_UITVOER, "afgeschermd", Gereed.LET_OP, gevonden, f"chmod 700 {waar}", nodig=False)
    else:
        yield Keuringspunt(_UITVOER, "afgeschermd", Gereed.GOED, "alleen u kunt in deze map", nodig=False)
    if uitvoer.bezet:
        gevonden, doen = "een andere opdracht is hier bezig", "Wacht tot die klaar is."
        yield Keuringspunt(_UITVOER, "in gebruik", Gereed.LET_OP, gevonden, doen, nodig=False)
    elif resten := len(uitvoer.resten):
        gevonden = f"onvolledige bestanden van een afgebroken opdracht: {resten}"
        doen = "U hoeft niets te doen: de volgende opdracht ruimt ze op."
        yield Keuringspunt(_UITVOER, "in gebruik", Gereed.LET_OP, gevonden, doen, nodig=False)
    else:
        yield Keuringspunt(_UITVOER, "in gebruik", Gereed.GOED, "vrij", nodig=False)


def _ruimte(vrij: int) -> Keuringspunt:
    gevonden = f"{vrij // _MEGABYTE} MB vrij"
    if vrij < _KRAP:
        return Keuringspunt(
            _UITVOER, "ruimte", Gereed.LET_OP, gevonden, "Maak ruimte op deze schijf.", nodig=False
        )
    return Keuringspunt(_UITVOER, "ruimte", Gereed.GOED, gevonden, nodig=False)


def masker(waarde: int) -> Keuringspunt:
    """What others may do with files that the user makes; what dossiergen makes is closed whatever it says."""
    gevonden = f"{waarde:03o}"
    if waarde & _ANDEREN == _ANDEREN:
        return Keuringspunt(
            _ZAKEN, "umask", Gereed.GOED, f"{gevonden}: nieuwe bestanden zijn van u alleen", nodig=False
        )
    return Keuringspunt(
        _ZAKEN, "umask", Gereed.GOED, f"{gevonden}: wat u zelf maakt, kunnen anderen lezen",
        "Zet `umask 077` in ~/.profile als hier zaken van echte mensen komen.", nodig=False,
    )  # fmt: skip


def _opsomming(paden: list[Path], tussen: str = ", ") -> str:
    namen = [toonbaar(pad) for pad in islice(paden, _GENOEMD)]
    rest = len(paden) - len(namen)
    return tussen.join([*namen, f"(en nog {rest})"] if rest and tussen != " " else namen)
