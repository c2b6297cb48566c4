"""How far the readings lie apart, which switches stand, and what a change would move: in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from union.cases.head_words import HEADS
from union.entitlements.records.facts import OwnSwitches
from union.entitlements.sums.snapshot import Calculation, End
from union.entitlements.words import (
    BONUSES,
    TERMS,
    WAGES,
    YEARS,
)
from union.languages.saying import in_language
from union.law.differing.switches import Switches, Term
from union.law.result import Code
from union.law.sentences import wording
from union.web.locale import language

ZERO = Decimal("0.00")
ORDER = (Code.SEVERANCE, Code.NOTICE, Code.LEAVE, Code.REMAINING_TERM, Code.DAMAGES, Code.WAGES_DUE, Code.IPE)


@dataclass(frozen=True)
class ShownEnds:
    """One head between what the employer may answer and what may be asked, each with its readings."""

    what: Any
    low: Decimal | None
    low_reading: str
    stands: Decimal | None
    high: Decimal | None
    high_reading: str


@dataclass(frozen=True)
class Moved:
    """One head before and after a change; None where it is not counted."""

    what: Any
    before: Decimal | None
    after: Decimal | None

    @property
    def by(self) -> Decimal:
        """Dirhams that it gains or loses."""
        return (self.after or ZERO) - (self.before or ZERO)


def switches(chosen: Switches | OwnSwitches) -> list[Any]:
    """The switches that stand, in words; of one's own only those that differ from the dispute."""
    silent = (
        Term.AS_WRITTEN if isinstance(chosen, Switches) else None
    )  # of a group it is the rule, and not worth a word
    words = (
        YEARS[chosen.years] if chosen.years else None,
        WAGES[chosen.wage] if chosen.wage else None,
        BONUSES[chosen.bonuses] if chosen.bonuses else None,
        TERMS[chosen.term] if chosen.term and chosen.term != silent else None,
    )
    return [one for one in words if one is not None]


def ends(calculation: Calculation | None) -> list[ShownEnds]:
    """Each head that an offer is compared with, from the employer's likely figure to the highest that may be asked."""
    if calculation is None:
        return []
    return [
        ShownEnds(
            HEADS[one.code],
            _amount(one.low),
            _said(one.low),
            _stands(calculation, one.code),
            _amount(one.high),
            _said(one.high),
        )
        for one in calculation.ends
    ]


def _stands(calculation: Calculation, code: Code) -> Decimal | None:
    line = calculation.line(code)
    return line.amount if line else None


def _amount(end: End | None) -> Decimal | None:
    return None if end is None else end.amount


def _said(end: End | None) -> str:
    return in_language(wording.reading(end.reading), language()) if end and end.reading else ""


def moved(before: Calculation | None, after: Calculation | None) -> list[Moved]:
    """Every head that stands in one of two calculations, what moved and what did not."""
    both = [_by_code(one) for one in (before, after)]
    found = [Moved(HEADS[code], both[0].get(code), both[1].get(code)) for code in ORDER]
    return [one for one in found if one.before is not None or one.after is not None]


def _by_code(calculation: Calculation | None) -> dict[Code, Decimal]:
    if calculation is None:
        return {}
    allowance = {line.code: line.amount for line in calculation.alternatives if line.code is Code.IPE}
    return {line.code: line.amount for line in calculation.lines} | allowance
