"""A day that may be a slip of the year is asked about before a period runs from it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from union.web.forms.typed import Day, Line
from union.web.locale import day, today

LONG_AGO = timedelta(days=365)  # what is told today happened within the year, or its year was mistyped


class Sure(Line):
    """The day that somebody said is right although it is far back, as the box beside it sends it."""

    most = 10

    def says(self, on: date) -> bool:
        """Whether it was said of this very day: another one is asked about again."""
        return bool(self.data == on.isoformat())


def doubt(field: Day, sure: Sure, *, to_come: bool = False) -> None:
    """Ask about a day of years ago, and refuse one to come unless it may be (`to_come`)."""
    on = field.data
    if not isinstance(on, date) or field.errors:
        return
    if on > today() and not to_come:
        before = _before(on)
        field.errors = [*field.errors, _l("This day is still to come. Did you mean %(day)s?", day=day(before))]
    elif doubtful(on) and not sure.says(on):
        years = max(1, round((today() - on).days / 365.25))
        asked = ngettext(
            "%(day)s: %(num)s year ago? Correct the year, or tick that it is right: a period runs from this day.",
            "%(day)s: %(num)s years ago? Correct the year, or tick that it is right: a period runs from this day.",
            years,
            day=day(on),
        )
        field.errors = [*field.errors, asked]


def doubtful(on: date | None) -> bool:
    """Whether a day lies so far back that its year may be a slip."""
    return isinstance(on, date) and on < today() - LONG_AGO


class AsksTheYear:
    """A form whose periods run from one day of a paper: it asks where that day lies years ago."""

    starts: tuple[str, ...] = ()  # the fields of that day, the first that is filled in counts
    sure = Sure("")

    def validate(self, extra_validators: Any = None) -> bool:
        form: Any = self
        super().validate(extra_validators)  # type: ignore[misc]  # of the form that it is mixed into
        if (field := self._start()) is not None:
            doubt(field, form.sure, to_come=True)  # of a day to come the act itself says what is wrong
        return not form.errors

    @property
    def in_doubt(self) -> date | None:
        """The day that the page asks about."""
        field = self._start()
        return field.data if field is not None and doubtful(field.data) else None

    def _start(self) -> Any:
        form: Any = self
        return next((form[name] for name in self.starts if isinstance(form[name].data, date)), None)


def _before(on: date) -> date:
    """The same day in the last year in which it has passed."""
    year = today().year if (on.month, on.day) <= (today().month, today().day) else today().year - 1
    try:
        return on.replace(year=year)
    except ValueError:  # 29 February
        return on.replace(year=year, day=28)
