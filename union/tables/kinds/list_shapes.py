"""What each kind of list needs: its fields, what makes a row whole, and which rows speak of the same thing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from union.tables.columns import fields
from union.tables.kinds.list_rows import DeclaredRow, ElectionRow, HeadcountRow, WorkplaceRow
from union.tables.kinds.reading import Values
from union.tables.packed import Code

Trouble = tuple[str, str, dict[str, object]]  # the field, the code of the sentence, its values
Check = Callable[[Values, date], Trouble | None]


@dataclass(frozen=True)
class Shape:
    """One kind of list: its rows, what each of them needs, and which rows of a file speak of the same thing.

    `needed` names fields of which one at least is filled, with the code of the sentence where none is. `check` looks at
    a whole row, and may put its values in order.
    """

    row: type[Any]
    fields: tuple[str, ...]
    needed: tuple[tuple[tuple[str, ...], str], ...]
    key: tuple[str, ...]
    check: Check = lambda values, today: None

    def code(self) -> Code[Any]:
        """How the rows are kept packed."""
        return Code(self.row)


def _not_to_come(name: str) -> Check:
    def check(values: Values, today: date) -> Trouble | None:
        day = values.get(name)
        return (name, "day_to_come", {}) if isinstance(day, date) and day > today else None

    return check


def _count_is_whole(values: Values, today: date) -> Trouble | None:
    """A headcount beside a workplace is a number, its day and who says so."""
    told = [name for name in ("people", "counted_on", "source") if values.get(name) not in (None, "")]
    if "people" in told and len(told) < 3:
        return "people", "count_incomplete", {}
    return _not_to_come("counted_on")(values, today)


def _month_is_whole(values: Values, today: date) -> Trouble | None:
    """The month and its year, in one column or in two."""
    given, of_year = values.get("month"), values.get("year")
    if isinstance(given, int):
        if not isinstance(of_year, int):
            return "month", "month_without_year", {}
        given = date(of_year, given, 1)
    values["month"] = given
    return _not_to_come("month")(values, today)


def _ballot_adds_up(values: Values, today: date) -> Trouble | None:
    """No more voters than registered, no more valid votes than voters, no more votes for a list than valid ones."""
    steps = [(name, values.get(name)) for name in ("registered", "voters", "valid", "votes")]
    known = [(name, value) for name, value in steps if isinstance(value, int)]
    for (_, more), (name, fewer) in pairwise(known):
        if fewer > more:
            return name, "ballot_sum", {"more": more}
    return _not_to_come("held_on")(values, today)


HEADCOUNTS = Shape(
    HeadcountRow,
    fields.HEADCOUNTS,
    (
        (("site",), "site_missing"),
        (("counted_on",), "day_missing"),
        (("people",), "people_missing"),
        (("source",), "source_missing"),
    ),
    ("legal_name", "site", "counted_on", "source"),
    _not_to_come("counted_on"),
)
WORKPLACES = Shape(
    WorkplaceRow,
    fields.WORKPLACES,
    ((("legal_name", "ice", "site"), "employer_missing"),),
    ("legal_name", "ice", "site", "counted_on", "source"),
    _count_is_whole,
)
DECLARED_DAYS = Shape(
    DeclaredRow,
    fields.DECLARED_DAYS,
    (
        (("employee_number", "fund_number"), "number_missing"),
        (("month", fields.MONTH_DAYS), "month_missing"),
        (("days", fields.MONTH_DAYS), "days_missing"),
    ),
    ("employee_number", "fund_number", "month"),
    _month_is_whole,
)
ELECTIONS = Shape(
    ElectionRow,
    fields.ELECTIONS,
    ((("held_on",), "day_missing"), (("college",), "college_missing"), (("union_list",), "list_missing")),
    ("held_on", "college", "union_list", "employee_number", "family_name", "given_name"),
    _ballot_adds_up,
)
