"""The forms of layoff disputes."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField

from union.cases.closing_forms import DatesForm
from union.entitlements.records.contents import Situation
from union.layoffs.papers.letters import OF_A_PERSON, OF_THE_GROUP
from union.layoffs.records.acts import LetterKind, Outgoing
from union.layoffs.records.contents import Matter, Trigger
from union.layoffs.words import KINDS, OUTGOING, PAPERS, TRIGGERS
from union.papers import sending
from union.web.forms.chosen import Choice, Pick, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Prose


class DescribeForm(Form):
    """What a dispute is about."""

    title = Line(_l("Title"), [needed()], most=120)
    kind = Choice(_l("How the employer goes about it"), Situation, KINDS, [needed()])
    trigger = Choice(_l("What set it off"), Trigger, TRIGGERS, [needed()])
    announced_on = Day(_l("Announced on"))
    facts = Prose(_l("What happened"))


class OpenForm(DescribeForm):
    """A new dispute: the workplace comes first."""

    workplace = Pick(_l("Workplace"), [needed()])


class ListForm(Form):
    """The employer's list."""

    file = FileField(_l("The employer's list"))


class NoteForm(Form):
    """What was said or done."""

    words = Prose(_l("Note"), [needed()])
    strategy = BooleanField(_l("Strategy: never printed, shown to who works the case only"))


class CloseForm(DatesForm):
    """How it ended."""

    words = Prose(_l("How it ended"), [needed()])


class ReopenForm(Form):
    """Why it goes on."""

    why = Prose(_l("Why it is opened again"), [needed()])


class ReaderForm(Form):
    """A lawyer who is to read the dispute."""

    account = Pick(_l("Which lawyer"), [needed(_l("Choose a lawyer of this workplace."))])


class SentForm(sending.SentForm):
    """That a paper of one person went."""

    paper = Choice(_l("Paper"), LetterKind, {one: PAPERS[one] for one in OF_A_PERSON}, [needed()])


class GroupSentForm(SentForm):
    """That a letter of the group went."""

    paper = Choice(_l("Paper"), LetterKind, {one: PAPERS[one] for one in OF_THE_GROUP}, [needed()])


class OutForm(Form):
    """What leaves, and why: both are recorded."""

    what = Tiles(_l("What to take out"), Outgoing, OUTGOING, [needed()])
    why = Line(_l("Why"), [needed()], most=120)


class Confirm(Form):
    """A button and nothing else."""


def matter_of(form: DescribeForm) -> dict[str, Any]:
    """What was typed, by the names of `Matter`."""
    return {name: form[name].data for name in ("title", "kind", "trigger", "announced_on", "facts")}


def described(matter: Matter) -> dict[str, Any]:
    """A dispute as the form shows it."""
    return {name: getattr(matter, name) for name in ("title", "kind", "trigger", "announced_on", "facts")}
