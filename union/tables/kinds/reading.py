"""Read the cells of rows by the fields of their columns, gathering problems and remarks; serves every kind of list."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from union.tables.cells import dates, money
from union.tables.cells import lists as list_cells
from union.tables.cells import people as cells
from union.tables.cells.nothing import is_nothing
from union.tables.cells.people import Problem, Unreadable
from union.tables.columns import asking
from union.tables.kinds import naming
from union.tables.kinds.by_field import LISTED, SIMPLE, Value
from union.tables.kinds.column_habits import DATES, WAGES, Habits
from union.tables.kinds.contacts import SECOND, read_email, read_phone
from union.tables.table import Cell, Remark, Row, Table

Values = dict[str, Value]

_PAID = frozenset(("monthly_gross", "monthly_net"))  # nobody is paid nothing
_AMOUNTS = WAGES | {"monthly_bonus", "dues", "offered_amount", "declared_wages"}
_DASHED = _AMOUNTS | {"leave_days_due", "unpaid_days", "dependants"}
_DASHES = frozenset(("-", "–", "—"))  # what an accounting format shows for nothing
_HABIT = 0.3  # the share of short rows from which blank endings are the file's own way of writing
_REMARKED = 200  # remarks of one kind on one column
_BEGUN = frozenset(("hired_on", "joined_on"))
_WORKING_LIFE = 80  # years
_MOST_PAID = 1_000_000  # dirhams a month


def _in_order(column: tuple[int, str | None]) -> tuple[int, int]:
    """Whole names before their parts, which come after what they stand in for; a second telephone after the first."""
    return 0 if column[1] in naming.WHOLE else 2 if column[1] in SECOND else 1, column[0]


def _may_be_blank(field: str, cell: Cell) -> bool:
    """Tell whether what cannot be read says that there is nothing to read; Null and None can be somebody's name."""
    named = field in naming.NAMES and any(map(str.isalnum, str(cell)))
    return not named and is_nothing(cell)


class Reader:
    """Reads the rows of one table with one mapping; `remarks` grows as the rows are read.

    `mapping` gives a field, or None, to each column counted from 0. `date_orders` ("dmy" or "mdy"), `decimals`
    ("," or ".") and `wages` (monthly, hourly or yearly) are what a person answered for a column; until then an order
    that nothing settles is day first, and pay in doubt is a month's. `today` bounds dates and two-digit years.
    """

    def __init__(
        self,
        table: Table,
        mapping: Mapping[int, str | None],
        today: date,
        date_orders: Mapping[int, str] | None = None,
        decimals: Mapping[int, str] | None = None,
        wages: Mapping[int, str] | None = None,
    ) -> None:
        self.table = table
        self.today = today
        self.fields = [(at, field) for at, field in sorted(mapping.items(), key=_in_order) if field]
        self.columns = {field: column for column, field in self.fields}
        self.remarks: list[Remark] = []
        self.zero_is_blank = False  # a list of members that says 0 for a wage says nothing; an employer's is asked
        self._decimals = decimals or {}
        self._unsigned: dict[int, list[str]] = {at: [] for at in self._decimals}  # amounts of two readings
        self._remarked: Counter[tuple[str, int]] = Counter()
        self._habits = Habits(table, self.fields, today, self._decimals)
        self._orders, short = self._habits.orders(date_orders or {})
        self._periods = self._habits.periods(wages or {})
        self._shortens = short > _HABIT * len(table.rows)
        self.remarks += self._habits.remarks
        self._whole = not naming.ALONE.isdisjoint(self.columns)  # what a row has for a name is to be settled
        self.family_first, split = naming.whole_names(table, self.columns)
        self.remarks += split

    @property
    def questions(self) -> tuple[asking.Question, ...]:
        """What a person has to say of the columns, or has said; whole once the rows were read."""
        signs = (
            asking.of_decimals(at, self._habits.header(at), seen, self._decimals.get(at, ""))
            for at, seen in self._unsigned.items()
        )
        return tuple(sorted((*self._habits.questions, *signs), key=lambda one: one.column))

    def row(self, row: Row) -> tuple[Values, list[Problem]]:
        """Return a row's clean values and its problems; a row out of shape has that one problem and no other."""
        values: Values = {}
        problems: list[Problem] = []
        for column, field in self.fields:
            cell = row.cell(column)
            if isinstance(cell, str) and (not (bare := cell.strip()) or (bare in _DASHES and field in _DASHED)):
                continue
            try:
                self._read(field, cell, row.number, column, values)
            except Unreadable as trouble:
                if _may_be_blank(field, cell):
                    self.remark("read_as_blank", row.number, column, cell)
                    continue
                problems.append(self.problem(row, column, trouble.code, trouble.values))
        if self._whole:
            naming.settle(self.columns, values)
        misshapen = self._misshapen(row)
        return values, [misshapen] if misshapen else problems

    def problem(self, row: Row, column: int | None, code: str, values: Mapping[str, object] | None = None) -> Problem:
        """Build a problem; its values always hold `shown` and `header`, so that any sentence can name them."""
        seen = "" if column is None else cells.displayed(row.cell(column))
        header = "" if column is None or column >= self.table.width else self._habits.header(column)
        return Problem(row.number, column, code, seen, {"shown": seen, "header": header, **(values or {})})

    def _misshapen(self, row: Row) -> Problem | None:
        width = self.table.width
        if row.found > width:
            return self.problem(row, None, "row_long", {"found": row.found, "expected": width})
        if row.found < width and not self._shortens:
            return self.problem(row, None, "row_short", {"found": row.found, "expected": width})
        return None

    def _read(self, field: str, cell: Cell, row: int, column: int, values: Values) -> None:
        if field in DATES:
            read = self._counted if field == "counted_on" else self._day
            day = read(field, cell, row, column)
            values[field] = self._begun(day) if field in _BEGUN else day
        elif field in ("phone", "phone_other"):
            read_phone(self, cell, row, column, values)
        elif field in ("email", "email_other"):
            read_email(self, cell, row, column, values)
        elif field in _AMOUNTS:
            self._amount(field, cell, row, column, values)
        elif field in naming.NAMES:
            naming.read_name(self, field, cell, row, column, values)
        elif field in LISTED:
            values[field] = LISTED[field](cell)
            if values[field] is None:
                self.remark(f"{field}_unknown", row, column, cell)
        elif field == "cin":
            values[field] = cells.cin(cell)
            if not cells.is_usual_cin(str(values[field])):
                self.remark("cin_unusual", row, column, cell)
        else:
            values[field] = SIMPLE[field](cell)

    def amount(self, cell: Cell, row: int, column: int) -> Decimal:
        """An amount of dirhams by the sign of its column. Raises `Unreadable`, and asks where it can be two."""
        try:
            amount, rounded = money.read_money(cell, self._decimals.get(column))
        except Unreadable as trouble:
            if trouble.code == "money_ambiguous" and len(self._unsigned.setdefault(column, [])) < asking.SAMPLES:
                self._unsigned[column].append(str(cell))
            raise
        if rounded:
            self.remark("money_rounded", row, column, cell)
        return amount

    def _amount(self, field: str, cell: Cell, row: int, column: int, values: Values) -> None:
        period = self._periods.get(column, asking.MONTHLY)
        if field in WAGES and isinstance(cell, str) and not cell[-1:].isdigit():
            cell, unit = asking.without_unit(cell)
            if unit and unit != period:
                raise Unreadable("money_unit")
        amount = self.amount(cell, row, column)
        amount = amount if period == asking.MONTHLY else asking.monthly(amount, period)
        if not amount and field in _PAID and self.zero_is_blank:
            self.remark("read_as_blank", row, column, cell)
            return
        if field in WAGES and amount > _MOST_PAID:
            raise Unreadable("money_range")
        values[field] = amount

    def _day(self, field: str, cell: Cell, row: int, column: int) -> date:
        return dates.read_date(cell, self._orders[column], self.today, birth=field == "born_on")

    def _counted(self, field: str, cell: Cell, row: int, column: int) -> date:
        """The day of a headcount; of a month alone its last one, which is said."""
        try:
            return self._day(field, cell, row, column)
        except Unreadable:
            day = list_cells.month_end(cell)
            if day is None:
                raise
            self.remark("month_as_day", row, column, cell, day=f"{day:%d/%m/%Y}")
            return day

    def _begun(self, day: date) -> date:
        """A day on which somebody began: within a working life, or the year to come. Raises `Unreadable`."""
        first, last = self.today.year - _WORKING_LIFE, self.today.year + 1
        if not first <= day.year <= last:
            raise Unreadable("date_range", first=first, last=last)
        return day

    def remark(self, code: str, row: int, column: int, cell: Cell, **values: object) -> None:
        """The first of each kind stand for the others: in a column that lost its zeros every row would have one."""
        self._remarked[code, column] += 1
        if self._remarked[code, column] <= _REMARKED:
            self.remarks.append(Remark(code, {"shown": cells.displayed(cell), **values}, row, column))
