"""Interpret a table as a roster: one clean row per person, the problems with their columns, and the remarks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import merge
from typing import Any

import msgspec

from union.tables.cells.people import Problem
from union.tables.columns.asking import Question
from union.tables.columns.fields import MONTH_WAGES
from union.tables.columns.month_heads import month_columns, named_heads
from union.tables.columns.vocabulary import plain
from union.tables.kinds.claims import Claims
from union.tables.kinds.month_columns import wages as month_wages
from union.tables.kinds.reading import Reader, Values
from union.tables.kinds.twins import Decided, Namesakes, Twin, duplicates, twins_of
from union.tables.packed import Code, Packed
from union.tables.table import Remark, Row, Table

ADULT = 18  # years


class RosterRow(msgspec.Struct, frozen=True, array_like=True):
    """One person of a roster. `ok` is False where a problem names this row; what could be read is there all the same.

    `phone` and `phone_other` are in E.164 form. `sex` is F or M; `category` manager, employee or worker; `contract`
    open_ended, fixed_term, anapec, agency or trainee. Amounts are dirhams, monthly.
    """

    number: int
    ok: bool
    hidden: bool = False
    employee_number: str | None = None
    card_number: str | None = None
    family_name: str | None = None
    given_name: str | None = None
    alias: str | None = None
    sex: str | None = None
    born_on: date | None = None
    cin: str | None = None
    phone: str | None = None
    phone_other: str | None = None
    email: str | None = None
    job: str | None = None
    category: str | None = None
    contract: str | None = None
    hired_on: date | None = None
    left_on: date | None = None
    monthly_gross: Decimal | None = None
    monthly_net: Decimal | None = None
    joined_on: date | None = None
    dues: Decimal | None = None
    site: str | None = None
    remarks: str | None = None
    month_wages: tuple[tuple[date, Decimal], ...] | None = None  # gross, by the first day of each month
    email_other: str | None = None
    family_name_ar: str | None = None  # beside the name in Latin letters
    given_name_ar: str | None = None


@dataclass(frozen=True, slots=True)
class Interpreted:
    """Every row in the order of the file, the problems in the order of their rows, and what was only noticed."""

    rows: Packed[RosterRow]
    problems: Packed[Problem]
    remarks: list[Remark]
    questions: tuple[Question, ...] = ()
    twins: tuple[Twin, ...] = ()

    @property
    def good(self) -> list[RosterRow]:
        """Return the rows without a problem."""
        return [row for row in self.rows if row.ok]


def interpret(
    table: Table,
    mapping: Mapping[int, str | None],
    *,
    today: date,
    known_sites: Iterable[str] | None = None,
    date_orders: Mapping[int, str] | None = None,
    decimals: Mapping[int, str] | None = None,
    wages: Mapping[int, str] | None = None,
    decided: Decided = Decided(),
) -> Interpreted:
    """Read every row of a roster by `mapping` (column counted from 0, to a field of `fields.ROSTER` or None).

    `known_sites` are the site names that may be given; without it any is taken. `date_orders` ("dmy", "mdy"),
    `decimals` ("," or ".") and `wages` (monthly, hourly, yearly) answer, by column, what the preview asked; `decided`
    what becomes of rows that are one person. Pure; never raises for what a cell holds.
    """
    months = month_columns(table, mapping, MONTH_WAGES)
    alone = {at: field for at, field in mapping.items() if field != MONTH_WAGES}
    reader = Reader(table, alone, today, date_orders, decimals, wages)
    reader.zero_is_blank = True
    reader.remarks += [Remark("wages_in_months", named_heads(table, months))] if months else []
    sites = None if known_sites is None else frozenset(map(plain, known_sites))
    rows, problems = Packed(ROWS), Packed(PROBLEMS)
    claims, namesakes = Claims(("employee_number", "card_number", "phone", "email")), Namesakes()
    for row in table.rows:
        values, found = reader.row(row)
        if row.number in decided.without:
            rows.append(_roster_row(row, values, False))
            continue
        if months and not found:
            paid, found = month_wages(reader, row, months)
            values |= {MONTH_WAGES: paid} if paid else {}
        found = found or _whole_row(reader, row, values, sites)
        problems.extend(sorted(found, key=in_order))
        if not found:
            claims.note(values)
            namesakes.note(row.number, values)
        rows.append(_roster_row(row, values, not found))
    twice, twins = _twice(reader, rows, claims, namesakes, decided)
    if twice:
        held = {problem.row for problem in twice}
        rows = Packed(ROWS, (msgspec.structs.replace(row, ok=False) if row.number in held else row for row in rows))
        problems = Packed(PROBLEMS, merge(problems, sorted(twice, key=in_order), key=in_order))
    return Interpreted(rows, problems, reader.remarks, reader.questions, twins)


ROWS, PROBLEMS = Code(RosterRow), Code(Problem)


def in_order(problem: Problem) -> tuple[int, int]:
    """By the row, then by the column."""
    return problem.row, -1 if problem.column is None else problem.column


def _twice(
    reader: Reader, rows: Packed[RosterRow], claims: Claims, namesakes: Namesakes, decided: Decided
) -> tuple[list[Problem], tuple[Twin, ...]]:
    """What stands in the way of the rows that claim what another row claims: only these are looked at again."""
    suspects = {row.number: _values(row) for row in claims.shared(row for row in rows if row.ok)}
    if others := namesakes.rows() - suspects.keys():
        suspects |= {row.number: _values(row) for row in rows if row.number in others}
    if not suspects:
        return [], ()
    raw = ((row, suspects[row.number]) for row in reader.table.rows if row.number in suspects)
    found = duplicates(reader, raw, claims.keys, decided.apart)
    return found, twins_of(found, reader, suspects)


def _values(row: RosterRow) -> Values:
    given = {name: getattr(row, name) for name in RosterRow.__struct_fields__[3:]}
    return {name: value for name, value in given.items() if value is not None}


def _roster_row(row: Row, values: Values, ok: bool) -> RosterRow:
    clean: dict[str, Any] = values  # each field was read by the reader of its own type
    return RosterRow(row.number, ok, row.hidden, **clean)


def _whole_row(reader: Reader, row: Row, values: Values, sites: frozenset[str] | None) -> list[Problem]:
    """Return what is wrong with a row whose cells are each well: who it is about, its dates, its site."""
    nameless = _nameless(reader, row, values)
    if nameless:
        return [nameless]
    found = [problem for problem in (_hire(reader, row, values), _leaving(reader, row, values)) if problem]
    site = values.get("site")
    if sites is not None and isinstance(site, str) and plain(site) not in sites:
        found.append(reader.problem(row, reader.columns["site"], "site_unknown"))
    return found


def _nameless(reader: Reader, row: Row, values: Values) -> Problem | None:
    if values.get("family_name"):
        return None
    told = [field for field in ("given_name", "alias", "phone", "email", "born_on", "cin") if values.get(field)]
    column = reader.columns.get("family_name", reader.columns.get("full_name"))
    return reader.problem(row, column, "name_missing" if told else "empty_person")


def _hire(reader: Reader, row: Row, values: Values) -> Problem | None:
    born, hired = values.get("born_on"), values.get("hired_on")
    if not isinstance(born, date):
        return None
    if born > reader.today:
        return reader.problem(row, reader.columns["born_on"], "born_in_future")
    if not isinstance(hired, date):
        return None
    if hired < born:
        return reader.problem(row, reader.columns["hired_on"], "hired_before_born", _days(born=born, hired=hired))
    age = years_between(born, hired)
    if age < ADULT:
        return reader.problem(row, reader.columns["hired_on"], "hired_young", {"age": age, **_days(born=born)})
    return None


def _leaving(reader: Reader, row: Row, values: Values) -> Problem | None:
    hired, left = values.get("hired_on"), values.get("left_on")
    if isinstance(hired, date) and isinstance(left, date) and left < hired:
        return reader.problem(row, reader.columns["left_on"], "left_before_hired", _days(hired=hired, left=left))
    return None


def _days(**days: date) -> dict[str, str]:
    return {name: day.strftime("%d/%m/%Y") for name, day in days.items()}


def years_between(first: date, last: date) -> int:
    """Return the whole years from one date to another, as an age is counted."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
