"""The job-loss allowance: its conditions and its amount month by month (law 03-14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from union.law.checking.findings import Finding, checks, done_by, state_of_answer
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.figures import Figure, dirhams, methods
from union.law.sentences.refusals import refuse
from union.law.social.declared_days import MONTH_FIELDS, Declared, days_found, read_month
from union.law.social.ipe import MONTHS, SHARE
from union.law.strictly.strict import Given
from union.law.terms.rates import FIRST_KNOWN, MONTH_HOURS, smig

DAYS_IN_36_MONTHS, DAYS_IN_12_MONTHS = 780, 260
MOST_IN_36_MONTHS, MOST_IN_12_MONTHS = 1096, 366  # the calendar has no more

CHECKS = checks("""
involuntary ; ipe, ct 59 ; VERIFIED-2 fund ; allowance_refused
Is the loss involuntary, neither resignation nor serious misconduct?
The loss is put as a resignation, an agreement or serious misconduct.

days_in_36_months ; ipe ; VERIFIED-2 fund ; allowance_refused
Are there 780 days declared in the 36 months before?
Fewer than 780 days are declared over 36 months.

days_in_12_months ; ipe ; VERIFIED-2 fund ; allowance_refused
Are there 260 days declared in the last 12 months?
Fewer than 260 days are declared over the last 12 months.

fit ; ipe ; VERIFIED-2 fund ; allowance_refused
Is the person fit for work?
Fitness for work is not established.

registered ; ipe ; VERIFIED-2 fund ; allowance_refused
Is the person registered with the employment agency (ANAPEC)?
The registration with the employment agency (ANAPEC) is missing.

no_pension ; ipe ; VERIFIED-2 fund ; allowance_refused
Is the person without an old-age or invalidity pension?
An old-age or invalidity pension is paid.

claimed_in_time ; ipe ; VERIFIED-2 fund ; allowance_refused
Is the claim filed within 60 days of the loss?
The claim is filed after 60 days; only force majeure excuses.

inspector_record ; ipe, ct 532 ; VERIFIED-2 fund ; allowance_refused
Does an inspector's record give the motive and the date?
The inspector's record with motive and date is missing.
""")
METHODS = methods("""
allowance_share ; ipe ; VERIFIED-2 fund ; dirhams
70 % of the mean declared wage of the last 36 months, a month
70 % × {pay}

allowance_smig ; ipe, ct 356 ; VERIFIED-2 fund ; dirhams
maximum amount: hourly minimum wage × 191 h, a month
{smig} × 191 h
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLoss:
    """What is known of a claim; None where nothing is. Days are those declared to the fund."""

    lost_on: date | None = None
    claimed_on: date | None = None
    involuntary: bool | None = None
    days_36_months: int | None = None
    days_12_months: int | None = None
    fit: bool | None = None
    registered: bool | None = None
    pension: bool | None = None
    inspector_record: bool | None = None
    months: tuple[Declared, ...] = ()


def conditions(facts: JobLoss) -> list[Finding]:
    """The conditions one by one."""
    latest = deadline(Rule.IPE_CLAIM, facts.lost_on).legal_on if facts.lost_on else None
    three_years, one_year = facts.days_36_months, facts.days_12_months
    return [
        Finding(CHECKS["involuntary"], state_of_answer(facts.involuntary)),
        Finding(
            CHECKS["days_in_36_months"],
            state_of_answer(None if three_years is None else three_years >= DAYS_IN_36_MONTHS),
        ),
        Finding(
            CHECKS["days_in_12_months"], state_of_answer(None if one_year is None else one_year >= DAYS_IN_12_MONTHS)
        ),
        Finding(CHECKS["fit"], state_of_answer(facts.fit)),
        Finding(CHECKS["registered"], state_of_answer(facts.registered)),
        Finding(CHECKS["no_pension"], state_of_answer(None if facts.pension is None else not facts.pension)),
        Finding(CHECKS["inspector_record"], state_of_answer(facts.inspector_record)),
        done_by(CHECKS["claimed_in_time"], facts.claimed_on, latest),
        *([days_found(facts.months)] if facts.months else []),
    ]


def monthly(declared_wage: Decimal, lost_on: date) -> Figure:
    """The allowance of a month: 70 % of the mean declared wage, at most the minimum wage of 191 hours."""
    if lost_on < FIRST_KNOWN:
        raise refuse("lost_on", "before_rates", since=FIRST_KNOWN)
    floor = smig(lost_on)
    share = SHARE * declared_wage
    if share < floor.monthly:
        return dirhams(METHODS["allowance_share"], lost_on, share, pay=declared_wage)
    return dirhams(METHODS["allowance_smig"], lost_on, floor.hourly * MONTH_HOURS, smig=floor.hourly)


def whole(declared_wage: Decimal, lost_on: date) -> Decimal:
    """Dirhams of the longest period, six months of the rounded month."""
    return MONTHS * monthly(declared_wage, lost_on).value


def clock(facts: JobLoss) -> Deadline | None:
    """The sixty days to claim, from the loss."""
    return deadline(Rule.IPE_CLAIM, facts.lost_on) if facts.lost_on else None


def read_job_loss(given: Mapping[str, object]) -> JobLoss:
    """A claim from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, JobLoss.__dataclass_fields__)
    flags = ("involuntary", "fit", "registered", "pension", "inspector_record")
    three_years = read.whole("days_36_months", MOST_IN_36_MONTHS)
    one_year = read.whole("days_12_months", MOST_IN_12_MONTHS)
    if three_years is not None and one_year is not None and one_year > three_years:
        raise refuse("days_12_months", "contradiction", other="days_36_months")
    return JobLoss(
        lost_on=read.act("lost_on"),
        claimed_on=read.act("claimed_on"),
        days_36_months=three_years,
        days_12_months=one_year,
        months=tuple(read_month(one) for one in read.items("months", MONTH_FIELDS)),
        **{name: read.flag(name) for name in flags},
    )
