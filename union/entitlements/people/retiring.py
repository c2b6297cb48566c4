"""Whether somebody put into retirement has the age and the pension for it."""

from __future__ import annotations

from union.entitlements.records.facts import Facts
from union.law.terms.retirement import Pension, retired

NAMES = ("born_on", "pension", "cnss_days")
"""The facts that a retirement alone asks for."""


def insured(facts: Facts) -> Pension:
    """What is known of the right to a pension."""
    return Pension(facts.pension, facts.cnss_days)


def pensioned(facts: Facts) -> bool:
    """True from sixty with a right to a pension: sooner it is a dismissal (arts 60, 526). Nothing known: False."""
    if facts.born_on is None or facts.left_on is None:
        return False
    return retired(facts.born_on, facts.left_on, insured(facts))
