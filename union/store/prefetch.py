"""Makes the next thing in a thread while the last one is used."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from union.store.throttling import begin

Item = TypeVar("Item")


def prefetch_iter(items: Iterator[Item]) -> Iterator[Item]:
    """The same items. One is made while its user waits for the database; what that raises comes in its turn."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead", initializer=begin) as pool:
        coming = pool.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = pool.submit(next, items, None)
            yield item
