"""What must happen next on a grievance: which act, by whom, by when and by which article."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from union.law.dates.deadlines import Deadline, deadline
from union.law.dates.periods import PERIODS, Rule, Unit
from union.law.paths.declared import ACTS, DECLARED, KINDS, OURS, Condition, CountedFrom, Declared, Opens, PathStep
from union.law.paths.told import NOTHING_KNOWN, Harm, Known, Paper, Pay, Problem, answers
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence

__all__ = ["NOTHING_KNOWN", "PRIVATE", "Harm", "Known", "Paper", "Pay", "Problem", "Step", "next_act"]

NOTHING_DONE: Mapping[str, date] = {}
PRIVATE = frozenset(one for one, kind in KINDS.items() if not kind.written_note)
"""Problems that are not put in the delegates' written note, which the employer reads: the person decides first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act: `code` names it, `by` bounds it (None: at once, or on the day on which we ask again)."""

    code: str
    by: Deadline | None = None
    follow_up_on: date | None = None
    """Where somebody else has to answer and no period of the law runs: our own day to ask again."""
    letter: str = ""
    proof: bool = False

    @property
    def who(self) -> str:
        """Who does it: delegate, organiser or legal; or employer, inspector, authority, court."""
        return ACTS[self.code].who

    @property
    def ours(self) -> bool:
        """Whether one of us does it."""
        return ACTS[self.code].who in OURS

    @property
    def what(self) -> Sentence:
        """The act, in words."""
        return ACTS[self.code].what

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles."""
        return ACTS[self.code].articles

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)

    @property
    def first_on(self) -> date:
        """The day by which steps are ordered: what is done at once comes first."""
        return self.by.safe_on if self.by else self.follow_up_on or date.min

    def passed(self, on: date) -> bool:
        """Whether its last day is over, where it has one."""
        last = self.by.legal_on if self.by else self.follow_up_on
        return last is not None and last < on


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
    done: Mapping[str, date] = NOTHING_DONE,
    on: date | None = None,
    announced: Mapping[date, str] | None = None,
    declared: Declared = DECLARED,
) -> list[Step]:
    """The steps in the order to do them: first what has no date and is done at once, then the soonest safe date.

    `event_on` is when the paper was received or signed, or when it happened without paper; unknown, `filed_on` serves.
    `stopped`: without a paper, the work itself stopped; taken as true for discipline when nothing is said. `done` are
    the steps done with their days: each opens those after it; and a day of the other side that has passed `on` a day
    opens what follows if nothing comes. Nothing that reaches the employer is asked of anybody before the person agreed.
    """
    problem, received = Problem(kind), Paper(paper)
    if stopped is None:
        stopped = problem is Problem.DISCIPLINE and known.pay is not Pay.LATE
    note = declared.kinds[problem].written_note
    told = answers(problem, received, known, stopped=stopped, protected=protected, note=note)
    starts = {CountedFrom.ENDED: known.ended_on, CountedFrom.NOTED: known.noted_on}
    found: dict[str, Step] = {}
    waiting = list(_followed(declared, tuple(told.items())))
    while waiting:
        left = []
        for one in waiting:
            if one.after and not _opened(one, found, done, on):
                left.append(one)
                continue
            before = done.get(one.after)
            start = (before if one.counted_from is CountedFrom.AFTER else starts.get(one.counted_from)) or event_on
            found[one.code] = _step(one, start or filed_on, before, hour, announced)
        if len(left) == len(waiting):
            break
        waiting = left
    return sorted(found.values(), key=lambda step: step.first_on)


@lru_cache(maxsize=1024)  # a list of fifty cases asks for a few answers fifty times
def _followed(declared: Declared, answered: tuple[tuple[str, str], ...]) -> tuple[PathStep, ...]:
    """The steps of every path that is followed, in the order of the law."""
    told = dict(answered)
    followed = (path for path in declared.paths if any(_holds(one, told) for one in path.when))
    return tuple(step for path in followed for step in path.steps if _holds(step.when, told))


def _holds(condition: Condition, told: Mapping[str, str]) -> bool:
    return all(told[fact] in answers for fact, answers in condition.items())


def _opened(one: PathStep, found: Mapping[str, Step], done: Mapping[str, date], on: date | None) -> bool:
    """Whether the step before was done, or its day has passed and nothing came."""
    if one.after in done:
        return one.opens is not Opens.NOTHING
    before = found.get(one.after)
    return one.opens is not Opens.DONE and before is not None and on is not None and before.passed(on)


def _step(
    one: PathStep, start: date, before: date | None, hour: time | None, announced: Mapping[date, str] | None
) -> Step:
    by = _until(one.period, start, hour, announced) if one.period else None
    again = before + timedelta(days=one.follow_up) if one.follow_up and before else None
    return Step(one.code, by, again, one.letter, one.proof)


def _until(rule: Rule, start: date, hour: time | None, announced: Mapping[date, str] | None) -> Deadline:
    """The period of a step; the hour of the event counts for what runs by the hour alone."""
    return deadline(rule, start, hour if PERIODS[rule].unit is Unit.HOURS else None, announced)
