"""The official figures of a general round of elections; sealed, for beside them stands which union is ours and what is
documented of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Integer, false, true
from sqlalchemy.orm import Mapped

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.tables.cells.names import fold
from union.vault.envelope import Envelope, plain, sealed


@dataclass(frozen=True)
class Seated:
    """A union with the delegates elected on its lists."""

    name: str
    seats: int


@dataclass(frozen=True)
class Told:
    """What was published of a round, and of our own union what papers show."""

    year: int
    total: int
    source: str
    source_on: date
    unions: tuple[Seated, ...]
    both_sectors: bool = False  # else the total is of the private sector alone
    without: int | None = None  # delegates without a union; None: not published
    ours: str = ""  # the name of one of the unions
    independent: bool = False
    contracts: bool = False

    @property
    def written(self) -> int:
        """The seats that are written down, those without a union among them."""
        return sum(one.seats for one in self.unions) + (self.without or 0)

    @property
    def our_own(self) -> Seated | None:
        """Our union among them, where somebody said which one it is."""
        return next((one for one in self.unions if self.ours and fold(one.name) == fold(self.ours)), None)


class GeneralRound(Reachable, Model):
    """One general round; a year has one."""

    __tablename__ = "general_round"

    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "workplace")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """All of them, for organisers and the secretariat alone: they are of the country and of no site."""
        if reach.named_only or reach.figures_only:
            return false()
        return true() if reach.everywhere or reach.workplaces else false()

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever runs the federation, whose reach has the accounts: one set of figures for everybody."""
        return true() if reach.accounts else false()
