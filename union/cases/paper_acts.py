"""How a paper of a case comes to be and changes: its dates follow, the timeline and the record say it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from union.cases import dates
from union.cases.dates import Dated, Source
from union.cases.models import Case, CaseKind
from union.cases.timeline import entry
from union.record import chain
from union.store.reach import ReachSession

# Filled in `features`, by the kind of case: what a case does once its letter was read question by question.
LETTER_READ: dict[CaseKind, Callable[[ReachSession, UUID, Case], None]] = {}


@dataclass(frozen=True)
class Papers:
    """The papers of one feature: rows with an envelope `content` that says whom it is `about`, and that gives dates.

    The record knows a row by the name of its table.
    """

    content: str
    source: Source
    dated: Callable[[Any], Iterable[tuple[date | None, Dated]]]

    def begin(self, session: ReachSession, by: UUID, case: Case, row: Any, act: Enum, on: date | None = None) -> None:
        """A new paper; `on` is the day of the fact, where it is not today."""
        session.add(row)
        self._done(session, by, case, row, act, on)
        chain.note(session, by, chain.Act.CREATED, row.__tablename__, row.id, case=case.id)

    def change(
        self, session: ReachSession, by: UUID, case: Case, row: Any, act: Enum, *, on: date | None = None, **changed: Any
    ) -> None:  # fmt: skip
        """Other facts in the envelope."""
        setattr(row, self.content, dataclasses.replace(getattr(row, self.content), **changed))
        self._done(session, by, case, row, act, on)
        chain.note(session, by, chain.Act.CHANGED, row.__tablename__, row.id, case=case.id)

    def _done(self, session: ReachSession, by: UUID, case: Case, row: Any, act: Enum, on: date | None) -> None:
        session.flush()
        kept = getattr(row, self.content)
        dates.put(session, case, self.source, row.id, self.dated(kept))
        about = kept.about  # what was written stays with the paper: a timeline is read by more people
        entry(session, case, by, act, about.name if about.key else "", on=on)
