"""A line between the application and its PostgreSQL that can be slow, stand still or be cut at a chosen moment."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from dataclasses import dataclass, field

RESET = struct.pack("ii", 1, 0)  # closing with this sends a reset, as a firewall does that forgot the connection


@dataclass
class Cut:
    """Cut the connection over which `after` went, once it sends COMMIT: before the server has it, or after it is
    kept."""

    after: bytes
    delivered: bool
    happened: threading.Event = field(default_factory=threading.Event)


class Line:
    """Carries every connection to one server, until `close`."""

    def __init__(self, host: str, port: int) -> None:
        self.server = (host, port)
        self.delay = 0.0  # seconds before each piece goes on
        self.cut: Cut | None = None
        self.open: list[socket.socket] = []
        self.flows = threading.Event()
        self.flows.set()
        self.taking = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.taking.getsockname()[1])
        threading.Thread(target=self._take, daemon=True).start()

    def close(self) -> None:
        self.taking.close()
        self.drop()

    def drop(self) -> None:
        """Cut every connection that stands now; new ones are taken."""
        dropped, self.open = self.open, []
        for one in dropped:
            _reset(one)

    def _take(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                ours, _ = self.taking.accept()
                theirs = socket.create_connection(self.server)
                self.open += [ours, theirs]
                for way in (self._there, self._back):
                    threading.Thread(target=way, args=(ours, theirs), daemon=True).start()

    def _there(self, ours: socket.socket, theirs: socket.socket) -> None:
        seen = b""
        with contextlib.suppress(OSError):
            while piece := ours.recv(65536):
                seen += piece
                if self.cut is not None and self.cut.after in seen and b"COMMIT" in piece:
                    cut, self.cut = self.cut, None
                    return self._end(cut, piece, ours, theirs)
                seen = b"" if b"COMMIT" in piece or b"ROLLBACK" in piece else seen
                self._pause()
                theirs.sendall(piece)
        _reset(theirs)

    def _end(self, cut: Cut, piece: bytes, ours: socket.socket, theirs: socket.socket) -> None:
        """The client hears nothing in either case. Without its end, the server sees a client that went away."""
        _reset(ours)
        if cut.delivered:
            theirs.sendall(piece)
            time.sleep(0.3)  # what the server is told before the line ends, it does
        _reset(theirs)
        cut.happened.set()

    def _back(self, ours: socket.socket, theirs: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := theirs.recv(65536):
                self._pause()
                ours.sendall(piece)
        _reset(ours)

    def _pause(self) -> None:
        self.flows.wait()
        if self.delay:
            time.sleep(self.delay)


def _reset(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        one.shutdown(socket.SHUT_RD)  # wakes the thread that reads from it
    one.close()
