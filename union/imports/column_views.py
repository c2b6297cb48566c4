"""Pages of an import on its way: its columns, what will happen, and the word to begin."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import abort, redirect, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union import record
from union.access import May, asking, may
from union.db import opens_its_own, session
from union.forms.form import Form, by
from union.here import here
from union.imports import actions
from union.imports.forms import (
    DELIMITERS,
    ENCODINGS,
    Delimiter,
    GoOn,
    cell_name,
    columns_form,
    correct_form,
    decide_form,
    name_of,
    row_name,
)
from union.imports.models import OPEN, Plan, RosterImport
from union.imports.planning import Line, Source
from union.imports.preview import Preview
from union.imports.understanding import understand
from union.imports.views import bp, in_one_act, row_of, site_of, standing
from union.imports.words import MATCHED, change_said, said, unusual_said, values_of
from union.imports.work import KIND
from union.reach import ReachSession
from union.sheets.table import Untrusted
from union.sheets.wording import sentence
from union.web.addresses import Page, choice, paged
from union.web.locale import language
from union.web.pages import page

__all__ = ["bp"]  # both halves of the pages stand on it once this one is loaded

FIRST_SAID = ("employers_list", "encoding_unsettled", "encoding_mixed")  # above all else: the reading may be wrong
SHOWN = ("problems", "new", "updated", "unchanged", "decide", "skipped", "missing", "twice", "refused")


@bp.get("/imports/<id:import_id>/columns")
@may(May.IMPORT_MEMBERS)
def columns(import_id: UUID) -> Any:
    row = open_row(import_id)
    record.opened(here().store, by(), KIND, row.id)
    return _columns(row, _columns_form(row.plan))


@bp.post("/imports/<id:import_id>/columns")
@may(May.IMPORT_MEMBERS)
@opens_its_own
def understand_columns(import_id: UUID) -> Any:
    """Take the columns as corrected and say what would happen; or read the file anew, as a person says it is to be read."""
    row = open_row(import_id)
    form = _columns_form(row.plan)
    if not form.accepts(row.version):
        return _columns(row, form)
    version, file_id, workplace_id, site = row.version, row.file_id, row.workplace_id, site_of(row)
    try:
        data = here().files.get(file_id or abort(409))
        if reading := _reading(form, row.plan):
            return _read_otherwise(reading, row, version, data)
        plan = _mapped(form, row.plan)
        if form.errors:
            return _columns(row, form)
        what = actions.source(row.id, workplace_id, site, plan, data, by(), cin=here().settings.cin_authorised)
    except Untrusted as refusal:
        form.form_errors.append(sentence(refusal.code, language(), **refusal.values))
        return _columns(row, form)
    return preview_again(import_id, version, plan, what, "")


def preview_again(import_id: UUID, version: int, plan: Plan, what: Source, show: str) -> Response:
    """Say anew what would happen, and keep that."""
    with here().store.reading(asking().reach) as reading:
        plan = actions.show(reading, here().files, plan, what)

    def keep(writing: ReachSession) -> str:
        actions.previewed(writing, by(), here().files, _same(writing, import_id, version), plan)
        return url_for("imports.preview", import_id=import_id, show=show or None)

    return in_one_act(keep)


@bp.get("/imports/<id:import_id>/preview")
@may(May.IMPORT_MEMBERS)
def preview(import_id: UUID) -> Any:
    row = row_of(import_id)
    if row.plan.preview_id is None or actions.stage(session(), row) not in OPEN:
        return redirect(url_for("imports.show", import_id=row.id))
    record.opened(here().store, by(), KIND, row.id)
    return shown_preview(row, GoOn())


@bp.post("/imports/<id:import_id>/apply")
@may(May.IMPORT_MEMBERS)
def apply(import_id: UUID) -> Any:
    row, form = row_of(import_id), GoOn()
    if form.accepts(row.version):
        with form.refusing():
            actions.begin(
                session(), by(), row, good_only=form.good_only.data, confirmed=form.confirmed.data or "",
                cin=here().settings.cin_authorised,
            )  # fmt: skip
    if (form.errors or form.conflict) and actions.stage(session(), row) in OPEN and row.plan.preview_id:
        return shown_preview(row, form)
    return (
        page("imports/show.html", form=form, **standing(row))
        if form.errors
        else redirect(url_for("imports.show", import_id=row.id))
    )


def open_row(import_id: UUID) -> RosterImport:
    """A list that can still be worked on. 409 where it is being imported, or was."""
    row = row_of(import_id)
    return row if row.file_id is not None and actions.stage(session(), row) in OPEN else abort(409)


def _same(writing: ReachSession, import_id: UUID, version: int) -> RosterImport:
    """The list again, in the transaction that changes it. 409 where somebody changed it meanwhile."""
    row: RosterImport | None = writing.get(RosterImport, import_id)
    return row if row is not None and row.version == version else abort(409)


def _columns_form(plan: Plan) -> Form:
    return columns_form(plan, language(), cin=here().settings.cin_authorised)


def _columns(row: RosterImport, form: Form) -> Any:
    listed = [(column, form[name_of(at)]) for at, column in enumerate(row.plan.columns)]
    return page(
        "imports/columns.html", form=form, row=row, plan=row.plan, listed=listed, site=site_of(row), said=said,
        first_said=FIRST_SAID, encodings=ENCODINGS, delimiters=DELIMITERS, parted_by=Delimiter,
    )  # fmt: skip


def _reading(form: Form, plan: Plan) -> dict[str, Any]:
    """In which way a person wants the file to be read, as `understand` takes it; nothing where it is read so already."""
    wanted = {name: form[name].data.value for name in ("encoding", "delimiter", "sheet") if name in form}
    titles = int(form["titles"].data.value)
    anew = titles != (plan.header_row or 0)
    if not anew and all(getattr(plan, name) == value for name, value in wanted.items()):
        return {}
    return {**wanted, "header": titles} if anew else wanted  # else the titles are looked for again


def _read_otherwise(reading: dict[str, Any], row: RosterImport, version: int, data: bytes) -> Response:
    _table, plan = understand(data, row.plan.file_name, cin=here().settings.cin_authorised, **reading)
    import_id = row.id

    def keep(writing: ReachSession) -> str:
        actions.understand_anew(writing, by(), _same(writing, import_id, version), plan)
        return url_for("imports.columns", import_id=import_id)

    return in_one_act(keep)


def _mapped(form: Any, plan: Plan) -> Plan:
    """The plan with the columns as chosen; a field chosen twice, or no name at all, becomes an error of the form."""
    chosen = [form[name_of(at)] for at in range(len(plan.columns))]
    seen: set[Any] = set()
    for field in chosen:
        if field.data is not None and field.data in seen:
            field.errors = [_l("Another column holds this already: choose one of the two.")]
        seen.add(field.data)
    if not {"family_name", "full_name"} & {one.value for one in seen if one}:
        form.form_errors.append(_l("Say which column holds the names: without it nobody can be imported."))
    kept = [
        dataclasses.replace(column, field=field.data.value if field.data else "")
        for column, field in zip(plan.columns, chosen, strict=True)
    ]
    return dataclasses.replace(plan, columns=tuple(kept), state=form.state.data, complete=form.complete.data)


def shown_preview(row: RosterImport, form: Form) -> Any:
    plan = row.plan
    whole = Preview(here().files, plan.preview_id or abort(404))
    shown = choice("show", SHOWN, "problems" if whole.count("problems") else "new" if plan.counts.new else "updated")
    listed = listing(whole, shown)
    deciding = deciding_form(listed.items, plan) if shown == "decide" else None
    correcting = correct_form(listed.items) if shown == "problems" else None
    return page(
        "imports/preview.html", form=form, row=row, plan=plan, shown=shown, listed=listed, site=site_of(row),
        said=said, values_of=values_of, matched=MATCHED, deciding=deciding, row_name=row_name, told=change_said,
        correcting=correcting, cell_name=cell_name, unusual_said=unusual_said,
    )  # fmt: skip


def listing(whole: Preview, group: str) -> Page[Any]:
    """One page of a group's lines."""
    return paged(whole.count(group), lambda offset, limit: whole.lines(group, offset, limit))


def deciding_form(lines: list[Line], plan: Plan) -> Form:
    """The form of the rows to decide on one page of the preview."""
    decided = {one.row: one.choice for one in plan.decisions}
    return decide_form([(line.row, line.name) for line in lines], decided)
