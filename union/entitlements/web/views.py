"""What the law owes the one person of a case: asked on one page, kept while it is typed, shown."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.cases.models import Case
from union.cases.subjects import Subject
from union.entitlements import actions
from union.entitlements.papers.words import LANGUAGES
from union.entitlements.people.from_file import from_file
from union.entitlements.people.payslips import called_by_month
from union.entitlements.records.models import Owed, Told, earlier
from union.entitlements.web.blueprint import bp, case_of, is_open
from union.entitlements.web.owed_form import OwedForm, initial_of, told_of
from union.entitlements.web.owed_words import in_words, moved_by
from union.languages.figures import month
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import OUTSIDE_THE_FORM, current_account_id
from union.web.locale import language, today
from union.web.pages import page


@bp.get("/cases/<id:case_id>/owed")
@may(May.COUNT_OWED)
def show(case_id: UUID) -> Response:
    """What was worked out; before that, the questions."""
    case, _subject, owed = case_of(case_id)
    if owed is None:
        if is_open(case):
            return redirect(url_for("entitlements.ask", case_id=case_id))
        return page("entitlements/show.html", case=case, owed=None)
    chain.opened(current_installation().store, current_account_id(), "owed", owed.id, case=case.id)
    return page(
        "entitlements/show.html",
        case=case,
        owed=owed,
        changes=is_open(case),
        corrects=url_for("entitlements.ask", case_id=case_id) if is_open(case) else "",
        earlier=readable(session().scalars(earlier(owed.id)), "told", "snapshot"),
        address_of=lambda number: url_for("entitlements.print_owed", case_id=case_id, earlier=number),
        languages=LANGUAGES,
        **in_words(owed),
    )


@bp.get("/cases/<id:case_id>/owed/facts")
@may(May.COUNT_OWED)
def ask(case_id: UUID) -> Response:
    """The questions, with what is known; what somebody began and did not send comes first."""
    case, subject, owed = case_of(case_id)
    left = actions.typed(session(), current_account_id(), case)
    initial = _initial(case, subject, owed)
    form = OwedForm(left=MultiDict(left.pairs), **initial) if left else OwedForm(**initial)
    if left is None:
        return _asked(case, owed, form)
    return _asked(case, owed, form, left_at=left.at, version=left.version)


def _initial(case: Case, subject: Subject, owed: Owed | None) -> dict[str, Any]:
    known = from_file(session(), case, subject, today())
    if owed is None:
        return initial_of(None, known, today())
    facts = owed.told.facts
    return initial_of(owed.told, dataclasses.replace(facts, born_on=facts.born_on or known.born_on), today())


def _asked(case: Case, owed: Owed | None, form: OwedForm, **more: Any) -> Response:
    if form.errors or form.conflict:
        called_by_month(form, form.asked)  # what is wrong in the grid is named with its month
    rows = [(month(one.first, language()), one) for one in form.rows(form.asked)]
    told = {"version": owed.version if owed else 0} | more
    return page("entitlements/ask.html", case=case, owed=owed, form=form, months=rows, closed=not is_open(case), **told)


@bp.post("/cases/<id:case_id>/owed/facts")
@may(May.COUNT_OWED)
def work_out(case_id: UUID) -> Response:
    case, subject, owed = case_of(case_id)
    form = OwedForm(**_initial(case, subject, owed))
    if form.accepts(owed.version if owed else 0):
        with form.refusing():
            told = _told(form, case, subject, owed)
            actions.work_out(session(), current_account_id(), case, owed, told, today())
            actions.forget(session(), current_account_id(), case)
    if form.errors or form.conflict or form.only_shown:
        return _asked(case, owed, form)
    flash(_("It is worked out and kept, with its facts."), "done")
    return redirect(url_for("entitlements.show", case_id=case_id))


def _told(form: OwedForm, case: Case, subject: Subject, owed: Owed | None) -> Told:
    before = owed.told if owed else None
    facts = before.facts if before else from_file(session(), case, subject, today())
    return told_of(form, before, facts)


@bp.post("/cases/<id:case_id>/owed/facts/difference")
@may(May.COUNT_OWED)
def facts_difference(case_id: UUID) -> Response:
    """What these answers would come to; nothing is written."""
    case, subject, owed = case_of(case_id)
    form = OwedForm(**_initial(case, subject, owed))
    moved = None
    if form.accepts(owed.version if owed else 0):
        with form.refusing():
            told, snapshot = actions.tried(_told(form, case, subject, owed), today())
            moved = moved_by(owed, told, snapshot)
    return _asked(case, owed, form, moved=moved)


@bp.post("/cases/<id:case_id>/owed/draft")
@may(May.COUNT_OWED)
def keep(case_id: UUID) -> Response:
    """What stands in the form now, as its script sends it while it is typed."""
    case, _subject, _owed = case_of(case_id)
    OwedForm()
    pairs = [(name, value) for name, value in request.form.items(multi=True) if name not in OUTSIDE_THE_FORM]
    begun = request.form.get("version", "")
    version = int(begun) if begun.isascii() and begun.isdigit() else 0
    actions.keep_typed(session(), current_account_id(), case, pairs, version)
    return Response(status=204)


@bp.post("/cases/<id:case_id>/owed/discard")
@may(May.COUNT_OWED)
def discard(case_id: UUID) -> Response:
    """Go back to what is kept."""
    Confirm()
    case, _subject, _owed = case_of(case_id)
    actions.forget(session(), current_account_id(), case)
    return redirect(url_for("entitlements.ask", case_id=case_id))
