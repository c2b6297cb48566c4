"""Paid holidays of the private sector by version of the decree, working days, and the safe date before a legal one."""

from collections.abc import Mapping
from contextvars import ContextVar
from datetime import date, timedelta
from types import MappingProxyType

from union.law.sources.sentence import Sentence

DAY = timedelta(days=1)
POSTING_DAYS = 3  # a registered letter leaves at least so many working days before the safe date
NONE_ANNOUNCED: Mapping[date, str] = MappingProxyType({})

# The first year of each fixed holiday, its month and day: decree 2-04-426, amended by 2.23.1000 (5 December 2023)
# and 2.26.14 (27 January 2026). 1 January is not in the decree. Religious days depend on the moon: a person enters
# them.
_FIXED: tuple[tuple[int, int, int, Sentence], ...] = (
    (2004, 1, 11, Sentence("Independence Manifesto")),
    (2024, 1, 14, Sentence("Amazigh new year")),
    (2004, 5, 1, Sentence("Labour day")),
    (2004, 7, 30, Sentence("Throne day")),
    (2004, 8, 14, Sentence("Oued Eddahab day")),
    (
        2004,
        8,
        20,
        Sentence("Revolution of the King and the People"),
    ),
    (2004, 8, 21, Sentence("Youth day")),
    (2026, 10, 31, Sentence("Unity day")),
    (2004, 11, 6, Sentence("Green March")),
    (2004, 11, 18, Sentence("Independence day")),
)
_BY_DAY = {(month, day): (since, name) for since, month, day, name in _FIXED}


ANNOUNCED, EXPECTED = "announced", "expected"
"""What a religious holiday is entered as: an expected day is avoided, never relied on; any other text is its name."""
_ENTERED = {
    "": Sentence("religious holiday, announced"),
    ANNOUNCED: Sentence("religious holiday, announced"),
    EXPECTED: Sentence("religious holiday expected, not announced yet"),
}


ENTERED: ContextVar[Mapping[date, str]] = ContextVar("entered", default=NONE_ANNOUNCED)
"""The days that an installation has entered: counted across wherever nobody names others. Empty for a bare engine."""


def entered(announced: Mapping[date, str] | None) -> Mapping[date, str]:
    """The days named, else those that the installation has entered."""
    return ENTERED.get() if announced is None else announced


def only_announced(days: Mapping[date, str]) -> Mapping[date, str]:
    """The days entered without those that are only expected."""
    return {on: name for on, name in days.items() if name != EXPECTED}


def holiday(on: date, announced: Mapping[date, str] | None = None) -> Sentence | None:
    """The paid holiday's name, fixed by the decree in force that year or announced by a person; None on other days."""
    announced = entered(announced)
    if on in announced:
        name = announced[on]
        return _ENTERED.get(name) or Sentence("{name}").filled(name=name)
    since, fixed = _BY_DAY.get((on.month, on.day), (0, None))
    return fixed if fixed and on.year >= since else None


def fixed_holidays(year: int) -> dict[date, Sentence]:
    """The decree's fixed paid holidays of a year; the religious ones are entered when they are announced."""
    return {date(year, month, day): name for since, month, day, name in _FIXED if year >= since}


def is_working_day(on: date, announced: Mapping[date, str] | None = None) -> bool:
    """True if courts, post and administrations are open: neither Saturday, Sunday nor a paid holiday."""
    return on.weekday() < 5 and holiday(on, announced) is None


def safe_on(legal_on: date, announced: Mapping[date, str] | None = None) -> date:
    """The last working day at or before the legal one."""
    while not is_working_day(legal_on, announced):
        legal_on -= DAY
    return legal_on


def next_working_day(on: date, announced: Mapping[date, str] | None = None) -> date:
    """The first working day at or after that one."""
    while not is_working_day(on, announced):
        on += DAY
    return on


def post_by(safe: date, announced: Mapping[date, str] | None = None) -> date:
    """The last day to post a registered letter: three working days before the safe date."""
    for _ in range(POSTING_DAYS):
        safe = safe_on(safe - DAY, announced)
    return safe
