"""A store is made once from N-Quads, opened read-only, and says so when it cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from communique.errors import InputError
from communique.store.load import FOLDER, load_store, open_store


def test_store_holds_the_quads_of_the_file(built: Path) -> None:
    lines = (built / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert len(open_store(built)) == len(lines) > 100


def test_many_may_read_and_none_may_write(built: Path) -> None:
    one, other = open_store(built), open_store(built)
    assert len(one) == len(other)
    with pytest.raises(RuntimeError):
        one.clear()


def test_moved_store_opens(built: Path, tmp_path: Path) -> None:
    load_store(built / "graph.nq", tmp_path / "unfinished" / FOLDER)
    os.rename(tmp_path / "unfinished", tmp_path / "out")
    assert len(open_store(tmp_path / "out")) == len(open_store(built))


def test_store_is_not_loaded_twice(built: Path) -> None:
    with pytest.raises(InputError, match="already"):
        load_store(built / "graph.nq", built / FOLDER)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"this is prose\n", "not N-Quads"),
        (b"<http://x/a> <http://x/b> \n", "not N-Quads"),
        (b"\xff\xfe", "not N-Quads"),
        (None, "cannot be loaded"),
    ],
)
def test_what_is_not_nquads_is_named(content: bytes | None, message: str, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InputError, match=message) as raised:
        load_store(file, tmp_path / FOLDER)
    assert raised.value.where == str(file)


def test_missing_folder_and_missing_store(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        open_store(tmp_path / "nowhere")
    with pytest.raises(InputError, match="communique build"):
        open_store(tmp_path)


def test_damaged_store(built: Path, tmp_path: Path) -> None:
    load_store(built / "graph.nq", tmp_path / FOLDER)
    manifest = next((tmp_path / FOLDER).glob("MANIFEST-*"))
    manifest.write_bytes(manifest.read_bytes()[:20])
    with pytest.raises(InputError, match="cannot be opened"):
        open_store(tmp_path)
