"""An installation on its first day: no employer, no workplace, nobody yet. Every page says what to do first."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

import config
from tests.browsing import Visitor
from tests.cast import password
from tests.test_access import rules
from union.access import ALLOWED, May, Role
from union.accounts.authentication import login_token
from union.accounts.models import Account, Grant, Holder, Term
from union.app import Union, create_app
from union.store.db import Store


@pytest.fixture
def empty(settings: config.Settings, store: Store) -> Union:
    made = create_app(settings, store)
    made.config["SHOW_ERRORS"] = True
    return made


@pytest.fixture(params=list(Role), ids=lambda role: role.value)
def role(request: pytest.FixtureRequest) -> Role:
    found: Role = request.param
    return found


@pytest.fixture
def visitor(role: Role, empty: Union) -> Visitor:
    """Somebody of each role, over everything."""
    return Visitor(empty, _account(empty, role))


def _account(app: Union, role: Role) -> UUID:
    with app.store.maintaining() as session:
        account = Account(
            login_token=login_token("first"),
            holder=Holder("first", "First"),
            password=password(),
            disabled=False,
            version=1,
        )
        session.add(account)
        session.flush()
        session.add(Grant(account_id=account.id, role=role, everywhere=True, term=Term(date(2024, 1, 1))))
        return account.id


def test_every_page_opens_before_there_is_anything(empty: Union, visitor: Visitor, role: Role) -> None:
    for rule in rules(empty):
        if "GET" in (rule.methods or ()) and not rule.arguments:
            answer = visitor.client.get(rule.rule)
            verb = empty.view_functions[rule.endpoint].__may__  # type: ignore[attr-defined]  # the label
            may = verb is May.ANYTHING_PUBLIC or verb in ALLOWED[role]
            assert answer.status_code in ({200, 302} if may else {403}), rule.rule
            if answer.status_code == 200 and answer.mimetype == "text/html":
                visitor.get(rule.rule)
    for path, verb in (("/search", May.SEARCH), ("/members/search", May.LIST_MEMBERS)):
        visitor.post(path, {"query": "Mina"}, 302 if verb in ALLOWED[role] else 403)


FIRST = "There is no workplace to choose yet"


def test_what_cannot_be_sent_says_so_before_anything_is_typed(empty: Union) -> None:
    sal = Visitor(empty, _account(empty, Role.SECRETARIAT))
    assert "Begin here" in sal.get("/?lang=en").text
    assert "Add the first employer" in sal.get("/members").text
    for path in ("/imports/new", "/grievances/new", "/layoffs/new", "/closures/new", "/members/propose"):
        assert FIRST in sal.get(path).text, path
