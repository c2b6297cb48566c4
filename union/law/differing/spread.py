"""How far the readings lie apart: what the employer may answer, what may be asked, and what a judge may add."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from union.law.differing.switches import Bonuses, Switches, Wage, Years, under
from union.law.ending.alternatives import UNPROVED
from union.law.entitlement import Entitlement, entitlement
from union.law.facts import Facts, Reason
from union.law.result import Code, Line

COMPARED_IN_ORDER = (Code.SEVERANCE, Code.NOTICE, Code.LEAVE, Code.REMAINING_TERM)
EMPLOYERS = Switches(Years.PRO_RATA, Wage.NET, Bonuses.OUT)
"""Every switch as the employer would set it."""
_OPEN = frozenset({"thirty_day_months", "seniority_notified"})  # may help either side
_LOWER = _OPEN | {"thirty", "on_told", "seniority_none"}
_HIGHER = _OPEN | {"on_gross", "on_smig", "absences_counted", "seniority_whole"}
_ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Span:
    """One head between its two ends; None where it is not counted at that end. None of the two is certain."""

    code: Code
    low: Line | None
    high: Line | None


@dataclass(frozen=True, slots=True)
class Spread:
    """The heads that an offer is compared with, each with both ends; sums in dirhams.

    `low` is the employer's likely figure, every open reading taken their way; `high` the same taken the employee's
    way; `judge` adds the highest damages, which only a judge can grant.
    """

    spans: tuple[Span, ...]
    low: Decimal
    high: Decimal
    judge: Decimal


def spread(facts: Facts, bonus: Decimal | None = None, employers: Reason | None = None) -> Spread:
    """Both ends of the readings; `employers` is the reason that the employer gives where it is another one.

    Raises `BadFacts`.
    """
    text = entitlement(facts)
    told = replace(facts, reason=employers) if employers else facts
    low = {line.code: line for line in _ends(under(told, EMPLOYERS, bonus), _LOWER, lowest=True)}
    high = {line.code: line for line in _ends(text, _HIGHER, lowest=False)}
    whole = (line for line in text.alternatives if line.alternative == "seniority_whole")
    high = {line.code: line for line in whole} | high  # days may be asked where none is counted
    high |= {line.code: line for line in _unproved(text)}
    high = _open_ended(text, high)
    spans = tuple(
        Span(code, low.get(code), high.get(code)) for code in COMPARED_IN_ORDER if code in low or code in high
    )
    asked = _total(one.high for one in spans)
    damages = [line.amount for line in (*text.lines, *text.alternatives) if line.code is Code.DAMAGES]
    return Spread(spans, _total(one.low for one in spans), asked, asked + max(damages, default=_ZERO))


def _ends(answer: Entitlement, readings: frozenset[str], *, lowest: bool) -> list[Line]:
    """For each head the lowest or highest of its line and of those readings."""
    found = []
    for line in answer.lines:
        if line.code in COMPARED_IN_ORDER:
            others = [one for one in answer.alternatives if one.code is line.code and one.alternative in readings]
            ordered = sorted([line, *others], key=lambda one: one.amount)
            found.append(ordered[0] if lowest else ordered[-1])
    return found


def _unproved(text: Entitlement) -> list[Line]:
    """What may be asked where a force majeure is not proved."""
    unproved = [line for line in text.alternatives if UNPROVED in line.alternative.split("+")]
    return [line for line in unproved if line.code in COMPARED_IN_ORDER]


def _open_ended(text: Entitlement, high: dict[Code, Line]) -> dict[Code, Line]:
    """Severance and notice of a contract held open-ended, in place of the wages to a term, where they come to more."""
    requalified = {
        line.code: line
        for line in text.alternatives
        if line.alternative in ("requalified", "requalified+floored") and line.code in COMPARED_IN_ORDER
    }
    term = high.get(Code.REMAINING_TERM)
    if sum((line.amount for line in requalified.values()), _ZERO) <= (term.amount if term else _ZERO):
        return high
    return {code: line for code, line in high.items() if code is not Code.REMAINING_TERM} | requalified


def _total(lines: Iterable[Line | None]) -> Decimal:
    return sum((line.amount for line in lines if line), _ZERO)
