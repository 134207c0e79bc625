"""What rules find that show two places, and documents of a case with just enough in them to contradict each other."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from regelproef import Wijziging, bevindingen, stuk

__all__ = [
    "BIJGESTELD",
    "EERSTE",
    "EERSTEJAARS",
    "EIND",
    "OORDEEL",
    "TWEEDE",
    "Gevallen",
    "Tegenspraak",
    "bijgesteld",
    "eind",
    "gesprek",
    "met_elders",
    "oordeel",
]

EERSTE, TWEEDE = (stuk(f"bijstelling-plan-van-aanpak-0{nummer}") for nummer in (1, 2))
BIJGESTELD, OORDEEL = stuk("bijstelling-probleemanalyse-01"), stuk("actueel-oordeel")
EERSTEJAARS, EIND = stuk("eerstejaarsevaluatie"), stuk("eindevaluatie")

Tegenspraak = tuple[str, str, str, str, tuple[tuple[str, str], ...]]
"""Code, severity, file and path; and file and path of the other places."""
Gevallen = dict[str, tuple[tuple[Wijziging, ...], list[Tegenspraak]]]
"""By name: what is changed in the case of `basis`, and what is found then."""


def met_elders(
    map_: Path, codes: Collection[str], wijzigingen: Collection[Wijziging], peildatum: dt.date
) -> list[Tegenspraak]:
    """The findings with one of these codes, sorted."""

    def naam(bestand: str) -> str:
        return str(Path(bestand).relative_to(map_ / "cases"))

    return sorted(
        (
            f.code,
            f.ernst.value,
            naam(f.plaats.bestand),
            f.pad,
            tuple((naam(ander.plaats.bestand), ander.pad) for ander in f.elders),
        )
        for f in bevindingen(map_, codes, wijzigingen, peildatum)
    )


def gesprek(
    bestand: str = EERSTE,
    dag: str = "2026-04-09",
    einddoel: str = "eigen_werk",
    meer: str = "",
    status: str = "definitief",
) -> Wijziging:
    return (
        bestand,
        "",
        f"datum: {dag}\nstatus: {status}\nopsteller: b-smit\ngesprek_op: {dag}\neinddoel: {einddoel}\n{meer}",
    )


def bijgesteld(
    dag: str, einddoel: str = "eigen_werk", status: str = "definitief", meer: str = "", spreekuur: str = ""
) -> Wijziging:
    return (
        BIJGESTELD,
        "",
        (
            f"datum: {dag}\nstatus: {status}\nopsteller: c-vermaat\nspreekuur_op: {spreekuur or dag}\n"
            f"belastbaarheid: {{werktijden: {{oordeel: normaal}}}}\nmogelijkheden: {{benutbaar: ja}}\n"
            f"einddoel: {einddoel}\naanleiding: Een nieuw consult.\nverschil: Het einddoel.\n{meer}"
        ),
    )


def oordeel(meer: str = "", einddoel: str = "eigen_werk") -> Wijziging:
    return (
        OORDEEL,
        "",
        (
            "datum: 2027-05-03\nstatus: definitief\nopsteller: c-vermaat\nspreekuur_op: 2027-05-03\n"
            "belastbaarheid: {werktijden: {oordeel: normaal}}\nmogelijkheden: {benutbaar: ja}\n"
            f"einddoel: {einddoel}\nverloop: De belastbaarheid is stabiel.\n{meer}"
        ),
    )


def eind(meer: str = "", einddoel: str = "eigen_werk") -> Wijziging:
    return (
        EIND,
        "",
        f"datum: 2027-05-10\nstatus: definitief\nopsteller: b-smit\neinddoel: {einddoel}\n{meer}",
    )
