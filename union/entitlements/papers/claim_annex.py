"""The statement of the sums that a wage claim carries: month by month, each with article, formula, working and what it
stands on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from union.entitlements.papers.sheets import figure_line, heads, lines
from union.entitlements.papers.words import filled, money
from union.entitlements.records.contents import Snapshot
from union.entitlements.sums import snapshot_extras
from union.entitlements.sums.snapshot import reopened
from union.languages.figures import day
from union.languages.translated import translated
from union.law.dates.deadlines import Rule, deadline
from union.law.figures import Unit
from union.law.pay.arrears import Limitation
from union.law.result import Code
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status
from union.press.content import Part, SumLine
from union.web.locale import CASABLANCA

HEADING = Sentence("Annex 1: statement of the sums claimed, month by month")
MADE_ON = Sentence(
    "Worked out on {day}. Article numbers without another text are those of the Labour Code (law 65-99)."
)
TOTAL = Sentence("Total claimed")
STATUS = {
    Status.VERIFIED: Sentence("As the article says"),
    Status.VERIFIED_2: Sentence("As a decision or another source says"),
    Status.UNVERIFIED: Sentence("A reading that nothing settles"),
}
"""What a line stands on, as whoever receives the claim reads it."""
OWED_LATER = frozenset({Code.LEAVE})  # what an ending leaves of the pay, beside the days worked


def of_claim(snapshot: Snapshot, language: str, on: date, claimed_on: date | None = None) -> Part | None:
    """What can be claimed `on` a day: nothing whose two years are over, no damages and no scenario. None where the
    calculation shows nothing of the kind.

    `claimed_on` is the day of an earlier claim with a certain date: what could be claimed then can be for two years
    more (DOC 381, 383).
    """
    found = list(_lines(snapshot, language, _counted_back_from(on, claimed_on)))
    if not found:
        return None
    total = money(sum((amount for amount, _line in found), Decimal("0.00")), language)
    made = snapshot.at.astimezone(CASABLANCA).date()
    return Part(
        filled(HEADING, language),
        (filled(MADE_ON, language, day=day(made, language)),),
        heads=heads(language),
        lines=tuple(line for _amount, line in found),
        totals=((filled(TOTAL, language), total),),
    )


def _counted_back_from(on: date, claimed_on: date | None) -> date:
    """The day of the earlier claim while the two years that it began run, else the day itself."""
    if claimed_on is None or claimed_on > on:
        return on
    return claimed_on if on <= deadline(Rule.WAGE_CLAIMS, claimed_on).legal_on else on


def _lines(snapshot: Snapshot, language: str, on: date) -> Iterator[tuple[Decimal, SumLine]]:
    for one in snapshot_extras.reopened(snapshot.beside):
        figure = one.figure
        if one.claim and one.standing(on) is not Limitation.PAST and figure.unit is Unit.DIRHAMS:
            yield figure.value, figure_line(one, language, translated(STATUS[figure.status], language))
    calculation = reopened(snapshot.entitlement)
    if calculation is None:
        return
    for line in (*calculation.besides, *(one for one in calculation.compared if one.code in OWED_LATER)):
        (said,) = lines([line], language)
        how = f"{said.how}. {translated(STATUS[line.status], language)}"
        yield line.amount, dataclasses.replace(said, how=how)
