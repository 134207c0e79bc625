"""Every code once: how bad, what it stands on and what to do. Codes are stable and never reused."""

from dataclasses import replace

from dossiergen.finding.catalogus_inlezen import VAN_INLEZEN
from dossiergen.finding.catalogus_ondertekenen import VAN_ONDERTEKENEN
from dossiergen.finding.catalogus_second_opinion import VAN_SECOND_OPINION
from dossiergen.finding.catalogus_uitvoer import VAN_UITVOER
from dossiergen.finding.finding import Ernst
from dossiergen.finding.soort import Soort

__all__ = ["CATALOGUS"]

_PRIVACY = "beleidsregels AP 'De zieke werknemer'"
_HERKENBAAR = "Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen, art. 2 lid 2 en 3"
_UITZONDERING = "een uitzondering aanvaardt één bevinding"

_SOORTEN = (
    Soort(
        "YML-01",
        "Dit is geen geldige YAML.",
        "Controleer inspringing, dubbele punten en aanhalingstekens op en vlak boven deze regel.",
    ),
    Soort("YML-02", "Deze sleutel staat hier twee keer.", "Verwijder een van de twee, of voeg ze samen."),
    Soort(
        "YML-03",
        "Ankers (&), verwijzingen (*) en samenvoegen (<<) mogen niet in een zaakbestand.",
        "Schrijf de waarde hier voluit. Begint een tekst met & of *, zet die dan tussen aanhalingstekens.",
    ),
    Soort(
        "YML-04",
        "Tags (!) mogen niet in een zaakbestand.",
        "Laat de tag weg. Begint een tekst met een uitroepteken, zet die dan tussen aanhalingstekens.",
    ),
    Soort(
        "YML-05",
        "Er staat een tweede document in dit bestand.",
        "Verwijder de regel met --- en wat erna komt, of maak er een eigen bestand van.",
    ),
    Soort(
        "YML-06",
        "Hier staat een onzichtbaar stuurteken.",
        "Verwijder het teken. Typ de regel zo nodig opnieuw.",
    ),
    Soort(
        "YML-07",
        "Het bestand is te groot.",
        "Een zaakbestand is hooguit 1 MB. Zet een bijlage als PDF in de map bijlagen.",
    ),
    Soort(
        "YML-08",
        "Het bestand springt te ver in of heeft te veel onderdelen.",
        "Controleer de inspringing, en of dit bestand wel bij een zaak hoort.",
    ),
    Soort(
        "YML-09",
        "Het bestand is geen UTF-8-tekst.",
        "Bewaar het bestand opnieuw als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8).",
    ),
    Soort("YML-10", "Het bestand is leeg.", "Vul het bestand, of verwijder het."),
    Soort("YML-11", "Hier is met een tab ingesprongen.", "Spring in met spaties, twee per niveau."),
    Soort(
        "YML-12",
        "Een sleutel moet gewone tekst zijn.",
        "Schrijf `sleutel: waarde`. Begint een tekst met { of [, zet die dan tussen aanhalingstekens.",
    ),
    Soort(
        "BST-01",
        "Dit bestand of deze map bestaat niet.",
        "Controleer de naam. Maak het bestand of de map aan als die er nog niet is.",
    ),
    Soort(
        "BST-02",
        "De map heet anders dan het kenmerk in zaak.yaml.",
        "Geef de map dezelfde naam als het kenmerk.",
        Ernst.FOUT,
    ),
    Soort(
        "BST-03",
        "Dit bestand of deze map hoort hier niet.",
        "Gebruik een van de bestandsnamen uit de handleiding, of haal het bestand weg.",
    ),
    Soort(
        "BST-04",
        "Dit bestand kan niet worden gelezen.",
        "Controleer of het een gewoon bestand is en of u het mag lezen.",
    ),
    Soort("SCH-01", "Hier ontbreekt een verplicht veld.", "Voeg het veld toe."),
    Soort(
        "CAL-01",
        "De eerste ziektedag ontbreekt.",
        "Vul `eerste_ziektedag` in: de eerste werkdag waarop wegens ziekte niet is gewerkt.",
        grond="Regeling procesgang eerste en tweede ziektejaar, art. 6 lid 1 e",
    ),
    Soort(
        "PA-08",
        "Het einddoel ontbreekt, of is geen van de mogelijke einddoelen.",
        "Kies het einddoel.",
        grond="Beleidsregels beoordelingskader poortwachter, § 5",
    ),
    Soort("SCH-02", "Hier staat een ander soort waarde dan verwacht.", "Pas de waarde aan."),
    Soort("SCH-03", "Deze keuze bestaat niet.", "Kies een van de mogelijke waarden."),
    Soort("SCH-04", "Dit getal kan niet.", "Pas het getal aan."),
    Soort("SCH-05", "Deze tekst kan niet.", "Pas de tekst aan."),
    Soort("SCH-06", "Hier hoort ja of nee.", "Schrijf `ja` of `nee`."),
    Soort("SCH-07", "Deze velden spreken elkaar tegen.", "Pas een van de velden aan."),
    Soort(
        "REF-01",
        "Deze persoon staat niet in organisaties.yaml.",
        "Gebruik een sleutel onder `personen` in organisaties.yaml, of voeg de persoon daar toe.",
    ),
    Soort(
        "REF-02",
        "Deze werkgever staat niet in organisaties.yaml.",
        "Gebruik een sleutel onder `werkgevers` in organisaties.yaml, of voeg de werkgever daar toe.",
    ),
    Soort(
        "REF-03",
        "Deze arbodienst staat niet in organisaties.yaml.",
        "Gebruik een sleutel onder `arbodiensten` in organisaties.yaml, of voeg de arbodienst daar toe.",
    ),
    Soort(
        "REF-04",
        "Deze huisstijl bestaat niet.",
        "Gebruik de naam van een map in templates/huisstijl, of van een eigen map bij --templates.",
        grond="beschikbare huisstijlen",
    ),
    Soort(
        "REF-05",
        "Dit protocol bestaat niet.",
        "Gebruik de naam van een bestand in templates/protocollen, of van een eigen map bij --templates.",
        grond="beschikbare protocollen",
    ),
    Soort(
        "ID-01",
        "Een BSN heeft negen cijfers.",
        "Neem het over van de loonstrook of het identiteitsbewijs, met de nul vooraan als die er is.",
    ),
    Soort(
        "ID-02",
        "Dit BSN voldoet niet aan de elfproef.",
        "Controleer de cijfers; waarschijnlijk is er een verkeerd.",
    ),
    Soort(
        "ID-05",
        "Een kenmerk mag niet op een BSN lijken.",
        "Kies een kenmerk zonder negen cijfers achter elkaar, bijvoorbeeld 2026-0012.",
        grond="Algemene verordening gegevensbescherming, art. 5 en 87",
    ),
    Soort(
        "ID-07",
        "Een loonheffingennummer heeft negen cijfers, een L en twee cijfers.",
        "Schrijf het als 123456782L01.",
    ),
    Soort(
        "ID-08",
        "Dit loonheffingennummer kan niet kloppen.",
        "Neem het over van de loonaangifte of van een brief van de Belastingdienst.",
    ),
    Soort("ID-14", "Deze sleutel is hier niet bekend.", "Verbeter de sleutel, of haal de regel weg."),
    Soort(
        "ID-16", "Dit is geen bestaande datum.", "Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-03-12."
    ),
    Soort(
        "PRV-02",
        "Dit gegeven mag de werkgever niet vastleggen.",
        "Verwijder het veld. Alleen de bedrijfsarts houdt medische gegevens bij, in bedrijfsarts.yaml.",
        grond=_PRIVACY,
    ),
    Soort(
        "PRV-03",
        "Welke vangnetregeling geldt, legt de werkgever niet vast.",
        "Haal het weg. Dat er een vangnetregeling geldt is genoeg: `vangnet: ja`.",
        grond=_PRIVACY,
    ),
    Soort(
        "RIV-13",
        "Van dit stuk liggen twee originelen in `bijlagen`.",
        "Laat alleen het getekende origineel van deze versie liggen.",
        grond=_HERKENBAAR,
        aanvaardbaar=False,
    ),
    Soort(
        "RIV-15",
        "Het Word-bestand van dit stuk zegt iets anders dan de PDF.",
        "Maak het stuk opnieuw. Blijft dit, meld het dan: dit ligt niet aan uw zaak.",
        grond="een stuk zegt in elke vorm hetzelfde",
        aanvaardbaar=False,
    ),
    Soort(
        "RIV-16",
        "Van dit getekende stuk ligt het origineel niet in `bijlagen`.",
        "Zet de PDF van het getekende origineel in `bijlagen`, met de naam van het stuk: UWV wil het getekende stuk.",
        Ernst.WAARSCHUWING,
        grond="uwv.nl, re-integratieverslag indienen: elk stuk getekend",
    ),
    Soort(
        "RIV-17",
        "Deze bijlage kan niet in het verslag.",
        "Zet een gewone PDF neer, zonder wachtwoord en met ten minste één bladzijde.",
        grond=_HERKENBAAR,
        aanvaardbaar=False,
    ),
    Soort(
        "RIV-18",
        "Deze bijlage gaat niet mee in het verslag.",
        "Geef het bestand een naam van kleine letters, cijfers en streepjes die op .pdf eindigt.",
        grond=_HERKENBAAR,
        aanvaardbaar=False,
    ),
    Soort(
        "RIV-19",
        "De zaak heeft nog geen re-integratieverslag.",
        "Maak stukken/re-integratieverslag.yaml met `datum` en `opsteller`.",
        grond="Wet WIA, art. 25 lid 3",
        aanvaardbaar=False,
    ),
    Soort(
        "RIV-20",
        "Het voorblad van het verslag klopt niet meer met de stukken.",
        "Verhoog in re-integratieverslag.yaml de `versie` en noem bij `wijziging` wat er anders is.",
        grond="een definitief stuk verandert niet",
        aanvaardbaar=False,
    ),
    Soort(
        "PRV-05",
        "Medische informatie ligt tussen de stukken van de werkgever.",
        "Haal dit bestand hier weg en vernietig kopieën. De bedrijfsarts geeft het aan de werknemer, en niemand anders.",
        grond=f"{_PRIVACY}; uwv.nl, re-integratieverslag indienen",
        aanvaardbaar=False,
    ),
    Soort(
        "PRV-06",
        "In dit bestand staat tekst die alleen de bedrijfsarts heeft.",
        "Haal de tekst uit het open deel van de zaak; het bestand is niet in het verslag gezet.",
        grond=_PRIVACY,
        aanvaardbaar=False,
    ),
    Soort(
        "PRV-07",
        "De gegevens over dit bestand verraden wat de lezer niet mag zien.",
        "Dit ligt niet aan uw zaak. Meld het; het stuk is niet gemaakt.",
        grond=_PRIVACY,
        aanvaardbaar=False,
    ),
    Soort(
        "PRV-08",
        "Werkgever en werknemer lezen niet hetzelfde van de bedrijfsarts.",
        "Zet de stukken terug zoals ze waren, of maak ze opnieuw. De bedrijfsarts schrijft aan beiden hetzelfde.",
        grond=f"{_PRIVACY}; gelijke schriftelijke terugkoppeling",
        aanvaardbaar=False,
    ),
    Soort(
        "PRV-09",
        "Dit dossier is ouder dan zijn bewaartermijn.",
        "Verwijder de map van de zaak met alle kopieën, en de gemaakte stukken met `dossiergen purge`. Langer bewaren mag "
        "zolang een geschil loopt of de werknemer erom vraagt: leg dan elders vast waarom en tot wanneer. De waarschuwing blijft staan.",
        Ernst.WAARSCHUWING,
        grond=f"Algemene verordening gegevensbescherming, art. 5 lid 1 e; {_PRIVACY}",
        stopt=False,
        aanvaardbaar=False,
    ),
    Soort(
        "PRV-10",
        "Een bestand of een blok van de bedrijfsarts ligt tussen wat de werkgever leest.",
        "Haal het hier weg. De bedrijfsarts houdt het bij in bedrijfsarts.yaml, op een eigen plek.",
        grond=_PRIVACY,
        aanvaardbaar=False,
    ),
    Soort(
        "PRV-11",
        "Een stuk over een second opinion ligt tussen de stukken van de werkgever.",
        "Haal dit bestand hier weg: de werkgever mag het niet hebben.",
        grond="Arbobesluit, art. 2.14d",
        aanvaardbaar=False,
    ),
    Soort(
        "UZ-01",
        "Deze uitzondering past op geen enkele bevinding.",
        "Haal haar weg als de bevinding is opgelost. Neem anders code en pad over uit `dossiergen check`.",
        Ernst.WAARSCHUWING,
        grond=_UITZONDERING,
    ),
    Soort(
        "UZ-02",
        "Deze bevinding kan niemand aanvaarden.",
        "Haal de uitzondering weg en los de bevinding op.",
        grond=_PRIVACY,
        stopt=False,
    ),
    Soort(
        "UZ-03",
        "Deze uitzondering past op een bevinding in meer dan één bestand.",
        "Noem bij `bestand` welk bestand u bedoelt.",
        grond=_UITZONDERING,
        stopt=False,
    ),
    Soort(
        "UZ-04",
        "Deze uitzondering geldt nog niet: haar datum ligt na de peildatum.",
        "Controleer de datum van het besluit.",
        Ernst.WAARSCHUWING,
        grond=_UITZONDERING,
    ),
    Soort(
        "UZ-05",
        "Een bevinding over een second opinion aanvaardt u niet in zaak.yaml: de werkgever leest dat bestand.",
        "Zet de uitzondering onder `uitzonderingen` in bedrijfsarts.yaml, en haal haar hier weg.",
        grond="Arbobesluit, art. 2.14d",
        stopt=False,
    ),
    Soort(
        "UZ-06",
        "Een bevinding in bedrijfsarts.yaml aanvaardt alleen een bedrijfsarts.",
        "Noem bij `door` de bedrijfsarts die dit besloot.",
        grond="Arbobesluit, art. 2.14d; beroepsgeheim van de bedrijfsarts",
        stopt=False,
    ),
    *VAN_SECOND_OPINION,
    *VAN_INLEZEN,
    *VAN_ONDERTEKENEN,
    *VAN_UITVOER,
    Soort(
        "PRV-12",
        "Anderen op deze computer kunnen dit bestand lezen.",
        "Geef alleen uzelf toegang, bijvoorbeeld met `chmod 600 bedrijfsarts.yaml`.",
        Ernst.WAARSCHUWING,
        grond="Algemene verordening gegevensbescherming, art. 32; Burgerlijk Wetboek Boek 7, art. 457",
    ),
    Soort(
        "LET-01",
        "De tekst bevat een teken dat de letter van de huisstijl niet heeft.",
        "Schrijf het met gewone letters, of geef de afzender een huisstijl waarvan de letter het teken heeft.",
        grond="leesbaarheid van het document",
    ),
)

# What is found on reading, on writing or about exceptions themselves is mended, not accepted.
CATALOGUS: dict[str, Soort] = {soort.code: replace(soort, aanvaardbaar=False) for soort in _SOORTEN}
