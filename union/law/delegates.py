"""The means of a delegate's office: fifteen hours a month (art 456), and the meeting of each month (art 460)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from union.law.ending.protection import Office
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status

MONTHLY = Decimal(15)
NONE = Decimal(0)
HOUR = 60  # minutes: they are added before they are divided, so that fifteen hours are fifteen


@dataclass(frozen=True, slots=True)
class Time:
    """Minutes given to the office on one day; exceptional ones lie outside the fifteen hours."""

    minutes: int
    exceptional: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of one month: used within the fifteen, what is left, what lies over, and what was exceptional."""

    used: Decimal
    exceptional: Decimal
    articles: tuple[str, ...]
    status: Status
    sentence: Sentence

    @property
    def left(self) -> Decimal:
        """What is left of the fifteen hours."""
        return max(MONTHLY - self.used, NONE)

    @property
    def over(self) -> Decimal:
        """What lies over the fifteen hours, which needs an exceptional reason."""
        return max(self.used - MONTHLY, NONE)

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


_FULL = Sentence(
    "Up to 15 hours a month and a delegate, inside or outside the establishment, paid as working time; more only in "
    "exceptional circumstances."
)
_OTHERS = {
    Office.DELEGATE_ALTERNATE: Sentence(
        "The fifteen hours are the delegates'; whether an alternate has hours of their own besides the full delegate "
        "stands in no text read: write them down, and ask before you rely on them."
    ),
    Office.UNION_REPRESENTATIVE: Sentence(
        "The fifteen hours are the delegates'; that a union representative has them too is a reading of article 472: "
        "write them down, and ask before you rely on them."
    ),
}


def hours_of_month(office: Office, spent: Iterable[Time]) -> Hours:
    """What was used of the hours of one month, and what is left. Raises `ValueError` for a candidate, who has none."""
    if office is Office.CANDIDATE:
        raise ValueError("A candidate has no hours")
    spent = list(spent)
    used = Decimal(sum(one.minutes for one in spent if not one.exceptional)) / HOUR
    exceptional = Decimal(sum(one.minutes for one in spent if one.exceptional)) / HOUR
    articles = ("ct 456", "ct 472") if office is Office.UNION_REPRESENTATIVE else ("ct 456",)
    status = Status.VERIFIED if office is Office.DELEGATE_FULL else Status.UNVERIFIED
    return Hours(used, exceptional, articles, status, _OTHERS.get(office, _FULL))


def ask_for_meeting_from(month: date) -> date:
    """From when a meeting that a month did not bring is asked for in writing: the first day of the next month."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
