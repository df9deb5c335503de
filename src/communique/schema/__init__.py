"""Controlled vocabularies and kinds of record: one TOML file each, checked when it is first read."""

from communique.schema.load import Concept, concepts, trait, vocabularies

__all__ = ["Concept", "concepts", "trait", "vocabularies"]
