"""The days on which to ask after a referral, in the calendar of a telephone: a day, and no word of what it is for."""

from __future__ import annotations

from sqlalchemy import select

from union.feed.events import Event
from union.referrals.models import Referral
from union.store.reach import ReachSession
from union.web.damaged import readable


def events(session: ReachSession) -> list[Event]:
    """Each day to ask of the referrals in reach; without a rule it is called a date and nothing else."""
    return [
        Event(one.told.ask_on, "", "", "", one.id, which="ask")
        for one in readable(session.scalars(select(Referral)), "told")
        if one.told.ask_on is not None
    ]
