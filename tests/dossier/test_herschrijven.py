"""Een nieuwe waarde in een YAML-bestand: al het andere blijft staan zoals het stond."""

import difflib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiergen.dossier.herschrijf import herschreven_bestand
from dossiergen.zaak.plan_van_aanpak import PlanVanAanpak
from dossiergen.zaak.yaml import Pad, lees_tekst
from dossierhulp import CASES

BESTANDEN = sorted(CASES.rglob("*.yaml"))


def herschreven(tekst: str, *paren: tuple[Pad, str | None]) -> str | None:
    return herschreven_bestand(tekst, dict(paren), PlanVanAanpak, "x")


def verschil(oud: str, nieuw: str) -> list[str]:
    regels = difflib.unified_diff(oud.splitlines(), nieuw.splitlines(), n=0, lineterm="")
    return [regel for regel in regels if regel[:1] in "+-" and regel[:3] not in {"+++", "---"}]


@pytest.mark.parametrize(
    ("oud", "pad", "nieuw", "gewijzigd"),
    [
        ("a: 1  # een\nb: twee\n", ("a",), "3", ["-a: 1  # een", "+a: 3  # een"]),
        ("a: {b: x, c: y}\n", ("a", "b"), "z, q", ["-a: {b: x, c: y}", '+a: {b: "z, q", c: y}']),
        ("a: 'x'\n", ("a",), "it's", ["-a: 'x'", "+a: 'it''s'"]),
        ('a: "x"\n', ("a",), "y", ['-a: "x"', '+a: "y"']),
        ("a: [x, y]\n", ("a", 1), "z", ["-a: [x, y]", "+a: [x, z]"]),
        ("a: x\n", ("a",), "y # z", ["-a: x", '+a: "y # z"']),
        ("a: x\n", ("a",), "1\n\n2", ["-a: x", "+a: |-", "+  1", "+", "+  2"]),
        ("a: |\n  1\n\n  2\nb: c\n", ("a",), "1\n\n3", ["-  2", "+  3"]),
        ("a: x\n# over b\nb: y\n", ("a",), None, ["-a: x"]),
        ("a: x\nb:\n  - c: 1\n    d: 2  # twee\n", ("b", 0, "c"), None, ["-  - c: 1", "-    d: 2  # twee", "+  - d: 2  # twee"]),
        ("datum: 2026-01-01\nstatus: concept\n\n# eind\n", ("visie_werknemer",), "Goed.", ["+visie_werknemer: Goed."]),
        ("datum: 2026-01-01\nvisie_werknemer:\nstatus: concept\n", ("visie_werknemer",), "Goed.", ["-visie_werknemer:", "+visie_werknemer: Goed."]),
    ],
)  # fmt: skip
def test_alleen_de_regels_van_de_waarde_veranderen(
    oud: str, pad: Pad, nieuw: str | None, gewijzigd: list[str]
) -> None:
    """In de stijl die er stond: aanhalingstekens, blokken, lijsten op één regel, opmerkingen achter de regel."""
    uit = herschreven(oud, (pad, nieuw))
    assert uit is not None
    assert sorted(verschil(oud, uit)) == sorted(gewijzigd)


RARE_STIJL = """\
# Kop

zaak:   {a: 1,
         b: 2}     # los
lijst:
- x
-   y
dieper:
    plat: een tekst
      die doorloopt
    bsn: 012345678
    leeg: ~
    blok: >
      gevouwen
      tekst

  # scheef
laatste: "aan\\
  elkaar"
"""


def test_wat_iemand_anders_opmaakt_blijft_zo() -> None:
    """Wat ruamel.yaml anders zou schrijven, wordt teruggezet, als de wijziging het niet raakt."""
    uit = herschreven(RARE_STIJL, (("dieper", "bsn"), "012345679"))
    assert uit is not None
    assert verschil(RARE_STIJL, uit) == ["-    bsn: 012345678", "+    bsn: 012345679"]


def test_regeleinden_van_windows_blijven() -> None:
    uit = herschreven("a: x\r\nb: |\r\n  een\r\n  twee\r\n", (("b",), "een\ndrie"))
    assert uit == "a: x\r\nb: |\r\n  een\r\n  drie\r\n"


@pytest.mark.parametrize("eind", ["status: concept", "visie_werkgever: |\n  Mooi."])
def test_een_laatste_regel_zonder_einde(eind: str) -> None:
    """Wat erachter komt, begint op een eigen regel, en hoort niet opeens bij wat er stond."""
    assert herschreven(f"datum: x\n{eind}", (("visie_werknemer",), "Goed.")) == (
        f"datum: x\n{eind}\nvisie_werknemer: Goed.\n"
    )


def test_een_gevouwen_tekst_houdt_haar_regels_tot_waar_zij_verandert() -> None:
    oud = "a: >-\n  een twee drie\n  vier vijf zes\n  zeven acht\nb: c\n"
    uit = herschreven(oud, (("a",), "een twee drie vier vijf zes zeven negen"))
    assert uit is not None
    assert verschil(oud, uit) == ["-  zeven acht", "+  zeven negen"]


def test_een_groep_die_er_niet_is_wordt_niet_verzonnen() -> None:
    assert herschreven("a: x\n", (("b", "c"), "y")) is None


def _bladeren(data: Any, pad: Pad = ()) -> list[tuple[Pad, str]]:
    if isinstance(data, str):
        return [(pad, data)]
    paren = data.items() if isinstance(data, dict) else enumerate(data)
    return [blad for sleutel, waarde in paren for blad in _bladeren(waarde, (*pad, sleutel))]


_tekst = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), include_characters="\n"), min_size=1, max_size=60
).map(str.strip).filter(bool)  # fmt: skip


@settings(max_examples=60)
@given(data=st.data())
def test_elke_tekst_op_elke_plek_van_elk_voorbeeld(data: st.DataObject) -> None:
    """Na het herschrijven staat er de nieuwe waarde en verder precies wat er stond."""
    bestand: Path = data.draw(st.sampled_from(BESTANDEN))
    oud = bestand.read_bytes().decode()
    document, _ = lees_tekst(oud.encode(), "x")
    assert document is not None
    bladeren = _bladeren(document.data)
    plek = data.draw(st.integers(0, len(bladeren) - 1))
    pad, waarde = bladeren[plek]
    nieuw = data.draw(_tekst)
    uit = herschreven(oud, (pad, nieuw))
    assert uit is not None
    gelezen, fouten = lees_tekst(uit.encode(), "x")
    assert gelezen is not None
    assert not fouten
    later = _bladeren(gelezen.data)
    verwacht = [*bladeren[:plek], (pad, nieuw), *bladeren[plek + 1 :]]
    assert [(een, tekst.removesuffix("\n")) for een, tekst in later] == [
        (een, t.removesuffix("\n")) for een, t in verwacht
    ]
    weg = [regel for regel in verschil(oud, uit) if regel.startswith("-")]
    assert len(weg) <= 2 + waarde.count("\n") + len(waarde) // 60
    assert oud.count("#") <= uit.count("#") + waarde.count("#")


def test_de_voorbeelden_komen_onveranderd_terug() -> None:
    """Zonder wijziging verandert er geen byte, in geen enkel voorbeeld."""
    for bestand in BESTANDEN[::6]:
        tekst = bestand.read_bytes().decode()
        assert herschreven(tekst) == tekst, bestand
