"""A person, the employments through which they are reached, and what the union knows of both; all of it sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    UniqueConstraint,
    and_,
    false,
    func,
    literal_column,
    null,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from union.members.named import Entrusted as Entrusted  # read with the rest
from union.members.named import named_to
from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed, token_column


class Membership(Enum):
    """What somebody is to the union."""

    CONTACT = "contact"  # sympathisant
    MEMBER = "member"
    LAPSED = "lapsed"  # dues not paid
    LEFT = "left"


class Sex(Enum):
    """As the rosters give it."""

    FEMALE = "f"
    MALE = "m"


class Category(Enum):
    """What the notice depends on (decree 2-04-469)."""

    EMPLOYEE = "employee"
    EXECUTIVE = "executive"


class Contract(Enum):
    """The kinds met in rosters."""

    CDI = "cdi"
    CDD = "cdd"
    ANAPEC = "anapec"  # training-insertion contract
    AGENCY = "agency"  # arts 495-500
    UNKNOWN = "unknown"


class Leaving(Enum):
    """How an employment ended, as far as the union knows."""

    RESIGNED = "resigned"
    DISMISSED = "dismissed"
    END_OF_TERM = "end_of_term"
    OTHER = "other"  # retirement, death, an agreement


class MandateKind(Enum):
    """Mandates from which protection is computed (arts 457-459, 472)."""

    DELEGATE_FULL = "delegate_full"
    DELEGATE_ALTERNATE = "delegate_alternate"
    CANDIDATE = "candidate"
    UNION_REPRESENTATIVE = "union_representative"


@dataclass(frozen=True)
class Identity:
    """Who somebody is. Names in Latin and in Arabic script, and the alias used at work."""

    family_name: str = ""
    given_name: str = ""
    family_name_ar: str = ""
    given_name_ar: str = ""
    alias: str = ""
    sex: Sex | None = None
    born_on: date | None = None
    phones: tuple[str, ...] = ()  # E.164
    emails: tuple[str, ...] = ()
    cin: str = ""  # only where the setting says that the CNDP authorisation is held

    @property
    def name(self) -> str:
        """The name to show: Latin where there is one, else Arabic."""
        latin = f"{self.given_name} {self.family_name}".strip()
        return latin or self.name_ar or self.alias

    @property
    def name_ar(self) -> str:
        return f"{self.given_name_ar} {self.family_name_ar}".strip()


@dataclass(frozen=True)
class Change:
    """One step of somebody's membership."""

    state: Membership
    on: date
    by: UUID | None = None
    why: str = ""


@dataclass(frozen=True)
class Consent:
    """Written express consent (law 09-08): when, how, and to which text."""

    on: date
    how: str
    text_version: str


@dataclass(frozen=True)
class Dues:
    """What was paid for a year, in dirhams; `journal` is the part of it that stands in payments too."""

    year: int
    amount: Decimal
    paid_on: date | None = None
    journal: Decimal = Decimal(0)


@dataclass(frozen=True)
class Standing:
    """What somebody is to the union, and how that came about."""

    state: Membership = Membership.CONTACT
    history: tuple[Change, ...] = ()
    card_number: str = ""
    joined_on: date | None = None
    dues: tuple[Dues, ...] = ()
    consent: Consent | None = None
    notes: str = ""


@dataclass(frozen=True)
class Wage:
    """Monthly pay in dirhams from a day on."""

    from_on: date | None
    gross: Decimal | None = None
    net: Decimal | None = None


@dataclass(frozen=True)
class Terms:
    """The terms of one employment; exact dates stay sealed, for the employer's own file holds the same ones."""

    employee_number: str = ""
    job: str = ""
    category: Category = Category.EMPLOYEE
    contract: Contract = Contract.UNKNOWN
    hired_on: date | None = None
    term_on: date | None = None  # the end written in a CDD
    left_on: date | None = None  # the last day, counted in
    wages: tuple[Wage, ...] = ()  # oldest first
    left_how: Leaving | None = None

    @property
    def wage(self) -> Wage | None:
        """The newest known."""
        return self.wages[-1] if self.wages else None


@dataclass(frozen=True)
class Held:
    """A mandate and its days, both counted in."""

    kind: MandateKind
    from_on: date
    until_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class HandedIn:
    """A membership form as a delegate handed it in."""

    given_name: str
    family_name: str
    phone: str = ""
    email: str = ""
    employee_number: str = ""
    job: str = ""
    language: str = "fr"
    consent: Consent | None = None
    note: str = ""


# The parts of the index of tokens: a list puts its people on one of them, so that what it adds lies together however
# many people there are elsewhere. Whoever is written down by hand, or was before, stands on the first.
SHELVES = range(16)


class Member(Reachable, Model):
    """A person: member, contact, or somebody who was."""

    __tablename__ = "member"
    __table_args__ = (Index("uq_member_shelf_id", "shelf", "id", unique=True),)  # their tokens name both

    identity_sealed: Mapped[bytes] = sealed()
    identity = Envelope(Identity, "member.identity")
    standing_sealed: Mapped[bytes] = sealed()
    standing = Envelope(Standing, "member.standing")
    shelf: Mapped[int] = plain(
        "where the index of tokens holds theirs, one of `SHELVES`", Integer, default=0, server_default="0"
    )
    version: Mapped[int] = plain("counts the changes", Integer)
    employments: Mapped[list[Employment]] = relationship(back_populates="member")

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Members are reached through their employments; a delegate or a lawyer reads their own file and the members
        whom something names to them."""
        if reach.figures_only:
            return false()
        if reach.named_only:
            return named_to(reach, cls.id)
        return _works_within(reach, cls.id)


class MemberToken(Reachable, Model):
    """A keyed exact token of a phone, an e-mail or an employee number: for matching imports, never for names."""

    __tablename__ = "member_token"
    __table_args__ = (
        ForeignKeyConstraint(
            ["shelf", "member_id"], ["member.shelf", "member.id"], name="fk_member_token_member", ondelete="CASCADE"
        ),
        Index("ix_member_token_member", "shelf", "member_id"),
        Index("ix_member_token_shelf_token", "shelf", "token"),
    )

    reached_by = "member_id"

    shelf: Mapped[int] = plain("that of the person", Integer, default=0, server_default="0")
    member_id: Mapped[UUID] = mapped_column()
    token: Mapped[bytes] = token_column(index=False)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The tokens of the members in reach."""
        if reach.named_only or reach.figures_only:
            return cls.member_id.in_(select(Member.id).where(Member.within(reach)))
        return _works_within(reach, cls.member_id)


class Employment(Reachable, Model):
    """Somebody's work at a site; the thread by which a person is reached."""

    __tablename__ = "employment"
    # The workplace first: what works there lies together, however many work elsewhere, and it is found by this index
    # too.
    __table_args__ = (UniqueConstraint("workplace_id", "member_id", "id", name="uq_employment_whole"),)

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"))
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    member: Mapped[Member] = relationship(back_populates="employments")
    terms_sealed: Mapped[bytes] = sealed()
    terms = Envelope(Terms, "member.terms")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Work at the workplaces in reach; a delegate or a lawyer sees that of their own file and of the members whom
        something names to them."""
        if reach.figures_only:
            return false()
        mine = reach.covers(cls.workplace_id)
        return and_(mine, named_to(reach, cls.member_id)) if reach.named_only else mine


class Mandate(Reachable, Model):
    """An elected or named office at a site."""

    __tablename__ = "mandate"
    __table_args__ = (
        ForeignKeyConstraint(
            ["employment_id", "workplace_id", "member_id"],
            ["employment.id", "employment.workplace_id", "employment.member_id"],
            name="fk_mandate_employment",
        ),
    )

    employment_id: Mapped[UUID] = mapped_column(index=True)
    workplace_id: Mapped[UUID] = mapped_column(index=True)
    member_id: Mapped[UUID] = mapped_column(index=True)
    held_sealed: Mapped[bytes] = sealed()
    held = Envelope(Held, "member.terms")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those at the workplaces in reach; a delegate or a lawyer sees those of the members whom they reach."""
        mine = reach.covers(cls.workplace_id)
        if reach.named_only or reach.figures_only:
            return and_(mine, cls.member_id.in_(select(Member.id).where(Member.within(reach))))
        return mine


EMPLOYMENT: Table = Employment.__table__  # type: ignore[assignment]  # every declared class has its table


def _works_within(reach: Reach, member_id: Any) -> ColumnElement[bool]:
    """Whoever works at a workplace in reach, asked person by person: a list of all who do grows with the workplace.

    SQLite would look for the one person among everybody of the workplace, by its index; of a value that is computed
    it has none. PostgreSQL would make that list for each question; what has an offset it asks as it stands.
    """
    if reach.everywhere:
        return true()
    work = EMPLOYMENT.alias()  # below the criteria, which would name the workplaces again
    here = func.coalesce(work.c.workplace_id, null()).in_(reach.workplaces)
    asked = select(work.c.id).where(work.c.member_id == member_id, here).correlate_except(work)
    return asked.offset(literal_column("0")).exists()


class ProposalState(Enum):
    """What became of a membership form."""

    NEW = "new"
    TAKEN = "taken"
    SET_ASIDE = "set_aside"


class Proposal(Reachable, Model):
    """A membership form handed in for a colleague: write-only for who hands it in, whoever it is about."""

    __tablename__ = "proposal"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    account_id: Mapped[UUID] = mapped_column()
    state: Mapped[ProposalState] = plain("a closed list", named(ProposalState))
    handed_in_sealed: Mapped[bytes] = sealed()
    handed_in = Envelope(HandedIn, "proposal")  # no token and a key of its own: it must not be comparable with members

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The forms handed in for the workplaces in reach, for a desk alone."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Who hands a form in writes it, and never reads it back; a desk also takes it or sets it aside."""
        own = and_(reach.covers(cls.workplace_id), reach.own(cls.account_id))
        return own if reach.named_only else or_(own, cls.within(reach))
