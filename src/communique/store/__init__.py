"""The graph on disk, and questions to it: an embedded SPARQL store that is opened read-only."""
