"""The examples of the README and the manual: run, and compared with what the pages say that they print.

    python tools/examples.py             the examples whose output is not what the page says
    python tools/examples.py --update    writes what they print into the pages

Blocks of a page are run in their order, in one empty folder that has the sample articles in `samples`:

    ```text title="NAME"     becomes the file NAME
    ```console               lines that begin with "$ " are commands, what follows each is its output
    ```python                a program, run where a block ```text output with what it prints comes next
    ```json in="COMMAND"     must be contained in the JSON that the command prints

Blocks of other kinds are not run. `communique serve` is started, asked once, and stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
HOME = "/home/ana"  # stands for the folder in which the examples are run
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A block of a page that was run: what stands there, and what should."""

    page: Path
    start: int  # of what stands in the block, in the text of the page
    line: int
    kind: str
    written: str
    made: str


def examples(page: Path) -> Iterator[Example]:
    """The blocks of a page, run in their order."""
    text = page.read_text(encoding="utf-8")
    program = ""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").symlink_to(ROOT / "samples")
        for block in _BLOCK.finditer(text):
            kind, title, body = block[1], block[2] or "", block[3]
            line = text.count("\n", 0, block.start()) + 1
            if kind == "text" and title.startswith("title="):
                (folder / title[7:-1]).write_text(body, encoding="utf-8")
            elif kind == "console":
                yield Example(page, block.start(3), line, kind, body, _session(body, folder))
            elif kind == "python":
                program = body
            elif kind == "text" and title == "output":
                yield Example(page, block.start(3), line, kind, body, _program(program, folder))
            elif kind == "json" and title.startswith("in="):
                found = json.loads(_command(title[4:-1], folder))
                made = body if contains(found, json.loads(body)) else f"{found}\n"
                yield Example(page, block.start(3), line, kind, body, made)


def contains(whole: object, part: object) -> bool:
    """Whether `part` is found in `whole`: objects may have more fields, lists more items.

    >>> contains({"a": [{"b": 1, "c": 2}, 3]}, {"a": [{"b": 1}]})
    True
    """
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(key in whole and contains(whole[key], value) for key, value in part.items())
    if isinstance(whole, list) and isinstance(part, list):
        return all(any(contains(item, wanted) for item in whole) for wanted in part)
    return whole == part


def _session(body: str, folder: Path) -> str:
    """The commands of a console block, each with what it prints now."""
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_command(command, folder)}" for command in commands)


def _command(command: str, folder: Path) -> str:
    """What a command prints, errors included. Raises RuntimeError where it fails."""
    if command.startswith("communique serve"):
        return _served(command, folder)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder, env=_environment(), check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stdout}")
    return _tidy(done.stdout, folder)


def _program(program: str, folder: Path) -> str:
    """What a Python program prints. Raises RuntimeError where it fails."""
    return _command(f"{shlex.quote(sys.executable)} -c {shlex.quote(program)}", folder)


def _served(command: str, folder: Path) -> str:
    """What a server says when it listens; its page must answer."""
    written = command.split()[command.split().index("--port") + 1]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    words = shlex.split(command.replace(f"--port {written}", f"--port {port}"))
    with subprocess.Popen(words, cwd=folder, env=_environment(), stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            said = server.stderr.readline()
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
                assert page.status == 200
        finally:
            server.send_signal(signal.SIGINT)
    return said.replace(port, written)


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def _tidy(printed: str, folder: Path) -> str:
    """Output as a page shows it: no blanks at the end of lines, and no folder of ours."""
    lines = printed.replace(str(folder.resolve()), HOME).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def update(page: Path) -> bool:
    """Writes what the examples of a page print into it; whether anything was new."""
    text = before = page.read_text(encoding="utf-8")
    for example in sorted(examples(page), key=lambda example: -example.start):
        if example.kind != "json":  # an excerpt is chosen by hand
            end = example.start + len(example.written)
            text = text[: example.start] + example.made + text[end:]
    page.write_text(text, encoding="utf-8")
    return text != before


def main() -> None:
    """Prints the examples that are out of date; with --update, brings their pages up to date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="write what the examples print into the pages")
    options = parser.parse_args()
    for page in PAGES:
        if options.update:
            print(f"{page.relative_to(ROOT)}: {'updated' if update(page) else 'as it was'}")
            continue
        for example in examples(page):
            if example.made != example.written:
                where = f"{page.relative_to(ROOT)}:{example.line}"
                print(f"{where}: it prints\n{example.made}and not\n{example.written}")


if __name__ == "__main__":
    main()
