"""The lines of a roster, as the index keeps them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from union.members.models import Category, Contract, Held, Leaving, Membership


class Named(NamedTuple):
    """A person on a roster, with the names and keys that a search needs."""

    member: bytes  # ids as bytes: a hundred thousand `UUID` objects cost half a second
    employment: bytes
    name: str
    name_ar: str
    alias: str
    key: str  # begins with the folded family name: it sorts too

    @property
    def member_id(self) -> UUID:
        return UUID(bytes=self.member)

    @property
    def employment_id(self) -> UUID:
        return UUID(bytes=self.employment)


class Entry(NamedTuple):
    """One line of a roster."""

    who: Named
    state: Membership
    number: str
    job: str
    category: Category
    contract: Contract
    hired_on: date | None
    left_on: date | None
    mandates: tuple[Held, ...]
    entrusted_to: tuple[UUID, ...]  # accounts of delegates
    left_how: Leaving | None = None

    def works(self, on: date) -> bool:
        """Whether the person still works there on a day."""
        return self.left_on is None or on <= self.left_on

    def holds(self, on: date) -> tuple[Held, ...]:
        """The mandates that run on a day."""
        return tuple(held for held in self.mandates if held.from_on <= on <= (held.until_on or date.max))
