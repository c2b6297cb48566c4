"""What waits to be seen: messages and other acts, for whoever reported a case or follows it, until they open it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Integer, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import Case, CaseKind, CasePart, Stage
from union.store.db import Model, Store
from union.store.reach import Reach, ReachSession
from union.vault.envelope import plain


class Unread(CasePart, Model):
    """How many messages and acts of others on a case wait for one account; no row once it has seen them."""

    __tablename__ = "case_unread"
    __table_args__ = (UniqueConstraint("case_id", "account_id"),)

    account_id: Mapped[UUID] = mapped_column(index=True)
    number: Mapped[int] = plain("how many messages wait to be read, without a word of them", Integer)
    moved: Mapped[int] = plain(
        "how many other acts wait to be seen, without a word of them", Integer, default=0, server_default="0"
    )


@dataclass(frozen=True)
class News:
    """What waits on one case for somebody: messages, and whether other acts do."""

    case: Case
    messages: int
    moved: bool

    @property
    def ended(self) -> bool:
        """Whether the case is closed, which is more than that it moved."""
        return self.case.stage is Stage.CLOSED


def tell(session: ReachSession, by: UUID, case: Case, everybody: Collection[UUID] = ()) -> None:
    """A message was written: it waits for whoever reported the case and for whoever follows it, its writer left out;
    for `everybody` whom the case names where each has to be told."""
    for one in _waiting_for(session, by, case, everybody):
        one.number += 1


def move(session: ReachSession, by: UUID | None, case: Case) -> None:
    """Something was done on a grievance: that it was waits for the same people, and not what."""
    if case.kind is CaseKind.GRIEVANCE:
        for one in _waiting_for(session, by, case):
            one.moved += 1


def _waiting_for(session: ReachSession, by: UUID | None, case: Case, everybody: Collection[UUID] = ()) -> list[Unread]:
    """The rows of whoever reported a case and whoever follows it, made where there are none yet."""
    people = (case.reported_by, case.handled_by, *everybody)
    wanted = {one for one in people if one is not None and one != by}
    known = session.scalars(
        select(Unread).where(Unread.case_id == case.id, Unread.account_id.in_(wanted)).with_for_update()
    )
    found = {one.account_id: one for one in known}
    for account_id in wanted - found.keys():
        row = Unread(case_id=case.id, workplace_id=case.workplace_id, account_id=account_id, number=0, moved=0)
        session.add(row)
        found[account_id] = row
    return list(found.values())


def waiting(session: ReachSession, me: UUID, cases: Iterable[UUID] | None = None) -> dict[UUID, int]:
    """How many messages wait for somebody, by case: of these cases, or of all in reach."""
    return {case_id: number for case_id, (number, _moved) in counted(session, me, cases).items() if number}


def counted(session: ReachSession, me: UUID, cases: Iterable[UUID] | None = None) -> dict[UUID, tuple[int, int]]:
    """How many messages and how many other acts wait for somebody, by case."""
    asked = select(Unread.case_id, Unread.number, Unread.moved).where(Unread.account_id == me)
    if cases is not None:
        asked = asked.where(Unread.case_id.in_(list(cases)))
    return {row.case_id: (row.number, row.moved) for row in session.execute(asked)}


def news(session: ReachSession, me: UUID) -> list[News]:
    """Every case on which something waits for somebody, closed ones too: answers first."""
    waits = counted(session, me)
    found = session.scalars(select(Case).where(Case.id.in_(waits))) if waits else ()
    told = [News(one, waits[one.id][0], waits[one.id][1] > 0) for one in found]
    return sorted(told, key=lambda one: (not one.messages, not one.ended, one.case.code))


def unread(session: ReachSession, case: Case) -> dict[UUID, int]:
    """How many messages of a case wait, by whom they are for."""
    asked = select(Unread.account_id, Unread.number).where(Unread.case_id == case.id)
    return {row.account_id: row.number for row in session.execute(asked)}


def opened(store: Store, reach: Reach, case_id: UUID, shown: tuple[int, int]) -> None:
    """They have seen the messages and the acts that are `shown`; in a short transaction of its own, before the answer
    leaves. What came meanwhile waits on."""
    asked = select(Unread).where(Unread.case_id == case_id, reach.own(Unread.account_id)).with_for_update()
    with store.writing(reach) as session:
        for one in session.scalars(asked):
            one.number, one.moved = max(0, one.number - shown[0]), max(0, one.moved - shown[1])
            if not (one.number or one.moved):
                session.delete(one)
