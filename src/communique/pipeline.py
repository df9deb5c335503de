"""The whole way from files to a folder with a graph: the one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias, TypeVar

from communique import __version__
from communique.errors import CommuniqueError, InputError
from communique.model import Graph, Record
from communique.read.sources import Source
from communique.report import Report, Stopwatch, count

Item = TypeVar("Item")
Progress: TypeAlias = Callable[[str, int], None]  # the stage, and how many items it has done


class NothingToBuild(CommuniqueError):
    """Not one article came through; `problems` says why, one by one."""

    def __init__(self, problems: list[InputError]) -> None:
        self.problems = tuple(problems)
        super().__init__("nothing to build a graph from: no article could be read")


def build(
    inputs: Iterable[str | Path],
    out: str | Path,
    *,
    jobs: int | None = None,
    language: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """The report of a build: `inputs` read, extracted, resolved, and their graph written to folder `out`.

    The folder is written aside and moved into place at the end; an earlier build there stays until then.
    `jobs` None: every core where there is enough to do. `language` is that of articles that do not say
    theirs. `progress` is called as the work goes on. Raises NothingToBuild where no article can be read,
    InputError where `out` holds what no build wrote.
    """
    from communique.engine.local import extract_all
    from communique.extract import extract
    from communique.graph.build import build_graph
    from communique.read import read
    from communique.resolve import resolve
    from communique.store.folder import REPORT, replacing

    told = progress or (lambda stage, done: None)
    watch, problems, sources = Stopwatch(), list[InputError](), list[Source]()
    with replacing(Path(out)) as folder:
        articles = watch.each("read", read(inputs, problems=problems, language=language, sources=sources))
        with watch.stage("extract"):
            records = list(
                _counted("extract", extract_all(articles, extract, problems=problems, jobs=jobs), told)
            )
        if not records:
            raise NothingToBuild(problems)
        with watch.stage("resolve"):
            records = resolve(records)
        with watch.stage("graph"):
            graph = build_graph(records)
        with watch.stage("export"):
            _write(records, graph, folder, told)
        files = tuple(sorted({path.name for path in folder.iterdir()} | {REPORT}))
        report = Report(__version__, tuple(sources), count(graph), tuple(problems), watch.seconds, files)
        (folder / REPORT).write_text(report.to_json(), encoding="utf-8")
    return report


def _counted(stage: str, items: Iterable[Item], progress: Progress) -> Iterator[Item]:
    for done, item in enumerate(items, 1):
        yield item
        progress(stage, done)


def _write(records: list[Record], graph: Graph, folder: Path, progress: Progress) -> None:
    """Every file of the graph: the records, each export format, and the store made from the N-Quads."""
    from communique.export import formats
    from communique.schema.record_json import dump_line
    from communique.store.load import FOLDER, load_store
    from communique.store.opened import NQUADS, RECORDS

    with open(folder / RECORDS, "w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(dump_line(record) + "\n" for record in records)
    for format_ in _counted("export", formats().values(), progress):
        with open(folder / format_.filename, "wb") as file:
            format_.write(graph, file)
    load_store(folder / NQUADS, folder / FOLDER)
