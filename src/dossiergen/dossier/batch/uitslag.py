"""What became of one case in a batch, as a value that goes from a process to another and from one run to the next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from dossiergen.dossier.rapport import Rapportregel, regel_van_storing
from dossiergen.dossier.resultaat import Uitkomst
from dossiergen.finding import Elders, Ernst, Finding, Plaats

__all__ = ["Zaakuitslag", "storing_van"]


@dataclass(frozen=True, slots=True)
class Zaakuitslag:
    """`zaak`: the kenmerk, or the name of the folder. `stukken`: name and outcome of each document or file.

    `regel`: its row in the report; None where it was not its turn. `overgeslagen`: nothing had changed, and nothing was
    done. `duur`: seconds of work.
    """

    zaak: str
    gelukt: bool
    storing: str = ""
    stukken: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    regel: Rapportregel | None = None
    overgeslagen: bool = False
    duur: float = 0.0

    @property
    def is_mislukt(self) -> bool:
        """Not readable, or stopped; of another case that did not succeed something is missing. The report says the same."""
        return not self.gelukt and (self.regel is None or self.regel.mislukt)

    @property
    def oordeel(self) -> str:
        """In words for a person."""
        if self.gelukt:
            return "in orde" if self.regel else "niet aan de beurt"
        return "mislukt" if self.is_mislukt else "niet klaar"

    def aantal(self, uitkomst: Uitkomst) -> int:
        return Counter(wat for _, wat in self.stukken)[uitkomst.value]

    def onveranderd(self) -> "Zaakuitslag":
        """The same, for a run in which nothing had to be done."""
        zelfde = {Uitkomst.GEMAAKT.value: Uitkomst.ONGEWIJZIGD.value}
        stukken = tuple((naam, zelfde.get(wat, wat)) for naam, wat in self.stukken)
        return replace(self, stukken=stukken, overgeslagen=True)

    def als_data(self) -> dict[str, Any]:
        """For the next run; without `voorstel` of a finding, which may hold a value of the case."""
        findings = [{**asdict(finding), "voorstel": ""} for finding in self.findings]
        return {
            "zaak": self.zaak,
            "gelukt": self.gelukt,
            "stukken": [list(stuk) for stuk in self.stukken],
            "findings": findings,
            "regel": self.regel and self.regel.als_data(),
            "duur": round(self.duur, 3),
        }

    @classmethod
    def uit_data(cls, data: Mapping[str, Any]) -> "Zaakuitslag":
        """Raises KeyError, TypeError or ValueError for what is not of `als_data`."""
        return cls(
            zaak=data["zaak"],
            gelukt=data["gelukt"],
            stukken=tuple((naam, wat) for naam, wat in data["stukken"]),
            findings=tuple(map(_finding, data["findings"])),
            regel=Rapportregel.uit_data(data["regel"]) if data["regel"] else None,
            duur=data["duur"],
        )


def storing_van(naam: str, zin: str) -> Zaakuitslag:
    """Of a case that was stopped from outside."""
    return Zaakuitslag(naam, gelukt=False, storing=zin, regel=regel_van_storing(naam, zin))


def _finding(data: Mapping[str, Any]) -> Finding:
    elders = tuple(Elders(Plaats(**een["plaats"]), een["pad"]) for een in data["elders"])
    vervangen = {"ernst": Ernst(data["ernst"]), "plaats": Plaats(**data["plaats"]), "elders": elders}
    return Finding(**{**data, **vervangen})
