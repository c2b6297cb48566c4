"""The answer to one person's whole file: the departure, and beside it what payslips, leave and hours show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from union.law.dates.calendar import safe_on
from union.law.entitlement import Entitlement
from union.law.figures import Figure, Unit
from union.law.pay import arrears, holidays_worked
from union.law.result import Assumption, Code


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure beside the departure, when its two years end and where they stand on the day of the claim (art 395)."""

    figure: Figure
    legal_on: date
    limitation: arrears.Limitation
    smig_part: Decimal | None = None
    """Of pay that was agreed: what lacks of the minimum wage, which a criminal court can order (art 361)."""

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON."""
        ends = {"legal_on": self.legal_on.isoformat(), "safe_on": safe_on(self.legal_on).isoformat()}
        part = {} if self.smig_part is None else {"smig_part": f"{self.smig_part:.2f}"}
        return {
            "on": self.figure.on.isoformat(),
            **self.figure.as_json(),
            **part,
            **ends,
            "limitation": self.limitation,
        }


def incomplete(owed: Entitlement, months: Sequence[date]) -> tuple[Assumption, ...]:
    """What is to be read beside a severance of which payslips of these months are missing."""
    if not months or owed.line(Code.SEVERANCE) is None:
        return ()
    return (Assumption("mean_incomplete", {"missing": " ".join(one.isoformat() for one in months)}),)


@dataclass(frozen=True, slots=True)
class Dossier:
    """The departure, and the chapters beside it; `claims` are dirhams, each by its chapter.

    `years` are those that severance counts, and those without any absence taken off; `not_told` the months without
    which the payslips give no mean.
    """

    owed: Entitlement
    claimed_on: date
    claims: Mapping[str, tuple[Claim, ...]]
    figures: Mapping[str, tuple[Figure, ...]]
    not_paid: tuple[holidays_worked.NotPaid, ...]
    years: tuple[int, int] | None
    left_out: tuple[date, ...]
    not_told: tuple[date, ...]

    @property
    def claimable(self) -> Decimal:
        """Dirhams beside the departure whose two years still run; counted apart from what the departure owes."""
        claims = [one for found in self.claims.values() for one in found if one.figure.unit is Unit.DIRHAMS]
        alive = (one.figure.value for one in claims if one.limitation is not arrears.Limitation.PAST)
        return sum(alive, Decimal("0.00"))

    def as_json(self) -> dict[str, object]:
        """The departure as it is alone, with `beside` where anything was told beside it."""
        shown = self.owed.as_json()
        beside: dict[str, object] = {}
        for key, figures in self.figures.items():
            beside |= {key: [one.as_json() for one in figures]} if figures else {}
        for key, claims in self.claims.items():
            beside |= {key: [one.as_json() for one in claims]} if claims else {}
        if self.not_paid:
            beside["holidays_not_paid"] = [{"on": one.on.isoformat(), "why": one.sentence} for one in self.not_paid]
        if self.years:
            beside["effective_years"] = {
                "started": self.years[0],
                "employers_reading": self.years[0],
                "not_deducted": self.years[1],
            }
        if self.left_out:
            beside["bonus_by_commission"] = [day.isoformat() for day in self.left_out]
        if self.not_told:
            beside["mean_months_not_told"] = [day.isoformat() for day in self.not_told]
        if not beside:
            return shown
        return shown | {
            "beside": beside | {"claimed_on": self.claimed_on.isoformat(), "claimable": f"{self.claimable:.2f}"}
        }
