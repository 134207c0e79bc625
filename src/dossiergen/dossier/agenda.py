"""The deadlines of a caseload as an iCalendar file (RFC 5545). Kenmerk, milestone and law; no people, no employer.

Only this module imports icalendar, which takes longer to load than a case takes to read.
"""

import datetime as dt
import re
from collections.abc import Iterator

from icalendar import Alarm, Calendar, Event

from dossiergen.dossier.caseload import Caseload, Caseloadregel
from dossiergen.dossier.caseloadzinnen import gevolg_in_woorden, wie
from dossiergen.errors import BestandFout
from dossiergen.termijnen import Mijlpaal, Stand

__all__ = ["MERK", "agenda"]

_MAKER = "-//dossiergen//termijnen//NL"
MERK = f"PRODID:{_MAKER}".encode()
_DOMEIN = "dossiergen.invalid"
_EINDE = b"END:VCALENDAR\r\n"
_VERVALLEN = b"\r\nSTATUS:CANCELLED\r\n"
_EVENT = re.compile(rb"^BEGIN:VEVENT\r\n.*?^END:VEVENT\r\n", re.DOTALL | re.MULTILINE)
_WEEK_VOORAF = dt.timedelta(weeks=-1)
# A number that grows with the peildatum.
_DAG_NUL = dt.date(1900, 1, 1)


def agenda(caseload: Caseload, vorige: bytes | None) -> bytes:
    """An event for each milestone that is late or yet to come.

    What stood in the file before and is done, is cancelled: leaving it out would let it stand in the agenda. What was
    only not asked for now, stays. What did not change keeps its stamp, so that the same calendar gives the same bytes.
    """
    eerder = _gelezen(vorige) if vorige else {}
    nu = {
        uid: _gestempeld(_afspraak(uid, dag, mijlpaal, regel), eerder.get(uid), caseload.peildatum)
        for uid, dag, mijlpaal, regel in _te_doen(caseload)
        if caseload.binnen is None or dag <= caseload.binnen
    }
    later = {uid for uid, *_ in _te_doen(caseload)}
    for uid, oud in eerder.items():
        if uid not in nu:
            blijft = uid in later or not _is_bekend(uid, caseload) or _VERVALLEN in oud
            nu[uid] = oud if blijft else _gestempeld(_vervallen(oud), oud, caseload.peildatum)
    kalender = Calendar()
    kalender.add("prodid", _MAKER)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("x-wr-calname", "Termijnen verzuim")
    leeg: bytes = kalender.to_ical()
    return leeg.removesuffix(_EINDE) + b"".join(nu[uid] for uid in sorted(nu)) + _EINDE


def _te_doen(caseload: Caseload) -> Iterator[tuple[str, dt.date, Mijlpaal, Caseloadregel]]:
    for regel in caseload.regels:
        kalender = regel.status.kalender
        for mijlpaal in kalender.mijlpalen if kalender else ():
            dag = mijlpaal.uiterlijk
            if dag is not None and mijlpaal.stand in {Stand.OPEN, Stand.TE_LAAT}:
                yield _uid(regel.status.kenmerk, mijlpaal), dag, mijlpaal, regel


def _is_bekend(uid: str, caseload: Caseload) -> bool:
    """Whether it can be said now how it is with the case of an event: not of one that cannot be read, or was not asked for."""
    kenmerk = uid.partition(".")[0]
    gevraagd = {r.status.kenmerk or r.status.naam: r.leesbaar for r in caseload.regels}
    return gevraagd.get(kenmerk, caseload.volledig)


def _uid(kenmerk: str, mijlpaal: Mijlpaal) -> str:
    """The same for one milestone of one case, whatever its date becomes."""
    nummer = f".{mijlpaal.volgnummer}" if mijlpaal.volgnummer else ""
    return f"{kenmerk}.{mijlpaal.sleutel}{nummer}@{_DOMEIN}"


def _afspraak(uid: str, dag: dt.date, mijlpaal: Mijlpaal, regel: Caseloadregel) -> Event:
    te_laat = mijlpaal.stand is Stand.TE_LAAT
    taak = next((t for t in (*regel.te_laat, *regel.komend) if t.mijlpaal is mijlpaal), None)
    gevolg = gevolg_in_woorden(taak) if taak else ""
    zinnen = (
        f"{'Had klaar moeten zijn' if te_laat else 'Uiterlijk'} op {dag}. Wie: {wie(mijlpaal)}.",
        f"{'Te laat' if te_laat else 'Als dit te laat is'}: {gevolg}." if gevolg else "",
        f"Grond: {mijlpaal.grond}.",
        "Deze datum vraagt een oordeel: kijk in de zaak." if mijlpaal.oordeel else "",
    )
    event = Event()
    event.add("uid", uid)
    event.add("dtstart", dag)
    kop = f"{regel.status.kenmerk} {mijlpaal.titel} ({wie(mijlpaal)})"
    event.add("summary", f"Te laat: {kop}" if te_laat else kop)
    event.add("description", "\n".join(filter(None, zinnen)))
    event.add("status", "CONFIRMED")
    event.add("class", "PRIVATE")
    # A deadline keeps nobody from being free that day.
    event.add("transp", "TRANSPARENT")
    if taak and not te_laat:
        event.add_component(_herinnering(kop))
    return event


def _herinnering(kop: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _WEEK_VOORAF)
    alarm.add("description", kop)
    return alarm


def _vervallen(oud: bytes) -> Event:
    """The same event without alarm, for the agenda to forget. Raises BestandFout where it cannot be read."""
    try:
        was = Event.from_ical(oud)
        event = Event()
        for naam in ("uid", "dtstart", "summary", "description", "class", "transp"):
            event[naam] = was[naam]
    except (ValueError, KeyError):
        raise _beschadigd() from None
    event.add("status", "CANCELLED")
    return event


def _gestempeld(event: Event, oud: bytes | None, peildatum: dt.date) -> bytes:
    """With the day of the peildatum as its stamp, and a number that is higher than that of what it replaces."""
    nummer = (peildatum - _DAG_NUL).days
    if oud is not None:
        if _inhoud(event.to_ical()) == _inhoud(oud):
            return oud
        nummer = max(nummer, int(_waarde(oud, b"SEQUENCE")) + 1)
    event.add("sequence", nummer)
    event.add("dtstamp", dt.datetime.combine(peildatum, dt.time(), dt.UTC))
    geschreven: bytes = event.to_ical()
    return geschreven


def _inhoud(event: bytes) -> list[bytes]:
    """All but the stamp; a line that goes on begins with a space."""
    return [regel for regel in event.splitlines() if not regel.startswith((b"SEQUENCE:", b"DTSTAMP:"))]


def _gelezen(inhoud: bytes) -> dict[str, bytes]:
    """The events of an earlier file by their UID, as they were written: parsing ten thousand takes half a minute."""
    if not inhoud.endswith(_EINDE):
        raise _beschadigd()
    events = _EVENT.findall(inhoud)
    try:
        return {
            _waarde(event, b"UID").decode("ascii"): event for event in events if _waarde(event, b"SEQUENCE")
        }
    except UnicodeDecodeError:
        raise _beschadigd() from None


def _waarde(event: bytes, naam: bytes) -> bytes:
    """One property, put together again where it was folded."""
    gevonden = re.search(rb"^%b:([!-~]+)\r$" % naam, event.replace(b"\r\n ", b""), re.MULTILINE)
    if gevonden is None or (naam == b"SEQUENCE" and not gevonden[1].isdigit()):
        raise _beschadigd()
    return gevonden[1]


def _beschadigd() -> BestandFout:
    return BestandFout(
        "Het agendabestand dat er al is, kan niet worden gelezen.",
        "Kies een andere naam; wat al in uw agenda staat, verwijdert u dan zelf.",
    )
