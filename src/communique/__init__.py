"""Reads multilingual news and writes a knowledge graph of actors and agreements."""

__version__ = "0.1.0"
