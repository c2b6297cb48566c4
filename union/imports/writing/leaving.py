"""Those whom a complete list does not name: who of them has left by now, and writing down that some have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from union.imports.records.outcomes import Absent
from union.members import work_actions
from union.members.models import Employment
from union.refusal import Refused
from union.store.reach import ReachSession
from union.vault.envelope import opens


def works_of(session: ReachSession, workplace_id: UUID, absent: Iterable[Absent]) -> dict[UUID, list[Employment]]:
    """The employments of some people at a workplace, by person; those that do not open are left out."""
    ids = {one.member_id for one in absent}
    found: dict[UUID, list[Employment]] = {}
    asked = select(Employment).where(Employment.workplace_id == workplace_id, Employment.member_id.in_(ids))
    for work in session.scalars(asked):
        if opens(work, "terms"):
            found.setdefault(work.member_id, []).append(work)
    return found


def last_days(works: dict[UUID, list[Employment]]) -> dict[UUID, date | None]:
    """The last day at work of each person; None while one of their employments runs."""
    return {
        member_id: None if None in (days := [work.terms.left_on for work in listed]) else max(filter(None, days))
        for member_id, listed in works.items()
    }


def note_left(
    session: ReachSession, by: UUID, works: dict[UUID, list[Employment]], people: dict[UUID, str], on: date
) -> None:
    """Write down the last day of these people at the workplace; whoever has left already keeps their day.

    Raises `Refused` for a day before the hiring of one of them: then nobody's is written.
    """
    for member_id, name in people.items():
        for work in works.get(member_id, []):
            if work.terms.left_on is not None:
                continue
            try:
                work_actions.leave(session, by, work, on)
            except Refused as refused:
                of = (f"\u2068{name}\u2069", str(_(": ")), str(refused.sentence))
                raise Refused("on", "".join(of)) from None
