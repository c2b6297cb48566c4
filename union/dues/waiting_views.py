"""What delegates wrote on their sheets, until the desk takes it or sets it aside."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.actions import names
from union.accounts.forms import Confirm
from union.dues import actions
from union.dues.models import CollectedDues, CollectedState
from union.dues.views import bp
from union.members.models import Member
from union.members.person_views import member_of
from union.members.views import called, site_names
from union.record import chain
from union.refusal import Refused
from union.store.db import session
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/payments/waiting")
@may(May.KEEP_DUES)
def waiting() -> Response:
    """What delegates wrote on their sheets and no desk has answered."""
    found = _new_lines()
    chain.listed(current_installation().store, current_account_id(), "payments", None, len(found))
    return _waiting_page()


def _new_lines() -> list[CollectedDues]:
    asked = select(CollectedDues).where(CollectedDues.state == CollectedState.NEW)
    return sorted(readable(session().scalars(asked), "collected"), key=lambda one: one.collected.on)


def _waiting_page(refused: Any = None) -> Response:
    found = _new_lines()
    asked = select(Member).where(Member.id.in_({one.member_id for one in found}))
    people = {one.id: called(one) for one in readable(session().scalars(asked), "identity")}
    return page(
        "dues/waiting.html",
        rows=paged(len(found), lambda offset, limit: found[offset : offset + limit]),
        people=people,
        places=site_names(),
        by=names(session(), {one.account_id for one in found}),
        refused=refused,
        status=409 if refused else 200,
    )


@bp.post("/payments/waiting/<id:collected_id>/take")
@may(May.KEEP_DUES)
def take(collected_id: UUID) -> Response:
    Confirm()
    row = session().get(CollectedDues, collected_id) or abort(404)
    who = member_of(row.member_id)
    try:
        actions.take(session(), current_account_id(), asking().name, row, who, today())
    except Refused as refused:
        return _waiting_page(refused.sentence)
    flash(_("The payment is written down."), "done")
    return redirect(url_for("dues.waiting"))


@bp.post("/payments/waiting/<id:collected_id>/aside")
@may(May.KEEP_DUES)
def set_aside(collected_id: UUID) -> Response:
    Confirm()
    row = session().get(CollectedDues, collected_id) or abort(404)
    try:
        actions.set_aside(session(), current_account_id(), row)
    except Refused as refused:
        return _waiting_page(refused.sentence)
    flash(_("It is set aside."), "done")
    return redirect(url_for("dues.waiting"))
