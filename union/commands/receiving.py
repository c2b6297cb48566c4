"""What comes in from the network before anybody looks at it: in memory only, never more than its address takes.

Waitress writes a body of more than half a megabyte into a plain temporary file, and takes up to a gigabyte. A list of
members would lie on the disk in clear while it is sent. Here no body leaves the memory, one that is too long is not
read, and few long ones are held at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakSet

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.utilities import Error

SMALL = 64 * 1024  # bytes: a form; how many of these are held is limited by the connections
LONG_AT_ONCE = 6  # longer bodies, each of at most what its address takes
UNLIMITED = 1 << 40  # for Waitress itself, so that ours are the only limits

Room = Callable[[str, str], int]  # how many bytes an address takes, by method and path


class Crowded(Error):  # type: ignore[misc]  # Waitress ships no types
    """Too many long bodies at once."""

    code = 503
    reason = "Service Unavailable"


_TRY_AGAIN = (
    "Beaucoup de fichiers arrivent en ce moment : renvoyez le vôtre dans une minute.\r\n"
    "ملفات كثيرة تصل الآن: أعيدوا إرسال ملفكم بعد دقيقة.\r\n"
    "Many files are coming in just now: send yours again in a minute."
)


class Bounded(HTTPRequestParser):  # type: ignore[misc]  # as above
    """One request as it comes in; `channel` gives each server its own kind."""

    room: Room
    held: WeakSet[HTTPRequestParser]  # a connection that breaks gives its place back by going

    def received(self, data: bytes) -> int:
        taken: int = super().received(data)
        if self.headers_finished and not self.empty and self.error is None and not self._may_go_on():
            self.completed = True
            self.headers["CONNECTION"] = "close"  # what still comes is no request
            return len(data)
        return taken

    def _may_go_on(self) -> bool:
        """What is too long is answered by the application, without its body and with its own page."""
        size = max(self.content_length, self.body_bytes_received)
        if size <= SMALL:
            return True
        if size > type(self).room(self.command, self.path):
            self._leave_body()
            self.headers["CONTENT_LENGTH"] = str(size)
            return False
        if self not in self.held and len(self.held) >= LONG_AT_ONCE:
            self._leave_body()
            self.error = Crowded(_TRY_AGAIN)
            return False
        self.held.add(self)
        return True

    def _leave_body(self) -> None:
        self.close()
        self.body_rcv = None

    def close(self) -> None:
        self.held.discard(self)
        super().close()


def channel(room: Room) -> type[HTTPChannel]:
    """The kind of connection whose requests are held so."""
    parser = type("Parser", (Bounded,), {"room": staticmethod(room), "held": WeakSet()})
    kind: type[HTTPChannel] = type("Channel", (HTTPChannel,), {"parser_class": parser})
    return kind
