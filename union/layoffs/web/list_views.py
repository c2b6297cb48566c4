"""Bringing in the employer's list: the file, what was understood, and taking it; nothing is taken unseen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union import text
from union.access import May, may
from union.entitlements.people.fact_words import words_of
from union.imports.web import questions
from union.languages.readers import sentence
from union.layoffs import actions
from union.layoffs.lists import planning, versions
from union.layoffs.lists.telling import as_json
from union.layoffs.records.contents import Pending
from union.layoffs.records.models import Layoff, on_the_list
from union.layoffs.sums import overview
from union.layoffs.web.blueprint import bp, dispute_or_404, place_of
from union.layoffs.web.forms import Confirm, ListForm
from union.layoffs.web.list_forms import TakeForm, taking
from union.store.db import opens_its_own, session
from union.store.files import takes_files
from union.tables.sandbox import read_any
from union.tables.table import Table, Untrusted
from union.tables.table_json import packed_table, unpacked
from union.web.current import current_installation, rights
from union.web.forms.form import Form, current_account_id
from union.web.locale import language, today
from union.web.pages import page, status_of

MOST = 8 * 1024 * 1024  # bytes of a file
OTHER_KIND = frozenset({"not_a_table", "prose", "markup", "unknown_kind", "macros"})


@bp.get("/layoffs/<id:case_id>/list")
@may(May.WORK_LAYOFF)
def list_form(case_id: UUID) -> Response:
    return _form(dispute_or_404(case_id), ListForm())


def _form(dispute: Layoff, form: ListForm) -> Response:
    place = place_of(dispute)
    whole = current_installation().settings.outsiders_confirmed
    return page("layoffs/list_form.html", form=form, dispute=dispute, place=place, whole=whole)


@bp.post("/layoffs/<id:case_id>/list")
@may(May.WORK_LAYOFF)
@opens_its_own
@takes_files(MOST)
def upload(case_id: UUID) -> Response:
    dispute, form = dispute_or_404(case_id), ListForm()
    file = form.file.data
    if file is None or not file.filename:
        form.file.errors = [_l("Choose the file first.")]
        return _form(dispute, form)
    try:
        table = read_any(file.read(), file.filename)
    except Untrusted as refused:
        form.file.errors = [sentence(refused.code, language(), **refused.values)]
        answer = _form(dispute, form)
        if refused.code in OTHER_KIND:
            answer.status_code = 415
        return answer
    pending = _lay_down(dispute, table, _safe(file.filename))
    with current_installation().store.writing(rights) as writing:
        before = actions.lay_down(dispute_or_404(case_id, writing), pending)
    if before is not None:
        current_installation().files.remove(before)
    return redirect(url_for("layoffs.preview", case_id=case_id))


def _safe(name: str) -> str:
    try:
        return text.line(name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1], 120)
    except text.Unacceptable:
        return ""


def _lay_down(dispute: Layoff, table: Table, name: str) -> Pending:
    """Seal what may be kept: without a legal basis for others, only the rows of people whom the union knows."""
    whole, left_out = current_installation().settings.outsiders_confirmed, 0
    if whole:
        table = planning.minimal(table)
    else:
        table, left_out = planning.only_known(session(), dispute.workplace_id, table, today())
    file_id = current_installation().files.put(json.dumps(packed_table(table)).encode())
    return Pending(file_id, name, datetime.now(UTC).replace(microsecond=0), left_out, whole)


@bp.get("/layoffs/<id:case_id>/list/preview")
@may(May.WORK_LAYOFF)
def preview(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    if dispute.matter.pending is None:
        return redirect(url_for("layoffs.list_form", case_id=case_id))
    plan = plan_of(dispute)
    return shown_preview(dispute, taking(plan.carried.contested), plan)


def shown_preview(
    dispute: Layoff, form: TakeForm, plan: planning.MatchedList, asked_by: Form | None = None
) -> Response:
    """The page of what was understood, with the one of its forms that was sent: to take the list, or `asked_by`."""
    asked = plan.understood.read.questions
    pending = dispute.matter.pending
    entries = [
        overview.Entry(dispute.id, number, one.facts.known, one.facts, one.snapshot)
        for number, one in enumerate(plan.people, 1)
    ]
    return page(
        "layoffs/preview.html",
        form=form,
        status=status_of(asked_by),
        dispute=dispute,
        pending=pending,
        entries=entries,
        totals=overview.totals(entries),
        matched=sum(match.member_id is not None for match in plan.found),
        doubtful=[one.facts.name for one, match in zip(plan.people, plan.found, strict=True) if match.doubt],
        taken=dispute.matter.taken,
        carried=plan.carried,
        words_of=words_of,
        asking=asked_by or questions.form_of(asked, beside=True),
        questions=asked,
        open_questions=plan.understood.open_questions,
        question_name=questions.name_of,
        readings=questions.readings,
        contested=form.shown(plan.carried.contested),
        **as_json(plan.understood),
    )


def plan_of(dispute: Layoff, answers: Mapping[str, bool] | None = None) -> planning.MatchedList:
    """Read, match and compute, without any lock: what is written afterwards is ready."""
    pending = dispute.matter.pending
    assert pending is not None
    try:
        table = unpacked(current_installation().files.get(pending.file_id))
    except FileNotFoundError:  # taken, or thrown away, by somebody else since the page was read
        abort(409)
    return planning.plan(
        session(), dispute, table, today(), versions.remembered(current_installation().files, dispute), answers
    )


@bp.post("/layoffs/<id:case_id>/list/take")
@may(May.WORK_LAYOFF)
@opens_its_own
def take_list(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    pending = dispute.matter.pending
    if pending is None:  # taken already: the same button pressed twice
        return redirect(url_for("layoffs.show", case_id=case_id))
    plan = plan_of(dispute)
    form = taking(plan.carried.contested)
    if not form.accepts():
        return shown_preview(dispute, form, plan)
    if plan.understood.open_questions:
        form.form_errors.append(_l("Answer the questions about the columns first: nothing is written on a guess."))
        return shown_preview(dispute, form, plan)
    if plan.carried.contested:
        plan = plan_of(dispute, form.answers)
    with form.refusing(), current_installation().store.writing(rights) as writing:
        now = dispute_or_404(case_id, writing)
        if now.matter.pending != pending:
            abort(409)
        present = writing.scalars(on_the_list(now.id)).all()
        if {row.id: row.version for row in present} != plan.seen:  # somebody corrected a line meanwhile
            abort(409)
        before = versions.laid_by(current_installation().files, now, present)
        actions.take_list(writing, current_account_id(), now, plan.people, today(), before)
    if form.errors:
        return shown_preview(dispute, form, plan)
    current_installation().files.remove(pending.file_id)
    flash(_("The list is taken."))
    return redirect(url_for("layoffs.show", case_id=case_id))


@bp.post("/layoffs/<id:case_id>/list/discard")
@may(May.WORK_LAYOFF)
@opens_its_own
def discard(case_id: UUID) -> Response:
    Confirm()
    with current_installation().store.writing(rights) as writing:
        before = actions.lay_down(dispute_or_404(case_id, writing), None)
    if before is not None:
        current_installation().files.remove(before)
    return redirect(url_for("layoffs.list_form", case_id=case_id))
