"""A file of a case: what it is, where it came from, who sees it, and its destruction where it must not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, ColumnElement, Date, Integer, Select, String, and_, not_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.cases.models import Case, CasePart
from union.inspection.filetypes import FileType
from union.store.db import Model
from union.store.reach import Reach
from union.vault import ring
from union.vault.envelope import Envelope, plain, sealed, token_column


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
    """To whom it is shown, and whether it is a fact."""

    READERS = "readers"  # a fact, for whoever reads the case
    DESK = "desk"  # a fact, for whoever works or pleads it
    STRATEGY = "strategy"  # for the same, and never printed or handed on


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

    code: Mapped[str] = plain("a random reference, told on the telephone", String(12), unique=True)
    account_id: Mapped[UUID] = mapped_column(index=True)
    file_id: Mapped[UUID | None] = mapped_column()
    shown_id: Mapped[UUID | None] = mapped_column()  # its two pictures
    content: Mapped[bytes] = token_column(unique=True)  # of its bytes, its case and to whom it is shown
    desk_only: Mapped[bool] = plain("whether it is kept from whoever only reports", Boolean)
    kept_bytes: Mapped[int] = plain("its size, which the sealed file shows as well", BigInteger)
    sent_on: Mapped[date] = plain("the day on which it was sent: so many a day for each account", Date)
    description_sealed: Mapped[bytes] = sealed()
    description = Envelope(Description, "case")
    held_sealed: Mapped[bytes] = sealed()
    held = Envelope(Held, "case")
    destruction_sealed: Mapped[bytes | None] = sealed(nullable=True)
    destruction = Envelope(Destruction, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever knows of the case; strategy, and what is for the desk, is missing to a delegate like what is not
        there."""
        known = cls.case_id.in_(select(Case.id).where(Case.within(reach)))
        return and_(known, not_(cls.desk_only)) if reach.named_only and not reach.parties else known

    @property
    def destroyed(self) -> bool:
        return self.file_id is None

    @property
    def told(self) -> Destruction | None:
        """What was asked about its destruction, if anything."""
        return None if self.destruction_sealed is None else self.destruction


def of_case(case_id: UUID) -> Select[Attachment]:
    """The files of a case, by the day on which they came."""
    return select(Attachment).where(Attachment.case_id == case_id).order_by(Attachment.sent_on, Attachment.code)


def content_token(case_id: UUID, sha256: str, *, desk_only: bool) -> bytes:
    """By which the same file is found again in the same case, and in no other; a delegate is not told of what the desk
    keeps."""
    return ring.token("attachment", f"{case_id}|{int(desk_only)}|{sha256}")


def kept_files(session: Session) -> Iterator[UUID]:
    """The files themselves and their pictures."""
    for row in session.execute(select(Attachment.file_id, Attachment.shown_id)):
        yield from (one for one in row if one is not None)
