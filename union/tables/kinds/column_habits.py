"""What holds for every cell of a column: the order of its dates, and whether its pay is for a month, an hour or a
year."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from union.tables.cells import dates
from union.tables.cells.turned_dates import perhaps_turned
from union.tables.columns import asking
from union.tables.table import Cell, Remark, Table

DATES = frozenset(
    (
        "born_on",
        "hired_on",
        "left_on",
        "joined_on",
        "planned_exit_on",
        "signed_on",
        "counted_on",
        "held_on",
        "term_on",
        "notified_on",
    )
)
WAGES = frozenset(("monthly_gross", "monthly_net", "mean_gross", "base_pay"))
_COUNTED = {asking.HOURLY: "wages_hourly", asking.YEARLY: "wages_yearly"}
_JUDGED = 2_000  # rows by whose amounts a column's pay is known to be a month's or an hour's


class Habits:
    """Settles them once for each column, by all of its cells; `remarks` and `questions` hold what that leaves to be
    said."""

    def __init__(
        self, table: Table, fields: Sequence[tuple[int, str]], today: date, decimals: Mapping[int, str]
    ) -> None:
        self._table, self._fields, self._today, self._decimals = table, fields, today, decimals
        self.remarks: list[Remark] = []
        self.questions: list[asking.Question] = []

    def header(self, column: int) -> str:
        """What heads a column, its number where nothing does."""
        return (self._table.headers[column] if column < self._table.width else "") or str(column + 1)

    def orders(self, told: Mapping[int, str]) -> tuple[dict[int, dates.Order], int]:
        """How the days of each column are written, and how many rows are shorter than the table."""
        days = {at: Counter[Cell]() for at, field in self._fields if field in DATES}
        short = 0
        for row in self._table.rows:
            short += row.found < self._table.width
            for at, seen in days.items():
                seen[row.cell(at)] += 1
        return {at: self._with_serials(at, seen, self._order(at, seen, told)) for at, seen in days.items()}, short

    def _with_serials(self, column: int, seen: Counter[Cell], order: dates.Order) -> dates.Order:
        """The order of a column, and whether its numbers are days that lost their format: which is said."""
        if not dates.are_serials(seen):
            return order
        shown, day = next((cell, day) for cell in seen if (day := dates.serial(cell)))
        count = sum(times for cell, times in seen.items() if dates.serial(cell))
        values = {"header": self.header(column), "count": count, "shown": shown, "day": f"{day:%d/%m/%Y}"}
        self.remarks.append(Remark("serial_days", values, column=column))
        return replace(order, serials=True)

    def periods(self, told: Mapping[int, str]) -> dict[int, str]:
        """For a month, an hour or a year: by the header and the amounts of each column, else as told, else asked."""
        periods: dict[int, str] = {}
        wages = [at for at, field in self._fields if field in WAGES]
        some = self._table.rows[:_JUDGED] if wages else ()
        for at in wages:
            paid = [row.cell(at) for row in some]
            beside = asking.period_beside(paid)
            amounts = asking.amounts_of(paid, self._decimals.get(at), beside)
            settled = beside or asking.period_of(self.header(at), amounts.values())
            periods[at] = told.get(at) or settled or asking.MONTHLY
            if amounts and (settled is None or at in told):
                self.questions.append(asking.of_wages(at, self.header(at), amounts, told.get(at, "")))
            if periods[at] in _COUNTED:
                self.remarks.append(Remark(_COUNTED[periods[at]], {"header": self.header(at)}, column=at))
        return periods

    def _order(self, column: int, seen: Counter[Cell], told: Mapping[int, str]) -> dates.Order:
        header = self.header(column)
        latest = dates.pivot(dict(self._fields)[column] == "born_on", self._today)
        short = sum(times for cell, times in seen.items() if dates.is_two_digit_year(cell))
        if short:
            values = {"header": header, "count": short, "last": latest}
            self.remarks.append(Remark("date_two_digits", values, column=column))
        order = dates.order_of(seen)
        turned = perhaps_turned(seen, order, month_first=column in self._table.month_first)
        if turned:
            self.remarks.append(Remark("date_order_turned", {"header": header, "count": turned}, column=column))
        if order.assumed:
            order = asking.order_in(header) or order
        if order.assumed or order.day_first is None:
            answer = told.get(column, "")
            self.questions.append(asking.of_dates(column, header, seen, latest, order.assumed, answer))
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
