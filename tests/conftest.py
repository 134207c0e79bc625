"""How long the tests look: quickly by default, long with DOSSIERGEN_LANG=1 or --hypothesis-profile=lang."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "kort", max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "lang", max_examples=5000, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("lang" if os.environ.get("DOSSIERGEN_LANG") == "1" else "kort")
