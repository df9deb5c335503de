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


class _Stage(ModuleType):
    """The package of a stage that has the name of its verb: calling it calls the verb."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*args, **options)

    def __reduce__(self) -> tuple[Any, ...]:
        return import_module, (self.__name__,)  # so that `pool.map(communique.extract, articles)` works


class _Package(ModuleType):
    """This package, which loads a verb when it is first used.

    Python binds a package that it imports to its parent: `communique.read` is the package of that name as
    soon as anybody imports it. Such a package is made callable when it is bound, and is the verb, too.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _VERBS and isinstance(value, ModuleType):
            value.__class__ = _Stage
        super().__setattr__(name, value)

    def __getattr__(self, name: str) -> Any:
        if name not in _VERBS:
            raise AttributeError(f"module 'communique' has no attribute {name!r}")
        stage = import_module(_VERBS[name])
        if stage.__name__ != f"{__name__}.{name}":
            setattr(self, name, getattr(stage, name))
        return self.__dict__[name]

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_VERBS})


sys.modules[__name__].__class__ = _Package
