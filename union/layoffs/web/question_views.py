"""The answers to what the columns of the employer's list do not settle, kept with the list until it is taken."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from union.access import May, may
from union.imports.web import questions
from union.layoffs import actions
from union.layoffs.web.blueprint import bp, dispute_or_404
from union.layoffs.web.list_forms import taking
from union.layoffs.web.list_views import plan_of, shown_preview
from union.store.db import opens_its_own
from union.web.current import current_installation, rights


@bp.post("/layoffs/<id:case_id>/list/answer")
@may(May.WORK_LAYOFF)
@opens_its_own
def answer_list(case_id: UUID) -> Response:
    """Keep the answers, and say anew what was understood."""
    dispute = dispute_or_404(case_id)
    pending = dispute.matter.pending
    if pending is None:  # taken or thrown away meanwhile
        return redirect(url_for("layoffs.show", case_id=case_id))
    plan = plan_of(dispute)
    asked = plan.understood.read.questions
    form = questions.form_of(asked)
    if not form.accepts():
        return shown_preview(dispute, taking(plan.carried.contested, beside=True), plan, form)
    told = dataclasses.replace(pending, told=questions.chosen(form, asked))
    with current_installation().store.writing(rights) as writing:
        now = dispute_or_404(case_id, writing)
        if now.matter.pending != pending:
            abort(409)
        actions.lay_down(now, told)
    return redirect(url_for("layoffs.preview", case_id=case_id))
