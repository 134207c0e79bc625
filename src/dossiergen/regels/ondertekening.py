"""The signatures of a document, whoever its parties are."""

from collections.abc import Iterator

from dossiergen.zaak.stukgegevens import Handtekening, Stukgegevens

__all__ = ["handtekeningen"]


def handtekeningen(gegevens: Stukgegevens) -> Iterator[tuple[str, Handtekening | None]]:
    """Each party that signs, with its signature as far as it is given; nothing where nobody signs."""
    ondertekening = getattr(gegevens, "ondertekening", None)
    for partij in type(ondertekening).model_fields if ondertekening else ():
        yield partij, getattr(ondertekening, partij)
