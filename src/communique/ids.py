"""Where identifiers are made: content hashes, and nothing that depends on order, clock or machine."""

from __future__ import annotations

import hashlib


def content_hash(*parts: str) -> str:
    """A short, stable identifier of the given strings: twelve hexadecimal digits of their SHA-256.

    >>> content_hash("person", "Alexander Lukashenko")
    '4808fb15d2cf'
    >>> content_hash("ab", "c") == content_hash("a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8")
        digest.update(len(data).to_bytes(4, "big"))
        digest.update(data)
    return digest.hexdigest()[:12]
