"""What must be true of a case beyond its form. Each rule yields problems by path; it never raises and never reads files."""

from dossiergen.regels.controle import Overtreding, controleer

__all__ = ["Overtreding", "controleer"]
