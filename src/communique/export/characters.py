"""What a text must lose before it can stand in XML or in a spreadsheet.

News text carries anything: control characters that XML forbids even as escapes, and cells such as
`=HYPERLINK(...)` that a spreadsheet would run.
"""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def for_xml(text: str) -> str:
    r"""`text` with U+FFFD for each character that XML 1.0 does not allow (section 2.2 of the standard).

    >>> for_xml("Mi\x00nsk")
    'Mi\ufffdnsk'
    """
    return _ILLEGAL.sub("\ufffd", text)


def for_csv(value: str | int | float | bool | None) -> str:
    """One cell. Text that a spreadsheet would take for a formula gets an apostrophe before it.

    That is a text which begins with = + - @, a tab or a return (OWASP, "CSV injection"); whoever reads the
    file by program takes the apostrophe off again. Numbers are written as they are, truth as `true` or
    `false`.

    >>> for_csv("=1+1"), for_csv("Minsk"), for_csv(-1), for_csv(None)
    ("'=1+1", 'Minsk', '-1', '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value).lower()
    clean = for_xml(value)
    return "'" + clean if clean.startswith(_FORMULA) else clean
