"""A plan with one of everything, for the scene of every page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from union.drives.actions import under
from union.drives.committee import DriveSeat, Seat
from union.drives.key import fresh_key
from union.drives.lists import Ask, DriveList, DriveListed, Line, ListState, Marks, Purpose
from union.drives.models import Counts, Drive, DriveState, DriveWorker, Plan
from union.drives.people import (
    Answer,
    Basis,
    Calling,
    DriveAnswer,
    DriveContact,
    DriveFollows,
    DriveUnit,
    Follows,
    Question,
    Stand,
    Standing,
    Through,
    Unit,
    UnitKind,
)
from union.drives.talks import DriveTalk, Outcome, Talk
from union.drives.trials import DriveTick, DriveTrial, Tick, Trial, TrialKind
from union.web.locale import today


def planned(session: Session, side: dict[str, UUID], owner: UUID) -> None:
    """A plan of the desk, with two people who work in one team, and a list of it in the hands of the delegate."""
    place, holder = side["workplace_id"], side["account_id"]
    drive = Drive(workplace_id=place, owner_id=owner, state=DriveState.OPEN, counts=Counts(), version=1)
    drive.key = fresh_key(drive.id)
    drive.plan = Plan("Automne", date(2026, 11, 2), "Consentement")
    session.add_all([drive, drive.key])
    session.flush()
    of, held = under(drive), {"holder_id": holder, "workplace_id": place, "state": ListState.OPEN}
    team = DriveUnit(**of, unit=Unit("Équipe B", UnitKind.TEAM, "B"), version=1)
    standing = Standing(Basis.CAME, today(), "Olu", (team.id,))
    salma, omar = (
        DriveContact(**of, calling=Calling(name, phone, "B"), standing=standing, version=1)
        for name, phone in (("Salma", "+212600000001"), ("Omar", "+212600000002"))
    )
    trial = DriveTrial(**of, trial=Trial("Pétition", TrialKind.PETITION, date(2026, 11, 9), 50, 35, 40), version=1)
    purpose = Purpose(Ask.MEET, today(), "Olu", "Ann")
    in_hand = DriveList(**of, **held, ends_on=today() + timedelta(days=7), purpose=purpose, version=1)
    seat = DriveSeat(**of, workplace_id=place, account_id=None, seat=Seat(team.id, unit="B"), version=1)
    session.add_all([team, salma, omar, trial, in_hand, seat, DriveWorker(drive_id=drive.id, account_id=owner)])
    session.flush()
    line = DriveFollows(**of, follows=Follows(salma.id, omar.id, Through.WORK, today(), "Olu"))
    listed = DriveListed(**of, list_id=in_hand.id, contact_id=salma.id, line=Line.TO_CALL, marks=Marks(), version=1)
    called = DriveListed(**of, list_id=in_hand.id, contact_id=omar.id, line=Line.DONE, marks=Marks(), version=1)
    session.add_all([line, listed, called])
    session.flush()
    said = Talk(datetime.now(UTC), today(), "Ann", Outcome.THINKS)
    words = {"contact_id": omar.id, "written_by": holder, "listed_id": called.id, "talk": said, "version": 1}
    talk = DriveTalk(**of, **words)
    answer = DriveAnswer(**of, contact_id=salma.id, answer=Answer(Question.JOIN, Stand.WITH_US, today(), "Olu"))
    tick = DriveTick(**of, trial_id=trial.id, contact_id=salma.id, tick=Tick(today(), "Olu"))
    session.add_all([talk, answer, tick])
    session.flush()
    side |= {"plan_id": drive.id, "unit_id": team.id, "card_id": salma.id, "trial_id": trial.id, "seat_id": seat.id}
    side |= {"drives.list_id": in_hand.id, "line_id": line.id, "listed_id": listed.id, "talk_id": talk.id}
    side |= {"answer_id": answer.id, "tick_id": tick.id}
