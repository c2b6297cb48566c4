"""What in an employer's list of departures changes a sum, and who may stand in it twice: for its page and its
command."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from union.tables.cells.names import fold
from union.text import without_zeros

WITHOUT_EFFECT = frozenset({"sex", "born_on", "job", "dependants", "site", "remarks", "signed_on", "identifier"})
"""Columns in which a bad cell changes no sum: the row is computed, and the cell is named beside it."""


def changes_a_sum(field: str | None, offered: Decimal | None) -> bool:
    """Whether a cell that cannot be read keeps its row out of the sums.

    A day of signature that nobody can read, on a row without an offer, may be the offer itself in the wrong column.
    """
    return field not in WITHOUT_EFFECT or (field == "signed_on" and offered is None)


def named_twice(people: Sequence[tuple[str, str, date | None]]) -> dict[int, str]:
    """Where somebody of that number, name and day of hiring may stand twice, by place in the sequence.

    `person_twice`: no number tells the rows apart, or zeros in front of it alone do; `name_twice`: they have different
    numbers, and are two people unless somebody says otherwise. A row without a name is nobody's double.
    """
    held: dict[tuple[str, date | None], list[int]] = {}
    for at, (_, name, hired_on) in enumerate(people):
        held.setdefault((" ".join(sorted(fold(name).split())), hired_on), []).append(at)
    found: dict[int, str] = {}
    for (name, _), same in held.items():
        numbers = {people[at][0] for at in same}
        if name and len(same) > 1 and len(numbers) > (0 if "" in numbers else 1):
            doubtful = "" in numbers or len(set(map(without_zeros, numbers))) < len(numbers)
            found |= dict.fromkeys(same, "person_twice" if doubtful else "name_twice")
    return found
