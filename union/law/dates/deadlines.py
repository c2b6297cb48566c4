"""When a period ends: the legal date, the safe one, the day to post, the reserve argument, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from union.law.dates import counting
from union.law.dates.calendar import DAY, entered, next_working_day, only_announced, post_by, safe_on
from union.law.dates.periods import PERIODS, Count, Period, Rule, Unit
from union.law.sentences.refusals import refuse
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence, joined
from union.law.sources.source import Status
from union.law.strictly.strict import Given
from union.law.terms.seniority import months_from
from union.law.texts import in_force, texts_of

__all__ = ["Deadline", "Rule", "deadline", "read_deadline"]

YEAR_DAYS = 365  # DOC 132: a year is 365 full days, never longer than date to date


@dataclass(frozen=True, slots=True)
class Deadline:
    """One period counted from `start`.

    `legal_on` is the last day by the shorter reading (for a strike, the first day allowed); `safe_on` the day to act
    by; `post_by` the last day to post a registered letter, where one will do; `reserve_on` the furthest day that could
    be argued, never to be relied on; `hour` the hour the 48 hours started, where it is known.
    """

    rule: Rule
    start: date
    legal_on: date
    safe_on: date
    post_by: date | None
    reserve_on: date | None
    hour: time | None
    announced: Mapping[date, str] = field(repr=False, hash=False, compare=False)
    prudent: bool = False
    """Kept by prudence: the article stands in the section of the disciplinary dismissal, and no fault is alleged."""
    idle_hour: time | None = None
    """An hour that was told and plays no part: the period is not counted in hours."""

    @property
    def period(self) -> Period:
        """The length and the way of counting."""
        return PERIODS[self.rule]

    @property
    def act(self) -> Sentence:
        """What has to be done."""
        return self.period.act

    @property
    def bound(self) -> str:
        """Whom it binds: us, employer or authority."""
        return self.period.bound

    @property
    def because(self) -> Sentence:
        """The sentence that explains the count, with the day to post where a letter will do and what to know before
        relying on it."""
        said = counting.because(self.period, self.start, self.legal_on, self.safe_on, self.hour, self.announced)
        if self.post_by:
            said = joined(said, counting.post_words(self.post_by))
        if self.prudent:
            said = joined(said, counting.PRUDENT)
        if caution := counting.caution(self.rule):
            said = joined(said, caution)
        return joined(said, counting.idle_words(self.period, self.idle_hour)) if self.idle_hour else said

    @property
    def reserve(self) -> Sentence | None:
        """What could still be argued after the legal date by another way of counting; None where nothing could."""
        later = self.reserve_on and self.reserve_on > self.legal_on
        return counting.reserve_words(self.reserve_on) if self.reserve_on and later else None

    @property
    def remains(self) -> Sentence | None:
        """Which arguments remain once it has run out; a right is never shown as lost."""
        return counting.remains(self.rule)

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles."""
        return self.period.articles

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.period.articles)

    @property
    def status(self) -> Status:
        """How well the rule was checked; how an hour that nobody knows is counted is a reading."""
        untold = self.period.unit is Unit.HOURS and self.hour is None
        return Status.UNVERIFIED if self.prudent or untold else self.period.status

    @property
    def late_from(self) -> datetime | None:
        """From when an act of the employer counted in hours is late for certain: after its last day where no hour is
        known."""
        if self.period.unit is not Unit.HOURS or self.period.bound == "us":
            return None
        return self.ends_at or datetime.combine(self.legal_on + DAY, time.min)  # local civil time

    @property
    def ends_at(self) -> datetime | None:
        """The very hour, for a period of hours whose start is known to the hour (local time)."""
        return datetime.combine(self.legal_on, self.hour) if self.hour else None  # local civil time


def deadline(
    rule: Rule | str, start: date, hour: time | None = None, announced: Mapping[date, str] | None = None
) -> Deadline:
    """Count `rule` from `start`; `announced` holds religious holidays entered by a person, those of the installation
    where none are named.

    `start` is the day of receipt, of signature, of the accident or of the judgment's notification; for
    `union_information` it is the planned date of the dismissals, for `delegates_note` that of the meeting. ValueError
    for an unknown rule.
    """
    rule = Rule(rule)
    period, announced = PERIODS[rule], entered(announced)
    hour, idle = (hour, None) if period.unit is Unit.HOURS else (None, hour)
    legal = _legal(period, start)
    if period.count is Count.EARLIEST:
        return Deadline(
            rule, start, legal, next_working_day(legal, announced), None, None, None, announced, idle_hour=idle
        )
    # 48 hours may end in the first minute of the second day, by an hour not known or by midnight: the day before is
    # safe.
    # The employer's act is counted to the end of its last day: before that nobody writes that they are late.
    ours = period.bound == "us"
    certain = legal - DAY if period.unit is Unit.HOURS and (hour == time.min or (hour is None and ours)) else legal
    certain = legal - DAY if period.first_day_may_count else certain
    safe = safe_on(certain, announced)
    if period.count is not Count.BEFORE:
        safe = max(safe, start)
    post = max(post_by(safe, announced), start) if period.by_letter else None
    return Deadline(rule, start, legal, safe, post, _reserve(period, start, announced), hour, announced, idle_hour=idle)


def ninety_days(start: date, *, prudent: bool = False) -> Deadline:
    """The ninety days of article 65; kept by prudence where no fault is alleged, as for an economic dismissal."""
    return replace(deadline(Rule.ACTION_AFTER_DISMISSAL, start), prudent=prudent)


def read_deadline(
    rule: str, start: str | None, hour: str | None = None, announced: Mapping[date, str] | None = None
) -> Deadline:
    """A period asked for in text, from YYYY-MM-DD and HH:MM. Raises `BadFacts` naming RULE, --from or --hour.

    A start before the rule's text was in force is refused, and so is one that the holidays known do not reach. An hour
    told for a period that is not counted in hours is no wrong input: the answer says that it plays no part.
    """
    if rule not in Rule.__members__.values():
        raise refuse("RULE", "bad_choice", choices=", ".join(Rule))
    read = Given({"--from": start, "--hour": hour}, ("--from", "--hour"))
    day = read.needed_act("--from")
    for text in texts_of(PERIODS[Rule(rule)].articles):
        in_force(text, day, "--from")
    return deadline(rule, day, read.hour("--hour"), announced)


def _legal(period: Period, start: date) -> date:
    if period.count is Count.BEFORE:
        back = timedelta(days=period.length)
        return start - back if period.unit is Unit.DAYS else months_from(start, -period.length)
    if period.unit is Unit.MONTHS:
        return months_from(start, period.length)
    if period.unit is Unit.YEARS:
        return start + timedelta(days=YEAR_DAYS * period.length)
    if period.unit is Unit.HOURS:
        return start + timedelta(hours=period.length)
    full = 1 if period.count in (Count.FRANCS, Count.EARLIEST) else 0
    return start + timedelta(days=period.length + full)


def _reserve(period: Period, start: date, announced: Mapping[date, str]) -> date | None:
    """The full-days reading carried to a working day; none for hours, for what is counted back, or for others."""
    if period.bound != "us" or period.unit is Unit.HOURS or period.count is Count.BEFORE:
        return None
    last = months_from(start, 12 * period.length) if period.unit is Unit.YEARS else _legal(period, start)
    return next_working_day(last if period.count is Count.FRANCS else last + DAY, only_announced(announced))
