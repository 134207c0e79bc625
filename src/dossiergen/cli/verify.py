"""`dossiergen verify`: look over the signatures of PDF files, by themselves and beside the case."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dossiergen.cli import opties
from dossiergen.cli.niveaus import van_vertrouwen, vertrouwen_in
from dossiergen.cli.tonen import geef, praat
from dossiergen.cli.zaken import zaakmappen
from dossiergen.dossier.ondertekenen.verifieren import Bestandsoordeel, Inhoud, Nakijker, Tekenoordeel
from dossiergen.dossier.schijf import lezen_of_schrijven
from dossiergen.dossier.werkplaats import Werkplaats
from dossiergen.errors import ExitCode, OndertekenFout
from dossiergen.ondertekening import Later, Tijdbron, Vertrouwd
from dossiergen.sjablonen import Sjablonen
from dossiergen.zaak.mappen import toonbaar

_BESTAND = click.Path(path_type=Path, exists=True, dir_okay=False)
_INHOUD = {
    Inhoud.GELIJK: "gelijk aan wat zaak {} nu geeft",
    Inhoud.ANDERS: "anders dan wat zaak {} nu geeft, of anders opgemaakt dan dossiergen het maakt",
    Inhoud.ONBEKEND: "de zaak of het stuk is hier niet te vinden of niet te lezen",
    Inhoud.NIET_NAGEGAAN: "niet vergeleken met een zaak; geef die met --zaken",
}
_VAN_EEN_ANDER = "het certificaat staat in de zaak niet bij wie hier ondertekent"


@click.command(
    "verify",
    help="Kijk de handtekeningen in een PDF na: wie, wanneer, welk niveau, vertrouwd of niet, en of het bestand daarna is veranderd. "
    "Met --zaken ook of het stuk zegt wat de zaak nu geeft, en of het certificaat van de ondertekenaar is.",
    epilog="Zonder --wortel is een certificaat alleen te vertrouwen als het in de zaak bij de ondertekenaar staat. Exitcodes: 0 alles is in "
    "orde; 6 iets is niet in orde, of er staat geen handtekening in.",
)
@click.argument("pdfs", nargs=-1, required=True, type=_BESTAND, metavar="PDF...")
@van_vertrouwen
@click.option(
    "--zaken", type=click.Path(path_type=Path, exists=True), help="Map met zaken, of de map van de zaak."
)
@opties.templates
@opties.formaat
def commando(
    pdfs: tuple[Path, ...],
    wortels: tuple[Path, ...],
    tussen: tuple[Path, ...],
    crls: tuple[Path, ...],
    online: bool,
    zaken: Path | None,
    templates: Path | None,
    formaat: str,
) -> int:
    """Exit 6 unless every file is signed and in order."""
    if not wortels and (tussen or crls or online):
        raise click.UsageError(
            "Zonder --wortel wordt niet nagegaan of een certificaat is ingetrokken; geef bij --tussen, --crl en --online ook een wortel."
        )
    vertrouwen = vertrouwen_in(wortels, tussen, crls, online=online)
    mappen = None if zaken is None else tuple(zaakmappen([zaken]))
    nakijker = Nakijker(Werkplaats(Sjablonen.standaard(templates)), vertrouwen, opties.nu(), mappen)
    goed = [_kijk_na(pad, nakijker, formaat) for pad in pdfs]
    return ExitCode.GOED if all(goed) else ExitCode.ONDERTEKENING


def _kijk_na(pad: Path, nakijker: Nakijker, formaat: str) -> bool:
    with lezen_of_schrijven(pad, "worden gelezen"):
        pdf = pad.read_bytes()
    try:
        oordeel = nakijker.kijk_na(pdf)
    except OndertekenFout as fout:
        if formaat == "json":
            geef(
                json.dumps(
                    {"bestand": toonbaar(pad), "in_orde": False, "storing": fout.melding}, ensure_ascii=False
                )
            )
        else:
            geef(f"{toonbaar(pad)}: niet in orde")
            praat(f"    {fout.melding} {fout.hint}")
        return False
    if formaat == "json":
        geef(json.dumps(_als_json(pad, oordeel), ensure_ascii=False))
    else:
        geef("\n".join(_als_tekst(pad, oordeel)))
    return oordeel.in_orde


def _als_tekst(pad: Path, oordeel: Bestandsoordeel) -> Iterator[str]:
    kleur = "green" if oordeel.in_orde else "red"
    yield f"{toonbaar(pad)}: {click.style('in orde' if oordeel.in_orde else 'niet in orde', fg=kleur, bold=True)}"
    if not oordeel.handtekeningen:
        yield "    Er staat geen handtekening in."
    for een in oordeel.handtekeningen:
        yield from _handtekening(een)
    kenmerk = oordeel.herkomst.kenmerk if oordeel.herkomst else ""
    yield f"    Inhoud: {_INHOUD[oordeel.inhoud].format(kenmerk)}."


def _handtekening(een: Tekenoordeel) -> Iterator[str]:
    wat = een.handtekening
    rol = "tijdstempel" if wat.tijdstempel else wat.partij or wat.veld
    yield f"    {rol}: {wat.houder or 'onleesbaar certificaat'}{_wanneer(een)}, niveau {wat.niveau.value}."
    yield f"        {_heel(een)}"
    yield f"        {_vertrouwd(een)}"
    for opmerking in wat.opmerkingen:
        yield f"        Let op: {opmerking}."


def _wanneer(een: Tekenoordeel) -> str:
    moment, bron = een.handtekening.ondertekend_op, een.handtekening.tijdbron
    if moment is None:
        return ""
    volgens = "volgens een tijdstempel" if bron is Tijdbron.TIJDSTEMPEL else "volgens de ondertekenaar"
    return f", op {moment:%d-%m-%Y %H:%M:%S %Z} {volgens}"


def _heel(een: Tekenoordeel) -> str:
    wat = een.handtekening
    if not wat.heel:
        return f"Niet heel: {'; '.join(wat.veranderd)}."
    if wat.later is Later.VERBODEN:
        return f"Na deze handtekening is het bestand veranderd: {', '.join(wat.veranderd) or 'iets wat niet mag'}."
    if wat.later is Later.HANDTEKENING:
        return "Heel; daarna is er alleen nog ondertekend."
    return "Heel; daarna is er niets veranderd."


def _vertrouwd(een: Tekenoordeel) -> str:
    wat = een.handtekening
    if een.van_een_ander and wat.vertrouwd is not Vertrouwd.NEE:
        return f"{_VAN_EEN_ANDER[0].upper()}{_VAN_EEN_ANDER[1:]}."
    bekend = f" Het certificaat staat in de zaak bij {een.bekend_als}." if een.bekend_als else ""
    if wat.vertrouwd is Vertrouwd.JA:
        return f"Vertrouwd: het certificaat leidt naar een wortel die u gaf.{bekend}"
    if wat.vertrouwd is Vertrouwd.NIET_NAGEGAAN and een.bekend_als:
        verlopen = "" if een.geldig else " Het is nu niet geldig."
        return f"Bekend: het certificaat staat in de zaak bij {een.bekend_als}; een wortel is niet gegeven.{verlopen}"
    if wat.vertrouwd is Vertrouwd.NIET_NAGEGAAN:
        return (
            "Niet nagegaan van wie het certificaat is: geef een wortel met --wortel, of de zaak met --zaken."
        )
    return f"Niet vertrouwd: {wat.reden}.{bekend}"


def _als_json(pad: Path, oordeel: Bestandsoordeel) -> dict[str, Any]:
    herkomst = oordeel.herkomst
    return {
        "bestand": toonbaar(pad),
        "in_orde": oordeel.in_orde,
        "zaak": herkomst.kenmerk if herkomst else None,
        "stuk": herkomst.stuk if herkomst else None,
        "versie": herkomst.versie if herkomst else None,
        "inhoud": oordeel.inhoud.value,
        "handtekeningen": [_handtekening_als_json(een) for een in oordeel.handtekeningen],
    }


def _handtekening_als_json(een: Tekenoordeel) -> dict[str, Any]:
    wat = een.handtekening
    certificaat = wat.certificaat
    return {
        "veld": wat.veld,
        "partij": wat.partij or None,
        "houder": wat.houder or None,
        "uitgever": certificaat.uitgever if certificaat else None,
        "certificaat": certificaat.sha256 if certificaat else None,
        "bekend_als": een.bekend_als or None,
        "op": wat.ondertekend_op.isoformat() if wat.ondertekend_op else None,
        "tijdbron": wat.tijdbron.value,
        "niveau": wat.niveau.value,
        "heel": wat.heel,
        "later": wat.later.value,
        "veranderd": list(wat.veranderd),
        "dekt_alles": wat.dekt_alles,
        "vertrouwd": wat.vertrouwd.value,
        "reden": wat.reden or (_VAN_EEN_ANDER if een.van_een_ander else None),
        "opmerkingen": list(wat.opmerkingen),
        "in_orde": een.in_orde,
    }
