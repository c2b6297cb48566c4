"""Deciding by hand whether a row is somebody known: the file and the person side by side."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import redirect, url_for
from werkzeug.wrappers import Response

from union.access import May, may
from union.imports.preview.planning import Line
from union.imports.records.outcomes import Decision
from union.imports.web.column_views import open_row, said_anew
from union.imports.web.forms import row_name
from union.imports.web.preview_views import deciding_form, kept_preview, listing, shown_preview
from union.imports.web.views import bp
from union.store.db import opens_its_own


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


def _decided(form: Any, lines: list[Line], before: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """What was decided before on other pages, and on this one."""
    here_ = {line.row for line in lines}
    known = {one.row: one.member_id for one in before}
    chosen = [
        Decision(line.row, form[row_name(line.row)].data, line.member_id or known[line.row])
        for line in lines
        if form[row_name(line.row)].data is not None
    ]
    return (*(one for one in before if one.row not in here_), *chosen)
