"""What is planned at a site: how far the union is there, what shows it, who follows it and what comes next; sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, false, select
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, plain, sealed


class SiteStage(Enum):
    """How far the union is at a site, from nothing to an agreement; it may fall back."""

    UNKNOWN = "unknown"
    HEARD_OF = "heard_of"
    MAPPED = "mapped"
    CONTACTED = "contacted"
    COMMITTEE = "committee"
    SECTION = "section"
    ELECTED = "elected"
    REPRESENTATIVE = "representative"
    AGREEMENT = "agreement"


class Spoken(Enum):
    """A language in which people work at a site."""

    FRENCH = "french"
    ARABIC = "arabic"
    AMAZIGH = "amazigh"
    SPANISH = "spanish"
    ENGLISH = "english"
    ITALIAN = "italian"
    GERMAN = "german"
    DUTCH = "dutch"
    PORTUGUESE = "portuguese"
    OTHER = "other"


@dataclass(frozen=True)
class Reached:
    """A stage from a day on, with what shows it, and which account wrote it down on which day."""

    stage: SiteStage
    on: date
    proof: str
    by: UUID
    by_name: str
    written_on: date


@dataclass(frozen=True)
class Standing:
    """All that is kept of a site. Whether it is declared is a fact of the workplace; here stands what shows it."""

    reached: tuple[Reached, ...] = ()  # in the order in which it was written
    owner_id: UUID | None = None
    next_act: str = ""
    next_on: date | None = None
    floors: tuple[str, ...] = ()
    shifts: tuple[str, ...] = ()
    transport: tuple[str, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    other_unions: tuple[str, ...] = ()
    declared_proof: str = ""
    declared_on: date | None = None

    @property
    def now(self) -> Reached | None:
        """What was reached last: by its day, and of one day what was written last."""
        return max(enumerate(self.reached), key=lambda pair: (pair[1].on, pair[0]), default=(0, None))[1]

    @property
    def stage(self) -> SiteStage:
        return SiteStage.UNKNOWN if self.now is None else self.now.stage

    @property
    def history(self) -> list[Reached]:
        """Every stage that was reached, the newest first."""
        in_order = sorted(enumerate(self.reached), key=lambda pair: (pair[1].on, pair[0]), reverse=True)
        return [one for _at, one in in_order]


class SiteStanding(Reachable, Model):
    """The one row of a site; a site of which nothing was ever written has none."""

    __tablename__ = "site_standing"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), unique=True)
    standing_sealed: Mapped[bytes] = sealed()
    standing = Envelope(Standing, "drive")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the sites in reach, for their organisers and the secretariat alone: it tells what is planned."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


def of_site(session: ReachSession, workplace_id: UUID) -> SiteStanding | None:
    """The row of a site, where one was begun."""
    return session.scalar(select(SiteStanding).where(SiteStanding.workplace_id == workplace_id))
