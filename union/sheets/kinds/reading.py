"""Read the cells of rows by the fields of their columns, gathering problems and remarks; serves every kind of list."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from union.sheets.cells import dates, meanings, money, phones
from union.sheets.cells import lists as list_cells
from union.sheets.cells import people as cells
from union.sheets.cells.emails import emails
from union.sheets.cells.full_names import split_full_name, unaddressed
from union.sheets.cells.people import Problem, Unreadable
from union.sheets.columns import asking
from union.sheets.columns.vocabulary import plain
from union.sheets.table import Cell, Remark, Row, Table

Value = str | bool | int | date | Decimal | tuple[tuple[date, Decimal], ...] | None
Values = dict[str, Value]

_DATES = frozenset(
    (
        "born_on", "hired_on", "left_on", "joined_on", "planned_exit_on", "signed_on", "counted_on", "held_on", "term_on",
        "notified_on",
    )
)  # fmt: skip
_WAGES = frozenset(("monthly_gross", "monthly_net", "mean_gross", "base_pay"))
_COUNTED = {asking.HOURLY: "wages_hourly", asking.YEARLY: "wages_yearly"}
_AMOUNTS = _WAGES | {"monthly_bonus", "dues", "offered_amount", "declared_wages"}
_DASHED = _AMOUNTS | {"leave_days_due", "unpaid_days", "dependants"}
_DASHES = frozenset(("-", "–", "—"))  # what an accounting format shows for nothing
_HABIT = 0.3  # the share of short rows from which blank endings are the file's own way of writing
_REMARKED = 200  # remarks of one kind on one column
_JUDGED = 2_000  # rows by whose amounts a column's pay is known to be a month's or an hour's
_BEGUN = frozenset(("hired_on", "joined_on"))
_WORKING_LIFE = 80  # years
_MOST_PAID = 1_000_000  # dirhams a month
_MOST_LEAVE = 400  # days
_MOST_CHILDREN = 30

_SIMPLE: dict[str, Callable[[Cell], Value]] = {
    "employee_number": cells.number_of,
    "card_number": cells.number_of,
    "identifier": cells.number_of,
    "family_name": cells.name,
    "given_name": cells.name,
    "alias": cells.alias,
    "job": cells.words,
    "site": cells.words,
    "remarks": cells.words,
    "delegate": meanings.yes_or_no,
    "leave_days_due": lambda cell: cells.count(cell, _MOST_LEAVE, halves=True),
    "unpaid_days": lambda cell: cells.count(cell, _MOST_LEAVE, halves=True),
    "dependants": lambda cell: cells.count(cell, _MOST_CHILDREN),
    **list_cells.SIMPLE,
}
_LISTED: dict[str, Callable[[Cell], str | None]] = {
    "sex": meanings.sex,
    "category": meanings.category,
    "contract": meanings.contract,
    **list_cells.LISTED,
}


def _names_first(column: tuple[int, str | None]) -> tuple[bool, int]:
    return column[1] != "full_name", column[0]


def _may_be_blank(field: str, cell: Cell) -> bool:
    """Tell whether what cannot be read says that there is nothing to read; Null and None can be somebody's name."""
    named = field in ("family_name", "given_name", "full_name") and any(map(str.isalnum, str(cell)))
    return not named and cells.is_nothing(cell)


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
        # A full name stands in where a row has no other: what its own columns say comes after it.
        self.fields = [(at, field) for at, field in sorted(mapping.items(), key=_names_first) if field]
        self.columns = {field: column for column, field in self.fields}
        self.remarks: list[Remark] = []
        self._decimals = decimals or {}
        self._unsigned: dict[int, list[str]] = {at: [] for at in self._decimals}  # amounts of two readings
        self._asked: list[asking.Question] = []
        self._remarked: Counter[tuple[str, int]] = Counter()
        days = {at: Counter[Cell]() for at, field in self.fields if field in _DATES}
        short = 0
        for row in table.rows:
            short += row.found < table.width
            for at, seen in days.items():
                seen[row.cell(at)] += 1
        self._orders = {at: self._order(at, seen, date_orders or {}) for at, seen in days.items()}
        self._periods = self._paid(wages or {})
        self._shortens = short > _HABIT * len(table.rows)
        self._family_first = self._is_family_first()

    @property
    def questions(self) -> tuple[asking.Question, ...]:
        """What a person has to say of the columns, or has said; whole once the rows were read."""
        signs = (
            asking.of_decimals(at, self._header(at), seen, self._decimals.get(at, ""))
            for at, seen in self._unsigned.items()
        )
        return tuple(sorted((*self._asked, *signs), key=lambda one: one.column))

    def row(self, row: Row) -> tuple[Values, list[Problem]]:
        """Return a row's clean values and its problems; a row out of shape has that one problem and no other."""
        values: Values = {}
        problems: list[Problem] = []
        for column, field in self.fields:
            cell = row.cell(column)
            if isinstance(cell, str) and (
                not cell or not cell.strip() or (cell.strip() in _DASHES and field in _DASHED)
            ):
                continue
            try:
                self._read(field, cell, row.number, column, values)
            except Unreadable as trouble:
                if _may_be_blank(field, cell):
                    self._remark("read_as_blank", row.number, column, cell)
                    continue
                problems.append(self.problem(row, column, trouble.code, trouble.values))
        misshapen = self._misshapen(row)
        return values, [misshapen] if misshapen else problems

    def problem(self, row: Row, column: int | None, code: str, values: Mapping[str, object] | None = None) -> Problem:
        """Build a problem; its values always hold `shown` and `header`, so that any sentence can name them."""
        seen = "" if column is None else cells.shown(row.cell(column))
        header = "" if column is None or column >= self.table.width else self._header(column)
        return Problem(row.number, column, code, seen, {"shown": seen, "header": header, **(values or {})})

    def _header(self, column: int) -> str:
        return (self.table.headers[column] if column < self.table.width else "") or str(column + 1)

    def _misshapen(self, row: Row) -> Problem | None:
        width = self.table.width
        if row.found > width:
            return self.problem(row, None, "row_long", {"found": row.found, "expected": width})
        if row.found < width and not self._shortens:
            return self.problem(row, None, "row_short", {"found": row.found, "expected": width})
        return None

    def _read(self, field: str, cell: Cell, row: int, column: int, values: Values) -> None:
        if field in _DATES:
            read = self._counted if field == "counted_on" else self._day
            day = read(field, cell, row, column)
            values[field] = self._begun(day) if field in _BEGUN else day
        elif field == "phone":
            self._phone(cell, row, column, values)
        elif field == "email":
            self._email(cell, row, column, values)
        elif field in _AMOUNTS:
            self._amount(field, cell, row, column, values)
        elif field == "full_name":
            self._full_name(cell, row, column, values)
        elif field in _LISTED:
            values[field] = _LISTED[field](cell)
            if values[field] is None:
                self._remark(f"{field}_unknown", row, column, cell)
        elif field == "cin":
            values[field] = cells.cin(cell)
            if not cells.is_usual_cin(str(values[field])):
                self._remark("cin_unusual", row, column, cell)
        else:
            values[field] = _SIMPLE[field](cell)
            if field == "family_name" and " " in str(values[field]):
                values[field] = self._unaddressed(str(values[field]), row, column, values, whole=False)
            if field in ("family_name", "given_name") and cells.mixes_scripts(str(values[field])):
                self._remark("name_scripts", row, column, cell)

    def amount(self, cell: Cell, row: int, column: int) -> Decimal:
        """An amount of dirhams by the sign of its column. Raises `Unreadable`, and asks where it can be two."""
        try:
            amount, rounded = money.read_money(cell, self._decimals.get(column))
        except Unreadable as trouble:
            if trouble.code == "money_ambiguous" and len(self._unsigned.setdefault(column, [])) < asking.SAMPLES:
                self._unsigned[column].append(str(cell))
            raise
        if rounded:
            self._remark("money_rounded", row, column, cell)
        return amount

    def _amount(self, field: str, cell: Cell, row: int, column: int, values: Values) -> None:
        amount, period = self.amount(cell, row, column), self._periods.get(column, asking.MONTHLY)
        amount = amount if period == asking.MONTHLY else asking.monthly(amount, period)
        if field in _WAGES and amount > _MOST_PAID:
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
            self._remark("month_as_day", row, column, cell, day=f"{day:%d/%m/%Y}")
            return day

    def _begun(self, day: date) -> date:
        """A day on which somebody began: within a working life, or the year to come. Raises `Unreadable`."""
        first, last = self.today.year - _WORKING_LIFE, self.today.year + 1
        if not first <= day.year <= last:
            raise Unreadable("date_range", first=first, last=last)
        return day

    def _phone(self, cell: Cell, row: int, column: int, values: Values) -> None:
        phone = phones.read_phone(cell)
        values["phone"] = phone.number
        if phone.other:
            values["phone_other"] = phone.other
            self._remark("phone_two", row, column, cell, first=phone.number, second=phone.other)
        self._set_aside(cell, row, column, phone.number, phone.aside)
        if phone.lost_zero:
            self._remark("phone_zero", row, column, cell, number=phone.number)
        if phone.unlisted:
            self._remark("phone_unlisted", row, column, cell, number=phone.number)

    def _email(self, cell: Cell, row: int, column: int, values: Values) -> None:
        (first, *others), aside = emails(cell)
        values["email"] = first
        if others:
            values["email_other"] = others[0]
            self._remark("email_two", row, column, cell, first=first, second=others[0])
        self._set_aside(cell, row, column, first, (*others[1:], *aside))

    def _set_aside(self, cell: Cell, row: int, column: int, kept: str, aside: tuple[str, ...]) -> None:
        if aside:
            self._remark("set_aside", row, column, cell, kept=kept, aside=", ".join(map(cells.shown, aside)))

    def _full_name(self, cell: Cell, row: int, column: int, values: Values) -> None:
        whole = self._unaddressed(cells.name(cell), row, column, values, whole=True)
        given, family = split_full_name(whole, self._family_first)
        values["family_name"] = family
        if given:
            values["given_name"] = given
        if cells.mixes_scripts(whole):
            self._remark("name_scripts", row, column, cell)

    def _unaddressed(self, name: str, row: int, column: int, values: Values, whole: bool) -> str:
        """A name without the Mme or the M. before it, which says the sex where no column does."""
        bare, sex = unaddressed(name, whole)
        if sex:
            self._remark("name_addressed", row, column, name)
            if "sex" not in self.columns:
                values["sex"] = sex
        return bare

    def _remark(self, code: str, row: int, column: int, cell: Cell, **values: object) -> None:
        """The first of each kind stand for the others: in a column that lost its zeros every row would have one."""
        self._remarked[code, column] += 1
        if self._remarked[code, column] <= _REMARKED:
            self.remarks.append(Remark(code, {"shown": cells.shown(cell), **values}, row, column))

    def _is_family_first(self) -> bool:
        """Tell whether the header of a full name puts the family name first: Nom et prénom, النسب والاسم."""
        at = self.columns.get("full_name")
        header = plain(self.table.headers[at]) if at is not None and at < self.table.width else ""
        if at is not None:
            self.remarks.append(Remark("names_split", {"header": self._header(at)}, column=at))
        return header.startswith(
            ("nom et prenom", "nom prenom", "noms et prenoms", plain("النسب"), plain("الاسم العائلي"))
        )

    def _paid(self, told: Mapping[int, str]) -> dict[int, str]:
        """For a month, an hour or a year: by the header and the amounts of each column, else as told, else asked."""
        periods: dict[int, str] = {}
        wages = [at for at, field in self.fields if field in _WAGES]
        some = self.table.rows[:_JUDGED] if wages else ()
        for at in wages:
            amounts = asking.amounts_of((row.cell(at) for row in some), self._decimals.get(at))
            settled = asking.period_of(self._header(at), amounts.values())
            periods[at] = told.get(at) or settled or asking.MONTHLY
            if amounts and (settled is None or at in told):
                self._asked.append(asking.of_wages(at, self._header(at), amounts, told.get(at, "")))
            if periods[at] in _COUNTED:
                self.remarks.append(Remark(_COUNTED[periods[at]], {"header": self._header(at)}, column=at))
        return periods

    def _order(self, column: int, seen: Counter[Cell], told: Mapping[int, str]) -> dates.Order:
        header = self._header(column)
        latest = dates.pivot(dict(self.fields)[column] == "born_on", self.today)
        short = sum(times for cell, times in seen.items() if dates.is_two_digit_year(cell))
        if short:
            values = {"header": header, "count": short, "last": latest}
            self.remarks.append(Remark("date_two_digits", values, column=column))
        order = dates.order_of(seen)
        if order.assumed:
            order = asking.order_in(header) or order
        if order.assumed or order.day_first is None:
            answer = told.get(column, "")
            self._asked.append(asking.of_dates(column, header, seen, latest, order.assumed, answer))
            if answer:
                return dates.Order(answer == "dmy", 0, False)
        if order.day_first is None:
            self.remarks.append(Remark("date_order_mixed", {"header": header}, column=column))
        elif order.assumed:
            self.remarks.append(Remark("date_order_assumed", {"header": header}, column=column))
        elif not order.day_first and order.settled:
            self.remarks.append(
                Remark("date_order_month_first", {"header": header, "count": order.settled}, column=column)
            )
        return order
