"""What the law owes one person of the list, as a dated snapshot; facts that no sum can be made of are named instead."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from decimal import Decimal

from union.law import facts as law
from union.law.entitlement import Entitlement, entitlement
from union.law.result import Code
from union.law.settlement import shortfall
from union.layoffs.keeping import kept
from union.layoffs.models import Facts, LayoffKind, Snapshot, Trouble
from union.members.models import Category, Contract

REASONS = {
    LayoffKind.NEGOTIATED: law.Reason.NEGOTIATED,
    # Nobody has shown the governor's authorisation: until somebody does, the law treats it as missing (arts 67, 70).
    LayoffKind.COLLECTIVE: law.Reason.ECONOMIC_UNAUTHORISED,
    LayoffKind.CLOSURE: law.Reason.ECONOMIC_UNAUTHORISED,
    LayoffKind.SERIES: law.Reason.ABUSIVE,
}
CATEGORIES = {Category.EMPLOYEE: law.Category.EMPLOYEE, Category.EXECUTIVE: law.Category.EXECUTIVE}
CONTRACTS = {
    Contract.CDI: law.Contract.CDI,
    Contract.UNKNOWN: law.Contract.CDI,  # said beside the sum: the open-ended contract is the rule (art 16)
    Contract.CDD: law.Contract.CDD,
}
NEEDED = ("hired_on", "left_on")


def computed(kind: LayoffKind, facts: Facts, at: datetime) -> tuple[Facts, Snapshot]:
    """The facts with what the law refuses of them, and the calculation; one without figures where there is none."""
    facts = dataclasses.replace(facts, trouble=tuple(one for one in facts.trouble if one.from_list))
    if facts.blocked:
        return facts, Snapshot(at)
    missing = _missing(facts)
    if missing is None:
        try:
            return facts, _snapshot(entitlement(law_facts(kind, facts)), facts.offered, at)
        except law.BadFacts as bad:
            missing = Trouble("impossible", bad.field, from_list=False)
    return dataclasses.replace(facts, trouble=(*facts.trouble, missing)), Snapshot(at)


def _missing(facts: Facts) -> Trouble | None:
    """What the employer did not say, or what no rule is known for; in the order in which a person would ask."""
    for name in NEEDED:
        if getattr(facts, name) is None:
            return Trouble("missing", name, from_list=False)
    if facts.monthly_gross is None and facts.monthly_net is None:
        return Trouble("missing", "monthly_gross", from_list=False)
    if facts.contract not in CONTRACTS:
        return Trouble("not_covered", "contract", from_list=False)
    if facts.contract is Contract.CDD and facts.term_on is None:
        return Trouble("missing", "term_on", from_list=False)
    return None


def law_facts(kind: LayoffKind, facts: Facts) -> law.Facts:
    """The law's facts of one departure. Raises `BadFacts` for what is impossible."""
    assert facts.hired_on is not None
    assert facts.left_on is not None
    return law.Facts(
        hired_on=facts.hired_on,
        left_on=facts.left_on,
        notified_on=facts.notified_on,
        term_on=facts.term_on,
        category=CATEGORIES[facts.category],
        contract=CONTRACTS[facts.contract],
        reason=REASONS[kind],
        mandate=law.Mandate(facts.mandate),
        monthly_gross=facts.monthly_gross,
        monthly_net=facts.monthly_net,
        leave_days_due=facts.leave_days_due,
        unpaid_days=facts.unpaid_days,
    )


def _snapshot(owed: Entitlement, offered: Decimal | None, at: datetime) -> Snapshot:
    damages, wages = owed.line(Code.DAMAGES), owed.line(Code.WAGES_DUE)
    allowance = next((line.amount for line in owed.alternatives if line.code is Code.IPE), None)
    return Snapshot(
        at=at,
        entitlement=kept(owed),
        minimum=owed.minimum,
        shortfall=shortfall(owed, offered or Decimal("0.00")),
        damages=damages.amount if damages else None,
        wages=wages.amount if wages else None,
        allowance=allowance,
    )
