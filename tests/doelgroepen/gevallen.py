"""Whole cases as YAML would give them: those of the samples, and invented ones that follow nothing but the models."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import yaml
from pydantic import BaseModel

from doelgroepen.mutatie import Data, Plek, anders_waar_verborgen, verwijzingen, zichtbare_plekken
from doelgroepen.velden import STUKMODELLEN, VERWEZEN, Blik
from doelgroepen.verzinsel import Verzinner
from doelgroepen.voorbeelden import bedrijfsartsdeel, geladen, zaak_van
from dossiergen.zaak import STUKSOORTEN, Bedrijfsartsdeel, Organisaties, Stuk, Zaak
from dossiergen.zaak.gegevens import Zaakgegevens

__all__ = ["Geval"]

_SLEUTELS: Mapping[str, tuple[str, ...]] = {
    "werkgevers": ("w-een", "w-twee"),
    "arbodiensten": ("a-een", "a-twee"),
    "personen": ("p-een", "p-twee", "p-drie", "p-vier", "p-vijf"),
}


@dataclass(frozen=True, slots=True)
class Stukdata:
    """A document as its file gives it."""

    soort: str
    volgnummer: int | None
    data: Data


@dataclass(frozen=True, slots=True, repr=False)
class Geval:
    """The files of a case. `deel`: bedrijfsarts.yaml."""

    zaak: Data
    organisaties: Data
    stukken: Mapping[str, Stukdata]
    deel: Data | None

    def __repr__(self) -> str:
        return f"<Geval {', '.join(self.stukken)}>"

    @classmethod
    def voorbeeld(cls, kenmerk: str) -> "Geval":
        """One of the sample cases."""
        documenten = geladen(kenmerk).documenten
        stukken = {
            stuk.bestand: Stukdata(stuk.soort, stuk.volgnummer, documenten[stuk.bestand].data)
            for stuk in zaak_van(kenmerk).stukken
        }
        eigen = bedrijfsartsdeel(kenmerk).document
        deel = eigen.data if eigen else None
        return cls(documenten["zaak.yaml"].data, documenten["organisaties.yaml"].data, stukken, deel)

    @classmethod
    def verzonnen(cls, kies: Random) -> "Geval":
        verzinner = Verzinner(kies, _SLEUTELS)
        stukken: dict[str, Stukdata] = {}
        for naam in sorted(kies.sample(list(STUKSOORTEN), 4)):
            soort = STUKSOORTEN[naam]
            for nummer in range(1, kies.randint(1, 2) + 1) if soort.genummerd else (None,):
                bestand = f"stukken/{naam}.yaml" if nummer is None else f"stukken/{naam}-{nummer:02}.yaml"
                stukken[bestand] = Stukdata(naam, nummer, verzinner.model(soort.model))
        deel = verzinner.model(Bedrijfsartsdeel)
        return cls(verzinner.model(Zaakgegevens), verzinner.model(Organisaties), stukken, deel)

    def gebouwd(self) -> tuple[Zaak, Bedrijfsartsdeel | None]:
        """The case as the program has it."""
        stukken = tuple(
            Stuk(stuk.soort, stuk.volgnummer, bestand, STUKMODELLEN[stuk.soort].model_validate(stuk.data))
            for bestand, stuk in self.stukken.items()
        )
        gegevens, organisaties = (
            Zaakgegevens.model_validate(self.zaak),
            Organisaties.model_validate(self.organisaties),
        )
        deel = None if self.deel is None else Bedrijfsartsdeel.model_validate(self.deel)
        return Zaak(gegevens, organisaties, stukken), deel

    def schrijf(self, onder: Path) -> Path:
        """The case as a folder, with its organisations beside it."""
        map_ = onder / str(self.zaak["kenmerk"])
        eigen = {"bedrijfsarts.yaml": self.deel} if self.deel is not None else {}
        stukken = {bestand: stuk.data for bestand, stuk in self.stukken.items()}
        for naam, data in {
            "zaak.yaml": self.zaak,
            "../organisaties.yaml": self.organisaties,
            **stukken,
            **eigen,
        }.items():
            pad = map_ / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        return map_

    def anders_voor_de_rest(self, blik: Blik, kies: Random) -> "Geval":
        """Equal in all that these readers may see; every field that they may not see holds something else."""
        verzinner = self._verzinner(kies)
        genoemd = set(self._genoemd(blik))

        def anders(model: type[BaseModel], data: Data) -> Data:
            return anders_waar_verborgen(model, data, blik, verzinner)

        organisaties = {
            soort: {
                sleutel: anders(model, data) if (soort, sleutel) in genoemd else verzinner.model(model)
                for sleutel, data in self.organisaties[soort].items()
            }
            for soort, model in VERWEZEN.items()
        }
        stukken = {
            bestand: replace(stuk, data=anders(STUKMODELLEN[stuk.soort], stuk.data))
            for bestand, stuk in self.stukken.items()
        }
        zaak = anders(Zaakgegevens, self.zaak)
        # A file of another case would not be read at all.
        deel = (
            None if self.deel is None else {**anders(Bedrijfsartsdeel, self.deel), "kenmerk": zaak["kenmerk"]}
        )
        return Geval(zaak, {**self.organisaties, **organisaties}, stukken, deel)

    def anders_op_een_plek(self, blik: Blik, bestand: str, kies: Random) -> tuple["Geval", Plek]:
        """Something else in one field of zaak.yaml or of a document that these readers see."""
        model: type[BaseModel] = Zaakgegevens
        data = self.zaak
        if bestand != "zaak.yaml":
            model, data = STUKMODELLEN[self.stukken[bestand].soort], self.stukken[bestand].data
        plekken = list(zichtbare_plekken(model, data, blik))
        if not plekken:
            return self.anders_op_een_plek(blik, "zaak.yaml", kies)
        plek = kies.choice(plekken)
        nieuw = copy.deepcopy(data)
        *boven, naam = plek.pad
        houder: Any = nieuw
        for stap in boven:
            houder = houder[stap]
        waarde = self._verzinner(kies).ander(plek.model, plek.naam, houder.pop(naam, None))
        if waarde is not None:
            houder[naam] = waarde
        if bestand == "zaak.yaml":
            return replace(self, zaak=nieuw), plek
        return replace(
            self, stukken={**self.stukken, bestand: replace(self.stukken[bestand], data=nieuw)}
        ), plek

    def _verzinner(self, kies: Random) -> Verzinner:
        return Verzinner(kies, {soort: list(self.organisaties[soort]) for soort in VERWEZEN})

    def _genoemd(self, blik: Blik) -> Iterator[tuple[str, str]]:
        """The kinds and keys that these readers see the entries of."""
        delen: list[tuple[type[BaseModel], Data]] = [
            (Zaakgegevens, self.zaak),
            *((STUKMODELLEN[stuk.soort], stuk.data) for stuk in self.stukken.values()),
        ]
        if self.deel is not None:
            delen.append((Bedrijfsartsdeel, self.deel))
        gezien: set[tuple[str, str]] = set()
        te_volgen = [naar for model, data in delen for naar in verwijzingen(model, data, blik)]
        while te_volgen:
            soort, sleutel = naar = te_volgen.pop()
            if naar not in gezien:
                gezien.add(naar)
                yield naar
                te_volgen += verwijzingen(VERWEZEN[soort], self.organisaties[soort][sleutel], blik)
