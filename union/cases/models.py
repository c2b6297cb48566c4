"""A case: where, about whom, who works on it, what is due; and the timeline of its acts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ColumnElement,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Select,
    String,
    Table,
    UniqueConstraint,
    and_,
    exists,
    false,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model, Store, named
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, plain, sealed


class CaseKind(Enum):
    """Grievances and layoff disputes; each feature maps its own class over the same table."""

    GRIEVANCE = "grievance"
    LAYOFF = "layoff"


class Stage(Enum):
    """Where a case stands."""

    NEW = "new"
    IN_HAND = "in_hand"
    WAITING = "waiting"  # for the employer, the inspector or the court
    CLOSED = "closed"


@dataclass(frozen=True)
class Entry:
    """One act on a case."""

    at: datetime
    by: UUID | None
    by_name: str
    act: str  # a code of the feature: filed, taken, assigned, noted, closed, reopened…
    words: str = ""
    on: date | None = None  # the day of the fact, where it is not the day of writing
    strategy: bool = False  # never printed


class Case(Reachable, Model):
    """What is shared by every kind. A confidential case is known only to those it names, the secretariat included."""

    __tablename__ = "case_file"
    __table_args__ = (
        ForeignKeyConstraint(
            ["employment_id", "workplace_id", "member_id"],
            ["employment.id", "employment.workplace_id", "employment.member_id"],
            name="fk_case_file_employment",
        ),
        # A foreign key of several columns is not looked at where one of them is empty.
        CheckConstraint("(employment_id IS NULL) = (member_id IS NULL)", name="whole_employment"),
        # What lists order and count by, without the sealed bodies: twenty thousand of those are read for no list. The
        # workplace first: a list of one site reads its own thousand.
        Index(
            "ix_case_file_listed",
            "workplace_id",
            "stage",
            "kind",
            "due_on",
            "theirs_on",
            "at_once",
            "reason_asked",
            "confidential",
            "reported_by",
            "handled_by",
            "code",
            "id",
        ),
    )

    kind: Mapped[CaseKind] = plain("a closed list", named(CaseKind))
    code: Mapped[str] = plain("a random reference, told on the telephone", String(12), unique=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"))
    employment_id: Mapped[UUID | None] = mapped_column()
    member_id: Mapped[UUID | None] = mapped_column(index=True)
    reported_by: Mapped[UUID] = mapped_column(index=True)
    handled_by: Mapped[UUID | None] = mapped_column(index=True)
    stage: Mapped[Stage] = plain("a closed list", named(Stage))
    confidential: Mapped[bool] = plain("whether it is kept to those it names", Boolean, default=False)
    reason_asked: Mapped[bool] = plain(
        "whether those it names say why before they open it: of a confidential case alone", Boolean, default=False
    )
    due_on: Mapped[date | None] = plain("the next safe date: a day, without what it is for", Date, nullable=True)
    at_once: Mapped[bool | None] = plain(
        "whether an act waits that no day bounds, without what it is; empty until it was counted",
        Boolean,
        nullable=True,
    )
    theirs_on: Mapped[date | None] = plain(
        "the last day of the other side's next act: a day, without what it is for", Date, nullable=True
    )
    body_sealed: Mapped[bytes] = sealed()
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"polymorphic_on": kind, "version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The cases of the workplaces in reach, a confidential one for those it names alone; a delegate or a lawyer
        knows only of those that name them. None that a reset of the password keeps closed."""
        return known(cls, reach)


# The few that ask for a reason: every home page and list says which of them wait.
Index(
    "ix_case_file_reason_asked",
    Case.workplace_id,
    sqlite_where=Case.reason_asked,
    postgresql_where=Case.reason_asked,
)


def known(case: Any, reach: Reach) -> ColumnElement[bool]:
    """Who knows of a case. `case` is the mapped class or its bare table's columns."""
    if reach.figures_only:
        return false()
    named_here = case.id.in_(select(PARTY.c.case_id).where(reach.own(PARTY.c.account_id)))
    mine = or_(reach.own(case.reported_by), reach.own(case.handled_by), named_here)
    here = reach.covers(case.workplace_id)
    if reach.withheld:
        here = and_(here, case.id.not_in(reach.withheld))
    if not reach.unopened:
        here = and_(here, or_(not_(case.reason_asked), reach.own(case.reported_by), case.id.in_(reach.opened)))
    if reach.seal_broken:
        return and_(here, case.code == reach.seal_broken)
    return and_(here, mine if reach.named_only else or_(not_(case.confidential), mine))


class CaseParty(Reachable, Model):
    """An account that a case names besides its reporter and its handler (a lawyer, a second organiser)."""

    __tablename__ = "case_party"
    __table_args__ = (UniqueConstraint("case_id", "account_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(index=True)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever knows of a case knows who else does."""
        return of_known(cls.case_id, reach)

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the case names others on it; a delegate does so on what they reported themselves, to choose who
        reads it."""
        if reach.named_only:
            return of_known(cls.case_id, reach, reported=True)
        return cls.within(reach)


CASE: Table = Case.__table__  # type: ignore[assignment]  # the same rule without the criteria that would ask each other
PARTY: Table = CaseParty.__table__  # type: ignore[assignment]  # as above


def of_known(case_id: Any, reach: Reach, *, reported: bool = False) -> ColumnElement[bool]:
    """Whether a row's column names a case that is known; `reported`: and that one reported oneself.

    Asked row by row of the case's key: `IN` all known cases let SQLite read twenty thousand of them for the timeline of
    one. Of the bare table: the rule of `Case` asks for that of `CaseParty`.
    """
    if reach.figures_only:
        return false()
    case = CASE.alias()
    own = reach.own(case.c.reported_by) if reported else true()
    return exists().where(case.c.id == case_id, known(case.c, reach), own)


def parties(reach: Reach) -> Select[Any]:
    """The members whom a lawyer's cases are about: those that name the lawyer or that the lawyer handles.

    Cases that the reader only reported do not count: a delegate never learns from a case whether the colleague whom
    they reported about is a member.
    """
    case: Any = CASE.c
    named_on = select(PARTY.c.case_id).where(reach.own(PARTY.c.account_id))
    given = or_(reach.own(case.handled_by), case.id.in_(named_on)) if reach.parties else false()
    kept = case.id.not_in(reach.withheld) if reach.withheld else true()
    return select(case.member_id).where(case.member_id.is_not(None), reach.covers(case.workplace_id), given, kept)


def through(session: ReachSession, member_id: UUID) -> UUID | None:
    """The case that lets a lawyer read a member; a confidential one only where no other case does."""
    if not session.reach.parties:
        return None
    named_on = select(CaseParty.case_id).where(session.reach.own(CaseParty.account_id))
    given = or_(session.reach.own(Case.handled_by), Case.id.in_(named_on))
    return session.scalar(
        select(Case.id).where(Case.member_id == member_id, given).order_by(Case.confidential).limit(1)
    )


def reached(session: ReachSession, wanted: set[UUID]) -> set[UUID]:
    """Which of these cases a session reaches."""
    return set(session.scalars(select(Case.id).where(Case.id.in_(wanted))))


def confidential_of(store: Store, account_id: UUID) -> Iterable[UUID]:
    """The confidential cases that name an account."""
    with store.reading(Reach(person=account_id, everywhere=True, unopened=True)) as session:
        return list(session.scalars(select(Case.id).where(Case.confidential)))


class CasePart(Reachable):
    """A row that hangs on one case: who knows of the case reaches it, and nobody else."""

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """What hangs on a case that one knows of."""
        return of_known(cls.case_id, reach)


class CaseEntry(CasePart, Model):
    """One line of a case's timeline."""

    __tablename__ = "case_entry"

    number: Mapped[int] = plain("the order of a case's acts", Integer)
    entry_sealed: Mapped[bytes] = sealed()
    entry = Envelope(Entry, "case")
