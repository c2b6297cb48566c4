"""The days of elections in the calendar of a telephone: a day, and no word of what it is for."""

from __future__ import annotations

from sqlalchemy import select

from union.feed.events import Event
from union.polls.models import Poll
from union.polls.steps import due
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today


def events(session: ReachSession) -> list[Event]:
    """Each day that is ours of the elections in reach; without a rule it is called a date and nothing else."""
    polls = readable(session.scalars(select(Poll)), "told")
    return [
        Event(one.planned.by, "", "", "", poll.id, which=one.step.value)
        for poll in polls
        for one in due(poll.told, today())
        if one.planned.by is not None
    ]
