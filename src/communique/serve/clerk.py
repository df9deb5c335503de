"""A process that answers one query at a time, so that a query can be stopped.

The store has no way to cancel a query, and a thread cannot be killed; a process can. A clerk opens the
store read-only, waits for a question, sends the answer, waits again. Whoever asked kills it when time is
up. Should its employer die first, an alarm ends it all the same, and a limit on memory keeps one query from
taking the machine.
"""

from __future__ import annotations

import io
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import InputError
from communique.serve.negotiate import SOLUTIONS, TRIPLES, choose
from communique.serve.protocol import QueryRequest
from communique.store.guard import QueryError
from communique.store.load import open_store
from communique.store.query import run_query

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    import pyoxigraph


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take."""

    seconds: float = 30.0
    result_bytes: int = 64 * 1024 * 1024
    memory_bytes: int = 4 * 1024**3  # of address space, which counts the files of the store as well


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as HTTP will carry it."""

    status: int
    media_type: str
    body: bytes


class _TooLong(Exception):
    """The answer has outgrown its limit."""


class _Sheet(io.BytesIO):
    """Bytes up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Any, /) -> int:
        if self.tell() + len(data) > self.limit:
            raise _TooLong
        return super().write(data)


def work(out: Path, questions: Connection, limits: Limits) -> None:
    """Answers to all questions that come through the connection, until it is closed."""
    _confine(limits)
    try:
        store = open_store(out)
    except InputError as error:
        questions.send(_plain(503, error.problem))  # where it lies is nobody's business
        return
    questions.send(_plain(200, "ready"))
    while True:
        try:
            request, accept = questions.recv()
        except EOFError:
            return
        _alarm(limits.seconds + 1)
        questions.send(answer(store, request, accept, limits=limits))
        _alarm(0)


def answer(store: pyoxigraph.Store, request: QueryRequest, accept: str, *, limits: Limits) -> Answer:
    """The answer to one query: what was asked for in the form that the client takes, or why not.

    400 for a query that does not parse or is refused, or an answer that is too long; 406 where the client
    takes no form that there is; 500 where the store fails.
    """
    try:
        results = run_query(
            store, request.sparql, default_graphs=request.default_graphs, named_graphs=request.named_graphs
        )
        return _written(results, accept, limits.result_bytes)
    except QueryError as error:
        return _plain(400, str(error))
    except _TooLong:
        return _plain(400, f"the answer is longer than {limits.result_bytes} bytes: ask with a LIMIT")
    except (OSError, RuntimeError, ValueError) as error:
        return _plain(500, f"the store could not answer: {error}")


def _written(results: Any, accept: str, limit: int) -> Answer:
    """The results in the best form that the client takes."""
    import pyoxigraph

    triples = isinstance(results, pyoxigraph.QueryTriples)
    formats = TRIPLES if triples else SOLUTIONS
    media = choose(accept, list(formats))
    if media is None:
        return _plain(406, f"expected one of {', '.join(formats)}")
    family = pyoxigraph.RdfFormat if triples else pyoxigraph.QueryResultsFormat
    sheet = _Sheet(limit)
    results.serialize(sheet, getattr(family, formats[media]))
    return Answer(200, media, sheet.getvalue())


def _plain(status: int, message: str) -> Answer:
    return Answer(status, "text/plain", message.encode("utf-8", "replace") + b"\n")


def _confine(limits: Limits) -> None:
    """Let Ctrl-C be the employer's affair, and bound the memory where the system can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    for kind, value in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with suppress(OSError, ValueError):  # a system may know a limit and not grant it
            resource.setrlimit(kind, (bound, hard))


def _alarm(seconds: float) -> None:
    """End this process after that many seconds, 0 to call it off; nothing where the system has no alarms."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
