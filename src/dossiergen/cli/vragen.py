"""Asks what is not given as an option: on a terminal one question at a time, elsewhere all that is missing at once."""

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from dossiergen.dossier.aanleg.antwoord import Antwoord, Onbruikbaar
from dossiergen.dossier.aanleg.organisaties import bekend_als, naam_van, nieuwe_sleutel
from dossiergen.dossier.aanleg.vragen import Instantie, Vraag
from dossiergen.zaak import Organisaties
from dossiergen.zaak.herschrijven import lijkt_op

__all__ = ["Balie", "als_opties", "kan_vragen"]


# So near to a key that it is hardly somebody new.
_BIJNA = 0.8


def kan_vragen() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def als_opties(vragen: Iterable[Vraag]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Every question as an option of the same name."""

    def versier(functie: Callable[..., Any]) -> Callable[..., Any]:
        for vraag in reversed(list(vragen)):
            functie = click.option(f"--{vraag.naam}", metavar="TEKST", help=vraag.uitleg)(functie)
        return functie

    return versier


class Balie:
    """Where answers come from. `ontbreekt` holds the options that nobody gave and nobody could be asked for."""

    def __init__(self, gegeven: Mapping[str, str | None]) -> None:
        self._gegeven = {
            naam.replace("_", "-"): tekst for naam, tekst in gegeven.items() if tekst is not None
        }
        self.vraagt = kan_vragen()
        self.ontbreekt: list[str] = []

    def gegeven(self, vraag: Vraag) -> str:
        """What was given as an option; empty where nothing was."""
        return self._gegeven.get(vraag.naam, "").strip()

    def antwoord(self, vraag: Vraag) -> Antwoord:
        """The values of a question; none where it may be left open, or is missing."""
        tekst = self._gegeven.get(vraag.naam)
        if tekst is not None:
            return self._uit_optie(vraag, tekst)
        if self.vraagt:
            return self._gevraagd(vraag)
        if vraag.standaard:
            return vraag.lees(vraag.standaard)
        if vraag.verplicht:
            self.ontbreekt.append(f"--{vraag.naam}")
        return {}

    def tekst(self, vraag: Vraag, standaard: str = "") -> str:
        """What was answered, as it is; empty where it is missing."""
        if gegeven := self.gegeven(vraag):
            return gegeven
        if self.vraagt and vraag.naam not in self._gegeven:
            return self._toon(vraag, standaard)
        self.ontbreekt.append(f"--{vraag.naam}")
        return ""

    def instantie(self, wie: Instantie, bekend: Organisaties | None, nieuw: dict[str, dict[str, Any]]) -> str:
        """The key of somebody in organisaties.yaml; who is not there yet, comes to stand in `nieuw`."""
        sleutels = list(getattr(bekend, wie.soort)) if bekend else []
        als_optie = wie.vraag.naam in self._gegeven
        if self.vraagt and sleutels and not als_optie:
            self._som_op(wie, bekend, sleutels)
        while True:
            tekst = self.tekst(wie.vraag, self._enige(wie, bekend, sleutels))
            if not tekst and not sleutels:
                # Where nobody is known yet, it will be somebody new.
                for vraag in wie.nieuw:
                    self.antwoord(vraag)
            if not tekst or (sleutel := bekend_als(bekend, wie.soort, tekst)):
                return sleutel if tekst else ""
            if not als_optie and (sleutel := self._bedoeld(tekst, sleutels)):
                return sleutel
            try:
                return self._erbij(wie, tekst, sleutels, nieuw)
            except Onbruikbaar as fout:
                gelijkend = lijkt_op(tekst, sleutels)
                bedoeld = f" Of bedoelt u de sleutel {gelijkend}?" if gelijkend else ""
                if als_optie or not self.vraagt:
                    naam = f"--{wie.vraag.naam}"
                    raise click.BadParameter(f"{fout.melding}{bedoeld}", param_hint=naam) from None
                click.secho(f"  {fout.melding}{bedoeld}", fg="red", err=True)

    def _bedoeld(self, tekst: str, sleutels: list[str]) -> str:
        """A key that is nearly what was typed, if that is what was meant."""
        gelijkend = lijkt_op(tekst, sleutels, _BIJNA) if self.vraagt else ""
        return gelijkend if gelijkend and click.confirm(f"Bedoelt u {gelijkend}?", True, err=True) else ""

    def _erbij(
        self, wie: Instantie, tekst: str, sleutels: list[str], nieuw: dict[str, dict[str, Any]]
    ) -> str:
        """Somebody new: with all that is asked of a new one. Raises Onbruikbaar for what is no name."""
        waarden, mist = wie.vraag.lees(tekst), len(self.ontbreekt)
        for vraag in wie.nieuw:
            waarden = {**waarden, **self.antwoord(vraag)}
        if sleutels and len(self.ontbreekt) > mist:
            gelijkend = lijkt_op(tekst, sleutels)
            bedoeld = f" Bedoelt u {gelijkend}?" if gelijkend else f" Daar staan: {', '.join(sleutels)}."
            melding = f"Staat niet in organisaties.yaml.{bedoeld} Is het een nieuwe, geef dan ook {self.ontbreekt[-1]}."
            raise click.BadParameter(melding, param_hint=f"--{wie.vraag.naam}")
        sleutel = nieuwe_sleutel(tekst, wie.soort, [*sleutels, *nieuw.get(wie.soort, {})])
        nieuw.setdefault(wie.soort, {})[sleutel] = {**dict(wie.bij_nieuw), **waarden}
        return sleutel

    def _uit_optie(self, vraag: Vraag, tekst: str) -> Antwoord:
        try:
            return vraag.lees(tekst)
        except Onbruikbaar as fout:
            raise click.BadParameter(fout.melding, param_hint=f"--{vraag.naam}") from None

    def _gevraagd(self, vraag: Vraag) -> Antwoord:
        """The same question until the answer can be used."""
        standaard = vraag.standaard
        while True:
            tekst = self._toon(vraag, standaard)
            if not tekst and not vraag.verplicht:
                return {}
            try:
                return vraag.lees(tekst)
            except Onbruikbaar as fout:
                click.secho(f"  {fout.melding}", fg="red", err=True)
                standaard = fout.voorstel or vraag.standaard

    def _toon(self, vraag: Vraag, standaard: str) -> str:
        uitleg = vraag.uitleg.removesuffix(".")
        mag_leeg = "" if vraag.verplicht else " (Enter als u dit nog niet weet)"
        vast = standaard or (None if vraag.verplicht else "")
        antwoord = click.prompt(
            f"{uitleg}{mag_leeg}", default=vast, show_default=bool(standaard), err=True, type=str
        )
        return str(antwoord).strip()

    @staticmethod
    def _som_op(wie: Instantie, bekend: Organisaties | None, sleutels: list[str]) -> None:
        if bekend is None:
            return
        click.echo(
            f"  In organisaties.yaml ({wie.soort}); kies er een, of typ de naam van een nieuwe:", err=True
        )
        for sleutel in sleutels:
            click.echo(f"    {sleutel:<24} {naam_van(bekend, wie.soort, sleutel)}", err=True)

    @staticmethod
    def _enige(wie: Instantie, bekend: Organisaties | None, sleutels: list[str]) -> str:
        """The one that it must be, where there is only one."""
        if bekend is None:
            return ""
        if wie.soort == "personen":
            rol = dict(wie.bij_nieuw)["rol"]
            sleutels = [sleutel for sleutel in sleutels if bekend.personen[sleutel].rol.value == rol]
        return sleutels[0] if len(sleutels) == 1 else ""
