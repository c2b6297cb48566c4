"""The receipt of one payment, to print or to hand over."""

from __future__ import annotations

from flask_babel import gettext as _

from union.cases.letters import money
from union.dues.models import DuesPayment, ReceiptNumber
from union.dues.words import ALL_MEANS
from union.press.content import Paper, Part, left_to_right, name
from union.web.locale import day, language


def numbered(number: ReceiptNumber | None) -> str:
    """The number as people write it: 2026-0042."""
    return f"{number.year}-{number.number:04}" if number else ""


def receipt(row: DuesPayment, number: ReceiptNumber, of: str) -> Paper:
    """The receipt in the language of who asks. `of` is the member's name."""
    paid = row.paid
    pairs = [
        (_("Number"), left_to_right(numbered(number))),
        (_("Received from"), name(of)),
        (_("Amount"), money(paid.amount, language())),
        (_("For the year"), left_to_right(str(row.year))),
        (_("How it was paid"), str(ALL_MEANS[paid.means])),
        (_("Paid on"), day(paid.on)),
    ]
    if paid.reference:
        pairs.append((_("Reference"), name(paid.reference)))
    if paid.by_name:
        pairs.append((_("Written down by"), name(paid.by_name)))
    parts = [Part(pairs=tuple(pairs))]
    if paid.struck_on:
        parts.append(Part(heading=_("Struck out"), paragraphs=(_("On %(day)s", day=day(paid.struck_on)),)))
    parts.append(Part(paragraphs=(_("Signature"), "\u00a0", "\u00a0")))
    foot = _("This receipt shows that its bearer is a member: keep it away from work.")
    return Paper(language(), _("Receipt"), numbered(number), tuple(parts), foot, numbered(number))
