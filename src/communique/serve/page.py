"""The page of the graph as the server sends it: the file, and the policy under which a browser may run it.

The policy names the page's own scripts and styles by their hashes. Text of an article that found its way
into the page as markup would not run, and nothing is fetched from anywhere but this server.
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

_RUN = ("", "module", "text/javascript", "application/javascript")  # types of <script> that a browser runs


class _Inline(HTMLParser):
    """The text of each inline script and style of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.script: list[str] = []
        self.style: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").lower()
        runs = tag == "script" and kind in _RUN and "src" not in dict(attrs)
        self._into = self.script if runs else self.style if tag == "style" else None
        if self._into is not None:
            self._into.append("")

    def handle_endtag(self, tag: str) -> None:
        self._into = None

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data


def page_policy(html: str) -> str:
    """The content security policy of a page: its inline scripts and styles, this server, and nothing else.

    >>> page_policy("<script>alert(1)</script>")[:54]
    "default-src 'none'; script-src 'sha256-bhHHL3z2vDgxUt0"
    """
    inline = _Inline()
    inline.feed(html.replace("\r\n", "\n").replace("\r", "\n"))  # as a browser does before it reads
    inline.close()
    script, style = (" ".join(map(_hash, texts)) or "'none'" for texts in (inline.script, inline.style))
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; img-src data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
