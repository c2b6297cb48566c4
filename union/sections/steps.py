"""The steps of a section as they stand on a day: done, late, next, or for later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from union.law.sections import filing
from union.law.sections.filing import Planned, Step
from union.sections.models import Done, Filed, Told, Way, Why

FROM_PAGE = frozenset({Step.ASSEMBLY, Step.STATUTES, Step.OFFICERS, Step.RENEWAL})
"""What is done by writing it on its own page."""


class State(Enum):
    """How a step stands."""

    DONE = "done"
    OPEN = "open"
    LATER = "later"


@dataclass(frozen=True)
class Standing:
    """One step of one filing as it stands; `at` counts the filings."""

    at: int
    planned: Planned
    state: State
    done: Done | None = None

    @property
    def step(self) -> Step:
        """Which one."""
        return self.planned.step


def law_of(told: Told, filed: Filed) -> filing.Filing:
    """What the law is asked of a filing."""
    founding = filed.why is Why.FOUNDING
    since = told.founded.on if founding else filed.since
    return filing.Filing(founding, since, filed.refused_on, {one.step: one.on for one in filed.done})


def of_filing(told: Told, at: int, on: date) -> list[Standing]:
    """Every step of one filing."""
    filed = told.filings[at]
    known = {one.step: one for one in (*_from_pages(told, on), *filed.done)}
    return [
        Standing(at, one, _state(one, known, filed), known.get(one.step))
        for one in filing.plan(law_of(told, filed))
        if not (one.step is Step.FILE and filed.refused_on and one.step not in known)
    ]


def _from_pages(told: Told, on: date) -> list[Done]:
    """What is done because it stands on the pages of the assembly, the statutes and the officers."""
    found: list[Done] = []
    if told.founded.on and told.founded.on <= on and told.founded.minutes:
        found.append(Done(Step.ASSEMBLY, told.founded.on))
    if told.statutes is not None:
        found.append(Done(Step.STATUTES, told.statutes.adopted_on))
    checked = [one.checked_on for one in told.serving if one.cleared and one.checked_on is not None]
    if checked and len(checked) == len(told.serving):
        found.append(Done(Step.OFFICERS, max(checked)))
    return found


def _state(one: Planned, known: dict[Step, Done], filed: Filed) -> State:
    if one.step in known:
        return State.DONE
    if one.step is Step.EMPLOYER and filed.proof is None:
        return State.LATER
    return State.OPEN


def renewal_of(told: Told) -> Standing | None:
    """The next term of the officers; None where nobody told when the present one ends."""
    ends = told.term_ends
    return None if ends is None else Standing(len(told.filings) - 1, filing.renewal(ends), State.OPEN)


def all_of(told: Told, on: date) -> list[Standing]:
    """Every step of every filing, then the renewal."""
    renewal = renewal_of(told)
    found = [one for at in range(len(told.filings)) for one in of_filing(told, at, on)]
    return [*found, *([renewal] if renewal else [])]


def next_of(steps: Iterable[Standing]) -> Standing | None:
    """What comes next: in the order of the steps, the renewal and what may be left last; None where nothing is open."""
    rest = {Step.RENEWAL: 2, Step.EMPLOYER: 1, Step.COURT: 1}
    open_ = [one for one in steps if one.state is State.OPEN]
    return min(open_, key=lambda one: (rest.get(one.step, 0), one.at), default=None)


def due(told: Told, on: date) -> list[Standing]:
    """The open steps with a day; none of a section that is over."""
    if told.closed_on is not None:
        return []
    return [one for one in all_of(told, on) if one.state is State.OPEN and one.planned.by is not None]


WAYS = {Step.FILE: tuple(Way), Step.REGISTERED: (Way.REGISTERED,), Step.DELEGATE: tuple(Way)}
"""What may prove a step; the first letter is proved by its number alone."""
