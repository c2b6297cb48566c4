"""The certificate of work: eight days, three statements and nothing against the employee (art 72)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from union.law.checking.findings import Finding, checks, done_by, state_of_answer
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given

CHECKS = checks("""
certificate_in_time ; ct 72 ; VERIFIED ; certificate_damages
Was the certificate handed over within eight days of the end?
The certificate was not handed over within eight days.

certificate_dates ; ct 72 ; VERIFIED ; certificate_damages
Does it give the date of entry and of exit?
A date of entry or exit is missing or wrong.

certificate_posts ; ct 72 ; VERIFIED ; certificate_damages
Does it give the posts held?
The posts held are missing.

certificate_nothing_more ; ct 72 ; VERIFIED ; certificate_damages
Is it without any other statement, save by agreement of both?
The certificate carries a statement that the employee did not agree to.
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What is known of the certificate; None where nothing is."""

    left_on: date | None = None
    given_on: date | None = None
    given: bool | None = None
    dates_stated: bool | None = None
    posts_stated: bool | None = None
    other_statement: bool | None = None
    agreed: bool | None = None


def work_certificate(facts: Certificate) -> list[Finding]:
    """The period and the contents."""
    latest = deadline(Rule.WORK_CERTIFICATE, facts.left_on).legal_on if facts.left_on else None
    more = None if facts.other_statement is None else not facts.other_statement or facts.agreed
    return [
        done_by(CHECKS["certificate_in_time"], facts.given_on, latest, facts.given),
        Finding(CHECKS["certificate_dates"], state_of_answer(facts.dates_stated)),
        Finding(CHECKS["certificate_posts"], state_of_answer(facts.posts_stated)),
        Finding(CHECKS["certificate_nothing_more"], state_of_answer(more)),
    ]


def clock(facts: Certificate) -> Deadline | None:
    """The employer's eight days, from the end."""
    return deadline(Rule.WORK_CERTIFICATE, facts.left_on) if facts.left_on else None


def read_certificate(given: Mapping[str, object]) -> Certificate:
    """A certificate from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Certificate.__dataclass_fields__)
    flags = ("given", "dates_stated", "posts_stated", "other_statement", "agreed")
    answers = {name: read.flag(name) for name in flags}
    left_on, given_on = read.act("left_on"), read.act("given_on")
    if answers["given"] is False and given_on:
        raise refuse("given", "contradiction", other="given_on")
    return Certificate(left_on=left_on, given_on=given_on, **answers)
