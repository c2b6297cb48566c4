"""What facts cannot be, whoever writes them: refused where a person corrects them."""

from __future__ import annotations

from datetime import date

from flask_babel import lazy_gettext as _l

from union.entitlements.people.retiring import insured
from union.entitlements.records.contents import Snapshot
from union.entitlements.records.facts import Facts
from union.law.dates.calendar import NONE_ANNOUNCED, holiday
from union.law.dossier_facts import HOURS_IN_A_MONTH
from union.law.facts import MOST_HOURS
from union.law.terms.seniority import add_months
from union.members.models import Contract
from union.refusal import Refused

MOST_ABSENT = 22_000  # days: sixty years, as many as nobody works


def must_be_possible(facts: Facts, on: date) -> None:
    """A list may hold this by mistake; a correction that did would take the person out of the sums. Raises
    `Refused`."""
    for field, day in (("left_on", facts.left_on), ("term_on", facts.term_on)):
        if day is not None and facts.hired_on is not None and day < facts.hired_on:
            raise Refused(field, _l("This day is before the day of hiring: correct one of them."))
    if facts.born_on is not None and facts.hired_on is not None and facts.born_on >= facts.hired_on:
        raise Refused("born_on", _l("This day is not before the day of hiring: correct one of them."))
    if facts.left_on is not None and insured(facts).contradicts(facts.left_on):
        raise Refused("pension", _l("The days say the contrary of this answer: correct one of them."))
    if facts.signed_on is not None and facts.signed_on > on:
        raise Refused("signed_on", _l("This day is to come: check it on the paper."))
    if facts.monthly_gross is not None and facts.monthly_net is not None and facts.monthly_net > facts.monthly_gross:
        raise Refused("monthly_net", _l("The net pay is higher than the gross pay: check both sums."))
    pay = facts.monthly_gross if facts.monthly_gross is not None else facts.monthly_net
    if facts.monthly_bonus is not None and pay is not None and facts.monthly_bonus >= pay:
        raise Refused(
            "monthly_bonus", _l("Bonuses are a part of the pay: this is as much as the whole of it, or more.")
        )
    if facts.cdd_since is not None and facts.hired_on is not None and facts.cdd_since > facts.hired_on:
        raise Refused(
            "cdd_since", _l("This day is after the day of hiring: write the first day of the first contract.")
        )

    served = (facts.left_on - facts.hired_on).days if facts.left_on and facts.hired_on else None
    if facts.unjustified_days and served is not None and facts.unjustified_days > served:
        raise Refused(
            "unjustified_days", _l("These are more days than passed since hiring: check the number and both dates.")
        )
    _contract(facts)
    _away(facts)
    _worked(facts, on)
    if facts.monthly_hours is not None and not 0 < facts.monthly_hours <= MOST_HOURS:
        raise Refused("monthly_hours", _l("Write the hours of one month, as the contract has them: 191 is full time."))


def _contract(facts: Facts) -> None:
    """What one kind of contract has and the other has not."""
    if facts.contract is Contract.CDI and facts.term_on is not None:
        raise Refused(
            "term_on", _l("An open-ended contract has no end written in it: correct the contract, or empty this day.")
        )
    for name in ("agreed_notice_months", "agreed_severance", "away_cause"):
        if facts.contract is Contract.CDD and getattr(facts, name) not in (None, ""):
            raise Refused(name, _l("A fixed-term contract owes neither notice nor severance: empty this."))


def _away(facts: Facts) -> None:
    """A suspension of the notice has its cause and its two days, in a notice that somebody notified (art 45)."""
    told = {"away_cause": facts.away_cause, "away_from": facts.away_from, "away_until": facts.away_until}
    lacking = [name for name, value in told.items() if not value]
    if lacking and len(lacking) < len(told):
        raise Refused(lacking[0], _l("A suspension needs its cause, its first day and its last day: complete it."))
    if facts.away_from and facts.away_until and facts.away_until < facts.away_from:
        raise Refused("away_until", _l("The last day is before the first: correct one of them."))
    if not lacking and facts.notified_on is None:
        raise Refused("notified_on", _l("The notice runs from the letter: write the day on which it came."))


def _worked(facts: Facts, on: date) -> None:
    """Holidays and hours lie in the employment, on days that were and that the law pays."""
    first, last = facts.hired_on or date.min, min(facts.left_on or on, on)
    for field, days in (("holidays", facts.holidays), ("feasts", facts.feasts)):
        for day in days:
            if not first <= day <= last:
                raise Refused(field, _l("%(day)s is outside the employment: check it.", day=_said(day)))
    for day in facts.holidays:
        if holiday(day, NONE_ANNOUNCED) is None:
            raise Refused(
                "holidays",
                _l(
                    "%(day)s is no paid holiday of the decree: check it; a religious feast is written in the field "
                    "below, on the day that was announced.",
                    day=_said(day),
                ),
            )
    for month in facts.extras:
        if month.first > last or add_months(month.first, 1) <= first:
            raise Refused("extras", _l("Overtime is written of a month outside the employment: check the dates."))
        if month.day + month.night + month.rest_day + month.rest_night > HOURS_IN_A_MONTH:
            raise Refused("extras", _l("A month has no more than 744 hours: check the overtime."))


def _said(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def must_be_countable(facts: Facts, snapshot: Snapshot) -> tuple[Facts, Snapshot]:
    """A corrected person as computed; what the law itself refuses is said at its field. Raises `Refused`."""
    for one in facts.trouble:
        if one.code == "impossible":
            raise Refused(one.column, _l("This cannot be right: no sum can be made of it. Check it on the paper."))
    return facts, snapshot
