"""`communique view`: the address of the page, or what is missing."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli.view import command, page_address
from communique.errors import CommuniqueError, InputError


def test_print_gives_the_address(built: Path) -> None:
    result = CliRunner().invoke(command, [str(built), "--print"])
    assert (result.exit_code, result.stdout) == (0, (built / "graph.html").as_uri() + "\n")


def test_the_browser_gets_the_address(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    assert CliRunner().invoke(command, [str(built)]).exit_code == 0
    assert opened == [(built / "graph.html").as_uri()]


def test_no_browser_is_said(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    assert isinstance(CliRunner().invoke(command, [str(built)]).exception, CommuniqueError)


def test_a_folder_without_page_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"graph\.html: there is no such page; write it with: communique build"
    ):
        page_address(tmp_path)


def test_only_pages_are_opened(built: Path) -> None:
    with pytest.raises(InputError, match="is no page"):
        page_address(built / "graph.nq")


def test_blanks_and_other_scripts_in_the_path_are_escaped(tmp_path: Path) -> None:
    folder = tmp_path / "یک گراف"
    folder.mkdir()
    (folder / "graph.html").write_text("")
    assert page_address(folder).startswith("file:///") and " " not in page_address(folder)
