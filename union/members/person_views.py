"""Pages on which a person is added and corrected."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.members import actions, tokens
from union.members.consent_text import TEXT, VERSION
from union.members.forms import NewMember, NewMemberWithCin, PersonForm, PersonWithCin
from union.members.models import Category, Consent, Contract, Identity, Member, Membership, Terms, Wage
from union.members.views import bp
from union.store.db import session
from union.web.current import current_installation
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import Workplace


@bp.get("/workplaces/<id:workplace_id>/members/new")
@may(May.EDIT_MEMBER)
def new(workplace_id: UUID) -> Response:
    return page("members/new.html", form=_new_form(), workplace=_workplace(workplace_id), known=[], consent=TEXT)


@bp.post("/workplaces/<id:workplace_id>/members/new")
@may(May.EDIT_MEMBER)
def create(workplace_id: UUID) -> Response:
    workplace, form = _workplace(workplace_id), _new_form()
    known: list[Member] = []
    if form.accepts():
        identity = _identity(form, Identity())
        wanted = tokens.of_identity(identity)
        if form.number.data:
            wanted.add(tokens.number(workplace_id, form.number.data))
        known = [] if form.another.data else tokens.holders(session(), wanted)
        if not known:
            with form.refusing():
                return to_member(_create(form, identity, workplace_id).id)
    status = 422 if known else 200
    return page("members/new.html", form=form, status=status, workplace=workplace, known=known, consent=TEXT)


def _create(form: Any, identity: Identity, workplace_id: UUID) -> Member:
    pay = (Wage(form.hired_on.data, form.gross.data),) if form.gross.data is not None else ()
    terms = Terms(
        employee_number=form.number.data or "",
        job=form.job.data or "",
        category=form.category.data,
        contract=form.contract.data,
        hired_on=form.hired_on.data,
        term_on=form.term_on.data,
        wages=pay,
    )
    given = Consent(today(), form.how.data.value, VERSION) if form.how.data else None
    return actions.create(
        session(), current_account_id(), identity, workplace_id, terms, state=form.state.data, on=today(), consent=given
    )


def _new_form() -> Any:
    kind = NewMemberWithCin if current_installation().settings.cin_authorised else NewMember
    return kind(state=Membership.MEMBER, category=Category.EMPLOYEE, contract=Contract.CDI)


@bp.get("/members/<id:member_id>/edit")
@may(May.EDIT_MEMBER)
def edit(member_id: UUID) -> Response:
    member = member_of(member_id)
    return page("members/edit.html", form=_person_form(member), member=member)


@bp.post("/members/<id:member_id>/edit")
@may(May.EDIT_MEMBER)
def update(member_id: UUID) -> Response:
    member = member_of(member_id)
    form = _person_form(member)
    if form.accepts(member.version):
        with form.refusing():
            actions.correct(session(), current_account_id(), member, _identity(form, member.identity))
            return to_member(member.id)
    return page("members/edit.html", form=form, member=member)


def _person_form(member: Member) -> Any:
    kind = PersonWithCin if current_installation().settings.cin_authorised else PersonForm
    known = dataclasses.asdict(member.identity)
    phones, emails = (*member.identity.phones, "", ""), (*member.identity.emails, "")
    return kind(**{**known, "phone": phones[0], "phone_other": phones[1], "email": emails[0]})


def _identity(form: Any, before: Identity) -> Identity:
    """What was typed; further telephones and e-mails, which an import may have brought, are kept."""
    typed: dict[str, Any] = {name: form[name].data or "" for name in form._fields if hasattr(before, name)}
    typed["sex"], typed["born_on"] = form.sex.data, form.born_on.data
    phones = (form.phone.data, form.phone_other.data, *before.phones[2:])
    emails = (form.email.data, *before.emails[1:])
    return dataclasses.replace(
        before,
        **typed,
        phones=tuple(dict.fromkeys(filter(None, phones))),
        emails=tuple(dict.fromkeys(filter(None, emails))),
    )


def answered(
    form: Form, member: Member, template: str, act: Callable[[], object], *, version: int | None = None, **values: Any
) -> Response:
    """Do the act where the form can be used, and go to the member; else its page again, with what was typed."""
    if form.accepts(version):
        with form.refusing():
            act()
            return to_member(member.id)
    return page(template, form=form, member=member, **values)


def member_of(member_id: UUID) -> Member:
    """A member in reach; 404 where there is none."""
    return session().get(Member, member_id) or abort(404)


def _workplace(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)


def to_member(member_id: UUID) -> Response:
    """After an act: the member's page, which says that it is done."""
    flash(_("It is written down."), "done")
    return redirect(url_for("members.show", member_id=member_id))
