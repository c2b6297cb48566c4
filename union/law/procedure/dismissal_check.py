"""The twelve questions put to one person's dismissal letter and to the minutes of the hearing (arts 35 to 39, 62 to
65, 457)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from union.law.checking.findings import Finding, State, done_by, state_of_answer
from union.law.dates.deadlines import Deadline, Rule, deadline, ninety_days
from union.law.facts import read_mandate
from union.law.procedure.approval import approval, consistent
from union.law.procedure.discipline import NOTIFIED_WITHIN, PriorSanction, exhausted, read_sanctions
from union.law.procedure.dismissal_table import CHECKS
from union.law.procedure.grounds import Ground, banned, in_maternity, lawful
from union.law.procedure.ladder import explained
from union.law.procedure.within_hours import within_hours
from union.law.sentences.refusals import refuse
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status
from union.law.strictly.strict import Given
from union.law.terms.kinds import Mandate


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
    sanctions: tuple[PriorSanction, ...] = ()
    sanctions_known: bool = False
    mandate: Mandate = Mandate.NONE
    inspector_approved: bool | None = None
    pregnant: bool | None = None
    birth_on: date | None = None
    inspector_asked_on: date | None = None
    inspector_silent: bool | None = None
    """Asked, and no answer came."""
    effect_on: date | None = None
    """When the termination takes effect."""
    suspended_from: date | None = None
    suspended_until: date | None = None
    """First and last day of the suspension of articles 154 and 156."""

    @property
    def disciplinary(self) -> bool | None:
        """Whether a fault is alleged, as articles 61 to 65 suppose; None where nothing tells."""
        if self.fault is not None:
            return self.fault is not Fault.NONE
        return False if self.ground is Ground.ECONOMIC else None

    @property
    def on(self) -> date | None:
        """The day of the dismissal: of the decision, else of its notification."""
        return self.decided_on or self.notified_on


FIELDS = (*(name for name in Dismissal.__dataclass_fields__ if name != "sanctions_known"), "protected")


def dismissal_check(facts: Dismissal) -> list[Finding]:
    """The answers to the twelve questions in their order, and to those of maternity where it is told.

    Articles 61 to 65 are of the disciplinary dismissal: where no fault is alleged no hearing is asked, and what else
    they ask is prudence.
    """
    found = [
        _ground(facts),
        _ladder(facts),
        approval(CHECKS["approval"], facts.mandate, facts.inspector_approved, facts.inspector_silent),
        _heard(facts),
        Finding(CHECKS["chosen_delegate"], _at_hearing(facts, facts.chosen_delegate_present)),
        Finding(CHECKS["record"], _at_hearing(facts, _both(facts.record_signed, facts.record_copy_given))),
        Finding(CHECKS["inspector_seized"], _seized(facts)),
        _notified(facts),
        Finding(CHECKS["reasons"], state_of_answer(facts.reasons_stated)),
        Finding(CHECKS["hearing_and_record"], state_of_answer(_both(facts.hearing_date_stated, facts.record_attached))),
        Finding(CHECKS["inspector_copied"], state_of_answer(facts.inspector_copied)),
        Finding(CHECKS["ninety_days"], state_of_answer(facts.ninety_days_stated)),
    ]
    if facts.disciplinary is False:
        found = [_without_fault(one) for one in found]
    if facts.pregnant or facts.birth_on:
        found += _maternity(facts)
    return found


_OF_THE_HEARING = frozenset(
    {"heard_in_time", "chosen_delegate", "record", "inspector_seized", "hearing_and_record"}  # arts 62, 64
)
_BY_PRUDENCE = frozenset({"notified_in_48_hours", "reasons", "inspector_copied", "ninety_days"})  # arts 63 to 65


def _without_fault(one: Finding) -> Finding:
    """A question of the disciplinary section, put to a dismissal without a fault."""
    if one.code in _OF_THE_HEARING:
        return Finding(one.check, State.NOT_ASKED)
    prudent = replace(one.check, status=Status.UNVERIFIED, case="")
    return replace(one, check=prudent) if one.code in _BY_PRUDENCE else one


def _ground(facts: Dismissal) -> Finding:
    """A ground that is banned, or that is none of those that the law admits (art 35)."""
    if facts.ground is Ground.OTHER:
        return Finding(CHECKS["ground_admitted"], State.NOT_DONE)
    return Finding(CHECKS["ground"], state_of_answer(None if facts.ground is None else not banned(facts.ground)))


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
    state = state_of_answer(exhausted(facts.sanctions, facts.on))
    return Finding(check, state, explained=explained(facts.sanctions, facts.on))


def _heard(facts: Dismissal) -> Finding:
    check = CHECKS["heard_in_time"]
    latest = deadline(Rule.DISCIPLINARY_HEARING, facts.known_on).legal_on if facts.known_on else None
    if facts.on and facts.heard_on and facts.heard_on > facts.on:  # a hearing held once all is decided is none (art 62)
        latest = min(latest, facts.on) if latest else facts.on
    if facts.hearing_refused and facts.heard_on is None:
        return Finding(check, State.NOT_ASKED, latest)
    return done_by(check, facts.heard_on, latest, facts.heard)


def _at_hearing(facts: Dismissal, answer: bool | None) -> State:
    """A question about the hearing is not asked where there was none: its absence is the defect."""
    no_hearing = facts.heard is False or (facts.hearing_refused and facts.heard_on is None)
    return State.NOT_ASKED if no_hearing else state_of_answer(answer)


def _seized(facts: Dismissal) -> State:
    if facts.hearing_refused is None:
        return State.NOT_ASKED if facts.heard or facts.heard_on else State.UNKNOWN
    return state_of_answer(facts.inspector_seized) if facts.hearing_refused else State.NOT_ASKED


def _notified(facts: Dismissal) -> Finding:
    """Handed over or by registered letter, within 48 hours of the decision."""
    check = CHECKS["notified_in_48_hours"]
    if facts.delivery is Delivery.OTHER:
        return Finding(check, State.NOT_DONE, done_on=facts.notified_on)
    start, done = (facts.decided_on, facts.decided_at), (facts.notified_on, facts.notified_at)
    return within_hours(check, NOTIFIED_WITHIN, start, done)


_ALLEGED = Sentence(
    "The employer alleges a motive: the ban gives way if it is proved, unless the termination is "
    "notified or takes effect during the suspension of the contract. Ask for the dates of that "
    "suspension (articles 154 and 156)."
)


def _maternity(facts: Dismissal) -> list[Finding]:
    """The ban of article 159, and what its exception asks where the employer alleges a fault or another lawful
    motive."""
    ban, exception = CHECKS["maternity"], CHECKS["maternity_suspension"]
    if facts.on is None:
        return [Finding(ban, State.UNKNOWN)]
    within = _in_suspension(facts)
    if not in_maternity(facts.pregnant, facts.birth_on, facts.on):
        return [
            Finding(ban, State.DONE),
            *([] if within is None else [Finding(exception, state_of_answer(not within))]),
        ]
    if not _alleged(facts):
        return [Finding(ban, State.NOT_DONE)]
    kept = State.UNKNOWN if within is None else state_of_answer(not within)
    return [Finding(ban, State.UNKNOWN, explained=_ALLEGED), Finding(exception, kept)]


def _alleged(facts: Dismissal) -> bool:
    """Whether the employer alleges a fault or another motive that the law admits (art 159, third paragraph)."""
    return facts.fault in (Fault.SERIOUS, Fault.MINOR) or (facts.ground is not None and lawful(facts.ground))


def _in_suspension(facts: Dismissal) -> bool | None:
    """Whether the notification or the effect falls in the suspension; None where its dates are not known."""
    first, last = facts.suspended_from, facts.suspended_until
    if first is None or last is None:
        return None
    days = (facts.notified_on or facts.decided_on, facts.effect_on)
    return any(first <= one <= last for one in days if one)


def clocks(facts: Dismissal) -> list[Deadline]:
    """The ninety days from receipt (from the decision where the receipt is not known: the safe side); the hearing."""
    start = facts.notified_on or facts.decided_on
    found = [ninety_days(start, prudent=facts.disciplinary is False)] if start else []
    if facts.known_on and facts.heard_on is None and facts.disciplinary is not False:
        found.append(deadline(Rule.DISCIPLINARY_HEARING, facts.known_on))
    asked, answered = facts.inspector_asked_on, facts.inspector_approved is not None or facts.inspector_silent
    if asked and not answered and facts.mandate is not Mandate.NONE:
        found.append(deadline(Rule.INSPECTOR_APPROVAL, asked))
    return sorted(found, key=lambda one: one.safe_on)


def read_dismissal(given: Mapping[str, object]) -> Dismissal:
    """A dismissal from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, FIELDS)
    dates = [name for name in Dismissal.__dataclass_fields__ if name.endswith(("_on", "_from", "_until"))]
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
    consistent(facts.inspector_approved, facts.inspector_silent)
    if facts.suspended_from and facts.suspended_until and facts.suspended_until < facts.suspended_from:
        raise refuse("suspended_until", "out_of_order", other="suspended_from")
