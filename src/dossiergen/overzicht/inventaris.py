"""The elements of the verslag, the documents that carry them, and what is missing.

Which document carries which element: Beleidsregels vorm- en herkenbaarheidsvereisten reïntegratieverslagen art. 2.
Whether an element belongs in the verslag of this case follows from the calendar.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from dossiergen.overzicht.beeld import Aanwezigheid, Drager, Gebrek, Onderdeel
from dossiergen.overzicht.dragers import drager_van
from dossiergen.recht import Recht
from dossiergen.termijnen import Eindgrond, Kalender, Stand, Wie
from dossiergen.zaak import STUKSOORTEN, Status, Stuk, Zaak
from dossiergen.zaak.gegevens import Verslagsoort
from dossiergen.zaak.plan_van_aanpak import (
    BijstellingPlanVanAanpak,
    Eerstejaarsevaluatie,
    Eindevaluatie,
    PlanVanAanpak,
    Reintegratieverslag,
)
from dossiergen.zaak.probleemanalyse import (
    ActueelOordeel,
    BijstellingProbleemanalyse,
    Probleemanalyse,
)
from dossiergen.zaak.stukgegevens import Stukgegevens

__all__ = ["MIJLPAAL_VAN_GEBREK", "Inventaris", "vastgesteld_verslag"]

G = TypeVar("G", bound=Stukgegevens)

_PARTIJEN = (Wie.WERKGEVER, Wie.WERKNEMER)
_VAN_HET_VERSLAG: tuple[type[Stukgegevens], ...] = (
    Probleemanalyse,
    BijstellingProbleemanalyse,
    PlanVanAanpak,
    BijstellingPlanVanAanpak,
    Eerstejaarsevaluatie,
    ActueelOordeel,
    Eindevaluatie,
)
# What is missing altogether is late as well from some day on: the milestone that says so.
_ZELF_EEN_MIJLPAAL: tuple[tuple[str, type[Stukgegevens], str, str, tuple[Wie, ...]], ...] = (
    ("RIV-01", Probleemanalyse, "probleemanalyse", "De probleemanalyse", (Wie.BEDRIJFSARTS,)),
    ("RIV-02", PlanVanAanpak, "plan_van_aanpak", "Het plan van aanpak", _PARTIJEN),
    ("RIV-03", Eerstejaarsevaluatie, "eerstejaarsevaluatie", "De eerstejaarsevaluatie", _PARTIJEN),
    ("RIV-04", ActueelOordeel, "actueel_oordeel", "Het actueel oordeel", (Wie.BEDRIJFSARTS,)),
    ("RIV-05", Eindevaluatie, "eindevaluatie", "De eindevaluatie", _PARTIJEN),
)
_MEDISCHE_INFORMATIE = "medische_informatie"
MIJLPAAL_VAN_GEBREK: Mapping[str, str] = {
    **{code: sleutel for code, _, sleutel, _, _ in _ZELF_EEN_MIJLPAAL},
    "RIV-07": _MEDISCHE_INFORMATIE,
}
"""By the code of what is missing, the milestone that tells of the same: whoever tells both, tells it twice."""
_NIET_NODIG = (Aanwezigheid.NIET_NODIG, "Voor dit verslag is het niet nodig.")
_EEN_VAN_BEIDE = frozenset("acde")
"""The elements that the probleemanalyse or the actueel oordeel shows (art. 2 lid 4)."""
_HET = frozenset({"plan-van-aanpak", "actueel-oordeel"})
_ZONDER_WERKGEVER = "Zonder eindevaluatie is er geen oordeel van de werkgever."
_VERKORT = "Bij een verkorte wachttijd toetst UWV het verslag niet."
_TE_KORT = "Het verzuim is bij het einde van het dienstverband te kort voor een verslag."
_OORDEEL_WERKNEMER = "Vraag de werknemer of het oordeel is ingevuld; u hoeft het niet te lezen. Zet dan `oordeel_werknemer_ontvangen: ja`."
_MEDISCH = (
    "Vraag de bedrijfsarts wanneer de werknemer de medische informatie kreeg, en vul alleen die datum in bij "
    "`medische_informatie_meegegeven`."
)


def vastgesteld_verslag(zaak: Zaak) -> Reintegratieverslag | None:
    """The verslag of the case, where it is no draft."""
    verslagen = (stuk.gegevens for stuk in zaak.stukken if isinstance(stuk.gegevens, Reintegratieverslag))
    return next((verslag for verslag in verslagen if verslag.status is not Status.CONCEPT), None)


class Inventaris:
    """What the verslag of one case must hold, and what of it is there."""

    def __init__(self, zaak: Zaak, kalender: Kalender | None, recht: Recht, dag: dt.date) -> None:
        self._zaak = zaak
        self._kalender = kalender
        self._recht = recht
        self._dag = dag
        self._dragers: dict[str, Drager] = {}

    def drager(self, stuk: Stuk) -> Drager:
        """A document as it stood on the day."""
        if stuk.naam not in self._dragers:
            self._dragers[stuk.naam] = drager_van(stuk, self._dag)
        return self._dragers[stuk.naam]

    @cached_property
    def stukken(self) -> tuple[Stuk, ...]:
        """The documents that belong in the verslag, in its order."""
        soorten = list(STUKSOORTEN)
        stukken = [stuk for stuk in self._zaak.stukken if self._hoort_bij_de_dag(stuk)]
        return tuple(sorted(stukken, key=lambda s: (soorten.index(s.soort), s.volgnummer or 0)))

    def _hoort_bij_de_dag(self, stuk: Stuk) -> bool:
        """What came after a verslag is not of it; to a verslag that is not fixed, what is being written belongs."""
        if not isinstance(stuk.gegevens, _VAN_HET_VERSLAG):
            return False
        in_wording = stuk.gegevens.status is Status.CONCEPT and not vastgesteld_verslag(self._zaak)
        return in_wording or stuk.gegevens.datum <= self._dag

    @property
    def onderdelen(self) -> tuple[Onderdeel, ...]:
        """The elements a to l."""
        analyse_of_oordeel = (*self._alle(Probleemanalyse)[:1], *self._alle(ActueelOordeel)[:1])
        analyses = (*self._alle(Probleemanalyse), *self._alle(BijstellingProbleemanalyse))
        plannen = (*self._alle(PlanVanAanpak), *self._alle(BijstellingPlanVanAanpak))
        evaluaties = (*self._alle(Eerstejaarsevaluatie), *self._alle(Eindevaluatie))
        oordelen = (*self._alle(ActueelOordeel), *self._alle(Eindevaluatie))
        arts = (Wie.BEDRIJFSARTS,)
        return (
            self._onderdeel("a", analyse_of_oordeel, (Wie.WERKGEVER, Wie.BEDRIJFSARTS), self._zonder_analyse),
            self._onderdeel("b", self._alle(Eindevaluatie), (Wie.WERKGEVER,), self._gebrek_b),
            self._onderdeel("c", analyse_of_oordeel, (Wie.WERKGEVER,), self._zonder_analyse),
            self._onderdeel("d", analyse_of_oordeel, _PARTIJEN, self._zonder_analyse or self._gebrek_d),
            self._onderdeel("e", analyse_of_oordeel, (Wie.WERKGEVER,), self._zonder_analyse),
            self._onderdeel("f", analyses, arts, self._mist(Probleemanalyse, "probleemanalyse")),
            self._onderdeel("g", plannen, _PARTIJEN, self._mist(PlanVanAanpak, "plan_van_aanpak")),
            self._onderdeel("h", evaluaties, _PARTIJEN, self._gebrek_h),
            self._onderdeel(
                "i", oordelen, (Wie.WERKGEVER, Wie.BEDRIJFSARTS), self._gebrek_i_of_k("arbeidsrelatie")
            ),
            self._onderdeel(
                "j", self._alle(ActueelOordeel), arts, self._mist(ActueelOordeel, "actueel_oordeel")
            ),
            self._onderdeel(
                "k", oordelen, (Wie.BEDRIJFSARTS, Wie.WERKGEVER), self._gebrek_i_of_k("passende_arbeid")
            ),
            self._onderdeel("l", (), (Wie.WERKNEMER,), self._gebrek_l),
        )

    def _onderdeel(
        self,
        letter: str,
        dragers: tuple[Stuk, ...],
        wie: tuple[Wie, ...],
        gebrek: tuple[Aanwezigheid, str] | None,
    ) -> Onderdeel:
        stand, toelichting = gebrek or (Aanwezigheid.AANWEZIG, "")
        onaf = [self._onaf(stuk) for stuk in dragers]
        # Of these one of two documents is enough, of the others every one counts.
        telt = all(onaf) if letter in _EEN_VAN_BEIDE else any(onaf)
        if stand is Aanwezigheid.AANWEZIG and onaf and telt:
            stand, toelichting = Aanwezigheid.ONVOLLEDIG, next(filter(None, onaf))
        if self.geen_verslag:
            stand, toelichting = _NIET_NODIG
        return Onderdeel.model_construct(
            letter=letter,
            inhoud=self._omschrijving(letter),
            stand=stand,
            dragers=tuple(self.drager(stuk) for stuk in dragers),
            wie=wie,
            toelichting=toelichting,
        )

    def _onaf(self, stuk: Stuk) -> str:
        """What keeps a document from carrying its element; empty where nothing does."""
        drager = self.drager(stuk)
        if drager.status is Status.CONCEPT:
            return "Nog een concept."
        return "Nog niet door iedereen getekend." if any(t.is_open for t in drager.tekenaars) else ""

    def _omschrijving(self, letter: str) -> str:
        """What the element is, by the law of the day; for a day before the first text that is known, by that one."""
        tekst = self._recht.waarden[f"verslag_onderdeel_{letter}"]
        return (tekst.op(self._dag) or tekst.waarden[0]).waarde

    @property
    def gebreken(self) -> Iterator[Gebrek]:
        """What keeps the verslag waiting, then what only deserves a look."""
        if self.geen_verslag:
            return
        yield from self._ontbrekende_stukken()
        for stuk in self.stukken:
            yield from self._niet_af(stuk)
        if self._gebrek_d and not self._zonder_analyse:
            yield Gebrek.model_construct(
                code="PA-09",
                wat="De bekwaamheden van de werknemer zijn niet opgegeven (onderdeel d).",
                wie=_PARTIJEN,
                doen="Vul `bekwaamheden` in zaak.yaml in: opleiding, diploma's, werkervaring of vaardigheden.",
            )
        yield from self._inhoudelijk()
        yield from self._van_de_werknemer()

    def _ontbrekende_stukken(self) -> Iterator[Gebrek]:
        for code, model, sleutel, naam, wie in _ZELF_EEN_MIJLPAAL:
            if not self._alle(model) and self._hoort_er(sleutel):
                bestand = f"stukken/{_soort(model)}.yaml"
                doen = f"Maak het stuk en leg het vast in {bestand}."
                if any(type(stuk.gegevens) is model for stuk in self._zaak.stukken):
                    doen = "Het stuk is van na de datum van het verslag. Kijk de datum van beide na."
                yield Gebrek.model_construct(code=code, wat=f"{naam} ontbreekt.", wie=wie, doen=doen)
        if self._mist_evaluatie:
            doen = "Bespreek het plan en leg dat vast in stukken/bijstelling-plan-van-aanpak-01.yaml."
            wat = "Er is geen enkele evaluatie van het plan van aanpak."
            yield Gebrek.model_construct(code="RIV-06", wat=wat, wie=_PARTIJEN, doen=doen)

    @property
    def _mist_evaluatie(self) -> bool:
        """A plan, one of whose evaluations is due, and not one that was held."""
        gehouden = (BijstellingPlanVanAanpak, Eerstejaarsevaluatie, Eindevaluatie)
        if not self._alle(PlanVanAanpak) or any(self._alle(model) for model in gehouden):
            return False
        if self._kalender is None:
            return True
        return any(mijlpaal.stand is Stand.TE_LAAT for mijlpaal in self._kalender.alle("evaluatie"))

    def _niet_af(self, stuk: Stuk) -> Iterator[Gebrek]:
        """A draft, or a document that somebody still has to sign or refuse to sign."""
        drager = self.drager(stuk)
        if drager.status is Status.CONCEPT:
            wie = (
                _PARTIJEN if {t.partij for t in drager.tekenaars} != {"bedrijfsarts"} else (Wie.BEDRIJFSARTS,)
            )
            doen = f"Maak {stuk.bestand} af en zet de status op definitief."
            wat = f"{_naam(stuk)} is nog een concept."
            yield Gebrek.model_construct(code="RIV-11", wat=wat, wie=wie, doen=doen, bestand=stuk.bestand)
            return
        wachten = tuple(Wie(tekenaar.partij) for tekenaar in drager.tekenaars if tekenaar.is_open)
        if wachten:
            wie_zin = " en ".join(f"de {wie.value}" for wie in wachten)
            wat = f"{_naam(stuk)} is nog niet getekend door {wie_zin}."
            doen = f"Leg in {stuk.bestand} de handtekening vast, of de weigering met de reden."
            if vastgesteld_verslag(self._zaak):
                doen += " Tekenden zij na de datum van het verslag, geef het verslag dan een latere datum."
            yield Gebrek.model_construct(code="RIV-09", wat=wat, wie=wachten, doen=doen, bestand=stuk.bestand)

    def _inhoudelijk(self) -> Iterator[Gebrek]:
        """What the documents themselves lack; their own rules (EIND, ACT) tell the same, at its place."""
        if self._gebrek_b and self._gebrek_b[0] is Aanwezigheid.ONVOLLEDIG:
            wat = "De aard van het bedrijf ontbreekt."
            doen = "Vul `aard_bedrijf` in bij de werkgever in organisaties.yaml."
            for bestand in [stuk.bestand for stuk in self._alle(Eindevaluatie)] or [""]:
                yield Gebrek.model_construct(
                    code="EIND-01", wat=wat, wie=(Wie.WERKGEVER,), doen=doen, bestand=bestand
                )
        for model, code, wie in (
            (ActueelOordeel, "ACT-01", Wie.BEDRIJFSARTS),
            (Eindevaluatie, "EIND-02", Wie.WERKGEVER),
        ):
            for stuk in self._alle(model):
                for veld, naam in (
                    ("arbeidsrelatie", "de arbeidsrelatie"),
                    ("passende_arbeid", "passende arbeid"),
                ):
                    if getattr(stuk.gegevens, veld) is None:
                        wat = f"Het oordeel van de {wie.value} over {naam} ontbreekt."
                        doen = f"Vul `{veld}` in."
                        yield Gebrek.model_construct(
                            code=code, wat=wat, wie=(wie,), doen=doen, bestand=stuk.bestand
                        )

    def _van_de_werknemer(self) -> Iterator[Gebrek]:
        """The two elements that the employee sends in; the verslag of the employer does not wait for them."""
        verslag = next(iter(self._gegevens(Reintegratieverslag)), None)
        if self._hoort_er(_MEDISCHE_INFORMATIE) and not (verslag and verslag.medische_informatie_meegegeven):
            wat = "Er is niet vastgelegd wanneer de bedrijfsarts de medische informatie aan de werknemer gaf."
            yield Gebrek.model_construct(
                code="RIV-07", wat=wat, wie=(Wie.BEDRIJFSARTS,), doen=_MEDISCH, houdt_tegen=False
            )
        if self._gebrek_l and self._gebrek_l[0] is Aanwezigheid.ONTBREEKT:
            wat = "Het oordeel van de werknemer is er nog niet (onderdeel l)."
            yield Gebrek.model_construct(
                code="RIV-08", wat=wat, wie=(Wie.WERKNEMER,), doen=_OORDEEL_WERKNEMER, houdt_tegen=False
            )

    @property
    def _zonder_analyse(self) -> tuple[Aanwezigheid, str] | None:
        if self._alle(Probleemanalyse) or self._alle(ActueelOordeel):
            return None
        return Aanwezigheid.ONTBREEKT, "Er is geen probleemanalyse en geen actueel oordeel."

    @cached_property
    def _gebrek_b(self) -> tuple[Aanwezigheid, str] | None:
        """In the eindevaluatie; where none is due, the cover says what the firm does."""
        mist = self._mist(Eindevaluatie, "eindevaluatie")
        aard = self._zaak.organisaties.werkgevers[self._zaak.gegevens.werkgever].aard_bedrijf
        if mist and mist[0] is Aanwezigheid.NIET_NODIG and self._is_volledig:
            if aard:
                return Aanwezigheid.AANWEZIG, "Staat op dit voorblad, bij Partijen."
            return Aanwezigheid.ONVOLLEDIG, "De aard van het bedrijf is niet opgegeven."
        if mist:
            return mist
        if aard or all(evaluatie.aard_bedrijf for evaluatie in self._gegevens(Eindevaluatie)):
            return None
        return Aanwezigheid.ONVOLLEDIG, "De eindevaluatie noemt de aard van het bedrijf niet."

    @property
    def _is_volledig(self) -> bool:
        return self._kalender is None or self._kalender.verslagsoort is Verslagsoort.VOLLEDIG

    @cached_property
    def _gebrek_d(self) -> tuple[Aanwezigheid, str] | None:
        kan = self._zaak.gegevens.bekwaamheden
        if kan and (kan.opleiding or kan.diplomas or kan.werkervaring or kan.vaardigheden):
            return None
        return Aanwezigheid.ONVOLLEDIG, "De bekwaamheden zijn niet opgegeven."

    @property
    def _gebrek_h(self) -> tuple[Aanwezigheid, str] | None:
        eerste = self._mist(Eerstejaarsevaluatie, "eerstejaarsevaluatie")
        laatste = self._mist(Eindevaluatie, "eindevaluatie")
        if eerste and laatste:
            ontbreken = [zin for stand, zin in (eerste, laatste) if stand is Aanwezigheid.ONTBREEKT]
            return (Aanwezigheid.ONTBREEKT, " ".join(ontbreken)) if ontbreken else eerste
        mist = eerste or laatste
        if mist is None or mist[0] is Aanwezigheid.NIET_NODIG:
            return None
        return Aanwezigheid.ONVOLLEDIG, mist[1]

    def _gebrek_i_of_k(self, veld: str) -> tuple[Aanwezigheid, str] | None:
        """Twice: the bedrijfsarts in the actueel oordeel, the werkgever in the eindevaluatie."""
        arts = self._mist(ActueelOordeel, "actueel_oordeel")
        werkgever = self._mist(Eindevaluatie, "eindevaluatie")
        if arts and werkgever:
            return arts
        for wie, mist, model in (
            ("bedrijfsarts", arts, ActueelOordeel),
            ("werkgever", werkgever, Eindevaluatie),
        ):
            leeg = any(getattr(stuk.gegevens, veld) is None for stuk in self._alle(model))
            if leeg or (mist and mist[0] is Aanwezigheid.ONTBREEKT):
                return Aanwezigheid.ONVOLLEDIG, f"Het oordeel van de {wie} ontbreekt."
        return (Aanwezigheid.AANWEZIG, f"{_ZONDER_WERKGEVER} {werkgever[1]}") if werkgever else None

    @cached_property
    def _gebrek_l(self) -> tuple[Aanwezigheid, str] | None:
        if not self._hoort_er("actueel_oordeel"):
            return _NIET_NODIG
        if any(verslag.oordeel_werknemer_ontvangen for verslag in self._gegevens(Reintegratieverslag)):
            return None
        return Aanwezigheid.ONTBREEKT, "De werknemer levert het zelf aan."

    def _mist(self, model: type[Stukgegevens], sleutel: str) -> tuple[Aanwezigheid, str] | None:
        if self._alle(model):
            return None
        if self._hoort_er(sleutel):
            return Aanwezigheid.ONTBREEKT, f"{_met_lidwoord(_soort(model))} is er niet."
        reden = self._kalender.mijlpaal(sleutel).toelichting if self._kalender else ""
        return Aanwezigheid.NIET_NODIG, reden or _NIET_NODIG[1]

    @cached_property
    def geen_verslag(self) -> str:
        """Why no verslag belongs to this case; empty where it does, or where that cannot be said."""
        kalender = self._kalender
        if kalender is None:
            return ""
        if kalender.einde.grond is Eindgrond.VERKORT:
            return _VERKORT
        if kalender.uit_dienst and kalender.verslagsoort is Verslagsoort.GEEN:
            return _TE_KORT
        mijlpaal = kalender.mijlpaal("verslag")
        if mijlpaal.oordeel and self._gegevens(Reintegratieverslag):
            return ""  # a human was to judge that, and began on one
        return mijlpaal.toelichting if mijlpaal.stand is Stand.NIET_VAN_TOEPASSING else ""

    def _hoort_er(self, sleutel: str) -> bool:
        """Whether the calendar asks for it; without a calendar nothing can be left out.

        Every verslag has an analysis, however soon the employment ended. A first-year evaluation belongs in it
        from the weeks on in which one is held.
        """
        kalender = self._kalender
        if kalender is None or (sleutel == "probleemanalyse" and not self.geen_verslag):
            return True
        if sleutel == "eerstejaarsevaluatie" and kalender.uit_dienst and self._hoort_er("plan_van_aanpak"):
            ziek = kalender.teldagen.geteld_voor(kalender.uit_dienst + dt.timedelta(days=1))
            return ziek >= self._recht.dagen("eerstejaarsevaluatie_in_verslag", kalender.eerste_ziektedag)
        return kalender.mijlpaal(sleutel).stand is not Stand.NIET_VAN_TOEPASSING

    def _alle(self, model: type[Stukgegevens]) -> tuple[Stuk, ...]:
        return tuple(stuk for stuk in self.stukken if type(stuk.gegevens) is model)

    def _gegevens(self, model: type[G]) -> tuple[G, ...]:
        return tuple(s.gegevens for s in self._zaak.stukken if isinstance(s.gegevens, model))


def _naam(stuk: Stuk) -> str:
    """As the start of a sentence: De bijstelling plan van aanpak 2."""
    nummer = f" {stuk.volgnummer}" if stuk.volgnummer else ""
    return f"{_met_lidwoord(stuk.soort)}{nummer}"


def _met_lidwoord(soort: str) -> str:
    return f"{'Het' if soort in _HET else 'De'} {soort.replace('-', ' ')}"


def _soort(model: type[Stukgegevens]) -> str:
    return next(soort.naam for soort in STUKSOORTEN.values() if soort.model is model)
