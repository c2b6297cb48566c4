"""A transfer on the pages of a case: accepting it, refusing it with words, taking the offer back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.actions import names
from union.accounts.forms import Confirm
from union.cases import transfers
from union.cases.closing_views import bp
from union.cases.models import Case
from union.cases.subjects import case_or_404, page_of
from union.cases.transfers import Answer
from union.store.db import session
from union.web.forms.form import Form, current_account_id, needed
from union.web.forms.typed import Prose
from union.web.pages import page


class NotMine(Form):
    """Why somebody does not take a case over."""

    words = Prose(
        _l("Why you do not take it over"), [needed(_l("Say why, in a few words: your colleague reads it."))], most=2000
    )


@dataclass(frozen=True)
class Shown:
    """A transfer as the page of its case tells it."""

    to: str
    by: str
    words: str
    answer_words: str
    refused: bool
    mine: bool  # the reader is asked


def shown(case: Case) -> Shown | None:
    """The transfer of a case that waits, or was refused, in names."""
    row = transfers.of_case(session(), case.id)
    if row is None:
        return None
    people = names(session(), {row.to_id, row.by_id})
    refused = row.answer is Answer.REFUSED
    return Shown(
        people.get(row.to_id, "–"),
        people.get(row.by_id, "–"),
        row.offer.words,
        row.offer.answer_words,
        refused,
        not refused and row.to_id == current_account_id(),
    )


@bp.post("/cases/<id:case_id>/transfer/accept")
@may(May.WORK_GRIEVANCE)
def accept_transfer(case_id: UUID) -> Response:
    case, form = case_or_404(case_id), Confirm()
    with form.refusing():
        transfers.accept(session(), current_account_id(), case)
    if form.errors:
        return _refused(case, form)
    flash(_("This case is yours. The strip on top says what comes first."), "done")
    return redirect(page_of(case))


@bp.get("/cases/<id:case_id>/transfer/refuse")
@may(May.WORK_GRIEVANCE)
def refusing_transfer(case_id: UUID) -> Response:
    case = case_or_404(case_id)
    return page("cases/refusing_transfer.html", form=NotMine(), case=case, back=page_of(case), transfer=shown(case))


@bp.post("/cases/<id:case_id>/transfer/refuse")
@may(May.WORK_GRIEVANCE)
def refuse_transfer(case_id: UUID) -> Response:
    case, form = case_or_404(case_id), NotMine()
    told = shown(case)
    if not form.carries_out(lambda: transfers.refuse(session(), current_account_id(), case, form.words.data)):
        return page("cases/refusing_transfer.html", form=form, case=case, back=page_of(case), transfer=told)
    flash(_("Your colleague reads why: the case stays with them."), "done")
    return redirect(url_for("home.show"))  # a confidential case is theirs to read no more


@bp.post("/cases/<id:case_id>/transfer/withdraw")
@may(May.WORK_GRIEVANCE)
def withdraw_transfer(case_id: UUID) -> Response:
    case, form = case_or_404(case_id), Confirm()
    with form.refusing():
        transfers.withdraw(session(), current_account_id(), case)
    if form.errors:
        return _refused(case, form)
    flash(_("Nobody is asked any more."), "done")
    return redirect(page_of(case))


def _refused(case: Case, form: Form) -> Response:
    return page("cases/not_now.html", form=form, sentences=form.form_errors, case=case, back=page_of(case))
