"""What is found on making a document, and on looking the finished files over."""

from dossiergen.finding.finding import Ernst
from dossiergen.finding.soort import Soort

__all__ = ["VAN_UITVOER"]

_NIET_AAN_UW_ZAAK = "Dit ligt niet aan de gegevens van uw zaak. Meld het; het stuk is niet gemaakt."

VAN_UITVOER: tuple[Soort, ...] = (
    Soort(
        "VER-01",
        "Dit stuk is al definitief gemaakt, met een andere inhoud en dezelfde versie.",
        "Verhoog `versie` met 1 en noem bij `wijziging` wat er is veranderd.",
        grond="een definitief stuk verandert niet",
    ),
    Soort(
        "VER-03",
        "De gegevens van de zaak zijn veranderd nadat dit stuk is vastgesteld. Het stuk is gebleven zoals het was.",
        "Hoort de verandering in dit stuk, verhoog dan `versie` en vul `wijziging` in.",
        Ernst.WAARSCHUWING,
        grond="een definitief stuk verandert niet",
    ),
    Soort(
        "VER-04",
        "Het ondertekende stuk is niet gemaakt: zijn tekst zou nu anders zijn dan die is vastgesteld.",
        "Leg het ondertekende origineel in de map `bijlagen`, of verhoog `versie`.",
        grond="wat is getekend, is wat is vastgesteld",
    ),
    Soort(
        "STA-01",
        "Dit stuk heeft nog de status `concept`.",
        "Zet `status: definitief` in het bestand van het stuk, of laat --definitief weg.",
        grond="gevraagd met --definitief",
    ),
    Soort(
        "STA-02",
        "Van dit stuk bestaat nog geen sjabloon; het is niet gemaakt.",
        "Maak dit stuk voorlopig op een andere manier.",
        Ernst.INFO,
        grond="beschikbare sjablonen",
    ),
    Soort(
        "UIT-01",
        "Dit bestand in de uitvoer is buiten dossiergen om gewijzigd en is daarom niet overschreven.",
        "Verplaats of hernoem het bestand en maak het stuk opnieuw.",
        grond="wat u zelf wijzigt, gaat niet verloren",
    ),
    Soort(
        "UIT-02",
        "Dit vastgestelde bestand is weg, bij elke lezer, en kan niet precies zo opnieuw worden gemaakt.",
        "Zet het terug uit een reservekopie, of verhoog `versie`.",
        grond="een definitief stuk verandert niet",
    ),
    Soort(
        "UIT-03",
        "In deze uitvoermap liggen onder dit kenmerk stukken van een andere werknemer.",
        "Geef de zaak een eigen kenmerk, of kies een andere --output. Is alleen de geboortedatum verbeterd, "
        "haal dan de map met dit kenmerk en .dossiergen/KENMERK.json uit de uitvoer.",
        grond="Algemene verordening gegevensbescherming, art. 5 lid 1 f",
    ),
    Soort(
        "UIT-04",
        "Dit bewerkte concept hoort niet meer bij de zaak en is blijven liggen.",
        "Bewaar het ergens anders als u het nog nodig hebt, en haal het uit deze map.",
        Ernst.WAARSCHUWING,
        grond="wat u zelf wijzigt, gaat niet verloren",
    ),
    Soort(
        "UIT-05",
        "Dit vastgestelde stuk ligt nog in de uitvoer, maar zijn bestand in `stukken` is er niet meer.",
        "Laat het liggen, of haal het zelf weg als het er niet hoort.",
        Ernst.INFO,
        grond="een definitief stuk verandert niet",
    ),
    Soort(
        "UIT-06",
        "Dit bestand is weg of anders dan dossiergen het maakte. Van zijn map is geen archief gemaakt.",
        "Zet het bestand terug, of haal het weg, en geef de opdracht nog eens.",
        grond="wat wordt overhandigd, is wat is gemaakt",
    ),
    Soort(
        "KEU-01",
        "De PDF is niet zo opgebouwd dat een voorleesprogramma hem kan voorlezen.",
        _NIET_AAN_UW_ZAAK,
        grond="PDF/UA-1 (ISO 14289-1) en WCAG 2.1",
    ),
    Soort(
        "KEU-02",
        "De PDF is beschadigd of niet compleet.",
        _NIET_AAN_UW_ZAAK,
        grond="ISO 32000-1",
    ),
    Soort(
        "KEU-03",
        "De PDF wordt afgekeurd door veraPDF.",
        _NIET_AAN_UW_ZAAK,
        grond="PDF/A-3a (ISO 19005-3) en PDF/UA-1 (ISO 14289-1)",
    ),
    Soort(
        "KEU-04",
        "De OOXML-validator keurt het Word-bestand af.",
        _NIET_AAN_UW_ZAAK,
        grond="Office Open XML (ISO/IEC 29500)",
    ),
)
