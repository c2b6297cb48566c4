"""A place on a training for one member, whoever they are: a form at their own page. The list of a training offers those
in office alone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.members.models import Member
from union.members.person_views import member_of
from union.members.views import called
from union.members.worked import worked_at
from union.store.db import one_at_a_time, session
from union.trainings import actions
from union.trainings.forms import PlaceForm
from union.trainings.models import Training, TrainingPlace
from union.trainings.views import bp
from union.trainings.words import SUBJECTS
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import day, today
from union.web.pages import page

# Who came is often told weeks after a training; what is older is looked up on its own page.
RECENT = timedelta(days=183)


@bp.get("/members/<id:member_id>/training")
@may(May.KEEP_TRAINING)
def offer_to_member(member_id: UUID) -> Response:
    member = member_of(member_id)
    had = session().scalars(select(TrainingPlace.training_id).where(TrainingPlace.member_id == member.id))
    return _shown(member, _form(member, without=set(had)))


@bp.post("/members/<id:member_id>/training")
@may(May.KEEP_TRAINING)
def give_to_member(member_id: UUID) -> Response:
    """Every training is offered, also one on which they have a place: two desks may give one at once, and the second
    is told in words."""
    member = member_of(member_id)
    one_at_a_time(session(), b"training")
    form = _form(member)
    if not form.carries_out(lambda: _give(form, member)):
        return _shown(member, form)
    flash(_("The place is given."), "done")
    return redirect(url_for("members.show", member_id=member.id))


def _give(form: PlaceForm, member: Member) -> None:
    training = session().get_one(Training, form.training.data)
    actions.give_one(session(), current_account_id(), training, member.id, form.site.data)


def _form(member: Member, without: Collection[UUID] = ()) -> PlaceForm:
    places = worked_at(member)
    form = PlaceForm(site=next(iter(places), None))
    form.site.offer(places.items())
    rows = readable(session().scalars(select(Training)), "told")
    recent = [one for one in rows if one.told.on >= today() - RECENT and one.id not in without]
    recent.sort(key=lambda one: one.told.on, reverse=True)
    form.training.offer(((one.id, f"{day(one.told.on)} · {SUBJECTS[one.told.subject]}") for one in recent), _("Choose"))
    return form


def _shown(member: Member, form: PlaceForm) -> Response:
    return page("trainings/giving.html", form=form, member=member, name=called(member))
