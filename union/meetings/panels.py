"""What the page of a workplace shows of its meetings, and what the calendar of a telephone does."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.access import May, asking
from union.feed.events import Event
from union.meetings.models import UnionMeeting
from union.meetings.words import KINDS
from union.store.db import session
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today
from union.workplaces.models import Workplace
from union.workplaces.panels import Panel

SHOWN = 3  # meetings on the page of a site


def of_workplace(workplace: Workplace) -> Panel | None:
    """What is to come at the site, and the last meetings, with the way there."""
    if not asking().may(May.HOLD_MEETING):
        return None
    rows = readable(session().scalars(select(UnionMeeting).where(UnionMeeting.workplace_id == workplace.id)), "told")
    rows.sort(key=lambda one: one.told.on, reverse=True)
    values = {"workplace": workplace, "rows": rows[:SHOWN], "kinds": KINDS}
    return Panel(_l("Meetings"), "people", "meetings/_of_site.html", values)


def events(session: ReachSession) -> list[Event]:
    """The days to come, each a date and nothing else; of decisions, the days by which they are to be done."""
    found = []
    for one in readable(session.scalars(select(UnionMeeting)), "told"):
        if one.told.on >= today() and not one.told.called_off:
            found.append(Event(one.told.on, "", "", one.told.hour, one.id, which="meeting"))
        found += [
            Event(line.until, "", "", "", one.id, which=f"decided {at}")
            for at, line in enumerate(one.told.decided)
            if line.until is not None and line.done_on is None
        ]
    return found
