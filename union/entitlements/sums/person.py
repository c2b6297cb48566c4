"""What the law owes one person of the list, as a dated snapshot; facts that no sum can be made of are named instead."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from decimal import Decimal

from union.entitlements.people.retiring import pensioned
from union.entitlements.records.contents import Basis, Situation, Snapshot
from union.entitlements.records.facts import Facts, Trouble
from union.entitlements.sums import snapshot_extras
from union.entitlements.sums.grounds import CONTRACTS, Ground, ground
from union.entitlements.sums.law_facts import FIELDS, beside, departure, leave_by_law
from union.entitlements.sums.snapshot import kept
from union.entitlements.sums.snapshot_extras import claimable
from union.law import facts as law
from union.law.differing.spread import spread
from union.law.differing.switches import under
from union.law.dossier import dossier
from union.law.dossier_answer import incomplete
from union.law.entitlement import Entitlement
from union.law.mistyped import mistyped
from union.law.result import Assumption, Code, Line
from union.law.settling.settlement import shortfall
from union.law.sources.source import Status
from union.members.models import Contract
from union.web.locale import CASABLANCA

NEEDED = ("hired_on", "left_on")
WITHOUT_A_TERM = frozenset(
    {Situation.CDD_SERIES, Situation.EMPLOYED, Situation.RESIGNED, Situation.DIED, Situation.FORCE_MAJEURE}
)
SUPPOSED_LINES = frozenset({Code.SEVERANCE, Code.NOTICE, Code.REMAINING_TERM, Code.DAMAGES})


def computed(basis: Basis, facts: Facts, at: datetime) -> tuple[Facts, Snapshot]:
    """The facts with what the law refuses of them, and the calculation; one without figures where there is none."""
    facts = dataclasses.replace(facts, trouble=tuple(one for one in facts.trouble if one.from_list))
    nothing = Snapshot(at, kind=basis.kind)
    if facts.blocked:
        return facts, nothing
    counted = until(basis, facts, at.astimezone(CASABLANCA).date())
    missing = _missing(basis, counted)
    if missing is None:
        try:
            return facts, _snapshot(basis, counted, at)
        except law.BadFacts as bad:
            field = bad.field.partition(".")[0].partition("[")[0]
            missing = Trouble("impossible", FIELDS.get(field, field), from_list=False)
    return dataclasses.replace(facts, trouble=(*facts.trouble, missing)), nothing


def until(basis: Basis, facts: Facts, on: date) -> Facts:
    """The facts as they are counted on a day: of a contract that goes on everything is counted until that day."""
    return dataclasses.replace(facts, left_on=on) if basis.kind is Situation.EMPLOYED else facts


def _missing(basis: Basis, facts: Facts) -> Trouble | None:
    """What the employer did not say, or what no rule is known for; in the order in which a person would ask."""
    for name in NEEDED:
        if getattr(facts, name) is None:
            return Trouble("missing", name, from_list=False)
    if facts.monthly_gross is None and facts.monthly_net is None:
        return Trouble("missing", "monthly_gross", from_list=False)
    if facts.contract not in CONTRACTS:
        return Trouble("not_covered", "contract", from_list=False)
    hired_on, left_on = facts.hired_on, facts.left_on
    wrong = mistyped(hired_on, left_on, facts.leave_days_due)  # type: ignore[arg-type]  # as asked above
    if wrong is not None:
        return Trouble("impossible", wrong, from_list=False)
    retiring = basis.kind is Situation.RETIRED
    if retiring and facts.born_on is None:
        return Trouble("missing", "born_on", from_list=False)
    if retiring and facts.pension is None and facts.cnss_days is None:
        return Trouble("missing", "pension", from_list=False)
    # The last day is then the term itself, or no wages to a term are owed.
    ended = basis.kind in WITHOUT_A_TERM or (retiring and pensioned(facts))
    if facts.contract is Contract.CDD and facts.term_on is None and not ended:
        return Trouble("missing", "term_on", from_list=False)
    return None


def _snapshot(basis: Basis, facts: Facts, at: datetime) -> Snapshot:
    stands, switches = ground(basis, facts), facts.switches.over(basis.switches)
    told, found = departure(stands, basis, facts), None
    known = beside(basis, facts)
    if known is not None:
        found = dossier(told, known)
        told = found.owed.facts  # with the mean and the leave that were counted
    plain = under(told, switches, facts.monthly_bonus)
    owed = _marked(plain, stands, () if found is None else incomplete(plain, found.not_told))
    ends = spread(told, facts.monthly_bonus, stands.employers)
    damages, wages = owed.line(Code.DAMAGES), owed.line(Code.WAGES_DUE)
    allowance = next((line.amount for line in owed.alternatives if line.code is Code.IPE), None)
    return Snapshot(
        at=at,
        entitlement=kept(owed, ends, facts.monthly_bonus),
        minimum=owed.minimum,
        shortfall=shortfall(owed, facts.offered or Decimal("0.00")),
        damages=damages.amount if damages else None,
        wages=wages.amount if wages else None,
        claimable=None if found is None else claimable(found, facts),
        beside=snapshot_extras.kept(found, facts, leave_by_law(facts)),
        allowance=allowance,
        kind=basis.kind,
        switches=switches,
        low=ends.low,
        high=ends.high,
        judge=ends.judge,
    )


def _marked(owed: Entitlement, stands: Ground, lacking: tuple[Assumption, ...]) -> Entitlement:
    """The entitlement with what its ground and its payslips assume; lines that must be proved first say so."""
    assumptions = (*(Assumption(code) for code in stands.said), *lacking, *owed.assumptions)
    if not stands.reading:
        return dataclasses.replace(owed, assumptions=assumptions)
    return dataclasses.replace(
        owed,
        lines=tuple(_supposed(line, stands.reading) for line in owed.lines),
        alternatives=tuple(_resigned(line) for line in owed.alternatives),
        assumptions=assumptions,
    )


def _supposed(line: Line, reading: str) -> Line:
    if line.code not in SUPPOSED_LINES:
        return line
    told = "+".join(filter(None, (reading, line.alternative)))
    return dataclasses.replace(line, status=Status.UNVERIFIED, case="", alternative=told)


def _resigned(line: Line) -> Line:
    """A resignation forfeits the allowance: the fund asks for an involuntary loss."""
    return dataclasses.replace(line, alternative="ipe_resigned") if line.code is Code.IPE else line
