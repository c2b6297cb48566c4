"""The one page of questions about one person: what happened, the facts, payslips and hours month by month."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from flask import abort
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from union.cases.findings_view import ANSWERS, Answer, as_bool, given
from union.entitlements.people import payslips, retiring
from union.entitlements.people.fact_words import CONTRACTS, FACTS, RETIRING
from union.entitlements.people.payslips import PayslipsForm, end_of, extras_of, months_before, slips_of
from union.entitlements.records.contents import Agreement, Basis, Situation
from union.entitlements.records.facts import Facts
from union.entitlements.records.models import Told
from union.entitlements.web.facts_form import FactsForm, facts_of
from union.entitlements.web.facts_form import initial_of as facts_shown
from union.entitlements.words import SITUATIONS
from union.law.facts import MOST_CNSS_DAYS
from union.members.models import Contract
from union.refusal import Refused
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.form import needed
from union.web.forms.typed import Count, Day

FAR = 100  # years: no grid of months begins or ends further from today


class OwedForm(FactsForm, PayslipsForm):
    """What is asked about one person, in the order in which one asks it."""

    kind = Tiles(_l("What happened"), Situation, SITUATIONS, [needed()])
    requested = Choice(
        _l("Did the employer ask the governor for the authorisation?"), Answer, ANSWERS, empty=_l("Not known")
    )
    authorised = Choice(_l("Was it given?"), Answer, ANSWERS, empty=_l("Not known"))
    authorised_on = Day(_l("Given on"))
    contract = Choice(
        FACTS["contract"],
        Contract,
        {one: word for one, word in CONTRACTS.items() if one is not Contract.UNKNOWN},
        [needed()],
    )
    born_on = Day(RETIRING["born_on"])
    pension = Choice(RETIRING["pension"], Answer, ANSWERS, empty=_l("Not known"))
    cnss_days = Count(RETIRING["cnss_days"], highest=MOST_CNSS_DAYS)
    claimed_on = Day(_l("Claimed in writing on"))
    grid_end = HiddenField()

    @property
    def asked(self) -> list[date]:
        """The months of the grid, newest first; 422 for a grid that no page of ours showed."""
        try:
            end = date.fromisoformat(str(self.grid_end.data or ""))
        except ValueError:
            abort(422)
        if end.day != 1 or abs(end.year - date.today().year) > FAR:
            abort(422)
        return months_before(end)

    @property
    def hours_known(self) -> bool:
        """Whether the folded questions about hours and holidays are to be shown."""
        return self._any("monthly_hours", "holidays", "feasts")

    @property
    def rare(self) -> bool:
        """Whether the questions that few people need are to be shown."""
        return self._any(
            "on_trial",
            "agreed_notice_months",
            "agreed_severance",
            "away_cause",
            "away_from",
            "away_until",
            "unjustified_days",
            "own_notice",
        )

    @property
    def economic(self) -> bool:
        """Whether the questions about the authorisation are to be shown."""
        return self.kind.data is Situation.COLLECTIVE or self._any("requested", "authorised", "authorised_on")

    @property
    def retiring(self) -> bool:
        """Whether the questions about a retirement are to be shown; a known day of birth alone shows nothing."""
        return self.kind.data is Situation.RETIRED or bool(self.born_on.errors) or self._any("pension", "cnss_days")

    def _any(self, *names: str) -> bool:
        return any(self[name].data not in (None, "", ()) or self[name].errors for name in names)


def grid_end(facts: Facts, on: date) -> date:
    """Where the months of the grid end: with the employment, or today."""
    return end_of(facts.left_on or on)


def initial_of(told: Told | None, facts: Facts, on: date) -> dict[str, Any]:
    """The answers as the page shows them; `told` is None before anything was worked out."""
    end = grid_end(facts, on)
    of_a_retirement = {"born_on": facts.born_on, "pension": given(facts.pension), "cnss_days": facts.cnss_days}
    shown = facts_shown(facts) | of_a_retirement | payslips.initial_of(facts, months_before(end))
    shown |= {"grid_end": end.isoformat()}
    if facts.contract is Contract.UNKNOWN:
        shown["contract"] = None
    if told is None:
        return shown
    basis = told.basis
    return shown | {
        "kind": basis.kind,
        "requested": given(basis.requested),
        "authorised": given(basis.authorised),
        "authorised_on": basis.authorised_on,
        "claimed_on": basis.agreed.claimed_on,
    }


def told_of(form: OwedForm, before: Told | None, facts: Facts) -> Told:
    """What was typed, over the facts that stood before. Raises `Refused`."""
    kind: Situation = form.kind.data
    if kind is Situation.EMPLOYED and form.left_on.data is not None:
        raise Refused("left_on", _l("Somebody who is still employed has no last day: empty it, or say what happened."))
    basis = before.basis if before else Basis(kind)
    agreed: Agreement = dataclasses.replace(basis.agreed, claimed_on=form.claimed_on.data)
    basis = dataclasses.replace(
        basis,
        kind=kind,
        requested=as_bool(form.requested.data),
        authorised=as_bool(form.authorised.data),
        authorised_on=form.authorised_on.data,
        agreed=agreed,
    )
    asked = form.asked
    typed = dataclasses.replace(
        facts,
        **facts_of(form),
        **_retirement(form),
        payslips=slips_of(form, facts, asked),
        extras=extras_of(form, facts, asked),
    )
    return Told(basis, typed)


def _retirement(form: OwedForm) -> dict[str, Any]:
    """What a retirement asks for; nothing of it is kept of somebody who left otherwise, their day of birth included."""
    if form.kind.data is not Situation.RETIRED:
        return dict.fromkeys(retiring.NAMES)
    return {"born_on": form.born_on.data, "pension": as_bool(form.pension.data), "cnss_days": form.cnss_days.data}
