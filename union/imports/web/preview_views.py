"""What will happen, and the word to begin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.imports.matching.merging import written_of
from union.imports.preview.planning import RowOutcome
from union.imports.preview.preview_file import Preview
from union.imports.records import actions
from union.imports.records.actions import KIND
from union.imports.records.models import OPEN, ImportState, RosterImport
from union.imports.records.outcomes import Changed, ListOf
from union.imports.records.row_to_member import ImportContext
from union.imports.web import questions
from union.imports.web.forms import GoOn, KeepReading
from union.imports.web.settling_forms import (
    SHARED,
    cell_name,
    correct_form,
    decide_form,
    left_form,
    row_name,
    twin_name,
    twins_form,
)
from union.imports.web.value_words import beside_text, change_text
from union.imports.web.views import bp, reaches_all, row_of, site_of, standing
from union.imports.web.words import COUNTED, LISTS, MATCHED, message_text, remark_text, unusual_text, values_of
from union.imports.writing.leaving import last_days, works_of
from union.record import chain
from union.store.db import session
from union.tables.columns.fields import field_name
from union.web.addresses import Page, choice, paged
from union.web.current import current_installation
from union.web.forms.form import Form, current_account_id
from union.web.locale import language
from union.web.pages import page, status_of

SHOWN = ("problems", "new", "updated", "unchanged", "decide", "skipped", "missing", "twice", "refused")

SENT = {
    "asking": "",
    "keeping": "",
    "correcting": "problems",
    "deciding": "decide",
    "pairing": "twice",
    "leaving": "missing",
}
"""The forms of the page beside the one that begins, each with the group of lines among which it stands."""


@bp.get("/imports/<id:import_id>/preview")
@may(May.IMPORT_MEMBERS)
def preview(import_id: UUID) -> Response:
    row = row_of(import_id)
    if row.plan.preview_id is None or actions.stage(session(), row) not in OPEN:
        return redirect(url_for("imports.show", import_id=row.id))
    if not reaches_all(row.plan):
        flash(
            _(
                "This list was last compared by somebody who works at more workplaces than you. "
                "Go on from its columns: it is compared anew, with the people of yours."
            )
        )
        return redirect(url_for("imports.columns", import_id=row.id))
    chain.opened(current_installation().store, current_account_id(), KIND, row.id)
    return shown_preview(row)


@bp.post("/imports/<id:import_id>/apply")
@may(May.IMPORT_MEMBERS)
def apply(import_id: UUID) -> Response:
    row, form = row_of(import_id), GoOn()
    if row.plan.preview_id is not None and not reaches_all(row.plan):
        return redirect(url_for("imports.preview", import_id=row.id))

    def begin() -> None:
        actions.begin(
            session(),
            current_account_id(),
            row,
            good_only=form.good_only.data,
            confirmed=form.confirmed.data or "",
            cin=current_installation().settings.cin_authorised,
        )

    begun = form.carries_out(begin, row.version)
    if not begun and row.plan.preview_id is not None and actions.stage(session(), row) in OPEN:
        return shown_preview(row, form)
    if form.errors:
        return page("imports/show.html", form=form, **standing(row))
    return redirect(url_for("imports.show", import_id=row.id))


def shown_preview(row: RosterImport, form: Form | None = None, **sent: Form) -> Response:
    """The page of what will happen, with the one of its forms that was sent: to begin, or one of `SENT`."""
    plan = row.plan
    whole = kept_preview(plan)
    group = next((SENT[one] for one in sent if SENT[one]), "")
    shown = group or choice("show", SHOWN, _first_shown(whole, plan))
    listed = listing(whole, shown)
    written = _written(row, whole, listed.items) if shown == "new" and plan.list_of is ListOf.MEMBERS else {}
    name = plan.read_by.name if plan.read_by else ""
    beside = {
        "asking": sent.get("asking") or questions.form_of(plan.questions, beside=True),
        "keeping": sent.get("keeping") or KeepReading(beside=True, name=name),
        "pairing": sent.get("pairing") or (twins_form(plan.twins, beside=True) if shown == "twice" else None),
        "deciding": sent.get("deciding")
        or (deciding_form(listed.items, plan, beside=True) if shown == "decide" else None),
        "correcting": sent.get("correcting")
        or (correct_form(listed.items, beside=True) if shown == "problems" else None),
    }
    gone = (
        last_days(works_of(session(), row.workplace_id, listed.items))
        if shown == "missing" and row.workplace_id
        else {}
    )
    beside["leaving"] = sent.get("leaving") or (
        left_form(listed.items, gone, beside=True) if shown == "missing" else None
    )
    wrong = form or next(iter(sent.values()), None)
    return page(
        "imports/preview.html",
        status=status_of(wrong),
        form=form or GoOn(beside=True),
        wrong=wrong,
        row=row,
        plan=plan,
        shown=shown,
        listed=listed,
        written=written,
        site=site_of(row),
        message_text=message_text,
        values_of=values_of,
        matched=MATCHED,
        row_name=row_name,
        change_text=change_text,
        beside_text=beside_text,
        cell_name=cell_name,
        unusual_text=unusual_text,
        remark_text=remark_text,
        counted=COUNTED.get(plan.list_of),
        lists=LISTS,
        gone=gone,
        question_name=questions.name_of,
        twin_name=twin_name,
        shared=SHARED,
        language=language(),
        field_name=field_name,
        readings=questions.readings,
        **beside,
    )


def _written(row: RosterImport, whole: Preview, lines: list[RowOutcome]) -> dict[int, tuple[Changed, ...]]:
    """What will be kept of each new person of a page, by the row."""
    context = ImportContext(
        row.id,
        row.workplace_id or row.id,
        current_account_id(),
        row.plan.on,
        row.plan.state,
        current_installation().settings.cin_authorised,
    )
    return {number: written_of(one, context) for number, one in whole.rows(lines).items()}


def _first_shown(whole: Preview, plan: ImportState) -> str:
    """The group of lines that wants to be looked at before the others."""
    if whole.count("problems"):
        return "problems"
    groups = ("new", "updated", "decide", "missing", "unchanged")
    return next((one for one in groups if getattr(plan.counts, one)), "updated")


def kept_preview(plan: ImportState) -> Preview:
    """The rows as they were shown last. 409 where there are none, or they were compared with people out of reach."""
    return (
        Preview(current_installation().files, plan.preview_id) if plan.preview_id and reaches_all(plan) else abort(409)
    )


def listing(whole: Preview, group: str) -> Page[Any]:
    """One page of a group's lines."""
    return paged(whole.count(group), lambda offset, limit: whole.lines(group, offset, limit))


def deciding_form(lines: list[RowOutcome], plan: ImportState, *, beside: bool = False) -> Form:
    """The form of the rows to decide on one page of the preview."""
    decided = {one.row: one.choice for one in plan.decisions}
    return decide_form([(line.row, line.name) for line in lines], decided, beside=beside)
