"""The text of a new document, read back before anybody sees it."""

from dossiergen.dossier.aanleg.neerzetten import klopt
from dossiergen.dossier.aanleg.stuk import Aanzet
from dossiergen.errors import DossiergenFout
from dossiergen.zaak.schrijven import Opgave, regels_van
from dossiergen.zaak.yaml import lees_tekst

__all__ = ["stuktekst"]


def stuktekst(aanzet: Aanzet, opgave: Opgave, schema: str) -> str:
    """A draft that is valid as it stands. Raises DossiergenFout where it would not be."""
    model = aanzet.soort.model
    kop = [
        f"# yaml-language-server: $schema={schema}",
        "# Een concept. Wat tussen [ ] staat vult u in; een regel die met # begint telt pas mee zonder het hekje.",
        "# Zet hier nooit een diagnose of klacht in.",
    ]
    tekst = "\n".join([*kop, *regels_van(model, opgave)]) + "\n"
    document, findings = lees_tekst(tekst.encode("utf-8"), "")
    organisaties = aanzet.zaak.organisaties
    sleutels = {
        soort: frozenset(getattr(organisaties, soort))
        for soort in type(organisaties).model_fields
        if soort != "voorbeeldgegevens"
    }
    if (
        document is None
        or findings
        or not klopt(model.model_validate(document.data, context=sleutels), opgave.waarden)
    ):
        raise DossiergenFout("Het nieuwe stuk is anders terug te lezen dan het is opgeschreven.")
    return tekst
