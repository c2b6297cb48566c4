"""Which letters a case offers: each feature says its own, and the pages of letters know none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from union.cases.models import Case
from union.papers.sending import Means
from union.press.content import Letter
from union.store.reach import ReachSession


@dataclass(frozen=True)
class First:
    """What to do before a letter is begun, though it can be begun without: in words, and where."""

    words: Any
    url: str


@dataclass(frozen=True)
class Offer:
    """A letter that can be begun: its key within the case, what it is called, and what makes it in a language."""

    key: str
    title: Any
    make: Callable[[str, date], Letter]
    missing: Any = ""  # why it cannot be begun yet; empty where it can
    first: First | None = None


# Filled in `features`: each gives what it offers for a case, with the rights of whoever asks.
OFFERS: list[Callable[[Case], Iterable[Offer]]] = []


@dataclass(frozen=True)
class Origin:
    """What has to know that a letter made from it went, and that this was a mistake.

    Each is called with the key of the offer and does nothing for one that is not its own; `mark` raises `Refused` under
    `sent_on`.
    """

    mark: Callable[[ReachSession, UUID, Case, str, Means, date], None]
    take_back: Callable[[ReachSession, UUID, Case, str], None]


@dataclass(frozen=True)
class StepOfLetter:
    """The step of a case's path that is done once its letter went; `mark` raises `Refused`."""

    words: Any
    mark: Callable[[ReachSession, UUID, date, Means, str], None]


# Filled in `features`: what keeps a mark of its own, and whose path has steps.
ORIGINS: list[Origin] = []
STEPS: list[Callable[[Case, str], StepOfLetter | None]] = []


def step_of(case: Case, made_from: str) -> StepOfLetter | None:
    """The open step that a letter belongs to, if there is one."""
    return next((found for find in STEPS if (found := find(case, made_from)) is not None), None)


def offers(case: Case) -> Iterator[Offer]:
    """Every letter that can be begun on a case."""
    for offered in OFFERS:
        yield from offered(case)


def offer_of(case: Case, key: str) -> Offer | None:
    """The offer of this key that can be begun, if there is one."""
    return next((one for one in offers(case) if one.key == key and not one.missing), None)
