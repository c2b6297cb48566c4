"""The share of each list among the delegates elected in an undertaking: exact, with what is missing, and what if."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask import abort
from werkzeug.wrappers import Response

from union.access import May, may
from union.law.polls import representative
from union.law.polls.representative import FOLLOWS, LEVELS, PARTIAL, WORLD, Share
from union.law.sources.articles import cite
from union.polls.shown import percent, say
from union.polls.views import bp
from union.record import chain
from union.store.db import session
from union.tables.cells.names import fold
from union.web.addresses import single
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.pages import page
from union.workplaces import elections
from union.workplaces.elections import Result, Seat
from union.workplaces.models import Employer
from union.workplaces.undertaking import undertaking

MOST_MORE = 99


@dataclass(frozen=True)
class Line:
    """One list: its votes, its share of the seats, that of the general elections alone where it differs, the share with
    some more, and by full and alternate seats where the elected are known."""

    name: str
    votes: int
    share: Share
    general: Share | None
    if_more: Share | None
    by_seat: tuple[tuple[Seat, Share], ...]


@bp.get("/employers/<id:employer_id>/share")
@may(May.KEEP_POLLS)
def share(employer_id: UUID) -> Response:
    employer = session().get(Employer, employer_id) or abort(404)
    chain.opened(current_installation().store, current_account_id(), "employer", employer.id)
    counted = undertaking(session(), employer.id)
    voted = counted.voted
    asked = single("more")
    more = min(int(asked), MOST_MORE) if asked.isdecimal() and len(asked) < 4 else 0
    lines = _lines(list(voted.values()), more)
    people = sum(one.site.headcount.people for one in counted.sites if one.site.headcount)
    return page(
        "polls/share.html",
        employer=employer,
        lines=lines,
        more=more,
        sites=[(one, _lines([voted[one.id]], 0) if one.id in voted else []) for one in counted.sites],
        missing=counted.missing,
        unsaid=counted.unsaid,
        partial=say(PARTIAL) if any(one.partial for found in voted.values() for one in found) else "",
        whole=counted.whole,
        everywhere=counted.everywhere,
        follows=[(say(said), say(cite(articles))) for said, articles in FOLLOWS],
        levels=say(LEVELS),
        world=say(WORLD),
        representatives=representative.representatives(people) if people else None,
        say=say,
        percent=percent,
    )


def _lines(sites: list[list[Result]], more: int) -> list[Line]:
    found = elections.shares(*sites)
    total = found[0].of if found else 0
    before = {fold(one.name): one for one in elections.shares(*sites, general_alone=True)}
    return [
        Line(
            one.name,
            one.votes,
            representative.at_enterprise(one.seats, total),
            _general(before.get(fold(one.name)), one),
            representative.at_enterprise(one.seats + more, total + more) if more else None,
            tuple(_by_seat(sites, one.name)),
        )
        for one in found
    ]


def _general(before: elections.Share | None, today: elections.Share) -> Share | None:
    """The share by the general elections alone, where a partial one has changed it."""
    if before is None or (before.seats, before.of) == (today.seats, today.of):
        return None
    return representative.at_enterprise(before.seats, before.of)


def _by_seat(sites: list[list[Result]], name: str) -> list[tuple[Seat, Share]]:
    """The full and the alternate delegates of a list by themselves, where the two shares are known and differ."""
    told: list[tuple[Seat, Share]] = []
    for seat in Seat:
        mine = total = 0
        seating = (each for results in sites for college in elections.in_office(results) for each in college.ballots)
        for one in seating:
            for listed in one.lists:
                number = sum(1 for each in listed.candidates if each.elected and each.seat is seat)
                total += number
                mine += number if fold(listed.name) == fold(name) else 0
        told.append((seat, representative.at_enterprise(mine, total)))
    if any(not share.total for _seat, share in told) or told[0][1].exact == told[1][1].exact:
        return []
    return told
