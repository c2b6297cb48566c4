"""What a member owes for each year, and what a site has paid. Sums in dirhams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from sqlalchemy import func, select

from union.dues.models import DuesPayment, DuesRate
from union.members.models import Employment, Member, Membership, Standing
from union.store.reach import ReachSession
from union.web.damaged import readable

PAYING = frozenset({Membership.MEMBER, Membership.LAPSED})  # who lapsed did so by not paying
CENTIME = Decimal("0.01")


@dataclass(frozen=True)
class Year:
    """One year of one member: what is due and what was paid."""

    year: int
    due: Decimal
    paid: Decimal

    @property
    def owed(self) -> Decimal:
        """What is left to pay."""
        return max(self.due - self.paid, Decimal(0))


@dataclass(frozen=True)
class Payer:
    """A member at a site with their years up to the one that is looked at, the newest last."""

    member: Member
    years: tuple[Year, ...]

    @property
    def owed(self) -> Decimal:
        """What is left to pay for all of them."""
        return sum((one.owed for one in self.years), Decimal(0))

    def of(self, year: int) -> Year | None:
        """One of the years."""
        return next((one for one in self.years if one.year == year), None)


def rates(session: ReachSession) -> dict[int, DuesRate]:
    """The rate of each year that has one, the oldest first."""
    return {one.year: one for one in session.scalars(select(DuesRate).order_by(DuesRate.year))}


def due(rate: DuesRate, joined_on: date | None) -> Decimal:
    """The dues of a member for the year of a rate: none before the year of joining, and from the month of joining on
    where the rate says so."""
    if joined_on is None or joined_on.year < rate.year:
        return rate.amount
    if joined_on.year > rate.year:
        return Decimal(0)
    months = 13 - joined_on.month if rate.by_month else 12
    return (rate.amount * months / 12).quantize(CENTIME, ROUND_HALF_UP)


def years(standing: Standing, known: Mapping[int, DuesRate], until: int) -> tuple[Year, ...]:
    """The years of a member up to one, the oldest first: since they joined, or that one alone where no day of joining
    is known."""
    if standing.state not in PAYING:
        return ()
    paid = {one.year: one.amount for one in standing.dues}
    first = standing.joined_on.year if standing.joined_on else until
    return tuple(
        Year(year, due(rate, standing.joined_on), paid.get(year, Decimal(0)))
        for year, rate in known.items()
        if first <= year <= until
    )


def payers(session: ReachSession, workplace_id: UUID, known: Mapping[int, DuesRate], until: int) -> list[Payer]:
    """Whoever is to pay at a site, with what they owe: those who work there still."""
    works = readable(session.scalars(select(Employment).where(Employment.workplace_id == workplace_id)), "terms")
    here = {one.member_id for one in works if one.terms.left_on is None}
    rows = readable(session.scalars(select(Member).where(Member.id.in_(here))), "identity", "standing")
    found = (Payer(one, years(one.standing, known, until)) for one in rows if one.standing.state in PAYING)
    return sorted(found, key=lambda one: (-one.owed, one.member.identity.name))


def paid_by_site(session: ReachSession, year: int) -> dict[UUID, Decimal]:
    """What was paid for a year at each site in reach, with receipt or brought over from a file."""
    asked = (
        select(DuesPayment.workplace_id, func.sum(DuesPayment.centimes))
        .where(DuesPayment.year == year)
        .group_by(DuesPayment.workplace_id)
    )
    return {place: Decimal(int(sum_)) / 100 for place, sum_ in session.execute(asked)}


def chosen_year(asked: str, this_year: int) -> int:
    """The year of an address, else this one; a year without a rate can be looked at too."""
    return int(asked) if asked.isdecimal() and len(asked) == 4 and 1990 <= int(asked) <= this_year + 1 else this_year
