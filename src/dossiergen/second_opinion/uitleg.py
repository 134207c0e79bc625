"""What the documents of a second opinion say of law and practice. Models, because a field without a label is seen by nobody."""

import datetime as dt
from collections.abc import Iterator

from dossiergen.overzicht import Rechtsregel
from dossiergen.recht import Recht, Waarde, recht
from dossiergen.second_opinion.dienst import arts_van_advies
from dossiergen.second_opinion.gronden import grondtekst, hoofdgrond, routes_van
from dossiergen.second_opinion.werkwijze import Werkwijze
from dossiergen.zaak.basis import Model
from dossiergen.zaak.labels import MEDISCH, veld
from dossiergen.zaak.second_opinion import Raadpleging, Verzoeker
from dossiergen.zaak.second_opinion_stukken import Afwijzing, Keuzehulp, Route, Toekenning
from dossiergen.zaak.stukgegevens import Stukgegevens
from dossiergen.zaak.typen import Datum, JaNee, Nummer, Persoonssleutel
from dossiergen.zaak.zaak import Zaak

__all__ = ["Uitleg", "maak_uitleg"]

_INSTRUMENTEN = ("second_opinion", "deskundigenoordeel", "klacht", "tweede_mening")


class Routeuitleg(Model):
    """Where somebody can go instead, and how."""

    route: Route = veld("Welke route.", MEDISCH)
    hoe: str = veld("Hoe de werknemer die neemt.", MEDISCH)
    bij: str = veld("Bij welke gronden die hoort; leeg als de brief er maar een heeft.", MEDISCH)


class Gronduitleg(Model):
    """What a ground says, and the routes that go with it."""

    nummer: Nummer = veld("De hoeveelste reden in de brief, vanaf 1.", MEDISCH)
    hoofd: str = veld("De hoofdgrond, waar er een nummer bij hoort; anders leeg.", MEDISCH)
    tekst: str = veld("Wat de grond zegt.", MEDISCH)


class Praktijk(Model):
    """What the provider does; empty where it says nothing of it."""

    titel: str = veld("Naam van de werkwijze.", MEDISCH)
    kiezen_uiterlijk: Datum | None = veld("Tot en met welke dag de werknemer kiest.", MEDISCH)
    antwoord_weken: Nummer | None = veld("Binnen hoeveel weken de andere arts antwoordt.", MEDISCH)
    consult_werkdagen: Nummer | None = veld("Binnen hoeveel werkdagen het spreekuur is.", MEDISCH)
    consult_weken: Nummer | None = veld("Binnen hoeveel weken het spreekuur is.", MEDISCH)


class Instrument(Model):
    """One of the ways to have something looked at again, as a column of the comparison."""

    naam: str = veld("Hoe het heet.", MEDISCH)
    past: JaNee = veld("Of het bij deze vraag past.", MEDISCH)
    vraagt: str = veld("Wie het vraagt.", MEDISCH)
    oordeelt: str = veld("Wie oordeelt.", MEDISCH)
    waarover: str = veld("Waarover het gaat.", MEDISCH)
    kosten: str = veld("Wat het kost, en voor wie.", MEDISCH)
    duur: str = veld("Hoe lang het duurt.", MEDISCH)
    tegenhouden: str = veld("Of de werknemer de uitkomst kan tegenhouden.", MEDISCH)
    gevolg: str = veld("Wat de uitkomst doet.", MEDISCH)
    hoe: str = veld("Hoe het wordt gevraagd.", MEDISCH)


class Uitleg(Model):
    """Each document has the parts that it needs; the others are empty."""

    arts_van_advies: Persoonssleutel = veld("Wiens advies het betreft.", MEDISCH)
    eigen_advies: JaNee = veld("Of wie het stuk opstelt, ook dat advies gaf.", MEDISCH)
    praktijk: Praktijk | None = veld("De werkwijze van wie de second opinions regelt.", MEDISCH)
    geen_opschorting: str = veld("Dat het eerdere advies intussen geldt.", MEDISCH)
    gronden: tuple[Gronduitleg, ...] = veld("De gronden van een afwijzing.", MEDISCH)
    routes: tuple[Routeuitleg, ...] = veld("Waar de werknemer terechtkan, elke route een keer.", MEDISCH)
    instrumenten: tuple[Instrument, ...] = veld("De vergelijking van de keuzehulp.", MEDISCH)
    advies: str = veld("Wat bij deze vraag past, in een of twee zinnen.", MEDISCH)
    rechtswaarden: tuple[Rechtsregel, ...] = veld("Het recht dat hiervoor is gebruikt.", MEDISCH)


def maak_uitleg(
    raadpleging: Raadpleging, stuk: Stukgegevens, zaak: Zaak, werkwijze: Werkwijze | None
) -> Uitleg:
    """For one document, on its own date. A day before the first text that is known has that text."""
    bron = _Bron(recht(), stuk.datum)
    is_keuzehulp = isinstance(stuk, Keuzehulp)
    van = arts_van_advies(raadpleging, zaak)
    return Uitleg.model_construct(
        arts_van_advies=van,
        eigen_advies=van == stuk.opsteller,
        praktijk=_praktijk(werkwijze, stuk.datum) if werkwijze and isinstance(stuk, Toekenning) else None,
        geen_opschorting=bron.tekst("second_opinion_opschortend_zin"),
        gronden=tuple(_gronden(stuk, bron)) if isinstance(stuk, Afwijzing) else (),
        routes=tuple(_routes(stuk, bron)) if isinstance(stuk, Afwijzing) else (),
        instrumenten=tuple(_instrumenten(raadpleging, bron)) if is_keuzehulp else (),
        advies=bron.tekst(f"keuzehulp_advies_{_vraag(raadpleging)}") if is_keuzehulp else "",
        rechtswaarden=tuple(bron.gebruikt()),
    )


class _Bron:
    """Texts of law and practice on a day, with which of them were used."""

    def __init__(self, wet: Recht, dag: dt.date) -> None:
        self._wet = wet
        self._dag = dag
        self._gebruikt: dict[str, Waarde] = {}

    def tekst(self, sleutel: str) -> str:
        regel = self._wet.waarden[sleutel]
        waarde = regel.op(self._dag) or regel.waarden[0]
        self._gebruikt[sleutel] = waarde
        return waarde.waarde

    def gebruikt(self) -> Iterator[Rechtsregel]:
        for sleutel, waarde in sorted(self._gebruikt.items()):
            yield Rechtsregel.model_construct(sleutel=sleutel, waarde=waarde.waarde, vanaf=waarde.vanaf)


def _gronden(afwijzing: Afwijzing, bron: _Bron) -> Iterator[Gronduitleg]:
    for nummer, reden in enumerate(afwijzing.gronden, 1):
        hoofd = hoofdgrond(reden.code)
        yield Gronduitleg.model_construct(
            nummer=nummer,
            hoofd=grondtekst(hoofd, bron.tekst) if hoofd is not reden.code else "",
            tekst=grondtekst(reden.code, bron.tekst),
        )


def _routes(afwijzing: Afwijzing, bron: _Bron) -> Iterator[Routeuitleg]:
    """Those that the bedrijfsarts chose, or else the best that fits; each once, in the order of the grounds."""
    bij: dict[Route, list[str]] = {}
    for reden in afwijzing.gronden:
        for route in reden.routes or routes_van(reden.code, bron.tekst)[:1]:
            bij.setdefault(route, []).append(reden.code.value)
    for route, codes in bij.items():
        yield Routeuitleg.model_construct(
            route=route,
            hoe=bron.tekst(f"second_opinion_route_{route}"),
            bij=" en ".join(dict.fromkeys(codes)) if len(afwijzing.gronden) > 1 else "",
        )


def _praktijk(werkwijze: Werkwijze, dag: dt.date) -> Praktijk:
    in_weken = werkwijze.eenheid("consult") == "weken"
    consult = werkwijze.getal("consult", dag)
    return Praktijk.model_construct(
        titel=werkwijze.titel,
        kiezen_uiterlijk=werkwijze.uiterlijk("keuze", dag),
        antwoord_weken=werkwijze.getal("antwoord", dag),
        consult_werkdagen=None if in_weken else consult,
        consult_weken=consult if in_weken else None,
    )


def _vraag(raadpleging: Raadpleging) -> str:
    verzoek = raadpleging.verzoek
    return "wens_werkgever" if verzoek.door is Verzoeker.WERKGEVER else verzoek.onderwerp.value


def _instrumenten(raadpleging: Raadpleging, bron: _Bron) -> Iterator[Instrument]:
    past = bron.tekst(f"keuzehulp_past_{_vraag(raadpleging)}").split(", ")
    for instrument in _INSTRUMENTEN:
        yield _instrument(instrument, bron, past=instrument in past)


def _instrument(instrument: str, bron: _Bron, *, past: bool) -> Instrument:
    def van(aspect: str) -> str:
        return bron.tekst(f"keuzehulp_{instrument}_{aspect}")

    return Instrument.model_construct(
        naam=van("naam"),
        past=past,
        vraagt=van("vraagt"),
        oordeelt=van("oordeelt"),
        waarover=van("waarover"),
        kosten=van("kosten"),
        duur=van("duur"),
        tegenhouden=van("tegenhouden"),
        gevolg=van("gevolg"),
        hoe=van("hoe"),
    )
