"""What the endpoint says of itself where it is asked without a query (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from communique.serve.negotiate import TRIPLES, choose

_DESCRIPTION = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
<> a sd:Service ;
  sd:endpoint <> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,
    formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples, formats:JSON-LD, formats:RDF_XML ;
  sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
"""


def service_description(endpoint: str, accept: str) -> tuple[str, bytes] | None:
    """Media type and text of the description of the service at `endpoint`; None where `accept` takes none.

    Raises ValueError where `endpoint` is no absolute IRI.
    """
    import pyoxigraph

    media = choose(accept, list(TRIPLES))
    if media is None:
        return None
    triples = pyoxigraph.parse(_DESCRIPTION, pyoxigraph.RdfFormat.TURTLE, base_iri=endpoint)
    written = pyoxigraph.serialize(
        (quad.triple for quad in triples), format=getattr(pyoxigraph.RdfFormat, TRIPLES[media])
    )
    return media, written or b""
