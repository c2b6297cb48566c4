"""Saying who has left, of those whom a complete list does not name: nobody is ticked before a person does it."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.imports.web.column_views import open_row
from union.imports.web.leaving_forms import left_form
from union.imports.web.preview_views import kept_preview, listing, shown_preview
from union.imports.web.views import bp
from union.imports.writing import leaving
from union.store.db import session
from union.web.forms.form import current_account_id


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
