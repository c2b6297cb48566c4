"""The tasks of a case: their page, their panel beside the case, and the acts on one."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import Confirm
from union.cases import date_words, tasks
from union.cases.closing_views import bp
from union.cases.dates import FOLLOW_UP, TASK, Dated
from union.cases.models import Case, Stage
from union.cases.panels import Panel
from union.cases.subjects import Subject, case_or_404, page_of
from union.cases.tasks import CaseTask, Task, TaskAct, TaskState
from union.refusal import Refused
from union.store.db import session
from union.vault.envelope import whole
from union.web.forms.form import Form, current_account_id, needed
from union.web.forms.typed import Day, Line, Prose
from union.web.pages import page

SHOWN = 6  # tasks in the panel
ACTS = {
    TaskAct.ADDED.value: (_l("Task added"), "note"),
    TaskAct.CHANGED.value: (_l("Task changed"), "edit"),
    TaskAct.DONE.value: (_l("Task done"), "check"),
    TaskAct.OPENED.value: (_l("Task to be done after all"), "undo"),
    TaskAct.GIVEN_UP.value: (_l("Task given up"), "close"),
}


class TaskForm(Form):
    """What is to be done, by when, and who does it."""

    what = Prose(_l("What is to be done"), most=500)
    by_on = Day(_l("By which day"), [needed(_l("Write the day by which it is to be done."))])
    who = Line(_l("Who does it"), most=100)


@bp.get("/cases/<id:case_id>/tasks")
@may(May.PLEAD_GRIEVANCE)
def tasks_of(case_id: UUID) -> Response:
    return _listed(case_or_404(case_id), TaskForm())


@bp.post("/cases/<id:case_id>/tasks")
@may(May.PLEAD_GRIEVANCE)
def add_task(case_id: UUID) -> Response:
    case, form = case_or_404(case_id), TaskForm()
    if not form.carries_out(
        lambda: tasks.add(session(), current_account_id(), case, form.what.data, form.by_on.data, form.who.data or "")
    ):
        return _listed(case, form)
    flash(_("The task stands with the case, in the agenda and in the calendar."), "done")
    return redirect(url_for("cases.tasks_of", case_id=case_id))


def _listed(case: Case, form: TaskForm) -> Response:
    found = tasks.of_case(session(), case.id)
    running = [one for one in found if one.state is TaskState.OPEN]
    ended = [one for one in found if one.state is not TaskState.OPEN]
    return page(
        "cases/tasks_of.html",
        form=form,
        case=case,
        running=running,
        ended=ended,
        closed=case.stage is Stage.CLOSED,
        back=page_of(case),
        given_up=TaskState.GIVEN_UP,
        title=title,
    )


def title(task: Task) -> str:
    """What a task is called: what was typed, and of an awaited answer that it is asked for again."""
    return date_words.what(Dated(FOLLOW_UP if task.awaited else TASK, words=task.what))


def _of(task_id: UUID) -> tuple[Case, CaseTask]:
    row = session().get(CaseTask, task_id) or abort(404)
    whole(row, "task")
    return case_or_404(row.case_id), row


@bp.get("/cases/tasks/<id:task_id>")
@may(May.PLEAD_GRIEVANCE)
def edit_task(task_id: UUID) -> Response:
    case, row = _of(task_id)
    return page("cases/edit_task.html", form=_filled(row), case=case, row=row)


@bp.post("/cases/tasks/<id:task_id>")
@may(May.PLEAD_GRIEVANCE)
def change_task(task_id: UUID) -> Response:
    case, row = _of(task_id)
    form = _filled(row)
    if not form.carries_out(
        lambda: tasks.change(
            session(), current_account_id(), case, row, form.what.data, form.by_on.data, form.who.data or ""
        ),
        row.version,
    ):
        return page("cases/edit_task.html", form=form, case=case, row=row)
    flash(_("The task is changed."), "done")
    return redirect(url_for("cases.tasks_of", case_id=case.id))


def _filled(row: CaseTask) -> TaskForm:
    return TaskForm(what=row.task.what, by_on=row.task.by_on, who=row.task.who)


@bp.post("/cases/tasks/<id:task_id>/done")
@may(May.PLEAD_GRIEVANCE)
def task_done(task_id: UUID) -> Response:
    case, row = _of(task_id)
    return _acted(case, _("The task is done."), lambda: tasks.end(session(), current_account_id(), case, row))


@bp.post("/cases/tasks/<id:task_id>/give-up")
@may(May.PLEAD_GRIEVANCE)
def task_given_up(task_id: UUID) -> Response:
    case, row = _of(task_id)
    said = _("The task is given up.")
    return _acted(case, said, lambda: tasks.end(session(), current_account_id(), case, row, given_up=True))


@bp.post("/cases/tasks/<id:task_id>/open")
@may(May.PLEAD_GRIEVANCE)
def task_opened(task_id: UUID) -> Response:
    case, row = _of(task_id)
    said = _("The task is to be done after all.")
    return _acted(case, said, lambda: tasks.open_again(session(), current_account_id(), case, row))


def _acted(case: Case, said: str, act: Callable[[], None]) -> Response:
    """One button: the page of the tasks, which says what happened or why it did not."""
    Confirm()
    try:
        act()
    except Refused as refused:
        form = TaskForm(beside=True)
        form.form_errors.append(refused.sentence)
        return _listed(case, form)
    flash(said, "done")
    return redirect(url_for("cases.tasks_of", case_id=case.id))


def panel(case: Case, subject: Subject) -> Panel | None:
    """The open tasks beside the page of a case, for those who work or plead it."""
    if subject.person_id is not None or not asking().may(May.PLEAD_GRIEVANCE):
        return None
    running = [one for one in tasks.of_case(session(), case.id) if one.state is TaskState.OPEN]
    closed = case.stage is Stage.CLOSED
    if closed and not running:
        return None
    values = {"rows": running[:SHOWN], "more": len(running) - SHOWN, "case": case, "closed": closed, "title": title}
    return Panel(_l("Own tasks"), "check", "cases/_tasks.html", values, printed=False, folded=not running)
