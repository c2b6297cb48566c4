"""What the columns of a list do not settle: asked on its preview, with both readings of three samples, and kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape

from union.imports.records.models import Column, ImportState
from union.tables.columns.asking import DATES, DECIMALS, WAGES, Question
from union.web.forms.chosen import Tiles
from union.web.forms.form import Form, needed
from union.web.locale import bdi, day, money


class Order(Enum):
    """Which comes first in a date."""

    DAY = "dmy"
    MONTH = "mdy"


class Period(Enum):
    """What time an amount pays for."""

    MONTH = "monthly"
    HOUR = "hourly"
    YEAR = "yearly"


class Sign(Enum):
    """What parts the dirhams from the centimes."""

    COMMA = ","
    POINT = "."


CHOICES: dict[str, tuple[type[Enum], dict[Any, Any]]] = {
    DATES: (Order, {Order.DAY: _l("The day first, then the month"), Order.MONTH: _l("The month first, then the day")}),
    WAGES: (
        Period,
        {
            Period.MONTH: _l("For a month"),
            Period.HOUR: _l("For an hour: counted for a month of 191 hours (article 238)"),
            Period.YEAR: _l("For a year: divided by twelve"),
        },
    ),
    DECIMALS: (
        Sign,
        {Sign.COMMA: _l("The comma parts the centimes"), Sign.POINT: _l("The comma parts the thousands")},
    ),
}
SENTENCES = {
    DATES: _l("“%(column)s”: is the day or the month written first?"),
    WAGES: _l("“%(column)s”: is this pay for a month, an hour or a year?"),
    DECIMALS: _l("“%(column)s”: what does the comma mean?"),
}


def form_of(asked: Iterable[Question], *, beside: bool = False) -> Form:
    """One choice for each question, with what was answered already."""
    fields: dict[str, Any] = {}
    answered: dict[str, Any] = {}
    for one in asked:
        kind, words = CHOICES[one.kind]
        label = SENTENCES[one.kind] % {"column": f"\u2068{one.header}\u2069"}
        fields[name_of(one)] = Tiles(label, kind, words, [needed(_l("Choose one."))] if one.needed else [])
        answered[name_of(one)] = kind(one.answer) if one.answer else None
    made: type[Form] = type("Questions", (Form,), fields)
    return made(beside=beside, **answered)


def name_of(question: Question) -> str:
    """The name of a question's control."""
    return f"{question.kind}_{question.column}"


def readings(question: Question) -> dict[str, Markup]:
    """What the samples would be by each answer, in the words of this request."""
    return {
        answer: escape(_(", ")).join(
            Markup("{} = {}").format(bdi(sample), _said(question.kind, read))
            for sample, read in zip(question.samples, read_so, strict=True)
        )
        for answer, read_so in question.readings.items()
    }


def _said(kind: str, read: str) -> Markup | str:
    if not read:
        return str(_("impossible so"))
    if kind == DATES:
        return day(date.fromisoformat(read))
    return money(Decimal(read))


def chosen(form: Any, asked: Iterable[Question]) -> dict[int, dict[str, str]]:
    """What was answered, by column and kind; only of a form that was accepted."""
    told: dict[int, dict[str, str]] = {}
    for one in asked:
        choice = form[name_of(one)].data
        if choice is not None:
            told.setdefault(one.column, {})[one.kind] = choice.value
    return told


def answered(form: Any, plan: ImportState) -> ImportState:
    """The plan with these answers."""
    told = chosen(form, plan.questions)
    columns = tuple(_told(column, told.get(at, {})) for at, column in enumerate(plan.columns))
    return dataclasses.replace(plan, columns=columns)


def _told(column: Column, answers: dict[str, str]) -> Column:
    return dataclasses.replace(column, told={**column.told, **answers}) if answers else column
