"""Pages on which a dispute ends, and goes on after all."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import closing, dates
from union.cases.closing_forms import fresh
from union.cases.models import Stage
from union.layoffs import actions
from union.layoffs.records.models import Layoff
from union.layoffs.retention import outsiders
from union.layoffs.web.blueprint import bp, dispute_or_404
from union.layoffs.web.forms import CloseForm, ReopenForm
from union.store.db import session
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/layoffs/<id:case_id>/close")
@may(May.WORK_LAYOFF)
def ending(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    return _ending(dispute, _form(dispute))


def _form(dispute: Layoff) -> CloseForm:
    """With a question for each date that runs; a closed dispute is refused by the act."""
    return fresh(CloseForm, [] if dispute.stage is Stage.CLOSED else closing.questions(session(), dispute))


def _ending(dispute: Layoff, form: CloseForm) -> Response:
    months = current_installation().settings.outsiders_months
    return page(
        "layoffs/ending.html", form=form, dispute=dispute, outside=outsiders.count(session(), dispute), months=months
    )


@bp.post("/layoffs/<id:case_id>/close")
@may(May.WORK_LAYOFF)
def close(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    dates.hold(session(), dispute)
    form = _form(dispute)
    if not form.carries_out(
        lambda: actions.close(session(), current_account_id(), dispute, form.words.data, form.answers())
    ):
        return _ending(dispute, form)
    flash(_("The dispute is closed."), "done")
    return redirect(url_for("layoffs.show", case_id=case_id))


@bp.get("/layoffs/<id:case_id>/reopen")
@may(May.WORK_LAYOFF)
def reopening(case_id: UUID) -> Response:
    return page("layoffs/reopening.html", form=ReopenForm(), dispute=dispute_or_404(case_id))


@bp.post("/layoffs/<id:case_id>/reopen")
@may(May.WORK_LAYOFF)
def reopen(case_id: UUID) -> Response:
    dispute, form = dispute_or_404(case_id), ReopenForm()
    if form.accepts():
        with form.refusing():
            actions.reopen(session(), current_account_id(), dispute, form.why.data, today())
    if form.errors or form.only_shown:
        return page("layoffs/reopening.html", form=form, dispute=dispute)
    flash(_("The case is open again."), "done")
    return redirect(url_for("layoffs.show", case_id=case_id))
