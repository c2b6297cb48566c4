"""Work over many rows without a search for garbage: among ten thousand living rows it takes two fifths of the time."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """No search for garbage meanwhile; as a decorator, during the whole function."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
        gc.collect(1)  # what outlived the sweeps: nothing older than this work is looked at
        give_back()


def sweep() -> None:
    """Look for garbage among the newest objects only: to be called after each piece of such work."""
    gc.collect(0)


def give_back() -> None:
    """Freed memory goes back to the system: glibc keeps 40 MB of what the reading of 100,000 rows held."""
    if hasattr(_LIBC, "malloc_trim"):
        _LIBC.malloc_trim(0)


_LIBC = ctypes.CDLL(None)  # another C library has no such calls, and none of these habits
_MMAP_THRESHOLD, LARGE = -3, 128 * 1024  # glibc's number of the setting, and where it begins itself; bytes
if hasattr(_LIBC, "mallopt"):
    # A block of this size goes back as it is freed. Left to itself glibc takes the first large one that is freed for
    # the
    # new measure, lays the next among small ones, and what grows there leaves holes: 8 MB of an import.
    _LIBC.mallopt(_MMAP_THRESHOLD, LARGE)
