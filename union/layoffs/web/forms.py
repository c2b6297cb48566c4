"""The forms of layoff disputes."""

from __future__ import annotations

from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField

from union.cases.closing_forms import DatesForm
from union.cases.findings_view import ANSWERS, Answer, as_bool, given
from union.cases.law_words import MANDATES
from union.law.ending.requalification import Motive as CddMotive
from union.law.facts import MOST_NOTICE, Mandate, OwnNotice
from union.law.terms.suspension import Cause
from union.layoffs.papers.letters import OF_A_PERSON, OF_THE_GROUP
from union.layoffs.people.fact_words import (
    CATEGORIES,
    CAUSES,
    CDD_MOTIVES,
    CONTRACTS,
    FACTS,
    MORE,
    OWN_NOTICES,
)
from union.layoffs.people.plausibility import MOST_ABSENT
from union.layoffs.records.acts import LetterKind, Outgoing
from union.layoffs.records.models import Facts, LayoffKind, Matter, Trigger
from union.layoffs.words import KINDS, OUTGOING, PAPERS, TRIGGERS
from union.members.models import Category, Contract
from union.papers import sending
from union.web.forms.chosen import Choice, Pick, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Count, Day, Line, Name, Prose


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
    mean_gross = Amount(FACTS["mean_gross"])
    monthly_bonus = Amount(FACTS["monthly_bonus"])
    leave_days_due = Amount(FACTS["leave_days_due"])
    unpaid_days = Amount(FACTS["unpaid_days"])
    mandate = Choice(FACTS["mandate"], Mandate, MANDATES, [needed()])
    offered = Amount(FACTS["offered"])
    signed_on = Day(FACTS["signed_on"])
    cdd_since = Day(FACTS["cdd_since"])
    cdd_motive = Choice(FACTS["cdd_motive"], CddMotive, CDD_MOTIVES, empty=_l("Not known"))
    on_trial = Choice(FACTS["on_trial"], Answer, ANSWERS, empty=_l("Not known"))
    agreed_notice_months = Count(FACTS["agreed_notice_months"], highest=MOST_NOTICE)
    agreed_severance = Amount(FACTS["agreed_severance"])
    away_cause = Choice(FACTS["away_cause"], Cause, CAUSES, empty=_l("Nothing"))
    away_from = Day(FACTS["away_from"])
    away_until = Day(FACTS["away_until"])
    leave_taken = Amount(FACTS["leave_taken"])
    leave_taken_before = Amount(FACTS["leave_taken_before"])
    leave_taken_earlier = Amount(FACTS["leave_taken_earlier"])
    monthly_hours = Amount(FACTS["monthly_hours"])
    unjustified_days = Count(FACTS["unjustified_days"], highest=MOST_ABSENT)
    own_notice = Choice(FACTS["own_notice"], OwnNotice, OWN_NOTICES, empty=_l("Not known"))

    @property
    def more(self) -> bool:
        """Whether the facts that few people need are to be shown: something is known of them, or is wrong."""
        return any(self[name].data not in (None, "") or self[name].errors for name in MORE)


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


CODED: dict[str, type[Enum]] = {
    "mandate": Mandate,
    "cdd_motive": CddMotive,
    "away_cause": Cause,
    "own_notice": OwnNotice,
}
"""Facts that are kept by the key of the law's own choice."""


def initial_of(facts: Facts) -> dict[str, Any]:
    """The facts as the form shows them."""
    shown = {name: getattr(facts, name) for name in FACTS}
    coded = {name: kind(shown[name]) if shown[name] else None for name, kind in CODED.items()}
    return shown | coded | {"on_trial": given(facts.on_trial)}


def facts_of(form: FactsForm) -> dict[str, Any]:
    """What was typed, by the names of the facts; empty texts stay empty, empty figures are None."""
    typed = {name: form[name].data for name in FACTS}
    coded = {name: str(typed[name] or "") for name in CODED}
    return typed | coded | {"on_trial": as_bool(form.on_trial.data)}


def matter_of(form: DescribeForm) -> dict[str, Any]:
    """What was typed, by the names of `Matter`."""
    return {name: form[name].data for name in ("title", "kind", "trigger", "announced_on", "facts")}


def described(matter: Matter) -> dict[str, Any]:
    """A dispute as the form shows it."""
    return {name: getattr(matter, name) for name in ("title", "kind", "trigger", "announced_on", "facts")}
