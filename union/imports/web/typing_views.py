"""A list typed or pasted into cells, for what comes on paper or as a message: the same reader, the same preview."""

from __future__ import annotations

from typing import Any

from flask import request, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import HiddenField, StringField
from wtforms.validators import Length

from union.access import May, may
from union.imports.reading import remembering
from union.imports.reading.understanding import understand
from union.imports.records import actions
from union.imports.web.views import bp, names_of_places
from union.languages.readers import sentence
from union.store.db import opens_its_own, session
from union.store.reach import ReachSession
from union.tables.columns.fields import field_name
from union.tables.files.typed_rows import COLUMNS, FEWEST, MOST, NAME, as_file, filled_rows
from union.tables.table import Untrusted
from union.web.current import current_installation
from union.web.forms.chosen import Pick
from union.web.forms.form import Form, current_account_id, needed
from union.web.idempotency import in_one_act
from union.web.locale import language
from union.web.pages import page

MORE = 8  # rows that one press adds
LONGEST = 500  # characters of a cell


@bp.get("/imports/typed")
@may(May.IMPORT_MEMBERS)
def typed() -> Response:
    return _shown(_grid(FEWEST))


@bp.post("/imports/typed")
@may(May.IMPORT_MEMBERS)
@opens_its_own
def take_typed() -> Response:
    """More rows, or the list as it was typed."""
    sent = request.form.get("rows", "")
    count = min(int(sent), MOST) if sent.isdecimal() and len(sent) < 5 else FEWEST
    form: Any = _grid(count)
    if form.more.data:
        return _shown(_grid(min(count + MORE, MOST)))
    rows = filled_rows([form[cell_name(row, name)].data or "" for name in COLUMNS] for row in range(count))
    if not form.accepts():
        return _shown(form)
    if not rows:
        form.form_errors.append(_l("Type at least one person."))
        return _shown(form)
    heads = [field_name(name, language()) for name in COLUMNS]
    data, place, cin = as_file(heads, rows), form.workplace.data, current_installation().settings.cin_authorised
    try:
        plan = understand(data, NAME, cin=cin)[1]
    except Untrusted as refusal:
        form.form_errors.append(sentence(refusal.code, language(), **refusal.values))
        return _shown(form)
    plan = remembering.proposal(session(), place, plan, data, cin=cin)

    def keep(writing: ReachSession) -> str:
        row = actions.take_in(writing, current_account_id(), current_installation().files, place, data, plan)
        return url_for("imports.columns", import_id=row.id)

    return in_one_act(keep)


def cell_name(row: int, field: str) -> str:
    """The name of a cell's control; rows are counted from 0."""
    return f"cell_{row}_{field}"


def _grid(rows: int) -> Form:
    """The cells of so many rows, with what was sent of them."""
    too_long = Length(max=LONGEST, message=_l("This is too long: shorten it."))
    fields: dict[str, Any] = {
        "workplace": Pick(_l("Workplace"), [needed(_l("Choose the workplace that the list is of."))]),
        "rows": HiddenField(),
        "more": StringField(),
    }
    for row in range(rows):
        for name in COLUMNS:
            label = f"{field_name(name, language())} {row + 1}"
            fields[cell_name(row, name)] = StringField(label, [too_long])
    made: type[Form] = type("TypedList", (Form,), fields)
    form: Any = made(rows=str(rows))
    form.rows.data = str(rows)
    form.workplace.offer(sorted(names_of_places().items(), key=lambda pair: pair[1].casefold()), _l("Choose"))
    return form  # type: ignore[no-any-return]  # made of a type that is only known here


def _shown(form: Any) -> Response:
    columns = [(name, field_name(name, language())) for name in COLUMNS]
    return page(
        "imports/typed.html", form=form, columns=columns, count=int(form.rows.data), cell_name=cell_name, most=MOST
    )
