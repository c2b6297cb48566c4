"""The pages of elections: the board, one election with its steps, its people, its days, and its letters."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.cases.letters import LANGUAGES
from union.cases.subjects import Place
from union.law.polls.calendar import Actor, Step
from union.law.polls.representative import WORLD
from union.polls import actions, board, letters
from union.polls.forms import BallotForm, DoneForm, OrderForm, PeopleForm
from union.polls.models import Done, Poll, Told
from union.polls.shown import LETTERS, following, say, shown_seats, steps
from union.polls.steps import State, standing
from union.polls.words import ACTORS, SHARED
from union.press.typesetting import pdf
from union.record import chain
from union.refusal import Refused
from union.store.db import session
from union.vault.envelope import whole
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Employer, Workplace
from union.workplaces.undertaking import results

bp = Blueprint("polls", __name__)

LANES = (Actor.INSPECTOR, Actor.EMPLOYER, Actor.US, Actor.OFFICE, Actor.COURT)


@bp.get("/calendar")
@may(May.KEEP_POLLS)
def index() -> Response:
    voted = results(session())
    lines = board.lines(session(), voted, today())
    chain.listed(current_installation().store, current_account_id(), "polls", None, len(lines))
    return page(
        "polls/index.html",
        lines=lines,
        world=board.of_all(voted),
        said_of_world=say(WORLD),
        without=sum(not one.shares for one in lines),
        say=say,
    )


@bp.get("/workplaces/<id:workplace_id>/calendar/new")
@may(May.KEEP_POLLS)
def new(workplace_id: UUID) -> Response:
    place = _workplace(workplace_id)
    known = place.site.headcount
    form = PeopleForm(whole=known.people, counted_on=known.on, source=known.source) if known else PeopleForm()
    return page("polls/new.html", form=form, workplace=place)


@bp.post("/workplaces/<id:workplace_id>/calendar/new")
@may(May.KEEP_POLLS)
def create(workplace_id: UUID) -> Response:
    place, form = _workplace(workplace_id), PeopleForm()
    made: list[Poll] = []
    if not form.carries_out(
        lambda: made.append(actions.open_one(session(), current_account_id(), place.id, form.people))
    ):
        return page("polls/new.html", form=form, workplace=place)
    flash(_("The calendar is open."), "done")
    return redirect(url_for("polls.show", poll_id=made[0].id))


@bp.get("/calendar/<id:poll_id>")
@may(May.KEEP_POLLS)
def show(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, poll.id)
    return _show(poll)


def _show(poll: Poll, refused: object = None) -> Response:
    people = poll.told.people
    return page(
        "polls/show.html",
        poll=poll,
        told=poll.told,
        workplace=session().get_one(Workplace, poll.workplace_id),
        steps=steps(poll),
        next=following(poll),
        lanes=[(one.value, ACTORS[one]) for one in LANES],
        seats=shown_seats(people.whole, people),
        shared=SHARED[people.shared] if people.shared else None,
        say=say,
        refused=refused,
        status=409 if refused else 200,
    )


@bp.get("/calendar/<id:poll_id>/people")
@may(May.KEEP_POLLS)
def edit(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    return page("polls/edit.html", form=_people_form(poll.told), poll=poll, workplace=place_of(poll))


@bp.post("/calendar/<id:poll_id>/people")
@may(May.KEEP_POLLS)
def update(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    form = _people_form(poll.told)
    if not form.carries_out(
        lambda: actions.keep_people(session(), current_account_id(), poll, form.people), poll.version
    ):
        return page("polls/edit.html", form=form, poll=poll, workplace=place_of(poll))
    return _kept(poll)


def _people_form(told: Told) -> PeopleForm:
    return PeopleForm(**{name: getattr(told.people, name) for name in _PEOPLE})


_PEOPLE = (
    "whole",
    "counted_on",
    "source",
    "employees",
    "executives",
    "seats_employees",
    "seats_executives",
    "shared",
    "partial",
)


@bp.get("/calendar/<id:poll_id>/days")
@may(May.KEEP_POLLS)
def days(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    return page("polls/days.html", form=_order_form(poll.told), poll=poll, workplace=place_of(poll))


@bp.post("/calendar/<id:poll_id>/days")
@may(May.KEEP_POLLS)
def keep_days(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    form = _order_form(poll.told)
    if not form.carries_out(
        lambda: actions.keep_order(session(), current_account_id(), poll, form.order), poll.version
    ):
        return page("polls/days.html", form=form, poll=poll, workplace=place_of(poll))
    return _kept(poll)


def _order_form(told: Told) -> OrderForm:
    return OrderForm(**{name: getattr(told.order, name) for name in _ORDER})


_ORDER = (
    "number",
    "lists_on",
    "claims_until",
    "filed_from",
    "filed_until",
    "poll_on",
    "confirmed",
    "vacant_on",
)


@bp.get("/calendar/<id:poll_id>/step")
@may(May.KEEP_POLLS)
def doing(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    step = _step()
    return _doing(poll, step, _done_form(poll, step))


@bp.post("/calendar/<id:poll_id>/step")
@may(May.KEEP_POLLS)
def do(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    step = _step()
    form = _done_form(poll, step)

    def act() -> None:
        done = Done(step, form.on.data, form.proof.data or "")
        no_quorum = isinstance(form, BallotForm) and form.no_quorum.data
        actions.do(session(), current_account_id(), poll, done, no_quorum=no_quorum)

    if not form.carries_out(act, poll.version):
        return _doing(poll, step, form)
    return _kept(poll)


def _step() -> Step:
    return Step(choice("step", tuple(one.value for one in Step), Step.LISTS.value))


def _done_form(poll: Poll, step: Step) -> DoneForm:
    known = next((one for one in poll.told.done if one.step is step), None)
    on, proof = (known.on, known.proof) if known else (today(), "")
    if step is Step.POLL:
        return BallotForm(on=on, proof=proof, no_quorum=poll.told.no_quorum)
    return DoneForm(on=on, proof=proof)


def _doing(poll: Poll, step: Step, form: DoneForm) -> Response:
    """404 for a step that this election does not have."""
    found = next((one for one in steps(poll) if one.key == step.value), None) or abort(404)
    return page("polls/doing.html", form=form, poll=poll, workplace=place_of(poll), step=found)


@bp.post("/calendar/<id:poll_id>/step/undo")
@may(May.KEEP_POLLS)
def undo(poll_id: UUID) -> Response:
    Confirm()
    poll = poll_or_404(poll_id)
    return _one_button(poll, lambda: actions.undo(session(), current_account_id(), poll, _step()))


@bp.post("/calendar/<id:poll_id>/close")
@may(May.KEEP_POLLS)
def close(poll_id: UUID) -> Response:
    Confirm()
    poll = poll_or_404(poll_id)
    return _one_button(poll, lambda: actions.close(session(), current_account_id(), poll, today()))


@bp.post("/calendar/<id:poll_id>/reopen")
@may(May.KEEP_POLLS)
def reopen(poll_id: UUID) -> Response:
    Confirm()
    poll = poll_or_404(poll_id)
    return _one_button(poll, lambda: actions.reopen(session(), current_account_id(), poll))


def _one_button(poll: Poll, act: Callable[[], None]) -> Response:
    try:
        act()
    except Refused as error:
        return _show(poll, error.sentence)
    return _kept(poll)


@bp.get("/calendar/<id:poll_id>/letter")
@may(May.KEEP_POLLS)
def letter(poll_id: UUID) -> Response:
    """The letter of a step that is not done; 404 for one without."""
    poll, step = poll_or_404(poll_id), _step()
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", ("draft", "sign"), "draft")
    found = next((one for one in standing(whole(poll, "told"), today()) if one.step is step), None)
    if found is None or step not in LETTERS or found.state is State.DONE:
        abort(404)
    site = place_of(poll)
    place = Place(whole(session().get_one(Employer, site.employer_id), "identity"), whole(site, "site"))
    made = letters.of_step(found.planned, place, said_in, today(), draft=way == "draft")
    named = f"letter-{today().isoformat()}-{said_in}"  # a file in a folder says nothing of what it is about
    return hand_over(paper_of(named, pdf(made), draft=way == "draft"), Whence(actions.KIND, poll.id))


def _kept(poll: Poll) -> Response:
    flash(_("Kept. The days were counted anew."), "done")
    return redirect(url_for("polls.show", poll_id=poll.id))


def poll_or_404(poll_id: UUID) -> Poll:
    """One election within reach; 404 without."""
    return session().get(Poll, poll_id) or abort(404)


def place_of(poll: Poll) -> Workplace:
    """The site of an election."""
    return session().get_one(Workplace, poll.workplace_id)


def _workplace(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)
