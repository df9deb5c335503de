"""The web application: `/` is the page of the graph, `/sparql` the endpoint.

It answers nobody who reached it under another name than its own: a page elsewhere whose host name suddenly
points to 127.0.0.1 must not read the graph of whoever opened it (DNS rebinding). It sends no CORS headers,
so that scripts of other pages cannot read its answers.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from communique.serve.bureau import Bureau
from communique.serve.clerk import Limits
from communique.serve.protocol import ProtocolError, read_request

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")
MOST_BYTES = 1024 * 1024  # of a query
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
}


def app(
    out: Path, *, hosts: Sequence[str] = LOOPBACK, limits: Limits | None = None, size: int = 2
) -> Starlette:
    """The ASGI application for the built folder `out`.

    `hosts` are the names under which it answers ("*" for any), `limits` what one query may take, `size` how
    many queries run at the same time.
    """
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Route

    bureau = Bureau(out, size=size, limits=limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        bureau.close()

    async def page(request: Request) -> Response:
        return _page(out / "graph.html")

    async def sparql(request: Request) -> Response:
        return await _sparql(request, bureau)

    guard = Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    routes = [Route("/", page), Route("/sparql", sparql, methods=["GET", "POST"])]
    return Starlette(routes=routes, middleware=[guard], lifespan=lifespan)


def _page(path: Path) -> Response:
    """The page with its policy, 404 where the build made none."""
    from communique.serve.page import page_policy

    try:
        html = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return _response(404, "text/plain", b"no page: graph.html is missing\n")
    policy = page_policy(html)
    return _response(200, "text/html", html.encode(), {"Content-Security-Policy": policy})


async def _sparql(request: Request, bureau: Bureau) -> Response:
    """The answer to one request to the endpoint."""
    from anyio.to_thread import run_sync

    accept = ",".join(request.headers.getlist("accept"))
    if request.method != "POST" and not request.url.query:
        return _described(request, accept)
    try:
        body = await _body(request)
        kind = request.headers.get("content-type", "")
        query = read_request(request.method, request.scope["query_string"], kind, body)
    except ProtocolError as error:
        return _response(error.status, "text/plain", f"{error}\n".encode("utf-8", "replace"))
    answer = await run_sync(bureau.ask, query, accept)
    headers = {"Retry-After": "10"} if answer.status == 503 else {}
    return _response(answer.status, answer.media_type, answer.body, headers)


async def _body(request: Request) -> bytes:
    """The body of the request; ProtocolError 413 as soon as it is too long."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise ProtocolError(413, f"a query may have {MOST_BYTES} bytes")
    return bytes(body)


def _described(request: Request, accept: str) -> Response:
    """The service description of the endpoint."""
    from communique.serve.description import service_description

    try:
        description = service_description(str(request.url), accept)
    except (SyntaxError, ValueError):
        return _response(400, "text/plain", b"the address of the endpoint is no IRI\n")
    if description is None:
        return _response(406, "text/plain", b"no description in such a form\n")
    return _response(200, *description)


def _response(status: int, media: str, body: bytes, headers: dict[str, str] | None = None) -> Response:
    """A response with the headers that keep a browser from making more of it than it is."""
    from starlette.responses import Response

    return Response(body, status, {**_HEADERS, "Vary": "Accept", **(headers or {})}, media)
