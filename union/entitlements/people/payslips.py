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
from union.entitlements.records.facts import ExtraHours, Facts, Slip
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
HOURS = {
    "day": _l("Overtime hours by day"),
    "night": _l("Overtime hours by night"),
    "rest_day": _l("Hours on the rest day, by day"),
    "rest_night": _l("Hours on the rest day, by night"),
}
NAMES = (*AMOUNTS, "absence", *HOURS)


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
    day: Field
    night: Field
    rest_day: Field
    rest_night: Field

    @property
    def overtime(self) -> bool:
        """Whether hours are written, or are wrong."""
        return any(one.data is not None or one.errors for one in (self.day, self.night, self.rest_day, self.rest_night))

    @property
    def fields(self) -> list[Field]:
        """All of them, in the order of the page."""
        return [vars(self)[name] for name in NAMES]


class PayslipsForm(Form):
    """The months before the last day, the last one first; a month without an amount is not known."""

    def rows(self, months: list[date]) -> Iterator[Row]:
        """The fields of each month."""
        for at, first in enumerate(months):
            yield Row(first, *(self[f"m{at}_{name}"] for name in NAMES))

    @property
    def older(self) -> bool:
        """Whether anything stands in the months before the last twelve, or is wrong there."""
        fields = [self[f"m{at}_{name}"] for at in range(MONTHS, MOST) for name in NAMES]
        return any(one.data is not None or one.errors for one in fields)


for _at in range(MOST):
    for _name, _label in (AMOUNTS | HOURS).items():
        setattr(PayslipsForm, f"m{_at}_{_name}", Amount(_label))
    setattr(PayslipsForm, f"m{_at}_absence", Choice(_l("Pay lowered by"), Absence, ABSENCES, empty=_l("Nothing")))


def months(facts: Facts) -> list[date]:
    """The first days of the whole months before the termination, newest first, from the first whole one of the
    employment."""
    if facts.left_on is None:
        return []
    since, back = facts.hired_on, months_before(end_of(facts.left_on))
    return [one for one in back if since is None or one >= since.replace(day=1)]


def end_of(left_on: date) -> date:
    """The first day after the last whole month of an employment that ends on that day."""
    return (left_on + timedelta(days=1)).replace(day=1)


def months_before(end: date) -> list[date]:
    """The first days of the months that are asked for, newest first; `end` is the first day after the newest."""
    return [add_months(end, -one) for one in range(1, MOST + 1)]


def initial_of(facts: Facts, asked: list[date]) -> dict[str, Any]:
    """The payslips and the overtime of these months as the form shows them."""
    held, hours = {one.first: one for one in facts.payslips}, {one.first: one for one in facts.extras}
    shown: dict[str, Any] = {}
    for at, first in enumerate(asked):
        if one := held.get(first):
            values = {name: getattr(one, name) for name in AMOUNTS}
            values |= {name: values[name] or None for name in ("bonus", "commission")}  # nothing was written of it
            shown |= {f"m{at}_{name}": value for name, value in values.items()}
            shown[f"m{at}_absence"] = Absence(one.absence) if one.absence else None
        if extra := hours.get(first):
            shown |= {f"m{at}_{name}": getattr(extra, name) or None for name in HOURS}
    return shown


def labelled(facts: Facts) -> PayslipsForm:
    """What was sent, each field called by its month too: for whoever reads it without the page."""
    form = PayslipsForm()
    called_by_month(form, months(facts))
    return form


def called_by_month(form: PayslipsForm, asked: list[date]) -> None:
    """Each field of the form is called by its month too."""
    for row in form.rows(asked):
        for one in row.fields:
            one.label.text = f"{month(row.first, language())} · {one.label.text}"


def slips_of(form: PayslipsForm, facts: Facts, asked: list[date]) -> tuple[Slip, ...]:
    """What was typed, oldest first; a payslip of a month that is not asked for any more stays as it is."""
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


def extras_of(form: PayslipsForm, facts: Facts, asked: list[date]) -> tuple[ExtraHours, ...]:
    """The overtime that was typed, oldest first; that of a month that is not asked for any more stays as it is."""
    found = [one for one in facts.extras if one.first not in asked]
    for row in form.rows(asked):
        hours = [row.day.data, row.night.data, row.rest_day.data, row.rest_night.data]
        if any(hours):
            found.append(ExtraHours(row.first, *(one or Decimal(0) for one in hours)))
    return tuple(sorted(found, key=lambda one: one.first))
