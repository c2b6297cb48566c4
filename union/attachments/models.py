"""A file of a case: what it is, where it came from, who sees it, and its destruction where it must not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    UniqueConstraint,
    and_,
    false,
    not_,
    select,
    true,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.cases.models import CasePart, of_known
from union.cases.subjects import About
from union.inspection.filetypes import FileType
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault import ring
from union.vault.envelope import Envelope, opens, plain, sealed, token_column


class What(Enum):
    """What a file shows."""

    LETTER = "letter"
    SUMMONS = "summons"
    SANCTION = "sanction"
    CONTRACT = "contract"
    PAYSLIP = "payslip"
    RECEIPT = "receipt"
    CERTIFICATE = "certificate"
    SCHEDULE = "schedule"
    MESSAGE = "message"
    STATEMENT = "statement"
    POSTED = "posted"  # what proves that something was sent or received
    RECORD = "record"  # of the inspector, of a hearing
    COURT = "court"
    SCENE = "scene"  # a photograph of a place or of a thing
    VOICE = "voice"
    OTHER = "other"


class Source(Enum):
    """From whom it came."""

    PERSON = "person"
    COLLEAGUE = "colleague"
    EMPLOYER = "employer"
    INSPECTOR = "inspector"
    COURT = "court"
    DOCTOR = "doctor"
    UNION = "union"
    UNKNOWN = "unknown"


class Shown(Enum):
    """To whom it is shown: a fact to all, strategy to some."""

    READERS = "readers"  # a fact, for whoever reads the case
    STRATEGY = "strategy"  # for whoever works or pleads it, and never printed or handed on

    @classmethod
    def _missing_(cls, value: object) -> Shown | None:
        """Files of before may say `desk`, which kept them from the same people under another name."""
        return cls.STRATEGY if value == "desk" else None


class Reason(Enum):
    """Why a file must not exist."""

    UNLAWFUL = "unlawful"  # an image that it is an offence to hold
    CLIENTS_SCREEN = "clients_screen"
    INTIMATE = "intimate"
    NOT_THEIRS = "not_theirs"  # of somebody who has nothing to do with the case
    RECORDED = "recorded"  # a talk, without its speakers knowing
    ASKED = "asked"  # whoever it is about wants it gone
    MISTAKE = "mistake"


@dataclass(frozen=True)
class Description:
    """What people say of a file; it can be corrected."""

    what: What
    source: Source
    shown: Shown
    words: str = ""
    on: date | None = None  # the day that the paper bears
    source_words: str = ""


@dataclass(frozen=True)
class Held:
    """What the file is; it never changes."""

    type: FileType
    size: int  # bytes as it came
    original: str  # SHA-256 of what was sent, in hexadecimal
    kept: str  # the same of what is kept: of a picture, the one that was made anew
    kept_size: int
    name: str  # what its sender's device called it
    sender: str
    at: datetime
    pages: int = 0
    traces: bool = False  # it says who made it, or keeps earlier changes
    scanned: bool = False  # a scanner for viruses looked at it


@dataclass(frozen=True)
class Destruction:
    """That it must not exist: one person asked, and another one confirmed."""

    reason: Reason
    asked_by: UUID
    asked_name: str
    asked_at: datetime
    words: str = ""
    confirmed_by: UUID | None = None
    confirmed_name: str = ""
    confirmed_at: datetime | None = None


class Attachment(CasePart, Model):
    """One file of a case. Without `file_id` it was destroyed."""

    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    code: Mapped[str] = plain("a random reference, told on the telephone", String(12), unique=True)
    account_id: Mapped[UUID] = mapped_column(index=True)
    file_id: Mapped[UUID | None] = mapped_column()
    shown_id: Mapped[UUID | None] = mapped_column()  # its two pictures
    content: Mapped[bytes] = token_column(unique=True)  # of its bytes, its case and to whom it is shown
    strategy: Mapped[bool] = plain("whether it is kept from whoever only reports", Boolean)
    number: Mapped[int] = plain("the order in which the files of a case came", Integer)
    kept_bytes: Mapped[int] = plain("its size, which the sealed file shows as well", BigInteger)
    sent_on: Mapped[date] = plain("the day on which it was sent: so many a day for each account", Date)
    description_sealed: Mapped[bytes] = sealed()
    description = Envelope(Description, "case")
    held_sealed: Mapped[bytes] = sealed()
    held = Envelope(Held, "case")
    about_sealed: Mapped[bytes | None] = sealed(nullable=True)
    about = Envelope(About, "case")  # of one person of a dispute; none: of the case as a whole
    destruction_sealed: Mapped[bytes | None] = sealed(nullable=True)
    destruction = Envelope(Destruction, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever knows of the case; strategy is missing to a delegate like what is not there."""
        known = of_known(cls.case_id, reach)
        return and_(known, not_(cls.strategy)) if reach.named_only and not reach.parties else known

    @property
    def destroyed(self) -> bool:
        return self.file_id is None

    @property
    def told(self) -> Destruction | None:
        """What was asked about its destruction, if anything."""
        return None if self.destruction_sealed is None else self.destruction


class Measure(Reachable, Model):
    """A second view of the files, by their sizes and their order alone: how much there is is a fact, whoever asks."""

    __table__ = Attachment.__table__
    __mapper_args__ = {
        "include_properties": ["id", "case_id", "account_id", "kept_bytes", "sent_on", "number", "file_id"]
    }

    case_id: Mapped[UUID]
    account_id: Mapped[UUID]
    kept_bytes: Mapped[int]
    sent_on: Mapped[date]
    number: Mapped[int]
    file_id: Mapped[UUID | None]

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """All of them, for whoever may send one: a measure that counted only what the sender sees would be none."""
        return false() if reach.person is None or reach.figures_only else true()

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Written by nobody: a second view of the files."""
        return false()


def of_case(case_id: UUID) -> Select[Attachment]:
    """The files of a case, the last that came first."""
    return select(Attachment).where(Attachment.case_id == case_id).order_by(Attachment.number.desc())


def content_token(case_id: UUID, sha256: str, about: About | None, *, strategy: bool) -> bytes:
    """By which the same file is found again in the same case, of the same person, and nowhere else; a delegate is not
    told of strategy."""
    of = f"|{about.key}" if about is not None else ""
    return ring.token("attachment", f"{case_id}|{int(strategy)}|{sha256}{of}")


def of_person(session: Session, case_id: UUID, key: str) -> list[UUID]:
    """The files of one person of a dispute, the last that came first; of the others only whose they are is opened."""
    asked = of_case(case_id).where(Attachment.about_sealed.is_not(None))
    return [row.id for row in session.scalars(asked) if opens(row, "about") and whose(row) == key]


def whose(row: Attachment) -> str:
    """What tells the people of a dispute apart; nothing for a file of the case as a whole."""
    return row.about.key if row.about_sealed is not None else ""


def kept_files(session: Session) -> Iterator[UUID]:
    """The files themselves and their pictures."""
    for row in session.execute(select(Attachment.file_id, Attachment.shown_id)):
        yield from (one for one in row if one is not None)
