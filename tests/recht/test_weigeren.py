"""What is wrong with a file of law or a protocol is refused, with the file and the key."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from dossiergen.errors import RechtOnbekend, SjabloonFout
from dossiergen.recht import (
    Protocolwaarde,
    Recht,
    Rechtswaarde,
    Waarde,
    laad_protocol,
    protocolnamen,
    recht,
)
from dossiergen.sjablonen import Sjablonen


def een_waarde(**anders: Any) -> dict[str, Any]:
    waarde = {"vanaf": "2020-01-01", "waarde": "6", "regeling": "wia", "nagekeken_op": "2020-01-01"}
    return {**waarde, **anders}


def een_regel(waarden: list[dict[str, Any]], **anders: Any) -> dict[str, Any]:
    regel = {"sleutel": "x", "omschrijving": "Een termijn.", "eenheid": "weken", "aard": "wet"}
    return {**regel, "aanknoping": "eerste ziektedag", "waarden": waarden, **anders}


OVERLAP = [een_waarde(vanaf="2020-01-01", tot="2022-01-02"), een_waarde(vanaf="2022-01-01")]

FOUT: dict[str, dict[str, Any]] = {
    "twee waarden overlappen": een_regel(OVERLAP),
    "de tweede waarde is ouder": een_regel([een_waarde(vanaf="2022-01-01"), een_waarde()]),
    "twee waarden beginnen op een dag": een_regel([een_waarde(), een_waarde(waarde="7")]),
    "het einde ligt voor het begin": een_regel([een_waarde(tot="2019-12-31")]),
    "het einde is het begin": een_regel([een_waarde(tot="2020-01-01")]),
    "er is geen waarde": een_regel([]),
    "het getal is geen getal": een_regel([een_waarde(waarde="zes")]),
    "het getal heeft decimalen": een_regel([een_waarde(waarde="6.5")]),
    "ja of nee is misschien": een_regel([een_waarde(waarde="misschien")], eenheid="ja_nee"),
    "bevestigd is misschien": een_regel([een_waarde(bevestigd="misschien")]),
    "de eenheid bestaat niet": een_regel([een_waarde()], eenheid="kwartalen"),
    "de aard bestaat niet": een_regel([een_waarde()], aard="gewoonte"),
    "de aanknoping is leeg": een_regel([een_waarde()], aanknoping=""),
    "de omschrijving is leeg": een_regel([een_waarde()], omschrijving=""),
    "de dag bestaat niet": een_regel([een_waarde(vanaf="2021-02-29")]),
    "een sleutel van de regel is onbekend": een_regel([een_waarde()], bron="wia"),
    "een sleutel van de waarde is onbekend": een_regel([een_waarde(sinds="2020-01-01")]),
}  # fmt: skip


@pytest.mark.parametrize("gegevens", FOUT.values(), ids=FOUT)
def test_foute_gegevens_worden_geweigerd(gegevens: dict[str, Any]) -> None:
    """Bij het lezen al, en niet pas bij het rekenen."""
    with pytest.raises(ValidationError):
        Rechtswaarde.model_validate(gegevens)


def test_de_goede_gegevens_worden_gelezen() -> None:
    """Dezelfde gegevens zonder de fout."""
    regel = Rechtswaarde.model_validate(een_regel([een_waarde(), een_waarde(vanaf="2022-01-01", bevestigd="nee")]))  # fmt: skip

    assert [waarde.bevestigd for waarde in regel.waarden] == [True, False]
    assert [regel.gelezen(waarde) for waarde in regel.waarden] == [6, 6]
    assert isinstance(regel.waarden[0], Waarde)


EIGEN_PROTOCOL = """\
titel: Een protocol
omschrijving: Om te proberen.
waarden:
  evaluatie:
    omschrijving: Om de hoeveel weken er een gesprek is.
    eenheid: weken
    aard: praktijk
    aanknoping: datum van het vorige gesprek
    naast: evaluatie_tussentijd
    afwijking: Vaker dan nodig.
    waarden:
      - vanaf: 2020-01-01
        waarde: 4
        regeling: eigen-protocol
        nagekeken_op: 2020-01-01
"""


def geladen(map_: Path, oud: str = "", nieuw: str = "") -> tuple[Protocolwaarde, ...]:
    pad = map_ / "protocollen" / "eigen-protocol.yaml"
    pad.parent.mkdir()
    assert oud in EIGEN_PROTOCOL
    pad.write_text(EIGEN_PROTOCOL.replace(oud, nieuw, 1) if oud else EIGEN_PROTOCOL, "utf-8")
    return laad_protocol("eigen-protocol", Sjablonen((map_,))).waarden


def test_een_eigen_protocol_wordt_gelezen(tmp_path: Path) -> None:
    """Uit de map van een klant, met de waarde van de wet waar het naast staat."""
    (regel,) = geladen(tmp_path)

    assert protocolnamen(Sjablonen((tmp_path,))) == ("eigen-protocol",)
    assert (regel.sleutel, regel.naast) == ("evaluatie", "evaluatie_tussentijd")
    assert regel.op(dt.date(2019, 12, 31)) is None


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("regeling: eigen-protocol", "regeling: onbekend", "evaluatie noemt een regeling die er niet is."),
        ("naast: evaluatie_tussentijd", "naast: onbekend", "evaluatie staat naast onbekend, dat niet bestaat."),
        ("    afwijking: Vaker dan nodig.\n", "", "evaluatie.afwijking klopt niet"),
        ("waarde: 4", "waarde: vier", "evaluatie klopt niet"),
        ("vanaf: 2020-01-01", "vanaf: 2020-02-30", "evaluatie.waarden.0.vanaf klopt niet"),
        ("titel: Een protocol\n", "", "eigen-protocol.titel klopt niet"),
        ("titel: Een protocol\n", "titel: Een protocol\nkleur: rood\n", "eigen-protocol.kleur klopt niet"),
        ("        waarde: 4\n", "        waarde: 4\n        tot: 2019-01-01\n", "evaluatie klopt niet"),
    ],
)  # fmt: skip
def test_een_fout_protocol_noemt_bestand_en_sleutel(
    tmp_path: Path, oud: str, nieuw: str, melding: str
) -> None:
    """In gewone woorden, zodat een klant het zelf kan verbeteren."""
    with pytest.raises(SjabloonFout) as fout:
        geladen(tmp_path, oud, nieuw)

    assert fout.value.melding.startswith(f"protocollen/eigen-protocol.yaml: {melding}")


def test_een_waarde_met_een_einde_laat_een_gat() -> None:
    """Na `tot` en voor de volgende waarde is niets bekend."""
    regel = Rechtswaarde.model_validate(
        een_regel([een_waarde(vanaf="2020-01-01", tot="2021-01-01"), een_waarde(vanaf="2022-01-01")])
    )
    wet = Recht(recht().regelingen, {"x": regel})

    assert wet.getal("x", dt.date(2020, 12, 31)) == 6
    for dag in (dt.date(2021, 1, 1), dt.date(2021, 12, 31)):
        with pytest.raises(RechtOnbekend):
            wet.op("x", dag)
    assert wet.getal("x", dt.date(2022, 1, 1)) == 6
