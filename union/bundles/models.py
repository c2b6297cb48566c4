"""A file of a case for its lawyer or for the court: what was asked for, and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Integer, Select, String, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.cases.models import CasePart
from union.press.content import Happening, Paper
from union.store.db import Model
from union.store.reach import Reach
from union.vault.envelope import Envelope, opens, plain, sealed

DAYS_KEPT = 7  # then the file itself goes; that it was made, and its digest, stay with the case


class Recipient(Enum):
    """For whom it is made."""

    LAWYER = "lawyer"
    COURT = "court"
    INSPECTION = "inspection"


class Order(Enum):
    """In which order the exhibits are numbered."""

    BY_DAY = "by_day"
    AS_CAME = "as_came"


class Consent(Enum):
    """Whether the person whom the case is about agreed that this leaves the union."""

    YES = "yes"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Exhibit:
    """One exhibit as it was chosen: a file of the case, or a letter that was sent; its words are in the language of the
    file."""

    number: int
    label: str
    title: str
    pairs: tuple[tuple[str, str], ...]
    attachment_id: UUID | None = None
    letter_id: UUID | None = None
    taken_in: date | None = None


@dataclass(frozen=True)
class Asked:
    """What a file is to hold, in its language: what was seen on the page is what is made."""

    to: Recipient
    language: str
    title: str
    why: str
    consent: Consent
    consent_words: str
    by_name: str
    at: datetime
    under: str
    cover: tuple[tuple[str, str], ...]
    happenings: tuple[Happening, ...]
    sections: tuple[Paper, ...]
    exhibits: tuple[Exhibit, ...]
    left_out: int = 0  # papers and notes that are strategy


@dataclass(frozen=True)
class Made:
    """What was made: the SHA-256 of its manifest, its bytes and pages, and how it lies in the sealed store."""

    digest: str
    size: int
    pages: int
    pieces: int
    beside: tuple[int, ...]  # the numbers of the exhibits that stand beside the PDF alone
    lost: tuple[int, ...]  # and of those that could not be read any more
    at: datetime


class Bundle(CasePart, Model):
    """One file of a case. Its bytes go after some days; the rest stays, so that the union can say that it made it."""

    __tablename__ = "bundle"

    code: Mapped[str] = plain("a random reference, told on the telephone", String(12), unique=True)
    account_id: Mapped[UUID] = mapped_column(index=True)
    job_id: Mapped[UUID] = mapped_column()
    file_id: Mapped[UUID | None] = mapped_column()
    gone_on: Mapped[date | None] = plain("the day on which its bytes are removed", Date, nullable=True)
    asked_sealed: Mapped[bytes] = sealed()
    asked = Envelope(Asked, "case")
    made_sealed: Mapped[bytes | None] = sealed(nullable=True)
    made = Envelope(Made, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works or pleads the case; who only reported it takes nothing of it out."""
        return false() if reach.named_only and not reach.parties else super().within(reach)

    @property
    def done(self) -> Made | None:
        """What was made, if it is, and opens."""
        return None if self.made_sealed is None or not opens(self, "made") else self.made


def of_case(case_id: UUID) -> Select[Bundle]:
    """The files that were made of a case."""
    return select(Bundle).where(Bundle.case_id == case_id)


def kept_files(session: Session) -> list[UUID]:
    """The sealed files that are still there to be taken."""
    return [one for one in session.scalars(select(Bundle.file_id)) if one is not None]
