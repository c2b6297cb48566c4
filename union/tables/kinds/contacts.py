"""Read the telephones and addresses of a row: two of each are kept, and what has no place is said."""

from collections.abc import Iterable
from typing import Any

from union.tables.cells import people as cells
from union.tables.cells import phones
from union.tables.cells.emails import emails
from union.tables.kinds.naming import Notes
from union.tables.table import Cell

SECOND = frozenset(("phone_other", "email_other"))
_IN_A_ROW = 2  # telephones and addresses that are kept of one person


def read_phone(notes: Notes, cell: Cell, row: int, column: int, values: dict[str, Any]) -> None:
    """Put the telephones of a cell into `values`, and say what was done to them. Raises `Unreadable`."""
    phone = phones.read_phone(cell)
    if phone.other is None and not phone.aside and "phone" not in values:
        values["phone"] = phone.number
    else:
        both = [one for one in (phone.number, phone.other) if one]
        if two := _keep(notes, "phone", both, row, column, cell, values, phone.aside):
            notes.remark("phone_two", row, column, cell, first=two[0], second=two[1])
    if phone.lost_zero:
        notes.remark("phone_zero", row, column, cell, number=phone.number)
    if phone.unlisted:
        notes.remark("phone_unlisted", row, column, cell, number=phone.number)


def read_email(notes: Notes, cell: Cell, row: int, column: int, values: dict[str, Any]) -> None:
    """Put the addresses of a cell into `values`. Raises `Unreadable`."""
    read, aside = emails(cell)
    if len(read) == 1 and not aside and "email" not in values:
        values["email"] = read[0]
    elif two := _keep(notes, "email", read, row, column, cell, values, aside):
        notes.remark("email_two", row, column, cell, first=two[0], second=two[1])


def _keep(
    notes: Notes,
    field: str,
    found: list[str],
    row: int,
    column: int,
    cell: Cell,
    values: dict[str, Any],
    aside: Iterable[str],
) -> list[str] | None:
    """Put the first two telephones or addresses of a row where they belong, and say what has no place.

    Returns both where one cell gave them.
    """
    other = f"{field}_other"
    before = [str(values[one]) for one in (field, other) if values.get(one)]
    known = {one.lower() for one in before}
    every = [*before, *(one for one in found if one.lower() not in known)]
    held, left = every[:_IN_A_ROW], [*every[_IN_A_ROW:], *aside]
    values |= dict(zip((field, other), held, strict=False))
    if left:
        listed = ", ".join(map(cells.displayed, left))
        notes.remark("set_aside", row, column, cell, kept=held[0], aside=listed)
    return held if len(held) > 1 and not before else None
