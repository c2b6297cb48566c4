"""The record as a page reads it: one stretch of entries, with the names of those who acted and of what they touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from union.accounts.actions import names
from union.accounts.models import Account
from union.attachments.actions import KIND as ATTACHMENT
from union.attachments.models import Attachment
from union.cases.models import Case
from union.home.record_words import KINDS, OTHER
from union.members.models import Member
from union.papers.declaration import Kind
from union.papers.kinds import KINDS as PAPERS
from union.record.chain import CASES, PARTS, Act, Event, RecordEntry, case_of, known, latest
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.workplaces.models import Employer, Workplace

DAMAGED = "?"  # somebody whose row does not open
SHOWN = 50
FILTERED = 500  # entries opened at a time to find those of one act
UNNAMED = "–"  # in reach, and of nobody in particular: a file of a whole dispute
SCANNED = 4000  # entries opened at most for one page: what was done is sealed (about 40 ms)


@dataclass(frozen=True)
class RecordLine:
    """One event with the names that it needs."""

    event: Event
    by: str
    subject: str
    url: tuple[str, dict[str, UUID]] | None
    hidden: bool  # of a case that the reader does not reach: that anybody acted on it is not theirs to know

    @property
    def kind(self) -> Any:
        """What kind of thing it was, in words."""
        return KINDS.get(self.event.kind, OTHER)

    @property
    def coded(self) -> bool:
        """Whether the subject is called by a code, which no line may part."""
        return self.event.kind in {*CASES, "case_search", ATTACHMENT}

    @property
    def purpose(self) -> str:
        """What something was taken out for, after the code of its file; nothing of any other act, which says codes
        of ours."""
        return self.event.note if self.event.act is Act.EXPORTED else ""

    @property
    def found(self) -> int | None:
        """How many a list or a search showed; None of any other act."""
        return int(self.event.note) if self.event.act is Act.LISTED and self.event.note.isdecimal() else None


@dataclass(frozen=True)
class Stretch:
    """A part of the record, newest first; `older` is the entry after which the next one begins, None at the
    beginning."""

    lines: list[RecordLine]
    older: UUID | None


def stretch(session: ReachSession, act: Act | None = None, before: UUID | None = None) -> Stretch:
    """At most fifty entries after the one called `before`, of one act or of all.

    Full whatever lies between: no page is shorter, and no number tells, where something is not for the reader.
    """
    lines: list[RecordLine] = []
    size = SHOWN if act is None else FILTERED
    for _ in range(SCANNED // size):
        entries = _after(session, before, size + 1)
        of_act = [entry for entry in entries[:size] if act is None or entry.event.act is act]
        for entry, line in zip(of_act, _named(session, of_act), strict=True):
            if not line.hidden:
                lines.append(line)
            if len(lines) == SHOWN:
                return Stretch(lines, entry.id if entry is not entries[-1] else None)
        if len(entries) <= size:
            return Stretch(lines, None)
        before = entries[size - 1].id
    return Stretch(lines, before)


def _after(session: ReachSession, before: UUID | None, most: int) -> list[RecordEntry]:
    asked = latest().limit(most)
    if before is not None:
        mark = session.get(RecordEntry, before)
        asked = asked.where(RecordEntry.sequence < (mark.sequence if mark else 0))
    return list(session.scalars(asked).all())


def _named(session: ReachSession, entries: list[RecordEntry]) -> list[RecordLine]:
    who = names(session, {entry.event.by for entry in entries if entry.event.by is not None})
    subjects = {kind: _subjects(session, kind, entries) for kind in NAMED}
    cases = known(session, (entry.event for entry in entries))
    return [_line(entry.event, who, subjects, cases) for entry in entries]


def _line(event: Event, who: dict[UUID, str], subjects: dict[str, dict[UUID, str]], cases: set[UUID]) -> RecordLine:
    name, url = "", None
    if event.subject is not None and event.kind in NAMED:
        name = subjects[event.kind].get(event.subject, "")
        endpoint, argument = NAMED[event.kind][2:]
        url = (endpoint, {argument: event.subject}) if name else None
    case = case_of(event)
    # An entry of before its case was written down is shown only with its row, which is reached as the case is.
    hidden = case not in cases if case is not None else event.kind in PARTS and not name
    return RecordLine(event, who.get(event.by, "") if event.by else "", name, url, hidden)


def _subjects(session: ReachSession, kind: str, entries: list[RecordEntry]) -> dict[UUID, str]:
    model, name, _, _ = NAMED[kind]
    wanted = {entry.event.subject for entry in entries if entry.event.kind == kind}
    return {one.id: name(one) or UNNAMED for one in session.scalars(select(model).where(model.id.in_(wanted)))}


_Named = tuple[Any, Callable[[Any], str], str, str]


def _paper(kind: Kind) -> _Named:
    """A paper goes by the name of the person whom it is about."""
    table = kind.table

    def name(row: Any) -> str:
        return table.whose(table.content(row)).name if opens(row, table.envelope) else DAMAGED

    return table.model, name, f"{kind.name}.show", kind.argument


NAMED: dict[str, _Named] = {
    "account": (Account, lambda one: one.holder.name, "accounts.show", "account_id"),
    "employer": (Employer, lambda one: one.identity.legal_name, "employers.show", "employer_id"),
    "workplace": (Workplace, lambda one: one.site.called, "workplaces.show", "workplace_id"),
    "roster": (Workplace, lambda one: one.site.called, "members.roster", "workplace_id"),
    "member": (
        Member,
        lambda one: one.identity.name if opens(one, "identity") else DAMAGED,
        "members.show",
        "member_id",
    ),
    "grievance": (Case, lambda one: one.code, "grievances.show", "case_id"),
    "case_search": (Case, lambda one: one.code, "grievances.show", "case_id"),
    "file_search": (Account, lambda one: one.holder.name, "accounts.show", "account_id"),
    ATTACHMENT: (Attachment, lambda one: one.code, "attachments.show", "attachment_id"),
    "layoff": (Case, lambda one: one.code, "layoffs.show", "case_id"),
} | {kind.table.record_kind: _paper(kind) for kind in PAPERS if kind.table.named}
