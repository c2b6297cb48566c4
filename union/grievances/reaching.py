"""Whom one calls about a grievance: whoever follows it, else those who could take it, by the numbers that they wrote
down."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from union.accounts.models import Account
from union.cases import readers
from union.grievances.models import Grievance
from union.store.reach import ReachSession

MOST = 3  # of those who could take it


@dataclass(frozen=True)
class Reached:
    """Somebody to call, and their telephone for work."""

    name: str
    phone: str


def of_case(session: ReachSession, case: Grievance) -> list[Reached]:
    """Who is called: the one who follows the case; while nobody does, the organisers who read it. None without a
    number."""
    if case.handled_by is not None:
        wanted = {case.handled_by}
    else:
        desk = {one.id for one in readers.colleagues(session, case.workplace_id, readers.FOLLOW)}
        wanted = desk & set(readers.named(session, case)) if case.confidential else desk
    found = session.execute(select(Account.id, Account.holder_sealed).where(Account.id.in_(wanted), ~Account.disabled))
    holders = [Account.holder.shown("account", row.id, row.holder_sealed) for row in found]
    numbers = [Reached(one.name, one.phone) for one in holders if one.phone]
    return sorted(numbers, key=lambda one: one.name.casefold())[:MOST]
