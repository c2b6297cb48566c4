"""The seats of a committee: who stands for which unit, and what they promised by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, Table, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from union.drives.models import PURPOSE, of_worked
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import plain, sealed
from union.vault.own_key import OwnKeyEnvelope


@dataclass(frozen=True)
class Promise:
    """What somebody said they would do, in a line, by a day."""

    what: str
    by: date
    done_on: date | None = None


@dataclass(frozen=True)
class Seat:
    """A seat of the committee: of a team and a shift, filled or empty."""

    team_id: UUID
    shift_id: UUID | None = None
    contact_id: UUID | None = None
    from_on: date | None = None
    until_on: date | None = None
    unit: str = ""  # what its holder's own page calls it
    promises: tuple[Promise, ...] = ()


class DriveSeat(Reachable, Model):
    """One seat. An account, where its holder signs in, reads this one and no other."""

    __tablename__ = "drive_seat"

    drive_id: Mapped[UUID] = mapped_column(ForeignKey("drive.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    key: Mapped[Any] = relationship(
        "DriveKey", primaryjoin="foreign(DriveSeat.drive_id) == DriveKey.id", viewonly=True, uselist=False
    )
    seat_sealed: Mapped[bytes] = sealed()
    seat = OwnKeyEnvelope(Seat, PURPOSE)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the plan; and one's own seat."""
        return or_(of_worked(cls.drive_id, reach), cls.id.in_(own_seats(reach)))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the plan."""
        return of_worked(cls.drive_id, reach)


SEAT: Table = DriveSeat.__table__  # type: ignore[assignment]  # within what says the reach, which narrows itself


def own_seats(reach: Reach) -> Any:
    """The seats of one's own, at the workplaces in reach."""
    return select(SEAT.c.id).where(reach.own(SEAT.c.account_id), reach.covers(cast(Any, SEAT.c.workplace_id)))
