"""That a letter of a case went: by which means, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l

from union.refusal import Refused
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Prose
from union.web.locale import today


class Means(Enum):
    """How a letter goes."""

    REGISTERED = "registered"
    BAILIFF = "bailiff"
    SUMMONS = "summons"
    RECEIPT = "receipt"
    OTHER = "other"


MEANS = {
    Means.REGISTERED: _l("Registered letter with acknowledgement"),
    Means.BAILIFF: _l("By a bailiff"),
    Means.SUMMONS: _l("By an action filed with the court"),
    Means.RECEIPT: _l("By hand, against a receipt"),
    Means.OTHER: _l("Another way"),
}

EARLIER = _l("This day is before the one that it follows: check both.")


@dataclass(frozen=True)
class Sent:
    """What is kept of a letter that went."""

    on: date
    means: Means
    by_name: str


def means_field(hint: Any = "") -> Choice:
    """By which means a letter went."""
    return Choice(_l("How it went"), Means, MEANS, [needed()], description=hint)


def sent_field() -> Day:
    """On which day it went."""
    return Day(_l("Sent on"), [needed()])


class SentForm(Form):
    """That a letter went."""

    means = means_field()
    sent_on = sent_field()


class AsideForm(Form):
    """Why a paper counts no more."""

    why = Prose(_l("Why it is set aside"), [needed()], most=500)


def not_to_come(field: str, on: date | None) -> None:
    """Raises `Refused` for a day that is still to come."""
    if on is not None and on > today():
        raise Refused(field, _l("This day is still to come: write the day on which it happened."))
