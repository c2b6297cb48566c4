"""The key of a plan: whoever destroys it destroys what it sealed, in the database and in every dump to come."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, LargeBinary, or_, select
from sqlalchemy.orm import Mapped

from union.drives.committee import SEAT, own_seats
from union.drives.lists import LIST, held_lists
from union.drives.models import DRIVE, PURPOSE, DriveState, of_worked
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault import own_key
from union.vault.envelope import plain


class DriveKey(Reachable, Model):
    """The key of one plan, wrapped; its id is the plan's. Removed, nothing of the plan opens any more."""

    __tablename__ = "drive_key"

    wrapped: Mapped[bytes] = plain("sealed by the key ring, and bound to its row", LargeBinary)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the plan; whoever holds an open list or a seat of it, for what that list or seat shows; and the
        secretariat of a plan that somebody asked to destroy, which reaches no row that it opens."""
        listed = select(LIST.c.drive_id).where(LIST.c.id.in_(held_lists(reach)))
        seated = select(SEAT.c.drive_id).where(SEAT.c.id.in_(own_seats(reach)))
        return or_(cls.writable(reach), cls.id.in_(listed), cls.id.in_(seated))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Made by whoever works the plan, and destroyed by them or by the secretariat as the second person."""
        works = of_worked(cls.id, reach)
        if not reach.accounts:
            return works
        return or_(works, cls.id.in_(select(DRIVE.c.id).where(DRIVE.c.state == DriveState.CLOSING)))


def fresh_key(drive_id: UUID) -> DriveKey:
    """The key of a plan that begins."""
    return DriveKey(id=drive_id, wrapped=own_key.wrap_new(PURPOSE, DriveKey.__tablename__, drive_id))
