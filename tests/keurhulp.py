"""Judges that say what a test tells them, by the words of the real ones; and one document to judge."""

import json
import sys
from pathlib import Path

from dossiergen.dossier.keuring.keurmeesters import Keurmeesters, keurmeesters_in

GOED = '{"smaak": "%s", "in_orde": true, "regels": []}'
FOUT = '{"smaak": "%s", "in_orde": false, "regels": [{"regel": "7.1-3", "bladzijde": 2}]}'

# As tools/Keurmeester.java answers: a line for each flavour. The answers stand in a file beside it, so that they can change.
_VERAPDF = """
import os, sys, time
from pathlib import Path
hier = Path(__file__).parent
with (hier / "gestart").open("a") as gestart:
    gestart.write("x")
for vraag in sys.stdin:
    smaken, pad = vraag.rstrip("\\n").split("\\t")
    assert Path(pad).read_bytes().startswith(b"%PDF")
    antwoord = (hier / "antwoord").read_text()
    if antwoord == "zwijg":
        time.sleep(60)
    if antwoord == "stop":
        sys.exit(1)
    for smaak in smaken.split(","):
        print(antwoord.replace("%s", smaak), flush=True)
"""
# As the validator: its exit code is 0 whatever it thinks.
_OOXML = """
import sys
from pathlib import Path
assert Path(sys.argv[1]).read_bytes().startswith(b"PK")
print((Path(__file__).parent / "oordeel").read_text())
"""


def maak_keurmeesters(map_: Path, pdf: str = GOED, word: str = '{"ok": true, "errors": []}') -> Keurmeesters:
    """A folder as tools/keurmeesters makes it, with stand-ins that agree unless told otherwise."""
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "verapdf.py").write_text(_VERAPDF)
    (map_ / "ooxml.py").write_text(_OOXML)
    (map_ / "antwoord").write_text(pdf)
    (map_ / "oordeel").write_text(word)
    opdracht = {naam: [sys.executable, str(map_ / f"{naam}.py")] for naam in ("verapdf", "ooxml")}
    lijst = {
        "verapdf": {"versie": "1.2.3", "opdracht": opdracht["verapdf"]},
        "ooxml": {"versie": "4.5.6", "opdracht": opdracht["ooxml"]},
        "libreoffice": {"versie": "7.8.9", "opdracht": ["true"]},
    }
    (map_ / "keurmeesters.json").write_text(json.dumps(lijst))
    return keurmeesters_in(map_)


def keer_gestart(map_: Path) -> int:
    """How often the stand-in of veraPDF was started."""
    gestart = map_ / "gestart"
    return len(gestart.read_text()) if gestart.exists() else 0
