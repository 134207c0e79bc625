"""SIG-09: a certificate says who signed, so it is of one person."""

from collections.abc import Iterator

from dossiergen.finding import Overtreding, Soort
from dossiergen.regels.onderzoek import Onderzoek
from dossiergen.regels.regel import zaakregel
from dossiergen.zaak.yaml import Pad

__all__: list[str] = []

_ZAAK, _ORGANISATIES = "zaak.yaml", "organisaties.yaml"


@zaakregel(
    Soort(
        "SIG-09",
        "Dit certificaat staat ook bij iemand anders.",
        "Laat het staan bij wie de sleutel heeft, en haal het bij de ander weg.",
        grond="Verordening (EU) 910/2014 (eIDAS), art. 26: de handtekening is op unieke wijze aan de ondertekenaar verbonden",
        aanvaardbaar=False,
    )
)
def certificaat_van_twee(wat: Onderzoek) -> Iterator[Overtreding]:
    """Each time after the first, with the place of the first."""
    eerder: dict[str, tuple[str | None, tuple[str, Pad]]] = {}
    for persoon, plek, afdruk in _certificaten(wat):
        van, eerste = eerder.setdefault(afdruk, (persoon, plek))
        if van != persoon:
            yield Overtreding("SIG-09", *plek, elders=(eerste,))


def _certificaten(wat: Onderzoek) -> Iterator[tuple[str | None, tuple[str, Pad], str]]:
    """With the key of whose it is; None for the employee."""
    for sleutel, persoon in wat.zaak.organisaties.personen.items():
        for nummer, afdruk in enumerate(persoon.certificaten):
            yield sleutel, (_ORGANISATIES, ("personen", sleutel, "certificaten", nummer)), afdruk
    for nummer, afdruk in enumerate(wat.zaak.gegevens.werknemer.certificaten):
        yield None, (_ZAAK, ("werknemer", "certificaten", nummer)), afdruk
