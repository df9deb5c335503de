"""From files to articles: text kept exactly as it is, language known, and a list of what could not be read.

    problems: list[InputError] = []
    for article in read(["news/", "more.jsonl", "-"], problems=problems):
        ...

Nothing stops the reading: a file that is empty, binary, missing or in a language without a lexicon is one
entry of `problems`, with where, what and what to do, and the next is read.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from communique.errors import CommuniqueError, InputError
from communique.model import Article
from communique.read.jsonl import read_jsonl
from communique.read.language import detect, names, primary, supported
from communique.read.sources import JSON_LINES, STANDARD_INPUT, Source, Tap, locate, printed, tap
from communique.read.text import read_text

LIMIT = 4 * 1024 * 1024  # bytes of one article: the longest newspaper supplement is a tenth of it
CHUNK = 1 << 18  # bytes read at a time


def read(
    inputs: Iterable[str | Path],
    *,
    problems: list[InputError],
    language: str | None = None,
    limit: int = LIMIT,
    sources: list[Source] | None = None,
) -> Iterator[Article]:
    """The articles of files, folders (recursive, sorted) and standard input ("-"), in order, one at a time.

    `language` is that of articles that do not say theirs; without it, it is detected. An article of more than
    `limit` bytes, one with an id seen before, one in a language that cannot be read: dropped, and appended to
    `problems`. Every file read to its end is appended to `sources`. Raises CommuniqueError where `language`
    is none of ours.
    """
    if language is not None and primary(language) not in supported():
        raise CommuniqueError(f"no language {language!r} here; choose one of {', '.join(supported())}")
    return _read(inputs, problems, language, limit, [] if sources is None else sources)


def _read(
    inputs: Iterable[str | Path],
    problems: list[InputError],
    language: str | None,
    limit: int,
    sources: list[Source],
) -> Iterator[Article]:
    seen: dict[str, str] = {}
    for path in locate(inputs, problems=problems):
        for where, article in _articles(path, problems, limit, sources):
            try:
                ready = _in_language(article, where, language)
                if first := seen.get(ready.id):
                    remedy = f"it is that of {first}: give each article its own"
                    raise InputError(where, f"has the id {ready.id!r} again", remedy)
                seen[ready.id] = where
                yield ready
            except InputError as error:
                problems.append(error)


def _articles(
    path: Path | str, problems: list[InputError], limit: int, sources: list[Source]
) -> Iterator[tuple[str, Article]]:
    """The articles of one file, each with where it stands, their language as the file says it."""
    where = printed(path)
    try:
        with tap(path) as tapped:
            try:
                yield from _parsed(tapped, path, problems, limit)
            finally:
                if tapped.ended:
                    sources.append(tapped.source(where))
    except InputError as error:
        problems.append(error)
    except OSError as error:
        problems.append(InputError(where, f"cannot be read ({error.strerror})", "check the file"))


def _parsed(
    tapped: Tap, path: Path | str, problems: list[InputError], limit: int
) -> Iterator[tuple[str, Article]]:
    stream, where = BufferedReader(tapped, CHUNK), printed(path)
    if _is_json_lines(path, stream):
        yield from read_jsonl(cast(BinaryIO, stream), where, problems=problems, limit=limit)
    else:
        yield where, _text(stream, path, where, limit)


def _is_json_lines(path: Path | str, stream: BufferedReader[Tap]) -> bool:
    """By its name; what has no telling name (standard input, a pipe) by its first character."""
    suffix = Path(path).suffix.lower()
    if suffix in JSON_LINES:
        return True
    return suffix != ".txt" and stream.peek(64).removeprefix(BOM_UTF8).lstrip().startswith(b"{")


def _text(stream: BufferedReader[Tap], path: Path | str, where: str, limit: int) -> Article:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(where, f"is longer than {limit:,} bytes", "split the article or raise the limit")
    return read_text(data, "stdin" if path == STANDARD_INPUT else Path(where).stem, where)


def _in_language(article: Article, where: str, given: str | None) -> Article:
    """`article` with its language: what it says itself, else `given`, else what its text shows."""
    code = primary(article.language or given or "") or detect(article.text)
    if code in supported():
        return replace(article, language=code)
    readable = ", ".join(names().get(known, known) for known in supported())
    if not code:
        raise InputError(
            where, "is in no language that is recognised", f"say which with --language ({readable})"
        )
    problem = f"is in {names().get(code, repr(code))}, which cannot be read"
    raise InputError(where, problem, f"languages that can be read: {readable}")
