"""Who reads a dispute beside the organisers of its workplace: the lawyers whom somebody named on it."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.actions import names
from union.cases import readers as reading
from union.layoffs.records.models import Layoff
from union.layoffs.web.blueprint import bp, dispute_or_404
from union.layoffs.web.forms import Confirm, ReaderForm
from union.refusal import Refused
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.pages import page


@bp.get("/layoffs/<id:case_id>/readers")
@may(May.WORK_LAYOFF)
def readers(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    return _readers(dispute, _who_could(dispute))


@bp.post("/layoffs/<id:case_id>/readers")
@may(May.WORK_LAYOFF)
def name(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    form = _who_could(dispute)
    if not form.carries_out(lambda: reading.name(session(), current_account_id(), dispute, form.account.data)):
        return _readers(dispute, form)
    return _again(dispute, _("This person can read the case now."))


@bp.post("/layoffs/<id:case_id>/readers/<id:account_id>/remove")
@may(May.WORK_LAYOFF)
def remove_reader(case_id: UUID, account_id: UUID) -> Response:
    Confirm()
    dispute, form = dispute_or_404(case_id), _who_could(dispute_or_404(case_id), beside=True)
    try:
        reading.remove_reader(session(), current_account_id(), dispute, account_id)
    except Refused as refused:
        form.form_errors.append(refused.sentence)
        return _readers(dispute, form)
    return _again(dispute, _("This person reads the case no more."))


def _who_could(dispute: Layoff, *, beside: bool = False) -> ReaderForm:
    """Lawyers of the workplace alone: its organisers read the dispute already, and a delegate has no page of it."""
    form, known = ReaderForm(beside=beside), reading.named(session(), dispute)
    offered = reading.colleagues(session(), dispute.workplace_id, reading.LAWYERS)
    form.account.offer(((one.id, one.name) for one in offered if one.id not in known), empty=_("Choose"))
    return form


def _readers(dispute: Layoff, form: ReaderForm) -> Response:
    named = reading.named(session(), dispute)
    none = not named and all(not one.value for one in form.account.offered)
    return page(
        "layoffs/readers.html", form=form, dispute=dispute, named=named, people=names(session(), named), none=none
    )


def _again(dispute: Layoff, done: str) -> Response:
    flash(done, "done")
    return redirect(url_for("layoffs.readers", case_id=dispute.id))
