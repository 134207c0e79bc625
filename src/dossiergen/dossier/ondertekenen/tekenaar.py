"""Who is to sign a document, and whose key may do it. Reads no files; the choice of person is that of the document's text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossiergen.finding import CATALOGUS, Finding, Plaats
from dossiergen.stukken import Partij, Stukvorm
from dossiergen.stukken.opmaak import FILTERS
from dossiergen.zaak import Persoon, Rol, Stuk, Zaak
from dossiergen.zaak.gegevens import Werknemer
from dossiergen.zaak.stukgegevens import Handtekening, HandtekeningPartij
from dossiergen.zaak.yaml import Pad, pad_tekst

__all__ = [
    "Tekenaar",
    "bekend_bij",
    "is_open",
    "legt_vast",
    "open_partijen",
    "partij_van",
    "tekenaars",
    "wie_tekent",
]


@dataclass(frozen=True, slots=True)
class Tekenaar:
    """Who signs for a party. `persoon`: the key in organisaties.yaml; None for the employee."""

    partij: Partij
    persoon: str | None
    naam: str
    """As it stands above the signature, without the function."""
    certificaten: tuple[str, ...]
    functie: str = ""
    rol: Rol | None = None


def legt_vast(vorm: Stukvorm) -> bool:
    """Whether a signature under this kind of document is recorded in the case.

    A letter that is made of the file of another document is signed beside it: `ondertekening` is of that document.
    """
    return vorm.naam == vorm.bron


def is_open(stuk: Stuk, partij: Partij) -> bool:
    """Whether the case has neither the signature of a party nor its refusal."""
    handtekening = _handtekening(stuk, partij)
    if handtekening is None:
        return True
    geweigerd = isinstance(handtekening, HandtekeningPartij) and handtekening.geweigerd is not None
    return handtekening.getekend_op is None and not geweigerd


def open_partijen(stuk: Stuk, vorm: Stukvorm) -> tuple[Partij, ...]:
    """Who has to sign yet, in the order of the document."""
    return tuple(partij for partij in vorm.ondertekenaars if not legt_vast(vorm) or is_open(stuk, partij))


def wie_tekent(zaak: Zaak, stuk: Stuk, partij: Partij) -> str | None:
    """The key of the person who signs for a party; None for the employee, and where nobody was chosen yet."""
    if partij is Partij.WERKNEMER:
        return None
    handtekening = _handtekening(stuk, partij)
    if handtekening is not None and handtekening.persoon is not None:
        return handtekening.persoon
    if partij is Partij.WERKGEVER:
        return zaak.organisaties.werkgevers[zaak.gegevens.werkgever].contactpersoon
    verantwoordelijk: str | None = getattr(stuk.gegevens, "verantwoordelijke_bedrijfsarts", None)
    return verantwoordelijk or stuk.gegevens.opsteller


def tekenaars(zaak: Zaak, stuk: Stuk, vorm: Stukvorm) -> tuple[Tekenaar, ...]:
    """Of each open party who signs; without a party whose person was not chosen yet."""
    return tuple(
        tekenaar for partij in open_partijen(stuk, vorm) if (tekenaar := _tekenaar(zaak, stuk, partij))
    )


def partij_van(
    afdruk: str,
    zaak: Zaak,
    stuk: Stuk,
    vorm: Stukvorm,
    plaats: Callable[[str, Pad], Plaats] = lambda bestand, _: Plaats(bestand),
) -> Tekenaar | Finding:
    """For whom the key with this certificate (its SHA-256 in small letters) signs here, or why it does not.

    `plaats`: where a path in one of the case's own files stands.
    """

    def bezwaar(code: str, melding: str = "", pad: Pad = ("ondertekening",), oplossing: str = "") -> Finding:
        heel = (*stuk.pad, *pad)
        waar = plaats(stuk.bestand, heel)
        return CATALOGUS[code].finding(waar, melding, pad=pad_tekst(heel), oplossing=oplossing)

    eigenaars = tuple(_eigenaars(zaak, afdruk))
    if not vorm.ondertekenaars:
        return bezwaar("ONT-09", pad=())
    if not open_partijen(stuk, vorm):
        return bezwaar("ONT-04", "Alle partijen hebben al getekend of geweigerd.")
    if len(eigenaars) > 1:
        weg = "Haal het in `certificaten` weg bij wie het niet is."
        return bezwaar("ONT-05", "Dit certificaat staat bij meer dan één persoon.", oplossing=weg)
    eigen = next((een for een in tekenaars(zaak, stuk, vorm) if afdruk in een.certificaten), None)
    if eigen is not None:
        niet_bevoegd = eigen.partij is Partij.BEDRIJFSARTS and eigen.rol is not Rol.BEDRIJFSARTS
        pad = ("ondertekening", eigen.partij.value)
        return bezwaar("ONT-06", pad=pad) if niet_bevoegd else eigen
    return bezwaar(*_waarom_niet(zaak, stuk, vorm, eigenaars, afdruk))


def _waarom_niet(
    zaak: Zaak, stuk: Stuk, vorm: Stukvorm, eigenaars: tuple[str | None, ...], afdruk: str
) -> tuple[str, str]:
    """Code and message, for a key that is of none of those who sign yet. `eigenaars`: one or nobody."""
    nog = open_partijen(stuk, vorm)
    klaar = [partij for partij in vorm.ondertekenaars if partij not in nog]
    if eigenaars and any(_is_van(zaak, stuk, partij, eigenaars[0]) for partij in klaar):
        return "ONT-04", ""
    if any(partij is Partij.WERKGEVER and wie_tekent(zaak, stuk, partij) is None for partij in nog):
        return "ONT-10", ""
    if not eigenaars:
        sha256 = _met_dubbele_punten(afdruk)
        return (
            "ONT-05",
            f"Dit certificaat staat bij niemand in organisaties.yaml of zaak.yaml. Zijn SHA-256: {sha256}.",
        )
    persoon = eigenaars[0]
    rol = zaak.organisaties.personen[persoon].rol if persoon else None
    if set(nog) == {Partij.BEDRIJFSARTS} and rol is not Rol.BEDRIJFSARTS:
        return "ONT-06", ""
    return "ONT-05", "Dit certificaat staat bij iemand anders dan wie dit stuk ondertekent."


def _met_dubbele_punten(afdruk: str) -> str:
    """As openssl shows it, ready to be copied; and never nine digits in a row, which would look like somebody's number."""
    return bytes.fromhex(afdruk).hex(":").upper()


def _is_van(zaak: Zaak, stuk: Stuk, partij: Partij, persoon: str | None) -> bool:
    if persoon is None:
        return partij is Partij.WERKNEMER
    return partij is not Partij.WERKNEMER and wie_tekent(zaak, stuk, partij) == persoon


def _tekenaar(zaak: Zaak, stuk: Stuk, partij: Partij) -> Tekenaar | None:
    if partij is Partij.WERKNEMER:
        werknemer = zaak.gegevens.werknemer
        return Tekenaar(partij, None, _naam(werknemer), werknemer.certificaten)
    sleutel = wie_tekent(zaak, stuk, partij)
    if sleutel is None:
        return None
    persoon = zaak.organisaties.personen[sleutel]
    return Tekenaar(partij, sleutel, _naam(persoon), persoon.certificaten, persoon.functie, persoon.rol)


def _naam(wie: Persoon | Werknemer) -> str:
    """As the templates write it."""
    return str(FILTERS["hoofdletter"](FILTERS["naam"](wie)))


def _eigenaars(zaak: Zaak, afdruk: str) -> Iterator[str | None]:
    """With whom a certificate stands; None: with the employee."""
    for sleutel, persoon in zaak.organisaties.personen.items():
        if afdruk in persoon.certificaten:
            yield sleutel
    if afdruk in zaak.gegevens.werknemer.certificaten:
        yield None


def _handtekening(stuk: Stuk, partij: Partij) -> Handtekening | None:
    ondertekening = getattr(stuk.gegevens, "ondertekening", None)
    gevonden: Handtekening | None = getattr(ondertekening, partij.value, None)
    return gevonden


def bekend_bij(afdruk: str, partij: str, zaak: Zaak, stuk: Stuk, vorm: Stukvorm) -> str:
    """The name of who signs for a party, if the certificate is listed with that person; else nothing."""
    passend = (een for een in vorm.ondertekenaars if een.value == partij)
    tekenaar = next((_tekenaar(zaak, stuk, een) for een in passend), None)
    return tekenaar.naam if tekenaar and afdruk in tekenaar.certificaten else ""
