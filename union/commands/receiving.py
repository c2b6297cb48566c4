"""What comes in from the network before anybody looks at it: in memory only, never more than its address takes.

Waitress writes a body of more than half a megabyte into a plain temporary file, and takes up to a gigabyte. A list of
members would lie on the disk in clear while it is sent. Here no body leaves the memory, one that is too long is not
read, and few long ones are held at a time: of one address no more than half of them, and whoever sends slowly or holds
a place for long gives it up once somebody else waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakSet

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import Error

from union.languages.translated import LANGUAGES, translated
from union.law.sources.sentence import Sentence

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


class TooSlow(Error):  # type: ignore[misc]  # as above
    """A form that was not there in its time."""

    code = 408
    reason = "Request Timeout"


def _in_each_language(said: Sentence) -> str:
    return "\r\n".join(translated(said, language) for language in LANGUAGES)


_TRY_AGAIN = Sentence("Many files are coming in just now: send yours again in a minute.")
_FILE_TOO_SLOW = Sentence("This was sent too slowly while others waited: send your file again.")
_FORM_TOO_SLOW = Sentence("This was sent too slowly: go back and send the form again.")


@dataclass(frozen=True)
class Uploads:
    """The long bodies that one server holds."""

    room: Room
    clock: Callable[[], float]
    proxy: str | None  # the address of the one before this server: who sends is whom that one names last
    held: WeakSet[Bounded] = field(default_factory=WeakSet)  # a connection that breaks gives its place back by going


class Bounded(HTTPRequestParser):  # type: ignore[misc]  # as above
    """One request as it comes in, from its first byte."""

    since = 0.0  # when it got its place
    put_out: Error | None = None  # why nothing more of it is taken, said once it sends more

    def __init__(self, adjustments: Any, uploads: Uploads, address: str) -> None:
        super().__init__(adjustments)
        self.uploads, self.address, self.begun = uploads, address, uploads.clock()

    def parse_header(self, header_plus: bytes) -> None:
        """A body whose end is told in two ways is two bodies to two readers: nobody's."""
        super().parse_header(header_plus)
        if self.chunked and "CONTENT_LENGTH" in self.headers:
            raise ParsingError("Content-Length beside Transfer-Encoding")

    def received(self, data: bytes) -> int:
        if self.put_out is not None:
            self.error = self.put_out
            self.completed = True
            self.headers["CONNECTION"] = "close"
            return len(data)
        taken: int = super().received(data)
        if self.headers_finished and not self.empty and self.error is None and not self._may_go_on():
            self.completed = True
            self.headers["CONNECTION"] = "close"  # what still comes is no request
            return len(data)
        return taken

    @property
    def is_long(self) -> bool:
        """Whether it has one of the places for long bodies."""
        return self in self.uploads.held

    def _may_go_on(self) -> bool:
        """What is too long is answered by the application, without its body and with its own page."""
        size = max(self.content_length, self.body_bytes_received)
        if size <= SMALL:
            return True
        if size > self.uploads.room(self.command, self.path):
            self._leave_body()
            self.headers["CONTENT_LENGTH"] = str(size)
            return False
        if not self.is_long and not self._gets_a_place():
            self._leave_body()
            self.error = Crowded(_in_each_language(_TRY_AGAIN))
            return False
        return True

    def _gets_a_place(self) -> bool:
        """A free one; else that of whoever sends slowest, or has had theirs for long."""
        now, held = self.uploads.clock(), self.uploads.held
        if self.address == self.uploads.proxy:
            self.address = self.headers.get("X_FORWARDED_FOR", self.address).rsplit(",", 1)[-1].strip()
        if sum(one.address == self.address for one in held) >= OF_ONE_ADDRESS:
            return False
        if len(held) >= LONG_AT_ONCE:
            slow = [one for one in held if one.is_slow(now)]
            if not slow:
                return False
            min(slow, key=lambda one: one.rate(now)).give_up(Crowded(_in_each_language(_FILE_TOO_SLOW)))
        self.since = now
        held.add(self)
        return True

    def rate(self, now: float) -> float:
        """Bytes a second since it got its place."""
        return float(self.body_bytes_received) / max(now - self.since, 1.0)

    def is_slow(self, now: float) -> bool:
        """Whether its place is somebody else's who waits."""
        age = now - self.since
        return age > LONGEST or (age > BEGINNING and self.rate(now) < SLOWEST)

    def give_up(self, why: Error | None = None) -> None:
        """What was sent of it leaves the memory; whoever sends it is told why."""
        self._leave_body()
        self.put_out = why or TooSlow(_in_each_language(_FORM_TOO_SLOW))

    def _leave_body(self) -> None:
        self.close()
        self.body_rcv = None

    def close(self) -> None:
        self.uploads.held.discard(self)
        super().close()
