"""The Word styles of a house style: everything that can be said in a style is said here and nowhere else."""

from collections.abc import Iterator, Mapping, Sequence

from dossiergen.huisstijl import Huisstijl
from dossiergen.render.docx.wml import Knoop, twips, w
from dossiergen.render.maten import INSPRINGING, KEUZE_INSPRINGING, LETTERS, VENSTER, regelhoogte, witfactor

__all__ = [
    "AANDUIDING",
    "TABELSTIJL",
    "halve_punten",
    "letop_opmaak",
    "stijlen",
    "visie_opmaak",
]

_MATEN: Mapping[str, tuple[float, float]] = {
    "Calibri": (1.05, 1.2207),
    "Cambria": (1.0, 1.1724),
    "Georgia": (0.98, 1.1362),
    "Arial": (0.96, 1.1499),
    "Times New Roman": (1.04, 1.1499),
}
"""By a Word machine's letter: how much larger it has to be to look as large as that of the PDF (Calibri looks
smaller than Source Sans Pro), and the line height that it brings along."""
_ANDERE_MAAT = (1.0, 1.17)
_PUNT = 25.4 / 72

TABELSTIJL = "Tabeldossier"
AANDUIDING = "Tekstvantijdelijkeaanduiding"
"""Of the text in a control that gives way to what somebody types."""
_TABELREGEL = 1.35
_ENKEL = 240
_KADERWIT = 5.5
_HANDTEKENING = 13.5
"""White above the line to sign on."""


def halve_punten(stijl: Huisstijl, factor: float = 1, letter: str | None = None) -> int:
    """Word's unit for type; `letter` where it is not that of the text."""
    vergroting, _ = _MATEN.get(letter or stijl.letter.docx, _ANDERE_MAAT)
    return round(stijl.letter.grootte * vergroting * factor * 2)


def _regel(stijl: Huisstijl, hoogte: float) -> int:
    """A multiple of the letter's own line, in 240ths, that gives the same distance as in the PDF."""
    vergroting, eigen_regel = _MATEN.get(stijl.letter.docx, _ANDERE_MAAT)
    return round(240 * hoogte / (vergroting * eigen_regel))


def visie_opmaak(_stijl: Huisstijl, inspringing: float = 0) -> list[Knoop]:
    """Someone's own words stand in from the margin.

    No paragraph has a border: LibreOffice draws those outside the tags of its PDF/UA.
    """
    return _ingesprongen(inspringing)


def letop_opmaak(stijl: Huisstijl, inspringing: float = 0) -> list[Knoop]:
    """A wash from margin to margin, like that of the key data: it begins where the first line does.

    What that line begins with, a tab or the mark of a list, stands before the text.
    """
    vulling = w("shd", val="clear", color="auto", fill=stijl.kleuren.vlak.lstrip("#"))
    dieper = max(0.0, inspringing - INSPRINGING)
    links = twips(_KADERWIT + dieper)
    hangt = twips(INSPRINGING) if dieper else links
    return [vulling, w("tabs", w("tab", val="left", pos=links)), w("ind", left=links, hanging=hangt)]


def _ingesprongen(extra: float) -> list[Knoop]:
    links = twips(_KADERWIT + extra)
    return [w("ind", left=links, hanging=twips(INSPRINGING)) if extra else w("ind", left=links)]


def stijlen(stijl: Huisstijl) -> Iterator[Knoop]:
    """Document defaults and all styles, in the order of the schema."""
    yield _standaard(stijl)
    yield w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        type="character",
        default=1,
        styleId="Standaardalinealettertype",
    )
    yield w(
        "style",
        w("name", val="No List"),
        w("uiPriority", val=99),
        type="numbering",
        default=1,
        styleId="Geenlijst",
    )
    yield w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            w("tblCellMar", *(w(kant, w=0, type="dxa") for kant in ("top", "left", "bottom", "right"))),
        ),
        type="table",
        default=1,
        styleId="Standaardtabel",
    )
    yield w(
        "style",
        w("name", val="Placeholder Text"),
        w("basedOn", val="Standaardalinealettertype"),
        w("uiPriority", val=99),
        w("rPr", w("color", val=_hex(stijl.kleuren.zacht))),
        type="character",
        styleId=AANDUIDING,
    )
    yield w(
        "style",
        w("name", val="Tabel dossier"),
        w("basedOn", val="Standaardtabel"),
        w("uiPriority", val=99),
        type="table",
        customStyle=1,
        styleId=TABELSTIJL,
    )
    yield from _tekst(stijl)
    yield from _koppen(stijl)
    yield from _inhoudsopgave(stijl)
    yield from _tabellen(stijl)
    yield from _brief(stijl)
    yield from _pagina(stijl)


def _standaard(stijl: Huisstijl) -> Knoop:
    tekens = w(
        "rPr",
        _lettertype(stijl.letter.docx),
        w("color", val=_hex(stijl.kleuren.inkt)),
        w("sz", val=halve_punten(stijl)),
        w("szCs", val=halve_punten(stijl)),
        w("lang", val="nl-NL", eastAsia="nl-NL", bidi="ar-SA"),
    )
    regels = w(
        "pPr",
        w("spacing", before=0, after=0, line=_regel(stijl, regelhoogte(dicht=stijl.dicht)), lineRule="auto"),
    )
    return w("docDefaults", w("rPrDefault", tekens), w("pPrDefault", regels))


def _lettertype(letter: str) -> Knoop:
    return w("rFonts", ascii=letter, hAnsi=letter, eastAsia=letter, cs=letter)


def _hex(kleur: str) -> str:
    return kleur.lstrip("#").upper()


def _stijl(  # noqa: PLR0913  one argument for each part that a style can have
    naam: str,
    *,
    id_: str = "",
    basis: str = "Standaard",
    volgende: str = "",
    alinea: Sequence[Knoop] = (),
    tekens: Sequence[Knoop] = (),
) -> Knoop:
    eigen = id_ or naam.replace(" ", "").replace("-", "")
    delen = [w("name", val=naam)]
    if basis and basis != eigen:
        delen.append(w("basedOn", val=basis))
    if volgende:
        delen.append(w("next", val=volgende))
    delen.append(w("qFormat"))
    if alinea:
        delen.append(w("pPr", *alinea))
    if tekens:
        delen.append(w("rPr", *tekens))
    attrs: dict[str, str | int] = {"type": "paragraph", "styleId": eigen}
    if eigen == "Standaard":
        attrs["default"] = 1
    if not id_:
        # Word has no style of this name of its own.
        attrs["customStyle"] = 1
    return w("style", *delen, **attrs)


def _wit(voor: float = 0, na: float = 0, *, regel: int = 0, precies: float = 0) -> Knoop:
    """White above and below in millimetres; the line in 240ths of its own height, or precisely so many millimetres."""
    wit = {"before": twips(voor), "after": twips(na)}
    if precies:
        return w("spacing", **wit, line=twips(precies), lineRule="exact")
    return w("spacing", **wit, line=regel, lineRule="auto") if regel else w("spacing", **wit)


def _letters(
    stijl: Huisstijl, factor: float = 1, kleur: str = "", *, vet: bool = False, kop: bool = False
) -> list[Knoop]:
    """Run properties in the order of the schema; `kop`: in the letter of the heads."""
    letter = stijl.letter.docx_koppen if kop else None
    maat = halve_punten(stijl, factor, letter)
    return [
        *([_lettertype(letter)] if letter else []),
        *([w("b"), w("bCs")] if vet else []),
        *([w("color", val=_hex(kleur))] if kleur else []),
        *([w("sz", val=maat), w("szCs", val=maat)] if factor != 1 else []),
    ]


def _tekst(stijl: Huisstijl) -> Iterator[Knoop]:
    kleuren, krap = stijl.kleuren, witfactor(dicht=stijl.dicht)
    yield _stijl("Normal", id_="Standaard", alinea=[w("widowControl"), _wit(na=2.2 * krap)])
    yield _stijl(
        "Ondertitel dossier",
        alinea=[w("suppressAutoHyphens"), _wit(na=6)],
        tekens=_letters(stijl, kleur=kleuren.zacht),
    )
    yield _stijl("Lijst", alinea=_hangend(0.8 * krap))
    keuze = _hangend(0.9, KEUZE_INSPRINGING)
    yield _stijl("Keuze", alinea=keuze, tekens=_letters(stijl, kleur=kleuren.zacht))
    yield _stijl("Keuze open", basis="Keuze", tekens=_letters(stijl, kleur=kleuren.inkt))
    yield _stijl("Keuze gekozen", basis="Keuze", tekens=_letters(stijl, kleur=kleuren.inkt, vet=True))
    yield _stijl("Visie", alinea=_met_wit(visie_opmaak(stijl), _wit(na=2.2)))
    yield _stijl("Let op", alinea=_met_wit(letop_opmaak(stijl), _wit(na=1.5)))


def _hangend(na: float, inspringing: float = INSPRINGING) -> list[Knoop]:
    """A mark, a tab and a text that stands clear of the mark."""
    links = twips(inspringing)
    return [w("tabs", w("tab", val="left", pos=links)), _wit(na=na), w("ind", left=links, hanging=links)]


def _met_wit(opmaak: list[Knoop], wit: Knoop) -> list[Knoop]:
    """Spacing comes before the indent in the schema."""
    return [*opmaak[:-1], wit, opmaak[-1]]


def _koppen(stijl: Huisstijl) -> Iterator[Knoop]:
    kleuren, krap = stijl.kleuren, witfactor(dicht=stijl.dicht)
    witruimte = {1: (0, 1.2), 2: (5.5, 1.6), 3: (3.4, 0.8)}
    for niveau, (voor, na) in witruimte.items():
        alinea = [
            w("keepNext"),
            w("keepLines"),
            w("suppressAutoHyphens"),
            _wit(voor * krap, na * krap, regel=_ENKEL),
            w("outlineLvl", val=niveau - 1),
        ]
        kleur = kleuren.inkt if niveau == 3 else kleuren.accent
        tekens = _letters(stijl, LETTERS[f"h{niveau}"], kleur, vet=True, kop=True)
        yield _stijl(
            f"heading {niveau}", id_=f"Kop{niveau}", volgende="Standaard", alinea=alinea, tekens=tekens
        )
    betreft = [w("suppressAutoHyphens"), _wit(8 * krap, 5 * krap, regel=_ENKEL)]
    yield _stijl(
        "Betreft",
        basis="Kop1",
        volgende="Standaard",
        alinea=betreft,
        tekens=_letters(stijl, LETTERS["betreft"], kop=True),
    )
    kop = _letters(stijl, 1.12, kop=True)
    yield _stijl(
        "Briefkop",
        basis="Kop2",
        volgende="Standaard",
        alinea=[_wit(4 * krap, 1 * krap, regel=_ENKEL)],
        tekens=kop,
    )


def _inhoudsopgave(stijl: Huisstijl) -> Iterator[Knoop]:
    """Word gives an entry of the contents the style of its level."""
    yield _stijl(
        "TOC Heading",
        id_="Kopvaninhoudsopgave",
        volgende="Standaard",
        alinea=[w("keepNext"), w("suppressAutoHyphens"), _wit(5.5, 1.6, regel=_ENKEL)],
        tekens=_letters(stijl, LETTERS["h2"], stijl.kleuren.accent, vet=True),
    )
    rechts = w("tab", val="right", leader="dot", pos=twips(stijl.tekstbreedte))
    yield _stijl("toc 2", id_="Inhopg2", volgende="Standaard", alinea=[w("tabs", rechts), _wit(na=0.8)])


def _tabellen(stijl: Huisstijl) -> Iterator[Knoop]:
    kleuren = stijl.kleuren
    regel = _regel(stijl, _TABELREGEL)
    tabel, klein = LETTERS["tabel"], LETTERS["klein"]
    yield _stijl("Tabeltekst", alinea=[_wit(regel=regel)], tekens=_letters(stijl, tabel))
    yield _stijl(
        "Tabellabel",
        basis="Tabeltekst",
        alinea=[w("suppressAutoHyphens")],
        tekens=_letters(stijl, kleur=kleuren.zacht),
    )
    yield _stijl(
        "Tabelkop",
        basis="Tabeltekst",
        alinea=[w("keepNext"), w("suppressAutoHyphens")],
        tekens=_letters(stijl, klein, kleuren.zacht, vet=True),
    )
    yield _stijl("Kerngegeven", basis="Tabeltekst", tekens=_letters(stijl, vet=True))
    yield _stijl(
        "Bijschrift tabel", alinea=[w("keepNext"), _wit(na=1.5)], tekens=_letters(stijl, klein, kleuren.zacht)
    )
    yield _stijl(
        "Ondertekenaar",
        basis="Tabeltekst",
        alinea=[w("keepNext"), _wit(na=0.8, regel=regel)],
        tekens=_letters(stijl, kleur=kleuren.accent, vet=True),
    )
    yield _stijl("Ondertekening", basis="Tabeltekst", alinea=[_wit(na=0.7, regel=regel)])
    yield _stijl("Handtekening", basis="Ondertekening", alinea=[_wit(_HANDTEKENING, 2, regel=regel)])
    yield _stijl("Tijdstip", basis="Tabeltekst", tekens=_letters(stijl, kleur=kleuren.accent, vet=True))


def _brief(stijl: Huisstijl) -> Iterator[Knoop]:
    kleuren = stijl.kleuren
    logoregel = stijl.letter.grootte * LETTERS["logo"] * 1.3 * _PUNT
    logo = _wit(na=VENSTER.boven - stijl.marges.boven - logoregel, precies=logoregel)
    yield _stijl(
        "Afzender",
        alinea=[w("suppressAutoHyphens"), logo],
        tekens=_letters(stijl, LETTERS["logo"], kleuren.accent, vet=True, kop=True),
    )
    breed = VENSTER.rechts - stijl.marges.links
    rechts = w("ind", right=twips(stijl.tekstbreedte - breed))
    yield _stijl("Adres", alinea=[w("suppressAutoHyphens"), _wit(), rechts])
    yield _stijl("Retouradres", basis="Adres", tekens=_letters(stijl, LETTERS["fijn"], kleuren.zacht))
    yield _stijl(
        "Kenmerkkop",
        basis="Tabeltekst",
        alinea=[w("keepNext")],
        tekens=_letters(stijl, LETTERS["fijn"], kleuren.zacht),
    )


def _pagina(stijl: Huisstijl) -> Iterator[Knoop]:
    kleuren = stijl.kleuren
    for naam, id_, factor, kleur in (
        ("header", "Koptekst", 0.85, kleuren.accent),
        ("footer", "Voettekst", 0.8, kleuren.zacht),
    ):
        tabs = w("tabs", w("tab", val="right", pos=twips(stijl.tekstbreedte)))
        alinea = [tabs, _wit(regel=_ENKEL)]
        yield _stijl(
            naam,
            id_=id_,
            alinea=alinea,
            tekens=_letters(stijl, factor, kleur, vet=naam == "header", kop=naam == "header"),
        )
