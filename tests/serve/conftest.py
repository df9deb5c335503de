"""A real server on a free port, and a client that sends exactly what a test says."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from communique.serve.app import app
from communique.serve.clerk import Limits


@dataclass(frozen=True, slots=True)
class Reply:
    """A response, read to its end."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server listens."""

    port: int

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> Reply:
        """The reply to one request, on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        reply = Reply(
            response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        )
        connection.close()
        return reply


@contextmanager
def _serving(out: Path, limits: Limits | None = None) -> Iterator[Server]:
    config = uvicorn.Config(app(out, limits=limits), port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    yield Server(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def serving() -> Callable[..., object]:
    """A context in which a folder is served: `with serving(out, limits) as server`."""
    return _serving


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[Server]:
    """The small graph, served."""
    with _serving(built) as server:
        yield server
