"""The words of court files on the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.papers.court.models import Appeal

APPEALS = {
    Appeal.FILED: _l("Appeal filed"),
    Appeal.NONE: _l("No appeal: the judgment is accepted"),
}
# What a line of a case's timeline is called, and its drawing.
ACTS = {
    "court_opened": (_l("Court file opened"), "gavel"),
    "court_corrected": (_l("Court file corrected"), "edit"),
    "court_hearing": (_l("Hearing fixed"), "today"),
    "court_held": (_l("Hearing held"), "check"),
    "court_judged": (_l("Judgment and what followed"), "gavel"),
    "court_aside": (_l("Court file set aside"), "undo"),
}
