"""A correction as the timeline tells it: what was said before, and what is said now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import msgspec
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.grievances import hanging
from union.grievances.models import Agreed, Harm, Paper, Problem
from union.grievances.words import AGREED, HARMS, PAPERS, PROBLEMS
from union.web.locale import day

LABELS = {
    "problem": _l("What is it about?"),
    "paper": _l("What was received, or what happened?"),
    "event_on": _l("The day"),
    "event_at": _l("At what hour, if it is known"),
    "for_long": _l("For a long time, or several times"),
    "harm": _l("What kind of harm is it?"),
    "agreed": _l("May the employer learn of it?"),
    "noted_on": _l("The delegates' note was handed in on"),
    "ended_on": _l("The contract ended on"),
    "about_name": _l("Name of the colleague"),
    "about_phone": _l("Private telephone"),
    "facts": _l("What happened"),
    "demand": _l("What is asked for"),
    "how": _l("Who asked the person, when, and how they agreed"),
    **hanging.LABELS,
}
CLOSED: dict[str, tuple[type[Enum], Mapping[Any, Any]]] = {
    "problem": (Problem, PROBLEMS),
    "paper": (Paper, PAPERS),
    "harm": (Harm, HARMS),
    "agreed": (Agreed, AGREED),
    **hanging.CLOSED,
}
DAYS = frozenset({"event_on", "noted_on", "ended_on"})


def changes(words: str) -> str:
    """A kept change line by line, in the reader's language."""
    told = msgspec.json.decode(words, type=dict[str, tuple[str, str]])
    return "\n".join(_line(name, *pair) for name, pair in told.items())


def _line(name: str, before: str, after: str) -> str:
    label = str(LABELS.get(name, name))
    if name == "how" or not before:
        return str(_("%(what)s: %(now)s", what=label, now=_value(name, after)))
    values = {"before": _value(name, before), "now": _value(name, after)}
    return str(_("%(what)s: before: %(before)s; now: %(now)s", what=label, **values))


def _value(name: str, value: str) -> str:
    if not value:
        return "–"
    if name in CLOSED:
        kind, said = CLOSED[name]
        return str(said[kind(value)])
    if name in DAYS:
        return day(date.fromisoformat(value))
    return str(_("Yes")) if name == "for_long" else value
