"""TEG-01 and TEG-02: each with a document that contradicts zaak.yaml, and one just beside it that does not."""

import datetime as dt
from pathlib import Path

import pytest
from eldershulp import Gevallen, Tegenspraak, met_elders

from regelproef import ANALYSE, ZAAK, Wijziging, stuk

CODES = ("TEG-01", "TEG-02")
PEILDATUM = dt.date(2026, 6, 1)
EVALUATIE, EIND = stuk("bijstelling-plan-van-aanpak-01"), stuk("eindevaluatie")


def _hervattingen(*regels: str) -> Wijziging:
    return (ZAAK, "", "  hervattingen:\n" + "".join(f"    - {{vanaf: 2026-{regel}}}\n" for regel in regels))


def _evaluatie(meer: str, dag: str = "2026-04-09", gesprek: str = "2026-04-09") -> Wijziging:
    return (
        EVALUATIE,
        "",
        f"datum: {dag}\nopsteller: b-smit\ngesprek_op: {gesprek}\neinddoel: eigen_werk\n{meer}",
    )


def _stand(regel: str, **dagen: str) -> Wijziging:
    return _evaluatie(f"hervatting: {{{regel}}}\n", **dagen)


def _anders(veld: str, nummer: int = 0, bestand: str = EVALUATIE) -> list[Tegenspraak]:
    elders = ((ZAAK, f"verzuim.hervattingen.{nummer}.{veld}"),)
    return [("TEG-01", "waarschuwing", bestand, f"hervatting.{veld}", elders)]


CONTRACT = ((ZAAK, "dienstverband.uren_per_week"),)
TWAALF, ZESTIEN = (
    f"{dag}, uren_per_week: {uren}, werk: eigen_werk" for dag, uren in (("03-02", 12), ("04-06", 16))
)
OPNIEUW_ZIEK = (
    ZAAK,
    "    - van: 2026-01-05\n",
    "    - {van: 2026-01-05, tot_en_met: 2026-03-15}\n    - van: 2026-04-01\n",
)

HERVATTINGEN: Gevallen = {
    "dezelfde uren": ((_hervattingen(TWAALF), _stand("werk: eigen_werk, uren_per_week: 12")), []),
    "een kwartier meer": (
        (_hervattingen(TWAALF), _stand("werk: eigen_werk, uren_per_week: 12.25")),
        _anders("uren_per_week"),
    ),
    "ander werk": (
        (_hervattingen(TWAALF), _stand("werk: eigen_werk_aangepast, uren_per_week: 12")),
        _anders("werk"),
    ),
    "andere uren en ander werk is één bevinding": (
        (_hervattingen(TWAALF), _stand("werk: eigen_werk_aangepast, uren_per_week: 16")),
        _anders("uren_per_week"),
    ),
    "uren die niemand noemde": ((_hervattingen(TWAALF), _stand("werk: eigen_werk")), []),
    "een andere loonwaarde": (
        (
            _hervattingen(f"{TWAALF}, loonwaarde_procent: 0"),
            _stand("werk: eigen_werk, uren_per_week: 12, loonwaarde_procent: 50"),
        ),
        _anders("loonwaarde_procent"),
    ),
    "een loonwaarde die zaak.yaml openlaat": (
        (_hervattingen(TWAALF), _stand("werk: eigen_werk, uren_per_week: 12, loonwaarde_procent: 50")),
        [],
    ),
    "blijvend en niet blijvend": (
        (_hervattingen(f"{TWAALF}, structureel: nee"), _stand("werk: eigen_werk, structureel: ja")),
        _anders("structureel"),
    ),
    "geen werk, terwijl er wordt gewerkt": (
        (_hervattingen(TWAALF), _stand("werk: geen_werk")),
        _anders("werk"),
    ),
    "nul uren is geen werk": (
        (
            _hervattingen("03-02, uren_per_week: 0, werk: geen_werk"),
            _stand("werk: eigen_werk, uren_per_week: 0"),
        ),
        [],
    ),
    "de hervatting die op die dag begint": (
        (
            _hervattingen(TWAALF, ZESTIEN),
            _stand("werk: eigen_werk, uren_per_week: 16", dag="2026-04-06", gesprek="2026-04-06"),
        ),
        [],
    ),
    "de vorige hervatting, op de dag waarop de nieuwe begint": (
        (
            _hervattingen(TWAALF, ZESTIEN),
            _stand("werk: eigen_werk, uren_per_week: 12", dag="2026-04-06", gesprek="2026-04-06"),
        ),
        [],
    ),
    "de vorige hervatting, een dag nadat de nieuwe begon": (
        (
            _hervattingen(TWAALF, ZESTIEN),
            _stand("werk: eigen_werk, uren_per_week: 12", dag="2026-04-07", gesprek="2026-04-07"),
        ),
        _anders("uren_per_week", 1),
    ),
    "de hervatting die een dag later begint": (
        (
            _hervattingen(TWAALF, ZESTIEN),
            _stand("werk: eigen_werk, uren_per_week: 16", dag="2026-04-05", gesprek="2026-04-05"),
        ),
        _anders("uren_per_week"),
    ),
    "de vorige hervatting": (
        (_hervattingen(TWAALF, ZESTIEN), _stand("werk: eigen_werk, uren_per_week: 12")),
        _anders("uren_per_week", 1),
    ),
    "de hervatting van de dag van het gesprek": (
        (
            _hervattingen(TWAALF, ZESTIEN),
            _stand("werk: eigen_werk, uren_per_week: 12", gesprek="2026-04-05"),
        ),
        [],
    ),
    "de hervatting tussen gesprek en stuk": (
        (
            _hervattingen(TWAALF, ZESTIEN),
            _stand("werk: eigen_werk, uren_per_week: 16", gesprek="2026-04-05"),
        ),
        [],
    ),
    "een volgorde die niet klopt": (
        (_hervattingen(ZESTIEN, TWAALF), _stand("werk: eigen_werk, uren_per_week: 12")),
        _anders("uren_per_week", 0),
    ),
    "werk voordat zaak.yaml het kent": (
        (
            _hervattingen(ZESTIEN),
            _stand("werk: eigen_werk, uren_per_week: 12", dag="2026-04-02", gesprek="2026-04-02"),
        ),
        [
            (
                "TEG-01",
                "waarschuwing",
                EVALUATIE,
                "hervatting.uren_per_week",
                ((ZAAK, "verzuim.hervattingen"),),
            )
        ],
    ),
    "nog geen werk, en zaak.yaml kent het ook nog niet": (
        (_hervattingen(ZESTIEN), _stand("werk: geen_werk", dag="2026-04-02", gesprek="2026-04-02")),
        [],
    ),
    "een nieuwe periode begint zonder werk": (
        (_hervattingen(TWAALF), OPNIEUW_ZIEK, _stand("werk: geen_werk")),
        [],
    ),
    "op de dag waarop de nieuwe periode begint": (
        (
            _hervattingen(TWAALF),
            OPNIEUW_ZIEK,
            _stand("werk: geen_werk", dag="2026-04-01", gesprek="2026-04-01"),
        ),
        [],
    ),
    "werk uit de vorige periode": (
        (_hervattingen(TWAALF), OPNIEUW_ZIEK, _stand("werk: eigen_werk, uren_per_week: 12")),
        [
            (
                "TEG-01",
                "waarschuwing",
                EVALUATIE,
                "hervatting.uren_per_week",
                ((ZAAK, "verzuim.hervattingen"),),
            )
        ],
    ),
    "in zaak.yaml staat geen enkele hervatting": ((_stand("werk: eigen_werk, uren_per_week: 12"),), []),
    "een evaluatie zonder hervatting": ((_hervattingen(TWAALF), _evaluatie("")), []),
    "ook in de eindevaluatie": (
        (
            _hervattingen(TWAALF),
            (
                EIND,
                "",
                (
                    "datum: 2026-05-29\nopsteller: b-smit\neinddoel: eigen_werk\n"
                    "hervatting: {werk: eigen_werk, uren_per_week: 24}\n"
                ),
            ),
        ),
        _anders("uren_per_week", bestand=EIND),
    ),
    # the contract
    "meer uren dan het contract": (
        (_stand("werk: eigen_werk, uren_per_week: 36.25"),),
        [("TEG-01", "waarschuwing", EVALUATIE, "hervatting.uren_per_week", CONTRACT)],
    ),
    "precies het contract": ((_stand("werk: eigen_werk, uren_per_week: 36"),), []),
    "meer uren dan het contract, bij een ander": (
        (_stand("werk: ander_werk_andere_werkgever, uren_per_week: 40"),),
        [],
    ),
    "in zaak.yaml meer uren dan het contract": (
        (
            _hervattingen("03-02, uren_per_week: 40, werk: eigen_werk"),
            _stand("werk: eigen_werk, uren_per_week: 40"),
        ),
        [("TEG-01", "waarschuwing", ZAAK, "verzuim.hervattingen.0.uren_per_week", CONTRACT)],
    ),
}


@pytest.mark.parametrize("naam", HERVATTINGEN)
def test_een_stuk_noemt_de_hervatting_van_de_zaak(tmp_path: Path, naam: str) -> None:
    """Die van de dag van het gesprek tot en met die van het stuk."""
    wijzigingen, verwacht = HERVATTINGEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht


TEKST = "  toelichting: Licht werk is mogelijk, te beginnen met vier uur per dag.\n"


def _tekst(zin: str) -> Wijziging:
    return (ANALYSE, TEKST, f"  toelichting: {zin}\n")


ANDERE_DAG: list[Tegenspraak] = [
    (
        "TEG-02",
        "waarschuwing",
        ANALYSE,
        "mogelijkheden.toelichting",
        ((ZAAK, "verzuim.eerste_ziektedag"),),
    )
]

EERSTE_DAGEN: Gevallen = {
    "geen datum": ((_tekst("Sinds de eerste ziektedag is er niet gewerkt."),), []),
    "dezelfde dag": ((_tekst("De eerste ziektedag was 5 januari 2026."),), []),
    "een dag later": ((_tekst("De eerste ziektedag was 6 januari 2026."),), ANDERE_DAG),
    "een dag later, als cijfers": ((_tekst("Eerste ziektedag 06-01-2026."),), ANDERE_DAG),
    "een dag later, met het jaar voorop": (
        (_tekst("'eerste ziekteverzuimdag: 2026-01-06'"),),
        ANDERE_DAG,
    ),
    "een dag later, met de dag van de week": (
        (_tekst("De eerste verzuimdag viel op dinsdag 6 januari 2026."),),
        ANDERE_DAG,
    ),
    "een dag later, met andere woorden": (
        (_tekst("De eerste dag van arbeidsongeschiktheid is 6 januari 2026."),),
        ANDERE_DAG,
    ),
    "een dag die niet bestaat": ((_tekst("De eerste ziektedag was 31-02-2026."),), []),
    "een datum verderop": (
        (_tekst("Sinds de eerste ziektedag is er iets gewerkt, en op 6 januari 2026 niet."),),
        [],
    ),
    "het begin van een volgende periode": (
        (_tekst("Na herstel was 1 april 2026 de eerste ziektedag, eerste ziektedag 1 april 2026."), OPNIEUW_ZIEK),
        [],
    ),
    "verdeeld over twee regels": (
        ((ANALYSE, TEKST, "  toelichting: |\n    De eerste\n    ziektedag was 6\n    januari 2026.\n"),),
        ANDERE_DAG,
    ),
    "in zaak.yaml zelf": (
        ((ZAAK, "  taken: Deeg maken", "  taken: Tot de eerste ziektedag, 6 januari 2026, deeg maken"),),
        [
            (
                "TEG-02",
                "waarschuwing",
                ZAAK,
                "dienstverband.taken",
                ((ZAAK, "verzuim.eerste_ziektedag"),),
            )
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", EERSTE_DAGEN)
def test_een_tekst_noemt_de_eerste_ziektedag_van_de_zaak(tmp_path: Path, naam: str) -> None:
    """In welke vorm de datum ook staat."""
    wijzigingen, verwacht = EERSTE_DAGEN[naam]

    assert met_elders(tmp_path, CODES, wijzigingen, PEILDATUM) == verwacht
