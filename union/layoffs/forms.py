"""The forms of layoff disputes."""

from __future__ import annotations

from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField

from union.cases import sending
from union.forms.chosen import Choice, Pick
from union.forms.form import Form, needed
from union.forms.typed import Amount, Count, Day, Line, Name, Prose
from union.law.collective_plan import Motive
from union.law.facts import Mandate
from union.law.requalification import Motive as CddMotive
from union.layoffs.acts import Outgoing
from union.layoffs.letters import OF_A_PERSON, OF_THE_GROUP, LetterKind
from union.layoffs.models import Facts, LayoffKind, Matter, Trigger
from union.layoffs.procedure import Step
from union.layoffs.procedure_words import MOTIVES, STEPS
from union.layoffs.words import (
    CATEGORIES,
    CDD_MOTIVES,
    CONTRACTS,
    FACTS,
    KINDS,
    MANDATES,
    OUTGOING,
    PAPERS,
    TRIGGERS,
)
from union.members.models import Category, Contract


class DescribeForm(Form):
    """What a dispute is about."""

    title = Line(_l("Title"), [needed()], most=120)
    kind = Choice(_l("How the employer goes about it"), LayoffKind, KINDS, [needed()])
    trigger = Choice(_l("What set it off"), Trigger, TRIGGERS, [needed()])
    announced_on = Day(_l("Announced on"))
    facts = Prose(_l("What happened"))


class OpenForm(DescribeForm):
    """A new dispute: the workplace comes first."""

    workplace = Pick(_l("Workplace"), [needed()])


class ListForm(Form):
    """The employer's list."""

    file = FileField(_l("The employer's list"))


class FactsForm(Form):
    """The facts of one person."""

    family_name = Name(FACTS["family_name"])
    given_name = Name(FACTS["given_name"])
    employee_number = Line(FACTS["employee_number"], most=60)
    category = Choice(FACTS["category"], Category, CATEGORIES, [needed()])
    contract = Choice(FACTS["contract"], Contract, CONTRACTS, [needed()])
    hired_on = Day(FACTS["hired_on"])
    left_on = Day(FACTS["left_on"])
    notified_on = Day(FACTS["notified_on"])
    term_on = Day(FACTS["term_on"])
    monthly_gross = Amount(FACTS["monthly_gross"])
    monthly_net = Amount(FACTS["monthly_net"])
    monthly_bonus = Amount(FACTS["monthly_bonus"])
    leave_days_due = Amount(FACTS["leave_days_due"])
    unpaid_days = Amount(FACTS["unpaid_days"])
    mandate = Choice(FACTS["mandate"], Mandate, MANDATES, [needed()])
    offered = Amount(FACTS["offered"])
    signed_on = Day(FACTS["signed_on"])
    cdd_since = Day(FACTS["cdd_since"])
    cdd_motive = Choice(FACTS["cdd_motive"], CddMotive, CDD_MOTIVES, empty=_l("Not known"))


class NoteForm(Form):
    """What was said or done."""

    words = Prose(_l("Note"), [needed()])
    strategy = BooleanField(_l("Strategy: never printed, shown to who works the case only"))


class CloseForm(Form):
    """How it ended."""

    words = Prose(_l("How it ended"), [needed()])


class ReopenForm(Form):
    """Why it goes on."""

    why = Prose(_l("Why it is opened again"), [needed()])


class SentForm(sending.SentForm):
    """That a paper of one person went."""

    paper = Choice(_l("Paper"), LetterKind, {one: PAPERS[one] for one in OF_A_PERSON}, [needed()])


class GroupSentForm(SentForm):
    """That a letter of the group went."""

    paper = Choice(_l("Paper"), LetterKind, {one: PAPERS[one] for one in OF_THE_GROUP}, [needed()])


class OutForm(Form):
    """What leaves, and why: both are recorded."""

    what = Choice(_l("What to take out"), Outgoing, OUTGOING, [needed()])
    why = Line(_l("Why"), [needed()], most=120)


class Answer(Enum):
    """What is known of a step; not known is no answer at all."""

    YES = "yes"
    NO = "no"


ANSWERS = {Answer.YES: _l("Yes"), Answer.NO: _l("No")}


class StepForm(Form):
    """What is known of one step of the employer's procedure."""

    step = Choice(_l("Step"), Step, STEPS, [needed()])
    answer = Choice(_l("Was it done?"), Answer, ANSWERS, empty=_l("Not known"))
    on = Day(_l("Done on"))
    paper = Line(_l("Which paper shows it"), most=120)


class ProcedureForm(Form):
    """What the procedure stands on."""

    headcount = Count(_l("Usual number of employees in the enterprise"), least=1)
    motive = Choice(_l("Motive that the employer gives"), Motive, MOTIVES, empty=_l("Not known"))
    has_delegates = Choice(_l("Are there staff delegates?"), Answer, ANSWERS, empty=_l("Not known"))
    has_union_representatives = Choice(
        _l("Are there union representatives in the enterprise?"), Answer, ANSWERS, empty=_l("Not known")
    )


class Confirm(Form):
    """A button and nothing else."""


def initial_of(facts: Facts) -> dict[str, Any]:
    """The facts as the form shows them."""
    motive = CddMotive(facts.cdd_motive) if facts.cdd_motive else None
    return {name: getattr(facts, name) for name in FACTS} | {"mandate": Mandate(facts.mandate), "cdd_motive": motive}


def facts_of(form: FactsForm) -> dict[str, Any]:
    """What was typed, by the names of the facts; empty texts stay empty, empty figures are None."""
    given = {name: form[name].data for name in FACTS}
    return given | {"mandate": str(form.mandate.data), "cdd_motive": str(form.cdd_motive.data or "")}


def matter_of(form: DescribeForm) -> dict[str, Any]:
    """What was typed, by the names of `Matter`."""
    return {name: form[name].data for name in ("title", "kind", "trigger", "announced_on", "facts")}


def described(matter: Matter) -> dict[str, Any]:
    """A dispute as the form shows it."""
    return {name: getattr(matter, name) for name in ("title", "kind", "trigger", "announced_on", "facts")}
