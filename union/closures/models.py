"""The first hours of a closure, the open intake that delegates reach, and each person taken in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, ForeignKey, Integer, Select, and_, false, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import CasePart, of_known
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Task(Enum):
    """What the first 72 hours ask, in the order of their hours; `tasks.py` says the hour and who does it."""

    PHOTOGRAPHS = "photographs"
    INTAKE = "intake"
    INSPECTOR = "inspector"
    SIGN_NOTHING = "sign_nothing"
    BAILIFF = "bailiff"
    AT_DISPOSAL = "at_disposal"
    GOVERNOR = "governor"
    PAPERS = "papers"
    DECLARED_DAYS = "declared_days"
    PROTECTED = "protected"
    ASSETS = "assets"
    CLAIM = "claim"


class Piece(Enum):
    """What proves a closure."""

    PHOTOGRAPHS = "photographs"
    BADGES = "badges"
    PAYSLIPS = "payslips"
    BAILIFF = "bailiff"
    DECLARED_DAYS = "declared_days"
    MESSAGES = "messages"


class Held(Enum):
    """How far a piece of evidence is."""

    MISSING = "missing"
    ASKED = "asked"
    HELD = "held"


class PayKind(Enum):
    """Which pay somebody told: people know what reaches the bank."""

    NET = "net"
    GROSS = "gross"


@dataclass(frozen=True)
class Done:
    """When a task was ticked off, and by whom."""

    at: datetime
    by_name: str


@dataclass(frozen=True)
class Evidence:
    """One piece of evidence: how far it is, and where it is kept."""

    held: Held = Held.MISSING
    where: str = ""


@dataclass(frozen=True)
class ClosurePlan:
    """The 72 hours from `began_at`; `listed_at` is when a list was last made of the intake."""

    began_at: datetime
    done: dict[str, Done] = field(default_factory=dict)  # by the value of `Task`
    evidence: dict[str, Evidence] = field(default_factory=dict)  # by the value of `Piece`
    listed_at: datetime | None = None

    @property
    def closed_on(self) -> date:
        return self.began_at.date()  # kept in the hour of Casablanca


@dataclass(frozen=True)
class GatePerson:
    """What a person at the gate says of themselves, and who wrote it down when."""

    family_name: str
    given_name: str
    at: datetime
    by_name: str
    job: str = ""
    hired_on: date | None = None
    pay: Decimal | None = None  # dirhams of the last month
    pay_kind: PayKind = PayKind.NET
    phone: str = ""  # E.164
    taken_back_at: datetime | None = None  # by who wrote it down: it counts no more, and is still seen

    @property
    def name(self) -> str:
        return f"{self.family_name} {self.given_name}".strip()


class Closure(CasePart, Model):
    """The first hours of one dispute."""

    __tablename__ = "closure"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), unique=True)
    plan_sealed: Mapped[bytes] = sealed()
    plan = Envelope(ClosurePlan, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


class Intake(Reachable, Model):
    """The form at the gate: all that a delegate reaches of a dispute, and only while it is open."""

    __tablename__ = "intake"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), unique=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    open: Mapped[bool] = plain("whether people may still be taken in", Boolean)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever reaches the dispute; while it is open, a delegate or a lawyer of the workplace, who do not."""
        if _delegate(reach):
            return and_(cls.open, reach.covers(cls.workplace_id))
        return of_known(cls.case_id, reach)

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Opened and closed by who works the dispute."""
        return false() if reach.named_only else cls.within(reach)


class TakenIn(Reachable, Model):
    """One person taken in: read back by who wrote it down, and by who works the dispute."""

    __tablename__ = "taken_in"

    intake_id: Mapped[UUID] = mapped_column(ForeignKey("intake.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(index=True)
    person_sealed: Mapped[bytes] = sealed()
    person = Envelope(GatePerson, "intake")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """A delegate reads whom they wrote down themselves; else whoever reaches the form at the gate."""
        if _delegate(reach):
            return and_(reach.covers(cls.workplace_id), reach.own(cls.account_id))
        return cls.intake_id.in_(select(Intake.id).where(Intake.within(reach)))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Nobody writes in another's name."""
        return and_(cls.within(reach), reach.own(cls.account_id))


def _delegate(reach: Reach) -> bool:
    """Named only, and no lawyer."""
    return reach.named_only and not reach.parties and not reach.figures_only


def of_dispute(case_id: UUID) -> Select[Closure]:
    """The first hours of a dispute, where they were begun."""
    return select(Closure).where(Closure.case_id == case_id)


def intake_of(case_id: UUID) -> Select[Intake]:
    """The form at the gate of a dispute."""
    return select(Intake).where(Intake.case_id == case_id)


def taken_in(intake_id: UUID) -> Select[TakenIn]:
    """Everybody whom this session reaches of an intake."""
    return select(TakenIn).where(TakenIn.intake_id == intake_id)
