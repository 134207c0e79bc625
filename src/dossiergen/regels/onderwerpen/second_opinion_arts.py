"""SO-01, SO-02 and SO-27 to SO-29: who gives a second opinion, out of how many is chosen, and who pays."""

from collections.abc import Iterator, Mapping

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Verzoekonderzoek
from dossiergen.regels.regel import verzoekregel
from dossiergen.second_opinion import Verwantschap, contract_van, verwantschap
from dossiergen.zaak import Rol, Status
from dossiergen.zaak.second_opinion import Keuze, Kostendrager
from dossiergen.zaak.yaml import Pad

__all__ = ["KOSTEN"]

_GEEN_ANDERE: Mapping[Verwantschap, str] = {
    Verwantschap.ZELFDE_ARTS: "Dit is de eigen bedrijfsarts, of de bedrijfsarts van het advies waarover wordt getwijfeld.",
    Verwantschap.ZELFDE_DIENST: "Deze bedrijfsarts werkt bij dezelfde arbodienst als de eigen bedrijfsarts, of bij hetzelfde concern.",
    Verwantschap.WERKGEVER: "Deze bedrijfsarts hoort bij de werkgever.",
}
# Preferably two, also where nobody wrote down a practice.
_LIEFST = 2

KOSTEN = Soort(
    "SO-29",
    "De kosten komen bij de werknemer, terwijl de werkgever ze betaalt.",
    "Zet `kosten` op werkgever. De werknemer betaalt alleen een arts buiten het contract waar de werkgever niet mee instemde.",
    grond="Arbeidsomstandighedenwet, art. 44; NVAB, veelgestelde vragen over de second opinion",
)


@verzoekregel(
    Soort(
        "SO-01",
        "Deze bedrijfsarts is geen andere in de zin van de wet.",
        "Kies een andere bedrijfsarts, die niet bij deze arbodienst, dit concern of deze werkgever hoort.",
        grond="Arbobesluit, art. 2.14d lid 2, en voor militairen art. 1.34a",
        aanvaardbaar=False,
    ),
    "second_opinion_andere_dienst",
)
def geen_andere_bedrijfsarts(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """A soldier may go to somebody of the same service, but not to the same doctor."""
    for pad, sleutel in _artsen(over):
        band = verwantschap(sleutel, over.verzoek, over.wat.zaak)
        if over.verzoek.militair and band is not Verwantschap.ZELFDE_ARTS:
            continue
        if band is Verwantschap.ONBEKEND:
            yield over.overtreding(
                "SO-01",
                *pad,
                melding="Het is niet bekend bij welke arbodienst deze bedrijfsarts werkt.",
                ernst=Ernst.OORDEEL,
                oplossing="Vul in organisaties.yaml bij deze persoon `arbodienst` in.",
            )
        elif band is Verwantschap.LIJKT:
            yield over.overtreding(
                "SO-01",
                *pad,
                melding="De arbodienst van deze bedrijfsarts heet bijna als de eigen arbodienst, of als de werkgever.",
                ernst=Ernst.OORDEEL,
                oplossing="Ga na of zij bij elkaar horen. Vul zo mogelijk bij beide het KvK-nummer in, of `groep`.",
            )
        elif band is not Verwantschap.BUITEN:
            yield over.overtreding("SO-01", *pad, melding=_GEEN_ANDERE[band])


@verzoekregel(
    Soort(
        "SO-02",
        "Deze persoon is geen bedrijfsarts.",
        "Noem een geregistreerde bedrijfsarts, of verbeter de `rol` in organisaties.yaml.",
        grond="Arbobesluit, art. 2.14d lid 1; NVAB, veelgestelde vragen over de second opinion",
        aanvaardbaar=False,
    ),
    "second_opinion",
)
def niet_door_een_bedrijfsarts(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    personen = over.wat.zaak.organisaties.personen
    for pad, sleutel in _artsen(over):
        if personen[sleutel].rol is not Rol.BEDRIJFSARTS:
            yield over.overtreding("SO-02", *pad)


def _artsen(over: Verzoekonderzoek) -> Iterator[tuple[Pad, str]]:
    """Who is proposed, and who is chosen."""
    for nummer, sleutel in enumerate(over.verzoek.artsen):
        yield ("artsen", nummer), sleutel
    keuze = over.verzoek.keuze
    if keuze is not None:
        yield ("keuze", "arts"), keuze.arts
        if keuze.tweede_keus is not None:
            yield ("keuze", "tweede_keus"), keuze.tweede_keus


@verzoekregel(
    Soort(
        "SO-27",
        "De werknemer heeft geen bedrijfsarts om uit te kiezen.",
        "Zet bij `artsen` de bedrijfsartsen uit het contract.",
        grond="Arbobesluit, art. 2.14d lid 2 en 3",
        aanvaardbaar=False,
    ),
    "second_opinion_werknemer_kiest",
)
def te_weinig_te_kiezen(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    toekenning, aantal = over.verzoek.toekenning, len(set(over.verzoek.artsen))
    if toekenning is None:
        return
    genoemd = over.werkwijze.getal("artsen_liefst", toekenning.datum) if over.werkwijze else None
    liefst = _LIEFST if genoemd is None else genoemd
    if not aantal and toekenning.status is not Status.CONCEPT:
        yield over.overtreding("SO-27", "toekenning")
    elif aantal < liefst:
        melding = (
            f"Liefst kiest de werknemer uit ten minste {liefst} bedrijfsartsen; hier zijn het er minder."
        )
        yield over.overtreding("SO-27", "artsen", melding=melding, ernst=Ernst.INFO)


@verzoekregel(
    Soort(
        "SO-28",
        "De werkgever betaalt een bedrijfsarts buiten het contract, en niet is vastgelegd dat hij daarmee instemt.",
        "Leg bij `keuze` vast of de werkgever instemt. Stemt hij niet in, dan valt het buiten de regeling: zet `kosten` op "
        "werknemer, en zeg dat de werknemer vooraf.",
        grond="NVAB, veelgestelde vragen over de second opinion",
    ),
    "second_opinion",
    "second_opinion_kosten_werknemer",
)
def buiten_het_contract(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Where no contract is written down, nobody can say who is outside it."""
    keuze, contract = over.verzoek.keuze, contract_van(over.wat.zaak)
    if (
        keuze is not None
        and contract is not None
        and keuze.arts not in contract.artsen
        and not keuze.instemming_werkgever
        and over.verzoek.kosten is Kostendrager.WERKGEVER
    ):
        yield over.overtreding("SO-28", "keuze", "instemming_werkgever", elders=over.hier("kosten"))


@verzoekregel(KOSTEN, "second_opinion", "second_opinion_kosten_werknemer")
def kosten_voor_de_werknemer(over: Verzoekonderzoek) -> Iterator[Overtreding]:
    """Before there is a choice, it is one out of the contract."""
    keuze = over.verzoek.keuze
    if over.verzoek.kosten is Kostendrager.WERKNEMER and (
        keuze is None or keuze.instemming_werkgever or _binnen(over, keuze)
    ):
        yield over.overtreding("SO-29", "kosten")


def _binnen(over: Verzoekonderzoek, keuze: Keuze) -> bool:
    """Named in the contract, or proposed by the bedrijfsarts."""
    contract = contract_van(over.wat.zaak)
    return keuze.arts in over.verzoek.artsen or (contract is not None and keuze.arts in contract.artsen)
