"""Findings as SARIF 2.1.0, which editors and build servers read. Holds no value of a case."""

import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dossiergen.finding import Ernst, Finding, Plaats
from dossiergen.regels import soort_van

__all__ = ["als_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# A result that is no failure has level "none" (SARIF 3.27.10).
_NIVEAU = {
    Ernst.FOUT: "error",
    Ernst.WAARSCHUWING: "warning",
    Ernst.OORDEEL: "none",
    Ernst.INFO: "note",
}


def als_sarif(findings: Iterable[Finding], hier: Path) -> str:
    """One run. Paths are relative to `hier`, where the command was given, if they lie below it."""
    alle = tuple(findings)
    codes = sorted({finding.code for finding in alle})
    driver = {
        "name": "dossiergen",
        "version": version("dossiergen"),
        "language": "nl",
        "rules": [_regel(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_resultaat(finding, codes.index(finding.code), hier) for finding in alle],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _regel(code: str) -> dict[str, Any]:
    soort = soort_van(code)
    return {
        "id": code,
        "shortDescription": {"text": soort.titel},
        "help": {"text": soort.oplossing},
        "defaultConfiguration": {"level": _NIVEAU[soort.ernst]},
        "properties": {"grond": soort.grond},
    }


def _resultaat(finding: Finding, regelnummer: int, hier: Path) -> dict[str, Any]:
    """`suppressions` stands in every result or in none (SARIF 3.27.23)."""
    elders = [_locatie(ander.plaats, ander.pad, hier) for ander in finding.elders]
    return {
        "ruleId": finding.code,
        "ruleIndex": regelnummer,
        "kind": "review" if finding.ernst is Ernst.OORDEEL else "fail",
        "level": _NIVEAU[finding.ernst],
        "message": {"text": " ".join(filter(None, (finding.melding, finding.oplossing)))},
        "locations": [_locatie(finding.plaats, finding.pad, hier)],
        "suppressions": [{"kind": "inSource"}] if finding.aanvaard else [],
        **({"relatedLocations": elders} if elders else {}),
    }


def _locatie(plaats: Plaats, pad: str, hier: Path) -> dict[str, Any]:
    uit: dict[str, Any] = {"physicalLocation": _plaats(plaats, hier)}
    if pad:
        uit["logicalLocations"] = [{"fullyQualifiedName": pad}]
    return uit


def _plaats(plaats: Plaats, hier: Path) -> dict[str, Any]:
    uit: dict[str, Any] = {"artifactLocation": {"uri": _adres(Path(plaats.bestand), hier)}}
    if plaats.regel:
        uit["region"] = {"startLine": plaats.regel, "startColumn": max(1, plaats.kolom)}
    return uit


def _adres(pad: Path, hier: Path) -> str:
    if pad.is_relative_to(hier):
        pad = pad.relative_to(hier)
    return pad.as_uri() if pad.is_absolute() else quote(pad.as_posix())
