"""A letter of a case: its text as it was edited, who checked it, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, String, and_, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import CasePart, of_known
from union.papers.sending import Means
from union.press.content import Letter
from union.store.db import Model, named
from union.store.reach import Reach
from union.vault.envelope import Envelope, plain, sealed


class LetterState(Enum):
    """Where a letter stands. From `FINAL` on, its text changes no more."""

    DRAFT = "draft"
    CHECKED = "checked"
    FINAL = "final"
    SENT = "sent"
    ANSWERED = "answered"
    SET_ASIDE = "set_aside"


WENT = (LetterState.SENT, LetterState.ANSWERED)
KEPT = (LetterState.FINAL, *WENT)


@dataclass(frozen=True)
class Checked:
    """Who read a letter besides its writers, and when; `own` where its writer read it again, for want of another."""

    by: UUID
    name: str
    at: datetime
    own: bool = False


@dataclass(frozen=True)
class Posted:
    """How a letter went, and what proves it."""

    on: date
    means: Means
    by_name: str
    post_number: str = ""  # of the registered post
    proof_id: UUID | None = None  # a file of the case
    task_id: UUID | None = None  # to ask again where no answer comes


@dataclass(frozen=True)
class Answer:
    """The answer to a letter."""

    on: date
    by_name: str
    words: str = ""
    file_id: UUID | None = None  # a file of the case


@dataclass(frozen=True)
class Written:
    """What is kept of a letter: its text in its language, and its life."""

    letter: Letter
    made_from: str  # the key of the offer that it began from
    writers: tuple[UUID, ...]  # everybody who wrote in it: none of them checks it
    writer_name: str
    begun_at: datetime
    checked: Checked | None = None
    final_at: datetime | None = None
    posted: Posted | None = None
    answer: Answer | None = None


class CaseLetter(CasePart, Model):
    """One letter of a case."""

    __tablename__ = "case_letter"

    code: Mapped[str] = plain("a random reference, told on the telephone", String(12), unique=True)
    state: Mapped[LetterState] = plain("a closed list", named(LetterState))
    begun_by: Mapped[UUID] = mapped_column(index=True)
    written_sealed: Mapped[bytes] = sealed()
    written = Envelope(Written, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever knows of the case; who only reported it reads what went, and no draft."""
        known = of_known(cls.case_id, reach)
        return and_(known, cls.state.in_(WENT)) if reach.named_only and not reach.parties else known


def of_case(case_id: UUID) -> Select[CaseLetter]:
    """The letters of a case."""
    return select(CaseLetter).where(CaseLetter.case_id == case_id)
