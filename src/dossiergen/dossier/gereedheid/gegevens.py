"""What ships with dossiergen and is read at every run: templates, house styles, law; and the schemas of an editor."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from dossiergen.dossier.gereedheid.punt import Gereed, Keuringspunt
from dossiergen.errors import DossiergenFout
from dossiergen.huisstijl import laad
from dossiergen.recht import laad_protocol, protocolnamen, recht
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import laad_vormen
from dossiergen.zaak.schema import SCHEMAS, schema_tekst

__all__ = ["schemas", "sjabloongegevens", "wet"]

_GROEP = "Sjablonen, huisstijlen en recht"
_EDITOR = "Editor"
_JAAR = dt.timedelta(days=365)
_OPNIEUW = "Installeer dossiergen opnieuw, zoals in de README staat."
_SCHRIJF = "`dossiergen schema --output {}`"


def sjabloongegevens(sjablonen: Sjablonen, *, met_letters: bool = True) -> Iterator[Keuringspunt]:
    """Every kind of document, house style and protocol, each read as a run would.

    `met_letters`: whether the fonts are there; without them no house style can be read.
    """
    try:
        aantal = len(laad_vormen(sjablonen))
        for vorm in sjablonen.namen("", "stuk.yaml"):
            sjablonen.bestand(f"{vorm}/sjabloon.html")
    except DossiergenFout as fout:
        yield Keuringspunt(_GROEP, "sjablonen", Gereed.ONTBREEKT, fout.melding, fout.hint)
    else:
        goed = Gereed.GOED if aantal else Gereed.ONTBREEKT
        yield Keuringspunt(_GROEP, "sjablonen", goed, f"{aantal} soorten stukken", "" if aantal else _OPNIEUW)
    namen = sjablonen.huisstijlen()
    try:
        for naam in namen if met_letters else ():
            laad(naam, sjablonen)
        for naam in protocolnamen(sjablonen):
            laad_protocol(naam, sjablonen)
    except DossiergenFout as fout:
        yield Keuringspunt(_GROEP, "huisstijlen", Gereed.ONTBREEKT, fout.melding, fout.hint)
    else:
        goed = Gereed.GOED if namen else Gereed.ONTBREEKT
        yield Keuringspunt(_GROEP, "huisstijlen", goed, ", ".join(namen) or "geen", "" if namen else _OPNIEUW)


def wet(peildatum: dt.date) -> Iterator[Keuringspunt]:
    """The values of law that hold on a day; what is unsure about them stops nothing, and has to be known."""
    try:
        nu = [waarde for regel in recht().waarden.values() if (waarde := regel.op(peildatum))]
    except DossiergenFout as fout:
        yield Keuringspunt(_GROEP, "recht", Gereed.ONTBREEKT, fout.melding, fout.hint)
        return
    yield Keuringspunt(_GROEP, "recht", Gereed.GOED, f"{len(nu)} waarden die op {peildatum} gelden")
    oud = sum(waarde.nagekeken_op + _JAAR < peildatum for waarde in nu)
    laatst = min(waarde.nagekeken_op for waarde in nu)
    yield Keuringspunt(
        _GROEP, "recht nagekeken", Gereed.LET_OP if oud else Gereed.GOED,
        f"langer dan een jaar geleden: {oud} waarden, de oudste op {laatst}" if oud
        else f"alles binnen een jaar; het langst geleden op {laatst}",
        "Vraag of er een nieuwere versie van dossiergen is; docs/recht.md noemt elke waarde met haar bron."
        if oud else "",
        nodig=False,
    )  # fmt: skip
    onzeker = sum(not waarde.bevestigd for waarde in nu)
    yield Keuringspunt(
        _GROEP, "recht bevestigd", Gereed.LET_OP if onzeker else Gereed.GOED,
        f"nog door geen bron bevestigd: {onzeker} waarden" if onzeker else "elke waarde heeft een bron",
        "docs/recht.md zegt welke; kijk ze na voordat u erop rekent." if onzeker else "",
        nodig=False,
    )  # fmt: skip


def schemas(map_: Path) -> Iterator[Keuringspunt]:
    """The folder that editors look in, where there is one."""
    if not map_.is_dir():
        yield Keuringspunt(
            _EDITOR, "schema's", Gereed.LET_OP, f"er is geen map {map_}; een editor kan niet aanvullen",
            _SCHRIJF.format(map_), nodig=False,
        )  # fmt: skip
        return
    anders = [soort for soort in SCHEMAS if _tekst(map_ / f"{soort}.json") != schema_tekst(soort)]
    if anders:
        gevonden = f"{len(anders)} van {len(SCHEMAS)} in {map_} zijn niet van deze versie"
        yield Keuringspunt(_EDITOR, "schema's", Gereed.LET_OP, gevonden, _SCHRIJF.format(map_), nodig=False)
    else:
        yield Keuringspunt(
            _EDITOR, "schema's", Gereed.GOED, f"{len(SCHEMAS)} in {map_}, van deze versie", nodig=False
        )


def _tekst(pad: Path) -> str:
    try:
        return pad.read_text("utf-8", errors="replace")
    except OSError:
        return ""
