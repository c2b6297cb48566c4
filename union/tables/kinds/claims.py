"""Which rows of a file claim the same number, telephone or address: found by short marks, for most claim none."""

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from union.text import without_zeros

Claimant = TypeVar("Claimant")
NUMBERS = frozenset(("employee_number", "card_number"))  # of which a spreadsheet takes the zeros in front


def claimed(key: str, value: Any, numbers: Container[str] = NUMBERS) -> Any:
    """A value as it is compared under its key."""
    return without_zeros(value) if key in numbers and isinstance(value, str) else value


class Claims:
    """What the rows claim under each of some keys, eight bytes a claim."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        self._marks = {key: array("q") for key in keys}

    def note(self, values: Mapping[str, Any]) -> None:
        """One row's claims."""
        for key, marks in self._marks.items():
            value = values.get(key)
            if value is not None:
                marks.append(hash(claimed(key, value)))

    def shared(self, rows: Iterable[Claimant]) -> Iterator[Claimant]:
        """Of these rows, whose claims were noted, those that could share one; two values can have one mark."""
        shared = {key: again for key, marks in self._marks.items() if (again := repeated(marks))}
        if shared:
            yield from (
                row
                for row in rows
                if any(hash(claimed(key, getattr(row, key))) in again for key, again in shared.items())
            )


def repeated(marks: Iterable[int]) -> set[int]:
    """The marks that are there more than once."""
    again: set[int] = set()
    for part in parts(marks):
        seen: set[int] = set()
        for mark in part:
            (again if mark in seen else seen).add(mark)
    return again


def parts(marks: Iterable[int]) -> Iterator[Iterator[int]]:
    """The marks in four parts, equal ones in one part: a set takes ten times the room of what it is made from."""
    return ((mark for mark in marks if mark & 3 == part) for part in range(4))
