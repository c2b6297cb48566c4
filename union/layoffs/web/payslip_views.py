"""The page of one person's payslips: a form of twelve months, twelve more folded, and what they move before they are
saved."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.entitlements.people import payslips
from union.entitlements.people.payslips import PayslipsForm, extras_of, slips_of
from union.entitlements.records.facts import Facts
from union.entitlements.web import presentation
from union.languages.figures import month
from union.layoffs import actions
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.switches import what_if
from union.layoffs.web.blueprint import bp, dispute_or_404, person_or_404
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.pages import page


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/payslips")
@may(May.WORK_LAYOFF)
def payslips_of(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    return _page(dispute, row, _form_of(row))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/payslips")
@may(May.WORK_LAYOFF)
def write_payslips(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, payslips.labelled)
    form = _form_of(row)
    if form.accepts(row.version):
        with form.refusing():
            actions.correct(session(), current_account_id(), dispute, row, _with(form, row), today())
    if form.errors or form.conflict or form.only_shown:
        return _page(dispute, row, form)
    flash(_("The payslips are kept and the sum computed again."), "done")
    return redirect(url_for("layoffs.person", case_id=case_id, person_id=person_id))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/payslips/difference")
@may(May.WORK_LAYOFF)
def payslips_difference(case_id: UUID, person_id: UUID) -> Response:
    """What the payslips would move; nothing is written."""
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, payslips.labelled)
    form = _form_of(row)
    moved = None
    if form.accepts(row.version):
        with form.refusing():
            moved = what_if.difference(row, *actions.corrected(dispute, row, _with(form, row), today()))
    return _page(dispute, row, form, moved)


def _form_of(row: LayoffPerson) -> PayslipsForm:
    return PayslipsForm(**payslips.initial_of(row.facts, payslips.months(row.facts)))


def _with(form: PayslipsForm, row: LayoffPerson) -> Facts:
    asked = payslips.months(row.facts)
    return dataclasses.replace(
        row.facts, payslips=slips_of(form, row.facts, asked), extras=extras_of(form, row.facts, asked)
    )


def _page(dispute: Layoff, row: LayoffPerson, form: PayslipsForm, moved: what_if.Difference | None = None) -> Response:
    asked = [(month(one.first, language()), one) for one in form.rows(payslips.months(row.facts))]
    figures = presentation.beside(moved.after.beside) if moved else []
    return page(
        "layoffs/payslips.html", form=form, dispute=dispute, row=row, months=asked, moved=moved, figures=figures
    )
