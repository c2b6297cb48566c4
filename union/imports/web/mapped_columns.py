"""The columns of a list as a person chose them: each field once, and none that every row needs left without."""

from __future__ import annotations

import dataclasses
from typing import Any

from flask_babel import lazy_gettext as _l

from union.imports.kinds.registry import KINDS
from union.imports.records.models import Column, ImportState
from union.imports.records.outcomes import ListOf
from union.imports.web.forms import name_of
from union.tables.columns.fields import OF_MONTHS, field_name
from union.web.locale import language


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
