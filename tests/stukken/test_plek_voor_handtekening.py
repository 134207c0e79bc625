"""Wie een stuk ondertekent, vindt daar zijn eigen plek; een concept ondertekent niemand."""

from collections.abc import Callable
from typing import Any

from dossiergen.dossier.werkplaats import Ontwerp, Tekst, Werkplaats
from dossiergen.render.boom import Boom
from dossiergen.render.boom.woordenschat import PARTIJEN
from dossiergen.stukken.vorm import Partij
from dossiergen.zaak import Status, Zaak

ZaakVan = Callable[[str], Zaak]


def partijen(boom: Boom) -> list[str]:
    return [partij for element in boom.artikel.alle() if (partij := element.attr("data-partij"))]


def lijnen(boom: Boom) -> int:
    return sum(element.attr("data-soort") == "lijn" for element in boom.artikel.alle())


def test_de_woordenschat_kent_elke_partij() -> None:
    """Wie er een partij bij maakt, geeft haar een plek."""
    assert sorted(PARTIJEN) == sorted(partij.value for partij in Partij)


def test_elke_open_lijn_van_een_vast_stuk_is_van_een_partij(ontwerp: Ontwerp, tekst: Tekst) -> None:
    """Behalve in een brief die alleen met de pen wordt ondertekend."""
    vast = ontwerp.stuk.gegevens.status is not Status.CONCEPT
    tekenaars = [partij.value for partij in ontwerp.vorm.ondertekenaars]

    assert set(partijen(tekst.boom)) <= set(tekenaars)
    assert len(partijen(tekst.boom)) == (lijnen(tekst.boom) if vast and tekenaars else 0)


def test_een_vast_stuk_zegt_wat_het_is(ontwerp: Ontwerp, tekst: Tekst) -> None:
    """Hetzelfde wat er in het Word-bestand staat, met de afdruk van de tekst; een concept zegt niets."""
    vast = ontwerp.stuk.gegevens.status is not Status.CONCEPT
    eigen = tekst.eigenschappen

    assert eigen.identiteit == ({**eigen.herkomst, "inhoud": tekst.inhoud} if vast else {})


def test_wie_nog_moet_tekenen_heeft_een_plek(
    voorbeeld: Ontwerp, werkplaats: Werkplaats, zaak: ZaakVan, met: Callable[..., Any]
) -> None:
    """Elke soort stuk, vastgesteld en nog door niemand ondertekend: voor elke partij één plek, en dezelfde inhoud."""
    tekenaars = [partij.value for partij in voorbeeld.vorm.ondertekenaars]
    eigen: Any = voorbeeld.stuk.gegevens

    def gemaakt(status: Status) -> Tekst:
        velden: dict[str, Any] = {"status": status}
        if tekenaars:
            velden["ondertekening"] = met(eigen.ondertekening, **dict.fromkeys(tekenaars))
        stuk = met(voorbeeld.stuk, gegevens=met(eigen, **velden))
        van = zaak(voorbeeld.inzage.zaak.kenmerk)
        return werkplaats.tekst(werkplaats.ontwerp(van, stuk, voorbeeld.vorm))

    vast, concept = gemaakt(Status.DEFINITIEF), gemaakt(Status.CONCEPT)
    assert partijen(vast.boom) == tekenaars
    assert partijen(concept.boom) == []
    # What tells of the case as a whole, also tells how far its own document is.
    assert voorbeeld.vorm.overzicht or vast.inhoud == concept.inhoud
