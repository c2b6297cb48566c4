"""The forms of meetings."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.cases.hours import Hour
from union.meetings.models import Attended, Decided, MeetingKind, Told
from union.meetings.words import KINDS
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day, Line, Prose

MOST = 100_000  # people in one team, or votes


class MeetingForm(Form):
    """When, where and what about."""

    kind = Choice(_l("Kind of meeting"), MeetingKind, KINDS, [needed()])
    on = Day(_l("Day"), [needed()])
    hour = Hour(_l("Hour"))
    place = Line(_l("Meeting place"), most=200)
    agenda = Prose(_l("On the agenda"), most=4000)

    @property
    def told(self) -> Told:
        """What was typed."""
        return Told(self.kind.data, self.on.data, self.hour.data or "", self.place.data or "", self.agenda.data or "")


class CallingOffForm(Form):
    """Why a meeting does not take place."""

    why = Line(_l("Why it does not take place"), [needed()], most=200)


class AttendanceForm(Form):
    """How many came from one team or shift."""

    team = Line(_l("Team or shift"), [needed()], most=80)
    came = Count(_l("Number who came"), [needed()], highest=MOST)
    of = Count(_l("Of how many who work there"), least=1, highest=MOST)

    @property
    def attended(self) -> Attended:
        """What was typed."""
        return Attended(self.team.data, self.came.data, self.of.data)


class DecisionForm(Form):
    """What was decided, by which votes, who sees to it until when."""

    words = Prose(_l("What was decided"), [needed()], most=2000)
    votes_for = Count(_l("Votes for"), highest=MOST)
    against = Count(_l("Votes against"), highest=MOST)
    abstained = Count(_l("Abstentions"), highest=MOST)
    sees_to_it = Line(_l("Who sees to it"), most=120)
    until = Day(_l("By which day"))

    @property
    def decided(self) -> Decided:
        """What was typed."""
        return Decided(
            self.words.data,
            self.votes_for.data,
            self.against.data,
            self.abstained.data,
            self.sees_to_it.data or "",
            self.until.data,
        )
