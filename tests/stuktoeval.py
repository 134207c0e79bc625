"""Verzonnen documenten binnen onze woordenschat, van een regel tot vele bladzijden."""

from collections.abc import Callable
from random import Random

from keuringhulp import KOP

__all__ = ["verzin"]

_ZIN = (
    "werkgever werknemer plan afspraak re-integratie arbeidsongeschiktheidsverzekering opbouw week uur taak overleg "
    "bedrijfsarts advies mogelijkheden belastbaarheid de het een en of met voor na tijdens zonder "
    "loonheffingennummer probleemanalyse 12,5 € (spoor 2) “aangepast” Őz"
)
_WOORDEN = _ZIN.split()


def verzin(rnd: Random) -> str:
    """Een formulier of brief met een willekeurig aantal onderdelen, elk van willekeurige lengte."""
    secties = "".join(_sectie(rnd, nummer) for nummer in range(1, rnd.randint(1, 6) + 1))
    eerst = _tabel_van_gegevens(rnd) if rnd.random() < 0.6 else ""
    los = "".join(f"<p>{_zinnen(rnd, 40)}</p>" for _ in range(rnd.randint(0, 6)))
    return f"{KOP}<p>{_zinnen(rnd, 20)}</p>{eerst}{los}{secties}{_ondertekening(rnd)}</article>"


def _zinnen(rnd: Random, meest: int) -> str:
    woorden = [rnd.choice(_WOORDEN) for _ in range(rnd.randint(1, meest))]
    if len(woorden) > 3 and rnd.random() < 0.3:
        plek = rnd.randrange(len(woorden))
        woorden[plek] = f"<{(naam := rnd.choice(('strong', 'em')))}>{woorden[plek]}</{naam}>"
    return " ".join(woorden)


def _sectie(rnd: Random, nummer: int) -> str:
    delen: list[str] = []
    for _ in range(rnd.randint(1, 5)):
        if delen and rnd.random() < 0.3:
            delen.append(f"<h3>{_kop(rnd)}</h3>")
        delen.append(rnd.choice(_DELEN)(rnd))
        delen.append(f"<p>{_zinnen(rnd, 60)}</p>")
    return f"<section><h2>{nummer} {_kop(rnd)}</h2>{''.join(delen)}</section>"


def _kop(rnd: Random) -> str:
    return " ".join(rnd.choice(_WOORDEN) for _ in range(rnd.randint(1, 14)))


def _alinea(rnd: Random) -> str:
    return f"<p>{_zinnen(rnd, 400)}</p>"


def _lijst(rnd: Random, diep: int = 0) -> str:
    naam = rnd.choice(("ul", "ol"))
    punten = []
    for _ in range(rnd.randint(1, 9)):
        binnen = _lijst(rnd, diep + 1) if diep < 2 and rnd.random() < 0.2 else ""
        alineas = f"<p>{_zinnen(rnd, 30)}</p><p>{_zinnen(rnd, 30)}</p>"
        punten.append(f"<li>{_zinnen(rnd, 30) + binnen if rnd.random() < 0.8 else alineas}</li>")
    return f"<{naam}>{''.join(punten)}</{naam}>"


def _keuze(rnd: Random) -> str:
    opties = (
        f'<li data-gekozen="{rnd.choice(("ja", "nee"))}">{_zinnen(rnd, 25)}</li>'
        for _ in range(rnd.randint(1, 8))
    )
    return f'<ul data-blok="keuze">{"".join(opties)}</ul>'


def _tabel_van_gegevens(rnd: Random) -> str:
    rijen = (
        f'<tr><th scope="row">{_kop(rnd)}</th><td>{_inhoud(rnd)}</td></tr>' for _ in range(rnd.randint(1, 14))
    )
    return f'<table data-blok="{rnd.choice(("gegevens", "kerngegevens"))}"><tbody>{"".join(rijen)}</tbody></table>'


def _inhoud(rnd: Random) -> str:
    keuze = rnd.random()
    if keuze < 0.1:
        return ""
    if keuze < 0.2:
        return _lijst(rnd, 1)
    if keuze < 0.3:
        return f"<p>{_zinnen(rnd, 20)}</p><p>{_zinnen(rnd, 60)}</p>"
    return _zinnen(rnd, 25)


def _tabel(rnd: Random) -> str:
    breed, hoog = rnd.randint(1, 5), rnd.choice((1, 2, 5, 12, 40))
    kop = "".join(f'<th scope="col">{_kop(rnd)}</th>' for _ in range(breed))
    rijen = "".join(
        "<tr>" + "".join(f"<td>{_inhoud(rnd)}</td>" for _ in range(breed)) + "</tr>" for _ in range(hoog)
    )
    bijschrift = f"<caption>{_kop(rnd)}</caption>" if rnd.random() < 0.3 else ""
    return f"<table>{bijschrift}<thead><tr>{kop}</tr></thead><tbody>{rijen}</tbody></table>"


def _visie(rnd: Random) -> str:
    return f'<section data-blok="visie"><p>{_zinnen(rnd, 120)}</p>{_lijst(rnd, 1)}</section>'


def _let_op(rnd: Random) -> str:
    return f'<section data-blok="let-op"><h3>{_kop(rnd)}</h3><p>{_zinnen(rnd, 40)}</p></section>'


def _ondertekening(rnd: Random) -> str:
    breed = rnd.randint(1, 3)
    kop = "".join(f'<th scope="col">{_kop(rnd)}</th>' for _ in range(breed))
    lijn = '<td data-soort="lijn">Handtekening:</td>' * breed
    return (
        f'<section><h2>9 Akkoord</h2><table data-blok="ondertekening"><thead><tr>{kop}</tr></thead><tbody>'
        f'<tr>{"<td>naam</td>" * breed}</tr><tr data-soort="teken">{lijn}</tr></tbody></table></section>'
    )


_DELEN: tuple[Callable[[Random], str], ...] = (
    _alinea,
    _lijst,
    _keuze,
    _tabel_van_gegevens,
    _tabel,
    _visie,
    _let_op,
)
