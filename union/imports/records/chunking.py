"""Many ids at a time, but no more than one statement can name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
CHUNK = 1000  # below the databases' limits of bound values; so many rows are open at once


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    """So many at a time as one statement can name."""
    return (items[start : start + size] for start in range(0, len(items), size))
