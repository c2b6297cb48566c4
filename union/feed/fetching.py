"""Whose calendar an address is, and with which reach today; nobody's where it was revoked or the account has none left."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from union.accounts import authentication
from union.db import Store
from union.feed.actions import kept
from union.feed.models import CalendarFeed
from union.reach import Reach
from union.web.locale import today


def whose(store: Store, secret: str) -> tuple[UUID, Reach] | None:
    """The account and its reach, asked anew at each fetch; None for an address that opens nothing, or no longer."""
    asked = select(CalendarFeed.id, CalendarFeed.account_id, CalendarFeed.made_sealed)
    with store.engine.connect() as connection:
        found = connection.execute(asked.where(CalendarFeed.secret == kept(secret))).first()
    if found is None or CalendarFeed.made.open("calendar_feed", found.id, found.made_sealed).over(today()):
        return None
    reach = authentication.reach_of(store, found.account_id)
    return None if reach is None else (found.account_id, reach)
