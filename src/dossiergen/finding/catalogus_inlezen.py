"""What keeps an edited Word file, or a field in it, from coming back into its case."""

from dossiergen.finding.finding import Ernst
from dossiergen.finding.soort import Soort

__all__ = ["VAN_INLEZEN"]

_INLEZEN = "de zaak blijft de bron van elk stuk"

VAN_INLEZEN: tuple[Soort, ...] = (
    Soort(
        "INL-01",
        "Dit is geen Word-bestand dat kan worden gelezen.",
        "Lees het Word-bestand (.docx) in dat dossiergen maakte en dat daarna in Word is bewerkt.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-02",
        "Dit bestand is niet veilig om in te lezen.",
        "Maak het stuk opnieuw met `dossiergen render`, en neem uw wijzigingen daarin over.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-03",
        "Dit is geen stuk dat dossiergen maakte, of de gegevens waaraan dat te zien is zijn eruit.",
        "Maak het stuk met `dossiergen render`, bewerk dat Word-bestand en bewaar het als .docx.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-04",
        "De zaak van dit stuk is hier niet.",
        "Geef met --zaken de map waarin de zaak ligt.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-05",
        "In dit bestand is veranderd welk veld van de zaak waar staat.",
        "Maak het stuk opnieuw met `dossiergen render`, en neem uw wijzigingen daarin over.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-06",
        "Dit stuk is gemaakt van een andere versie van de zaak.",
        "Maak het stuk opnieuw met `dossiergen render`, en neem uw wijzigingen daarin over.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-07",
        "De tekst van dit stuk ligt vast; een wijziging uit Word wordt niet overgenomen.",
        "Verhoog `versie`, noem de `wijziging`, zet `status: concept`, maak het stuk opnieuw en bewerk dat.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-08",
        "Wat in dit veld staat, past er niet.",
        "Verbeter het in Word, en lees het bestand opnieuw in.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-09",
        "Dit veld kan niet vanuit dit stuk worden veranderd.",
        "Zet in Word de oude tekst terug.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-10",
        "Buiten de velden is iets veranderd.",
        "Dit komt niet in de zaak. Draai het in Word terug, of neem met --alleen-velden alleen de velden over.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-11",
        "Dit veld is niet meer te lezen.",
        "Maak het stuk opnieuw met `dossiergen render`, en neem uw wijzigingen daarin over.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-12",
        "Dit veld komt ook in andere stukken; die veranderen mee.",
        "Kijk na het toepassen met `dossiergen check` en `dossiergen render` of dat klopt.",
        Ernst.WAARSCHUWING,
        grond=_INLEZEN,
    ),
    Soort(
        "INL-13",
        "Dit bestand verwijst naar een bestand buiten zichzelf, zoals een sjabloon of een gekoppelde afbeelding.",
        "Er is niets van opgehaald. Verbreek in Word de koppeling voordat u het verder stuurt.",
        Ernst.WAARSCHUWING,
        grond=_INLEZEN,
    ),
    Soort(
        "INL-14",
        "Dit bestand is veranderd sinds het is gelezen.",
        "Lees het Word-bestand opnieuw in.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-15",
        "De nieuwe waarde kan niet in dit bestand worden gezet zonder ook iets anders te veranderen.",
        "Neem de nieuwe waarde zelf over.",
        grond=_INLEZEN,
    ),
    Soort(
        "INL-16",
        "Met deze wijzigingen krijgt de zaak nieuwe fouten; er is niets geschreven.",
        "Los ze in Word op, en lees het bestand opnieuw in.",
        grond=_INLEZEN,
    ),
)
