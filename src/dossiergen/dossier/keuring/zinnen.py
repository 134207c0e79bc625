"""Every objection to the structure of a PDF, by the name of its check: what is wrong, for whoever keeps the templates."""

from collections.abc import Mapping
from types import MappingProxyType

from dossiergen.dossier.keuring.bezwaar import Bezwaar

__all__ = ["ZINNEN", "maak"]

ZINNEN: Mapping[str, str] = MappingProxyType(
    {
        # The file as a whole
        "leesbaar": "De PDF is niet te lezen.",
        "norm": "De PDF zegt niet dat hij PDF/A-3a en PDF/UA-1 is.",
        "taal": "De taal van het document ontbreekt, of is geen Nederlands.",
        "titel": "De titel ontbreekt, is een bestandsnaam, of is in de metagegevens een andere.",
        "titel-in-venster": "Een lezer toont de bestandsnaam in plaats van de titel.",
        "gemarkeerd": "De PDF zegt niet dat hij van labels is voorzien, of noemt ze onzeker.",
        "tabvolgorde": "De tabtoets volgt op een bladzijde met aantekeningen de labels niet.",
        "aantekening": "Een aantekening of link hoort bij geen label, of heeft geen omschrijving.",
        "lettertype": "Een lettertype hoort niet bij de huisstijl.",
        "letters-ingesloten": "Een lettertype is niet als deelverzameling ingesloten, of zegt niet welke tekens het toont.",
        # What is painted, and what is tagged of it
        "labels": "De PDF heeft geen labels, of niet één Document dat alles omvat.",
        "boom-heel": "De labels verwijzen naar zichzelf.",
        "alles-gelabeld": "Er staat iets op de bladzijde dat geen label heeft en geen versiering is.",
        "nummer-eenmalig": "Een stuk inhoud staat twee keer in de labels, of er staat inhoud in die er niet is.",
        "oudertabel": "De tabel van ouders noemt andere inhoud dan de labels.",
        "nesting": "Versiering en inhoud staan in elkaar.",
        "verborgen-tekst": "Tekst van het blad is als versiering gemerkt; een schermlezer slaat die over.",
        "lopende-regel": "Een regel in de marge is niet als kop of voet van het blad gemerkt.",
        # The shape of the tree
        "onbekend-label": "Een label is geen standaardlabel, of zegt niets (NonStruct).",
        "plaats": "Een label staat in een label waar het niet hoort.",
        "tekst-zonder-alinea": "Er staat tekst los in een deel van het document, buiten een alinea.",
        "tekst-naast-blok": "Tekst en alinea's of lijsten staan in één label door elkaar.",
        "leeg": "Een label is leeg.",
        "vervangen": "Een vervangende tekst staat bij een label waarvan de inhoud dan niet meer wordt voorgelezen.",
        "sectie": "Een sectie begint niet met een kop.",
        # Lists and check boxes
        "lijst": "Een lijst bestaat niet uit punten met elk een teken en een tekst.",
        "lijst-nummering": "Een lijst zegt niet hoe zij is genummerd.",
        "vinkje": "Een aankruisvakje zegt niet in woorden of het is aangekruist.",
        # Pictures
        "figuur-tekst": "Een afbeelding heeft geen tekst die zegt wat erop staat.",
        "figuur-vak": "Een afbeelding zegt niet waar zij staat, of zegt het verkeerd.",
        "figuur-label": "Een afbeelding staat in een label dat geen Figure is.",
        # Tables
        "tabel": "Een tabel bestaat niet uit een kop en een lijf met rijen en cellen.",
        "tabel-zonder-kop": "Een tabel heeft geen kopcellen.",
        "tabel-gebroken": "Een tabel die op de volgende bladzijde doorloopt, staat als twee tabellen in de labels.",
        "tabel-rijen": "De rijen van een tabel zijn niet even lang.",
        "kopcel-bereik": "Een kopcel zegt niet of zij bij de kolom of de rij hoort, of zegt het verkeerd.",
        "kopcel-naam": "Een cel verwijst naar een kopcel die er niet is, of een naam komt twee keer voor.",
        "cel-zonder-kop": "Een cel hoort bij geen kopcel.",
        "cel-elders": "Een cel verwijst naar een kopcel van een andere rij of kolom.",
        # Headings and bookmarks
        "kop-eerste": "Het document heeft niet één hoofdkop (H1) die voor alle andere koppen staat.",
        "kop-sprong": "Een kop slaat een niveau over.",
        "kop-plaats": "Een kop staat in een tabel, een lijst of een alinea.",
        "bladwijzers": "De bladwijzers ontbreken, of zijn andere dan de koppen.",
        # Fields for a signature
        "formulier": "Het formulier van de PDF heeft iets anders dan de velden voor een handtekening op de bladzijden.",
        "veld-soort": "Een veld is geen veld voor een handtekening van ons, of heeft de naam van een ander veld.",
        "veld-label": "Een veld en een label (Form) wijzen niet naar elkaar.",
        "veld-woorden": "Een veld zegt niet in woorden wiens handtekening er komt.",
        "veld-beeld": "Een veld heeft geen beeld, of is op het scherm of op papier niet te zien.",
        "veld-plaats": "Een veld staat niet op zijn bladzijde, over tekst of een ander veld, of is te klein.",
        # What the eye sees of it
        "buiten-beeld": "Tekst staat buiten de bladzijde, of is afgesneden.",
        "te-klein": "Tekst is te klein om te lezen.",
        "kleur": "Tekst heeft een kleur die te weinig afsteekt tegen de grond waarop zij staat.",
        "bedekt": "Over tekst ligt een vlak of een afbeelding.",
        "over-elkaar": "Teksten staan over elkaar heen.",
        # The order in which it is read
        "leesvolgorde": "Wat een schermlezer voorleest, staat in een andere volgorde dan op de bladzijde.",
        "leesvolgorde-rij": "De cellen van een rij staan in een andere volgorde dan op de bladzijde.",
    }
)  # fmt: skip


def maak(regel: str, blad: int | None = None) -> Bezwaar:
    """The objection of a check; a name without a sentence is a fault in the check."""
    return Bezwaar(regel, ZINNEN[regel], blad)
