"""What must happen next on a grievance: which act, by whom, by when and by which article."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from union.law.acts import ACTS
from union.law.dates.calendar import NONE_ANNOUNCED
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.dates.periods import PERIODS, Unit
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence


class Problem(StrEnum):
    """The kind of problem, as the first question of a report asks it."""

    PAY = "pay"
    PACE = "pace"
    DISCIPLINE = "discipline"
    HEALTH = "health"
    HOLIDAYS = "holidays"
    DISCRIMINATION = "discrimination"
    OBSTRUCTION = "obstruction"
    SOCIAL_SECURITY = "social_security"
    CONTRACT = "contract"
    MATERNITY = "maternity"
    NIGHT_TRANSPORT = "night_transport"
    SURVEILLANCE = "surveillance"
    TRANSFER = "transfer"


class Paper(StrEnum):
    """Which paper was received, if any."""

    DISMISSAL_LETTER = "dismissal_letter"
    HEARING_SUMMONS = "hearing_summons"
    SANCTION = "sanction"
    RECEIPT = "receipt"
    RESIGNATION_ASKED = "resignation_asked"
    OTHER = "other"
    NONE = "none"


class Harm(StrEnum):
    """What kind of harm a problem of health is; the law goes three ways from here."""

    ACCIDENT = "accident"
    """One dated event, a sudden malaise or a threat included (law 18-12, art 3)."""
    HARASSMENT = "harassment"
    WEAR = "wear"
    """Health worn down over time: no event, so no accident."""
    UNKNOWN = "unknown"


class Pay(StrEnum):
    """How pay fails: late is not unpaid, and unpaid is not the end of a contract."""

    LATE = "late"
    UNPAID = "unpaid"


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out beside the paper and the problem.

    `agreed`: whether the person agrees that the employer learns of it; None while nobody has asked. `noted_on`: the
    delegates' note was handed in that day. `ended_on`: the contract ended that day, which is established and not merely
    feared.
    """

    harm: Harm | None = None
    agreed: bool | None = None
    noted_on: date | None = None
    ended_on: date | None = None
    pay: Pay | None = None


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Step:
    """One act: `code` names it, `by` bounds it (None: at once)."""

    code: str
    by: Deadline | None = None

    @property
    def who(self) -> str:
        """Who does it: delegate, organiser or legal."""
        return ACTS[self.code][0]

    @property
    def what(self) -> Sentence:
        """The act, in words."""
        return ACTS[self.code][1]

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles."""
        return ACTS[self.code][2]

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


_Plan = tuple[tuple[str, Rule | None], ...]

_ENDED: _Plan = (("claim_certificate", Rule.WORK_CERTIFICATE), ("claim_ipe", Rule.IPE_CLAIM))
_BY_PAPER: dict[Paper, _Plan] = {
    Paper.DISMISSAL_LETTER: (("go_to_court", Rule.ACTION_AFTER_DISMISSAL), ("read_letter", None), *_ENDED),
    Paper.HEARING_SUMMONS: (
        ("choose_assistant", None),
        ("hearing_in_time", Rule.DISCIPLINARY_HEARING),
        ("watch_notification", None),
    ),
    Paper.SANCTION: (("watch_notification", Rule.DECISION_NOTIFICATION), ("contest_sanction", Rule.WAGE_CLAIMS)),
    Paper.RECEIPT: (("denounce_receipt", Rule.RECEIPT_DENUNCIATION), ("go_to_court", Rule.ACTION_AFTER_DISMISSAL)),
    Paper.RESIGNATION_ASKED: (("do_not_resign", None), ("court_if_resigned", Rule.ACTION_AFTER_DISMISSAL)),
    Paper.OTHER: (("read_paper", None),),
    Paper.NONE: (),
}
# Whoever is kept out, or is not paid, stays available and says so, and keeps who saw it: to claim the certificate of an
# end that nobody has declared reads as accepting it.
_KEPT_OUT: _Plan = (("stay_available", None), ("date_the_stop", None), ("ask_in_writing", None))
_UNPAID: _Plan = (("stay_available", None), ("date_the_pay", None), ("ask_in_writing", None))
# No paper, and the clock may run from that day all the same; the allowance has its own once the end is established.
_STOPPED: _Plan = (("go_to_court", Rule.ACTION_AFTER_DISMISSAL), ("establish_end", Rule.IPE_CLAIM))
_LATE: _Plan = (("date_the_pay", None),)
_BY_PROBLEM: dict[Problem, _Plan] = {
    Problem.PAY: (("wage_claim", Rule.WAGE_CLAIMS),),
    Problem.PACE: (("hours_evidence", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.DISCIPLINE: (),
    Problem.HEALTH: (),
    Problem.HOLIDAYS: (("leave_and_holidays", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.DISCRIMINATION: (("call_person", None), ("compare_treatment", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.OBSTRUCTION: (("record_obstruction", None),),
    Problem.SOCIAL_SECURITY: (("compare_cnss", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.CONTRACT: (("read_contract", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.MATERNITY: (("pregnancy", Rule.PREGNANCY_CERTIFICATE),),
    Problem.NIGHT_TRANSPORT: (("night_transport", None),),
    Problem.SURVEILLANCE: (("surveillance", None),),
    Problem.TRANSFER: (("transfer", None), ("contest_sanction", Rule.WAGE_CLAIMS)),
}
PRIVATE = frozenset({Problem.HEALTH, Problem.DISCIPLINE, Problem.MATERNITY, Problem.OBSTRUCTION})
"""Problems that are not put in the delegates' written note, which the employer reads: the person decides first."""
# What is done for somebody hurt: the first column without the person's agreement, the second adds what reaches the
# employer.
_BY_HARM: dict[Harm, tuple[_Plan, _Plan]] = {
    Harm.UNKNOWN: ((("ask_what_happened", Rule.ACCIDENT_REPORT),), ()),
    Harm.ACCIDENT: (
        (("see_doctor_at_once", None),),
        (
            ("tell_accident", Rule.ACCIDENT_REPORT),
            ("check_declaration", Rule.ACCIDENT_DECLARATION),
            ("safety_duty", None),
        ),
    ),
    Harm.HARASSMENT: (
        (("call_person", None), ("harassment_diary", None), ("see_doctor", None), ("harassment_paths", None)),
        (("harassment_letter", None),),
    ),
    Harm.WEAR: ((("call_person", None), ("see_doctor", None), ("occupational_doctor", None)), (("safety_duty", None),)),
}


def next_act(
    kind: Problem | str,
    paper: Paper | str,
    event_on: date | None,
    filed_on: date,
    *,
    hour: time | None = None,
    stopped: bool | None = None,
    protected: bool = False,
    known: Known = NOTHING_KNOWN,
    announced: Mapping[date, str] = NONE_ANNOUNCED,
) -> list[Step]:
    """The steps in the order to do them: first what has no date and is done at once, then the soonest safe date.

    `event_on` is when the paper was received or signed, or when it happened without paper; unknown, `filed_on` serves.
    `stopped`: without a paper, the work itself stopped; taken as true for discipline when nothing is said. Nothing
    that reaches the employer is asked of anybody before the person agreed.
    """
    problem, received = Problem(kind), Paper(paper)
    if stopped is None:
        stopped = problem is Problem.DISCIPLINE and known.pay is not Pay.LATE
    plan: _Plan = (("inspector_approval", None),) if protected else ()
    plan += _BY_PAPER[received]
    if received is Paper.NONE:
        plan += _without_paper(known, stopped=stopped)
    plan += _BY_PROBLEM[problem]
    plan += _of_harm(known) if problem is Problem.HEALTH else ()
    plan += _to_the_employer(problem, known)
    starts = {"claim_certificate": known.ended_on, "claim_ipe": known.ended_on, "register_answer": known.noted_on}
    steps = [
        Step(code, _until(rule, starts.get(code) or event_on or filed_on, hour, announced) if rule else None)
        for code, rule in dict(plan).items()
    ]
    return sorted(steps, key=lambda step: step.by.safe_on if step.by else date.min)


def _without_paper(known: Known, *, stopped: bool) -> _Plan:
    """What is done where the work or the pay stopped and nothing was handed over."""
    if not stopped:
        return _LATE if known.pay is Pay.LATE else ()
    plan = _UNPAID if known.pay is Pay.UNPAID else _KEPT_OUT
    if known.ended_on is None:
        return plan + _STOPPED
    return (*plan, ("go_to_court", Rule.ACTION_AFTER_DISMISSAL), *_ENDED)


def _of_harm(known: Known) -> _Plan:
    """What is done for somebody hurt; an accident that the person has not agreed to declare is asked about in its
    time."""
    before, after = _BY_HARM[known.harm or Harm.UNKNOWN]
    if known.agreed:
        return before + after
    asks = known.harm is Harm.ACCIDENT and known.agreed is None
    return (*before, ("ask_about_accident", Rule.ACCIDENT_REPORT)) if asks else before


def _to_the_employer(problem: Problem, known: Known) -> _Plan:
    """The claim and the written note that the employer reads; six days for the answer, once the note was handed in."""
    if problem in PRIVATE:
        return ()
    answer: _Plan = (("register_answer", Rule.DELEGATE_ANSWER),) if known.noted_on else ()
    if not known.agreed:
        return answer if known.agreed is False else (("ask_agreement", None), *answer)
    return (*((("individual_claim", None),) if problem is Problem.PAY else ()), ("written_note", None), *answer)


def _until(rule: Rule, start: date, hour: time | None, announced: Mapping[date, str]) -> Deadline:
    """The period of a step; the hour of the event counts for what runs by the hour alone."""
    return deadline(rule, start, hour if PERIODS[rule].unit is Unit.HOURS else None, announced)
