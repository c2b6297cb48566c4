"""The page of the announced holidays, for the secretariat."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import BooleanField

from union.access import May, may
from union.accounts.forms import Confirm
from union.holidays import actions
from union.holidays.actions import Entered
from union.holidays.models import AnnouncedHoliday, Feast
from union.languages.saying import in_language
from union.law.dates.calendar import fixed_holidays
from union.store.db import session
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, current_account_id, needed
from union.web.forms.typed import Day, Line
from union.web.locale import language, today
from union.web.pages import page

bp = Blueprint("holidays", __name__)
FEASTS = {
    Feast.AID_AL_FITR: _l("Aid al-Fitr"),
    Feast.AID_AL_ADHA: _l("Aid al-Adha"),
    Feast.FIRST_MOHARRAM: _l("1 Moharram"),
    Feast.AID_AL_MAWLID: _l("Aid al-Mawlid"),
    Feast.OTHER: _l("Another holiday that was announced"),
}


class HolidayForm(Form):
    """Which feast, on which days, and where it was announced."""

    feast = Choice(_l("Which holiday"), Feast, FEASTS, [needed(_l("Choose the holiday."))], empty=_l("Choose"))
    first_on = Day(_l("Its day"), [needed(_l("Write the day of the holiday."))])
    last_on = Day(_l("Its last day, if it has several"))
    expected = BooleanField(_l("Expected only: the moon has not said so yet"))
    source = Line(_l("Where it was announced"), most=200)

    @property
    def entered(self) -> Entered:
        """What was typed."""
        return Entered(
            self.feast.data, self.first_on.data, self.last_on.data, bool(self.expected.data), self.source.data or ""
        )


@bp.get("/holidays")
@may(May.ENTER_HOLIDAYS)
def index() -> Response:
    return _listed(HolidayForm())


@bp.post("/holidays")
@may(May.ENTER_HOLIDAYS)
def add() -> Response:
    form = HolidayForm()
    if not form.carries_out(lambda: actions.add(session(), current_account_id(), form.entered)):
        return _listed(form)
    return _moved(_("The holiday is entered. Every date counted across it moves; the worker sees to it now."))


def _listed(form: HolidayForm) -> Response:
    year = today().year
    fixed = [(on, in_language(name, language())) for on, name in sorted(fixed_holidays(year).items())]
    return page("holidays/index.html", form=form, rows=actions.listed(session()), feasts=FEASTS, fixed=fixed, year=year)


def _moved(said: str) -> Response:
    flash(said, "done")
    return redirect(url_for("holidays.index"))


def _of(holiday_id: UUID) -> AnnouncedHoliday:
    return session().get(AnnouncedHoliday, holiday_id) or abort(404)


@bp.get("/holidays/<id:holiday_id>")
@may(May.ENTER_HOLIDAYS)
def edit(holiday_id: UUID) -> Response:
    row = _of(holiday_id)
    return page("holidays/edit.html", form=_filled(row), row=row)


@bp.post("/holidays/<id:holiday_id>")
@may(May.ENTER_HOLIDAYS)
def correct(holiday_id: UUID) -> Response:
    row = _of(holiday_id)
    form = _filled(row)
    act = lambda: actions.correct(session(), current_account_id(), row, form.entered)  # noqa: E731  # one line, one act
    if not form.carries_out(act, row.version):
        return page("holidays/edit.html", form=form, row=row)
    return _moved(_("The holiday is put right. Every date counted across it moves; the worker sees to it now."))


def _filled(row: AnnouncedHoliday) -> HolidayForm:
    last = row.last_on if row.last_on != row.first_on else None
    return HolidayForm(
        feast=row.told.feast, first_on=row.first_on, last_on=last, expected=row.expected, source=row.told.source
    )


@bp.post("/holidays/<id:holiday_id>/withdraw")
@may(May.ENTER_HOLIDAYS)
def withdraw(holiday_id: UUID) -> Response:
    Confirm()
    actions.withdraw(session(), current_account_id(), _of(holiday_id))
    return _moved(_("The holiday is withdrawn. Its days count like others again."))
