"""Which letters a case offers: each feature says its own, and the pages of letters know none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from union.cases.models import Case
from union.press.content import Letter


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


def offers(case: Case) -> Iterator[Offer]:
    """Every letter that can be begun on a case."""
    for offered in OFFERS:
        yield from offered(case)


def offer_of(case: Case, key: str) -> Offer | None:
    """The offer of this key that can be begun, if there is one."""
    return next((one for one in offers(case) if one.key == key and not one.missing), None)
