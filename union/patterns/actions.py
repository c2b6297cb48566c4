"""Writing down a union event or a measure, and striking it out."""

from __future__ import annotations

from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.patterns.models import OF_UNION, Told, UnionEvent
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today

KIND = "union_event"  # in the record


def write_down(session: ReachSession, by: UUID, workplace_id: UUID, member_id: UUID | None, told: Told) -> UnionEvent:
    """A new event of a site, or of one person there. Raises `Refused`."""
    if told.on > today():
        raise Refused("on", _l("This day is still to come: write what happened once it has."))
    if told.what not in OF_UNION and member_id is None:
        raise Refused("what", _l("A measure is taken against a person: write it down from the page of the member."))
    if told.known_how and told.known_on is None:
        raise Refused("known_on", _l("Write the day since which the employer knew: retaliation hangs on it."))
    row = UnionEvent(workplace_id=workplace_id, member_id=member_id, told=told, version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, row.id)
    return row


def strike(session: ReachSession, by: UUID, row: UnionEvent) -> None:
    """It was written down by mistake."""
    session.delete(row)
    session.flush()
    chain.note(session, by, chain.Act.REMOVED, KIND, row.id)
