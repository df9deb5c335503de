"""Writes the graph to files, one module a format: the module is the registration.

A format module has a docstring whose first line is its help, `filename`, the name of the file in a build, and
`write(graph, out)`, which writes it to an open binary file. Same graph, same bytes.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType


def formats() -> dict[str, ModuleType]:
    """Name of the format (of its module) -> module, sorted: every module of this folder with a `filename`.

    >>> formats()["nq"].filename
    'graph.nq'
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = {name: import_module(f"{__name__}.{name}") for name in names}
    return {name: module for name, module in modules.items() if hasattr(module, "filename")}
