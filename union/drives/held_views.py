"""A list in one's own hands: a given name, a unit, what to ask; one number at a time; what came of it, and nothing read
back. No title and no address says what it is for, and nothing of it is stored on the telephone."""

from __future__ import annotations

from typing import NoReturn
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts import actions as accounts
from union.accounts.forms import Confirm
from union.drives import talking
from union.drives.actions import KIND
from union.drives.blueprint import bp
from union.drives.committee import DriveSeat
from union.drives.forms import TalkForm
from union.drives.lists import DriveList, DriveListed, Line, ListedPerson
from union.drives.talks import DriveTalk
from union.drives.words import ASKS, CLOSED, LINES, NOTHING_ON, NOTHING_WAITS
from union.record import chain
from union.store.db import session
from union.web import errors
from union.web.addresses import single
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.pages import page

OPEN_LINES = {Line.TO_CALL, Line.TRIED}


@bp.get("/my-list")
@may(May.HOLD_LIST)
def mine() -> Response:
    """The open lists in one's hands; a stopped one is empty at the next tap."""
    rows = talking.held(session(), current_account_id())
    every = talking.lines(session(), rows)
    lines = {key: [one for one in each if one.line in OPEN_LINES] for key, each in every.items()}
    people = talking.called(session(), [line for each in lines.values() for line in each])
    if rows:
        chain.listed(current_installation().store, current_account_id(), KIND, None, len(people))
    seats = readable(session().scalars(select(DriveSeat).where(DriveSeat.account_id == current_account_id())), "seat")
    return page(
        "drives/mine.html",
        rows=rows,
        lines=lines,
        people=people,
        asks=ASKS,
        words=LINES,
        line=Line,
        closed=(CLOSED, NOTHING_WAITS),
        seats=seats,
        wrote=_wrote(),
    )


@bp.get("/my-list/<id:listed_id>")
@may(May.HOLD_LIST)
def called(listed_id: UUID) -> Response:
    row, person, held_list = _line_or_404(listed_id)
    return _called_page(row, person, held_list, TalkForm())


@bp.post("/my-list/<id:listed_id>/number")
@may(May.HOLD_LIST)
def number(listed_id: UUID) -> Response:
    """One number, shown once for each tap."""
    row, person, held_list = _line_or_404(listed_id)
    form = Confirm()
    shown = form.carries_out(lambda: talking.show_number(session(), current_account_id(), row))
    return _called_page(
        row, person, held_list, TalkForm(beside=True), number=person.calling.phone if shown else "", asked=form
    )


@bp.post("/my-list/<id:listed_id>")
@may(May.HOLD_LIST)
def write_down(listed_id: UUID) -> Response:
    row, person, held_list = _line_or_404(listed_id)
    form = TalkForm()
    written: list[DriveTalk] = []

    def act() -> None:
        by = current_account_id()
        written.append(talking.record(session(), by, row, form.talk(accounts.names(session(), [by])[by])))

    if not form.carries_out(act):
        return _called_page(row, person, held_list, form)
    flash(_("Written down."), "done")
    return redirect(_next(row, written[0].id))


def _next(row: DriveListed, talk_id: UUID) -> str:
    """The page of the next person, which says for five minutes where the last word is put right."""
    every = talking.lines(session(), [session().get_one(DriveList, row.list_id)])[row.list_id]
    left = [one for one in every if one.line in OPEN_LINES and one.id != row.id]
    if not left:
        return url_for("drives.mine", wrote=talk_id)
    return url_for("drives.called", listed_id=left[0].id, wrote=talk_id)


@bp.get("/my-list/words/<id:talk_id>")
@may(May.HOLD_LIST)
def correcting(talk_id: UUID) -> Response:
    written, row, person = _own_words_or_404(talk_id)
    return _correcting_page(written, row, person, _talk_form(written))


@bp.post("/my-list/words/<id:talk_id>")
@may(May.HOLD_LIST)
def correct(talk_id: UUID) -> Response:
    written, row, person = _own_words_or_404(talk_id)
    form = _talk_form(written)

    def act() -> None:
        by = current_account_id()
        talking.correct(session(), by, written, row, form.talk(accounts.names(session(), [by])[by]))

    if not form.carries_out(act, written.version):
        return _correcting_page(written, row, person, form)
    flash(_("Put right."), "done")
    return redirect(url_for("drives.mine"))


def _talk_form(written: DriveTalk) -> TalkForm:
    said = written.talk
    return TalkForm(
        outcome=said.outcome,
        where=said.where,
        half_day=said.half_day,
        issues=[one.value for one in said.issues],
        next_on=said.next_on,
        line=said.line,
    )


def _line_or_404(listed_id: UUID) -> tuple[DriveListed, ListedPerson, DriveList]:
    """Somebody of a list that one holds today, who is still to be called."""
    row = session().get(DriveListed, listed_id)
    held_list = session().get(DriveList, row.list_id) if row else None
    person = session().get(ListedPerson, row.contact_id) if row else None
    if row is None or held_list is None or person is None:
        _gone()
    mine_ = held_list.holder_id == current_account_id() and talking.running(held_list)
    if not mine_ or row.line not in OPEN_LINES:
        _gone()
    return row, person, held_list


def _gone() -> NoReturn:
    """Nobody of a list in one's hands: it says only whether one holds a list, so that a person who was on a stopped one
    is like one who never was."""
    if any(line.line in OPEN_LINES for each in _held().values() for line in each):
        abort(errors.answer(404, _("Go back to your list: it shows who is left."), _("This person is done")))
    abort(errors.answer(404, NOTHING_WAITS, CLOSED))


def _held() -> dict[UUID, list[DriveListed]]:
    """The people of the lists in one's hands."""
    return talking.lines(session(), talking.held(session(), current_account_id()))


def _own_words_or_404(talk_id: UUID) -> tuple[DriveTalk, DriveListed, ListedPerson]:
    """What one wrote oneself less than five minutes ago, from a list that is still open."""
    written = session().get(DriveTalk, talk_id) or abort(404)
    if written.listed_id is None or written.written_by != current_account_id() or not talking.correctable(written):
        abort(404)
    row = session().get(DriveListed, written.listed_id) or abort(404)
    held_list = session().get(DriveList, row.list_id) or abort(404)
    person = session().get(ListedPerson, row.contact_id) or abort(404)
    if held_list.holder_id != current_account_id() or not talking.running(held_list):
        abort(404)
    return written, row, person


def _called_page(
    row: DriveListed,
    person: ListedPerson,
    held_list: DriveList,
    form: TalkForm,
    number: str = "",
    asked: Confirm | None = None,
) -> Response:
    return page(
        "drives/called.html",
        form=asked if asked is not None and asked.errors else form,
        talk=form,
        row=row,
        person=person,
        asks=ASKS[held_list.purpose.asks],
        number=number,
        warning=NOTHING_ON,
        wrote=_wrote(),
    )


def _correcting_page(written: DriveTalk, row: DriveListed, person: ListedPerson, form: TalkForm) -> Response:
    return page("drives/correcting.html", form=form, written=written, row=row, person=person, warning=NOTHING_ON)


def _wrote() -> UUID | None:
    """What was written just before, if it can still be put right."""
    asked = single("wrote")
    if not asked:
        return None
    try:
        written = session().get(DriveTalk, UUID(asked))
    except ValueError:
        abort(422)
    own = written is not None and written.written_by == current_account_id() and talking.correctable(written)
    return written.id if written is not None and own else None
