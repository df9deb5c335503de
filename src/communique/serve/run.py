"""The application, served until it is stopped."""

from __future__ import annotations

from pathlib import Path

from communique.errors import InputError
from communique.serve.app import LOOPBACK, app
from communique.serve.clerk import Limits
from communique.store.load import open_store


def run_server(out: Path, port: int = 8000, host: str = "127.0.0.1", *, limits: Limits | None = None) -> None:
    """Serves the built folder `out` at `http://host:port/` until Ctrl-C.

    On the loopback address it answers to the names of the loopback address only; on any other, to every name.
    Raises InputError where the folder has no store or the port is taken.
    """
    import socket

    import uvicorn

    open_store(out)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        problem = f"cannot listen ({error.strerror})"
        raise InputError(f"{host}:{port}", problem, "give another --port") from error
    hosts = LOOPBACK if host in LOOPBACK else ("*",)
    config = uvicorn.Config(app(out, hosts=hosts, limits=limits), log_level="warning", server_header=False)
    with listener:
        uvicorn.Server(config).run(sockets=[listener])
