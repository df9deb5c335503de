"""The namespaces of the graph: our own vocabulary and the public ones that it reuses."""

from __future__ import annotations

from functools import cache, lru_cache
from urllib.parse import quote

CQ = "https://w3id.org/communique#"
DATA = "https://w3id.org/communique/data/"

PREFIXES = {
    "cq": CQ,
    "kind": CQ + "kind/",
    "status": CQ + "status/",
    "subject": CQ + "subject/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ftm": "https://w3id.org/ftm#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EDTF = PREFIXES["edtf"] + "EDTF"


def expand(name: str) -> str:
    """The IRI of a prefixed name. Raises KeyError for an unknown prefix.

    >>> expand("cq:Meeting")
    'https://w3id.org/communique#Meeting'
    >>> expand("kind:treaty")
    'https://w3id.org/communique#kind/treaty'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


@cache
def concept_iri(vocabulary: str, code: str) -> str:
    """The IRI of one concept: the last word of its vocabulary, then its code.

    >>> concept_iri("agreement-status", "signed")
    'https://w3id.org/communique#status/signed'
    """
    return f"{CQ}{vocabulary.rpartition('-')[2]}/{path_part(code)}"


@lru_cache(maxsize=1 << 16)
def path_part(text: str) -> str:
    """`text` as one step of an IRI's path, percent-encoded but for ASCII letters, digits and `-._~`.

    >>> path_part("fr/003 é")
    'fr%2F003%20%C3%A9'
    """
    return quote(text, safe="", errors="replace")
