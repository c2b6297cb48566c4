"""A plan of a site, half way: three teams on two shifts, people who were spoken with, a list in hand, a petition."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from random import Random
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session

from union.demo.names import MEN, WOMEN
from union.drives import actions, seating, talking, trying
from union.drives.committee import Seat
from union.drives.counting import known
from union.drives.lists import Ask
from union.drives.models import Drive, Plan
from union.drives.people import (
    Basis,
    Calling,
    Counted,
    DriveContact,
    DriveUnit,
    Issue,
    Question,
    Speaks,
    Stand,
    Standing,
    Through,
    Unit,
    UnitKind,
)
from union.drives.talks import HalfDay, Outcome, Talk, Where
from union.drives.trials import TrialKind
from union.store.reach import ReachSession

TEAMS = (("Équipe Atlas", "A", 46), ("Équipe Rif", "R", 38), ("Équipe Souss", "S", 22))
SHIFTS = (("Matin", "m", 0.6), ("Soir", "s", 0.4))
PEOPLE = 26
STANDS = (Stand.WITH_US, Stand.UNDECIDED, Stand.CARRIES, Stand.HOLDS_BACK, Stand.UNDECIDED, Stand.WITH_US)
OUTCOMES = (Outcome.THINKS, Outcome.YES, Outcome.THINKS, Outcome.NO)


def begin(session: Session, random: Random, workplace_id: UUID, owner: UUID, holder: UUID, today: date) -> None:
    """The plan of the organiser, with a list of it in the hands of the delegate."""
    own = cast(ReachSession, session)
    drive = actions.begin(own, owner, workplace_id, Plan("Automne", today - timedelta(days=70), BASIS))
    cells = _units(own, owner, drive, today)
    _people(own, random, owner, drive, cells, today)
    session.flush()
    people = actions.people(own, drive)
    _answers(own, owner, drive, people, today)
    told = known(own, drive, today)
    asked = trying.Asked("Pétition pour les pauses", TrialKind.PETITION, today - timedelta(days=3))
    petition = trying.begin(own, owner, drive, asked, told, None)
    session.flush()
    everybody = [one.id for one in people]
    trying.tick(own, owner, drive, petition, everybody, everybody[:17])
    team, shift = cells[0]
    filled = Seat(team.id, shift.id, everybody[2], today - timedelta(days=30), unit="A")
    seat = seating.add(own, owner, drive, filled, holder)
    session.flush()
    seating.promise(own, owner, drive, seat, "Parler à trois collègues du soir", today + timedelta(days=4))
    seating.add(own, owner, drive, Seat(cells[3][0].id, cells[3][1].id, unit="R"), None)
    wanted = talking.Wanted(Ask.SIGN, holder, 7, [one.id for one in people[17:] if one.calling.phone][:6])
    talking.make(own, owner, drive, wanted)


BASIS = "Consentement recueilli avec l’avis d’information ; déclaration CNDP tenue par le secrétariat."


def _units(session: ReachSession, by: UUID, drive: Drive, today: date) -> list[tuple[DriveUnit, DriveUnit]]:
    """Each team with each of its shifts."""
    found, counted_on = [], today - timedelta(days=40)
    for name, code, people in TEAMS:
        counted = (Counted(counted_on, people, "les délégués"),)
        team = actions.add_unit(session, by, drive, Unit(name, UnitKind.TEAM, code, None, counted))
        session.flush()
        for shift, sign, part in SHIFTS:
            inside = (Counted(counted_on, round(people * part), "les délégués"),)
            unit = Unit(shift, UnitKind.SHIFT, sign, team.id, inside)
            found.append((team, actions.add_unit(session, by, drive, unit)))
            session.flush()
    return found


def _people(
    session: ReachSession,
    random: Random,
    by: UUID,
    drive: Drive,
    cells: list[tuple[DriveUnit, DriveUnit]],
    today: date,
) -> None:
    where, bases = cycle(cells), cycle((Basis.CAME, Basis.GAVE_NUMBER, Basis.THROUGH_COLLEAGUE))
    issues = cycle((Issue.BREAKS, Issue.PAY, Issue.PRESSURE, None))
    for number in range(PEOPLE):
        team, shift = next(where)
        calling = Calling(
            (WOMEN if number % 2 else MEN)[number // 2][0],
            f"+2126000001{number:02}",
            f"{team.unit.code} · {shift.unit.code}",
            random.choice(list(Speaks)[:3]),
        )
        added = today - timedelta(days=60 - number)
        standing = Standing(next(bases), added, "Permanente", (team.id, shift.id), next(issues))
        actions.add_people(session, by, drive, [(calling, standing)])
        session.flush()


def _answers(session: ReachSession, by: UUID, drive: Drive, people: list[DriveContact], today: date) -> None:
    stands, outcomes = cycle(STANDS), cycle(OUTCOMES)
    for number, one in enumerate(people[:20]):
        actions.answer(session, by, drive, one, Question.JOIN, next(stands))
        outcome = next(outcomes)
        at = datetime.now(UTC) - timedelta(days=40 - number)
        day = today - timedelta(days=40 - number)
        ahead = today + timedelta(days=9) if outcome is Outcome.YES else None
        said = Talk(at, day, "Permanente", outcome, HalfDay.EVENING, Where.PHONE, (Issue.BREAKS,), ahead)
        talking.write_talk(session, by, drive, one, said)
    for follower in people[3:6]:
        actions.tie(session, by, drive, people[2], follower, Through.SHUTTLE)
    actions.joined(session, by, drive, people[0])
