"""What one audience may see, and that the rest does not exist for it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dossiergen.dossier.werkplaats import Ontwerp
from dossiergen.errors import SjabloonFout, VerborgenVeld
from dossiergen.inzage import Beeld, Inzage, als_data, pad_van, projecteer
from dossiergen.zaak import Doelgroep, Stuk, Zaak

ZaakVan = Callable[[str], Zaak]
Met = Callable[..., Any]


def plan(zaak: Zaak) -> Stuk:
    return next(stuk for stuk in zaak.stukken if stuk.soort == "plan-van-aanpak")


def inzage(zaak: Zaak, *lezers: Doelgroep, voor_uwv: bool = False) -> Inzage:
    return projecteer(zaak, plan(zaak), lezers, voor_uwv=voor_uwv)


@pytest.mark.parametrize("lezer", sorted(Doelgroep))
def test_het_bsn_bestaat_alleen_op_stukken_voor_uwv(zaak: ZaakVan, lezer: Doelgroep) -> None:
    """Buiten stukken voor UWV is er voor niemand een BSN, ook niet om naar te vragen."""
    met_bsn = inzage(zaak("2026-0012"), lezer, voor_uwv=True)
    zonder = inzage(zaak("2026-0012"), lezer)

    if lezer is not Doelgroep.SECOND_OPINION_ARTS:
        assert met_bsn.zaak.werknemer.bsn == "999990019"
    with pytest.raises(VerborgenVeld, match="`bsn`"):
        _ = zonder.zaak.werknemer.bsn


def test_een_leeg_veld_is_none_en_een_verborgen_veld_een_fout(zaak: ZaakVan) -> None:
    """Leeg en verborgen zijn verschillende dingen."""
    gezien = inzage(zaak("2026-0012"), Doelgroep.SECOND_OPINION_ARTS)

    assert gezien.zaak.werknemer.email is None
    with pytest.raises(VerborgenVeld, match="`verzuim`"):
        _ = gezien.zaak.verzuim


def test_meer_lezers_zien_wat_elk_van_hen_mag_zien(zaak: ZaakVan) -> None:
    """De inzage van twee lezers samen is de doorsnede."""
    beide = inzage(zaak("2026-0012"), Doelgroep.WERKGEVER, Doelgroep.SECOND_OPINION_ARTS)
    arts = inzage(zaak("2026-0012"), Doelgroep.SECOND_OPINION_ARTS)

    assert als_data(beide.zaak) == als_data(arts.zaak)


def test_een_verborgen_waarde_verandert_niets(zaak: ZaakVan, met: Met) -> None:
    """Twee zaken die alleen verschillen in wat de lezer niet ziet, zijn voor die lezer gelijk."""
    een = zaak("2026-0012")
    gegevens = een.gegevens
    ander = met(
        een,
        gegevens=met(
            gegevens,
            werknemer=met(gegevens.werknemer, bsn="999990020"),
            verzuim=met(gegevens.verzuim, vangnet=True),
        ),
    )
    lezer = Doelgroep.SECOND_OPINION_ARTS

    assert een != ander
    assert als_data(inzage(een, lezer).zaak) == als_data(inzage(ander, lezer).zaak)


def test_wie_de_rol_had_op_de_datum_van_het_stuk(zaak: ZaakVan, met: Met) -> None:
    """In oktober was El Idrissi casemanager, vanaf december Peeters."""
    een = zaak("2025-0231")
    later = met(plan(een), gegevens=met(plan(een).gegevens, datum=dt.date(2025, 12, 1)))
    lezers = [Doelgroep.WERKGEVER]

    assert inzage(een, *lezers).casemanager.achternaam == "El Idrissi"
    assert projecteer(een, later, lezers, voor_uwv=False).casemanager.achternaam == "Peeters"


def test_een_veld_weet_waar_het_staat(zaak: ZaakVan) -> None:
    """Het pad van een veld is dat in het bestand, zodat een wijziging terug kan."""
    gezien = inzage(zaak("2026-0012"), Doelgroep.WERKGEVER)

    assert pad_van(gezien.stuk.activiteiten[1], "wat") == "stukken/plan-van-aanpak.yaml#activiteiten.1.wat"
    assert pad_van(gezien.zaak.werknemer, "geboortedatum") == "zaak.yaml#werknemer.geboortedatum"


def test_een_beeld_verandert_niet(ontwerp: Ontwerp) -> None:
    """Wie een stuk maakt, kan de zaak niet wijzigen."""
    with pytest.raises(SjabloonFout):
        ontwerp.inzage.stuk.datum = None


def test_een_beeld_toont_geen_waarden(ontwerp: Ontwerp) -> None:
    """Komt een beeld in een foutmelding, dan staan er namen van velden, geen gegevens."""
    werknemer: Beeld = ontwerp.inzage.zaak.werknemer

    assert werknemer.achternaam not in repr(werknemer)
    assert "achternaam" in repr(werknemer)
