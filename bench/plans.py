"""Plans of a given size, filled in bulk: people, conversations, answers, lists, seats, tests, each row under the key of
its plan."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bench.populated import GIVEN
from union.drives.committee import DriveSeat, Promise, Seat
from union.drives.key import fresh_key
from union.drives.lists import Ask, DriveList, DriveListed, Line, ListState, Marks, Purpose
from union.drives.models import PURPOSE, Counts, Drive, DriveState, Plan
from union.drives.people import (
    Answer,
    Basis,
    Calling,
    Counted,
    DriveAnswer,
    DriveContact,
    DriveFollows,
    DriveUnit,
    Follows,
    Question,
    Speaks,
    Stand,
    Standing,
    Through,
    Unit,
    UnitKind,
)
from union.drives.talks import DriveTalk, HalfDay, Outcome, Talk, Where
from union.drives.trials import SHARES, DriveTick, DriveTrial, Tick, Trial, TrialKind
from union.store.db import Store
from union.vault import own_key
from union.vault.envelope import encoded, place
from union.web.locale import today

TEAMS, SHIFTS, FLOORS, SEATS = 8, 3, 2, 10
LISTED = 25  # people of a list: the most
ANSWERS = 2  # of each person, to two questions
CHUNK = 10  # plans of one transaction


@dataclass(frozen=True)
class Size:
    """How much one plan holds. `lists` are those that ended; one more is in hand."""

    people: int
    talks: int
    lists: int = 4


LITTLE, USUAL, LARGE = Size(30, 60, 1), Size(167, 1_333), Size(5_000, 30_000, 40)


@dataclass
class Filled:
    """One plan as it was written."""

    id: UUID
    trial_id: UUID
    in_hand: list[UUID]  # the lines of the list in hand


@dataclass
class Writing:
    """The rows of one plan until they are written, with its key."""

    drive: Drive
    key: Any
    rows: dict[Any, list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, kind: Any, content: Any = None, **columns: Any) -> UUID:
        """A row with its content sealed under the plan's key. Returns its id."""
        row = {"id": uuid4(), "drive_id": self.drive.id, **columns}
        if hasattr(kind, "version"):
            row["version"] = 1
        if content is not None:
            column = next(one.name for one in kind.__table__.columns if one.name.endswith("_sealed"))
            row[column] = self.seal(kind, column, row["id"], content)
        self.rows.setdefault(kind, []).append(row)
        return row["id"]

    def seal(self, kind: Any, column: str, row: UUID, content: Any) -> bytes:
        return self.key.seal(place(kind.__tablename__, column, row), encoded(content))


def fill(store: Store, wanted: Sequence[tuple[UUID, UUID, UUID, Size]]) -> list[Filled]:
    """A plan for each site, owner, holder of the list in hand and size, some of them to a transaction."""
    chance, found = random.Random(2026), []
    for start in range(0, len(wanted), CHUNK):
        with store.maintaining() as session:
            for number, (site, owner, holder, size) in enumerate(wanted[start : start + CHUNK], start):
                found.append(_plan(session, f"Plan {number:03}", site, owner, holder, size, chance))
    return found


def _plan(session: Session, name: str, site: UUID, owner: UUID, holder: UUID, size: Size, chance: random.Random):
    drive = Drive(workplace_id=site, owner_id=owner, state=DriveState.OPEN, counts=Counts(), version=1)
    drive.key = fresh_key(drive.id)
    drive.plan = Plan(name, today() - timedelta(days=300), "Consentement")
    session.add_all([drive, drive.key])
    session.flush()
    writing = Writing(drive, own_key.of(PURPOSE, drive.key))
    teams, others = _units(writing, size)
    people = _people(writing, teams, others, size, chance)
    _said(writing, people, chance)
    in_hand, ended = _lists(writing, people, holder, size, chance)
    _talks(writing, people, ended, owner, size, chance)
    _seats(writing, teams, people)
    trial = _trials(writing, teams, people, size, chance)
    for kind, rows in writing.rows.items():
        session.execute(insert(kind), rows)
    return Filled(drive.id, trial, in_hand)


def _units(writing: Writing, size: Size) -> tuple[list[UUID], list[list[UUID]]]:
    """The teams, and the shifts and floors."""
    counted = today() - timedelta(days=40)

    def units(kind: UnitKind, word: str, number: int) -> list[UUID]:
        told = (Counted(counted, size.people * 2 // number, "Plateau"),)
        return [
            writing.add(DriveUnit, Unit(f"{word} {at}", kind, f"{word[0]}{at}", None, told)) for at in range(number)
        ]

    teams = units(UnitKind.TEAM, "Équipe", TEAMS)
    return teams, [units(UnitKind.SHIFT, "Vacation", SHIFTS), units(UnitKind.FLOOR, "Plateau", FLOORS)]


def _people(
    writing: Writing, teams: list[UUID], others: list[list[UUID]], size: Size, chance: random.Random
) -> list[UUID]:
    found = []
    for number in range(size.people):
        row, added = uuid4(), today() - timedelta(days=chance.randrange(1, 300))
        units = (teams[number % TEAMS], *(chance.choice(each) for each in others))
        calling = Calling(
            chance.choice(GIVEN),
            f"+2126{chance.randrange(10**8):08}",
            f"É{number % TEAMS}",
            chance.choice(list(Speaks)),
        )
        joined = added + timedelta(days=20) if number % 4 == 0 and added < today() - timedelta(days=20) else None
        standing = Standing(Basis.GAVE_NUMBER, added, "Banc", units, joined_on=joined)
        found.append(row)
        writing.add(
            DriveContact,
            id=row,
            calling_sealed=writing.seal(DriveContact, "calling_sealed", row, calling),
            standing_sealed=writing.seal(DriveContact, "standing_sealed", row, standing),
        )
    return found


def _said(writing: Writing, people: list[UUID], chance: random.Random) -> None:
    """Two answers of each, and every second one listens to somebody of the first tenth."""
    stands = [one for one in Stand if one is not Stand.NOT_ASKED]
    for number, person in enumerate(people):
        for question in (Question.JOIN, chance.choice([Question.SIGN, Question.VOTE]))[:ANSWERS]:
            said = Answer(question, chance.choice(stands), today() - timedelta(days=chance.randrange(120)), "Banc")
            writing.add(DriveAnswer, said, contact_id=person)
        leader = people[chance.randrange(max(1, len(people) // 10))]
        if number % 2 and leader != person:
            writing.add(DriveFollows, Follows(leader, person, Through.WORK, today() - timedelta(days=30), "Banc"))


def _lists(
    writing: Writing, people: list[UUID], holder: UUID, size: Size, chance: random.Random
) -> tuple[list[UUID], list[tuple[UUID, UUID]]]:
    """The lines of the list in hand, and those of the lists that ended with the person of each."""
    held = {"holder_id": holder, "workplace_id": writing.drive.workplace_id}
    in_hand, ended = [], []
    for number in range(size.lists + 1):
        ends = today() + timedelta(days=7 if number == 0 else -number)
        state = ListState.CLOSED if number else ListState.OPEN
        purpose = Purpose(Ask.MEET, ends - timedelta(days=7), "Banc", "Banc", (("all", size.people), ("awake", LISTED)))
        row = writing.add(DriveList, purpose, **held, state=state, ends_on=ends)
        for at, person in enumerate(chance.sample(people, min(LISTED, len(people)))):
            tried = (datetime.now(UTC) - timedelta(days=3 + number, hours=at),) if number or at % 3 == 0 else ()
            line = Line.DONE if number else Line.TRIED if tried else Line.TO_CALL
            listed = writing.add(
                DriveListed, Marks(tried, number_seen=tried), list_id=row, contact_id=person, line=line
            )
            if number:
                ended.append((listed, person))
            else:
                in_hand.append(listed)
    return in_hand, ended


def _talks(
    writing: Writing,
    people: list[UUID],
    ended: list[tuple[UUID, UUID]],
    owner: UUID,
    size: Size,
    chance: random.Random,
) -> None:
    """Those of lists that ended, then others of the plan's own people, all in the last 300 days."""
    outcomes = [one for one in Outcome if one is not Outcome.NEVER]
    for number in range(size.talks):
        listed, person = ended[number] if number < len(ended) else (None, chance.choice(people))
        on = today() - timedelta(days=chance.randrange(300))
        talk = Talk(
            datetime(on.year, on.month, on.day, 18, 5, tzinfo=UTC),
            on,
            "Banc",
            chance.choice(outcomes),
            HalfDay.EVENING,
            Where.PHONE,
            line="Rappeler après la paie, demande le planning",
        )
        writing.add(DriveTalk, talk, contact_id=person, written_by=owner, listed_id=listed)


def _seats(writing: Writing, teams: list[UUID], people: list[UUID]) -> None:
    for number in range(SEATS):
        filled = people[number] if number % 3 else None
        promises = (Promise("Parler à trois collègues", today() + timedelta(days=5)),) if filled else ()
        seat = Seat(teams[number % TEAMS], None, filled, today() if filled else None, None, f"É{number}", promises)
        writing.add(DriveSeat, seat, workplace_id=writing.drive.workplace_id, account_id=None)


def _trials(writing: Writing, teams: list[UUID], people: list[UUID], size: Size, chance: random.Random) -> UUID:
    """A committee and a petition with the steps of two in five. Returns the newest."""
    of_units = tuple((team, size.people * 2 // TEAMS) for team in teams)
    for ago, kind in ((60, TrialKind.COMMITTEE), (10, TrialKind.PETITION)):
        on: date = today() - timedelta(days=ago)
        trial = Trial(kind.value, kind, on, SHARES[kind], 35, size.people * 2, of_units)
        newest = writing.add(DriveTrial, trial)
        for person in chance.sample(people, len(people) * 2 // 5):
            writing.add(DriveTick, Tick(on, "Banc"), trial_id=newest, contact_id=person)
    return newest
