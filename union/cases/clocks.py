"""Two clocks of a case: what we have to do, and what the employer or an authority has to; which of them comes first."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Date, Select, and_, case, literal, or_, select

from union.cases.models import Case, Stage
from union.languages.saying import in_language
from union.law.dates.periods import PERIODS, Rule
from union.web.locale import claimed_for, language, today, weekday


class Clock(Enum):
    """Whose date it is, and what it asks."""

    OURS = "ours"  # to be done by us, by that day
    AT_ONCE = "at_once"  # to be done by us; no day bounds it, so it is today's
    HEARING = "hearing"  # on that day, neither before nor after
    THEIRS = "theirs"  # the other side still has until that day
    CLAIM = "claim"  # the other side let that day go by: it is to be claimed, and is not our lateness
    NONE = "none"


def of_other_side(by: date, on: date | None = None) -> Clock:
    """The clock of a date that binds the employer or an authority."""
    return Clock.CLAIM if by < (on or today()) else Clock.THEIRS


def leading(one: Case, on: date | None = None) -> tuple[Clock, date | None]:
    """The clock that comes first on a case, and its day.

    What we are late with or what ends today; what is to be done at once; what the other side left undone; then the
    next day of ours, and where there is none the next of the other side. `sooner` says the same to the database.
    """
    on = on or today()
    if one.due_on is not None and one.due_on <= on:
        return Clock.OURS, one.due_on
    if one.at_once:
        return Clock.AT_ONCE, on
    if one.theirs_on is not None and (one.theirs_on < on or one.due_on is None):
        return of_other_side(one.theirs_on, on), one.theirs_on
    return (Clock.NONE, None) if one.due_on is None else (Clock.OURS, one.due_on)


def sooner(kind: type[Case], on: date) -> tuple[ColumnElement[Any], ...]:
    """The order of cases by what comes first; those that nothing waits for are last."""
    now = literal(on, Date)
    ours, claim = kind.due_on <= on, kind.theirs_on < on
    at_once = kind.at_once.is_(True)
    key = case(
        (ours, kind.due_on), (or_(at_once, claim), now), (kind.due_on.is_not(None), kind.due_on), else_=kind.theirs_on
    )
    rank = case((ours, 0), (at_once, 1), (claim, 2), (kind.due_on.is_not(None), 3), else_=4)
    return key.is_(None), key, rank, kind.code.expression


def in_the_agenda(on: date) -> Select[Case]:
    """Everything not closed, and what was closed with a date that runs on; what comes first on top."""
    return select(Case).where(stands()).order_by(*sooner(Case, on))


def stands() -> ColumnElement[bool]:
    """Whether a case stands in the agenda: it is open, or a date of it runs on after the close."""
    return or_(Case.stage != Stage.CLOSED, Case.due_on.is_not(None), Case.theirs_on.is_not(None))


def late(kind: type[Case], on: date) -> ColumnElement[bool]:
    """What we are late with; what the other side left undone is `claimable`."""
    return kind.due_on < on


def soon(kind: type[Case], on: date, until: date) -> ColumnElement[bool]:
    """What we have to do between two days; what is to be done at once is of today."""
    within = and_(kind.due_on >= on, kind.due_on <= until)
    return or_(within, and_(kind.at_once.is_(True), or_(kind.due_on.is_(None), kind.due_on > until)))


def claimable(kind: type[Case], on: date) -> ColumnElement[bool]:
    """What the other side had to do by a day that is over."""
    return kind.theirs_on < on


def idle(kind: type[Case]) -> ColumnElement[bool]:
    """What nothing is to come on, from us or from the other side: somebody has to say what is next."""
    return and_(kind.due_on.is_(None), kind.theirs_on.is_(None), kind.at_once.is_not(True))


def other_side(rule: Rule, by: date, on: date | None = None) -> str:
    """Who had to do what by when, and for how long it has been for us to claim, as a sentence."""
    period, on = PERIODS[rule], on or today()
    act, employer = in_language(period.act, language()), period.bound == "employer"
    if by >= on:
        if employer:
            return str(_("The employer has until %(day)s to %(act)s", day=weekday(by), act=act))
        return str(_("The authority has until %(day)s to %(act)s", day=weekday(by), act=act))
    if employer:
        had = _("The employer had to %(act)s by %(day)s", day=weekday(by), act=act)
    else:
        had = _("The authority had to %(act)s by %(day)s", day=weekday(by), act=act)
    colon = _(": ")
    return f"{had}{colon}{claimed_for(by, on)}"
