"""A browser that signed in before is counted by itself: a stranger's wrong passwords do not shut its holder out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast
from union.accounts import devices
from union.app import Union
from union.store.db import Store

WRONG = "autre-chose-3"


@pytest.fixture(autouse=True)
def _counted_from_nothing(app: Union) -> Iterator[None]:
    app.extensions["union.limiter"].reset()
    yield
    app.extensions["union.limiter"].reset()


def tried(visitor: Visitor, login: str, password: str = WRONG, address: str = "127.0.0.1") -> int:
    sent = {"csrf_token": visitor._csrf(), "login": login, "password": password}
    status = visitor.client.post("/sign-in", data=sent, environ_base={"REMOTE_ADDR": address}).status_code
    if status == 302:
        visitor.token = ""
    return status


def at_the_door(app: Union, *, knows: str | None = None) -> Visitor:
    """A browser that is not signed in; `knows`: it was, once, with this name."""
    visitor = Visitor(app, None)
    if knows:
        assert tried(visitor, knows, PASSWORD) == 302
        visitor.client.delete_cookie("session")
        visitor.token = ""
    return visitor


def walled(app: Union, login: str) -> None:
    """Strangers of many addresses close a name."""
    for number in range(10):
        assert tried(at_the_door(app), login, address=f"203.0.113.{number}") == 422
    assert tried(at_the_door(app), login, PASSWORD, "203.0.113.99") == 429


def test_a_stranger_shuts_nobody_out_of_his_own_browser(app: Union, cast: Cast) -> None:
    own = at_the_door(app, knows="olu")
    app.extensions["union.limiter"].reset()  # the first time here was a stranger's
    walled(app, "olu")
    assert tried(own, "olu", PASSWORD) == 302
    assert tried(at_the_door(app, knows="ann"), "olu", PASSWORD) == 429  # another account's browser is a stranger's


def test_a_strangers_address_shuts_nobody_out_either(app: Union, cast: Cast) -> None:
    """Who works behind the same address as the guesser (the employer's network) signs in all the same."""
    own = at_the_door(app, knows="olu")
    guesser = at_the_door(app)
    answers = [tried(guesser, f"n{number}") for number in range(31)]
    assert answers[-1] == 429
    assert tried(at_the_door(app), "ann", PASSWORD) == 429
    assert tried(own, "olu", PASSWORD) == 302


def test_a_known_browser_meets_a_wall_of_its_own_and_closes_no_others(app: Union, cast: Cast) -> None:
    lost, own = at_the_door(app, knows="olu"), at_the_door(app, knows="olu")
    assert [tried(lost, spelled) for spelled in ["olu", "OLU", " olu", "o\u200blu"] * 2 + ["olu"] * 2] == [422] * 10
    assert tried(lost, "olu", PASSWORD) == 429
    assert tried(own, "olu", PASSWORD) == 302
    assert tried(at_the_door(app), "olu", PASSWORD) == 302


def test_the_wall_looks_the_same_whoever_it_is(app: Union, cast: Cast) -> None:
    walled(app, "olu")
    for number in range(10):
        tried(at_the_door(app), "nobody", address=f"198.51.100.{number}")
    seen = set()
    for login, password in (("olu", PASSWORD), ("olu", WRONG), ("nobody", WRONG)):
        visitor = at_the_door(app)
        sent = {"csrf_token": visitor._csrf(), "login": login, "password": password}
        answer = visitor.client.post("/sign-in", data=sent)
        assert "Set-Cookie" not in answer.headers or devices.COOKIE not in str(answer.headers)
        seen.add((answer.status_code, answer.data))
    assert len(seen) == 1
    assert next(iter(seen))[0] == 429


def test_the_cookie_names_nobody(app: Union, cast: Cast) -> None:
    visitor = Visitor(app, None)
    answer = visitor.client.post("/sign-in", data={"csrf_token": visitor._csrf(), "login": "olu", "password": PASSWORD})
    given = next(one for one in answer.headers.getlist("Set-Cookie") if one.startswith(f"{devices.COOKIE}="))
    assert "olu" not in given.lower()
    for word in ("HttpOnly", "SameSite=Strict", "Path=/"):
        assert word in given
    visitor.token = ""
    wrong = visitor.client.post("/sign-in", data={"csrf_token": visitor._csrf(), "login": "olu", "password": WRONG})
    assert devices.COOKIE not in str(wrong.headers)


def test_a_shared_telephone_knows_each_of_its_accounts(store: Store) -> None:
    cookie = ""
    for login in ("ann", "zed", "olu"):
        cookie = devices.remembering(cookie, login)
    assert len({devices.known(cookie, login) for login in ("ann", "ZED", " olu")} - {None}) == 3
    assert devices.known(cookie, "sal") is None
    again = devices.remembering(cookie, "ann")
    assert len(again) == len(cookie)
    for number in range(9):
        again = devices.remembering(again, f"n{number}")
    assert len(again) == 4 * 64 + 3


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=300), st.text(max_size=30))
def test_what_anybody_writes_into_the_cookie_is_a_strangers(store: Store, written: str, login: str) -> None:
    assert devices.known(written, login) is None
    own = devices.remembering("", "olu")
    assert devices.known(written + "." + own, "olu") in {None, own[:32]}
    for at in range(64):
        changed = own[:at] + ("0" if own[at] != "0" else "1") + own[at + 1 :]
        assert devices.known(changed, "olu") is None
