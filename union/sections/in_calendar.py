"""The days of sections in the calendar of a telephone: a day, and no word of what it is for."""

from __future__ import annotations

from sqlalchemy import select

from union.feed.events import Event
from union.sections.models import Section
from union.sections.steps import due
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today


def events(session: ReachSession) -> list[Event]:
    """Each day that is ours of the sections in reach; without a rule it is called a date and nothing else."""
    rows = readable(session.scalars(select(Section)), "told")
    return [
        Event(one.planned.by, "", "", "", section.id, which=f"{one.at}-{one.step.value}")
        for section in rows
        for one in due(section.told, today())
        if one.planned.by is not None
    ]
