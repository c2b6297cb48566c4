"""Where a server listens: taken before anything else is done, so that a port in use is said at once."""

from __future__ import annotations

import errno
import gc
import socket
from collections.abc import Callable
from time import monotonic
from typing import Any

from waitress.adjustments import Adjustments

from union.app import Union
from union.commands import stopping
from union.commands.connections import Server
from union.commands.receiving import SMALL, UNLIMITED, Uploads
from union.installation import NotReady

PROXY = "127.0.0.1"  # where one that ends TLS stands
HEADERS = 32 * 1024  # bytes of a request before its body


def take(host: str, port: int) -> socket.socket:
    """A socket bound to this address; it takes no connection before `serve`. Raises `NotReady` with what to do."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.socket(family, kind, protocol)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
    except OSError as error:
        raise NotReady(_why(error, host, port)) from None
    return taken


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program: stop it, or set PORT to another number."
    if error.errno == errno.EACCES:
        return f"Port {port} is kept for the administrator of this machine: set PORT to a number from 1024 to 65535."
    return f"{host} is no address of this machine: leave --host out, or name one that it has."


def serve(app: Union, taken: socket.socket, *, threads: int = 4, behind_tls: bool = False) -> None:
    """Answer requests until told to stop; then end as `stopping` says."""
    _settle()
    server = served(app, taken, threads=threads, behind_tls=behind_tls)
    with stopping.stop_signals(server.pull_trigger) as told:
        server.run_until(told)
        stopping.stop(app, server)


def served(
    app: Any,
    taken: socket.socket,
    *,
    threads: int = 4,
    behind_tls: bool = False,
    clock: Callable[[], float] = monotonic,
) -> Server:
    """The server, not running yet. Nothing that comes in or goes out is ever written to a plain file by it.

    Behind a proxy that ends TLS on this machine, the caller's address is the one that the proxy adds: else the limit of
    sign-ins by address would count everybody as one. From anybody else such a header is thrown away.
    """
    proxy: dict[str, Any] = {"clear_untrusted_proxy_headers": True}
    if behind_tls:
        proxy |= {"trusted_proxy": PROXY, "trusted_proxy_count": 1, "trusted_proxy_headers": {"x-forwarded-for"}}
    unlimited = ("inbuf_overflow", "outbuf_overflow", "outbuf_high_watermark", "max_request_body_size")
    adjustments = Adjustments(
        threads=threads,
        ident=None,
        log_socket_errors=False,
        max_request_header_size=HEADERS,
        **proxy,
        **dict.fromkeys(unlimited, UNLIMITED),
    )
    room = getattr(app, "room", lambda method, path: SMALL)
    return Server(app, taken, adjustments, Uploads(room, clock, PROXY if behind_tls else None))


def _settle() -> None:
    """Leave what was loaded alone from here on, and look for garbage less often: the rosters in memory are much to
    look at."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
