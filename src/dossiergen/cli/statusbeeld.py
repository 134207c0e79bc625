"""The status of one case as lines of text, for a terminal of 80 to 100 columns."""

import datetime as dt
import re
import shlex
import shutil
import textwrap
from collections.abc import Iterator

import click

from dossiergen.cli.tonen import op_scherm
from dossiergen.dossier.caseload import Caseloadregel
from dossiergen.dossier.caseloadzinnen import over, te_laat_zin, wie
from dossiergen.dossier.status import Verzuimstand, Zaakstatus
from dossiergen.recht import Aard
from dossiergen.termijnen import Eindgrond, Kalender, Mijlpaal, Stand
from dossiergen.zaak.mappen import toonbaar

__all__ = ["beeld"]

_BREEDTE = 100
_TITEL = 41
_UITLEG = 24
_OORDEEL = "[oordeel]"
_PLAATS = re.compile(r"\b(art\.|lid|onder|Boek) (?=[0-9a-z]{1,3}\b)")
_STAND = {
    Stand.OP_TIJD: ("voldaan op tijd", "green"),
    Stand.TE_LAAT_VOLDAAN: ("voldaan te laat", "green"),
    Stand.OPEN: ("open", None),
    Stand.TE_LAAT: ("te laat", "red"),
    Stand.NIET_VAN_TOEPASSING: ("niet van toepassing", None),
    Stand.VERSTREKEN: ("verstreken", None),
}
_VERSCHOVEN = {
    Eindgrond.WACHTTIJD: "",
    Eindgrond.VERKORT: "UWV verkortte de wachttijd",
    Eindgrond.VERLENGD: "de loondoorbetaling is op gezamenlijk verzoek verlengd",
    Eindgrond.LOONSANCTIE: "UWV legde een loonsanctie op",
}
_AARD = {Aard.WET: "", Aard.PRAKTIJK: "Praktijk: ", Aard.KEUZE: "Eigen grens: "}


def beeld(regel: Caseloadregel, *, met_redenen: bool) -> Iterator[str]:
    """The lines; `met_redenen` shows why an exception was made, which is free text of the case."""
    status = regel.status
    kalender, stand = status.kalender, status.stand
    if kalender is None or stand is None:
        return
    naam = toonbaar(status.map)
    yield click.style(f"Zaak {status.naam} op peildatum {status.peildatum}", bold=True)
    yield from _kop(kalender, stand)
    yield ""
    yield click.style(f"  {'uiterlijk':<10}  {'na':>4}      {'stand':<15}  mijlpaal", dim=True)
    for mijlpaal in kalender.mijlpalen:
        if mijlpaal.stand is not Stand.NIET_VAN_TOEPASSING:
            yield from _mijlpaal(mijlpaal, kalender)
    yield from _niet_van_toepassing(kalender)
    yield from _aanvaard(status, met_redenen=met_redenen)
    yield from _wat_nu(regel)
    yield ""
    yield _slotregel(status, kalender, naam)


def _kop(kalender: Kalender, stand: Verzuimstand) -> Iterator[str]:
    einde = kalender.einde
    yield from _veld("Eerste ziektedag", str(kalender.eerste_ziektedag))
    yield from _veld("Ziekteweek", _ziekteweek(stand))
    if stand.hersteld_na:
        yield from _veld("Hersteld", f"laatste ziektedag {stand.hersteld_na}")
    if stand.telt_mee_tot:
        tekst = f"nieuwe ziekte uiterlijk op {stand.telt_mee_tot} telt bij dit verzuim; daarna begint een nieuw verzuim"
        yield from _veld("Samentelling", tekst)
    yield from _veld("Einde wachttijd", _einde(einde.wachttijd, stand))
    if einde.grond is not Eindgrond.WACHTTIJD:
        yield from _veld("Verschoven naar", f"{einde.uiteindelijk}: {_VERSCHOVEN[einde.grond]}")
    if einde.grond is Eindgrond.LOONSANCTIE and einde.verslag != einde.wachttijd:
        yield from _veld("Daarvoor naar", f"{einde.verslag}: {_VERSCHOVEN[Eindgrond.VERLENGD]}")
    if kalender.aow_in_verzuim:
        al = kalender.aow is not None and kalender.aow <= kalender.eerste_ziektedag
        wanneer = "was al bereikt" if al else f"op {kalender.aow}"
        yield from _veld("AOW", f"AOW-leeftijd {wanneer}; daarna gelden andere regels")
    if kalender.uit_dienst:
        tekst = f"laatste dag {kalender.uit_dienst}; re-integratieverslag: {kalender.verslagsoort.value}"
        yield from _veld("Uit dienst", tekst)
    if kalender.open_sinds:
        tekst = f"nog niet is besloten of perioden rond verlof samentellen; datums vanaf {kalender.open_sinds} hangen daarvan af"
        yield from _veld("Voorbehoud", tekst, kleur="magenta")


def _ziekteweek(stand: Verzuimstand) -> str:
    dagen = "1 dag" if stand.geteld == 1 else f"{stand.geteld} dagen"
    if stand.hersteld_na:
        return f"geen; {dagen} geteld"
    if stand.ziekteweek is None:
        return "nog niet begonnen"
    telt_niet = "" if stand.telt else "; de peildatum zelf telt niet mee"
    return f"{stand.ziekteweek} ({dagen} geteld{telt_niet})"


def _einde(wachttijd: dt.date | None, stand: Verzuimstand) -> str:
    if wachttijd is None:
        return "geen: het verzuim eindigt eerder"
    if wachttijd != stand.volle_wachttijd:
        return f"{wachttijd} (eerste dag erna); zonder onderbreking of verlof {stand.volle_wachttijd}"
    return f"{wachttijd} (eerste dag erna)"


def _veld(naam: str, tekst: str, kleur: str | None = None) -> Iterator[str]:
    begin = f"  {naam:<17} "
    for nummer, regel in enumerate(_gebroken(tekst, len(begin))):
        yield (begin if nummer == 0 else " " * len(begin)) + click.style(regel, fg=kleur)


def _mijlpaal(mijlpaal: Mijlpaal, kalender: Kalender) -> Iterator[str]:
    woorden, kleur = _STAND[mijlpaal.stand]
    dag = str(mijlpaal.uiterlijk) if mijlpaal.uiterlijk else "-"
    # The field counts in weeks that are over: the verslag is due after 91 weeks, on the first day of the 92nd.
    weken = f"{mijlpaal.week - 1:>4} wk" if mijlpaal.week else ""
    kop = f"  {dag:<10}  {weken:<8}  {click.style(f'{woorden:<15}', fg=kleur)}  "
    gedaan = f", op {mijlpaal.voldaan_op}" if mijlpaal.voldaan_op else ""
    titel = _met_merk(f"{mijlpaal.titel} ({wie(mijlpaal)}){gedaan}", _TITEL, oordeel=mijlpaal.oordeel)
    yield kop + titel[0]
    yield from (" " * _TITEL + regel for regel in titel[1:])
    for regel in _gebroken(" ".join(_bijzonderheden(mijlpaal, kalender)), _UITLEG):
        yield " " * _UITLEG + click.style(regel, dim=True)


def _bijzonderheden(mijlpaal: Mijlpaal, kalender: Kalender) -> Iterator[str]:
    """What a date rests on, and what stands beside it, in sentences."""
    yield f"{_AARD[mijlpaal.aard]}{mijlpaal.grond}."
    if mijlpaal.vanaf:
        yield f"Kan vanaf {mijlpaal.vanaf}."
    if mijlpaal.streef:
        yield f"Streefdatum {mijlpaal.streef}."
    yield from _herkomst(mijlpaal, kalender)
    if mijlpaal.kalenderdatum:
        yield f"Zonder onderbreking of verlof {mijlpaal.kalenderdatum}."
    for een in mijlpaal.protocol:
        dag = f" {een.uiterlijk}" if een.uiterlijk else ""
        yield f"{een.protocol}:{dag}. {een.afwijking}"
    if mijlpaal.toelichting:
        yield mijlpaal.toelichting
    elif mijlpaal.oordeel:
        yield "Geen bron legt deze termijn vast: beoordeel zelf of hij klopt."


def _herkomst(mijlpaal: Mijlpaal, kalender: Kalender) -> Iterator[str]:
    van = [_voorganger(mijlpaal, sleutel, kalender) for sleutel in mijlpaal.hangt_af_van]
    if van:
        titels = (
            een.titel if een else sleutel for een, sleutel in zip(van, mijlpaal.hangt_af_van, strict=True)
        )
        yield f"Hangt af van: {'; '.join(titels)}."
    if mijlpaal.gerekend_vanaf:
        uiterste = any(een and not een.voldaan_op for een in van)
        yield f"Gerekend vanaf {mijlpaal.gerekend_vanaf} ({'uiterste' if uiterste else 'werkelijke'} datum)."


def _voorganger(mijlpaal: Mijlpaal, sleutel: str, kalender: Kalender) -> Mijlpaal | None:
    """The milestone that moves this one: of a row of evaluations the one before."""
    alle = kalender.alle(sleutel)
    if mijlpaal.sleutel == sleutel and mijlpaal.volgnummer:
        alle = tuple(een for een in alle if een.volgnummer == mijlpaal.volgnummer - 1)
    return next(iter(alle), None)


def _niet_van_toepassing(kalender: Kalender) -> Iterator[str]:
    """By reason, for many share one."""
    redenen: dict[tuple[str, bool], list[str]] = {}
    for mijlpaal in kalender.mijlpalen:
        if mijlpaal.stand is Stand.NIET_VAN_TOEPASSING:
            redenen.setdefault((mijlpaal.toelichting, mijlpaal.oordeel), []).append(mijlpaal.titel)
    if redenen:
        yield ""
        yield click.style("Niet van toepassing", bold=True)
    for (reden, oordeel), titels in redenen.items():
        regels = _met_merk(f"{reden.removesuffix('.')}: {'; '.join(titels)}", 4, oordeel=oordeel)
        yield from (f"{'    ' if nummer else '  '}{regel}" for nummer, regel in enumerate(regels))


def _aanvaard(status: Zaakstatus, *, met_redenen: bool) -> Iterator[str]:
    if not status.aanvaardingen:
        return
    yield ""
    yield click.style("Aanvaarde bevindingen", bold=True)
    for een in status.aanvaardingen:
        u = een.uitzondering
        yield f"  {u.code}  {een.bestand}: {u.pad}, door {u.door} op {u.datum}"
        if met_redenen:
            for regel in _gebroken(u.reden, 10):
                yield " " * 10 + click.style(regel, dim=True)


def _wat_nu(regel: Caseloadregel) -> Iterator[str]:
    """What is late with what it may lead to, and what comes next."""
    eerst = regel.eerstvolgende
    zinnen: list[tuple[str, str | None]] = [(te_laat_zin(taak), "red") for taak in regel.te_laat]
    zinnen += [(f"Te laat gedaan: {te_laat_zin(taak)}", None) for taak in regel.te_laat_gedaan]
    if eerst:
        wat = f"{eerst.mijlpaal.titel} ({wie(eerst.mijlpaal)})"
        zinnen.append((f"Eerstvolgende: {eerst.uiterlijk}, {over(eerst)}: {wat}.", None))
    yield ""
    yield click.style("Wat nu", bold=True)
    for zin, kleur in zinnen or [("Er hoeft niets meer.", None)]:
        for nummer, deel in enumerate(_gebroken(zin, 4)):
            yield ("    " if nummer else "  ") + click.style(deel, fg=kleur)


def _slotregel(status: Zaakstatus, kalender: Kalender, naam: str) -> str:
    """How many milestones are late, and what `check` finds."""
    te_laat = sum(mijlpaal.stand is Stand.TE_LAAT for mijlpaal in kalender.mijlpalen)
    mijlpalen = {0: "", 1: "1 mijlpaal is te laat. "}.get(te_laat, f"{te_laat} mijlpalen zijn te laat. ")
    aantal = len(status.findings)
    if not aantal:
        return f"{mijlpalen}Geen bevindingen van check."
    fouten = sum(finding.is_fout for finding in status.findings)
    aanvaard = sum(finding.aanvaard for finding in status.findings)
    delen = [
        *(["1 fout" if fouten == 1 else f"{fouten} fouten"] if fouten else []),
        *([f"{aanvaard} aanvaard"] if aanvaard else []),
    ]
    bevindingen = "1 bevinding" if aantal == 1 else f"{aantal} bevindingen"
    waarvan = f"waarvan {' en '.join(delen)}" if delen else "geen fouten"
    return f"{mijlpalen}{bevindingen}, {waarvan}: dossiergen check {shlex.quote(naam)}"


def _met_merk(tekst: str, rand: int, *, oordeel: bool) -> list[str]:
    """The lines, with a mark at the end where a human has to judge."""
    if not oordeel:
        return _gebroken(tekst, rand)
    *eerste, laatste = _gebroken(f"{tekst} {_OORDEEL}", rand)
    return [*eerste, laatste.removesuffix(_OORDEEL) + click.style(_OORDEEL, fg="magenta")]


def _gebroken(tekst: str, rand: int) -> list[str]:
    """The text in lines that leave room for a margin; an article stays with its number."""
    breedte = min(_BREEDTE, max(80, shutil.get_terminal_size().columns)) if op_scherm() else _BREEDTE
    toonbare = "".join(teken if teken.isprintable() else " " for teken in tekst)
    bijeen = _PLAATS.sub("\\1\N{NO-BREAK SPACE}", toonbare)
    regels = textwrap.wrap(bijeen, breedte - rand, break_long_words=False, break_on_hyphens=False)
    return [regel.replace("\N{NO-BREAK SPACE}", " ") for regel in regels] or [""]
