"""What was decided of each date that still ran when a case was closed: given up, kept in the agenda, moved, done
since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import Case, CasePart, Stage
from union.store.among import Among
from union.store.db import Model
from union.store.reach import ReachSession
from union.vault.envelope import Envelope, plain, sealed


class Fate(Enum):
    """What happens with a date that runs beyond the close."""

    KEPT = "kept"  # it stays in the agenda
    MOVED = "moved"  # it stands in the agenda on another day
    GIVEN_UP = "given_up"
    DONE = "done"  # only afterwards: what is done before the close runs no more


@dataclass(frozen=True)
class Answer:
    """One decision: of a rule, on the days on which it ran; of a list of people the days of all of them."""

    rule: str
    days: tuple[date, ...]
    fate: Fate
    hour: str = ""
    why: str = ""
    to: date | None = None
    on: date | None = None  # the day of the decision
    by_name: str = ""


@dataclass(frozen=True)
class Answers:
    """Every decision on the dates of a closed case, the first first."""

    given: tuple[Answer, ...] = ()

    @property
    def asked(self) -> set[tuple[str, str, date]]:
        """The dates on which somebody decided."""
        return {(one.rule, one.hour, day) for one in self.given for day in one.days}


class CaseClosing(CasePart, Model):
    """The decisions on the dates of one closed case; gone when it is opened again."""

    __tablename__ = "case_closing"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), unique=True)
    answers_sealed: Mapped[bytes] = sealed()
    answers = Envelope(
        Answers, "case", instead=Answers
    )  # what does not open decided nothing: its dates stand there again
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


def closing_of(session: ReachSession, case_id: UUID) -> CaseClosing | None:
    """The decisions of a closed case; None for one that is open, or was closed when nobody asked."""
    return session.scalar(select(CaseClosing).where(CaseClosing.case_id == case_id))


def closings_of(session: ReachSession, cases: Iterable[Case]) -> dict[UUID, CaseClosing]:
    """The same of those of many cases that are closed, in one statement."""
    closed = [case.id.bytes for case in cases if case.stage is Stage.CLOSED]
    asked = select(CaseClosing).where(Among(CaseClosing.case_id, closed))
    return {one.case_id: one for one in session.scalars(asked)} if closed else {}
