"""The table of a kind of paper: how a row comes to be and changes, with its dates, its timeline and its record."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from union.cases import dates
from union.cases.dates import Dated, Source
from union.cases.models import Case
from union.cases.subjects import About
from union.cases.timeline import entry
from union.record import chain
from union.store.reach import ReachSession


@dataclass(frozen=True)
class Table:
    """The rows of one kind: the envelope of each, and the name under which they give dates to their case."""

    model: type[Any]
    envelope: str
    source: Source
    whose: Callable[[Any], About] = lambda content: content.about
    named: bool = True  # whether the record knows each row by the name of its table

    @property
    def record_kind(self) -> str:
        """What the record calls a row."""
        return str(self.model.__tablename__)

    def content(self, row: Any) -> Any:
        """What the envelope of a row holds."""
        return getattr(row, self.envelope)

    def of_case(self, case_id: UUID) -> Select[Any]:
        """The rows of a case."""
        return select(self.model).where(self.model.case_id == case_id)


@dataclass(frozen=True)
class Acts:
    """What the timeline calls the acts that every kind has: a paper written down, corrected, set aside."""

    noted: Enum
    corrected: Enum
    aside: Enum


@dataclass(frozen=True, kw_only=True)
class PaperTable(Table):
    """The table of papers of which a person may have several: written down, corrected, and at last set aside."""

    holds: type[Any]
    acts: Acts
    dated: Callable[[Any], Iterable[tuple[date | None, Dated]]]
    check: Callable[[dict[str, Any]], None]
    """Raises `Refused` for facts that cannot be."""
    of_the_day: str = ""
    """The fact that says on which day the timeline puts a new paper; that of writing where there is none."""

    def write_down(self, session: ReachSession, by: UUID, case: Case, about: About, facts: dict[str, Any]) -> Any:
        """A new paper of somebody. Raises `Refused`."""
        self.check(facts)
        content = {self.envelope: self.holds(about, **facts)}
        row = self.model(case_id=case.id, workplace_id=case.workplace_id, version=1, **content)
        session.add(row)
        self._done(session, by, case, row, self.acts.noted, facts.get(self.of_the_day))
        chain.note(session, by, chain.Act.CREATED, self.record_kind, row.id, case=case.id)
        return row

    def correct(self, session: ReachSession, by: UUID, case: Case, row: Any, facts: dict[str, Any]) -> None:
        """Other facts of the paper. Raises `Refused`."""
        self.check(facts)
        self.change(session, by, case, row, self.acts.corrected, **facts)

    def set_aside(self, session: ReachSession, by: UUID, case: Case, row: Any, why: str) -> None:
        """The paper counts no more: it stays to be read, and its dates are gone."""
        self.change(session, by, case, row, self.acts.aside, set_aside=why)

    def change(
        self,
        session: ReachSession,
        by: UUID,
        case: Case,
        row: Any,
        act: Enum,
        *,
        on: date | None = None,
        **changed: Any,
    ) -> None:
        """Other content of the envelope. `on` is the day of the fact, where it is not today."""
        setattr(row, self.envelope, dataclasses.replace(self.content(row), **changed))
        self._done(session, by, case, row, act, on)
        chain.note(session, by, chain.Act.CHANGED, self.record_kind, row.id, case=case.id)

    def _done(self, session: ReachSession, by: UUID, case: Case, row: Any, act: Enum, on: date | None) -> None:
        session.flush()
        content = self.content(row)
        dates.put(session, case, self.source, row.id, self.dated(content))
        about = self.whose(content)  # what was written stays with the paper: a timeline is read by more people
        entry(session, case, by, act, about.name if about.key else "", on=on)
