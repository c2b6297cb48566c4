"""The forms of proposed sites."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.web.forms.chosen import Pick
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Line, Name, Prose


class Propose(Form):
    """A site that is not in the list."""

    name = Name(_l("Name of the site"), [needed()])
    city = Name(_l("City"), [needed()], most=100)
    address = Line(_l("Address"), most=300)
    employer = Pick(_l("Employer"))
    employer_name = Name(_l("Employer who is not in the list"))
    people = Count(_l("People at work"), least=1, highest=100_000)
    source = Line(_l("Source"))
    note = Prose(_l("What the secretariat has to know"), most=1000)


class Accept(Form):
    """With which employer the site is added."""

    employer = Pick(_l("Employer"))
    grants = BooleanField(_l("Its organiser works there from today"))


class Merge(Form):
    """Which known site it is."""

    workplace = Pick(_l("Site"), [needed(_l("Choose the site that it is."))])
    merge_grants = BooleanField(_l("Its organiser works there from today"))


class Refuse(Form):
    """Why nothing is added."""

    words = Prose(_l("Why"), [needed(_l("Say why: the organiser reads it."))], most=1000)
