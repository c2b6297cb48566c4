"""Whose calendar an address is; nobody's where it was revoked or the account has none left."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from union.accounts import authentication
from union.feed.actions import kept
from union.feed.models import CalendarFeed
from union.store.db import Store
from union.web.locale import today


def whose(store: Store, secret: str) -> UUID | None:
    """The account, asked anew at each fetch; None for an address that opens nothing, or no longer."""
    asked = select(CalendarFeed.id, CalendarFeed.account_id, CalendarFeed.made_sealed)
    with store.engine.connect() as connection:
        found = connection.execute(asked.where(CalendarFeed.secret == kept(secret))).first()
    if found is None or CalendarFeed.made.open("calendar_feed", found.id, found.made_sealed).over(today()):
        return None
    return None if authentication.reach_of(store, found.account_id) is None else found.account_id
