"""Sealed rows read by the thousand: of each what a page counts or searches, opened once for each of its versions.

Which rows a session may see is asked of the database every time; what is kept in memory is found by their ids alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from union.store.among import Among, as_given, id_of
from union.store.reach import ReachSession
from union.vault.envelope import DAMAGED, Envelope

TOGETHER = 500  # rows opened at once
Kept = TypeVar("Kept")


class OpenedOnce(Generic[Kept]):
    """The rows of one kind. `taken` takes what the envelope holds and gives what is kept of it; `damaged` stands for a
    row that does not open. `columns` are read beside it, in clear."""

    def __init__(
        self,
        kind: Any,
        envelope: Envelope[Any],
        taken: Callable[[Any], Kept],
        damaged: Kept,
        columns: tuple[Any, ...] = (),
    ) -> None:
        self.kind, self.envelope, self.taken, self.damaged, self.columns = kind, envelope, taken, damaged, columns
        self.kept: dict[str | UUID, tuple[int, Kept]] = {}

    def within(
        self, session: ReachSession, *where: ColumnElement[bool], order: Sequence[Any] = ()
    ) -> Iterator[tuple[Any, Kept]]:
        """Every row in reach of which this is true, with what is kept of it; the row has its `given_id`, of which
        `among.id_of` makes bytes, and the columns."""
        kind, kept = self.kind, self.kept
        asked = select(as_given(kind.id).label("given_id"), kind.version, *self.columns).where(*where).order_by(*order)
        rows = session.execute(asked).all()
        new = [row[0] for row in rows if (known := kept.get(row[0])) is None or known[0] != row[1]]
        for start in range(0, len(new), TOGETHER):
            self._read(session, new[start : start + TOGETHER])
        if session.reach.everywhere and not where and len(kept) != len(rows):  # whoever is gone is forgotten here too
            kept = self.kept = {row[0]: kept[row[0]] for row in rows if row[0] in kept}
        return ((row, kept[row[0]][1]) for row in rows if row[0] in kept)

    def _read(self, session: ReachSession, ids: list[str | UUID]) -> None:
        kind, column = self.kind, getattr(self.kind, self.envelope.column)
        table = kind.__table__.name
        asked = select(as_given(kind.id), kind.id, kind.version, column)
        for given, id_, version, stored in session.execute(asked.where(Among(kind.id, [id_of(one) for one in ids]))):
            try:
                one = self.taken(self.envelope.open(table, id_, stored))
            except DAMAGED:
                one = self.damaged
            self.kept[given] = (version, one)
