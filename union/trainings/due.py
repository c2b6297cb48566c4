"""Who is in office at the sites in reach, and who of them has not come to a training on first aid in law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from union.members.models import Mandate, MandateKind, Member
from union.store.reach import ReachSession
from union.trainings.models import Came, Subject, Training, TrainingPlace
from union.web.damaged import readable

WITH_OFFICE = frozenset({MandateKind.DELEGATE_FULL, MandateKind.DELEGATE_ALTERNATE, MandateKind.UNION_REPRESENTATIVE})


@dataclass(frozen=True)
class InOffice:
    """A member with the mandate that they have held longest."""

    member: Member
    mandate: Mandate


@dataclass(frozen=True)
class Due:
    """Somebody in office who has not come to first aid in law; `expected` where they have a place on it."""

    who: InOffice
    expected: bool


def in_office(session: ReachSession, today: date, member: UUID | None = None) -> list[InOffice]:
    """Whoever holds a mandate that runs, or one member where it is given, the longest in office first; a candidate
    holds none."""
    asked = select(Mandate) if member is None else select(Mandate).where(Mandate.member_id == member)
    running = [
        one
        for one in readable(session.scalars(asked), "held")
        if one.held.kind in WITH_OFFICE
        and one.held.from_on <= today
        and (one.held.until_on is None or today <= one.held.until_on)
    ]
    running.sort(key=lambda one: one.held.from_on)
    first: dict[UUID, Mandate] = {}
    for one in running:
        first.setdefault(one.member_id, one)
    named = select(Member).where(Member.id.in_(first))
    members = {one.id: one for one in readable(session.scalars(named), "identity")}
    return [InOffice(members[id_], one) for id_, one in first.items() if id_ in members]


def due(session: ReachSession, today: date, member: UUID | None = None) -> list[Due]:
    """Those in office who have not come to first aid in law; of one member where it is given."""
    law = _places_on_law(session)
    return [
        Due(one, Came.EXPECTED in law.get(one.member.id, ()))
        for one in in_office(session, today, member)
        if Came.CAME not in law.get(one.member.id, ())
    ]


def _places_on_law(session: ReachSession) -> dict[UUID, set[Came]]:
    """What became of each member's places on trainings of first aid in law."""
    trainings = readable(session.scalars(select(Training)), "told")
    on_law = {one.id for one in trainings if one.told.subject is Subject.LAW}
    found: dict[UUID, set[Came]] = {}
    for one in readable(session.scalars(select(TrainingPlace).where(TrainingPlace.training_id.in_(on_law))), "place"):
        found.setdefault(one.member_id, set()).add(one.place.came)
    return found
