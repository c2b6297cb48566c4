"""Own tasks of a case beside the law's steps: what, by when, who; and the day on which an awaited answer is asked for
again."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import Integer, select
from sqlalchemy.orm import Mapped

from union.accounts.models import Account
from union.cases import actions, dates
from union.cases.actions import still_open
from union.cases.dates import FOLLOW_UP, TASK, Dated, Source
from union.cases.models import Case, CasePart, Stage
from union.cases.timeline import entry
from union.refusal import Refused
from union.store.db import Model, named
from union.store.reach import ReachSession
from union.vault.envelope import Envelope, plain, sealed
from union.web.damaged import readable
from union.web.locale import today


class TaskState(Enum):
    """Where a task stands."""

    OPEN = "open"
    DONE = "done"
    GIVEN_UP = "given_up"


class TaskAct(Enum):
    """The acts on a task, as the timeline has them."""

    ADDED = "task_added"
    CHANGED = "task_changed"
    DONE = "task_done"
    OPENED = "task_opened"
    GIVEN_UP = "task_given_up"


@dataclass(frozen=True)
class Task:
    """What somebody of us has to do, by when, and who.

    `awaited` where it is to ask again for an answer; what was asked may then stay unsaid.
    """

    what: str
    by_on: date
    who: str = ""
    awaited: bool = False
    made_by: str = ""
    made_on: date | None = None
    ended_by: str = ""
    ended_on: date | None = None


class CaseTask(CasePart, Model):
    """One task of a case; its day stands among the dates of the case while it is open."""

    __tablename__ = "case_task"

    state: Mapped[TaskState] = plain("a closed list", named(TaskState))
    task_sealed: Mapped[bytes] = sealed()
    task = Envelope(Task, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


def of_case(session: ReachSession, case_id: UUID) -> list[CaseTask]:
    """The tasks of a case, the open ones first, by their day."""
    found = readable(session.scalars(select(CaseTask).where(CaseTask.case_id == case_id)), "task")
    return sorted(found, key=lambda one: (one.state is not TaskState.OPEN, one.task.by_on, str(one.id)))


def add(
    session: ReachSession, by: UUID, case: Case, what: str, by_on: date, who: str = "", *, awaited: bool = False
) -> CaseTask:
    """A new task. Raises `Refused` for a closed case, for nothing, and for a day that is over."""
    still_open(case)
    _must_be_said(what, by_on, awaited=awaited)
    told = Task(what.strip(), by_on, who.strip(), awaited, session.get_one(Account, by).holder.name, today())
    row = CaseTask(case_id=case.id, workplace_id=case.workplace_id, state=TaskState.OPEN, task=told, version=1)
    session.add(row)
    session.flush()
    _date(session, case, row)
    if not awaited:  # that the case waits is a line already
        entry(session, case, by, TaskAct.ADDED, _line(told), strategy=True)
    return row


def wait(session: ReachSession, by: UUID, case: Case, words: str, again_on: date) -> None:
    """The next move is somebody else's, and on a day of ours somebody asks again: a case waits as long as that task is
    open. Raises `Refused`."""
    actions.wait(session, by, case, words)
    add(session, by, case, words, again_on, awaited=True)


def resume(session: ReachSession, by: UUID, case: Case) -> None:
    """The answer came, or it is time to go on without: nobody asks for it again. Raises `Refused`."""
    actions.resume(session, by, case)
    for row in _awaiting(session, case):
        _end(session, by, case, row, TaskState.DONE)


def waits(session: ReachSession, case: Case) -> bool:
    """Whether an answer is awaited, also where the close asked what becomes of it."""
    return bool(_awaiting(session, case))


def _awaiting(session: ReachSession, case: Case) -> list[CaseTask]:
    return [row for row in of_case(session, case.id) if row.state is TaskState.OPEN and row.task.awaited]


def change(session: ReachSession, by: UUID, case: Case, row: CaseTask, what: str, by_on: date, who: str) -> None:
    """Another day, other words, somebody else. Raises `Refused`."""
    still_open(case)
    _must_stand(row)
    _must_be_said(what, by_on, awaited=row.task.awaited)
    row.task = dataclasses.replace(row.task, what=what.strip(), by_on=by_on, who=who.strip())
    session.flush()
    _date(session, case, row)
    entry(session, case, by, TaskAct.CHANGED, _line(row.task), strategy=True)


def end(session: ReachSession, by: UUID, case: Case, row: CaseTask, *, given_up: bool = False) -> None:
    """It was done, or it is given up: its date stands no more; where it was to ask for an answer, the case waits no
    more. Raises `Refused`."""
    still_open(case)
    _must_stand(row)
    if row.task.awaited and case.stage is Stage.WAITING:
        resume(session, by, case)
        return
    _end(session, by, case, row, TaskState.GIVEN_UP if given_up else TaskState.DONE)
    entry(session, case, by, TaskAct.GIVEN_UP if given_up else TaskAct.DONE, _line(row.task), strategy=True)


def answered(session: ReachSession, by: UUID, case: Case, task_id: UUID) -> None:
    """The answer that one task asks for came, or nobody awaits it any more: where no other is awaited, the case goes
    on."""
    row = next((one for one in of_case(session, case.id) if one.id == task_id), None)
    if row is None or row.state is not TaskState.OPEN:
        return
    _end(session, by, case, row, TaskState.DONE)
    if case.stage is Stage.WAITING and not waits(session, case):
        actions.resume(session, by, case)


def open_again(session: ReachSession, by: UUID, case: Case, row: CaseTask) -> None:
    """It is to be done after all. Raises `Refused`."""
    still_open(case)
    if row.state is TaskState.OPEN:
        raise Refused("task", _l("This task is open: reload the page."))
    if row.task.awaited:
        raise Refused("task", _l("Nobody awaits this answer any more: let the case wait again from its page."))
    row.state = TaskState.OPEN
    row.task = dataclasses.replace(row.task, ended_by="", ended_on=None)
    session.flush()
    _date(session, case, row)
    entry(session, case, by, TaskAct.OPENED, _line(row.task), strategy=True)


def _end(session: ReachSession, by: UUID, case: Case, row: CaseTask, state: TaskState) -> None:
    row.state = state
    row.task = dataclasses.replace(row.task, ended_by=session.get_one(Account, by).holder.name, ended_on=today())
    session.flush()
    _date(session, case, row)


def _date(session: ReachSession, case: Case, row: CaseTask) -> None:
    """Its day among the dates of the case, while it is open."""
    told = row.task
    rule = FOLLOW_UP if told.awaited else TASK
    running = [(told.by_on, Dated(rule, words=told.what))] if row.state is TaskState.OPEN else []
    dates.put(session, case, Source.TASK, row.id, running)


def _must_be_said(what: str, by_on: date, *, awaited: bool) -> None:
    if not what.strip() and not awaited:
        raise Refused("what", _l("Say what is to be done."))
    if by_on < today():
        raise Refused("by_on", _l("This day is over: write today or a day to come."))


def _must_stand(row: CaseTask) -> None:
    if row.state is not TaskState.OPEN:
        raise Refused("task", _l("Somebody has ended this task already: reload the page."))


def _line(told: Task) -> str:
    """Its line of the timeline, which is for those who work or plead the case."""
    return "\n".join(filter(None, [told.what, told.who]))
