"""A proposed site: what the organiser wrote down, and what the secretariat answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, false, select, true
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class State(Enum):
    """Where a proposal stands."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    MERGED = "merged"  # the site was known already
    REFUSED = "refused"


@dataclass(frozen=True)
class Asked:
    """What an organiser wrote: a site of an employer in reach, or of one whom they name."""

    on: date
    by_name: str
    site: str
    city: str
    address: str = ""
    employer_id: UUID | None = None
    employer: str = ""
    people: int | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Answered:
    """What the secretariat answered, and which site it became."""

    on: date
    by_name: str
    words: str = ""
    workplace_id: UUID | None = None


class SiteProposal(Reachable, Model):
    """One proposed site."""

    __tablename__ = "site_proposal"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    state: Mapped[State] = plain("a closed list", named(State))
    asked_sealed: Mapped[bytes] = sealed()
    asked = Envelope(Asked, "workplace")
    answered_sealed: Mapped[bytes | None] = sealed(nullable=True)
    answered = Envelope(Answered, "workplace")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own; all of them for the secretariat."""
        if reach.named_only or reach.figures_only:
            return false()
        return true() if reach.accounts else reach.own(cls.account_id)

    @property
    def answer(self) -> Answered | None:
        """What was answered; nothing while it waits."""
        return None if self.answered_sealed is None else self.answered


def proposals() -> Select[SiteProposal]:
    """Every proposal in reach; sorted by the caller, for days are sealed."""
    return select(SiteProposal)
