"""Every export format: what a module of the folder must have to be one, and the file it leaves in a build."""

import inspect
import io
from pathlib import Path
from types import ModuleType

import pytest

from communique import open_graph
from communique.export import formats
from communique.model import Graph

BY_NAME = pytest.mark.parametrize("format_", formats().values(), ids=formats())


@BY_NAME
def test_it_has_a_name_a_writer_and_a_sentence_on_itself(format_: ModuleType) -> None:
    assert format_.filename == Path(format_.filename).name
    assert (format_.__doc__ or "").strip().splitlines()[0].endswith((".", ":"))
    assert len(inspect.signature(format_.write).parameters) == 2


def test_no_two_write_the_same_file() -> None:
    names = [format_.filename for format_ in formats().values()]
    assert len(set(names)) == len(names)


@BY_NAME
def test_a_build_holds_what_it_writes(format_: ModuleType, graph_folder: Path) -> None:
    out = io.BytesIO()
    format_.write(open_graph(graph_folder).graph, out)
    assert out.getvalue() == (graph_folder / format_.filename).read_bytes() != b""


@BY_NAME
def test_an_empty_graph_can_be_written(format_: ModuleType) -> None:
    format_.write(Graph((), (), ()), io.BytesIO())
