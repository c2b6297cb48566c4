"""The forms of an import: the file, what its columns hold, the agreement to what will happen."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField, TextAreaField, ValidationError
from wtforms.validators import Length

from union import text
from union.imports.kinds.registry import KINDS
from union.imports.reading.understanding import FIELDS, kept_fields
from union.imports.records.models import Column, ImportState
from union.imports.records.outcomes import ListOf
from union.members.models import Membership
from union.tables.columns.fields import OF_MONTHS, ROSTER, field_name
from union.tables.files.charsets import OFFERED
from union.tables.read import CARDS
from union.tables.table import HEADER_WITHIN
from union.web.forms.chosen import Choice, Pick, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import FAULTS, Line
from union.web.locale import language

_ALL_FIELDS = dict.fromkeys((*ROSTER, *(name for fields in FIELDS.values() for name in fields)))
Field = Enum("Field", [(name, name) for name in _ALL_FIELDS])  # type: ignore[misc]  # made of the reader's own list
Encoding = Enum("Encoding", [(name.replace("-", "_"), name) for name in OFFERED])  # type: ignore[misc]  # as above


class Delimiter(Enum):
    """What parts the columns of a text."""

    SEMICOLON = ";"
    COMMA = ","
    TAB = "\t"
    BAR = "|"


DELIMITERS = {
    Delimiter.SEMICOLON: _l("semicolon ;"),
    Delimiter.COMMA: _l("comma ,"),
    Delimiter.TAB: _l("tabulator"),
    Delimiter.BAR: _l("bar |"),
}
ENCODINGS = {
    "utf-8": _l("Unicode (UTF-8)"),
    "utf-16-le": _l("Unicode (UTF-16, little end first)"),
    "utf-16-be": _l("Unicode (UTF-16, big end first)"),
    "cp1252": _l("Windows, French (1252)"),
    "cp1256": _l("Windows, Arabic (1256)"),
    "iso8859-15": _l("French (ISO 8859-15)"),
    "iso8859-6": _l("Arabic (ISO 8859-6)"),
    "mac_roman": _l("Mac, French"),
    "mac_arabic": _l("Mac, Arabic"),
    "cp850": _l("MS-DOS, French (850)"),
    "utf-8-twice": _l("Unicode, written twice over"),
}
STATES = {Membership.MEMBER: _l("Members of the union"), Membership.CONTACT: _l("Contacts: not members yet")}


MOST_OF_A_NAME = 80  # characters of a saved reading's
MOST_PASTED = 50_000  # characters: some hundred people


class NewList(Form):
    """A list, as a file or pasted."""

    file = FileField(_l("The list"))
    pasted = TextAreaField(
        _l("Or the list itself, pasted or typed"),
        [Length(max=MOST_PASTED, message=_l("This is too long to paste: save it as a file."))],
    )


class ListReadAtOnce(NewList):
    """A list that no preview of an import shows cell by cell: signs that no list holds are refused at once."""

    def validate_pasted(self, field: TextAreaField) -> None:
        """Refuses what no list holds."""
        try:
            text.prose(field.data or "", MOST_PASTED)
        except text.Unacceptable as error:
            raise ValidationError(FAULTS[error.fault]) from None


class NewImport(NewList):
    """A list and the workplace it is of."""

    workplace = Pick(_l("Workplace"), [needed(_l("Choose the workplace that the list is of."))])


class GoOn(Form):
    """The agreement to what will happen."""

    good_only = BooleanField(_l("Import the good rows only"))
    confirmed = Line(_l("Why this is right"), most=200)


class After(Enum):
    """What becomes of what is written when an import is stopped."""

    KEEP = "keep"
    UNDO = "undo"


AFTER = {After.KEEP: _l("Stop, and keep what is written"), After.UNDO: _l("Stop, and take it all back")}


class Stop(Form):
    """The end of a running import, as chosen."""

    after = Tiles(_l("Stop this import"), After, AFTER, [needed()])


class Confirm(Form):
    """A button and nothing else."""


class UseReading(Form):
    """The saved reading by which a list is read; none for what the file itself says."""

    reading = Pick(_l("Saved reading"))


class KeepReading(Form):
    """The name under which a reading is kept."""

    name = Line(
        _l("Name of this reading"),
        [needed(_l("Give it a name, such as the program that makes these lists."))],
        most=MOST_OF_A_NAME,
    )


def columns_form(plan: ImportState, language: str, *, cin: bool, beside: bool = False) -> Form:
    """The form of one list's columns: for each a field or nothing, its encoding and separator, what its people
    become."""
    offered = [Field(name) for name in kept_fields(plan.list_of, cin=cin)]
    words = {field: field_name(field.value, language) for field in offered}
    fields: dict[str, Any] = {
        name_of(at): Choice(column.header or str(at + 1), Field, words, empty=_l("Leave out"))
        for at, column in enumerate(plan.columns)
    }
    initial: dict[str, Any] = {
        name_of(at): Field(column.field) if column.field else None for at, column in enumerate(plan.columns)
    }
    if plan.list_of is ListOf.MEMBERS:
        fields["state"] = Tiles(_l("The people of this list are"), Membership, STATES, [needed()])
        initial["state"] = plan.state
        fields["complete"] = BooleanField(_l("This list is complete: everybody who works there stands in it"))
        initial["complete"] = plan.complete
    read_as, as_read = _reading(plan)
    kind: type[Form] = type("Columns", (Form,), fields | read_as)
    return kind(beside=beside, **initial, **as_read)


def _reading(plan: ImportState) -> tuple[dict[str, Any], dict[str, Any]]:
    """The controls of how the file itself is read, and what they hold. Contacts are read in one way only."""
    fields: dict[str, Any] = {}
    initial: dict[str, Any] = {}
    if plan.encoding is not None:
        fields["encoding"] = Choice(
            _l("Letters"), Encoding, {one: ENCODINGS[one.value] for one in Encoding}, [needed()]
        )
        fields["delimiter"] = Choice(_l("Columns parted by"), Delimiter, DELIMITERS, [needed()])
        initial |= {"encoding": Encoding(plan.encoding), "delimiter": Delimiter(plan.delimiter)}
    if len(plan.sheets) > 1:
        names = {f"at_{at}": name for at, name in enumerate(plan.sheets)}
        sheets = Enum("Sheet", names)  # type: ignore[misc]  # as the workbook has them
        fields["sheet"] = Choice(_l("Sheet"), sheets, {one: one.value for one in sheets}, [needed()])
        initial["sheet"] = sheets(plan.sheet)
    if plan.kind != CARDS:
        titles = _rows_of_titles(plan)
        words = {one: _row_of(one.value) for one in titles}
        fields["titles"] = Choice(_l("Titles of the columns"), titles, words, [needed()])
        initial["titles"] = titles(str(plan.header_row or 0))
    return fields, initial


def _rows_of_titles(plan: ImportState) -> type[Enum]:
    """The rows that can give the titles, by their numbers; 0 for none."""
    rows = sorted({*range(HEADER_WITHIN + 1), plan.header_row or 0})
    return Enum("Titles", {f"row_{row}": str(row) for row in rows})  # type: ignore[return-value]  # mypy sees a member


def _row_of(number: str) -> Any:
    return _l("row %(number)s", number=number) if number != "0" else _l("no row of titles")


def name_of(at: int) -> str:
    """The name of a column's control, counted from 0."""
    return f"column_{at}"


def mapped(form: Any, plan: ImportState) -> ImportState:
    """The plan with the columns as chosen; a field chosen twice, or no name at all, becomes an error of the form."""
    chosen = [form[name_of(at)] for at in range(len(plan.columns))]
    seen: set[Any] = set()
    for field in chosen:
        if field.data is not None and field.data in seen and field.data.value not in OF_MONTHS:
            field.errors = [_l("Another column holds this already: choose one of the two.")]
        seen.add(field.data)
    _refuse_what_says_too_little(form, plan.list_of, {one.value for one in seen if one})
    kept = [
        _filling(column, field.data.value if field.data else "")
        for column, field in zip(plan.columns, chosen, strict=True)
    ]
    if plan.list_of in KINDS:
        return dataclasses.replace(plan, columns=tuple(kept))
    return dataclasses.replace(plan, columns=tuple(kept), state=form.state.data, complete=form.complete.data)


def _filling(column: Column, field: str) -> Column:
    """A column with its field; what was answered of it holds for the field that it had."""
    return column if column.field == field else dataclasses.replace(column, field=field, told={})


def _refuse_what_says_too_little(form: Any, list_of: ListOf, fields: set[str]) -> None:
    """An error of the form where no column holds what every row needs."""
    kind = KINDS.get(list_of)
    if kind is None:
        if not {"family_name", "full_name"} & fields:
            form.form_errors.append(_l("Say which column holds the names: without it nobody can be imported."))
        return
    lacking = ", ".join(field_name(name, language()) for name in kind.lacking(fields))
    if lacking:
        form.form_errors.append(_l("Say which column holds this: %(fields)s.", fields=lacking))
