"""Files that are sent to do harm: refused within seconds, in the reader's language, and nothing of them stays
anywhere."""

from __future__ import annotations

import os
import secrets
import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import made
from union.app import Union
from union.commands import listening, receiving
from union.imports.web.receiving import MOST_BYTES

SECONDS = 5
GIGABYTES = 2 * 1024**3


@pytest.fixture
def hour() -> list[float]:
    """What the server takes for the time, in seconds."""
    return [0.0]


@pytest.fixture
def port(app: Union, hour: list[float]) -> Iterator[int]:
    taken = listening.take("127.0.0.1", 0)
    server = listening.served(app, taken, threads=2, clock=lambda: hour[0])
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield taken.getsockname()[1]
    server.close()
    server.task_dispatcher.shutdown()


def head(visitor: Visitor, port: int, language: str, *more: str) -> bytes:
    cookies = "; ".join(f"{one.key}={one.value}" for one in visitor.client._cookies.values())
    lines = [
        f"POST /imports/new?lang={language} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Cookie: {cookies}",
        "Content-Type: multipart/form-data; boundary=x",
        *more,
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def plain_files() -> set[str]:
    """The temporary files that this process holds open, removed from their folder or not."""
    found = set()
    for one in Path("/proc/self/fd").iterdir():
        try:
            target = os.readlink(one)
        except OSError:
            continue
        if "(deleted)" in target or target.startswith("/tmp/tmp"):
            found.add(target)
    return found


TITLES = {"fr": "Ce fichier est trop lourd", "ar": "هذا الملف كبير جدا", "en": "This file is too large"}


def answered(line: socket.socket) -> bytes:
    """What comes back, until the other end closes."""
    found = b""
    while True:
        try:
            piece = line.recv(65536)
        except ConnectionResetError:  # it closed while more was on its way
            return found
        if not piece:
            return found
        found += piece


@pytest.mark.parametrize("language", TITLES)
def test_two_gigabytes_are_refused_by_their_length(app: Union, olu: Visitor, port: int, language: str) -> None:
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), SECONDS) as line:
        line.sendall(head(olu, port, language, f"Content-Length: {GIGABYTES}") + b"--x\r\n" + b"a" * 1000)
        answer = answered(line).decode()
    assert answer.startswith("HTTP/1.1 413")
    assert TITLES[language] in answer
    assert time.monotonic() - begun < SECONDS
    assert not app.files.folder.exists()


def test_a_stream_without_a_length_is_cut_at_what_the_page_takes(app: Union, olu: Visitor, port: int) -> None:
    piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    before, begun, sent = plain_files(), time.monotonic(), 0
    with socket.create_connection(("127.0.0.1", port), SECONDS) as line:
        line.sendall(head(olu, port, "fr", "Transfer-Encoding: chunked"))
        while sent < GIGABYTES and not select.select([line], [], [], 0)[0]:
            try:
                line.sendall(piece)
            except OSError:
                break
            sent += len(piece)
        assert not plain_files() - before
        answer = answered(line).decode()
    assert answer.startswith("HTTP/1.1 413")
    assert TITLES["fr"] in answer
    assert sent < 2 * MOST_BYTES
    assert time.monotonic() - begun < SECONDS
    assert not app.files.folder.exists()


@pytest.mark.parametrize("path", ["/sign-in", "/nothing/here", "/imports/new"])
def test_only_uploads_may_be_long(app: Union, stranger: Visitor, port: int, path: str) -> None:
    room = app.room("POST", path)
    assert room == (MOST_BYTES if path == "/imports/new" else receiving.SMALL)
    lines = [f"POST {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Content-Length: {room + 1}", "", ""]
    with socket.create_connection(("127.0.0.1", port), SECONDS) as line:
        line.sendall("\r\n".join(lines).encode())
        assert answered(line).split()[1] in {b"413", b"415", b"404"}


def test_a_list_on_its_way_lies_in_no_plain_file(app: Union, cast: Cast, olu: Visitor, port: int) -> None:
    """Half of it is sent, and looked for; then the rest comes, and it is taken."""
    token = olu.page("/imports/new").select_one("input[name=csrf_token]")["value"]
    fields = {"csrf_token": token, "form_token": secrets.token_urlsafe(16), "workplace": str(cast.here)}
    body = b"".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    )
    body += b'--x\r\nContent-Disposition: form-data; name="file"; filename="liste.csv"\r\n\r\n'
    body += made(60_000) + b"\r\n--x--\r\n"
    before = plain_files()
    with socket.create_connection(("127.0.0.1", port), 60) as line:
        line.sendall(head(olu, port, "fr", f"Content-Length: {len(body)}", f"Referer: http://127.0.0.1:{port}/"))
        line.sendall(body[: len(body) // 2])
        time.sleep(0.5)
        assert not plain_files() - before
        line.sendall(body[len(body) // 2 :])
        status = line.recv(65536).split()[1]
    assert status == b"302"
    (kept,) = app.files.folder.iterdir()
    assert b"Prenom" not in kept.read_bytes()
    assert b"example.ma" not in kept.read_bytes()


def test_few_long_bodies_are_held_at_a_time(olu: Visitor, port: int) -> None:
    lines = [begun(olu, port, f"127.0.0.{1 + at // 3}") for at in range(receiving.LONG_AT_ONCE)]
    try:
        assert not any(told(line, 0) for line in lines)
        lines.append(begun(olu, port, "127.0.0.9"))
        assert told(lines[-1]).startswith(b"HTTP/1.1 503")
        lines[0].close()  # somebody gives up: the next one gets their place
        time.sleep(0.2)
        lines.append(begun(olu, port, "127.0.0.9"))
        assert not told(lines[-1])
        lines.append(begun(olu, port, "127.0.0.2"))
        assert told(lines[-1]).startswith(b"HTTP/1.1 503")  # that address has its half
    finally:
        for line in lines:
            line.close()


def test_whoever_sends_slowly_gives_his_place_to_who_waits(olu: Visitor, port: int, hour: list[float]) -> None:
    lines = [begun(olu, port, f"127.0.0.{1 + at // 3}") for at in range(receiving.LONG_AT_ONCE)]
    try:
        hour[0] = receiving.BEGINNING + 1
        for line in lines[1:]:
            line.sendall(b"a" * 200_000)  # fast enough; the first sends nothing more
        time.sleep(0.3)
        lines.append(begun(olu, port, "127.0.0.9"))
        assert not told(lines[-1])
        lines[0].sendall(b"a")
        assert b"503" in (answer := told(lines[0]))
        assert b"trop lent" in answer
        lines.append(begun(olu, port, "127.0.0.9"))
        assert told(lines[-1]).startswith(b"HTTP/1.1 503")  # nobody else is slow
        hour[0] = receiving.LONGEST + 1
        lines.append(begun(olu, port, "127.0.0.9"))
        assert not told(lines[-1])  # nobody keeps a place for ever
    finally:
        for line in lines:
            line.close()


def begun(visitor: Visitor, port: int, address: str) -> socket.socket:
    """A long body on its way from this address, as far as its first 70 KB."""
    line = socket.create_connection(("127.0.0.1", port), SECONDS, source_address=(address, 0))
    line.sendall(head(visitor, port, "fr", f"Content-Length: {MOST_BYTES - 1}") + b"a" * 70_000)
    time.sleep(0.1)
    return line


def told(line: socket.socket, wait: float = 0.5) -> bytes:
    """What came back by now; nothing while it is being taken in."""
    found = b""
    with suppress(ConnectionResetError):  # it closed while more was on its way
        while select.select([line], [], [], wait)[0] and (piece := line.recv(65536)):
            found += piece
    return found
