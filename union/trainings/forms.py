"""The forms of trainings."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.trainings.models import Subject, Told
from union.trainings.words import SUBJECTS
from union.web.forms.chosen import Choice, Pick, SeveralRows
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day, Line


class TrainingForm(Form):
    """What about, when, where and by whom."""

    subject = Choice(_l("What it is about"), Subject, SUBJECTS, [needed()])
    on = Day(_l("Day"), [needed()])
    hours = Count(_l("Number of hours"), least=1, highest=400)
    held_by = Line(_l("Who holds it"), most=200)
    place = Line(_l("Where it is held"), most=200)

    @property
    def told(self) -> Told:
        """What was typed."""
        return Told(self.subject.data, self.on.data, self.hours.data, self.held_by.data or "", self.place.data or "")


class PlacesForm(Form):
    """Who gets a place."""

    who = SeveralRows(_l("Give a place to"), [needed(_l("Tick those who get a place."))])


class PlaceForm(Form):
    """A place for one member: on which training, and for which of the sites at which they work or worked."""

    training = Pick(_l("Training"), [needed()])
    site = Pick(_l("Workplace"), [needed()])
