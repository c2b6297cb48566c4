"""What in an employer's list was mistyped rather than meant: service and leave beyond what any person has."""

from datetime import date
from decimal import Decimal

MOST_YEARS = 50  # of service: nobody works longer before 60 (art 526); a century was mistyped
MOST_LEAVE = Decimal(120)
"""Days: thirty a year for this year and the two before (arts 232, 251), and some for better terms."""


def mistyped(hired_on: date, left_on: date, leave_days_due: Decimal | None) -> str | None:
    """The field that was mistyped; None where both can be."""
    if left_on.year - hired_on.year > MOST_YEARS:
        return "hired_on"
    return "leave_days_due" if leave_days_due is not None and leave_days_due > MOST_LEAVE else None
