"""What the parts of a mandate are called."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.date_words import Called
from union.mandates.due import MEETING
from union.mandates.models import Purpose

PURPOSES: dict[Purpose, Any] = {
    Purpose.COLLEAGUES: _l("Talking with colleagues"),
    Purpose.CASE: _l("A colleague's case"),
    Purpose.NOTE: _l("Preparing the note or the meeting"),
    Purpose.MEETING: _l("Meeting with the employer"),
    Purpose.INSPECTION: _l("Labour inspection or court"),
}
DATE_WORDS = {
    MEETING: Called(
        _l("Meeting of the delegates with the employer"),
        _l("The employer receives the delegates at least once a month."),
        ("ct 460",),
        who="delegate",
    )
}
