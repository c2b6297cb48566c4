"""The trial period: how long it may last, whether it is running, and the notice that it leaves (arts 13 and 14)."""

from datetime import date, timedelta

from union.law.terms.kinds import Category, Contract
from union.law.terms.seniority import add_months, span

MONTHS = {Category.EMPLOYEE: 3, Category.EXECUTIVE: 6, Category.WORKER: 1}  # of an open-ended contract, renewed once
WORKER_DAYS = 30  # twice fifteen: the month above is only where nobody says whether a trial runs
NOTICE_DAYS = 8  # art 13, paid by the month
FIRST_WEEK = 7  # days of work before which no notice is due
SHORT_MONTHS, SHORT_MOST, LONG_MONTHS = 6, 14, 1  # art 14: a fixed term under six months, a longer one


def last_day(contract: Contract, category: Category, hired_on: date, term_on: date | None) -> date:
    """The last day that a trial may reach, renewal of an open-ended contract included.

    A fixed term of exactly six months is in neither of the article's cases: the shorter length is taken. Whole weeks
    count, a day of trial for each.
    """
    day = timedelta(days=1)
    if contract is Contract.CDI or term_on is None:
        if category is Category.WORKER:
            return hired_on + (WORKER_DAYS - 1) * day
        return add_months(hired_on, MONTHS[category]) - day
    if span(hired_on, term_on + day) > (SHORT_MONTHS, 0):
        return add_months(hired_on, LONG_MONTHS) - day
    weeks = (term_on + day - hired_on).days // 7
    return hired_on + (min(weeks, SHORT_MOST) - 1) * day


def first_week(hired_on: date, left_on: date) -> bool:
    """True where less than a week was worked."""
    return (left_on - hired_on).days + 1 < FIRST_WEEK
