"""What comes in from the network before anybody looks at it: in memory only, never more than its address takes.

Waitress writes a body of more than half a megabyte into a plain temporary file, and takes up to a gigabyte. A list of
members would lie on the disk in clear while it is sent. Here no body leaves the memory, one that is too long is not
read, and few long ones are held at a time: of one address no more than half of them, and whoever sends slowly or holds
a place for long gives it up once somebody else waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any
from weakref import WeakSet

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.utilities import Error

SMALL = 64 * 1024  # bytes: a form; how many of these are held is limited by the connections
LONG_AT_ONCE = 6  # longer bodies, each of at most what its address takes
OF_ONE_ADDRESS = 3  # of them
SLOWEST, BEGINNING = 8 * 1024, 15.0  # bytes a second, once so many seconds have passed
LONGEST = 120.0  # seconds that a place is kept while others wait: 32 MB at 270 KB/s
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


_TOO_SLOW = (
    "L'envoi était trop lent, et d'autres attendaient : renvoyez votre fichier.\r\n"
    "كان الإرسال بطيئا جدا وآخرون ينتظرون: أعيدوا إرسال ملفكم.\r\n"
    "This was sent too slowly while others waited: send your file again."
)


class Bounded(HTTPRequestParser):  # type: ignore[misc]  # as above
    """One request as it comes in; `channel` gives each server its own kind."""

    room: Room
    held: WeakSet[Bounded]  # a connection that breaks gives its place back by going
    clock: Callable[[], float]
    address = ""  # who sends, set by the channel
    behind = False  # whether that is a proxy
    since = 0.0  # when it got its place
    put_out = False  # its place went to somebody else

    def received(self, data: bytes) -> int:
        if self.put_out:
            self.error = Crowded(_TOO_SLOW)
            self.completed = True
            self.headers["CONNECTION"] = "close"
            return len(data)
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
        if self not in self.held and not self._gets_a_place():
            self._leave_body()
            self.error = Crowded(_TRY_AGAIN)
            return False
        return True

    def _gets_a_place(self) -> bool:
        """A free one; else that of whoever sends slowest, or has had his for long."""
        now = type(self).clock()
        if self.behind:
            self.address = self.headers.get("X_FORWARDED_FOR", self.address).rsplit(",", 1)[-1].strip()
        if sum(one.address == self.address for one in self.held) >= OF_ONE_ADDRESS:
            return False
        if len(self.held) >= LONG_AT_ONCE:
            slow = [one for one in self.held if one.is_slow(now)]
            if not slow:
                return False
            min(slow, key=lambda one: one.rate(now)).give_up()
        self.since = now
        self.held.add(self)
        return True

    def rate(self, now: float) -> float:
        """Bytes a second since it got its place."""
        return float(self.body_bytes_received) / max(now - self.since, 1.0)

    def is_slow(self, now: float) -> bool:
        """Whether its place is somebody else's who waits."""
        age = now - self.since
        return age > LONGEST or (age > BEGINNING and self.rate(now) < SLOWEST)

    def give_up(self) -> None:
        """What was sent of it leaves the memory; it is told once it sends more."""
        self._leave_body()
        self.put_out = True

    def _leave_body(self) -> None:
        self.close()
        self.body_rcv = None

    def close(self) -> None:
        self.held.discard(self)
        super().close()


def channel(room: Room, *, clock: Callable[[], float] = monotonic, behind: bool = False) -> type[HTTPChannel]:
    """The kind of connection whose requests are held so; `behind` a proxy, who sends is whom that one names last."""
    parser: Any = type(
        "Parser", (Bounded,), {"room": staticmethod(room), "held": WeakSet(), "clock": staticmethod(clock)}
    )

    def made(line: HTTPChannel, adjustments: Any) -> Bounded:
        one: Bounded = parser(adjustments)
        one.address, one.behind = line.addr[0], behind
        return one

    kind: type[HTTPChannel] = type("Channel", (HTTPChannel,), {"parser_class": made})
    return kind
