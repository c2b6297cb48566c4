"""A list on its way in: its sealed file, what was understood of it, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, false, select
from sqlalchemy.orm import Mapped, mapped_column

from union.db import Model
from union.members.models import Membership
from union.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed
from union.web.locale import CASABLANCA


class Stage(Enum):
    """How far a list has come."""

    UPLOADED = "uploaded"
    PREVIEWED = "previewed"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    DISCARDED = "discarded"


OPEN = frozenset((Stage.UPLOADED, Stage.PREVIEWED, Stage.FAILED))  # its file is kept, and it can still be worked on


class Outcome(Enum):
    """What becomes of one row."""

    NEW = "new"
    KNOWN = "known"  # somebody within reach already
    TWICE = "twice"  # another row of the same file
    REFUSED = "refused"


@dataclass(frozen=True)
class Said:
    """A code of the reader's sentences with their values: said in the language of whoever reads it."""

    code: str
    values: dict[str, str]
    row: int | None = None
    column: int | None = None
    value_shown: str = ""


@dataclass(frozen=True)
class Column:
    """One column of the file: what its values look like, and the field that it fills ("" for none)."""

    header: str
    samples: tuple[str, ...]
    others: int  # distinct values beside the samples
    blank: int
    field: str
    reason: str  # of the first guess, see `union.sheets.columns.Guess`


@dataclass(frozen=True)
class Counts:
    """How many rows have which outcome."""

    rows: int = 0
    new: int = 0
    known: int = 0
    twice: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Plan:
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
    remarks: tuple[Said, ...] = ()
    stage: Stage = Stage.UPLOADED
    state: Membership = Membership.MEMBER  # what the new people become
    counts: Counts = Counts()
    problems: tuple[Said, ...] = ()
    problems_in_all: int = 0
    preview_id: UUID | None = None  # the rows as shown, sealed in a file of their own
    imported: int = 0
    ended_at: datetime | None = None

    @property
    def on(self) -> date:
        """The day on which the list came, in Casablanca: what is read of it does not change from one day to the next."""
        return self.uploaded_at.astimezone(CASABLANCA).date()

    @property
    def mapping(self) -> dict[int, str | None]:
        """Field by column counted from 0, as `union.sheets.roster.interpret` takes it."""
        return {at: column.field or None for at, column in enumerate(self.columns)}


class RosterImport(Reachable, Model):
    """One list for one workplace."""

    __tablename__ = "roster_import"

    account_id: Mapped[UUID] = mapped_column()
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    file_id: Mapped[UUID] = mapped_column()
    job_id: Mapped[UUID | None] = mapped_column()
    plan_sealed: Mapped[bytes] = sealed()
    plan = Envelope(Plan, "import")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


def lists() -> Select[RosterImport]:
    """Every list in reach; sorted by the caller, for its day is sealed."""
    return select(RosterImport)
