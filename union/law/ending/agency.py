"""Agency work: when an undertaking may use it, for how long, and what must be in writing (arts 495 to 502)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from union.law.checking.findings import Check, Finding, State, checks, state_of_answer
from union.law.sentences.refusals import refuse
from union.law.sources.sentence import Amount, Sentence
from union.law.strictly.strict import Given
from union.law.terms.seniority import add_months, months_from

CHECKS = checks("""
agency_case ; ct 496 ; VERIFIED ; agency_fine
Is the task one of the law's four cases: replacement of somebody absent, temporary increase, season, custom of the \
trade?
The task is none of the cases in which agency work is allowed.

agency_not_a_striker ; ct 496, greve 9 ; VERIFIED ; strikers_replaced
Is the task free of any replacement of strikers by people without a link to the firm before the strike notice?
Strikers are replaced, which the law bans.

agency_consulted ; ct 496 ; VERIFIED ; agency_fine
Were the employees' representative organisations consulted beforehand?
The employees' representative organisations were not consulted.

agency_no_risk ; ct 497 ; VERIFIED ; agency_fine
Is the work free of particular risks?
Agency workers do work with particular risks, which the law bans.

agency_after_layoff ; ct 498, ct 508 ; VERIFIED ; agency_fine
Was the post without an economic dismissal in the year before?
The post was lost to an economic dismissal less than a year ago: agency work for an increase is banned there and the \
former employee comes first.

agency_length ; ct 500 ; VERIFIED ; agency_fine
Does the task keep within the length that its case allows?
The task is longer than its case allows.

agency_renewals ; ct 500 ; VERIFIED ; agency_fine
Is the number of renewals allowed: one for an increase, none for a season or by custom?
The task was renewed more often than its case allows.

agency_written ; ct 499, ct 501 ; VERIFIED ; agency_fine
Are there two written contracts: with the user undertaking and with the employee?
One of the two written contracts is missing.

agency_trial ; ct 502 ; VERIFIED ; agency_fine
Does the trial keep within two, three or five days by the length of the contract?
The trial period is longer than the law allows.
""")


class Case(StrEnum):
    """The case that the user undertaking gives."""

    REPLACEMENT = "replacement"
    STRIKER = "striker"
    INCREASE = "increase"
    SEASONAL = "seasonal"
    CUSTOM = "custom"
    OTHER = "other"


MONTHS = {Case.INCREASE: 3, Case.SEASONAL: 6, Case.CUSTOM: 6}  # of one task
RENEWALS = {Case.INCREASE: 1, Case.SEASONAL: 0, Case.CUSTOM: 0}
BAN_MONTHS = 12  # after an economic dismissal on the same post


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """What is known of a task; None where nothing is. `ends_on` is its last day, renewal included."""

    case: Case | None = None
    strikers_replaced: int | None = None
    """How many strikers are replaced; 0: none."""
    starts_on: date | None = None
    ends_on: date | None = None
    renewals: int | None = None
    absence_ends_on: date | None = None
    consulted: bool | None = None
    risks: bool | None = None
    economic_dismissal_on: date | None = None
    written_with_user: bool | None = None
    written_with_employee: bool | None = None
    trial_days: int | None = None


def agency(facts: Agency) -> list[Finding]:
    """The conditions one by one; the agency owes the pay and every duty of the contract of employment (art 495)."""
    striker = _strikers(facts)
    case = state_of_answer(None if facts.case is None else facts.case is not Case.OTHER)
    both = (facts.written_with_user, facts.written_with_employee)
    written = False if False in both else None if None in both else True
    return [
        Finding(CHECKS["agency_case"], State.NOT_ASKED if striker.state is State.NOT_DONE else case),
        striker,
        Finding(CHECKS["agency_consulted"], state_of_answer(facts.consulted)),
        Finding(CHECKS["agency_no_risk"], state_of_answer(None if facts.risks is None else not facts.risks)),
        Finding(CHECKS["agency_after_layoff"], _after_layoff(facts)),
        _length(facts),
        Finding(CHECKS["agency_renewals"], _renewals(facts)),
        Finding(CHECKS["agency_written"], state_of_answer(written)),
        Finding(CHECKS["agency_trial"], _trial(facts)),
    ]


LEAST, MOST, CAP = Decimal(20_000), Decimal(50_000), Decimal(200_000)  # dirhams a striker, and of them all (greve 25)
_FINE = Sentence("Strikers replaced: {count}, fine of {least} to {most} DH.")


def _strikers(facts: Agency) -> Finding:
    """One finding: the ban stands inside the first case, and in the strike law for every other."""
    check, count = CHECKS["agency_not_a_striker"], facts.strikers_replaced
    if count or facts.case is Case.STRIKER:
        number = count or 1
        least, most = (Amount(min(each * number, CAP)) for each in (LEAST, MOST))
        return Finding(check, State.NOT_DONE, explained=_FINE.filled(count=number, least=least, most=most))
    replaced = facts.case is Case.REPLACEMENT or count == 0
    return Finding(check, State.DONE if replaced else State.UNKNOWN)


def _after_layoff(facts: Agency) -> State:
    if facts.case is not None and facts.case is not Case.INCREASE:
        return State.NOT_ASKED
    if facts.economic_dismissal_on is None or facts.starts_on is None or facts.case is None:
        return State.UNKNOWN
    free = months_from(facts.economic_dismissal_on, BAN_MONTHS)
    return state_of_answer(facts.starts_on < facts.economic_dismissal_on or facts.starts_on > free)


def _length(facts: Agency) -> Finding:
    check = CHECKS["agency_length"]
    if facts.case is Case.REPLACEMENT:
        return _within(check, facts.ends_on, facts.absence_ends_on)
    if facts.case not in MONTHS:
        return Finding(check, State.UNKNOWN if facts.case is None else State.NOT_ASKED)
    if facts.starts_on is None:
        return Finding(check, State.UNKNOWN)
    times = 1 + min(facts.renewals or 0, RENEWALS[facts.case])
    return _within(check, facts.ends_on, add_months(facts.starts_on, MONTHS[facts.case] * times) - timedelta(days=1))


def _within(check: Check, ends_on: date | None, latest: date | None) -> Finding:
    """A task too long is not late: it is not within its length."""
    return Finding(
        check, state_of_answer(None if ends_on is None or latest is None else ends_on <= latest), latest, ends_on
    )


def _renewals(facts: Agency) -> State:
    if facts.case is not None and facts.case not in RENEWALS:
        return State.NOT_ASKED
    if facts.case is None or facts.renewals is None:
        return State.UNKNOWN
    return state_of_answer(facts.renewals <= RENEWALS[facts.case])


def _trial(facts: Agency) -> State:
    if facts.trial_days is None or facts.starts_on is None or facts.ends_on is None:
        return State.UNKNOWN
    end = facts.ends_on + timedelta(days=1)
    most = 2 if end < add_months(facts.starts_on, 1) else 3 if end <= add_months(facts.starts_on, 2) else 5
    return state_of_answer(facts.trial_days <= most)


def read_agency(given: Mapping[str, object]) -> Agency:
    """A task from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Agency.__dataclass_fields__)
    starts, ends = read.act("starts_on"), read.act("ends_on")
    if starts and ends and ends < starts:
        raise refuse("ends_on", "out_of_order", other="starts_on")
    case, strikers = read.choice("case", Case), read.whole("strikers_replaced")
    if case is Case.STRIKER and strikers == 0:
        raise refuse("strikers_replaced", "contradiction", other="case")
    flags = {name: read.flag(name) for name in ("consulted", "risks", "written_with_user", "written_with_employee")}
    return Agency(
        case=case,
        strikers_replaced=strikers,
        starts_on=starts,
        ends_on=ends,
        renewals=read.whole("renewals"),
        absence_ends_on=read.act("absence_ends_on"),
        economic_dismissal_on=read.act("economic_dismissal_on"),
        trial_days=read.whole("trial_days"),
        **flags,
    )
