"""What must happen next on a grievance: which act, by whom, by when and by which article."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from union.law.acts import ACTS
from union.law.dates.calendar import NONE_ANNOUNCED
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.sources.articles import cite
from union.law.sources.source import Words, words


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
    def what(self) -> Words:
        """The act, in words."""
        _, fr, ar, en, _ = ACTS[self.code]
        return words(fr, ar, en)

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles."""
        return ACTS[self.code][4]

    @property
    def article(self) -> Words:
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
# "The badge stopped": no paper, and the clock may run from that day all the same.
_STOPPED: _Plan = (
    ("date_the_stop", None),
    ("ask_in_writing", None),
    ("go_to_court", Rule.ACTION_AFTER_DISMISSAL),
    *_ENDED,
)
_BY_PROBLEM: dict[Problem, _Plan] = {
    Problem.PAY: (("individual_claim", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.PACE: (("hours_evidence", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.DISCIPLINE: (),
    Problem.HEALTH: (
        ("tell_accident", Rule.ACCIDENT_REPORT),
        ("check_declaration", Rule.ACCIDENT_DECLARATION),
        ("safety_duty", None),
    ),
    Problem.HOLIDAYS: (("leave_and_holidays", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.DISCRIMINATION: (("compare_treatment", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.OBSTRUCTION: (("record_obstruction", None),),
    Problem.SOCIAL_SECURITY: (("compare_cnss", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.CONTRACT: (("read_contract", None), ("wage_claim", Rule.WAGE_CLAIMS)),
    Problem.MATERNITY: (("pregnancy", Rule.PREGNANCY_CERTIFICATE),),
    Problem.NIGHT_TRANSPORT: (("night_transport", None),),
    Problem.SURVEILLANCE: (("surveillance", None),),
    Problem.TRANSFER: (("transfer", None), ("contest_sanction", Rule.WAGE_CLAIMS)),
}
_PRIVATE = frozenset({Problem.HEALTH, Problem.DISCIPLINE, Problem.MATERNITY, Problem.OBSTRUCTION})
"""Problems that are not put in the delegates' written note, which the employer reads: the person decides first."""


def next_act(
    kind: Problem | str,
    paper: Paper | str,
    event_on: date | None,
    filed_on: date,
    *,
    hour: time | None = None,
    stopped: bool | None = None,
    protected: bool = False,
    announced: Mapping[date, str] = NONE_ANNOUNCED,
) -> list[Step]:
    """The steps in the order to do them: first what has no date and is done at once, then the soonest safe date.

    `event_on` is when the paper was received or signed, or when it happened without paper; unknown, `filed_on` serves.
    `stopped`: without a paper, the work itself stopped; taken as true for discipline when nothing is said.
    """
    problem, received = Problem(kind), Paper(paper)
    start = event_on or filed_on
    if stopped is None:
        stopped = problem is Problem.DISCIPLINE
    plan: _Plan = (("inspector_approval", None),) if protected else ()
    plan += _BY_PAPER[received]
    plan += _STOPPED if stopped and received is Paper.NONE else ()
    plan += _BY_PROBLEM[problem]
    steps = [Step(code, deadline(rule, start, hour, announced) if rule else None) for code, rule in dict(plan).items()]
    if problem not in _PRIVATE:
        steps.append(Step("written_note", deadline(Rule.DELEGATE_ANSWER, filed_on, None, announced)))
    return sorted(steps, key=lambda step: step.by.safe_on if step.by else date.min)
