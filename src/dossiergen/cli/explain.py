"""`dossiergen explain`: the page of a code, the values of a key of law, or the list of all codes."""

import json
import textwrap
from collections.abc import Iterable, Iterator

import click
from click.shell_completion import CompletionItem

from dossiergen.cli import opties
from dossiergen.cli.bladen import Blad, Rechtsblad, Tijdvak, blad, rechtsblad
from dossiergen.cli.tonen import geef
from dossiergen.errors import ExitCode
from dossiergen.finding import Soort
from dossiergen.recht import recht
from dossiergen.regels.pagina import families, per_familie
from dossiergen.zaak.herschrijven import lijkt_op

_BREED = 80
_MARGE = 13
"""Where the text behind a label begins."""


class Code(click.ParamType[str]):
    """A code as in `check`, or a key of law; capitals do not count."""

    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        bekend = _bekend()
        for naam in (_met_nul(value.upper()), value.lower()):
            if naam in bekend:
                return naam
        gelijkend = lijkt_op(value, {naam.lower(): naam for naam in bekend})
        hulp = (
            f"Bedoelt u {next(naam for naam in bekend if naam.lower() == gelijkend)}?"
            if gelijkend
            else "`dossiergen explain` toont alle codes."
        )
        melding = f"'{value}' is geen code van een bevinding en geen sleutel van het recht. {hulp}"
        raise click.BadParameter(melding, param_hint="CODE")

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [
            CompletionItem(naam, help=uitleg)
            for naam, uitleg in _bekend().items()
            if naam.casefold().startswith(incomplete.casefold())
        ]


@click.command(
    "explain",
    help="Leg uit wat een bevinding betekent, waarom zij ertoe doet en hoe het wel moet. CODE is een code uit "
    "`dossiergen check`, zoals PVA-05, of een sleutel van het recht. Zonder CODE: de lijst van alle codes.",
)
@click.argument("codes", nargs=-1, type=Code(), metavar="[CODE...]")
@opties.formaat
def commando(codes: tuple[str, ...], formaat: str) -> int:
    """Print pages, or the list."""
    gekozen = tuple(dict.fromkeys(codes))
    if formaat == "json":
        data = [_blad(code).als_json() for code in gekozen] if gekozen else _lijst_als_json()
        geef(json.dumps(data, ensure_ascii=False, indent=2))
    elif gekozen:
        geef(
            f"\n\n{click.style('─' * _BREED, dim=True)}\n\n".join(_als_tekst(_blad(code)) for code in gekozen)
        )
    else:
        geef("\n".join(_lijst()))
    return ExitCode.GOED


def _met_nul(code: str) -> str:
    """PVA-5 is PVA-05."""
    familie, streepje, nummer = code.partition("-")
    return f"{familie}{streepje}{nummer:>02}"


def _bekend() -> dict[str, str]:
    """Codes and keys of law, with what each is about."""
    soorten = {soort.code: soort.titel for leden in per_familie().values() for soort in leden}
    return {**soorten, **{sleutel: regel.omschrijving for sleutel, regel in recht().waarden.items()}}


def _blad(naam: str) -> Blad | Rechtsblad:
    return rechtsblad(naam) if naam in recht().waarden else blad(naam)


def _lijst_als_json() -> list[dict[str, str]]:
    return [
        {"code": soort.code, "ernst": soort.ernst.value, "titel": soort.titel, "familie": familie}
        for familie, leden in per_familie().items()
        for soort in leden
    ]


def _lijst() -> Iterator[str]:
    titels = families()
    for nummer, (familie, leden) in enumerate(per_familie().items()):
        if nummer:
            yield ""
        yield click.style(titels[familie], bold=True)
        for soort in leden:
            yield from _alinea(soort.titel, f"  {soort.code:<8}{soort.ernst.value:<14}")


def _als_tekst(gekozen: Blad | Rechtsblad) -> str:
    return "\n".join(_van_een_code(gekozen) if isinstance(gekozen, Blad) else _van_het_recht(gekozen))


def _van_een_code(gekozen: Blad) -> Iterator[str]:
    soort, bladzijde = gekozen.soort, gekozen.pagina
    yield from _kop(soort)
    yield ""
    for label, tekst in (
        ("Doe dit", soort.oplossing),
        ("Grond", soort.grond),
        *(("Geldt", zin) for zin in gekozen.geldt),
        ("Gevolg", gekozen.gevolg),
        ("Aanvaarden", gekozen.aanvaarden),
        ("Sinds", f"dossiergen {bladzijde.sinds}"),
    ):
        yield from _gelabeld(label, tekst)
    yield from _deel("Wat", _alinea(bladzijde.wat, "  "))
    yield from _deel("Waarom", _alinea(bladzijde.waarom, "  "))
    for kop, voorbeeld in (("Fout", bladzijde.fout), ("Goed", bladzijde.goed)):
        if voorbeeld is not None:
            yield from _deel(kop, _voorbeeld(voorbeeld))
    if gekozen.recht:
        yield from _deel("Recht", (regel for een in gekozen.recht for regel in _kort(een)))


def _kop(soort: Soort) -> Iterator[str]:
    kop = f"{soort.code} {soort.ernst.value}"
    yield click.style(kop, bold=True)
    yield from _alinea(soort.titel)


def _van_het_recht(gekozen: Rechtsblad) -> Iterator[str]:
    yield click.style(gekozen.sleutel, bold=True)
    yield from _alinea(gekozen.omschrijving)
    yield ""
    yield from _gelabeld("Beslist", gekozen.aanknoping)
    yield from _gelabeld("Aard", gekozen.aard)
    yield from _gelabeld("Gelezen door", ", ".join(gekozen.codes) or "geen regel")
    for tijdvak in gekozen.tijdvakken:
        yield from _deel(_hoofdletter(tijdvak.wanneer), _van_een_tijdvak(tijdvak))


def _van_een_tijdvak(tijdvak: Tijdvak) -> Iterator[str]:
    yield from _alinea(tijdvak.waarde, "  ")
    yield from _gelabeld("  Bron", tijdvak.bron)
    yield from _gelabeld(
        "  Nagekeken", f"{tijdvak.nagekeken_op}{'' if tijdvak.bevestigd else ', niet bevestigd'}"
    )
    if tijdvak.opmerking:
        yield from _gelabeld("  Opmerking", tijdvak.opmerking)


def _kort(gekozen: Rechtsblad) -> Iterator[str]:
    """A key with its values, each on its own line; the key itself leads to the rest."""
    yield from _alinea(f"{gekozen.sleutel}: {gekozen.omschrijving}", "  ")
    for tijdvak in gekozen.tijdvakken:
        yield from _alinea(f"{tijdvak.waarde}, {tijdvak.wanneer}. {tijdvak.bron}.", "    ")


def _deel(kop: str, regels: Iterable[str]) -> Iterator[str]:
    yield ""
    yield click.style(kop, bold=True)
    yield from regels


def _voorbeeld(fragment: str) -> Iterator[str]:
    for regel in fragment.splitlines():
        # A tab is what an example may be about, and nobody sees one.
        ingesprongen = f"    {regel}".replace("\t", "→ ").rstrip()
        yield click.style(ingesprongen, dim=True) if regel.startswith("# ") else ingesprongen


def _gelabeld(label: str, tekst: str) -> Iterator[str]:
    yield from _alinea(tekst, f"{label:<{_MARGE}}")


def _alinea(tekst: str, vooraf: str = "") -> Iterator[str]:
    """A text wrapped behind `vooraf`, whatever the width of the terminal: the same on paper and in a log."""
    yield from textwrap.wrap(
        tekst,
        _BREED,
        initial_indent=vooraf,
        subsequent_indent=" " * len(vooraf),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
