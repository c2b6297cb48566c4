"""The days of trainings in the calendar of a telephone: a day, and no word of what it is for."""

from __future__ import annotations

from sqlalchemy import select

from union.feed.events import Event
from union.store.reach import ReachSession
from union.trainings.models import Training
from union.web.damaged import readable
from union.web.locale import today


def events(session: ReachSession) -> list[Event]:
    """The days to come, for who sees trainings; without a rule each is called a date and nothing else."""
    return [
        Event(one.told.on, "", "", "", one.id, which="training")
        for one in readable(session.scalars(select(Training)), "told")
        if one.told.on >= today()
    ]
