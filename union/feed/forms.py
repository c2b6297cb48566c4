"""The form of one's calendar."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.feed.models import Alarm
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, needed

ALARMS = {
    Alarm.NONE: _l("No alarm"),
    Alarm.EVENING: _l("The evening before, at 20:00"),
    Alarm.MORNING: _l("The morning of the day, at 08:00"),
    Alarm.HOUR: _l("An hour before, if it has an hour"),
}


class Ringing(Form):
    """When one's dates ring."""

    alarm = Choice(_l("Alarm"), Alarm, ALARMS, [needed()])
