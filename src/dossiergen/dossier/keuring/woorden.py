"""Whether words that stand for something say anything: an alternative text, a title."""

import re

__all__ = ["zegt_iets"]

_BESTANDSNAAM = re.compile(r"\S+\.\w{2,4}|[\w.-]*[_/\\][\w./\\-]*")
_NIETSZEGGEND = frozenset(
    {"afbeelding", "document", "figuur", "image", "logo", "naamloos", "picture", "plaatje", "tekening",
     "untitled"}
)  # fmt: skip


def zegt_iets(woorden: str) -> bool:
    """Not empty, no file name, and more than what it is in general."""
    kaal = woorden.strip()
    return bool(kaal) and kaal.lower() not in _NIETSZEGGEND and not _BESTANDSNAAM.fullmatch(kaal)
