"""The dates of one's meetings in the calendar of one's telephone: what falls due, and no word of what was discussed."""

from __future__ import annotations

from union.feed.events import Event
from union.mandates import due
from union.store.reach import ReachSession
from union.web.locale import today


def events(session: ReachSession) -> list[Event]:
    """Each open date of one's meetings."""
    return [
        Event(one.on, "", one.rule, "", one.meeting_id, which=str(one.meeting_id))
        for one in due.open_dates(due.mine(session), today())
    ]
