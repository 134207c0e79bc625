"""What one case may take."""

from dataclasses import dataclass

__all__ = ["Grens"]

# By far more than the longest case takes: what comes here is stuck, or makes something without end.
_SECONDEN = 300.0
_MEGABYTES = 1024


@dataclass(frozen=True, slots=True)
class Grens:
    """Seconds by the clock, and memory of the process that makes it."""

    seconden: float = _SECONDEN
    megabytes: int = _MEGABYTES
