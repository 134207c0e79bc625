"""Typst as an engine: the speed limit. Its template `papier.typ` sets the same texts about as our house style does."""

import importlib
import json
from collections.abc import Callable
from pathlib import Path

from papieren import Papier

__all__ = ["Typst"]

SJABLOON = Path(__file__).with_name("papier.typ")
ALS_ONS = ("a-3a", "ua-1")


class Typst:
    """One compiler for all documents of a process. Raises ImportError where Typst is not installed."""

    def __init__(self, papier: Papier) -> None:
        typst = importlib.import_module("typst")
        mappen = {str(pad.parent) for pad in papier.stijl.letters.tekst.sneden.values()}
        letters = typst.Fonts(include_system_fonts=False, font_paths=sorted(mappen))
        self._compiler = typst.Compiler(SJABLOON, root=SJABLOON.parent, font_paths=letters)

    def werk(self, papier: Papier, normen: tuple[str, ...] = ALS_ONS) -> Callable[[], bytes]:
        """`normen`: standards of the PDF; without any it gets no tags either."""
        invoer = {"papier": json.dumps(papier.als_data(), ensure_ascii=False)}

        def doe() -> bytes:
            pdf: bytes = self._compiler.compile(
                sys_inputs=invoer,
                pdf_standards=list(normen),
                pdf_tags=bool(normen),
                format="pdf",
                timestamp=0,
            )
            return pdf

        return doe
