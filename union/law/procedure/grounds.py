"""Grounds that are banned for a sanction or a dismissal (arts 9, 36, 159), and what counts as serious (art 39)."""

from datetime import date, timedelta
from enum import StrEnum

WEEKS_AFTER_BIRTH = 14
MOST_DAYS_ABSENT = 4
MOST_HALF_DAYS_ABSENT = 8


class Ground(StrEnum):
    """What the letter alleges, or what the employee holds to be the true reason."""

    UNION_MEMBERSHIP = "union_membership"
    UNION_ACTIVITY = "union_activity"
    DELEGATE_CANDIDACY = "delegate_candidacy"
    COMPLAINT = "complaint"
    DISCRIMINATION = "discrimination"
    DISABILITY = "disability"
    MATERNITY = "maternity"
    CONDUCT = "conduct"
    SKILL = "skill"
    ABSENCE = "absence"
    ECONOMIC = "economic"
    OTHER = "other"


BANNED = frozenset(
    (
        Ground.UNION_MEMBERSHIP,
        Ground.UNION_ACTIVITY,  # arts 9, 36
        Ground.DELEGATE_CANDIDACY,
        Ground.COMPLAINT,
        Ground.DISABILITY,  # art 36
        Ground.DISCRIMINATION,  # arts 9, 36
        Ground.MATERNITY,  # art 159
    )
)


LAWFUL = frozenset({Ground.CONDUCT, Ground.SKILL, Ground.ABSENCE, Ground.ECONOMIC})


def banned(ground: Ground) -> bool:
    """True for a ground of articles 9, 36 or 159."""
    return ground in BANNED


def lawful(ground: Ground) -> bool:
    """True for a ground that the law admits: aptitude, conduct, or the needs of the enterprise (arts 35, 39, 66)."""
    return ground in LAWFUL


def in_maternity(pregnant: bool | None, birth_on: date | None, on: date) -> bool:
    """True in certified pregnancy and up to fourteen weeks after birth, that last day counted in (art 159)."""
    if birth_on and on >= birth_on:
        return on <= birth_on + timedelta(weeks=WEEKS_AFTER_BIRTH)
    return bool(pregnant)


def absence_is_serious(days: int, half_days: int = 0) -> bool:
    """Unjustified absence counts as serious beyond four days, or eight half-days, in twelve months (art 39).

    The French text says "more than four days or eight half-days": eight half-days are read as more than eight.
    """
    return days > MOST_DAYS_ABSENT or half_days > MOST_HALF_DAYS_ABSENT
