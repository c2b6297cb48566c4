"""The forms of the preview: one control for each row, bad cell, pair of rows or person that somebody settles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs

from union.imports.records.outcomes import Absent, StoredMessage
from union.imports.records.outcomes import Choice as Decided
from union.tables.kinds.twins import BOTH, FIRST, SECOND, Twin
from union.web.forms.chosen import Boxes, Choice
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line

CHOICES = {
    Decided.SAME: _l("The same person: bring up to date"),
    Decided.DIFFERENT: _l("Somebody else: a new person"),
    Decided.SKIP: _l("Leave this row out"),
}


def decide_form(rows: list[tuple[int, str]], decided: dict[int, Decided], *, beside: bool = False) -> Form:
    """One control a row (its number, its name), each with what was decided already."""
    fields = {row_name(row): Choice(name, Decided, CHOICES, empty=_l("Not decided yet")) for row, name in rows}
    kind: type[Form] = type("Decide", (Form,), fields)
    return kind(beside=beside, **{row_name(row): decided.get(row) for row, _ in rows})


def row_name(row: int) -> str:
    """The name of a row's control."""
    return f"row_{row}"


def correct_form(problems: list[StoredMessage], *, beside: bool = False) -> Form:
    """One line for each bad cell, as it stands in the file."""
    bad = [one for one in problems if one.row is not None and one.column is not None]
    cells = {cell_name(one): one.value_shown for one in bad}
    fields = {cell_name(one): Line(_l("Row %(row)s", row=one.row), most=500) for one in bad}
    kind: type[Form] = type("Correct", (Form,), fields)
    return kind(beside=beside, **cells)


def cell_name(problem: StoredMessage) -> str:
    """The name of the control of a problem's cell."""
    return f"cell_{problem.row}_{problem.column}"


class Keep(Enum):
    """Which of two rows count."""

    FIRST = FIRST
    SECOND = SECOND
    BOTH = BOTH


SHARED = {
    "employee_number": _l("same employee number"),
    "zeros": _l("numbers that differ only by zeros in front"),
    "card_number": _l("same membership card number"),
    "phone": _l("same telephone"),
    "email": _l("same e-mail address"),
    "born_on": _l("same name and date of birth"),
}


def twins_form(twins: Iterable[Twin], *, beside: bool = False) -> Form:
    """One choice for each pair, with what was decided already."""
    fields: dict[str, Any] = {}
    decided: dict[str, Any] = {}
    for one in twins:
        words = {
            Keep.FIRST: _l("Row %(row)s only", row=one.first),
            Keep.SECOND: _l("Row %(row)s only", row=one.second),
        }
        if one.can_be_two:
            words[Keep.BOTH] = _l("Both: they are two people")
        label = _l("Rows %(first)s and %(second)s", first=one.first, second=one.second)
        fields[twin_name(one)] = Choice(label, Keep, words, empty=_l("Not decided yet"))
        decided[twin_name(one)] = Keep(one.keep) if one.keep else None
    kind: type[Form] = type("Twins", (Form,), fields)
    return kind(beside=beside, **decided)


def twin_name(twin: Twin) -> str:
    """The name of a pair's control."""
    return f"twins_{twin.first}_{twin.second}"


class NoteLeft(Form):
    """Who has left, and the last day of all of them."""

    who = Boxes(_l("Who has left"), [needed(_l("Tick who has left."))])
    on = Day(_l("Last day"), [needed()])


def left_form(absent: Iterable[Absent], last_days: Mapping[UUID, date | None], *, beside: bool = False) -> NoteLeft:
    """Offered are those who still work there: who has left already is only shown."""
    form = NoteLeft(beside=beside)
    still = [one for one in absent if one.member_id in last_days and last_days[one.member_id] is None]
    form.who.offered = [SelectChoice(str(one.member_id), one.name) for one in still]
    return form
