"""Interpret an employer's list of departures: who, hired and leaving when, the wage, and what was offered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from union.tables.cells import mandates
from union.tables.cells.people import Problem
from union.tables.columns import offers
from union.tables.columns.asking import Question
from union.tables.kinds.reading import Reader, Values
from union.tables.kinds.twins import duplicates
from union.tables.table import Remark, Row, Table

LEAST_OFFER = 100  # dirhams: less than a day at the minimum wage is no offer, but days or months in the wrong column
LEAST_PAY = 100  # dirhams: nor is it a month's pay, but an hour's or a day's among those of a month
_WHO = ("employee_number", "identifier", "family_name", "given_name")


@dataclass(frozen=True, slots=True)
class LayoffRow:
    """One person of the list. `ok` is False where a problem names this row. Amounts are dirhams.

    `monthly_gross` is the gross pay that serves every line, base pay and bonuses together where they stand apart;
    `mean_gross` the mean of the last 52 weeks where the list tells both. `leave_days_due` and `unpaid_days` are days,
    `mandate` in_office, former, candidate or none: None where the column does not tell.
    """

    number: int
    ok: bool
    hidden: bool = False
    employee_number: str | None = None
    identifier: str | None = None
    family_name: str | None = None
    given_name: str | None = None
    sex: str | None = None
    born_on: date | None = None
    job: str | None = None
    category: str | None = None
    contract: str | None = None
    hired_on: date | None = None
    planned_exit_on: date | None = None
    notified_on: date | None = None
    term_on: date | None = None
    monthly_gross: Decimal | None = None
    monthly_net: Decimal | None = None
    mean_gross: Decimal | None = None
    base_pay: Decimal | None = None
    monthly_bonus: Decimal | None = None
    leave_days_due: Decimal | None = None
    unpaid_days: Decimal | None = None
    mandate: str | None = None
    dependants: Decimal | None = None
    offered_amount: Decimal | None = None
    signed_on: date | None = None
    site: str | None = None
    remarks: str | None = None


@dataclass(frozen=True, slots=True)
class InterpretedLayoff:
    """Every row in the order of the file, the problems in the order of their rows, and what was only noticed.

    `questions` are what the cells leave open of a column; until somebody says it the day comes first, and pay is a
    month's.
    """

    rows: list[LayoffRow]
    problems: list[Problem]
    remarks: list[Remark]
    questions: tuple[Question, ...] = ()

    @property
    def good(self) -> list[LayoffRow]:
        """Return the rows without a problem."""
        return [row for row in self.rows if row.ok]


def interpret_layoff(
    table: Table,
    mapping: Mapping[int, str | None],
    *,
    today: date,
    date_orders: Mapping[int, str] | None = None,
    decimals: Mapping[int, str] | None = None,
    wages: Mapping[int, str] | None = None,
) -> InterpretedLayoff:
    """Read every row by `mapping` (column counted from 0, to a field of `fields.LAYOFF` or None).

    In a column of mandates that nowhere says that somebody has none, a blank says it, and a remark tells so. Pure;
    never raises for what a cell holds.
    """
    reader = Reader(table, mapping, today, date_orders, decimals, wages)
    read: list[tuple[Row, Values, list[Problem]]] = []
    for row in table.rows:
        values, found = reader.row(row)
        read.append((row, values, found or _whole_row(reader, row, values)))
    every = [values for _, values, _ in read]
    _blank_says_no(reader, every)
    _whole_pay(reader, every)
    reader.remarks.extend(offers.not_read(table, mapping))
    sound = [(row, values) for row, values, found in read if not found]
    twice = duplicates(reader, sound, ("employee_number", "identifier"), numbers=())
    held = {problem.row for problem in twice}
    rows = [_layoff_row(row, values, not found) for row, values, found in read]
    rows = [replace(row, ok=False) if row.number in held else row for row in rows]
    problems = [problem for _, _, found in read for problem in found] + twice
    problems.sort(key=lambda one: (one.row, -1 if one.column is None else one.column))
    return InterpretedLayoff(rows, problems, reader.remarks, reader.questions)


def _layoff_row(row: Row, values: Values, ok: bool) -> LayoffRow:
    clean: dict[str, Any] = values  # each field was read by the reader of its own type
    return LayoffRow(row.number, ok, row.hidden, **clean)


def _blank_says_no(reader: Reader, read: list[Values]) -> None:
    column = reader.columns.get("mandate")
    told = {values["mandate"] for values in read if "mandate" in values}
    if column is None or not told or mandates.NONE in told or all("mandate" in values for values in read):
        return
    for values in read:
        values.setdefault("mandate", mandates.NONE)
    reader.remarks.append(Remark("delegate_blank", {"header": reader.table.headers[column]}, column=column))


def _whole_pay(reader: Reader, read: list[Values]) -> None:
    """The gross of a row: base pay and bonuses where they stand apart, else the mean where it is all that is told."""
    if "monthly_gross" not in reader.columns and "base_pay" in reader.columns:
        for values in read:
            base, bonus = values.get("base_pay"), values.get("monthly_bonus")
            if isinstance(base, Decimal):
                values["monthly_gross"] = base + (bonus if isinstance(bonus, Decimal) else 0)
        headers = {"base": _head(reader, "base_pay"), "bonus": _head(reader, "monthly_bonus")}
        reader.remarks.append(Remark("gross_from_base", headers, column=reader.columns["base_pay"]))
    for values in read:
        if values.get("monthly_gross") is None and values.get("monthly_net") is None and values.get("mean_gross"):
            values["monthly_gross"] = values.pop("mean_gross")


def _head(reader: Reader, field: str) -> str:
    at = reader.columns.get(field)
    return "" if at is None else reader.table.headers[at]


def _whole_row(reader: Reader, row: Row, values: Values) -> list[Problem]:
    if not any(values.get(field) for field in _WHO):
        return [reader.problem(row, None, "empty_person")]
    hired, leaving, born = (values.get(field) for field in ("hired_on", "planned_exit_on", "born_on"))
    if isinstance(hired, date) and isinstance(leaving, date) and leaving < hired:
        days = {"hired": f"{hired:%d/%m/%Y}", "left": f"{leaving:%d/%m/%Y}"}
        return [reader.problem(row, reader.columns["planned_exit_on"], "left_before_hired", days)]
    if isinstance(hired, date) and isinstance(born, date) and hired < born:
        days = {"hired": f"{hired:%d/%m/%Y}", "born": f"{born:%d/%m/%Y}"}
        return [reader.problem(row, reader.columns["hired_on"], "hired_before_born", days)]
    for field in ("monthly_gross", "monthly_net", "mean_gross"):
        pay = values.get(field)
        if isinstance(pay, Decimal) and 0 < pay < LEAST_PAY:
            return [reader.problem(row, reader.columns[field], "pay_too_small")]
    offered = values.get("offered_amount")
    if isinstance(offered, Decimal) and 0 < offered < LEAST_OFFER:
        return [reader.problem(row, reader.columns["offered_amount"], "offer_too_small")]
    return []
