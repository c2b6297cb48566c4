"""Pages of an import on its way: its columns, what will happen, and the word to begin."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.access import asking as who_asks
from union.imports.kinds import any_list
from union.imports.reading import remembering
from union.imports.reading.another_kind import CODES
from union.imports.reading.understanding import again, understand
from union.imports.records import actions
from union.imports.records.actions import KIND
from union.imports.records.models import OPEN, ImportState, RosterImport
from union.imports.records.readings import saved_readings
from union.imports.web.forms import DELIMITERS, ENCODINGS, Delimiter, UseReading, columns_form, mapped, name_of
from union.imports.web.views import bp, row_of, site_of
from union.imports.web.words import LISTS, message_text
from union.languages.readers import sentence
from union.record import chain
from union.store.db import opens_its_own, session
from union.store.reach import ReachSession
from union.tables.table import Untrusted
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.idempotency import in_one_act
from union.web.locale import language
from union.web.pages import page

__all__ = ["bp"]  # both halves of the pages stand on it once this one is loaded

FIRST_SAID = (
    "employers_list",
    *CODES,
    "encoding_unsettled",
    "encoding_mixed",
)  # above all else: the reading may be wrong


@bp.get("/imports/<id:import_id>/columns")
@may(May.IMPORT_MEMBERS)
def columns(import_id: UUID) -> Response:
    row = open_row(import_id)
    chain.opened(current_installation().store, current_account_id(), KIND, row.id)
    return shown_columns(row, columns_of(row.plan))


@bp.post("/imports/<id:import_id>/columns")
@may(May.IMPORT_MEMBERS)
@opens_its_own
def understand_columns(import_id: UUID) -> Response:
    """Take the columns as corrected and say what would happen; or read the file anew, as a person says it is to be
    read."""
    row = open_row(import_id)
    form = columns_of(row.plan)
    if not form.accepts(row.version):
        return shown_columns(row, form)
    try:
        if reading := _reading(form, row.plan):
            return _read_otherwise(reading, row)
        plan = mapped(form, row.plan)
        return shown_columns(row, form) if form.errors else said_anew(row, plan, "")
    except Untrusted as refusal:
        form.form_errors.append(sentence(refusal.code, language(), **refusal.values))
        return shown_columns(row, form)


def said_anew(row: RosterImport, plan: ImportState, show: str) -> Response:
    """Read the sealed list by another plan, and say anew what would happen. 409 where its file is gone."""
    import_id, version, workplace_id, site = row.id, row.version, row.workplace_id, site_of(row)
    files, cin = current_installation().files, current_installation().settings.cin_authorised
    table = again(files.get(row.file_id or abort(409)), plan)
    what = any_list.source(import_id, workplace_id, site, plan, table, current_account_id(), cin=cin)
    del table  # of corrected cells another one is held
    with current_installation().store.reading(who_asks().reach) as reading:
        plan = any_list.show(reading, files, plan, what)
        everywhere, places = reading.reach.everywhere, reading.reach.workplaces
    plan = dataclasses.replace(plan, compared_at=None if everywhere else tuple(sorted(places)))

    def keep(writing: ReachSession) -> str:
        actions.previewed(writing, current_account_id(), files, _same(writing, import_id, version), plan)
        return url_for("imports.preview", import_id=import_id, show=show or None)

    return in_one_act(keep)


def open_row(import_id: UUID) -> RosterImport:
    """A list that can still be worked on; of one that is being imported, or was, it is shown where it stands."""
    row = row_of(import_id)
    if row.file_id is not None and actions.stage(session(), row) in OPEN:
        return row
    if request.method == "POST":
        flash(_("This list is being imported, or was: nothing of what you sent was taken. Here is where it stands."))
    return abort(redirect(url_for("imports.show", import_id=row.id)))


def _same(writing: ReachSession, import_id: UUID, version: int) -> RosterImport:
    """The list again, in the transaction that changes it. 409 where somebody changed it meanwhile."""
    row: RosterImport | None = writing.get(RosterImport, import_id)
    return row if row is not None and row.version == version else abort(409)


def columns_of(plan: ImportState, *, beside: bool = False) -> Form:
    return columns_form(plan, language(), cin=current_installation().settings.cin_authorised, beside=beside)


def shown_columns(row: RosterImport, form: Form) -> Response:
    """The page of the columns, with what was sent of it."""
    listed = [(column, form[name_of(at)]) for at, column in enumerate(row.plan.columns)]
    return page(
        "imports/columns.html",
        form=form,
        row=row,
        plan=row.plan,
        listed=listed,
        site=site_of(row),
        message_text=message_text,
        using=using_form(row.plan),
        first_said=FIRST_SAID,
        lists=LISTS,
        encodings=ENCODINGS,
        delimiters=DELIMITERS,
        parted_by=Delimiter,
        other_kinds=CODES,
    )


def using_form(plan: ImportState, *, beside: bool = True) -> UseReading:
    """The saved readings in reach, the one in use chosen."""
    form = UseReading(beside=beside, reading=plan.read_by.id if plan.read_by else None)
    found = (one for one in readable(session().scalars(saved_readings()), "saved") if one.saved.list_of is plan.list_of)
    saved = sorted(found, key=lambda one: one.saved.name.casefold())
    form.reading.offer([(one.id, one.saved.name) for one in saved], _l("None: as the file itself says"))
    return form


def _reading(form: Form, plan: ImportState) -> dict[str, Any]:
    """In which way a person wants the file to be read, as `understand` takes it; nothing where it is read so
    already."""
    wanted = {name: form[name].data.value for name in ("encoding", "delimiter", "sheet") if name in form}
    titles = int(form["titles"].data.value) if "titles" in form else 0
    anew = titles != (plan.header_row or 0)
    if not anew and all(getattr(plan, name) == value for name, value in wanted.items()):
        return {}
    return {**wanted, "header": titles} if anew else wanted  # else the titles are looked for again


def _read_otherwise(reading: dict[str, Any], row: RosterImport) -> Response:
    """Read the file as a person chose, and remember where their choice differs from what was found."""
    data = current_installation().files.get(row.file_id or abort(409))
    cin, before = current_installation().settings.cin_authorised, row.plan
    found = {"encoding": before.encoding, "delimiter": before.delimiter, "sheet": before.sheet, "header": None}
    told = {name: str(value) for name, value in reading.items() if value != found[name]}
    _table, plan = understand(data, before.file_name, cin=cin, list_of=before.list_of, **reading)
    plan = dataclasses.replace(plan, chosen={**before.chosen, **told})
    return understood_anew(row, remembering.proposal(session(), row.workplace_id, plan, data, cin=cin))


def understood_anew(row: RosterImport, plan: ImportState) -> Response:
    """Keep another understanding of the same file, and show its columns."""
    import_id, version = row.id, row.version

    def keep(writing: ReachSession) -> str:
        actions.understand_anew(writing, current_account_id(), _same(writing, import_id, version), plan)
        remembering.used(writing, plan)
        return url_for("imports.columns", import_id=import_id)

    return in_one_act(keep)
