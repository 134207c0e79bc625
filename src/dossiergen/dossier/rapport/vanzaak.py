"""What the report tells of a case that was just made, or could not be."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dossiergen.dossier.caseload import Caseloadregel, Taak, regel_van
from dossiergen.dossier.caseloadzinnen import te_laat_zin
from dossiergen.dossier.rapport.regel import Actie, Mijlpaalstand, Rapportregel, Verslagstand
from dossiergen.dossier.rapport.storing import zonder_map
from dossiergen.dossier.resultaat import Zaakresultaat
from dossiergen.dossier.riv import Verslagresultaat
from dossiergen.dossier.status import status_zonder_bevindingen
from dossiergen.dossier.vertrouwelijk import ONDER
from dossiergen.finding import Finding
from dossiergen.overzicht import MIJLPAAL_VAN_GEBREK, Gebrek
from dossiergen.regels import soort_van
from dossiergen.sjablonen import Sjablonen
from dossiergen.termijnen import Kalender, Stand, Wie
from dossiergen.zaak import GeladenZaak, Rol, Zaak

__all__ = ["regel_van_verslag", "regel_van_zaak"]

_ARTSEN = frozenset({Rol.BEDRIJFSARTS, Rol.ARTS_ONDER_SUPERVISIE})
_EIGEN_DEEL = frozenset({"bedrijfsarts.yaml", "bijlagen-bedrijfsarts", ONDER})
_ALSNOG = "Doe het alsnog, en leg vast wanneer."
_VAN_DE_ARTS = Actie(
    (Wie.BEDRIJFSARTS.value,),
    "Het eigen deel van de bedrijfsarts is niet in orde.",
    "De bedrijfsarts ziet met `dossiergen check` wat er moet gebeuren.",
)
# A suggestion may be a key or the name of a file as somebody typed it.
_STELT_VOOR = re.compile(r"\b(?:Bedoelt|Kies uit|Mogelijk zijn)\b")


def regel_van_zaak(
    geladen: GeladenZaak, resultaat: Zaakresultaat, peildatum: dt.date, sjablonen: Sjablonen
) -> Rapportregel:
    """After its documents were made. Ready is a case of which nothing is wrong and nothing late."""
    if geladen.zaak is None:
        return _onleesbaar(geladen, resultaat.findings, resultaat.storing)
    caseload = regel_van(status_zonder_bevindingen(geladen, peildatum, sjablonen))
    acties = (*_over_bevindingen(resultaat.findings, geladen.zaak), *map(_over_taak, caseload.te_laat))
    acties = acties or _rest(resultaat.findings, geladen.zaak)
    klaar = resultaat.gelukt and not acties
    basis = _basis(geladen, geladen.zaak, caseload, resultaat)
    return replace(basis, acties=tuple(dict.fromkeys(acties)), klaar=klaar)


def regel_van_verslag(
    geladen: GeladenZaak, resultaat: Verslagresultaat, peildatum: dt.date, sjablonen: Sjablonen
) -> Rapportregel:
    """After its verslag was made or refused. Ready is a verslag that may go to UWV, or that none has to.

    A ready one may have actions still: what the verslag does not wait for.
    """
    if geladen.zaak is None:
        return _onleesbaar(geladen, resultaat.findings, resultaat.storing)
    caseload = regel_van(status_zonder_bevindingen(geladen, peildatum, sjablonen))
    verslag = _verslagstand(resultaat)
    klaar = resultaat.gelukt and verslag in {Verslagstand.COMPLEET, Verslagstand.NIET_NODIG}
    acties = tuple(_voor_verslag(geladen.zaak, resultaat, caseload, klaar=klaar))
    if not klaar:
        acties = acties or _rest(resultaat.findings, geladen.zaak)
    basis = _basis(geladen, geladen.zaak, caseload, resultaat)
    return replace(basis, acties=tuple(dict.fromkeys(acties)), klaar=klaar, verslag=verslag)


def _voor_verslag(
    zaak: Zaak, resultaat: Verslagresultaat, caseload: Caseloadregel, *, klaar: bool
) -> Iterator[Actie]:
    te_laat = {taak.mijlpaal.sleutel: taak for taak in caseload.te_laat}
    verteld = set()
    for gebrek in sorted(resultaat.gebreken, key=lambda gebrek: not gebrek.houdt_tegen):
        sleutel = MIJLPAAL_VAN_GEBREK.get(gebrek.code, "")
        verteld.add(sleutel)
        yield _over_gebrek(gebrek, te_laat.get(sleutel))
    if not klaar:
        gezegd = {gebrek.code for gebrek in resultaat.gebreken}
        yield from _over_bevindingen((f for f in resultaat.findings if f.code not in gezegd), zaak)
    yield from (_over_taak(taak) for taak in caseload.te_laat if taak.mijlpaal.sleutel not in verteld)


def _verslagstand(resultaat: Verslagresultaat) -> Verslagstand:
    if resultaat.storing:
        return Verslagstand.GEEN
    if resultaat.niet_nodig:
        return Verslagstand.NIET_NODIG
    if not resultaat.paden:
        return Verslagstand.NIET_COMPLEET
    return Verslagstand.CONCEPT if resultaat.is_concept else Verslagstand.COMPLEET


def _basis(
    geladen: GeladenZaak, zaak: Zaak, caseload: Caseloadregel, resultaat: Zaakresultaat | Verslagresultaat
) -> Rapportregel:
    """All but what has to be done."""
    kalender = caseload.status.kalender
    return Rapportregel(
        kenmerk=zaak.kenmerk,
        map=geladen.naam,
        werkgever=zaak.gegevens.werkgever,
        gelukt=resultaat.gelukt,
        storing=zonder_map(resultaat.storing, zaak.kenmerk, geladen.naam),
        wia=_uiterlijk(kalender, "wia_aanvraag"),
        einde_wachttijd=_uiterlijk(kalender, "einde_wachttijd"),
        mijlpalen=_mijlpalen((*caseload.te_laat, *caseload.te_laat_gedaan, *caseload.komend)),
    )


def _onleesbaar(geladen: GeladenZaak, findings: tuple[Finding, ...], storing: str) -> Rapportregel:
    """Only the kind of each problem: what somebody typed may stand in the rest of its sentence."""
    soorten = [soort_van(code) for code in dict.fromkeys(f.code for f in findings if f.is_fout)]
    acties = (
        Actie((Wie.WERKGEVER.value,), f"{soort.titel} ({soort.code})", soort.oplossing) for soort in soorten
    )
    naam = geladen.naam
    return Rapportregel("", naam, storing=zonder_map(storing, "", naam), acties=tuple(acties))


def _over_bevindingen(findings: Iterable[Finding], zaak: Zaak) -> tuple[Actie, ...]:
    """What stops a document, each sentence once."""
    return _acties((finding for finding in findings if finding.is_fout and finding.stopt), zaak)


def _rest(findings: Iterable[Finding], zaak: Zaak) -> tuple[Actie, ...]:
    """What is wrong and stops nothing, where nothing else says why a case is not in order."""
    return _acties((finding for finding in findings if finding.is_fout), zaak)


def _acties(findings: Iterable[Finding], zaak: Zaak) -> tuple[Actie, ...]:
    return tuple(dict.fromkeys(_over_bevinding(finding, zaak) for finding in findings))


def _over_bevinding(finding: Finding, zaak: Zaak) -> Actie:
    """Of the bedrijfsarts' own part no more than that something is wrong."""
    pad = Path(finding.plaats.bestand)
    if not _EIGEN_DEEL.isdisjoint(pad.parts):
        return _VAN_DE_ARTS
    doen = finding.oplossing
    if _STELT_VOOR.search(doen):
        doen = soort_van(finding.code).oplossing
    return Actie((_wie(pad, zaak).value,), f"{finding.melding} ({finding.code})", doen)


def _wie(pad: Path, zaak: Zaak) -> Wie:
    """Who draws the document up; for everything else the employer, in the person of the casemanager."""
    for stuk in zaak.stukken:
        if Path(stuk.bestand).name == pad.name:
            persoon = zaak.organisaties.personen.get(stuk.gegevens.opsteller)
            return Wie.BEDRIJFSARTS if persoon and persoon.rol in _ARTSEN else Wie.WERKGEVER
    return Wie.WERKGEVER


def _over_taak(taak: Taak) -> Actie:
    wie = tuple(een.value for een in taak.mijlpaal.wie)
    return Actie(wie, te_laat_zin(taak), _ALSNOG, taak.uiterlijk, te_laat=True)


def _over_gebrek(gebrek: Gebrek, taak: Taak | None) -> Actie:
    wie = tuple(een.value for een in gebrek.wie)
    return Actie(wie, gebrek.wat, gebrek.doen, taak.uiterlijk if taak else None, taak is not None)


def _mijlpalen(taken: Sequence[Taak]) -> tuple[Mijlpaalstand, ...]:
    return tuple(
        Mijlpaalstand(
            taak.mijlpaal.sleutel,
            taak.mijlpaal.titel,
            tuple(een.value for een in taak.mijlpaal.wie),
            taak.uiterlijk,
            taak.mijlpaal.stand,
        )
        for taak in taken
    )


def _uiterlijk(kalender: Kalender | None, sleutel: str) -> dt.date | None:
    """None where it does not apply, or where there is no calendar."""
    gevonden = kalender.alle(sleutel)[:1] if kalender else ()
    van_toepassing = [m.uiterlijk for m in gevonden if m.stand is not Stand.NIET_VAN_TOEPASSING]
    return van_toepassing[0] if van_toepassing else None
