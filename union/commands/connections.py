"""Connections: how many, of whom, and how long each may take. Whoever sends slowly keeps nobody else out.

Waitress reads all connections in one thread and gives whole requests to others, so that a slow caller costs a
connection and nothing else; but it counts only the time in which nothing comes, takes a hundred connections and then
nobody. Here each request has its time as a whole, and where there is no room left, the one that has kept us waiting
longest goes.
"""

from __future__ import annotations

import errno
import resource
import socket
from collections.abc import Callable, Iterable
from math import inf
from typing import Any

import structlog
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from union.commands.receiving import Bounded, Uploads

log = structlog.get_logger()

# Seconds, each for the whole of it and not for a pause in it.
HEAD = 10.0  # from the first byte of a request, or from a new connection, to the end of the headers
FORM = 30.0  # from there to the end of a body that is no upload: 64 KB at 2 KB/s
TAKEN = 120.0  # for an answer to be fetched
KEPT = 30.0  # an open connection between two requests; a pause within an upload, whose own limits are in `receiving`

LOOK = 0.5  # between two looks at who is late

MOST = 1000  # connections
OF_ONE_ADDRESS = 60  # of them; of a proxy's, who brings everybody's, there is no such limit
RESERVED = 160  # descriptors left to the database, to files and to children
LEAST = 16  # connections, however few descriptors there are
SHORT = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}  # what the system says where it has none left
SPARE = 4  # connections that are given up then
PAUSE = 1.0  # seconds without a new connection, where none can be
FEWER = 60.0  # seconds in which fewer are held, and between two lines of the log about it

# Addresses that never wait behind pages: these stand still with the database, at most as many at once as have threads.
LANES = {"/static/": 2, "/health": 1}


class Connection(HTTPChannel):  # type: ignore[misc]  # Waitress ships no types
    """One connection, and since when it is the caller's turn."""

    def __init__(self, server: Server, line: socket.socket, address: Any, adjustments: Any, map: Any = None) -> None:
        self.clock, self.uploads = server.clock, server.uploads
        self.since = self.heard = self.clock()
        self.answered = False
        super().__init__(server, line, address, adjustments, map=map)

    def parser_class(self, adjustments: Any) -> Bounded:
        return Bounded(adjustments, self.uploads, self.addr[0])

    def received(self, data: bytes) -> Any:
        self.heard = self.clock()
        return super().received(data)

    def service(self) -> None:
        super().service()
        self.since, self.answered = self.clock(), True

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way, in either direction."""
        return not self.requests and self.request is None and not self.total_outbufs_len

    @property
    def gives_way(self) -> bool:
        """Whether it may be closed for somebody else: nothing of it is being answered, and it sends no upload."""
        return not self.requests and not (self.request is not None and self.request.is_long)

    @property
    def turn_began(self) -> float:
        """When what we wait for began."""
        return self.since if self.request is None else float(self.request.begun)

    def ends(self) -> float:
        """When its time is over."""
        request = self.request
        if self.requests:
            return inf
        if self.total_outbufs_len:
            return self.since + TAKEN
        if request is None:
            return self.since + (KEPT if self.answered else HEAD)
        if not request.headers_finished:
            return float(request.begun) + HEAD
        return self.heard + KEPT if request.is_long else float(request.begun) + FORM

    def cut(self) -> None:
        """A form whose time is over is told so; of anything else there is nobody who typed something."""
        if self.request is not None and self.request.headers_finished and not self.total_outbufs_len:
            self.request.give_up()
            self.received(b"-")  # no byte of theirs: it makes an answer of what was given up
        else:
            self.handle_close()


class Server(TcpWSGIServer):  # type: ignore[misc]  # as above
    """Waitress's server with these limits."""

    channel_class = Connection

    def __init__(self, app: Any, taken: socket.socket, adjustments: Adjustments, uploads: Uploads) -> None:
        self.clock, self.uploads, self.most = uploads.clock, uploads, most_connections()
        self.next_look = self.paused_until = self.short_until = -inf
        self.lanes = {prefix: _threads(count) for prefix, count in LANES.items()}
        where = (taken.family, taken.type, taken.proto, taken.getsockname())
        super().__init__(
            app,
            {},
            _sock=taken,
            dispatcher=_threads(adjustments.threads),
            adj=adjustments,
            sockinfo=where,
            bind_socket=False,
        )

    def run_until(self, over: Callable[[], bool], step: float = LOOK) -> None:
        """Answer until this is so, asked at each event and after each step of seconds."""
        while self._map and not over():
            wasyncore.loop(timeout=step, use_poll=True, map=self._map, count=1)  # select knows 1,024 descriptors
            self._cut_who_is_late()

    def run(self) -> None:
        """Answer until closed."""
        self.run_until(lambda: False)

    def add_task(self, connection: Connection) -> None:
        path = getattr(connection.requests[0], "path", "")  # a request that cannot be read has none
        lane = next((lane for prefix, lane in self.lanes.items() if path.startswith(prefix)), self.task_dispatcher)
        lane.add_task(connection)

    def readable(self) -> bool:
        return bool(self.accepting) and self.clock() >= self.paused_until and self._may_take_one()

    def handle_accept(self) -> None:
        try:
            taken = self.accept()
        except OSError as fault:
            self._refused(fault)
            return
        if taken is None:
            return
        line, address = taken
        if not self._has_room_for(address[0]):
            line.close()
            return
        self.set_socket_options(line)
        Connection(self, line, address, self.adj, map=self._map)

    def accept_no_more(self) -> None:
        """Whoever waits at the door is let in; then the door is closed."""
        for _ in range(self.adj.backlog):
            before = len(self.active_channels)
            self.handle_accept()
            if len(self.active_channels) <= before:
                break
        self.accepting = False
        self.del_channel()
        self.socket.close()

    def finish(self, until: float) -> bool:
        """Answer what is under way, and close what rests. Returns whether all of it was answered in time."""
        self.run_until(lambda: self._all_at_rest() or self.clock() > until, step=0.1)
        return not self.active_channels

    def close(self) -> None:
        """Leave everything."""
        for one in self._connections():
            one.handle_close()
        super().close()
        for lane in (self.task_dispatcher, *self.lanes.values()):
            lane.set_thread_count(0)

    def _cut_who_is_late(self) -> None:
        now = self.clock()
        if now < self.next_look:
            return
        self.next_look = now + LOOK
        self._hold_as_many_again()
        for one in self._connections():
            if one.ends() < now:
                one.cut()

    def _all_at_rest(self) -> bool:
        now = self.clock()
        for one in self._connections():
            if one.is_idle and now - one.since > 0.5:  # what was sent a moment ago may not have been read yet
                one.handle_close()
        return not self.active_channels

    def _connections(self) -> list[Connection]:
        return list(self.active_channels.values())

    def _may_take_one(self) -> bool:
        """Where everybody is being answered, the next one waits at the door."""
        return len(self.active_channels) < self.most or any(one.gives_way for one in self._connections())

    def _has_room_for(self, address: str) -> bool:
        """Made where there is none, at the cost of who has kept us waiting longest: of this address, or of all."""
        everybody = self._connections()
        theirs = [one for one in everybody if one.addr[0] == address]
        if len(theirs) >= OF_ONE_ADDRESS and address != self.uploads.proxy:
            return _make_room(theirs)
        return len(everybody) < self.most or _make_room(everybody)

    def _refused(self, fault: OSError) -> None:
        """The system gives no connection: it was broken off already, or there are no descriptors. Then fewer are held
        for a while; and where none can be given up nothing is asked at once, for the answer would be the same, a
        million times a minute."""
        if fault.errno not in SHORT:
            return
        now = self.clock()
        self.most = max(1, len(self.active_channels) - SPARE)
        given_up = [_make_room(self._connections()) for _ in range(SPARE)]
        if not any(given_up):
            self.paused_until = now + PAUSE
        if now >= self.short_until:
            self.short_until = now + FEWER
            log.error("out_of_descriptors", why=errno.errorcode[fault.errno], connections=len(self.active_channels))

    def _hold_as_many_again(self) -> None:
        if -inf < self.short_until <= self.clock():
            self.most, self.short_until = most_connections(), -inf


def _make_room(among: Iterable[Connection]) -> bool:
    slowest = min((one for one in among if one.gives_way), key=lambda one: one.turn_began, default=None)
    if slowest is not None:
        slowest.handle_close()
    return slowest is not None


def _threads(count: int) -> ThreadedTaskDispatcher:
    made = ThreadedTaskDispatcher()
    made.set_thread_count(count)
    made.queue_logger.disabled = True  # a line for each request that waits for a thread
    return made


def most_connections() -> int:
    """As many as this process may have descriptors, less what it needs itself; it asks for what it may have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST + RESERVED if hard == resource.RLIM_INFINITY else min(MOST + RESERVED, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    return MOST if soft == resource.RLIM_INFINITY else max(LEAST, min(MOST, soft - RESERVED))
