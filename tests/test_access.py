"""Which verbs: every rule, by every method, asked by each of the cast; what is refused tells nothing and changes
nothing."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask, g
from sqlalchemy import text
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.access_matrix import PUBLIC, THROUGH
from tests.browsing import Visitor
from tests.cast import Cast
from tests.conftest import ON_ONE_DATABASE
from tests.scene import Scene
from union.access import ALLOWED, May, Role, guard, may
from union.accounts.models import Account, Door
from union.app import Union
from union.store.db import Model, Store
from union.web.locale import today

WRITES = {"POST"}
KEPT_ELSEWHERE = {
    "record_entry",
    "record_head",
    "door",  # openings are written down; sessions note their last use
    "pulse",  # health writes, to see whether anything can be
    "account_visit",  # when somebody was on their first page last
    "published_count",  # what the first view of a day counts stands for the whole day
}


def rules(app: Flask) -> list[Rule]:
    return sorted((one for one in app.url_map.iter_rules() if one.endpoint != "static"), key=lambda one: one.rule)


def addresses(app: Union, rule: Rule, arguments: dict[str, UUID]) -> str:
    with app.test_request_context():
        return str(app.url_map.bind("localhost").build(rule.endpoint, arguments, method=_method(rule)))


def _method(rule: Rule) -> str:
    return "POST" if "POST" in (rule.methods or ()) else "GET"


def ask(visitor: Visitor, method: str, path: str, **data: Any) -> TestResponse:
    """As a browser of ours would, with its tokens and nothing else."""
    if method in WRITES:
        sent = {"csrf_token": visitor._csrf(), "form_token": uuid4().hex[:22], **data}
        return visitor.client.post(path, data=sent)
    return visitor.client.open(path, method=method)


def digest(store: Store) -> dict[str, str]:
    found = {}
    with Session(store.engine) as session:
        for table in Model.metadata.tables.keys() - KEPT_ELSEWHERE:
            rows = sorted(repr(tuple(row)) for row in session.execute(text(f'SELECT * FROM "{table}"')))
            found[table] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def seen(response: TestResponse) -> tuple[object, ...]:
    headers = sorted((name, value) for name, value in response.headers if name not in {"Set-Cookie", "Date"})
    return response.status_code, response.data, headers


@pytest.fixture
def kept_nowhere(app: Union) -> None:
    """Acts that get through are answered and then taken back, so that each is asked of the same scene."""
    app.store.before_commit.append(_take_back)
    app.store.commit = _flushed  # type: ignore[method-assign]  # asked here is who gets through, not what is kept


def _take_back(session: Session) -> None:
    session.info.clear()


def _flushed(session: Session) -> None:
    session.flush()
    session.rollback()


def test_the_matrix_names_every_view_and_no_other(app: Union) -> None:
    asked = {rule.endpoint for rule in app.url_map.iter_rules()} - PUBLIC
    assert asked == THROUGH.keys(), (
        f"Say in tests/access_matrix.py who gets through to {sorted(asked - THROUGH.keys())}; "
        f"strike out {sorted(THROUGH.keys() - asked)}."
    )


def test_what_is_public_is_a_list_that_somebody_reads(app: Union) -> None:
    open_ = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if app.view_functions[rule.endpoint].__may__ is May.ANYTHING_PUBLIC  # type: ignore[attr-defined]  # the label
    }
    assert open_ == PUBLIC


def test_no_start_with_an_unlabelled_view() -> None:
    bare = Flask(__name__, static_folder=None)
    bare.add_url_rule("/leak", "leak", lambda: "")
    with pytest.raises(RuntimeError, match="leak"):
        guard(bare)


def test_a_view_that_comes_after_the_gate_is_closed() -> None:
    late = Flask(__name__, static_folder=None)
    guard(late)
    late.add_url_rule("/late", "late", lambda: "leak")
    answer = late.test_client().get("/late")
    assert answer.status_code >= 400
    assert b"leak" not in answer.data


def test_the_label_of_each_verb_of_a_view_is_its_own(app: Union) -> None:
    """One address, two views: reading never carries the label of writing, nor the other way round."""
    for rule in rules(app):
        assert not {"GET", "POST"} <= (rule.methods or set()), f"{rule.endpoint} reads and writes in one view."


def test_every_verb_is_somebodys(app: Union) -> None:
    used = {view.__may__ for view in app.view_functions.values()}  # type: ignore[attr-defined]  # the label
    given = frozenset().union(*ALLOWED.values())
    assert given == frozenset(May)
    assert ALLOWED.keys() == set(Role)
    within = {May.READ_STRENGTH, May.EXPORT_MANY}  # asked for a part of a page
    assert used | within >= frozenset(May), "a verb that no view asks for"
    assert not used & within


def test_who_gets_through(app: Union, scene: Scene, people: dict[str, Visitor], kept_nowhere: None) -> None:
    """The whole matrix on what stands at here: those named get an answer, the others learn nothing."""
    wrong = []
    for rule in sorted(rules(app), key=lambda one: one.endpoint == "accounts.leave"):  # last: it signs them out
        if rule.endpoint in PUBLIC:
            continue
        path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
        for name, visitor in people.items():
            status = ask(visitor, _method(rule), path).status_code
            through = status not in {401, 403, 404}
            if through != (name in THROUGH[rule.endpoint].split()) or status >= 500:
                wrong.append(f"{name} {_method(rule)} {rule.endpoint}: {status}")
    assert not wrong, "\n".join(wrong)


def test_what_is_refused_is_like_what_is_missing(app: Union, scene: Scene, people: dict[str, Visitor]) -> None:
    """To the byte, for every rule and role; and nothing changes."""
    before, wrong = digest(app.store), []
    for rule in rules(app):
        if not rule.arguments:
            continue
        missing = addresses(app, rule, {name: uuid4() for name in rule.arguments})
        for name, visitor in people.items():
            reference = seen(ask(visitor, _method(rule), missing))
            if reference[0] != 404:
                wrong.append(f"{name} {rule.endpoint}: {reference[0]} for what does not exist")
            for path in _refused(app, scene, rule, name):
                if seen(ask(visitor, _method(rule), path)) != reference:
                    wrong.append(f"{name} {_method(rule)} {rule.endpoint}: not like what is missing")
    after = digest(app.store)
    assert not wrong, "\n".join(wrong)
    assert {table for table in after if after[table] != before[table]} == set()


def _refused(app: Union, scene: Scene, rule: Rule, name: str) -> Iterator[str]:
    """Addresses of what this one must not reach: all foreign, or one argument foreign to the others."""
    arguments = {side: scene.arguments(side, rule.endpoint, rule.arguments) for side in ("here", "there")}
    home, away = ("there", "here") if name == "zed" else ("here", "there")
    everys = (
        rule.arguments in ({"brand_id"}, {"course_id"}, {"round_id"}) and name in THROUGH[rule.endpoint].split()
    )  # every desk's
    if name != "sal" and not everys:
        yield addresses(app, rule, arguments[away])
    if name not in THROUGH.get(rule.endpoint, "").split() and name != "zed":
        yield addresses(app, rule, arguments[home])
    for mixed in itertools.product(*(((key, "here"), (key, "there")) for key in sorted(rule.arguments))):
        if len({side for _, side in mixed}) > 1 and "account_id" not in dict(mixed):
            yield addresses(app, rule, {key: arguments[side][key] for key, side in mixed})


def test_a_confidential_case_is_missing_to_whoever_it_does_not_name(
    app: Union, scene: Scene, people: dict[str, Visitor]
) -> None:
    assert scene.hidden is not None
    for rule in rules(app):
        if rule.endpoint.startswith("grievances.") and rule.arguments == {"case_id"}:
            for name in ("olu", "sal", "lex", "zed", "ada"):
                there = ask(people[name], _method(rule), addresses(app, rule, {"case_id": scene.hidden}))
                nowhere = ask(people[name], _method(rule), addresses(app, rule, {"case_id": uuid4()}))
                assert seen(there) == seen(nowhere), (name, rule.endpoint)
    people["ann"].get(f"/grievances/{scene.hidden}")


def test_a_stranger_reaches_nothing(app: Union, scene: Scene, stranger: Visitor) -> None:
    before = digest(app.store)
    for rule in rules(app):
        if rule.endpoint in PUBLIC:
            continue
        path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
        answer = ask(stranger, _method(rule), path)
        if _method(rule) == "GET":
            assert (answer.status_code, answer.location) == (302, "/sign-in"), rule.endpoint
        else:
            assert answer.status_code == 401, rule.endpoint
        assert stranger.client.post(path, data={}).status_code in {403, 405}, rule.endpoint
        part = stranger.client.get(path, headers={"HX-Request": "true"})
        assert part.status_code in {401, 405}, rule.endpoint
    assert digest(app.store) == before


def test_reading_changes_nothing(app: Union, scene: Scene, people: dict[str, Visitor]) -> None:
    people["sal"].get("/figures")  # whoever looks first on a day takes its snapshot
    before = digest(app.store)
    for rule in rules(app):
        if _method(rule) == "GET":
            path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
            whole, head = people["sal"].client.get(path), people["sal"].client.head(path)
            assert head.status_code == whole.status_code, path
            assert head.data == b""
    assert digest(app.store) == before


@ON_ONE_DATABASE
def test_other_methods_are_not_allowed(app: Union, scene: Scene, people: dict[str, Visitor]) -> None:
    people["sal"].get("/figures")  # as above
    before = digest(app.store)
    sal = people["sal"]
    by_address: dict[str, set[str]] = {}
    for rule in rules(app):
        path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
        by_address.setdefault(path, set()).update(rule.methods or ())
    for path, allowed in by_address.items():
        for method in {"PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "GET", "POST", "CONNECT"} - allowed:
            sent = {"csrf_token": sal._csrf()} if method in {"POST", "PUT", "PATCH", "DELETE"} else None
            answer = sal.client.open(path, method=method, data=sent)
            assert answer.status_code == 405, (method, path, answer.status_code)
        if "GET" in allowed:
            for header in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
                overridden = sal.client.get(path, headers={header: "POST"})
                assert overridden.status_code == sal.client.get(path).status_code
    assert digest(app.store) == before


TRICKS = {
    "capitals": str.upper,
    "arabic digits": lambda one: one.translate({48 + n: 0x660 + n for n in range(10)}),
    "no dashes": lambda one: one.replace("-", ""),
    "braces": lambda one: "{" + one + "}",
    "cut": lambda one: one[:-1],
    "longer": lambda one: one + "0",
    "a line": lambda one: one + "%0a",
    "a space": lambda one: one + "%20",
    "nul": lambda one: one + "%00",
    "a parameter": lambda one: one + ";x",
    "urn": lambda one: "urn:uuid:" + one,
    "up": lambda one: one + "/..",
    "encoded up": lambda one: one + "%2f..",
    "full width": lambda one: one.translate({48 + n: 0xFF10 + n for n in range(10)}),
}


@ON_ONE_DATABASE
def test_an_id_has_one_spelling(app: Union, scene: Scene, people: dict[str, Visitor]) -> None:
    for rule, trick in itertools.product((one for one in rules(app) if one.arguments), TRICKS):
        arguments = scene.arguments("here", rule.endpoint, rule.arguments)
        path = addresses(app, rule, arguments)
        for value in map(str, arguments.values()):
            changed = path.replace(value, TRICKS[trick](value))
            if changed != path:
                status = ask(people["sal"], _method(rule), changed).status_code
                assert status in {400, 404, 405}, (rule.endpoint, trick, status)


@ON_ONE_DATABASE
def test_a_slash_more_meets_the_same_gate(
    app: Union, scene: Scene, people: dict[str, Visitor], kept_nowhere: None
) -> None:
    for rule in rules(app):
        if _method(rule) != "GET" or rule.rule == "/":
            continue
        path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
        for name in ("sal", "ada", "zed"):
            plain = people[name].client.get(path).status_code
            assert people[name].client.get(path + "/").status_code == plain, (name, path)
            assert people[name].client.get(path.replace("/", "//", 1)).status_code in {plain, 308, 400, 404}, (
                name,
                path,
            )


def test_foreign_headers_change_nothing(app: Union, people: dict[str, Visitor], stranger: Visitor) -> None:
    for headers in (
        {"X-Original-URL": "/accounts"},
        {"X-Rewrite-URL": "/accounts"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Proto": "https"},
        {"Authorization": "Basic c2FsOnNhbA=="},
        {"X-Remote-User": "sal"},
        {"Remote-User": "sal"},
    ):
        answer = stranger.client.get("/", headers=headers)
        assert (answer.status_code, answer.location) == (302, "/sign-in")
        assert "evil" not in people["sal"].client.get("/", headers=headers).text


def test_a_grant_taken_back_ends_reach_on_the_next_request(
    app: Union, scene: Scene, people: dict[str, Visitor], cast: Cast
) -> None:
    case = f"/grievances/{scene.here['grievances.case_id']}"
    people["olu"].get(case)
    with app.store.maintaining() as session:
        grant = session.get_one(Account, cast.olu).grants[0]
        grant.places[0].workplace_id = cast.there
    people["olu"].get(case, 404)
    people["olu"].get(f"/workplaces/{cast.there}")
    with app.store.maintaining() as session:
        grant = session.get_one(Account, cast.olu).grants[0]
        grant.term = dataclasses.replace(grant.term, ended_on=today())
    people["olu"].get(case, 302)


def test_a_session_ends_by_time_by_hand_and_by_its_account(app: Union, people: dict[str, Visitor], cast: Cast) -> None:
    people["sal"].post(f"/accounts/{cast.olu}/sessions/end")
    people["olu"].get("/", 302)
    people["sal"].post(f"/accounts/{cast.zed}/disable")
    people["zed"].get("/", 302)
    for change in (
        {"ends_at": timedelta(hours=-13)},
        {"seen_at": timedelta(minutes=-31)},
        {"ends_at": timedelta(hours=13)},
    ):
        visitor = Visitor(app, cast.ann)
        visitor.get("/")
        with app.store.maintaining() as session:
            for door in session.query(Door).filter_by(account_id=cast.ann):
                for column, by in change.items():
                    setattr(door, column, getattr(door, column) + by)
        visitor.get("/", 302)


def test_a_role_that_is_not_granted_cannot_be_worn(app: Union, people: dict[str, Visitor]) -> None:
    for role in Role:
        status = ask(people["ann"], "POST", "/account/role", role=role.value).status_code
        assert status == (302 if role is Role.DELEGATE else 422)
    people["ann"].get("/accounts", 403)


def test_the_label_wraps_nothing() -> None:
    def view() -> str:
        return "x"

    assert may(May.SEE_HOME)(view) is view


def test_nobody_is_asking_outside_a_request(app: Union) -> None:
    with app.test_request_context("/"):
        assert "asking" not in g
