"""What pydantic finds, as findings in Dutch with place and way out. Never shows a value."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dossiergen.finding import CATALOGUS, Finding
from dossiergen.zaak.herschrijven import als_sleutel, herschreven, lijkt_op
from dossiergen.zaak.labels import code_van
from dossiergen.zaak.veldwijzer import code_van_sleutel, in_andere_bestanden, model_op, plekken_van
from dossiergen.zaak.yaml import Document, Pad, pad_tekst

__all__ = ["VERTALING", "lege_onbekende_sleutels", "vertaal"]

# pydantic's error type -> (our code, sentence). Placeholders are limits of the model, never input.
VERTALING: dict[str, tuple[str, str]] = {
    "missing": ("SCH-01", "Het veld `{veld}` ontbreekt."),
    "extra_forbidden": ("ID-14", "Deze sleutel is hier niet bekend."),
    "model_type": ("SCH-02", "Hier horen velden onder de sleutel, elk op een eigen regel."),
    "dict_type": ("SCH-02", "Hier horen velden onder de sleutel, elk op een eigen regel."),
    "tuple_type": ("SCH-02", "Hier hoort een lijst."),
    "string_type": ("SCH-02", "Hier hoort één tekst, geen lijst of groep."),
    "string_too_short": ("SCH-05", "Deze tekst is leeg."),
    "string_too_long": ("SCH-05", "Deze tekst is te lang: hooguit {max_length} tekens."),
    "string_pattern_mismatch": ("SCH-05", "Een sleutel bestaat uit kleine letters, cijfers en streepjes."),
    "enum": ("SCH-03", "Deze keuze bestaat niet."),
    "greater_than": ("SCH-04", "Dit getal is te klein: het moet groter zijn dan {gt}."),
    "greater_than_equal": ("SCH-04", "Dit getal is te klein: het moet minstens {ge} zijn."),
    "less_than_equal": ("SCH-04", "Dit getal is te groot: het mag hooguit {le} zijn."),
    "too_short": ("SCH-02", "Deze lijst is leeg."),
}
_KEUZE = re.compile(r"'([^']*)'")
_SOORT_BIJ_CODE = {"REF-01": "personen", "REF-02": "werkgevers", "REF-03": "arbodiensten"}
# So near that it must be a slip of the pen.
_TYPEFOUT = 0.8
# More places than this say nothing any more.
_WEINIG = 4
# Where the code itself says more than what is wrong here.
_EIGEN_ZIN = {
    "SO-18": "Toestemming voor alles tegelijk is geen toestemming: de werknemer kiest voor elk soort gegevens apart."
}


@dataclass(frozen=True, slots=True)
class _Fout:
    """One error with all that explaining it takes."""

    soort: str
    pad: Pad
    context: Mapping[str, Any]
    document: Document
    model: type[BaseModel]
    sleutels: Mapping[str, frozenset[str]]

    @property
    def veld(self) -> str:
        return pad_tekst(self.pad[-1:])

    @property
    def ouder(self) -> type[BaseModel] | None:
        return model_op(self.model, self.pad[:-1])

    def inhoud(self) -> object:
        """What the file has at the path; None where it has nothing."""
        gevonden: Any = self.document.data
        for deel in self.pad:
            try:
                gevonden = gevonden[deel]
            except (KeyError, IndexError, TypeError):
                return None
        return gevonden

    def waarde(self) -> str:
        inhoud = self.inhoud()
        return inhoud if isinstance(inhoud, str) else ""


@dataclass(frozen=True, slots=True)
class _Antwoord:
    """What replaces the standard words of a finding; empty keeps them."""

    melding: str = ""
    oplossing: str = ""
    voorstel: str = ""
    code: str = ""
    # The path where the field should have stood, so that it is not missed there as well.
    bedoeld: Pad | None = None


def vertaal(
    fouten: ValidationError,
    document: Document,
    model: type[BaseModel],
    sleutels: Mapping[str, frozenset[str]],
) -> Iterator[Finding]:
    """Each error as a finding at its place in `document`; one slip of the pen is one finding."""
    gelezen = [
        _lees(fout, document, model, sleutels)
        for fout in fouten.errors(include_input=False, include_url=False)
    ]
    beantwoord = [(fout, _UITLEG.get(fout.soort, _herschrijf)(fout)) for fout in gelezen]
    bedoeld = {antwoord.bedoeld for _, antwoord in beantwoord}
    for fout, antwoord in beantwoord:
        if not _overbodig(fout, bedoeld):
            yield _finding(fout, antwoord)


def lege_onbekende_sleutels(
    document: Document, model: type[BaseModel], sleutels: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """Keys that nobody knows and that hold nothing; the model never sees these."""
    for pad in document.leeg:
        ouder = model_op(model, pad[:-1])
        if ouder is not None and pad[-1] not in ouder.model_fields:
            context = {"type": "extra_forbidden", "msg": ""}
            fout = _Fout("extra_forbidden", pad, context, document, model, sleutels)
            yield _finding(fout, _onbekende_sleutel(fout))


def _overbodig(fout: _Fout, bedoeld: set[Pad | None]) -> bool:
    """What another finding says already: a field that is there under a wrong name, a list whose items are wrong."""
    if fout.soort == "missing":
        return fout.pad in bedoeld
    return fout.soort == "too_short" and bool(fout.inhoud())


def _lees(
    fout: ErrorDetails, document: Document, model: type[BaseModel], sleutels: Mapping[str, frozenset[str]]
) -> _Fout:
    pad: Pad = fout["loc"]
    soort = fout["type"]
    # pydantic adds '[key]' after a mapping's key that is wrong itself.
    if pad[-1:] == ("[key]",) and soort != "extra_forbidden":
        pad, soort = pad[:-1], "sleutel"
    context = {**fout.get("ctx", {}), "type": fout["type"], "msg": fout["msg"]}
    return _Fout(soort, pad, context, document, model, sleutels)


def _finding(fout: _Fout, antwoord: _Antwoord) -> Finding:
    soort = fout.context["type"]
    code, melding = VERTALING.get(soort, (soort, fout.context["msg"]))
    if code not in CATALOGUS:
        code, melding = "SCH-02", ""
    plaats = fout.document.plaats(
        fout.pad, sleutel=fout.soort in {"missing", "extra_forbidden", "sleutel", "SCH-07"}
    )
    return CATALOGUS[antwoord.code or _eigen_code(fout) or code].finding(
        plaats,
        antwoord.melding or melding.format_map({**fout.context, "veld": fout.veld}),
        pad=pad_tekst(fout.pad),
        oplossing=antwoord.oplossing,
        voorstel=antwoord.voorstel,
    )


def _eigen_code(fout: _Fout) -> str:
    """The code that the law has for a field that is not there or not one of its choices."""
    field = fout.ouder.model_fields.get(str(fout.pad[-1])) if fout.ouder and fout.pad else None
    return code_van(field) if field and fout.soort in {"missing", "enum", "model_type"} else ""


def _ontbreekt(fout: _Fout) -> _Antwoord:
    if fout.pad in fout.document.sleutels:
        return _Antwoord(f"Het veld `{fout.veld}` is nog leeg.", "Vul het veld in.")
    boven = fout.pad[-2] if len(fout.pad) > 1 else None
    # A number is a place in a list, a key of the file's own says nothing about where.
    onder = f" onder `{boven}`" if isinstance(boven, str) and _is_veld(fout, fout.pad[:-1]) else ""
    field = fout.ouder.model_fields.get(str(fout.pad[-1])) if fout.ouder else None
    uitleg = f" {field.description}" if field and field.description else ""
    return _Antwoord(oplossing=f"Voeg{onder} de regel `{fout.veld}:` toe.{uitleg}", voorstel=f"{fout.veld}:")


def _is_veld(fout: _Fout, pad: Pad) -> bool:
    ouder = model_op(fout.model, pad[:-1])
    return ouder is not None and pad[-1] in ouder.model_fields


def _onbekende_sleutel(fout: _Fout) -> _Antwoord:
    geschreven = str(fout.pad[-1])
    if geschreven.isdigit() and not fout.inhoud():
        return _Antwoord(
            oplossing='Een komma in een getal? Zet het getal dan tussen aanhalingstekens: "36,25".'
        )
    sleutel = geschreven.strip().lower().replace(" ", "_").replace("-", "_")
    if code := code_van_sleutel(sleutel, fout.pad, fout.model):
        return _Antwoord(_EIGEN_ZIN.get(code, CATALOGUS[code].titel), code=code)
    mogelijk = list(fout.ouder.model_fields) if fout.ouder else []
    if gelijkend := lijkt_op(sleutel, mogelijk, _TYPEFOUT):
        return _bedoelt(fout, gelijkend)
    if elders := _elders(fout, sleutel):
        return elders
    gelijkend = lijkt_op(sleutel, mogelijk)
    if gelijkend and (*fout.pad[:-1], gelijkend) not in fout.document.sleutels:
        return _bedoelt(fout, gelijkend)
    return _Antwoord(oplossing=f"Mogelijk zijn hier: {', '.join(mogelijk)}." if mogelijk else "")


def _bedoelt(fout: _Fout, sleutel: str) -> _Antwoord:
    if (*fout.pad[:-1], sleutel) in fout.document.sleutels:
        return _Antwoord(
            oplossing=f"Het veld `{sleutel}` staat hier ook al. Voeg ze samen, of haal deze regel weg."
        )
    return _Antwoord(
        oplossing=f"Bedoelt u `{sleutel}`?", voorstel=f"{sleutel}:", bedoeld=(*fout.pad[:-1], sleutel)
    )


def _elders(fout: _Fout, sleutel: str) -> _Antwoord | None:
    """A field that is known in another place, when there are not too many."""
    plekken = plekken_van(sleutel, fout.model)
    if () in plekken:
        return _Antwoord(
            f"Het veld `{sleutel}` hoort helemaal vooraan, zonder inspringing.",
            "Verplaats de regel naar de kantlijn, voor of na de groep waar die nu in staat.",
            bedoeld=(sleutel,),
        )
    if plekken:
        onder = [f"`{'.'.join(plek)}`" for plek in plekken]
        return (
            _Antwoord(
                f"Het veld `{sleutel}` hoort onder {_of(onder)}.",
                "Verplaats de regel, en laat die even ver inspringen als de andere velden daar.",
                bedoeld=(*plekken[0], sleutel) if len(plekken) == 1 else None,
            )
            if len(plekken) <= _WEINIG
            else None
        )
    elders = in_andere_bestanden(sleutel, fout.model)
    if not 0 < len(elders) <= _WEINIG:
        return None
    waar = _of([f"{bestand}, onder `{onder}`" if onder else bestand for bestand, onder in elders])
    return _Antwoord(f"Het veld `{sleutel}` hoort in {waar}.", "Verplaats de regel naar dat bestand.")


def _of(delen: list[str]) -> str:
    return " of ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)


def _andere_keuze(fout: _Fout) -> _Antwoord:
    keuzes = _KEUZE.findall(str(fout.context.get("expected", "")))
    waarde = fout.waarde()
    gelijkend = lijkt_op(waarde.replace(" ", "_").replace("-", "_"), keuzes)
    if not gelijkend and (ja_nee := herschreven("ja_nee", waarde)) in keuzes:
        gelijkend = ja_nee
    if gelijkend:
        return _Antwoord(oplossing=f"Bedoelt u `{gelijkend}`?", voorstel=gelijkend)
    return _Antwoord(oplossing=f"Kies uit: {', '.join(keuzes)}.")


def _verwijzing(fout: _Fout) -> _Antwoord:
    # The key of a person is close to a name: for the screen only.
    bekend = fout.sleutels.get(_SOORT_BIJ_CODE[fout.soort], frozenset())
    return _Antwoord(voorstel=lijkt_op(fout.waarde(), bekend))


def _herschrijf(fout: _Fout) -> _Antwoord:
    waarde = fout.waarde()
    nieuw = herschreven(str(fout.context.get("vorm", "")), waarde)
    return _Antwoord(
        oplossing=str(fout.context.get("oplossing", "")), voorstel=nieuw if nieuw != waarde.strip() else ""
    )


def _geen_sleutelvorm(fout: _Fout) -> _Antwoord:
    is_sleutel = fout.soort == "sleutel"
    nieuw = als_sleutel(str(fout.pad[-1]) if is_sleutel else fout.waarde())
    return _Antwoord(
        oplossing="Begin met een letter en gebruik geen hoofdletters, spaties of andere tekens.",
        voorstel=f"{nieuw}:" if nieuw and is_sleutel else nieuw,
    )


def _geen_groep(fout: _Fout) -> _Antwoord:
    if isinstance(fout.inhoud(), list):
        return _Antwoord(
            "Hier hoort een groep velden, geen lijst.", "Haal de streepjes of de rechte haken weg."
        )
    model = model_op(fout.model, fout.pad)
    if model is None:
        return _Antwoord(oplossing="Zet op de volgende regel, ingesprongen, een sleutel en een dubbele punt.")
    if zin := _EIGEN_ZIN.get(_eigen_code(fout)):
        return _Antwoord(zin)
    return _Antwoord(oplossing=f"Mogelijk zijn hier: {', '.join(model.model_fields)}.")


def _geen_lijst(fout: _Fout) -> _Antwoord:
    inhoud = fout.inhoud()
    plaats = fout.document.plaats(fout.pad)
    regel = fout.document.regels[plaats.regel - 1][plaats.kolom - 1 :].rstrip()
    if isinstance(inhoud, dict):
        groep = re.match(r"\{[^{}]*\}", regel)
        # A number for a key was meant as the number of an item.
        voorstel = f"[{groep[0]}]" if groep else f"- {re.sub(r'^[0-9]+: *', '', regel)}".rstrip()
        return _Antwoord(oplossing="Zet een streepje voor het eerste veld.", voorstel=voorstel)
    eenvoudig = (
        model_op(fout.model, (*fout.pad, 0)) is None
        and isinstance(inhoud, str)
        and re.fullmatch(r"[\w .()/+'-]+", inhoud)
    )
    return _Antwoord(
        oplossing="Zet elk onderdeel op een eigen regel, met een streepje ervoor.",
        voorstel=f"[{inhoud}]" if eenvoudig else "",
    )


def _geen_tekst(fout: _Fout) -> _Antwoord:
    inhoud = fout.inhoud()
    if isinstance(inhoud, dict):
        return _Antwoord(
            oplossing="Staat er een dubbele punt in de tekst? Zet de tekst dan tussen aanhalingstekens."
        )
    een = inhoud[0] if isinstance(inhoud, list) and len(inhoud) == 1 else ""
    return _Antwoord(
        oplossing="Schrijf één tekst achter de sleutel, zonder streepjes of haakjes.",
        voorstel=een if isinstance(een, str) else "",
    )


def _lege_tekst(_fout: _Fout) -> _Antwoord:
    return _Antwoord(oplossing="Vul de tekst in, of haal de regel weg.")


def _lege_lijst(_fout: _Fout) -> _Antwoord:
    return _Antwoord(oplossing="Zet er minstens één onderdeel in.")


_UITLEG: Mapping[str, Callable[[_Fout], _Antwoord]] = {
    "missing": _ontbreekt,
    "extra_forbidden": _onbekende_sleutel,
    "enum": _andere_keuze,
    "model_type": _geen_groep,
    "dict_type": _geen_groep,
    "tuple_type": _geen_lijst,
    "SCH-02": _geen_tekst,
    "string_too_short": _lege_tekst,
    "too_short": _lege_lijst,
    "sleutel": _geen_sleutelvorm,
    "string_pattern_mismatch": _geen_sleutelvorm,
    **dict.fromkeys(_SOORT_BIJ_CODE, _verwijzing),
}
