"""A server that is killed in the middle of pages: what was acknowledged stands once, what was not is sent again."""

from __future__ import annotations

import secrets
import signal
import socket
import threading
import time
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.server.processes import PATIENCE, asked, running
from tests.server.test_stopping import all_of, until_it_answers
from tests.serving import free_port
from union.app import Union
from union.record import chain
from union.web.idempotency import Submission
from union.workplaces.models import Employer

KILLS, WRITERS = 3, 4


def sent(visitor: Visitor, name: str, token: str, port: int) -> bytes:
    """The form of a new employer, as a browser sends it."""
    body = f"csrf_token={visitor.token}&form_token={token}&legal_name={name}".encode()
    head = asked(visitor, "/employers/new", port).replace(b"GET ", b"POST ", 1)[:-2]
    return (
        head + f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    )


def post(visitor: Visitor, name: str, token: str, port: int) -> bool:
    """Whether the answer says that it is kept."""
    try:
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
            line.sendall(sent(visitor, name, token, port))
            return all_of(line).startswith(b"HTTP/1.1 302")
    except OSError:
        return False


def test_what_was_acknowledged_stands_and_what_was_not_is_sent_again(
    app: Union, cast: Cast, settings: config.Settings, tmp_path: Path
) -> None:
    visitors = [Visitor(app, cast.sal) for _ in range(WRITERS)]
    for one in visitors:
        one._csrf()
    tried, kept = dict[str, tuple[int, str]](), set[str]()

    def write(at: int, port: int, over: threading.Event) -> None:
        while not over.is_set():
            name, token = f"Atlas {secrets.token_hex(6)}", secrets.token_urlsafe(16)
            tried[name] = at, token
            if post(visitors[at], name, token, port):
                kept.add(name)

    for _ in range(KILLS):
        port, over = free_port(), threading.Event()
        with running(settings, tmp_path / "log", "serve", "--no-worker", port=port) as server:
            until_it_answers(port)
            before = len(kept)
            writers = [threading.Thread(target=write, args=(at, port, over)) for at in range(WRITERS)]
            for one in writers:
                one.start()
            end = time.monotonic() + PATIENCE
            while len(kept) < before + 5 and time.monotonic() < end:
                time.sleep(0.01)
            server.send_signal(signal.SIGKILL)
            over.set()
            for one in writers:
                one.join(PATIENCE)
            assert len(kept) >= before + 5
    port = free_port()
    with running(settings, tmp_path / "log", "serve", "--no-worker", port=port):
        until_it_answers(port)
        for name, (at, token) in tried.items():  # from the page that stands there still
            assert post(visitors[at], name, token, port)
    with Session(app.store.engine) as session:
        names = [one.identity.legal_name for one in session.scalars(select(Employer))]
        assert sorted(name for name in names if name in tried) == sorted(tried)
        assert len(session.scalars(select(Submission.id)).all()) == len(tried)
        assert chain.verify(session).bad is None
