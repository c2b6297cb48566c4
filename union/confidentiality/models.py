"""What waits for a second person: a case to be made ordinary, a seal to be broken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, UniqueConstraint, false, select, true
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import CasePart
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, sealed


@dataclass(frozen=True)
class Request:
    """What the first of two people asked for, and why."""

    at: datetime
    by_name: str
    why: str
    code: str = ""  # of the case whose seal is to be broken


class OrdinaryRequest(CasePart, Model):
    """A confidential case that somebody wants to open to the desk: it waits for another one who reads it."""

    __tablename__ = "ordinary_request"
    __table_args__ = (UniqueConstraint("case_id"),)

    asked_by: Mapped[UUID] = mapped_column()
    request_sealed: Mapped[bytes] = sealed()
    request = Envelope(Request, "case")


class SealRequest(Reachable, Model):
    """A seal that one of the secretariat asks to break: it waits for another one of them."""

    __tablename__ = "seal_request"

    asked_by: Mapped[UUID] = mapped_column(index=True)
    request_sealed: Mapped[bytes] = sealed()
    request = Envelope(Request, "case")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The secretariat alone; the case itself stays out of their reach until both have spoken."""
        return true() if reach.accounts else false()


def waiting_seals() -> Select[SealRequest]:
    """Every seal that somebody asked to break; whose, the caller tells."""
    return select(SealRequest)
