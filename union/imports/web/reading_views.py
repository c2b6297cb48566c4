"""Saved readings: used for a list, kept of one, listed, renamed, forgotten."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.imports.reading import remembering
from union.imports.reading.understanding import understand
from union.imports.records.readings import SavedReading, saved_readings
from union.imports.web.column_views import columns_of, open_row, shown_columns, understood_anew, using_form
from union.imports.web.forms import Confirm, KeepReading
from union.imports.web.preview_views import shown_preview
from union.imports.web.questions import CHOICES
from union.imports.web.views import bp, names_of_places
from union.imports.web.words import LISTS
from union.languages.readers import sentence
from union.record import chain
from union.store.db import opens_its_own, session
from union.tables.columns.fields import field_name
from union.tables.table import Untrusted
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import language
from union.web.pages import page


@bp.post("/imports/<id:import_id>/reading")
@may(May.IMPORT_MEMBERS)
@opens_its_own
def use_reading(import_id: UUID) -> Response:
    """Read a list by a saved reading, or without one; the columns are shown then."""
    row = open_row(import_id)
    form = using_form(row.plan, beside=False)
    if not form.accepts(row.version):
        return abort(409) if form.conflict else redirect(url_for("imports.columns", import_id=import_id))
    data, cin, name = (
        current_installation().files.get(row.file_id or abort(409)),
        current_installation().settings.cin_authorised,
        row.plan.file_name,
    )
    try:
        if form.reading.data is None:
            return understood_anew(row, understand(data, name, cin=cin, list_of=row.plan.list_of)[1])
        reading = _reading_of(form.reading.data)
        return understood_anew(row, remembering.read_by(reading, row.plan, data, cin=cin))
    except remembering.Unfitting as unfitting:
        trouble = remembering.unfitting_said(reading.saved.name, unfitting)
    except Untrusted as refusal:
        trouble = sentence(refusal.code, language(), **refusal.values)
    columns = columns_of(row.plan, beside=True)
    columns.form_errors.append(trouble)
    return shown_columns(row, columns)


@bp.post("/imports/<id:import_id>/reading/keep")
@may(May.IMPORT_MEMBERS)
def keep_reading(import_id: UUID) -> Response:
    """Keep how this list is read, under a name."""
    row, form = open_row(import_id), KeepReading()
    if row.plan.preview_id is None:
        abort(409)

    def keep() -> None:
        read_by = remembering.save(session(), current_account_id(), row.workplace_id, row.plan, form.name.data)
        row.plan = dataclasses.replace(row.plan, read_by=read_by)

    if not form.carries_out(keep, row.version):
        return shown_preview(row, keeping=form)
    flash(_("The reading is kept. The next list of this shape is read so by itself."))
    return redirect(url_for("imports.preview", import_id=import_id))


@bp.get("/imports/readings")
@may(May.IMPORT_MEMBERS)
def readings() -> Response:
    found = sorted(readable(session().scalars(saved_readings()), "saved"), key=lambda one: one.saved.name.casefold())
    listed = paged(len(found), lambda offset, limit: found[offset : offset + limit])
    return page("imports/readings.html", listed=listed, places=names_of_places(), lists=LISTS)


@bp.get("/imports/readings/<id:reading_id>")
@may(May.IMPORT_MEMBERS)
def reading(reading_id: UUID) -> Response:
    row = _reading_of(reading_id)
    chain.opened(current_installation().store, current_account_id(), remembering.KIND, row.id)
    return _shown(row, KeepReading(name=row.saved.name))


@bp.post("/imports/readings/<id:reading_id>/rename")
@may(May.IMPORT_MEMBERS)
def rename_reading(reading_id: UUID) -> Response:
    row, form = _reading_of(reading_id), KeepReading()
    if not form.carries_out(
        lambda: remembering.rename(session(), current_account_id(), row, form.name.data), row.version
    ):
        return _shown(row, form)
    return redirect(url_for("imports.readings"))


@bp.post("/imports/readings/<id:reading_id>/forget")
@may(May.IMPORT_MEMBERS)
def forget_reading(reading_id: UUID) -> Response:
    row = _reading_of(reading_id)
    if Confirm().accepts():
        remembering.forget(session(), current_account_id(), row)
        flash(_("The reading is forgotten. Lists that were read so stay as they are."))
    return redirect(url_for("imports.readings"))


def _reading_of(reading_id: UUID) -> SavedReading:
    """A saved reading in reach; 404 for any other."""
    return session().get(SavedReading, reading_id) or abort(404)


def _shown(row: SavedReading, form: KeepReading) -> Response:
    fields = {one.field: field_name(one.field, language()) for one in row.saved.columns if one.field}
    place = "" if row.workplace_id is None else names_of_places()[row.workplace_id]
    answers = {kind: {one.value: word for one, word in words.items()} for kind, (_enum, words) in CHOICES.items()}
    return page(
        "imports/reading.html",
        form=form,
        row=row,
        saved=row.saved,
        fields=fields,
        place=place,
        answers=answers,
        lists=LISTS,
    )
