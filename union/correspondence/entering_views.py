"""Mail written down by hand: what came in, and what went out without a letter of ours; both take the next number of
their register."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.attachments.views import case_here
from union.cases.models import Case
from union.correspondence import actions, register
from union.correspondence.forms import IncomingForm, MailForm, OutgoingForm
from union.correspondence.mail import Direction, Entered, MailEntry
from union.correspondence.models import CaseLetter, LetterState
from union.correspondence.register_views import WAYS, workplace_here
from union.correspondence.views import bp, files_of_case
from union.correspondence.words import DIRECTIONS
from union.refusal import Refused
from union.store.db import session
from union.web.addresses import choice, single
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import Workplace


@bp.get("/workplaces/<id:workplace_id>/mail/new")
@may(May.KEEP_REGISTER)
def new_mail(workplace_id: UUID) -> Response:
    workplace = workplace_here(workplace_id)
    case = _case_of_address(workplace)
    return _asked(workplace, case, _form(workplace, case, on=today()))


@bp.post("/workplaces/<id:workplace_id>/mail/new")
@may(May.KEEP_REGISTER)
def enter_mail(workplace_id: UUID) -> Response:
    """Written down; where it answers a letter, that letter is answered by the same act."""
    workplace = workplace_here(workplace_id)
    case = _case_of_address(workplace)
    form = _form(workplace, case)
    made: list[MailEntry] = []
    if not form.carries_out(lambda: made.append(_entered(workplace, case, form))):
        return _asked(workplace, case, form)
    number = register.number_of(session(), made[0])
    flash(_("It stands in the register under %(number)s.", number=f"{number.number}/{number.year}"), "done")
    return redirect(url_for("correspondence.mail", mail_id=made[0].id))


def _way() -> Direction:
    return Direction(choice("way", WAYS, Direction.IN.value))


def _entered(workplace: Workplace, case: Case | None, form: MailForm) -> MailEntry:
    by, case = current_account_id(), case or _case_typed(workplace, form)
    file_id = form.file.data if form.file else None
    entered = Entered(
        on=form.on.data,
        entered_on=today(),
        by_name="",
        who=form.who.data,
        who_words=form.who_words.data or "",
        subject=form.subject.data,
        file_id=file_id,
        **form.passage(),
    )
    if isinstance(form, OutgoingForm):
        return actions.went_out(session(), by, workplace.id, case, entered)
    letter_id = form.answers.data if isinstance(form, IncomingForm) else None
    letter = session().get(CaseLetter, letter_id) if letter_id else None
    if letter is None:
        return actions.came_in(session(), by, workplace.id, case, entered)
    if case is not None and case.id != letter.case_id:
        raise Refused("answers", _l("This letter is of another case: choose one of both."))
    of_letter = case_here(letter.case_id)
    return actions.answer(session(), by, of_letter, letter, entered.on, entered.subject, file_id, entered.came)


def _case_typed(workplace: Workplace, form: MailForm) -> Case | None:
    """The case whose reference was typed. Raises `Refused` alike for one that is not there and one out of reach."""
    code = (form.case.data or "").strip().upper() if form.case else ""
    if not code:
        return None
    case = session().scalar(select(Case).where(Case.code == code, Case.workplace_id == workplace.id))
    if case is None:
        raise Refused("case", _l("No case of this workplace has this reference: check it, or leave it empty."))
    return case


def _case_of_address(workplace: Workplace) -> Case | None:
    """The case from whose page one came; 404 for one elsewhere or out of reach, 422 for what is no id."""
    asked = single("case")
    if not asked:
        return None
    try:
        case_id = UUID(asked)
    except ValueError:
        abort(422)
    case = case_here(case_id)
    return case if case.workplace_id == workplace.id else abort(404)


def _form(workplace: Workplace, case: Case | None, **initial: Any) -> MailForm:
    """The form of one direction with what it may be tied to: of a case its letters and files, else every letter that
    waits here."""
    outgoing = _way() is Direction.OUT
    form = OutgoingForm(**initial) if outgoing else _offering(IncomingForm(**initial), workplace, case)
    if case is not None:
        form.offer_files("file", files_of_case(case))
        del form.case
    else:
        del form.file
    return form


def _offering(form: IncomingForm, workplace: Workplace, case: Case | None) -> IncomingForm:
    waits = select(CaseLetter).where(CaseLetter.workplace_id == workplace.id, CaseLetter.state == LetterState.SENT)
    if case is not None:
        waits = waits.where(CaseLetter.case_id == case.id)
    rows = sorted(readable(session().scalars(waits), "written"), key=lambda one: one.written.begun_at, reverse=True)
    form.answers.offer([(one.id, f"{one.code} · {register.subject_of(one)}") for one in rows], empty=_l("None of ours"))
    return form


def _asked(workplace: Workplace, case: Case | None, form: MailForm) -> Response:
    way = _way()
    return page(
        "correspondence/new_mail.html",
        form=form,
        workplace=workplace,
        case=case,
        way=way.value,
        named=DIRECTIONS[way],
        action=url_for(
            "correspondence.enter_mail", workplace_id=workplace.id, way=way.value, case=case.id if case else None
        ),
    )
