"""Brands whose customers a site serves, each one thing of its own and never a person; sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, false, select, true
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed
from union.workplaces.models import Market


class Lever(Enum):
    """By what a brand can be asked to answer for its sites, in the country where it buys."""

    CONTACT_POINT = "contact_point"  # of the OECD guidelines for multinational enterprises
    VIGILANCE = "vigilance"
    CODE = "code"
    AGREEMENT = "agreement"  # with a global union


@dataclass(frozen=True)
class Pull:
    """One lever, and what is known of it: its text, its address, who signed it."""

    lever: Lever
    note: str


@dataclass(frozen=True)
class Told:
    """What is known of a brand."""

    name: str
    country: str = ""
    levers: tuple[Pull, ...] = ()
    notes: str = ""

    def note_of(self, lever: Lever) -> str:
        """What is known of a lever; empty where it is not there."""
        return next((one.note for one in self.levers if one.lever is lever), "")


@dataclass(frozen=True)
class Served:
    """That a site serves a brand: since when, until when, for which market, and what shows it."""

    from_on: date | None = None
    until_on: date | None = None
    market: Market | None = None
    proof: str = ""

    def within(self, first: date, last: date) -> tuple[date, date] | None:
        """The days of a period on which it did, both counted in."""
        begins, ends = max(self.from_on or first, first), min(self.until_on or last, last)
        return (begins, ends) if begins <= ends else None

    def on(self, day: date) -> bool:
        """Whether it did on a day."""
        return self.within(day, day) is not None


class Brand(Reachable, Model):
    """A company for whose customers sites work."""

    __tablename__ = "brand"

    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "drive", instead=lambda: Told(_("a brand that cannot be read")))
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """All of them, for organisers and the secretariat alone: which sites serve one is told by `BrandSite`."""
        if reach.named_only or reach.figures_only:
            return false()
        return true() if reach.everywhere or reach.workplaces else false()


class BrandSite(Reachable, Model):
    """One site that serves one brand."""

    __tablename__ = "brand_site"

    brand_id: Mapped[UUID] = mapped_column(ForeignKey("brand.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    served_sealed: Mapped[bytes] = sealed()
    served = Envelope(Served, "drive")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the sites in reach, for their organisers and the secretariat alone."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


def brands() -> Select[Brand]:
    """Every brand in reach; sorted by the caller, for names are sealed."""
    return select(Brand)


def sites_of(brand_id: UUID) -> Select[BrandSite]:
    """Where it is or was served, within reach."""
    return select(BrandSite).where(BrandSite.brand_id == brand_id)


def brands_of(workplace_id: UUID) -> Select[BrandSite]:
    """What a site serves or served."""
    return select(BrandSite).where(BrandSite.workplace_id == workplace_id)
