"""What the law owes the one person of a case, as it was last worked out; what it was before; what is being typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, ForeignKey, Integer, Select, UniqueConstraint, and_, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import CasePart
from union.entitlements.records.contents import Basis, Snapshot
from union.entitlements.records.facts import Facts
from union.store.db import Model
from union.store.reach import Reach
from union.vault.envelope import Envelope, plain, sealed


@dataclass(frozen=True)
class Told:
    """What a sum is worked out from: how the job ended, how sources are read, and the facts of the person."""

    basis: Basis
    facts: Facts


@dataclass(frozen=True)
class Typed:
    """What stood in the form, as a browser sends it."""

    pairs: tuple[tuple[str, str], ...]
    at: datetime
    version: int = 0  # of what stood when it was begun: a colleague's correction since is a conflict


class Owed(CasePart, Model):
    """What the law owes the one person of a case; whoever reaches the case reaches it."""

    __tablename__ = "owed"
    __table_args__ = (UniqueConstraint("case_id"),)

    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "case")
    snapshot_sealed: Mapped[bytes] = sealed()
    snapshot = Envelope(Snapshot, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @property
    def facts(self) -> Facts:
        """Those of the person."""
        return self.told.facts


class OwedEarlier(CasePart, Model):
    """A calculation that another replaced, with what it was worked out from."""

    __tablename__ = "owed_earlier"
    __table_args__ = (UniqueConstraint("owed_id", "number"),)

    owed_id: Mapped[UUID] = mapped_column(ForeignKey("owed.id", ondelete="CASCADE"), index=True)
    number: Mapped[int] = plain("the order of the calculations", Integer)
    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "case")
    snapshot_sealed: Mapped[bytes] = sealed()
    snapshot = Envelope(Snapshot, "case")

    @property
    def facts(self) -> Facts:
        """Those of the person, as they were."""
        return self.told.facts


class OwedDraft(CasePart, Model):
    """What somebody typed and has not sent, for them alone and while they reach the case."""

    __tablename__ = "owed_draft"
    __table_args__ = (UniqueConstraint("case_id", "account_id"),)

    account_id: Mapped[UUID] = mapped_column()
    ends_at: Mapped[datetime] = plain("when it is forgotten, of whatever it holds", DateTime(timezone=True))
    typed_sealed: Mapped[bytes] = sealed()
    typed = Envelope(Typed, "case")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """What one typed oneself, while one reaches the case."""
        return and_(super().within(reach), reach.own(cls.account_id))


def of_case(case_id: UUID) -> Select[Owed]:
    """What the person of a case is owed."""
    return select(Owed).where(Owed.case_id == case_id)


def earlier(owed_id: UUID) -> Select[OwedEarlier]:
    """What was worked out before, newest first."""
    return select(OwedEarlier).where(OwedEarlier.owed_id == owed_id).order_by(OwedEarlier.number.desc())
