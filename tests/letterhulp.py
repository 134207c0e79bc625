"""Fonts for the tests, made from those of a package under another name: none is kept in the repository."""

from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from dossiergen.huisstijl.letterfamilie import zoek_familie

NAAM = "Klant Letter"
SNEDEN = ("recht", "vet", "cursief", "vetcursief")


def pakketletter(snede: str, familie: str = "Source Sans Pro") -> Path:
    return zoek_familie(familie, "letter.pdf", "x/huisstijl.yaml", Path("x")).sneden[snede]


def maak_letter(
    pad: Path, snede: str, *, zonder: Iterable[str] = (), fs_type: int = 0, gewicht: int | None = None
) -> Path:
    """A face of the family Klant Letter, without some characters."""
    with TTFont(pakketletter(snede)) as font:
        for regel in list(font["name"].names):
            if regel.nameID in {1, 16}:
                font["name"].setName(NAAM, regel.nameID, regel.platformID, regel.platEncID, regel.langID)
        for tabel in font["cmap"].tables:
            for teken in zonder:
                tabel.cmap.pop(ord(teken), None)
        font["OS/2"].fsType = fs_type
        if gewicht is not None:
            font["OS/2"].usWeightClass = gewicht
        pad.parent.mkdir(parents=True, exist_ok=True)
        font.save(pad)
    return pad


def maak_familie(map_: Path, *, zonder: Iterable[str] = ()) -> None:
    """All four faces; the names of the files say nothing."""
    for nummer, snede in enumerate(SNEDEN):
        maak_letter(map_ / f"bestand-{nummer}.ttf", snede, zonder=zonder)
