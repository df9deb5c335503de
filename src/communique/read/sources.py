"""Where articles come from: files, folders and standard input, opened one after another.

Every source that is read is noted with its size and SHA-256, hashed on the way: no file is read twice, and
standard input is accounted for like the rest.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, cast

from communique.errors import InputError

TEXT = frozenset({"", ".txt", ".text"})
JSON_LINES = frozenset({".jsonl", ".ndjson", ".json"})
GRAPH = frozenset({"graph.nq", "records.jsonl", "report.json"})  # a folder with these is a graph, not news
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its name as given, its size in bytes and the SHA-256 of its bytes."""

    name: str
    size: int
    sha256: str


class Tap(RawIOBase):
    """A binary stream that counts and hashes what is read through it."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream, self._hash, self.size = stream, hashlib.sha256(), 0
        self.ended = False

    def readable(self) -> bool:
        """True: it is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer`, hash what was put into it, and return how many bytes that were; 0 at the end."""
        data = self._stream.read1(len(buffer))  # what is there: a pipe is read as it fills
        buffer[: len(data)] = data
        self._hash.update(data)
        self.ended = not data
        self.size += len(data)
        return len(data)

    def close(self) -> None:
        """Close the file, but not standard input: it is not ours."""
        if not self.closed and self._stream is not sys.stdin.buffer:
            self._stream.close()
        super().close()

    def source(self, name: str) -> Source:
        """What has been read so far, as a source called `name`."""
        return Source(name, self.size, self._hash.hexdigest())


def locate(inputs: Iterable[str | Path], *, problems: list[InputError]) -> Iterator[Path | str]:
    """Every file that `inputs` name, folders opened up and sorted; "-" stays "-"."""
    for given in inputs:
        if given == STANDARD_INPUT:
            yield STANDARD_INPUT
            continue
        path = Path(given)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            problems.append(InputError(printed(given), _why(error), "check the path"))
            continue
        if stat.S_ISDIR(mode):
            yield from _folder(path, problems)
        else:
            yield path


def _folder(folder: Path, problems: list[InputError]) -> Iterator[Path]:
    """The files below `folder` that can hold articles, sorted; hidden ones and graphs are passed over."""
    found = False
    for path in _files(folder, problems):
        if path.suffix.lower() in TEXT | JSON_LINES:
            found = True
            yield path
        else:
            problem = "is in a format that is not read"
            problems.append(InputError(printed(path), problem, "save it as .txt or .jsonl"))
    if not found:
        problem = "is a folder with nothing to read"
        problems.append(InputError(printed(folder), problem, "put .txt or .jsonl files into it"))


def _files(folder: Path, problems: list[InputError]) -> list[Path]:
    def unreadable(error: OSError) -> None:
        problems.append(InputError(printed(error.filename), _why(error), "check the folder's permissions"))

    files = []
    for root, folders, names in os.walk(folder, onerror=unreadable):
        if set(names) >= GRAPH:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(root, name) for name in names if not name.startswith("."))
        files += [path for path in paths if path.is_file() or path.is_symlink()]
    return sorted(files, key=lambda path: path.parts)


def tap(path: Path | str) -> Tap:
    """A stream of the bytes of a file, or of standard input ("-"). Raises InputError."""
    if path == STANDARD_INPUT:
        return Tap(cast(BufferedReader, sys.stdin.buffer))
    try:
        return Tap(open(path, "rb"))  # closed with the tap
    except OSError as error:
        raise InputError(printed(path), _why(error), "check the file") from error


def printed(path: Path | str) -> str:
    """The path as text that can be printed and stored: bytes that are no UTF-8 become U+FFFD."""
    return "standard input" if path == STANDARD_INPUT else os.fsencode(path).decode("utf-8", "replace")


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
