"""Pages of an import: the file, its columns, what will happen, the progress, the result."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.actions import names
from union.imports.records import actions, discarding, undo_log
from union.imports.records.models import ImportState, RosterImport, Stage, lists
from union.imports.records.outcomes import ListOf, StoredMessage
from union.imports.web.forms import Confirm, Stop
from union.imports.web.value_words import held_text
from union.imports.web.words import COUNTED, LISTS, STAGES, WAITS, message_text, remark_text, values_of
from union.imports.writing import stopping
from union.store.db import session
from union.web.addresses import Page, paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.pages import page
from union.workplaces.models import Site, Workplace, sites

bp = Blueprint("imports", __name__)


@bp.get("/imports")
@may(May.IMPORT_MEMBERS)
def index() -> Response:
    found = sorted(readable(session().scalars(lists()), "plan"), key=lambda row: row.plan.uploaded_at, reverse=True)
    listed = paged(len(found), lambda offset, limit: found[offset : offset + limit])
    return page(
        "imports/index.html",
        listed=listed,
        places=names_of_places(),
        stages=STAGES,
        lists=LISTS,
        told_all=is_told_all,
        stage_of=partial(actions.stage, session()),
        waits=partial(actions.waits, session()),
        waiting=WAITS,
        people=names(session(), {row.account_id for row in listed.items if row.account_id}),
    )


@bp.get("/imports/<id:import_id>")
@may(May.IMPORT_MEMBERS)
def show(import_id: UUID) -> Response:
    """Where a list stands: its next step, its progress, or its result."""
    row = row_of(import_id)
    stage = actions.stage(session(), row)
    if stage is Stage.UPLOADED:
        return redirect(url_for("imports.columns", import_id=row.id))
    if stage is Stage.PREVIEWED:
        return redirect(url_for("imports.preview", import_id=row.id))
    return _shown(row, Confirm())


@bp.post("/imports/<id:import_id>/discard")
@may(May.IMPORT_MEMBERS)
def discard(import_id: UUID) -> Response:
    row, form = row_of(import_id), Confirm()
    with form.refusing():
        discarding.discard(session(), current_account_id(), current_installation().files, row)
    if form.errors:
        return _shown(row, form)
    written = bool(undo_log.batch_ids(session(), row.id))
    flash(
        _("The list is thrown away. What was written of it stays.")
        if written
        else _("The list is thrown away; nothing of it was written.")
    )
    return redirect(url_for("imports.index"))


@bp.get("/imports/<id:import_id>/progress")
@may(May.IMPORT_MEMBERS)
def progress(import_id: UUID) -> Response:
    """The piece that the page asks for each second; at the end it leads to the result."""
    row = row_of(import_id)
    if actions.stage(session(), row) in actions.GIVEN_UP:
        return page("imports/progress.html", **standing(row))
    answer = Response("")
    answer.headers["HX-Redirect"] = url_for("imports.show", import_id=row.id)
    return answer


@bp.post("/imports/<id:import_id>/stop")
@may(May.IMPORT_MEMBERS)
def stop(import_id: UUID) -> Response:
    row, form = row_of(import_id), Stop()
    if form.accepts():
        with form.refusing():
            stopping.stop(session(), current_account_id(), row, form.after.data.value)
    return _shown(row, form) if form.errors else redirect(url_for("imports.show", import_id=row.id))


def row_of(import_id: UUID) -> RosterImport:
    """A list in reach; 404 for any other."""
    return session().get(RosterImport, import_id) or abort(404)


def names_of_places() -> dict[UUID, str]:
    """Every workplace in reach by its name."""
    return {one.id: one.site.called for one in session().scalars(sites())}


def site_of(row: RosterImport) -> Site | None:
    """The workplace that a list is of; None where its rows name theirs."""
    return None if row.workplace_id is None else session().get_one(Workplace, row.workplace_id).site


def reaches_all(plan: ImportState) -> bool:
    """Whether everybody with whom a list was compared is in reach: what was found says who is known elsewhere."""
    reach = asking().reach
    return reach.everywhere or (bool(plan.compared_at) and reach.workplaces >= set(plan.compared_at or ()))


def is_told_all(row: RosterImport) -> bool:
    """Whether what a list did may be told whole, and taken back: of people, to whoever reaches all it was compared
    with.

    Of one whose comparing was not kept yet: to whoever began its writing, who was told all of it then.
    """
    if row.plan.list_of is not ListOf.MEMBERS or reaches_all(row.plan):
        return True
    return row.plan.compared_at == () and actions.job_of(session(), row) is not None


def standing(row: RosterImport) -> dict[str, Any]:
    """What the page of a list shows of its work."""
    job = actions.job_of(session(), row)
    return {
        "row": row,
        "plan": row.plan,
        "stage": actions.stage(session(), row),
        "stages": STAGES,
        "site": site_of(row),
        "done": job.done if job else 0,
        "total": job.total if job else 0,
        "values_of": values_of,
        "message_text": message_text,
        "minutes": stopping.minutes_left(job) if job else None,
        "written": bool(undo_log.batch_ids(session(), row.id)),
        "held_text": held_text,
        "counted": COUNTED.get(row.plan.list_of),
        "lists": LISTS,
        "remark_text": remark_text,
        "half_undone": actions.is_half_undone(session(), row),
        "problems_page": partial(_problems, row),
        "told_all": is_told_all(row),
        "waits": actions.waits(session(), row),
        "waiting": WAITS,
    }


def _problems(row: RosterImport) -> Page[StoredMessage]:
    """The page asked for of the rows left out: some hundred are kept, and a phone shows a card for each."""
    told = is_told_all(row)
    listed = [one for one in row.plan.problems if told or one.code != "file_damaged"]  # may be known elsewhere only
    return paged(len(listed), lambda offset, limit: listed[offset : offset + limit])


def _shown(row: RosterImport, form: Form) -> Response:
    return page("imports/show.html", form=form, **standing(row))
