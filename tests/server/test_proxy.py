"""A real nginx with the settings of docs/operate.md before a real server; and requests that want to be read in two
ways, with it and without."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import secrets
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

import config
from tests.cast import PASSWORD, Cast
from tests.conftest import COMPLETE, ON_ONE_DATABASE
from tests.imports.lists import made
from tests.serving import free_port
from union.app import create_app
from union.commands import listening
from union.store.db import Store

Answer = tuple[int, http.client.HTTPMessage, str]
HOST = "union.example"
PATIENCE = 60
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
THROUGH = ["proxy"] if Path(NGINX).exists() or COMPLETE else []  # bin/services brings it, where it may
through_nginx = pytest.mark.parametrize("way", THROUGH, indirect=True)


@dataclass
class Place:
    """Where callers ask, and what the server behind it saw: the caller's address, the method and the path."""

    port: int
    seen: list[tuple[str, str, str]]
    folder: Path
    tls: bool = False

    def line(self) -> socket.socket:
        plain = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        if not self.tls:
            return plain
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE  # the test's own certificate
        return trusting.wrap_socket(plain, server_hostname=HOST)

    def bodies(self) -> list[str]:
        """What the proxy laid on a disk of bodies and answers."""
        return [str(one) for one in self.folder.glob("*_temp/**/*") if one.is_file()]


def settings_of_the_docs(port: int, server: int) -> str:
    """The block of docs/operate.md with an address, a name and a certificate of the test's own."""
    text = (config.HERE / "docs" / "operate.md").read_text()
    found = re.search(r"For nginx[^\n]*:\n\n```\n(.+?)```", text, re.DOTALL)
    assert found is not None
    block = found[1]
    assert "    # listen, server_name, certificates\n" in block
    own = f"listen 127.0.0.1:{port} ssl; server_name {HOST}; ssl_certificate own.pem; ssl_certificate_key own.pem;"
    return block.replace("    # listen, server_name, certificates\n", own).replace(
        "127.0.0.1:8000", f"127.0.0.1:{server}"
    )


def certificate(path: Path) -> None:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made_of = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    signed = made_of.not_valid_before(now).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    own = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(own + signed.public_bytes(pem))


@pytest.fixture
def server(settings: config.Settings, store: Store, cast: Cast, tmp_path: Path) -> Iterator[Place]:
    """A server behind a proxy, asked without it."""
    told = {**settings.__dict__, "behind_tls": True, "trusted_hosts": (HOST,)}
    app = create_app(config.Settings(**told), store)
    seen: list[tuple[str, str, str]] = []

    def watched(environment: dict[str, Any], start: Any) -> Any:
        seen.append((environment["REMOTE_ADDR"], environment["REQUEST_METHOD"], environment["PATH_INFO"]))
        return app.wsgi_app(environment, start)

    watched.room = app.room  # type: ignore[attr-defined]  # how long a body may be, by address
    taken = listening.take("127.0.0.1", 0)
    running = listening.served(watched, taken, threads=4, behind_tls=True)
    threading.Thread(target=running.run, daemon=True).start()
    yield Place(taken.getsockname()[1], seen, tmp_path)
    running.close()
    running.task_dispatcher.shutdown()


@pytest.fixture
def proxy(server: Place, tmp_path: Path) -> Iterator[Place]:
    """The same server through nginx."""
    folder, port = tmp_path / "nginx", free_port()
    folder.mkdir()
    certificate(folder / "own.pem")
    temporary = " ".join(
        f"{kind}_temp_path {folder}/{kind}_temp;" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    owner = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{owner} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; {temporary}\n{settings_of_the_docs(port, server.port)} }}\n"
    )
    child = subprocess.Popen([NGINX, "-p", str(folder), "-c", "nginx.conf"], stderr=subprocess.PIPE, text=True)
    place = Place(port, server.seen, folder, tls=True)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert child.poll() is None, child.communicate()[1]
        try:
            place.line().close()
            break
        except OSError:
            time.sleep(0.05)
    yield place
    child.terminate()
    child.communicate(timeout=PATIENCE)


@pytest.fixture
def way(server: Place, request: pytest.FixtureRequest) -> Place:
    """With a proxy between or without."""
    return server if request.param == "server" else request.getfixturevalue("proxy")


class Caller:
    """Somebody's browser: one connection a request, and its cookies."""

    def __init__(self, place: Place) -> None:
        self.place, self.cookies, self.given = place, dict[str, str](), list[str]()

    def head(self, method: str, path: str, **headers: str) -> str:
        told = {"Host": HOST, "Connection": "close", "Referer": f"https://{HOST}{path}", **headers}
        if self.cookies:
            told["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return "\r\n".join([f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in told.items()), "", ""])

    def answer(self, line: socket.socket) -> Answer:
        answer = http.client.HTTPResponse(line)
        answer.begin()
        for one in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = one.partition("=")
            self.cookies[name] = rest.partition(";")[0]
            self.given.append(one)
        return answer.status, answer.headers, answer.read().decode()

    def ask(
        self, method: str, path: str, body: bytes = b"", **headers: str
    ) -> tuple[int, http.client.HTTPMessage, str]:
        if method == "POST":
            headers |= {"Content-Length": str(len(body)), "Content-Type": "application/x-www-form-urlencoded"}
        with self.place.line() as line:
            line.sendall(self.head(method, path, **headers).encode() + body)
            return self.answer(line)

    def token(self, path: str) -> str:
        found = BeautifulSoup(self.ask("GET", path)[2], "html.parser").select_one("input[name=csrf_token]")
        assert found is not None
        return str(found["value"])

    def signed_in(self, login: str) -> Caller:
        body = f"csrf_token={self.token('/sign-in')}&login={login}&password={PASSWORD.replace(' ', '+')}".encode()
        status, headers, _ = self.ask("POST", "/sign-in", body)
        assert (status, headers["Location"]) == (302, "/")
        return self


@ON_ONE_DATABASE
@through_nginx
def test_the_settings_of_the_docs_serve_pages_over_tls(way: Place) -> None:
    """Cookies bound to the host, HSTS, and the address of whoever calls, whatever they say themselves."""
    olu = Caller(way).signed_in("olu")
    status, headers, page = olu.ask("GET", "/", b"", **{"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "http"})
    assert status == 200
    assert "</html>" in page
    assert headers["Strict-Transport-Security"]
    assert all("Secure" in one for one in olu.given)
    assert any(one.startswith("__Host-session=") for one in olu.given)
    assert {address for address, _, _ in way.seen} == {"127.0.0.1"}
    assert way.bodies() == []
    assert Caller(way).ask("GET", "/sign-in", Host="evil.example")[0] == 400


@ON_ONE_DATABASE
@through_nginx
def test_what_is_too_long_for_its_page_never_reaches_the_server(way: Place) -> None:
    assert Caller(way).ask("POST", "/sign-in", b"login=" + b"x" * 70_000)[0] == 413
    assert way.seen == []
    assert way.bodies() == []


@ON_ONE_DATABASE
@through_nginx
@pytest.mark.parametrize("times", [1, 2])
def test_a_list_passes_as_it_comes_and_lies_on_no_disk_of_the_proxy(way: Place, cast: Cast, times: int) -> None:
    """One of a few megabytes: the server has begun to take it in while its end is still to be sent."""
    olu = Caller(way).signed_in("olu")
    token, content = olu.token("/imports/new"), made(times * 8_000)
    parts = {"csrf_token": token, "form_token": secrets.token_urlsafe(16), "workplace": str(cast.here)}
    said = "".join(f'--x\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in parts.items())
    said += '--x\r\nContent-Disposition: form-data; name="file"; filename="liste.csv"\r\n\r\n'
    body = said.encode() + content + b"\r\n--x--\r\n"
    told = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(len(body))}
    with way.line() as line:
        line.sendall(olu.head("POST", "/imports/new", **told).encode() + body[:-100_000])
        time.sleep(0.5)
        assert way.bodies() == []
        line.sendall(body[-100_000:])
        status, headers, page = olu.answer(line)
    assert (status, bool(headers["Location"])) == (302, True), page
    assert way.bodies() == []


LONG = "x" * 65_000
TWO_WAYS = {
    "two lengths": "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    "two lengths in one": "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5, 6\r\n\r\nabcde",
    "no length at all": "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n",
    "a length with a sign": "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Length: +5\r\n\r\nabcde",
    "a length and pieces": (
        "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        "0\r\n\r\nGET /second HTTP/1.1\r\nHost: {host}\r\n\r\n"
    ),
    "pieces by another name": (
        "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\n"
        "0\r\n\r\nGET /second HTTP/1.1\r\nHost: {host}\r\n\r\n"
    ),
    "a piece without an end": (
        "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"
    ),
    "a blank before the colon": "GET /sign-in HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding : chunked\r\n\r\n",
    "a line that goes on": "GET /sign-in HTTP/1.1\r\nHost: {host}\r\nX: a\r\n Transfer-Encoding: chunked\r\n\r\n",
    "a bare line end": "GET /sign-in HTTP/1.1\r\nHost: {host}\r\nX: a\nGET /second HTTP/1.1\r\n\r\n",
    "a zero byte": "GET /sign-in HTTP/1.1\r\nHost: {host}\r\nX: a\0b\r\n\r\n",
    "two hosts": "GET /sign-in HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n",
    "a header of 64 kB": f"GET /sign-in HTTP/1.1\r\nHost: {{host}}\r\nX: {LONG}\r\n\r\n",
    "five thousand headers": "GET /sign-in HTTP/1.1\r\nHost: {host}\r\n" + "X-A: 0123456789\r\n" * 5_000 + "\r\n",
    "no host": "GET /sign-in HTTP/1.1\r\n\r\n",
    "no version": "GET /sign-in\r\n\r\n",
    "nonsense": "\x16\x03\x01\x02\r\n\r\n",
}


@ON_ONE_DATABASE
@pytest.mark.parametrize("way", ["server", *THROUGH], indirect=True)
@pytest.mark.parametrize("what", TWO_WAYS)
def test_a_request_that_is_two_is_none(what: str, way: Place) -> None:
    """It is refused, or read as one by everybody on the way: what hides in it is never a request of its own."""
    with way.line() as line:
        line.sendall(TWO_WAYS[what].format(host=HOST).encode("latin-1"))
        answer = everything(line)
    codes = re.findall(rb"^HTTP/1\.1 (\d{3})", answer, re.MULTILINE)
    assert len(codes) <= 1, answer
    assert (what in ONE and not way.tls) or codes in ([], [b"400"], [b"414"], [b"431"], [b"501"]), answer[:200]
    assert {path for _, _, path in way.seen} <= {"/sign-in"}
    assert len(way.seen) <= 1
    assert Caller(way).ask("GET", "/health")[0] == 200


def everything(line: socket.socket) -> bytes:
    """What comes until the other side closes, or says nothing more."""
    line.settimeout(5)
    answer = b""
    with contextlib.suppress(OSError):
        while piece := line.recv(65536):
            answer += piece
    return answer


ONE = {"a line that goes on"}  # read as one request, where nobody reads it before the server
