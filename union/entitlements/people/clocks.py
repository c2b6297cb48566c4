"""Which dates run out for one person, each from the day that starts it; nothing is ever called lost."""

from __future__ import annotations

from decimal import Decimal

from union.entitlements.people.retiring import insured, pensioned
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts
from union.law.dates.deadlines import Deadline, Rule, deadline, ninety_days
from union.law.settling.settlement import Flag, receipt_flags
from union.members.models import Contract

NO_FAULT = frozenset({Situation.COLLECTIVE, Situation.CLOSURE, Situation.RETIRED, Situation.FORCE_MAJEURE})
"""Kinds that allege no fault: article 65, of the disciplinary dismissal, is kept by prudence."""
RESIGNING = frozenset({Situation.RESIGNATIONS, Situation.RESIGNED})
"""What is signed there is a resignation: no receipt."""
EARLY = ("signed_early",)  # what the list itself can show of a paper; its other faults are seen on the paper


def clocks(facts: Facts, kind: Situation | None = None, *, alone: bool = False) -> list[Deadline]:
    """The periods of one person, the soonest safe date first; `kind` says how the job ended, `alone` that the person
    stands on no list of a dispute.

    60 days from the signature (art 75), counted even where the paper is no receipt; 90 days (art 65) from the
    letter, else from the last day; 60 days from the last day for the job-loss allowance; from the last day too the two
    years of what it left unpaid (art 395) and the employer's eight days for the certificate (art 72), which nobody owes
    while a transfer keeps the contracts. What is signed in a dispute over resignations is one: no receipt, and the 90
    days are counted from it, to be safe. Of somebody alone nobody knows which of the two it was, and both run. Who
    resigned freely contests nothing, and lost no job against their will; what they signed on leaving is a receipt as
    any other's. Who retires with a whole pension contests nothing and is paid no allowance; where it is reduced, or a
    force majeure is said, the periods of a dismissal run by prudence. Of somebody who died two years run for the heirs.
    While a contract goes on, nothing of an ending runs.
    """
    if kind is Situation.EMPLOYED:
        return []
    found, resigned = [], kind is Situation.RESIGNATIONS
    pension = kind is Situation.RETIRED and pensioned(facts)
    whole = pension and not insured(facts).reduced
    uncontested = whole or kind in (Situation.RESIGNED, Situation.DIED)
    no_allowance = pension or _fixed(facts, kind) or kind in (Situation.RESIGNED, Situation.DIED)
    if facts.signed_on and (alone or not resigned):
        found.append(deadline(Rule.RECEIPT_DENUNCIATION, facts.signed_on))
    if facts.exit_on:
        days = (facts.exit_on, facts.notified_on, facts.signed_on if resigned else None)
        if not uncontested:
            found.append(ninety_days(min(one for one in days if one), prudent=kind in NO_FAULT))
        if not no_allowance:
            found.append(deadline(Rule.IPE_CLAIM, facts.exit_on))
        if kind not in (Situation.TRANSFER, Situation.DIED):
            found.append(deadline(Rule.WORK_CERTIFICATE, facts.exit_on))
        found.append(deadline(Rule.WAGE_CLAIMS, facts.exit_on))
    return sorted(found, key=lambda one: (one.safe_on, one.legal_on))


def _fixed(facts: Facts, kind: Situation | None) -> bool:
    """Whether the contract is counted as fixed-term, for which the fund pays no allowance."""
    presumed = kind is Situation.CDD_SERIES and facts.contract is Contract.UNKNOWN
    return facts.contract is Contract.CDD or presumed


def ours(one: Deadline) -> bool:
    """Whether it is for us to act; what binds the employer runs on a clock of its own."""
    return one.bound == "us"


def paper_flags(facts: Facts, kind: Situation | None = None) -> list[Flag]:
    """What the dates alone show of a signed paper (arts 41, 73); a resignation is signed before the end by its
    nature."""
    if facts.signed_on is None or facts.left_on is None or kind in RESIGNING:
        return []
    return [flag for flag in receipt_flags(facts.signed_on, facts.left_on) if flag.code in EARLY]


def signs_a_mandate_away(facts: Facts) -> bool:
    """Whether somebody who is protected on leaving signed, or was offered money to go."""
    return facts.mandate != "none" and (
        facts.signed_on is not None or bool(facts.offered and facts.offered > Decimal(0))
    )
