"""The people of a plan who are no members, where they work, what they answered, whom they follow.

No field for an address, a birth, an identity card, a photograph, a nationality, a religion, a party, a family, a
health, a wage: what is not there can be asked of nobody.
"""

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


class UnitKind(Enum):
    """How a site is divided; somebody stands in one unit of each kind."""

    FLOOR = "floor"
    TEAM = "team"
    PROJECT = "project"
    SHIFT = "shift"


@dataclass(frozen=True)
class Counted:
    """How many people worked in a unit on a day, and who says so."""

    on: date
    people: int
    source: str = ""


@dataclass(frozen=True)
class Unit:
    """A part of a site."""

    name: str
    kind: UnitKind
    code: str = ""  # what a list calls it on a telephone
    parent_id: UUID | None = None
    counted: tuple[Counted, ...] = ()  # newest last

    @property
    def newest(self) -> Counted | None:
        """The headcount that was counted last."""
        return max(self.counted, key=lambda one: one.on, default=None)

    @property
    def called(self) -> str:
        """What a list on a telephone calls it."""
        return self.code or self.name


class DriveUnit(OfDrive, Model):
    """One unit of a plan's map."""

    __tablename__ = "drive_unit"

    unit_sealed: Mapped[bytes] = sealed()
    unit = OwnKeyEnvelope(Unit, PURPOSE)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


class Speaks(Enum):
    """In which language somebody is best spoken with."""

    ARABIC = "arabic"
    AMAZIGH = "amazigh"
    FRENCH = "french"
    SPANISH = "spanish"
    ENGLISH = "english"


class Basis(Enum):
    """On what somebody may be written down."""

    CAME = "came"  # they came to us
    GAVE_NUMBER = "gave_number"
    THROUGH_COLLEAGUE = "through_colleague"  # they agreed through a colleague
    MEMBER = "member"  # a member already: their file stands elsewhere


class Issue(Enum):
    """What moves somebody: a closed list, for a free text says more than anybody may keep."""

    PAY = "pay"
    SCHEDULE = "schedule"
    BREAKS = "breaks"
    PRESSURE = "pressure"
    TRANSPORT = "transport"
    CONTRACT = "contract"


@dataclass(frozen=True)
class Calling:
    """What whoever calls somebody needs, and nothing more."""

    given_name: str
    phone: str = ""
    unit: str = ""  # as a list calls it
    speaks: Speaks | None = None


@dataclass(frozen=True)
class Standing:
    """What the plan's own people know besides."""

    basis: Basis
    added_on: date
    added_by: str
    units: tuple[UUID, ...] = ()
    issue: Issue | None = None
    joined_on: date | None = None
    brought: UUID | None = None  # with whom: those of one pasted list carry one id

    @property
    def member_since(self) -> date | None:
        """Since when they are a member, as far as the plan knows: from the first day, or since they joined."""
        return self.added_on if self.basis is Basis.MEMBER else self.joined_on


class DriveContact(OfDrive, Model):
    """Somebody of a plan."""

    __tablename__ = "drive_contact"

    calling_sealed: Mapped[bytes] = sealed()
    calling = OwnKeyEnvelope(Calling, PURPOSE)
    standing_sealed: Mapped[bytes] = sealed()
    standing = OwnKeyEnvelope(Standing, PURPOSE)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


class Question(Enum):
    """What is asked of somebody; each has a scale of its own."""

    JOIN = "join"
    SIGN = "sign"
    VOTE = "vote"  # whether they go, never for whom
    STRIKE = "strike"  # asked once a notice is decided


class Stand(Enum):
    """Where somebody stands: what they did, not what they said."""

    NOT_ASKED = "0"
    CARRIES = "1"  # did it, and had a colleague do it
    WITH_US = "2"
    UNDECIDED = "3"
    HOLDS_BACK = "4"
    AGAINST = "5"


FADES = 60  # days after which an answer is asked anew


@dataclass(frozen=True)
class Answer:
    """Where somebody stood on a day: what they did, not what they said."""

    question: Question
    stand: Stand
    on: date
    by: str


class DriveAnswer(OfDrive, Model):
    """One answer; a later one stands beside it, and nothing is written over."""

    __tablename__ = "drive_answer"

    contact_id: Mapped[UUID] = mapped_column(ForeignKey("drive_contact.id"), index=True)
    answer_sealed: Mapped[bytes] = sealed()
    answer = OwnKeyEnvelope(Answer, PURPOSE)


class Through(Enum):
    """Where somebody is listened to; no family."""

    WORK = "work"
    SHUTTLE = "shuttle"
    CLASS = "class"


@dataclass(frozen=True)
class Follows:
    """Who is followed by whom."""

    leader_id: UUID
    follower_id: UUID
    through: Through
    on: date
    by: str

    @property
    def both(self) -> tuple[UUID, UUID]:
        """The two whom it ties."""
        return self.leader_id, self.follower_id


class DriveFollows(OfDrive, Model):
    """One line between two people; whose it is lies under the key."""

    __tablename__ = "drive_follows"

    follows_sealed: Mapped[bytes] = sealed()
    follows = OwnKeyEnvelope(Follows, PURPOSE)
