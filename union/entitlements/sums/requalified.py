"""Which fixed-term contracts of a list are open-ended in disguise, as far as its facts tell (arts 16, 17)."""

from __future__ import annotations

from datetime import timedelta

from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts
from union.law.checking.findings import Finding
from union.law.ending.requalification import Chain, Fixed, Motive, requalification
from union.members.models import Contract


def fixed_term(facts: Facts, kind: Situation | None = None) -> bool:
    """Whether the contract is counted as fixed-term: it says so, or says nothing in a dispute over such contracts."""
    return facts.contract is Contract.CDD or (kind is Situation.CDD_SERIES and facts.contract is Contract.UNKNOWN)


def chain(facts: Facts) -> Chain | None:
    """The contracts that the facts tell of; the earlier ones are one whose case nobody knows. None: dates are
    missing."""
    start, term = facts.hired_on, facts.term_on or facts.left_on
    if start is None or term is None or term < start:
        return None
    last = Fixed(start, term, Motive(facts.cdd_motive) if facts.cdd_motive else None)
    earlier: tuple[Fixed, ...] = ()
    if facts.cdd_since is not None and facts.cdd_since < start:
        earlier = (Fixed(facts.cdd_since, start - timedelta(days=1)),)
    return Chain((*earlier, last), facts.left_on if facts.term_on else None)


def grounds(facts: Facts, kind: Situation | None = None) -> list[Finding]:
    """What speaks for an open-ended contract; empty where nothing does, or where the contract is none of these."""
    if not fixed_term(facts, kind):
        return []
    found = chain(facts)
    return [] if found is None else [one for one in requalification(found) if one.defect or one.warning]
