"""What a process needs once: the kinds of document, the compiled templates, a writer per house style."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dossiergen.dossier.keuring.keuren import Gekeurd, Keurder
from dossiergen.dossier.versies import versies
from dossiergen.huisstijl import Huisstijl, laad
from dossiergen.inzage import Afgeleid, Inzage, als_data, projecteer
from dossiergen.overzicht import Gebrek, Rechtsregel, maak_overzicht
from dossiergen.render.boom import Boom, inhoud, lees
from dossiergen.render.docx import DocxSchrijver
from dossiergen.render.eigenschappen import Eigenschappen
from dossiergen.second_opinion import werkwijze_van
from dossiergen.second_opinion.uitleg import Uitleg, maak_uitleg
from dossiergen.sjablonen import Sjablonen
from dossiergen.stukken import Samensteller, Stukvorm, afzender_van, laad_vormen, namen_in
from dossiergen.zaak import Status, Stuk, Zaak
from dossiergen.zaak.second_opinion import Raadpleging

if TYPE_CHECKING:
    from dossiergen.render.pdf import PdfSchrijver

__all__ = ["Herkomst", "Ontwerp", "Tekst", "Werkplaats"]

# What is written down in a document's file after its text is fixed; of the verslag, what became of it.
_NA_HET_VASTSTELLEN = frozenset(
    {
        "status",
        "ondertekening",
        "afschriften",
        "kopie_aan_werknemer",
        "medische_informatie_meegegeven",
        "oordeel_werknemer_ontvangen",
        "wia_aanvraag",
        "ingediend_bij_uwv",
    }
)


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Fingerprints of what a document is made of, apart, so that a change can be told by its cause."""

    eigen: str
    """The document's own file, without what is written down after its text is fixed."""
    rest: str
    """All that the case and the organisations give for it."""
    tekening: str
    """Who signed or refused."""


@dataclass(frozen=True, slots=True)
class Ontwerp:
    """A document before its text is composed. `sleutel`: fingerprint of everything its bytes depend on."""

    stuk: Stuk
    vorm: Stukvorm
    inzage: Inzage
    huisstijl: Huisstijl
    herkomst: Herkomst
    sleutel: str
    rechtswaarden: tuple[Rechtsregel, ...] = ()
    gekeurd: Gekeurd = field(default_factory=dict)
    """What its files will say was looked at; nothing for a draft, which is not judged."""


@dataclass(frozen=True, slots=True)
class Tekst:
    """A composed document, ready for the writers."""

    boom: Boom
    eigenschappen: Eigenschappen
    inhoud: str


def _niets() -> None:
    """Nothing."""


@dataclass(slots=True)
class Werkplaats:
    """`huisstijl` overrides the house style of the sender; `na_stuk` is called after each document that was written."""

    sjablonen: Sjablonen
    huisstijl: str | None = None
    keurder: Keurder = field(default_factory=Keurder)
    na_stuk: Callable[[], None] = _niets
    vormen: Mapping[str, Stukvorm] = field(init=False)
    versies: Mapping[str, str] = field(init=False)
    _samensteller: Samensteller = field(init=False)
    _sjabloonafdrukken: dict[str, str] = field(init=False, default_factory=dict)
    _stijlen: dict[str, Huisstijl] = field(init=False, default_factory=dict)
    _pdf: "dict[Huisstijl, PdfSchrijver]" = field(init=False, default_factory=dict)
    _docx: dict[Huisstijl, DocxSchrijver] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.vormen = laad_vormen(self.sjablonen)
        self.versies = versies()
        self._samensteller = Samensteller(self.sjablonen)

    def vernieuwd(self, sjablonen: Sjablonen) -> "Werkplaats":
        """The same over template files that changed; the writers of a house style that did not, are kept."""
        nieuw = Werkplaats(sjablonen, self.huisstijl, self.keurder, self.na_stuk)
        nieuw._pdf, nieuw._docx = self._pdf, self._docx
        return nieuw

    def vormen_van(self, zaak: Zaak, stuk: Stuk) -> tuple[Stukvorm, ...]:
        """The kinds of document that are made from this file of a case, in the order of their numbers."""
        vormen = [vorm for vorm in self.vormen.values() if vorm.bestaat(zaak, stuk)]
        return tuple(sorted(vormen, key=lambda vorm: (vorm.volgorde, vorm.naam)))

    def ontwerp(
        self,
        zaak: Zaak,
        stuk: Stuk,
        vorm: Stukvorm,
        dag: dt.date | None = None,
        erbij: tuple[Gebrek, ...] = (),
    ) -> Ontwerp:
        """Project the case for this document's readers.

        `dag`: for what a draft tells of the case as a whole; a fixed text depends on its own date (besluit 0020).
        `erbij`: what else keeps the verslag waiting, which the case alone does not tell.
        """
        vast = stuk.gegevens.status is not Status.CONCEPT
        op = stuk.gegevens.datum if dag is None or vast else dag
        overzicht = maak_overzicht(zaak, op) if vorm.overzicht else None
        if overzicht and erbij:
            alle = {"gebreken": (*overzicht.gebreken, *erbij), "volledig": False}
            overzicht = overzicht.model_copy(update=alle)
        uitleg = self._uitleg(zaak, stuk) if vorm.uitleg else None
        inzage = projecteer(
            zaak, stuk, vorm.lezers, voor_uwv=vorm.voor_uwv, afgeleid=Afgeleid(overzicht, uitleg)
        )
        stijl = self._stijl(self.huisstijl or afzender_van(vorm, inzage).huisstijl)
        data = {naam: als_data(getattr(inzage, naam)) for naam in inzage.__slots__}
        recht = (*(overzicht.rechtswaarden if overzicht else ()), *(uitleg.rechtswaarden if uitleg else ()))
        gekeurd = self.keurder.gekeurd if vast else {}
        sleutel = self._sleutel(vorm, data, stijl, gekeurd)
        return Ontwerp(stuk, vorm, inzage, stijl, _herkomst(inzage, data), sleutel, recht, gekeurd)

    def tekst(self, ontwerp: Ontwerp) -> Tekst:
        compositie = self._samensteller.stel_samen(ontwerp.vorm, ontwerp.inzage)
        boom = lees(compositie.html, compositie.bron)
        afdruk, herkomst = inhoud(boom), _herkomst_in_bestand(ontwerp)
        vast = ontwerp.stuk.gegevens.status is not Status.CONCEPT
        eigenschappen = Eigenschappen(
            compositie.titel,
            compositie.afzender,
            compositie.datum,
            namen=namen_in(ontwerp.inzage),
            herkomst=herkomst,
            identiteit={**herkomst, "inhoud": afdruk} if vast else {},
            gekeurd=tuple(ontwerp.gekeurd.get(".pdf", {}).items()),
        )
        return Tekst(boom, eigenschappen, afdruk)

    def schrijf(self, ontwerp: Ontwerp, tekst: Tekst) -> Mapping[str, bytes]:
        """The files of a document by their ending."""
        stijl = ontwerp.huisstijl
        if stijl not in self._pdf:
            from dossiergen.render.pdf import PdfSchrijver, logo_als_png  # noqa: PLC0415  as in `versies`

            self._pdf[stijl] = PdfSchrijver(stijl)
            self._docx[stijl] = DocxSchrijver(stijl, logo_als_png(stijl))
        pdf, eigenschappen = self._pdf[stijl].schrijf_passend(tekst.boom, tekst.eigenschappen)
        word = self._docx[stijl].schrijf(tekst.boom, eigenschappen)
        self.na_stuk()
        return {".pdf": pdf, ".docx": word}

    def _uitleg(self, zaak: Zaak, stuk: Stuk) -> Uitleg | None:
        """What law and practice say about the second opinion that a document belongs to."""
        if not isinstance(stuk.raadpleging, Raadpleging):
            return None
        werkwijze = werkwijze_van(zaak, self.sjablonen)
        return maak_uitleg(stuk.raadpleging, stuk.gegevens, zaak, werkwijze)

    def bekende_stijl(self, naam: str) -> Huisstijl | None:
        """A house style by its name; None where there is none."""
        return self._stijl(naam) if naam in self.sjablonen.huisstijlen() else None

    def _stijl(self, naam: str) -> Huisstijl:
        if naam not in self._stijlen:
            self._stijlen[naam] = laad(naam, self.sjablonen)
        return self._stijlen[naam]

    def _sleutel(self, vorm: Stukvorm, data: Mapping[str, Any], stijl: Huisstijl, gekeurd: Gekeurd) -> str:
        return _afdruk_van(
            {
                "inzage": data,
                "sjabloon": self._sjabloonafdruk(vorm.naam),
                "huisstijl": stijl.vingerafdruk,
                "versies": dict(self.versies),
                **({"gekeurd": gekeurd} if gekeurd else {}),
            }
        )

    def _sjabloonafdruk(self, stuk: str) -> str:
        """A document's own folder and the shared parts, over all template folders."""
        if stuk not in self._sjabloonafdrukken:
            bestanden = [
                f"{pad.relative_to(map_).as_posix()}\n{_afdruk(pad.read_bytes())}"
                for map_ in self.sjablonen.mappen
                for onder in (stuk, "delen")
                for pad in sorted((map_ / onder).rglob("*"))
                if pad.is_file()
            ]
            self._sjabloonafdrukken[stuk] = _afdruk("\n".join(bestanden).encode())
        return self._sjabloonafdrukken[stuk]


def _herkomst_in_bestand(ontwerp: Ontwerp) -> Mapping[str, str]:
    """What a file says it is; the house style, so that an edited one can be held against the same look."""
    volgnummer = ontwerp.stuk.volgnummer
    return {
        "kenmerk": ontwerp.inzage.zaak.kenmerk,
        "stuk": ontwerp.vorm.naam,
        **({} if volgnummer is None else {"volgnr": str(volgnummer)}),
        "versie": str(ontwerp.stuk.gegevens.versie),
        "huisstijl": ontwerp.huisstijl.naam,
    }


def _herkomst(inzage: Inzage, data: Mapping[str, Any]) -> Herkomst:
    eigen = _vaste_velden(als_data(inzage.stuk, buiten="organisaties.yaml"))
    alles = {**data, "stuk": _vaste_velden(data["stuk"])}
    return Herkomst(
        _afdruk_van(eigen), _afdruk_van(alles), _afdruk_van({"t": data["stuk"].get("ondertekening")})
    )


def _vaste_velden(stuk: Mapping[str, Any]) -> dict[str, Any]:
    """Who is to sign stands in the text of a document; whether somebody did does not."""
    tekenaars = {
        partij: handtekening and handtekening["persoon"]
        for partij, handtekening in stuk.get("ondertekening", {}).items()
        if partij != "werknemer"
    }
    vast = {veld: stuk[veld] for veld in stuk.keys() - _NA_HET_VASTSTELLEN}
    return {**vast, "ondertekenaars": tekenaars}


def _afdruk_van(data: Mapping[str, Any]) -> str:
    return _afdruk(json.dumps(data, sort_keys=True, ensure_ascii=False).encode())


def _afdruk(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
