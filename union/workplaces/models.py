"""Employers and their sites. What names them is sealed: a workplace's name in a stolen dump tells where the union
is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, select, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed
from union.web.locale import language
from union.workplaces.cities import in_arabic


class Activity(Enum):
    """What people do at a site."""

    CALLS = "calls"
    BACK_OFFICE = "back_office"
    MODERATION = "moderation"


class Market(Enum):
    """Whose customers a site serves."""

    FRENCH = "french"
    CANADIAN = "canadian"
    SPANISH = "spanish"
    MOROCCAN = "moroccan"
    OTHER = "other"


@dataclass(frozen=True)
class Identity:
    """An employer as letters and pleadings ask it."""

    legal_name: str
    trade_register: str = ""  # registre du commerce: number and court
    ice: str = ""  # identifiant commun de l'entreprise, 15 digits
    cnss: str = ""  # affiliation number
    seat: str = ""
    inspectorate: str = ""  # the competent labour inspectorate
    court: str = ""  # the competent court of first instance
    group: str = ""
    notes: str = ""
    mail_domains: str = ""  # of its mail addresses, by spaces: to none of them is anything sent


@dataclass(frozen=True)
class Headcount:
    """How many people worked at a site on a day, and who says so."""

    on: date
    people: int
    source: str = ""


@dataclass(frozen=True)
class Site:
    """A place of work as people know it."""

    name: str
    city: str = ""
    address: str = ""
    activities: tuple[Activity, ...] = ()
    markets: tuple[Market, ...] = ()
    declared: bool = True  # False: an unregistered, "shadow" centre
    headcounts: tuple[Headcount, ...] = ()  # newest last
    notes: str = ""
    name_ar: str = ""

    @property
    def called(self) -> str:
        """Its name for whoever reads now."""
        return self.called_in(language())

    @property
    def town(self) -> str:
        """Its city for whoever reads now."""
        return self.town_in(language())

    def called_in(self, said: str) -> str:
        """Its name in a language: the Arabic one in Arabic, where it is known."""
        return self.name_ar if self.name_ar and said == "ar" else self.name

    def town_in(self, said: str) -> str:
        """Its city in a language."""
        return in_arabic(self.city) if said == "ar" else self.city

    @property
    def headcount(self) -> Headcount | None:
        """The newest known."""
        return max(self.headcounts, key=lambda one: one.on, default=None)


class Employer(Reachable, Model):
    """Who employs: one legal person with one or several sites."""

    __tablename__ = "employer"

    identity_sealed: Mapped[bytes] = sealed()
    identity = Envelope(Identity, "workplace", instead=lambda: Identity(_("an employer who cannot be read")))
    version: Mapped[int] = plain("counts the changes", Integer)
    workplaces: Mapped[list[Workplace]] = relationship(back_populates="employer")

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The employers of the workplaces in reach."""
        return true() if reach.everywhere else cls.id.in_(select(Workplace.employer_id).where(Workplace.within(reach)))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Employers are created and corrected by the secretariat, which reaches all."""
        return cls.within(reach)


class Workplace(Reachable, Model):
    """A site of an employer: what grants, members and cases stand on."""

    __tablename__ = "workplace"

    employer_id: Mapped[UUID] = mapped_column(ForeignKey("employer.id"), index=True)
    employer: Mapped[Employer] = relationship(back_populates="workplaces")
    site_sealed: Mapped[bytes] = sealed()
    site = Envelope(Site, "workplace", instead=lambda: Site(_("a workplace that cannot be read")))
    version: Mapped[int] = plain("counts the changes", Integer)
    roster: Mapped[int] = plain("counts the changes of its roster, for the index in memory", Integer, default=0)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The workplaces in reach."""
        return reach.covers(cls.id)


def sites() -> Select[Workplace]:
    """Every site in reach; sorted by the caller, for names are sealed."""
    return select(Workplace)


def employers() -> Select[Employer]:
    return select(Employer)
