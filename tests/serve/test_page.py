"""The policy of a page lets its own inline scripts and styles run."""

from __future__ import annotations

import base64
import hashlib

from communique.serve.page import page_policy


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _directive(policy: str, name: str) -> list[str]:
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    return directives[name].split()


def test_hashes_of_what_a_browser_would_run() -> None:
    page = (
        "<!doctype html><style>b { color: red }</style>"
        '<script type="application/json">{"a": "</b>"}</script>'
        "<script>if (1 < 2 && '<b>') {\r\n}</script><script type=module>1</script>"
    )
    policy = page_policy(page)
    assert _directive(policy, "script-src") == [_hash("if (1 < 2 && '<b>') {\n}"), _hash("1")]
    assert _directive(policy, "style-src") == [_hash("b { color: red }")]


def test_page_without_scripts_runs_none() -> None:
    policy = page_policy('<p onclick="alert(1)"><script src="https://example.org/x.js"></script>')
    assert _directive(policy, "script-src") == ["'none'"]
    assert _directive(policy, "default-src") == ["'none'"]
    assert _directive(policy, "frame-ancestors") == ["'none'"]
