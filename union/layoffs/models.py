"""A layoff dispute and the people on the employer's list, in his order; facts, offer and the kept calculation are sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import Case, CaseKind
from union.db import Model
from union.members.models import Category, Contract
from union.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class LayoffKind(Enum):
    """How the employer goes about it."""

    NEGOTIATED = "negotiated"
    COLLECTIVE = "collective"
    CLOSURE = "closure"
    SERIES = "series"


class Trigger(Enum):
    """What set it off."""

    COLD_CALLING_LAW = "cold_calling_law"
    CLIENT_LEFT = "client_left"
    AUTOMATION = "automation"
    RELOCATION = "relocation"
    RESTRUCTURING = "restructuring"
    OTHER = "other"


@dataclass(frozen=True)
class Matter:
    """What the dispute is about."""

    title: str
    kind: LayoffKind
    trigger: Trigger
    announced_on: date | None = None
    facts: str = ""
    opened_on: date | None = None
    list_received_on: date | None = None
    outcome_words: str = ""


class Layoff(Case):
    """One dispute at one workplace."""

    __mapper_args__ = {"polymorphic_identity": CaseKind.LAYOFF}

    matter = Envelope(Matter, "case", column="body_sealed")


@dataclass(frozen=True)
class Facts:
    """One person as the employer's list gives him, and as the union corrected it."""

    family_name: str
    given_name: str
    employee_number: str = ""
    category: Category = Category.EMPLOYEE
    contract: Contract = Contract.CDI
    hired_on: date | None = None
    left_on: date | None = None
    notified_on: date | None = None
    term_on: date | None = None
    monthly_gross: Decimal | None = None
    monthly_net: Decimal | None = None
    leave_days_due: Decimal | None = None
    unpaid_days: Decimal | None = None
    mandate: str = "none"  # none, in_office, former, candidate
    dependants: int | None = None
    offered: Decimal | None = None
    signed_on: date | None = None
    corrected: tuple[str, ...] = ()  # the fields that the union corrected
    trouble: tuple[str, ...] = ()  # codes of what kept the row from being computed


@dataclass(frozen=True)
class Snapshot:
    """A calculation as it was made: facts, lines, rates of the day; next year's table does not rewrite it."""

    at: datetime
    entitlement: dict[str, Any] = field(default_factory=dict)  # `union.law.entitlement`, as JSON in the neutral form
    minimum: Decimal | None = None
    shortfall: Decimal | None = None


class LayoffPerson(Reachable, Model):
    """One line of the employer's list."""

    __tablename__ = "layoff_person"
    __table_args__ = (UniqueConstraint("case_id", "position"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    position: Mapped[int] = plain("the employer's order", Integer)
    member_id: Mapped[UUID | None] = mapped_column()
    facts_sealed: Mapped[bytes] = sealed()
    facts = Envelope(Facts, "layoff")
    snapshot_sealed: Mapped[bytes] = sealed()
    snapshot = Envelope(Snapshot, "layoff")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        return cls.case_id.in_(select(Case.id).where(Case.within(reach)))


def on_the_list(case_id: UUID) -> Select[LayoffPerson]:
    """The people of a dispute, in the employer's order."""
    return select(LayoffPerson).where(LayoffPerson.case_id == case_id).order_by(LayoffPerson.position)
