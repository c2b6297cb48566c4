"""A plan, and who works it. What it is about lies under a key of its own: once that is destroyed, a dump and the root
key together open nothing of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, cast
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, ForeignKey, Integer, Table, and_, false, or_, select
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed
from union.vault.own_key import OwnKeyEnvelope

PURPOSE = "drive"  # of the key ring


class DriveState(Enum):
    """Whether a plan is worked."""

    OPEN = "open"
    CLOSING = "closing"  # one person asked that it be destroyed, and a second one has not answered
    CLOSED = "closed"


@dataclass(frozen=True)
class Plan:
    """What a plan is called, and how its people put things."""

    name: str
    began_on: date
    legal_basis: str = ""  # on what its people may be written down (law 09-08), confirmed before the first of them


@dataclass(frozen=True)
class Counts:
    """What stays of a plan: numbers alone. `asked_by` and `asked_at`: of its destruction, while it waits for a second
    person."""

    people: int = 0
    joined: int = 0
    talks: int = 0
    lists: int = 0
    headcount: int = 0
    closed_on: date | None = None
    asked_by: UUID | None = None
    asked_at: datetime | None = None
    reason: str = ""


class Drive(Reachable, Model):
    """One plan at one site."""

    __tablename__ = "drive"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    state: Mapped[DriveState] = plain("a closed list", named(DriveState))
    counts_sealed: Mapped[bytes] = sealed()
    counts = Envelope(Counts, PURPOSE, instead=Counts)
    plan_sealed: Mapped[bytes | None] = sealed(nullable=True)
    plan = OwnKeyEnvelope(Plan, PURPOSE, instead=lambda: Plan(_("a plan that cannot be read"), date.min))
    version: Mapped[int] = plain("counts the changes", Integer)
    key: Mapped[Any] = relationship(
        "DriveKey", primaryjoin="foreign(Drive.id) == DriveKey.id", viewonly=True, uselist=False
    )

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever owns it or works it, at a desk of its workplace; the secretariat knows that it is there, to end it
        as the second person or to give it to another owner, and opens nothing of it."""
        if reach.accounts:
            return reach.covers(cls.workplace_id)
        return and_(worked(cls.id, cls.owner_id, reach), reach.covers(cls.workplace_id))


class DriveWorker(Reachable, Model):
    """An organiser who works a plan beside its owner."""

    __tablename__ = "drive_worker"

    drive_id: Mapped[UUID] = mapped_column(ForeignKey("drive.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the plans that one knows of."""
        return known(cls.drive_id, reach)


DRIVE: Table = Drive.__table__  # type: ignore[assignment]  # within what says the reach, which narrows itself
WORKER: Table = DriveWorker.__table__  # type: ignore[assignment]  # as above


def worked(drive_id: Any, owner_id: Any, reach: Reach) -> ColumnElement[bool]:
    """Whether one owns a plan or works it: at a desk, never as a delegate, a lawyer or an analyst."""
    if reach.named_only or reach.figures_only:
        return false()
    beside = select(WORKER.c.drive_id).where(reach.own(WORKER.c.account_id))
    return or_(reach.own(owner_id), drive_id.in_(beside))


def of_worked(drive_id: Any, reach: Reach) -> ColumnElement[bool]:
    """Rows of the plans that one works, at the workplaces in reach."""
    if reach.named_only or reach.figures_only:
        return false()
    asked = select(DRIVE.c.id).where(
        worked(DRIVE.c.id, DRIVE.c.owner_id, reach), reach.covers(cast(Any, DRIVE.c.workplace_id))
    )
    return cast(ColumnElement[bool], drive_id.in_(asked))


def known(drive_id: Any, reach: Reach) -> ColumnElement[bool]:
    """Rows of the plans that one knows to be there."""
    return drive_id.in_(select(DRIVE.c.id)) if reach.accounts else of_worked(drive_id, reach)


class OfDrive(Reachable):
    """What a plan holds, under its key: its rows are those of whoever works it."""

    @declared_attr
    def drive_id(cls) -> Mapped[UUID]:
        return mapped_column(ForeignKey("drive.id"), index=True)

    @declared_attr
    def key(cls) -> Mapped[Any]:
        joined = f"foreign({cls.__name__}.drive_id) == DriveKey.id"  # type: ignore[attr-defined]  # cls is a class here
        return relationship("DriveKey", primaryjoin=joined, viewonly=True, uselist=False)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the plan."""
        return of_worked(cls.drive_id, reach)
