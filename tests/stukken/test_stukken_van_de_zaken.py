"""Every document of every sample case: approved text, the same in all three forms, complete."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossiergen.dossier.bestandstekst import delen_van
from dossiergen.dossier.keuring.structuur import bezwaren
from dossiergen.dossier.nazien import Bestand, Geheim, zie_na
from dossiergen.dossier.werkplaats import Ontwerp, Tekst, Werkplaats
from dossiergen.render.boom import tekst as boomtekst
from dossiergen.render.letters import ontbrekende_tekens
from dossiergen.zaak.bedrijfsartsdeel import BESTAND
from keuringhulp import STIJLEN, schrijver
from lezers import docx_tekst, gebroken_woorden, structuurtekst, zonder_afbreking, zonder_wit

LANG = os.environ.get("DOSSIERGEN_LANG") == "1"


def test_de_tekst_is_de_goedgekeurde(
    goed_te_keuren: Ontwerp, werkplaats: Werkplaats, goedgekeurd: Callable[[Ontwerp], Path]
) -> None:
    """Een gewijzigde tekst is gelezen voordat zij verandert: GOEDKEUREN=1 schrijft, een mens kijkt."""
    pad = goedgekeurd(goed_te_keuren)
    nu = boomtekst(werkplaats.tekst(goed_te_keuren).boom).strip() + "\n"
    if os.environ.get("GOEDKEUREN"):
        pad.write_text(nu, "utf-8")

    assert nu == pad.read_text("utf-8")


def test_pdf_en_word_zeggen_hetzelfde(voorbeeld: Ontwerp, werkplaats: Werkplaats) -> None:
    """De tekst van de boom, van de structuur van de PDF en van het Word-document is gelijk.

    En geen regel van de PDF eindigt midden in een naam die de zaak kent.
    """
    tekst = werkplaats.tekst(voorbeeld)
    bestanden = werkplaats.schrijf(voorbeeld, tekst)
    bedoeld = boomtekst(tekst.boom)
    if voorbeeld.huisstijl.logo and tekst.boom.is_brief:
        # In the place of its first line, the sender's name, stands a picture.
        bedoeld = bedoeld.partition("\n")[2]

    assert zonder_wit(docx_tekst(bestanden[".docx"])) == zonder_wit(bedoeld)
    assert zonder_afbreking(structuurtekst(bestanden[".pdf"]), bedoeld) == zonder_wit(bedoeld)
    woorden = {woord for naam in tekst.eigenschappen.namen for woord in naam.split()}
    assert woorden & gebroken_woorden(bestanden[".pdf"]) == set()


def test_pdf_en_word_worden_gelijk_bevonden(voorbeeld: Ontwerp, werkplaats: Werkplaats) -> None:
    """Wat van elk stuk van een verslag wordt nagezien, vindt in geen enkel voorbeeld iets.

    Een stuk uit bedrijfsarts.yaml herkent het: dat hoort niet tussen de stukken voor de werkgever.
    """
    bestanden = werkplaats.schrijf(voorbeeld, werkplaats.tekst(voorbeeld))
    klaar = Bestand("voorbeeld.pdf", bestanden[".pdf"], bestanden[".docx"])
    vertrouwelijk = voorbeeld.stuk.bestand == BESTAND
    if not vertrouwelijk:
        klaar = replace(klaar, lezers=voorbeeld.vorm.lezers)
    heeft_velden = b"bedrijfsarts.yaml" in delen_van(bestanden[".docx"]).get("customXml/item1.xml", b"")

    assert [f.code for f in zie_na([klaar], Geheim(frozenset()))] == ["PRV-07"] * heeft_velden
    assert vertrouwelijk or not heeft_velden


@pytest.mark.parametrize("stijl", STIJLEN if LANG else STIJLEN[:1])
def test_de_structuur_is_in_orde(voorbeeld: Ontwerp, werkplaats: Werkplaats, stijl: str) -> None:
    """Een blinde lezer en een strenge keurmeester hebben op geen enkel stuk in geen enkele huisstijl iets aan te merken."""
    tekst = werkplaats.tekst(voorbeeld)

    assert bezwaren(schrijver(stijl).schrijf(tekst.boom, tekst.eigenschappen)) == ()


def test_elk_teken_heeft_een_letter(ontwerp: Ontwerp, tekst: Tekst) -> None:
    """De letter van de afzender kent elk teken van de voorbeelden."""
    assert ontbrekende_tekens(tekst.boom, ontwerp.huisstijl.letters) == ()
