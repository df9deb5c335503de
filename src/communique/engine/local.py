"""Extraction over the cores of this machine, in order, in flat memory.

Articles go to the workers in small parcels, and never more than `AHEAD` parcels a worker are under way: only
those are held, however many articles there are. Records come back in the order of the articles, so the number
of workers changes nothing but the time. A few articles are not worth starting workers for and stay in this
process.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from multiprocessing import connection, parent_process
from threading import Thread
from typing import NamedTuple

from communique.engine.patience import __file__ as patience_file
from communique.engine.patience import patience
from communique.errors import CommuniqueError, InputError
from communique.model import Article, Record

FEW = 50  # articles that are read in this process: about as many as take the time that workers need to start
PARCEL = 8  # articles that travel together: enough to make the travel cheap, few enough to share out evenly
AHEAD = 3  # parcels under way for each worker
SECONDS = 60.0  # of processor time that one article may take: some thousand times what an article takes


class Dropped(NamedTuple):
    """An article whose extraction failed, and how."""

    article: str  # Article.id
    failure: str


def extract_all(
    articles: Iterable[Article],
    extract: Callable[[Article], Record],
    *,
    problems: list[InputError],
    jobs: int | None = None,
    seconds: float = SECONDS,
) -> Iterator[Record]:
    """The records that `extract` makes of `articles`, in their order, by `jobs` processes.

    `jobs` None: every core where there are more than `FEW` articles, else this process alone. `extract`
    is a function of a module, so that workers find it. An article on which it raises, or which takes
    more than `seconds` of processor time, is dropped and appended to `problems`; the rest goes on.
    Raises CommuniqueError where a worker is killed from outside, which is what happens where memory runs
    out.
    """
    stream = iter(articles)
    head = list(islice(stream, FEW + 1)) if jobs is None else []
    workers = jobs or (cores() if len(head) > FEW else 1)
    stream = chain(head, stream)
    attempt = partial(_attempt, extract, seconds)
    for outcome in map(attempt, stream) if workers < 2 else _in_parallel(stream, attempt, workers):
        if isinstance(outcome, Record):
            yield outcome
        else:
            remedy = "please report it with the article"
            problems.append(InputError(outcome.article, f"its extraction failed ({outcome.failure})", remedy))


def cores() -> int:
    """How many processes can run at once, by what the system grants this one."""
    granted = getattr(os, "sched_getaffinity", None)
    return len(granted(0)) if granted else os.cpu_count() or 1


def _attempt(extract: Callable[[Article], Record], seconds: float, article: Article) -> Record | Dropped:
    try:
        with patience(seconds):
            return extract(article)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        last = next(f for f in reversed(frames) if f.filename != patience_file)
        place = f"{os.path.basename(last.filename)}:{last.lineno}"
        return Dropped(article.id, f"{type(error).__name__}: {error}, at {place}")


def _in_parallel(
    articles: Iterator[Article], attempt: Callable[[Article], Record | Dropped], workers: int
) -> Iterator[Record | Dropped]:
    pending: deque[Future[list[Record | Dropped]]] = deque()
    executor = ProcessPoolExecutor(workers, initializer=_start_worker)
    done = False
    try:
        while parcel := list(islice(articles, PARCEL)):
            pending.append(executor.submit(_each, attempt, parcel))
            if len(pending) >= workers * AHEAD:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
        done = True
    except BrokenProcessPool as error:
        raise CommuniqueError("a worker was killed, perhaps for want of memory; try fewer --jobs") from error
    finally:
        if not done:  # whoever stops early does not wait for what the workers are at
            for worker in list(executor._processes.values()):
                worker.terminate()
        executor.shutdown(cancel_futures=True)


def _each(attempt: Callable[[Article], Record | Dropped], parcel: list[Article]) -> list[Record | Dropped]:
    return [attempt(article) for article in parcel]


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, which ends its workers in good order; end when the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)
