"""Accounts, their grants over workplaces, and the sessions they are signed in with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import (
    Boolean,
    ColumnElement,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    and_,
    false,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from union.access import May, Role, roles_with
from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed, token_column


@dataclass(frozen=True)
class Holder:
    """Who holds an account."""

    login: str
    name: str
    language: str = ""
    worn: str = ""  # the role worn last, where the grants allow several
    phone: str = ""  # for the union's work, written down by its holder; shown to who reads their cases


@dataclass(frozen=True)
class Term:
    """From when until when a grant holds; both days counted in."""

    from_on: date
    until_on: date | None = None
    ended_on: date | None = None
    granted_by: UUID | None = None

    def holds(self, on: date) -> bool:
        last = min((day for day in (self.until_on, self.ended_on) if day is not None), default=None)
        return self.from_on <= on and (last is None or on <= last) and self.ended_on != on


@dataclass(frozen=True)
class Browser:
    """What a session was begun with, for its holder to recognise."""

    agent: str
    began_at: datetime


@dataclass(frozen=True)
class Reset:
    """A code that somebody gave in the place of a forgotten password, and what became of it."""

    at: datetime
    by: UUID | None  # nobody: from the command line
    by_name: str
    until: datetime
    used_at: datetime | None = None
    used_with: str = ""  # the browser
    confirmed_at: datetime | None = None  # a second person said who holds the account
    confirmed_by: str = ""
    closed: tuple[UUID, ...] = ()  # the cases and the draft that it opens only then


@dataclass(frozen=True)
class Resets:
    """The codes of one account, the newest last."""

    given: tuple[Reset, ...] = ()


@dataclass(frozen=True)
class Opened:
    """The cases that a session gave a reason for opening: they stay open to it until it ends."""

    cases: tuple[UUID, ...] = ()


class Account(Reachable, Model):
    """Somebody who signs in."""

    __tablename__ = "account"

    login_token: Mapped[bytes] = token_column(unique=True)
    holder_sealed: Mapped[bytes] = sealed()
    holder = Envelope(Holder, "account", instead=lambda: Holder("–", _("somebody whose account cannot be read")))
    password: Mapped[str] = plain("argon2id: slow to guess, and names nobody", String(200))
    disabled: Mapped[bool] = plain("whether it may sign in", Boolean, default=False)
    renews: Mapped[bool] = plain(
        "whether somebody else gave its password, to be changed at the door", Boolean, default=False
    )
    resets_sealed: Mapped[bytes | None] = sealed(nullable=True)
    resets = Envelope(Resets, "account", instead=Resets)
    version: Mapped[int] = plain("counts the changes", Integer)
    grants: Mapped[list[Grant]] = relationship(back_populates="account", lazy="selectin")

    __mapper_args__ = {"version_id_col": version}

    @property
    def known_resets(self) -> tuple[Reset, ...]:
        """Every code that was given, the newest last."""
        return () if self.resets_sealed is None else self.resets.given

    @property
    def pending_reset(self) -> Reset | None:
        """The code that was given and not used yet."""
        last = self.known_resets[-1] if self.renews and self.known_resets else None
        return last if last is not None and last.used_at is None else None

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """An account is seen by its holder; at a desk also by those who work at the same places, to hand a case over.

        A delegate also sees who works the cases of their workplace, to choose who reads a confidential one.
        """
        if reach.accounts:
            return true()
        if reach.figures_only:
            return reach.own(cls.id)
        if reach.named_only:
            return or_(reach.own(cls.id), cls.id.in_(select(GRANT.c.account_id).where(_at_the_desk(reach))))
        beside = select(GrantPlace.account_id).where(GrantPlace.within(reach))
        above = select(Grant.account_id).where(Grant.everywhere)
        return or_(reach.own(cls.id), cls.id.in_(beside), cls.id.in_(above))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """The secretariat; else one's own alone."""
        return true() if reach.accounts else reach.own(cls.id)


class Grant(Reachable, Model):
    """A role over chosen workplaces, or over all, from and until a date."""

    __tablename__ = "account_grant"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship(back_populates="grants")
    role: Mapped[Role] = plain("a closed list", named(Role))
    everywhere: Mapped[bool] = plain("whether it covers every workplace", Boolean, default=False)
    term_sealed: Mapped[bytes] = sealed()
    term = Envelope(Term, "account", instead=lambda: Term(date.max))  # it gives nothing
    places: Mapped[list[GrantPlace]] = relationship(back_populates="grant", lazy="selectin")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own; at a desk also what colleagues hold, as far as it says who works where."""
        if reach.accounts:
            return true()
        if reach.figures_only:
            return reach.own(cls.account_id)
        if reach.named_only:
            return or_(reach.own(cls.account_id), cls.id.in_(select(GRANT.c.id).where(_at_the_desk(reach))))
        beside = select(GrantPlace.grant_id).where(GrantPlace.within(reach))
        return or_(reach.own(cls.account_id), cls.everywhere, cls.id.in_(beside))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Roles are given and ended by the secretariat alone."""
        return true() if reach.accounts else false()


class GrantPlace(Reachable, Model):
    """One workplace of a grant."""

    __tablename__ = "account_grant_place"

    grant_id: Mapped[UUID] = mapped_column(ForeignKey("account_grant.id"), index=True)
    grant: Mapped[Grant] = relationship(back_populates="places")
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own; at a desk also who works at the workplaces in reach, and to a delegate who works their cases."""
        if reach.accounts:
            return true()
        if reach.figures_only:
            return reach.own(cls.account_id)
        if reach.named_only:
            desk = and_(reach.covers(cls.workplace_id), cls.grant_id.in_(select(GRANT.c.id).where(_at_the_desk(reach))))
            return or_(reach.own(cls.account_id), desk)
        return or_(reach.own(cls.account_id), reach.covers(cls.workplace_id))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """The secretariat alone."""
        return true() if reach.accounts else false()


GRANT: Table = Grant.__table__  # type: ignore[assignment]  # its rule and that of places would ask each other
PLACE: Table = GrantPlace.__table__  # type: ignore[assignment]  # as above


def _at_the_desk(reach: Reach) -> ColumnElement[bool]:
    """Grants of those who work the cases of the workplaces in reach."""
    placed = GRANT.c.id.in_(select(PLACE.c.grant_id).where(PLACE.c.workplace_id.in_(reach.workplaces)))
    here = true() if reach.everywhere else placed  # a lawyer of the whole federation
    return and_(GRANT.c.role.in_(list(roles_with(May.WORK_GRIEVANCE))), or_(GRANT.c.everywhere, here))


class Door(Reachable, Model):
    """One sign-in session; the browser holds the token, the database its SHA-256."""

    __tablename__ = "door"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped[Account] = relationship()
    token: Mapped[bytes] = plain("SHA-256 of 256 random bits: opens nothing", LargeBinary(32), unique=True)
    seen_at: Mapped[datetime] = plain(
        "when it was last used, for its ending after 30 idle minutes", DateTime(timezone=True)
    )
    ends_at: Mapped[datetime] = plain("when it ends in any case", DateTime(timezone=True))
    browser_sealed: Mapped[bytes] = sealed()
    browser = Envelope(Browser, "account")
    opened_sealed: Mapped[bytes | None] = sealed(nullable=True)
    opened = Envelope(Opened, "account", instead=Opened)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own sign-ins; all of them for the secretariat, which ends them."""
        return true() if reach.accounts else reach.own(cls.account_id)


def by_name() -> Select[Any]:
    """Every account in reach; sorted by the caller, for names are sealed."""
    return select(Account)


@dataclass(frozen=True)
class Granted:
    """A grant as it is asked for: role, places (empty with `everywhere`), days."""

    role: Role
    from_on: date
    until_on: date | None = None
    everywhere: bool = False
    workplaces: frozenset[UUID] = field(default_factory=frozenset)
