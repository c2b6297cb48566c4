"""The posted list of electors: sent or pasted, compared with our roster, and the claims that follow from it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.cases.letters import LANGUAGES
from union.cases.subjects import Place
from union.imports.reading.understanding import understand
from union.imports.web.receiving import given, refused
from union.law.polls.calendar import Step
from union.members.models import Identity, Member
from union.polls import actions, elector_sheet, electors
from union.polls.forms import ClaimsForm, PostedList
from union.polls.models import Checked, Poll
from union.polls.shown import steps
from union.polls.views import bp, place_of, poll_or_404
from union.press.typesetting import pdf
from union.record import chain
from union.refusal import Refused
from union.store.among import Among
from union.store.db import opens_its_own, session
from union.store.files import takes_files
from union.tables.table import Untrusted
from union.vault.envelope import whole
from union.web.addresses import choice, single
from union.web.current import current_installation, rights
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Employer

MOST_BYTES = 8 * 1024 * 1024


@bp.get("/calendar/<id:poll_id>/list")
@may(May.KEEP_POLLS)
def electors_list(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, poll.id)
    return _shown(poll, PostedList())


@bp.post("/calendar/<id:poll_id>/list")
@may(May.KEEP_POLLS)
@opens_its_own
@takes_files(MOST_BYTES)
def check_list(poll_id: UUID) -> Response:
    """The file is read outside the writers' turn, and never kept; what it told of ours goes in at once."""
    poll, form = poll_or_404(poll_id), PostedList()
    if not form.accepts():
        return _shown(poll, form)
    data, name = given(form)
    if form.errors:
        return _shown(poll, form)
    try:
        table, plan = understand(data, name)
    except Untrusted as refusal:
        status = refused(form, refusal)
        answer = _shown(poll, form)
        answer.status_code = status
        return answer
    mapping = {at: one.field or None for at, one in enumerate(plan.columns)}
    with form.refusing():
        checked = electors.compared(session(), poll.workplace_id, table, mapping, today())
        with current_installation().store.writing(rights) as writing:
            actions.keep_checked(writing, current_account_id(), writing.get(Poll, poll.id) or abort(404), checked)
    if form.errors:
        return _shown(poll, form)
    return redirect(url_for("polls.electors_list", poll_id=poll_id))


def _shown(poll: Poll, form: Form, claims: ClaimsForm | None = None, refusal: object = None) -> Response:
    checked, names = poll.told.checked, _names(poll.told.checked)
    due = next(one for one in steps(poll) if one.key == Step.CLAIMS.value)
    return page(
        "polls/electors_list.html",
        form=claims or form,
        sending=form,
        claims=claims or _claims_form(checked, names, beside=True),
        poll=poll,
        workplace=place_of(poll),
        checked=checked,
        names=names,
        due=due,
        refused=refusal,
        status=409 if refusal else 200,
    )


def _people(checked: Checked) -> dict[UUID, Identity]:
    """Those of ours of whom a list says something, as far as they are in reach and open."""
    wanted = {*checked.missing, *(one.member_id for one in checked.spelled), *(one.member_id for one in checked.doubts)}
    rows = session().scalars(select(Member).where(Among(Member.id, [one.bytes for one in wanted])))
    return {one.id: one.identity for one in readable(rows, "identity")}


def _names(checked: Checked | None) -> dict[UUID, str]:
    return {} if checked is None else {key: one.name for key, one in _people(checked).items()}


def _claims_form(checked: Checked | None, names: dict[UUID, str], **how: Any) -> ClaimsForm:
    form = ClaimsForm(**how)
    every = [*checked.missing, *(one.member_id for one in checked.spelled)] if checked else []
    form.member.offer((one, names[one]) for one in dict.fromkeys(every) if one in names)
    return form


@bp.post("/calendar/<id:poll_id>/list/said")
@may(May.KEEP_POLLS)
def say_of_list(poll_id: UUID) -> Response:
    """Whether a line of the list is one of ours: the address says which, the button what."""
    Confirm()
    poll = poll_or_404(poll_id)
    same = choice("same", ("yes", "no"), "no") == "yes"
    line, member = single("line"), single("member")
    try:
        asked = int(line), UUID(member)
    except ValueError:
        abort(422)
    try:
        electors.say(session(), current_account_id(), poll, *asked, same=same)
    except Refused as error:
        return _shown(poll, PostedList(beside=True), refusal=error.sentence)
    flash(_("Kept."), "done")
    return redirect(url_for("polls.electors_list", poll_id=poll_id))


@bp.post("/calendar/<id:poll_id>/list/claims")
@may(May.KEEP_POLLS)
def claims(poll_id: UUID) -> Response:
    """The sheet of those who were ticked, or the page again."""
    poll = poll_or_404(poll_id)
    checked = poll.told.checked
    if checked is None:
        abort(404)
    people = _people(checked)
    form = _claims_form(checked, {key: one.name for key, one in people.items()})
    if not form.accepts():
        return _shown(poll, PostedList(beside=True), form)
    said_in = form.said_in.data
    if said_in not in LANGUAGES:
        abort(422)
    ticked = set(form.member.ids)
    called = {one: _called(people[one], said_in) for one in ticked}
    missing = [called[one] for one in checked.missing if one in ticked]
    spelled = [(called[one.member_id], one.listed) for one in checked.spelled if one.member_id in ticked]
    site = place_of(poll)
    place = Place(whole(session().get_one(Employer, site.employer_id), "identity"), whole(site, "site"))
    made = elector_sheet.claims(missing, spelled, place, said_in, today())
    parcel = paper_of(f"sheet-{today().isoformat()}-{said_in}", pdf(made), people=len(ticked))
    return hand_over(parcel, Whence(actions.KIND, poll.id))


def _called(identity: Identity, language: str) -> str:
    return identity.name_ar or identity.name if language == "ar" else identity.name
