"""What keeps a document from being signed, or its signature from being recorded in the case."""

from dossiergen.finding.soort import Soort

__all__ = ["VAN_ONDERTEKENEN"]

_GEZIEN = "wie tekent, tekent wat hij heeft gezien"
_WIE = "Verordening (EU) 910/2014 (eIDAS), art. 26: de handtekening is op unieke wijze aan de ondertekenaar verbonden"
_BEDRIJFSARTS = (
    "Beleidsregels beoordelingskader poortwachter, § 6; voor een second opinion Arbobesluit, art. 2.14d"
)
_VORM = "Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen, art. 2 lid 3"

VAN_ONDERTEKENEN: tuple[Soort, ...] = (
    Soort(
        "ONT-01",
        "Dit stuk is nog een concept; een concept wordt niet ondertekend.",
        "Zet in het stuk `status: definitief`, maak het met `dossiergen render`, en onderteken dat.",
        grond=_GEZIEN,
    ),
    Soort(
        "ONT-02",
        "De controle vindt fouten bij dit stuk; zo wordt het niet ondertekend.",
        "Los de fouten op die `dossiergen check` toont, of aanvaard ze met een reden waar dat kan. Maak het stuk daarna opnieuw.",
        grond=_GEZIEN,
    ),
    Soort(
        "ONT-03",
        "De zaak zegt nu iets anders dan dit stuk.",
        "Kijk wat er veranderde. Hoort dat in het stuk, verhoog dan `versie`, noem de `wijziging` en maak het opnieuw.",
        grond=_GEZIEN,
    ),
    Soort(
        "ONT-04",
        "Voor deze partij is al getekend, of de weigering staat al in de zaak.",
        "U hoeft niets te doen. Klopt het niet, verbeter dan `ondertekening` in het stuk.",
        grond="een handtekening wordt eenmaal gezet",
    ),
    Soort(
        "ONT-05",
        "Dit certificaat is niet van wie dit stuk ondertekent.",
        "Gebruik de sleutel van degene wiens naam onder het stuk staat. Is dit zijn sleutel, zet de SHA-256 van het certificaat dan "
        "bij hem onder `certificaten`: in organisaties.yaml, of voor de werknemer in zaak.yaml.",
        grond=_WIE,
    ),
    Soort(
        "ONT-06",
        "Alleen een bedrijfsarts ondertekent dit stuk.",
        "Laat de bedrijfsarts tekenen die verantwoordelijk is, en noem hem bij `persoon` in de ondertekening.",
        grond=_BEDRIJFSARTS,
    ),
    Soort(
        "ONT-07",
        "Van dit stuk is er geen definitief bestand dat kan worden ondertekend.",
        "Maak het met `dossiergen render`. Is het bestand veranderd of van een oudere versie van dossiergen, verhoog dan `versie`.",
        grond=_GEZIEN,
    ),
    Soort(
        "ONT-08",
        "Dit bestand is geen stuk van deze zaak.",
        "Geef een PDF die dossiergen van deze zaak maakte, of noem met --stuk welk stuk u bedoelt.",
        grond=_GEZIEN,
    ),
    Soort(
        "ONT-09",
        "Dit soort stuk wordt door niemand ondertekend.",
        "Verstuur het zonder handtekening.",
        grond=_VORM,
    ),
    Soort(
        "ONT-10",
        "Wie namens de werkgever tekent, is nog niet bekend.",
        "Vul `persoon` in bij de handtekening, of `contactpersoon` bij de werkgever in organisaties.yaml.",
        grond=_VORM,
    ),
    Soort(
        "ONT-11",
        "Het ondertekende bestand dat er ligt, is niet meer zoals het is ondertekend.",
        "Zet het ondertekende bestand terug uit een kopie. Is die er niet, haal het dan weg en laat ieder opnieuw tekenen.",
        grond=_WIE,
    ),
    Soort(
        "ONT-12",
        "De handtekening kon niet in de zaak worden vastgelegd.",
        "Het ondertekende bestand is er wel. Zet zelf onder `ondertekening` bij de partij: `getekend_op`, de dag van vandaag, en "
        "`wijze: digitaal`. Tekende iedereen, zet dan ook `status: ondertekend`.",
        grond="de zaak blijft de bron van elk stuk",
    ),
)
