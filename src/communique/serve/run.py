"""The application, served until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from communique.errors import InputError
from communique.serve.app import LOOPBACK, app
from communique.serve.clerk import Limits
from communique.store.load import open_store


def run_server(
    out: Path,
    port: int = 8000,
    host: str = "127.0.0.1",
    *,
    limits: Limits | None = None,
    listening: Callable[[str], None] | None = None,
) -> None:
    """Serves the built folder `out` at `http://host:port/` until Ctrl-C; port 0 takes a free one.

    On the loopback address it answers to the names of the loopback address only; on any other, to every
    name. `listening` is told the address as soon as connections are taken. Raises InputError where the
    folder has no store or the port is taken.
    """
    import uvicorn

    open_store(out)
    hosts = LOOPBACK if host in LOOPBACK else ("*",)
    config = uvicorn.Config(app(out, hosts=hosts, limits=limits), log_level="warning", server_header=False)
    with _listener(host, port) as listener:
        if listening:
            name = f"[{host}]" if ":" in host else host
            listening(f"http://{name}:{listener.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listener])


def _listener(host: str, port: int) -> socket.socket:
    """A socket that listens; InputError where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise InputError(f"{host}:{port}", f"cannot listen ({error})", "give another --port") from error
