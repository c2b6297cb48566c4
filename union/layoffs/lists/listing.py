"""From a row of the employer's list to the facts of one person: only what the sums and the dates need is taken."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from union.entitlements.records.facts import Facts, Trouble
from union.members.models import Category, Contract
from union.tables.cells.forgetting import forget
from union.tables.cells.people import Problem
from union.tables.columns.asking import Question, by_kind
from union.tables.columns.fields import LAYOFF
from union.tables.columns.guessing import Guess, guess
from union.tables.kinds.departing import changes_a_sum, named_twice
from union.tables.kinds.layoff import InterpretedLayoff, LayoffRow, interpret_layoff
from union.tables.table import Table

CATEGORIES = {"manager": Category.EXECUTIVE, "employee": Category.EMPLOYEE, "worker": Category.EMPLOYEE}
CONTRACTS = {
    "open_ended": Contract.CDI,
    "fixed_term": Contract.CDD,
    "anapec": Contract.ANAPEC,
    "trainee": Contract.ANAPEC,
    "agency": Contract.AGENCY,
}
NOBODY = frozenset({"empty_person", "duplicate_row"})  # no further person stands in such a row
PAYS = frozenset({"monthly_net", "base_pay"})  # any of them gives a sum
_CIN = re.compile(r"[A-Za-z]{1,2}\s?\d{4,7}")


@dataclass(frozen=True)
class Understood:
    """A list as it was read: what each column holds, and who stands in it."""

    table: Table
    columns: dict[int, Guess]
    read: InterpretedLayoff
    people: list[Facts]

    @property
    def lacking(self) -> list[str]:
        """Columns without which no sum can be made, or nothing compared."""
        found = {one.field for one in self.columns.values()}
        if found & PAYS:
            found.add("monthly_gross")
        needed = ("hired_on", "planned_exit_on", "monthly_gross", "offered_amount")
        return [name for name in needed if name not in found]

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What has to be answered before the list is taken."""
        return tuple(one for one in self.read.questions if one.needed and not one.answer)


def understand(table: Table, on: date, told: Mapping[int, Mapping[str, str]] | None = None) -> Understood:
    """Read a list of departures by its headers, its values and what was answered of its columns. Never raises for
    what a cell holds."""
    forget()
    columns = guess(table, LAYOFF)
    read = interpret_layoff(table, {at: one.field for at, one in columns.items()}, today=on, **by_kind(told or {}))
    named: dict[int, list[Problem]] = {}
    for problem in read.problems:
        named.setdefault(problem.row, []).append(problem)
    people = [
        _facts(row, [_trouble(one, row, columns, table) for one in named.get(row.number, [])])
        for row in read.rows
        if not {one.code for one in named.get(row.number, [])} & NOBODY
    ]
    return Understood(table, columns, read, _twice(people))


def _twice(people: list[Facts]) -> list[Facts]:
    """The people, those named who may stand there twice: without a number nothing tells two rows of one name apart.

    Under two numbers a same name and day of hiring are pointed out, and computed.
    """
    codes = named_twice(
        [(one.employee_number, one.family_name + one.given_name and one.name, one.hired_on) for one in people]
    )
    found = {at: Trouble(code, blocks=code == "person_twice") for at, code in codes.items()}
    return [
        dataclasses.replace(one, trouble=(*one.trouble, found[at])) if at in found else one
        for at, one in enumerate(people)
    ]


def _trouble(problem: Problem, row: LayoffRow, columns: dict[int, Guess], table: Table) -> Trouble:
    held = columns[problem.column].field if problem.column in columns else None
    header = "" if problem.column is None or problem.column >= table.width else table.headers[problem.column]
    values = {name: str(value) for name, value in problem.values.items()}
    return Trouble(problem.code, header, problem.value_shown, values, blocks=changes_a_sum(held, row.offered_amount))


def not_an_identity_card(identifier: str | None) -> str:
    """An identifier of the list, left out where it has the shape of an identity card's: that needs an authorisation."""
    return "" if identifier is None or _CIN.fullmatch(identifier.strip()) else identifier


def _facts(row: LayoffRow, trouble: Iterable[Trouble]) -> Facts:
    contract, troubles = CONTRACTS.get(row.contract or "", Contract.UNKNOWN), list(trouble)
    term_on = row.term_on
    if contract is Contract.CDI and term_on is not None:
        troubles.append(Trouble("term_on_cdi", shown=f"{term_on:%d/%m/%Y}", blocks=False))
        term_on = None
    return Facts(
        family_name=row.family_name or "",
        given_name=row.given_name or "",
        employee_number=row.employee_number or not_an_identity_card(row.identifier),
        category=CATEGORIES.get(row.category or "", Category.EMPLOYEE),
        contract=contract,
        hired_on=row.hired_on,
        left_on=row.planned_exit_on,
        notified_on=row.notified_on,
        term_on=term_on,
        monthly_gross=row.monthly_gross,
        monthly_net=row.monthly_net,
        mean_gross=row.mean_gross,
        monthly_bonus=row.monthly_bonus,
        leave_days_due=row.leave_days_due,
        unpaid_days=row.unpaid_days,
        mandate=row.mandate or "none",
        offered=row.offered_amount,
        signed_on=row.signed_on,
        trouble=tuple(troubles),
        assumed=tuple(name for name in ("category", "contract") if getattr(row, name) is None),
        row=row.number,
    )
