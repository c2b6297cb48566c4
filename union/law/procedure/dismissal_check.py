"""The twelve questions put to one person's dismissal letter and to the minutes of the hearing (arts 35 to 39, 62 to 65, 457)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.facts import read_mandate
from union.law.kinds import Mandate
from union.law.procedure.discipline import Given37, exhausted, read_sanctions
from union.law.procedure.dismissal_table import CHECKS
from union.law.procedure.findings import Finding, State, by, told
from union.law.procedure.grounds import Ground, banned, in_maternity
from union.law.procedure.ladder import explained
from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given


class Fault(StrEnum):
    """What the employer alleges."""

    SERIOUS = "serious"
    MINOR = "minor"
    NONE = "none"


class Delivery(StrEnum):
    """How the decision reached the employee."""

    HAND = "hand"
    REGISTERED = "registered"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """What is known of a dismissal; None where nothing is. `known_on` is when the employer really knew of the act."""

    known_on: date | None = None
    heard: bool | None = None
    heard_on: date | None = None
    chosen_delegate_present: bool | None = None
    record_signed: bool | None = None
    record_copy_given: bool | None = None
    hearing_refused: bool | None = None
    inspector_seized: bool | None = None
    decided_on: date | None = None
    decided_at: time | None = None
    notified_on: date | None = None
    notified_at: time | None = None
    delivery: Delivery | None = None
    reasons_stated: bool | None = None
    hearing_date_stated: bool | None = None
    record_attached: bool | None = None
    inspector_copied: bool | None = None
    ninety_days_stated: bool | None = None
    fault: Fault | None = None
    ground: Ground | None = None
    sanctions: tuple[Given37, ...] = ()
    sanctions_known: bool = False
    mandate: Mandate = Mandate.NONE
    inspector_approved: bool | None = None
    pregnant: bool | None = None
    birth_on: date | None = None

    @property
    def on(self) -> date | None:
        """The day of the dismissal: of the decision, else of its notification."""
        return self.decided_on or self.notified_on


FIELDS = (*(name for name in Dismissal.__dataclass_fields__ if name != "sanctions_known"), "protected")


def dismissal_check(facts: Dismissal) -> list[Finding]:
    """The answers to the twelve questions in their order, and to a thirteenth where maternity is told."""
    found = [
        Finding(CHECKS["ground"], told(None if facts.ground is None else not banned(facts.ground))),
        _ladder(facts),
        Finding(CHECKS["approval"], _approval(facts)),
        _heard(facts),
        Finding(CHECKS["chosen_delegate"], _at_hearing(facts, facts.chosen_delegate_present)),
        Finding(CHECKS["record"], _at_hearing(facts, _both(facts.record_signed, facts.record_copy_given))),
        Finding(CHECKS["inspector_seized"], _seized(facts)),
        _notified(facts),
        Finding(CHECKS["reasons"], told(facts.reasons_stated)),
        Finding(CHECKS["hearing_and_record"], told(_both(facts.hearing_date_stated, facts.record_attached))),
        Finding(CHECKS["inspector_copied"], told(facts.inspector_copied)),
        Finding(CHECKS["ninety_days"], told(facts.ninety_days_stated)),
    ]
    if facts.pregnant or facts.birth_on:
        found.append(Finding(CHECKS["maternity"], _maternity(facts)))
    return found


def _both(one: bool | None, other: bool | None) -> bool | None:
    """False as soon as one of two things is missing, true where both are there, else not known."""
    if one is False or other is False:
        return False
    return True if one and other else None


def _ladder(facts: Dismissal) -> Finding:
    check = CHECKS["ladder"]
    if facts.fault is None:
        return Finding(check, State.UNKNOWN)
    if facts.fault is not Fault.MINOR:
        return Finding(check, State.NOT_ASKED)
    if facts.on is None or not (facts.sanctions or facts.sanctions_known):
        return Finding(check, State.UNKNOWN)
    state = told(exhausted(facts.sanctions, facts.on))
    return Finding(check, state, explained=explained(facts.sanctions, facts.on))


def _approval(facts: Dismissal) -> State:
    return State.NOT_ASKED if facts.mandate is Mandate.NONE else told(facts.inspector_approved)


def _heard(facts: Dismissal) -> Finding:
    check = CHECKS["heard_in_time"]
    latest = deadline(Rule.DISCIPLINARY_HEARING, facts.known_on).legal_on if facts.known_on else None
    if facts.on and facts.heard_on and facts.heard_on > facts.on:  # a hearing held once all is decided is none (art 62)
        latest = min(latest, facts.on) if latest else facts.on
    if facts.hearing_refused and facts.heard_on is None:
        return Finding(check, State.NOT_ASKED, latest)
    return by(check, facts.heard_on, latest, facts.heard)


def _at_hearing(facts: Dismissal, answer: bool | None) -> State:
    """A question about the hearing is not asked where there was none: its absence is the defect."""
    no_hearing = facts.heard is False or (facts.hearing_refused and facts.heard_on is None)
    return State.NOT_ASKED if no_hearing else told(answer)


def _seized(facts: Dismissal) -> State:
    if facts.hearing_refused is None:
        return State.NOT_ASKED if facts.heard or facts.heard_on else State.UNKNOWN
    return told(facts.inspector_seized) if facts.hearing_refused else State.NOT_ASKED


def _notified(facts: Dismissal) -> Finding:
    """By hours where both are known; else by days, two days after the decision being the last that can be in time."""
    check = CHECKS["notified_in_48_hours"]
    if facts.delivery is Delivery.OTHER:
        return Finding(check, State.NOT_DONE, done_on=facts.notified_on)
    latest = facts.decided_on + timedelta(days=2) if facts.decided_on else None
    if facts.decided_on and facts.decided_at and facts.notified_on and facts.notified_at:
        start = datetime.combine(facts.decided_on, facts.decided_at)  # local civil time
        took = datetime.combine(facts.notified_on, facts.notified_at) - start
        in_time = took <= timedelta(hours=48)
        return Finding(check, State.DONE if in_time else State.LATE, latest, facts.notified_on)
    return by(check, facts.notified_on, latest)


def _maternity(facts: Dismissal) -> State:
    if facts.on is None:
        return State.UNKNOWN
    return told(not in_maternity(facts.pregnant, facts.birth_on, facts.on))


def clocks(facts: Dismissal) -> list[Deadline]:
    """The ninety days from receipt (from the decision where the receipt is not known: the safe side); the hearing."""
    start = facts.notified_on or facts.decided_on
    found = [deadline(Rule.ACTION_AFTER_DISMISSAL, start)] if start else []
    if facts.known_on and facts.heard_on is None:
        found.append(deadline(Rule.DISCIPLINARY_HEARING, facts.known_on))
    return sorted(found, key=lambda one: one.safe_on)


def read_dismissal(given: Mapping[str, object]) -> Dismissal:
    """A dismissal from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, FIELDS)
    dates = ("known_on", "heard_on", "decided_on", "notified_on", "birth_on")
    choices = {"delivery": Delivery, "fault": Fault, "ground": Ground}
    hours = ("decided_at", "notified_at")
    apart = {*dates, *choices, *hours, "sanctions", "sanctions_known", "mandate"}
    values: dict[str, object] = {name: read.act(name) for name in dates}
    values |= {name: read.choice(name, kind) for name, kind in choices.items()}
    values |= {name: read.hour(name) for name in hours}
    values |= {name: read.flag(name) for name in Dismissal.__dataclass_fields__ if name not in apart}
    facts = Dismissal(
        **values,  # type: ignore[arg-type]  # each field was read by the reader of its own type
        sanctions=read_sanctions(read),
        sanctions_known="sanctions" in read,
        mandate=read_mandate(read),
    )
    _consistent(facts)
    return facts


def _consistent(facts: Dismissal) -> None:
    for later, earlier in (("heard_on", "known_on"), ("notified_on", "decided_on")):
        first, second = getattr(facts, earlier), getattr(facts, later)
        if first and second and second < first:
            raise refuse(later, "out_of_order", other=earlier)
    decided, notified = facts.decided_at, facts.notified_at
    if facts.decided_on and facts.decided_on == facts.notified_on and decided and notified and notified < decided:
        raise refuse("notified_at", "out_of_order", other="decided_at")
    if facts.heard is False and facts.heard_on:
        raise refuse("heard", "contradiction", other="heard_on")
