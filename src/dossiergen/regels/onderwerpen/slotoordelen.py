"""EIND-01 to EIND-03, ACT-01 and ACT-02: what werkgever and bedrijfsarts each have to say at the end."""

from collections.abc import Iterator

from dossiergen.finding import Ernst, Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import stukregel
from dossiergen.zaak import Stuk
from dossiergen.zaak.plan_van_aanpak import Eindevaluatie
from dossiergen.zaak.probleemanalyse import ActueelOordeel
from dossiergen.zaak.stukgegevens import Einddoel

__all__: list[str] = []

_VORM = "Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen, art. 2"
_PROCESGANG = "Regeling procesgang eerste en tweede ziektejaar, art. 6 lid 1"
_OORDEEL_OVER = {"arbeidsrelatie": "de arbeidsrelatie", "passende_arbeid": "passende arbeid"}


@stukregel(
    Soort(
        "EIND-01",
        "De eindevaluatie noemt de aard van het bedrijf niet.",
        "Vul `aard_bedrijf` in bij de werkgever in organisaties.yaml, of in de eindevaluatie zelf.",
        grond=f"{_VORM} lid 5; {_PROCESGANG} b",
    ),
    Eindevaluatie,
    concept_mag=True,
)
def aard_bedrijf_ontbreekt(wat: Onderzoek, stuk: Stuk, evaluatie: Eindevaluatie) -> Iterator[Overtreding]:
    werkgever = wat.zaak.organisaties.werkgevers[wat.zaak.gegevens.werkgever]
    if evaluatie.aard_bedrijf is None and werkgever.aard_bedrijf is None:
        yield Overtreding("EIND-01", stuk.bestand, ("aard_bedrijf",))


@stukregel(
    Soort(
        "EIND-02",
        "Een oordeel van de werkgever ontbreekt.",
        "Vul `arbeidsrelatie` en `passende_arbeid` in, zoals de werkgever het ziet. De bedrijfsarts oordeelt daarover apart.",
        grond=f"{_VORM} lid 10; {_PROCESGANG} i en k",
    ),
    Eindevaluatie,
    concept_mag=True,
)
def oordeel_werkgever_ontbreekt(
    _wat: Onderzoek, stuk: Stuk, evaluatie: Eindevaluatie
) -> Iterator[Overtreding]:
    yield from _ontbreekt("EIND-02", "werkgever", stuk, evaluatie)


@stukregel(
    Soort(
        "EIND-03",
        "De eindevaluatie zegt niet wat de re-integratie heeft opgeleverd.",
        "Zet bij `sporen` het resultaat van elk spoor, en vul `einddoel_gehaald` in met waarom wel of niet.",
        Ernst.WAARSCHUWING,
        grond="Beleidsregels beoordelingskader poortwachter, § 3",
    ),
    Eindevaluatie,
)
def opbrengst_ontbreekt(_wat: Onderzoek, stuk: Stuk, evaluatie: Eindevaluatie) -> Iterator[Overtreding]:
    """UWV looks at the result first. Where there never were possibilities there is no goal to be reached."""
    if not evaluatie.sporen:
        yield Overtreding("EIND-03", stuk.bestand, ("sporen",), "Het resultaat per spoor ontbreekt.")
    if evaluatie.einddoel_gehaald is None and evaluatie.einddoel is not Einddoel.GEEN_MOGELIJKHEDEN:
        melding = "Of het einddoel is gehaald, ontbreekt."
        yield Overtreding("EIND-03", stuk.bestand, ("einddoel_gehaald",), melding)


@stukregel(
    Soort(
        "ACT-01",
        "Een oordeel van de bedrijfsarts ontbreekt.",
        "Vraag de bedrijfsarts om `arbeidsrelatie` en `passende_arbeid`. De werkgever oordeelt daarover apart.",
        grond=f"{_VORM} lid 9; {_PROCESGANG} i en k",
    ),
    ActueelOordeel,
    concept_mag=True,
)
def oordeel_bedrijfsarts_ontbreekt(
    _wat: Onderzoek, stuk: Stuk, oordeel: ActueelOordeel
) -> Iterator[Overtreding]:
    yield from _ontbreekt("ACT-01", "bedrijfsarts", stuk, oordeel)


def _ontbreekt(
    code: str, wie: str, stuk: Stuk, gegevens: Eindevaluatie | ActueelOordeel
) -> Iterator[Overtreding]:
    """The law asks both of them for both."""
    for veld, waarover in _OORDEEL_OVER.items():
        if getattr(gegevens, veld) is None:
            melding = f"Het oordeel van de {wie} over {waarover} ontbreekt."
            yield Overtreding(code, stuk.bestand, (veld,), melding)


@stukregel(
    Soort(
        "ACT-02",
        "Volgens de eindevaluatie is het einddoel niet gehaald, terwijl UWV dit resultaat bevredigend kan vinden.",
        "Vinden werkgever en werknemer allebei dat meer niet kon, schrijf dat dan in hun visies: dan kan UWV het "
        "resultaat bevredigend vinden. Anders hoeft u niets te doen.",
        Ernst.INFO,
        grond="Beleidsregels beoordelingskader poortwachter, § 3",
    ),
    Eindevaluatie,
    "loonwaarde_bevredigend",
)
def resultaat_kan_bevredigend_zijn(
    wat: Onderzoek, stuk: Stuk, evaluatie: Eindevaluatie
) -> Iterator[Overtreding]:
    """Lasting work for most of the old wage. Whether both agree that more was not possible, no field says."""
    stand = evaluatie.hervatting
    if stand is None or stand.loonwaarde_procent is None or evaluatie.einddoel_gehaald is not False:
        return
    grens = wat.recht.getal("loonwaarde_bevredigend", evaluatie.datum)
    if stand.structureel and stand.loonwaarde_procent >= grens:
        melding = (
            f"Het einddoel is niet gehaald, bij blijvend werk met een loonwaarde van ten minste {grens}%."
        )
        elders = ((stuk.bestand, ("hervatting", "loonwaarde_procent")),)
        yield Overtreding("ACT-02", stuk.bestand, ("einddoel_gehaald",), melding, elders=elders)
