"""What an employer declared of somebody to the social security fund, month by month; sealed, with the fund's own
number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKeyConstraint, Integer, Select, UniqueConstraint, and_, select
from sqlalchemy.orm import Mapped, mapped_column

from union.law.social.declared_days import Declared as Compared
from union.law.social.declared_days import undeclared
from union.law.terms.rates import MONTH_DAYS
from union.law.terms.seniority import add_months
from union.members.models import Member, Terms
from union.store.db import Model
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, plain, sealed


@dataclass(frozen=True)
class Month:
    """One month, by its first day; wages in dirhams, None where the list does not say."""

    first: date
    days: int
    wages: Decimal | None = None


@dataclass(frozen=True)
class Declared:
    """What was declared for one employment. The fund's number of a person has no token: it is compared unsealed."""

    fund_number: str = ""
    months: tuple[Month, ...] = ()  # oldest first


class DeclaredDays(Reachable, Model):
    """The declarations of one employment."""

    __tablename__ = "declared_days"
    __table_args__ = (
        ForeignKeyConstraint(
            ["employment_id", "workplace_id", "member_id"],
            ["employment.id", "employment.workplace_id", "employment.member_id"],
            name="fk_declared_days_employment",
        ),
        UniqueConstraint("employment_id", name="uq_declared_days_employment_id"),
    )

    employment_id: Mapped[UUID] = mapped_column()
    workplace_id: Mapped[UUID] = mapped_column(index=True)
    member_id: Mapped[UUID] = mapped_column(index=True)
    declared_sealed: Mapped[bytes] = sealed()
    declared = Envelope(Declared, "member.terms")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the workplaces in reach; a delegate or a lawyer reads those of the members whom they reach."""
        mine = reach.covers(cls.workplace_id)
        if reach.named_only or reach.figures_only:
            return and_(mine, cls.member_id.in_(select(Member.id).where(Member.within(reach))))
        return mine


def of_employment(session: ReachSession, employment_id: UUID) -> DeclaredDays | None:
    """The declarations of one employment, where any are known."""
    return session.scalar(select(DeclaredDays).where(DeclaredDays.employment_id == employment_id))


def of_employments(ids: Sequence[UUID]) -> Select[DeclaredDays]:
    """The declarations of some employments, as many as one statement can name."""
    return select(DeclaredDays).where(DeclaredDays.employment_id.in_(ids))


@dataclass(frozen=True)
class DeclaredMonth:
    """One month as it is shown: days that lack to a whole month's 26, and the gross wage known for it, in dirhams."""

    month: Month
    lacking: int
    known_gross: Decimal | None

    @property
    def below(self) -> bool:
        """Whether less was declared than the wage that is known."""
        return self.month.wages is not None and self.known_gross is not None and self.month.wages < self.known_gross


def lines(declared: Declared, terms: Terms) -> list[DeclaredMonth]:
    """The months, newest first. Days lack only in a month that lies whole within the employment."""
    found = []
    for one in reversed(declared.months):
        whole = terms.hired_on is not None and terms.hired_on <= one.first and _after(one.first, terms.left_on)
        short = undeclared([Compared(one.first, MONTH_DAYS, one.days)]) if whole else []
        found.append(
            DeclaredMonth(one, int(short[0].value) if short else 0, _gross(terms, one.first) if whole else None)
        )
    return found


def _after(first: date, left: date | None) -> bool:
    return left is None or left >= add_months(first, 1)


def _gross(terms: Terms, on: date) -> Decimal | None:
    """The gross wage from a day on; a wage without a day is only known for today."""
    known = [one.gross for one in terms.wages if one.from_on is not None and one.from_on <= on]
    return known[-1] if known else None


@dataclass(frozen=True)
class Sum:
    """Days declared in a stretch of months, and of how many of its months a declaration is known."""

    days: int
    known: int
    months: int


def sums(declared: Declared, lost_on: date) -> tuple[Sum, Sum]:
    """The 36 and the 12 months before the month of the loss, which the conditions of the job-loss allowance count."""
    end = lost_on.replace(day=1)
    return tuple(  # type: ignore[return-value]  # two of them
        _sum(declared, add_months(end, -months), end, months) for months in (36, 12)
    )


def _sum(declared: Declared, start: date, end: date, months: int) -> Sum:
    within = [one for one in declared.months if start <= one.first < end]
    return Sum(sum(one.days for one in within), len(within), months)
