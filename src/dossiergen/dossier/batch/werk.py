"""What a process of a batch does: get ready once, then make one case after another."""

import datetime as dt
import gc
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from dossiergen.dossier.batch.geheugen import Geheugen
from dossiergen.dossier.batch.opdracht import Batchopdracht
from dossiergen.dossier.batch.sleutel import afdruk_van
from dossiergen.dossier.batch.uitslag import Zaakuitslag, storing_van
from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.overdracht import maak_archieven
from dossiergen.dossier.rapport.vanzaak import regel_van_verslag, regel_van_zaak
from dossiergen.dossier.resultaat import Uitkomst
from dossiergen.dossier.riv import VERSLAG, maak_verslag
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import DossiergenFout, OntbrekendHulpmiddel, SchijfWeigert
from dossiergen.finding import op_plaats
from dossiergen.termijnen import Stand, kalender
from dossiergen.zaak import GeladenOrganisaties, GeladenZaak, Zaak, laad_organisaties, laad_zaak
from dossiergen.zaak.mappen import mapnaam

__all__ = ["begin", "maak"]

# How often a case is read again that somebody is writing at that moment, and how long it is left alone in between.
_KEREN = 5
_ADEM = 0.1
# New objects before Python looks for garbage: a document makes some hundreds of thousands, and leaves hardly any.
_ZELDEN = 20_000
_NOG_TE_DOEN = (Stand.OPEN, Stand.TE_LAAT)


def begin(opdracht: Batchopdracht, werkmap: Path | None = None) -> None:
    """Read what each case needs: kinds of document, templates, fonts. What is wrong with these, each case will say.

    Looking for garbage among all that again and again would take a fifth of the time.
    """
    if werkmap:
        os.chdir(werkmap)
    try:
        _bank(opdracht)
    except DossiergenFout:
        return
    _ruim_op()
    gc.set_threshold(_ZELDEN)


def _ruim_op() -> None:
    """Let go of the boxes of a document at once, for the next ones to take their room; what is left then stays for good."""
    gc.collect()
    gc.freeze()


def maak(opdracht: Batchopdracht, vast: str, map_: Path) -> Zaakuitslag:
    """One case, whatever is wrong with it. `vast`: see `sleutel.algemeen`.

    Raises MemoryError, and what is not wrong with this one: OntbrekendHulpmiddel and SchijfWeigert stop each of them.
    """
    begonnen = time.monotonic()
    try:
        uitslag = _bank(opdracht).maak(map_, vast)
    except (MemoryError, OntbrekendHulpmiddel, SchijfWeigert):
        raise
    except DossiergenFout as fout:
        uitslag = storing_van(mapnaam(map_), f"{fout.melding} {fout.hint}".strip())
    except Exception as fout:  # noqa: BLE001  one case never stops the others; only the kind is named
        uitslag = storing_van(mapnaam(map_), f"Interne fout: {type(fout).__name__}.")
    return replace(uitslag, duur=time.monotonic() - begonnen)


@cache
def _bank(opdracht: Batchopdracht) -> "_Bank":
    return _Bank(opdracht)


@dataclass(slots=True)
class _Bank:
    """The place of one process. It holds on to the output as long as it lives."""

    opdracht: Batchopdracht
    werkplaats: Werkplaats = field(init=False)
    organisaties: dict[Path, tuple[str, GeladenOrganisaties]] = field(init=False, default_factory=dict)
    _vast: ExitStack = field(init=False, default_factory=ExitStack)

    def __post_init__(self) -> None:
        gevraagd = self.opdracht
        self.werkplaats = Werkplaats(
            gevraagd.sjablonen, gevraagd.huisstijl, gevraagd.keurder(), na_stuk=_ruim_op
        )
        self._vast.enter_context(gevraagd.uitvoer.doe_mee())

    def maak(self, map_: Path, vast: str) -> Zaakuitslag:
        geheugen = Geheugen(self.opdracht.uitvoer, vast)
        geladen, sleutel = self._lees(map_, geheugen)
        uitslag = self._ingepakt(self._maak(geladen))
        geheugen.onthoud(map_, sleutel, uitslag)
        return uitslag

    def _lees(self, map_: Path, geheugen: Geheugen) -> tuple[GeladenZaak, str]:
        """A case as it was at one moment, with the fingerprint of that.

        A file that somebody was writing is read again; one that changes later is for the next run.
        """
        for _ in range(_KEREN):
            sleutel = geheugen.sleutel(map_)
            geladen = laad_zaak(map_, self._organisaties(map_.parent))
            if geheugen.sleutel(map_) == sleutel:
                return geladen, sleutel
            time.sleep(_ADEM)
        raise DossiergenFout(
            "De bestanden van deze zaak veranderden steeds terwijl ze werden gelezen.",
            "Wacht tot ze zijn opgeslagen en probeer het opnieuw.",
        )

    def _organisaties(self, map_: Path) -> GeladenOrganisaties:
        """Read once for all cases beside it, as long as it stays as it is."""
        pad = map_ / "organisaties.yaml"
        afdruk = afdruk_van(pad)
        if map_ not in self.organisaties or self.organisaties[map_][0] != afdruk:
            self.organisaties[map_] = (afdruk, laad_organisaties(pad))
        return self.organisaties[map_][1]

    def _maak(self, geladen: GeladenZaak) -> Zaakuitslag:
        if not self._aan_de_beurt(geladen):
            return Zaakuitslag(geladen.naam, gelukt=True)
        return self._verslag(geladen) if self.opdracht.riv else self._stukken(geladen)

    def _ingepakt(self, uitslag: Zaakuitslag) -> Zaakuitslag:
        """With an archive of each folder that can be handed over, where they were asked for and nothing is wrong."""
        if not (self.opdracht.archieven and uitslag.gelukt and uitslag.regel):
            return uitslag
        archieven = maak_archieven(self.opdracht.uitvoer, uitslag.zaak)
        return replace(
            uitslag,
            gelukt=archieven.gelukt,
            stukken=(*uitslag.stukken, *self._bestanden(archieven.paden)),
            findings=op_plaats((*uitslag.findings, *archieven.findings)),
        )

    def _bestanden(self, paden: Mapping[Path, bool]) -> Iterator[tuple[str, str]]:
        """Files by where they lie in the output, and whether they had to be written."""
        for pad, nieuw in paden.items():
            uitkomst = Uitkomst.GEMAAKT if nieuw else Uitkomst.ONGEWIJZIGD
            yield pad.relative_to(self.opdracht.output).as_posix(), uitkomst.value

    def _aan_de_beurt(self, geladen: GeladenZaak) -> bool:
        """What cannot be read is not passed over."""
        zaak, due = geladen.zaak, self.opdracht.due
        if zaak is None:
            return True
        if due is None:
            return not self.opdracht.riv or any(stuk.soort == VERSLAG for stuk in zaak.stukken)
        return any(dag <= due for dag in _aanvraag(zaak, self.opdracht.peildatum))

    def _stukken(self, geladen: GeladenZaak) -> Zaakuitslag:
        gevraagd = self.opdracht
        keuze = Keuze(definitief=gevraagd.definitief)
        resultaat = maak_zaak(geladen, keuze, self.werkplaats, gevraagd.uitvoer, gevraagd.peildatum)
        return Zaakuitslag(
            resultaat.zaak,
            resultaat.gelukt,
            stukken=tuple((stuk.stuk, stuk.uitkomst.value) for stuk in resultaat.stukken),
            findings=resultaat.findings,
            regel=regel_van_zaak(geladen, resultaat, gevraagd.peildatum, gevraagd.sjablonen),
        )

    def _verslag(self, geladen: GeladenZaak) -> Zaakuitslag:
        gevraagd = self.opdracht
        resultaat = maak_verslag(geladen, self.werkplaats, gevraagd.uitvoer, gevraagd.peildatum, toch=False)
        return Zaakuitslag(
            resultaat.zaak,
            resultaat.gelukt,
            stukken=tuple(self._bestanden(resultaat.paden)),
            findings=resultaat.findings,
            regel=regel_van_verslag(geladen, resultaat, gevraagd.peildatum, gevraagd.sjablonen),
        )


def _aanvraag(zaak: Zaak, peildatum: dt.date) -> list[dt.date]:
    """By when the WIA application has to be in, where that is still to be done."""
    gevonden = kalender(zaak, peildatum)[0]
    mijlpalen = gevonden.alle("wia_aanvraag") if gevonden else ()
    return [een.uiterlijk for een in mijlpalen if een.uiterlijk and een.stand in _NOG_TE_DOEN]
