"""How a list was read, kept under a name for the next one of the same shape."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, false, select
from sqlalchemy.orm import Mapped, mapped_column

from union.imports.records.outcomes import ListOf
from union.members.models import Membership
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault import ring
from union.vault.envelope import Envelope, plain, sealed, token_column


@dataclass(frozen=True)
class Filled:
    """One column: its header, how often that header came before it, the field that it fills, what was answered of it.

    `header` is folded, as lists are compared by it; `written` is the same as it stood in the list.
    """

    header: str
    nth: int
    field: str
    told: dict[str, str]
    written: str = ""

    @property
    def title(self) -> str:
        """What the column is called to people: its header, or its number."""
        return self.written or self.header or str(self.nth + 1)


@dataclass(frozen=True)
class Saved:
    """The columns and the choices that let a list of the same shape go through without a question."""

    name: str
    columns: tuple[Filled, ...]
    state: Membership
    chosen: dict[str, str]  # encoding, delimiter, sheet or titles, where a person chose it against what was found
    by: UUID | None
    at: datetime
    used_on: date | None = None
    list_of: ListOf = ListOf.MEMBERS


class SavedReading(Reachable, Model):
    """It belongs to the workplace whose list it was made of, and is seen by whoever brings lists in there.

    That of a list of many workplaces belongs to none, and is seen by whoever reaches them all.

    Not to the person, or it would go with them; not to the federation, for the headers of a list tell whose payroll
    the union holds: whoever does not reach a workplace does not learn what its lists look like.
    """

    __tablename__ = "saved_reading"

    workplace_id: Mapped[UUID | None] = mapped_column(ForeignKey("workplace.id"), index=True)  # None: of many
    shape: Mapped[bytes] = token_column()
    saved_sealed: Mapped[bytes] = sealed()
    saved = Envelope(Saved, "import.reading")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the workplaces in reach, for a desk alone."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


def saved_readings() -> Select[SavedReading]:
    """Every saved reading in reach; sorted by the caller, for its name is sealed."""
    return select(SavedReading)


def shape_token(workplace_id: UUID | None, shape: str, list_of: ListOf = ListOf.MEMBERS) -> bytes:
    """A token of each workplace's own, and of each kind of list: two with the same payroll program do not show it."""
    kind = "" if list_of is ListOf.MEMBERS else f"|{list_of.value}"
    key = ring.current().token_key(f"shape|{workplace_id or 'many'}{kind}")
    return hmac.digest(key, shape.encode(), "sha256")[: ring.TOKEN]
