"""Keyed exact tokens of telephones, e-mails and employee numbers: kept in step with what they stand for, and asked
by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from union.members.models import SHELVES, Employment, Identity, Member, MemberToken
from union.store.reach import ReachSession
from union.tables.cells.people import Unreadable
from union.tables.cells.phones import read_phone
from union.text import digits, without_zeros
from union.vault import ring
from union.vault.envelope import opens


def phone(value: str) -> bytes:
    """The token of an E.164 number."""
    return ring.token("phone", value)


def email(value: str) -> bytes:
    return ring.token("email", value.lower())


def number(workplace_id: UUID, value: str) -> bytes:
    """The token of an employee number, whatever zeros it begins with: two employers may both have a 1024."""
    return ring.token(f"number|{workplace_id}", without_zeros(value))


def of_identity(identity: Identity) -> set[bytes]:
    return {phone(one) for one in identity.phones} | {email(one) for one in identity.emails}


def of_employment(employment: Employment) -> set[bytes]:
    worn = employment.terms.employee_number
    return {number(employment.workplace_id, worn)} if worn else set()


def of_member(member: Member) -> set[bytes]:
    """All tokens that stand for a member, as far as their employments lie within reach."""
    return of_identity(member.identity).union(*map(of_employment, member.employments))


@contextmanager
def in_step(session: ReachSession, member: Member) -> Iterator[None]:
    """What changes inside changes its tokens too; those of an employment out of reach stay as they are."""
    before = of_member(member)
    yield
    retoken(session, member, before)


def retoken(session: ReachSession, member: Member, before: Iterable[bytes] = ()) -> None:
    """Write the tokens of a member anew; `before` are those of what was replaced."""
    session.flush()  # tokens follow their member into the database
    now = of_member(member)
    theirs = (MemberToken.shelf == member.shelf, MemberToken.member_id == member.id)
    kept = session.scalars(select(MemberToken).where(*theirs)).all()
    for row in kept:
        if row.token in set(before) - now:
            session.delete(row)
    for token in sorted(now - {row.token for row in kept}):
        session.add(MemberToken(shelf=member.shelf, member_id=member.id, token=token))


def borne_by(ids: Collection[UUID]) -> Select[MemberToken]:
    """The tokens of some people in reach."""
    return select(MemberToken).join(Member).where(Member.id.in_(ids))


def bearing(wanted: Collection[bytes]) -> Select[UUID]:
    """The ids of those in reach who bear one of these tokens, on whatever shelf they stand."""
    return select(MemberToken.member_id).where(MemberToken.shelf.in_(SHELVES), MemberToken.token.in_(wanted))


def holders(session: ReachSession, wanted: Iterable[bytes]) -> list[Member]:
    """Who in reach bears one of these tokens; somebody out of reach is not known to exist."""
    listed = list(wanted)
    if not listed:
        return []
    found = session.scalars(select(Member).where(Member.id.in_(bearing(listed))).limit(20)).all()
    return sorted(found, key=lambda one: one.identity.name)


def works(session: ReachSession, workplace_id: UUID, value: str) -> list[Employment]:
    """The employments in reach that bear an employee number at a workplace, those with the same zeros and the present
    one first."""
    found = list(reversed(_bearing(session, workplace_id, {value})))
    return sorted(found, key=lambda one: one.terms.employee_number != value)


def works_by_number(session: ReachSession, workplace_id: UUID, numbers: Collection[str]) -> dict[str, Employment]:
    """The employment in reach that bears each of some employee numbers, the present one where several of a person do.

    At most as many numbers as one statement can name. An employment that does not open bears none. A number without its
    zeros that two people bear names neither, unless one bears it as it is written.
    """
    bearing: dict[str, list[Employment]] = {}
    for one in _bearing(session, workplace_id, numbers):
        bearing.setdefault(without_zeros(one.terms.employee_number), []).append(one)
    found: dict[str, Employment] = {}
    for asked_for in numbers:
        alike = bearing.get(without_zeros(asked_for), [])
        written = [one for one in alike if one.terms.employee_number == asked_for]
        if written or len({one.member_id for one in alike}) == 1:
            found[asked_for] = (written or alike)[-1]
    return found


def _bearing(session: ReachSession, workplace_id: UUID, numbers: Collection[str]) -> list[Employment]:
    """The employments of these numbers, whatever zeros they begin with, the present ones last."""
    if not numbers:
        return []
    borne = bearing(sorted({number(workplace_id, one) for one in numbers}))
    asked = select(Employment).where(Employment.workplace_id == workplace_id, Employment.member_id.in_(borne))
    found = session.scalars(asked.options(joinedload(Employment.member))).unique()
    wanted = set(map(without_zeros, numbers))
    whole = [one for one in found if opens(one, "terms") and without_zeros(one.terms.employee_number) in wanted]
    return sorted(whole, key=lambda one: (one.terms.left_on is None, one.terms.hired_on or date.min))


def asked(query: str, places: Iterable[UUID]) -> list[bytes]:
    """The tokens that what was typed into a search could be kept under; none for a name."""
    plain = digits(query).strip()
    if "@" in plain:
        return [email(plain)]
    if not any(sign.isdigit() for sign in plain):
        return []
    numbers = [number(place, plain) for place in places]
    try:
        return [*numbers, phone(read_phone(plain).number)]
    except Unreadable:
        return numbers
