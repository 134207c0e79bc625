"""What a case is called where others read it: a folder may be named after somebody."""

from dossiergen.zaak.typen import is_kenmerk

__all__ = ["ZONDER_KENMERK", "zaaknaam"]

ZONDER_KENMERK = "zaak zonder kenmerk"


def zaaknaam(kenmerk: str, map_naam: str) -> str:
    """The kenmerk; of a case that cannot be read its folder, only where that looks like one."""
    if kenmerk:
        return kenmerk
    als_kenmerk = is_kenmerk(map_naam) and any(teken.isdigit() for teken in map_naam)
    return map_naam if als_kenmerk else ZONDER_KENMERK
