"""What payslips and leave show beside a departure, as a snapshot keeps it: codes and figures without words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from union.entitlements.records.facts import Facts
from union.entitlements.sums.snapshot import read_values, values
from union.law.dossier_answer import Claim, Dossier
from union.law.figures import Figure, Unit, methods
from union.law.pay import arrears, holidays_worked, leave_earned, overtime, seniority_bonus
from union.law.pay import history as pay_history

EARLIER = methods("""
leave_seniority_this_year ; ct 232, ct 234 ; UNVERIFIED ; days
the seniority days counted whole for the year under way
{more} (≤ {room})

leave_seniority_pro_rata ; ct 232, ct 234 ; UNVERIFIED ; days
the seniority days in proportion to the months started
{more} × {months} / 12
""")
"""Readings that calculations of before December 2026 were kept with; no new one is made."""
METHODS = {
    **EARLIER,
    **pay_history.METHODS,
    **leave_earned.METHODS,
    **arrears.METHODS,
    **seniority_bonus.METHODS,
    **overtime.METHODS,
    **holidays_worked.METHODS,
}
CLAIMS = ("smig_arrears", "wage_arrears", "seniority_bonus", "overtime", "holidays")
HOLIDAYS = frozenset(holidays_worked.METHODS)  # each claim of them is of a day, every other of a month
SMIG_PART = "smig_part"  # kept beside the figures of a month under the pay agreed
FIGURES = ("mean", "leave")


@dataclass(frozen=True)
class FigureWithClaim:
    """One figure of the law beside a departure; `legal_on` is the last day to claim it, where it is a claim."""

    figure: Figure
    legal_on: date | None = None
    smig_part: Decimal | None = None  # of pay agreed and not paid: what lacks of the minimum wage (art 361)

    @property
    def claim(self) -> bool:
        return self.legal_on is not None

    def standing(self, on: date) -> arrears.Limitation:
        """Where its two years stand on a day."""
        assert self.legal_on is not None
        left = (self.legal_on - on).days
        limits = arrears.Limitation
        return limits.PAST if left < 0 else limits.SOON if left <= arrears.SOON else limits.RUNNING


def kept(found: Dossier | None, facts: Facts, counted: Iterable[Figure]) -> list[list[Any]]:
    """Plain values: method, values, value, day, last day to claim; money and figures as text.

    `counted` are figures that feed nothing: what the law counts beside what a list says.
    """
    figures = [FigureWithClaim(one) for key in FIGURES for one in found.figures[key]] if found else []
    figures += map(FigureWithClaim, counted)
    claims = (
        [FigureWithClaim(one.figure, one.legal_on, one.smig_part) for one in _claims(found, facts)] if found else []
    )
    return [
        [
            one.figure.code,
            values(_with_part(one)),
            str(one.figure.value),
            one.figure.on.isoformat(),
            _iso(one.legal_on),
        ]
        for one in (*figures, *claims)
    ]


def _with_part(one: FigureWithClaim) -> dict[str, Any]:
    return {**one.figure.values} | ({} if one.smig_part is None else {SMIG_PART: one.smig_part})


def _iso(on: date | None) -> str:
    return on.isoformat() if on else ""


def _claims(found: Dossier, facts: Facts) -> list[Claim]:
    """The months that are owed something; no seniority bonus is claimed of a payslip on which nobody looked for it."""
    looked = {one.first for one in facts.payslips if one.seniority is not None}
    claims = [one for key in CLAIMS for one in found.claims[key]]
    return [
        one for one in claims if one.figure.code != "seniority_bonus_missing" or one.figure.on.replace(day=1) in looked
    ]


def claimable(found: Dossier, facts: Facts) -> Decimal | None:
    """Dirhams of the claims whose two years run on the day of the claim; None where there is none."""
    alive = [one for one in _claims(found, facts) if one.limitation is not arrears.Limitation.PAST]
    sums = [one.figure.value for one in alive if one.figure.unit is Unit.DIRHAMS]
    return sum(sums, Decimal("0.00")) if sums else None


def reopened(stored: list[list[Any]]) -> list[FigureWithClaim]:
    """The figures of a snapshot, in the law's own terms."""
    return [_reopened(*one) for one in stored]


def _reopened(key: str, told: dict[str, list[str]], value: str, on: str, legal: str) -> FigureWithClaim:
    given = read_values(told)
    part = given.pop(SMIG_PART, None)
    figure = Figure(METHODS[key], given, Decimal(value), date.fromisoformat(on))
    return FigureWithClaim(figure, date.fromisoformat(legal) if legal else None, part)
