"""Tests of strength: a petition, a badge day, a meeting, a month of cards; who took the step, against a share at which
one moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from union.drives.models import PURPOSE, OfDrive
from union.store.db import Model
from union.vault.envelope import plain, sealed
from union.vault.own_key import OwnKeyEnvelope


class TrialKind(Enum):
    """What people are asked to do, in the order in which one usually moves."""

    COMMITTEE = "committee"
    PETITION = "petition"
    BADGE_DAY = "badge_day"
    MEETING = "meeting"
    CARDS = "cards"
    VOTE = "vote"  # whether they go, never for whom


# In a hundred of the headcount: the committee and the cards as OPEIU's guide has them, the others our own.
SHARES = {
    TrialKind.COMMITTEE: 10,
    TrialKind.PETITION: 50,
    TrialKind.BADGE_DAY: 50,
    TrialKind.MEETING: 35,
    TrialKind.CARDS: 65,
    TrialKind.VOTE: 65,
}
LEAST_OF_A_UNIT = 35  # in a hundred: below it a unit is left behind


@dataclass(frozen=True)
class Going:
    """That one goes on below the share: who asked why, and which second person agreed."""

    asked_by: UUID
    asked_by_name: str
    reason: str
    on: date
    second_id: UUID | None = None
    second_name: str = ""


@dataclass(frozen=True)
class Trial:
    """One test. The headcounts are frozen when it begins, so that the share means the same all along."""

    name: str
    kind: TrialKind
    on: date
    share: int
    unit_share: int
    headcount: int
    of_units: tuple[tuple[UUID, int], ...] = ()
    going: Going | None = None


class DriveTrial(OfDrive, Model):
    """One test of strength of a plan."""

    __tablename__ = "drive_trial"

    trial_sealed: Mapped[bytes] = sealed()
    trial = OwnKeyEnvelope(Trial, PURPOSE)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


@dataclass(frozen=True)
class Tick:
    """That somebody took the step: seen, not said."""

    on: date
    by: str


class DriveTick(OfDrive, Model):
    """One person's step."""

    __tablename__ = "drive_tick"

    trial_id: Mapped[UUID] = mapped_column(ForeignKey("drive_trial.id"), index=True)
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("drive_contact.id"), index=True)
    tick_sealed: Mapped[bytes] = sealed()
    tick = OwnKeyEnvelope(Tick, PURPOSE)
