"""A kind of finding, and one finding of it."""

from dataclasses import dataclass

from dossiergen.finding.finding import Ernst, Finding, Plaats

__all__ = ["VAN_DE_VORM", "Soort"]

# A longer replacement is not read at a terminal, and an attacker's line can be a megabyte.
_LANGSTE_VOORSTEL = 200


VAN_DE_VORM = "vorm van een zaakbestand"
"""The ground of what is wrong with the writing itself; worth no line on a screen."""


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of finding."""

    code: str
    titel: str
    oplossing: str
    ernst: Ernst = Ernst.FOUT
    grond: str = VAN_DE_VORM
    stopt: bool = True
    """Whether a fout keeps a document from being made (besluit 0015)."""
    aanvaardbaar: bool = True
    """Whether a case may accept it: not where nothing could be judged any more, or somebody's privacy is at stake."""

    def finding(
        self,
        plaats: Plaats,
        melding: str = "",
        *,
        pad: str = "",
        oplossing: str = "",
        voorstel: str = "",
    ) -> Finding:
        """One finding of this kind; without `melding` the title says it all."""
        return Finding(
            code=self.code,
            ernst=self.ernst,
            plaats=plaats,
            pad=pad,
            melding=melding or self.titel,
            grond=self.grond,
            oplossing=oplossing or self.oplossing,
            voorstel=voorstel if len(voorstel) <= _LANGSTE_VOORSTEL else "",
            stopt=self.stopt,
        )
