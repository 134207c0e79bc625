"""Why a file is no YAML, in words for a clerk, at the place where a person has to change something.

libyaml reports where it got stuck, which is often a line too late or at the end of the file. Its own
text may quote the file, so it is never shown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

__all__ = ["Uitleg", "uitleg_van"]


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What is wrong; line and column count from 0, as the parser's marks do."""

    regel: int
    kolom: int
    melding: str = ""
    oplossing: str = ""
    voorstel: str = ""
    code: str = "YML-01"


@dataclass(frozen=True, slots=True)
class _Vastloper:
    """Where the parser got stuck, and where what it was reading began."""

    regels: list[str]
    regel: int
    kolom: int
    begin_regel: int
    begin_kolom: int

    @property
    def tekst(self) -> str:
        return self.regels[self.regel]

    def vorige(self) -> int:
        """The nearest line above that says something; the line itself where there is none."""
        boven = (nr for nr in range(self.regel - 1, -1, -1) if _zegt_iets(self.regels[nr]))
        return next(boven, self.regel)


_SLEUTEL = r"[A-Za-z][\w-]*"
_ZONDER_SPATIE = re.compile(rf"(?P<voor>[\s-]*)(?P<sleutel>{_SLEUTEL}):(?P<rest>[^\s:/].*)")
_ZONDER_DUBBELE_PUNT = re.compile(rf"(?P<voor>\s*(?:- )?)(?P<sleutel>{_SLEUTEL}) +(?P<rest>[^\s#].*)")
_SLEUTEL_BEGIN = re.compile(rf"(?P<voor>\s*(?:- +)*)(?P<sleutel>{_SLEUTEL}) *:(?= |$)")
_RARE_SPATIE = re.compile("^\\s*[\u00a0\u2000-\u200b\u202f\u3000]|[:-]\\s*[\u00a0\u2000-\u200b\u202f\u3000]")
_RARE_SPATIES = re.compile("[\u00a0\u2000-\u200b\u202f\u3000]")


def uitleg_van(fout: yaml.MarkedYAMLError, regels: list[str]) -> Uitleg:
    """The best place and sentence for an error of the parser."""
    merk = fout.problem_mark or fout.context_mark
    begin = fout.context_mark or merk
    laatste = len(regels) - 1
    vast = _Vastloper(
        regels,
        min(merk.line, laatste) if merk else 0,
        merk.column if merk else 0,
        min(begin.line, laatste) if begin else 0,
        begin.column if begin else 0,
    )
    gevonden = _tab(vast) or _rare_spatie(vast)
    if gevonden:
        return gevonden
    probleem = f"{fout.problem or ''} | {fout.context or ''}"
    zoek = next((functie for kenmerk, functie in _OORZAKEN if kenmerk in probleem), _onbekend)
    return zoek(vast)


def _zonder_commentaar(tekst: str) -> str:
    return re.split(r"(?:^|\s)#", tekst, maxsplit=1)[0].rstrip()


def _zegt_iets(regel: str) -> bool:
    return bool(regel.strip()) and not regel.lstrip().startswith("#")


def _tab(vast: _Vastloper) -> Uitleg | None:
    for nr in dict.fromkeys((vast.regel, vast.vorige())):
        regel = vast.regels[nr]
        inspringing = regel[: len(regel) - len(regel.lstrip())]
        if "\t" in inspringing:
            nieuw = inspringing.replace("\t", "  ") + regel.lstrip()
            return Uitleg(nr, inspringing.index("\t"), voorstel=_zonder_commentaar(nieuw), code="YML-11")
    return None


def _rare_spatie(vast: _Vastloper) -> Uitleg | None:
    for nr in dict.fromkeys((vast.regel, vast.vorige(), vast.begin_regel)):
        if raar := _RARE_SPATIE.search(vast.regels[nr]):
            return Uitleg(
                nr,
                raar.end() - 1,
                "Hier staat een bijzondere spatie, die er net zo uitziet als een gewone.",
                "Vervang het teken door een gewone spatie. Dit komt vaak door plakken uit Word of een mail.",
                _zonder_commentaar(_RARE_SPATIES.sub(" ", vast.regels[nr]).strip()),
            )
    return None


def _geen_dubbele_punt(vast: _Vastloper) -> Uitleg:
    """The parser sees it a line later; what it was reading began at the guilty one."""
    boven = vast.regels[vast.begin_regel - 1] if vast.begin_regel else ""
    if re.search(r":\s+[|>][+-]?\s*$", boven):
        tekst = vast.regels[vast.begin_regel].strip()
        return Uitleg(
            vast.begin_regel,
            vast.begin_kolom,
            "De tekst onder | of > springt niet ver genoeg in.",
            "Laat elke regel van de tekst twee spaties verder inspringen dan de sleutel erboven.",
            f"{' ' * (vast.begin_kolom + 2)}{tekst}",
        )
    return _dubbele_punt_op(vast, vast.begin_regel) or Uitleg(
        vast.begin_regel,
        vast.begin_kolom,
        "Op deze regel ontbreekt een dubbele punt.",
        "Schrijf `sleutel: waarde`. Hoort de tekst bij de regel erboven, spring dan verder in.",
    )


def _dubbele_punt_op(vast: _Vastloper, nr: int) -> Uitleg | None:
    regel = vast.regels[nr]
    if delen := _ZONDER_SPATIE.fullmatch(regel):
        return Uitleg(
            nr,
            delen.end("sleutel"),
            "Achter de dubbele punt hoort een spatie.",
            "Zet een spatie achter de dubbele punt.",
            f"{delen['sleutel']}: {_zonder_commentaar(delen['rest'])}",
        )
    delen = _ZONDER_DUBBELE_PUNT.fullmatch(regel)
    if delen and not re.search(r":(\s|$)", regel):
        return Uitleg(
            nr,
            delen.end("sleutel"),
            "Hier ontbreekt een dubbele punt.",
            "Schrijf `sleutel: waarde`. Hoort de tekst bij de regel erboven, spring dan verder in.",
            f"{delen['sleutel']}: {_zonder_commentaar(delen['rest'])}",
        )
    return None


def _na_einde(vast: _Vastloper) -> Uitleg:
    """A first line without colon is a whole document to the parser, unless a mark ended it."""
    vorige = vast.vorige()
    if not any(regel.startswith(("---", "...")) for regel in vast.regels[: vast.regel + 1]):
        return _dubbele_punt_op(vast, vorige) or Uitleg(
            vorige, 0, "Op deze regel ontbreekt een dubbele punt.", "Schrijf `sleutel: waarde`."
        )
    return Uitleg(vast.regel, vast.kolom, code="YML-05")


def _dubbele_punt_te_veel(vast: _Vastloper) -> Uitleg:
    sleutel = _SLEUTEL_BEGIN.match(vast.tekst)
    if sleutel and sleutel.end() <= vast.kolom:
        waarde = _zonder_commentaar(vast.tekst[sleutel.end() :]).strip()
        return Uitleg(
            vast.regel,
            vast.kolom,
            "In deze tekst staat een dubbele punt.",
            "Zet de hele tekst tussen aanhalingstekens.",
            f"{sleutel['sleutel']}: {_tussen_aanhalingstekens(waarde)}",
        )
    # The line itself is fine, so the one above ran on into it.
    vorige = vast.vorige()
    if vorige != vast.regel and (uitleg := _dubbele_punt_op(vast, vorige)):
        return uitleg
    begin = len(vast.tekst) - len(vast.tekst.lstrip())
    return Uitleg(
        vast.regel,
        begin,
        "Deze regel springt te ver in.",
        "Laat de regel even ver inspringen als de andere velden van dezelfde groep.",
        _als_vorige(vast, vorige),
    )


def _als_vorige(vast: _Vastloper, vorige: int) -> str:
    boven = vast.regels[vorige]
    return boven[: len(boven) - len(boven.lstrip(" "))] + _zonder_commentaar(vast.tekst.lstrip())


def _tussen_aanhalingstekens(waarde: str) -> str:
    kaal = waarde.strip("\"'")
    return f"'{kaal}'" if '"' in kaal or "\\" in kaal else f'"{kaal}"'


def _sleutel_verwacht(vast: _Vastloper) -> Uitleg:
    """Either the indentation is wrong, or something stands behind a quote or bracket that is closed."""
    voor = vast.tekst[: vast.kolom].rstrip()
    if voor.strip(" -"):
        return _na_afsluiting(vast, voor)
    if vast.tekst[vast.kolom : vast.kolom + 1] == ":":
        return Uitleg(
            vast.regel,
            vast.kolom,
            "Vóór deze dubbele punt ontbreekt de sleutel.",
            "Schrijf `sleutel: waarde`.",
        )
    return Uitleg(
        vast.regel,
        vast.kolom,
        "De inspringing van deze regel klopt niet.",
        "Laat de regel even ver inspringen als de andere velden van dezelfde groep.",
        _als_vorige(vast, vast.vorige()),
    )


def _na_afsluiting(vast: _Vastloper, voor: str) -> Uitleg:
    teken = voor[-1]
    if teken in "\"'" and voor.count(teken) % 2:
        # This quote closes one that was opened on an earlier line and forgotten there.
        for nr in range(vast.regel - 1, -1, -1):
            regel = vast.regels[nr]
            open_ = re.search(rf"[:\-,\[{{]\s+({teken})", regel)
            if open_ and regel.count(teken) % 2:
                return _open_aanhalingsteken(vast, nr, open_.start(1))
    if teken in "\"'":
        return Uitleg(
            vast.regel,
            vast.kolom,
            "Achter het aanhalingsteken staat nog tekst.",
            "Zet de hele tekst tussen aanhalingstekens, en gebruik binnenin een ander soort aanhalingsteken.",
        )
    if teken in "]}":
        return Uitleg(
            vast.regel,
            vast.kolom,
            "Achter het haakje staat nog iets.",
            "Haal weg wat te veel is. Is het een gewone tekst, zet die dan tussen aanhalingstekens.",
        )
    return Uitleg(vast.regel, vast.kolom, "De inspringing of een aanhalingsteken klopt hier niet.")


def _open_aanhalingsteken(vast: _Vastloper, nr: int, kolom: int) -> Uitleg:
    regel = vast.regels[nr]
    inhoud = re.split(r"[\"'\\]|\s#\s", regel[kolom + 1 :])[0].rstrip(" ,]}")
    apostrof = regel[kolom : kolom + 1] == "'"
    voorstel = f'"\'{inhoud}"' if apostrof and len(inhoud.split(" ")[0].split("-")[0]) <= 1 else f'"{inhoud}"'
    return Uitleg(
        nr,
        kolom,
        "Dit aanhalingsteken wordt op deze regel niet gesloten.",
        "Begint de tekst met een apostrof? Zet de hele tekst dan tussen dubbele aanhalingstekens."
        if apostrof
        else "Zet aan het eind van de tekst hetzelfde aanhalingsteken.",
        voorstel,
    )


def _nooit_gesloten(vast: _Vastloper) -> Uitleg:
    return _open_aanhalingsteken(vast, vast.begin_regel, vast.begin_kolom)


def _haakje(vast: _Vastloper) -> Uitleg:
    if vast.regel != vast.begin_regel:
        haakje = vast.regels[vast.begin_regel][vast.begin_kolom : vast.begin_kolom + 1]
        sluit = {"[": "]", "{": "}"}.get(haakje, "]")
        return Uitleg(
            vast.begin_regel,
            vast.begin_kolom,
            "Dit haakje wordt niet gesloten.",
            f"Zet aan het eind een {sluit}. Hoort het haakje bij de tekst, zet die dan tussen aanhalingstekens.",
            f"{_zonder_commentaar(vast.regels[vast.begin_regel][vast.begin_kolom :])}{sluit}",
        )
    return Uitleg(
        vast.regel,
        vast.kolom,
        "Vóór deze plek ontbreekt een komma, of er staat een leesteken te veel.",
        "Scheid de delen tussen de haakjes met een komma. Zet een tekst met leestekens tussen aanhalingstekens.",
    )


def _streepje(vast: _Vastloper) -> Uitleg:
    kaal = vast.tekst.lstrip()
    if kaal.startswith("-") and not kaal.startswith("- "):
        return Uitleg(
            vast.regel,
            len(vast.tekst) - len(kaal),
            "Achter het streepje hoort een spatie.",
            "Zet een spatie achter het streepje.",
            f"- {_zonder_commentaar(kaal[1:])}",
        )
    return Uitleg(
        vast.regel,
        vast.kolom,
        "Deze regel hoort niet in de lijst, of mist een streepje.",
        "Begin elk onderdeel van een lijst met een streepje en een spatie, even ver ingesprongen.",
    )


def _vast(melding: str, oplossing: str, code: str = "YML-01") -> Callable[[_Vastloper], Uitleg]:
    return lambda vast: Uitleg(vast.regel, vast.kolom, melding, oplossing, code=code)


def _bij_begin(melding: str, oplossing: str, code: str = "YML-01") -> Callable[[_Vastloper], Uitleg]:
    return lambda vast: Uitleg(vast.begin_regel, vast.begin_kolom, melding, oplossing, code=code)


def _waarde_tussen_aanhalingstekens(vast: _Vastloper) -> Uitleg:
    return Uitleg(
        vast.regel,
        vast.kolom,
        "Een tekst mag niet met dit teken beginnen.",
        "Zet de tekst tussen aanhalingstekens.",
        _tussen_aanhalingstekens(_zonder_commentaar(vast.tekst[vast.kolom :])),
    )


_onbekend = _vast("", "")

# What libyaml says, or was doing -> how we explain it; the first that fits.
_OORZAKEN: tuple[tuple[str, Callable[[_Vastloper], Uitleg]], ...] = (
    ("scanning an anchor", _bij_begin("", "", "YML-03")),
    ("scanning an alias", _bij_begin("", "", "YML-03")),
    ("parsing a tag", _bij_begin("", "", "YML-04")),
    ("scanning a tag", _bij_begin("", "", "YML-04")),
    ("undefined tag handle", _vast("", "", code="YML-04")),
    ("expected <document start>", _na_einde),
    ("directive", _bij_begin("Een regel mag niet met % beginnen.", "Haal de regel weg.")),
    ("incompatible YAML document", _vast("Een regel mag niet met % beginnen.", "Haal de regel weg.")),
    ("could not find expected ':'", _geen_dubbele_punt),
    ("mapping values are not allowed", _dubbele_punt_te_veel),
    ("unexpected end of stream", _nooit_gesloten),
    ("unexpected document indicator", _nooit_gesloten),
    ("did not find expected ',' or", _haakje),
    ("did not find expected '-' indicator", _streepje),
    ("did not find expected key", _sleutel_verwacht),
    (
        "block sequence entries are not allowed",
        _vast(
            "Een lijst begint niet op dezelfde regel als de sleutel.",
            "Zet het streepje op een nieuwe regel, ingesprongen.",
        ),
    ),
    (
        "expected comment or line break",
        _vast(
            "Achter | of > mag op dezelfde regel geen tekst staan.",
            "Begin de tekst op de volgende regel, ingesprongen.",
        ),
    ),
    ("cannot start any token", _waarde_tussen_aanhalingstekens),
    (
        "parsing a quoted scalar",
        _bij_begin(
            "Tussen dubbele aanhalingstekens heeft \\ een bijzondere betekenis.",
            "Gebruik enkele aanhalingstekens om deze tekst.",
        ),
    ),
)
