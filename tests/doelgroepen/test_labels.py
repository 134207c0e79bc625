"""Who may see which field: a table that somebody has read, and the facts that no table may go against."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from doelgroepen.velden import BESTANDEN, STUKMODELLEN, Veld, velden
from doelgroepen.voorbeelden import vormen
from dossiergen.zaak import STUKSOORTEN, Doelgroep
from dossiergen.zaak.labels import BEIDE_ARTSEN, IEDEREEN, MEDISCH, OPEN_DEEL
from dossiergen.zaak.veldwijzer import is_medisch

TABEL = Path(__file__).with_name("labels.txt")
KOP = """\
# Wie welk veld mag zien, zoals het is nagekeken. Een veld staat bij de lezers die het zien met alles waar het
# in staat. GOEDKEUREN=1 schrijft dit bestand opnieuw; daarna leest een mens wat er is veranderd.
"""
VERTROUWELIJK = frozenset({"bedrijfsarts", "uitleg"})
ALLEEN_UWV = " (alleen op stukken voor uwv)"
WERKGEVER, UWV, ARTS = Doelgroep.WERKGEVER, Doelgroep.UWV, Doelgroep.SECOND_OPINION_ARTS


def alle_velden() -> Iterator[tuple[str, Veld]]:
    for bestand, model in BESTANDEN.items():
        for veld in velden(model):
            yield bestand, veld


VELDEN = {(bestand, ".".join(veld.pad)): veld for bestand, veld in alle_velden()}


def lezers(bestand: str, pad: str) -> frozenset[Doelgroep]:
    return VELDEN[bestand, pad].lezers


def groep(veld: Veld) -> str:
    """The readers as the table names them, most of them first."""
    namen = ", ".join(lezer.value for lezer in Doelgroep if lezer in veld.lezers) or "niemand"
    return namen + (ALLEEN_UWV if veld.alleen_uwv else "")


def tabel() -> str:
    """By readers, by file, and a line for the fields that stand together."""
    groepen: dict[str, dict[str, dict[str, list[str]]]] = {}
    for bestand, veld in alle_velden():
        *boven, naam = veld.pad
        regels = groepen.setdefault(groep(veld), {}).setdefault(bestand, {})
        regels.setdefault(".".join(boven) or "-", []).append(naam)
    uit = [KOP]
    for kop in sorted(groepen, key=lambda kop: (-kop.count(","), kop)):
        uit.append(f"== {kop}\n")
        for bestand, regels in groepen[kop].items():
            uit.append(f"{bestand}\n")
            uit.extend(f"  {boven}: {', '.join(namen)}\n" for boven, namen in regels.items())
        uit.append("\n")
    return "".join(uit).rstrip() + "\n"


def test_de_lezers_van_elk_veld_zijn_nagekeken() -> None:
    """Een nieuw veld, of een ander label, is gelezen voordat het meegaat."""
    nu = tabel()
    if os.environ.get("GOEDKEUREN"):
        TABEL.write_text(nu, "utf-8")

    assert nu == TABEL.read_text("utf-8")


@pytest.mark.parametrize(
    ("bestand", "pad"),
    [
        *(("zaak", f"werknemer.{naam}") for naam in ("voorletters", "achternaam", "geboortedatum", "adres.straat")),
        *(("zaak", f"dienstverband.{naam}") for naam in ("functie", "uren_per_week", "werkrooster", "taken")),
        ("zaak", "dienstverband.belastende_aspecten"),
        ("organisaties", "arbodiensten.klachtenregeling.email"),
        ("organisaties", "personen.big_nummer"),
    ],
)  # fmt: skip
def test_wat_iedereen_mag_zien(bestand: str, pad: str) -> None:
    """Wie iemand is en wat het werk vraagt, ook voor de arts van de second opinion zonder toestemming."""
    assert lezers(bestand, pad) == IEDEREEN


@pytest.mark.parametrize(
    ("bestand", "pad"),
    [
        ("zaak", "verzuim.vangnet"),
        ("zaak", "verzuim.hervattingen.uren_per_week"),
        ("zaak", "verzuim.hervattingen.loonwaarde_procent"),
        ("zaak", "verzuim.eerste_ziektedag"),
        ("zaak", "verzuim.periodes.tot_en_met"),
        ("zaak", "bekwaamheden.werkervaring"),
        ("organisaties", "werkgevers.loonheffingennummer"),
        *(("probleemanalyse", pad) for pad in ("belastbaarheid.werktijden.toelichting", "prognose.termijn", "factoren.toelichting")),
        *((stuk, pad) for stuk in ("plan-van-aanpak", "eerstejaarsevaluatie", "eindevaluatie") for pad in ("visie_werknemer", "visie_werkgever")),
        ("eerstejaarsevaluatie", "hervatting.loonwaarde_procent"),
        ("eindevaluatie", "hervatting.uren_per_week"),
        ("plan-van-aanpak", "opbouwschema.loonwaarde"),
    ],
)  # fmt: skip
def test_wat_de_partijen_delen_en_de_andere_arts_niet(bestand: str, pad: str) -> None:
    """Beperkingen, prognose, visies, uren en loonwaarde: de arts van de second opinion krijgt ze niet vanzelf.

    Ook de eerste ziektedag niet: gegevens over de werknemer gaan alleen met zijn toestemming over. Het
    loonheffingennummer staat op het plan, dat de bedrijfsarts krijgt (besluit 0003).
    """
    assert lezers(bestand, pad) == OPEN_DEEL


def test_het_bsn_staat_alleen_op_stukken_voor_uwv() -> None:
    """Er is één BSN, het bestaat alleen op stukken voor UWV, en voor de arts van de second opinion nooit."""
    alleen_uwv = [sleutel for sleutel, veld in VELDEN.items() if veld.alleen_uwv]

    assert alleen_uwv == [("zaak", "werknemer.bsn")]
    assert lezers("zaak", "werknemer.bsn") == OPEN_DEEL
    assert [
        sleutel for sleutel in VELDEN if "bsn" in sleutel[1] or "burgerservice" in sleutel[1]
    ] == alleen_uwv


@pytest.mark.parametrize(
    "woord",
    ["vangnet_soort", "soort_vangnet", "reden_verzuim", "aard_ziekte", "oorzaak", "klachten", "medicatie", "behandelaar",
     "behandelend_arts", "zwangerschap", "soort_verlof", "prive"],
)  # fmt: skip
def test_wat_in_het_open_deel_niet_wordt_gevraagd(woord: str) -> None:
    """Welk vangnet, waarom iemand ziek is, wie behandelt, wat er thuis speelt: er is geen veld voor."""
    open_deel = [pad for bestand, pad in VELDEN if bestand not in VERTROUWELIJK]

    assert [pad for pad in open_deel if woord in pad.split(".")] == []


def test_elk_open_veld_is_voor_de_werkgever_en_geen_medisch_veld_heet_zo() -> None:
    """De werkgever bewaart deze bestanden: een veld dat hij niet mag zien, hoort er niet te zijn."""
    for (bestand, pad), veld in VELDEN.items():
        if bestand not in VERTROUWELIJK:
            assert WERKGEVER in veld.lezers, (bestand, pad)
            assert not is_medisch(veld.pad[-1], STUKMODELLEN["probleemanalyse"]), (bestand, pad)


def test_wat_van_de_bedrijfsarts_is_ziet_geen_werkgever_en_geen_uwv() -> None:
    """Geen veld van bedrijfsarts.yaml, hoe diep ook; een andere arts ziet alleen iets van een second opinion."""
    van_bedrijfsarts = {
        (bestand, pad): veld.lezers for (bestand, pad), veld in VELDEN.items() if bestand in VERTROUWELIJK
    }
    voor_een_arts = {pad for (_, pad), gezien in van_bedrijfsarts.items() if ARTS in gezien}

    assert van_bedrijfsarts
    assert {pad: gezien for pad, gezien in van_bedrijfsarts.items() if not gezien <= BEIDE_ARTSEN} == {}
    assert {pad.partition(".")[0] for pad in voor_een_arts} == {"second_opinions"}


@pytest.mark.parametrize(
    "pad",
    [
        *(f"verzoek.{naam}" for naam in ("advies", "advies_van", "bedrijfsarts", "door")),
        "verloop",
        "artsen",
        "keuze.instemming_werkgever",
        "advies.kern",
        *("keuzehulp", "toekenning", "afwijzing", "reactie"),
    ],
)
def test_wat_de_andere_arts_niet_ziet(pad: str) -> None:
    """Het advies waarover de werknemer twijfelt gaat alleen met toestemming over; de brieven zijn van de werknemer."""
    assert lezers("bedrijfsarts", f"second_opinions.{pad}") == MEDISCH


@pytest.mark.parametrize(
    "pad",
    [
        *(f"verzoek.{naam}" for naam in ("ontvangen_op", "onderwerp", "twijfel")),
        "vraagstelling",
        "keuze.arts",
        "kosten",
        "overdracht.gegevens",
        "machtiging_overdracht.toestemming.spreekuurverslagen",
        "machtigingen_aanvullend.behandelaar",
        "vrijgave.aan_bedrijfsarts",
        "afsluitbericht.datum",
    ],
)
def test_wat_beide_artsen_zien(pad: str) -> None:
    """De vraag, wie haar beantwoordt, en wat de werknemer machtigt."""
    assert lezers("bedrijfsarts", f"second_opinions.{pad}") == BEIDE_ARTSEN


@pytest.mark.parametrize("naam", [vorm.naam for vorm in vormen()])
def test_een_stuk_gaat_naar_wie_zijn_gegevens_mag_zien(naam: str) -> None:
    """Wat alle lezers van een stuk samen zien, is ten minste datum, status en opsteller daarvan."""
    vorm = next(vorm for vorm in vormen() if vorm.naam == naam)
    van_stuk = {veld.pad: veld.lezers for veld in velden(STUKMODELLEN[vorm.bron])}

    for pad in (("datum",), ("status",), ("versie",), ("opsteller",)):
        assert vorm.lezers <= van_stuk[pad]
    assert ARTS not in vorm.lezers or vorm.bron not in STUKSOORTEN


def test_een_stuk_van_de_bedrijfsarts_gaat_nooit_naar_werkgever_of_uwv() -> None:
    """Medische informatie gaat naar de werknemer, die haar zelf naar UWV stuurt."""
    eigen = [vorm for vorm in vormen() if vorm.bron not in STUKSOORTEN]

    assert [vorm.naam for vorm in eigen if vorm.lezers & {WERKGEVER, UWV}] == []
    assert next(v for v in eigen if v.naam == "medische-informatie").lezers == {Doelgroep.WERKNEMER}


@pytest.mark.parametrize(
    ("naam", "voor"),
    [
        *((naam, {"werknemer", "werkgever", "uwv"}) for naam in ("probleemanalyse", "bijstelling-probleemanalyse", "actueel-oordeel")),
        *((naam, {"werknemer", "werkgever", "bedrijfsarts", "uwv"}) for naam in ("plan-van-aanpak", "bijstelling-plan-van-aanpak", "eerstejaarsevaluatie")),
        ("re-integratieverslag", {"werknemer", "werkgever", "uwv"}),
        ("oordeel-werknemer", {"werknemer"}),
    ],
)  # fmt: skip
def test_wie_een_stuk_krijgt(naam: str, voor: set[str]) -> None:
    """De bedrijfsarts schrijft aan beide partijen hetzelfde; zijn afschrift van het plan krijgt hij ook."""
    assert {lezer.value for lezer in next(v for v in vormen() if v.naam == naam).lezers} == voor
