"""Lists of cases kept under a name: one's own, or shared with those who work at a workplace. Sealed: a name or the
words of a search may name somebody."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, ForeignKey, Integer, and_, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.accounts.models import Account
from union.grievances.models import Problem
from union.jobs.housekeeping import Passing
from union.record import chain
from union.refusal import Refused
from union.store.db import Model
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, plain, sealed
from union.web.damaged import readable

MOST = 30  # of one account


@dataclass(frozen=True)
class Saved:
    """What a list is called, and what it asks for."""

    name: str
    tab: str = "open"
    problem: Problem | None = None
    place: UUID | None = None
    dates: str = ""
    sort: str = ""
    words: str = ""


class SavedList(Reachable, Model):
    """One list of one account; with a workplace, whoever works there opens it too."""

    __tablename__ = "saved_list"

    account_id: Mapped[UUID] = mapped_column(index=True)
    workplace_id: Mapped[UUID | None] = mapped_column(ForeignKey("workplace.id"), index=True)
    saved_sealed: Mapped[bytes] = sealed()
    saved = Envelope(Saved, "search")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own lists; for a desk those too that are shared at a workplace in reach."""
        own = reach.own(cls.account_id)
        if reach.named_only or reach.figures_only:
            return own
        return or_(own, and_(cls.workplace_id.is_not(None), reach.covers(cls.workplace_id)))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever keeps a list changes it, and nobody else."""
        return reach.own(cls.account_id)


def kept(session: ReachSession) -> list[SavedList]:
    """The lists in reach, by name."""
    found = readable(session.scalars(select(SavedList)), "saved")
    return sorted(found, key=lambda one: one.saved.name.casefold())


def keep(session: ReachSession, by: UUID, saved: Saved, shared_at: UUID | None) -> SavedList:
    """Keep a list under a name. Raises `Refused` for a name that one has already, or too many."""
    mine = [one for one in kept(session) if one.account_id == by]
    if any(one.saved.name.casefold() == saved.name.casefold() for one in mine):
        raise Refused("name", _l("You keep a list of this name already: choose another."))
    if len(mine) >= MOST:
        raise Refused("name", _l("You keep %(most)s lists: remove one first.", most=MOST))
    row = SavedList(account_id=by, workplace_id=shared_at, saved=saved, version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, "saved_list", row.id)
    return row


def remove(session: ReachSession, by: UUID, row: SavedList) -> None:
    """It is kept no more. Raises `Refused` for somebody else's."""
    if row.account_id != by:
        raise Refused("list", _l("A colleague keeps this list: only they remove it."))
    chain.note(session, by, chain.Act.REMOVED, "saved_list", row.id)
    session.delete(row)


def _of_nobody(session: Session) -> list[UUID]:
    """The lists of accounts that sign in no more."""
    closed = select(Account.id).where(Account.disabled)
    return list(session.scalars(select(SavedList.id).where(SavedList.account_id.in_(closed))))


PASSING = Passing(SavedList, _of_nobody)
