"""Trainings in words."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.trainings.models import Came, Subject

SUBJECTS: dict[Subject, Any] = {
    Subject.LAW: _l("First aid in law"),
    Subject.OFFICE: _l("The tasks of a delegate"),
    Subject.BARGAINING: _l("Collective bargaining"),
    Subject.HEALTH: _l("Health at work"),
    Subject.SAFETY: _l("Keeping names and telephones safe"),
    Subject.OTHER: _l("Another subject"),
}
CAME: dict[Came, Any] = {
    Came.EXPECTED: _l("expected"),
    Came.CAME: _l("came"),
    Came.MISSED: _l("did not come"),
}
