"""When a step of the law is to be done, by which of the two clocks, and the order in which steps stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from union.cases.clocks import Clock, of_other_side, other_side
from union.languages.saying import in_language
from union.law.next_steps import Step
from union.web.locale import language, today


@dataclass(frozen=True)
class Timed:
    """One step with its day: the safe one of ours, the last one of the other side's, today where no day bounds it."""

    step: Step
    clock: Clock
    by: date

    @property
    def what(self) -> str:
        """The act, in the reader's language."""
        return in_language(self.step.what, language())

    @property
    def article(self) -> str:
        """The articles of the period, else those of the act."""
        said = self.step.by.article if self.step.by is not None else self.step.article
        return in_language(said, language())

    @property
    def theirs(self) -> str:
        """Who had to do what by when; nothing where it is for us."""
        bound = self.step.by
        return "" if bound is None or bound.bound == "us" else other_side(bound.rule, self.by)


def timed(step: Step) -> Timed:
    """A step with its clock."""
    if step.by is None:
        again = step.follow_up_on
        return Timed(step, Clock.AT_ONCE, today()) if again is None else Timed(step, Clock.OURS, again)
    if step.by.bound == "us":
        return Timed(step, Clock.OURS, step.by.safe_on)
    return Timed(step, of_other_side(step.by.legal_on), step.by.legal_on)


def place(clock: Clock, by: date | None, on: date) -> tuple[date, int]:
    """Where an act stands among others: what we are late with, what is of today, what is to be claimed, then by its
    day."""
    if by is None:
        return date.max, 5
    if clock in {Clock.AT_ONCE, Clock.CLAIM}:
        return on, 1 if clock is Clock.AT_ONCE else 2
    if clock is Clock.THEIRS:
        return by, 4
    return by, 0 if by <= on else 3


def in_order(steps: Iterable[Step]) -> list[Timed]:
    """The steps as they are to be done; of those of one day the first that the law names."""
    on = today()
    return sorted((timed(one) for one in steps), key=lambda one: place(one.clock, one.by, on))
