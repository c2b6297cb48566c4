"""What is changed of a dismissal letter: its facts, the twelve answers, the letters against it; and those as PDFs."""

from __future__ import annotations

from uuid import UUID

from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import subjects
from union.cases.findings_view import as_bool
from union.cases.letters import LANGUAGES
from union.cases.paper_pages import SETTING_ASIDE, after
from union.cases.sending import AsideForm
from union.papers.dismissals import actions, reading
from union.papers.dismissals.forms import LetterForm, QuestionsForm, SentForm, answered, letter_of, written
from union.papers.dismissals.letters import against
from union.papers.dismissals.models import LetterKind
from union.papers.dismissals.views import bp, row_of
from union.papers.dismissals.words import ASIDE
from union.press.typesetting import pdf
from union.store.db import session
from union.web.addresses import choice
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page

__all__ = ["bp"]


@bp.get("/dismissals/<id:dismissal_id>/edit")
@may(May.CHECK_PAPERS)
def edit(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    return page("dismissals/edit.html", form=LetterForm(**written(row.decision)), case=case, row=row)


@bp.post("/dismissals/<id:dismissal_id>/edit")
@may(May.CHECK_PAPERS)
def update(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    form = LetterForm(**written(row.decision))
    return after(
        case, row, form, "dismissals/edit.html",
        lambda: actions.correct(session(), current_account_id(), case, row, letter_of(form)), _("The letter is corrected."),
    )  # fmt: skip


@bp.get("/dismissals/<id:dismissal_id>/questions")
@may(May.CHECK_PAPERS)
def questions(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    form, waiting = QuestionsForm(**answered(row.decision)), reading.unanswered(row.decision)
    return page("dismissals/questions.html", form=form, case=case, row=row, waiting=waiting)


@bp.post("/dismissals/<id:dismissal_id>/questions")
@may(May.CHECK_PAPERS)
def answer(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    form = QuestionsForm(**answered(row.decision))

    def act() -> None:
        refused = as_bool(form.refused.data)
        actions.answer(
            session(), current_account_id(), case, row, form.answers, form.known_on.data, refused, form.sanctions,
            as_bool(form.sanctioned.data), form.ladder_places,
        )  # fmt: skip

    waiting = reading.unanswered(row.decision)
    return after(case, row, form, "dismissals/questions.html", act, _("The answers are kept."), waiting=waiting)


@bp.get("/dismissals/<id:dismissal_id>/letter")
@may(May.CHECK_PAPERS)
def letter(dismissal_id: UUID) -> Response:
    """A letter against the dismissal, as a PDF."""
    case, row = row_of(dismissal_id)
    kind = _asked()
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", ("draft", "sign"), "draft")
    place = subjects.place_of(case)
    draft = way == "draft"
    content = pdf(against(kind, row.decision, place, case.code, said_in, today(), draft=draft))
    parcel = paper_of(f"{case.code}-{kind.value}-{said_in}", content, draft=draft)
    return hand_over(parcel, Whence("dismissal", row.id, row.case_id))


def _asked() -> LetterKind:
    return LetterKind(choice("paper", tuple(one.value for one in LetterKind), LetterKind.CONTEST.value))


@bp.get("/dismissals/<id:dismissal_id>/sent")
@may(May.CHECK_PAPERS)
def sending(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    return page("dismissals/sending.html", form=SentForm(sent_on=today(), letter=_asked()), case=case, row=row)


@bp.post("/dismissals/<id:dismissal_id>/sent")
@may(May.CHECK_PAPERS)
def sent(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    form = SentForm()
    return after(
        case, row, form, "dismissals/sending.html",
        lambda: actions.send(session(), current_account_id(), case, row, form.letter.data, form.means.data, form.sent_on.data),
        _("The letter is marked as sent."),
    )  # fmt: skip


@bp.get("/dismissals/<id:dismissal_id>/aside")
@may(May.CHECK_PAPERS)
def setting_aside(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    return page(SETTING_ASIDE, form=AsideForm(), case=case, row=row, aside=ASIDE, about=row.decision.about)


@bp.post("/dismissals/<id:dismissal_id>/aside")
@may(May.CHECK_PAPERS)
def set_aside(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    form = AsideForm()
    return after(
        case, row, form, SETTING_ASIDE,
        lambda: actions.set_aside(session(), current_account_id(), case, row, form.why.data), _("The letter is set aside."),
        aside=ASIDE, about=row.decision.about,
    )  # fmt: skip
