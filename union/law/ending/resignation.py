"""A resignation: its form, what it owes, the signs that it was forced, and what is no resignation (arts 34, 40, 64,
158, 272)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from union.law.checking.findings import Finding, State, checks, state_of_answer
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.strictly.strict import Given

LONGEST_SICKNESS = 180  # consecutive days in 365

CHECKS = checks("""
written ; ct 34 ; VERIFIED ; no_resignation
Is the resignation written and signed by the employee?
The resignation is not written or not signed.

legalised ; ct 34 ; VERIFIED ; no_resignation
Is the signature legalised by the authority?
The signature of the resignation is not legalised.

resignation_copied ; ct 64 ; VERIFIED ; no_effect
Was a copy sent to the labour inspector?
No copy of the resignation was sent to the labour inspector.

own_notice ; ct 34, ct 43, ct 158 ; VERIFIED ; owes_notice
Did the employee serve the notice, or are they excused?
The notice of the resignation was not served.

dictated ; ct 34, ct 41 ; VERIFIED ; forced
Does the text come from the employee, and not from a form handed by the employer?
The text is the employer's form, the same for several people.

undated ; ct 34, ct 41 ; VERIFIED ; forced
Does the resignation bear the true date of its signature?
The resignation is undated or signed beforehand, at times on hiring.

under_threat ; ct 34, ct 40 ; VERIFIED ; forced
Was it signed without threat, confinement or pressure?
It was signed under threat, confinement or pressure.

in_series ; ct 34, ct 66 ; VERIFIED ; forced
Does it stand alone, and not in a series of the same period?
Several resignations of the same period appear to stand in for an economic dismissal.

employers_misconduct ; ct 40 ; VERIFIED ; forced
Did the exit come without serious insult, violence, sexual harassment, incitement or other serious misconduct of the \
employer? The Arabic text, which governs, gives examples only.
The employee left because of the employer's serious misconduct.

sickness_long_enough ; ct 272 ; VERIFIED ; sick_break
If the employer invokes sickness: is it over 180 consecutive days in 365, or has the employee become unfit?
The absence for sickness is not over 180 consecutive days, or comes from work.
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resignation:
    """What is known of a resignation; None where nothing is. `sick_days` are consecutive, invoked by the employer."""

    signed_on: date | None = None
    written: bool | None = None
    legalised: bool | None = None
    inspector_copied: bool | None = None
    notice_served: bool | None = None
    pregnant: bool | None = None
    employers_form: bool | None = None
    undated: bool | None = None
    pressure: bool | None = None
    in_series: bool | None = None
    employers_misconduct: bool | None = None
    sick_days: int | None = None
    work_related: bool | None = None
    unfit: bool | None = None


def resignation(facts: Resignation) -> list[Finding]:
    """The form, the notice, then the signs that it was forced, and the sickness that an employer may invoke."""
    answers = {
        "written": state_of_answer(facts.written),
        "legalised": state_of_answer(facts.legalised),
        "resignation_copied": state_of_answer(facts.inspector_copied),
        "own_notice": State.NOT_ASKED if facts.pregnant else state_of_answer(facts.notice_served),
        "dictated": _absent(facts.employers_form),
        "undated": _absent(facts.undated),
        "under_threat": _absent(facts.pressure),
        "in_series": _absent(facts.in_series),
        "employers_misconduct": _absent(facts.employers_misconduct),
        "sickness_long_enough": _sickness(facts),
    }
    return [Finding(CHECKS[key], state, done_on=facts.signed_on) for key, state in answers.items()]


def treated_as_resigned(sick_days: int, *, work_related: bool, unfit: bool = False) -> bool:
    """Whether an employer may treat a sick employee as having resigned: over 180 consecutive days, or unfit (art
    272)."""
    return not work_related and (unfit or sick_days > LONGEST_SICKNESS)


def clocks(facts: Resignation) -> list[Deadline]:
    """The ninety days counted from the signature, to be safe, where the resignation may be contested."""
    return [deadline(Rule.ACTION_AFTER_DISMISSAL, facts.signed_on)] if facts.signed_on else []


def _absent(answer: bool | None) -> State:
    return state_of_answer(None if answer is None else not answer)


def _sickness(facts: Resignation) -> State:
    if facts.unfit is None and facts.sick_days is None:
        return State.NOT_ASKED
    if facts.work_related is None:
        return State.UNKNOWN
    unfit = bool(facts.unfit)
    return state_of_answer(treated_as_resigned(facts.sick_days or 0, work_related=facts.work_related, unfit=unfit))


def read_resignation(given: Mapping[str, object]) -> Resignation:
    """A resignation from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Resignation.__dataclass_fields__)
    flags = [name for name in Resignation.__dataclass_fields__ if name not in ("signed_on", "sick_days")]
    answers = {name: read.flag(name) for name in flags}
    return Resignation(signed_on=read.act("signed_on"), sick_days=read.whole("sick_days"), **answers)
