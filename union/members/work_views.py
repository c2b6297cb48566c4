"""Pages of somebody's work: employments, wages, mandates."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.members import work_actions
from union.members.forms import LastDay, LeavingWork, NewWork, Office, Pay, PayStruck, Work
from union.members.models import Category, Contract, Employment, Held, Mandate, Terms, Wage
from union.members.person_views import answered, member_of
from union.members.views import bp, site_names
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/members/<id:member_id>/employments/new")
@may(May.EDIT_MEMBER)
def new_employment(member_id: UUID) -> Response:
    return page("members/new_employment.html", form=_new_work(), member=member_of(member_id))


@bp.post("/members/<id:member_id>/employments/new")
@may(May.EDIT_MEMBER)
def employ(member_id: UUID) -> Response:
    member, form = member_of(member_id), _new_work()

    def act() -> None:
        work_actions.employ(session(), current_account_id(), member, form.workplace.data, _terms(form, Terms()))

    return answered(form, member, "members/new_employment.html", act)


def _new_work() -> NewWork:
    form = NewWork(category=Category.EMPLOYEE, contract=Contract.CDI)
    form.workplace.offer(sorted(site_names().items(), key=lambda pair: pair[1].casefold()))
    return form


@bp.get("/employments/<id:employment_id>/edit")
@may(May.EDIT_MEMBER)
def edit_employment(employment_id: UUID) -> Response:
    employment = employment_of(employment_id)
    return page("members/edit_employment.html", form=_work(employment), employment=employment, member=employment.member)


@bp.post("/employments/<id:employment_id>/edit")
@may(May.EDIT_MEMBER)
def update_employment(employment_id: UUID) -> Response:
    employment = employment_of(employment_id)
    form = _work(employment)

    def act() -> None:
        work_actions.correct_terms(session(), current_account_id(), employment, _terms(form, employment.terms))

    return answered(
        form, employment.member, "members/edit_employment.html", act, version=employment.version, employment=employment
    )


def _work(employment: Employment) -> Work:
    known = employment.terms
    return Work(
        number=known.employee_number,
        job=known.job,
        category=known.category,
        contract=known.contract,
        hired_on=known.hired_on,
        term_on=known.term_on,
        left_on=known.left_on,
        left_how=known.left_how,
    )


def _terms(form: Work, before: Terms) -> Terms:
    return dataclasses.replace(
        before,
        employee_number=form.number.data or "",
        job=form.job.data or "",
        category=form.category.data,
        contract=form.contract.data,
        hired_on=form.hired_on.data,
        term_on=form.term_on.data,
        left_on=form.left_on.data,
        left_how=form.left_how.data,
    )


@bp.get("/employments/<id:employment_id>/wages")
@may(May.EDIT_MEMBER)
def wages(employment_id: UUID) -> Response:
    employment = employment_of(employment_id)
    return page("members/wages.html", form=Pay(), employment=employment, member=employment.member)


@bp.post("/employments/<id:employment_id>/wages")
@may(May.EDIT_MEMBER)
def add_wage(employment_id: UUID) -> Response:
    employment, form = employment_of(employment_id), Pay()

    def act() -> None:
        wage = Wage(form.from_on.data, form.gross.data, form.net.data)
        work_actions.add_wage(session(), current_account_id(), employment, wage, today())

    return answered(form, employment.member, "members/wages.html", act, employment=employment)


@bp.post("/employments/<id:employment_id>/wages/strike")
@may(May.EDIT_MEMBER)
def strike_wage(employment_id: UUID) -> Response:
    employment, form = employment_of(employment_id), PayStruck()
    if form.accepts():
        with form.refusing():
            wage = Wage(form.from_on.data, form.gross.data, form.net.data)
            work_actions.strike_wage(session(), current_account_id(), employment, wage)
            flash(_("It is struck out; the history says what it was."), "done")
            return redirect(url_for("members.wages", employment_id=employment_id))
    refusals = [sentence for field in form for sentence in field.errors]
    return page("members/wages.html", status=422, refusals=refusals, employment=employment, member=employment.member)


@bp.get("/employments/<id:employment_id>/leave")
@may(May.EDIT_MEMBER)
def leaving(employment_id: UUID) -> Response:
    employment = employment_of(employment_id)
    return page("members/leaving.html", form=_leaving(employment), employment=employment, member=employment.member)


@bp.post("/employments/<id:employment_id>/leave")
@may(May.EDIT_MEMBER)
def leave(employment_id: UUID) -> Response:
    employment = employment_of(employment_id)
    form = _leaving(employment)

    def act() -> None:
        work_actions.leave(session(), current_account_id(), employment, form.on.data, form.how.data)

    return answered(
        form, employment.member, "members/leaving.html", act, version=employment.version, employment=employment
    )


def _leaving(employment: Employment) -> LeavingWork:
    terms = employment.terms
    return LeavingWork(on=terms.left_on or today(), how=terms.left_how)


@bp.get("/employments/<id:employment_id>/mandates/new")
@may(May.EDIT_MEMBER)
def new_mandate(employment_id: UUID) -> Response:
    employment = employment_of(employment_id)
    return page("members/new_mandate.html", form=Office(), employment=employment, member=employment.member)


@bp.post("/employments/<id:employment_id>/mandates/new")
@may(May.EDIT_MEMBER)
def give_mandate(employment_id: UUID) -> Response:
    employment, form = employment_of(employment_id), Office()

    def act() -> None:
        held = Held(form.kind.data, form.from_on.data, form.until_on.data, form.note.data or "")
        work_actions.give_mandate(session(), current_account_id(), employment, held)

    return answered(form, employment.member, "members/new_mandate.html", act, employment=employment)


@bp.get("/mandates/<id:mandate_id>/end")
@may(May.EDIT_MEMBER)
def ending_mandate(mandate_id: UUID) -> Response:
    mandate = _mandate(mandate_id)
    member = member_of(mandate.member_id)
    return page(
        "members/ending_mandate.html", form=_last_day(mandate), mandate=mandate, member=member, ends=edition(mandate)
    )


@bp.post("/mandates/<id:mandate_id>/end")
@may(May.EDIT_MEMBER)
def end_mandate(mandate_id: UUID) -> Response:
    mandate = _mandate(mandate_id)
    form, version = _last_day(mandate), edition(mandate)

    def act() -> None:
        work_actions.end_mandate(session(), current_account_id(), mandate, form.on.data)

    member = member_of(mandate.member_id)
    return answered(form, member, "members/ending_mandate.html", act, version=version, mandate=mandate, ends=version)


def _last_day(mandate: Mandate) -> LastDay:
    return LastDay(on=mandate.held.until_on or today())


def edition(mandate: Mandate) -> int:
    """What stands between two who end one mandate: its last day as a number, nought where none is written."""
    until = mandate.held.until_on
    return until.toordinal() if until is not None else 0


def employment_of(employment_id: UUID) -> Employment:
    return session().get(Employment, employment_id) or abort(404)


def _mandate(mandate_id: UUID) -> Mandate:
    return session().get(Mandate, mandate_id) or abort(404)
