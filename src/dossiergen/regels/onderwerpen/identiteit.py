"""ID-03, ID-05, ID-06, ID-08 to ID-11 and ID-13: who somebody is, and the numbers that say so."""

import re
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from dossiergen.finding import CATALOGUS, Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import zaakregel
from dossiergen.zaak import Rol, Status, Stuk
from dossiergen.zaak.basis import Adres
from dossiergen.zaak.probleemanalyse import OordeelBedrijfsarts
from dossiergen.zaak.typen import elfproef
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_ZAAK, _ORGANISATIES = "zaak.yaml", "organisaties.yaml"
_AVG_BSN = "Algemene verordening gegevensbescherming, art. 5 en 87"
_TYPFOUT = "controle op typfouten"

# A range that is given to nobody, and two numbers so often printed as an example that everybody knows them.
_TESTREEKS = range(999_990_000, 1_000_000_000)
_BEKENDE_VOORBEELDEN = ("111222333", "123456782")
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}", re.ASCII)
_KVK_NUMMER = re.compile(r"\d{8}", re.ASCII)
_BIG_NUMMER = re.compile(r"\d{11}", re.ASCII)
_NEGEN_CIJFERS = re.compile(r"(?<!\d)\d{9}(?!\d)", re.ASCII)
_TUSSEN_CIJFERS = re.compile(r"[ ._-]")


@zaakregel(
    Soort(
        "ID-03",
        "Op een stuk voor UWV staat het BSN.",
        "Vul `bsn` in bij de werknemer, of laat de stukken nog op `concept` staan.",
        grond="uwv.nl, re-integratieverslag: het BSN staat op elk document",
    )
)
def bsn_ontbreekt(wat: Onderzoek) -> Iterator[Overtreding]:
    """Whatever is no draft can go to UWV."""
    if wat.zaak.gegevens.werknemer.bsn is None and any(
        stuk.gegevens.status is not Status.CONCEPT for stuk in wat.zaak.stukken
    ):
        yield Overtreding("ID-03", _ZAAK, ("werknemer", "bsn"))


@zaakregel(CATALOGUS["ID-05"])
def kenmerk_is_bsn(wat: Onderzoek) -> Iterator[Overtreding]:
    """The kenmerk is in the name of every folder and file."""
    bsn = wat.zaak.gegevens.werknemer.bsn
    if bsn and bsn in wat.zaak.kenmerk.replace("-", ""):
        yield Overtreding("ID-05", _ZAAK, ("kenmerk",), "In het kenmerk staat het BSN van de werknemer.")


@zaakregel(CATALOGUS["ID-05"])
def bijlage_heet_naar_bsn(wat: Onderzoek) -> Iterator[Overtreding]:
    """Which attachment is not said: its name is what may not be shown."""
    bsn = wat.zaak.gegevens.werknemer.bsn
    if any(_noemt_bsn(naam, bsn) for naam in wat.zaak.bijlagen):
        yield Overtreding(
            "ID-05",
            "bijlagen",
            (),
            "In de naam van een bijlage staat een BSN, of een nummer dat een BSN kan zijn.",
            oplossing="Geef het bestand in de map `bijlagen` een naam zonder dat nummer.",
        )


def _noemt_bsn(naam: str, bsn: str | None) -> bool:
    if bsn and bsn in _TUSSEN_CIJFERS.sub("", naam):
        return True
    return any(elfproef(cijfers) for cijfers in _NEGEN_CIJFERS.findall(naam))


@zaakregel(
    Soort(
        "ID-06",
        "Deze gegevens heten verzonnen, maar dit BSN kan van een bestaand mens zijn.",
        "Neem een BSN uit de testreeks 999990000 tot en met 999999999, of haal `voorbeeldgegevens` weg.",
        Ernst.WAARSCHUWING,
        grond=_AVG_BSN,
    )
)
def voorbeeld_met_echt_bsn(wat: Onderzoek) -> Iterator[Overtreding]:
    bsn = wat.zaak.gegevens.werknemer.bsn
    if not wat.zaak.organisaties.voorbeeldgegevens or bsn is None:
        return
    if int(bsn) not in _TESTREEKS and bsn not in _BEKENDE_VOORBEELDEN:
        yield Overtreding("ID-06", _ZAAK, ("werknemer", "bsn"))


@zaakregel(CATALOGUS["ID-08"])
def loonheffingennummer_faalt_elfproef(wat: Onderzoek) -> Iterator[Overtreding]:
    """A waarschuwing: that the proof holds for every number is not confirmed. L00 is refused on reading."""
    sleutel = wat.zaak.gegevens.werkgever
    nummer = wat.zaak.organisaties.werkgevers[sleutel].loonheffingennummer
    if nummer is not None and not elfproef(nummer[:9]):
        yield Overtreding(
            "ID-08",
            _ORGANISATIES,
            ("werkgevers", sleutel, "loonheffingennummer"),
            "De eerste negen cijfers van dit loonheffingennummer voldoen niet aan de elfproef.",
            Ernst.WAARSCHUWING,
        )


@zaakregel(
    Soort(
        "ID-09",
        "Een KvK-nummer heeft acht cijfers.",
        "Neem het over van het uittreksel, met de nul vooraan als die er is, en zonder punten of spaties.",
        Ernst.WAARSCHUWING,
        grond=_TYPFOUT,
    )
)
def kvk_nummer_klopt_niet(wat: Onderzoek) -> Iterator[Overtreding]:
    gegevens, organisaties = wat.zaak.gegevens, wat.zaak.organisaties
    nummers = (
        (("werkgevers", gegevens.werkgever), organisaties.werkgevers[gegevens.werkgever].kvk_nummer),
        (("arbodiensten", gegevens.arbodienst), organisaties.arbodiensten[gegevens.arbodienst].kvk_nummer),
    )
    for pad, nummer in nummers:
        if nummer is not None and not _KVK_NUMMER.fullmatch(nummer):
            yield Overtreding("ID-09", _ORGANISATIES, (*pad, "kvk_nummer"))


@zaakregel(
    Soort(
        "ID-10",
        "Het BIG-nummer van een bedrijfsarts ontbreekt, of heeft geen elf cijfers.",
        "Vul `big_nummer` in bij deze persoon. Het nummer staat in het BIG-register.",
        Ernst.WAARSCHUWING,
        grond="herkenbaarheid van de bedrijfsarts",
    )
)
def big_nummer_klopt_niet(wat: Onderzoek) -> Iterator[Overtreding]:
    personen = wat.zaak.organisaties.personen
    for sleutel in _bedrijfsartsen(wat):
        nummer = personen[sleutel].big_nummer
        if nummer is None or not _BIG_NUMMER.fullmatch(nummer):
            melding = (
                "Het BIG-nummer van deze bedrijfsarts ontbreekt."
                if nummer is None
                else "Een BIG-nummer heeft elf cijfers."
            )
            yield Overtreding("ID-10", _ORGANISATIES, ("personen", sleutel, "big_nummer"), melding)


def _bedrijfsartsen(wat: Onderzoek) -> list[str]:
    """Who is bedrijfsarts of the case, or wrote or signed one of its documents as one; each once."""
    van_de_zaak = [vervulling.persoon for vervulling in wat.zaak.gegevens.bedrijfsarts]
    van_stukken = [
        sleutel
        for stuk in wat.zaak.stukken
        for sleutel in _betrokkenen(stuk)
        if wat.zaak.organisaties.personen[sleutel].rol is Rol.BEDRIJFSARTS
    ]
    return list(dict.fromkeys((*van_de_zaak, *van_stukken)))


def _betrokkenen(stuk: Stuk) -> Iterator[str]:
    gegevens = stuk.gegevens
    yield gegevens.opsteller
    if isinstance(gegevens, OordeelBedrijfsarts):
        handtekening = gegevens.ondertekening.bedrijfsarts
        if gegevens.verantwoordelijke_bedrijfsarts:
            yield gegevens.verantwoordelijke_bedrijfsarts
        if handtekening and handtekening.persoon:
            yield handtekening.persoon


@zaakregel(
    Soort(
        "ID-11",
        "Een Nederlandse postcode heeft vier cijfers en twee hoofdletters.",
        "Schrijf de postcode als 6411 AB. Ligt het adres buiten Nederland, vul dan `land` in.",
        Ernst.WAARSCHUWING,
        grond=_TYPFOUT,
    )
)
def postcode_klopt_niet(wat: Onderzoek) -> Iterator[Overtreding]:
    for bestand, pad, adres in _adressen(wat):
        nederlands = adres.land is None or adres.land.casefold() == "nederland"
        if nederlands and not _POSTCODE.fullmatch(adres.postcode):
            yield Overtreding("ID-11", bestand, (*pad, "postcode"))


def _adressen(wat: Onderzoek) -> Iterator[tuple[str, Pad, Adres]]:
    gegevens, organisaties = wat.zaak.gegevens, wat.zaak.organisaties
    werkgever, arbodienst = gegevens.werkgever, gegevens.arbodienst
    klachten = organisaties.arbodiensten[arbodienst].klachtenregeling
    yield _ZAAK, ("werknemer", "adres"), gegevens.werknemer.adres
    if gegevens.werknemer.verpleegadres:
        yield _ZAAK, ("werknemer", "verpleegadres"), gegevens.werknemer.verpleegadres
    yield _ORGANISATIES, ("werkgevers", werkgever, "adres"), organisaties.werkgevers[werkgever].adres
    yield _ORGANISATIES, ("arbodiensten", arbodienst, "adres"), organisaties.arbodiensten[arbodienst].adres
    if klachten and klachten.adres:
        yield _ORGANISATIES, ("arbodiensten", arbodienst, "klachtenregeling", "adres"), klachten.adres


_GEBOORTEDATUM = Soort(
    "ID-13",
    "Deze geboortedatum kan niet kloppen.",
    "Kijk de geboortedatum en de eerste ziektedag na.",
    Ernst.WAARSCHUWING,
    grond=_TYPFOUT,
)
_BIJ_GEBOORTEDATUM: Pad = ("werknemer", "geboortedatum")


@zaakregel(_GEBOORTEDATUM)
def nog_niet_geboren(wat: Onderzoek) -> Iterator[Overtreding]:
    if wat.zaak.gegevens.werknemer.geboortedatum > wat.peildatum:
        yield Overtreding("ID-13", _ZAAK, _BIJ_GEBOORTEDATUM, "De geboortedatum ligt na de peildatum.")


@zaakregel(_GEBOORTEDATUM, "leeftijd_minimum", "aow_leeftijd")
def leeftijd_past_niet(wat: Onderzoek) -> Iterator[Overtreding]:
    """Too young to work, or no longer insured for the WIA, on the first day of illness."""
    geboren, ziek = wat.zaak.gegevens.werknemer.geboortedatum, wat.eerste_ziektedag
    if wat.kalender is None or geboren > wat.peildatum:
        return
    jaren = wat.recht.getal("leeftijd_minimum", ziek)
    if geboren + relativedelta(years=jaren) > ziek:
        melding = f"De werknemer was op de eerste ziektedag jonger dan {jaren} jaar."
        yield Overtreding("ID-13", _ZAAK, _BIJ_GEBOORTEDATUM, melding)
    elif wat.kalender.aow is not None and ziek >= wat.kalender.aow:
        melding = "De werknemer had op de eerste ziektedag de AOW-leeftijd al bereikt."
        yield Overtreding("ID-13", _ZAAK, _BIJ_GEBOORTEDATUM, melding)
