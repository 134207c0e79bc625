"""The fingerprint of what a document says, whoever has signed it and whatever its status is."""

import hashlib
import json

from dossiergen.render.boom.waarden import Boom, Element

__all__ = ["inhoud"]

_BUITEN = frozenset({"data-status", "data-veld", "data-label", "data-leeg", "data-opties"})


def inhoud(boom: Boom) -> str:
    """sha256 over the tree without status, field references and the state of signatures."""
    vorm = json.dumps(_vorm(boom.artikel), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(vorm.encode()).hexdigest()


def _vorm(element: Element) -> list[object]:
    return [
        element.naam,
        [paar for paar in element.attrs if paar[0] not in _BUITEN],
        [
            kind if isinstance(kind, str) else _vorm(kind)
            for kind in element.kinderen
            if isinstance(kind, str) or kind.attr("data-soort") != "teken"
        ],
    ]
