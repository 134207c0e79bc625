"""Words for invented cases: names, and sentences that people say of work in general."""

VOORLETTERS = ("A.", "B.M.", "C.", "D.J.", "E.L.", "F.", "G.P.", "H.", "I.M.", "J.", "K.R.", "L.", "M.C.", "N.", "O.", "P.J.", "R.", "S.A.", "T.", "W.H.")  # fmt: skip
ACHTERNAMEN = (
    "Aertsen", "Bakermans", "Claessens", "Dorrestein", "Eikelboom", "Fransman", "Gelderblom", "Hoogstraat", "Ickenroth", "Jongerius",
    "Kloosterhuis", "Lindelauf", "Meulendijk", "Nieuwland", "Oosterling", "Paardekam", "Quaedvlieg", "Roosendael", "Schouwenaar", "Terwindt",
    "Uiterwaal", "Verhoefstad", "Wolfswinkel", "IJzendoorn", "Zonneveldt",
)  # fmt: skip
STRATEN = ("Akkerweg", "Beukenlaan", "Dijkstraat", "Esdoornhof", "Lindeplein", "Molenpad", "Notarisweg", "Parklaan", "Schoolstraat", "Veldweg")  # fmt: skip
PLAATSEN = (("6211 AB", "Maastricht"), ("6411 CD", "Heerlen"), ("6131 EF", "Sittard"), ("6041 GH", "Roermond"), ("5911 JK", "Venlo"), ("6461 LM", "Kerkrade"))  # fmt: skip
VAN_WERKGEVER = (
    "Wij vinden dit plan haalbaar.", "Het team is ingelicht over de werktijden.", "Als de opbouw sneller kan, passen wij het schema in overleg aan.",
    "Wij zien dat er hard aan wordt gewerkt.", "De leidinggevende houdt elke week een vast moment vrij.", "Er is werk genoeg dat nu past.",
    "Wij kijken over zes weken samen hoe het gaat.", "De taken die nu niet kunnen, neemt een collega over.",
)  # fmt: skip
VAN_WERKNEMER = (
    "Ik wil graag terug naar mijn eigen werk.", "De stappen vind ik goed te doen.", "De eerste weken wil ik graag vaste dagdelen.",
    "Ik ben blij dat ik weer onder collega's ben.", "Het tempo mag van mij niet hoger.", "Ik merk dat het elke week iets beter gaat.",
    "De afspraken zijn duidelijk.", "Ik vind het fijn dat er naar mijn ervaring wordt gevraagd.",
)  # fmt: skip
# Of organisaties.yaml: employer, arbodienst, casemanager, bedrijfsarts, and who signs for the employer.
HUIZEN = (
    ("limburg-flex", "arbo-zuid", "s-de-wit", "a-de-boer", "m-hendriks"),
    ("gemeente-zandbeek", "arbo-zuid", "j-peeters", "k-yildiz", "f-el-idrissi"),
    ("peelkant-logistiek", "vitaal-oost", "m-van-der-laan", "c-demir", "m-van-der-laan"),
    ("zorggroep-heuvelrand", "arbo-zuid", "e-kramer", "a-de-boer", "r-vermeulen"),
    ("bakkerij-roelofs", "praktijk-noorderveld", "b-roelofs", "h-noordhoek", "b-roelofs"),
)
