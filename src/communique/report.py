"""What a build says of itself: what it read, found and dropped, and how long each stage took.

The only place with a clock in it: the files of the graph are the same whenever they are built.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TypeVar

from communique.errors import InputError
from communique.model import Graph
from communique.read.sources import Source
from communique.store.folder import PROGRAM

Item = TypeVar("Item")
Counts = dict[str, dict[str, dict[str, int]]]  # what -> by what -> code -> how many


@dataclass(frozen=True, slots=True)
class Report:
    """One build: the version that made it, its inputs, what it holds, what was dropped, seconds per stage."""

    version: str
    inputs: tuple[Source, ...]
    counts: Counts
    dropped: tuple[InputError, ...]
    seconds: dict[str, float]
    files: tuple[str, ...]

    def total(self, what: str) -> int:
        """How many documents, actors, meetings or agreements the graph holds."""
        return sum(next(iter(self.counts[what].values())).values())

    def to_json(self) -> str:
        """The report as it stands in report.json, with a line end."""
        content = {
            "program": PROGRAM,
            "version": self.version,
            "inputs": [asdict(source) for source in self.inputs],
            "counts": self.counts,
            "dropped": [{"where": e.where, "problem": e.problem, "remedy": e.remedy} for e in self.dropped],
            "seconds": {stage: round(seconds, 3) for stage, seconds in self.seconds.items()},
            "files": list(self.files),
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def count(graph: Graph) -> Counts:
    """How many documents by language, actors by type, and meetings and agreements by kind and by status."""
    counts: Counts = {
        "documents": {"language": _tally(document.language for document in graph.documents)},
        "actors": {"type": _tally(actor.type for actor in graph.actors)},
    }
    for plural, type_ in (("meetings", "meeting"), ("agreements", "agreement")):
        facts = [fact for fact in graph.facts if fact.type == type_]
        counts[plural] = {
            "kind": _tally(fact.kind for fact in facts),
            "status": _tally(fact.status for fact in facts),
            "disputed": _tally("yes" if fact.disputed else "no" for fact in facts),
        }
    return counts


def _tally(codes: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(codes).items()))


class Stopwatch:
    """Seconds per stage, added up over all its stretches; a stage inside another is not counted twice."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inside = 0.0  # seconds of the stages inside the one that runs

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of the block for `name`."""
        began, outside = time.perf_counter(), self._inside
        self._inside = 0.0
        try:
            yield
        finally:
            elapsed = time.perf_counter() - began
            self.seconds[name] = self.seconds.get(name, 0.0) + elapsed - self._inside
            self._inside = outside + elapsed

    def each(self, name: str, items: Iterable[Item]) -> Iterator[Item]:
        """`items`, the time it takes to get each of them counted for `name`."""
        stream = iter(items)
        while True:
            with self.stage(name):
                item = next(stream, None)
            if item is None:
                return
            yield item
