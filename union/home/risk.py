"""Sites at risk, by a rule that a person can check: two of three signs, each said in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from sqlalchemy import select

from union.cases.models import Case
from union.members import roster
from union.store.reach import ReachSession
from union.workplaces.listing import ListedSite

LOW = 10  # members in a hundred, under which a site hardly defends itself
MANY = 3  # open cases
RECENT = timedelta(days=90)
GONE = 3  # people who left in that time without a case
SIGNS = 2  # of the three, from which a site is called at risk

RULE = _l(
    "Two of three signs: fewer than 10 members in a hundred; three open cases or more; three departures or more in "
    "90 days without a case."
)


@dataclass(frozen=True)
class AtRisk:
    """A site and why it stands here."""

    line: ListedSite
    low: bool
    cases: int  # 0 where they are few
    gone: int  # 0 where they are few

    @property
    def signs(self) -> int:
        return self.low + (self.cases > 0) + (self.gone > 0)

    @property
    def why(self) -> list[str]:
        """The signs in words, in the reader's language."""
        words: list[Any] = []
        if self.low:
            words.append(_l("density %(share)s %%", share=self.line.density))
        if self.cases:
            words.append(ngettext("%(num)s open case", "%(num)s open cases", self.cases))
        if self.gone:
            words.append(ngettext("%(num)s unexplained departure", "%(num)s unexplained departures", self.gone))
        return [str(one) for one in words]


def at_risk(session: ReachSession, lines: Iterable[ListedSite], on: date, most: int = 5) -> list[AtRisk]:
    """The sites with two signs or more, the most signs first, then the most cases."""
    known = list(lines)
    gone = departures(session, [line.id for line in known], on)
    found = [_signs(line, gone.get(line.id, 0)) for line in known]
    kept = [one for one in found if one.signs >= SIGNS]
    return sorted(kept, key=lambda one: (-one.signs, -one.cases, -one.gone))[:most]


def _signs(line: ListedSite, gone: int) -> AtRisk:
    cases = line.strength.open_cases
    low = line.density is not None and line.density < LOW
    return AtRisk(line, low, cases if cases >= MANY else 0, gone if gone >= GONE else 0)


def departures(session: ReachSession, places: list[UUID], on: date) -> dict[UUID, int]:
    """How many of each roster left within ninety days and have no case, as far as the reach shows."""
    left = roster.leavers(session, places, on - RECENT, on)
    people = set().union(*left.values())
    explained = set(session.scalars(select(Case.member_id).where(Case.member_id.in_(people)))) if people else set()
    return {place: len(gone - explained) for place, gone in left.items()}
