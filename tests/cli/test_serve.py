"""`communique serve` as a process: it says where it listens, answers, and ends on Ctrl-C."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a process there")
def test_serves_until_it_is_interrupted(built: Path) -> None:
    command = "from communique.cli import main; main()"
    server = subprocess.Popen(
        [sys.executable, "-c", command, "serve", str(built), "--port", "0"],
        stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    try:
        assert server.stderr is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
        assert address
        with urllib.request.urlopen(address[0], timeout=30) as page:
            assert b"<title>Graph</title>" in page.read()
        with urllib.request.urlopen(f"{address[0]}sparql?query=ASK%7B%7D", timeout=30) as reply:
            assert b"true" in reply.read()
        server.send_signal(signal.SIGINT)
        assert server.wait(20) in (0, 130, -signal.SIGINT)
        assert "Traceback" not in server.stderr.read()
    finally:
        server.kill()
        server.wait()


def test_port_that_is_taken(built: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(main, ["serve", str(built), "--port", port])
    assert result.exit_code == 2 and "--port" in result.stderr


def test_folder_without_a_graph(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(tmp_path), "--port", "0"])
    assert result.exit_code == 2 and "communique build" in result.stderr
