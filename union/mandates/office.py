"""Which office the holder of an account has today, from the mandates on their own member's file."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from union.members.models import Mandate, MandateKind
from union.members.own import own_member
from union.store.reach import ReachSession
from union.web.damaged import readable

# The offices that have means of their own, the first held counts; a candidate has protection and no hours.
WITH_MEANS = (MandateKind.DELEGATE_FULL, MandateKind.UNION_REPRESENTATIVE, MandateKind.DELEGATE_ALTERNATE)


def held(session: ReachSession, me: UUID, on: date) -> Mandate | None:
    """The mandate that runs on a day; None where the file says of none, or no file is the holder's."""
    member_id = own_member(session, me)
    if member_id is None:
        return None
    mandates = readable(session.scalars(select(Mandate).where(Mandate.member_id == member_id)), "held")
    running = [
        one
        for one in mandates
        if one.held.kind in WITH_MEANS
        and one.held.from_on <= on
        and (one.held.until_on is None or on <= one.held.until_on)
    ]
    return min(running, key=lambda one: (WITH_MEANS.index(one.held.kind), one.held.from_on), default=None)
