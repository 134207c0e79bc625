"""Measures whole cases, from their files to the written manifest, against the bare engines on the same documents.

Usage: .venv/bin/python bench/heel.py [FOLDER OF CASES] [--rondes N] [--peildatum DATE] [--geheugen]
Prints our CPU time by stage, that of bare WeasyPrint and python-docx beside it, and the ratio; then what a process
holds: after import, after the first case, after all of them, and after further rounds over fresh output folders.
Case by case ours and theirs in turn, of each the least of all rounds, so that what else the machine does hits neither.
"""

import argparse
import datetime as dt
import functools
import io
import multiprocessing
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

WORTEL = Path(__file__).parents[1]
MB = 1024
GEHEUGENRONDES = 3

# What is measured: module, owner (if it is no function of the module), name, stage.
STAPPEN = (
    ("dossiergen.dossier.maken", "", "laad_bedrijfsartsdeel", "laden"),
    ("dossiergen.dossier.maken", "", "lees_staat", "laden"),
    ("dossiergen.dossier.maken", "", "controleer_zaak", "regels"),
    ("dossiergen.dossier.maken", "", "controleer_deel", "regels"),
    ("dossiergen.dossier.maken", "", "voer_uit", "schrijven"),
    ("dossiergen.dossier.maker", "", "tekstbezwaren", "tekstcontrole"),
    ("dossiergen.dossier.werkplaats", "Werkplaats", "ontwerp", "inzage"),
    ("dossiergen.dossier.werkplaats", "Werkplaats", "tekst", "boom"),
    ("dossiergen.stukken", "Samensteller", "stel_samen", "html"),
    ("dossiergen.render.pdf", "PdfSchrijver", "schrijf_passend", "pdf"),
    ("dossiergen.render.pdf.schrijver", "", "pagina", "pagina"),
    ("dossiergen.render.pdf.labelboom", "Labelboom", "__call__", "labels"),
    ("dossiergen.render.docx", "DocxSchrijver", "schrijf", "docx"),
    ("dossiergen.dossier.keuring.keuren", "Keurder", "keur", "keuring"),
)


@dataclass
class Klok:
    """CPU time by stage; what a stage inside another takes, is not counted with the other."""

    tijden: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _binnen: list[float] = field(default_factory=list)

    @contextmanager
    def meet(self, stap: str) -> Iterator[None]:
        self._binnen.append(0)
        begin = time.process_time()
        try:
            yield
        finally:
            duur = time.process_time() - begin
            self.tijden[stap] += duur - self._binnen.pop()
            if self._binnen:
                self._binnen[-1] += duur

    def om(self, houder: Any, naam: str, stap: str) -> None:
        """Measure a function from now on."""
        eigen = getattr(houder, naam)

        @functools.wraps(eigen)
        def gemeten(*args: Any, **opties: Any) -> Any:
            with self.meet(stap):
                return eigen(*args, **opties)

        setattr(houder, naam, gemeten)


class Kaal:
    """The engines themselves, with what one would keep between documents: fonts and parsed style sheets."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._bladen: dict[Any, Any] = {}

    def pdf(self, boom: Any, eigenschappen: Any, huisstijl: Any) -> Callable[[], object]:
        """What makes the PDF of a document; all that is ours is done before."""
        import weasyprint  # noqa: PLC0415, TID251  the alternative; not in a process whose memory is looked at

        from dossiergen.render.pdf.opmaak import pagina  # noqa: PLC0415  as above

        stijl = huisstijl.voor(dicht=boom.is_dicht or eigenschappen.dicht)
        if stijl not in self._bladen:
            self._bladen[stijl] = self._blad(stijl)
        css, letters, adressen = self._bladen[stijl]
        html = ET.tostring(pagina(boom, eigenschappen, stijl), encoding="unicode", method="html")
        for adres, uri in adressen.items():
            html = html.replace(adres, uri)

        return lambda: weasyprint.HTML(string=html).write_pdf(
            stylesheets=[css], font_config=letters, pdf_variant="pdf/a-3a"
        )

    def _blad(self, stijl: Any) -> tuple[Any, Any, dict[str, str]]:
        import weasyprint  # noqa: PLC0415, TID251  as above
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415, TID251  as above

        from dossiergen.huisstijl import Logo  # noqa: PLC0415  as above
        from dossiergen.render.pdf.middelen import SCHEMA, middelen  # noqa: PLC0415  as above
        from dossiergen.render.pdf.opmaak import stijlblad  # noqa: PLC0415  as above

        adressen = {}
        for naam, middel in middelen(stijl).items():
            if isinstance(middel, Path):
                pad = middel
            elif isinstance(middel, Logo):
                pad = self._map / f"{len(self._bladen)}-{naam}.{middel.soort}"
                pad.write_bytes(middel.inhoud)
            else:
                pad = self._map / f"{len(self._bladen)}-{naam}.ttf"
                pad.write_bytes(middel)
            adressen[f"{SCHEMA}{naam}"] = pad.as_uri()
        regels = stijlblad(stijl)
        for adres, uri in adressen.items():
            regels = regels.replace(f"url({adres})", f"url({uri})")
        letters = FontConfiguration()
        return weasyprint.CSS(string=regels, font_config=letters), letters, adressen


def _word(boom: Any) -> bytes:
    """The words of a document through python-docx: a paragraph for each of ours, a table for each of ours."""
    import docx  # noqa: PLC0415, TID251  the alternative, as above

    document = docx.Document()
    for blok in _blokken(boom.artikel):
        if blok.naam == "table":
            rijen = [rij for deel in blok.elementen if deel.naam != "caption" for rij in deel.elementen]
            tabel = document.add_table(len(rijen), max(len(rij.elementen) for rij in rijen))
            for rij, van_ons in zip(tabel.rows, rijen, strict=True):
                for cel, tekst in zip(rij.cells, van_ons.elementen, strict=True):
                    cel.text = tekst.platte_tekst
        elif blok.naam in {"h1", "h2", "h3"}:
            document.add_heading(blok.platte_tekst, int(blok.naam[1]))
        else:
            document.add_paragraph(blok.platte_tekst)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def _blokken(element: Any) -> Iterator[Any]:
    for kind in element.elementen:
        if kind.naam in {"article", "section", "header", "ul", "ol", "div"}:
            yield from _blokken(kind)
        else:
            yield kind


@dataclass
class Meting:
    """The least of each case over all rounds."""

    ons: dict[Path, dict[str, float]] = field(default_factory=dict)
    kaal: dict[Path, tuple[float, float]] = field(default_factory=dict)
    stukken: int = 0

    def neem(self, map_: Path, tijden: dict[str, float], pdf: float, word: float) -> None:
        if sum(tijden.values()) < sum(self.ons.get(map_, {"": float("inf")}).values()):
            self.ons[map_] = dict(tijden)
        oud = self.kaal.get(map_, (float("inf"), float("inf")))
        self.kaal[map_] = (min(oud[0], pdf), min(oud[1], word))


def meet(mappen: list[Path], peildatum: dt.date, rondes: int) -> Meting:
    """Ours and theirs, case by case in turn."""
    import importlib  # noqa: PLC0415  only here

    from dossiergen.dossier.werkplaats import Werkplaats  # noqa: PLC0415  as above
    from dossiergen.sjablonen import Sjablonen  # noqa: PLC0415  as above

    klok, meting = Klok(), Meting()
    papieren: list[tuple[Any, Any, Any]] = []
    for module, eigenaar, naam, stap in STAPPEN:
        houder = importlib.import_module(module)
        klok.om(getattr(houder, eigenaar) if eigenaar else houder, naam, stap)
    _onthoud(papieren)
    werkplaats = Werkplaats(Sjablonen.standaard())
    with tempfile.TemporaryDirectory() as tijdelijk:
        kaal = Kaal(Path(tijdelijk))
        _maak(mappen[:1], peildatum, werkplaats, Path(tijdelijk, "warm"), klok)
        for ronde in range(rondes):
            uit = Path(tijdelijk, str(ronde))
            meting.stukken = 0
            for map_ in mappen:
                klok.tijden.clear()
                papieren.clear()
                _maak([map_], peildatum, werkplaats, uit, klok)
                meting.stukken += len(papieren)
                meting.neem(map_, klok.tijden, *_kaal(kaal, papieren))
    return meting


def _onthoud(papieren: list[tuple[Any, Any, Any]]) -> None:
    """Each document as it goes to its last writer: a letter that was set twice is there once, as it became."""
    from dossiergen.render.docx import DocxSchrijver  # noqa: PLC0415  as above

    eigen = DocxSchrijver.schrijf

    def schrijf(schrijver: Any, boom: Any, eigenschappen: Any) -> bytes:
        papieren.append((boom, eigenschappen, schrijver._huisstijl))  # noqa: SLF001  nobody else needs it
        return eigen(schrijver, boom, eigenschappen)

    setattr(DocxSchrijver, "schrijf", schrijf)  # noqa: B010  mypy wants no method replaced


def _maak(mappen: list[Path], peildatum: dt.date, werkplaats: Any, uit: Path, klok: Klok) -> None:
    from dossiergen.dossier.maken import Keuze, maak_zaak  # noqa: PLC0415  as above
    from dossiergen.dossier.mappen import laad  # noqa: PLC0415  as above
    from dossiergen.dossier.uitvoer import Uitvoer  # noqa: PLC0415  as above

    with Uitvoer(uit).open() as uitvoer, klok.meet("overig"):
        with klok.meet("laden"):
            geladen = [zaak for zaak, _ in laad(mappen)]
        for zaak in geladen:
            maak_zaak(zaak, Keuze(), werkplaats, uitvoer, peildatum)


def _kaal(kaal: Kaal, papieren: list[tuple[Any, Any, Any]]) -> tuple[float, float]:
    pdf = word = 0.0
    for papier in papieren:
        maak_pdf = kaal.pdf(*papier)
        begin = time.process_time()
        maak_pdf()
        midden = time.process_time()
        _word(papier[0])
        pdf, word = pdf + midden - begin, word + time.process_time() - midden
    return pdf, word


def regels(meting: Meting) -> Iterator[str]:
    """The table, and the ratio below it."""
    stappen: defaultdict[str, float] = defaultdict(float)
    for tijden in meting.ons.values():
        for stap, duur in tijden.items():
            stappen[stap] += duur
    ons = sum(stappen.values())
    pdf, word = (sum(kolom) for kolom in zip(*meting.kaal.values(), strict=True))
    yield f"{len(meting.ons)} cases, {meting.stukken} documents"
    for stap, duur in sorted(stappen.items(), key=lambda paar: -paar[1]):
        yield f"  {stap:14} {duur:8.2f} s  {duur / ons:6.1%} of ours  {duur / (pdf + word):6.3f} of bare"
    yield f"ours {ons:.2f} s; bare WeasyPrint {pdf:.2f} s + python-docx {word:.2f} s = {pdf + word:.2f} s"
    yield f"ratio {ons / (pdf + word):.3f} (budget 1.15); over bare WeasyPrint alone {ons / pdf:.3f}"


def _bezet() -> tuple[float, float]:
    """Megabytes held now, and at most so far."""
    regels_ = Path("/proc/self/status").read_text("utf-8").splitlines()
    waarden = {naam: waarde for naam, _, waarde in (regel.partition(":") for regel in regels_)}
    nu, hoogst = (int(waarden[naam].split()[0]) / MB for naam in ("VmRSS", "VmHWM"))
    return nu, hoogst


def geheugen(mappen: list[Path], peildatum: dt.date) -> None:
    """What a process that does nothing else holds; prints as it goes."""
    from dossiergen.dossier.werkplaats import Werkplaats  # noqa: PLC0415  as above
    from dossiergen.sjablonen import Sjablonen  # noqa: PLC0415  as above

    def meld(wanneer: str) -> None:
        nu, hoogst = _bezet()
        print(f"  {wanneer:24} {nu:6.0f} MB, at most {hoogst:.0f} MB", flush=True)

    klok = Klok()
    werkplaats = Werkplaats(Sjablonen.standaard())
    meld("after import")
    with tempfile.TemporaryDirectory() as tijdelijk:
        _maak(mappen[:1], peildatum, werkplaats, Path(tijdelijk, "eerst"), klok)
        meld("after the first case")
        for ronde in range(1, GEHEUGENRONDES + 1):
            for map_ in mappen:
                _maak([map_], peildatum, werkplaats, Path(tijdelijk, str(ronde)), klok)
            meld(f"after round {ronde} of {len(mappen)}")


def main() -> None:
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("map", nargs="?", type=Path, default=WORTEL / "cases")
    lezer.add_argument("--rondes", type=int, default=2)
    lezer.add_argument("--peildatum", type=dt.date.fromisoformat, default=dt.date(2026, 6, 1))
    lezer.add_argument("--geheugen", action="store_true", help="only what a process holds")
    keuze = lezer.parse_args()
    mappen = sorted(pad.parent for pad in keuze.map.glob("*/zaak.yaml"))
    if not keuze.geheugen:
        print("\n".join(regels(meet(mappen, keuze.peildatum, keuze.rondes))), flush=True)
    print("memory of one process")
    kind = multiprocessing.get_context("spawn").Process(target=geheugen, args=(mappen, keuze.peildatum))
    kind.start()
    kind.join()
    if kind.exitcode:
        raise SystemExit(kind.exitcode)


if __name__ == "__main__":
    main()
