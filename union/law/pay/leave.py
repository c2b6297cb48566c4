"""Pay for leave not taken when the employment ends, whatever the cause (arts 249 to 254)."""

from union.law.facts import Facts
from union.law.pay.rates import MONTH_DAYS
from union.law.pay.serving import gross_first
from union.law.result import Code, Line, NotDue, centimes


def leave(facts: Facts) -> Line | NotDue:
    """Working days of leave due × month / 26; owed also on serious misconduct (art 254)."""
    days = facts.leave_days_due
    if days is None:
        return NotDue(Code.LEAVE, "leave_not_given")
    if not days:
        return NotDue(Code.LEAVE, "leave_none")
    pay, which = gross_first(facts)
    articles = ("ct 238", "ct 249", "ct 251", "ct 254")
    return Line(Code.LEAVE, centimes(days * pay / MONTH_DAYS), "leave", {"days": days, "pay": pay}, which, articles)
