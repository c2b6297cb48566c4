"""Which member an account's holder is: linked and unlinked by the secretariat, so that holders read their own file."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from union.accounts.models import Account
from union.members.models import Employment, Member
from union.members.named import OwnFile
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession


def own_member(session: ReachSession, account_id: UUID) -> UUID | None:
    """The member that the holder of an account is; None where nobody said so, or where it is not the asker's to
    know."""
    return session.scalar(select(OwnFile.member_id).where(OwnFile.account_id == account_id))


def places_of(account: Account, on: date) -> set[UUID] | None:
    """The workplaces that an account's roles of a day cover; None for all of them."""
    held = [one for one in account.grants if one.term.holds(on)]
    return None if any(one.everywhere for one in held) else {p.workplace_id for one in held for p in one.places}


def link(session: ReachSession, by: UUID, account: Account, member: Member, on: date) -> OwnFile:
    """Link an account to a member's file: from now on the holder reads it as their own.

    Raises `Refused` where the account or the file has a link already, and for somebody who works at none of the
    workplaces of the account: a slip would open another person's file.
    """
    if own_member(session, account.id) is not None:
        raise Refused("member", _l("This account is linked to a member's file already: take that link back first."))
    places = places_of(account, on)
    works = set(session.scalars(select(Employment.workplace_id).where(Employment.member_id == member.id)))
    if places is not None and not works & places:
        raise Refused("member", _l("This member works at none of the workplaces of the account: choose another."))
    own = OwnFile(account_id=account.id, member_id=member.id)
    try:
        with session.begin_nested():
            session.add(own)
    except IntegrityError:
        raise Refused("member", _l("This file is linked to an account already: look there first.")) from None
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, f"own {member.id}")
    return own


def unlink(session: ReachSession, by: UUID, account: Account) -> None:
    """Take an account's link back: the holder reads that file no more, and what they reported for themselves stays.

    Raises `Refused` without a link.
    """
    own = session.scalar(select(OwnFile).where(OwnFile.account_id == account.id))
    if own is None:
        raise Refused("member", _l("This account is linked to no member's file: reload the page."))
    session.delete(own)
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, f"not own {own.member_id}")
