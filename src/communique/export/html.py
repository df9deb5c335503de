"""`graph.html`: the network, the facts and the sentence behind each, in one file that opens from a USB stick.

Everything is inside: vis-network (from the copy that pyvis carries), our scripts and style, and the graph as
data. The page asks nothing of any network, and its content security policy lets nothing run but the scripts
that it names by hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from typing import BinaryIO

from communique.export.page.content import as_json, content
from communique.model import Graph

filename = "graph.html"

# in this order
SCRIPTS = ("words", "dates", "content", "filters", "names", "canvas", "panel", "table", "search", "main")


def write(graph: Graph, out: BinaryIO) -> None:
    """The page of the graph, UTF-8, written to `out`; the same graph gives the same bytes."""
    vis, script, style = vis_network(), page_script(), page_style()
    parts = {
        "policy": policy([vis, script], [style]),
        "style": style,
        "data": as_json(content(graph)),
        "vis": vis,
        "script": script,
    }
    page = re.sub(r"\{\{(\w+)\}\}", lambda marker: parts[marker[1]], asset("page.html"))
    out.write(page.encode("utf-8", "replace"))


def asset(name: str) -> str:
    """A file of the page's folder, as text."""
    return (files("communique.export.page") / name).read_text(encoding="utf-8")


def page_script() -> str:
    """Our own scripts, one after the other in one function, so that they share names with each other only."""
    body = "\n".join(asset(f"js/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{body}\n}})();'


def page_style() -> str:
    """The style sheet."""
    return asset("style.css")


def vis_network() -> str:
    """The vis-network library as pyvis ships it, without the pointer to a source map, which is a request."""
    source = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return re.sub(r"\n//# sourceMappingURL=.*", "", source.read_text(encoding="utf-8"))


def policy(scripts: list[str], styles: list[str]) -> str:
    """A content security policy under which only these scripts and styles count, and nothing is fetched.

    >>> policy(["alert(1)"], [])[:43]
    "default-src 'none'; script-src 'sha256-bhHH"
    """
    script, style = (" ".join(map(_source_hash, texts)) for texts in (scripts, styles))
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _source_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
