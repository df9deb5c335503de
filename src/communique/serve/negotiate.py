"""Which form of an answer a client wants (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

# media types in the order of our own preference; the second word is the name of the format in the RDF library
SOLUTIONS = {
    "application/sparql-results+json": "JSON",
    "application/sparql-results+xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/json": "JSON",
    "application/xml": "XML",
}
TRIPLES = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/ld+json": "JSON_LD",
    "application/rdf+xml": "RDF_XML",
}


def choose(accept: str, offers: Sequence[str]) -> str | None:
    """The media type among `offers` that the Accept header rates highest, None where it takes none of them.

    Of two that are rated alike, the one that is offered first; an empty header takes anything.

    >>> choose("text/csv;q=0.5, application/sparql-results+xml", list(SOLUTIONS))
    'application/sparql-results+xml'
    >>> choose("text/*, */*;q=0.1, text/csv;q=0", list(SOLUTIONS))
    'text/tab-separated-values'
    >>> choose("image/png", list(SOLUTIONS)) is None
    True
    """
    ranges = _ranges(accept) or {"*/*": 1.0}
    rated = [(_rating(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    rating, _, best = max(rated)
    return best if rating > 0 else None


def _rating(offer: str, ranges: dict[str, float]) -> float:
    """The weight that the most specific range gives to a media type; 0 where none fits."""
    for wanted in (offer, f"{offer.split('/')[0]}/*", "*/*"):
        if wanted in ranges:
            return ranges[wanted]
    return 0.0


def _ranges(accept: str) -> dict[str, float]:
    """Media ranges with their weights; what cannot be read is left out."""
    ranges: dict[str, float] = {}
    for part in accept.lower().split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        weights = [value for name, _, value in (each.partition("=") for each in parameters) if name == "q"]
        weight = _weight(weights[0]) if weights else 1.0
        if "/" in media and weight is not None:
            ranges[media] = weight
    return ranges


def _weight(text: str) -> float | None:
    """A weight between 0 and 1, None for anything else."""
    try:
        weight = float(text)
    except ValueError:
        return None
    return weight if 0 <= weight <= 1 else None
