"""The folder of a graph: made beside the old one and moved into its place when it is complete.

A build that fails or is killed leaves the old graph as it was. What it leaves behind, hidden folders named
`.OUT.new-N` and `.OUT.old-N`, is cleared away by the next build; a build that is still at work is known by
the lock on its folder, which the system releases when the process ends, however it ends.

Nobody's files are lost: a folder is replaced only where a build made it and everything in it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import InputError

REPORT = "report.json"
PROGRAM = "communique"  # what `program` says in the report of a build
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # put into every folder by those who show it


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A new empty folder beside `out`, which takes its place when the block ends without an error.

    Raises InputError where `out` holds what no build wrote.
    """
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(out)
    check_replaceable(out)
    fresh = out.parent / f".{out.name}.new-{os.getpid()}"
    fresh.mkdir()
    lock = _lock(fresh)
    try:
        yield fresh
        _swap(fresh, out)
    finally:
        if lock is not None:
            os.close(lock)
        shutil.rmtree(fresh, ignore_errors=True)


def check_replaceable(out: Path) -> None:
    """Raises InputError unless `out` is free, empty, or a folder in which all is from a build."""
    if not out.exists():
        return
    if not out.is_dir():
        raise InputError(str(out), "is a file", "name a folder to write")
    names = {path.name for path in out.iterdir()} - LITTER
    strangers = sorted(names - _written(out))
    if strangers:
        shown = ", ".join(strangers[:3]) + (", ..." if len(strangers) > 3 else "")
        raise InputError(
            str(out), f"holds what no build wrote ({shown})", "move that away, or name another folder"
        )


def _written(out: Path) -> frozenset[str]:
    """Names of the files that the build in `out` wrote; none where there is no build."""
    try:
        report = json.loads((out / REPORT).read_text(encoding="utf-8"))
        return frozenset(report["files"]) if report["program"] == PROGRAM else frozenset()
    except (OSError, ValueError, LookupError, TypeError):
        return frozenset()


def _swap(fresh: Path, out: Path) -> None:
    aside = out.parent / f".{out.name}.old-{os.getpid()}"
    replaced = out.exists()
    if replaced:
        out.rename(aside)
    try:
        fresh.rename(out)
    except BaseException:
        if replaced:
            aside.rename(out)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _clear_leftovers(out: Path) -> None:
    """Remove what killed builds left; put the old graph back where one died between its two renames."""
    beside = sorted(out.parent.iterdir())
    for aside in (path for path in beside if path.name.startswith(f".{out.name}.old-")):
        if out.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(out)
    for fresh in (path for path in beside if path.name.startswith(f".{out.name}.new-")):
        if (lock := _lock(fresh)) is not None:
            shutil.rmtree(fresh, ignore_errors=True)
            os.close(lock)


def _lock(folder: Path) -> int | None:
    """A descriptor that locks `folder` until it is closed; None where another has it or locks are unknown."""
    try:
        import fcntl
    except ImportError:  # Windows: leftovers stay until somebody removes them
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return descriptor
    except OSError:
        os.close(descriptor)
        return None
