"""Writing down the figures of a general round, and correcting them. Who acts comes first; nothing here commits."""

from __future__ import annotations

from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.record import chain
from union.refusal import Refused
from union.rounds.models import GeneralRound, Told
from union.store.db import one_at_a_time
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today

KIND = "general_round"  # in the record


def write(session: ReachSession, by: UUID, told: Told) -> GeneralRound:
    """The figures of a round. Raises `Refused`, also where those of its year are written down already."""
    _must_fit(session, told)
    row = GeneralRound(told=told, version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, row.id)
    return row


def correct(session: ReachSession, by: UUID, row: GeneralRound, told: Told) -> None:
    """Other figures in the place of the present ones. Raises `Refused` as `write` does."""
    _must_fit(session, told, but=row.id)
    row.told = told
    session.flush()
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id)


def _must_fit(session: ReachSession, told: Told, but: UUID | None = None) -> None:
    if told.source_on > today():
        raise Refused("source_on", _l("This day is still to come."))
    if told.source_on.year < told.year:
        raise Refused("source_on", _l("This day is before the year of the round: correct one of the two."))
    if told.written > told.total:
        raise Refused(
            "total",
            _l("The seats written below are %(seats)s, more than this total: correct one of them.", seats=told.written),
        )
    if told.ours and told.our_own is None:
        raise Refused("ours", _l("None of the unions has this name: write it as it stands among them."))
    if (told.independent or told.contracts) and not told.ours:
        raise Refused("ours", _l("Write which one is ours: what is ticked below is said of it."))
    one_at_a_time(session, b"rounds--")  # two who write the same year at once; years are sealed, so all are opened
    for other in readable(session.scalars(select(GeneralRound)), "told"):
        if other.id != but and other.told.year == told.year:
            raise Refused("year", _l("The figures of this year are written down already: open them in the list."))
