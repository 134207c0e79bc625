"""Every template, followed without a case: it asks nothing but what all its readers may see."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import nodes

from doelgroepen.bevat import bevat
from doelgroepen.context import blik_van, context, pad_functie
from doelgroepen.geschreven import geschreven
from doelgroepen.oplosser import Bronnen, Oplosser
from doelgroepen.soorten import Verborgen
from doelgroepen.velden import STUKMODELLEN, Blik
from doelgroepen.voorbeelden import ontwerpen, werkplaats
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Omgeving, laad_vormen
from dossiergen.zaak import Doelgroep

VORMEN = laad_vormen(Sjablonen.standaard())
ARTS = Doelgroep.SECOND_OPINION_ARTS
"""Who may see least: of the plan nearly nothing."""


@cache
def bronnen() -> Bronnen:
    return Bronnen(Sjablonen.standaard())


@cache
def gevolgd(naam: str) -> Oplosser:
    """A kind of document, followed for its own readers."""
    vorm = VORMEN[naam]
    return Oplosser(bronnen(), blik_van(vorm), context(vorm)).document(f"{naam}/sjabloon.html")


@pytest.mark.parametrize("naam", VORMEN)
def test_een_sjabloon_vraagt_alleen_wat_al_zijn_lezers_mogen_zien(naam: str) -> None:
    """Elk pad, ook achter een lus, een `set` of een macro, bestaat voor alle lezers van het stuk."""
    assert [str(gebrek) for gebrek in gevolgd(naam).gebreken] == []


def test_geen_uitdrukking_blijft_ongevolgd() -> None:
    """Wat geen enkel stuk bereikt, is niet gecontroleerd, en hoort dan ook niet in een sjabloon te staan."""
    bezocht = set().union(*(gevolgd(naam).bezocht for naam in VORMEN))
    delen = (f"delen/{pad.name}" for pad in Sjablonen.standaard().mappen[0].glob("delen/*.html"))
    gemist = [
        f"{sjabloon}:{node.lineno}: `{geschreven(node)}`"
        for sjabloon in (*(f"{naam}/sjabloon.html" for naam in VORMEN), *delen)
        for node in bronnen()
        .boom(sjabloon)
        .find_all((nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Filter))
        if (sjabloon, bronnen().nummer(node)) not in bezocht
    ]

    assert gemist == []


Volg = Callable[..., list[str]]


@pytest.fixture(name="volg")
def _volg(tmp_path: Path) -> Volg:
    """Follow a plan van aanpak of the given text, for other readers than its own."""

    def volg(
        tekst: str, *, voor: tuple[Doelgroep, ...] = (ARTS,), voor_uwv: bool = False, **delen: str
    ) -> list[str]:
        for naam, deel in {"plan-van-aanpak/sjabloon.html": tekst, **delen}.items():
            pad = tmp_path / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(deel, "utf-8")
        eigen = Bronnen(Sjablonen.standaard(tmp_path))
        vorm = VORMEN["plan-van-aanpak"].model_copy(update={"voor": voor, "voor_uwv": voor_uwv})
        # What the program itself needs of a plan is not for all of these readers; what the template asks is.
        namen = context(VORMEN["plan-van-aanpak"]) | {"pad": pad_functie(blik_van(vorm))}
        oplosser = Oplosser(eigen, blik_van(vorm), namen).document("plan-van-aanpak/sjabloon.html")
        return [f"{gebrek.regel}: {gebrek.wat} {gebrek.waarom}" for gebrek in oplosser.gebreken]

    return volg


BLOK = '{% import "delen/blokken.html" as blok with context %}'


@pytest.mark.parametrize(
    ("tekst", "gebrek"),
    [
        ("{{ zaak.verzuim.vangnet|ja_nee }}", "1: zaak.verzuim is verborgen voor second-opinion-arts"),
        ("{{ zaak.werknemer.achternam }}", "1: zaak.werknemer.achternam bestaat niet in Werknemer"),
        ("{% if stuk.visie_werknemer is none %}{% endif %}", "1: stuk.visie_werknemer is verborgen"),
        ("{% for a in stuk.activiteiten %}{{ a.wat }}{% endfor %}", "1: stuk.activiteiten is verborgen"),
        ("{% set w = zaak.werknemer %}\n{{ w.bsn }}", "2: w.bsn is verborgen"),
        ("{% set w = zaak.werknemer if vorm.titel == 'Plan van aanpak' else none %}{{ w.bsn }}", "1: w.bsn is verborgen"),
        ("{% with w = zaak.werknemer %}{{ w.verpleegadres.plaats }}{% endwith %}", "1: w.verpleegadres is verborgen"),
        ("{{ (zaak.werknemer).bsn }}", "1: zaak.werknemer.bsn is verborgen"),
        ('{{ zaak.werknemer["bsn"] }}', '1: zaak.werknemer["bsn"] (`bsn`) is verborgen'),
        ("{{ zaak.kenmerk if zaak.werknemer.bsn else '' }}", "1: zaak.werknemer.bsn is verborgen"),
        ("{{ zaak.kenmerk ~ zaak.werknemer.bsn }}", "1: zaak.werknemer.bsn is verborgen"),
        ("{{ [zaak.kenmerk, zaak.werknemer.bsn]|join }}", "1: zaak.werknemer.bsn is verborgen"),
        (BLOK + '{{ blok.rij("BSN", zaak.werknemer.bsn) }}', "1: zaak.werknemer.bsn is verborgen"),
        (BLOK + '{{ blok.tekst(zaak.dienstverband, "soort") }}', ": pad(beeld, veld) vraagt de plaats van `soort`, dat is verborgen"),
        (BLOK + '{{ blok.keuze(zaak.dienstverband, "soort") }}', ": beeld[veld] (`soort`) is verborgen"),
        (BLOK + '{{ blok.keuze(zaak.dienstverband, "sort") }}', ": beeld[veld] (`sort`) bestaat niet in Dienstverband"),
        ("{% macro m(w) %}{{ w.bsn }}{% endmacro %}{{ m(zaak.werknemer) }}", "1: w.bsn is verborgen"),
        ("{% macro m() %}{{ zaak.werknemer.bsn }}{% endmacro %}{{ m() }}", "1: zaak.werknemer.bsn is verborgen"),
        ("{% macro m(w) %}{{ caller(w) }}{% endmacro %}{% call(w) m(zaak.werknemer) %}{{ w.bsn }}{% endcall %}", "1: w.bsn"),
        ("{{ werkgever.contactpersoon.bsn }}", "1: werkgever.contactpersoon.bsn bestaat niet in Persoon"),
        ("{{ werkgever.loonheffingennummer }}", "1: werkgever.loonheffingennummer is verborgen"),
        ("{% for t in tekenaars %}{{ t.persoon.functie }}{% endfor %}", "1: t.persoon.functie bestaat niet in Werknemer"),
    ],
)  # fmt: skip
def test_wat_een_lezer_niet_mag_zien_wordt_gezien(volg: Volg, tekst: str, gebrek: str) -> None:
    """Rechtstreeks, achter een lus, na `set`, in een macro of met een letterlijke naam: het is een gebrek."""
    gevonden = volg(tekst)

    assert [regel for regel in gevonden if gebrek in regel], gevonden


@pytest.mark.parametrize(
    ("tekst", "gebrek"),
    [
        ("{% for p in zaak.verzuim.periodes %}{{ p.vna|datum }}{% endfor %}", "p.vna bestaat niet"),
        ('{{ zaak.verzuim.periodes|sort(attribute="vna")|length }}', "bestaat niet in Verzuimperiode"),
        ("{{ zaak.verzuim.periodes|sort(attribute=stuk.einddoel)|length }}", "leest een veld met een berekende naam"),
        ("{{ zaak[zaak.kenmerk] }}", "heeft een berekende naam"),
        ("{{ pad(zaak, zaak.kenmerk) }}", "vraagt de plaats van een veld met een berekende naam"),
        ("{{ onbekend }}", "onbekend bestaat niet"),
        ("{% if zaak.werknemer.bsn %}{% set x = 1 %}{% endif %}{{ x }}", "x bestaat niet, of niet altijd"),
        ("{{ zaak.werknemer|adres }}", "vraagt met het filter `adres` te veel"),
        ("{{ zaak.kenmerk|datum }}", "past niet bij het filter `datum`"),
        ("{{ zaak.kenmerk|woord }}", "is geen keuze"),
        ("{{ zaak.kenmerk|tojson }}", "gebruikt het filter `tojson`"),
        ("{% if zaak.kenmerk is mapping %}{% endif %}", "is een toets die hier niet wordt gevolgd"),
        ('{% if stuk.status == "concpt" %}{% endif %}', "vergelijkt met `concpt`"),
        ("{{ zaak.kenmerk.upper() }}", "zaak.kenmerk.upper bestaat niet"),
        ("{{ zaak.kenmerk() }}", "is geen macro of functie"),
        ("{{ zaak.werknemer.geboortedatum - stuk.datum }}", "rekent met wat geen heel getal is"),
        ("{% macro m(a) %}{% endmacro %}{{ m() }}", "krijgt niet de argumenten"),
        ("{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(1) }}", "roept zichzelf aan"),
        ('{% from "delen/blokken.html" import bestaatniet with context %}', "heeft geen `bestaatniet`"),
        ('{% extends "delen/formulier.html" %}{% if zaak.kenmerk %}x{% endif %}', "staat naast de blokken"),
        ("{{ (stuk.activiteiten|first).wta }}", "bestaat niet in Activiteit"),
        ("{{ stuk.activiteiten[0].wta }}", "bestaat niet in Activiteit"),
    ],
)  # fmt: skip
def test_wat_niet_bestaat_of_niet_te_volgen_is_wordt_gezien(volg: Volg, tekst: str, gebrek: str) -> None:
    """Een tikfout of een berekende naam gaat niet stil voorbij, ook niet voor wie alles mag zien."""
    gevonden = volg(tekst, voor=(Doelgroep.WERKGEVER,), voor_uwv=True)

    assert [regel for regel in gevonden if gebrek in regel], gevonden


@pytest.mark.parametrize(
    "tekst",
    [
        "{{ zaak.werknemer.bsn }}",
        "{% for t in tekenaars if t.partij != 'werknemer' %}{{ t.persoon.functie }}{% endfor %}",
        "{% for t in tekenaars %}{% if t.stand == 'geweigerd' %}{{ t.handtekening.geweigerd.reden }}{% endif %}{% endfor %}",
        BLOK + "{{ blok.ondertekening(tekenaars) }}",
        BLOK + '{% for a in stuk.activiteiten %}{{ blok.tekst(a, "wat") }}{% endfor %}',
        '{% set p = zaak.verzuim.periodes|sort(attribute="van")|first %}{{ p.van|datum }}',
        "{% for groep in [zaak.werknemer, casemanager] %}{{ groep|naam }}{% endfor %}",
    ],
)  # fmt: skip
def test_wat_wel_mag_wordt_niet_gemeld(volg: Volg, tekst: str) -> None:
    """De controle houdt niets tegen wat de lezers mogen zien."""
    assert volg(tekst, voor=(Doelgroep.WERKGEVER,), voor_uwv=True) == []


def test_een_verborgen_veld_in_een_ouder_wordt_gezien(volg: Volg) -> None:
    """Ook wat het stuk zelf niet zegt, maar het sjabloon waarop het rust."""
    ouder = "<article>\n{% block inhoud %}{{ zaak.verzuim.vangnet|ja_nee }}{% endblock %}</article>"
    kind = '{% extends "delen/ouder.html" %}{% block inhoud %}{{ super() }}{% endblock %}'

    assert volg(kind, **{"delen/ouder.html": ouder}) == [
        "2: zaak.verzuim is verborgen voor second-opinion-arts"
    ]


def test_een_stuk_voor_wie_zijn_datum_niet_mag_zien_kan_niet_bestaan() -> None:
    """Wat het programma zelf van een stuk leest, moet ook voor al zijn lezers bestaan."""
    vorm = VORMEN["medische-informatie"].model_copy(
        update={"voor": (Doelgroep.WERKNEMER, Doelgroep.WERKGEVER)}
    )

    with pytest.raises(Verborgen, match=r"stuk\.datum is verborgen voor werknemer\+werkgever"):
        context(vorm)


def test_de_controle_kent_precies_de_namen_die_een_sjabloon_krijgt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wat de samensteller aan een sjabloon geeft, heeft dezelfde namen, en is wat de controle ervan denkt."""
    gegeven: list[dict[str, Any]] = []
    render = Omgeving.render

    def luister(self: Omgeving, bron: str, context: dict[str, Any]) -> str:
        gegeven.append(context)
        return render(self, bron, context)

    monkeypatch.setattr(Omgeving, "render", luister)
    for ontwerp in ontwerpen():
        werkplaats().tekst(ontwerp)
        echt, gedacht, blik = gegeven[-1], context(ontwerp.vorm), blik_van(ontwerp.vorm)
        assert type(ontwerp.stuk.gegevens) is STUKMODELLEN[ontwerp.vorm.bron]
        assert {*echt, "pad", "woorden_bij"} == set(gedacht)
        assert [naam for naam, waarde in echt.items() if not bevat(gedacht[naam], waarde, blik)] == []
        als_voor_arts = bevat(gedacht["zaak"], echt["zaak"], Blik(frozenset({ARTS})))
        assert als_voor_arts == (ARTS in ontwerp.vorm.lezers)
