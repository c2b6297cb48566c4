"""Writing down hours and meetings. Nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.cases.models import Stage
from union.grievances import correcting
from union.grievances.models import Agreed, Grievance
from union.jobs.housekeeping import Passing
from union.mandates.models import MandateHours, Meeting, Met, Spent
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.locale import today

HOURS, MEETING = "mandate_hours", "delegates_meeting"  # in the record
KEPT = timedelta(days=2 * 365 + 92)  # wages are claimed within two years (art 395), and these hours are wages
DAY = 24 * 60


def write_hours(session: ReachSession, by: UUID, spent: Spent) -> MandateHours:
    """Write down hours of a day that has come. Raises `Refused`."""
    if spent.on > today():
        raise Refused("on", _l("This day is still to come: write hours down once they are given."))
    if spent.on < today() - KEPT:
        raise Refused("on", _l("This day is more than two years ago: such hours are claimed no more."))
    given = [
        one.spent.minutes
        for one in session.scalars(select(MandateHours))
        if opens(one, "spent") and one.spent.on == spent.on
    ]
    if sum(given) + spent.minutes > DAY:
        raise Refused("hours", _l("This makes more than 24 hours on one day: look at what is written there already."))
    row = MandateHours(account_id=by, spent=spent)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, HOURS, row.id)
    return row


def strike_hours(session: ReachSession, by: UUID, row: MandateHours) -> None:
    """Take an entry away that was written by mistake."""
    chain.note(session, by, chain.Act.REMOVED, HOURS, row.id)
    session.delete(row)


def plan(session: ReachSession, by: UUID, workplace_id: UUID, on: date) -> Meeting:
    """A meeting to come, or one that was. Raises `Refused` for a second one on the same day."""
    same = [one for one in session.scalars(select(Meeting)) if opens(one, "met") and one.met.on == on]
    if same:
        raise Refused("met_on", _l("A meeting stands on this day already: open it below."))
    meeting = Meeting(account_id=by, workplace_id=workplace_id, met=Met(on), version=1)
    session.add(meeting)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, MEETING, meeting.id)
    return meeting


def keep(session: ReachSession, by: UUID, meeting: Meeting, met: Met) -> None:
    """What a meeting says from now on. The cases whose matter is in a note that was handed in learn its day, from
    which the six days run on them too. Raises `Refused`."""
    if met.noted_on is not None and not met.points:
        raise Refused("points", _l("Write what the note says: without a point there was nothing to hand in."))
    if met.noted_on is not None and met.noted_on > today():
        raise Refused("noted_on", _l("This day is still to come: write it down once the note is handed in."))
    if met.answered_on is not None:
        if met.noted_on is None:
            raise Refused("answered_on", _l("Write first on which day the note was handed in: it is what is answered."))
        if not met.noted_on <= met.answered_on <= today():
            raise Refused("answered_on", _l("The answer lies between the day of the note and today."))
    before = meeting.met.noted_on
    meeting.met = met
    chain.note(session, by, chain.Act.CHANGED, MEETING, meeting.id)
    if met.noted_on is not None:
        for case in of_cases(session, by, met.cases):
            if case.account.noted_on in {None, before} and case.account.noted_on != met.noted_on:
                correcting.learn(session, by, case, {"noted_on": met.noted_on})


def cancel(session: ReachSession, by: UUID, meeting: Meeting) -> None:
    """A meeting that will not be; one whose note was handed in stays, for its answer is owed. Raises `Refused`."""
    if meeting.met.noted_on is not None:
        raise Refused("", _l("The note of this meeting was handed in: its answer is owed, so it stays."))
    chain.note(session, by, chain.Act.REMOVED, MEETING, meeting.id)
    session.delete(meeting)


def of_cases(session: ReachSession, by: UUID, wanted: tuple[UUID, ...]) -> list[Grievance]:
    """Of these, the open cases that one reported oneself and whose person agrees that the employer learns of it."""
    found = session.scalars(select(Grievance).where(Grievance.id.in_(wanted), Grievance.stage != Stage.CLOSED))
    return [
        one
        for one in found
        if one.reported_by == by and not one.confidential and opens(one, "account") and one.account.agreed is Agreed.YES
    ]


def with_lines(met: Met, lines: tuple[str, ...]) -> Met:
    """The same meeting with further points, each once."""
    return dataclasses.replace(met, points=tuple(dict.fromkeys((*met.points, *lines))))


def _old_hours(session: Session) -> list[UUID]:
    before = datetime.now(UTC).date() - KEPT
    return [one.id for one in session.scalars(select(MandateHours)) if opens(one, "spent") and one.spent.on < before]


def _old_meetings(session: Session) -> list[UUID]:
    before = datetime.now(UTC).date() - KEPT
    return [one.id for one in session.scalars(select(Meeting)) if opens(one, "met") and one.met.on < before]


PASSING = (Passing(MandateHours, _old_hours), Passing(Meeting, _old_meetings))
