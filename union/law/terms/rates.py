"""The statutory minimum wage (SMIG) by date, outside agriculture, and how far this table reaches."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

MONTH_HOURS = 191  # art 238 equates a month with 191 hours; the ministry's simulator divides by it
MONTH_DAYS = 26  # art 238: a month is 26 working days

CODE_FROM = date(2004, 6, 8)  # the Code enters into force
CHECKED_ON = date(2026, 2, 5)  # newest official journal read for this table
LATEST = date(2030, 12, 31)  # beyond, no rate can honestly be assumed


@dataclass(frozen=True, slots=True)
class Smig:
    """The minimum hourly wage in dirhams, the day it starts, and its decree."""

    since: date
    hourly: Decimal
    decree: str

    @property
    def monthly(self) -> Decimal:
        """Dirhams for a month of 191 hours."""
        return self.hourly * MONTH_HOURS

    def as_json(self) -> dict[str, str]:
        """Plain values for JSON: dirhams as text with two decimals."""
        return {
            "smig_hourly": f"{self.hourly:.2f}",
            "smig_monthly": f"{self.monthly:.2f}",
            "since": self.since.isoformat(),
            "decree": self.decree,
        }


SMIG = (
    Smig(date(2015, 7, 1), Decimal("13.46"), "2.14.343"),
    Smig(date(2019, 7, 1), Decimal("14.13"), "2.19.422"),
    Smig(date(2020, 7, 1), Decimal("14.81"), "2.19.422"),
    Smig(date(2022, 9, 1), Decimal("15.55"), "2.22.606"),
    Smig(date(2023, 9, 1), Decimal("16.29"), "2.23.799"),
    Smig(date(2025, 1, 1), Decimal("17.10"), "2.24.1122"),
    Smig(date(2026, 1, 1), Decimal("17.92"), "2.25.983"),
)
_STARTS = [step.since for step in SMIG]
FIRST_KNOWN = _STARTS[0]


def smig(on: date) -> Smig:
    """The SMIG in force on a day; LookupError before the first one known (1 July 2015)."""
    place = bisect_right(_STARTS, on)
    if not place:
        raise LookupError(f"no minimum wage known on {on}")
    return SMIG[place - 1]
