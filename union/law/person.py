"""One person of a list, whole: what is owed, what is wrong with the papers, and which dates run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from union.law.checking.findings import Finding
from union.law.dates.deadlines import Deadline, Rule, deadline, ninety_days
from union.law.entitlement import Entitlement, entitlement
from union.law.facts import Facts
from union.law.procedure.dismissal_check import Dismissal, dismissal_check
from union.law.settling.receipts import Receipt, receipt
from union.law.terms.kinds import ECONOMIC, Contract


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of one departure, with the letter and the receipt where there are any."""

    facts: Facts
    dismissal: Dismissal | None = None
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """The answer for one person; periods are sorted by their safe date."""

    entitlement: Entitlement
    findings: tuple[Finding, ...]
    clocks: tuple[Deadline, ...]

    @property
    def defects(self) -> list[Finding]:
        """What was missed or came late."""
        return [one for one in self.findings if one.defect]


def person(case: Case) -> Person:
    """Entitlement, checks and periods of one person."""
    found = [*dismissal_check(case.dismissal)] if case.dismissal else []
    found += receipt(case.receipt) if case.receipt else []
    return Person(entitlement(case.facts), tuple(found), tuple(clocks(case)))


def people(cases: Iterable[Case]) -> list[Person]:
    """The answers for a whole list, in its order."""
    return [person(case) for case in cases]


def clocks(case: Case) -> list[Deadline]:
    """The periods that run for this person, the soonest safe date first.

    Ninety days from the letter, else from the last day; sixty from a signature that was not denounced; the certificate
    and, for an open-ended contract, the allowance from the last day; two years of wage claims from the last day.
    """
    facts = case.facts
    starts: list[tuple[Rule, date]] = [
        (Rule.WORK_CERTIFICATE, facts.left_on),
        (Rule.WAGE_CLAIMS, facts.left_on),
    ]
    if facts.contract is Contract.CDI:
        starts.append((Rule.IPE_CLAIM, facts.left_on))
    signed = case.receipt
    if signed and signed.signed_on and signed.denounced_on is None:
        starts.append((Rule.RECEIPT_DENUNCIATION, signed.signed_on))
    to_court = ninety_days(_letter(case), prudent=facts.reason in ECONOMIC)
    return sorted([to_court, *(deadline(rule, start) for rule, start in starts)], key=lambda one: one.safe_on)


def _letter(case: Case) -> date:
    """The day from which the ninety days are counted: the earlier of notification and last day, to be safe."""
    notified = (case.dismissal and case.dismissal.notified_on) or case.facts.notified_on
    return min(notified, case.facts.left_on) if notified else case.facts.left_on
