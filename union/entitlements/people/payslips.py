"""The payslips of one person: which months are asked for, the form that takes them, and the facts that they become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field

from union.entitlements.people.fact_words import ABSENCES
from union.entitlements.records.facts import Facts, Slip
from union.languages.figures import month
from union.law.pay.history import MONTHS, Absence
from union.law.terms.seniority import add_months
from union.web.forms.chosen import Choice
from union.web.forms.form import Form
from union.web.forms.typed import Amount
from union.web.locale import language

MOST = 2 * MONTHS  # months back: two years of wages can be claimed (art 395)
AMOUNTS = {
    "base": _l("Base pay"),
    "bonus": _l("Bonuses"),
    "commission": _l("Commissions"),
    "seniority": _l("Seniority bonus"),
    "agreed": _l("Agreed pay"),
}


@dataclass(frozen=True)
class Row:
    """The fields of one month."""

    first: date
    base: Field
    bonus: Field
    commission: Field
    seniority: Field
    agreed: Field
    absence: Field


class PayslipsForm(Form):
    """The months before the last day, the last one first; a month without an amount is not known."""

    def rows(self, months: list[date]) -> Iterator[Row]:
        """The fields of each month."""
        for at, first in enumerate(months):
            yield Row(first, *(self[f"m{at}_{name}"] for name in (*AMOUNTS, "absence")))

    @property
    def older(self) -> bool:
        """Whether anything stands in the months before the last twelve, or is wrong there."""
        fields = [self[f"m{at}_{name}"] for at in range(MONTHS, MOST) for name in (*AMOUNTS, "absence")]
        return any(one.data is not None or one.errors for one in fields)


for _at in range(MOST):
    for _name, _label in AMOUNTS.items():
        setattr(PayslipsForm, f"m{_at}_{_name}", Amount(_label))
    setattr(PayslipsForm, f"m{_at}_absence", Choice(_l("Pay lowered by"), Absence, ABSENCES, empty=_l("Nothing")))


def months(facts: Facts) -> list[date]:
    """The first days of the whole months before the termination, newest first, from the first whole one of the
    employment."""
    if facts.left_on is None:
        return []
    end = (facts.left_on + timedelta(days=1)).replace(day=1)
    back = [add_months(end, -one) for one in range(1, MOST + 1)]
    since = facts.hired_on
    return [one for one in back if since is None or one >= since.replace(day=1)]


def initial_of(facts: Facts) -> dict[str, Any]:
    """The payslips as the form shows them."""
    held = {one.first: one for one in facts.payslips}
    shown: dict[str, Any] = {}
    for at, first in enumerate(months(facts)):
        if one := held.get(first):
            values = {name: getattr(one, name) for name in AMOUNTS}
            values |= {name: values[name] or None for name in ("bonus", "commission")}  # nothing was written of it
            shown |= {f"m{at}_{name}": value for name, value in values.items()}
            shown[f"m{at}_absence"] = Absence(one.absence) if one.absence else None
    return shown


def labelled(facts: Facts) -> PayslipsForm:
    """What was sent, each field called by its month too: for whoever reads it without the page."""
    form = PayslipsForm()
    for row in form.rows(months(facts)):
        for one in (row.base, row.bonus, row.commission, row.seniority, row.agreed, row.absence):
            one.label.text = f"{month(row.first, language())} · {one.label.text}"
    return form


def slips_of(form: PayslipsForm, facts: Facts) -> tuple[Slip, ...]:
    """What was typed, oldest first; a payslip of a month that is not asked for any more stays as it is."""
    asked = months(facts)
    found = [one for one in facts.payslips if one.first not in asked]
    for row in form.rows(asked):
        amounts = [row.base.data, row.bonus.data, row.commission.data, row.seniority.data, row.agreed.data]
        if any(one is not None for one in amounts):
            base, bonus, commission = (one or Decimal(0) for one in amounts[:3])
            found.append(
                Slip(
                    row.first, base, bonus, commission, row.seniority.data, str(row.absence.data or ""), row.agreed.data
                )
            )
    return tuple(sorted(found, key=lambda one: one.first))
