"""When a retirement is one: the age, the insured days that give a pension, and what is not settled about them (arts
60, 526)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from union.law.terms.seniority import span

AGE = 60  # art 526
FULL_DAYS = 3240  # insured days of a whole old-age pension
LEAST_DAYS = 1320  # of a reduced one: law 02.24 and decree 2.25.265
# The decree is of 2025 and the day it took effect was not read: no earlier exit can have had a reduced pension.
REDUCED_FROM = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class Pension:
    """What is known of a right to an old-age pension: the answer itself, the days declared to the fund, or both."""

    told: bool | None = None
    days: int | None = None

    def least(self, on: date) -> int:
        """The days without which there is no pension on that day."""
        return LEAST_DAYS if on >= REDUCED_FROM else FULL_DAYS

    def due(self, on: date) -> bool:
        """Whether there is a right to a pension: what is told of it goes before the days."""
        if self.told is not None:
            return self.told
        return self.days is not None and self.days >= self.least(on)

    def contradicts(self, on: date) -> bool:
        """Whether the days say the contrary of what is told."""
        if self.told is None or self.days is None:
            return False
        return self.days < self.least(on) if self.told else self.days >= FULL_DAYS

    @property
    def reduced(self) -> bool:
        """True where the days known fall short of a whole pension."""
        return self.days is not None and self.days < FULL_DAYS

    @property
    def percent(self) -> Decimal:
        """The rate of a reduced pension: 50 % in proportion to the days."""
        return (Decimal(50) * (self.days or 0) / FULL_DAYS).quantize(Decimal("0.01"))


def age(born_on: date, on: date) -> int:
    """Whole years of age."""
    return span(born_on, on)[0] // 12


def retired(born_on: date, left_on: date, pension: Pension) -> bool:
    """True from the age of sixty with a right to a pension; an earlier exit is a dismissal (art 526, third
    paragraph)."""
    return age(born_on, left_on) >= AGE and pension.due(left_on)
