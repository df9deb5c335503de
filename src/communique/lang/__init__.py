"""The engine that all languages share; a language itself is a folder of data beside this module."""

from communique.lang.load import Language, languages, load
from communique.lang.tokens import Sentence, Token, read_sentences

__all__ = ["Language", "Sentence", "Token", "languages", "load", "read_sentences"]
