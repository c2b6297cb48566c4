"""Where a server listens: taken before anything else is done, so that a port in use is said at once."""

from __future__ import annotations

import errno
import gc
import socket
from collections.abc import Callable
from time import monotonic
from typing import Any

import waitress

from union.commands.receiving import SMALL, UNLIMITED, channel
from union.installation import NotReady


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


def serve(app: Any, taken: socket.socket, *, threads: int = 4, behind_tls: bool = False) -> None:
    """Answer requests until stopped.

    Behind a proxy that ends TLS on this machine, the caller's address is the one that the proxy adds: else the limit of
    sign-ins by address would count everybody as one. From anybody else such a header is thrown away.
    """
    proxy: dict[str, Any] = {"clear_untrusted_proxy_headers": True}
    if behind_tls:
        proxy |= {"trusted_proxy": "127.0.0.1", "trusted_proxy_count": 1, "trusted_proxy_headers": {"x-forwarded-for"}}
    _settle()
    served(app, taken, threads=threads, behind=behind_tls, **proxy).run()


def served(
    app: Any, taken: socket.socket, *, clock: Callable[[], float] = monotonic, behind: bool = False, **options: Any
) -> Any:  # fmt: skip
    """The server, not running yet. Nothing that comes in or goes out is ever written to a plain file by it."""
    in_memory = {"inbuf_overflow": UNLIMITED, "outbuf_overflow": UNLIMITED, "max_request_body_size": UNLIMITED}
    server = waitress.create_server(app, sockets=[taken], channel_timeout=30, ident=None, **in_memory, **options)
    server.channel_class = channel(getattr(app, "room", lambda method, path: SMALL), clock=clock, behind=behind)
    return server


def _settle() -> None:
    """Leave what was loaded alone from here on, and look for garbage less often: the rosters in memory are much to look at."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
