"""What lies in `bijlagen/`: signed originals by the name of their document, and other papers of the verslag.

Looks at names and at the first bytes; what is inside is for `pdfbestand`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.regels.ondertekening import handtekeningen
from dossiergen.zaak import STUKSOORTEN, Bedrijfsartsdeel, GeladenZaak, Status, Stuk, Zaak
from dossiergen.zaak.bijlagen import NAAM, Naambezwaar, bezwaar_tegen_naam, namen_van_de_werknemer
from dossiergen.zaak.herschrijven import lijkt_op
from dossiergen.zaak.mappen import inhoud_van, toonbaar
from dossiergen.zaak.stukgegevens import Wijze

__all__ = ["Bijlage", "is_digitaal_getekend", "lees_bijlagen", "lees_eigen_originelen"]

_NUMMER_AAN_HET_EIND = re.compile(r"(?P<soort>.*?)-?(?P<nummer>[0-9]{1,3})")
_NUMMER = re.compile(r"(?P<soort>.*?)(?:-[0-9]{2})?")
_PDF = b"%PDF-"
_ANDERE_NAAM = "Geef het bestand een naam die alleen zegt wat voor stuk het is."
# Code, message and way out; empty where those of the code say it.
_NAAMBEZWAREN: Mapping[Naambezwaar, tuple[str, str, str]] = {
    Naambezwaar.VAN_BEDRIJFSARTS: ("PRV-10", "", ""),
    Naambezwaar.MEDISCH: ("PRV-05", "", ""),
    Naambezwaar.SECOND_OPINION: ("PRV-11", "", ""),
    Naambezwaar.GEEN_NAAM: ("RIV-18", "", ""),
    Naambezwaar.BSN: (
        "RIV-18", "De naam van dit bestand bevat een nummer dat een BSN kan zijn.", _ANDERE_NAAM,
    ),
    Naambezwaar.WERKNEMER: ("RIV-18", "De naam van dit bestand noemt de werknemer.", _ANDERE_NAAM),
    Naambezwaar.OORDEEL_WERKNEMER: (
        "RIV-18",
        "Het oordeel van de werknemer stuurt de werknemer zelf naar UWV; de werkgever hoeft het niet te hebben.",
        _ANDERE_NAAM,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A file that goes along; `stuk` is the document whose signed original it is."""

    pad: Path
    naam: str
    stuk: Stuk | None


def lees_bijlagen(geladen: GeladenZaak, zaak: Zaak) -> tuple[tuple[Bijlage, ...], tuple[Finding, ...]]:
    """What may go along, and what is wrong with the rest, or missing."""
    lezer = _Lezer(geladen.map / "bijlagen", zaak.stukken, namen=namen_van_de_werknemer(zaak))
    bijlagen = [bijlage for naam in zaak.bijlagen if (bijlage := lezer.lees(naam))]
    return tuple(bijlagen), (*lezer.findings, *_zonder_origineel(geladen, zaak, bijlagen))


def lees_eigen_originelen(
    geladen: GeladenZaak, deel: Bedrijfsartsdeel
) -> tuple[tuple[Bijlage, ...], tuple[Finding, ...]]:
    """Signed originals of the bedrijfsarts' own documents; what else lies in that folder is not for the verslag."""
    map_ = geladen.map / "bijlagen-bedrijfsarts"
    lezer = _Lezer(map_, deel.stukken, is_vertrouwelijk=True)
    stammen = {stuk.naam for stuk in deel.stukken}
    namen = [pad.name for pad in inhoud_van(map_)[0]]
    eigen = [naam for naam in namen if (delen := NAAM.fullmatch(naam)) and delen["stam"] in stammen]
    return tuple(bijlage for naam in eigen if (bijlage := lezer.lees(naam))), tuple(lezer.findings)


class _Lezer:
    """Judges the files of one folder one by one."""

    def __init__(
        self,
        map_: Path,
        stukken: Iterable[Stuk],
        *,
        namen: frozenset[str] = frozenset(),
        is_vertrouwelijk: bool = False,
    ) -> None:
        self._map = map_
        self._namen = namen
        self._stukken = {stuk.naam: stuk for stuk in stukken}
        self._is_vertrouwelijk = is_vertrouwelijk
        self._gehad: set[str] = set()
        self.findings: list[Finding] = []

    def lees(self, naam: str) -> Bijlage | None:
        """A file that goes along; else None, with a finding that says why."""
        delen = NAAM.fullmatch(naam)
        if delen is None or self._weigering(naam, delen) is not None:
            code, melding, oplossing = self._weigering(naam, delen) or ("RIV-18", "", "")
            plaats = Plaats(toonbaar(self._map / naam))
            self.findings.append(CATALOGUS[code].finding(plaats, melding, oplossing=oplossing))
            return None
        stuk = self._stukken.get(delen["stam"])
        if stuk:
            self._gehad.add(stuk.naam)
        return Bijlage(self._map / naam, stuk.naam if stuk else naam.removesuffix(".pdf"), stuk)

    def _weigering(self, naam: str, delen: re.Match[str] | None) -> tuple[str, str, str] | None:
        """Code, message and way out; None where it goes along."""
        tegen_naam = bezwaar_tegen_naam(naam, self._namen, is_vertrouwelijk=self._is_vertrouwelijk)
        if tegen_naam is not None or delen is None:
            return _NAAMBEZWAREN[tegen_naam or Naambezwaar.GEEN_NAAM]
        if bezwaar := self._geen_pdf(naam):
            return "RIV-17", bezwaar, ""
        return self._ander_stuk(delen)

    def _ander_stuk(self, delen: re.Match[str]) -> tuple[str, str, str] | None:
        """Why a file is not the original that its name says it is."""
        stuk, soort = self._stukken.get(delen["stam"]), _NUMMER.fullmatch(delen["stam"])
        if stuk is None and soort and soort["soort"] in STUKSOORTEN:
            melding = "Deze bijlage hoort bij een stuk dat de zaak niet heeft."
            oplossing = "Leg het stuk ook vast in `stukken`: datum, opsteller en ondertekening staan daar."
            return "RIV-18", melding, oplossing
        if stuk is None and any(delen["stam"].startswith(f"{naam}-") for naam in STUKSOORTEN):
            melding = "Deze naam lijkt op die van een getekend origineel, en is het net niet."
            bekend = self._bedoeld(delen["stam"])
            vraag = f"Bedoelt u {bekend}.pdf? " if bekend else ""
            return "RIV-18", melding, f"{vraag}Gaat het om een ander stuk, geef het dan een eigen naam."
        if stuk and int(delen["versie"] or 1) != stuk.gegevens.versie:
            melding = "Dit origineel is van een andere versie van het stuk."
            oplossing = (
                "Zet het origineel van de huidige versie erbij; vanaf versie 2 eindigt de naam op -v2."
            )
            return "RIV-18", melding, oplossing
        return ("RIV-13", "", "") if stuk and stuk.naam in self._gehad else None

    def _bedoeld(self, stam: str) -> str:
        """The document that a name nearly names; one with another number is another document."""
        genummerd = _NUMMER_AAN_HET_EIND.fullmatch(stam)
        if genummerd is None:
            return lijkt_op(stam, self._stukken, 0.5)
        naam = f"{genummerd['soort']}-{int(genummerd['nummer']):02}"
        return naam if naam in self._stukken else ""

    def _geen_pdf(self, naam: str) -> str:
        """Why it is no PDF of this very folder, as far as its beginning tells; empty where it may be one."""
        pad = self._map / naam
        try:
            if pad.resolve().parent != self._map.resolve() or not pad.is_file():
                return "Dit is geen bestand van deze zaak."
            with pad.open("rb") as bestand:
                begin = bestand.read(len(_PDF))
        except (OSError, RuntimeError):  # RuntimeError: a link that leads back to itself
            return "Dit bestand kan niet worden gelezen."
        return "" if begin == _PDF else "Dit is geen PDF."


def is_digitaal_getekend(stuk: Stuk) -> bool:
    """Whether all who signed did so in the file itself; that file lies in the output and is the original."""
    gegeven = [een for _, een in handtekeningen(stuk.gegevens) if een and een.getekend_op]
    return bool(gegeven) and all(een.wijze is Wijze.DIGITAAL for een in gegeven)


def _zonder_origineel(geladen: GeladenZaak, zaak: Zaak, bijlagen: list[Bijlage]) -> Iterator[Finding]:
    """RIV-16, once for all documents of a verslag that is fixed; what came after it is not of it."""
    verslagen = (stuk for stuk in zaak.stukken if stuk.soort == "re-integratieverslag")
    verslag = next((stuk for stuk in verslagen if stuk.gegevens.status is not Status.CONCEPT), None)
    if verslag is None:
        return
    aanwezig = {bijlage.stuk.naam for bijlage in bijlagen if bijlage.stuk}
    zonder = [
        stuk.naam
        for stuk in zaak.stukken
        if stuk.gegevens.status is Status.ONDERTEKEND
        and stuk.gegevens.datum <= verslag.gegevens.datum
        and stuk.naam not in aanwezig
        and not is_digitaal_getekend(stuk)
    ]
    if zonder:
        melding = f"Van getekende stukken ligt het origineel niet in `bijlagen`: {', '.join(zonder)}."
        yield CATALOGUS["RIV-16"].finding(geladen.plaats(verslag.bestand, ()), melding)
