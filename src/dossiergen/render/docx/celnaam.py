"""What a field in a table is called: by its label, or by its column and row, as a screen reader would."""

from dossiergen.render.boom import Element

__all__ = ["celnaam", "is_datumkolom", "kopcellen"]


def celnaam(tabel: Element, rij: Element, nummer: int, plaats: int) -> str:
    """Of the cell at `plaats` (counted from 0) in the row that is the `nummer`th (from 1) below the heads."""
    koppen = kopcellen(tabel)
    eerste = rij.elementen[0]
    if not koppen:
        return eerste.platte_tekst
    vast = plaats and not any(kind.attr("data-veld") for kind in eerste.alle())
    # A row is named by the words that it begins with, if nobody can change them.
    naam = eerste.platte_tekst if vast and not eerste.platte_tekst.isdigit() else f"rij {nummer}"
    return f"{koppen[plaats].platte_tekst}, {naam}"


def kopcellen(tabel: Element) -> tuple[Element, ...]:
    """The heads of the columns, if it has any."""
    return next((deel.elementen[0].elementen for deel in tabel.elementen if deel.naam == "thead"), ())


def is_datumkolom(tabel: Element, plaats: int) -> bool:
    """Whether the cells of a column hold days."""
    koppen = kopcellen(tabel)
    return bool(koppen) and koppen[plaats].attr("data-kolom") == "datum"
