"""What the law owes one person when the employment ends: gathers the chapters into one answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from union.law.ending.alternatives import alternatives
from union.law.ending.assumptions import assumptions
from union.law.ending.damages import damages
from union.law.ending.fixed_term import remaining_term
from union.law.ending.leave import before_set_off, leave
from union.law.ending.notice import notice
from union.law.ending.notice_debt import NoticeDebt, debt
from union.law.ending.severance import severance
from union.law.facts import Facts
from union.law.pay.wages import wages_due
from union.law.result import Assumption, Code, Line, NotDue
from union.law.terms.rates import Smig, smig
from union.law.terms.seniority import Service, service
from union.law.texts import in_force, texts_of

COMPARED = frozenset({Code.SEVERANCE, Code.NOTICE, Code.LEAVE, Code.REMAINING_TERM})
"""The lines that an offer to leave is measured against: what the law would owe, without wages and without the judge."""


@dataclass(frozen=True, slots=True)
class Entitlement:
    """The answer for one departure: each of the six codes once, in `lines` or in `not_due`."""

    facts: Facts
    service: Service
    rates: Smig
    lines: tuple[Line, ...]
    not_due: tuple[NotDue, ...]
    alternatives: tuple[Line, ...]
    assumptions: tuple[Assumption, ...]

    def line(self, code: Code) -> Line | None:
        """The line of that code, None where it is not due."""
        return next((line for line in self.lines if line.code is code), None)

    @property
    def total(self) -> Decimal:
        """Dirhams owed without the scenario lines."""
        return sum((line.amount for line in self.lines if not line.scenario), Decimal("0.00"))

    @property
    def scenario_total(self) -> Decimal:
        """Dirhams owed if the judge also grants the scenario lines."""
        return sum((line.amount for line in self.lines), Decimal("0.00"))

    @property
    def minimum(self) -> Decimal:
        """Dirhams that an offer to leave is compared with: severance, notice, leave, wages to the term of a CDD."""
        return sum((line.amount for line in self.lines if line.code in COMPARED), Decimal("0.00"))

    @property
    def notice_debt(self) -> NoticeDebt | None:
        """What an employee who resigned owes for the notice; None where nothing is owed."""
        owed = debt(self.facts, self.service)
        return NoticeDebt(owed, before_set_off(self.facts)) if owed else None

    def _line_json(self, line: Line) -> dict[str, object]:
        """A line with the versions of its texts that were in force on the last day of employment."""
        found = (in_force(text, self.facts.left_on, "left_on") for text in texts_of(line.articles))
        return line.as_json() | {"versions": [one.as_json() for one in found]}

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON: amounts as text with two decimals, sentences to be put into a language."""
        owed = self.notice_debt
        shown: dict[str, object] = {
            "lines": [self._line_json(line) for line in self.lines],
            "not_due": [item.as_json() for item in self.not_due],
            "alternatives": [self._line_json(line) for line in self.alternatives],
            "assumptions": [item.as_json() for item in self.assumptions],
            "rates_on": self.facts.left_on.isoformat(),
            "rates": {
                "smig_hourly": f"{self.rates.hourly:.2f}",
                "since": self.rates.since.isoformat(),
                "decree": self.rates.decree,
            },
            "totals": {
                "owed": f"{self.total:.2f}",
                "compared": f"{self.minimum:.2f}",
                "with_scenario": f"{self.scenario_total:.2f}",
            },
        }
        return shown | ({"notice_debt": owed.as_json()} if owed else {})


def entitlement(facts: Facts) -> Entitlement:
    """What the Code owes on those facts (arts 33, 41 to 59, 251, 363); the facts were checked when they were built."""
    served = service(facts.hired_on, facts.left_on)
    rates = smig(facts.left_on)
    answers = (
        notice(facts, served),
        severance(facts, served),
        damages(facts, served),
        leave(facts),
        wages_due(facts),
        remaining_term(facts),
    )
    lines = {answer.code: answer for answer in answers if isinstance(answer, Line)}
    return Entitlement(
        facts=facts,
        service=served,
        rates=rates,
        lines=tuple(lines.values()),
        not_due=tuple(answer for answer in answers if isinstance(answer, NotDue)),
        alternatives=alternatives(facts, served, lines),
        assumptions=assumptions(facts, served, lines, rates),
    )


def many(departures: Iterable[Facts]) -> list[Entitlement]:
    """The entitlements of a whole list, in its order."""
    return [entitlement(facts) for facts in departures]
