"""From an article to its record: who is in it, what they hold, whom they met, what was agreed, and who says so."""

from communique.extract.article import extract

__all__ = ["extract"]
