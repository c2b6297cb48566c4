"""What a person settles on the preview: answers, bad cells, rows and pairs that may be one person, who has left."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.imports.preview import refused
from union.imports.preview.planning import RowOutcome
from union.imports.records.actions import KIND
from union.imports.records.models import ImportState
from union.imports.records.outcomes import Correction, Decision, StoredMessage
from union.imports.web import questions
from union.imports.web.column_views import open_row, said_anew
from union.imports.web.preview_views import deciding_form, kept_preview, listing, shown_preview
from union.imports.web.settling_forms import cell_name, correct_form, left_form, row_name, twin_name, twins_form
from union.imports.web.views import bp, row_of
from union.imports.writing import leaving
from union.store.db import opens_its_own, session
from union.web import outgoing
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import language


@bp.post("/imports/<id:import_id>/answer")
@may(May.IMPORT_MEMBERS)
@opens_its_own
def answer(import_id: UUID) -> Response:
    """Keep the answers, and say anew what would happen."""
    row = open_row(import_id)
    form = questions.form_of(row.plan.questions)
    if not form.accepts(row.version):
        return shown_preview(row, asking=form)
    return said_anew(row, questions.answered(form, row.plan), "")


TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@bp.post("/imports/<id:import_id>/correct")
@may(May.IMPORT_MEMBERS)
@opens_its_own
def correct(import_id: UUID) -> Response:
    """Take the cells that were corrected on this page of problems, and say anew what would happen."""
    row = open_row(import_id)
    plan = row.plan
    listed = listing(kept_preview(plan), "problems")
    form = correct_form(listed.items)
    if not form.accepts(row.version):
        return shown_preview(row, correcting=form)
    plan = _corrected(form, listed.items, plan)
    return said_anew(row, plan, "")


def _corrected(form: Any, problems: list[StoredMessage], plan: ImportState) -> ImportState:
    """The plan with what is otherwise than in the file; a later correction of a cell takes the place of an earlier."""
    told = {(one.row, one.column): one for one in plan.corrections}
    for one in problems:
        if one.row is None or one.column is None:
            continue
        value = form[cell_name(one)].data or ""
        if value != one.value_shown:
            told[one.row, one.column] = Correction(one.row, one.column, value)
    return dataclasses.replace(plan, corrections=tuple(told.values()))


@bp.get("/imports/<id:import_id>/refused")
@may(May.IMPORT_MEMBERS)
def left_out(import_id: UUID) -> Response:
    """The rows left out, in the dialect of the list, each with its reason."""
    row = row_of(import_id)
    content, kind, people = refused.written(current_installation().files, row.plan.refused_id or abort(404), language())
    code = outgoing.new_code()
    # Whoever brought the list in has it: to them it goes back whole, to any other up to what their role takes out.
    counted = 0 if row.account_id == current_account_id() else people
    parcel = outgoing.Parcel(
        content, TYPES[kind], f"a-corriger-{code}.{kind}", str(_("rows to correct")), counted, code
    )
    return outgoing.hand_over(parcel, outgoing.Whence(KIND, row.id))


@bp.post("/imports/<id:import_id>/decide")
@may(May.IMPORT_MEMBERS)
@opens_its_own
def decide(import_id: UUID) -> Response:
    """Keep what was decided on this page of rows, and say anew what would happen."""
    row = open_row(import_id)
    plan = row.plan
    listed = listing(kept_preview(plan), "decide")
    form = deciding_form(listed.items, plan)
    if not form.accepts(row.version):
        again = url_for("imports.preview", import_id=import_id, show="decide")
        return shown_preview(row, deciding=form) if form.overtaken else redirect(again)
    plan = dataclasses.replace(plan, decisions=_decided(form, listed.items, plan.decisions))
    return said_anew(row, plan, "decide")


def _decided(form: Any, lines: list[RowOutcome], before: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """What was decided before on other pages, and on this one."""
    here_ = {line.row for line in lines}
    known = {one.row: one.member_id for one in before}
    chosen = [
        Decision(line.row, form[row_name(line.row)].data, line.member_id or known[line.row])
        for line in lines
        if form[row_name(line.row)].data is not None
    ]
    return (*(one for one in before if one.row not in here_), *chosen)


@bp.post("/imports/<id:import_id>/twins")
@may(May.IMPORT_MEMBERS)
@opens_its_own
def settle_twins(import_id: UUID) -> Response:
    """Keep what was decided of the pairs, and say anew what would happen."""
    row = open_row(import_id)
    form = twins_form(row.plan.twins)
    if not form.accepts(row.version):
        again = url_for("imports.preview", import_id=import_id, show="twice")
        return shown_preview(row, pairing=form) if form.overtaken else redirect(again)
    return said_anew(row, _settled(form, row.plan), "twice")


def _settled(form: Any, plan: ImportState) -> ImportState:
    chosen = [(one, form[twin_name(one)].data) for one in plan.twins]
    twins = tuple(dataclasses.replace(one, keep=keep.value if keep else "") for one, keep in chosen)
    return dataclasses.replace(plan, twins=twins)


@bp.post("/imports/<id:import_id>/left")
@may(May.IMPORT_MEMBERS)
def note_left(import_id: UUID) -> Response:
    """Write down the last day of those who were ticked on this page of the absent."""
    if not asking().may(May.EDIT_MEMBER):
        abort(403)
    row = open_row(import_id)
    listed = listing(kept_preview(row.plan), "missing")
    works = leaving.works_of(session(), row.workplace_id or abort(409), listed.items)
    form = left_form(listed.items, leaving.last_days(works))
    names = {str(one.member_id): one for one in listed.items}

    def act() -> None:
        chosen = {names[one].member_id: names[one].name for one in form.who.data or ()}
        leaving.note_left(session(), current_account_id(), works, chosen, form.on.data)

    if not form.carries_out(act, row.version):
        return shown_preview(row, leaving=form)
    count = len(form.who.data or ())
    flash(ngettext("%(num)s departure is written down.", "%(num)s departures are written down.", count))
    number = listed.number if listed.number > 1 else None
    return redirect(url_for("imports.preview", import_id=import_id, show="missing", page=number, _anchor="rows"))
