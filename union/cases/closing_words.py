"""The decisions on dates that run beyond the close, in words: what a date is for, what happens with it, why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.cases import date_words
from union.cases.closing import DateAct, Question
from union.cases.closing_answers import Answer, Fate
from union.cases.dates import Dated
from union.law.dates.periods import period_of
from union.web.locale import day

FATES = {
    Fate.KEPT: _l("It stays in the agenda after the close"),
    Fate.MOVED: _l("It moves to another day"),
    Fate.GIVEN_UP: _l("It is given up"),
}
AFTERWARDS = {Fate.DONE: _l("It is done"), **FATES}
# What a line of a timeline is called, and its drawing.
ACTS: dict[str, tuple[Any, str]] = {
    DateAct.KEPT.value: (_l("Date kept after the close"), "waiting"),
    DateAct.MOVED.value: (_l("Date moved"), "waiting"),
    DateAct.GIVEN_UP.value: (_l("Date given up"), "close"),
    DateAct.DONE.value: (_l("Done after the close"), "check"),
}


@dataclass(frozen=True)
class Decided:
    """One decision in the reader's words."""

    what: str
    days: str
    fate: Any
    over: bool  # it stands in no agenda any more
    to: str
    why: str
    by_name: str
    on: date | None


def what(one: Question) -> str:
    """What is to be done by the date, and where it is not for us to do, by whom."""
    said = date_words.what(Dated(one.rule, hour=one.hour, words=one.words))
    period = period_of(one.rule)
    return said if period is None else date_words.by_whom(said, period.bound)


def days(one: Question | Answer) -> str:
    """Its day, or the first and the last."""
    first, last = one.days[0], one.days[-1]
    return day(first) if first == last else str(_("%(first)s to %(last)s", first=day(first), last=day(last)))


def article(one: Question) -> str:
    """The articles behind it."""
    return date_words.article(Dated(one.rule, hour=one.hour))


def decided(one: Answer) -> Decided:
    """A decision as its page shows it."""
    said = date_words.what(Dated(one.rule, hour=one.hour))
    over = one.fate in {Fate.GIVEN_UP, Fate.DONE}
    return Decided(
        said, days(one), AFTERWARDS[one.fate], over, day(one.to) if one.to else "", one.why, one.by_name, one.on
    )


def decision_line(words: str) -> str:
    """A decision as a line of a timeline: what it was about, when, to which day it moved, and why."""
    said = decided(msgspec.json.decode(words, type=Answer))
    when = str(_("%(day)s, moved to %(to)s", day=said.days, to=said.to)) if said.to else said.days
    return "\n".join(filter(None, [f"{said.what} · {when}", said.why]))
