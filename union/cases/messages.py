"""Messages that wait: a note for whoever reported a case, or follows it, until they have opened the case."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Integer, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import Case, CasePart
from union.store.db import Model, Store
from union.store.reach import Reach, ReachSession
from union.vault.envelope import plain


class Unread(CasePart, Model):
    """How many messages of a case wait for one account; no row once it has read them."""

    __tablename__ = "case_unread"
    __table_args__ = (UniqueConstraint("case_id", "account_id"),)

    account_id: Mapped[UUID] = mapped_column(index=True)
    number: Mapped[int] = plain("how many messages wait to be read, without a word of them", Integer)


def tell(session: ReachSession, by: UUID, case: Case) -> None:
    """A message was written: it waits for whoever reported the case and for whoever follows it, its writer left out."""
    wanted = {case.reported_by, case.handled_by} - {by, None}
    known = session.scalars(
        select(Unread).where(Unread.case_id == case.id, Unread.account_id.in_(wanted)).with_for_update()
    )
    found = {one.account_id: one for one in known}
    for account_id in wanted:
        if account_id in found:
            found[account_id].number += 1
        else:
            session.add(Unread(case_id=case.id, workplace_id=case.workplace_id, account_id=account_id, number=1))


def waiting(session: ReachSession, me: UUID, cases: Iterable[UUID] | None = None) -> dict[UUID, int]:
    """How many messages wait for somebody, by case: of these cases, or of all in reach."""
    asked = select(Unread.case_id, Unread.number).where(Unread.account_id == me)
    if cases is not None:
        asked = asked.where(Unread.case_id.in_(list(cases)))
    return {row.case_id: row.number for row in session.execute(asked)}


def unread(session: ReachSession, case: Case) -> dict[UUID, int]:
    """How many messages of a case wait, by whom they are for."""
    asked = select(Unread.account_id, Unread.number).where(Unread.case_id == case.id)
    return {row.account_id: row.number for row in session.execute(asked)}


def opened(store: Store, reach: Reach, case_id: UUID, shown: int) -> None:
    """They have read the messages that are `shown`; in a short transaction of its own, before the answer leaves. One
    that came meanwhile waits on."""
    asked = select(Unread).where(Unread.case_id == case_id, reach.own(Unread.account_id)).with_for_update()
    with store.writing(reach) as session:
        for one in session.scalars(asked):
            if one.number > shown:
                one.number -= shown
            else:
                session.delete(one)
