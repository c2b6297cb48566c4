"""What the law is told of one person: the facts of the departure, and beside them the payslips and the leave taken."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from union.entitlements.records.contents import Basis
from union.entitlements.records.facts import ExtraHours, Facts, Slip
from union.entitlements.sums.grounds import Ground
from union.law import facts as law
from union.law.dossier_facts import Beside, Extra, Holiday, Payslip, Taken
from union.law.figures import Figure
from union.law.pay.history import Absence, Element, Month, complete, whole
from union.law.pay.holidays_worked import Kind
from union.law.pay.leave_earned import earned
from union.law.pay.overtime import Hours
from union.law.terms.suspension import Cause, Suspension
from union.members.models import Category

CATEGORIES = {Category.EMPLOYEE: law.Category.EMPLOYEE, Category.EXECUTIVE: law.Category.EXECUTIVE}
FIELDS = {"notice_suspended": "away_from", "leave": "leave_taken"}
"""Where a page asks for what the law calls otherwise; a place inside a list of the law's counts as its list."""


def departure(ground: Ground, basis: Basis, facts: Facts) -> law.Facts:
    """The law's facts of one departure. Raises `BadFacts` for what is impossible."""
    assert facts.hired_on is not None
    assert facts.left_on is not None
    fixed = ground.contract is law.Contract.CDD
    plain = law.Facts(
        # Seniority is claimed from the first of contracts that follow one another (arts 16, 17).
        hired_on=facts.cdd_since or facts.hired_on if fixed else facts.hired_on,
        left_on=facts.left_on,
        notified_on=facts.notified_on,
        term_on=facts.term_on if fixed else None,  # where the contract is presumed open-ended, an end says nothing
        category=CATEGORIES[facts.category],
        contract=ground.contract,
        reason=ground.reason,
        mandate=law.Mandate(facts.mandate),
        monthly_gross=facts.monthly_gross,
        monthly_net=facts.monthly_net,
        mean_gross=None if from_payslips(facts) else facts.mean_gross,
        leave_days_due=facts.leave_days_due,
        unpaid_days=facts.unpaid_days,
        unjustified_days=facts.unjustified_days,
        on_trial=facts.on_trial,
        monthly_hours=facts.monthly_hours,
        own_notice=law.OwnNotice(facts.own_notice) if facts.own_notice else None,
        born_on=facts.born_on,
        pension=facts.pension,
        cnss_days=facts.cnss_days,
    )
    return plain if fixed else _better(basis, facts, plain)  # a fixed term has no notice and no severance to better


def _better(basis: Basis, facts: Facts, plain: law.Facts) -> law.Facts:
    """With what is better than the law's minimum by contract or agreement; one's own goes before the dispute's."""
    own = facts.agreed_notice_months
    executive = facts.category is Category.EXECUTIVE
    group = basis.agreed.notice_executive if executive else basis.agreed.notice_employee
    return replace(
        plain,
        agreed_notice_months=group if own is None else own,
        agreed_severance=facts.agreed_severance,
        notice_suspended=_suspended(facts),
    )


def _suspended(facts: Facts) -> tuple[Suspension, ...] | None:
    if not facts.away_cause or facts.away_from is None or facts.away_until is None:
        return None
    return (Suspension(Cause(facts.away_cause), facts.away_from, facts.away_until),)


def from_payslips(facts: Facts) -> bool:
    """Whether the mean of the last 52 weeks comes from payslips: once they are whole they go before what a list
    says."""
    assert facts.left_on is not None
    assert facts.hired_on is not None
    return complete(map(_month, facts.payslips), facts.hired_on, facts.left_on)


def beside(basis: Basis, facts: Facts) -> Beside | None:
    """Payslips, overtime, holidays worked and leave taken; None where none is known. Days of leave that are told are
    not counted again."""
    taken = facts.leave_taken if facts.leave_days_due is None else None
    if not (facts.payslips or facts.extras or facts.holidays or facts.feasts) and taken is None:
        return None
    hours = facts.monthly_hours
    return Beside(
        payslips=tuple(
            Payslip(_month(one), hours if _whole(facts, one) else None, None, None, one.agreed)
            for one in facts.payslips
        ),
        extras=tuple(_extra(one) for one in facts.extras),
        holidays=tuple(Holiday(on, Kind.CONTINUOUS, None) for on in sorted({*facts.holidays, *facts.feasts})),
        announced=frozenset(facts.feasts),
        leave=None if taken is None else Taken(taken, _years_before(facts), minor=False),
        claimed_on=basis.agreed.claimed_on,
    )


def _extra(one: ExtraHours) -> Extra:
    return Extra(one.first, Hours(day=one.day, night=one.night, rest_day=one.rest_day, rest_night=one.rest_night), None)


def _whole(facts: Facts, one: Slip) -> bool:
    """Whether the person was employed for all of that month: the hours of a month are those of a whole one."""
    assert facts.hired_on is not None
    assert facts.left_on is not None
    return whole(one.first, facts.hired_on, facts.left_on)


def leave_by_law(facts: Facts) -> tuple[Figure, ...]:
    """The days that the law counts from the leave taken, beside days that the employer's list gives."""
    assert facts.hired_on is not None
    assert facts.left_on is not None
    if facts.leave_taken is None or facts.leave_days_due is None:
        return ()
    found = earned(facts.hired_on, facts.left_on, taken=facts.leave_taken, before=_years_before(facts))
    return (*found.lines, *found.readings)


def _years_before(facts: Facts) -> tuple[Decimal, ...]:
    """Days taken of the years before, the last first; a year of which nothing is told ends them, as used up."""
    if facts.leave_taken_before is None:
        return ()
    earlier = facts.leave_taken_earlier
    return (facts.leave_taken_before,) if earlier is None else (facts.leave_taken_before, earlier)


def _month(one: Slip) -> Month:
    elements = [(Element.BASE, one.base)]
    amounts = (
        (Element.PERFORMANCE, one.bonus),
        (Element.COMMISSION, one.commission),
        (Element.SENIORITY, one.seniority),
    )
    elements += [(kind, amount) for kind, amount in amounts if amount]
    return Month(one.first, tuple(elements), Absence(one.absence) if one.absence else None)
