"""Reads multilingual news and writes a knowledge graph of actors and agreements.

Five verbs are the whole of it:

    problems = []
    articles = communique.read(["news/"], problems=problems)      # files -> Article
    records = [communique.extract(article) for article in articles]  # Article -> Record
    records = communique.resolve(records)                         # who is who across documents
    report = communique.build(["news/"], "graph")                 # all of it, into a folder
    graph = communique.open_graph("graph")                        # networkx, rdflib and SPARQL on that folder

A verb is loaded when it is first used, so that `import communique` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.extract import extract as extract
    from communique.pipeline import build as build
    from communique.read import read as read
    from communique.resolve import resolve as resolve
    from communique.store.opened import open_graph as open_graph

__version__ = "0.1.0"
__all__ = ["build", "extract", "open_graph", "read", "resolve"]

_VERBS = {
    "build": "communique.pipeline",
    "extract": "communique.extract",
    "open_graph": "communique.store.opened",
    "read": "communique.read",
    "resolve": "communique.resolve",
}


class _Package(ModuleType):
    """This package, whose verbs are functions even where a stage's package has the same name.

    Python binds a package that it imports to its parent: after `import communique.read`, `communique.read`
    would be that package and no longer the verb.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in _VERBS or not isinstance(value, ModuleType):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> Any:
        if name not in _VERBS:
            raise AttributeError(f"module 'communique' has no attribute {name!r}")
        verb = getattr(import_module(_VERBS[name]), name)
        setattr(self, name, verb)
        return verb

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_VERBS})


sys.modules[__name__].__class__ = _Package
