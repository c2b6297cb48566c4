"""Own tasks of a case: in the agenda, at home, in the calendar by a stable id, asked about at the close; and the day on
which an awaited answer is asked for again."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import acts_of, due_on, grievance, words
from tests.cases.ending import ended
from tests.cast import Cast
from tests.layoffs import desk as disputes
from union.app import Union
from union.cases.models import Case, Stage
from union.cases.tasks import CaseTask, TaskState
from union.feed.events import _uid, events
from union.grievances.models import Paper
from union.web.locale import today

DAY = timedelta(days=1)
SAID = "Appeler la section pour les plannings"


@pytest.fixture
def case(app: Union, cast: Cast, olu: Visitor) -> UUID:
    """A case whose one step of the law is done: what is left is ours."""
    found = grievance(app, cast, Paper.OTHER_PAPER, today() - 3 * DAY)
    olu.post(f"/grievances/{found}/steps", {"code": "read_paper", "on": f"{today():%d/%m/%Y}"})
    return found


def task(on: int, what: str = SAID) -> dict[str, str]:
    return {"what": what, "by_on": f"{today() + on * DAY:%d/%m/%Y}", "who": "Sara, la section"}


def kept(app: Union) -> CaseTask:
    with app.store.maintaining() as session:
        (row,) = session.scalars(select(CaseTask))
        session.refresh(row)
        session.expunge(row)
        return row


def uid(app: Union, cast: Cast, case_id: UUID, rule: str) -> str:
    with app.store.reading(cast.reach("olu")) as session:
        (one,) = [one for one in events(session) if one.case_id == case_id and one.rule == rule]
        assert SAID not in one.summary, "a telephone shows what kind of date it is, and not what somebody typed"
        return _uid(one)


def test_a_task_stands_everywhere_until_it_is_done(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    olu.post(f"/cases/{case}/tasks", task(2))
    assert due_on(app, cast, case) == today() + 2 * DAY
    for path in (f"/grievances/{case}", f"/cases/{case}/tasks", "/agenda"):
        assert SAID in words(olu, path), path
    first = uid(app, cast, case, "task")
    row = kept(app)
    version = {"version": str(row.version)}
    olu.post(f"/cases/tasks/{row.id}", {**task(5), **version})
    assert due_on(app, cast, case) == today() + 5 * DAY
    assert uid(app, cast, case, "task") == first, "another day of the same task is the same event"
    olu.post(f"/cases/tasks/{row.id}/done")
    assert kept(app).state is TaskState.DONE
    assert due_on(app, cast, case) is None
    olu.post(f"/cases/tasks/{row.id}/open")
    assert due_on(app, cast, case) == today() + 5 * DAY
    olu.post(f"/cases/tasks/{row.id}/give-up")
    olu.post(f"/cases/tasks/{row.id}/done", status=422)
    assert [one.act for one in acts_of(app, cast, case)][:5] == [
        "task_given_up",
        "task_opened",
        "task_done",
        "task_changed",
        "task_added",
    ]


def test_whoever_only_reported_reads_no_task(app: Union, cast: Cast, ann: Visitor, olu: Visitor, case: UUID) -> None:
    olu.post(f"/cases/{case}/tasks", task(2))
    ann.get(f"/cases/{case}/tasks", 404)
    for path in (f"/grievances/{case}", "/agenda", "/"):
        assert SAID not in ann.get(path).text, path


@pytest.mark.parametrize(
    ("wrong", "field"), [({"what": " "}, "what"), ({"by_on": ""}, "by_on"), ({"by_on": "01/01/2020"}, "by_on")]
)
def test_a_slip_is_named(app: Union, olu: Visitor, case: UUID, wrong: dict[str, str], field: str) -> None:
    assert f"{field}-error" in olu.post(f"/cases/{case}/tasks", {**task(2), **wrong}, 422).text
    with app.store.maintaining() as session:
        assert session.scalar(select(CaseTask)) is None


def test_the_close_asks_about_a_task_that_runs(olu: Visitor, case: UUID) -> None:
    olu.post(f"/cases/{case}/tasks", task(3))
    page = olu.page(f"/grievances/{case}/close")
    assert SAID in page.get_text(" ")
    asked = str(page.select_one("input[name=asked]")["value"])
    olu.post(
        f"/grievances/{case}/close",
        {"outcome": "settled", "words": "Réglé.", "version": _version(page), "asked": asked},
        422,
    )


def test_a_dispute_has_the_same_tasks(app: Union, cast: Cast, olu: Visitor) -> None:
    address = disputes.opened(olu, cast)
    case_id = UUID(address.rsplit("/", 1)[1])
    olu.post(f"/cases/{case_id}/tasks", task(4))
    assert due_on(app, cast, case_id) == today() + 4 * DAY
    assert SAID in words(olu, address)


def test_an_awaited_answer_has_its_day_and_its_answer_ends_it(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    proposed = olu.page(f"/grievances/{case}/wait").select_one("input[name=again_on]")
    assert proposed is not None
    assert proposed["value"], "a day is proposed"
    version = _version(olu.page(f"/grievances/{case}/wait"))
    asked = {"whom": "employer", "words": "Lettre du jour", "version": version}
    assert "again_on-error" in olu.post(f"/grievances/{case}/wait", {**asked, "again_on": ""}, 422).text
    olu.post(f"/grievances/{case}/wait", {**asked, "again_on": f"{today() + 6 * DAY:%d/%m/%Y}"})
    assert due_on(app, cast, case) == today() + 6 * DAY
    assert uid(app, cast, case, "follow_up")
    olu.post(f"/grievances/{case}/resume")
    assert due_on(app, cast, case) is None
    assert kept(app).state is TaskState.DONE


@pytest.mark.parametrize("act", ["done", "give-up"])
def test_a_case_waits_as_long_as_somebody_is_to_ask_again(
    app: Union, cast: Cast, olu: Visitor, case: UUID, act: str
) -> None:
    """That a case waits and that an answer is awaited are one thing, from whichever page it ends."""
    _waits(olu, case)
    assert _stage(app, case) is Stage.WAITING
    row = kept(app)
    olu.post(f"/cases/tasks/{row.id}/{act}")
    assert _stage(app, case) is Stage.IN_HAND
    assert kept(app).state is TaskState.DONE
    assert acts_of(app, cast, case)[0].act == "resumed"
    page = olu.page(f"/cases/{case}/tasks")
    assert not page.select(f'form[action$="/{row.id}/open"]')
    olu.post(f"/cases/tasks/{row.id}/open", status=422)
    assert _stage(app, case) is Stage.IN_HAND


def test_a_waiting_case_that_was_closed_by_mistake_waits_again(
    app: Union, cast: Cast, olu: Visitor, case: UUID
) -> None:
    _waits(olu, case)
    ended(olu, f"/grievances/{case}", outcome="settled", words="Réglé.")
    olu.post(
        f"/grievances/{case}/reopen",
        {"why": "Rien n'est réglé.", "version": _version(olu.page(f"/grievances/{case}/reopen"))},
    )
    assert _stage(app, case) is Stage.WAITING
    assert due_on(app, cast, case) == today() + 6 * DAY


def _waits(olu: Visitor, case: UUID) -> None:
    version = _version(olu.page(f"/grievances/{case}/wait"))
    asked = {"whom": "employer", "words": "Lettre du jour", "version": version}
    olu.post(f"/grievances/{case}/wait", {**asked, "again_on": f"{today() + 6 * DAY:%d/%m/%Y}"})


def _stage(app: Union, case: UUID) -> Stage:
    with app.store.maintaining() as session:
        return session.get_one(Case, case).stage


def _version(page: BeautifulSoup) -> str:
    found = page.select_one("form#main-form input[name=version]")
    assert found is not None
    return str(found["value"])
