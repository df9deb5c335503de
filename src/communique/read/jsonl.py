"""JSON lines: one article a line, an object with `id` and `text`.

Optional: `title`, `published` (EDTF; a date with a time is kept as its day), `source`, `url`, `language`
(BCP 47). Other members are ignored. A line that cannot be read is a problem with its number, and the rest is
read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from communique.errors import InputError
from communique.model import Article
from communique.read.encoding import MARKS
from communique.read.text import title_of

MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}\S*")  # RFC 3339 and what is usual in feeds
STRINGS = ("title", "published", "source", "url", "language")


def read_jsonl(
    stream: BinaryIO, where: str, *, problems: list[InputError], limit: int
) -> Iterator[tuple[str, Article]]:
    """The articles of `stream`, one a line, in its order, each with where it stands (`WHERE:LINE`).

    Memory is used for one line of at most `limit` bytes. Blank lines are skipped; what is wrong with a line
    is appended to `problems`. Raises InputError where the whole is not JSON lines.
    """
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if number == 1:
            _check_first(line, where)
        here = f"{where}:{number}"
        try:
            if len(line) > limit:
                _skip_line(stream, line)
                raise InputError(
                    here, f"is longer than {limit:,} bytes", "split the article or raise the limit"
                )
            if (article := parse_line(line, here, problems=problems)) is not None:
                yield here, article
        except InputError as error:
            problems.append(error)


def _check_first(line: bytes, where: str) -> None:
    """Raises InputError where the first line shows that every line would be refused for the same reason."""
    if any(line.startswith(mark) for mark, encoding in MARKS if encoding != "utf-8"):
        raise InputError(where, "is JSON in UTF-16 or UTF-32", "save it as UTF-8")
    if line.strip() in (b"[", b"{"):
        raise InputError(
            where, "is one JSON document and not JSON lines", "convert it: jq -c '.[]' FILE > FILE.jsonl"
        )


def parse_line(line: bytes, where: str, *, problems: list[InputError]) -> Article | None:
    """The article on one line; None where it is blank. Raises InputError where there is no article to be had.

    A member that can be done without (a `published` that is no date, a `url` that is a list) is reported in
    `problems` and left out.
    """
    row = _row(line, where)
    if row is None:
        return None
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError(where, "has no text", 'put the article into "text", as a string')
    if not text.strip():
        raise InputError(where, "is empty", 'put the article into "text"')
    fields = {name: _string(row, name, where, problems) for name in STRINGS}
    return Article(
        id=_id(row, where),
        text=_storable(text, where),
        language=fields["language"] or "",
        title=fields["title"] or title_of(text),
        published=_date(fields["published"], where, problems),
        source=fields["source"],
        url=fields["url"],
    )


def _row(line: bytes, where: str) -> dict[str, Any] | None:
    try:
        content = line.decode("utf-8-sig").strip()
        row = json.loads(content) if content else None
    except UnicodeDecodeError as error:
        raise InputError(where, "is not UTF-8", "save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"is not JSON ({_reason(error)})", "write one JSON object a line") from error
    if (row is not None and not isinstance(row, dict)) or content == "null":
        raise InputError(where, "is not a JSON object", 'write {"id": ..., "text": ...}, one a line')
    return row


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "too deep or too large"


def _id(row: dict[str, Any], where: str) -> str:
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        raise InputError(where, "has no id", 'put a string of its own into "id"')
    return _storable(value.strip(), where)


def _string(row: dict[str, Any], name: str, where: str, problems: list[InputError]) -> str | None:
    value = row.get(name)
    if isinstance(value, str):
        return _storable(value.strip(), where) or None
    if value is not None:
        problems.append(
            InputError(where, f'"{name}" is not a string and was left out', "write it as a string")
        )
    return None


def _date(value: str | None, where: str, problems: list[InputError]) -> str | None:
    from communique.edtf import valid

    if value is None:
        return None
    moment = MOMENT.fullmatch(value)
    date = moment[1] if moment else value
    if valid(date):
        return date
    problem = f'"published" is {value[:40]!r}, no EDTF date, and was left out'
    problems.append(InputError(where, problem, "write 2023-03-12"))
    return None


def _storable(value: str, where: str) -> str:
    """`value`, if it can be written to a file. Raises InputError for a lone surrogate, half a character."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        problem = "holds half a character (a lone surrogate)"
        raise InputError(where, problem, "write the text again as UTF-8") from error
    return value


def _skip_line(stream: BinaryIO, read: bytes) -> None:
    while read and not read.endswith(b"\n"):
        read = stream.readline(1 << 20)
