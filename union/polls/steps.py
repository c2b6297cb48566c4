"""The steps of an election as they stand on a day: done, open, to be claimed, passed, or not yet to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from union.cases.clocks import Clock
from union.law.polls.calendar import Days, Planned, Step, plan
from union.polls.models import Done, Told

NEEDS = {
    Step.ANSWERS: Step.CLAIMS,
    Step.MINUTES: Step.POLL,
    Step.SECOND_ROUND: Step.POLL,
    Step.CHALLENGE: Step.POLL,
    Step.JUDGMENT: Step.CHALLENGE,
}
"""What has to be done before a step can be."""
RIGHTS = frozenset({Step.COLLEGES, Step.CLAIMS, Step.LIST_COURT, Step.CHALLENGE})
"""What may be left: once its day is gone it is passed, and nobody is late."""
BEFORE_POLL = frozenset({Step.COLLEGES, Step.LISTS, Step.CLAIMS, Step.ANSWERS, Step.LIST_COURT, Step.CANDIDATES})


class State(Enum):
    """How a step stands."""

    DONE = "done"
    OPEN = "open"
    CLAIM = "claim"  # the other side let its day go by
    PASSED = "passed"
    LATER = "later"


@dataclass(frozen=True)
class Standing:
    """One step as it stands."""

    planned: Planned
    state: State
    done: Done | None = None

    @property
    def step(self) -> Step:
        """Which one."""
        return self.planned.step

    @property
    def clock(self) -> Clock:
        """Whose day it is."""
        if self.planned.by is None:
            return Clock.NONE
        if self.state is State.CLAIM:
            return Clock.CLAIM
        if self.step is Step.POLL:
            return Clock.HEARING
        return Clock.OURS if self.planned.ours else Clock.THEIRS


def days_of(told: Told) -> Days:
    """What is known of the days: what happened stands before what was planned."""
    done = {one.step: one.on for one in told.done}
    order = told.order
    return Days(
        lists_on=done.get(Step.LISTS) or order.lists_on,
        claims_until=order.claims_until,
        filed_from=order.filed_from,
        filed_until=order.filed_until,
        poll_on=order.poll_on or done.get(Step.POLL),
        results_on=done.get(Step.POLL),
        no_quorum=told.no_quorum,
        second_on=done.get(Step.SECOND_ROUND) if told.no_quorum else None,
        challenged_on=done.get(Step.CHALLENGE),
        vacant_on=order.vacant_on,
        confirmed=order.confirmed,
    )


def standing(told: Told, on: date) -> list[Standing]:
    """Every step of an election as it stands on a day, in the order of the law."""
    done = {one.step: one for one in told.done}
    return [Standing(one, _state(one, done, on), done.get(one.step)) for one in plan(days_of(told))]


def _state(one: Planned, done: dict[Step, Done], on: date) -> State:
    if one.step in done:
        return State.DONE
    if NEEDS.get(one.step, one.step) not in {one.step, *done}:
        return State.LATER
    if one.step in BEFORE_POLL and Step.POLL in done:
        return State.PASSED
    if one.legal_on is None or one.legal_on >= on:
        return State.OPEN
    if one.step in RIGHTS:
        return State.PASSED
    return State.OPEN if one.ours else State.CLAIM


def next_of(steps: Iterable[Standing]) -> Standing | None:
    """What comes next: what the other side left undone, then what has the first day; None where nothing is open."""
    open_ = [one for one in steps if one.state in {State.OPEN, State.CLAIM}]
    return min(open_, key=lambda one: (one.state is not State.CLAIM, one.planned.by or date.max), default=None)


def due(told: Told, on: date) -> list[Standing]:
    """The steps with a day that wait for us, or that we have to claim; none of an election that was closed."""
    if told.closed_on is not None:
        return []
    return [
        one
        for one in standing(told, on)
        if one.planned.by is not None and (one.state is State.CLAIM or (one.state is State.OPEN and one.planned.ours))
    ]
