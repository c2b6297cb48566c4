"""The time of one employment, within which lies whatever else is told of it."""

from dataclasses import dataclass
from datetime import date

from union.law.sentences.refusals import BadFacts, refuse
from union.law.strictly.strict import Given
from union.law.terms.seniority import add_months


@dataclass(frozen=True, slots=True)
class Employment:
    """From the day hired to the last day, both counted in: what a file tells besides must lie within."""

    first: date
    last: date

    def day(self, read: Given, field: str) -> date:
        """A day of the employment; `BadFacts` naming the field for another one."""
        found = read.needed_act(field)
        if not self.first <= found <= self.last:
            raise self._outside(read.name(field))
        return found

    def month(self, read: Given, field: str) -> date:
        """A day of a month that holds a day of the employment; `BadFacts` naming the field for another month."""
        found = read.needed_act(field)
        start = found.replace(day=1)
        if start > self.last or add_months(start, 1) <= self.first:
            raise self._outside(read.name(field))
        return found

    def _outside(self, name: str) -> BadFacts:
        return refuse(name, "outside_employment", first=self.first, last=self.last)
