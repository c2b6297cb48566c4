"""Taking an import back: first what it would do and what stays, then the word to begin."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.imports.kinds.registry import BOOKS
from union.imports.records import actions, undo_log
from union.imports.records.actions import KIND
from union.imports.records.models import RosterImport, Stage
from union.imports.undo import undoing
from union.imports.web.forms import Confirm
from union.imports.web.views import bp, is_told_all, row_of, standing
from union.record import chain
from union.store.db import session
from union.web import errors
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.pages import page

UNDONE_ALREADY = _l("This import was taken back already. To have the list again, bring it in again.")


@bp.get("/imports/<id:import_id>/undo")
@may(May.IMPORT_MEMBERS)
def undoing_page(import_id: UUID) -> Response:
    row = row_of(import_id)
    if not is_told_all(row):
        return _left_to_others(row)
    chain.opened(current_installation().store, current_account_id(), KIND, row.id)
    return _shown(row, Confirm())


@bp.post("/imports/<id:import_id>/undo")
@may(May.IMPORT_MEMBERS)
def undo(import_id: UUID) -> Response:
    row, form = row_of(import_id), Confirm()
    if not is_told_all(row):
        return _left_to_others(row)
    if row.plan.stage is Stage.UNDONE:
        return errors.answer(409, UNDONE_ALREADY)
    if not form.carries_out(lambda: actions.begin_undo(session(), current_account_id(), row), row.version):
        return (
            _shown(row, form)
            if form.only_shown and not form.overtaken
            else page("imports/show.html", form=form, **standing(row))
        )
    return redirect(url_for("imports.show", import_id=row.id))


def _left_to_others(row: RosterImport) -> Response:
    """What goes and what stays would say who is known elsewhere, and who is out of reach would not be taken back."""
    flash(
        _(
            "This list was compared by somebody who works at more workplaces than you. "
            "To take it back, ask the secretariat."
        )
    )
    return redirect(url_for("imports.show", import_id=row.id))


def _shown(row: RosterImport, form: Confirm) -> Response:
    if actions.stage(session(), row) not in actions.TAKEN_BACK or not undo_log.batch_ids(session(), row.id):
        return redirect(url_for("imports.show", import_id=row.id))
    outlook = undoing.look(session(), row.id, BOOKS)
    again = row_of(row.id)
    stays = list(outlook.held)
    held = paged(len(stays), lambda offset, limit: stays[offset : offset + limit])
    return page("imports/undo.html", form=form, outlook=outlook, held=held, **standing(again))
