"""The forms of a collective grievance."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from union.collective.models import Given, Sees
from union.collective.words import GIVEN, SEES
from union.grievances.list_forms import NONE_TICKED, Rows
from union.web.forms.chosen import Choice, Pick, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Number, PersonName, Prose


class Claim(Form):
    """What people are asked to join."""

    subject = Line(_l("What it is about, in one line"), [needed()], most=150)
    demand = Prose(_l("What is asked for"), [needed()], most=1000)


class Answer(Form):
    """The consent of somebody: how, on which day, and who may read the name."""

    sees = Tiles(_l("Who may read the name?"), Sees, SEES, [needed()], default=Sees.ORGANISERS)
    given = Choice(_l("How they agreed"), Given, GIVEN, [needed()], empty=_l("Choose"))
    on = Day(_l("On which day"), [needed()], passed=True)
    words = Prose(_l("In their own words, if they said more than yes"), most=500)


class Join(Answer):
    """The same of somebody who is picked, or whose name is typed."""

    member = Pick(_l("Member"))
    seek = Line(_l("Find a member"), most=100)
    name = PersonName(_l("Name, of somebody who is not on the list"), most=150)
    number = Number(_l("Employee number"), most=40)

    def validate_name(self, field: PersonName) -> None:
        """Refuses nobody, and two at once."""
        if bool(field.data) == bool(self.member.data):
            raise ValidationError(_l("Choose a member, or write the name of somebody else."))


class Gather(Form):
    """Into which collective grievance the ticked cases go: one that is open, or a new one."""

    case = Rows(_l("Cases"), [needed(NONE_TICKED)])
    into = Pick(_l("Into which"))
    subject = Line(_l("What it is about, in one line"), most=150)
    demand = Prose(_l("What is asked for"), most=1000)

    def validate_subject(self, field: Line) -> None:
        """A new one says what it is about and what is asked for."""
        if self.into.data is None and not (field.data and self.demand.data):
            raise ValidationError(_l("Choose one that is open, or write what a new one is about and asks for."))
