"""Running the command line in this process, and a folder with an article to run it on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main

ARTICLE = """Foreign ministers of Serbia and Kenya meet in Belgrade

BELGRADE, March 4 - Serbian Foreign Minister Marko Djuric met his Kenyan counterpart Musalia Mudavadi in
Belgrade on Monday. The two ministers signed a memorandum of understanding on agriculture, the ministry said.
"""


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run `communique` with arguments; `input` is its standard input."""

    def _run(*arguments: str | Path, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=input)

    return _run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with one article that can be read."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "en-1.txt").write_text(ARTICLE, encoding="utf-8")
    return folder
