"""The trainings of one member, on the page of the member: for a desk alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.access import May, asking
from union.members.models import Member
from union.members.panels import Panel
from union.store.db import session
from union.store.reach import ReachSession
from union.trainings.due import due
from union.trainings.models import Came, Training, TrainingPlace
from union.trainings.words import CAME, SUBJECTS
from union.web.damaged import readable
from union.web.locale import today


@dataclass(frozen=True)
class Had:
    """A training on which the member has or had a place, and what became of the place in words."""

    training: Training
    became: Any
    tone: str


def of_member(member: Member) -> Panel | None:
    """What they had, have a place on or missed, as the desks in reach wrote it down, and what they are due for."""
    if not asking().may(May.KEEP_TRAINING):
        return None
    waits = due(session(), today(), member.id)
    values = {
        "member": member,
        "rows": had(session(), member, today()),
        "due": waits[0] if waits else None,
        "subjects": SUBJECTS,
    }
    return Panel(_l("Trainings"), "trainings/_of_member.html", values)


def had(session: ReachSession, member: Member, on: date) -> list[Had]:
    """The newest on top."""
    places = readable(session.scalars(select(TrainingPlace).where(TrainingPlace.member_id == member.id)), "place")
    asked = select(Training).where(Training.id.in_({one.training_id for one in places}))
    trainings = {one.id: one for one in readable(session.scalars(asked), "told")}
    found = [_had(trainings[one.training_id], one.place.came, on) for one in places if one.training_id in trainings]
    return sorted(found, key=lambda one: one.training.told.on, reverse=True)


def _had(training: Training, came: Came, on: date) -> Had:
    if came is Came.EXPECTED and training.told.on < on:
        return Had(training, _l("nobody wrote down yet whether they came"), "soon")
    if came is Came.EXPECTED:
        return Had(training, _l("has a place"), "primary")
    return Had(training, CAME[came], "done" if came is Came.CAME else "late")
