"""Makes a caseload: N invented cases that are in order, from a seed.

Usage: .venv/bin/python bench/maak_zaken.py N FOLDER [SEED]
Every case is a sample case with another person in it and other things said, or a case of some number of weeks, with
all that is due by then, at one of five employers. They come in rounds of seventy, mixed so that one round is about as
much work as another; a case is the same whatever N is. Look at them on PEILDATUM.
"""

import datetime as dt
import random
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import zaakteksten as teksten
from verlopen import verloop
from volle_zaak import CASES, KENMERK

__all__ = ["PEILDATUM", "maak_zaken"]

PEILDATUM = dt.date(2026, 6, 1)
_ZAAD = 20261129
# A stride that has no divisor in common with a round: each slot once, and far from the one before.
_RONDE, _STAP = 70, 27
# So that the first ten are about as much work for each as the first thousand.
_BEGIN = 35
_PER_JAAR = 9999
_BSN = range(999990000, 1_000_000_000)
# The longest time that one plan, analysis and their follow-up are in order, and the shortest in which there is a paper.
_WEKEN = (7, 103)
_GULDEN = 0.6180339887498949


def maak_zaken(aantal: int, map_: Path, zaad: int = _ZAAD) -> Counter[str]:
    """Cases as folders in `map_`, with organisaties.yaml beside them; how many there are of each kind."""
    map_.mkdir(parents=True, exist_ok=True)
    shutil.copy(CASES / "organisaties.yaml", map_)
    soorten: Counter[str] = Counter()
    for nummer in range(aantal):
        soort, bestanden = _zaak(nummer, random.Random(f"{zaad} {nummer}"))  # noqa: S311  no secret: a caseload
        soorten[soort] += 1
        for naam, inhoud in bestanden.items():
            pad = map_ / _kenmerk(nummer) / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)
    return soorten


def _zaak(nummer: int, dobbel: random.Random) -> tuple[str, Mapping[str, bytes]]:
    modellen = _modellen()
    plek = _plek(nummer)
    if plek < len(modellen):
        naam = modellen[plek]
        soort, bestanden = f"als voorbeeld {naam}", _bestanden(CASES / naam)
    else:
        hoeveelste = _hoeveelste(nummer)
        eerste, laatste = _WEKEN
        # Evenly spread over all weeks, from the first few cases on.
        weken = eerste + int(hoeveelste * _GULDEN % 1 * (laatste - eerste + 1))
        soort, naam = f"{weken // 26 * 26} tot {weken // 26 * 26 + 25} weken", KENMERK
        bestanden = dict(
            _van_huis(verloop(PEILDATUM, weken), teksten.HUIZEN[hoeveelste % len(teksten.HUIZEN)])
        )
    return soort, dict(_een_ander(bestanden, naam, nummer, dobbel))


def _plek(nummer: int) -> int:
    return (nummer * _STAP + _BEGIN) % _RONDE


def _hoeveelste(nummer: int) -> int:
    """How many cases of some number of weeks come before this one: these are counted by themselves."""
    rondes, rest = divmod(nummer, _RONDE)
    al = len(_modellen())
    return rondes * (_RONDE - al) + sum(_plek(eerder) >= al for eerder in range(rest))


def _van_huis(bestanden: Mapping[str, bytes], huis: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """The same at another employer, with the people of that one."""
    eerste, *_ = teksten.HUIZEN
    anders = dict(zip(eerste, huis, strict=True))
    sleutels = re.compile("|".join(map(re.escape, eerste)))
    for naam, inhoud in bestanden.items():
        if naam.endswith(".yaml"):
            yield naam, sleutels.sub(lambda gevonden: anders[gevonden[0]], inhoud.decode()).encode()
        else:
            yield naam, inhoud


@cache
def _modellen() -> tuple[str, ...]:
    return tuple(sorted(map_.name for map_ in CASES.iterdir() if map_.is_dir()))


@cache
def _bestanden(map_: Path) -> Mapping[str, bytes]:
    """Of a case, by name within it."""
    paden = sorted(pad for pad in map_.rglob("*") if pad.is_file())
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in paden}


def _een_ander(
    bestanden: Mapping[str, bytes], model: str, nummer: int, dobbel: random.Random
) -> Iterator[tuple[str, bytes]]:
    """The same case of another person: names, number and address, and more or less said in free text."""
    zaak = bestanden["zaak.yaml"].decode()
    oud = re.search(r"^  achternaam: (.+)$", zaak, re.MULTILINE)
    if oud is None:
        raise ValueError(model)
    nieuw = dobbel.choice(teksten.ACHTERNAMEN)
    gegevens = _persoon(nummer, dobbel)
    for naam, inhoud in bestanden.items():
        if not naam.endswith(".yaml"):
            yield naam, inhoud
            continue
        tekst = inhoud.decode().replace(model, _kenmerk(nummer))
        tekst = re.sub(rf"\b{re.escape(oud[1])}\b", nieuw, tekst)
        if naam == "zaak.yaml":
            tekst = _vervang(tekst, gegevens)
        yield naam, _gezegd(tekst, dobbel).encode()


def _persoon(nummer: int, dobbel: random.Random) -> Mapping[str, str]:
    postcode, plaats = dobbel.choice(teksten.PLAATSEN)
    straat = f"{dobbel.choice(teksten.STRATEN)} {dobbel.randint(1, 250)}"
    return {
        "voorletters": dobbel.choice(teksten.VOORLETTERS),
        "bsn": _bsn(nummer),
        "adres": f"{{straat: {straat}, postcode: {postcode}, plaats: {plaats}}}",
    }


def _vervang(zaak: str, gegevens: Mapping[str, str]) -> str:
    """Where the employee has such a field; the first is his own, in every case."""
    for veld, waarde in gegevens.items():
        zaak = re.sub(rf"^  {veld}: .+$", f"  {veld}: {waarde}", zaak, count=1, flags=re.MULTILINE)
    return zaak


def _gezegd(tekst: str, dobbel: random.Random) -> str:
    """No, one or some sentences more in what employer and employee think of it."""
    for wie, zinnen in (("werkgever", teksten.VAN_WERKGEVER), ("werknemer", teksten.VAN_WERKNEMER)):
        erbij = " ".join(dobbel.sample(zinnen, dobbel.choice((0, 0, 1, 2, 4))))
        tekst = re.sub(rf"^(visie_{wie}: [A-Z].*\.)$", rf"\1 {erbij}".rstrip(), tekst, flags=re.MULTILINE)
    return tekst


def _kenmerk(nummer: int) -> str:
    jaar, volgnummer = divmod(nummer, _PER_JAAR)
    return f"{2026 + jaar}-{volgnummer + 1:04}"


def _bsn(nummer: int) -> str:
    """Of the range for tests, of which about nine hundred are possible: later cases have the same one again."""
    geldig = _geldige_bsns()
    return geldig[nummer % len(geldig)]


@cache
def _geldige_bsns() -> tuple[str, ...]:
    return tuple(str(bsn) for bsn in _BSN if _elfproef(str(bsn)))


def _elfproef(bsn: str) -> bool:
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(gewicht * int(cijfer) for gewicht, cijfer in zip(gewichten, bsn, strict=True)) % 11 == 0


def main() -> None:
    if len(sys.argv) not in {3, 4}:
        sys.exit("Gebruik: bench/maak_zaken.py AANTAL MAP [ZAAD]")
    soorten = maak_zaken(
        int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else _ZAAD
    )
    for soort, aantal in sorted(soorten.items()):
        print(f"{aantal:>6}  {soort}")
    print(f"Peildatum: {PEILDATUM}")


if __name__ == "__main__":
    main()
