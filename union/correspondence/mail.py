"""The register of mail: a number for every letter that went and that came, and what it was, sealed apart from it.

Numbers run without a gap for each workplace, year and direction. They stand in a table of their own: whoever may not
read a confidential case sees that its number is taken, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, UniqueConstraint, and_, false, or_
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import of_known
from union.papers.sending import Correspondent, Means
from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Direction(Enum):
    """Which of the two registers."""

    OUT = "out"
    IN = "in"


class Came(Enum):
    """How something came in."""

    POST = "post"
    REGISTERED = "registered"
    HAND = "hand"
    BAILIFF = "bailiff"
    MESSAGE = "message"  # an e-mail or a message that is kept
    OTHER = "other"


@dataclass(frozen=True)
class Struck:
    """Why an entry does not count: it stays to be read."""

    on: date
    by_name: str
    why: str


@dataclass(frozen=True)
class Entered:
    """One line of the register as it was written down."""

    on: date  # the day on which it went or came
    entered_on: date
    by_name: str
    who: Correspondent | None = None  # whom it went to or came from; empty where a letter says it in its own words
    who_words: str = ""
    subject: str = ""
    what: str = ""  # where nobody typed a subject: which paper, of `WHAT`
    means: Means | None = None  # of what went
    came: Came | None = None  # of what came
    post_number: str = ""
    key: str = ""  # of the paper that says that it went: one paper is entered once
    letter_id: UUID | None = None  # the letter that went, or that this answers
    file_id: UUID | None = None  # a file of the case
    struck: Struck | None = None


class MailNumber(Reachable, Model):
    """One number of one register: it tells that something went or came, and not what."""

    __tablename__ = "mail_number"
    __table_args__ = (UniqueConstraint("workplace_id", "year", "direction", "number"),)

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    year: Mapped[int] = plain("beside the number, so that the database itself refuses one twice", Integer)
    direction: Mapped[Direction] = plain("a closed list", named(Direction))
    number: Mapped[int] = plain("counts letters, as their rows do", Integer)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The desk and the lawyers of the workplace, who take the next one; a delegate never learns how many there
        are."""
        if reach.figures_only or (reach.named_only and not reach.parties):
            return false()
        return reach.covers(cls.workplace_id)


class MailEntry(Reachable, Model):
    """What stands behind a number."""

    __tablename__ = "mail_entry"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    number_id: Mapped[UUID] = mapped_column(ForeignKey("mail_number.id"), unique=True)
    entered_sealed: Mapped[bytes] = sealed()
    entered = Envelope(Entered, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Of a case whoever knows of it, of a workplace alone its desk; no delegate, who reads the letters
        themselves."""
        if reach.figures_only or (reach.named_only and not reach.parties):
            return false()
        own = false() if reach.named_only else and_(cls.case_id.is_(None), reach.covers(cls.workplace_id))
        return or_(own, and_(cls.case_id.is_not(None), of_known(cls.case_id, reach)))
