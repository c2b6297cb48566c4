"""Every write of an election. Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.law.polls.calendar import Step
from union.law.polls.seats import seats
from union.members import work_actions
from union.members.models import Employment, Held, Mandate, MandateKind
from union.polls.models import Candidate, Checked, Done, Elder, Order, People, Poll, Station, Told
from union.polls.steps import NEEDS, standing
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.vault.envelope import opens
from union.web.locale import today
from union.workplaces.elections import Election, Result, Round, of_site

KIND = "poll"  # in the record


def open_one(session: ReachSession, by: UUID, workplace_id: UUID, people: People) -> Poll:
    """Begin an election at a site. Raises `Refused` while another one is under way there."""
    running = session.scalars(select(Poll).where(Poll.workplace_id == workplace_id))
    if any(not opens(one, "told") or one.told.closed_on is None for one in running):
        raise Refused("", _l("An election is under way at this site: open it, or close it first."))
    _must_fit(people)
    row = Poll(workplace_id=workplace_id, told=Told(people), version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, row.id)
    return row


def _must_fit(people: People) -> None:
    if people.counted_on > today():
        raise Refused("counted_on", _l("This day is still to come."))
    given = [one for one in (people.seats_employees, people.seats_executives) if one is not None]
    if people.partial:
        return
    found = seats(people.whole)
    if given and sum(given) not in {found.number, found.other}:
        raise Refused(
            "seats_executives",
            _l(
                "The seats of the two colleges together are not those of the establishment: %(seats)s.",
                seats=found.number,
            ),
        )


def keep_people(session: ReachSession, by: UUID, poll: Poll, people: People) -> None:
    """Other people and seats in the place of the present ones. Raises `Refused`."""
    _must_run(poll)
    _must_fit(people)
    _change(session, by, poll, dataclasses.replace(poll.told, people=people), "people")


def keep_order(session: ReachSession, by: UUID, poll: Poll, order: Order) -> None:
    """The days of the minister's order. Raises `Refused`."""
    _must_run(poll)
    if order.confirmed and not (order.lists_on and order.poll_on):
        raise Refused("confirmed", _l("Write the day of the lists and the day of the ballot as the order has them."))
    _change(session, by, poll, dataclasses.replace(poll.told, order=order), "days")


def do(session: ReachSession, by: UUID, poll: Poll, done: Done, *, no_quorum: bool = False) -> None:
    """Write down a step as done, or correct what was written of it. Raises `Refused`."""
    _must_run(poll)
    told = poll.told
    if done.step is Step.POLL and not no_quorum:
        _no_second_round(poll)
    if done.step not in {one.step for one in standing(told, today())}:
        raise Refused("on", _l("This step is not part of the election as it stands: reload the page."))
    if done.on > today():
        raise Refused("on", _l("This day is still to come: write it down once it is done."))
    known = {one.step: one for one in told.done}
    before = known.get(NEEDS.get(done.step, done.step))
    if done.step in NEEDS and before is None:
        raise Refused("on", _l("Write down first the step that it follows on."))
    if done.step in NEEDS and before is not None and done.on < before.on:
        raise Refused("on", _l("This day is before the step that it follows on: correct one of them."))
    for later, needed in NEEDS.items():
        if needed is done.step and later in known and known[later].on < done.on:
            raise Refused("on", _l("A step that follows on it was done before this day: correct one of them."))
    kept = tuple(one for one in told.done if one.step is not done.step)
    changed = dataclasses.replace(told, done=(*kept, done))
    if done.step is Step.POLL:
        changed = dataclasses.replace(changed, no_quorum=no_quorum)
    _change(session, by, poll, changed, done.step.value)
    if done.step in {Step.CANDIDATES, Step.POLL, Step.SECOND_ROUND}:
        _protect(session, by, poll)


def _no_second_round(poll: Poll) -> None:
    if any(one.round is Round.SECOND for one in poll.told.stations):
        raise Refused("", _l("Stations of a second round are counted: take their counts off first."))


def undo(session: ReachSession, by: UUID, poll: Poll, step: Step) -> None:
    """Take back that a step was done. Raises `Refused` where another one follows on it."""
    _must_run(poll)
    if any(NEEDS.get(one.step) is step for one in poll.told.done):
        raise Refused("", _l("A step that follows on it is written down: take that one back first."))
    if step is Step.POLL:
        _no_second_round(poll)
    kept = tuple(one for one in poll.told.done if one.step is not step)
    changed = dataclasses.replace(poll.told, done=kept)
    if step is Step.POLL:
        changed = dataclasses.replace(changed, no_quorum=False)
    _change(session, by, poll, changed, step.value)


def close(session: ReachSession, by: UUID, poll: Poll, on: date) -> None:
    """Nothing is to come of it any more: it leaves the agenda. Raises `Refused` where it is closed already."""
    _must_run(poll)
    _change(session, by, poll, dataclasses.replace(poll.told, closed_on=on), "closed")


def reopen(session: ReachSession, by: UUID, poll: Poll) -> None:
    """It goes on. Raises `Refused` while another one is under way at the site."""
    others = session.scalars(select(Poll).where(Poll.workplace_id == poll.workplace_id, Poll.id != poll.id))
    if any(not opens(one, "told") or one.told.closed_on is None for one in others):
        raise Refused("", _l("An election is under way at this site: open it, or close it first."))
    _change(session, by, poll, dataclasses.replace(poll.told, closed_on=None), "reopened")


def _must_run(poll: Poll) -> None:
    if poll.told.closed_on is not None:
        raise Refused("", _l("This election is closed: reopen it first."))


def _change(session: ReachSession, by: UUID, poll: Poll, told: Told, what: str) -> None:
    poll.told = told
    session.flush()
    chain.note(session, by, chain.Act.CHANGED, KIND, poll.id, what)


def keep_checked(session: ReachSession, by: UUID, poll: Poll, checked: Checked) -> None:
    """What a posted list told of our roster, in the place of an earlier one. Raises `Refused`."""
    _must_run(poll)
    _change(session, by, poll, dataclasses.replace(poll.told, checked=checked), "list")


def stand(session: ReachSession, by: UUID, poll: Poll, candidate: Candidate) -> None:
    """One of ours stands; once the list is filed, their file says so. Raises `Refused` for who stands already."""
    _must_run(poll)
    if any(one.member_id == candidate.member_id for one in poll.told.candidates):
        raise Refused("member", _l("They stand already: take them off first to change how."))
    _change(session, by, poll, dataclasses.replace(poll.told, candidates=(*poll.told.candidates, candidate)), "stand")
    _protect(session, by, poll)


def take_off(session: ReachSession, by: UUID, poll: Poll, member_id: UUID) -> None:
    """One of ours stands no more; what their file says stays, for their protection is theirs. Raises `Refused`."""
    _must_run(poll)
    kept = tuple(one for one in poll.told.candidates if one.member_id != member_id)
    _change(session, by, poll, dataclasses.replace(poll.told, candidates=kept), "stand")


def _protect(session: ReachSession, by: UUID, poll: Poll) -> None:
    """The protection of each candidate into their file: from the electoral lists (article 458), else from the filing,
    until the results, after which three months are counted."""
    done = {one.step: one.on for one in poll.told.done}
    filed = done.get(Step.CANDIDATES)
    if filed is None:
        return
    lists = done.get(Step.LISTS) or poll.told.order.lists_on
    since = min(filed, lists) if lists else filed
    results = done.get(Step.SECOND_ROUND if poll.told.no_quorum else Step.POLL)
    for candidate in poll.told.candidates:
        work = session.get(Employment, candidate.employment_id)
        if work is None:
            continue
        asked = session.scalars(select(Mandate).where(Mandate.employment_id == work.id))
        stood = [one for one in asked if opens(one, "held") and one.held.kind is MandateKind.CANDIDATE]
        running = [one for one in stood if one.held.until_on is None or one.held.until_on >= since]
        if not running:
            work_actions.give_mandate(session, by, work, Held(MandateKind.CANDIDATE, since, results))
        for one in running:
            too_early = one.held.until_on is None or (poll.told.no_quorum and one.held.until_on == done.get(Step.POLL))
            if too_early and results is not None and results >= one.held.from_on:
                work_actions.end_mandate(session, by, one, results)


def keep_lists(session: ReachSession, by: UUID, poll: Poll, lists: tuple[str, ...]) -> None:
    """The lists that stand, in their order. Raises `Refused` once a station was counted."""
    _must_run(poll)
    if poll.told.stations and lists != poll.told.lists:
        raise Refused("names", _l("Stations are counted already: take their counts off before the lists change."))
    _change(session, by, poll, dataclasses.replace(poll.told, lists=lists), "lists")


def count(session: ReachSession, by: UUID, poll: Poll, station: Station) -> None:
    """What one station counted for one college, in the place of what was written of it. Raises `Refused`."""
    _must_run(poll)
    if station.round is Round.SECOND and not poll.told.no_quorum:
        raise Refused("round", _l("Write down first that a second round is due, at the step of the ballot."))
    if len(station.votes) != len(poll.told.lists):
        raise Refused("", _l("The lists have changed since: reload the page."))
    if station.voters > station.registered:
        raise Refused("voters", _l("More voted than are registered: correct one of the two."))
    if station.valid > station.voters:
        raise Refused("valid", _l("More valid votes than people who voted: correct one of the two."))
    if sum(station.votes) > station.valid:
        raise Refused("valid", _l("The lists have more votes than there are valid ones: correct one of them."))
    kept = tuple(one for one in poll.told.stations if _place(one) != _place(station))
    _change(session, by, poll, dataclasses.replace(poll.told, stations=(*kept, station)), "count")


def strike_count(session: ReachSession, by: UUID, poll: Poll, station: Station) -> None:
    """Take the count of a station off. Raises `Refused` where it is gone already."""
    _must_run(poll)
    if station not in poll.told.stations:
        raise Refused("", _l("This count is no longer there as you saw it: reload the page."))
    kept = tuple(one for one in poll.told.stations if one != station)
    _change(session, by, poll, dataclasses.replace(poll.told, stations=kept), "count")


def _place(one: Station) -> tuple[str, str, str]:
    return fold(one.name), one.college.value, one.round.value


def elder(session: ReachSession, by: UUID, poll: Poll, said: Elder) -> None:
    """Of lists that are level, the one whose candidate is the elder. Raises `Refused` for a list that does not
    stand."""
    _must_run(poll)
    if said.name not in poll.told.lists:
        raise Refused("", _l("The lists have changed since: reload the page."))
    others = tuple(one for one in poll.told.elders if one != said)
    _change(session, by, poll, dataclasses.replace(poll.told, elders=(said, *others)), "elder")


def publish(session: ReachSession, by: UUID, poll: Poll, results: Sequence[Result]) -> None:
    """The results among those of the site, in the place of the same ballot's. Raises `Refused`."""
    _must_run(poll)
    known = {
        (one.result.held_on, one.result.college): one
        for one in session.scalars(of_site(poll.workplace_id))
        if opens(one, "result")
    }
    for result in results:
        row = known.get((result.held_on, result.college))
        if row is None:
            session.add(Election(workplace_id=poll.workplace_id, result=result, version=1))
        else:
            candidates = {fold(one.name): one.candidates for one in row.result.lists}
            lists = tuple(
                dataclasses.replace(one, candidates=candidates.get(fold(one.name), ())) for one in result.lists
            )
            row.result = dataclasses.replace(result, lists=lists, kept=row.result.kept if result.partial else None)
    session.flush()
    chain.note(session, by, chain.Act.CHANGED, "workplace", poll.workplace_id, "election")


def say_ballot(session: ReachSession, by: UUID, row: Election, said: Result) -> None:
    """Which ballot a result is of."""
    row.result = said
    session.flush()
    chain.note(session, by, chain.Act.CHANGED, "workplace", row.workplace_id, "election")
