"""What an employee who resigned owes for a notice that was not served, and what the pay for leave may cover of it
(arts 51, 255)."""

from dataclasses import dataclass
from decimal import Decimal

from union.law.ending.notice import Length, due_length, notice_at, unserved
from union.law.facts import Contract, Facts, OwnNotice, Reason
from union.law.pay.serving import net_first
from union.law.terms.seniority import Service
from union.law.terms.trial import first_week

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class NoticeDebt:
    """Dirhams owed for the notice, and the pay for leave they may be set off against; wages are never touched."""

    owed: Decimal
    leave: Decimal

    @property
    def set_off(self) -> Decimal:
        """What the pay for leave covers."""
        return min(self.owed, self.leave)

    @property
    def left_to_sue(self) -> Decimal:
        """What only an action in court can give the employer."""
        return self.owed - self.set_off

    def as_json(self) -> dict[str, str]:
        """Plain values for JSON: dirhams as text with two decimals."""
        return {name: f"{getattr(self, name):.2f}" for name in ("owed", "set_off", "left_to_sue")}


def resigned(facts: Facts) -> bool:
    """True for an employee who ended an open-ended contract, whose notice is owed (arts 34, 43)."""
    return facts.reason is Reason.RESIGNATION and facts.contract is Contract.CDI


def known(facts: Facts) -> bool:
    """Whether somebody told if the notice was served: by saying so, or by the day on which it was given."""
    return facts.own_notice is not None or facts.notified_on is not None


def debt(facts: Facts, served: Service) -> Decimal:
    """Dirhams owed for the part not served, on the pay as told; none where it is excused or nobody told."""
    if not resigned(facts) or not known(facts) or facts.own_notice in (OwnNotice.SERVED, OwnNotice.EXCUSED):
        return NOTHING
    if facts.trial and first_week(facts.hired_on, facts.left_on):
        return NOTHING
    if unserved(facts, due_length(facts, served)) == Length(0, 0):
        return NOTHING
    return notice_at(facts, served, *net_first(facts)).amount
