"""Lists of people to call or meet: frozen when they are made, held by one person for some days, then closed at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Date, ForeignKey, Integer, Select, Table, and_, false, func, or_, select, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from union.drives.models import PURPOSE, of_worked
from union.drives.people import Calling, DriveContact
from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault import ring
from union.vault.envelope import plain, sealed, token_column
from union.vault.own_key import OwnKeyEnvelope

MOST = 25  # people of a list
DAYS = range(1, 15)
REST = 48  # hours that somebody rests after they were called
A_DAY = 15  # tries of one holder


class ListState(Enum):
    """Whether a list is worked."""

    OPEN = "open"
    CLOSED = "closed"
    STOPPED = "stopped"


class Ask(Enum):
    """What the holder is to ask: closed words, for they stand on a telephone."""

    MEET = "meet"  # a conversation, nothing else
    JOIN = "join"
    SIGN = "sign"
    COME = "come"  # to a meeting


@dataclass(frozen=True)
class Purpose:
    """What a list is for, and how it was made."""

    asks: Ask
    made_on: date
    made_by: str
    holder: str
    filters: tuple[tuple[str, int], ...] = ()  # each filter that was set, and how many it left


class DriveList(Reachable, Model):
    """A list in somebody's hands."""

    __tablename__ = "drive_list"

    drive_id: Mapped[UUID] = mapped_column(ForeignKey("drive.id"), index=True)
    holder_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    state: Mapped[ListState] = plain("a closed list", named(ListState))
    ends_on: Mapped[date] = plain("its last day, by which the database itself stops showing it", Date)
    key: Mapped[Any] = relationship(
        "DriveKey", primaryjoin="foreign(DriveList.drive_id) == DriveKey.id", viewonly=True, uselist=False
    )
    purpose_sealed: Mapped[bytes] = sealed()
    purpose = OwnKeyEnvelope(Purpose, PURPOSE)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the plan; and who holds it, while it is open and its days last."""
        return or_(of_worked(cls.drive_id, reach), cls.id.in_(held_lists(reach)))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Made and stopped by whoever works the plan."""
        return of_worked(cls.drive_id, reach)


LIST: Table = DriveList.__table__  # type: ignore[assignment]  # within what says the reach, which narrows itself


def held_lists(reach: Reach) -> Select[Any]:
    """The lists that one holds today, at the workplaces in reach."""
    mine = false() if reach.figures_only else reach.own(LIST.c.holder_id)
    lasts = and_(LIST.c.state == ListState.OPEN, LIST.c.ends_on >= func.current_date())
    return select(LIST.c.id).where(mine, lasts, reach.covers(cast(Any, LIST.c.workplace_id)))


class Line(Enum):
    """Where somebody stands on a list."""

    TO_CALL = "to_call"
    TRIED = "tried"  # no answer, or later
    DONE = "done"
    NEVER = "never"  # does not want to be asked: rests at once, final once the owner agrees
    HELD_BACK = "held_back"  # too many of these within an hour: nobody else is named before the owner has looked


@dataclass(frozen=True)
class Marks:
    """What happened on the list with somebody: when, and no word of what was said."""

    tried_at: tuple[datetime, ...] = ()
    later_on: date | None = None
    number_seen: tuple[datetime, ...] = ()


class DriveListed(Reachable, Model):
    """Somebody on a list."""

    __tablename__ = "drive_listed"

    drive_id: Mapped[UUID] = mapped_column(ForeignKey("drive.id"), index=True)
    list_id: Mapped[UUID] = mapped_column(ForeignKey("drive_list.id"), index=True)
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("drive_contact.id"), index=True)
    line: Mapped[Line] = plain("a closed list, of nobody in particular", named(Line))
    key: Mapped[Any] = relationship(
        "DriveKey", primaryjoin="foreign(DriveListed.drive_id) == DriveKey.id", viewonly=True, uselist=False
    )
    marks_sealed: Mapped[bytes] = sealed()
    marks = OwnKeyEnvelope(Marks, PURPOSE)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the plan; and who holds the list while it is open."""
        return or_(of_worked(cls.drive_id, reach), cls.list_id.in_(held_lists(reach)))


LISTED: Table = DriveListed.__table__  # type: ignore[assignment]  # as above


class ListedPerson(Reachable, Model):
    """Somebody as the holder of a list may see them: what is needed to call, and nothing of what is known besides."""

    __table__ = DriveContact.__table__
    __tablename__ = DriveContact.__tablename__  # what its envelope is bound to
    __mapper_args__ = {"include_properties": ["id", "drive_id", "calling_sealed"]}

    drive_id: Mapped[UUID]
    calling_sealed: Mapped[bytes]
    calling = OwnKeyEnvelope(Calling, PURPOSE)
    key: Mapped[Any] = relationship(
        "DriveKey", primaryjoin="foreign(ListedPerson.drive_id) == DriveKey.id", viewonly=True, uselist=False
    )

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the lists that one holds."""
        return cls.id.in_(select(LISTED.c.contact_id).where(LISTED.c.list_id.in_(held_lists(reach))))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Written by nobody: a second view of somebody."""
        return false()


class NeverAgain(Reachable, Model):
    """A telephone that nobody may write down anew: a keyed token alone, which outlives the plan."""

    __tablename__ = "drive_never_again"

    phone_token: Mapped[bytes] = token_column(unique=True)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """At a desk, to leave them alone: a token says nothing without the number."""
        return false() if reach.named_only or reach.figures_only else true()


def never_token(phone: str) -> bytes:
    """The keyed token of an E.164 number, of this purpose alone: it matches no member's."""
    return ring.token("never_again", phone)
