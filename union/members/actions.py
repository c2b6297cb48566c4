"""Every way in which a person and their membership change. Who acts comes first; nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.members import tokens
from union.members.models import (
    Change,
    Consent,
    Dues,
    Employment,
    Identity,
    Member,
    Membership,
    Standing,
    Terms,
)
from union.members.roster import touch, touch_member
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession


def create(
    session: ReachSession,
    by: UUID,
    identity: Identity,
    workplace_id: UUID,
    terms: Terms,
    *,
    state: Membership,
    on: date,
    consent: Consent | None = None,
) -> Member:
    """Write down a person with their work at a site in reach, in `state` since the day `on`. Raises `Refused` without a
    name."""
    _must_be_named(identity)
    joined = on if state is Membership.MEMBER else None
    standing = Standing(state=state, history=(Change(state, on, by),), joined_on=joined, consent=consent)
    member = Member(identity=identity, standing=standing, version=1)
    employment = Employment(workplace_id=workplace_id, terms=terms, version=1)
    employment.member = member
    session.add(employment)
    tokens.retoken(session, member)
    touch(session, [workplace_id])
    chain.note(session, by, chain.Act.CREATED, "member", member.id)
    return member


def correct(session: ReachSession, by: UUID, member: Member, identity: Identity) -> None:
    """Another identity in the place of the present one. Raises `Refused` where no name is left."""
    _must_be_named(identity)
    with tokens.in_step(session, member):
        member.identity = identity
    _changed(session, by, member, "identity")


def _must_be_named(identity: Identity) -> None:
    if not identity.name:
        raise Refused("given_name", _l("Write a name, in Latin or in Arabic letters, or the alias used at work."))


def stand(session: ReachSession, by: UUID, member: Member, state: Membership, on: date, why: str, today: date) -> None:
    """What somebody is to the union from a day on, kept in the history.

    Raises `Refused` where nothing would change, or for a day to come or before the last change.
    """
    standing = member.standing
    if state is standing.state:
        raise Refused("state", _l("This is the present state: choose another, or go back."))
    if on > today:
        raise Refused("on", _l("This day is to come: write it down when it has come."))
    if standing.history and on < standing.history[-1].on:
        raise Refused("on", _l("The last change is of a later day: check the date."))
    joined = on if state is Membership.MEMBER and standing.joined_on is None else standing.joined_on
    member.standing = dataclasses.replace(
        standing, state=state, history=(*standing.history, Change(state, on, by, why)), joined_on=joined
    )
    _changed(session, by, member, "standing")


def keep_card(
    session: ReachSession, by: UUID, member: Member, card_number: str, joined_on: date | None, notes: str
) -> None:
    """The card, the day of joining, and notes that only organisers read."""
    member.standing = dataclasses.replace(member.standing, card_number=card_number, joined_on=joined_on, notes=notes)
    _changed(session, by, member, "card")


def keep_dues(session: ReachSession, by: UUID, member: Member, paid: Dues) -> None:
    """What was paid for one year, in the place of what the file said of it; nothing paid is no line."""
    others = [one for one in member.standing.dues if one.year != paid.year]
    kept = [*others, paid] if paid.amount > 0 else others
    dues = tuple(sorted(kept, key=lambda one: one.year))
    member.standing = dataclasses.replace(member.standing, dues=dues)
    _changed(session, by, member, "dues")


def consent(session: ReachSession, by: UUID, member: Member, given: Consent | None) -> None:
    """The express consent to keep somebody's data (law 09-08), or that it was taken back."""
    member.standing = dataclasses.replace(member.standing, consent=given)
    _changed(session, by, member, "consent")


def _changed(session: ReachSession, by: UUID, member: Member, what: str) -> None:
    touch_member(session, member.id)
    chain.note(session, by, chain.Act.CHANGED, "member", member.id, what)
