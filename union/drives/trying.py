"""Tests of strength: begun with frozen headcounts, ticked person by person, gone on below the share only by two.
Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.accounts import actions as accounts
from union.drives.actions import changed, still_open, under
from union.drives.counting import Known
from union.drives.models import Drive
from union.drives.people import DriveUnit, UnitKind
from union.drives.trials import LEAST_OF_A_UNIT, SHARES, DriveTick, DriveTrial, Going, Tick, Trial, TrialKind
from union.languages.figures import percent
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today


@dataclass(frozen=True)
class Asked:
    """A test that is to begin."""

    name: str
    kind: TrialKind
    on: date


def begin(
    session: ReachSession, by: UUID, drive: Drive, asked: Asked, known: Known, headcount: int | None
) -> DriveTrial:
    """A test of strength. Raises `Refused` where no headcount says of how many it is a share."""
    still_open(drive)
    teams = known.of_kind(UnitKind.TEAM)
    counted = {one.id: one.unit.newest.people for one in teams if one.unit.newest}
    whole = headcount or sum(counted.values())
    if not whole:
        raise Refused("", _l("Write first how many work at the site, or in its teams: a share of nobody says nothing."))
    share = SHARES[asked.kind]
    trial = Trial(asked.name, asked.kind, asked.on, share, LEAST_OF_A_UNIT, whole, tuple(sorted(counted.items())))
    row = DriveTrial(**under(drive), trial=trial, version=1)
    session.add(row)
    changed(session, by, drive, "test")
    return row


def trials(session: ReachSession, drive: Drive) -> list[DriveTrial]:
    """The tests of a plan, the newest first."""
    found = readable(session.scalars(select(DriveTrial).where(DriveTrial.drive_id == drive.id)), "trial")
    return sorted(found, key=lambda one: (one.trial.on, one.trial.name), reverse=True)


def ticked(session: ReachSession, drive: Drive) -> dict[UUID, set[UUID]]:
    """Who took each step of a plan, by test."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for trial_id, contact_id in session.execute(
        select(DriveTick.trial_id, DriveTick.contact_id).where(DriveTick.drive_id == drive.id)
    ):
        found[trial_id].add(contact_id)
    return found


def tick(
    session: ReachSession, by: UUID, drive: Drive, row: DriveTrial, shown: Collection[UUID], wanted: Collection[UUID]
) -> None:
    """Those of the people shown who took the step; whoever was not shown stays as they were."""
    still_open(drive)
    before = session.scalars(select(DriveTick).where(DriveTick.trial_id == row.id)).all()
    there = {one.contact_id: one for one in before}
    who = accounts.names(session, [by])[by]
    for contact_id in sorted(set(wanted) & set(shown) - there.keys()):
        session.add(DriveTick(**under(drive), trial_id=row.id, contact_id=contact_id, tick=Tick(today(), who)))
    for contact_id in (set(shown) - set(wanted)) & there.keys():
        session.delete(there[contact_id])
    changed(session, by, drive, "steps")


@dataclass(frozen=True)
class Share:
    """How far a unit, or the whole, is: people who took the step, of how many, what is missing to the share."""

    unit: DriveUnit | None
    took: int
    of: int
    wanted: int  # in a hundred

    @property
    def share(self) -> Decimal | None:
        return percent(self.took, self.of)

    @property
    def missing(self) -> int:
        """People, to reach the share: rounded up, for a share that is not quite reached is not reached."""
        return max(0, -(-self.wanted * self.of // 100) - self.took)


@dataclass(frozen=True)
class Standing:
    """A test as it stands."""

    whole: Share
    units: list[Share]  # the weakest first

    @property
    def reached(self) -> bool:
        """Whether one moves: the whole has its share, and no unit is left behind."""
        return not self.whole.missing and not any(one.missing for one in self.units)


def standing(trial: Trial, took: Collection[UUID], known: Known) -> Standing:
    """How far a test is, the whole and each team whose headcount was known when it began."""
    at: Counter[UUID] = Counter()
    for together, people in Counter(one.units for one in known.people if one.id in took).items():
        at.update(dict.fromkeys(known.all_of(together), people))
    by_id = known.by_id
    units = [Share(by_id[unit], at[unit], of, trial.unit_share) for unit, of in trial.of_units if unit in by_id and of]
    whole = Share(None, sum(one.id in took for one in known.people), trial.headcount, trial.share)
    return Standing(whole, sorted(units, key=lambda one: (one.share or 0, one.unit.unit.name if one.unit else "")))


def go_on(session: ReachSession, by: UUID, drive: Drive, row: DriveTrial, reason: str) -> None:
    """Somebody wants to move below the share; a second person has to agree. Raises `Refused` where one waits."""
    still_open(drive)
    if row.trial.going is not None:
        raise Refused("", _l("Somebody asked for this already: the second person answers."))
    row.trial = dataclasses.replace(row.trial, going=Going(by, accounts.names(session, [by])[by], reason, today()))
    changed(session, by, drive, "below the share, asked")


def agree(session: ReachSession, by: UUID, drive: Drive, row: DriveTrial) -> None:
    """The second person agrees. Raises `Refused` for the first one, and where nobody asked."""
    still_open(drive)
    going = row.trial.going
    if going is None or going.second_id is not None:
        raise Refused("", _l("Nothing waits for an answer here any more: reload the page."))
    if going.asked_by == by:
        raise Refused("", _l("A second person agrees, not whoever asked."))
    row.trial = dataclasses.replace(
        row.trial, going=dataclasses.replace(going, second_id=by, second_name=accounts.names(session, [by])[by])
    )
    changed(session, by, drive, "below the share, agreed")
