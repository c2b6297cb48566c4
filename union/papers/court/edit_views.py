"""What is changed of a court file: its facts, the hearings, the judgment; and the file as a sheet for the lawyer."""

from __future__ import annotations

from uuid import UUID

from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import subjects
from union.cases.letters import LANGUAGES
from union.cases.paper_pages import SETTING_ASIDE, after
from union.cases.sending import AsideForm
from union.papers.court import actions
from union.papers.court.forms import (
    FileForm,
    HearingForm,
    HeldForm,
    JudgmentForm,
    file_of,
    judged,
    judgment_of,
    written,
)
from union.papers.court.models import CourtFile
from union.papers.court.reading import to_come
from union.papers.court.sheet import sheet
from union.papers.court.views import bp, row_of
from union.papers.court.words import ASIDE
from union.press.typesetting import pdf
from union.store.db import session
from union.web.addresses import choice
from union.web.forms.form import current_account_id
from union.web.locale import day, today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page

__all__ = ["bp"]


@bp.get("/court/<id:file_id>/edit")
@may(May.KEEP_COURT)
def edit(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    return page("court/edit.html", form=FileForm(**written(row.matter)), case=case, row=row)


@bp.post("/court/<id:file_id>/edit")
@may(May.KEEP_COURT)
def update(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    form = FileForm(**written(row.matter))
    return after(
        case, row, form, "court/edit.html",
        lambda: actions.correct(session(), current_account_id(), case, row, file_of(form)), _("The file is corrected."),
    )  # fmt: skip


@bp.get("/court/<id:file_id>/hearings/new")
@may(May.KEEP_COURT)
def new_hearing(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    return page("court/new_hearing.html", form=HearingForm(), case=case, row=row)


@bp.post("/court/<id:file_id>/hearings/new")
@may(May.KEEP_COURT)
def fix(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    form = HearingForm()

    def act() -> None:
        wanted = actions.hearing(form.hearing_on.data, form.at.data or "", form.room.data or "")
        actions.fix(session(), current_account_id(), case, row, wanted)

    return after(case, row, form, "court/new_hearing.html", act, _("The hearing stands in the agenda."))


@bp.get("/court/<id:file_id>/hearings")
@may(May.KEEP_COURT)
def held(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    return page("court/held.html", form=_held(row), case=case, row=row)


@bp.post("/court/<id:file_id>/hearings")
@may(May.KEEP_COURT)
def hold(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    form = _held(row)

    def act() -> None:
        following = actions.hearing(form.next_on.data, form.next_at.data or "") if form.next_on.data else None
        actions.hold(session(), current_account_id(), case, row, form.hearing.data, form.outcome.data, following)

    return after(case, row, form, "court/held.html", act, _("What happened is written down."))


def _held(row: CourtFile) -> HeldForm:
    form = HeldForm()
    offered = ((one.id, " · ".join(filter(None, (day(one.on), one.at)))) for one in to_come(row.matter))
    form.hearing.offer(offered)
    return form


@bp.get("/court/<id:file_id>/judgment")
@may(May.KEEP_COURT)
def judgment(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    return page("court/judgment.html", form=JudgmentForm(**judged(row.matter)), case=case, row=row)


@bp.post("/court/<id:file_id>/judgment")
@may(May.KEEP_COURT)
def judge(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    form = JudgmentForm(**judged(row.matter))
    return after(
        case, row, form, "court/judgment.html",
        lambda: actions.judge(session(), current_account_id(), case, row, judgment_of(form)), _("The judgment is written down."),
    )  # fmt: skip


@bp.get("/court/<id:file_id>/sheet")
@may(May.KEEP_COURT)
def paper(file_id: UUID) -> Response:
    """The lawyer's sheet as a PDF."""
    case, row = row_of(file_id)
    said_in = choice("in", LANGUAGES, "fr")
    content = pdf(sheet(row.matter, subjects.place_of(case), case.code, said_in, today()))
    return hand_over(paper_of(f"{case.code}-court-{said_in}", content), Whence("court_file", row.id, row.case_id))


@bp.get("/court/<id:file_id>/aside")
@may(May.KEEP_COURT)
def setting_aside(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    return page(SETTING_ASIDE, form=AsideForm(), case=case, row=row, aside=ASIDE, about=row.matter.about)


@bp.post("/court/<id:file_id>/aside")
@may(May.KEEP_COURT)
def set_aside(file_id: UUID) -> Response:
    case, row = row_of(file_id)
    form = AsideForm()
    return after(
        case, row, form, SETTING_ASIDE,
        lambda: actions.set_aside(session(), current_account_id(), case, row, form.why.data), _("The file is set aside."),
        aside=ASIDE, about=row.matter.about,
    )  # fmt: skip
