"""Bad cells corrected on the page, and the rows left out as a file of their own kind."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import abort
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.imports.preview import refused
from union.imports.records.actions import KIND
from union.imports.records.models import ImportState
from union.imports.records.outcomes import Correction, Said
from union.imports.web.column_views import open_row, said_anew
from union.imports.web.forms import cell_name, correct_form
from union.imports.web.preview_views import kept_preview, listing, shown_preview
from union.imports.web.views import bp, row_of
from union.store.db import opens_its_own
from union.web import outgoing
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import language

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


def _corrected(form: Any, problems: list[Said], plan: ImportState) -> ImportState:
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
