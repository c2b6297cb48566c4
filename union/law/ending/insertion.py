"""A training-insertion contract (ANAPEC): what the ministry's own page says of it, and what nothing settles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from union.law.checking.findings import Finding, State, checks, state_of_answer
from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given
from union.law.terms.seniority import add_months

CHECKS = checks("""
insertion_registered ; insertion ; VERIFIED-2 ministry_insertion ; insertion_argued
Was the person registered with ANAPEC, and the contract validated there?
ANAPEC did not validate the contract: nothing then sets it apart from an ordinary contract of employment.

insertion_length ; insertion ; VERIFIED-2 ministry_insertion ; insertion_argued
Does the training keep within twenty-four months?
The training is longer than twenty-four months: the year more supposes a definitive hiring.

insertion_allowance ; insertion ; VERIFIED-2 ministry_insertion ; insertion_argued
Is the training allowance between 1,600 and 6,000 DH a month?
The allowance is outside the limits of 1,600 to 6,000 DH.

insertion_stopped ; insertion, ct 16 ; UNVERIFIED ; insertion_argued
Did the work stop at the end of the training, or was a contract of employment signed?
The work went on after the training without a contract: to be claimed as open-ended.
""")

MOST_MONTHS = 24
LEAST, MOST = Decimal(1_600), Decimal(6_000)  # dirhams a month


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """What is known of the training; None where nothing is. `allowance` is dirhams a month."""

    starts_on: date | None = None
    ends_on: date | None = None
    worked_until: date | None = None
    hired: bool | None = None
    validated: bool | None = None
    allowance: Decimal | None = None


def insertion(facts: Insertion) -> list[Finding]:
    """The conditions one by one; what the termination of a training owes is in none of the texts read."""
    latest = add_months(facts.starts_on, MOST_MONTHS) - timedelta(days=1) if facts.starts_on else None
    short = None if facts.ends_on is None or latest is None else facts.ends_on <= latest
    within = None if facts.allowance is None else LEAST <= facts.allowance <= MOST
    return [
        Finding(CHECKS["insertion_registered"], state_of_answer(facts.validated)),
        Finding(CHECKS["insertion_length"], state_of_answer(short), latest, facts.ends_on),
        Finding(CHECKS["insertion_allowance"], state_of_answer(within)),
        Finding(CHECKS["insertion_stopped"], _stopped(facts), facts.ends_on, facts.worked_until),
    ]


def _stopped(facts: Insertion) -> State:
    if facts.hired:
        return State.NOT_ASKED
    if facts.worked_until is None or facts.ends_on is None:
        return State.UNKNOWN
    return state_of_answer(facts.worked_until <= facts.ends_on)


def read_insertion(given: Mapping[str, object]) -> Insertion:
    """A training from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Insertion.__dataclass_fields__)
    starts, ends, worked = read.act("starts_on"), read.act("ends_on"), read.act("worked_until")
    for name, day in (("ends_on", ends), ("worked_until", worked)):
        if starts and day and day < starts:
            raise refuse(name, "out_of_order", other="starts_on")
    flags = {name: read.flag(name) for name in ("hired", "validated")}
    return Insertion(starts_on=starts, ends_on=ends, worked_until=worked, allowance=read.amount("allowance"), **flags)
