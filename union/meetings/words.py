"""Meetings in words."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.meetings.models import MeetingKind

KINDS: dict[MeetingKind, Any] = {
    MeetingKind.MEETING: _l("Meeting"),
    MeetingKind.ASSEMBLY: _l("General assembly"),
    MeetingKind.FOUNDING: _l("Founding assembly"),
    MeetingKind.BUREAU: _l("Meeting of the officers"),
}
