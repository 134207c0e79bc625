"""From broken rules to findings: each gets its place, and whether the case accepts it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dossiergen.dossier.uitzonderingen import Aanvaarding
from dossiergen.finding import Elders, Finding, Overtreding, Plaats
from dossiergen.regels import soort_van
from dossiergen.zaak.yaml import Pad, pad_tekst

__all__ = ["bevindingen"]


def bevindingen(
    overtredingen: Iterable[Overtreding],
    plaats: Callable[[str, Pad], Plaats],
    geldend: tuple[Aanvaarding, ...] = (),
) -> Iterator[Finding]:
    """`plaats`: where a path in one of the case's own files stands."""
    for overtreding in overtredingen:
        finding = _bevinding(overtreding, plaats)
        aanvaard = any(een.dekt(overtreding) for een in geldend)
        yield replace(finding, aanvaard=True) if aanvaard else finding


def _bevinding(overtreding: Overtreding, plaats: Callable[[str, Pad], Plaats]) -> Finding:
    soort = soort_van(overtreding.code)
    if overtreding.ernst is not None:
        soort = replace(soort, ernst=overtreding.ernst)
    if overtreding.stopt is not None:
        soort = replace(soort, stopt=overtreding.stopt)
    finding = soort.finding(
        plaats(overtreding.bestand, overtreding.pad),
        overtreding.melding,
        pad=pad_tekst(overtreding.pad),
        oplossing=overtreding.oplossing,
        voorstel=overtreding.voorstel,
    )
    if not overtreding.elders:
        return finding
    elders = tuple(Elders(plaats(bestand, pad), pad_tekst(pad)) for bestand, pad in overtreding.elders)
    return replace(finding, elders=elders)
