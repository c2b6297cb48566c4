"""A kept calculation, a date and an act as the pages show them: the figures as kept, the words in the reader's
language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup

from union.cases.clocks import Clock, of_other_side, other_side
from union.cases.date_words import WHO, of_rule
from union.cases.findings_view import about as subjects
from union.cases.findings_view import cited as cited
from union.cases.head_words import HEADS
from union.entitlements.people.fact_words import FIGURES
from union.entitlements.sums.snapshot_extras import HOLIDAYS, FigureWithClaim, reopened
from union.languages.figures import amount as written
from union.languages.figures import day, month
from union.languages.saying import in_language
from union.law.dates.deadlines import Deadline
from union.law.figures import Figure, Unit
from union.law.pay.arrears import Limitation
from union.law.result import Code, Line, NotDue
from union.law.sentences import wording
from union.law.sources.source import Status
from union.web.locale import language, ltr, money, number, today


@dataclass(frozen=True)
class ShownLine:
    """One line of a calculation, for `lines_table`."""

    code: Code
    what: Any
    amount: Decimal
    article: str
    article_title: str
    formula: str
    working: str
    scenario: bool = False
    doubt: str = ""
    reading: str = ""
    unsettled: bool = False  # it stands on a reading that no source settles


@dataclass(frozen=True)
class ShownReason:
    """What is not due, and why."""

    what: Any
    why: str
    article: str
    article_title: str = ""


@dataclass(frozen=True)
class ShownStep:
    """A date that runs out, for the strip on top and for the agenda of one person."""

    what: str
    by: date
    legal_on: date
    post_by: date | None
    who: str
    article: str
    article_title: str
    because: str
    remains: str = ""
    url: str = ""  # of the paper or the court file that it comes from
    label: str = ""
    clock: str = Clock.OURS.value
    hour: str = ""
    theirs: str = ""  # who had to do what by when, where that is not us
    about: str = ""  # whom it is for, of the many of a dispute


def figure(amount: Decimal) -> Markup:
    """Dirhams without their unit, for a table whose head says it; left to right in Arabic too."""
    return ltr(written(amount, language()))


def lines(found: Iterable[Line]) -> list[ShownLine]:
    """The lines of a calculation in words."""
    said = language()
    return [
        ShownLine(
            line.code,
            HEADS[line.code],
            line.amount,
            cited(line.articles),
            subjects(line.articles),
            in_language(line.formula, said),
            in_language(line.working(), said),
            line.scenario,
            _doubt(line),
            in_language(line.reading, said) if line.reading else "",
            line.status is Status.UNVERIFIED,
        )
        for line in found
    ]


def _doubt(line: Line) -> str:
    """What a line stands on where it is not the text alone: a decision, or a reading that nothing settles."""
    if line.case:
        return str(_("Source: %(source)s", source=in_language(wording.case(line.case), language())))
    return in_language(line.reading, language()) if line.reading else ""


def reasons(found: Iterable[NotDue]) -> list[ShownReason]:
    """What is not due, in words; what the union has simply not been told is asked for, not refused."""
    said = language()
    unknown = {
        "leave_not_given": _("The days of leave left are not known: add them to the facts."),
        "wages_not_given": _("The days worked and unpaid are not known: add them to the facts."),
    }
    return [
        ShownReason(
            HEADS[item.code],
            unknown.get(item.reason) or in_language(item.why, said),
            cited(wording.why_not(item.reason)[1]),
        )
        for item in found
    ]


def step(one: Deadline, about: str = "", on: date | None = None) -> ShownStep:
    """A period in words; once its safe date has passed, the arguments that remain."""
    said = language()
    act = in_language(one.act, said)
    passed = on is not None and one.safe_on < on and one.remains is not None
    remains = in_language(one.remains, said) if passed and one.remains else ""
    ours = one.bound == "us"
    by = one.safe_on if ours else one.legal_on
    return ShownStep(
        act[:1].upper() + act[1:],
        by,
        one.legal_on,
        one.post_by,
        _who(one),
        cited(one.articles),
        subjects(one.articles),
        in_language(one.because, said),
        remains,
        clock=(Clock.OURS if ours else of_other_side(by)).value,
        theirs="" if ours else other_side(one.rule, by),
        about=about,
    )


def _who(one: Deadline) -> str:
    """Who of us does it; nobody where it is for the other side."""
    return str(WHO[of_rule(str(one.rule))]) if one.bound == "us" else ""


@dataclass(frozen=True)
class ShownFigure:
    """What the law counts beside a departure; `until` is the last day to claim it, `past` once that is over."""

    what: Any
    month: str
    value: Any
    formula: str
    working: str
    article: str
    unsettled: bool
    until: date | None = None
    past: bool = False
    part: Decimal | None = None  # of pay agreed: what lacks of the minimum wage


def beside(stored: list[list[Any]]) -> list[ShownFigure]:
    """What payslips and leave show, in words; where a month's two years stand is told as of today."""
    said = language()
    return [
        ShownFigure(
            FIGURES[one.figure.code],
            _when(one, said),
            _counted(one.figure),
            in_language(one.figure.formula, said),
            in_language(one.figure.working(), said),
            cited(one.figure.method.articles),
            one.figure.status is Status.UNVERIFIED,
            one.legal_on,
            one.legal_on is not None and one.standing(today()) is Limitation.PAST,
            one.smig_part or None,
        )
        for one in reopened(stored)
    ]


def _when(one: FigureWithClaim, said: str) -> str:
    """The month of a claim, or the day of a holiday."""
    if not one.claim:
        return ""
    return day(one.figure.on, said) if one.figure.code in HOLIDAYS else month(one.figure.on, said)


def _counted(figure: Figure) -> Any:
    """Dirhams, or a number of days."""
    if figure.unit is Unit.DIRHAMS:
        return money(figure.value)
    return _("Days: %(count)s", count=number(figure.value))
