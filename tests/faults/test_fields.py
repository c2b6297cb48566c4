"""Every field of every form, found by itself, with everything that should not break it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from tests.browsing import Visitor, inspect
from tests.conftest import ON_ONE_DATABASE
from tests.faults.filling import Filled, each_kind, every_form, kind_of, refused
from tests.faults.hostile import EVERY, FEW
from tests.scene import Scene
from tests.test_access import addresses, digest, rules
from union.app import Union

WRITTEN_ANYWAY = {"RecordEntry", "RecordHead", "Door"}  # openings, and when a session was last used
# An option that was not offered, a hidden value that was changed.
CHANGED = {
    "nul": "a\0b",
    "broken sign": "\ufffd",
    "long": "x" * 300,
    "script": "<script>",
    "negative": "-1",
    "a foreign row": "00000000-0000-4000-8000-000000000000",
    "nothing": "",
}
# What the databases take differently: a text with a zero byte, lengths, large numbers, keys. The rest meets the forms
# alone, and those are the same whatever lies below them.
DIFFERING = {"nul", "long", "beyond 64 bits", "a foreign row"}
GONE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffd-\uffff\U0010ffff]")  # signs that no page can hold


class WouldKeep:
    """What each request would have kept: everything is taken back, so that every value meets the same scene."""

    def __init__(self, app: Union) -> None:
        self.kept: list[str] = []
        app.store.commit = self.commit  # type: ignore[method-assign]  # what is asked here is what would be kept
        event.listen(Session, "after_flush", self._flushed)

    def _flushed(self, session: Session, _: Any) -> None:
        names = {type(row).__name__ for row in (*session.new, *session.dirty, *session.deleted)}
        session.info.setdefault("written", set()).update(names)

    def commit(self, session: Session) -> None:
        session.flush()
        self.kept += session.info.pop("written", set())
        session.info.clear()
        session.rollback()

    def close(self) -> None:
        event.remove(Session, "after_flush", self._flushed)


@pytest.fixture
def would_keep(app: Union, scene: Scene, people: dict[str, Visitor]) -> Any:
    made = WouldKeep(app)
    yield made
    made.close()


def _typical(text: str) -> str:
    return GONE.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def try_values(form: Filled, would_keep: WouldKeep, changed: dict[str, str], label: str) -> Iterator[str]:
    """What is wrong with the answer to one sending."""
    would_keep.kept.clear()
    where = f"{form.action} {', '.join(changed)} {label}"
    try:
        answer: Any = form.send(changed)
    except Exception as error:  # a test shows faults by itself; here they are gathered
        yield f"{where}: {type(error).__name__}: {str(error)[:120]}"
        return
    if answer.status_code >= 500:
        yield f"{where}: {answer.status_code}"
    if answer.status_code >= 400 and set(would_keep.kept) - WRITTEN_ANYWAY:
        yield f"{where}: {answer.status_code}, and still kept {would_keep.kept}"
    there = refused(answer.text) if answer.status_code == 422 else {}
    for field in there.keys() & changed.keys() & set(form.typed):
        if _typical(there[field]) != _typical(changed[field]):
            yield f"{where}: shown back as {there[field][:60]!r}"


@ON_ONE_DATABASE
def test_every_field_takes_everything(
    app: Union, scene: Scene, people: dict[str, Visitor], would_keep: WouldKeep
) -> None:
    """All typed fields of a form at once: whatever suits their kind, and every hostile text."""
    forms = every_form(app, scene, people)
    assert len(forms) > 25, "the forms were not found"
    wrong: list[str] = []
    for form in forms:
        wrong += _not_held(form)
        for kind, values in EVERY.items():
            fields = [one for one in form.typed + form.secret if kind == "texts" or kind_of(one) == kind]
            for label, value in values.items() if fields else ():
                wrong += try_values(form, would_keep, dict.fromkeys(fields, value), label)
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:60])


def test_every_field_by_itself(app: Union, scene: Scene, people: dict[str, Visitor], would_keep: WouldKeep) -> None:
    """Where everything else is right: what one field lets through reaches the act, and the database."""
    few, changed = (
        {label: value for label, value in values.items() if app.settings.on_sqlite or label in DIFFERING}
        for values in (FEW, CHANGED)
    )
    wrong: list[str] = []
    for at, form in enumerate(every_form(app, scene, people)):
        typed = each_kind(form.typed + form.secret)
        # The token of a form is read before any view, for all of them in one place: one form stands for the others.
        other = [one for one in form.values if one not in form.typed + form.secret and (one != "form_token" or not at)]
        for fields, values in ((typed, few), (each_kind(other), changed)):
            app.extensions["union.limiter"].reset()  # else the door has shut before the next of them
            for field, (label, value) in itertools.product(fields, values.items()):
                wrong += try_values(form, would_keep, {field: value}, label)
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:60])


def _not_held(form: Filled) -> Iterator[str]:
    """A field that the page does not hold, one sent twice as no page sends it, and none at all."""
    form.visitor.app.extensions["union.limiter"].reset()  # else a form that asks for the password has had its tries
    for field in ("is_admin", "role", "member_id", "account_id", "confidential", "_method"):
        answer: Any = None if field in form.values else form.send({field: "1"})
        if answer is not None and answer.status_code not in {400, 403, 404, 409, 422}:
            yield f"{form.action}: {field}, which the page does not hold, was taken: {answer.status_code}"
    for field in each_kind(form.typed):
        answer = form.send({field: ["a", "b"]})  # type: ignore[dict-item]  # as above
        if answer.status_code not in {400, 404, 409, 422}:
            yield f"{form.action}: {field} twice: {answer.status_code}"
    empty = form.visitor.client.post(form.action, data={"csrf_token": form.visitor._csrf()})
    if empty.status_code >= 500:
        yield f"{form.action} without a field: {empty.status_code}"


def test_hostile_texts_are_shown_as_what_they_are(app: Union, scene: Scene, people: dict[str, Visitor]) -> None:
    """Kept, and then shown on every page: nothing runs, nothing is filled in."""
    text = '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}} %(name)s javascript:alert(1)'
    accepted = 0
    for form in every_form(app, scene, people):
        if not form.typed or any(
            word in form.action for word in ("/disable", "/end", "/discard", "/close", "/left", "/leave")
        ):
            continue
        for field in each_kind(form.typed):
            answer: Any = form.send({field: text, "form_token": ""})
            accepted += answer.status_code < 400
    assert accepted > 10
    for name in ("sal", "ann"):
        for rule in rules(app):
            if "GET" in (rule.methods or ()):
                path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
                answer = people[name].client.get(path)
                assert answer.status_code < 500, path
                if answer.mimetype == "text/html" and answer.status_code == 200:
                    inspect(answer.text)
                    assert "<script>alert" not in answer.text
                    assert "<img src=x" not in answer.text
                    assert not re.search(r'(href|src|action)="\s*javascript:', answer.text)
                    assert "49 %(name)s" not in answer.text


def test_a_refused_form_changes_nothing(app: Union, scene: Scene, people: dict[str, Visitor]) -> None:
    """For real this time: every table as it was."""
    forms = every_form(app, scene, people)  # opening a page is an act of its own: what waited there has been seen
    before = digest(app.store)
    for form in forms:
        for field in each_kind(form.typed):
            answer: Any = form.send({field: "a\0b"})
            assert answer.status_code in {400, 404, 409, 422, 429, 200}, (form.action, field, answer.status_code)
    after = digest(app.store)
    assert {one for one in after if after[one] != before[one]} == set()
