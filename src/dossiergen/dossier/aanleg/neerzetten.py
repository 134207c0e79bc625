"""New files come to lie in a case folder whole or not at all, read back first, and nothing that exists is touched."""

import datetime as dt
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dossiergen.dossier.controle import controleer_zaak
from dossiergen.errors import BestandFout, DossiergenFout
from dossiergen.finding import Finding
from dossiergen.zaak import Zaak, laad_organisaties, laad_zaak
from dossiergen.zaak.schema import SCHEMAS, schema_tekst

__all__ = ["Neergezet", "Organisatiebestand", "klopt", "schrijf_schemas", "zet_stuk_neer", "zet_zaak_neer"]

_ORGANISATIES = "organisaties.yaml"


@dataclass(frozen=True, slots=True)
class Organisatiebestand:
    """organisaties.yaml as it was read (None: there was none), as it has to be, and the entries that are new."""

    was: bytes | None
    wordt: bytes
    nieuw: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Neergezet:
    """A case as it now lies there. `zaak`: None where an answer is wrong, and then nothing was written.

    That something of the case is late already is no wrong answer: it lies there, with that finding.
    """

    zaak: Zaak | None
    findings: tuple[Finding, ...]


def zet_zaak_neer(
    map_: Path,
    bedoeld: Mapping[str, object],
    zaaktekst: str,
    organisaties: Organisatiebestand,
    peildatum: dt.date,
) -> Neergezet:
    """A case folder as a whole, and the organisations beside it where something is new in them."""
    _mag_niet_bestaan(map_)
    with (
        _schrijven(map_),
        _nieuwe_map(map_.parent),
        tempfile.TemporaryDirectory(prefix=".nieuw-", dir=map_.parent) as tijdelijk,
    ):
        proef = Path(tijdelijk)
        _schrijf(proef / _ORGANISATIES, organisaties.wordt)
        (proef / map_.name / "stukken").mkdir(mode=0o700, parents=True)
        (proef / map_.name).chmod(0o700)
        _schrijf(proef / map_.name / "zaak.yaml", zaaktekst.encode("utf-8"))
        geladen = laad_zaak(proef / map_.name, laad_organisaties(proef / _ORGANISATIES))
        _teruggelezen(geladen.zaak, bedoeld, organisaties.nieuw)
        findings = controleer_zaak(geladen, peildatum)
        if any(finding.is_fout and finding.stopt for finding in findings):
            return Neergezet(None, findings)
        _mag_niet_bestaan(map_)
        _vervang_organisaties(proef, map_.parent, organisaties)
        (proef / map_.name).rename(map_)
        return Neergezet(geladen.zaak, findings)


def _teruggelezen(
    zaak: Zaak | None, bedoeld: Mapping[str, object], nieuw: Mapping[str, Mapping[str, object]]
) -> None:
    if zaak is None or not klopt(zaak.gegevens, bedoeld) or not klopt(zaak.organisaties, nieuw):
        raise DossiergenFout("De nieuwe zaak is anders terug te lezen dan zij is opgeschreven.")


def _vervang_organisaties(proef: Path, map_: Path, bestand: Organisatiebestand) -> None:
    if bestand.was == bestand.wordt:
        return
    doel = (map_ / _ORGANISATIES).resolve()
    nu = doel.read_bytes() if doel.exists() else None
    if nu != bestand.was:
        raise BestandFout(f"{doel.name} is intussen gewijzigd.", "Geef de opdracht opnieuw.")
    if nu is not None:
        (proef / _ORGANISATIES).chmod(stat.S_IMODE(doel.stat().st_mode))
    (proef / _ORGANISATIES).replace(doel)


def klopt(gelezen: object, bedoeld: object) -> bool:
    """Whether a value as it was read back says all that was meant."""
    if isinstance(bedoeld, Mapping):
        return all(
            klopt(gelezen[naam] if isinstance(gelezen, Mapping) else getattr(gelezen, naam), waarde)
            for naam, waarde in bedoeld.items()
        )
    if isinstance(bedoeld, Sequence) and not isinstance(bedoeld, str) and isinstance(gelezen, Sequence):
        return len(gelezen) == len(bedoeld) and all(map(klopt, gelezen, bedoeld))
    return gelezen == bedoeld


def zet_stuk_neer(pad: Path, tekst: str) -> None:
    """A new document; what is there already stays as it is."""
    _mag_niet_bestaan(pad)
    with _schrijven(pad):
        pad.parent.mkdir(mode=0o700, exist_ok=True)
        nummer, tijdelijk = tempfile.mkstemp(prefix=".nieuw-", dir=pad.parent)
        try:
            with os.fdopen(nummer, "wb") as bestand:
                bestand.write(tekst.encode("utf-8"))
                bestand.flush()
                os.fsync(bestand.fileno())
            _zet_op_naam(Path(tijdelijk), pad)
        finally:
            Path(tijdelijk).unlink(missing_ok=True)


def _zet_op_naam(tijdelijk: Path, pad: Path) -> None:
    """A link refuses where a rename would overwrite. A stick or a share that knows no links gets a file that is new."""
    try:
        os.link(tijdelijk, pad)
    except FileExistsError:
        raise
    except OSError:
        _schrijf(pad, tijdelijk.read_bytes())


def schrijf_schemas(map_: Path) -> None:
    """The schemas that an editor reads; they come from the model and hold nothing of a case."""
    with _schrijven(map_):
        map_.mkdir(exist_ok=True)
        for soort in SCHEMAS:
            (map_ / f"{soort}.json").write_text(schema_tekst(soort), encoding="utf-8")


def _schrijf(pad: Path, inhoud: bytes) -> None:
    with os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def _mag_niet_bestaan(pad: Path) -> None:
    if os.path.lexists(pad):
        raise FileExistsError(pad)


@contextmanager
def _nieuwe_map(map_: Path) -> Iterator[None]:
    """A folder that had to be made goes again where nothing came to lie in it."""
    gemaakt = [deel for deel in (*reversed(map_.parents), map_) if not deel.exists()]
    for deel in gemaakt:
        deel.mkdir(mode=0o700)
    try:
        yield
    finally:
        for deel in reversed(gemaakt):
            if not any(deel.iterdir()):
                deel.rmdir()


@contextmanager
def _schrijven(pad: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as fout:
        raise BestandFout(
            f"{pad} kan niet worden geschreven.", "Controleer uw rechten en de ruimte op de schijf."
        ) from fout
