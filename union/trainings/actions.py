"""Every way in which trainings change. Who acts comes first; nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.trainings.models import Came, Place, Told, Training, TrainingPlace

TRAINING, PLACE = "training", "training_place"  # in the record


def plan(session: ReachSession, by: UUID, told: Told) -> Training:
    """A training that is to come, or was held."""
    training = Training(told=told, version=1)
    session.add(training)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, TRAINING, training.id)
    return training


def correct(session: ReachSession, by: UUID, training: Training, told: Told) -> None:
    """What about, when, where and by whom."""
    training.told = told
    chain.note(session, by, chain.Act.CHANGED, TRAINING, training.id)


def give_places(session: ReachSession, by: UUID, training: Training, people: Iterable[tuple[UUID, UUID]]) -> None:
    """A place for each member at a workplace: pairs of their ids. Who has one already is left out by the caller."""
    for member_id, workplace_id in people:
        row = TrainingPlace(
            training_id=training.id, member_id=member_id, workplace_id=workplace_id, place=Place(), version=1
        )
        session.add(row)
        session.flush()
        chain.note(session, by, chain.Act.CREATED, PLACE, row.id)


def give_one(session: ReachSession, by: UUID, training: Training, member_id: UUID, workplace_id: UUID) -> None:
    """A place for one member. Raises `Refused` where a desk in reach gave them one already."""
    here = select(TrainingPlace.id).where(
        TrainingPlace.training_id == training.id, TrainingPlace.member_id == member_id
    )
    if session.scalars(here).first() is not None:
        raise Refused("training", _l("They have a place on this training already."))
    give_places(session, by, training, [(member_id, workplace_id)])


def note_came(session: ReachSession, by: UUID, row: TrainingPlace, training: Training, came: Came, on: date) -> None:
    """What became of a place. Raises `Refused` before the day of the training."""
    if training.told.on > on:
        raise Refused("", _l("This training is still to come: write who came on its day, or correct the day."))
    row.place = dataclasses.replace(row.place, came=came)
    chain.note(session, by, chain.Act.CHANGED, PLACE, row.id)


def take_back(session: ReachSession, by: UUID, row: TrainingPlace) -> None:
    """The member has no place on this training."""
    chain.note(session, by, chain.Act.REMOVED, PLACE, row.id)
    session.delete(row)
