"""The forms of a grievance once it is filed: notes, steps, hand-over, waiting, closing, reopening, who reads."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.forms.chosen import Choice, Pick, Tiles
from union.forms.form import Form, needed
from union.forms.typed import Line, Prose
from union.grievances.models import Awaited, Outcome
from union.grievances.words import AWAITED, OUTCOMES

FACTS_ONLY = _l("Facts only: what was said or done, by whom, when.")


class Note(Form):
    """A note on a case."""

    words = Prose(_l("Note"), [needed(_l("Write what was said or done, by whom and when."))], description=FACTS_ONLY)
    strategy = BooleanField(_l("Strategy: for those who work the case, never printed"))


class Step(Form):
    """A step of the law, by its code."""

    code = Line("", [needed()], most=40)


class HandOver(Form):
    """To whom a case goes."""

    to = Pick(_l("To whom"), [needed(_l("Choose a colleague who works at this workplace."))])
    words = Prose(_l("What they must know first"), most=2000)


class Wait(Form):
    """Whose move is next."""

    whom = Tiles(_l("Who must answer?"), Awaited, AWAITED, [needed(_l("Say whose answer is awaited."))])
    words = Prose(_l("What was asked, and when"), most=2000)


class Close(Form):
    """How it ended."""

    outcome = Choice(_l("How it ended"), Outcome, OUTCOMES, [needed(_l("Choose how it ended."))], empty=_l("Choose"))
    words = Prose(
        _l("In words"), [needed(_l("Say how it ended: the person will ask."))],
        description=_l("What was obtained, on what day, and what the person was told."), most=5000,
    )  # fmt: skip


class Reopen(Form):
    """Why it was not over."""

    why = Prose(_l("Why it is opened again"), [needed(_l("Say why the case is opened again."))], most=2000)


class Reader(Form):
    """Somebody who may read the case."""

    account = Pick(_l("Who else may read it"), [needed(_l("Choose somebody who works at this workplace."))])


class Ordinary(Form):
    """That the person agrees."""

    why = Prose(_l("How the person agreed"), [needed(_l("Say how the person agreed to it."))], most=2000)


class Whose(Form):
    """Looking for the member that a case is about."""

    writes = False
    query = Line(_l("Name"), [needed(_l("Write a name to look for."))], most=100)


class Linked(Form):
    """The member found."""

    member = Pick(_l("Member"), [needed(_l("Choose one of the members found."))])
