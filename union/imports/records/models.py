"""A list on its way in: its sealed file, what was understood of it, what became of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.imports.records.outcomes import (
    NONE_YET,
    NOTHING_TURNED,
    Correction,
    Counts,
    Decision,
    ListOf,
    Outlook,
    Split,
    StoredMessage,
    UsedReading,
)
from union.imports.records.process import Process
from union.members.models import Membership
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.tables.columns.asking import Question
from union.tables.kinds.twins import Twin
from union.vault.envelope import Envelope, plain, sealed
from union.web.locale import CASABLANCA


class Stage(Enum):
    """How far a list has come."""

    UPLOADED = "uploaded"
    PREVIEWED = "previewed"
    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    FAILED = "failed"
    UNDOING = "undoing"
    UNDONE = "undone"
    DISCARDED = "discarded"

    @classmethod
    def _missing_(cls, value: object) -> Stage | None:
        """What an earlier version was bringing back again when it was stopped: what stands of it can be taken back."""
        return cls.DONE if value == "redoing" else None


OPEN = frozenset((Stage.UPLOADED, Stage.PREVIEWED, Stage.FAILED))  # its file is kept, and it can still be worked on


@dataclass(frozen=True)
class Column:
    """One column of the file: what its values look like, and the field that it fills ("" for none)."""

    header: str
    samples: tuple[str, ...]
    others: int  # distinct values beside the samples
    blank: int
    field: str
    reason: str  # of the first guess, see `union.tables.columns.guessing.Guess`
    told: dict[str, str] = dataclasses.field(
        default_factory=dict
    )  # what a person answered, by the kind of the question


@dataclass(frozen=True)
class ImportState:
    """Everything that is known of one list."""

    file_name: str
    uploaded_at: datetime
    kind: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    header_row: int | None
    proof: tuple[str, ...]
    columns: tuple[Column, ...]
    sheets: tuple[str, ...] = ()  # all of a workbook's
    shape: str = ""  # see `union.tables.columns.shape`
    chosen: dict[str, str] = dataclasses.field(
        default_factory=dict
    )  # the reading that a person chose against what was found
    read_by: UsedReading | None = None
    remarks: tuple[StoredMessage, ...] = ()  # of the file itself
    noticed: tuple[StoredMessage, ...] = ()  # in its rows, as the columns are read now
    stage: Stage = Stage.UPLOADED
    state: Membership = Membership.MEMBER  # what the new people become
    counts: Counts = NONE_YET
    questions: tuple[Question, ...] = ()
    splits: tuple[Split, ...] = ()  # some of its full names
    twins: tuple[Twin, ...] = ()  # rows that are one person: what was decided, and the first of the others
    twins_waiting: int = 0  # pairs that come once these are decided
    problems: tuple[StoredMessage, ...] = ()
    problems_in_all: int = 0
    preview_id: UUID | None = None  # the rows as shown, sealed in a file of their own
    # The workplaces with whose people it was compared; None: all of them. Empty: it was not, or by a version that kept
    # nothing of it.
    compared_at: tuple[UUID, ...] | None = ()
    decisions: tuple[Decision, ...] = ()
    corrections: tuple[Correction, ...] = ()
    complete: bool = False  # everybody of the workplace is said to stand in it
    refused_id: UUID | None = None  # the rows left out, with their reasons, sealed in a file of their own
    unusual: tuple[StoredMessage, ...] = ()  # what has to be confirmed in words
    confirmed: str = ""  # these words
    after_stop: str = ""  # what becomes of what was written, where somebody stopped it: see `stopping`
    imported: int = 0  # new people written
    updated: int = 0  # known people changed
    ended_at: datetime | None = None
    turned: Outlook = NOTHING_TURNED  # what taking it back did
    turned_in_part: bool = False  # it was interrupted, and is to be begun once more
    list_of: ListOf = ListOf.MEMBERS
    process: Process | None = None  # of the command that writes it

    @property
    def on(self) -> date:
        """The day on which the list came, in Casablanca: what is read of it does not change from one day to the
        next."""
        return self.uploaded_at.astimezone(CASABLANCA).date()

    @property
    def answers(self) -> dict[int, dict[str, str]]:
        """What a person answered of each column, as `planning.source_of` takes it."""
        return {at: column.told for at, column in enumerate(self.columns)}

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What has to be answered before anything is written."""
        return tuple(one for one in self.questions if one.needed and not one.answer)

    @property
    def ignored(self) -> list[str]:
        """The columns that are not read, by their header or their number from 1."""
        return [column.header or str(at) for at, column in enumerate(self.columns, 1) if not column.field]

    @property
    def mapping(self) -> dict[int, str | None]:
        """Field by column counted from 0, as `union.tables.kinds.roster.interpret` takes it."""
        return {at: column.field or None for at, column in enumerate(self.columns)}


class RosterImport(Reachable, Model):
    """One list for one workplace, or for many where its rows name them."""

    __tablename__ = "roster_import"

    account_id: Mapped[UUID | None] = mapped_column()  # None: the command line
    workplace_id: Mapped[UUID | None] = mapped_column(ForeignKey("workplace.id"), index=True)  # None: of many
    file_id: Mapped[UUID | None] = mapped_column()  # None: the command line read it where it lay
    job_id: Mapped[UUID | None] = mapped_column()
    plan_sealed: Mapped[bytes] = sealed()
    plan = Envelope(ImportState, "import")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the workplaces in reach, for a desk alone; one of many workplaces for whoever reaches them all."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


def lists() -> Select[RosterImport]:
    """Every list in reach; sorted by the caller, for its day is sealed."""
    return select(RosterImport)


def kept_files(session: Session) -> Iterator[UUID]:
    """The lists as they came, their rows as shown, and those left out."""
    for row in session.scalars(select(RosterImport)):
        yield from (one for one in (row.file_id, row.plan.preview_id, row.plan.refused_id) if one is not None)
