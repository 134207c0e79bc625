"""How long the tests look: quickly by default, long with DOSSIERGEN_LANG=1 or --hypothesis-profile=lang.

And what a test has to say at the end of the run: the recall and precision of the lexicon.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "kort", max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "lang", max_examples=5000, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# Each of these makes real documents, some times over.
collect_ignore = [] if os.environ.get("DOSSIERGEN_LANG") == "1" else ["test_bench_schaal.py"]
settings.load_profile("lang" if os.environ.get("DOSSIERGEN_LANG") == "1" else "kort")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A property of a report also comes over from the process that ran the test."""
    for report in terminalreporter.getreports("passed"):
        for naam, tekst in report.user_properties:
            if naam == "lexicon":
                terminalreporter.write_line(str(tekst))
