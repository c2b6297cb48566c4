"""Every way in which referrals change. Who acts comes first; nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.record import chain
from union.referrals.models import Became, Referral, Told
from union.refusal import Refused
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.web.damaged import readable

KIND = "referral"  # in the record


def refer(session: ReachSession, by: UUID, member_id: UUID, workplace_id: UUID, told: Told, today: date) -> Referral:
    """Somebody is sent to a body. Raises `Refused` where one to the same body is open, or the days cannot be."""
    _refuse_days(told, today)
    _refuse_twice(session, member_id, told, None)
    row = Referral(member_id=member_id, workplace_id=workplace_id, told=told, version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, row.id)
    return row


def correct(session: ReachSession, by: UUID, row: Referral, told: Told, today: date) -> None:
    """To whom, when, what for, when to ask and how far it is; also of one that was over. Raises `Refused` as above."""
    _refuse_days(told, today)
    _refuse_twice(session, row.member_id, told, row.id)
    row.told = told
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id)


def end(session: ReachSession, by: UUID, row: Referral, became: Became) -> None:
    """What became of it; from now on there is no day to ask."""
    row.told = dataclasses.replace(row.told, became=became, ask_on=None)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id)


def strike(session: ReachSession, by: UUID, row: Referral) -> None:
    """It was written down by mistake."""
    chain.note(session, by, chain.Act.REMOVED, KIND, row.id)
    session.delete(row)


def _refuse_days(told: Told, today: date) -> None:
    if told.on > today:
        raise Refused("on", _l("This day is still to come: write the referral down when it was made."))
    if told.became.over and told.ask_on is not None:
        raise Refused("ask_on", _l("It is over: leave the day to ask empty, or choose how far it is."))
    if not told.became.over and told.ask_on is None:
        raise Refused("ask_on", _l("Write the day on which you ask again: else it is forgotten."))
    if told.ask_on is not None and told.ask_on < told.on:
        raise Refused("ask_on", _l("The day to ask lies before the referral."))


def _refuse_twice(session: ReachSession, member_id: UUID, told: Told, besides: UUID | None) -> None:
    """An ended one stands in nobody's way: bodies are asked again."""
    if told.became.over:
        return
    rows = readable(session.scalars(select(Referral).where(Referral.member_id == member_id)), "told")
    if any(one.id != besides and not one.told.became.over and fold(one.told.body) == fold(told.body) for one in rows):
        raise Refused("body", _l("A referral of this person to this body is open already: correct that one."))
