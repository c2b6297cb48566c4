"""The forms of patterns: a union event or a measure, and which cases go into an annex."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.patterns.models import Happened
from union.patterns.told import Thread
from union.patterns.words import HAPPENED, THREADS
from union.web.forms.chosen import Choice, SeveralRows
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line


class EventForm(Form):
    """What happened, and since when the employer knew."""

    what = Choice(
        _l("What happened"), Happened, dict(HAPPENED), [needed(_l("Choose what happened."))], empty=_l("Choose")
    )
    on = Day(_l("On which day"), [needed(_l("Write the day: what follows is counted from it."))], passed=True)
    words = Line(_l("In a few words"), most=200)
    known_on = Day(_l("The employer knew of it since"), passed=True)
    known_how = Line(_l("What shows that it knew"), most=200)
    consents = BooleanField(_l("The person agreed that a paper names them with this event"))


class AnnexForm(Form):
    """The ticked cases of one pattern, and whether it names people."""

    thread = Choice(_l("What they have in common"), Thread, dict(THREADS), [needed()])
    case = SeveralRows(_l("Cases"))
    said_in = Line(_l("Language"), [needed()], most=2)
    named = BooleanField(_l("With names: each of these people agreed that the employer learns of it"))
