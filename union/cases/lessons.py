"""What a closed case taught about its site: read by whoever works there, and never where the case is confidential."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases.models import Case, CasePart, Stage
from union.store.db import Model
from union.store.reach import ReachSession
from union.vault.envelope import Envelope, plain, sealed
from union.web.damaged import readable

SHOWN = 10


@dataclass(frozen=True)
class Lesson:
    """In words that name nobody, and the day on which it was written."""

    words: str
    on: date


class CaseLesson(CasePart, Model):
    """The lesson of one closed case; gone when it is opened again."""

    __tablename__ = "case_lesson"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), unique=True)
    lesson_sealed: Mapped[bytes] = sealed()
    lesson = Envelope(Lesson, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


def of_case(session: ReachSession, case_id: UUID) -> CaseLesson | None:
    return session.scalar(select(CaseLesson).where(CaseLesson.case_id == case_id))


def keep(session: ReachSession, case: Case, words: str, on: date) -> None:
    """Write the lesson down, in the place of an earlier one; without words there is none."""
    forget(session, case)
    if words.strip():
        lesson = Lesson(words.strip(), on)
        session.add(CaseLesson(case_id=case.id, workplace_id=case.workplace_id, lesson=lesson, version=1))


def forget(session: ReachSession, case: Case) -> None:
    """There is none any more."""
    known = of_case(session, case.id)
    if known is not None:
        session.delete(known)
        session.flush()


def of_site(session: ReachSession, workplace_id: UUID) -> list[Lesson]:
    """What the closed cases of a workplace taught, the newest first; nothing of a confidential one, whoever asks."""
    asked = (
        select(CaseLesson)
        .join(Case, Case.id == CaseLesson.case_id)
        .where(CaseLesson.workplace_id == workplace_id, ~Case.confidential, Case.stage == Stage.CLOSED)
    )
    found = [one.lesson for one in readable(session.scalars(asked), "lesson")]
    return sorted(found, key=lambda one: one.on, reverse=True)[:SHOWN]
