"""SO-36 and SO-37: whether the days of a request can be, beside the law and beside each other."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Verzoekonderzoek
from dossiergen.regels.regel import verzoekregel
from dossiergen.regels.verzoeken import stappen
from dossiergen.zaak.second_opinion import Processtap, SecondOpinion
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

Dag = tuple[dt.date | None, Pad]
"""A day and where it stands; None where nobody wrote it down."""


@verzoekregel(
    Soort(
        "SO-36",
        "Toen dit verzoek volgens deze datum binnenkwam, bestond het recht op een second opinion nog niet.",
        "Kijk de datum na, het jaartal ook.",
        grond="Arbobesluit, art. 2.14d, in werking sinds 1 juli 2017",
        aanvaardbaar=False,
    )
)
def verzoek_van_voor_het_recht(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Without law of its own: the rules that rest on that law would all be silent about such a request."""
    ontvangen_op, wat = over.verzoek.verzoek.ontvangen_op, over.wat
    if not wat.recht.geldt("second_opinion", ontvangen_op):
        yield over.overtreding("SO-36", "verzoek", "ontvangen_op")
    elif ontvangen_op < wat.eerste_ziektedag:
        yield over.overtreding(
            "SO-36",
            "verzoek",
            "ontvangen_op",
            melding="Dit verzoek is van vóór de eerste ziektedag.",
            ernst=Ernst.WAARSCHUWING,
            elders=(("zaak.yaml", ("verzuim", "eerste_ziektedag")),),
        )


@verzoekregel(
    Soort(
        "SO-37",
        "Twee datums van dit verzoek passen niet bij elkaar.",
        "Kijk beide datums na. Kloppen ze, leg dan in uw dossier vast hoe het is gegaan.",
        Ernst.WAARSCHUWING,
        grond="volgorde van de stappen van een second opinion",
    ),
    "second_opinion",
)
def datums_passen_niet(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    for (eerst, hier), (later, daar), melding in _op_volgorde(over.verzoek):
        if eerst is not None and later is not None and later < eerst:
            yield over.overtreding("SO-37", *daar, melding=melding, elders=over.hier(*hier))


def _op_volgorde(verzoek: SecondOpinion) -> Iterator[tuple[Dag, Dag, str]]:
    """What comes first, what comes later, and what it means where it does not."""
    ontvangen: Dag = (verzoek.verzoek.ontvangen_op, ("verzoek", "ontvangen_op"))
    advies_van: Dag = (verzoek.verzoek.advies_van, ("verzoek", "advies_van"))
    yield advies_van, ontvangen, "Het verzoek is van vóór het advies waarover het gaat."
    afwijzing = verzoek.afwijzing
    if afwijzing is not None:
        besproken: Dag = (afwijzing.besproken_op, ("afwijzing", "besproken_op"))
        yield ontvangen, besproken, "Het verzoek is besproken voordat het er was."
        yield (
            besproken,
            (afwijzing.datum, ("afwijzing", "datum")),
            "De brief is van vóór het gesprek dat erin staat.",
        )
    overdracht: Dag = (verzoek.overdracht.op if verzoek.overdracht else None, ("overdracht", "op"))
    consult = _stap(verzoek, Processtap.CONSULT)
    yield overdracht, consult, "Het spreekuur was voordat de gegevens waren overgedragen."
    keuze = _stap(verzoek, Processtap.KEUZE_GEMAAKT, Processtap.KEUZE_BUITEN_CONTRACT)
    toekenning: Dag = (verzoek.toekenning.datum if verzoek.toekenning else None, ("toekenning", "datum"))
    yield toekenning, keuze, "De werknemer koos voordat de brief er was die hem laat kiezen."
    vrijgave: Dag = (verzoek.vrijgave.datum if verzoek.vrijgave else None, ("vrijgave", "datum"))
    reactie: Dag = (verzoek.reactie.datum if verzoek.reactie else None, ("reactie", "datum"))
    yield vrijgave, reactie, "De reactie is van vóór de vrijgave van het advies."
    bericht: Dag = (
        verzoek.afsluitbericht.datum if verzoek.afsluitbericht else None,
        ("afsluitbericht", "datum"),
    )
    yield (
        _stap(verzoek, Processtap.GEBLOKKEERD),
        bericht,
        "Het bericht is van voordat de werknemer het advies tegenhield.",
    )
    yield from _perioden(verzoek)


def _perioden(verzoek: SecondOpinion) -> Iterator[tuple[Dag, Dag, str]]:
    melding = "Deze periode eindigt voordat zij begint."
    aanvullend = (
        (("machtigingen_aanvullend", nr), m) for nr, m in enumerate(verzoek.machtigingen_aanvullend)
    )
    eigen = verzoek.machtiging_overdracht
    for pad, machtiging in (*(((("machtiging_overdracht",), eigen),) if eigen else ()), *aanvullend):
        if machtiging.periode is not None:
            van: Dag = (machtiging.periode.van, (*pad, "periode", "van"))
            yield van, (machtiging.periode.tot_en_met, (*pad, "periode", "tot_en_met")), melding


def _stap(verzoek: SecondOpinion, *soorten: Processtap) -> Dag:
    """The last of these steps."""
    gezet = stappen(verzoek, *soorten)
    return (gezet[-1][1].op, ("verloop", gezet[-1][0], "op")) if gezet else (None, ())
