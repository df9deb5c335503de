"""The graph over HTTP: its page, and a SPARQL endpoint that answers queries and takes no changes."""
