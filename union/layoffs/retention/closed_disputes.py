"""Signed papers, dismissal letters, court files, attached files and the letters of ours about people outside the union
go with their lines, and their names too."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.attachments.models import Attachment, of_case, whose
from union.cases.dates import CaseDate
from union.cases.models import CaseEntry, Entry
from union.correspondence.from_papers import paper_of
from union.correspondence.models import CaseLetter
from union.correspondence.models import of_case as letters_of
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.layoffs.records.acts import LayoffAct, PaperSent
from union.layoffs.records.models import Layoff
from union.layoffs.retention import outsiders
from union.papers.kinds import KINDS
from union.record import chain
from union.vault.envelope import opens

NAMING = frozenset(act for kind in KINDS for act in kind.acts)  # acts whose line of the timeline is a name


@dataclass(frozen=True)
class Kept:
    """What a dispute keeps once those outside the union are gone: by keys and names those who are left, and whose
    papers go."""

    keys: frozenset[str]
    names: frozenset[str]
    gone: tuple[Any, ...]
    files: tuple[Attachment, ...]
    letters: tuple[CaseLetter, ...]

    def blank(self, entry: Entry) -> Entry | None:
        """The line of a timeline without the name or the number of somebody who is gone; None where it holds none."""
        if entry.act in NAMING and entry.words and entry.words not in self.names:
            return dataclasses.replace(entry, words="")
        if entry.act != LayoffAct.PAPER_SENT.value:
            return None
        said = msgspec.json.decode(entry.words, type=PaperSent)
        if not said.key or said.key in self.keys:
            return None
        return dataclasses.replace(entry, words=msgspec.json.encode(dataclasses.replace(said, key="")).decode())


def over(session: Session, hand: JobContext) -> list[UUID]:
    """The disputes that have let go of those outside the union, and of whom something is still kept."""
    closed = [one for one in session.scalars(select(Layoff)) if outsiders.let_go(session, one)]
    return [one.id for one in closed if _holds(session, one)]


def _holds(session: Session, dispute: Layoff) -> bool:
    kept = _kept(session, dispute)
    rows = kept.gone or kept.files or kept.letters
    return bool(rows) or any(kept.blank(line.entry) for line in _lines(session, dispute))


def remove(session: Session, case_id: UUID) -> list[UUID]:
    """Remove what one dispute keeps of them, and their names from its timeline. Returns their sealed files."""
    dispute = session.get_one(Layoff, case_id)
    kept = _kept(session, dispute)
    for paper in kept.gone:
        for one in session.scalars(select(CaseDate).where(CaseDate.source_id == paper.id)).all():
            session.delete(one)
        session.delete(paper)
    for line in _lines(session, dispute):
        line.entry = kept.blank(line.entry) or line.entry
    files = [one for row in kept.files for one in (row.file_id, row.shown_id) if one is not None]
    for row in kept.files:
        session.delete(row)
    for letter in kept.letters:
        session.delete(letter)
    chain.note(session, None, chain.Act.REMOVED, "layoff", case_id)
    return files


def _kept(session: Session, dispute: Layoff) -> Kept:
    """Whoever still stands on the list is a member; what is of all together stays."""
    left = outsiders.left(session, dispute)
    rows = [(kind, row) for kind in KINDS for row in session.scalars(kind.table.of_case(dispute.id))]
    papers = [(row, kind.table.whose(kind.table.content(row))) for kind, row in rows if opens(row, kind.table.envelope)]
    names = {about.name for _row, about in papers if about.key in left}
    gone = tuple(row for row, about in papers if about.key and about.key not in left)
    files = tuple(
        row
        for row in session.scalars(of_case(dispute.id))
        if row.about_sealed is not None and opens(row, "about") and whose(row) not in left
    )
    staying = {row.id for _kind, row in rows} - {row.id for row in gone}
    letters = tuple(
        row
        for row in session.scalars(letters_of(dispute.id))
        if opens(row, "written") and _of_a_paper_that_is_gone(row, staying)
    )
    return Kept(frozenset(left), frozenset(names | set(left.values())), gone, files, letters)


def _of_a_paper_that_is_gone(row: CaseLetter, staying: Collection[UUID]) -> bool:
    paper = paper_of(row.written.made_from)
    return paper is not None and paper not in staying


def _lines(session: Session, dispute: Layoff) -> Sequence[CaseEntry]:
    return session.scalars(select(CaseEntry).where(CaseEntry.case_id == dispute.id)).all()


EXPIRING = Expiring(over, remove)
