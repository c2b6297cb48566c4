"""The form of one person's facts."""

from __future__ import annotations

from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import ANSWERS, Answer, as_bool, given
from union.cases.law_words import MANDATES
from union.entitlements.people.fact_words import CATEGORIES, CAUSES, CDD_MOTIVES, CONTRACTS, FACTS, MORE, OWN_NOTICES
from union.entitlements.people.plausibility import MOST_ABSENT
from union.entitlements.records.facts import Facts
from union.law.ending.requalification import Motive as CddMotive
from union.law.facts import MOST_NOTICE, Mandate, OwnNotice
from union.law.terms.suspension import Cause
from union.members.models import Category, Contract
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Count, Day, Days, Line, Name


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
    holidays = Days(FACTS["holidays"])
    feasts = Days(FACTS["feasts"])
    own_notice = Choice(FACTS["own_notice"], OwnNotice, OWN_NOTICES, empty=_l("Not known"))

    @property
    def more(self) -> bool:
        """Whether the facts that few people need are to be shown: something is known of them, or is wrong."""
        return any(self[name].data not in (None, "", ()) or self[name].errors for name in MORE)


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
