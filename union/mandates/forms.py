"""The forms of a mandate."""

from __future__ import annotations

import re

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, ValidationError

from union import text
from union.mandates.models import Purpose
from union.mandates.words import PURPOSES
from union.web.forms.chosen import Choice, SeveralRows
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Prose

_HOURS = re.compile(
    r"([0-9]{1,2})(?:[,.]([0-9]{1,2}))?(?: ?(?:h|heures?|hours?|\u0633|\u0633\u0627\u0639(?:\u0627\u062a|\u0629)))?"
)
_CLOCK = re.compile(r"([0-9]{1,2}) ?(?:h|:) ?([0-9]{2})")
_MINUTES = re.compile(r"([0-9]{1,3}) ?(?:min|mn|minutes?|\u062f|\u062f\u0642[^\W\d_]+)")
MOST_POINTS, LONGEST_POINT = 40, 500


class Duration(Line):
    """A length of time as people write it: 2, 1,5, 2h30, 2:30, 45 min; `data` is minutes."""

    most = 20

    def parse(self, typed: str) -> int | None:
        plain = text.digits(super().parse(typed)).casefold()
        if not plain:
            return None
        minutes = _minutes(plain)
        if minutes is None or not 5 <= minutes <= 24 * 60:
            raise ValueError(_l("Write how long, for example 2, 1,5, 2h30 or 45 min."))
        return minutes

    def shown(self, value: int) -> str:
        return f"{value // 60}h{value % 60:02}" if value % 60 else str(value // 60)


def _minutes(plain: str) -> int | None:
    if found := _CLOCK.fullmatch(plain):
        return int(found[1]) * 60 + int(found[2]) if int(found[2]) < 60 else None
    if found := _MINUTES.fullmatch(plain):
        return int(found[1])
    if found := _HOURS.fullmatch(plain):
        return round((int(found[1]) + float(f"0.{found[2] or 0}")) * 60)
    return None


class HoursForm(Form):
    """Time given to the mandate."""

    on = Day(_l("Day"), [needed()], passed=True)
    hours = Duration(_l("How long"), [needed()])
    purpose = Choice(_l("What for"), Purpose, PURPOSES, [needed()])
    exceptional = BooleanField(_l("Exceptional circumstances, outside the fifteen hours"))


class PlanForm(Form):
    """The day of a meeting."""

    met_on = Day(_l("Day of the meeting"), [needed()])


class MeetingForm(Form):
    """A meeting, its note and the answer to it."""

    on = Day(_l("Day of the meeting"), [needed()])
    points = Prose(_l("Points of the note, one a line"), most=MOST_POINTS * LONGEST_POINT)
    cases = SeveralRows(_l("From your own cases"))
    noted_on = Day(_l("The note was handed in on"), passed=True)
    answered_on = Day(_l("The answer stood in the register on"), passed=True)
    answer = Prose(_l("What it says"), most=4000)

    def validate_points(self, field: Prose) -> None:
        """Refuses a list that no meeting gets through, and a point that is a page."""
        lines = self.lines
        if len(lines) > MOST_POINTS or any(len(one) > LONGEST_POINT for one in lines):
            raise ValidationError(
                _l("At most %(most)s points of %(long)s signs each.", most=MOST_POINTS, long=LONGEST_POINT)
            )

    @property
    def lines(self) -> tuple[str, ...]:
        """The points that were typed."""
        return tuple(dict.fromkeys(one.strip(" -•–\t") for one in (self.points.data or "").split("\n") if one.strip()))
