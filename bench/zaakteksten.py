"""What the generated cases say: names, jobs and sentences of our own, to be combined by a seed. Everybody is fictitious."""

from typing import NamedTuple

__all__ = [
    "ACHTERNAMEN",
    "BEPERKINGEN",
    "FUNCTIES",
    "HUIZEN",
    "LOPEND",
    "PLAATSEN",
    "STRATEN",
    "VISIE_WERKGEVER",
    "VISIE_WERKNEMER",
    "VOORLETTERS",
    "Huis",
]


class Huis(NamedTuple):
    """An employer with the people around its cases."""

    werkgever: str
    arbodienst: str
    tekenaar: str
    casemanagers: tuple[str, ...]
    artsen: tuple[str, ...]
    plaats: str
    postcode: str


HUIZEN = (
    Huis(
        "limburg-flex",
        "arbo-zuid",
        "m-hendriks",
        ("s-de-wit", "b-smeets"),
        ("a-de-boer", "k-yildiz"),
        "Maastricht",
        "6221",
    ),
    Huis(
        "gemeente-zandbeek",
        "arbo-zuid",
        "f-el-idrissi",
        ("j-peeters", "n-verbeek"),
        ("k-yildiz", "a-de-boer"),
        "Zandbeek",
        "5501",
    ),
    Huis(
        "zorggroep-heuvelrand",
        "arbo-zuid",
        "r-vermeulen",
        ("e-kramer", "d-ozturk"),
        ("a-de-boer", "k-yildiz"),
        "Deurne",
        "5751",
    ),
    Huis(
        "peelkant-logistiek",
        "vitaal-oost",
        "m-van-der-laan",
        ("m-van-der-laan", "t-aarts"),
        ("c-demir", "h-scholten"),
        "Helmond",
        "5704",
    ),
    Huis(
        "bakkerij-roelofs",
        "praktijk-noorderveld",
        "b-roelofs",
        ("b-roelofs", "y-roelofs"),
        ("h-noordhoek",),
        "Rolde",
        "9451",
    ),
)

FUNCTIES = {
    "limburg-flex": (
        "orderpicker",
        "inpakker",
        "heftruckchauffeur",
        "productiemedewerker",
        "planner",
        "medewerker expeditie",
    ),
    "gemeente-zandbeek": (
        "medewerker burgerzaken",
        "applicatiebeheerder",
        "toezichthouder",
        "beleidsmedewerker",
        "hovenier",
        "medewerker archief",
    ),
    "zorggroep-heuvelrand": (
        "verzorgende in de wijk",
        "verpleegkundige",
        "helpende",
        "activiteitenbegeleider",
        "roostermaker",
        "medewerker keuken",
    ),
    "peelkant-logistiek": (
        "vrachtwagenchauffeur",
        "magazijnmedewerker",
        "teamleider expeditie",
        "medewerker vrieshuis",
        "planner",
        "monteur",
    ),
    "bakkerij-roelofs": ("broodbakker", "verkoper", "bezorger", "medewerker inpak"),
}

VOORLETTERS = (
    "A.",
    "B.M.",
    "C.",
    "D.J.",
    "E.",
    "F.A.",
    "G.",
    "H.W.",
    "I.",
    "J.P.",
    "K.",
    "L.M.",
    "M.",
    "N.",
    "P.C.",
    "R.",
    "S.",
    "T.",
    "V.",
    "W.",
    "Z.",
)
ACHTERNAMEN = (
    "Aalders", "Bensaïd", "Brouns", "Cornelissen", "Dekkers", "Ebbers", "Faber", "Geerlings", "Hakvoort", "Ibrahim",
    "Jaspers", "Kessels", "Lammers", "Maas", "Nijland", "Özkan", "Paulissen", "Quaedvlieg", "Rademaker", "Schrijver",
    "Timmer", "Uitslag", "Veenstra", "Wolters", "Ypma", "Zwart", "Dąbrowski", "Nováček", "Gonçalves", "Müller",
    "Hofstede", "Kuijken", "Roelink", "Sprenger", "Terpstra", "Verhulst", "Wagenaar", "Boersma", "Clement", "Drenth",
)  # fmt: skip
STRATEN = (
    "Akkerstraat",
    "Beekweg",
    "Dennenlaan",
    "Eschpad",
    "Grachtkade",
    "Hofstraat",
    "Jasmijnstraat",
    "Kloosterpad",
    "Lindelaan",
    "Meerweg",
    "Populierlaan",
    "Schoolstraat",
)
PLAATSEN = (
    "Heerlen",
    "Sittard",
    "Geleen",
    "Asten",
    "Someren",
    "Helmond",
    "Deurne",
    "Kerkrade",
    "Assen",
    "Rolde",
)

# Aspects of the load, each with ways to say what is possible.
BEPERKINGEN = {
    "fysieke_omgeving": ("Niet werken naast machines die veel geluid maken.", "Werken in een rustige ruimte, zonder kou of tocht.", "Buiten werken kan bij droog weer."),
    "dynamische_handelingen": ("Tillen en dragen tot 10 kg.", "Tillen tot 5 kg, en niet boven schouderhoogte.", "Lopen tot een half uur achtereen.", "Trappen lopen enkele keren op een dag."),
    "statische_houdingen": ("Zitten en staan afwisselen.", "Staan tot een half uur achtereen.", "Zitten tot een uur achtereen, daarna even lopen."),
    "werktijden": ("Voorlopig vier uur per dag, niet in de nacht.", "Drie uur per dag, vier dagen per week.", "Alleen overdag, met een vaste begintijd."),
}  # fmt: skip

# Agreements: what is done, why, and by whom.
LOPEND = (
    ("Elke week kort bespreken wat lukt en wat niet", "Op tijd bijsturen", "beiden"),
    ("Werken volgens het opbouwschema en ervaringen bijhouden", "Uren opbouwen zonder terugval", "werknemer"),
    ("De taken verdelen over het team", "Rust in de opbouw", "werkgever"),
    ("Een vaste werkplek inrichten", "Staan en zitten kunnen worden afgewisseld", "werkgever"),
    ("De werkplek samen met de leidinggevende nalopen", "Zien wat er nog nodig is", "beiden"),
    ("Een collega inwerken in de eigen taken", "Weer wennen aan het werk", "werknemer"),
    ("Het rooster maken met vaste dagdelen", "Een vast ritme", "werkgever"),
    ("Meedoen aan het teamoverleg op maandag", "Contact houden met de collega's", "werknemer"),
    ("De interne vacatures doornemen", "Geen kans in huis laten liggen", "beiden"),
)
VISIE_WERKGEVER = (
    "Wij vinden dit plan haalbaar.", "Het team is ingelicht over de werktijden.", "Als de opbouw sneller kan, passen wij het schema in overleg aan.",
    "Wij zien dat er hard aan wordt gewerkt.", "De leidinggevende houdt elke week een vast moment vrij.", "Er is werk genoeg dat nu past.",
    "Wij kijken over zes weken samen hoe het gaat.", "De taken die nu niet kunnen, neemt een collega over.",
)  # fmt: skip
VISIE_WERKNEMER = (
    "Ik wil graag terug naar mijn eigen werk.", "De stappen vind ik goed te doen.", "De eerste weken wil ik graag vaste dagdelen.",
    "Ik ben blij dat ik weer onder collega's ben.", "Het tempo mag van mij niet hoger.", "Ik merk dat het elke week iets beter gaat.",
    "De afspraken zijn duidelijk.", "Ik vind het fijn dat er naar mijn ervaring wordt gevraagd.",
)  # fmt: skip
