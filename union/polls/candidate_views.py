"""Our candidates: who stands for which seat, how the list is balanced, and since when each is protected."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.law.polls.calendar import Step, candidates_protected_until
from union.members.models import Employment, Member, Sex
from union.members.words import SEXES
from union.polls import actions, electors
from union.polls.forms import StandForm
from union.polls.models import Candidate, Poll
from union.polls.shown import steps
from union.polls.views import bp, place_of, poll_or_404
from union.polls.words import SEATS
from union.record import chain
from union.refusal import Refused
from union.store.db import session
from union.tables.cells.names import fold
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.words import COLLEGES

Roster = dict[UUID, tuple[Employment, Member]]


@bp.get("/calendar/<id:poll_id>/names")
@may(May.KEEP_POLLS)
def candidates(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, poll.id)
    ours = _ours(poll)
    return _shown(poll, ours, _form(poll, ours))


@bp.post("/calendar/<id:poll_id>/names")
@may(May.KEEP_POLLS)
def stand(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    ours = _ours(poll)
    form = _form(poll, ours)

    def act() -> None:
        work, _member = ours.get(form.member.data) or abort(404)
        candidate = Candidate(
            form.member.data, work.id, form.seat.data, form.college.data, " ".join((form.unit.data or "").split())
        )
        actions.stand(session(), current_account_id(), poll, candidate)

    if not form.carries_out(act):
        return _shown(poll, ours, form)
    flash(_("Written down."), "done")
    return redirect(url_for("polls.candidates", poll_id=poll_id))


def _ours(poll: Poll) -> Roster:
    """Our members at the site, opened once for the form, the act and the page."""
    return electors.roster(session(), poll.workplace_id, today())


def _form(poll: Poll, ours: Roster, *, beside: bool = False) -> StandForm:
    form = StandForm(beside=beside)
    standing = {one.member_id for one in poll.told.candidates}
    names = ((who, member.identity.name) for who, (_work, member) in ours.items() if who not in standing)
    form.member.offer(sorted(names, key=lambda one: fold(one[1])), empty=_("Choose"))
    return form


def _shown(poll: Poll, ours: Roster, form: StandForm, refused: object = None) -> Response:
    told = poll.told
    rows = [(one, ours[one.member_id][1].identity if one.member_id in ours else None) for one in told.candidates]
    sexes: Counter[Sex | None] = Counter(identity.sex for _one, identity in rows if identity)
    results = next((one.on for one in told.done if one.step is Step.POLL), None)
    return page(
        "polls/candidates.html",
        form=form,
        poll=poll,
        workplace=place_of(poll),
        rows=rows,
        filed=next(one for one in steps(poll) if one.key == Step.CANDIDATES.value),
        seats=SEATS,
        colleges=COLLEGES,
        sexes=[(SEXES[one], number) for one, number in sexes.items() if one is not None],
        units=Counter(one.unit for one in told.candidates if one.unit).most_common(),
        until=candidates_protected_until(results) if results else None,
        refused=refused,
        status=409 if refused else 200,
    )


@bp.post("/calendar/<id:poll_id>/names/<id:member_id>/off")
@may(May.KEEP_POLLS)
def take_off(poll_id: UUID, member_id: UUID) -> Response:
    Confirm()
    poll = poll_or_404(poll_id)
    if all(one.member_id != member_id for one in poll.told.candidates):
        abort(404)
    try:
        actions.take_off(session(), current_account_id(), poll, member_id)
    except Refused as error:
        ours = _ours(poll)
        return _shown(poll, ours, _form(poll, ours, beside=True), error.sentence)
    flash(_("Taken off."), "done")
    return redirect(url_for("polls.candidates", poll_id=poll_id))
