"""Rows of one list that are the same person: side by side, with what they share, and which of them counts."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import redirect, url_for
from werkzeug.wrappers import Response

from union.access import May, may
from union.imports.records.models import ImportState
from union.imports.web.column_views import open_row, said_anew
from union.imports.web.preview_views import shown_preview
from union.imports.web.twin_forms import twin_name, twins_form
from union.imports.web.views import bp
from union.store.db import opens_its_own


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
