"""A few clerks who share the questions, and are replaced when one is sent away.

The bureau keeps as many processes as there may be queries at the same time, started when they are first
needed. A clerk who is not done in time is killed, and so is the query; the next question finds a new one.
"""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from communique.serve.clerk import Answer, Limits, work
from communique.serve.protocol import QueryRequest

START_SECONDS = 30.0  # to start a process and open the store, on a busy machine


@dataclass(frozen=True, slots=True)
class _Clerk:
    """A process at work and the line to it."""

    process: SpawnProcess
    line: Connection


class Bureau:
    """Answers queries over the store of a built folder, at most `size` at a time."""

    def __init__(self, out: Path, *, size: int = 2, limits: Limits | None = None) -> None:
        self.out, self.limits = out, limits or Limits()
        self._free: list[_Clerk] = []
        self._all: set[SpawnProcess] = set()
        self._seats = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._closed = False

    def ask(self, request: QueryRequest, accept: str) -> Answer:
        """The answer, at the latest when time is up: 503 for a query that takes too long or too much.

        Waits for a free seat, as long as a query may take, and answers 503 if none came free.
        """
        if not self._seats.acquire(timeout=self.limits.seconds):
            return _unavailable("too many queries at once: try again")
        try:
            return self._ask(request, accept)
        finally:
            self._seats.release()

    def _ask(self, request: QueryRequest, accept: str) -> Answer:
        """The answer of one clerk, who goes back to the others only if the answer came whole."""
        clerk = self._take()
        if isinstance(clerk, Answer):
            return clerk
        try:
            clerk.line.send((request, accept))
            if clerk.line.poll(self.limits.seconds):
                answer: Answer = clerk.line.recv()
            else:
                self._dismiss(clerk)
                return _unavailable(f"the query took longer than {self.limits.seconds:g} seconds")
        except (EOFError, OSError):
            self._dismiss(clerk)
            return _unavailable("the query took more time or memory than it may")
        with self._lock:
            self._free.append(clerk)
        return answer

    def _take(self) -> _Clerk | Answer:
        """A clerk who is free, or a new one; the reason, where none can be had."""
        with self._lock:
            if self._closed:
                return _unavailable("the server is closing")
            if self._free:
                return self._free.pop()
        return self._hire()

    def _hire(self) -> _Clerk | Answer:
        """A new clerk with the store open; the answer that says why, where the store cannot be opened."""
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=work, args=(self.out, there, self.limits), daemon=True)
        process.start()
        there.close()
        clerk = _Clerk(process, here)
        with self._lock:
            self._all.add(process)
        try:
            ready: Answer | None = here.recv() if here.poll(START_SECONDS) else None
        except (EOFError, OSError):
            ready = None
        if ready is not None and ready.status == 200:
            return clerk
        self._dismiss(clerk)
        return ready or _unavailable("no process could be started for the query")

    def _dismiss(self, clerk: _Clerk) -> None:
        """End a clerk's process, whatever it is doing."""
        clerk.process.kill()
        clerk.process.join()
        clerk.line.close()
        with self._lock:
            self._all.discard(clerk.process)

    def close(self) -> None:
        """End all processes; queries under way are answered with 503."""
        with self._lock:
            self._closed = True
            processes = list(self._all)
            self._free.clear()
        for process in processes:
            with suppress(ValueError):
                process.kill()


def _unavailable(message: str) -> Answer:
    return Answer(503, "text/plain", message.encode() + b"\n")
