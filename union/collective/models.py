"""Who joined a collective grievance, by whose word, and who may read the name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, ForeignKey, Integer, and_, exists, false, not_, or_
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import CASE, of_known
from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Standing(Enum):
    """Where somebody stands who was asked."""

    ASKED = "asked"  # their case is tied, and they are named nowhere yet
    JOINED = "joined"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"


class Given(Enum):
    """How a consent was given."""

    SHEET = "sheet"
    IN_PERSON = "in_person"
    TELEPHONE = "telephone"


class Sees(Enum):
    """Who may read the name: each of these with those before it."""

    ORGANISERS = "organisers"  # whoever wrote it down, and the organisers of the case
    OTHERS = "others"  # whoever else joined, and reads the case
    EMPLOYER = "employer"  # in the letters


@dataclass(frozen=True)
class Consent:
    """What somebody agreed to: to whom they are named, and in which words. Of one that was taken back the days stay,
    and no name."""

    subject: str  # as it was put to them, and the demand too
    demand: str
    name: str = ""
    number: str = ""  # the employee number
    member_id: UUID | None = None
    given: Given | None = None
    on: date | None = None
    words: str = ""  # their own, where they said more than yes
    sees: Sees = Sees.ORGANISERS
    written_by: str = ""
    taken_back_on: date | None = None


class Joined(Reachable, Model):
    """One person of a collective grievance."""

    __tablename__ = "collective_person"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    brought_by: Mapped[UUID] = mapped_column(index=True)
    tied_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)  # their own case, if any
    standing: Mapped[Standing] = plain("a closed list, of nobody in particular", named(Standing))
    shared: Mapped[bool] = plain("whether whoever reads the case may read the name, without the name", Boolean)
    consent_sealed: Mapped[bytes] = sealed()
    consent = Envelope(Consent, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The people of the cases that one works; a delegate or a lawyer reads those whom they brought in, and of the
        cases that name them those who allow it. Whose own case is confidential is read by those alone who read it."""
        if reach.figures_only:
            return false()
        case = of_known(cls.case_id, reach)
        return and_(_unguarded(reach), or_(_own(reach), and_(case, cls.shared)) if reach.named_only else case)

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the case; a delegate or a lawyer those whom they brought in."""
        return _own(reach) if reach.named_only and not reach.figures_only else cls.within(reach)


def _unguarded(reach: Reach) -> ColumnElement[bool]:
    """Whoever has no confidential case of their own tied to it, or one that is known."""
    own = CASE.alias()
    guarded = exists().where(own.c.id == Joined.tied_id, own.c.confidential)
    return or_(not_(guarded), of_known(Joined.tied_id, reach))  # each is true or false: a case nobody handles too


def _own(reach: Reach) -> ColumnElement[bool]:
    """Whom somebody brought in, at the workplaces in reach; what a reset of the password keeps closed stays closed."""
    mine = and_(reach.own(Joined.brought_by), reach.covers(Joined.workplace_id))
    return and_(mine, Joined.case_id.not_in(reach.withheld)) if reach.withheld else mine


class JoinedMark(Reachable, Model):
    """That somebody joined, and not who: what is counted by those who may not read the name."""

    __table__ = Joined.__table__
    __mapper_args__ = {"include_properties": ["id", "case_id", "standing"]}

    case_id: Mapped[UUID]
    standing: Mapped[Standing]

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """How many joined the cases that one knows of."""
        return of_known(cls.case_id, reach)

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Written by nobody: a second view of those who joined."""
        return false()
