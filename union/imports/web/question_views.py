"""The answers to what the columns of a list do not settle."""

from __future__ import annotations

from uuid import UUID

from werkzeug.wrappers import Response

from union.access import May, may
from union.imports.web import questions
from union.imports.web.column_views import open_row, said_anew
from union.imports.web.preview_views import shown_preview
from union.imports.web.views import bp
from union.store.db import opens_its_own


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
