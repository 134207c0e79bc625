"""organisaties.yaml: the employers, arbodiensten and people that several cases share."""

from enum import StrEnum

from dossiergen.zaak.basis import Aanhef, Adres, Model
from dossiergen.zaak.labels import DOSSIERHOUDER, IEDEREEN, OPEN_DEEL, veld
from dossiergen.zaak.typen import (
    Arbodienstsleutel,
    Artssleutel,
    Certificaatafdruk,
    Cijfers,
    JaNee,
    Loonheffingennummer,
    Persoonssleutel,
    Sleutel,
    Zin,
)

__all__ = ["Arbodienst", "Artsencontract", "Klachtenregeling", "Organisaties", "Persoon", "Rol", "Werkgever"]


class Rol(StrEnum):
    """What a person is in the field; only a bedrijfsarts signs what the law reserves."""

    BEDRIJFSARTS = "bedrijfsarts"
    ARTS_ONDER_SUPERVISIE = "arts_onder_supervisie"
    CASEMANAGER = "casemanager"
    LEIDINGGEVENDE = "leidinggevende"
    HR_ADVISEUR = "hr_adviseur"
    ARBEIDSDESKUNDIGE = "arbeidsdeskundige"
    OVERIG = "overig"


class Persoon(Model):
    """Somebody who acts in cases by profession."""

    aanhef: Aanhef = veld("Aanspreekvorm: mevrouw, heer of neutraal.", IEDEREEN)
    voorletters: Zin = veld("Voorletters met punten, bijvoorbeeld A.M.", IEDEREEN)
    tussenvoegsel: Zin | None = veld("Tussenvoegsel, bijvoorbeeld van den.", IEDEREEN, default=None)
    achternaam: Zin = veld("Achternaam zonder tussenvoegsel.", IEDEREEN)
    titel: Zin | None = veld("Titel vóór de naam, bijvoorbeeld dr.", IEDEREEN, default=None)
    functie: Zin = veld("Functie zoals die onder een handtekening staat.", IEDEREEN)
    rol: Rol = veld("Rol in de verzuimbegeleiding.", IEDEREEN)
    telefoon: Cijfers | None = veld("Telefoonnummer.", IEDEREEN, default=None)
    email: Zin | None = veld("E-mailadres.", IEDEREEN, default=None)
    big_nummer: Cijfers | None = veld("BIG-nummer (11 cijfers), alleen voor artsen.", IEDEREEN, default=None)
    arbodienst: Arbodienstsleutel | None = veld(
        "Bij welke arbodienst een bedrijfsarts werkt; nodig voor een second opinion.", IEDEREEN, default=None
    )
    certificaten: tuple[Certificaatafdruk, ...] = veld(
        "SHA-256 van elk certificaat waarmee deze persoon digitaal tekent.", DOSSIERHOUDER, default=()
    )


class Artsencontract(Model):
    """Which other bedrijfsartsen the contract names for a second opinion (Arbobesluit art. 2.14d lid 2)."""

    naam: Zin = veld("Naam van het contract of van de pool.", OPEN_DEEL)
    artsen: tuple[Artssleutel, ...] = veld("De bedrijfsartsen in het contract.", OPEN_DEEL, min_length=1)
    protocol: Sleutel | None = veld(
        "Werkwijze van wie de second opinions regelt; leeg is die van de arbodienst.", OPEN_DEEL, default=None
    )


class Werkgever(Model):
    """An employer."""

    naam: Zin = veld("Naam van de werkgever.", IEDEREEN)
    adres: Adres = veld("Vestigingsadres.", IEDEREEN)
    loonheffingennummer: Loonheffingennummer | None = veld(
        "Loonheffingennummer, bijvoorbeeld 123456782L01.", OPEN_DEEL, default=None
    )
    kvk_nummer: Cijfers | None = veld("KvK-nummer (8 cijfers).", IEDEREEN, default=None)
    aard_bedrijf: Zin | None = veld("Aard van het bedrijf, in één zin.", OPEN_DEEL, default=None)
    contactpersoon: Persoonssleutel | None = veld(
        "Wie de werkgever in zaken vertegenwoordigt.", IEDEREEN, default=None
    )
    telefoon: Cijfers | None = veld("Algemeen telefoonnummer.", IEDEREEN, default=None)
    email: Zin | None = veld("Algemeen e-mailadres.", IEDEREEN, default=None)
    huisstijl: Sleutel = veld("Huisstijl voor stukken van deze werkgever.", IEDEREEN, default="standaard")
    protocol: Sleutel | None = veld(
        "Verzuimprotocol van deze werkgever; staat naast de wet, nooit ervoor in de plaats.",
        OPEN_DEEL,
        default=None,
    )
    second_opinion: Artsencontract | None = veld(
        "Eigen contract voor second opinions; gaat voor dat van de arbodienst.", OPEN_DEEL, default=None
    )


class Klachtenregeling(Model):
    """Where a complaint about the bedrijfsarts goes (Arbobesluit art. 2.14e)."""

    email: Zin | None = veld("E-mailadres voor klachten.", IEDEREEN, default=None)
    adres: Adres | None = veld("Postadres voor klachten.", IEDEREEN, default=None)
    telefoon: Cijfers | None = veld("Telefoonnummer voor klachten.", IEDEREEN, default=None)


class Arbodienst(Model):
    """An arbodienst."""

    naam: Zin = veld("Naam van de arbodienst.", IEDEREEN)
    adres: Adres = veld("Postadres.", IEDEREEN)
    kvk_nummer: Cijfers | None = veld("KvK-nummer (8 cijfers).", IEDEREEN, default=None)
    telefoon: Cijfers | None = veld("Algemeen telefoonnummer.", IEDEREEN, default=None)
    email: Zin | None = veld("Algemeen e-mailadres.", IEDEREEN, default=None)
    groep: Zin | None = veld(
        "Naam van het concern, als de arbodienst daarvan deel is.", IEDEREEN, default=None
    )
    klachtenregeling: Klachtenregeling | None = veld("Waar een klacht heen gaat.", IEDEREEN, default=None)
    huisstijl: Sleutel = veld("Huisstijl voor stukken van deze arbodienst.", IEDEREEN, default="standaard")
    protocol: Sleutel | None = veld(
        "Werkwijze van deze arbodienst; staat naast de wet, nooit ervoor in de plaats.",
        OPEN_DEEL,
        default=None,
    )
    second_opinion: Artsencontract | None = veld(
        "Contract voor second opinions: welke andere bedrijfsartsen er zijn.", OPEN_DEEL, default=None
    )


class Organisaties(Model):
    """Everything in organisaties.yaml, by key."""

    voorbeeldgegevens: JaNee = veld(
        "Is alles in deze map verzonnen? Dan hoort elk BSN in de testreeks.", IEDEREEN, default=False
    )
    werkgevers: dict[Sleutel, Werkgever] = veld("De werkgevers, op sleutel.", IEDEREEN)
    arbodiensten: dict[Sleutel, Arbodienst] = veld("De arbodiensten, op sleutel.", IEDEREEN)
    personen: dict[Sleutel, Persoon] = veld(
        "De mensen die beroepshalve in zaken optreden, op sleutel.", IEDEREEN
    )
