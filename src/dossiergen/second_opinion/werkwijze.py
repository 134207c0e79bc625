"""The provider's practice: an overlay beside the law, which an arbodienst or a contract names."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from dossiergen.recht import Eenheid, Protocol, Protocolwaarde, Waarde, laad_protocol, protocolnamen, recht
from dossiergen.sjablonen import Sjablonen
from dossiergen.termijnen import is_feestdag
from dossiergen.zaak.organisaties import Artsencontract
from dossiergen.zaak.zaak import Zaak

__all__ = ["Werkwijze", "contract_van", "werkwijze_van"]

_DAG = dt.timedelta(days=1)
_UREN_PER_DAG = 24
_WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class Werkwijze:
    """What a provider does, by the keys of its protocol; None where it says nothing of it."""

    protocol: Protocol

    @property
    def titel(self) -> str:
        return self.protocol.titel

    def waarde(self, sleutel: str, dag: dt.date) -> Waarde | None:
        regel = self._regel(sleutel)
        return regel.op(dag) if regel else None

    def getal(self, sleutel: str, dag: dt.date) -> int | None:
        waarde = self.waarde(sleutel, dag)
        return int(waarde.waarde) if waarde else None

    def geldt(self, sleutel: str, dag: dt.date) -> bool:
        waarde = self.waarde(sleutel, dag)
        return waarde is not None and waarde.waarde == "ja"

    def eenheid(self, sleutel: str) -> Eenheid | None:
        regel = self._regel(sleutel)
        return regel.eenheid if regel else None

    def uiterlijk(self, sleutel: str, vanaf: dt.date) -> dt.date | None:
        """The last day of a term that begins on `vanaf`; hours count as whole days, since days are all we know."""
        regel, aantal = self._regel(sleutel), self.getal(sleutel, vanaf)
        if regel is None or aantal is None:
            return None
        if regel.eenheid is Eenheid.WERKDAGEN:
            return _na_werkdagen(vanaf, aantal)
        dagen = {Eenheid.UREN: -(-aantal // _UREN_PER_DAG), Eenheid.WEKEN: 7 * aantal}
        return vanaf + dagen.get(regel.eenheid, aantal) * _DAG

    def _regel(self, sleutel: str) -> Protocolwaarde | None:
        return next((regel for regel in self.protocol.waarden if regel.sleutel == sleutel), None)


def contract_van(zaak: Zaak) -> Artsencontract | None:
    """Which doctors the contract names: the employer's own one, or that of the arbodienst."""
    organisaties, gegevens = zaak.organisaties, zaak.gegevens
    eigen = organisaties.werkgevers[gegevens.werkgever].second_opinion
    return eigen or organisaties.arbodiensten[gegevens.arbodienst].second_opinion


def werkwijze_van(zaak: Zaak, sjablonen: Sjablonen) -> Werkwijze | None:
    """The practice of whoever carries out the contract; None where none is named, or it does not exist (REF-05)."""
    contract = contract_van(zaak)
    naam = contract.protocol if contract else None
    if naam is None and zaak.organisaties.werkgevers[zaak.gegevens.werkgever].second_opinion is None:
        naam = zaak.organisaties.arbodiensten[zaak.gegevens.arbodienst].protocol
    return _werkwijze(naam, sjablonen) if naam is not None else None


@cache
def _werkwijze(naam: str, sjablonen: Sjablonen) -> Werkwijze | None:
    return Werkwijze(laad_protocol(naam, sjablonen)) if naam in protocolnamen(sjablonen) else None


def _na_werkdagen(vanaf: dt.date, aantal: int) -> dt.date:
    dag = vanaf
    while aantal > 0:
        dag += _DAG
        if dag.weekday() not in _WEEKEND and not is_feestdag(dag, recht()):
            aantal -= 1
    return dag
