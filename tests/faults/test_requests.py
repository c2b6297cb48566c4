"""Requests as no browser sends them: malformed, too big, too many, from elsewhere; never a fault of ours, nothing
kept."""

from __future__ import annotations

import contextlib
import re
import secrets
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import config
from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast
from tests.test_access import digest
from tests.test_reach import grievance
from union.app import Union, create_app
from union.commands import listening
from union.record import chain
from union.store.db import Store
from union.web.idempotency import Submission
from union.workplaces.models import Employer

NEW = {"legal_name": "Neuf SARL"}


def employers(app: Union) -> int:
    with Session(app.store.engine) as session:
        return session.scalar(select(func.count(Employer.id))) or 0


@pytest.fixture
def unchanged(app: Union) -> Iterator[None]:
    """Nothing is kept of anything that a test sends."""
    before = digest(app.store)
    yield
    assert digest(app.store) == before


def form(visitor: Visitor, path: str) -> dict[str, str]:
    """What a page's own form would send as it stands."""
    sent = {}
    for tag in visitor.page(path).select("main form input[name], main form textarea[name]"):
        if tag.get("type") in {"checkbox", "radio"} and not tag.has_attr("checked"):
            continue
        sent[str(tag["name"])] = tag.get_text().strip() if tag.name == "textarea" else str(tag.get("value", ""))
    return sent


# A form sent twice


def test_eight_sendings_of_one_form_are_one_act(app: Union, cast: Cast) -> None:
    before, token = employers(app), secrets.token_urlsafe(16)
    visitors = [Visitor(app, cast.sal) for _ in range(8)]
    for one in visitors:
        one._csrf()
    found: list[Any] = []
    ready = threading.Barrier(8)

    def send(visitor: Visitor) -> None:
        ready.wait()
        sent = {"csrf_token": visitor.token, "form_token": token, **NEW}
        try:
            answer = visitor.client.post("/employers/new", data=sent)
            found.append((answer.status_code, answer.location))
        except Exception as error:  # gathered, and shown by the assertion below
            found.append(error)

    threads = [threading.Thread(target=send, args=(one,)) for one in visitors]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(set(found)) == 1, found
    assert found[0][0] == 302
    assert employers(app) == before + 1
    with Session(app.store.engine) as session:
        assert session.scalar(select(func.count(Submission.id))) == 1
        assert chain.verify(session).bad is None


def test_the_same_form_with_another_content_is_a_conflict(app: Union, sal: Visitor) -> None:
    token = secrets.token_urlsafe(16)
    first = sal.post("/employers/new", NEW, once=token)
    assert sal.post("/employers/new", NEW, once=token).location == first.location
    before = employers(app)
    sal.post("/employers/new", {"legal_name": "Autre SARL"}, 409, once=token)
    sal.post("/workplaces/new", NEW, 409, once=token)
    assert employers(app) == before


def test_a_form_that_was_refused_may_be_sent_again(app: Union, sal: Visitor) -> None:
    token, before = secrets.token_urlsafe(16), employers(app)
    sal.post("/employers/new", {"legal_name": ""}, 422, once=token)
    sal.post("/employers/new", NEW, 302, once=token)
    assert employers(app) == before + 1


def test_a_token_belongs_to_one_person(app: Union, sal: Visitor, olu: Visitor) -> None:
    token = secrets.token_urlsafe(16)
    sal.post("/employers/new", NEW, once=token)
    answer = olu.client.post("/account/sessions/end", data={"csrf_token": olu._csrf(), "form_token": token})
    assert "employers" not in (answer.location or "")


@pytest.mark.parametrize("token", ["x", "é" * 22, "a" * 23, "../../../../../../etcx", "a" * 5000, "\0" * 22])
def test_a_token_that_is_none_is_malformed(sal: Visitor, unchanged: None, token: str) -> None:
    sal.post("/employers/new", NEW, 400, once=token)


# Two editors


def test_the_second_editor_sees_both_versions(app: Union, cast: Cast, sal: Visitor) -> None:
    path = f"/employers/{cast.employer}/edit"
    other = Visitor(app, cast.sal)
    first, second = form(sal, path), form(other, path)
    sal.client.post(path, data={**first, "legal_name": "Première main"})
    page = other.client.post(path, data={**second, "legal_name": "Seconde main"})
    assert page.status_code == 409
    assert "Première main" in page.text
    assert "Seconde main" in page.text
    with Session(app.store.engine) as session:
        assert session.get_one(Employer, cast.employer).identity.legal_name == "Première main"


def test_two_editors_at_once_leave_one_version(app: Union, cast: Cast) -> None:
    path = f"/employers/{cast.employer}/edit"
    people = [Visitor(app, cast.sal) for _ in range(6)]
    filled = [form(one, path) for one in people]
    codes: list[int] = []

    def send(at: int) -> None:
        codes.append(people[at].client.post(path, data={**filled[at], "legal_name": f"Main {at}"}).status_code)

    threads = [threading.Thread(target=send, args=(at,)) for at in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(codes) == [302, 409, 409, 409, 409, 409]
    with Session(app.store.engine) as session:
        assert session.get_one(Employer, cast.employer).version == 2


@pytest.mark.parametrize("version", ["", "x", "-1", "٣", "1_0", "1" * 30, "1.0", "²", " 1"])
def test_a_version_that_is_none_is_refused(sal: Visitor, cast: Cast, unchanged: None, version: str) -> None:
    path = f"/employers/{cast.employer}/edit"
    answer = sal.client.post(path, data={**form(sal, path), "version": version})
    assert answer.status_code == 422


# Bodies


def test_bodies_that_are_too_big_or_too_many(app: Union, sal: Visitor, unchanged: None) -> None:
    token = sal._csrf()
    big = sal.client.post("/employers/new", data={"csrf_token": token, "legal_name": "x" * 600_000})
    assert big.status_code == 413
    many = "&".join(["csrf_token=" + token, *(f"{n:x}=" for n in range(9_000))])
    sent = sal.client.post("/employers/new", data=many, content_type="application/x-www-form-urlencoded")
    assert sent.status_code in {400, 413, 422}
    thousands = {"csrf_token": token, **{f"f{n}": "x" for n in range(20_000)}}
    assert sal.client.post("/employers/new", data=thousands).status_code == 413
    parts = sal.client.post("/employers/new", data=thousands, content_type="multipart/form-data")
    assert parts.status_code == 413
    with app.test_client() as stranger:
        assert stranger.post("/sign-in", data={"login": "x" * 1_000_000, "password": "y"}).status_code == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"role": "delegate", "role": "admin"}'),
        ("application/json", b"[" * 60_000),
        ("application/json", b"\xff\xfe{"),
        ("text/plain", b"legal_name=x"),
        ("application/xml", b"<!DOCTYPE x><x/>"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
        ("application/octet-stream", b"\0" * 100),
        ("", b"legal_name=x"),
        ("x" * 300, b""),
    ],
)
def test_a_body_of_another_kind_is_refused(sal: Visitor, unchanged: None, kind: str, body: bytes) -> None:
    bare = sal.client.post("/employers/new", data=body, content_type=kind)
    assert bare.status_code in {400, 403, 415}
    named = sal.client.post("/employers/new", data=body, content_type=kind, headers={"X-CSRFToken": sal._csrf()})
    assert named.status_code in {400, 415, 422}
    act = sal.client.post("/account/sessions/end", data=body, content_type=kind, headers={"X-CSRFToken": sal._csrf()})
    assert act.status_code in {400, 415, 422}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (b"a%00b", 422),
        (b"a%E2%80%AEb", 422),
        (b"%EF%BF%BD", 422),
        (b"\xff\xfe", 400),
        (b"\xed\xa0\x80", 400),
        (b"%ED%A0%80", 302),
        (b"%FF%FE", 302),
        (b"%zz", 302),  # no sign at all: kept as these letters
    ],
)
def test_broken_signs(app: Union, sal: Visitor, value: bytes, code: int) -> None:
    body = b"csrf_token=" + sal._csrf().encode() + b"&legal_name=a" + value
    answer = sal.client.post("/employers/new", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == code
    if code == 302:
        with Session(app.store.engine) as session:
            names = {one.identity.legal_name for one in session.scalars(select(Employer))}
        assert "a" + value.decode() in names


# From elsewhere


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost:99999", "a b", "127.0.0.1@evil.example", "évil", ""]
)
def test_a_host_that_is_not_ours(app: Union, sal: Visitor, host: str) -> None:
    for path in ("/", "/nowhere", "/health", "/static/app.css", "/accounts"):
        answer = sal.client.get(path, headers={"Host": host})
        assert answer.status_code == 400, (path, answer.status_code)
        assert "evil" not in answer.text
        assert not answer.location
    answer = sal.client.post("/employers/new", data={"csrf_token": sal._csrf(), **NEW}, headers={"Host": host})
    assert answer.status_code == 400


def test_a_token_that_is_missing_foreign_or_of_before(app: Union, cast: Cast, sal: Visitor, stranger: Visitor) -> None:
    before = digest(app.store)
    zed, olu = Visitor(app, cast.zed), Visitor(app, cast.olu)
    for token in (None, "", "x", zed._csrf(), stranger._csrf(), sal._csrf()[:-1], sal._csrf() + "x", "\0", "é" * 60):
        sent = {"csrf_token": token, **NEW} if token is not None else NEW
        answer = sal.client.post("/employers/new", data=sent)
        assert answer.status_code == 403, token
    assert sal.client.post(f"/employers/new?csrf_token={sal._csrf()}", data=NEW).status_code == 403
    del olu
    after = digest(app.store)
    assert after == before


def test_the_token_of_before_signing_in_is_worth_nothing_after(app: Union) -> None:
    visitor = Visitor(app, None)
    old = visitor._csrf()
    visitor.post("/sign-in", {"login": "sal", "password": PASSWORD})
    assert visitor.client.post("/employers/new", data={"csrf_token": old, **NEW}).status_code == 403


JUNK = [
    "x",
    "x" * 4000,
    "eyJhIjoxfQ",
    ".",
    "..",
    "a.b.c",
    "\x7f",
    '"',
    "eyJfdXNlcl9pZCI6IjEifQ.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb",
]


@pytest.mark.parametrize("junk", JUNK)
def test_cookies_of_nonsense_are_nobody(app: Union, junk: str) -> None:
    for name in ("union", "session", "device", "remember_token", "language"):
        visitor = Visitor(app, None)
        visitor.client.set_cookie(name, junk)
        answer = visitor.client.get("/")
        assert (answer.status_code, answer.location) == (302, "/sign-in")
        assert visitor.client.get("/sign-in").status_code == 200


def test_a_cookie_that_was_touched_is_nobodys(app: Union, cast: Cast) -> None:
    visitor = Visitor(app, cast.sal)
    cookie = visitor.client.get_cookie("session")
    assert cookie is not None
    for changed in (cookie.value[:-2] + "xx", "x" + cookie.value[1:], cookie.value.split(".")[0]):
        visitor.client.set_cookie("session", changed)
        assert visitor.client.get("/").status_code == 302


def test_cookies_are_kept_from_scripts_and_other_sites(settings: config.Settings, store: Store, cast: Cast) -> None:
    for tls in (False, True):
        app = create_app(config.Settings(**{**settings.__dict__, "behind_tls": tls}), store)
        answer = app.test_client().get("/sign-in?lang=ar")
        for cookie in answer.headers.getlist("Set-Cookie"):
            assert "HttpOnly" in cookie
            assert "SameSite=Lax" in cookie
            assert "Domain" not in cookie
            assert ("Secure" in cookie) == tls, cookie
        assert ("Strict-Transport-Security" in answer.headers) == tls


@pytest.mark.parametrize("tls", [False, True])
def test_no_cookie_tells_whose_site_it_is(settings: config.Settings, store: Store, cast: Cast, tls: bool) -> None:
    """Neutral names, bound to the host by the browser where TLS is; those of before are taken away."""
    client = create_app(config.Settings(**{**settings.__dict__, "behind_tls": tls}), store).test_client()
    where = "https://localhost" if tls else "http://localhost"
    client.set_cookie("union", "x")
    client.set_cookie("union-device", "x", path="/sign-in")
    page = client.get("/sign-in?lang=ar", base_url=where)
    token = BeautifulSoup(page.text, "html.parser").select_one("input[name=csrf_token]")
    assert token is not None
    sent = {"csrf_token": token["value"], "login": "olu", "password": PASSWORD}
    answer = client.post("/sign-in", data=sent, base_url=where, headers={"Referer": f"{where}/sign-in"})
    assert answer.status_code == 302
    given = [one for held in (page, answer) for one in held.headers.getlist("Set-Cookie")]
    names = {one.partition("=")[0] for one in given if "Max-Age=0" not in one}
    assert names == {f"__Host-{word}" if tls else word for word in ("session", "device", "language")}
    assert all("Path=/" in one.split("; ") for one in given if not one.startswith("union"))
    assert {one.partition("=")[0] for one in given if "Max-Age=0" in one} >= {"union", "union-device"}
    assert client.get_cookie("union") is None
    assert client.get_cookie("union-device", path="/sign-in") is None
    home = client.get("/", base_url=where)
    leave = BeautifulSoup(home.text, "html.parser").select_one("form.quick-exit")
    assert leave is not None
    assert leave["action"] == "/notes"
    token = leave.select_one("input[name=csrf_token]")
    assert token is not None
    gone = client.post("/notes", data={"csrf_token": token["value"]}, base_url=where, headers={"Referer": f"{where}/"})
    assert gone.location == "/notes"
    assert gone.headers["Clear-Site-Data"] == '"cache", "storage"'
    client.get("/notes", base_url=where)
    assert not [one.key for one in client._cookies.values()], "a quick exit leaves nothing in the browser"


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)


def test_headers_stand_on_every_kind_of_answer(app: Union, sal: Visitor, stranger: Visitor) -> None:
    answers = {
        200: sal.client.get("/"),
        302: stranger.client.get("/"),
        403: sal.client.post("/employers/new"),
        404: sal.client.get("/nowhere"),
        405: sal.client.put("/"),
        400: sal.client.get("/", headers={"Host": "x.example"}),
        413: sal.client.post("/sign-out", data={"a": "x" * 99_999}),
        401: stranger.client.get("/", headers={"HX-Request": "1"}),
        422: sal.client.get("/grievances?page=0"),
    }
    answers[201] = stranger.client.get("/static/app.css")
    for wanted, answer in answers.items():
        assert answer.status_code == (200 if wanted == 201 else wanted)
        assert answer.headers["Content-Security-Policy"] == POLICY
        for name, value in {
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
        }.items():
            assert answer.headers[name] == value, (wanted, name)
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "Server" not in answer.headers or "Werkzeug" not in answer.headers["Server"]
    assert answers[200].headers["Cache-Control"] == "no-store"
    assert answers[404].headers["Cache-Control"] == "no-store"


# Addresses

PAGES = [
    "٣",
    "1_0",
    "0",
    "-1",
    "1.5",
    "1e3",
    "²",
    "00",
    "01",
    "+1",
    " 1",
    "9" * 30,
    "NaN",
    "1;x",
    "\0",
    "1'",
    "x" * 4000,
]


@pytest.mark.parametrize("number", PAGES)
def test_pages_that_are_none(sal: Visitor, cast: Cast, unchanged: None, number: str) -> None:
    for path in (f"/workplaces/{cast.here}/members", "/grievances", "/layoffs"):
        answer = sal.client.get(path, query_string={"page": number})
        assert answer.status_code == 422, (path, answer.status_code)
        assert sal.client.get(f"{path}?page=1&page=2").status_code == 400
        assert sal.client.get(f"{path}?page=999999").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "_external=1&_scheme=javascript",
        "endpoint=accounts.index",
        "_anchor=x&_method=POST",
        "sort='--",
        "sort=name&sort=x",
        "order=desc;drop",
        "fields=password",
        "lang=xx",
        "lang=ar&lang=fr",
        "lang=../../x",
        "%00=%00",
        "a[]=1&a[b]=2",
        "state=%27",
        "stage=%D9%A3",
        "problem=x",
        "next=//evil.example",
        "next=https:evil.example",
        "member_id=x",
        "q=" + "x" * 5000,
    ],
)
def test_arguments_that_nobody_offered(sal: Visitor, cast: Cast, unchanged: None, query: str) -> None:
    for path in (
        "/",
        "/grievances",
        "/record",
        "/workplaces",
        "/layoffs",
        f"/workplaces/{cast.here}/members",
        "/accounts",
    ):
        answer = sal.client.get(f"{path}?{query}")
        assert answer.status_code in {200, 400, 404, 422}, (path, answer.status_code)
        assert not re.search(r'(href|action|src)="javascript:', answer.text)
        assert not re.search(r'(href|action|src)="(https?:|//)', answer.text)


ODD = [
    "/..%2f..%2fetc/passwd",
    "/%252e%252e/",
    "//x",
    "/" + "x" * 8000,
    "/%",
    "/%zz",
    "/%ff",
    "/static/..%2fconfig.py",
    "/static/../config.py",
    "/static/%2e%2e/config.py",
    "/static/vendor/../../config.py",
    "/.git/config",
    "/static/",
    "/\\evil",
]


@pytest.mark.parametrize("path", ODD)
def test_paths_that_lead_nowhere(sal: Visitor, stranger: Visitor, path: str) -> None:
    for visitor in (sal, stranger):
        answer = visitor.client.get(path)
        assert answer.status_code in {400, 404, 308}
        assert "evil" not in (answer.location or "").split("/")[2:3]
        assert b"BadSetting" not in answer.data


def test_headers_of_nonsense(sal: Visitor) -> None:
    for name, value in {
        "Range": "bytes=" + ",".join(f"{n}-{n}" for n in range(1000)),
        "If-None-Match": "x" * 5000,
        "If-Modified-Since": "x",
        "Accept-Encoding": "gzip;q=NaN",
        "Accept-Language": "x" * 10_000,
        "Accept": "*/" * 2000,
        "User-Agent": "\x1b[31m" * 50,
        "Referer": "javascript:x",
        "Content-Length": "0",
        "Forwarded": "for=_x",
        "Cookie": "x=" + "y" * 8000,
    }.items():
        for path in ("/sign-in", "/static/app.css"):
            assert sal.client.get(path, headers={name: value}).status_code in {200, 206, 302, 400, 416}, (name, path)


def test_links_of_a_paged_list_stay_at_home(app: Union, cast: Cast, sal: Visitor) -> None:
    with app.store.maintaining() as session:
        session.add_all(grievance(cast) for _ in range(60))
    page = sal.page("/grievances?_external=1&_scheme=javascript&endpoint=x&_anchor=y")
    links = [str(one["href"]) for one in page.select("a[href*='page=']")]
    assert links
    assert all(one.startswith("/grievances?") for one in links), links


# The door


def test_guessing_meets_a_wall_by_name_and_by_address(app: Union, cast: Cast) -> None:
    app.extensions["union.limiter"].reset()
    visitor = Visitor(app, None)
    spelled = ["sal", "SAL", " sal", "sal ", "s\u200bal", "\ufeffsal", "sal\u00ad", "Sal", "sAl", "SAL "]
    for login in spelled:
        visitor.post("/sign-in", {"login": login, "password": "autre-chose-3"}, 422)
    visitor.post("/sign-in", {"login": "sa\u2060l", "password": PASSWORD}, 429)
    other = Visitor(app, None)
    other.post("/sign-in", {"login": "olu", "password": PASSWORD})  # the wall of one name is not everybody's
    for number in range(19):
        visitor.client.post("/sign-in", data={"csrf_token": visitor._csrf(), "login": f"n{number}", "password": "x"})
    visitor.token = ""
    spoofed = visitor.client.post(
        "/sign-in",
        data={"csrf_token": visitor._csrf(), "login": "ann", "password": PASSWORD},
        headers={"X-Forwarded-For": "203.0.113.9"},
    )
    assert spoofed.status_code == 429
    app.extensions["union.limiter"].reset()


def test_a_fault_of_ours_is_one_page_and_changes_nothing(app: Union, sal: Visitor) -> None:
    app.config["SHOW_ERRORS"] = False
    before = digest(app.store)
    app.store.before_commit.insert(0, _break)
    answer = sal.post("/employers/new", {"legal_name": "Atlas"}, 500)
    app.store.before_commit.remove(_break)
    for word in ("Traceback", "KeyError", "union/", "SELECT", "sqlite", "psycopg"):
        assert word not in answer.text
    assert digest(app.store) == before
    assert sal.client.get("/account").status_code == 200


def _break(_session: Any) -> None:
    raise KeyError("what broke")


def test_a_deadlock_with_oneself_is_told_at_once(store: Store) -> None:
    if not store.on_sqlite:
        return

    def twice() -> None:
        with store.maintaining(), store.maintaining():
            pass

    with pytest.raises(RuntimeError, match="writing already"):
        twice()
    with store.maintaining():
        pass


def test_an_open_session_is_no_way_to_guess_the_password(app: Union, cast: Cast) -> None:
    app.extensions["union.limiter"].reset()
    visitor = Visitor(app, cast.olu)
    for number in range(10):
        visitor.post("/account/password", {"current": f"faux-{number}", "password": "cinq mots qui restent bien"}, 422)
    visitor.post("/account/password", {"current": PASSWORD, "password": "cinq mots qui restent bien"}, 429)
    Visitor(app, cast.sal).post("/account/password", {"current": PASSWORD, "password": "cinq mots qui restent bien"})
    app.extensions["union.limiter"].reset()


@pytest.mark.parametrize("behind_tls", [False, True])
def test_whose_address_counts(behind_tls: bool) -> None:
    """The address counts that this machine's proxy adds, if there is one; else the caller's own, whatever the caller
    says."""

    def told(environment: dict[str, Any], start: Any) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/plain")])
        return [environment["REMOTE_ADDR"].encode()]

    taken = listening.take("127.0.0.1", 0)
    port = taken.getsockname()[1]
    server = listening.served(told, taken, threads=1, behind_tls=behind_tls)
    threading.Thread(target=server.run, daemon=True).start()
    for _ in range(100):  # it takes connections only once it serves
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        time.sleep(0.05)
    for said, seen in {"203.0.113.9": "203.0.113.9", "198.51.100.1, 203.0.113.9": "203.0.113.9"}.items():
        asked = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"X-Forwarded-For": said})
        with urllib.request.urlopen(asked, timeout=10) as answer:
            assert answer.read().decode() == (seen if behind_tls else "127.0.0.1")
