"""What is known before reading: states, capitals, organisations, venues, cities and leaders, by language."""

from communique.knowledge.load import entries, names
from communique.knowledge.model import Entry, NameRow

__all__ = ["Entry", "NameRow", "entries", "names"]
