"""Whatever a user does, in whatever order: nothing fixed changes, and nothing of somebody else is touched."""

import datetime as dt
import hashlib
import json
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dossiergen.dossier.maken import Keuze, maak_zaak
from dossiergen.dossier.resultaat import Uitkomst, Zaakresultaat
from dossiergen.dossier.uitvoer import Uitvoer
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.sjablonen import Sjablonen, meegeleverd
from dossierhulp import laad_map, tijdelijke_map

CASES = Path(__file__).parents[2] / "cases"
KENMERK = "2025-0231"
VREEMD = b"van een ander"

STUK = """
titel: Kort
bron: plan-van-aanpak
volgorde: 7
voor: [werknemer, uwv]
voor_uwv: true
afzender: werkgever
ondertekenaars: [werkgever]
grond: afspraak
"""
SJABLOON = """<article lang="nl" data-soort="formulier" data-afzender="{{ werkgever.naam }}"
{%- if stuk.status == "concept" %} data-status="CONCEPT"{% endif %} data-voet="versie {{ stuk.versie }}">
<h1>Kort</h1><p>{{ zaak.werknemer.adres.straat }}</p><p>{{ stuk.evaluatie.elke_weken }}</p>
<section><h2>Ondertekening</h2><table data-blok="ondertekening"><thead><tr><th scope="col">Werkgever</th></tr></thead>
<tbody><tr data-soort="teken"><td>{{ tekenaars[0].stand }}</td></tr></tbody></table></section>
</article>
"""
PLAN = """datum: 2025-10-30
status: {status}
versie: {versie}
wijziging: Een andere afspraak.
opsteller: f-el-idrissi
probleemanalyse: {{datum: 2025-10-16, kern: Hervatten in stappen.}}
einddoel: eigen_werk
activiteiten: [{{wat: Bellen, wie: beiden}}]
evaluatie: {{elke_weken: {weken}, eerste_op: 2025-12-04}}
visie_werkgever: Goed.
visie_werknemer: Goed.
ondertekening:
  werkgever: {{persoon: f-el-idrissi, getekend_op: {getekend}}}
  werknemer: {{getekend_op: 2025-11-02}}
"""


@cache
def werkplaats() -> Werkplaats:
    """One short kind of document, so that a page takes little time."""
    map_ = tijdelijke_map()
    shutil.copytree(meegeleverd() / "huisstijl", map_ / "huisstijl")
    (map_ / "delen").mkdir()
    shutil.copy(meegeleverd() / "delen" / "keuzes.yaml", map_ / "delen")
    (map_ / "kort").mkdir()
    (map_ / "kort" / "stuk.yaml").write_text(STUK)
    (map_ / "kort" / "sjabloon.html").write_text(SJABLOON)
    return Werkplaats(Sjablonen((map_,)))


class Reeks(RuleBasedStateMachine):
    """A case, an output folder, and a user."""

    @initialize()
    def begin(self) -> None:
        self.map = Path(tempfile.mkdtemp())
        self.zaak, self.uit = self.map / "cases" / KENMERK, self.map / "uit"
        shutil.copytree(CASES, self.map / "cases")
        (self.zaak / "stukken" / "probleemanalyse.yaml").unlink()
        self.velden = {"status": "concept", "versie": "1", "weken": "6", "getekend": "2025-11-01"}
        self.vast: dict[Path, bytes] = {}
        self.draai()
        assert len(self.stukken()) == 2

    def teardown(self) -> None:
        shutil.rmtree(self.map, ignore_errors=True)

    @rule(veld=st.sampled_from(["status", "weken", "getekend"]), nummer=st.integers(0, 2))
    def wijzig(self, veld: str, nummer: int) -> None:
        keuzes = {
            "status": ("concept", "definitief", "ondertekend"),
            "weken": ("4", "5", "6"),
            "getekend": ("2025-11-01", "2025-11-02", "2025-11-03"),
        }
        self.velden[veld] = keuzes[veld][nummer]

    @precondition(lambda self: int(self.velden["versie"]) < 3)
    @rule()
    def verhoog_versie(self) -> None:
        self.velden["versie"] = str(int(self.velden["versie"]) + 1)

    @rule(straat=st.sampled_from(["Kerkpad 21 b", "Bospad 3"]))
    def verhuis(self, straat: str) -> None:
        pad = self.zaak / "zaak.yaml"
        tekst = pad.read_text("utf-8")
        pad.write_text(tekst.replace("Kerkpad 21 b", straat).replace("Bospad 3", straat), "utf-8")

    @rule(nummer=st.integers(0, 30))
    def bewerk(self, nummer: int) -> None:
        self.stukken()[nummer % len(self.stukken())].write_bytes(VREEMD) if self.stukken() else None

    @rule(nummer=st.integers(0, 30))
    def verwijder(self, nummer: int) -> None:
        if self.stukken():
            self.stukken()[nummer % len(self.stukken())].unlink()

    @rule()
    def verlies_de_administratie(self) -> None:
        (self.uit / ".dossiergen" / f"{KENMERK}.json").unlink(missing_ok=True)

    @rule()
    def draai(self) -> None:
        vreemd = [pad for pad in self.stukken() if pad.read_bytes() == VREEMD]
        resultaat = self.maak()

        assert [pad for pad in vreemd if pad.read_bytes() != VREEMD] == []
        for pad in self.stukken():
            if "concept" not in pad.name and "ondertekend" not in pad.name and pad.read_bytes() != VREEMD:
                assert self.vast.setdefault(pad, pad.read_bytes()) == pad.read_bytes(), pad.name
        self.manifest_klopt(resultaat)
        weer = self.maak()
        assert [stuk for stuk in weer.stukken if stuk.uitkomst is Uitkomst.GEMAAKT] == []

    def manifest_klopt(self, resultaat: Zaakresultaat) -> None:
        """What a manifest names lies there as named, or the run has said what is wrong with that document."""
        uit = [finding for finding in resultaat.findings if finding.code.startswith("UIT")]
        gemeld = {Path(finding.plaats.bestand).stem for finding in uit}
        for manifest in self.uit.glob("*/*/manifest.json"):
            for regel in json.loads(manifest.read_text("utf-8"))["stukken"]:
                pad = manifest.parent / regel["bestand"]
                ligt = hashlib.sha256(pad.read_bytes()).hexdigest() if pad.exists() else None
                # Of earlier versions and other states only this document's own run would speak.
                huidig = (str(regel["versie"]), regel["status"]) == (
                    self.velden["versie"],
                    self.velden["status"],
                )
                assert ligt == regel["sha256"] or pad.stem in gemeld or not huidig, pad.name

    def stukken(self) -> list[Path]:
        return sorted(pad for pad in self.uit.rglob("07-*") if pad.is_file())

    def maak(self) -> Zaakresultaat:
        (self.zaak / "stukken" / "plan-van-aanpak.yaml").write_text(PLAN.format(**self.velden))
        with Uitvoer(self.uit).open() as uitvoer:
            return maak_zaak(laad_map(self.zaak), Keuze(), werkplaats(), uitvoer, dt.date(2026, 6, 1))


Reeks.TestCase.settings = settings(
    max_examples=200 if os.environ.get("DOSSIERGEN_LANG") == "1" else 12,
    stateful_step_count=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
TestReeks = Reeks.TestCase
