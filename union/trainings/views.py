"""The pages of trainings: those that are known, one of them, and who in office has not had first aid in law."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.members.models import Member
from union.members.views import called, site_names
from union.members.words import MANDATES
from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time, session
from union.trainings import actions
from union.trainings.due import InOffice, due, in_office
from union.trainings.forms import PlacesForm, TrainingForm
from union.trainings.models import Came, Training, TrainingPlace
from union.trainings.words import CAME, SUBJECTS
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page

bp = Blueprint("trainings", __name__)


@bp.get("/trainings")
@may(May.KEEP_TRAINING)
def index() -> Response:
    """The newest on top, and who of one's sites still waits for first aid in law."""
    rows = sorted(readable(session().scalars(select(Training)), "told"), key=lambda one: one.told.on, reverse=True)
    waiting = due(session(), today())
    chain.listed(current_installation().store, current_account_id(), "trainings", None, len(rows) + len(waiting))
    return page(
        "trainings/index.html",
        rows=paged(len(rows), lambda offset, limit: rows[offset : offset + limit]),
        waiting=waiting,
        places=site_names(),
        subjects=SUBJECTS,
        mandates=MANDATES,
    )


@bp.get("/trainings/new")
@may(May.KEEP_TRAINING)
def new() -> Response:
    return page("trainings/new.html", form=TrainingForm())


@bp.post("/trainings/new")
@may(May.KEEP_TRAINING)
def create() -> Response:
    form = TrainingForm()
    made: list[Training] = []
    if not form.carries_out(lambda: made.append(actions.plan(session(), current_account_id(), form.told))):
        return page("trainings/new.html", form=form)
    flash(_("The training is written down."), "done")
    return redirect(url_for("trainings.show", course_id=made[0].id))


@bp.get("/trainings/<id:course_id>")
@may(May.KEEP_TRAINING)
def show(course_id: UUID) -> Response:
    training = _training(course_id)
    chain.opened(current_installation().store, current_account_id(), actions.TRAINING, training.id)
    return _shown(training, _giving(training)[0])


@bp.post("/trainings/<id:course_id>/places")
@may(May.KEEP_TRAINING)
def give_places(course_id: UUID) -> Response:
    training = _training(course_id)
    one_at_a_time(session(), b"training")  # two who give the same member a place at once
    form, offered = _giving(training)
    if form.untouched:
        return redirect(url_for("trainings.show", course_id=training.id))
    if not form.carries_out(
        lambda: actions.give_places(
            session(),
            current_account_id(),
            training,
            [(one, offered[one].mandate.workplace_id) for one in form.who.ids],
        )
    ):
        return _shown(training, form)
    flash(_("The places are given."), "done")
    return redirect(url_for("trainings.show", course_id=training.id))


def _giving(training: Training, *, beside: bool = False) -> tuple[PlacesForm, dict[UUID, InOffice]]:
    """The form that offers those in office who have no place here, and whom it offers."""
    form = PlacesForm(beside=beside)
    here = set(session().scalars(select(TrainingPlace.member_id).where(TrainingPlace.training_id == training.id)))
    offered = {one.member.id: one for one in in_office(session(), today()) if one.member.id not in here}
    form.who.offer((id_, called(one.member)) for id_, one in offered.items())
    return form, offered


def _shown(training: Training, form: PlacesForm, refused: Any = None) -> Response:
    asked = select(TrainingPlace).where(TrainingPlace.training_id == training.id)
    rows = readable(session().scalars(asked), "place")
    people = {
        one.id: one
        for one in readable(
            session().scalars(select(Member).where(Member.id.in_({one.member_id for one in rows}))), "identity"
        )
    }
    return page(
        "trainings/show.html",
        status=409 if refused else 200,
        refused=refused,
        training=training,
        told=training.told,
        form=form,
        rows=[one for one in rows if one.member_id in people],
        names={id_: called(one) for id_, one in people.items()},
        places=site_names(),
        subjects=SUBJECTS,
        states=CAME,
        passed=training.told.on <= today(),
    )


@bp.get("/trainings/<id:course_id>/edit")
@may(May.KEEP_TRAINING)
def edit(course_id: UUID) -> Response:
    training = _training(course_id)
    return page("trainings/edit.html", form=_form(training), training=training)


@bp.post("/trainings/<id:course_id>/edit")
@may(May.KEEP_TRAINING)
def update(course_id: UUID) -> Response:
    training = _training(course_id)
    form = _form(training)
    if not form.carries_out(
        lambda: actions.correct(session(), current_account_id(), training, form.told), training.version
    ):
        return page("trainings/edit.html", form=form, training=training)
    flash(_("The training is corrected."), "done")
    return redirect(url_for("trainings.show", course_id=training.id))


@bp.post("/training-places/<id:taken_id>/came")
@may(May.KEEP_TRAINING)
def came(taken_id: UUID) -> Response:
    return _noted(taken_id, Came.CAME)


@bp.post("/training-places/<id:taken_id>/missed")
@may(May.KEEP_TRAINING)
def missed(taken_id: UUID) -> Response:
    return _noted(taken_id, Came.MISSED)


def _noted(taken_id: UUID, what: Came) -> Response:
    Confirm()
    row = _place(taken_id)
    training = _training(row.training_id)
    try:
        actions.note_came(session(), current_account_id(), row, training, what, today())
    except Refused as refused:
        return _shown(training, _giving(training, beside=True)[0], refused.sentence)
    flash(_("It is written down."), "done")
    return redirect(url_for("trainings.show", course_id=row.training_id))


@bp.post("/training-places/<id:taken_id>/strike")
@may(May.KEEP_TRAINING)
def take_back(taken_id: UUID) -> Response:
    Confirm()
    row = _place(taken_id)
    course_id = row.training_id
    actions.take_back(session(), current_account_id(), row)
    flash(_("The place is taken back."), "done")
    return redirect(url_for("trainings.show", course_id=course_id))


def _form(training: Training) -> TrainingForm:
    told = training.told
    return TrainingForm(subject=told.subject, on=told.on, hours=told.hours, held_by=told.held_by, place=told.place)


def _training(course_id: UUID) -> Training:
    return session().get(Training, course_id) or abort(404)


def _place(taken_id: UUID) -> TrainingPlace:
    return session().get(TrainingPlace, taken_id) or abort(404)
