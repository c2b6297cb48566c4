"""The account of a year for the treasurer: every payment with its number, and not one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from flask_babel import gettext as _

from union.dues.models import DuesPayment, ReceiptNumber
from union.dues.receipts import numbered
from union.dues.words import ALL_MEANS
from union.press.workbooks import Beside, xlsx
from union.tables.writing import Cell
from union.web.locale import language


def workbook(
    year: int, rows: Sequence[DuesPayment], numbers: Mapping[UUID, ReceiptNumber], places: Mapping[UUID, str]
) -> bytes:
    """The payments for a year by their numbers, with the sums by means and by site on a second sheet."""
    heads = [
        _("Number"),
        _("Paid on"),
        _("Written down on"),
        _("Workplace"),
        _("Amount"),
        _("How it was paid"),
        _("Struck out"),
    ]
    lines: list[list[Cell]] = []
    by_means: dict[str, Decimal] = defaultdict(Decimal)
    by_place: dict[str, Decimal] = defaultdict(Decimal)
    for one in sorted(rows, key=lambda each: (_number(each, numbers), each.paid.on)):
        paid, place, how = one.paid, places.get(one.workplace_id, "–"), str(ALL_MEANS[one.paid.means])
        amount = Decimal(0) if paid.struck_on else paid.amount
        by_means[how] += amount
        by_place[place] += amount
        number = numbered(numbers.get(one.number_id)) if one.number_id else ""
        lines.append(
            [
                number,
                paid.on,
                paid.entered_on,
                place,
                paid.amount,
                how,
                paid.struck_on,
            ]
        )
    sums = [*sorted(by_means.items()), *sorted(by_place.items())]
    beside: list[list[Cell]] = [[_("In all"), sum(by_means.values(), Decimal(0))]]
    beside += [[what, amount] for what, amount in sums]
    beside.append([_("What is struck out keeps its number and counts for nothing."), None])
    title = _("Payments for the year %(year)s", year=year)
    return xlsx(_("Payments"), heads, lines, language(), Beside(title, beside))


def _number(row: DuesPayment, numbers: Mapping[UUID, ReceiptNumber]) -> tuple[int, int]:
    number = numbers.get(row.number_id) if row.number_id else None
    return (number.year, number.number) if number else (0, 0)
