"""The sites of an undertaking that are in reach, and what was voted at each."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select

from union.store.reach import ReachSession
from union.web.damaged import readable
from union.workplaces.elections import Election, Result, of_sites, unsaid
from union.workplaces.models import Workplace


@dataclass(frozen=True)
class Undertaking:
    """The sites in reach of one employer, with their results by site; `everywhere` where the reach shows them all."""

    sites: tuple[Workplace, ...]
    voted: dict[UUID, list[Result]]
    everywhere: bool

    @property
    def missing(self) -> tuple[Workplace, ...]:
        """The sites in reach without a result."""
        return tuple(one for one in self.sites if one.id not in self.voted)

    @property
    def unsaid(self) -> tuple[Workplace, ...]:
        """The sites of whose partial election nobody said how many seats each list had kept."""
        return tuple(one for one in self.sites if unsaid(self.voted.get(one.id, ())))

    @property
    def whole(self) -> bool:
        """Whether every site is counted: before that no share of the undertaking is certain (article 425)."""
        return self.everywhere and not self.missing and not self.unsaid


def undertaking(session: ReachSession, employer_id: UUID) -> Undertaking:
    """What is in reach of the undertaking of an employer."""
    places = tuple(session.scalars(select(Workplace).where(Workplace.employer_id == employer_id)))
    return Undertaking(places, results(session, of_sites([one.id for one in places])), session.reach.everywhere)


def results(session: ReachSession, asked: Select[Election] | None = None) -> dict[UUID, list[Result]]:
    """Every result in reach, or those that are asked for, by site."""
    found: dict[UUID, list[Result]] = {}
    for one in readable(session.scalars(select(Election) if asked is None else asked), "result"):
        found.setdefault(one.workplace_id, []).append(one.result)
    return found
