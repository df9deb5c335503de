"""The address (IRI) of everything in the graph, made in this one place from what identifies it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from communique.ids import content_hash
from communique.model import HeldOffice, Quote
from communique.schema.namespaces import DATA, path_part

_IRI_SAFE = ":/?#[]@!$&'()*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class Addresses:
    """IRIs under one base, which ends in `/` or `#`.

    >>> Addresses().actor("Q2866")
    'https://w3id.org/communique/data/actor/Q2866'
    >>> Addresses("https://example.org/").claim("fr/003", "m1")
    'https://example.org/claim/fr%2F003/m1'
    """

    base: str = DATA

    def actor(self, id: str) -> str:
        """A person, state, organisation or place."""
        return f"{self.base}actor/{path_part(id)}"

    def fact(self, id: str) -> str:
        """A meeting or agreement, merged."""
        return f"{self.base}fact/{path_part(id)}"

    def document(self, id: str) -> str:
        """A document, and the named graph of what it says."""
        return f"{self.base}document/{path_part(id)}"

    def claim(self, document: str, local: str) -> str:
        """A fact as one document tells it."""
        return f"{self.base}claim/{path_part(document)}/{path_part(local)}"

    def quote(self, document: str, words: Quote) -> str:
        """The quoted words at their place in the document."""
        return f"{self.base}quote/{_hash(document, str(words.start), str(words.end), words.text)}"

    def office(self, person: str, office: HeldOffice) -> str:
        """The membership of a person in a body."""
        what = office.title.casefold(), office.language, str(office.former)
        return f"{self.base}office/{_hash(person, office.organization, *what)}"

    def outlet(self, name: str) -> str:
        """The newspaper, agency or site that a document comes from."""
        return f"{self.base}outlet/{_hash(name)}"


def _hash(*parts: str) -> str:
    """The content hash of strings that may hold lone surrogates."""
    return content_hash(*(part.encode("utf-8", "replace").decode() for part in parts))


def web_address(url: str) -> str | None:
    """`url` as an IRI, with what no IRI may hold percent-encoded; None where it is not a page of the web.

    >>> web_address("https://example.org/a b?q=<x>")
    'https://example.org/a%20b?q=%3Cx%3E'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return quote(url.strip(), safe=_IRI_SAFE, errors="replace")
