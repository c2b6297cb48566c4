"""What is changed of a signed paper: its facts, the answers, the rights, the denunciation; and the letter as a PDF."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import subjects
from union.cases.letters import LANGUAGES
from union.cases.paper_pages import SETTING_ASIDE, after
from union.cases.sending import AsideForm, SentForm
from union.papers.receipts import actions, reading
from union.papers.receipts.forms import (
    FACTS,
    FactsForm,
    QuestionsForm,
    RightsForm,
    answered,
    answers_of,
    claimed,
    facts_of,
)
from union.papers.receipts.letters import denunciation
from union.papers.receipts.models import Receipt
from union.papers.receipts.views import bp, row_of
from union.papers.receipts.words import ASIDE, PARTS
from union.press.typesetting import pdf
from union.store.db import session
from union.web.addresses import choice
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page

__all__ = ["bp"]


def _facts(row: Receipt) -> FactsForm:
    return FactsForm(**{name: getattr(row.signed, name) for name in FACTS})


@bp.get("/receipts/<id:receipt_id>/edit")
@may(May.CHECK_PAPERS)
def edit(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    return page("receipts/edit.html", form=_facts(row), case=case, row=row)


@bp.post("/receipts/<id:receipt_id>/edit")
@may(May.CHECK_PAPERS)
def update(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    form = _facts(row)
    return after(
        case, row, form, "receipts/edit.html",
        lambda: actions.correct(session(), current_account_id(), case, row, facts_of(form)), _("The paper is corrected."),
    )  # fmt: skip


def _asked(row: Receipt) -> dict[str, Any]:
    return {"parts": reading.parts(row.signed.kind), "words": PARTS}


@bp.get("/receipts/<id:receipt_id>/questions")
@may(May.CHECK_PAPERS)
def questions(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    return page(
        "receipts/questions.html", form=QuestionsForm(**answered(row.signed)), case=case, row=row, **_asked(row)
    )


@bp.post("/receipts/<id:receipt_id>/questions")
@may(May.CHECK_PAPERS)
def answer(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    form = QuestionsForm(**answered(row.signed))
    keys = (reading.CAN_READ, *(key for part in reading.parts(row.signed.kind).values() for key in part))
    return after(
        case, row, form, "receipts/questions.html",
        lambda: actions.answer(session(), current_account_id(), case, row, answers_of(form, keys)), _("The answers are kept."), **_asked(row),
    )  # fmt: skip


@bp.get("/receipts/<id:receipt_id>/rights")
@may(May.CHECK_PAPERS)
def rights(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    return page("receipts/rights.html", form=RightsForm(**claimed(row.signed.claims)), case=case, row=row)


@bp.post("/receipts/<id:receipt_id>/rights")
@may(May.CHECK_PAPERS)
def claim(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    form = RightsForm(**claimed(row.signed.claims))
    return after(
        case, row, form, "receipts/rights.html",
        lambda: actions.claim(session(), current_account_id(), case, row, form.claims), _("The denunciation names these rights."),
    )  # fmt: skip


@bp.get("/receipts/<id:receipt_id>/letter")
@may(May.CHECK_PAPERS)
def letter(receipt_id: UUID) -> Response:
    """The denunciation as a PDF. 404 where nothing was signed: there is nothing to denounce."""
    case, row = row_of(receipt_id)
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", ("draft", "sign"), "draft")
    if row.signed.signed_on is None:
        abort(404)
    place = subjects.place_of(case)
    draft = way == "draft"
    content = pdf(denunciation(row.signed, place, case.code, said_in, today(), draft=draft))
    parcel = paper_of(f"{case.code}-denunciation-{said_in}", content, draft=draft)
    return hand_over(parcel, Whence("receipt", row.id, row.case_id))


@bp.get("/receipts/<id:receipt_id>/sent")
@may(May.CHECK_PAPERS)
def sending(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    return page("receipts/sending.html", form=SentForm(sent_on=today()), case=case, row=row)


@bp.post("/receipts/<id:receipt_id>/sent")
@may(May.CHECK_PAPERS)
def sent(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    form = SentForm()
    return after(
        case, row, form, "receipts/sending.html",
        lambda: actions.denounce(session(), current_account_id(), case, row, form.means.data, form.sent_on.data),
        _("The denunciation is marked as sent."),
    )  # fmt: skip


@bp.get("/receipts/<id:receipt_id>/aside")
@may(May.CHECK_PAPERS)
def setting_aside(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    return page(SETTING_ASIDE, form=AsideForm(), case=case, row=row, aside=ASIDE, about=row.signed.about)


@bp.post("/receipts/<id:receipt_id>/aside")
@may(May.CHECK_PAPERS)
def set_aside(receipt_id: UUID) -> Response:
    case, row = row_of(receipt_id)
    form = AsideForm()
    return after(
        case, row, form, SETTING_ASIDE,
        lambda: actions.set_aside(session(), current_account_id(), case, row, form.why.data), _("The paper is set aside."),
        aside=ASIDE, about=row.signed.about,
    )  # fmt: skip
