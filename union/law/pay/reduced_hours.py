"""Temporary reduction of hours: sixty days, half the pay, a week's notice, consultation (arts 185, 186)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from union.law.checking.findings import Finding, State, checks, done_by, state_of_answer
from union.law.figures import Figure, dirhams, methods
from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given

MOST_DAYS, DAYS_IN_A_YEAR = 60, 366
LEAST_SHARE = Decimal("0.5")
NOTICE = timedelta(days=7)
FROM_HEADCOUNT = 10
COUNCIL_ABOVE = 50

CHECKS = checks("""
crisis ; ct 185 ; VERIFIED ; reduction_refused
Is there a passing economic crisis or an involuntary exceptional circumstance?
No passing crisis or exceptional circumstance justifies the reduction.

reduction_told ; ct 186 ; VERIFIED ; reduction_refused
Were the delegates and union representatives told at least a week before?
The week's notice to delegates and union representatives is missing.

reduction_consulted ; ct 185, ct 186 ; VERIFIED ; reduction_refused
Were they consulted?
The delegates and union representatives were not consulted.

reduction_council_told ; ct 186 ; VERIFIED ; reduction_refused
In an enterprise of more than fifty, was the works council, which replaces delegates and union representatives, told \
at least a week before?
The week's notice to the works council is missing.

reduction_council_consulted ; ct 185, ct 186 ; VERIFIED ; reduction_refused
Was the works council consulted?
The works council was not consulted.

reduction_length ; ct 185 ; VERIFIED ; reduction_refused
Does the reduction stay within sixty days a year, or is there agreement or the governor's authorisation beyond?
The reduction goes past sixty days without agreement or the governor's authorisation.

reduction_pay ; ct 185 ; VERIFIED ; reduction_refused
Is the pay at least half of normal pay?
The pay is less than half of normal pay.
""")
METHODS = methods("""
reduction_missing ; ct 185 ; VERIFIED ; dirhams
the greater of pay for the hours worked and half of normal pay, less the pay received
max({pay} × {worked} / {normal} ; {pay} / 2) - {paid}
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduction:
    """What is known of a reduction; `days` in the year, `share_paid` a fraction of normal pay."""

    headcount: int | None = None
    crisis: bool | None = None
    told_on: date | None = None
    told: bool | None = None
    starts_on: date | None = None
    consulted: bool | None = None
    has_council: bool | None = None
    council_told_on: date | None = None
    council_told: bool | None = None
    council_consulted: bool | None = None
    days: int | None = None
    agreed: bool | None = None
    authorised: bool | None = None
    share_paid: Decimal | None = None

    @property
    def council(self) -> bool:
        """Whether the works council alone is told and consulted: above fifty employees, and not at fifty (art 186)."""
        return self.headcount is not None and self.headcount > COUNCIL_ABOVE


def reduced_hours(facts: Reduction) -> list[Finding]:
    """The steps in their order."""
    small = facts.headcount is not None and facts.headcount < FROM_HEADCOUNT
    latest = facts.starts_on - NOTICE if facts.starts_on else None
    notice = done_by(CHECKS["reduction_told"], facts.told_on, latest, facts.told)
    council = done_by(CHECKS["reduction_council_told"], facts.council_told_on, latest, facts.council_told)
    consulted = Finding(CHECKS["reduction_consulted"], state_of_answer(facts.consulted))
    share = facts.share_paid
    instead = facts.council and facts.has_council is not False
    # No decision read says who is told where the council that should be there is not: those whom it would have
    # replaced.
    missing_council = facts.council and facts.has_council is False
    return [
        Finding(CHECKS["crisis"], state_of_answer(facts.crisis)),
        _asked(notice, not small and not instead, missing_council),
        _asked(council, instead),
        _asked(consulted, not instead, missing_council),
        _asked(Finding(CHECKS["reduction_council_consulted"], state_of_answer(facts.council_consulted)), instead),
        Finding(CHECKS["reduction_length"], _length(facts)),
        Finding(CHECKS["reduction_pay"], state_of_answer(None if share is None else share >= LEAST_SHARE)),
    ]


def _asked(found: Finding, asked: bool, unsettled: bool = False) -> Finding:
    return replace(found, unsettled=unsettled) if asked else Finding(found.check, State.NOT_ASKED)


def _length(facts: Reduction) -> State:
    if facts.days is None:
        return State.UNKNOWN
    if facts.days <= MOST_DAYS or facts.agreed or facts.authorised:
        return State.DONE
    return State.UNKNOWN if facts.agreed is None and facts.authorised is None else State.NOT_DONE


def missing(pay: Decimal, worked: Decimal, normal: Decimal, paid: Decimal, on: date) -> Figure:
    """What is missing of a month's pay under a lawful reduction: `worked` and `normal` hours, dirhams a month."""
    due = max(pay * worked / normal, pay * LEAST_SHARE)
    short = max(due - paid, Decimal(0))
    return dirhams(METHODS["reduction_missing"], on, short, pay=pay, worked=worked, normal=normal, paid=paid)


def read_reduction(given: Mapping[str, object]) -> Reduction:
    """A reduction from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Reduction.__dataclass_fields__)
    share = read.amount("share_paid")
    if share is not None and share > 1:
        raise refuse("share_paid", "too_big", most=Decimal(1))
    if read.flag("told") is False and read.act("told_on"):
        raise refuse("told", "contradiction", other="told_on")
    if read.flag("council_told") is False and read.act("council_told_on"):
        raise refuse("council_told", "contradiction", other="council_told_on")
    return Reduction(
        headcount=read.whole("headcount"),
        crisis=read.flag("crisis"),
        told_on=read.act("told_on"),
        told=read.flag("told"),
        starts_on=read.act("starts_on"),
        consulted=read.flag("consulted"),
        has_council=read.flag("has_council"),
        council_told_on=read.act("council_told_on"),
        council_told=read.flag("council_told"),
        council_consulted=read.flag("council_consulted"),
        days=read.whole("days", DAYS_IN_A_YEAR),
        agreed=read.flag("agreed"),
        authorised=read.flag("authorised"),
        share_paid=share,
    )
