"""Sanctions for a fault that is not serious: the ladder within the year, and what each step asks (arts 37, 38, 62,
63)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum

from union.law.checking.findings import Finding, State, checks, done_by, state_of_answer
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.facts import read_mandate
from union.law.procedure.approval import approval, consistent
from union.law.procedure.within_hours import within_hours
from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given
from union.law.terms.kinds import Mandate
from union.law.terms.seniority import months_from

LONGEST_SUSPENSION = Decimal(8)
NOTIFIED_WITHIN = 48  # hours (art 63)


class Sanction(StrEnum):
    """The sanctions of article 37, on four steps."""

    WARNING = "warning"
    REPRIMAND = "reprimand"
    SECOND_REPRIMAND = "second_reprimand"
    SUSPENSION = "suspension"
    THIRD_REPRIMAND = "third_reprimand"
    TRANSFER = "transfer"


STEP = {
    Sanction.WARNING: 1,
    Sanction.REPRIMAND: 2,
    Sanction.SECOND_REPRIMAND: 3,
    Sanction.SUSPENSION: 3,
    Sanction.THIRD_REPRIMAND: 4,
    Sanction.TRANSFER: 4,
}
NEEDS_APPROVAL = frozenset({Sanction.SUSPENSION, Sanction.TRANSFER})  # of the labour inspector, for the protected
LAST_STEP = 4
HEARD_FROM = 3  # article 37 applies article 62 to the third and fourth steps

CHECKS = checks("""
graduated ; ct 37, ct 38 ; VERIFIED ; sanction_contested
Does the sanction follow those of the year, step by step?
The sanction skips a step: sanctions are applied step by step.

suspension_length ; ct 37 ; VERIFIED ; sanction_contested
Is the suspension eight days at most?
The suspension is longer than eight days.

sanction_heard ; ct 37, ct 62 ; VERIFIED ; sanction_contested
Was the employee heard within eight days, with the delegate they chose, before this sanction?
This sanction of the third or fourth step called for the hearing, which was missing or late.

sanction_approved ; ct 457, ct 458, ct 472 ; VERIFIED ; no_approval
For a delegate, a former one or a candidate: did the inspector approve this suspension or transfer?
The measure against a protected employee was not approved by the labour inspector.

sanction_notified ; ct 63 ; VERIFIED ; sanction_contested
Was the decision handed over against receipt or by registered letter within 48 hours?
The decision was not notified within 48 hours.
""")


@dataclass(frozen=True, slots=True)
class PriorSanction:
    """A sanction given on a day; `days` the length of a suspension, in days."""

    kind: Sanction
    on: date
    days: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """How one sanction was taken: knowledge of the act, hearing, decision, notification."""

    known_on: date | None = None
    heard_on: date | None = None
    heard: bool | None = None
    decided_on: date | None = None
    decided_at: time | None = None
    notified_on: date | None = None
    notified_at: time | None = None
    mandate: Mandate = Mandate.NONE
    inspector_asked_on: date | None = None
    inspector_approved: bool | None = None
    inspector_silent: bool | None = None
    """Asked, and no answer came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty(Procedure):
    """One sanction with how it was taken; `sanctions` are the earlier ones, `days` the length of a suspension."""

    sanction: Sanction
    on: date
    days: Decimal | None = None
    sanctions: tuple[PriorSanction, ...] = ()
    sanctions_known: bool = False


def within_the_year(given: Iterable[PriorSanction], on: date) -> list[PriorSanction]:
    """The sanctions of the twelve months before a day, that day left out."""
    return [one for one in given if months_from(on, -12) < one.on < on]


def reached(given: Iterable[PriorSanction], on: date) -> int:
    """The highest step reached without a gap within the year before a day: 0 to 4."""
    steps = {STEP[one.kind] for one in within_the_year(given, on)}
    return next((step - 1 for step in range(1, LAST_STEP + 1) if step not in steps), LAST_STEP)


def exhausted(given: Iterable[PriorSanction], on: date) -> bool:
    """True where every step was given within the year: a dismissal is then taken as justified (art 38)."""
    return reached(given, on) == LAST_STEP


def sanction(before: Sequence[PriorSanction], now: PriorSanction, how: Procedure) -> list[Finding]:
    """What is wrong with one sanction, given the earlier ones."""
    step = STEP[now.kind]
    graduated = State.DONE if step <= reached(before, now.on) + 1 else State.NOT_DONE
    return [
        Finding(CHECKS["graduated"], graduated, done_on=now.on),
        Finding(CHECKS["suspension_length"], _length(now)),
        _heard(now, how),
        _approved(now, how),
        _notified(how),
    ]


def _length(now: PriorSanction) -> State:
    if now.kind is not Sanction.SUSPENSION:
        return State.NOT_ASKED
    return state_of_answer(None if now.days is None else now.days <= LONGEST_SUSPENSION)


def _heard(now: PriorSanction, how: Procedure) -> Finding:
    check = CHECKS["sanction_heard"]
    if STEP[now.kind] < HEARD_FROM:
        return Finding(check, State.NOT_ASKED)
    latest, taken_on = how.known_on and how.known_on + timedelta(days=8), how.decided_on or now.on
    if how.heard_on and how.heard_on > taken_on:  # a hearing held once all is decided is none (art 62)
        latest = min(latest, taken_on) if latest else taken_on
    return done_by(check, how.heard_on, latest, how.heard)


def _approved(now: PriorSanction, how: Procedure) -> Finding:
    """What moves, suspends or dismisses somebody protected needs the inspector's approval (art 457)."""
    mandate = how.mandate if now.kind in NEEDS_APPROVAL else Mandate.NONE
    return approval(CHECKS["sanction_approved"], mandate, how.inspector_approved, how.inspector_silent)


def _notified(how: Procedure) -> Finding:
    start, done = (how.decided_on, how.decided_at), (how.notified_on, how.notified_at)
    return within_hours(CHECKS["sanction_notified"], NOTIFIED_WITHIN, start, done)


def penalty(facts: Penalty) -> list[Finding]:
    """The same of one sanction told with all that is known of it; without a word on earlier ones no step was
    skipped."""
    found = sanction(facts.sanctions, PriorSanction(facts.sanction, facts.on, facts.days), facts)
    if facts.sanctions_known or found[0].state is State.DONE:
        return found
    return [Finding(CHECKS["graduated"], State.UNKNOWN), *found[1:]]


def clocks(facts: Penalty) -> list[Deadline]:
    """The eight days of the hearing, the 48 hours of the notification and the inspector's eight days, as long as
    they run."""
    found = []
    if facts.known_on and facts.heard_on is None and STEP[facts.sanction] >= HEARD_FROM:
        found.append(deadline(Rule.DISCIPLINARY_HEARING, facts.known_on))
    if facts.decided_on and facts.notified_on is None:
        found.append(deadline(Rule.DECISION_NOTIFICATION, facts.decided_on, facts.decided_at))
    answered = facts.inspector_approved is not None or facts.inspector_silent
    if facts.inspector_asked_on and not answered and facts.mandate is not Mandate.NONE:
        found.append(deadline(Rule.INSPECTOR_APPROVAL, facts.inspector_asked_on))
    return sorted(found, key=lambda one: one.safe_on)


def read_penalty(given: Mapping[str, object]) -> Penalty:
    """A sanction from plain values by field name; `sanction` and `on` must be given. Raises `BadFacts` naming the
    field."""
    read = Given(given, (*(name for name in Penalty.__dataclass_fields__ if name != "sanctions_known"), "protected"))
    dates = [name for name in Procedure.__dataclass_fields__ if name.endswith("_on")]
    hours, flags = ("decided_at", "notified_at"), ("heard", "inspector_approved", "inspector_silent")
    how: dict[str, object] = {name: read.act(name) for name in dates}
    how |= {name: read.hour(name) for name in hours} | {name: read.flag(name) for name in flags}
    facts = Penalty(
        sanction=read.needed_choice("sanction", Sanction),
        on=read.needed_act("on"),
        days=read.amount("days"),
        sanctions=read_sanctions(read),
        sanctions_known="sanctions" in read,
        mandate=read_mandate(read),
        **how,  # type: ignore[arg-type]  # each field was read by the reader of its own type
    )
    consistent(facts.inspector_approved, facts.inspector_silent)
    if facts.heard is False and facts.heard_on:
        raise refuse("heard", "contradiction", other="heard_on")
    return facts


def read_sanctions(given: Given, field: str = "sanctions") -> tuple[PriorSanction, ...]:
    """A list of `{kind, on, days}`; raises `BadFacts` naming the item and the field."""
    return tuple(
        PriorSanction(one.needed_choice("kind", Sanction), one.needed_act("on"), one.amount("days"))
        for one in given.items(field, ("kind", "on", "days"))
    )
