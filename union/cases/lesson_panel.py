"""What closed cases taught, on the page of their site: for whoever works cases there."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.access import May, asking
from union.cases import lessons
from union.store.db import session
from union.workplaces.models import Workplace
from union.workplaces.panels import Panel


def of_site(workplace: Workplace) -> Panel | None:
    """The last lessons of a site; None where there is none, or the reader works no cases."""
    if not asking().may(May.WORK_GRIEVANCE):
        return None
    found = lessons.of_site(session(), workplace.id)
    return Panel(_l("What closed cases taught"), "note", "cases/_lessons.html", {"lessons": found}) if found else None
