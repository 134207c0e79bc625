"""Which step of a request may follow which (Arbobesluit art. 2.14d and the practice of the providers)."""

from collections.abc import Mapping
from types import MappingProxyType

from dossiergen.zaak.second_opinion import Processtap

__all__ = ["mogelijk_na"]

_S = Processtap
_OVERGANGEN: Mapping[Processtap | None, tuple[Processtap, ...]] = MappingProxyType(
    {
        None: (_S.VERZOEK_ONTVANGEN,),
        _S.VERZOEK_ONTVANGEN: (_S.GESPREK_GEPLAND,),
        _S.GESPREK_GEPLAND: (_S.IN_BEHANDELING,),
        _S.IN_BEHANDELING: (_S.AFGEWEZEN, _S.TOEGEKEND, _S.INGETROKKEN),
        # A new request after a rejection is an entry of its own as well, with its own documents.
        _S.AFGEWEZEN: (_S.KLACHT, _S.ANDER_INSTRUMENT, _S.VERZOEK_ONTVANGEN),
        _S.TOEGEKEND: (_S.VOORSTEL_ARTSEN,),
        _S.VOORSTEL_ARTSEN: (_S.KEUZE_GEMAAKT, _S.KEUZE_BUITEN_CONTRACT),
        # With the employer's agreement it goes on as any choice; without, the request ends or the pool is used.
        _S.KEUZE_BUITEN_CONTRACT: (
            _S.MACHTIGING_GETEKEND,
            _S.MACHTIGING_GEWEIGERD,
            _S.KEUZE_GEMAAKT,
            _S.AFGEROND,
        ),
        _S.KEUZE_GEMAAKT: (_S.MACHTIGING_GETEKEND, _S.MACHTIGING_GEWEIGERD),
        _S.MACHTIGING_GETEKEND: (_S.AANVRAAG_COMPLEET,),
        # The other bedrijfsarts decides whether it can be done without data.
        _S.MACHTIGING_GEWEIGERD: (_S.AANVRAAG_COMPLEET, _S.AFGEROND),
        # Back to the choice where the doctor is not available.
        _S.AANVRAAG_COMPLEET: (_S.CONSULT, _S.KEUZE_GEMAAKT),
        _S.CONSULT: (_S.ADVIES_BESPROKEN, _S.EXTRA_INFORMATIE),
        _S.EXTRA_INFORMATIE: (_S.ADVIES_BESPROKEN,),
        _S.ADVIES_BESPROKEN: (_S.VRIJGEGEVEN, _S.GEBLOKKEERD),
        _S.VRIJGEGEVEN: (_S.REACTIE,),
        _S.REACTIE: (_S.ADVIES_GEWIJZIGD, _S.AFGEROND),
        _S.ADVIES_GEWIJZIGD: (_S.AFGEROND,),
        _S.GEBLOKKEERD: (_S.AFGEROND,),
    }
)


def mogelijk_na(stap: Processtap | None) -> tuple[Processtap, ...]:
    """The steps that may follow; None: the first. Nothing follows on what has ended."""
    return _OVERGANGEN.get(stap, ())
