"""A form left open over twelve hours, over a sign-in, or over a clock that was set back: nothing is done, nothing is
lost."""

from __future__ import annotations

import time
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from itsdangerous import TimestampSigner, URLSafeTimedSerializer
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast
from tests.conftest import ON_ONE_DATABASE
from tests.faults.filling import every_form
from tests.scene import Scene
from tests.test_access import digest
from union.accounts.models import Door
from union.app import Union
from union.workplaces.models import Employer

HOURS = 3600
NEW = {"legal_name": "Neuf et Fils SARL"}


class Then(TimestampSigner):
    """Signs as at another time."""

    away = 0

    def get_timestamp(self) -> int:
        return int(time.time()) + self.away


class HoursAgo(Then):
    away = -13 * HOURS


class SetBack(Then):
    away = 2 * HOURS


def token_of(visitor: Visitor, when: type[Then] = HoursAgo) -> str:
    """The token of this session as its forms carried it then."""
    visitor._csrf()
    with visitor.client.session_transaction() as cookie:
        mine = cookie["csrf_token"]
    assert visitor.app.secret_key is not None
    return str(URLSafeTimedSerializer(visitor.app.secret_key, salt="wtf-csrf-token", signer=when).dumps(mine))


def left(html: str) -> tuple[str, dict[str, Any]]:
    """Where the form leads that was given back, and what a browser would send with it."""
    form = BeautifulSoup(html, "html.parser").select_one("form[data-too-old]")
    assert isinstance(form, Tag), "it is not given back"
    sent: dict[str, Any] = {}
    for one in form.select("input[name], textarea[name]"):
        value = one.get_text().removeprefix("\n") if one.name == "textarea" else str(one.get("value", ""))
        sent.setdefault(str(one["name"]), []).append(value)
    return str(form["action"]), sent


@pytest.mark.parametrize("when", [HoursAgo, SetBack])
def test_it_is_given_back_and_sent_from_there(app: Union, cast: Cast, sal: Visitor, when: type[Then]) -> None:
    before = digest(app.store)
    page = sal.post("/employers/new", {**NEW, "csrf_token": token_of(sal, when)}, 422, once="a" * 22)
    assert digest(app.store) == before
    path, sent = left(page.text)
    assert path == "/employers/new"
    assert {name: sent[name] for name in (*NEW, "form_token")} == {
        **{name: [value] for name, value in NEW.items()},
        "form_token": ["a" * 22],
    }
    assert sal.client.post(path, data=sent).status_code == 302
    with app.store.maintaining() as session:
        assert NEW["legal_name"] in {one.identity.legal_name for one in session.scalars(select(Employer))}


@ON_ONE_DATABASE
def test_every_form_is_given_back_whole_and_does_nothing(
    app: Union, cast: Cast, scene: Scene, people: dict[str, Visitor]
) -> None:
    forms = every_form(app, scene, people)
    assert len(forms) > 80
    before, wrong = digest(app.store), []
    for form in forms:
        typed = {name: f"{form.values[name]} و deux mots" for name in form.typed}
        answer = form.send({**typed, "csrf_token": token_of(form.visitor)})
        if answer.status_code != 422 or digest(app.store) != before:  # type: ignore[attr-defined]  # an answer
            wrong.append(f"{form.action}: {answer.status_code}")  # type: ignore[attr-defined]  # an answer
            continue
        path, sent = left(answer.text)  # type: ignore[attr-defined]  # an answer
        asked = {name: value for name, value in {**form.values, **typed}.items() if name not in form.secret}
        lost = [
            name for name, value in asked.items() if sent.get(name) != (value if isinstance(value, list) else [value])
        ]
        if lost or path.split("?")[0] != form.action.split("?")[0]:
            wrong.append(f"{form.action}: {lost}")
        for name in form.secret:
            if form.values[name] in answer.text:  # type: ignore[attr-defined]  # an answer
                wrong.append(f"{form.action} shows a password")
    assert not wrong, "\n".join(wrong)


def signed_in(visitor: Visitor, login: str) -> None:
    """By the door itself."""
    page = visitor.page("/sign-in")
    token = page.select_one("#main-form [name=csrf_token]")
    assert token is not None
    sent = {"csrf_token": token["value"], "login": login, "password": PASSWORD}
    assert visitor.client.post("/sign-in", data=sent).status_code == 302


def page_token(visitor: Visitor, path: str) -> str:
    token = visitor.page(path).select_one("#main-form [name=csrf_token]")
    assert token is not None
    return str(token["value"])


@ON_ONE_DATABASE
def test_a_form_of_the_session_before_is_its_persons_alone(app: Union, cast: Cast) -> None:
    visitor = Visitor(app, None)
    signed_in(visitor, "sal")
    old = page_token(visitor, "/employers/new")
    sent = {**NEW, "csrf_token": old}
    for login, status in (("sal", 422), ("olu", 403)):
        visitor.client.post("/sign-out", data={"csrf_token": page_token(visitor, "/employers/new")})
        signed_in(visitor, login)
        before = digest(app.store)
        page = visitor.client.post("/employers/new", data=sent)
        assert page.status_code == status
        assert (NEW["legal_name"] in page.text) == (status == 422)
        assert digest(app.store) == before


@ON_ONE_DATABASE
def test_a_foreign_token_gives_nothing_back(app: Union, cast: Cast, sal: Visitor, olu: Visitor) -> None:
    before = digest(app.store)
    for token in (token_of(olu), token_of(olu, SetBack), token_of(sal)[:-4] + "abcd", "x"):
        page = sal.client.post("/employers/new", data={**NEW, "csrf_token": token})
        assert page.status_code == 403
        assert NEW["legal_name"] not in page.text
    assert digest(app.store) == before


@ON_ONE_DATABASE
def test_who_is_signed_out_by_then_takes_it_along(app: Union, cast: Cast, sal: Visitor) -> None:
    token = token_of(sal)
    with app.store.maintaining() as session:
        for door in session.scalars(select(Door).where(Door.account_id == cast.sal)):
            session.delete(door)
    page = BeautifulSoup(sal.post("/employers/new", {**NEW, "csrf_token": token}, 401).text, "html.parser")
    assert [one.text for one in page.select("textarea[readonly]")] == [NEW["legal_name"]]


@ON_ONE_DATABASE
def test_a_file_is_asked_for_again_and_a_password_is_not_shown(app: Union, cast: Cast, olu: Visitor) -> None:
    sent = {"workplace": str(cast.here), "csrf_token": token_of(olu)}
    page = olu.client.post(
        "/imports/new?of=members", data={**sent, "file": _file()}, content_type="multipart/form-data"
    )
    form = BeautifulSoup(page.text, "html.parser").select_one("form[data-too-old]")
    assert form is not None
    assert form["enctype"] == "multipart/form-data"
    assert form["action"] == "/imports/new?of=members"
    assert form.select_one("input[type=file][name=file]")
    door = Visitor(app, None)
    door.get("/sign-in")
    told = {"login": "olu", "password": PASSWORD, "csrf_token": token_of(door)}
    page = door.client.post("/sign-in", data=told)
    assert PASSWORD not in page.text
    path, again = left(page.text)
    assert again["login"] == ["olu"]
    assert door.client.post(path, data={**again, "password": PASSWORD}).status_code == 302


def _file() -> Any:
    from io import BytesIO

    return BytesIO(b"Nom\nTazi"), "liste.csv"


@ON_ONE_DATABASE
def test_nobody_waits_to_be_signed_out(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    ann.post("/notes", {"csrf_token": token_of(ann)})
    olu.post("/sign-out", {"csrf_token": token_of(olu)})
    for one in (ann, olu):
        one.get("/", 302)
