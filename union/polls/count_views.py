"""The count on the day: station by station from a telephone, the seats with their working, the results of the site."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.law.polls.counting import HOW
from union.polls import actions, tally
from union.polls.forms import ListsForm, StationForm, station_form, votes_name
from union.polls.models import Elder, Poll, Station
from union.polls.shown import say, two
from union.polls.views import bp, place_of, poll_or_404
from union.record import chain
from union.refusal import Refused
from union.store.db import session
from union.web.addresses import choice, line_of
from union.web.current import current_installation
from union.web.forms.form import Form, current_account_id
from union.web.pages import page
from union.workplaces.elections import College, Round
from union.workplaces.words import COLLEGES, ROUNDS

NO_QUORUM = _l(
    "Fewer than half of those registered voted: this round gives no seat (article 449). Write down at the step of the "
    "ballot that a second round is due, and count that one here."
)


@bp.get("/calendar/<id:poll_id>/count")
@may(May.KEEP_POLLS)
def counting(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, poll.id)
    return _shown(poll, station=_station(poll, beside=True), lists=_lists(poll, beside=True))


def _lists(poll: Poll, **how: Any) -> ListsForm:
    names = [one for one in poll.told.lists if one]
    return ListsForm(names="\n".join(names), independent="" in poll.told.lists, **how)


def _station(poll: Poll, **how: Any) -> StationForm:
    return station_form(poll.told.lists, second_round=poll.told.no_quorum, **how)


def _shown(
    poll: Poll, *, station: StationForm, lists: ListsForm, sent: Form | None = None, refused: Any = None
) -> Response:
    found = tally.tallies(poll.told)
    return page(
        "polls/counting.html",
        form=sent or station,
        station=station,
        lists=lists,
        votes=[station[votes_name(at)] for at in range(len(poll.told.lists))],
        poll=poll,
        told=poll.told,
        workplace=place_of(poll),
        tallies=found,
        held=tally.held_on(poll.told),
        ready=[one for one in found if one.ready],
        rounds=ROUNDS,
        colleges=COLLEGES,
        how=say(HOW),
        say=say,
        two=two,
        refused=refused,
        status=409 if refused else 200,
    )


@bp.post("/calendar/<id:poll_id>/count/lists")
@may(May.KEEP_POLLS)
def keep_lists(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    form = _lists(poll)
    if not form.carries_out(lambda: actions.keep_lists(session(), current_account_id(), poll, form.lists)):
        return _shown(poll, station=_station(poll, beside=True), lists=form, sent=form)
    return _kept(poll)


@bp.post("/calendar/<id:poll_id>/count")
@may(May.KEEP_POLLS)
def count(poll_id: UUID) -> Response:
    poll = poll_or_404(poll_id)
    if not poll.told.lists:
        return _refusing(poll, _l("Write down first which lists stand."))
    form = _station(poll)

    def act() -> None:
        votes = tuple(form[votes_name(at)].data for at in range(len(poll.told.lists)))
        counted = Station(
            form.name.data,
            form.college.data,
            form.registered.data,
            form.voters.data,
            form.valid.data,
            votes,
            form.round.data if form.round else Round.FIRST,
        )
        actions.count(session(), current_account_id(), poll, counted)

    if not form.carries_out(act):
        return _shown(poll, station=form, lists=_lists(poll, beside=True), sent=form)
    return _kept(poll)


@bp.post("/calendar/<id:poll_id>/count/strike")
@may(May.KEEP_POLLS)
def strike_count(poll_id: UUID) -> Response:
    """Take the count of a station off; the address says which of those that the page showed."""
    Confirm()
    poll = poll_or_404(poll_id)
    at, stations = line_of("station", poll.version), poll.told.stations
    if at is None or at >= len(stations):
        return _refusing(poll, _l("This count is no longer there as you saw it: reload the page."))
    return _act(poll, lambda: actions.strike_count(session(), current_account_id(), poll, stations[at]))


@bp.post("/calendar/<id:poll_id>/count/elder")
@may(May.KEEP_POLLS)
def say_elder(poll_id: UUID) -> Response:
    """Of lists that are level, which has the elder candidate; the address says of which college, and which list."""
    Confirm()
    poll = poll_or_404(poll_id)
    college = College(choice("college", tuple(one.value for one in College), College.EMPLOYEES.value))
    at, lists = line_of("list"), poll.told.lists
    if at is None or at >= len(lists):
        return _refusing(poll, _l("The lists have changed since: reload the page."))
    return _act(poll, lambda: actions.elder(session(), current_account_id(), poll, Elder(college, lists[at])))


@bp.post("/calendar/<id:poll_id>/count/results")
@may(May.KEEP_POLLS)
def publish(poll_id: UUID) -> Response:
    """The results among those of the site: they are kept in one place."""
    Confirm()
    poll = poll_or_404(poll_id)
    counted, held = tally.tallies(poll.told), tally.held_on(poll.told)
    if Round.FIRST not in held:
        return _refusing(poll, _l("Write down first on which day the results were made known."))
    if any(one.ready and one.round not in held for one in counted):
        return _refusing(poll, _l("Write down first on which day the second round was held."))
    found = tally.results(poll.told)
    if not found and any(not one.quorum for one in counted):
        return _refusing(poll, NO_QUORUM)
    if not found:
        return _refusing(poll, _l("No college has all its seats given yet."))
    return _act(poll, lambda: actions.publish(session(), current_account_id(), poll, found))


def _act(poll: Poll, act: Any) -> Response:
    try:
        act()
    except Refused as error:
        return _refusing(poll, error.sentence)
    return _kept(poll)


def _refusing(poll: Poll, sentence: Any) -> Response:
    return _shown(poll, station=_station(poll, beside=True), lists=_lists(poll, beside=True), refused=sentence)


def _kept(poll: Poll) -> Response:
    flash(_("Kept."), "done")
    return redirect(url_for("polls.counting", poll_id=poll.id))
