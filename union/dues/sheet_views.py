"""The sheet of a delegate who collects: they write who paid, and never read it back."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.dues import actions, owing
from union.dues.forms import CollectedForm
from union.dues.views import bp
from union.members.models import Entrusted, Member
from union.members.views import called
from union.store.db import session
from union.tables.cells.names import fold
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/sheet")
@may(May.COLLECT_DUES)
def sheet() -> Response:
    return _sheet(_form()[0])


@bp.post("/sheet")
@may(May.COLLECT_DUES)
def collect() -> Response:
    form, places = _form()

    def act() -> None:
        who = UUID(str(form.member.data))
        actions.collect(session(), current_account_id(), who, places[who], form.year.data, form.told, today())

    if not form.carries_out(act):
        return _sheet(form)
    flash(_("It is written down for the desk. You do not see it here again: the receipt comes from there."), "done")
    return redirect(url_for("dues.sheet"))


def _form() -> tuple[CollectedForm, dict[UUID, UUID]]:
    """The form that offers those entrusted to who asks, and at which site each was."""
    places = {one.member_id: one.workplace_id for one in session().scalars(select(Entrusted))}
    people = readable(session().scalars(select(Member).where(Member.id.in_(places))), "identity")
    rate = owing.rates(session()).get(today().year)
    form = CollectedForm(year=today().year, amount=rate.amount if rate else None, on=today())
    named = [(one.id, called(one)) for one in people]
    named.sort(key=lambda one: fold(one[1]))
    form.member.offer(named, empty=_("Choose"))
    return form, places


def _sheet(form: CollectedForm) -> Response:
    return page("dues/sheet.html", form=form)
