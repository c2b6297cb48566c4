"""The form of an exposure: hours, kinds in closed words, days and answers; nowhere a word of free text."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import ANSWERS, Answer
from union.cases.hours import Hour
from union.papers.exposure.models import Seen
from union.papers.exposure.words import SEEN
from union.papers.facts import FactsForm
from union.papers.sending import SentForm as SentForm
from union.web.forms.chosen import Several, Tiles
from union.web.forms.typed import Count, Day


class ExposedForm(FactsForm):
    """What somebody is exposed to."""

    since_on = Day(_l("In this work since"), passed=True)
    hours_a_day = Count(_l("Hours a day before such content"), most=2, highest=24)
    days_a_week = Count(_l("Days a week"), most=1, highest=7)
    seen = Several(_l("Kinds of content"), Seen, SEEN)
    event_on = Day(
        _l("A single event: its day"),
        passed=True,
        description=_l(
            "One video, one threat, one assault after which nothing was as before. Leave it empty where there was none."
        ),
    )
    event_at = Hour(_l("At what hour, if it is known"))
    told_on = Day(_l("The employer was told of it on"), passed=True)
    doctor_on = Day(_l("Last visit to the occupational doctor"), passed=True)
    breaks = Tiles(_l("Are there paid breaks away from the content?"), Answer, ANSWERS, empty=_l("Not known"))
    support = Tiles(_l("Is there somebody to speak with, on paid time?"), Answer, ANSWERS, empty=_l("Not known"))
    other_post = Tiles(_l("Was another post asked for in writing?"), Answer, ANSWERS, empty=_l("Not known"))
