"""The mandates of members at a workplace, as the law asks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from union.law.ending.protection import Held, Office
from union.members.models import Mandate
from union.store.reach import ReachSession
from union.web.damaged import readable


def mandates_of(session: ReachSession, workplace_id: UUID, members: Iterable[UUID]) -> dict[UUID, list[Held]]:
    """The mandates of some members at the workplace, by member."""
    held: dict[UUID, list[Held]] = defaultdict(list)
    wanted = list(members)
    if not wanted:
        return held
    rows = select(Mandate).where(Mandate.workplace_id == workplace_id, Mandate.member_id.in_(wanted))
    for row in readable(session.scalars(rows), "held"):
        held[row.member_id].append(Held(Office(row.held.kind.value), row.held.from_on, row.held.until_on))
    return held
