"""An election as its pages show it: the steps with their words, what comes next, the seats and how they are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from union.cases.clocks import Clock
from union.languages import figures
from union.languages.saying import in_language
from union.law.polls.calendar import Actor, Basis, Step
from union.law.polls.representative import Share
from union.law.polls.seats import Seats, Split, seats, split
from union.law.sources.source import Status
from union.polls.models import Done, People, Poll
from union.polls.steps import Standing, State, next_of, standing
from union.polls.words import ACTORS, BASES, STATES
from union.web.locale import claimed_for, language, today, weekday

LETTERS = frozenset(
    {
        Step.COLLEGES,
        Step.LISTS,
        Step.ANSWERS,
        Step.CANDIDATES,
        Step.POLL,
        Step.MINUTES,
        Step.SECOND_ROUND,
        Step.PARTIAL,
    }
)
"""The steps with a letter for whoever does not do them."""


@dataclass(frozen=True)
class ShownStep:
    """One step, in the reader's language; the templates' `next_step` reads it too."""

    key: str
    what: str
    by: date | None
    legal_on: date | None
    who: str
    lane: str  # ours where we act, else of whoever acts first
    wide: bool  # two of them act together
    article: str
    because: str
    failing: str
    basis: str
    sure: bool
    verified: bool
    state: str
    state_word: str
    clock: str
    theirs: str
    done: Done | None
    letter: bool
    url: str = ""
    label: str = ""
    post_by: date | None = None
    hour: str = ""
    about: str = ""
    article_title: str = ""


def steps(poll: Poll, on: date | None = None) -> list[ShownStep]:
    """Every step of an election."""
    return [shown(poll, one) for one in standing(poll.told, on or today())]


def following(poll: Poll, on: date | None = None) -> ShownStep | None:
    """What comes next; None of an election that is closed or over."""
    if poll.told.closed_on is not None:
        return None
    found = next_of(standing(poll.told, on or today()))
    return None if found is None else shown(poll, found)


def shown(poll: Poll, one: Standing) -> ShownStep:
    """One step in words."""
    planned = one.planned
    return ShownStep(
        key=one.step.value,
        what=in_language(planned.what, language()),
        by=planned.by,
        legal_on=planned.legal_on,
        who=_(" and ").join(str(ACTORS[actor]) for actor in planned.actors),
        lane=Actor.US.value if Actor.US in planned.actors else planned.actors[0].value,
        wide=len(planned.actors) > 1,
        article=in_language(planned.article, language()),
        because=in_language(planned.because, language()),
        failing=in_language(planned.failing, language()),
        basis=str(BASES[planned.basis]),
        sure=planned.basis in {Basis.ORDER, Basis.COUNTED},
        verified=planned.status is not Status.UNVERIFIED,
        state=one.state.value,
        state_word=str(STATES.get(one.state, "")),
        clock=one.clock.value,
        theirs=_theirs(one),
        done=one.done,
        letter=one.step in LETTERS and one.state is not State.DONE,
        url=url_for("polls.doing", poll_id=poll.id, step=one.step.value),
        label=str(_("Write down that it was done")),
    )


def _theirs(one: Standing) -> str:
    by, who = one.planned.by, _(" and ").join(str(ACTORS[actor]) for actor in one.planned.actors)
    if by is None or one.clock in {Clock.OURS, Clock.HEARING}:
        return ""
    if one.clock is Clock.CLAIM:
        had, colon = _("It was for %(who)s to do by %(day)s", who=who, day=weekday(by)), _(": ")
        return f"{had}{colon}{claimed_for(by)}"
    return str(_("It is for %(who)s to do by %(day)s", who=who, day=weekday(by)))


@dataclass(frozen=True)
class ShownSeats:
    """The seats of an establishment, with the offer for its colleges where both are known."""

    found: Seats
    offer: Split | None
    sentence: str
    article: str

    @property
    def number(self) -> str:
        """The seats, and the other number that may be asked for."""
        return f"{self.found.number}" if self.found.other is None else f"{self.found.number}–{self.found.other}"


def shown_seats(whole: int, people: People | None = None) -> ShownSeats:
    """The seats for so many people."""
    found = seats(whole)
    both = (people.employees, people.executives) if people else (None, None)
    offer = split(found.number, *both) if found.due and None not in both and sum(both) > 0 else None  # type: ignore[arg-type]  # neither is None
    return ShownSeats(found, offer, in_language(found.sentence, language()), in_language(found.article, language()))


def two(value: Fraction) -> str:
    """A quotient or an average with two decimals, cut down: what is compared is the exact one."""
    return figures.amount(Decimal(int(value * 100)) / 100, language())


def percent(share: Share) -> str:
    """A share in a hundred with one decimal, cut down."""
    return figures.in_hundred(share.tenths, language())


def say(said: Any) -> str:
    """A sentence of the law in the reader's language."""
    return in_language(said, language())
