"""A desk at which somebody signs in a test: cases, what was made of them, and keys that are thrown away."""

import datetime as dt
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from dossiergen.dossier.maken import Keuze, maak_zaak, open_zaak
from dossiergen.dossier.ondertekenen.sessie import Sessie, Tekenresultaat
from dossiergen.dossier.ondertekenen.tekenen import Pen
from dossiergen.dossier.ondertekenen.voorleggen import Voorgelegd
from dossiergen.dossier.ondertekenen.zoeken import gekozen, losse_uitvoer, stuk_van_pdf
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.ondertekening import Sleutel, open_p12
from dossiergen.sjablonen import Sjablonen
from dossierhulp import CASES, bestanden, laad_map
from ondertekening.pki import WACHTWOORD, Eigenaar, Gezag

__all__ = ["AFWIJZING", "ARTS", "DAG", "MOMENT", "PLAN", "TEKENDAG", "Bureau"]

DAG = dt.date(2026, 6, 1)
TEKENDAG = dt.date(2026, 6, 2)
MOMENT = dt.datetime(2026, 6, 2, 14, 3, tzinfo=dt.timezone(dt.timedelta(hours=2)))
AFWIJZING, PLAN = "2026-0119", "2026-0012"
ARTS = "a-de-boer"
_GEZAG = Gezag.wortel()


@dataclass(slots=True)
class Bureau:
    """A folder with two cases: a rejection, and a plan that two parties have to sign. One that is there is used as it is."""

    map_: Path
    gezag: Gezag = field(default_factory=lambda: _GEZAG)
    werkplaats: Werkplaats = field(default_factory=lambda: Werkplaats(Sjablonen.standaard()))

    zaken: tuple[str, ...] = (AFWIJZING, PLAN)
    moment: dt.datetime = MOMENT

    def __post_init__(self) -> None:
        if not self.zaken or self.cases.exists():
            return
        (self.map_ / "cases").mkdir()
        shutil.copy(CASES / "organisaties.yaml", self.cases)
        for kenmerk in self.zaken:
            shutil.copytree(CASES / kenmerk, self.cases / kenmerk)

    @property
    def cases(self) -> Path:
        return self.map_ / "cases"

    @property
    def uit(self) -> Path:
        return self.map_ / "output"

    def sleutel(self, persoon: str, nummer: int = 11) -> Sleutel:
        """A key of somebody in organisaties.yaml (`werknemer`: of the employee of the plan), whose certificate is listed there."""
        eigenaar = self.gezag.geef(persoon, nummer=nummer)
        sleutel = self.open(eigenaar, persoon)
        afdruk = sleutel.certificaat.sha256
        regel = f"certificaten: [{afdruk}]"
        if persoon == "werknemer":
            self._achter(f"{PLAN}/zaak.yaml", "werknemer:", f"  {regel}")
        else:
            self._achter("organisaties.yaml", f"  {persoon}:", f"    {regel}")
        return sleutel

    def open(self, eigenaar: Eigenaar, naam: str) -> Sleutel:
        return open_p12(eigenaar.p12(self.map_ / f"{naam}.p12"), WACHTWOORD)

    def _achter(self, bestand: str, regel: str, nieuw: str) -> None:
        pad = self.cases / bestand
        tekst = pad.read_text("utf-8")
        assert f"\n{regel}\n" in tekst
        pad.write_text(tekst.replace(f"\n{regel}\n", f"\n{regel}\n{nieuw}\n", 1), "utf-8")

    def render(self, kenmerk: str, dag: dt.date = DAG) -> Zaakresultaat:
        with Uitvoer(self.uit).open() as uitvoer:
            return maak_zaak(laad_map(self.cases / kenmerk), Keuze(), self.werkplaats, uitvoer, dag)

    def teken(
        self, kenmerk: str, stuk: str, sleutel: Sleutel, *, vastleggen: bool = True, ja: bool = True
    ) -> Tekenresultaat:
        """Sign what lies in the output."""
        with Uitvoer(self.uit).open() as uitvoer:
            geladen = laad_map(self.cases / kenmerk)
            geopend = open_zaak(geladen, self.werkplaats, uitvoer, TEKENDAG)
            (wat,) = gekozen(geladen, geopend, Keuze(frozenset({stuk})))
            return self._sessie(sleutel, vastleggen=vastleggen, ja=ja).onderteken(wat)

    def teken_los(self, pad: Path, sleutel: Sleutel) -> Tekenresultaat:
        """Sign a file that lies somewhere else."""
        with losse_uitvoer() as uitvoer:
            mappen = [self.cases / AFWIJZING, self.cases / PLAN]
            wat = stuk_van_pdf(pad.read_bytes(), mappen, self.werkplaats, uitvoer, TEKENDAG)
            assert wat is not None
            return self._sessie(sleutel).onderteken(wat, pad)

    def _sessie(self, sleutel: Sleutel, *, vastleggen: bool = True, ja: bool = True) -> Sessie:
        def bevestig(_wat: Voorgelegd) -> bool:
            return ja

        return Sessie(Pen(sleutel), bevestig, lambda: self.moment, vastleggen=vastleggen)

    def bestand(self, kenmerk: str, deel: str) -> bytes:
        (pad,) = (self.uit / kenmerk).rglob(deel)
        return pad.read_bytes()

    def afdrukken(self) -> dict[str, str]:
        """Everything that lies there, cases and output."""
        return bestanden(self.map_)
