"""Whose calendar an address is, and with which reach today; nobody's where it was revoked or the account has none left."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from union.accounts import authentication
from union.db import Store
from union.feed.actions import kept
from union.feed.models import CalendarFeed
from union.reach import Reach


def whose(store: Store, secret: str) -> tuple[UUID, Reach] | None:
    """The account and its reach, asked anew at each fetch; None for an address that opens nothing."""
    with store.engine.connect() as connection:
        account = connection.scalar(select(CalendarFeed.account_id).where(CalendarFeed.secret == kept(secret)))
    reach = None if account is None else authentication.reach_of(store, account)
    return None if account is None or reach is None else (account, reach)
