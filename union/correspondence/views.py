"""The pages of the letters of a case: what can be begun, each letter with its text, and every step of its life."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.attachments.models import Attachment
from union.attachments.models import of_case as files_of
from union.attachments.views import case_here
from union.cases.letters import FRAME, LANGUAGES
from union.cases.models import Case, Stage
from union.cases.panels import Panel
from union.cases.subjects import Subject, page_of
from union.correspondence import actions, register
from union.correspondence.forms import AnswerForm, SendForm, text_form
from union.correspondence.mail import Direction
from union.correspondence.models import KEPT, CaseLetter, LetterState, of_case
from union.correspondence.offers import offer_of, offers, step_of
from union.correspondence.typed import applied, open_places, plain
from union.correspondence.word_file import MIMETYPE, word_file
from union.correspondence.words import DIRECTIONS, LANGUAGE_NAMES, STATES
from union.languages.translated import translated
from union.papers.sending import MEANS
from union.press.content import Letter
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import session
from union.vault.envelope import whole
from union.web.addresses import choice, single
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.outgoing import Parcel, Whence, hand_over, paper_of
from union.web.pages import page

bp = Blueprint("correspondence", __name__)
ON_A_PANEL = 4
BEFORE_FINAL = (LetterState.DRAFT, LetterState.CHECKED)
ASKED_AGAIN = timedelta(days=15)  # a day of ours: no period of the law


def letter_here(letter_id: UUID) -> tuple[Case, CaseLetter]:
    """A letter in reach with its case. 404 otherwise."""
    row = session().get(CaseLetter, letter_id) or abort(404)
    whole(row, "written")
    return case_here(row.case_id), row


def letters_of(case: Case) -> list[CaseLetter]:
    """The letters of a case that open, the newest first."""
    found = readable(session().scalars(of_case(case.id)), "written")
    return sorted(found, key=lambda one: (one.written.begun_at, one.code), reverse=True)


@bp.get("/cases/<id:case_id>/letters")
@may(May.READ_LETTER)
def index(case_id: UUID) -> Response:
    case = case_here(case_id)
    chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
    return _index(case)


def _index(case: Case, form: Form | None = None) -> Response:
    writes = asking().may(May.WRITE_LETTER) and case.stage is not Stage.CLOSED
    return page(
        "correspondence/index.html",
        form=form,
        case=case,
        back=page_of(case),
        rows=letters_of(case),
        offers=list(offers(case)) if writes else [],
        writes=writes,
        states=STATES,
        names=LANGUAGE_NAMES,
        plain=plain,
    )


@bp.post("/cases/<id:case_id>/letters")
@may(May.WRITE_LETTER)
def begin(case_id: UUID) -> Response:
    """A draft of one of the letters that the case offers; 422 for one that it does not."""
    case = case_here(case_id)
    said_in = choice("in", LANGUAGES, "fr")
    offer = offer_of(case, single("letter")) or abort(422)
    made = dataclasses.replace(offer.make(said_in, today()), draft="")
    form = Form()
    with form.refusing():
        row = actions.begin(session(), current_account_id(), case, offer.key, made)
        return redirect(url_for("correspondence.edit", letter_id=row.id))
    return _index(case, form)


@bp.get("/letters/<id:letter_id>")
@may(May.READ_LETTER)
def show(letter_id: UUID) -> Response:
    case, row = letter_here(letter_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, row.id, case=case.id)
    return _show(case, row)


def _show(case: Case, row: CaseLetter, form: Form | None = None) -> Response:
    held, me = row.written, current_account_id()
    files = {
        name: session().get(Attachment, one)
        for name, one in (
            ("proof", held.posted.proof_id if held.posted else None),
            ("answer", held.answer.file_id if held.answer else None),
        )
        if one is not None
    }
    return page(
        "correspondence/show.html",
        form=form,
        case=case,
        row=row,
        held=held,
        letter=_as_read(held.letter),
        back=page_of(case),
        files=files,
        writes=asking().may(May.WRITE_LETTER),
        closed=case.stage is Stage.CLOSED,
        mine=me in held.writers,
        alone=_alone(case, row),
        numbers=_numbers(row) if asking().may(May.KEEP_REGISTER) else [],
        kept=row.state in KEPT,
        still_open=open_places(held.letter) if row.state in BEFORE_FINAL else [],
        state=row.state.value,
        states=STATES,
        means=MEANS,
        names=LANGUAGE_NAMES,
        plain=plain,
    )


def _alone(case: Case, row: CaseLetter) -> bool:
    """Whether whoever wrote a draft may read it again themselves: nobody else could."""
    me = current_account_id()
    drafted = row.state is LetterState.DRAFT and me in row.written.writers and asking().may(May.WRITE_LETTER)
    return drafted and not actions.other_readers(session(), me, case)


def _numbers(row: CaseLetter) -> list[tuple[Any, str, UUID]]:
    """Where a letter stands in the register: that it went, and that it was answered."""
    found = []
    for way in Direction:
        mail = register.of_letter(session(), row, way)
        if mail is not None:
            number = register.number_of(session(), mail)
            found.append((DIRECTIONS[way], f"{number.number}/{number.year}", mail.id))
    return found


@bp.get("/letters/<id:letter_id>/edit")
@may(May.WRITE_LETTER)
def edit(letter_id: UUID) -> Response:
    case, row = letter_here(letter_id)
    if row.state not in (LetterState.DRAFT, LetterState.CHECKED):
        return redirect(url_for("correspondence.show", letter_id=row.id))
    return _edit(case, row, text_form(row.written.letter))


@bp.post("/letters/<id:letter_id>/edit")
@may(May.WRITE_LETTER)
def write(letter_id: UUID) -> Response:
    case, row = letter_here(letter_id)
    letter = row.written.letter
    form = text_form(letter)

    def kept() -> None:
        actions.write(session(), current_account_id(), case, row, applied(letter, _typed(form)))

    if not form.carries_out(kept, row.version):
        return _edit(case, row, form)
    flash(_("The text is kept. Ask a colleague to read it."), "done")
    return redirect(url_for("correspondence.show", letter_id=row.id))


def _typed(form: Form) -> dict[str, str | None]:
    return {field.name: field.data for field in form}


def _edit(case: Case, row: CaseLetter, form: Form) -> Response:
    letter = row.written.letter
    fields = [
        (
            part,
            form._fields.get(f"heading_{at}"),
            form._fields.get(f"text_{at}"),
        )
        for at, part in enumerate(letter.parts)
    ]
    return page(
        "correspondence/edit.html",
        form=form,
        case=case,
        row=row,
        letter=letter,
        parts=fields,
        back=page_of(case),
        names=LANGUAGE_NAMES,
        plain=plain,
    )


@bp.post("/letters/<id:letter_id>/check")
@may(May.WRITE_LETTER)
def check(letter_id: UUID) -> Response:
    return _act(letter_id, actions.check, _l("You have read this letter: it can be made final."))


@bp.post("/letters/<id:letter_id>/final")
@may(May.WRITE_LETTER)
def finish(letter_id: UUID) -> Response:
    return _act(letter_id, actions.finish, _l("The letter is final: print it, sign it, send it."))


@bp.post("/letters/<id:letter_id>/aside")
@may(May.WRITE_LETTER)
def set_aside(letter_id: UUID) -> Response:
    return _act(letter_id, actions.set_aside, _l("The letter is set aside: it stays to be read."))


def _act(letter_id: UUID, act: Callable[..., None], done: Any) -> Response:
    """One button of a letter, pressed on the text that is shown: 409 where somebody changed it meanwhile."""
    case, row = letter_here(letter_id)
    form = Form()
    if not form.carries_out(lambda: act(session(), current_account_id(), case, row), row.version):
        return _show(case, row, form)
    flash(done, "done")
    return redirect(url_for("correspondence.show", letter_id=row.id))


@bp.post("/letters/<id:letter_id>/again")
@may(May.WRITE_LETTER)
def again(letter_id: UUID) -> Response:
    """A new draft with the same text, where a final one has to say something else."""
    case, row = letter_here(letter_id)
    form = Form()
    with form.refusing():
        held = row.written
        fresh = actions.begin(session(), current_account_id(), case, held.made_from, held.letter)
        return redirect(url_for("correspondence.edit", letter_id=fresh.id))
    return _show(case, row, form)


@bp.get("/letters/<id:letter_id>/send")
@may(May.WRITE_LETTER)
def sending(letter_id: UUID) -> Response:
    case, row = letter_here(letter_id)
    step = step_of(case, row.written.made_from)
    again_on = None if step is not None else today() + ASKED_AGAIN  # the path counts the answer to its own letters
    return _sending(case, row, _send_form(case, row, on=today(), marks_step=True, again_on=again_on))


@bp.post("/letters/<id:letter_id>/send")
@may(May.WRITE_LETTER)
def send(letter_id: UUID) -> Response:
    case, row = letter_here(letter_id)
    form = _send_form(case, row)

    def went() -> None:
        said = actions.Sending(
            form.means.data,
            form.on.data,
            form.post_number.data or "",
            form.proof.data,
            bool(form.marks_step and form.marks_step.data),
            form.again_on.data if form.again_on else None,
        )
        actions.send(session(), current_account_id(), case, row, said)

    if not form.carries_out(went, row.version):
        return _sending(case, row, form)
    flash(_("The letter is marked as sent."), "done")
    return redirect(url_for("correspondence.show", letter_id=row.id))


def _send_form(case: Case, row: CaseLetter, **initial: Any) -> SendForm:
    form = SendForm(**initial)
    form.offer_files("proof", files_of_case(case))
    if step_of(case, row.written.made_from) is None:
        del form.marks_step
    if case.stage is Stage.CLOSED:
        del form.again_on
    return form


def _sending(case: Case, row: CaseLetter, form: SendForm) -> Response:
    return page(
        "correspondence/sending.html",
        form=form,
        case=case,
        row=row,
        step=step_of(case, row.written.made_from),
        back=page_of(case),
        plain=plain,
    )


@bp.get("/letters/<id:letter_id>/answer")
@may(May.WRITE_LETTER)
def answering(letter_id: UUID) -> Response:
    case, row = letter_here(letter_id)
    return _answering(case, row, _answer_form(case, on=today()))


@bp.post("/letters/<id:letter_id>/answer")
@may(May.WRITE_LETTER)
def answer(letter_id: UUID) -> Response:
    case, row = letter_here(letter_id)
    form = _answer_form(case)

    def came() -> None:
        actions.answer(
            session(),
            current_account_id(),
            case,
            row,
            form.on.data,
            form.words.data or "",
            form.file.data,
            form.came.data,
        )

    if not form.carries_out(came, row.version):
        return _answering(case, row, form)
    flash(_("The answer stands with the letter."), "done")
    return redirect(url_for("correspondence.show", letter_id=row.id))


def _answer_form(case: Case, **initial: Any) -> AnswerForm:
    form = AnswerForm(**initial)
    form.offer_files("file", files_of_case(case))
    return form


def _answering(case: Case, row: CaseLetter, form: AnswerForm) -> Response:
    return page("correspondence/answering.html", form=form, case=case, row=row, back=page_of(case), plain=plain)


def files_of_case(case: Case) -> list[Attachment]:
    """The files of a case that open, the newest first."""
    found = readable(session().scalars(files_of(case.id)), "description", "held")
    return [one for one in found if not one.destroyed and one.told is None][::-1]


@bp.get("/letters/<id:letter_id>/paper")
@may(May.READ_LETTER)
def paper(letter_id: UUID) -> Response:
    """The letter as PDF or as a Word file; a draft until it is final, and says so."""
    case, row = letter_here(letter_id)
    wanted = choice("as", ("pdf", "docx"), "pdf")
    letter, draft = as_printed(row), row.state not in KEPT
    name = f"{case.code}-{row.code}-{letter.language}"
    if wanted == "pdf":
        parcel = paper_of(name, pdf(letter), draft=draft)
    else:
        name = f"{name}-draft" if draft else name
        parcel = Parcel(word_file(letter), MIMETYPE, f"{name}.docx", name)
    return hand_over(parcel, Whence(actions.KIND, row.id, case.id))


def as_printed(row: CaseLetter) -> Letter:
    """The kept text, with the mark of a draft while it is one."""
    letter: Letter = row.written.letter
    draft = "" if row.state in KEPT else translated(FRAME["draft"], letter.language)
    return _as_read(dataclasses.replace(letter, draft=draft))


def _as_read(letter: Letter) -> Letter:
    """Without the sums that are annexed, for whoever reads what was sent and counts nobody's due."""
    return letter if asking().may(May.COUNT_OWED) else dataclasses.replace(letter, enclosed=())


def panel(case: Case, subject: Subject) -> Panel | None:
    """The letters of a case beside its page."""
    if subject.person_id is not None or not asking().may(May.READ_LETTER):
        return None
    rows = letters_of(case)
    if not rows and not asking().may(May.WRITE_LETTER):
        return None
    values = {
        "case": case,
        "rows": rows[:ON_A_PANEL],
        "more": len(rows) - ON_A_PANEL,
        "states": STATES,
        "plain": plain,
    }
    return Panel(
        _l("Letters of the case"), "mail", "correspondence/_panel.html", values, printed=False, folded=not rows
    )
